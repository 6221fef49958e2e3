"""What the components know of a Doc: the meeting it belongs to, and what earlier components found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.taal.deelzinnen import Deelzin, find_deelzinnen
from pipeline.taal.kring import Kring, Vermelding, build_kring, find_vermeldingen

_SLEUTEL = "regietafel"


@dataclass(frozen=True, slots=True)
class Vergaderkring:
    """The meeting a text belongs to: who can own an action, when it was, when the next one is."""

    kring: Kring = field(default_factory=lambda: build_kring(()))
    datum: date | None = None
    volgende: date | None = None


@dataclass(frozen=True, slots=True)
class Taalplek:
    """Where a passage stands: under which line that heads its list."""

    kop: str = ""


@dataclass(frozen=True, slots=True)
class Taalzin:
    """A sentence with what was read in it.

    ``tekst`` is the sentence as it stands, white space folded; ``laag`` are the words of the whole Doc in small
    letters; ``spreker`` is who it is noted down for (``Jan: ...``).
    """

    span: Span
    vermeldingen: tuple[Vermelding, ...]
    deelzinnen: tuple[Deelzin, ...]
    tekst: str = ""
    laag: tuple[str, ...] = ()
    spreker: tuple[Vermelding, ...] = ()
    vorige: Taalzin | None = None

    @property
    def doc(self) -> Doc:
        """The Doc the sentence stands in."""
        return self.span.doc


def set_vergadering(doc: Doc, vergadering: Vergaderkring) -> Doc:
    """Tell a Doc which meeting it belongs to, before it goes through the pipeline."""
    doc.user_data[_SLEUTEL] = {"vergadering": vergadering}
    return doc


def get_vergadering(doc: Doc) -> Vergaderkring:
    """Return the meeting a Doc belongs to; an empty one where nobody said."""
    found = _store(doc).setdefault("vergadering", _ONBEKEND)
    assert isinstance(found, Vergaderkring)
    return found


def set_plek(doc: Doc, plek: Taalplek) -> Doc:
    """Tell a Doc where its passage stands."""
    _store(doc)["plek"] = plek
    return doc


def get_plek(doc: Doc) -> Taalplek:
    """Return where a passage stands; nowhere in particular where nobody said."""
    found = _store(doc).get("plek", _NERGENS)
    assert isinstance(found, Taalplek)
    return found


def _store(doc: Doc) -> dict[str, Any]:
    store = doc.user_data.setdefault(_SLEUTEL, {})
    assert isinstance(store, dict)
    return store


_ONBEKEND = Vergaderkring()
_NERGENS = Taalplek()


def get_zinnen(doc: Doc) -> tuple[Taalzin, ...]:
    """Return the sentences of a Doc with mentions and clauses; read once, kept with the Doc."""
    store = _store(doc)
    if "zinnen" not in store:
        store["zinnen"] = tuple(_read(doc))
    zinnen = store["zinnen"]
    assert isinstance(zinnen, tuple)
    return zinnen


def _read(doc: Doc) -> Iterator[Taalzin]:
    mentions = find_vermeldingen(doc, get_vergadering(doc).kring)
    low = tuple(token.lower_ for token in doc)
    before: Taalzin | None = None
    speaker: tuple[Vermelding, ...] = ()
    for span in doc.sents:
        start, end = span.start, span.end
        inside = tuple(v for v in mentions if start <= v.begin < end)
        speaker = _speaker(span, inside) or speaker
        text = " ".join(span.text.split())
        before = Taalzin(span, inside, find_deelzinnen(span, inside, low), text, low, speaker, before)
        yield before


def _speaker(span: Span, mentions: tuple[Vermelding, ...]) -> tuple[Vermelding, ...]:
    """Return who speaks: the sentence opens with a name and a colon."""
    first = next((v for v in mentions if v.begin <= span.start + 1), None)
    if first is None or first.eind >= span.end or first.soort not in ("persoon", "naam", "organisatie", "rol"):
        return ()
    return (first,) if span.doc[first.eind].text == ":" else ()


def get_store(doc: Doc) -> dict[str, Any]:
    """Return what the components keep with a Doc between them, by name."""
    return _store(doc)


def has_term(zin: Taalzin) -> bool:
    """Tell whether a sentence names a term."""
    span = zin.span
    return any(span.start <= t.start < span.end for t in zin.doc.spans.get("termijnen", ()))
