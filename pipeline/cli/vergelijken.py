"""``regietafel lees COPY ... --vergelijk SENT``: what members propose to change in circulated minutes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.opdracht import VERKEERD_GEBRUIK
from pipeline.cli.scherm import bron_json, melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_geschreven, show_vervolg

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.vergelijken import Reacties, Wijziging


def show_reacties(uitkomst: Uitkomst, als_json: bool) -> int:
    """List every change in the copies, by item and author; return the exit code."""
    if uitkomst.gegevens is None:
        show_meldingen(uitkomst.meldingen)
        return VERKEERD_GEBRUIK
    if als_json:
        found = [_as_json(w) for w in uitkomst.gegevens.voorstellen]
        print_json({"voorstellen": found, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    _show(uitkomst.gegevens)
    show_geschreven(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code


def _show(reacties: Reacties) -> None:
    voorstellen = reacties.voorstellen
    for punt, changes in groupby(voorstellen, key=lambda w: w.punt):
        click.secho(punt or "Begin van het stuk", bold=True)
        for w in changes:
            place = f" ({w.bron.bestand})" if w.bron else ""
            click.echo(f"  {w.auteur or 'onbekend'}: {_words(w)}{place}")
    authors = len({w.auteur for w in voorstellen})
    click.echo(f"{reacties.exemplaren} exemplaren, {len(voorstellen)} voorstellen van {authors} personen.")


def _words(w: Wijziging) -> str:
    if w.soort == "opmerking":
        return f'opmerking bij "{w.oud}": {w.nieuw}' if w.oud else f"opmerking: {w.nieuw}"
    if w.soort == "gewijzigd":
        return f'"{w.oud}" wordt "{w.nieuw}"'
    return f'{w.soort} "{w.nieuw or w.oud}"'


def _as_json(w: Wijziging) -> dict[str, Any]:
    return {
        "punt": w.punt or None,
        "auteur": w.auteur or None,
        "soort": w.soort,
        "oud": w.oud or None,
        "nieuw": w.nieuw or None,
        "datum": w.datum.isoformat() if w.datum else None,
        "bron": bron_json(w.bron),
    }
