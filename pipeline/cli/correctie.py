"""``regietafel correctie``: put words right in minutes that went round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_gedaan, show_geschreven, show_vervolg

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.correctie import Correctie


@dutch_command(short_help="Verbeter woorden in een verslag dat is rondgezonden of vastgesteld.")
@doel_argument
@click.option(
    "--oud", metavar="WOORDEN", required=True, help="De woorden die niet kloppen, zoals ze in het verslag staan."
)
@click.option("--nieuw", metavar="WOORDEN", default="", help="De goede woorden; leeg: de oude vervallen.")
@click.option("--punt", metavar="PUNT", default="", help="Het punt; alleen nodig als de woorden vaker voorkomen.")
@click.option("--door", metavar="WIE", default="", help="Wie erom vroeg; leeg: het secretariaat.")
@click.option(
    "--reden", metavar="TEKST", default="", help="Waarom; nodig bij een vastgesteld verslag, en komt erin te staan."
)
@click.option("--proef", is_flag=True, help="Laat alleen zien wat er wordt geschreven.")
@json_option
@click.pass_obj
def correctie(
    oproep: Oproep,
    /,
    doel: tuple[str, ...],
    oud: str,
    nieuw: str,
    punt: str,
    door: str,
    reden: str,
    proef: bool,
    als_json: bool,
) -> int:
    """Verbeter woorden in een verslag dat al is rondgezonden. De tekst zelf ligt dan vast. De verbetering gaat daarom
    mee als het verslag wordt vastgesteld. Is het al vastgesteld, dan wordt zij een rectificatie, met de reden erbij.

    \b
    Voorbeeld:
      regietafel correctie prt 2026-01-23 --oud "in april" --nieuw "in mei"
      regietafel correctie prt 2026-01-23 --punt 3 --oud "week 21" --nieuw "week 22" --reden "Een tikfout."
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.correctie import MaakCorrectie

    uitkomst = carry_out(oproep, MaakCorrectie(*split_doel(oproep, doel), oud, nieuw, punt, door, reden), proef)
    if als_json:
        _print_json(uitkomst)
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    _show_wijziging(uitkomst.gegevens)
    if proef:
        click.echo("Dit is een proef: er is niets geschreven.")
        return uitkomst.code
    show_geschreven(uitkomst)
    show_gedaan(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code


def _show_wijziging(correctie: Correctie) -> None:
    change = correctie.wijziging
    click.secho(f"  {f'Punt {change.punt}' if change.punt[:1].isdigit() else change.punt}", bold=True)
    click.secho(f"  - {change.oud}", fg="red")
    click.secho(f"  + {change.nieuw}", fg="green")


def _print_json(uitkomst: Uitkomst) -> None:
    correctie: Correctie = uitkomst.gegevens
    change = correctie.wijziging
    print_json({
        "punt": change.punt,
        "oud": change.oud,
        "nieuw": change.nieuw,
        "rectificatie": correctie.is_rectificatie,
        "geschreven": [g.pad for g in uitkomst.geschreven],
        "meldingen": [melding_json(m) for m in uitkomst.meldingen],
    })  # fmt: skip
