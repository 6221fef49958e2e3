"""``regietafel intrekken``: take back what is public."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_gedaan, show_vervolg


@dutch_command(short_help="Trek een gepubliceerd verslag of stuk in.")
@doel_argument
@click.option("--reden", metavar="TEKST", required=True, help="Waarom; dit komt op de site te staan.")
@click.option("--stuk", metavar="NAAM", default="", help="Alleen dit stuk, met de naam uit het webadres.")
@click.option("--map", "folder", metavar="MAP", type=click.Path(path_type=Path), help="De map van de site.")
@click.option("--naar", metavar="DOEL", default="", help="Breng de site daarna meteen naar deze map of server.")
@json_option
@click.pass_obj
def intrekken(
    oproep: Oproep, /, doel: tuple[str, ...], reden: str, stuk: str, folder: Path | None, naar: str, als_json: bool
) -> int:
    """Trek een verslag of een stuk in. Op de site komt te staan dat het is ingetrokken, wanneer en waarom.

    De rest van de site blijft zoals zij is, dus intrekken kan altijd. Zet in de reden niet wat er verborgen moet
    blijven.

    \b
    Voorbeeld:
      regietafel intrekken prt 2026-01-23 --reden "Er stond een naam in die er niet hoort."
      regietafel intrekken prt 2026-01-23 --stuk notitie.pdf --reden "Auteursrecht."
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.publiceren import TrekIn

    uitkomst = carry_out(oproep, TrekIn(*split_doel(oproep, doel), reden, stuk, folder, naar))
    if als_json:
        done = not uitkomst.code
        print_json({"ingetrokken": done, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    show_gedaan(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code
