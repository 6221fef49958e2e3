"""How much text the language pass looks through: its time and memory grow with the text, and a file may be hostile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Bron, Melding, Tabel, Verslag, VerslagPunt, melding
from pipeline.model.verslag import Blok

# Some 300 full pages: as much as is read of a PDF.
MAX_TEKENS = 1_000_000


def limit_verslag(verslag: Verslag, maximum: int = MAX_TEKENS) -> tuple[Verslag, tuple[Melding, ...]]:
    """Return minutes with no more than ``maximum`` characters under their items, and say where that is not all."""
    left = maximum
    points: list[VerslagPunt] = []
    for punt in verslag.punten:
        kept = tuple(_within(punt.blokken, left))
        left -= sum(_length(blok) for blok in kept)
        if len(kept) < len(punt.blokken):
            where = f"{punt.nummer}. {punt.titel}" if punt.nummer else punt.titel
            text = f"Dit stuk is heel lang. Voorstellen zijn gezocht tot en met: {where}."
            found = melding("voorstellen-ingekort", text, Bron(verslag.bron.bestand) if verslag.bron else None)
            return replace(verslag, punten=(*points, replace(punt, blokken=kept))), (found,)
        points.append(punt)
    return verslag, ()


def _within(blokken: tuple[Blok, ...], maximum: int) -> Iterator[Blok]:
    for blok in blokken:
        maximum -= _length(blok)
        if maximum < 0:
            return
        yield blok


def _length(blok: Blok) -> int:
    return sum(len(cell) for row in blok.rijen for cell in row) if isinstance(blok, Tabel) else len(blok.tekst)
