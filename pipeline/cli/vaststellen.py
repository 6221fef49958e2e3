"""``regietafel vaststellen``: adopt minutes, with the changes asked for, and rectify them afterwards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import show_meldingen
from pipeline.model import Melding, Reeks, melding

if TYPE_CHECKING:
    from pipeline.vaststelling import Vaststelbesluit


@dutch_command(short_help="Stel een rondgezonden verslag vast, met of zonder wijzigingen.")
@doel_argument
@click.option("--schriftelijk", is_flag=True, help="Het verslag is buiten een vergadering om vastgesteld.")
@click.option("--datum", "dag", metavar="DATUM", help="Met --schriftelijk: de dag waarop dat was; leeg: vandaag.")
@click.option("--toelichting", metavar="TEKST", default="", help="Met --schriftelijk: hoe, zoals: per e-mail.")
@click.option("--rectificatie", is_flag=True, help="Voer de rectificaties uit register.yaml uit.")
@click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert.")
@click.option("--ernaast", is_flag=True, help="Zet een nieuw bestand naast een gewijzigd bestand.")
@click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigd bestand; het oude gaat naar oud.")
@json_option
@click.pass_obj
def vaststellen(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    schriftelijk: bool,
    dag: str | None,
    toelichting: str,
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
      regietafel vaststellen prt 2026-01-23 --schriftelijk --datum 2026-02-20
      regietafel vaststellen prt 2026-01-23 --rectificatie
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = _pick(opdracht, reeks, gevraagd)
    if schriftelijk:
        found, meldingen = _in_writing(opdracht, reeks, datum, dag, toelichting)
    else:
        found, meldingen = _decided(reeks, datum, rectificatie)
    if not found:
        show_meldingen(meldingen)
        return opdracht.finish(meldingen)
    from pipeline.cli.vaststelling import carry_out_all

    keuze = Keuze(pdf=True, ernaast=ernaast, overschrijf=overschrijf, als_json=als_json)
    return carry_out_all(opdracht, reeks, found, keuze, proef)


Besluiten = tuple[tuple["Vaststelbesluit", ...], tuple[Melding, ...]]


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the one whose minutes are next to be adopted."""
    from pipeline.vaststelling import find_te_vaststellen

    found = (
        pick_datum(opdracht, reeks, gevraagd, gehouden=True) if gevraagd else find_te_vaststellen(reeks, opdracht.op)
    )
    if found is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van {reeks.tafel.id} is geen verslag dat nog moet worden "
                              "vastgesteld."))  # fmt: skip
    if reeks.verslag(found) is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van de vergadering van {found.isoformat()} is geen verslag."))
    return found


def _decided(reeks: Reeks, datum: date, rectificatie: bool) -> Besluiten:
    from pipeline.vaststelling import find_rectificaties, find_vaststelling

    if rectificatie:
        return find_rectificaties(reeks, datum)
    besluit, meldingen = find_vaststelling(reeks, datum)
    return ((besluit,) if besluit else ()), meldingen


def _in_writing(opdracht: Opdracht, reeks: Reeks, datum: date, dag: str | None, toelichting: str) -> Besluiten:
    from pipeline.markering import parse_datum
    from pipeline.vaststelling import find_schriftelijk

    op = parse_datum(dag).datum if dag else opdracht.op
    if op is None:
        raise click.BadParameter(f"{dag} is geen datum. Schrijf bijvoorbeeld 2026-02-20.")
    besluit, meldingen = find_schriftelijk(reeks, datum, op, toelichting)
    return ((besluit,) if besluit else ()), meldingen
