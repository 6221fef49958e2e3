"""``regietafel verzend``: the messages to the lists of a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_gedaan, show_geschreven, show_vervolg

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.verzenden import Zendbericht, Zending, Zendverzoek


@dataclass(frozen=True, slots=True)
class Zendwens:
    """How somebody wants a mailing to go; ``verzonden`` is the day it was sent by hand."""

    smtp: bool = False
    proef: bool = False
    nazending: bool = False
    verzonden: date | None = None
    reden: str = ""
    aangekomen: str | None = None
    vrijgeven: str = ""
    lijst: str = ""
    als_json: bool = False


def _parse_dag(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    from pipeline.markering import parse_datum

    datum = parse_datum(value).datum if value else None
    if value and datum is None:
        raise click.BadParameter(f"{value} is geen datum. Schrijf bijvoorbeeld 2026-01-23.")
    return datum


@dutch_command(short_help="Stuur de agenda, het verslag of de actielijst aan de verzendlijsten.")
@click.argument("wat", type=click.Choice(("agenda", "verslag", "actielijst")), metavar="agenda|verslag|actielijst")
@click.argument("doel", nargs=-1, metavar="[TAFEL] [DATUM]")
@click.option("--proef", is_flag=True, help="Laat zien wie wat krijgt; er wordt niets geschreven of verstuurd.")
@click.option("--smtp", is_flag=True, help="Verstuur meteen, met de mailserver uit regietafel.yaml.")
@click.option("--nazending", is_flag=True, help="Stuur alleen wat nieuw is sinds de agenda, met het nieuwe bovenaan.")
@click.option("--verzonden", metavar="DATUM", callback=_parse_dag, help="Leg vast wat u zelf hebt verstuurd.")
@click.option("--reden", metavar="TEKST", default="", help="Waarom de agenda later gaat dan de regel.")
@click.option("--aangekomen", type=click.Choice(("ja", "nee")), metavar="ja|nee",
              help="Is een bericht waarvan dat niet zeker was, aangekomen?")  # fmt: skip
@click.option("--vrijgeven", metavar="WOORDEN", default="", help="Deze woorden mag een lijst wel lezen; met --lijst.")
@click.option("--lijst", metavar="NAAM", default="", help="De verzendlijst waarvoor u woorden vrijgeeft.")
@json_option
@click.pass_obj
def verzend(oproep: Oproep, /, wat: Zending, doel: tuple[str, ...], **wensen: Any) -> int:
    """Maak voor elke verzendlijst een bericht met de goede stukken, namens de voorzitter.

    Gewoonlijk komen de berichten als concept (.eml) in de map concepten: Outlook opent ze en u verstuurt ze zelf.
    Leg dat daarna vast met --verzonden. Met --smtp verstuurt het programma ze. Wie op twee lijsten staat, krijgt
    een bericht. Viel de verbinding weg, geef dan dezelfde opdracht: alleen wie nog niets heeft, krijgt de mail.

    \b
    Voorbeeld:
      regietafel verzend agenda --proef
      regietafel verzend agenda prt 2026-06-05
      regietafel verzend agenda prt 2026-06-05 --verzonden 2026-05-28
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.verzenden import BereidVerzendingVoor, GeefVrij, LegVerzendingVast, Verstuur

    wens = Zendwens(**wensen)
    if sum(map(bool, (wens.smtp, wens.proef, wens.verzonden))) > 1:
        raise click.UsageError("kies een van --proef, --smtp en --verzonden")
    tafel, datum = split_doel(oproep, doel)
    asked = (tafel, datum, wat, wens.nazending, wens.reden, wens.aangekomen)
    if wens.vrijgeven:
        from pipeline.cli.tonen import show_documenten

        released = GeefVrij(tafel, datum, wat, wens.lijst, wens.vrijgeven, wens.reden)
        return show_documenten(carry_out(oproep, released))
    if wens.verzonden:
        verzoek: Zendverzoek = LegVerzendingVast(*asked, wens.verzonden)
    else:
        verzoek = Verstuur(*asked) if wens.smtp else BereidVerzendingVoor(*asked)
    uitkomst = carry_out(oproep, verzoek, wens.proef)
    is_ready = wens.proef and uitkomst.gegevens.berichten
    return _show_proef(uitkomst, wens.als_json) if is_ready else _show(uitkomst, wens.als_json)


def _show_proef(uitkomst: Uitkomst, als_json: bool) -> int:
    """Show who would get what."""
    berichten: tuple[Zendbericht, ...] = uitkomst.gegevens.berichten
    if als_json:
        messages = [
            {
                "lijst": bericht.lijst,
                "onderwerp": bericht.onderwerp,
                "aan": [email for _, email in bericht.aan],
                "bestanden": [b.naam for b in bericht.bijlagen],
                "links": [b.naam for b in bericht.links],
            }
            for bericht in berichten
        ]
        print_json({"berichten": messages, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    for bericht in berichten:
        click.secho(f"{bericht.lijst}: {bericht.onderwerp}", bold=True)
        for naam, email in bericht.aan:
            click.echo(f"  aan      {naam} <{email}>" if naam else f"  aan      {email}")
        for bijlage in bericht.bijlagen:
            click.echo(f"  bijlage  {bijlage.omschrijving}")
        for link in bericht.links:
            click.echo(f"  link     {link.omschrijving}")
    show_meldingen(uitkomst.meldingen)
    click.echo("Dit is een proef: er is niets verstuurd en niets geschreven.")
    return uitkomst.code


def _show(uitkomst: Uitkomst, als_json: bool) -> int:
    """Say what was written or sent, and what comes next."""
    if als_json:
        klaar = list(uitkomst.gegevens.klaar)
        print_json({"klaar": klaar, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_gedaan(uitkomst)
    show_meldingen(uitkomst.meldingen)
    show_geschreven(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code
