"""Everything there is of one Tafel: its meetings, its minutes and what was added to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pipeline.model.aanmelding import Aanmelding
from pipeline.model.openbaar import NaamBesluit
from pipeline.model.persoon import Deelnemer, mark_afwezig
from pipeline.model.reactie import Reactie
from pipeline.model.tafel import Tafel
from pipeline.model.vergadering import Vergadering
from pipeline.model.verslag import Gebeurtenis, Rectificatie, Register, Vaststelling, Vaststelmoment, Verslag

_CIRCULATED = frozenset({"rondgezonden", "vastgesteld", "gerectificeerd", "gepubliceerd"})


@dataclass(frozen=True)
class Reeks:
    """The series of meetings of one Tafel, with their records.

    ``registers`` and ``logboeken`` go by the date of the meeting they belong to; ``aanmeldingen`` are what was
    proposed for an agenda, as the records of this Tafel have it. ``namen`` is what was decided about names in
    public. ``reacties`` are what came in on circulated minutes, by the date of their meeting.
    """

    tafel: Tafel
    vergaderingen: tuple[Vergadering, ...] = ()
    verslagen: tuple[Verslag, ...] = ()
    registers: Mapping[date, Register] = field(default_factory=dict)
    logboeken: Mapping[date, tuple[Gebeurtenis, ...]] = field(default_factory=dict)
    aanmeldingen: tuple[Aanmelding, ...] = ()
    namen: tuple[NaamBesluit, ...] = ()
    reacties: Mapping[date, tuple[Reactie, ...]] = field(default_factory=dict)

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
        """Who was at the meeting by its minutes; where those don't say, who was expected there."""
        verslag = self.verslag(datum)
        if verslag and verslag.deelnemers:
            return verslag.deelnemers
        absent = verslag.afwezig if verslag else ()
        return mark_afwezig(self.verwachte_deelnemers(datum), absent, self.tafel.leden_op(datum))

    def verwachte_deelnemers(self, datum: date) -> tuple[Deelnemer, ...]:
        """Who is expected at the meeting: by its agenda, else the members' list, less those who sent word."""
        vergadering = self.vergadering(datum)
        expected = vergadering.deelnemers if vergadering else ()
        if not expected:
            expected = tuple(lid.verwacht() for lid in self.tafel.leden_op(datum))
        absent = vergadering.afmeldingen if vergadering else ()
        return mark_afwezig(expected, absent, self.tafel.leden_op(datum), afgemeld=True)

    def is_rondgezonden(self, datum: date) -> bool:
        """Tell whether the minutes of that meeting were circulated, which freezes text and labels."""
        if any(g.soort in _CIRCULATED for g in self.logboeken.get(datum, ())):
            return True
        verslag = self.verslag(datum)
        return verslag is not None and verslag.status == "vastgesteld"

    def peildag(self, datum: date, op: date) -> date:
        """The day the minutes of a meeting are judged by: when they were sent, today while they were not.

        What was sent stays as it was sent: the adopted version says of a term what the circulated one said.
        """
        sent = self.gebeurtenis(datum, "rondgezonden")
        return sent.op if sent else op

    def gebeurtenis(self, datum: date, soort: str) -> Gebeurtenis | None:
        """The last event of this kind in the logboek of a meeting."""
        found = [g for g in self.logboeken.get(datum, ()) if g.soort == soort]
        return max(found, key=lambda g: g.op, default=None)

    def is_vastgesteld(self, datum: date) -> bool:
        """Tell whether the minutes of that meeting are adopted: by the logboek, or by what they say themselves."""
        verslag = self.verslag(datum)
        by_record = verslag is not None and verslag.status == "vastgesteld"
        return by_record or self.gebeurtenis(datum, "vastgesteld") is not None

    def vaststelling(self, datum: date) -> tuple[date, Vaststelling] | None:
        """What a later meeting says of the minutes of that date, with the date of that meeting."""
        later = (v for v in sorted(self.verslagen, key=lambda v: v.datum) if v.datum > datum)
        found = ((v.datum, said) for v in later for said in v.vaststellingen if said.verslag == datum)
        return next(found, None)

    def vaststelmoment(self, datum: date) -> Vaststelmoment | None:
        """When and where the minutes of that meeting were adopted, as far as that was recorded."""
        event = self.gebeurtenis(datum, "vastgesteld")
        if event is not None:
            return Vaststelmoment(event.op, event.waar)
        said = self.vaststelling(datum)
        return Vaststelmoment(said[0], "vergadering") if said else None

    def rectificaties(self, datum: date) -> tuple[Rectificatie, ...]:
        """The corrections carried out in the adopted minutes of that meeting, oldest first."""
        events = (g for g in self.logboeken.get(datum, ()) if g.soort == "gerectificeerd")
        return tuple(Rectificatie(g.op, g.toelichting, g.wijzigingen) for g in sorted(events, key=lambda g: g.op))
