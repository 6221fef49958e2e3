"""``regietafel ongedaan``: what was done, and one of it taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import melding_json, print_json, say_next
from pipeline.cli.tonen import show_uitkomst

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.terugweg import Gedaan

_GETOOND = 15  # acts on one screen, unless all are asked for


@dutch_command(short_help="Toon wat er is gedaan, en neem het terug.")
@click.argument("nummer", metavar="[NUMMER]", type=click.IntRange(min=1), required=False)
@click.option("--tafel", metavar="TAFEL", help="Alleen wat er met deze tafel is gedaan.")
@click.option("--alles", is_flag=True, help="Toon ook wat langer geleden is.")
@click.option("--toch", is_flag=True, help="Zet ook terug wat iemand daarna heeft veranderd.")
@json_option
@click.pass_obj
def ongedaan(oproep: Oproep, /, nummer: int | None, tafel: str | None, alles: bool, toch: bool, als_json: bool) -> int:
    """Toon wat er het laatst is gedaan, met nummers. Met een nummer neemt u dat terug: alle bestanden worden weer zoals
    ze waren, als niemand ze daarna heeft veranderd. Ook het terugnemen staat in de lijst, en kan worden teruggenomen.

    Een mail die is verstuurd en een site die is gelezen, zijn niet terug te nemen. De opdracht zegt dan wat wel kan.

    \b
    Voorbeeld:
      regietafel ongedaan
      regietafel ongedaan 1
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.terugweg import NeemTerug, ToonDaden

    listed = carry_out(oproep, ToonDaden(tafel, None if nummer or alles else _GETOOND))
    daden: tuple[Gedaan, ...] = listed.gegevens
    if nummer is None:
        return _show_all(daden, als_json)
    if nummer > len(daden):
        raise click.UsageError(f"er is geen nummer {nummer}; er staan er {len(daden)} in de lijst.")
    return _show_one(carry_out(oproep, NeemTerug(daden[nummer - 1].id, toch)), als_json)


def _show_all(daden: tuple[Gedaan, ...], als_json: bool) -> int:
    if als_json:
        print_json({"daden": [_as_json(n, daad) for n, daad in enumerate(daden, 1)]})
        return 0
    if not daden:
        click.echo("Er is nog niets gedaan.")
        return 0
    for nummer, daad in enumerate(daden, 1):
        undone = " (teruggenomen)" if daad.is_teruggenomen else ""
        click.echo(f"{nummer:>3}. {daad.sinds:%d-%m-%Y %H.%M}  {daad.wat}{undone}")
    say_next("neem het laatste terug: regietafel ongedaan 1")
    return 0


def _as_json(nummer: int, daad: Gedaan) -> dict[str, object]:
    return {
        "nr": nummer,
        "id": daad.id,
        "sinds": daad.sinds.isoformat(),
        "wat": daad.wat,
        "bestanden": list(daad.bestanden),
        "teruggenomen": daad.is_teruggenomen,
    }


def _show_one(uitkomst: Uitkomst, als_json: bool) -> int:
    if als_json:
        print_json({"geschreven": [g.pad for g in uitkomst.geschreven], "gedaan": list(uitkomst.gedaan),
                    "meldingen": [melding_json(m) for m in uitkomst.meldingen]})  # fmt: skip
        return uitkomst.code
    return show_uitkomst(uitkomst)
