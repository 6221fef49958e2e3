"""What every command is given: the werkmap, the day, and the table and meeting that were typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from pipeline.cli.scherm import show_meldingen
from pipeline.model import Melding, melding
from pipeline.werk.uitkomst import ONBRUIKBAAR as VERKEERD_GEBRUIK

__all__ = ["VERKEERD_GEBRUIK", "Oproep", "doel_argument", "json_option", "split_doel"]


@dataclass(frozen=True)
class Oproep:
    """One call: where it works (``map``) and which day it is (``op``)."""

    map: Path
    op: date

    def stop(self, *meldingen: Melding) -> NoReturn:
        """End the call as unusable: exit code 2."""
        show_meldingen(meldingen)
        raise click.exceptions.Exit(VERKEERD_GEBRUIK)


def split_doel(oproep: Oproep, /, doel: tuple[str, ...]) -> tuple[str | None, date | None]:
    """Read ``[TAFEL] [DATUM]``: either may be left out, and a date is recognised as one."""
    from pipeline.markering import parse_datum

    tafel: str | None = None
    datum: date | None = None
    for word in doel:
        reading = parse_datum(word)
        if reading.datum is not None and datum is None:
            datum = reading.datum
        elif reading.onmogelijk:
            oproep.stop(melding("datum-bestaat-niet", f"De datum {word} bestaat niet."))
        elif tafel is None:
            tafel = word
        else:
            raise click.UsageError(f"dit is te veel: {word}")
    return tafel, datum


def doel_argument(function: click.decorators.FC) -> click.decorators.FC:
    """Declare ``[TAFEL] [DATUM]`` on a command."""
    return click.argument("doel", nargs=-1, metavar="[TAFEL] [DATUM]")(function)


json_option = click.option("--json", "als_json", is_flag=True, help="Uitvoer voor andere programma's.")
