"""``regietafel akkoord``: the chair agrees to the agenda."""

from __future__ import annotations

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, split_doel


@dutch_command(short_help="Leg vast dat de voorzitter akkoord is met de agenda.")
@doel_argument
@click.option("--toelichting", metavar="TEKST", default="", help="Wat erbij hoort, zoals: per e-mail.")
@click.pass_obj
def akkoord(oproep: Oproep, /, doel: tuple[str, ...], toelichting: str) -> int:
    """Leg vast dat de voorzitter akkoord is met de conceptagenda. Dat komt in het logboek van de vergadering.

    Zonder DATUM: de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel akkoord prt 2026-06-05 --toelichting "per e-mail"
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.akkoord import LegAkkoordVast

    tafel, datum = split_doel(oproep, doel)
    return show_documenten(carry_out(oproep, LegAkkoordVast(tafel, datum, toelichting)))
