"""The term of an action in the words around it: ``uiterlijk 1 mei``, ``komende weken``, ``na vaststelling``."""

from __future__ import annotations

import re
from datetime import date

from pipeline.markering.aanloop import find_begin
from pipeline.markering.termijnen import GevondenTermijn, find_termijnen
from pipeline.model import Termijn

_ERVOOR = (
    r"(?:uiterlijk|v[óo]{1,2}r|per|in|op|t/m|tot|na|vanaf|binnen|nog|de|het|begin|eind|van|deadline|gereed|klaar|ca\.?)"
)
_VAAG = re.compile(
    r"\b(?:(?:de\s+)?komende\s+(?:dagen|weken|maanden|periode|tijd)|op\s+(?:korte|lange|langere)\s+termijn"
    r"|z\.?s\.?m\.?(?!\w)|zo\s+spoedig\s+mogelijk|zo\s+snel\s+mogelijk|binnenkort|doorlopend|per\s+direct"
    r"|(?:de\s+)?volgende\s+(?:keer|verg\.?))",
    re.IGNORECASE,
)
_TERMIJN_VOORAF = (
    r"(?:(?:uiterlijk\s+)?(?:een|één|enkele|een paar|twee|drie|vier|\d{1,2})\s+"
    r"(?:dag|dagen|week|weken|maand|maanden)\s+)?"
)
_HANGT_AF_VAN = re.compile(
    rf"\b{_TERMIJN_VOORAF}(?:n[aá]|v[óo]{{1,2}}r|voorafgaand aan)\s+(?:(?:de|het|een|afloop van)\s+)*(?:\w+\s+){{0,2}}?"
    r"(?:\w*(?:ing|catie|vangst|loop|kiezingen|ties?|luit|oplevering|overleg|seizoen|reces|zomer|release|vakantie"
    r"|NT\d+)\b)"
    r"(?:(?<=ontvangst)\s+van\s+(?:de|het|een)\s+\w+)?"
    r"|\b(?:uiterlijk\s+)?(?:een|één|twee|drie)\s+(?:dag(?:en)?|we(?:ek|ken))\s+(?:van tevoren|vooraf)\b",
    re.IGNORECASE,
)
_GEBEURTENIS = re.compile(
    r"^(?P<term>(?:na|zodra|voorafgaand aan)\s+[^,.;:]{3,60}?)"
    r"(?=,|\s+(?:wordt|worden|zal|zullen|gaat|gaan|kan|kunnen|komt|komen|stuurt|maakt)\b)",
    re.IGNORECASE,
)
_AANHALING = re.compile(
    r"\b(?:d\.d\.|(?:verslag|vergadering|overleg|brief|mail|notitie|besluit)\s+(?:van|d\.d\.))\s*$", re.IGNORECASE
)


def find_termijn(tekst: str, datum: date | None = None) -> Termijn:
    """Find the term of an action in its words, with the ``uiterlijk`` or ``vóór`` before it.

    ``datum`` is the meeting. A date that only says of when a document is (``de brief van 3 mei``) is none. A term
    without a date of its own (``z.s.m.``, ``na publicatie``) keeps its words.
    """
    for found in find_termijnen(tekst, datum):
        begin = find_begin(tekst, found.begin, found.eind)
        quoted = tekst[begin : begin + 1].isdigit() and _AANHALING.search(tekst[:begin])
        if not _is_naam(found) and not quoted:
            return Termijn(tekst[begin : found.eind].strip().rstrip("."), found.termijn.datum)
    if vague := find_vaag(tekst):
        return vague
    if event := _GEBEURTENIS.match(tekst.strip()):
        return Termijn(event["term"].strip())
    return find_gebeurtenis(tekst)


def find_gebeurtenis(tekst: str) -> Termijn:
    """Find a term that hangs on an event: ``na ontvangst van de brief``; empty where there is none."""
    match = _HANGT_AF_VAN.search(tekst)
    return Termijn(" ".join(match.group().split())) if match else Termijn()


def find_vaag(tekst: str) -> Termijn:
    """Find a term that names no day: ``z.s.m.``, ``op korte termijn``; empty where there is none."""
    match = _VAAG.search(tekst)
    return Termijn(match.group()) if match else Termijn()


def is_alleen_termijn(tekst: str) -> bool:
    """Tell whether a text is a term and nothing else: ``uiterlijk 1 mei``, ``z.s.m.``."""
    bare = tekst.strip(" .,;:()–-")
    if not bare or len(bare) > 60:
        return False
    for found in sorted(find_termijnen(bare), key=lambda f: -f.begin):
        if _is_naam(found):
            return False
        bare = f"{bare[: found.begin]} {bare[found.eind :]}"
    had_term = bare.strip() != tekst.strip(" .,;:()–-")
    bare, vague = _VAAG.subn(" ", bare)
    left = re.sub(rf"\b{_ERVOOR}(?!\w)|\b(?:voor|of|en|uur|aanstaande|a\.s)\b|[^\w]", " ", bare, flags=re.IGNORECASE)
    return (had_term or vague > 0) and not left.strip()


def _is_naam(found: GevondenTermijn) -> bool:
    """``Jan`` with a capital is a person, not the month."""
    return found.termijn.tekst.strip(".") == "Jan"
