"""The books of the fold: every row, marker and link of every record, once, with what became of it.

``tel_in`` counts what stands in the records, by itself; ``Post`` is what the fold says it did with each. The two
agree, or ``controleer`` names what is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.markering import find_markeringen
from pipeline.markering.labels import Markering
from pipeline.model import Alinea, Blok, Bron, Kenmerk, KoppelingSoort, Reeks, Register, Verslag

PostSoort = Literal["actie", "voortgang", "markering", "koppeling"]
# An action stands in the list by itself (open, afgerond, vervallen) or lives on in another. News is counted with
# its action, a marker points at one. A link counts, waits for a person, or fell away.
PostUitkomst = Literal[
    "open",
    "afgerond",
    "vervallen",
    "samengevoegd_met",
    "zelfde_als",
    "geteld_bij",
    "wijst_naar",
    "gelegd",
    "onbevestigd",
    "koppeling_vervallen",
    "onverwerkt",
]


@dataclass(frozen=True, slots=True)
class Post:
    """One thing of one record and what became of it.

    ``wat`` is the action as the record has it, ``bij`` the one it was put with, ``uit`` the one it was split from.
    """

    datum: date
    soort: PostSoort
    wat: Kenmerk
    uitkomst: PostUitkomst
    bij: Kenmerk | None = None
    uit: Kenmerk | None = None
    verband: KoppelingSoort | None = None
    bron: Bron | None = None

    @property
    def sleutel(self) -> Sleutel:
        """What the thing is counted under."""
        return self.datum, self.soort, self.wat


Sleutel = tuple[date, PostSoort, Kenmerk]


def tel_in(reeks: Reeks, op: date) -> Counter[Sleutel]:
    """Count what stands in the records up to and including a day: rows, markers, and links of the register."""
    return Counter(key for record in list_records(reeks, op) for key in _things(reeks.tafel.id, record))


def find_onverwerkt(reeks: Reeks, op: date, posten: Iterable[Post]) -> tuple[Sleutel, ...]:
    """Return what stands in the records and was not booked, or was booked as something nothing was done with."""
    posten = tuple(posten)
    missing = tel_in(reeks, op) - Counter(post.sleutel for post in posten)
    left = [post.sleutel for post in posten if post.uitkomst == "onverwerkt"]
    return (*missing.elements(), *left)


def list_records(reeks: Reeks, op: date) -> tuple[Verslag | Register, ...]:
    """Return the records up to and including a day in the order they are read; a register may stand alone."""
    records: list[Verslag | Register] = [*reeks.verslagen_tot(op), *(r for d, r in reeks.registers.items() if d <= op)]
    return tuple(sorted(records, key=lambda record: (record.datum, isinstance(record, Register))))


def list_markeringen(verslag: Verslag) -> Iterator[Markering]:
    """Give the markers of actions in the running text; with a date one is about an older action."""
    blokken = (*verslag.inleiding, *(b for punt in verslag.punten for b in (Alinea(punt.titel), *punt.blokken)))
    for tekst in (t for blok in blokken for t in _texts(blok)):
        if "[" in tekst:
            yield from (m for m in find_markeringen(tekst, verslag.datum) if m.soort == "actie")


def _things(tafel: str, record: Verslag | Register) -> Iterator[Sleutel]:
    day = record.datum
    yield from ((day, "actie", Kenmerk(tafel, day, punt.label)) for punt in record.actiepunten)
    yield from ((day, "voortgang", said.verwijst_naar) for said in record.voortgang)
    if isinstance(record, Register):
        yield from ((day, "koppeling", laid.van) for laid in record.koppelingen)
    else:
        yield from ((day, "markering", Kenmerk(tafel, m.datum or day, m.label)) for m in list_markeringen(record))


def _texts(blok: Blok) -> list[str]:
    return [blok.tekst] if isinstance(blok, Alinea) else [cell for row in blok.rijen for cell in row]
