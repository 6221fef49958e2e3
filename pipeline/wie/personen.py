"""Names of people as lists of participants and action lists write them."""

from __future__ import annotations

import re

from pipeline.model import TUSSENVOEGSELS, Deelnemer, Hoedanigheid, Persoon
from pipeline.wie.lexicon import AANHEF_PATROON

# The commissaris van de Koning is written before a name as a title is: "cvdK De Boer".
_AANHEF = re.compile(
    rf"(?:de\s+)?(?:{AANHEF_PATROON}|m/v|c(?:vd|d)k(?=\s+[A-ZÀ-Þ]))\b\.?\s*",
    re.IGNORECASE,
)
_VOORLETTERS = re.compile(r"(?:(?:[A-Z][a-z]{0,2}\.)[\s-]?)+(?=\s|\S)")
_AFWEZIG = re.compile(
    r"[\[(]?\s*\b(?:(?:is\s+)?afwezig(?:[\s,]+(?P<hoe>m\.?k\.?|met\s+(?:kennisgeving|bericht)|z\.?k\.?"
    r"|zonder\s+(?:kennisgeving|bericht)))?|(?:heeft\s+zich\s+)?(?P<bericht>afgemeld|verhinderd|m\.k\.))\s*[\])]?",
    re.IGNORECASE,
)
_HAAKJES = re.compile(r"\(([^()]*)\)")
_HOEDANIGHEDEN: dict[str, Hoedanigheid] = {
    "lid": "lid",
    "leden": "lid",
    "agendalid": "agendalid",
    "agendaleden": "agendalid",
    "toehoorder": "toehoorder",
    "toehoorders": "toehoorder",
}
_SCHEIDING = re.compile(r"\s*(?:[,;/&+]|\ben\b)\s*")


def strip_aanhef(naam: str) -> str:
    """Return a name without the titles before it: ``dhr. Van Dijk`` is ``Van Dijk``."""
    while match := _AANHEF.match(naam):
        naam = naam[match.end() :]
    return naam


def parse_persoon(tekst: str) -> Persoon | None:
    """Read a name in its parts; ``weergave`` keeps it as written. None where there is no name."""
    text = tekst.strip().strip(",;").strip()
    if not text:
        return None
    rest = text
    titles = []
    while match := _AANHEF.match(rest):
        if not match.group().strip() or match.end() == 0:
            break
        titles.append(match.group().strip())
        rest = rest[match.end() :]
    initials = _VOORLETTERS.match(rest)
    voorletters = initials.group().strip() if initials else ""
    rest = rest[initials.end() :].strip() if initials else rest.strip()
    if not rest and not voorletters:
        return None
    if not voorletters and not titles:
        voorletters, rest = _split_first_name(rest)
    prefix, surname = _split_prefix(rest)
    return Persoon(" ".join(titles), voorletters, prefix, surname, weergave=text)


def _split_first_name(name: str) -> tuple[str, str]:
    """Split ``Frans van der Zande`` in ``Frans`` and the rest; a lone name is taken for a surname."""
    first, _, rest = name.partition(" ")
    if not rest or first.lower() in TUSSENVOEGSELS or not first[:1].isupper():
        return "", name
    return first, rest.strip()


def _split_prefix(name: str) -> tuple[str, str]:
    """Split ``Van der Berg`` in ``van der`` and ``Berg``."""
    words = name.split(" ")
    count = 0
    while count < len(words) - 1 and words[count].lower() in TUSSENVOEGSELS:
        count += 1
    return " ".join(words[:count]).lower(), " ".join(words[count:])


def parse_deelnemer(regel: str, groep: str = "") -> Deelnemer | None:
    """Read ``dhr. Ter Heegde (Gooise Meren) [afwezig]``; None for an empty line.

    Between brackets a capital begins an organisation and a small letter a role, save for lid, agendalid and
    toehoorder; a line with brackets and no name is a participant whose name was blanked.
    """
    absent = _AFWEZIG.search(regel)
    text = (regel[: absent.start()] + " " + regel[absent.end() :]) if absent else regel
    brackets = [part.strip() for inner in _HAAKJES.findall(text) for part in inner.split(",") if part.strip()]
    name = " ".join(_HAAKJES.sub(" ", text).split())
    if not name and not brackets:
        return None
    capacity = next((_HOEDANIGHEDEN[p.lower()] for p in brackets if p.lower() in _HOEDANIGHEDEN), None)
    others = [p for p in brackets if p.lower() not in _HOEDANIGHEDEN]
    return Deelnemer(
        parse_persoon(name),
        groep=groep,
        organisatie=", ".join(p for p in others if not p[0].islower()),
        rol=", ".join(p for p in others if p[0].islower()),
        hoedanigheid=capacity,
        aanwezig=absent is None,
        afgemeld=absent is not None and (bool(absent["bericht"]) or (absent["hoe"] or "").lower().startswith("m")),
    )


def split_actiehouders(tekst: str, bekend: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Split the owners of an action: ``Jan/Piet``, ``COA en provincie``.

    What stands in brackets stays whole, and so do the names in ``bekend``: ``wethouder (Dijk en Waard)``.
    """
    text = tekst.strip()
    if text in bekend:
        return (text,)
    whole = [m.span() for m in _HAAKJES.finditer(text)]
    joined = (naam for naam in bekend if naam in text and _SCHEIDING.search(naam))
    whole += [m.span() for naam in joined for m in re.finditer(rf"(?<!\w){re.escape(naam)}(?!\w)", text)]
    parts, begin = [], 0
    for mark in _SCHEIDING.finditer(text):
        if not any(b < mark.start() < e for b, e in whole):
            parts.append(text[begin : mark.start()])
            begin = mark.end()
    stripped = (part.strip() for part in (*parts, text[begin:]))
    return tuple(part for part in stripped if part.strip("?.…- "))
