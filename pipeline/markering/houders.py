"""Owners of actions as people write them: names, initials, roles, teams; alone or in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.wie.lexicon import AANHEF_PATROON, BESTUURSAMBTEN, VOORVOEGSEL_PATROON
from pipeline.wie.namen import Deelnemerindex

ROLLEN = (
    "voorzitter|vice-voorzitter|secretaris|ambtelijk secretaris|secretariaat|penningmeester|notulist|notuliste|"
    "bestuur|bestuurders|hoofd|dagelijks bestuur|algemeen bestuur|directie|directeur|bestuurder|beheerder|"
    "portefeuillehouder|projectleider|programmamanager|projectteam|"
    "werkgroep|stuurgroep|kerngroep|commissie|griffie|griffier|college|wethouder|burgemeester|gemeente|gemeenten|"
    "provincie|waterschap|regio's|regio’s|leden|alle leden|alle gemeenten|alle partijen|alle deelnemers|"
    "alle aanwezigen|allen|alle|all|iedereen|"
    "ieder|een ieder|eenieder|deelnemers|leveranciers|vz|secr|pm|db|ab|cvdk|mt"
)
ROL = (
    rf"(?:(?:de|het|den)\s+)?(?:{ROLLEN})\b"
    rf"(?:\s+(?:van\s+de\s+)?(?:(?:{VOORVOEGSEL_PATROON})\s+)*(?-i:[A-Z])[\w-]+){{0,2}}"
)
_AANHEF = rf"(?:(?:(?:de|het)\s+)?(?:(?:{AANHEF_PATROON}|{'|'.join(sorted(BESTUURSAMBTEN))}|commissielid)\b\.?\s+)+)"
_KALE_NAAM = (
    rf"(?:[A-ZÀ-Þ]\.\s?){{0,4}}(?:(?:{VOORVOEGSEL_PATROON})\s+){{0,3}}[A-ZÀ-Þ][\w’'-]*"
    rf"(?:\s+(?:(?:{VOORVOEGSEL_PATROON})\s+){{0,3}}[A-ZÀ-Þ](?:[\w’'-]+|\.|\b)){{0,3}}(?:\s*\([A-Z][^()]{{0,30}}\))?"
)
NAAM = rf"(?i:{_AANHEF})?{_KALE_NAAM}"
MET_AANHEF = rf"(?i:{_AANHEF}){_KALE_NAAM}"
_LEEG = r"(?:[.…]*\?+|[.…]{2,}|n\.?t\.?b\.?|nog te bepalen)"
# Roles are read in any case, names need their capitals: hence the inline flag.
_EEN = rf"(?:(?i:{ROL})(?!\w)|@?{NAAM}|@[\w.-]*\w(?:\s+[A-ZÀ-Þ][\w’'-]+)?|{_LEEG})"
_TUSSENTEKEN = r"\s*(?:,\s*(?:en\s+)?|/|&|\+|;|\ben\b|\bi\.?s\.?m\.?\b|\bmet\b)\s*"
_RIJ = re.compile(rf"{_EEN}(?:{_TUSSENTEKEN}{_EEN})*")
# Words that begin a sentence with a capital and are no names.
_GEEN_NAAM = frozenset(
    "de het een er dit dat deze die we wij men ik hij zij alle graag nog ook na naar voor in op bij met als om te "
    "is zijn wordt worden kan kunnen moet moeten maken opstellen uitzoeken navragen contact nagaan bekijken plannen "
    "inplannen agenderen agenda verslag vraag voorstel afspraak actie actiepunt actiepunten besluit issue issues geen "
    "volgende terugkoppeling navraag wie wat hoe stuk stukken notitie document dan daarna graag iedere elk tekst "
    "zie alles oproep verzoek niets aanpassen opnemen uitwerken toevoegen controleren checken delen verzenden "
    "versturen rondsturen bespreken organiseren zorgen terugkomen overleg overleggen onderzoek onderzoeken mogelijk "
    "behoefte eerst verder vervolgens komende januari februari maart april mei juni juli augustus september oktober "
    "november december".split()
)


@dataclass(frozen=True, slots=True)
class Houders:
    """Owners at the beginning of a text, as written, and where they end."""

    tekst: str
    eind: int


def read_houders(tekst: str, bekend: Deelnemerindex | None = None) -> Houders | None:
    """Read owners from the beginning of a text: ``Jan/Piet``, ``de secretaris``, ``TK en EK``; None if none."""
    left = len(tekst) - len(tekst.lstrip())
    match = _RIJ.match(tekst, left)
    if match is None:
        return None
    text = match.group().strip()
    first = re.split(r"[\s/,.&+]", text, maxsplit=1)[0].casefold()
    if first in _GEEN_NAAM and not _is_role(text) and not (bekend and bekend.kent(text)):
        return None
    return Houders(text, match.end())


def is_alleen_houders(tekst: str) -> bool:
    """Tell whether a text is owners and nothing else: ``Jan/Piet``, ``secretaris``, ``TK en EK.``."""
    text = tekst.strip().rstrip(".").strip()
    found = read_houders(text) if text and len(text) <= 90 else None
    return found is not None and found.eind >= len(text)


def is_onbekend(tekst: str) -> bool:
    """Tell whether an owner is a placeholder: ``?``, ``….?``, ``n.t.b.``."""
    return bool(re.fullmatch(_LEEG, tekst.strip(), re.IGNORECASE))


def _is_role(tekst: str) -> bool:
    return bool(re.match(rf"{ROL}(?!\w)", tekst, re.IGNORECASE))


def is_rol(tekst: str) -> bool:
    """Tell whether a text is a role or a body that may own an action: ``de secretaris``, ``allen``."""
    return bool(re.fullmatch(ROL, tekst.strip().rstrip("."), re.IGNORECASE))
