"""How people write that something is confidential: in a heading, in brackets, on a line of its own, in a set phrase.

One grammar for records, agendas and foreign minutes. The answer is ``ja``, ``vraag`` (somebody has to say) or nothing.
In running text only a set phrase counts; ``besloten`` as a verb, before decisions, never does. A subject such as
``Vertrouwelijkheid van stukken`` or ``Geheimhouding`` is no mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.markering.patroon import lui

Oordeel = Literal["", "ja", "vraag"]

# A mark that says nothing but that there is an embargo, and perhaps until when.
_EMBARGO = lui(
    r"\W*(?:(?:dit\s+\w+\s+is|status\s*:)\s+)?(?:(?:onder|met)\s+)?embargo\b\s*[:,]?\s*"
    r"(?:(?:tot(?:\s+en\s+met)?|t/m|tm)\b)?(?P<tot>.*?)[\s.!\])}]*",
    re.IGNORECASE,
)

# What the notation writes itself, behind a heading; a backslash in it is what an earlier version wrote.
_EIGEN = lui(r"\((?P<woord>vertrouwelijk|openbaar)(?P<vraag>\?)?\\*\)", re.IGNORECASE)

_DEEL = (
    r"(?:deel(?!\s+(?:te|uit|aan)\b)|gedeelte|onderdeel|(?:agenda)?punt|(?:agenda)?onderwerp|behandeling|bespreking"
    r"|vergadering|zitting|overleg|sessie)"
)
_STERK = r"(?:(?:strikt|zeer|uiterst|hoogst|streng|commercieel)[ -])?"
# Words that say it whatever stands beside them; ``besloten`` alone is told apart, since it is a verb as well.
_ZEKER = (
    rf"(?:{_STERK}(?:vertrouwelijke?|confidentieel|geheime?)(?:\s+{_DEEL})?|niet[ -]openba(?:ar|re?)(?:\s+{_DEEL})?"
    r"|niet\s+(?:voor|ter)\s+publicatie|(?:(?:onder|met)\s+)?embargo"
    r"|(?:alleen|uitsluitend|enkel|slechts)\s+(?:(?:bestemd|bedoeld|ter\s+inzage|toegankelijk)\s+)?voor\s+(?:de\s+|onze\s+)?leden"
    rf"|besloten\s+{_DEEL}|in\s+beslotenheid|achter\s+gesloten\s+deuren|onder\s+geheimhouding)"
)
_MERK = rf"(?:{_ZEKER}|besloten)"
_TOT = r"(?:\s*,?\s*(?:tot(?:\s+en\s+met)?|t/m|tm)\b(?:[\w. ]|(?<=\d)[-:/](?=\d)|,(?=\s*(?:om\s+)?\d)){1,40})?"
_MEER = rf"(?:\s*(?:[,;/&+]|\ben\b|[-–—])\s*{_MERK}{_TOT})*"
_HEEL = rf"{_MERK}{_TOT}{_MEER}\s*[.!]*"

_ALLEEN_MERK = lui(rf"\W*(?:let\s+op\s*[:!]?\s*)?{_HEEL}\s*\W*", re.IGNORECASE)
_KALE_BESLOTEN = lui(r"\s*\**\s*besloten\s*\**\s*[.:]*\s*\**\s*", re.IGNORECASE)
_HAAK = lui(r"[(\[{](?P<binnen>[^()\[\]{}]{4,90})[)\]}]")
_IN_HAAK = lui(rf"\s*(?:dit\s+\w+\s+is\s+|status\s*:\s*)?{_HEEL}\s*", re.IGNORECASE)
_STREEP = r"\s*(?:[:|•·–—]|(?<=\s)-(?=\s)|(?<=\w)-(?=\s)|//?)\s*"
_VOORAAN = lui(rf"(?P<merk>{_MERK}{_TOT}?){_STREEP}(?=\w|\*|\d)", re.IGNORECASE)
_ACHTERAAN = lui(rf"(?<=\S)\s*(?:[:;,|•·/–—]|(?<=\s)-)\s*(?P<merk>{_MERK}{_TOT}{_MEER})\s*[.!]*\s*\Z", re.IGNORECASE)
_KAPITAAL = lui(
    r"(?:\A(?P<voor>(?:STRIKT |ZEER )?(?:VERTROUWELIJK|GEHEIM|NIET[ -]OPENBAAR|BESLOTEN|EMBARGO)) (?=\S)"
    r"|(?<=\S) (?P<na>(?:STRIKT |ZEER )?(?:VERTROUWELIJK|GEHEIM|NIET[ -]OPENBAAR|BESLOTEN|(?:ONDER )?EMBARGO))\s*\Z)"
)
_TWIJFEL = lui(
    rf"(?<!\w)(?:{_STERK}(?:vertrouwelijke?|confidentieel|geheime?)|niet[ -]openbare?|niet[ -]openbaar|embargo"
    rf"|besloten\s+(?:{_DEEL}|bijeenkomst|raads?\w*)|(?:in\s+)?beslotenheid|(?:alleen|uitsluitend)\s+voor\s+(?:de\s+)?leden)(?!\w)",
    re.IGNORECASE,
)
_ONTKEND = lui(
    r"\b(?:niet|geen)\s+(?:(?:meer|langer|strikt|per\s+se)\s+)?(?=vertrouwelijk|confidentieel|geheim|besloten|embargo|onder\s+embargo)"
    r"|\bopenbaar\s+\(?geen|\b(?:opheff\w+|opgeheven|vervallen|einde?|afloop)\s+(?:van\s+)?(?:het\s+|de\s+)?(?=embargo|geheim)",
    re.IGNORECASE,
)
_DEELS = lui(r"\b(?:deels|gedeeltelijk|ten\s+dele|bijlagen?|stuk(?:ken)?|mogelijk|nog)\b|\?", re.IGNORECASE)

# A label that says it of what it stands above: "Status: vertrouwelijk", "Vertrouwelijk: ja", "Openbaar: nee".
_LABEL = (
    r"(?:status|classificatie|rubricering|openbaarheid|aard|karakter|vertrouwelijkheid|niveau|toegang|verspreiding"
    r"|behandel(?:ing|wijze)|publicatie|soort|type|kenmerk|let\s+op|nb|n\.b\.|opmerking|deel|vergadering|bespreking)"
)
_GELABELD = lui(
    rf"\W*(?:{_LABEL}\s*(?:[:=|]|[-–—])\s*{_HEEL}|[^\W\d][\w -]{{2,25}}\s*:\s*(?!besloten){_HEEL}"
    rf"|(?:{_MERK}|vertrouwelijkheid|geheimhouding)\s*\??\s*[:=|]\s*(?:ja|yes|x|✓|✔|☒|waar)"
    r"|openbaar(?:heid)?\s*\??\s*[:=|]\s*(?:nee|neen|niet|geen|no|n)|embargo\s*:?\s*(?:tot|t/m)\b[^.]{2,40})\s*\W*",
    re.IGNORECASE,
)
_ONTKENNEND_LABEL = lui(r"\s*[:=|]\s*(?:nee|neen|niet|geen|no|n)\b", re.IGNORECASE)

# A line of its own that was joined with the next one, as a text file does: "Vertrouwelijk De prijs is …".
_AANEEN = re.compile(
    rf"\W*(?:{_LABEL}\s*[:=]\s*)?{_STERK}(?:vertrouwelijk|confidentieel|geheim|niet[ -]openbaar|onder\s+embargo"
    r"|(?:alleen|uitsluitend)\s+voor\s+(?:de\s+)?leden)\W{0,3}\s+(?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)

# Set phrases: what is said of the item itself, and that it is dealt with behind closed doors.
_DIT = (
    r"(?:dit|deze|onderstaand\w*|het\s+(?:onderstaande|volgende|hiernavolgende)|wat\s+(?:hier)?\s*(?:volgt|onder\s+staat))"
    r"(?:\s+(?:(?:agenda|bespreek|hamer)?punt|(?:agenda)?onderwerp|item|(?:onder|ge)?deel(?:te)?|bespreking|informatie|paragraaf"
    r"|passage|tekst|mededeling|dossier))?"
)
_STUK = r"(?:(?:dit|deze|het|de)\s+(?:ge)?(?:hele\s+)?(?:(?:vergader|concept)?verslag|document|notulen|stuk|bestand))"
_WERKWOORD = r"(?:is|zijn|wordt|worden|was|werd|blijft|blijven|valt|staat|geldt\s+als)"
_TUSSEN = (
    r"(?:\s+(?:nog|ook|en|blijft|daarom|dus|als|voorlopig|geheel|volledig|strikt|zeer|hierna|op\s+\w+\s+van\s+\w+))*"
)
_ZIN = lui(
    rf"(?<!of )(?<!dat )(?<!als )(?<!wanneer )\b{_DIT}\s+{_WERKWOORD}{_TUSSEN}\s+{_ZEKER}(?!\w)"
    rf"|\b{_DIT}\s+{_WERKWOORD}\b[^.!?]{{0,40}}?\b(?:in\s+beslotenheid|in\s+(?:het\s+)?besloten\s+(?:deel|gedeelte))(?!\s+van)\b"
    rf"|\b{_DIT}\s+(?:is|wordt|werd)\s+besloten\s+(?:behandeld|besproken)"
    rf"|(?:\A|[.!?]\s+)in\s+(?:het\s+)?(?:beslotenheid|besloten\s+(?:deel|gedeelte))(?!\s+van)(?!\w)"
    rf"|\bop\s+{_DIT}\s+rust\s+(?:een\s+)?geheimhouding|\bin\s+beslotenheid\s+(?:behandeld|besproken|gesproken|vergaderd)"
    rf"|\b(?:behandeld|besproken|vergaderd|verder|voortgezet)\s+in\s+beslotenheid"
    rf"|\b(?:behandeld|besproken)\s+in\s+(?:het\s+)?besloten\s+(?:deel|gedeelte)(?!\s+van)",
    re.IGNORECASE,
)
_ZINVRAAG = lui(
    rf"\b(?:dat|omdat|aangezien)\s+{_DIT}\s+(?:strikt\s+)?(?:vertrouwelijk|geheim|niet\s+openbaar)\s+(?:is|blijft|wordt)"
    r"|\bin\s+(?:het\s+)?besloten\s+(?:deel|gedeelte)(?!\s+van)\b"
    r"|\bvergadering\s+(?:is|gaat|wordt|werd)(?:\s+\w+){0,4}\s+(?:in\s+beslotenheid|besloten\s+(?:verder|voortgezet))",
    re.IGNORECASE,
)
_STUKZIN = lui(rf"\b{_STUK}\s+{_WERKWOORD}{_TUSSEN}\s+{_ZEKER}(?!\w)", re.IGNORECASE)
_ERNA = lui(r"openbaa?r\w*\s+(?:deel|gedeelte|vergadering)|(?:einde|sluiting)\s+besloten", re.IGNORECASE)
_ERVOOR = lui(r"\W*(?:besloten|vertrouwelijk|geheim|niet[ -]openbaar)e?\s+(?:deel|gedeelte)\W*", re.IGNORECASE)
# A heading is short; in a longer text a mark behind it is looked for in brackets only, which takes no time.
_MAX_KOP = 300
_GESPATIEERD = lui(r"(?:\w ){4,}\w")
_ONZICHTBAAR = lui("[\u00ad\u200b-\u200f\u2060\ufeff]")
_STREEPJES = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u00a0": " ", "\u202f": " ", "\uff08": "(", "\uff09": ")"}
)
_BESLUIT_ERNA = lui(
    r"\s*(?:de|het|een|om|dat|te|tot|akkoord|geen|conform|wij?e?|we|er|in te|met|niet|op|ook)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Kopmerk:
    """What a heading says: the title without its mark, whether that is confidential, and the mark as written.

    Of a doubtful one (``vraag``) the title stays whole.
    """

    titel: str
    oordeel: Oordeel = ""
    merk: str = ""

    @property
    def is_vertrouwelijk(self) -> bool:
        """Tell whether to treat it as confidential: what is in doubt is, until somebody says otherwise."""
        return self.oordeel != ""

    @property
    def embargo(self) -> str | None:
        """Until when an embargo holds, as it was written, empty where it does not say; None for any other mark."""
        said = _EMBARGO.fullmatch(self.merk) if self.oordeel == "ja" else None
        return said["tot"].strip() if said and not _may_say(said["tot"]) else None


def split_eigen_merk(titel: str) -> Kopmerk | None:
    """Split ``Gebouw (vertrouwelijk)``, ``(vertrouwelijk?)`` and ``(openbaar)``: the notation's own; None without."""
    begin = titel.rfind("(")
    match = _EIGEN.fullmatch(titel, begin) if begin >= 0 else None
    if match is None:
        return None
    said: Oordeel = "" if match["woord"].casefold() == "openbaar" else "vraag" if match["vraag"] else "ja"
    return Kopmerk(titel[:begin].rstrip(" \t"), said, match.group())


