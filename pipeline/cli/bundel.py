"""``regietafel bundel``: one PDF of the agenda and all its papers."""

from __future__ import annotations

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel


@dutch_command(short_help="Maak een PDF van de agenda en alle stukken.")
@doel_argument
@click.option("--vertrouwelijk", is_flag=True, help="Neem ook de vertrouwelijke stukken op, in een aparte bundel.")
@click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigde bundel; de oude gaat naar oud.")
@click.option("--ernaast", is_flag=True, help="Zet de nieuwe bundel naast een gewijzigde.")
@json_option
@click.pass_obj
def bundel(
    oproep: Oproep, /, doel: tuple[str, ...], vertrouwelijk: bool, overschrijf: bool, ernaast: bool, als_json: bool
) -> int:
    """Maak van de agenda en alle stukken een PDF, op volgorde van de agenda.

    Elk stuk krijgt een stempel (Bijlage 3a), de bladzijden lopen door, en u klikt van de agenda naar een stuk en
    terug. Vertrouwelijke stukken komen alleen in de bundel met --vertrouwelijk. Ontbreekt er een stuk of is er
    een beschadigd, dan hoort u dat eerst en wordt er niets gemaakt.

    \b
    Voorbeeld:
      regietafel bundel
      regietafel bundel prt 2026-06-05 --vertrouwelijk
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.bundel import MaakBundel

    tafel, datum = split_doel(oproep, doel)
    keuze = Keuze(ernaast=ernaast, overschrijf=overschrijf)
    return show_documenten(carry_out(oproep, MaakBundel(tafel, datum, vertrouwelijk, keuze)), als_json)
