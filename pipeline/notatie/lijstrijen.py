"""The rows of the lists of one verslag.md, and the numbers that are still free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.notatie.blokken import TabelBlok, TekstBlok
from pipeline.notatie.lezer import Lezer
from pipeline.notatie.lijsten import LijstRij, Lijstsoort, read_lijst
from pipeline.notatie.ontleding import Sectie
from pipeline.notatie.tekst import shorten


def iter_lijstrijen(soort: Lijstsoort, secties: Sequence[Sectie], lezer: Lezer) -> Iterator[tuple[Sectie, LijstRij]]:
    """Yield the rows of all tables of a list; text beside the tables is reported."""
    for sectie in secties:
        if sectie.lijst is not soort:
            continue
        for blok in sectie.blokken:
            if isinstance(blok, TabelBlok):
                yield from ((sectie, rij) for rij in read_lijst(blok, soort, lezer))
            elif isinstance(blok, TekstBlok) and blok.tekst:
                _report_text(soort, blok, lezer)


def is_unnumbered(rij: LijstRij, soort: Lijstsoort) -> bool:
    """Tell whether a row waits for a number: its label is empty, or the letter alone."""
    return rij.label.upper() in ("", soort.letter)


def _report_text(soort: Lijstsoort, blok: TekstBlok, lezer: Lezer) -> None:
    line = blok.fragmenten[0]
    if line.tekst.startswith("|"):
        text = "Onder de kop van de tabel ontbreekt de regel met streepjes."
        lezer.report("tabel-onleesbaar", text, line.regel, "Zet eronder: |---|---|---|---|---|")
    else:
        text = f"Deze tekst staat onder ## {soort.titel}, maar niet in de tabel: {shorten(blok.tekst)}"
        lezer.report("tekst-buiten-tabel", text, line.regel)


class Nummeraar:
    """Hands out the labels that are free: above every number in use."""

    def __init__(self, letter: str, labels: Iterable[str], first: int = 1) -> None:
        """Start after the highest of ``labels``, and not below ``first``."""
        pattern = re.compile(rf"{letter}(\d{{1,6}})")
        used = [int(match[1]) for label in labels if (match := pattern.fullmatch(label))]
        self._letter, self._last = letter, max([first - 1, *used])

    def next(self) -> str:
        """Return the next free label."""
        self._last += 1
        return f"{self._letter}{self._last}"
