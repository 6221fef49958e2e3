"""Bold in a Word file -> the ``**`` of a record; words and markers stay what they were."""

from __future__ import annotations

from pipeline.markering import find_markeringen
from pipeline.markering.inline import plain_text
from pipeline.model.document import Tekstblok


def mark_vet(blok: Tekstblok) -> str:
    """Return the text with ``**`` around what is bold; a marker is bold by itself.

    Where that would change a word or a marker, as in a text with ``**`` of its own, nothing is marked.
    """
    text = blok.tekst
    for begin, end in reversed(blok.vette):
        text = text[:begin] + _mark(text[begin:end]) + text[end:]
    same = plain_text(text) == blok.tekst and _markers(text) == _markers(blok.tekst)
    return (text if same else blok.tekst).strip()


def _mark(stretch: str) -> str:
    """Put ``**`` round the words of a bold stretch, markers at its ends and white space left out."""
    for begin, end in _without_markers(stretch):
        inner = stretch[begin:end]
        left, right = len(inner) - len(inner.lstrip()), len(inner.rstrip())
        if inner.strip():
            stretch = f"{stretch[: begin + left]}**{inner.strip()}**{stretch[begin + right :]}"
    return stretch


def _without_markers(text: str) -> list[tuple[int, int]]:
    """Return the bold stretch without the markers at its ends; one in the middle stays inside."""
    begin, end = 0, len(text)
    markers = find_markeringen(text)
    for marker in markers:
        if not text[begin : marker.begin].strip():
            begin = marker.eind
    for marker in reversed(markers):
        if marker.begin >= begin and not text[marker.eind : end].strip():
            end = marker.begin
    return [(begin, end)] if begin < end else []


def _markers(text: str) -> list[str]:
    return [marker.tekst for marker in find_markeringen(text)]
