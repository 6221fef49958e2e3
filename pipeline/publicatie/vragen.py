"""What has to be decided before an edition may go out: one question for each word, and what was let through.

The words that were taken for no person are told apart from the questions, so that somebody can look them through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.model import Bron, Melding, melding
from pipeline.publicatie.redactie import Plaats
from pipeline.publicatie.vermeldingen import Doorgelaten, bare_naam
from pipeline.wie.woorden import fold_aaneen


@dataclass(frozen=True, slots=True)
class Naamvraag:
    """A word that may be the name of a person: as it first stands, where, why, and how often."""

    woord: str
    reden: str
    bron: Bron | None
    aantal: int


@dataclass(frozen=True, slots=True)
class DoorgelatenWoord:
    """A word with a capital that was taken for no person: what for, and where it first stands."""

    woord: str
    reden: str
    bron: Bron | None


def collect_vragen(plaatsen: Iterable[Plaats]) -> tuple[Naamvraag, ...]:
    """Gather the undecided mentions, one question for each name; the same name with a title is the same question."""
    asked: dict[str, Naamvraag] = {}
    for plaats in plaatsen:
        v = plaats.vermelding
        if v.wijze != "onbeslist":
            continue
        key = fold_aaneen(bare_naam(v.tekst)) or v.tekst
        known = asked.get(key)
        count = known.aantal + 1 if known else 1
        first = known or Naamvraag(" ".join(v.tekst.split()), v.reden, _place(plaats.bron), 1)
        asked[key] = Naamvraag(first.woord, first.reden, first.bron, count)
    return tuple(asked.values())


def collect_doorgelaten(woorden: Mapping[Doorgelaten, Bron | None]) -> tuple[DoorgelatenWoord, ...]:
    """Gather the words that were let through, in the order of the alphabet."""
    found = (DoorgelatenWoord(d.woord, d.reden, _place(bron)) for d, bron in woorden.items())
    return tuple(sorted(found, key=lambda d: d.woord.casefold()))


def ask(vragen: Iterable[Naamvraag]) -> Iterator[Melding]:
    """Report every question; each of them blocks."""
    for vraag in vragen:
        count = f"; {vraag.aantal} keer" if vraag.aantal > 1 else ""
        yield melding("naam-onbeslist", f"Mag “{vraag.woord}” openbaar worden? ({vraag.reden}{count})", vraag.bron)


def _place(bron: Bron | None) -> Bron | None:
    return Bron(bron.bestand, bron.soort, bron.nummer) if bron else None