def read_kop(titel: str, nummer: str = "") -> Kopmerk:
    """Read a heading: ``Gebouw (geheim)``, ``VERTROUWELIJK: Gebouw``, ``[besloten] Gebouw``, ``Gebouw - geheim``."""
    if own := split_eigen_merk(titel):
        return own
    text = _plain(titel)
    if not _may_say(text):
        return Kopmerk(titel)
    if _KALE_BESLOTEN.fullmatch(text):
        return Kopmerk(titel, "vraag" if nummer and ":" not in text else "")
    if _ALLEEN_MERK.fullmatch(text):
        return Kopmerk(titel.strip(" ()[]*"), "ja", text)
    found = _in_brackets(text) or _beside(text)
    if found is None and _GELABELD.fullmatch(text):
        return Kopmerk(titel, "ja", text)
    return found or _doubtful(titel, text)


def is_merkregel(tekst: str) -> bool:
    """Tell whether a line is nothing but a mark or a label with one: ``[GEHEIM]``, ``Status: vertrouwelijk``."""
    text = _plain(tekst)
    if not _may_say(text) or len(text) > 160 or _KALE_BESLOTEN.fullmatch(text):
        return False
    return bool(_ALLEEN_MERK.fullmatch(text) or _GELABELD.fullmatch(text))


