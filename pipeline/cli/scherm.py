"""What commands print: Meldingen, what was written, and the next step."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from pipeline.model import Ernst, Melding
from pipeline.model.als_json import bron_json, melding_json

__all__ = ["bron_json", "melding_json", "print_json", "say_next", "say_written", "show_meldingen"]

_KLEUR = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.TIP: "cyan"}


def show_meldingen(meldingen: Iterable[Melding], genummerd: bool = False) -> None:
    """Print every Melding: where, what, and what to do; on standard error, with a number where asked."""
    for number, m in enumerate(meldingen, 1):
        place = f"{m.bron}: " if m.bron else ""
        rank = f"{number}. " if genummerd else ""
        click.echo(
            f"{rank}{click.style(m.ernst.value, fg=_KLEUR[m.ernst], bold=True)}: {place}{m.tekst} [{m.code}]",
            err=True,
        )
        if m.aanvaard is not None:
            click.echo(f"   aanvaard: {m.aanvaard}", err=True)
        elif m.hulp:
            click.echo(f"   {m.hulp}", err=True)


def say_written(path: Path | str, changed: bool = True) -> None:
    """Say that a document stands there."""
    click.echo(f"Geschreven: {path}" if changed else f"Al bijgewerkt: {path}")


def say_next(tekst: str) -> None:
    """Say what to do next."""
    click.echo(f"Volgende stap: {tekst}")


def print_json(value: Any) -> None:
    """Print one JSON object on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
