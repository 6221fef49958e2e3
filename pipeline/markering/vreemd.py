"""Markers of actions and decisions as minutes of any body write them: one grammar.

``[A1]``, ``(actiepunt)``, ``ACTIE: Jan.``, ``Actie Jan: …``, ``<Actiepunt Jan>``, ``(Actie: Jan/Piet)``,
``Actiepunt Jan.`` at the end, ``Actie: …``, ``AP3 Jan: …``. Pointers (``ACTIE zie punt 4``), states
(``actie afgerond``) and ``Actiepunten: geen`` are nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from pipeline.markering.houders import is_alleen_houders, is_onbekend, read_houders
from pipeline.markering.labels import MarkeringSoort
from pipeline.markering.statussen import parse_status
from pipeline.markering.tijdwoorden import is_alleen_termijn
from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.wie.namen import Deelnemerindex

Plaats = Literal["ervoor", "erachter"]

_WOORD = r"(?:a[ck]tie(?:[ -]?punt)?|to[ -]?do|a\.?p\.?(?=\s*\d)|a(?=\s*:))"
_NUMMER = r"(?:nr\.?\s*|nummer\s*|#\s*)?(?P<label>(?:[A-Z]{1,3}[-.]?)?\d[\d./-]*\d|(?:[A-Z]{1,3}[-.]?)?\d+[a-z]?)"
_HAAKJES = re.compile(
    rf"(?P<open>[<(\[{{])\s*(?P<woord>{_WOORD})\b\s*(?:{_NUMMER}(?![\w/]))?\s*[:;=–-]*\s*"
    r"(?P<binnen>[^<>(){}\[\]]*(?:\([^()]*\)[^<>(){}\[\]]*)?)[>)\]}]"
    r"(?P<staart>\s*[:–-](?=\s))?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\[(?P<label>(?P<letter>A|AP|B)[ .-]?\d{1,4}[a-z]?|[AB])\]")
_BEGIN = re.compile(
    rf"(?P<pijl>[>→=*•–-]+\s*)?(?P<woord>(?:(?:vervolg)?a[ck]tie(?:[ -]?punt)?|to[ -]?do|te\s+doen(?=\s*:)"
    r"|(?-i:AP|A\.P\.)(?=\s*:|\s+[A-Z])|toezegging(?=\s*:|\s+[A-Z][\w .]+:)|besluit(?=\s*(?:\d|:)))(?!\w)"
    r"|(?:AP|A)(?=[ .-]?\d))"
    rf"(?:\s*[.-]?\s*{_NUMMER}(?![\w/]))?(?:\s+(?:door|voor|bij|aan)(?=\s))?",
    re.IGNORECASE,
)
_EIND = re.compile(
    r"(?P<teken>\s[–-]+>?\s*|[,;:]\s*|[→>=]+\s*|\s{2,}|\t)(?P<woord>a[ck]tie(?:[ -]?punt)?)\s*:?\s+"
    r"(?P<houder>[^;]{2,60}?)[.;]?$",
    re.IGNORECASE,
)
# Within a sentence, behind a dash or an arrow: "dat wordt lastig – actie Jan: uitzoeken".
_ERIN = re.compile(r"(?:\s[–—-]+>?|[;→])\s*(?=a[ck]tie(?:[ -]?punt)?\s)", re.IGNORECASE)
_IN_WOORDEN = re.compile(
    r"\b(?:als|tot)\s+(?:een\s+)?(?:nieuw\s+)?actie(?:punt)?\s+(?:wordt\s+|is\s+)?"
    r"(?:genoteerd|opgenomen|toegevoegd|vastgelegd|benoemd|aangemerkt|meegenomen|opgevoerd|gemaakt)\b"
    r"|\b(?:op|aan|in)\s+de\s+actielijst\s+(?:gezet|geplaatst|toegevoegd|opgenomen)\b",
    re.IGNORECASE,
)
_DOOR = re.compile(r"^\s*(?:door|voor|houder|wie)\s*:?\s+", re.IGNORECASE)
_NIETS = re.compile(
    r"\W*(?:zie\b|vgl\b|conform\b|cf\b|geen\b|niets\b|nihil\b|n\.?v\.?t\b|niet van toepassing|vervallen\b|volgt\b|"
    r"onder\b|"
    r"(?:nr\.?\s*)?\d+\s*(?:is|wordt|was)\b)|[\s.–-]*$",
    re.IGNORECASE,
)
_WERKWOORD = (
    r"(?:is|was|zijn|waren|heeft|hebben|had|levert|loopt|lopen|staat|staan|wordt|worden|werd|kan|kunnen|moet|blijft|"
    r"komt|ligt)"
)


@dataclass(frozen=True, slots=True)
class VreemdeMarkering:
    """A marker found in a paragraph.

    ``plaats`` tells where the action stands: ``ervoor`` (the marker follows its action) or ``erachter``;
    ``tekst`` is the action where it stands within the marker. ``houder`` is the owner as written in it, ``label``
    a number it gives. ``begin`` and ``eind`` are the offsets of the marker itself; ``zekerheid`` is 1.0 for
    what can hardly mean anything else.
    """

    soort: MarkeringSoort
    begin: int
    eind: int
    plaats: Plaats
    houder: str = ""
    label: str = ""
    tekst: str = ""
    zekerheid: float = 1.0


def begins_with_markering(tekst: str) -> bool:
    """Tell whether a line begins with a marker, so that it cannot be the continuation of the line before it."""
    if match := _HAAKJES.match(tekst):
        return bool(match) and match["open"] in "<[("
    return bool(re.match(r"(?:a[ck]tie(?:punt)?|besluit)\b(?:\s+[\w./ -]{1,40})?\s*:", tekst, re.IGNORECASE))


def find_vreemd(tekst: str, bekend: Deelnemerindex | None = None) -> tuple[VreemdeMarkering, ...]:
    """Find the markers in one paragraph, in order; ``bekend`` are the names of those at the meeting."""
    found = sorted((*_labels(tekst), *_in_brackets(tekst, bekend)), key=lambda m: m.begin)
    begins = [m.begin for m in found]
    furthest = list(accumulate((m.eind for m in found), max))
    for zin in split_zinnen(tekst):
        before = bisect_left(begins, zin.eind)  # those that begin before the sentence ends
        if before and furthest[before - 1] > zin.begin:
            continue
        found.extend(_in_sentence(tekst, zin, bekend))
    return tuple(sorted(found, key=lambda m: m.begin))


def _labels(tekst: str) -> Iterator[VreemdeMarkering]:
    for match in _LABEL.finditer(tekst):
        soort: MarkeringSoort = "besluit" if match["letter"] == "B" or match["label"] == "B" else "actie"
        label = match["label"] if match["letter"] else ""
        yield VreemdeMarkering(soort, match.start(), match.end(), "ervoor", label=label)


def _in_brackets(tekst: str, bekend: Deelnemerindex | None) -> Iterator[VreemdeMarkering]:
    for match in _HAAKJES.finditer(tekst):
        inner = match["binnen"].strip()
        if (inner and _NIETS.match(inner)) or (parse_status(inner) is not None and not is_onbekend(inner)):
            continue
        owner, text = _owner_and_text(inner, bekend)
        place = _place(tekst, match)
        if not inner and match["staart"] and is_alleen_houders(tekst[: match.start()]):
            yield VreemdeMarkering("actie", 0, match.end(), place, tekst[: match.start()].strip(), match["label"] or "")
            continue
        yield VreemdeMarkering(
            "actie", match.start(), match.end(), place, owner, match["label"] or "", text.strip(" ,:;–-")
        )


def _owner_and_text(inner: str, bekend: Deelnemerindex | None) -> tuple[str, str]:
    """Split what a marker holds: ``Jan, plannen van een dag`` -> owner and action."""
    if bekend and bekend.kent(inner):
        return inner, ""
    inner = _DOOR.sub("", inner)
    found = read_houders(inner)
    if found is None:
        return "", inner
    rest = inner[found.eind :]
    if rest.strip() and not re.match(r"\s*[,:;–(-]|\s+(?:v[óo]+r|uiterlijk|per|in|op|eind|begin)\b", rest):
        return "", inner
    return found.tekst, rest


def _place(tekst: str, match: re.Match[str]) -> Plaats:
    """Tell where the action of a bracketed marker stands, from what surrounds the marker."""
    before = tekst[: match.start()].rstrip()
    after = tekst[match.end() :].lstrip()
    if not after or after[0] in ".,;":
        return "ervoor" if before else "erachter"
    if match["staart"] or not before.strip("•*-– \t"):
        return "erachter"
    if before[-1] in ".!?:\n" and (after[0].islower() or tekst[len(before) : match.start()].count("\n")):
        return "erachter"
    return "ervoor"


def _in_sentence(tekst: str, zin: Zin, bekend: Deelnemerindex | None) -> Iterator[VreemdeMarkering]:
    if (match := _BEGIN.match(zin.tekst)) and (found := _at_start(zin, match, bekend)):
        yield found
    elif (end := _EIND.search(zin.tekst)) and (owner := only_houders(end["houder"])):
        yield VreemdeMarkering("actie", zin.begin + end.start(), zin.eind, "ervoor", owner, zekerheid=0.9)
    elif (inside := _ERIN.search(zin.tekst)) and (found := _behind_dash(zin, inside.end(), bekend)):
        yield found
    elif words := _IN_WOORDEN.search(zin.tekst):
        yield VreemdeMarkering("actie", zin.begin + words.start(), zin.begin + words.end(), "ervoor", zekerheid=0.9)


def _behind_dash(zin: Zin, begin: int, bekend: Deelnemerindex | None) -> VreemdeMarkering | None:
    """Read a marker with its owner within a sentence; without an owner it is a word as any other."""
    part = Zin(zin.tekst[begin:], zin.begin + begin, zin.eind)
    match = _BEGIN.match(part.tekst)
    found = _at_start(part, match, bekend) if match else None
    return found if found is not None and found.houder else None


def _at_start(zin: Zin, match: re.Match[str], bekend: Deelnemerindex | None) -> VreemdeMarkering | None:
    """Read a marker that opens a sentence: ``Actie Jan: …``, ``ACTIE: Jan.``, ``Actiepunt Linda.``."""
    word, rest = match["woord"], zin.tekst[match.end() :]
    decision = word.lower().startswith("besluit")
    soort: MarkeringSoort = "besluit" if decision else "actie"
    label = match["label"] or ""
    if word.upper() in ("A", "AP") and label:
        label = match.group().strip()
    if _NIETS.match(rest.lstrip(" :–-")) and not is_onbekend(rest.strip(" :.")):
        return None
    sign = r"[:=→]|[–-](?=\s)|\.(?=\s)" if label else r"[:=→]|[–-](?=\s)"
    colon = re.match(rf"\s*(?:\((?P<haakjes>[^()]{{1,60}})\)\s*)?(?P<teken>{sign})\s*", rest)
    begin, end = zin.begin, zin.begin + match.end()
    if decision:
        return VreemdeMarkering(soort, begin, end + len(colon.group()), "erachter", label=label) if colon else None
    if word.lower().startswith("vervolg") and (purpose := re.match(r"\s+om\s+", rest)):
        return VreemdeMarkering(soort, begin, end + purpose.end(), "erachter", label=label)
    if colon:
        return _after_colon(zin, end, rest, colon, label, word)
    return _without_colon(zin, end, rest, label, word, bekend)


def _after_colon(zin: Zin, end: int, rest: str, colon: re.Match[str], label: str, word: str) -> VreemdeMarkering | None:
    """Read what follows ``Actie:``: owners alone, owners and an action, or an action."""
    owner = _DOOR.sub("", colon["haakjes"] or "")
    text = rest[colon.end() :]
    after = end + colon.end()
    bare_label = word.upper() == "A" or (word.upper() == "AP" and bool(label))
    if not owner and (alone := only_houders(text)):
        if bare_label:
            return None
        return VreemdeMarkering("actie", zin.begin, zin.eind, "ervoor", alone, label)
    if not owner and (found := read_houders(text)):
        sep = re.match(r"\s*(?::|\s[–-]\s|→|=)\s*", text[found.eind :])
        if sep:
            owner, after = found.tekst, after + found.eind + sep.end()
    if bare_label and not owner:
        return None
    return VreemdeMarkering("actie", zin.begin, after, "erachter", owner.lstrip("@"), label)


def only_houders(text: str) -> str:
    """Return the owners in a text that is owners and perhaps a term, and nothing else; else an empty string."""
    if is_alleen_houders(text):
        return text.strip().rstrip(".").lstrip("@")
    found = read_houders(text)
    if found is None or not re.match(r"\s*[,;(–-]", text[found.eind :]):
        return ""
    return found.tekst.lstrip("@") if is_alleen_termijn(text[found.eind :]) else ""


def _task_and_owner(
    zin: Zin, end: int, rest: str, label: str, bekend: Deelnemerindex | None
) -> VreemdeMarkering | None:
    """Read ``Actie notitie rondsturen Jan``: a task that ends in an infinitive, and somebody who was there."""
    words = rest.rstrip(" .").split()
    for count in range(min(4, len(words) - 1), 0, -1):
        owner, task = " ".join(words[-count:]), words[:-count]
        if bekend and bekend.kent(owner) and re.fullmatch(r"[a-zà-ÿ]{3,}en", task[-1]):
            return VreemdeMarkering("actie", zin.begin, end, "erachter", owner.strip("()"), label, " ".join(task), 0.8)
    return None


def _without_colon(
    zin: Zin, end: int, rest: str, label: str, word: str, bekend: Deelnemerindex | None
) -> VreemdeMarkering | None:
    """Read ``Actie Jan: …``, ``Actiepunt Linda.`` and ``Actie Jan belt …``."""
    found = read_houders(rest, bekend)
    if found is None and rest[:1].isspace() and word[:1].isupper():
        return _task_and_owner(zin, end, rest, label, bekend)
    if found is None or not rest[:1].isspace():
        return None
    tail = rest[found.eind :]
    if only_houders(rest) and word.upper() not in ("A", "AP"):
        return VreemdeMarkering("actie", zin.begin, zin.eind, "ervoor", found.tekst.lstrip("@"), label)
    sep = re.match(r"\s*(?:[:=→]|[–-](?=\s)|,(?=\s))\s*|\s+(?=om\s)", tail)
    bare_label = word.upper() in ("A", "AP")
    if sep and tail[sep.end() :].strip():
        return VreemdeMarkering("actie", zin.begin, end + found.eind + sep.end(), "erachter", found.tekst, label)
    if bare_label or not word[:1].isupper() or re.match(rf"\s+{_WERKWOORD}\b", tail):
        return None
    owner = found.tekst if bekend and bekend.kent(found.tekst) else ""
    if not owner and not word.isupper() and not re.match(r"\s+\w+en\b", tail):
        return None
    begin = end + found.eind if owner else end
    return VreemdeMarkering("actie", zin.begin, begin, "erachter", owner, label, zekerheid=0.8)
