"""Everything there is of one Tafel: its meetings, its minutes and what was added to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pipeline.model.aanmelding import Aanmelding
from pipeline.model.persoon import Deelnemer, Lid
from pipeline.model.tafel import Tafel
from pipeline.model.vergadering import Vergadering
from pipeline.model.verslag import Gebeurtenis, Register, Verslag

_CIRCULATED = frozenset({"rondgezonden", "vastgesteld", "gepubliceerd"})


def _expect(lid: Lid) -> Deelnemer:
    """A member as a participant: the list shows the function where there is no role."""
    group = lid.groep or lid.organisatie
    return Deelnemer(
        lid.persoon,
        groep=group,
        organisatie=lid.organisatie if lid.organisatie != group else "",
        rol=lid.rol,
        hoedanigheid=lid.hoedanigheid,
        lid=lid.id,
        openbaar=lid.openbaar,
        bron=lid.bron,
    )


@dataclass(frozen=True)
class Reeks:
    """The series of meetings of one Tafel, with their records.

    ``registers`` and ``logboeken`` go by the date of the meeting they belong to; ``aanmeldingen`` are what was
    proposed for an agenda, as the records of this Tafel have it.
    """

    tafel: Tafel
    vergaderingen: tuple[Vergadering, ...] = ()
    verslagen: tuple[Verslag, ...] = ()
    registers: Mapping[date, Register] = field(default_factory=dict)
    logboeken: Mapping[date, tuple[Gebeurtenis, ...]] = field(default_factory=dict)
    aanmeldingen: tuple[Aanmelding, ...] = ()

    @cached_property
    def data(self) -> tuple[date, ...]:
        """The dates of all meetings, planned and held, in order."""
        return tuple(sorted({v.datum for v in self.vergaderingen} | {v.datum for v in self.verslagen}))

    @cached_property
    def gehouden_data(self) -> tuple[date, ...]:
        """The dates of the meetings that took or will take place."""
        return tuple(d for d in self.data if not self.is_afgelast(d))

    def is_afgelast(self, datum: date) -> bool:
        """Tell whether the meeting on that date was called off."""
        vergadering = self.vergadering(datum)
        return vergadering is not None and bool(vergadering.afgelast)

    def vergadering(self, datum: date) -> Vergadering | None:
        """The meeting on that date."""
        return next((v for v in self.vergaderingen if v.datum == datum), None)

    def verslag(self, datum: date) -> Verslag | None:
        """The minutes of the meeting on that date."""
        return next((v for v in self.verslagen if v.datum == datum), None)

    def verslagen_tot(self, op: date) -> tuple[Verslag, ...]:
        """The minutes of the meetings up to and including a day, in date order."""
        return tuple(sorted((v for v in self.verslagen if v.datum <= op), key=lambda v: v.datum))

    def volgende(self, datum: date) -> date | None:
        """The date of the meeting after that date; one that was called off does not count."""
        index = bisect_right(self.gehouden_data, datum)
        return self.gehouden_data[index] if index < len(self.gehouden_data) else None

    def vorige(self, datum: date) -> date | None:
        """The date of the meeting before that date; one that was called off does not count."""
        earlier = [d for d in self.gehouden_data if d < datum]
        return earlier[-1] if earlier else None

    def deelnemers(self, datum: date) -> tuple[Deelnemer, ...]:
        """Who was at the meeting, or is expected there: by its minutes, else its agenda, else the members' list."""
        verslag, vergadering = self.verslag(datum), self.vergadering(datum)
        if verslag and verslag.deelnemers:
            return verslag.deelnemers
        expected = vergadering.deelnemers if vergadering else ()
        if not expected:
            expected = tuple(_expect(lid) for lid in self.tafel.leden if lid.is_lid_op(datum))
        absent = (vergadering.afmeldingen if vergadering else ()) + (verslag.afwezig if verslag else ())
        return tuple(replace(d, aanwezig=False) if any(map(d.heet, absent)) else d for d in expected)

    def is_rondgezonden(self, datum: date) -> bool:
        """Tell whether the minutes of that meeting were circulated, which freezes text and labels."""
        if any(g.soort in _CIRCULATED for g in self.logboeken.get(datum, ())):
            return True
        verslag = self.verslag(datum)
        return verslag is not None and verslag.status == "vastgesteld"
