"""``regietafel werkbank``: the work of the secretariat in the browser."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep
from pipeline.model import melding


@dutch_command(short_help="Open de werkbank in de browser.")
@click.option("--geen-browser", is_flag=True, help="Open geen browser, en zeg het adres als JSON.")
@click.option("--poort", metavar="GETAL", type=click.IntRange(1, 65535), help="De poort; anders kiest het programma.")
@click.pass_obj
def werkbank(oproep: Oproep, /, geen_browser: bool = False, poort: int | None = None) -> int:
    """Open de werkbank: alle vergaderingen op een bladzijde in uw browser. Alleen deze computer kan erbij.

    Staat de werkbank van deze werkmap al open, dan gaat die naar voren. Stop met Ctrl+C; zonder open bladzijde
    stopt zij na een tijd vanzelf.

    \b
    Voorbeeld:
      regietafel werkbank
    """
    from pipeline.werk import find_werkmap

    root = find_werkmap(oproep.map) if oproep.map.is_dir() else None
    if root is None:
        oproep.stop(melding("geen-werkmap", f"{oproep.map} is geen werkmap: regietafel.yaml ontbreekt."))
    from pipeline.werkbank.server import PoortBezetError, find_lopende, serve

    def say(adres: str) -> None:
        if geen_browser:
            print(json.dumps({"adres": adres}), flush=True)
        else:
            click.echo("De werkbank staat open in uw browser. Stop met Ctrl+C.")
            click.launch(adres)

    running = find_lopende(root)
    if running is not None:
        say(running.make_start())
        return 0
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        serve(root, None if oproep.op == today else oproep.op, poort, say)
    except PoortBezetError:
        hulp = "Kies een andere poort, of laat --poort weg."
        oproep.stop(melding("in-gebruik", f"Poort {poort} is al in gebruik.", hulp=hulp))
    return 0
