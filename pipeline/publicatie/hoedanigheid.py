"""In which capacity a text names somebody: in office, out of it, as a private person, or as an inhabitant.

Politicians are named for the office they hold that day. Who is named as ``oud-wethouder``, or ``als inwoner``, may be
another, or the same without the office: that is asked. An inhabitant is never named, nor is the house.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.wie import woordenboek
from pipeline.wie.lexicon import AANHEF, AMBTEN, VOORVOEGSELS
from pipeline.wie.woorden import fold_woord

if TYPE_CHECKING:
    from pipeline.publicatie.bekenden import Bekende
    from pipeline.publicatie.vermeldingen import Naamvermelding

_RUIMTE = 90  # characters before a name in which the words stand that say in which capacity it is named
_TITELS = "|".join(sorted(map(re.escape, AANHEF | {"heer", "mevrouw"}), key=len, reverse=True))
_AMBT = "|".join(sorted(AMBTEN, key=len, reverse=True))
_TITEL = rf"(?:(?:de\s+)?(?:{_TITELS})\b\.?\s+)*"
_VROEGER = re.compile(
    rf"(?:\b(?:oud|ex)[-‐‑\s]?(?:{_AMBT})|\b(?:voormalige?|toenmalige?|gewezen|vroegere)\s+(?:{_AMBT}))"
    rf"(?:\s+van\s+(?:de\s+gemeente\s+)?[\w'’-]+)?,?\s+{_TITEL}\Z",
    re.IGNORECASE,
)
_BEWONER = (
    r"(?:\w*(?:inwoner|bewoner|huurder|klager|bezwaarmaker|inspreker|asielzoeker|statushouder)s?"
    r"|\w*(?:inwoonster|bewoonster|klaagster)s?|omwonenden?|buurman|buurvrouw|vluchteling(?:en)?)"
)
_ENKELE_BEWONER = re.compile(
    r"\b(?:\w*(?:inwoner|bewoner|huurder|klager|bezwaarmaker|inspreker|inwoonster|bewoonster|klaagster)"
    r"|omwonende|buurman|buurvrouw)\b",
    re.IGNORECASE,
)
_PRIVE = re.compile(
    rf"\bals\s+(?:een\s+)?(?:{_BEWONER}|privépersoon|privepersoon|particulier|ouder|burger)\b"
    r"|\bop\s+persoonlijke\s+titel\b",
    re.IGNORECASE,
)
_VOOR = "|".join(sorted(map(re.escape, VOORVOEGSELS), key=len, reverse=True))
# "bewoner mevrouw Van Voorbeeld", "de bewoners Voorbeeld en De Proef", "een inwoner van Testdam, de heer Voorbeeld"
_BEWONER_ERVOOR = re.compile(
    rf"\b(?i:{_BEWONER})(?:\s+(?:van|uit|aan|in|op)\s+(?:(?:de|het)\s+)?[A-ZÀ-Þ][\w'’-]*(?:\s+\d+\w?)?)?"
    rf"(?!\s+(?:van|uit|aan|in|op|te)\s)(?:[\s,]+(?:(?:{_TITELS}|{_VOOR}|en)\b\.?|[A-ZÀ-Þ][\w.'’-]*))*[\s,:]+\Z"
)
_WOONPLAATS = re.compile(r"(?:van|uit|aan|in|op|te)\s")  # "een inwoner van Testdam": a surname has a capital there
_BEWONER_ERACHTER = re.compile(rf"\s*[(,]\s*(?:een\s+|de\s+)?(?i:{_BEWONER})\b")
_GEKOZEN = frozenset("wethouder burgemeester gedeputeerde minister staatssecretaris dijkgraaf".split())
_VOLKSVERTEGENWOORDIGERS = frozenset("raadslid statenlid kamerlid commissielid".split())
_AMBT_ERVOOR = re.compile(rf"(?<![\w-])(?P<ambt>[\w-]+)\s+{_TITEL}\Z", re.IGNORECASE)
_ADRES = re.compile(
    r"(?P<straat>(?:[A-ZÀ-Þ][\w'’.-]*\s+(?:(?:van|de|der|den|het|ten|ter)\s+)*)*(?P<laatste>[A-ZÀ-Þ][\w'’-]+))"
    r"\s+\d{1,4}(?:\s?[a-zA-Z])?(?:[-/]\d+)?(?!\d)(?:,?\s+\d{4}\s?[A-Z]{2}\b)?"
)
_HET = frozenset("coa ministerie waterschap bureau college secretariaat rijk bestuur".split())
_DE = frozenset("gemeente provincie regio veiligheidsregio stichting politie ind ggd vng dtv griffie directie".split())
_ZINSEIND = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])|\n+")


def ask_hoedanigheid(v: Naamvermelding, tekst: str) -> Naamvermelding:
    """Ask about who may be named, where the text names this one otherwise than in office."""
    if v.wijze != "blijft" or not v.wie:
        return v
    reden = _reason(v, tekst)
    return replace(v, wijze="onbeslist", reden=reden) if reden else v


def _reason(v: Naamvermelding, tekst: str) -> str:
    before = tekst[max(0, v.begin - _RUIMTE) : v.begin]
    # The title belongs to the mention, the office before it does not.
    if _VROEGER.search(before):
        return "wordt genoemd in een vroegere functie"
    if _is_bewoner(v, tekst) or _PRIVE.search(_sentence(tekst, v.begin)):
        return "wordt genoemd als inwoner of op persoonlijke titel"
    office = _AMBT_ERVOOR.search(before)
    if office and all(_does_not_fit(fold_woord(office["ambt"]), b) for b in v.wie):
        return f"is misschien iemand anders: {v.wie[0].naam} is geen {office['ambt'].lower()}"
    return ""


def _does_not_fit(ambt: str, bekende: Bekende) -> bool:
    """Tell whether an office in the text is not the one the list has; a list without one says little."""
    own = {fold_woord(word) for word in re.findall(r"[\w-]+", bekende.functie)}
    if ambt in _VOLKSVERTEGENWOORDIGERS:
        return ambt not in own
    return ambt in _GEKOZEN and bool(own & _GEKOZEN) and ambt not in own


def anonymise_bewoner(v: Naamvermelding, tekst: str, aanduiding: str) -> Naamvermelding:
    """Take away the name of an inhabitant, whatever was decided; of who may be named elsewhere it was asked."""
    is_public = bool(v.wie) and all(b.openbaar == "naam" for b in v.wie)
    if is_public or not _is_bewoner(v, tekst):
        return v
    return replace(v, wijze="vervangen", door=aanduiding, reden="inwoner of klager")


def _is_bewoner(v: Naamvermelding, tekst: str) -> bool:
    if _WOONPLAATS.match(v.tekst):
        return bool(_BEWONER_ERACHTER.match(tekst, v.eind))
    before = tekst[max(0, v.begin - _RUIMTE) : v.begin]
    return bool(_BEWONER_ERVOOR.search(before) or _BEWONER_ERACHTER.match(tekst, v.eind))


def find_huisadressen(tekst: str) -> Iterator[tuple[int, int]]:
    """Find the streets with a house number in a sentence about an inhabitant, as (begin, end)."""
    if not _ENKELE_BEWONER.search(tekst):
        return
    for match in _ADRES.finditer(tekst):
        is_street = woordenboek.is_straat(fold_woord(match["laatste"])) or "straat" in match["straat"].casefold()
        if is_street and _ENKELE_BEWONER.search(_sentence(tekst, match.start())):
            yield match.span()


def _sentence(tekst: str, plaats: int) -> str:
    """Return the sentence a place is in."""
    ends = [m.end() for m in _ZINSEIND.finditer(tekst)]
    begin = max((e for e in ends if e <= plaats), default=0)
    return tekst[begin : min((e for e in ends if e > plaats), default=len(tekst))]


def met_lidwoord(organisatie: str) -> str:
    """Write an organisation as it stands behind ``van``: ``het COA``, ``de gemeente Polderwijk``, ``Polderwijk``."""
    first = fold_woord(organisatie.split(" ", maxsplit=1)[0])
    if first in _HET:
        return f"het {organisatie}"
    return f"de {organisatie}" if first in _DE else organisatie
