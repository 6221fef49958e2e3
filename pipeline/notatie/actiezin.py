"""The sentence that holds a marker, and the action or decision in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.markering.inline import plain_text
from pipeline.markering.zinnen import split_zinnen
from pipeline.notatie.tekst import fold

_RUIMTE = 800  # how far around a marker its sentence is looked for
_MARKERING = re.compile(r"\s*\[[AB]\d{0,4}(?:[^\[\]]{0,40})?\]")
# "Dit wordt als actiepunt genoteerd": what is to be done stands one sentence earlier.
_WIJST_TERUG = re.compile(
    r"(?:(?:dit|dat|deze|hier|hiervan|hiervoor|daarvan|daarvoor|het|er|e\.e\.a\.|een en ander|genoteerd)\b"
    r".{0,60}\b(?:actie|actiepunt|actielijst|besluit|besluitenlijst)\b.{0,40}|\(?(?:actie|actiepunt|besluit)\)?\W*|\W*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActieZin:
    """The sentence as it stands, white space folded, and what it says is to be done, without markers and bold."""

    zin: str
    tekst: str


def find_actiezin(tekst: str, positie: int) -> ActieZin:
    """Find the sentence at ``positie``; where it only points back, the action is in the one before."""
    start = max(0, positie - _RUIMTE)
    found = split_zinnen(tekst[start : positie + _RUIMTE])
    at = next((n for n, zin in enumerate(found) if positie - start < zin.eind), len(found) - 1)
    action = _without_markers(found[at].tekst)
    if at and _WIJST_TERUG.fullmatch(action):
        action = _without_markers(found[at - 1].tekst)
    return ActieZin(fold(found[at].tekst), action)


def _without_markers(sentence: str) -> str:
    return fold(plain_text(_MARKERING.sub("", sentence)))
