"""How a document shows a term, one way for all: the day, and behind it the words where those say more."""

from __future__ import annotations

import re
from datetime import date

from pipeline.markering.datums import find_datums, format_datum
from pipeline.markering.termijnen import parse_termijn
from pipeline.model import Herhaling, Termijn

# What documents say under a term, on the day they are made.
VERSTREKEN, LOOPT_AF = "termijn verstreken", "loopt af vóór de vergadering"
RUST = re.compile(r"(?:rust tot \d{1,2} [a-z]+ \d{4})?(?:, )?(?:komt elke? (?:vergadering|kwartaal) terug)?")
# What may stand before the day of a term; the first ones say no more than a column with the heading Termijn does.
_ERVOOR = re.compile(r"(?:(?:uiterlijk|op)\s+)*(?P<woord>(?:v[óo]{1,2}r|na|ná|per|rond|vanaf|tot)\s+)?", re.IGNORECASE)
_ERACHTER = re.compile(r"\s*(?:a\.?s\.?|aanstaande)?\s*\.?", re.IGNORECASE)
_MET_WOORDEN = re.compile(r"(?P<dag>\d{1,2} [a-z]+ \d{4}) \((?P<woorden>.+)\)", re.DOTALL)


def show_rust(vanaf: date) -> str:
    """Say until when an action rests."""
    return f"rust tot {format_datum(vanaf)}"


def show_herhaling(herhaalt: Herhaling) -> str:
    """Say how often an action comes back."""
    return f"komt {herhaalt} terug"


def show_termijn(termijn: Termijn) -> str:
    """Write a term as documents do: ``5 juni 2026``, ``vóór 1 mei 2026``, ``30 juni 2026 (vóór de zomer)``."""
    if termijn.datum is None:
        return termijn.tekst
    day = format_datum(termijn.datum)
    if not termijn.tekst:
        return day
    found = next(iter(find_datums(termijn.tekst, termijn.datum)), None)
    before = _ERVOOR.fullmatch(termijn.tekst[: found.begin]) if found and found.datum == termijn.datum else None
    if found is None or before is None:
        return f"{day} ({termijn.tekst})"
    rest = termijn.tekst[found.eind :]
    return f"{before['woord'] or ''}{day}{'' if _ERACHTER.fullmatch(rest) else rest}"


def read_getoonde_termijn(tekst: str, vergadering: date | None, volgende: date | None = None) -> Termijn:
    """Read a term as documents show it: the words are the term where they name the same day.

    Where they do not, a person changed the day, or it came from elsewhere: all of it is kept. ``volgende`` is the
    next meeting, which words may name.
    """
    shown = _MET_WOORDEN.fullmatch(tekst)
    if shown:
        words, day = parse_termijn(shown["woorden"], vergadering, volgende), parse_termijn(shown["dag"], vergadering)
        if words.datum is not None and words.datum == day.datum:
            return words
    return parse_termijn(tekst, vergadering)
