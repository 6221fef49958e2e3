"""Who does it, in a sentence somebody marked as an action: the subject, known by its title, its name or its place.

A marked sentence needs no proof that it is an action, so word order is enough: who opens it before a finite verb
(``De heer Voorbeeld zoekt dit uit``), who follows that verb (``Hierover belt mevrouw De Proef``), or who opens what
was agreed (``Afgesproken wordt dat dhr. Nep ...``).
"""

from __future__ import annotations

import re

from pipeline.markering.houders import MET_AANHEF, NAAM, ROL
from pipeline.wie.namen import Deelnemerindex
from pipeline.wie.woordenboek import is_gangbare_voornaam

_LICHAAM = (
    r"(?:(?i:(?:de|het)\s+)?(?i:team|afdeling|bureau|projectbureau|omgevingsdienst|veiligheidsregio|ggd|redactie"
    r"|stichting|vereniging|bewonerscommissie|accountant|teamleiders?)\b(?:\s+[A-Z][\w-]+){0,3})"
)
_HELE = r"(?i:(?:de|het|onze)\s+(?:gehele|hele|voltallige|volledige|ganse)\s+)"
_EEN = rf"(?:{_HELE}?(?:{MET_AANHEF}|(?i:{ROL})(?!\w)|{_LICHAAM}|{NAAM}))"
_GROEP = rf"{_EEN}(?:(?:\s*,\s*{_EEN})*\s*(?:\ben\b|&|/|samen\s+met\b)\s*{_EEN})?"
# A body whose name the minutes know and no list does: an abbreviation, or two capitals and more in a row.
_NAAM_VAN_LICHAAM = re.compile(r"[A-Z][a-z]*[A-Z][\w&-]*|[A-Z][\w&’'-]+(?:\s+[A-Z][\w&’'-]+)+")
# What is said of somebody between the name and the verb.
_NADER = r"(?:\s*\([^()]{1,40}\)|\s+(?:van|bij|namens)\s+(?:(?:de|het)\s+)?[\w-]+)?"
_OPENT = re.compile(rf"(?P<wie>{_GROEP}){_NADER}\s+(?P<woord>[a-zà-ÿ]+)")
# What may stand before the verb and is not its subject.
_VOOROP = (
    r"(?i:dit|dat|deze|die|de|het|hier\w*|daar\w*|er\w*|vervolgens|verder|ook|tevens|binnenkort|morgen|volgende|komende"
    r"|zo|dan|intussen|inmiddels|desgewenst|op|in|voor|vóór|na|naar|over|met|bij|tijdens|uiterlijk|binnen|per|eind"
    r"|begin|medio|om|uit|van|vanaf|namens|rond|begin|zodra|als|wanneer|aan|ter|tot)"
)
_ERNA = re.compile(rf"{_VOOROP}\b(?:\s+[^\s;:]+){{0,11}}?\s+(?P<woord>[a-zà-ÿ]+)\s+(?P<wie>{_GROEP})(?!\w)")
_AFGESPROKEN = re.compile(rf"(?i:afgesproken|toegezegd|gevraagd)\s+(?:wordt|is|werd)\s+dat\s+(?P<wie>{_GROEP})(?!\w)")
_HULP = frozenset(
    "zal zullen gaat gaan kan kunnen wil willen moet moeten mag mogen doet doen gaan laat laten zou".split()
)
# Words that end as a finite verb does and are none.
_GEEN_VERB = frozenset(
    "het met niet uit tot dit dat wat want omdat zodat voordat nadat totdat doordat opdat dient net juist best "
    "laatst eerst naast kort recht direct zeer graag geen tegen binnen buiten tussen sinds wegen toekomst".split()
)
# In the passive the one named is not the one who acts; who has, is or asks something, is not (yet) at work.
_GEEN_DAAD = frozenset(
    "wordt worden werd werden is zijn was waren heeft hebben had hadden vraagt vragen verzoekt verzoeken vindt vinden "
    "merkt merken meldt melden constateert mist vertelt vertellen benadrukt antwoordt concludeert denkt denken hoopt "
    "hopen verwacht verwachten begrijpt herkent ziet zien noemt noemen schetst pleit onderschrijft reageert bedankt "
    "wijst".split()
)
# Verbs that tell what somebody says, with the part that may stand far behind them.
_ZEGT = {"geeft": "aan", "geven": "aan", "licht": "toe", "lichten": "toe", "deelt": "mee", "delen": "mee"}
_WORDT_GEVRAAGD = re.compile(r"\s+(?:gevraagd|verzocht)\b")
_NAVRAGEN = re.compile(r"\b(?:na|op|uit)(?=[.,;]|\s*$|\s+(?:bij|of|en|voor|aan)\b)")


def find_onderwerp(zin: str, bekend: Deelnemerindex | None = None) -> str:
    """Return who does it in a marked sentence, as written; an empty string where that cannot be told.

    Somebody with a title counts whether listed in ``bekend`` or not; a bare name when it is listed or is a common
    first name, and the name of a body where it opens the sentence.
    """
    for part in re.split(r";\s+", zin.strip()):
        for pattern in (_OPENT, _AFGESPROKEN, _ERNA):
            match = pattern.match(part)
            if match is None or not _acts(match, part):
                continue
            opens = pattern is _OPENT and _NAAM_VAN_LICHAAM.fullmatch(match["wie"].strip()) is not None
            if opens or _is_somebody(match["wie"], bekend):
                return match["wie"].strip()
    return ""


def _acts(match: re.Match[str], zin: str) -> bool:
    """Tell whether the word beside the name is a finite verb that says what they are going to do."""
    word = match.groupdict().get("woord")
    if word is None:
        return True
    if word in ("vraagt", "vragen"):
        return _NAVRAGEN.search(zin, match.end()) is not None
    if word in ("wordt", "worden") and _WORDT_GEVRAAGD.match(zin, match.end()):
        return True
    if word in _GEEN_DAAD or word in _GEEN_VERB or _only_says(word, zin[match.end() :]):
        return False
    several = re.search(r"\ben\b|&|/", match["wie"]) is not None
    return word in _HULP or word.endswith("t") or (several and word.endswith("n"))


def _only_says(word: str, rest: str) -> bool:
    """Tell whether this is what somebody says: ``geeft aan dat``, ``licht het plan toe``, ``zegt dat``."""
    if word in ("zegt", "zeggen"):
        return re.match(r"(?:\s+[\w-]+){0,3}\s+toe\b", rest) is None
    particle = _ZEGT.get(word)
    return (
        particle is not None
        and re.search(rf"\b{particle}\b(?=\s*(?:[.,;]|dat\b|hoe\b|wat\b|$))", rest[:80]) is not None
    )


def _is_somebody(wie: str, bekend: Deelnemerindex | None) -> bool:
    """Tell whether all of these are people or roles: titled, listed, or called by a first name."""
    return all(_is_one(name.strip(), bekend) for name in re.split(r",|\ben\b|&|/|\bsamen\s+met\b", wie) if name.strip())


def _is_one(name: str, bekend: Deelnemerindex | None) -> bool:
    if re.fullmatch(rf"{_HELE}?(?:{MET_AANHEF}|(?i:{ROL})|{_LICHAAM})", name) or (
        bekend is not None and bekend.kent(name)
    ):
        return True
    return is_gangbare_voornaam(name.split(maxsplit=1)[0])
