"""An action that stands in minutes twice: marked in the text, and again in the list at the end. It is one action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.lezen.woorden import is_actiekop
from pipeline.markering.houders import ROL
from pipeline.model import Actiepunt

_WOORD = re.compile(r"[^\W\d_]{4,}")
_GETAL = re.compile(r"\d+(?:[.,]\d+)*")
_KLEIN = frozenset(
    "voor naar door over deze wordt worden heeft hebben zijn haar hier daar nog ook zal zullen met uiterlijk".split()
)
# Dutch inflects at the end and doubles letters in the middle: stuurt and sturen, verlengt and verlengen.
_UITGANG = re.compile(r"(?<=\w{3})(?:ingen|ing|en|e|s)?\Z")
_UITGANG_VORM = re.compile(r"(?<=\w{3})[td]e?\Z")
_DUBBEL = re.compile(r"(\w)\1")
# A verb may stand in two parts: "nodigt hem uit" is what a list calls "uitnodigen".
_DELEN = frozenset("aan af bij door in mee na om op over rond terug toe uit voor".split())
_GENOEG = 0.6  # of the shorter text; the same task is worded anew with another verb and the same things
_TENMINSTE = 2
_MAX_ACTIES = 200  # more than minutes have; each is held against each, which for thousands takes half a minute


def join_dubbelen(acties: list[Actiepunt]) -> list[Actiepunt]:
    """Join what is marked in the text, and has no number, with the row that says the same: the row knows more.

    Each row takes one at most, and each marked action goes into the row it is most like.
    """
    rows = [index for index, a in enumerate(acties) if _is_rij(a)]
    marked = [index for index, a in enumerate(acties) if not _is_rij(a) and a.soort == "expliciet" and not a.label]
    scored = sorted(_scores(acties, marked[:_MAX_ACTIES], rows[:_MAX_ACTIES]), reverse=True)
    taken: dict[int, int] = {}
    for _, text, row in ((score, -m, -r) for score, m, r in scored):
        if text not in taken and row not in taken.values():
            taken[text] = row
    by_row = {row: acties[text] for text, row in taken.items()}
    return [_joined(a, by_row.get(index)) for index, a in enumerate(acties) if index not in taken]


def _is_rij(actie: Actiepunt) -> bool:
    """Tell whether an action stands in a list of actions: a row, or a line under such a heading."""
    return actie.soort == "tabel" or is_actiekop(actie.agendapunt)


def _scores(acties: list[Actiepunt], marked: list[int], rows: list[int]) -> Iterator[tuple[float, int, int]]:
    words = {index: _woorden(acties[index]) for index in (*marked, *rows)}
    for text in marked:
        for row in rows:
            (said, parted), (listed, _) = words[text], words[row]
            shared = len(listed & (said | parted))
            score = shared / max(min(len(said), len(listed)), 1)
            if shared >= _TENMINSTE and score >= _GENOEG and _passen(acties[text], acties[row]):
                yield score, -text, -row


def _woorden(actie: Actiepunt) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of what an action is about, without who and when, and those of verbs in two parts."""
    text = actie.actie.casefold()
    for said in (actie.actiehouder, actie.termijn.tekst):
        text = text.replace(said.casefold(), " ") if said else text
    stems = frozenset(_stam(word) for word in _WOORD.findall(text) if word not in _KLEIN)
    parts = _DELEN & set(re.findall(r"\w+", actie.actie.casefold()))
    return stems, frozenset(part + stem for part in parts for stem in stems)


def _stam(word: str) -> str:
    """Return the stem of a word, so that its forms are one: ``stuurt`` and ``sturen`` are ``stur``."""
    return _DUBBEL.sub(r"\1", _UITGANG_VORM.sub("", _UITGANG.sub("", word, count=1)))


def _passen(marked: Actiepunt, row: Actiepunt) -> bool:
    """Tell whether owner, term and numbers of the two can be those of one action."""
    if marked.termijn.datum and row.termijn.datum and marked.termijn.datum != row.termijn.datum:
        return False
    first, second = _getallen(marked), _getallen(row)
    if first and second and first != second:
        return False
    return _zelfde_houder(marked, row)


def _getallen(actie: Actiepunt) -> frozenset[str]:
    """Return the numbers in an action but for those of its term: twenty places are not thirty."""
    text = actie.actie.replace(actie.termijn.tekst, " ") if actie.termijn.tekst else actie.actie
    return frozenset(_GETAL.findall(text))


def _zelfde_houder(marked: Actiepunt, row: Actiepunt) -> bool:
    """Tell whether both may have one owner: the same name, a part of it, or an owner that only one of them says."""
    if not row.actiehouder:
        return True
    names = _namen(row.actiehouder)
    said = _namen(marked.actiehouder) if marked.actiehouder else _namen(marked.bron.zin or "" if marked.bron else "")
    return bool(names & said) if names else True


def _namen(tekst: str) -> frozenset[str]:
    bare = re.sub(rf"{ROL}(?!\w)", _name_in_role, tekst, flags=re.IGNORECASE)
    found = frozenset(word.casefold() for word in re.findall(r"\w[\w-]*", bare) if len(word) > 1)
    return found or frozenset(word.casefold() for word in re.findall(r"\w[\w-]*", tekst))


def _name_in_role(match: re.Match[str]) -> str:
    """Leave of ``wethouder Zaandorp`` the name; a role alone says who it is."""
    words = match.group().split()
    names = [word for word in words if word[:1].isupper()]
    return " ".join(names or words)


def _joined(row: Actiepunt, marked: Actiepunt | None) -> Actiepunt:
    if marked is None:
        return row
    waits = "[A]" in (marked.bron.zin or "" if marked.bron else "")
    return replace(
        row,
        actiehouder=row.actiehouder or marked.actiehouder,
        actiehouders=row.actiehouders or marked.actiehouders,
        termijn=row.termijn or marked.termijn,
        agendapunt=marked.agendapunt or row.agendapunt,
        vertrouwelijk=row.vertrouwelijk or marked.vertrouwelijk,
        soort="expliciet" if waits else row.soort,
        bron=marked.bron if waits else row.bron,
    )
