"""What a bundle is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bundelstuk:
    """A paper as PDF: ``nummer`` is its stamp (``3a``), ``punt`` the number of its item."""

    nummer: str
    titel: str
    punt: str
    pdf: bytes

    @property
    def naam(self) -> str:
        """What the paper is called: ``Bijlage 3a``."""
        return f"Bijlage {self.nummer}"


@dataclass(frozen=True, slots=True)
class Bundel:
    """A bundle before it is made: the agenda as PDF, its items (number, title), and the papers in order.

    ``taal`` is a language tag (BCP 47); the papers may be in another, of which a PDF reader knows nothing.
    ``merk`` is put on top of every page.
    """

    titel: str
    agenda: bytes
    punten: tuple[tuple[str, str], ...] = ()
    stukken: tuple[Bundelstuk, ...] = ()
    auteur: str = ""
    merk: str = ""
    taal: str = "nl-NL"
