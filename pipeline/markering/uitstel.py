"""What minutes say when an item is put off: ``Uitgesteld tot de volgende keer``, ``Dit punt wordt aangehouden``."""

from __future__ import annotations

import re

from pipeline.markering.patroon import lui
from pipeline.markering.zinnen import split_zinnen

_STUK = (
    r"(?:agenda)?punt(?:en)?|onderwerp(?:en)?|bespreking|behandeling|besluit(?:vorming)?|voorstel(?:len)?|stuk(?:ken)?"
    r"|notitie|item|presentatie|toelichting|dit|alles"
)
_UITGESTELD = r"uitgesteld|aangehouden|doorgeschoven|doorgezet|verdaagd|verschoven|verplaatst"
_LATER = (
    r"(?:een|de|het|onze)\s+(?:eerst)?(?:volgende?|latere?|komende?)\s+"
    r"(?:vergadering|keer|overleg|bijeenkomst|regietafel|tafel|prt|rrt)"
)
_VORMEN = (
    rf"^\W*(?:{_UITGESTELD})\b",
    rf"\b(?:{_STUK})\b[^.]*\b(?:{_UITGESTELD})\b",
    rf"\b(?:{_UITGESTELD}|geagendeerd|besproken|behandeld|schui(?:ft|ven)|terug|komt|komen)\b[^.]*\b{_LATER}\b",
    rf"\b(?:gaat|gaan|door)\s+(?:naar|tot|op)\s+{_LATER}\b",
    rf"\b{_LATER}\b[^.]*\b(?:geagendeerd|besproken|behandeld|terug)\b",
    rf"^\W*(?:naar|tot)\s+{_LATER}\W*$",
)
_UITSTEL = lui("|".join(f"(?:{vorm})" for vorm in _VORMEN), re.IGNORECASE)
# What was put off before, is not put off, or is no item but the term of an action.
_GEEN_UITSTEL = lui(
    rf"\b(?:niet|geen|nooit)\b[^.,]*\b(?:{_UITGESTELD})\b|\b(?:was|waren|werd|werden|eerder|vorige)\b"
    r"|\b(?:termijn|deadline|planning|streefdatum|actie(?:s|punt(?:en)?)?)\b",
    re.IGNORECASE,
)


def find_uitstel(tekst: str) -> str | None:
    """Return the sentence that puts an item off to another meeting; None where a text says nothing of the kind."""
    for zin in split_zinnen(tekst):
        if _UITSTEL.search(zin.tekst) and not _GEEN_UITSTEL.search(zin.tekst):
            return zin.tekst
    return None
