"""``regietafel herinner``: a message per owner with the actions that are still open."""

from __future__ import annotations

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import show_meldingen


@dutch_command(short_help="Maak per actiehouder een bericht met de open acties.")
@doel_argument
@json_option
@click.pass_obj
def herinner(oproep: Oproep, /, doel: tuple[str, ...], als_json: bool) -> int:
    """Maak voor elke actiehouder een bericht met de acties die nog open staan; te late acties eerst.

    De berichten komen als concept (.eml) in de map van de vergadering. Outlook opent ze als nieuw bericht: u
    leest ze na en verstuurt ze zelf. Doe dit ongeveer twee weken voor de vergadering.

    \b
    Voorbeeld:
      regietafel herinner
      regietafel herinner prt 2026-06-05
    """
    from pipeline.cli.tonen import show_geschreven, show_lijst, show_vervolg
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.herinneren import Herinner

    uitkomst = carry_out(oproep, Herinner(*split_doel(oproep, doel)))
    if als_json:
        return show_lijst(uitkomst)
    show_meldingen(uitkomst.meldingen)
    show_geschreven(uitkomst)
    if not uitkomst.geschreven:
        click.echo("Er zijn geen berichten gemaakt.")
    show_vervolg(uitkomst)
    return uitkomst.code
