"""Links between actions as written: ``gesplitst uit A2 (17-12-2025)``, ``samengevoegd met A1``.

The words of the other action may stand behind it, in quotation marks: ``zelfde als A2 (17-12-2025) “Brief sturen”``.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.markering import parse_verwijzing
from pipeline.markering.labels import Verwijzing
from pipeline.model import Kenmerk, Koppeling, KoppelingSoort

_SOORTEN: tuple[tuple[str, KoppelingSoort], ...] = (
    ("samengevoegd met", "samengevoegd_met"),
    ("gesplitst uit", "gesplitst_uit"),
    ("zelfde als", "zelfde_als"),
)
_EEN = (
    r"(?:[a-z0-9][\w-]*/\d{4}-\d{2}-\d{2}/[\w.-]*\w|\[?[A-Z]{1,3}[-.]?\d{1,4}"
    r"(?:\s*\([^()\[\]]{3,40}\)|\s+(?:van|uit)\s+\d{1,2}[\s-][\w-]{1,12}(?:\s+\d{4})?)?\]?)"
)
# What an action may be called in a link; in a note an apostrophe is no quotation mark.
_WOORDEN = r"(?:\s*(?:“[^“”]{1,500}”|\"[^\"]{1,500}\"))?"
_ZIN = re.compile(
    rf"(?<!niet )\b(?:het)?(?P<soort>samengevoegd met|gesplitst uit|zelfde als)\s+(?:actie\s+|actiepunt\s+)?"
    rf"(?P<met>{_EEN}{_WOORDEN}(?:(?:\s*,\s*|\s+en\s+){_EEN}{_WOORDEN})*)",
    re.IGNORECASE,
)
_LOS = re.compile(rf"(?P<wie>{_EEN})(?P<woorden>{_WOORDEN})")
_MAX_WOORDEN = 500
LABEL = re.compile(r"[^\s|()\[\]/]*\d[^\s|()\[\]/]*")


def find_koppelingen(tekst: str, tafel: str, datum: date) -> tuple[Koppeling, ...]:
    """Find the links a text lays; a bare label is an action of the meeting of ``datum`` itself."""
    found = []
    for match in _ZIN.finditer(tekst):
        soort = next(s for words, s in _SOORTEN if words == match["soort"].lower())
        for written in _LOS.finditer(match["met"]):
            kenmerk = resolve(parse_verwijzing(written["wie"], datum), tafel, datum)
            words = " ".join(written["woorden"].strip(' “”"').split())
            if kenmerk is not None:
                found.append(Koppeling(soort, kenmerk, tekst_met=words))
    return tuple(dict.fromkeys(found))


def strip_koppelingen(tekst: str) -> str:
    """Return what is left of a text without its links."""
    return _ZIN.sub("", tekst).strip(" \t;,.")


def format_koppeling(koppeling: Koppeling, tafel: str, datum: date) -> str:
    """Write a link so that ``find_koppelingen`` reads it back."""
    words = next(words for words, soort in _SOORTEN if soort == koppeling.soort)
    said = " ".join(koppeling.tekst_met.replace("“", "'").replace("”", "'").split())
    quoted = f" “{said}”" if said and len(said) <= _MAX_WOORDEN else ""
    return f"{words} {format_kenmerk(koppeling.met, tafel, datum)}{quoted}"


def format_kenmerk(kenmerk: Kenmerk, tafel: str, datum: date) -> str:
    """Write an identity as briefly as this meeting can: ``A2``, or ``A2 (17-12-2025)``."""
    if kenmerk.tafel != tafel:
        return str(kenmerk)
    return kenmerk.label if kenmerk.datum == datum else kenmerk.verwijzing


def resolve(verwijzing: Verwijzing | None, tafel: str, datum: date) -> Kenmerk | None:
    """Return the identity a reference means, read in the minutes of ``tafel`` on ``datum``."""
    if verwijzing is None or verwijzing.onmogelijk or not LABEL.fullmatch(verwijzing.label):
        return None
    return Kenmerk(verwijzing.tafel or tafel, verwijzing.datum or datum, norm_label(verwijzing.label))


def norm_label(label: str) -> str:
    """Write ``a3`` as ``A3``; other labels stay as they are."""
    return label.upper() if re.fullmatch(r"[ab]\d+", label) else label