def read_alinea(tekst: str) -> Oordeel:
    """Tell what a paragraph says of the item it stands in; ``Besloten: …`` opens a decision and says nothing."""
    text = _plain(tekst)
    if not _may_say(text):
        return ""
    if is_merkregel(text):
        return "ja"
    if _AANEEN.match(text):
        return "ja"
    lead = _VOORAAN.match(text.lstrip("*_ "))
    if lead and not _is_besloten(lead["merk"]) and not _ONTKENNEND_LABEL.match(text.lstrip("*_ "), lead.end("merk")):
        return "ja"
    for bracket in _HAAK.finditer(text):
        if _IN_HAAK.fullmatch(bracket["binnen"]) and not _ONTKEND.search(bracket["binnen"]):
            at_edge = not text[: bracket.start()].strip(" *") or not text[bracket.end() :].strip(" .*")
            return "ja" if at_edge else "vraag"
    if _ZIN.search(text):
        return "ja"
    return "vraag" if _ZINVRAAG.search(text) else ""


def read_regel(tekst: str) -> Kopmerk:
    """Read a row or line of a list: a mark in brackets, or before or behind it; in doubt it says nothing."""
    text = _plain(tekst)
    if not _may_say(text) or _KALE_BESLOTEN.fullmatch(text):
        return Kopmerk(tekst)
    found = split_eigen_merk(text) or _in_brackets(text) or _beside(text)
    if found is None or found.oordeel != "ja" or not found.titel or _is_besloten(found.merk):
        return Kopmerk(tekst)
    return found


