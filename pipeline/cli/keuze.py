"""The options every command that makes a document has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the user asked for beside the document itself."""

    pdf: bool = False
    ernaast: bool = False
    overschrijf: bool = False
    als_json: bool = False


def keuze_opties(function: F) -> F:
    """Declare the options; the command takes them as keyword arguments and makes a Keuze of them."""
    for option in (
        click.option("--json", "als_json", is_flag=True, help="Uitvoer voor andere programma's."),
        click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigd bestand; het oude gaat naar oud."),
        click.option("--ernaast", is_flag=True, help="Zet het nieuwe bestand naast een gewijzigd bestand."),
        click.option("--pdf", is_flag=True, help="Maak ook een PDF (met LibreOffice)."),
    ):
        function = option(function)
    return function
