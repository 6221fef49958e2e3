"""The grammar of ``markering``, asked only about texts of a size people write: a bound on time for any input."""

from __future__ import annotations

from datetime import date

from pipeline.markering import parse_termijn, parse_verwijzing
from pipeline.markering.labels import Verwijzing
from pipeline.markering.termijnen import is_onmogelijke_termijn
from pipeline.model import Termijn
from pipeline.wie.personen import split_actiehouders

MAX_KORT = 300  # a date, time, state, term, name or reference is never longer


def read_termijn(tekst: str, datum: date | None, volgende: date | None) -> tuple[Termijn, bool]:
    """Return a term, and whether it names a day that does not exist."""
    if len(tekst) > MAX_KORT:
        return Termijn(tekst), False
    return parse_termijn(tekst, datum, volgende), is_onmogelijke_termijn(tekst)


def read_verwijzing(tekst: str, datum: date | None) -> Verwijzing | None:
    """Return the reference a text is, or None."""
    return parse_verwijzing(tekst, datum) if len(tekst) <= MAX_KORT else None


def split_houders(tekst: str, bekend: frozenset[str]) -> tuple[str, ...]:
    """Return the owners one by one."""
    return split_actiehouders(tekst, bekend) if len(tekst) <= MAX_KORT else (tekst,)
