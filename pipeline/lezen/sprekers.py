"""Who leads an agenda item, where the title says so: ``Mededelingen (vz)``, ``Kaart, Jan Jansen``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model.document import Bronblok, Plek, Tekstblok

_HAAKJES_ACHTERAAN = re.compile(r"\s*\((?P<binnen>[^()]{1,60})\)\s*$")
_ROL = re.compile(r"vz|vice-?vz|voorz\.?|voorzitter|secr\.?|secretaris|allen|notulist", re.IGNORECASE)
_HOOFDWOORD = r"[A-ZÀ-Þ][\w'’-]+"
_VOORVOEGSEL = r"(?:van|von|de|den|der|v/?d|vder|ter|ten|te|'t|el|la)"
_MENS = re.compile(rf"{_HOOFDWOORD}(?:\s+{_VOORVOEGSEL})*\s+{_HOOFDWOORD}(?:\s+{_HOOFDWOORD})?")
_KOMMA_MENS = re.compile(rf",\s+(?P<binnen>{_MENS.pattern})$")
_KLEIN = re.compile(r"[A-ZÀ-Þ][\w-]{1,20}(?:\s[\w-]{1,20})?")


def without_sprekers(blocks: Sequence[Bronblok]) -> Iterator[Bronblok]:
    """Take who leads an item off its title: ``Opening (vz)``; ``Kaart, Jan Jansen`` where more titles end so."""
    comma = sum(1 for b in blocks if _KOMMA_MENS.search(_title(b).strip()))
    for blok in blocks:
        title, said = _split_speaker(_title(blok), comma >= 2)
        if not said or not isinstance(blok, Tekstblok):
            yield blok
            continue
        yield replace(blok, tekst=title)
        yield Tekstblok(said, plekken=cut_plekken(blok, blok.tekst.rindex(said)))


def _split_speaker(text: str, comma: bool) -> tuple[str, str]:
    """Return the title, and what stands behind it of who leads the item."""
    title = text.rstrip()
    sure = False
    while match := _HAAKJES_ACHTERAAN.search(title):
        inner = match["binnen"].strip()
        person = bool(_ROL.fullmatch(inner) or _MENS.fullmatch(inner))
        if not person and not _KLEIN.fullmatch(inner):
            break
        sure = sure or person
        title = title[: match.start()]
    if not sure:
        title = text.rstrip()
        match = _KOMMA_MENS.search(title) if comma else None
        title = title[: match.start()] if match else title
    said = text.rstrip()[len(title) :].lstrip(" ,")
    return (title, said) if len(title) > 3 else (text, "")


def _title(blok: Bronblok) -> str:
    return blok.tekst if isinstance(blok, Tekstblok) and blok.soort == "kop" else ""


def cut_plekken(blok: Tekstblok, cut: int) -> tuple[Plek, ...]:
    """Return the places of a block whose first ``cut`` characters are gone."""
    before = [p for p in blok.plekken if p.vanaf <= cut]
    later = [Plek(p.vanaf - cut, p.nummer, p.begin) for p in blok.plekken if p.vanaf > cut]
    first = [Plek(0, before[-1].nummer, before[-1].begin + cut - before[-1].vanaf)] if before else []
    return (*first, *later)
