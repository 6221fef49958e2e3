"""What the checks look at: one meeting with its records, and the series it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from pipeline.markering.namen import Namenindex
from pipeline.model import (
    Actielijst,
    Actiepunt,
    Alinea,
    Besluit,
    Blok,
    Bron,
    Deelnemer,
    Gebeurtenis,
    Lid,
    Melding,
    Reeks,
    Register,
    Tabel,
    Tafel,
    Vergadering,
    Verslag,
    VerslagPunt,
    Voortgang,
)
from pipeline.voortgang import fold_acties, fold_besluiten

_ZINSGRENS = re.compile(r"[.!?]['\"’”)\]]*\s+(?=[\W_]*[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of running text of the minutes: a paragraph, a list item or a table cell.

    ``tekst`` has two spaces for every ``**``, so that places in it are places in the record.
    """

    tekst: str
    bron: Bron | None
    punt: VerslagPunt | None = None
    cel: bool = False

    def plek(self, begin: int, eind: int) -> Bron | None:
        """The place of a stretch of this text, with the sentence it stands in."""
        return replace(self.bron, zin=sentence_around(self.tekst, begin, eind)) if self.bron else None


@dataclass(frozen=True)
class Dossier:
    """One meeting under scrutiny, with everything the checks may look at; ``build_dossier`` makes one.

    ``actielijst`` is the fold up to and including this meeting, ``actielijst_ervoor`` the one before it;
    ``bijlagen`` are the names of the files in the folder of that name; ``op`` is today. ``gelezen`` is what
    reading and folding the records already reported: it is part of the outcome, and not said twice.
    """

    reeks: Reeks
    datum: date
    op: date
    vergadering: Vergadering | None
    verslag: Verslag | None
    register: Register | None
    actielijst: Actielijst
    actielijst_ervoor: Actielijst
    bijlagen: frozenset[str] = frozenset()
    gelezen: tuple[Melding, ...] = ()

    @property
    def tafel(self) -> Tafel:
        """The body that met."""
        return self.reeks.tafel

    @property
    def is_eigen(self) -> bool:
        """Tell whether the meeting belongs to a table of this werkmap, not to foreign minutes just read."""
        return self.tafel.bron is not None

    @cached_property
    def deelnemers(self) -> tuple[Deelnemer, ...]:
        """Who was there or expected there, with a name."""
        return tuple(d for d in self.reeks.deelnemers(self.datum) if d.persoon is not None)

    @cached_property
    def namen(self) -> Namenindex[Deelnemer]:
        """The participants by name."""
        return Namenindex(tuple((d.persoon, d) for d in self.deelnemers if d.persoon))

    @cached_property
    def leden(self) -> Namenindex[Lid]:
        """All members the table has ever had, by name."""
        return Namenindex(tuple((lid.persoon, lid) for lid in self.tafel.leden))

    @cached_property
    def logboek(self) -> tuple[Gebeurtenis, ...]:
        """What happened to the agenda and the minutes, as logged."""
        return self.reeks.logboeken.get(self.datum, ())

    @cached_property
    def actiepunten(self) -> tuple[Actiepunt, ...]:
        """The actions of this meeting, those of the register included."""
        return tuple(punt for record in self._records for punt in record.actiepunten)

    @cached_property
    def voortgang(self) -> tuple[Voortgang, ...]:
        """What this meeting said of older actions, the register included."""
        return tuple(said for record in self._records for said in record.voortgang)

    @cached_property
    def besluiten(self) -> tuple[Besluit, ...]:
        """The decisions of this meeting, those of the register included."""
        return tuple(besluit for record in self._records for besluit in record.besluiten)

    @property
    def _records(self) -> tuple[Verslag | Register, ...]:
        return tuple(record for record in (self.verslag, self.register) if record is not None)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The running text of the minutes, in order."""
        if self.verslag is None:
            return ()
        sections = [(None, self.verslag.inleiding), *((punt, punt.blokken) for punt in self.verslag.punten)]
        return tuple(p for punt, blokken in sections for blok in blokken for p in _passages(blok, punt))

    @cached_property
    def alineas(self) -> tuple[Passage, ...]:
        """The running text without the tables."""
        return tuple(passage for passage in self.passages if not passage.cel)


def build_dossier(
    reeks: Reeks,
    datum: date,
    op: date,
    bijlagen: Iterable[str] = (),
    gelezen: Iterable[Melding] = (),
) -> Dossier:
    """Bring together what there is of the meeting on ``datum``, as it stands today (``op``)."""
    before = datum - timedelta(days=1)
    actielijst, folded = fold_acties(reeks, datum)
    actielijst_ervoor, folded_before = fold_acties(reeks, before)
    _, decided = fold_besluiten(reeks, datum)
    _, decided_before = fold_besluiten(reeks, before)
    earlier = {*folded_before, *decided_before}
    return Dossier(
        reeks=reeks,
        datum=datum,
        op=op,
        vergadering=reeks.vergadering(datum),
        verslag=reeks.verslag(datum),
        register=reeks.registers.get(datum),
        actielijst=actielijst,
        actielijst_ervoor=actielijst_ervoor,
        bijlagen=frozenset(bijlagen),
        gelezen=join_meldingen(gelezen, (m for m in (*folded, *decided) if m not in earlier)),
    )


def _passages(blok: Blok, punt: VerslagPunt | None) -> Iterator[Passage]:
    if isinstance(blok, Alinea):
        yield Passage(blok.tekst.replace("**", "  "), blok.bron, punt)
    elif isinstance(blok, Tabel):
        for number, row in enumerate(blok.rijen):
            yield from (Passage(cell, row_bron(blok, number), punt, cel=True) for cell in row if cell)


def row_bron(tabel: Tabel, rij: int) -> Bron | None:
    """Return the place of a row; in a text file the line of dashes lies under the header."""
    bron = tabel.bron
    if bron is None or bron.nummer is None or bron.soort != "regel" or rij == 0:
        return bron
    return replace(bron, nummer=bron.nummer + rij + 1)


def sentence_around(tekst: str, begin: int, eind: int) -> str:
    """Return the sentence a stretch of text stands in, white space folded."""
    bounds = [0, *(match.end() for match in _ZINSGRENS.finditer(tekst)), len(tekst)]
    start = max(bound for bound in bounds if bound <= begin)
    stop = min((bound for bound in bounds if bound >= eind), default=len(tekst))
    return " ".join(tekst[start:stop].split())


def join_meldingen(eerst: Iterable[Melding], daarna: Iterable[Melding]) -> tuple[Melding, ...]:
    """Join two reports; what the first already said at a place, the second does not say again."""
    first = tuple(dict.fromkeys(eerst))
    said = {(m.code, m.bron.bestand, m.bron.nummer) for m in first if m.bron}
    new = (m for m in daarna if not m.bron or (m.code, m.bron.bestand, m.bron.nummer) not in said)
    return (*first, *dict.fromkeys(new))
