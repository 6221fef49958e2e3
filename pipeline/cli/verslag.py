"""``regietafel verslag``: the minutes as Word, with numbers for the new actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, split_doel

if TYPE_CHECKING:
    pass


@dutch_command(short_help="Maak het (concept)verslag als Word-bestand, met de actielijst.")
@doel_argument
@click.option("--leeg", is_flag=True, help="Maak een formulier om in de vergadering op te typen.")
@keuze_opties
@click.pass_obj
def verslag(oproep: Oproep, /, doel: tuple[str, ...], leeg: bool, als_json: bool, **keuze: bool) -> int:
    """Maak het verslag van een vergadering als Word-bestand, met de actielijst erin.

    Is er nog geen verslag.md, dan wordt dat klaargezet met de deelnemers en de agendapunten. Elke [A] zonder
    nummer krijgt het volgende nummer. Zonder DATUM: de laatste vergadering die is gehouden.

    Met --leeg krijgt u een Word-formulier: deelnemers om aan te kruisen, ruimte onder elk agendapunt, de open
    acties en een lege actielijst. Na de vergadering neemt u het over met: regietafel lees BESTAND --neem-over.
    Zonder DATUM is het voor de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel verslag
      regietafel verslag prt 2026-01-23 --pdf
      regietafel verslag --leeg
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.verslag import MaakFormulier, MaakVerslag

    tafel, datum = split_doel(oproep, doel)
    verzoek = (MaakFormulier if leeg else MaakVerslag)(tafel, datum, Keuze(**keuze))
    return show_documenten(carry_out(oproep, verzoek), als_json)
