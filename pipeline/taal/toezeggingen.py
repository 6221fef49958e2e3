"""The component that finds commitments and requests: results in ``doc.spans["toezeggingen"]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from pipeline.taal.context import Taalzin, get_zinnen
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kenmerken import find_kenmerken
from pipeline.taal.losse_regels import find_tussen_haakjes
from pipeline.taal.regels import REGELS
from pipeline.taal.zekerheid import bereken_zekerheid

_GROEP = "toezeggingen"
# Below this an owner is not believed, and what is said without one is kept beside it.
_GELOOFD = 0.3


@dataclass(frozen=True, slots=True)
class Toezegging:
    """A candidate with how likely it is."""

    kandidaat: Kandidaat
    zekerheid: float


def find_kandidaten(zin: Taalzin) -> tuple[Kandidaat, ...]:
    """Return everything the rules see in a sentence."""
    found = tuple(k for regel in REGELS for k in regel.zoek(zin))
    owners = find_tussen_haakjes(zin)
    return tuple(replace(k, actiehouders=owners) if owners and not k.actiehouders else k for k in found)


def set_toezeggingen(doc: Doc) -> Doc:
    """Find the commitments of a Doc; the judged candidates stand in the attributes of the span group."""
    found = [t for zin in get_zinnen(doc) for t in _best(_judge(find_kandidaten(zin)))]
    doc.spans[_GROEP] = [Span(doc, t.kandidaat.begin, t.kandidaat.eind, label=t.kandidaat.regel) for t in found]
    doc.user_data[_GROEP] = tuple(found)
    return doc


def get_toezeggingen(doc: Doc) -> tuple[Toezegging, ...]:
    """Return what the component found in a Doc."""
    found = doc.user_data.get(_GROEP, ())
    assert isinstance(found, tuple)
    return found


def _judge(kandidaten: Iterable[Kandidaat]) -> Iterator[Toezegging]:
    for k in kandidaten:
        yield Toezegging(k, bereken_zekerheid(find_kenmerken(k)))


def _best(found: Iterable[Toezegging]) -> list[Toezegging]:
    """Keep one per owner of a sentence, the most likely; one without owner only where nobody is named."""
    by_owner: dict[tuple[str, ...], Toezegging] = {}
    for t in found:
        key = tuple(v.tekst for v in t.kandidaat.actiehouders)
        if key not in by_owner or t.zekerheid > by_owner[key].zekerheid:
            by_owner[key] = t
    named = [t for key, t in by_owner.items() if key]
    believed = any(t.zekerheid >= _GELOOFD for t in named)
    kept = named if believed else list(by_owner.values())
    return sorted(kept, key=lambda t: t.kandidaat.begin)
