"""Running text in pieces: plain, bold, and markers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.markering.labels import Markering, find_markeringen

_VET = re.compile(r"\*\*(?=\S)(?P<binnen>.+?)(?<=\S)\*\*", re.DOTALL)

_VAST = "\u00a0"  # a space at which no line ends
_SPATIE = re.compile(r" (?P<vet>(?:\*\*)?)\Z")
_GEBONDEN = re.compile(rf"{_VAST}?(?:\*\*)?\[[AB]\d{{0,4}}(?:{_VAST}\(|[ \]])")


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of running text; a marker is a piece of its own, and bold in every document."""

    tekst: str
    vet: bool = False
    markering: Markering | None = None


def split_inline(tekst: str, bij: date | None = None) -> tuple[Stuk, ...]:
    """Cut a text at ``**`` and at markers; together the pieces are the text without the ``**`` of bold.

    A ``**`` without its partner is literal text; ``bij`` (the meeting) completes references without a year.
    """
    # Most texts are plain, and this is asked for every text of a document: look for the signs before the patterns.
    if "**" not in tekst and "[" not in tekst:
        return (Stuk(tekst),) if tekst else ()
    if "**" not in tekst:
        return tuple(_by_marker(tekst, False, bij))
    return tuple(stuk for piece, bold in _by_weight(tekst) for stuk in _by_marker(piece, bold, bij))


def plain_text(tekst: str) -> str:
    """Return the text as a reader sees it, without the ``**`` of bold."""
    return "".join(stuk.tekst for stuk in split_inline(tekst))


def bind_markeringen(tekst: str) -> str:
    """Return a text in which a marker stays on the line of the word before it, by a space that does not break."""
    for markering in reversed(find_markeringen(tekst)):
        marker = markering.tekst.replace(f"{markering.label} (", f"{markering.label}{_VAST}(")
        before = _SPATIE.sub(rf"{_VAST}\g<vet>", tekst[: markering.begin])
        tekst = f"{before}{marker}{tekst[markering.eind :]}"
    return tekst


def loosen_markeringen(tekst: str) -> str:
    """Return a text of a document as it was written: with ordinary spaces before and in its markers."""
    if _VAST not in tekst:
        return tekst
    return _GEBONDEN.sub(lambda found: found.group().replace(_VAST, " "), tekst)


def is_vet(tekst: str) -> bool:
    """Tell whether a text is bold from end to end, as a heading within an item is."""
    return all(bold for piece, bold in _by_weight(tekst) if piece.strip())


def _by_weight(tekst: str) -> Iterator[tuple[str, bool]]:
    position = 0
    for match in _VET.finditer(tekst):
        yield tekst[position : match.start()], False
        yield match["binnen"], True
        position = match.end()
    yield tekst[position:], False


def _by_marker(piece: str, bold: bool, bij: date | None) -> Iterator[Stuk]:
    position = 0
    for markering in find_markeringen(piece, bij):
        if markering.begin > position:
            yield Stuk(piece[position : markering.begin], bold)
        yield Stuk(markering.tekst, True, markering)
        position = markering.eind
    if position < len(piece):
        yield Stuk(piece[position:], bold)
