"""``regietafel akkoord``: the chair agrees to the agenda."""

from __future__ import annotations

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, pick_datum, split_doel
from pipeline.cli.scherm import say_next, say_written
from pipeline.model import Gebeurtenis


@dutch_command(short_help="Leg vast dat de voorzitter akkoord is met de agenda.")
@doel_argument
@click.option("--toelichting", metavar="TEKST", default="", help="Wat erbij hoort, zoals: per e-mail.")
@click.pass_obj
def akkoord(opdracht: Opdracht, /, doel: tuple[str, ...], toelichting: str) -> int:
    """Leg vast dat de voorzitter akkoord is met de conceptagenda. Dat komt in het logboek van de vergadering.

    Zonder DATUM: de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel akkoord prt 2026-06-05 --toelichting "per e-mail"
    """
    from pipeline.cli.logboek import record_gebeurtenis

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    event = Gebeurtenis("akkoord_voorzitter", opdracht.op, toelichting)
    known = {(g.soort, g.op, g.toelichting) for g in reeks.logboeken.get(datum, ())}
    if (event.soort, event.op, event.toelichting) in known:
        click.echo(f"Dit akkoord is al vastgelegd bij de vergadering van {datum.isoformat()}.")
        return 0
    path = record_gebeurtenis(opdracht, reeks, datum, event)
    say_written(opdracht.inhoud.paden.show(path))
    say_next(f"verstuur de agenda van {datum}; hoe het staat: regietafel status {reeks.tafel.id}")
    return 0
