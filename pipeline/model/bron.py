"""Where a datum was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BronSoort = Literal["regel", "alinea", "pagina"]


@dataclass(frozen=True, slots=True)
class Bron:
    """The place a datum was read: a file, and a line, Word paragraph or page in it.

    ``nummer`` counts from 1. ``begin`` and ``eind`` are character offsets of the fragment within the text of
    that line, paragraph or page; ``zin`` is what the source says there, with white space folded.
    ``bestand`` is the path as a user would write it: relative to the werkmap where the file lies in one.
    """

    bestand: str
    soort: BronSoort = "regel"
    nummer: int | None = None
    begin: int | None = None
    eind: int | None = None
    zin: str | None = None

    def __str__(self) -> str:
        """Return the place in the words of a Melding: ``verslag.md, regel 12``."""
        if self.nummer is None:
            return self.bestand
        return f"{self.bestand}, {self.soort} {self.nummer}"
