"""``regietafel verplaats``: a meeting on another day, or not at all."""

from __future__ import annotations

from datetime import date

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.model import melding


@dutch_command(short_help="Verplaats een vergadering met haar stukken, of gelast haar af.")
@click.argument("doel", nargs=-1, metavar="[TAFEL] DATUM [NIEUWE-DATUM]")
@click.option("--afgelast", "reden", metavar="REDEN", help="De vergadering gaat niet door, om deze reden.")
@json_option
@click.pass_obj
def verplaats(oproep: Oproep, /, doel: tuple[str, ...], reden: str | None, als_json: bool) -> int:
    """Verplaats een vergadering naar een andere datum; de agenda en de stukken gaan mee.

    Is er al een verslag, dan kan het niet meer. De agenda's (.ics) worden bijgewerkt: wie ze opnieuw opent,
    ziet de vergadering verspringen en krijgt geen tweede.

    \b
    Voorbeeld:
      regietafel verplaats prt 2027-03-19 2027-03-25
      regietafel verplaats prt 2027-03-19 --afgelast "te weinig onderwerpen"
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.verplaatsen import GelastAf, Verplaats

    tafel, days = _split(oproep, doel)
    if len(days) != (2 if reden is None else 1):
        raise click.UsageError("noem de datum en de nieuwe datum, of de datum en --afgelast REDEN.")
    verzoek = Verplaats(tafel, *days) if reden is None else GelastAf(tafel, days[0], reden)
    return show_documenten(carry_out(oproep, verzoek), als_json)


def _split(oproep: Oproep, doel: tuple[str, ...]) -> tuple[str | None, list[date]]:
    from pipeline.markering import parse_datum

    tables, days = [], []
    for word in doel:
        reading = parse_datum(word)
        if reading.onmogelijk:
            oproep.stop(melding("datum-bestaat-niet", f"De datum {word} bestaat niet."))
        if reading.datum is None:
            tables.append(word)
        else:
            days.append(reading.datum)
    if len(tables) > 1:
        raise click.UsageError(f"dit is te veel: {tables[1]}")
    return (tables[0] if tables else None), days
