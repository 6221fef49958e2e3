"""Markers in running text (``[A1]``) and references to actions of older meetings (``A2 (17-12-2025)``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.markering.datums import find_datums, parse_datum

MarkeringSoort = Literal["actie", "besluit"]
_SOORTEN: dict[str, MarkeringSoort] = {"A": "actie", "B": "besluit"}

_DAG = r"[^()\[\]]{3,40}?"
_VAN = rf"(?:\s*\(\s*(?:van\s+|d\.d\.\s*)?(?P<haakjes>{_DAG})\s*\)|\s+(?:van|uit|d\.d\.)\s+(?P<van>{_DAG}))"
_MARKERING = re.compile(rf"\[(?P<letter>[AB])(?P<nummer>\d{{1,4}})?(?:{_VAN})?\]")
_KENMERK = re.compile(r"(?P<tafel>[a-z0-9][\w-]*)/(?P<datum>\d{4}-\d{2}-\d{2})/(?P<label>\S.*)")
_VERWIJZING = re.compile(
    rf"\[?(?:(?:actie|actiepunt|besluit)\s+)?(?P<label>\S+?)(?:{_VAN})?(?:\s+jl\.?)?\]?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Markering:
    """A marker in running text: ``[A]`` (``nummer`` None), ``[A3]``, or the reference ``[A2 (17-12-2025)]``.

    ``datum`` is the older meeting it refers to, None for this one; ``onmogelijk``: there is no such day.
    ``begin`` and ``eind`` are offsets in the text it was found in.
    """

    soort: MarkeringSoort
    letter: str
    nummer: int | None
    datum: date | None
    begin: int
    eind: int
    tekst: str
    onmogelijk: bool = False

    @property
    def label(self) -> str:
        """The label it names: ``A3``, or ``A`` while it has no number."""
        return self.letter if self.nummer is None else f"{self.letter}{self.nummer}"

    @property
    def is_verwijzing(self) -> bool:
        """Tell whether it refers to another meeting rather than marks something here."""
        return self.datum is not None or self.onmogelijk


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A label with the meeting it belongs to; ``datum`` and ``tafel`` None mean: this one.

    ``onmogelijk`` tells that a date is given which does not exist or cannot be read.
    """

    label: str
    datum: date | None = None
    tafel: str | None = None
    onmogelijk: bool = False


def find_markeringen(tekst: str, bij: date | None = None) -> tuple[Markering, ...]:
    """Find the markers in a text; ``bij`` (the meeting) completes a reference that gives no year."""
    return tuple(_markering(match, bij) for match in _MARKERING.finditer(tekst))


def _markering(match: re.Match[str], bij: date | None) -> Markering:
    written = match["haakjes"] or match["van"]
    datum = _older_meeting(written, bij)
    nummer = int(match["nummer"]) if match["nummer"] else None
    letter = match["letter"]
    return Markering(
        _SOORTEN[letter],
        letter,
        nummer,
        datum,
        match.start(),
        match.end(),
        match.group(),
        onmogelijk=written is not None and datum is None,
    )


def parse_verwijzing(tekst: str, bij: date | None = None) -> Verwijzing | None:
    """Read ``A3``, ``A2 (17-12-2025)``, ``A1 van 17 december jl.`` or ``prt/2025-12-17/A2``.

    None where the text is empty or more than a reference.
    """
    text = tekst.strip()
    if match := _KENMERK.fullmatch(text):
        datum = parse_datum(match["datum"]).datum
        return Verwijzing(match["label"], datum, match["tafel"], onmogelijk=datum is None)
    match = _VERWIJZING.fullmatch(text)
    if match is None:
        return None
    written = match["haakjes"] or match["van"]
    datum = _older_meeting(written, bij)
    return Verwijzing(match["label"], datum, None, onmogelijk=written is not None and datum is None)


def _older_meeting(written: str | None, bij: date | None) -> date | None:
    """Read the date of an older meeting; without a year it is the last such day."""
    found = find_datums(written, bij, "terug") if written else ()
    return found[0].datum if found else None
