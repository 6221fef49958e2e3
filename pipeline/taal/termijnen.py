"""The term that goes with an action: which of the terms in its sentence, and the words it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.markering import find_termijnen
from pipeline.markering.aanloop import find_begin
from pipeline.markering.tijdwoorden import find_gebeurtenis, find_vaag
from pipeline.model import Termijn
from pipeline.taal.context import Taalzin, get_store, get_vergadering, get_zinnen
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding

# A date behind these words is that of something else: ``de brief van 3 maart``, ``het verslag d.d. 3 maart``.
_VAN_IETS_ANDERS = re.compile(
    r"(?:\b(?!loop|eind|begin|helft)\w{3,}\s+van|\bd\.?d\.?|\bgedateerd|\bsinds|\bvanaf|\bgedurende)\s+(?:\w+dag\s+)?(?:(?:de|het|een)\s+)?$",
    re.I,
)

_GEBEURTENISBEGIN = frozenset({"na", "ná", "voorafgaand", "zodra", "tijdens"})


def set_termijnen(doc: Doc) -> Doc:
    """Put every term of a Doc in ``doc.spans["termijnen"]``, its leading words included."""
    spans = [doc.char_span(t.begin, t.eind, alignment_mode="expand") for t in _all(doc)]
    doc.spans["termijnen"] = [span for span in spans if span is not None]
    return doc


def _all(doc: Doc) -> tuple[_Gevonden, ...]:
    """Return the terms of a Doc; read once, kept with it."""
    store = get_store(doc)
    if "termijnen" not in store:
        store["termijnen"] = tuple(_read(doc))
    found = store["termijnen"]
    assert isinstance(found, tuple)
    return found


def _read(doc: Doc) -> Iterator[_Gevonden]:
    meeting = get_vergadering(doc)
    names = [v for zin in get_zinnen(doc) for v in zin.vermeldingen if v.soort in ("persoon", "naam")]
    for span in doc.sents if doc.has_annotation("SENT_START") else (doc[:],):
        text = span.text
        for found in find_termijnen(text, meeting.datum, meeting.volgende):
            begin = find_begin(text, found.begin, found.eind)
            if _in_name(names, span.start_char + found.begin, doc):
                continue
            if not _VAN_IETS_ANDERS.search(text[:begin]) and not found.onmogelijk:
                term = Termijn(text[begin : found.eind].rstrip(" .,;"), found.termijn.datum)
                yield _Gevonden(span.start_char + begin, span.start_char + found.eind, term)


def _in_name(names: list[Vermelding], offset: int, doc: Doc) -> bool:
    """Tell whether a place is part of a name: ``Jan`` is no month, ``mevrouw Maart`` neither."""
    return any(doc[v.begin].idx <= offset < doc[v.eind - 1].idx + len(doc[v.eind - 1]) for v in names)


class _Gevonden:
    """A term with its place in the text of the Doc."""

    def __init__(self, begin: int, eind: int, termijn: Termijn) -> None:
        self.begin, self.eind, self.termijn = begin, eind, termijn


def find_termijn(kandidaat: Kandidaat, *, met_vorige: bool = False) -> Termijn:
    """Return the term of an action: in its own clause, else elsewhere in its sentence; empty where there is none.

    ``met_vorige`` also looks in the sentence before it, for an action that only points back at that.
    """
    zin = kandidaat.zin
    own = zin.doc[kandidaat.begin : kandidaat.eind]
    found = list(_all_in(zin))
    inside = [t for t in found if own.start_char <= t.begin < own.end_char] or list(_beside(kandidaat, found))
    others = [] if _has_other_clause(zin) and kandidaat.deelzin is not None else found
    earlier = list(_all_in(zin.vorige)) if met_vorige and zin.vorige is not None else []
    best = next(iter(inside or others or earlier), None)
    return best.termijn if best else _event(kandidaat)


def _beside(kandidaat: Kandidaat, found: list[_Gevonden]) -> Iterator[_Gevonden]:
    """Give the terms of the main clauses in which the same people act: ``Jan zoekt dit uit en komt vrijdag terug``."""
    doc = kandidaat.zin.doc
    subject = kandidaat.deelzin.onderwerp if kandidaat.deelzin is not None else ()
    for d in kandidaat.zin.deelzinnen:
        if d.onderwerp and d.onderwerp == subject and not d.bijzin:
            span = doc[d.begin : d.eind]
            yield from (t for t in found if span.start_char <= t.begin < span.end_char)


def _all_in(zin: Taalzin) -> Iterator[_Gevonden]:
    for found in _all(zin.doc):
        if zin.span.start_char <= found.begin < zin.span.end_char:
            yield found


def _has_other_clause(zin: Taalzin) -> bool:
    return sum(1 for d in zin.deelzinnen if d.onderwerp and not d.bijzin) > 1


def _event(kandidaat: Kandidaat) -> Termijn:
    """Read a term that hangs on an event: ``na publicatie van de raming``, all that stands before the verb."""
    zin, clause = kandidaat.zin, kandidaat.deelzin
    own = zin.doc[kandidaat.begin : kandidaat.eind]
    if clause is not None and own[0].lower_ in _GEBEURTENISBEGIN and clause.inversie:
        return Termijn(" ".join(zin.doc[clause.begin : clause.pv].text.split()).rstrip(",").strip())
    return find_gebeurtenis(own.text) or _as_soon_as(zin) or find_vaag(own.text)


def _as_soon_as(zin: Taalzin) -> Termijn:
    """Read the clause that says what is waited for: ``zodra de cijfers er zijn``."""
    waiting = next((d for d in zin.deelzinnen if d.bijzin == "zodra"), None)
    if waiting is None:
        return Termijn()
    words = zin.doc[waiting.begin : waiting.eind].text
    clause = re.search(r"\bzodra\b(?:(?!\s+en\s*$)[^,;.()])*", words, re.IGNORECASE)
    return Termijn(" ".join(clause.group().split())) if clause else Termijn()
