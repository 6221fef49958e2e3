"""The options every command that makes a document has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from pipeline.werk.keuze import Keuze

__all__ = ["Keuze", "keuze_opties"]

F = TypeVar("F", bound=Callable[..., Any])


def keuze_opties(function: F) -> F:
    """Declare the options; the command takes ``als_json`` and makes a Keuze of the others."""
    for option in (
        click.option("--json", "als_json", is_flag=True, help="Uitvoer voor andere programma's."),
        click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigd bestand; het oude gaat naar oud."),
        click.option("--ernaast", is_flag=True, help="Zet het nieuwe bestand naast een gewijzigd bestand."),
        click.option("--pdf", is_flag=True, help="Maak ook een PDF (met LibreOffice)."),
    ):
        function = option(function)
    return function
