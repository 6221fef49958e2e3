"""What the checks look at: one meeting with its records, and the series it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from pipeline.controle.houders import Houderlijst
from pipeline.controle.optredens import Optreden, find_optredens, find_rolsprekers
from pipeline.controle.passage import Controlepassage, split_passages
from pipeline.markering import DatumLezing, find_datums
from pipeline.model import (
    Actielijst,
    Actiepunt,
    Besluit,
    Bron,
    Deelnemer,
    Gebeurtenis,
    Kenmerk,
    Lid,
    Melding,
    Persoon,
    Reeks,
    Register,
    Tafel,
    Vergadering,
    Verslag,
    Voortgang,
)
from pipeline.voortgang import Post, find_woorden, fold_acties, fold_besluiten, verantwoord
from pipeline.wie.namen import Namenindex
from pipeline.wie.woorden import fold_naam

_CIJFER = re.compile(r"\d")


@dataclass(frozen=True)
class Dossier:
    """One meeting under scrutiny, with everything the checks may look at; ``build_dossier`` makes one.

    ``actielijst`` is the fold up to and including this meeting, ``actielijst_ervoor`` the one before it;
    ``bijlagen`` are the names of the files in the folder of that name, ``overige_bestanden`` the places of files
    beside its records that nothing uses; ``op`` is today. ``gelezen`` is what
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
    overige_bestanden: tuple[str, ...] = ()
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
        """Who was there or expected there, by name; ``regiomanager`` is a function and no name."""
        return tuple(d for d in self.reeks.deelnemers(self.datum) if d.persoon and _is_name(d.persoon))

    @cached_property
    def namen(self) -> Namenindex[Deelnemer]:
        """The participants by name."""
        return Namenindex(tuple((d.persoon, d) for d in self.deelnemers if d.persoon), lang=4)

    @cached_property
    def leden(self) -> Namenindex[Lid]:
        """All members the table has ever had, by name."""
        return Namenindex(tuple((lid.persoon, lid) for lid in self.tafel.leden))

    @cached_property
    def houders(self) -> Houderlijst:
        """Who can own an action."""
        everyone = self.reeks.deelnemers(self.datum)
        return Houderlijst.of(self.tafel, self.datum, everyone, self.namen, self.leden)

    @cached_property
    def geschreven_houders(self) -> tuple[tuple[str, Bron | None], ...]:
        """The owners as written in the records of this meeting, one by one."""
        records: tuple[Actiepunt | Voortgang, ...] = (*self.actiepunten, *self.voortgang)
        return tuple(
            (naam, punt.bron)
            for punt in records
            for naam in punt.actiehouders or ((punt.actiehouder,) if punt.actiehouder else ())
        )

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

    @cached_property
    def genummerd(self) -> Reeks:
        """The series with only the actions that have a number, which is what the fold reads."""
        return _with_labels(self.reeks)

    @cached_property
    def posten(self) -> tuple[Post, ...]:
        """The books of the fold up to and including this meeting."""
        return verantwoord(self.genummerd, self.datum)

    @cached_property
    def woorden(self) -> dict[Kenmerk, str]:
        """The words of every action after this meeting."""
        return find_woorden(self.genummerd, self.datum)

    @property
    def _records(self) -> tuple[Verslag | Register, ...]:
        return tuple(record for record in (self.verslag, self.register) if record is not None)

    @cached_property
    def passages(self) -> tuple[Controlepassage, ...]:
        """The running text of the minutes, in order."""
        if self.verslag is None:
            return ()
        sections = [(None, self.verslag.inleiding), *((punt, punt.blokken) for punt in self.verslag.punten)]
        return tuple(p for punt, blokken in sections for blok in blokken for p in split_passages(blok, punt))

    @cached_property
    def alineas(self) -> tuple[Controlepassage, ...]:
        """The running text without the tables."""
        return tuple(passage for passage in self.passages if not passage.cel)

    @cached_property
    def datums(self) -> tuple[tuple[Controlepassage, DatumLezing], ...]:
        """The dates in the running text; one without a year is the nearest to the meeting."""
        dated = (passage for passage in self.passages if _CIJFER.search(passage.tekst))
        return tuple((p, lezing) for p in dated for lezing in find_datums(p.tekst, self.datum, "dichtbij"))

    @cached_property
    def lijstwoorden(self) -> frozenset[str]:
        """The folded words of the lists that name a body or a role, and so no person."""
        tafel = self.tafel
        texts = [tafel.naam, tafel.korte_naam, tafel.locatie, *tafel.actiehouders]
        texts += [t for lid in tafel.leden for t in (lid.groep, lid.organisatie, lid.functie, lid.rol)]
        texts += [t for d in self.reeks.deelnemers(self.datum) for t in (d.groep, d.organisatie, d.rol)]
        folded = {fold_naam(text) for text in set(texts)}
        return frozenset(folded | {word for text in folded for word in text.split()})

    @cached_property
    def optredens(self) -> tuple[Optreden, ...]:
        """The people the running text names."""
        return find_optredens(self.alineas, self.namen, self.lijstwoorden)

    @cached_property
    def rolsprekers(self) -> tuple[Optreden, ...]:
        """The places where someone speaks by role."""
        return find_rolsprekers(self.alineas, self.deelnemers)


def build_dossier(
    reeks: Reeks,
    datum: date,
    op: date,
    bijlagen: Iterable[str] = (),
    overige_bestanden: Iterable[str] = (),
    gelezen: Iterable[Melding] = (),
) -> Dossier:
    """Bring together what there is of the meeting on ``datum``, as it stands today (``op``)."""
    before = max(datum, date.min + timedelta(days=1)) - timedelta(days=1)  # minutes may lack a date
    labelled = _with_labels(reeks)
    actielijst, folded = fold_acties(labelled, datum)
    actielijst_ervoor, folded_before = fold_acties(labelled, before)
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
        overige_bestanden=tuple(overige_bestanden),
        gelezen=join_meldingen(gelezen, (m for m in (*folded, *decided) if m not in earlier)),
    )


def _with_labels(reeks: Reeks) -> Reeks:
    """Leave out the actions that have no number, as in foreign minutes: without one there is no identity."""
    verslagen = tuple(replace(v, actiepunten=tuple(a for a in v.actiepunten if a.label)) for v in reeks.verslagen)
    return replace(reeks, verslagen=verslagen)


def _is_name(persoon: Persoon) -> bool:
    return persoon.achternaam[:1].isupper()


def join_meldingen(eerst: Iterable[Melding], daarna: Iterable[Melding]) -> tuple[Melding, ...]:
    """Join two reports; what the first already said at a place, the second does not say again."""
    first = tuple(dict.fromkeys(eerst))
    said = {(m.code, m.bron.bestand, m.bron.nummer) for m in first if m.bron}
    new = (m for m in daarna if not m.bron or (m.code, m.bron.bestand, m.bron.nummer) not in said)
    return (*first, *dict.fromkeys(new))