def read_opschrift(tekst: str) -> Oordeel:
    """Tell what a line above the minutes, or at the top or bottom of their pages, says of all of it."""
    text = _plain(tekst)
    if not _may_say(text):
        return ""
    if is_merkregel(text) or _STUKZIN.search(text):
        return "ja"
    return "" if len(text) > 160 else read_kop(text).oordeel


def opens_besloten_deel(titel: str) -> bool:
    """Tell whether a heading opens a closed part of the meeting, in which more items may stand."""
    return bool(_ERVOOR.fullmatch(_plain(titel)))


def opens_openbaar_deel(titel: str) -> bool:
    """Tell whether a heading ends such a part."""
    return bool(_ERNA.search(_plain(titel)))


def _plain(text: str) -> str:
    """Return a text without what is not seen of it: hyphens and spaces as they are typed, letters that stand apart."""
    text = " ".join(_ONZICHTBAAR.sub("", text).translate(_STREEPJES).split())
    return _GESPATIEERD.sub(lambda match: match.group().replace(" ", ""), text)


_WOORDEN = (
    "vertrouwelijk",
    "geheim",
    "openba",
    "embargo",
    "leden",
    "besloten",
    "confidentieel",
    "publicatie",
    "gesloten",
)


def _may_say(text: str) -> bool:
    """Tell whether any of the words is in it: most text has none, and needs no pattern."""
    folded = text.casefold()
    return any(word in folded for word in _WOORDEN)


