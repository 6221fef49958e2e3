"""Where a term begins: the words before its core that belong to it, and no stray article or preposition besides.

``uiterlijk in`` before *september*, ``in de loop van`` before *mei*, ``voor het overleg van`` before *11 april*; of
``De secretaris verstuurt het uiterlijk volgende week`` the *het* stays outside.
"""

from __future__ import annotations

import re

BIJEENKOMST = r"[\w-]*(?:vergadering|overleg|bijeenkomst|sessie|tafel|werkgroep|stuurgroep|commissie|raad|meeting)"
_VOORZETSEL = (
    r"(?:v[óo]{1,2}r|per|in|op|tot(?:\s+en\s+met)?|t/m|binnen|rond|omstreeks|tegen|vanaf|n[aá]|tijdens|over|aan"
    r"|deadline|ca\.?)"
)
_DEEL = (
    r"(?:(?:in\s+)?de\s+loop\s+van|met\s+ingang\s+van"
    rf"|(?:{_VOORZETSEL}\s+)?(?:het\s+)?(?:begin|einde?|midden)\s+van|begin|einde?|medio|half)"
)
# A date of a meeting is a term before or at which something is done; by itself it says of when a paper is.
_BIJEENKOMST_VAN = (
    rf"(?:(?:v[óo]{{1,2}}r|uiterlijk\s+(?:in|op))\s+(?:de|het)\s+{BIJEENKOMST}\s+(?:van|op)(?=\s+$)"
    rf"|(?:in|op|tijdens)\s+(?:de|het)\s+{BIJEENKOMST}\s+(?:van|in)(?=\s+$))"
)
_AANLOOP = re.compile(
    rf"(?<!\w)(?:nog\s+)?(?:uiterlijk\s+)?(?:(?:{_DEEL}|{_VOORZETSEL})\s+)?(?:uiterlijk\s+)?$", re.IGNORECASE
)
_VAN_BIJEENKOMST = re.compile(rf"(?<!\w)(?:nog\s+)?(?:uiterlijk\s+)?{_BIJEENKOMST_VAN}\s+$", re.IGNORECASE)
_LIDWOORD = re.compile(r"(?<!\w)(?P<lidwoord>de|het|een)\s+$", re.IGNORECASE)
# The cores that an article may stand before, by article; a single week or month has none (*volgende week*).
_MET_DE = re.compile(
    r"(?:komende|volgende|eerstvolgende|aanstaande)\s+(?:dagen|weken|maanden|periode|tijd|keer|verg\.?|(?-i:[A-Z]{2,6}\b)"
    r"|[\w-]*(?:vergadering|bijeenkomst|sessie|tafel|werkgroep|stuurgroep|meeting))"
    r"|(?:eerste|tweede|1e|2e)\s+helft|(?:eerste|tweede|derde|vierde|laatste)\s+week\b|zomer|winter|herfst|lente"
    r"|kerst|\w+vakantie",
    re.IGNORECASE,
)
_MET_HET = re.compile(
    r"(?:komende|volgende|eerstvolgende|aanstaande)\s+(?:kwartaal|jaar|[\w-]*overleg|(?-i:[A-Z]{2,6}\b))"
    r"|(?:eerste|tweede|derde|vierde|[1-4]e)\s+(?:kwartaal|halfjaar)|\w*reces|najaar|voorjaar|einde?\s+van\b|weekend",
    re.IGNORECASE,
)
_MET_EEN = re.compile(r"volgende?\s+(?:keer|[\w-]*(?:overleg|vergadering|bijeenkomst))", re.IGNORECASE)
_PASSEND = {"de": _MET_DE, "het": _MET_HET, "een": _MET_EEN}


def find_begin(tekst: str, begin: int, eind: int) -> int:
    """Return where the term begins whose core stands at ``begin`` up to ``eind``, its leading words included."""
    core = tekst[begin:eind]
    if found := _VAN_BIJEENKOMST.search(tekst, 0, begin):
        return found.start() if core[:1].isalpha() or _is_ahead(found.group()) else begin
    start = begin
    if article := _LIDWOORD.search(tekst, 0, begin):
        if not _PASSEND[article["lidwoord"].lower()].match(core):
            return _behind_part(tekst, article.start(), begin)
        start = article.start()
    lead = _AANLOOP.search(tekst, 0, start)
    return lead.start() if lead is not None else start


def _is_ahead(lead: str) -> bool:
    """Before a day only *voor* and *uiterlijk* look ahead: in *de vergadering van 3 mei* it may have been said."""
    return re.match(r"\s*(?:nog\s+)?(?:v[óo]{1,2}r|uiterlijk)\b", lead, re.IGNORECASE) is not None


def _behind_part(tekst: str, article: int, begin: int) -> int:
    """Read ``in de loop van de`` and ``aan het einde van het`` before an article that is part of the term."""
    part = re.search(rf"(?<!\w)(?:uiterlijk\s+)?{_DEEL}\s+$", tekst[:article], re.IGNORECASE)
    return part.start() if part is not None and part.group().rstrip().endswith("van") else begin
