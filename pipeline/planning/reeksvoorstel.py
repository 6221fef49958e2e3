"""A series of meetings for a year: about every six weeks (governancekader 3.3), and why each is where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from pipeline.markering import format_datum
from pipeline.model import Melding, Tafel, Tijdvak, VrijePeriode, melding
from pipeline.planning.dagen import find_feestdag, find_vrije_periode, is_werkdag, nearest_weekdag, parse_weekdag

RITME = 6  # weeks, where tafel.yaml does not say


@dataclass(frozen=True, slots=True)
class Bezet:
    """A meeting of another table: its name as a reason gives it, its day and time."""

    naam: str
    datum: date
    tijd: Tijdvak | None = None


@dataclass(frozen=True, slots=True)
class Jaarkader:
    """What a series has to fit in.

    ``bekend`` are the meetings the table has already, also one that was called off; ``bezet`` those of other
    tables; ``gevoed`` the dates of the table this one prepares and ``gevoed_dagen`` how long before them its
    papers go out.
    """

    vrije_perioden: tuple[VrijePeriode, ...] = ()
    bekend: tuple[date, ...] = ()
    bezet: tuple[Bezet, ...] = ()
    gevoed: tuple[date, ...] = ()
    gevoed_dagen: int = 7


@dataclass(frozen=True, slots=True)
class Planregel:
    """One meeting of a series: ``gewoon`` is the day the rhythm gives, ``redenen`` why it is not that day.

    ``voor`` is the meeting of the other table it prepares; ``bestaat`` says that it was planned before.
    """

    datum: date
    gewoon: date
    redenen: tuple[str, ...] = ()
    voor: date | None = None
    bestaat: bool = False


Voorstelreeks = tuple[tuple[Planregel, ...], tuple[Melding, ...]]


def propose_reeks(tafel: Tafel, jaar: int, kader: Jaarkader, vanaf: date = date.min) -> Voorstelreeks:
    """Propose the meetings of a year, from the day ``vanaf`` on; what was planned already stays where it is."""
    weekdag = _find_weekdag(tafel, kader.bekend)
    if weekdag is None:
        tekst = f"Van de tafel {tafel.id} is niet bekend op welke dag zij vergadert."
        return (), (melding("ritme-onbekend", tekst, tafel.bron),)
    zoeker = _Zoeker(tafel, jaar, kader, weekdag, vanaf)
    follows = tafel.voedt and any(d.year == jaar and d > vanaf for d in kader.gevoed)
    regels = tuple(zoeker.before_others() if follows else zoeker.in_rhythm())
    return _with_known(regels, jaar, kader.bekend), tuple(zoeker.meldingen)


def _find_weekdag(tafel: Tafel, bekend: tuple[date, ...]) -> int | None:
    """Read the usual weekday, or take the one of most earlier meetings."""
    if tafel.weekdag or not bekend:
        return parse_weekdag(tafel.weekdag)
    return Counter(d.weekday() for d in bekend).most_common(1)[0][0]


def _with_known(regels: tuple[Planregel, ...], jaar: int, bekend: tuple[date, ...]) -> tuple[Planregel, ...]:
    """Add the meetings of the year that are in no line yet."""
    named = {regel.datum for regel in regels}
    extra = (Planregel(d, d, bestaat=True) for d in bekend if d.year == jaar and d not in named)
    return tuple(sorted((*regels, *extra), key=lambda regel: regel.datum))


class _Zoeker:
    """One search for the meetings of a year."""

    def __init__(self, tafel: Tafel, jaar: int, kader: Jaarkader, weekdag: int, vanaf: date) -> None:
        self.tafel, self.jaar, self.kader, self.weekdag, self.vanaf = tafel, jaar, kader, weekdag, vanaf
        self.afstand = timedelta(weeks=tafel.weken or RITME)
        self.meldingen: list[Melding] = []
        self.gekozen: list[date] = [d for d in kader.bekend if d.year < jaar]

    # by rhythm

    def in_rhythm(self) -> Iterator[Planregel]:
        """Yield a meeting for every step of the rhythm.

        A meeting that was moved does not move the ones after it, unless it stands where we would not put it.
        """
        slot, last = self._first_slot(), date(self.jaar, 12, 31)
        while slot <= last:
            regel = self._step(slot)
            if regel is not None:
                self.gekozen.append(regel.datum)
                yield regel
                if self._is_new_start(regel):
                    slot = nearest_weekdag(regel.datum, self.weekdag)
            slot += self.afstand

    def _step(self, slot: date) -> Planregel | None:
        """Return the meeting of one step: the one that is there, or the best day there is."""
        known = self._known_near(slot) or self._known_instead(slot)
        if known is None and slot < self.vanaf:
            return None
        regel = self._choose(slot, known)
        if known is None:
            return regel
        kept = regel is not None and regel.datum == known
        return Planregel(known, slot, regel.redenen if regel and kept else (), bestaat=True)

    def _is_new_start(self, regel: Planregel) -> bool:
        """Tell whether the rhythm goes on from here: moved by a person, or further than half a rhythm."""
        if abs(regel.datum - regel.gewoon) > self.afstand / 2:
            return True
        return regel.bestaat and regel.datum != regel.gewoon and not regel.redenen

    def _first_slot(self) -> date:
        """Return the first day of the year the rhythm gives, counted from the last meeting before it."""
        first = date(self.jaar, 1, 1)
        earlier = [d for d in self.kader.bekend if d < first]
        own = [d for d in self.kader.bekend if d.year == self.jaar]
        if not earlier:
            return own[0] if own else first + timedelta(days=(self.weekdag - first.weekday()) % 7)
        slot = nearest_weekdag(earlier[-1], self.weekdag) + self.afstand
        while slot < first:
            slot += self.afstand
        return slot

    def _known_near(self, slot: date) -> date | None:
        """Find the meeting of this year that is this step of the rhythm."""
        near = [d for d in self.kader.bekend if d.year == self.jaar and abs(d - slot) < self.afstand / 2]
        return min((d for d in near if d not in self.gekozen), key=lambda d: abs(d - slot), default=None)

    def _known_instead(self, slot: date) -> date | None:
        """Find the meeting further on that this step gave way to: the one we would choose for it again."""
        later = min((d for d in self.kader.bekend if slot < d < slot + self.afstand), default=None)
        regel = self._choose(slot, later) if later else None
        return later if regel and regel.datum == later else None

    def _choose(self, slot: date, known: date | None) -> Planregel | None:
        """Return the best day for a step, as if the meeting that is there (``known``) were not yet planned."""
        redenen: dict[str, date] = {}
        taken = tuple(d for d in (*self.gekozen, *self.kader.bekend) if d != known)
        for dag in self._around(slot):
            reden = self._find_belet(dag) or self._find_drukte(dag, taken)
            if not reden:
                return Planregel(dag, slot, _write_redenen(redenen))
            redenen.setdefault(reden, dag)
        self._report(slot, _write_redenen(redenen))
        return None

    def _around(self, slot: date) -> Iterator[date]:
        """Yield the days to try: the same weekday, ever further away, then other days of the week itself."""
        half = self.afstand.days // 14
        for weeks in range(2 * half):
            for sign in (-1, 1) if 0 < weeks <= half else (1,):
                dag = slot + sign * timedelta(weeks=weeks)
                if dag.year == self.jaar:
                    yield dag
        for days in (-1, 1, -2, 2, -3, 3):
            dag = slot + timedelta(days=days)
            if dag.year == self.jaar and is_werkdag(dag):
                yield dag

    def _find_drukte(self, dag: date, taken: tuple[date, ...]) -> str:
        """Say which meeting is too near: less than two thirds of a rhythm away."""
        near = next((d for d in taken if abs(dag - d) < self.afstand * 2 / 3), None)
        return f"te dicht op {format_datum(near)}" if near else ""

    # before the meetings of another table

    def before_others(self) -> Iterator[Planregel]:
        """Yield a meeting before each meeting that year of the table this one prepares, be it in December."""
        previous = date.min
        for voor in sorted(self.kader.gevoed):
            slot = nearest_weekdag(voor - timedelta(days=self.tafel.dagen_vooraf), self.weekdag)
            if voor.year == self.jaar:
                yield from self._before(voor, slot, previous)
            previous = voor

    def _before(self, voor: date, slot: date, previous: date) -> Iterator[Planregel]:
        since = previous if previous > date.min else voor - self.afstand
        known = max((d for d in self.kader.bekend if since <= d < voor), default=None)
        if known is not None:
            yield Planregel(known, slot, voor=voor, bestaat=True)
            return
        redenen: dict[str, date] = {}
        for dag in self._days_before(voor, slot, previous):
            reden = self._find_belet(dag)
            if not reden:
                yield Planregel(dag, slot, _write_redenen(redenen), voor)
                return
            redenen.setdefault(reden, dag)
        if voor > self.vanaf:
            self._report(slot, _write_redenen(redenen))

    def _days_before(self, voor: date, slot: date, previous: date) -> list[date]:
        """Return the days to try: early enough for the papers first, then the weekday, then the nearest."""
        earliest = slot - self.afstand / 2
        first = max(previous + timedelta(days=1) if previous > earliest else earliest, self.vanaf)
        days = [first + timedelta(days=n) for n in range((voor - first).days)]
        in_time = voor - timedelta(days=self.kader.gevoed_dagen)
        return sorted(
            (d for d in days if d.weekday() == self.weekdag or is_werkdag(d)),
            key=lambda d: (d > in_time, d.weekday() != self.weekdag, abs(d - slot), d),
        )

    # both

    def _find_belet(self, dag: date) -> str:
        """Say why there can be no meeting on a day; empty where there can."""
        return find_feestdag(dag) or find_vrije_periode(dag, self.kader.vrije_perioden) or self._find_botsing(dag)

    def _find_botsing(self, dag: date) -> str:
        tijd = self.tafel.tijd
        other = next((b for b in self.kader.bezet if b.datum == dag and overlaps(tijd, b.tijd)), None)
        return f"dan vergadert {other.naam}" if other else ""

    def _report(self, slot: date, redenen: tuple[str, ...]) -> None:
        tekst = f"Rond {format_datum(slot)} is geen dag gevonden waarop {self.tafel.kort} kan vergaderen."
        found = melding("geen-vrije-dag", tekst, hulp="; ".join(redenen))
        if found not in self.meldingen:
            self.meldingen.append(found)


def _write_redenen(redenen: dict[str, date]) -> tuple[str, ...]:
    """Write each reason once, with the first day it stood in the way of."""
    return tuple(f"{format_datum(dag)}: {reden}" for reden, dag in redenen.items())


def overlaps(een: Tijdvak | None, ander: Tijdvak | None) -> bool:
    """Tell whether two meetings on one day are at the same time; a time that is not known may be any."""
    if een is None or ander is None or een.eind is None or ander.eind is None:
        return True
    return een.begin < ander.eind and ander.begin < een.eind


def check_voorbereiding(tafel: Tafel, data: tuple[date, ...], gevoed: tuple[date, ...]) -> Iterator[Melding]:
    """Report each pair of meetings of the fed table between which this one, that prepares it, does not meet."""
    for vorige, voor in pairwise(gevoed):
        if data and data[0] < voor <= data[-1] and not any(vorige <= d < voor for d in data):
            tekst = f"Voor de vergadering van {tafel.voedt} op {format_datum(voor)} vergadert {tafel.kort} niet."
            yield melding("geen-voorbereiding", tekst, tafel.bron)