def _is_besloten(merk: str) -> bool:
    return bool(_KALE_BESLOTEN.fullmatch(merk))


def _in_brackets(text: str) -> Kopmerk | None:
    for bracket in _HAAK.finditer(text):
        inside = bracket["binnen"]
        if _ONTKEND.search(inside) or not _may_say(inside):
            continue
        if _IN_HAAK.fullmatch(inside):
            rest = f"{text[: bracket.start()]} {text[bracket.end() :]}"
            return Kopmerk(" ".join(rest.split()).strip(" :–—-"), "ja", inside.strip())
        if (
            _TWIJFEL.search(inside)
            or "geheimhouding" in inside.casefold()
            or (_DEELS.search(inside) and re.search(r"\bbesloten\b", inside, re.IGNORECASE))
        ):
            return Kopmerk(text, "vraag", inside.strip())
    return None


def _beside(text: str) -> Kopmerk | None:
    """Read a mark before or behind, with a dash or colon between, or in capitals."""
    if lead := _VOORAAN.match(text):
        rest = text[lead.end() :].strip()
        if _ONTKENNEND_LABEL.match(text, lead.end("merk")):
            return Kopmerk(text)
        if not _is_besloten(lead["merk"]):
            return Kopmerk(rest, "ja", lead["merk"])
        short = len(rest.split()) <= 5 and rest[:1].isupper() and not _BESLUIT_ERNA.match(rest)
        return Kopmerk(text, "vraag" if short else "", lead["merk"])
    if len(text) > _MAX_KOP:
        return None
    if tail := _ACHTERAAN.search(text):
        comma = text[tail.start() : tail.start("merk")].strip() in (",", ";")
        if comma and _is_besloten(tail["merk"]):
            return Kopmerk(text, "vraag", tail["merk"])
        if not _ONTKEND.search(text[tail.start() :]):
            return Kopmerk(text[: tail.start()].rstrip(" :–—-"), "ja", tail["merk"])
    if not text.isupper() and (loud := _KAPITAAL.search(text)):
        return Kopmerk(_KAPITAAL.sub("", text, count=1).strip(), "ja", loud["voor"] or loud["na"])
    return None


def _doubtful(titel: str, text: str) -> Kopmerk:
    bare = _ONTKEND.sub("\0", text)
    found = next((m for m in _TWIJFEL.finditer(bare) if bare[max(m.start() - 1, 0)] != "\0"), None)
    return Kopmerk(titel, "vraag", found.group()) if found else Kopmerk(titel)
