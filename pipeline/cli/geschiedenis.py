"""``regietafel geschiedenis``: what happened to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import print_json

if TYPE_CHECKING:
    from pipeline.werk.terugweg import Geschiedenis


@dutch_command(short_help="Toon wat er met een bestand is gebeurd.")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def geschiedenis(oproep: Oproep, /, bestand: Path, als_json: bool) -> int:
    """Toon wat er met een bestand is gebeurd, het eerste bovenaan: gemaakt, gewijzigd, verplaatst, teruggenomen. Wie
    iets deed, staat er niet bij.

    \b
    Voorbeeld:
      regietafel geschiedenis agenda/prt/2026-03-13/agenda.yaml
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.terugweg import ToonGeschiedenis

    found: Geschiedenis = carry_out(oproep, ToonGeschiedenis(bestand)).gegevens
    if als_json:
        done = [{"sinds": d.sinds.isoformat(), "wat": d.wat, "teruggenomen": d.is_teruggenomen} for d in found.daden]
        print_json({"bestand": found.bestand, "daden": done, "met_de_hand": found.is_met_de_hand})
        return 0
    if not found.daden:
        click.echo(f"Het programma heeft nog niets met {found.bestand} gedaan.")
    for daad in found.daden:
        undone = " (teruggenomen)" if daad.is_teruggenomen else ""
        click.echo(f"{daad.sinds:%d-%m-%Y %H.%M}  {daad.wat}{undone}")
    if found.is_met_de_hand:
        click.echo("Daarna is het met de hand veranderd.")
    return 0
