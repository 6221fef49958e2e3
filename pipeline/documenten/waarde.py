"""The values a template prints: text that remembers where it came from."""

from __future__ import annotations

from pipeline.markering.inline import bind_markeringen
from pipeline.model import Alinea, Blok, Bron


class Waarde(str):
    """A text for a template, as literal as it was typed.

    ``bron`` is where it was read, for a Melding; ``bladwijzer`` the hidden bookmark that the paragraph gets in
    which it is printed; with ``opgemaakt`` its ``**`` and markers become bold.
    """

    __slots__ = ("bladwijzer", "bron", "opgemaakt")

    bladwijzer: str
    bron: Bron | None
    opgemaakt: bool

    def __new__(
        cls, tekst: str = "", bron: Bron | None = None, bladwijzer: str = "", opgemaakt: bool = False
    ) -> Waarde:
        """Make the text; what is not given is empty."""
        waarde = super().__new__(cls, tekst)
        waarde.bron, waarde.bladwijzer, waarde.opgemaakt = bron, bladwijzer, opgemaakt
        return waarde


class Blokken(tuple[Blok, ...]):
    """Running text in blocks: printed as paragraphs, lists and tables in the place of its own paragraph."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the paragraphs as plain lines, for a place that holds no blocks."""
        return "\n".join(blok.tekst for blok in self if isinstance(blok, Alinea))


def opgemaakt(tekst: str, bron: Bron | None = None) -> Waarde:
    """Return a text in which ``**`` and markers count; no marker hangs alone at the begin of a line."""
    return Waarde(bind_markeringen(tekst), bron, opgemaakt=True)
