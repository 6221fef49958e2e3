"""The component that finds decisions nobody marked: results in ``doc.spans["besluiten"]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.taal.context import Taalzin, get_zinnen
from pipeline.taal.deelzinnen import Deelzin

_GROEP = "besluiten"
# Who decides here: the meeting or its body; a person, or a body elsewhere, does not.
_BESLISSERS = frozenset({"wij", "groep", "allen"})
_VAST = re.compile(
    r"\b(?:wordt|worden|is|zijn)\b[^.;]{0,90}\b(?:vastgesteld|goedgekeurd|aangenomen|verworpen|bekrachtigd)\b"
    r"|^\W*(?:\w+\s+){1,5}(?:unaniem\s+)?(?:vastgesteld|goedgekeurd|aangenomen)\b",
    re.IGNORECASE,
)
_AKKOORD = re.compile(
    r"\b(?:ga(?:at|an)\s+(?:unaniem\s+)?akkoord|stem(?:t|men)\s+(?:unaniem\s+)?in\s+met|unaniem akkoord"
    r"|(?:werkgroep|stuurgroep|bestuur|commissie|raad|vergadering|tafel|overleg)\s+(?:is\s+)?akkoord|besl(?:uit|ist)\s+conform"
    r"|conform\s+(?:voorstel|advies)\s+besloten|keur(?:t|en)\b[^.;]{0,60}\bgoed\b)",
    re.IGNORECASE,
)
_GEEN_BESLUIT = re.compile(
    r"\?\s*$|\b(?:vorige|destijds|moet(?:en)?\s+nog|nog\s+(?:niet|vast)|zou(?:den)?|mogelijk|verwacht|ter\s+vaststelling"
    r"|wil(?:len)?|hoopt|vraagt\s+of|als|indien|mits|kan|kunnen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BesluitRegel:
    """A way in which minutes write down a decision; ``zekerheid`` is the share of its finds that are right."""

    naam: str
    uitleg: str
    zekerheid: float
    past: Callable[[Taalzin], bool]


@dataclass(frozen=True, slots=True)
class GevondenBesluit:
    """A sentence with a decision, and the rule that saw it."""

    zin: Taalzin
    regel: BesluitRegel


def has_besluitwerkwoord(zin: Taalzin) -> bool:
    """``De vergadering stelt het verslag vast``, ``Besloten wordt om ...``, ``We besluiten ...``."""
    return any(_decides(d) for d in zin.deelzinnen)


def _decides(d: Deelzin) -> bool:
    verb = d.werkwoord in ("besluiten", "vaststellen", "stellen vast", "goedkeuren")
    mine = not d.onderwerp or d.onderwerp[0].soort in _BESLISSERS
    known = d.lijdend or bool(d.onderwerp)
    return verb and mine and known and d.tijd in ("nu", "voltooid") and not d.bijzin


def is_vastgesteld(zin: Taalzin) -> bool:
    """``De notitie is vastgesteld``, ``Allen goedgekeurd``."""
    return _VAST.search(zin.tekst) is not None and not _is_elsewhere(zin)


def is_akkoord(zin: Taalzin) -> bool:
    """``De werkgroep gaat akkoord met de planning``, ``Unaniem akkoord``."""
    return _AKKOORD.search(zin.tekst) is not None and not _is_elsewhere(zin)


def _is_elsewhere(zin: Taalzin) -> bool:
    """Tell whether somebody outside the meeting decides, or a person speaks for himself."""
    subjects = {v.soort for d in zin.deelzinnen for v in d.onderwerp}
    return bool(subjects & {"derde", "persoon"}) or any(d.door for d in zin.deelzinnen)


REGELS: tuple[BesluitRegel, ...] = (
    BesluitRegel("besluit", "er staat dat er iets besloten of vastgesteld wordt", 0.75, has_besluitwerkwoord),
    BesluitRegel("akkoord", "er staat dat de vergadering akkoord gaat", 0.75, is_akkoord),
    BesluitRegel("vastgesteld", "er staat dat iets vastgesteld of goedgekeurd is", 0.6, is_vastgesteld),
)


def find_besluiten(doc: Doc) -> Iterator[GevondenBesluit]:
    """Give the sentences of a Doc that hold a decision."""
    for zin in get_zinnen(doc):
        rule = next((r for r in REGELS if r.past(zin)), None)
        if rule is not None and not _GEEN_BESLUIT.search(zin.tekst):
            yield GevondenBesluit(zin, rule)


def set_besluiten(doc: Doc) -> Doc:
    """Put the decisions of a Doc in its spans, with the name of the rule as label."""
    found = tuple(find_besluiten(doc))
    doc.spans[_GROEP] = [Span(doc, b.zin.span.start, b.zin.span.end, label=b.regel.naam) for b in found]
    doc.user_data[_GROEP] = found
    return doc


def get_besluiten(doc: Doc) -> tuple[GevondenBesluit, ...]:
    """Return what the component found in a Doc."""
    found = doc.user_data.get(_GROEP, ())
    assert isinstance(found, tuple)
    return found
