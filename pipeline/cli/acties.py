"""``regietafel acties``: the actions on screen."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import print_json, show_meldingen


@dutch_command(short_help="Toon de acties op het scherm.")
@doel_argument
@click.option("--open", "alleen_open", is_flag=True, help="Alleen de acties die open zijn.")
@click.option("--van", "wie", metavar="WIE", help="Alleen de acties van deze actiehouder.")
@click.option("--te-laat", "te_laat", is_flag=True, help="Alleen de acties waarvan de termijn is verstreken.")
@click.option("--xlsx", metavar="LIJST.xlsx", type=click.Path(path_type=Path), help="Schrijf ze naar Excel.")
@click.option("--voor", "lijstnaam", metavar="LIJST", help="Alleen wat deze verzendlijst mag zien.")
@json_option
@click.pass_obj
def acties(
    oproep: Oproep,
    doel: tuple[str, ...],
    alleen_open: bool,
    wie: str | None,
    te_laat: bool,
    xlsx: Path | None,
    lijstnaam: str | None,
    als_json: bool,
) -> int:
    """Toon alle acties van een tafel: wie, wat, wanneer, en hoe het ermee staat.

    Met een DATUM ziet u de acties zoals ze na die vergadering stonden. Gaat de lijst naar anderen, noem dan met
    --voor de verzendlijst: wat zij niet mogen zien, staat er dan niet in.

    \b
    Voorbeeld:
      regietafel acties --open
      regietafel acties prt --van COA
      regietafel acties prt --open --xlsx acties.xlsx
    """
    from pipeline.cli.tonen import show_geschreven
    from pipeline.cli.uitvoer import acties_json, show_acties
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.acties import SchrijfActies, ToonActies

    chosen = (*split_doel(oproep, doel), alleen_open, te_laat, wie, lijstnaam)
    if xlsx:
        written = carry_out(oproep, SchrijfActies(*chosen, xlsx))
        show_meldingen(written.meldingen)
        show_geschreven(written)
        return written.code
    uitkomst = carry_out(oproep, ToonActies(*chosen))
    if als_json:
        print_json(acties_json(uitkomst.gegevens, uitkomst.meldingen))
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    if uitkomst.gegevens.regels:
        show_acties(uitkomst.gegevens)
    else:
        click.echo("Er zijn geen acties die hieraan voldoen.")
    return uitkomst.code
