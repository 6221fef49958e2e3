"""``regietafel nieuw``: a new werkmap."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import say_next
from pipeline.cli.tonen import show_lijst


@dutch_command(short_help="Maak een nieuwe werkmap, met een voorbeeld.")
@click.argument("map", metavar="MAP", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def nieuw(oproep: Oproep, /, map: Path, als_json: bool) -> int:
    """Maak een nieuwe werkmap met een tafel, de sjablonen en een eerste vergadering om mee te oefenen.

    \b
    Voorbeeld:
      regietafel nieuw "Regietafel 2026"
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.nieuw import Nieuw

    uitkomst = carry_out(oproep, Nieuw(map))
    if als_json:
        return show_lijst(uitkomst)
    root, made = uitkomst.gegevens, uitkomst.geschreven
    click.echo(f"De werkmap {root} is gemaakt, met {len(made)} bestanden:")
    for file in made:
        click.echo(f"  {file.pad}")
    say_next(f'regietafel -C "{root}" agenda')
    return 0
