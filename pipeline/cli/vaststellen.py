"""``regietafel vaststellen``: adopt minutes, with the changes asked for, and rectify them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import show_meldingen

if TYPE_CHECKING:
    from pipeline.werk.vaststellen import Doorgevoerd


@dutch_command(short_help="Stel een rondgezonden verslag vast, met of zonder wijzigingen.")
@doel_argument
@click.option("--schriftelijk", is_flag=True, help="Het verslag is buiten een vergadering om vastgesteld.")
@click.option("--datum", "dag", metavar="DATUM", help="Met --schriftelijk: de dag waarop dat was; leeg: vandaag.")
@click.option("--toelichting", metavar="TEKST", default="", help="Met --schriftelijk: hoe, zoals: per e-mail.")
@click.option("--tijdens", metavar="DATUM", help="De vergadering die het vaststelde, als haar verslag dat niet zegt.")
@click.option("--rectificatie", is_flag=True, help="Voer de rectificaties uit register.yaml uit.")
@click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert.")
@click.option("--ernaast", is_flag=True, help="Zet een nieuw bestand naast een gewijzigd bestand.")
@click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigd bestand; het oude gaat naar oud.")
@json_option
@click.pass_obj
def vaststellen(
    oproep: Oproep,
    /,
    doel: tuple[str, ...],
    schriftelijk: bool,
    dag: str | None,
    toelichting: str,
    tijdens: str | None,
    rectificatie: bool,
    proef: bool,
    ernaast: bool,
    overschrijf: bool,
    als_json: bool,
) -> int:
    """Stel het verslag van een vergadering vast. DATUM is de vergadering waar het verslag van is.

    Wat er is besloten, staat bovenaan het volgende verslag.md, bij vaststelling: de datum, en de wijzigingen
    met de plaats, de oude en de nieuwe woorden en wie erom vroeg. De opdracht voert dat uit: zij laat de
    wijzigingen zien, maakt een Word-bestand met bijgehouden wijzigingen en het vastgestelde verslag (Word en
    PDF), en legt in het logboek vast wat was rondgezonden en wat is vastgesteld. Daarna ligt de tekst vast.

    Een fout die later blijkt, zet u als rectificatie in register.yaml, met datum en reden.

    \b
    Voorbeeld:
      regietafel vaststellen prt 2026-01-23 --proef
      regietafel vaststellen prt 2026-01-23
      regietafel vaststellen prt 2026-01-23 --tijdens 2026-03-13
      regietafel vaststellen prt 2026-01-23 --schriftelijk --datum 2026-02-20
      regietafel vaststellen prt 2026-01-23 --rectificatie
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.vaststellen import Rectificeer, StelVast

    tafel, datum = split_doel(oproep, doel)
    keuze = Keuze(pdf=True, ernaast=ernaast, overschrijf=overschrijf)
    day = _read_dag(dag) if schriftelijk and dag else None
    meeting = _read_dag(tijdens) if tijdens else None
    verzoek = StelVast(tafel, datum, schriftelijk, day, toelichting, keuze, meeting)
    chosen = Rectificeer(tafel, datum, keuze) if rectificatie and not schriftelijk else verzoek
    uitkomst = carry_out(oproep, chosen, proef)
    if uitkomst.gegevens is None and not als_json:
        show_meldingen(uitkomst.meldingen)
        return uitkomst.code
    for done in () if als_json else uitkomst.gegevens or ():
        _show(done, proef)
    if proef:
        uitkomst = replace(uitkomst, geschreven=(), vervolg=())
    if proef and not uitkomst.code and not als_json:
        show_meldingen(uitkomst.meldingen)
        return uitkomst.code
    return show_documenten(uitkomst, als_json)


def _read_dag(dag: str) -> date:
    from pipeline.markering import parse_datum

    op = parse_datum(dag).datum
    if op is None:
        raise click.BadParameter(f"{dag} is geen datum. Schrijf bijvoorbeeld 2026-02-20.")
    return op


def _show(done: Doorgevoerd, proef: bool) -> None:
    """Print what is adopted, and every change as the words that go and the words that come."""
    from pipeline.markering import format_datum

    verb = "Rectificatie" if done.soort == "gerectificeerd" else "Vaststelling"
    click.echo(f"{verb} van het verslag van {format_datum(done.datum)}, {format_datum(done.op)}: {done.waar}")
    if not done.wijzigingen:
        click.echo("Zonder wijzigingen.")
    for line in done.wijzigingen:
        click.secho(f"  {line.plaats}", bold=True)
        click.secho(f"  - {line.oud}", fg="red")
        click.secho(f"  + {line.nieuw}", fg="green")
    if proef:
        click.echo("Dit is een proef: er is niets geschreven.")
