"""``regietafel acties``: the actions on screen."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, split_doel
from pipeline.cli.scherm import print_json, say_written, show_meldingen
from pipeline.model import SECRETARIAAT, Actielijst, Lezerskring, Melding, Reeks, lezerskring_van, melding


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
    opdracht: Opdracht,
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
    from pipeline.cli.uitvoer import acties_json, show_acties
    from pipeline.voortgang import acties_op, select_acties

    tafel, datum = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    kring = _find_kring(opdracht, reeks, lijstnaam) if lijstnaam else SECRETARIAAT
    day = datum or opdracht.op
    lijst, found = acties_op(opdracht.reeks_voor(reeks, kring), day)[0], acties_op(reeks, day)[1]
    lijst = select_acties(lijst, alleen_open=alleen_open, te_laat=te_laat, van=wie, tafel=reeks.tafel)
    meldingen = opdracht.inhoud.meldingen + found
    if xlsx:
        return _write(opdracht, reeks, lijst, xlsx, meldingen)
    if als_json:
        print_json(acties_json(lijst, meldingen))
    else:
        show_meldingen(meldingen)
        if lijst.regels:
            show_acties(lijst)
        else:
            click.echo("Er zijn geen acties die hieraan voldoen.")
    return opdracht.finish(meldingen)


def _find_kring(opdracht: Opdracht, reeks: Reeks, lijstnaam: str) -> Lezerskring:
    """Return the readers of a list; one that is not there ends the call."""
    from pipeline.rondzending import STANDAARD

    lists = reeks.tafel.verzendlijsten or STANDAARD
    found = next((lijst for lijst in lists if lijst.naam.casefold() == lijstnaam.casefold()), None)
    if found is None:
        names = ", ".join(lijst.naam for lijst in lists)
        opdracht.stop(melding("lijst-leeg", f"Er is geen verzendlijst {lijstnaam}. Wel: {names}."))
    return lezerskring_van(found)


def _write(opdracht: Opdracht, reeks: Reeks, lijst: Actielijst, xlsx: Path, meldingen: tuple[Melding, ...]) -> int:
    from pipeline.werk.werkbladen import place_werkblad
    from pipeline.werkblad import write_acties

    path = place_werkblad(opdracht, xlsx, write_acties(f"Acties {reeks.tafel.kort}", lijst))
    show_meldingen(meldingen)
    say_written(path)
    return opdracht.finish(meldingen)
