"""Labels in round brackets: ``… stuurt het rond (A1).`` is a marker where the list of actions has a row A1.

Elsewhere it is not: ``(A9)`` is a road, ``(A4)`` a sheet of paper. In a record only square brackets mark.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from pipeline.model.document import Bronblok, Document, Tekstblok

_EIND_VAN_ZIN = re.compile(r"\((?P<label>AP?\d{1,3})\)(?=\s{0,3}(?:[.;!?](?!\w)|\Z))")
# What makes of the label behind it a mention rather than a marker: "zie actie (A1)".
_VERWIJST = re.compile(r"\b(?:zie|zie ook|acties?|actiepunt(?:en)?|punt|nummer|nr\.?|van|uit)\s*\Z", re.IGNORECASE)
_WOORD = 20  # characters: more than the longest of those words


def mark_labels(document: Document, labels: Container[str]) -> Document:
    """Return the document with square brackets round these labels where they end a sentence; places stay."""
    return replace(document, blokken=tuple(_mark(blok, labels) for blok in document.blokken))


def _mark(blok: Bronblok, labels: Container[str]) -> Bronblok:
    if not isinstance(blok, Tekstblok) or blok.soort == "kop":
        return blok
    text = blok.tekst
    for match in _EIND_VAN_ZIN.finditer(blok.tekst):
        begin, end = match.span()
        before = text[max(0, begin - _WOORD) : begin]
        if match["label"] in labels and before.strip() and not _VERWIJST.search(before):
            text = f"{text[:begin]}[{match['label']}]{text[end:]}"
    return replace(blok, tekst=text)
