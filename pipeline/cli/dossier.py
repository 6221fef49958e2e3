"""``regietafel dossier``: everything of a meeting in a folder, for the registry."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json
from pipeline.cli.tonen import show_uitkomst


@dutch_command(short_help="Zet alles van een vergadering in een map voor het archief.")
@doel_argument
@click.option(
    "--naar", metavar="MAP", type=click.Path(path_type=Path), help="De map; leeg: in dossiers van de werkmap."
)
@json_option
@click.pass_obj
def dossier(oproep: Oproep, /, doel: tuple[str, ...], naar: Path | None, als_json: bool) -> int:
    """Zet wat er van een vergadering is verzonden, ontvangen en vastgesteld in een map, met een lijst van alle
    bestanden en hun kenmerken (csv). Zo kan het archief van uw organisatie het opnemen. De werkmap is geen archief.

    \b
    Voorbeeld:
      regietafel dossier prt 2026-01-23
      regietafel dossier prt 2026-01-23 --naar D:/archief/prt-januari
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.dossier import MaakDossier

    uitkomst = carry_out(oproep, MaakDossier(*split_doel(oproep, doel), naar))
    if als_json:
        print_json({"map": uitkomst.geschreven[0].pad, "bestanden": [stuk.naam for stuk in uitkomst.gegevens],
                    "meldingen": [melding_json(m) for m in uitkomst.meldingen]})  # fmt: skip
        return uitkomst.code
    return show_uitkomst(uitkomst)
