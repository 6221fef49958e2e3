"""``regietafel nieuw``: a new werkmap."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option
from pipeline.cli.scherm import print_json, say_next
from pipeline.model import melding


@dutch_command(short_help="Maak een nieuwe werkmap, met een voorbeeld.")
@click.argument("map", metavar="MAP", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def nieuw(opdracht: Opdracht, /, map: Path, als_json: bool) -> int:
    """Maak een nieuwe werkmap met een tafel, de sjablonen en een eerste vergadering om mee te oefenen.

    \b
    Voorbeeld:
      regietafel nieuw "Regietafel 2026"
    """
    from pipeline.documenten import DOCUMENTSOORTEN, packaged_sjabloon
    from pipeline.rondzending import MAILSJABLONEN
    from pipeline.werkmap import create_werkmap

    root = opdracht.map / map
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        tekst = f"{root} bestaat al en is niet leeg. Er is niets geschreven."
        opdracht.stop(melding("bestand-onleesbaar", tekst, hulp="Kies een andere naam voor de werkmap."))
    names = (*(soort.sjabloon for soort in DOCUMENTSOORTEN), *MAILSJABLONEN)
    sjablonen = {name: packaged_sjabloon(name) for name in names}
    written = create_werkmap(root, sjablonen, opdracht.op)
    if als_json:
        files = [{"bestand": path.relative_to(root).as_posix(), "gewijzigd": True} for path in written]
        print_json({"geschreven": files, "meldingen": []})
        return 0
    click.echo(f"De werkmap {root} is gemaakt, met {len(written)} bestanden:")
    for path in written:
        click.echo(f"  {path.relative_to(root).as_posix()}")
    say_next(f'regietafel -C "{root}" agenda')
    return 0
