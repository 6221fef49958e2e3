"""Sentences of Dutch minutes, by rule: ``dhr.``, ``d.m.v.``, ``nr. 3``, ``o.a.`` and ``jl.`` do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.wie.lexicon import ENKELVOUD

# What stands before a name, a number or the rest of the sentence: never the end of one.
_NOOIT = ENKELVOUD | frozenset(
    "mrs st fam wnd plv gem "
    "nr nrs no art lid blz pag p fig tab bijl hfd par ca max min tel vs incl excl evt resp ivm mbt tbv nav dwz "
    "bijv bv d.d dd t.a.v t.b.v m.b.t n.a.v d.m.v i.v.m i.p.v t.o.v o.b.v t.g.v m.i.v i.o.m i.s.m i.h.k.v "
    "o.a o.l.v o.m m.n d.w.z z.g zgn z.s.m t.z.t a.h.v a.d.h.v i.c.m c.q n.l nl vgl cf ong circa vlg "
    "t/m u.v m.u.v i.c b.v i.t.t o.g t.h.v m.a.w i.e opm jan feb febr mrt apr jun jul aug sept sep okt nov dec "
    "ma di wo do vr za zo afd dir sr jr v.d vd".split()
)
# Abbreviations that may also stand at the end; a new sentence then begins with a word of this kind.
_SOMS = frozenset("jl jl. a.s as e.d e.a etc enz e.v ev enzovoort m.k z.k n.v.t nvt uur u st n.o.t.k".split())
_BEGINWOORDEN = frozenset(
    "de het een er dit dat deze die hij zij ze we wij men ook daarnaast verder vervolgens na naar voor in op bij met "
    "als om omdat hierop daarop hierover daarover namens afgesproken besloten actie actiepunt besluit volgens tot slot "
    "mevrouw mw dhr heer wethouder voorzitter secretaris geen alle is wat hoe wie waarom".split()
)
_EINDE = re.compile(r"(?P<punt>[.!?…]+)(?P<sluit>[)\]>\"'”’»]*)(?P<wit>\s+|$)|(?P<regel>\s*\n\s*)")
# How far around a full stop we look; no abbreviation is longer.
_VENSTER = 60
_WOORD_ERVOOR = re.compile(r"[^\s(\[\"'“‘<]+$")
_MARKERING_ERNA = re.compile(
    r"(?:\[(?:A|B|AP)[ .-]?\d*(?:\s?\([^)]*\))?\]|[(\[<]\s*(?:a[ck]tie(?:punt)?\b|a(?=:))[^)\]>]{0,60}[)\]>])"
    r"(?P<rest>\s*\S?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence with its place in the text it was cut from; outer white space is not part of it."""

    tekst: str
    begin: int
    eind: int


@lru_cache(maxsize=32)  # reading one paragraph asks this several times
def split_zinnen(tekst: str) -> tuple[Zin, ...]:
    """Cut a paragraph into sentences; a line end the writer put there ends one too.

    A marker right behind a full stop (``… zoekt dit uit. [A1]``) belongs to the sentence before it.
    """
    return tuple(_strip(tekst, begin, end) for begin, end in _spans(tekst) if tekst[begin:end].strip())


def _spans(tekst: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _EINDE.finditer(tekst):
        if match.start() < start:
            continue
        end = match.end()
        if match["regel"] is None:
            if not _ends(tekst, match):
                continue
            end += _marker_behind(tekst, end)
        yield start, end
        start = end
    yield start, len(tekst)


def _strip(tekst: str, begin: int, end: int) -> Zin:
    piece = tekst[begin:end]
    left = len(piece) - len(piece.lstrip())
    text = piece.strip()
    return Zin(text, begin + left, begin + left + len(text))


def _marker_behind(tekst: str, end: int) -> int:
    """Return the length of a marker that follows a full stop and is not the start of its own sentence."""
    match = _MARKERING_ERNA.match(tekst, end)
    if match is None:
        return 0
    follows = match["rest"].strip()
    if follows and (follows.islower() or follows in ":-–"):
        return 0
    return match.end() - len(match["rest"].lstrip()) - end if follows else match.end() - end


def _ends(tekst: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence, from the word before it and the word after."""
    after = tekst[match.end() : match.end() + _VENSTER]
    if not after.strip():
        return True
    if _MARKERING_ERNA.match(after):
        return True
    if match["punt"] != "." or match["sluit"]:
        return not after[0].islower() or match["punt"] in ("!", "?")
    before = tekst[max(0, match.start() - _VENSTER) : match.start()]
    found = _WOORD_ERVOOR.search(before)
    word = found.group().lower().rstrip(".") if found else ""
    following = re.match(r"[\"'“‘(\[<•-]*\s*([\w']*)", after)
    next_word = following[1] if following else ""
    if word in _SOMS:
        return next_word[:1].isupper() and next_word.lower() in _BEGINWOORDEN
    if word in _NOOIT or _is_initial(word, found.group() if found else ""):
        return False
    if next_word[:1].islower():
        return len(word) >= 5 and word.isalpha()
    if word.isdigit() and (
        next_word[:1].isdigit() or (found is not None and found.start() == 0 and len(before) < _VENSTER)
    ):
        return False
    return not (re.fullmatch(r"[\d.]+", word) and next_word[:1].isdigit())


def _is_initial(word: str, written: str) -> bool:
    """Tell whether the word is an initial (``J``, ``H.J``) or an abbreviation with points inside (``o.g.v``)."""
    if re.fullmatch(r"(?:\w\.)+\w", word):
        return True
    return len(word) == 1 and written[:1].isupper()
