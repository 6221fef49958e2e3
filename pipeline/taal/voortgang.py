"""The component that finds what is said of older actions by their label: ``doc.spans["voortgang"]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from pipeline.markering.datums import find_datums
from pipeline.model import ActieStatus
from pipeline.taal.context import Taalzin, get_vergadering, get_zinnen
from pipeline.taal.sleutels import find_sleutel

_GROEP = "voortgang"
_LABEL = re.compile(
    r"\[?\b(?:(?:actie|actiepunt|punt)\s+)?"
    r"(?P<label>(?:A|AP|ACT)[-. ]?\d{1,3}|\d{2,4}[/.-]\d{1,3}|(?<=actie )\d{1,3}|(?<=actiepunt )\d{1,3})"
    r"\b\]?(?P<datum>\s*\(?(?:van|d\.d\.|\()\s*[^()]{3,20}\)?)?",
    re.IGNORECASE,
)
# In order: "nog niet afgerond" is open, whatever follows.
_WOORDEN: tuple[tuple[ActieStatus, str], ...] = (
    (
        "open",
        r"nog\s+(?:niet|te\s+doen|open|in\s+behandeling|geen)|loopt\s+(?:nog|door)|niet\s+(?:gedaan|gelukt|afgerond)"
        r"|on\s+hold|doorschuiven|(?:wordt|is)\s+(?:door|ver)?(?:geschoven|lengd|plaatst)"
        r"|blijft?\s+(?:staan|open|op\s+de\s+lijst)|wordt\s+(?:aangehouden|verlengd)|staat\s+nog"
        r"|in\s+(?:uitvoering|behandeling)|krijgt\s+een\s+vervolg|geen\s+wijziging",
    ),
    (
        "vervallen",
        r"verval(?:t|len)|te\s+vervallen|ingetrokken|niet\s+meer\s+(?:nodig|relevant|van\s+toepassing|aan\s+de\s+orde)",
    ),
    (
        "afgerond",
        r"afgerond|afgehandeld|afgesloten|gereed|gedaan|uitgevoerd|voldaan|klaar|voltooid|gesloten|sluiten"
        r"|van\s+de\s+lijst|kan\s+(?:eraf|af|weg|worden\s+(?:afgevoerd|gesloten))|opgelost|geregeld|verstuurd"
        r"|afgevoerd|beëindigd",
    ),
)
_STANDEN = tuple((status, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for status, words in _WOORDEN)


@dataclass(frozen=True, slots=True)
class GevondenVoortgang:
    """What a sentence says of an older action: its label as written, and its state."""

    zin: Taalzin
    label: str
    datum: date | None
    status: ActieStatus | None


def read_stand(tekst: str) -> ActieStatus | None:
    """Return the state a sentence reports: ``loopt nog``, ``kan van de lijst``; None where it says nothing of it."""
    return next((status for status, pattern in _STANDEN if pattern.search(tekst)), None)


_VERSLAG_DOEN = re.compile(
    r"\b(?:terugkoppeling|stand van zaken|voortgang|vraagt|zoekt|pakt|gestart|begonnen)\b", re.IGNORECASE
)


def reports_progress(zin: Taalzin) -> bool:
    """Tell whether a sentence tells how something went: a state, a perfect tense, a report."""
    told = any(d.tijd in ("voltooid", "verleden") for d in zin.deelzinnen)
    return told or read_stand(zin.tekst) is not None or _VERSLAG_DOEN.search(zin.tekst) is not None


def find_voortgang(doc: Doc) -> Iterator[GevondenVoortgang]:
    """Give what a Doc says of labels; the key a paragraph opens with counts for all its sentences."""
    meeting = get_vergadering(doc)
    key = find_sleutel(doc.text)
    for zin in get_zinnen(doc):
        found = _LABEL.search(zin.tekst)
        label = found["label"] if found else key
        status = read_stand(zin.tekst) if label else None
        if status is None:
            continue
        dates = find_datums(found["datum"], meeting.datum, "terug") if found and found["datum"] else ()
        yield GevondenVoortgang(zin, label, dates[0].datum if dates else None, status)


def set_voortgang(doc: Doc) -> Doc:
    """Put what is said of older actions in the spans of a Doc, with the state as label."""
    found = tuple(find_voortgang(doc))
    doc.spans[_GROEP] = [Span(doc, v.zin.span.start, v.zin.span.end, label=v.status or "") for v in found]
    doc.user_data[_GROEP] = found
    return doc


def get_voortgang(doc: Doc) -> tuple[GevondenVoortgang, ...]:
    """Return what the component found in a Doc."""
    found = doc.user_data.get(_GROEP, ())
    assert isinstance(found, tuple)
    return found
