"""Who may see what: the one place that decides whether something is confidential, and for whom.

Anything that says so suffices: the item of the agenda, the heading of the minutes, the paper, the row of a list,
the register, an embargo. Items of the agenda and headings of the minutes are the same thing where they have the
same number or the same title. What was made under a confidential item is confidential too, in later lists as well.
See docs/adr/0015.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from pipeline.model.aanmelding import Aanmelding
from pipeline.model.actie import Actiepunt, Besluit, Kenmerk, Koppeling, Voortgang
from pipeline.model.reeks import Reeks
from pipeline.model.tafel import Verzendlijst
from pipeline.model.tijd import Embargo
from pipeline.model.vergadering import Agendapunt, Bijlage, Vergadering
from pipeline.model.verslag import BOVENAAN, Register, Verslag, VerslagPunt
from pipeline.model.zelfde import is_zelfde_tekst

Punt = Agendapunt | VerslagPunt
Rij = Actiepunt | Besluit
Ding = Punt | Bijlage | Actiepunt | Besluit | Voortgang | Aanmelding | Kenmerk

# What stands on every page, and in the file name, of what not everybody may see.
VERTROUWELIJK = "VERTROUWELIJK"
# ``3. Gebouw`` and ``3 Gebouw``, as a column Agendapunt may have it: the number and the title.
_NUMMER_EN_TITEL = re.compile(r"(\d+[a-z]*\d*(?:\.\d+)*)[.:)]?\s+(.+)")
_HOOFDNUMMER = re.compile(r"\d+")
# What is the same action, or part of it, and so as confidential as the other.
_DEZELFDE = "zelfde_als"
_DEEL = "gesplitst_uit"


@dataclass(frozen=True, slots=True)
class Lezerskring:
    """The readers something is made for: what they are called, and whether they may see what is confidential.

    What was written for the chair alone only the chair gets (``is_voorzitter``), and no list.

    For the public (``is_publiek``) a confidential item is not there at all; others see that there is one.
    """

    naam: str
    ziet_vertrouwelijk: bool = False
    is_publiek: bool = False
    is_voorzitter: bool = False


SECRETARIAAT = Lezerskring("secretariaat", ziet_vertrouwelijk=True)
VOORZITTER = Lezerskring("voorzitter", ziet_vertrouwelijk=True, is_voorzitter=True)
PUBLIEK = Lezerskring("publiek", is_publiek=True)
ANDEREN = Lezerskring("anderen")  # who gets what was passed on: another table, or the region of a chair


def lezerskring_van(lijst: Verzendlijst) -> Lezerskring:
    """Return the readers of a distribution list."""
    return Lezerskring(lijst.naam, lijst.vertrouwelijk)


def doorgeefkring_van(lijst: Verzendlijst) -> Lezerskring:
    """Return the readers of what a list may pass on: others, where it is asked to pass things on."""
    return ANDEREN if lijst.doorgeven else lezerskring_van(lijst)


@dataclass(frozen=True, slots=True)
class _Sleutels:
    """What the confidential items of one meeting are called: numbers and titles, folded.

    ``gezegd`` are those that something says so of, ``alle`` also every other name of the same items;
    ``eigen`` are the numbers that items of the agenda have themselves.
    """

    gezegd: frozenset[str] = frozenset()
    alle: frozenset[str] = frozenset()
    eigen: frozenset[str] = frozenset()

    def heeft(self, punt: Punt) -> bool:
        """Tell whether an item of the agenda or the minutes is one of them, or falls under one by its number."""
        return bool(_namen(punt) & self.gezegd) or self._valt_onder(punt.nummer, self.gezegd)

    def noemt(self, agendapunt: str) -> bool:
        """Tell whether the item an action or decision was made under is one of them."""
        return bool(_namen_uit(agendapunt) & self.alle) or self._valt_onder(agendapunt, self.alle)

    def _valt_onder(self, nummer: str, namen: frozenset[str]) -> bool:
        """``3.1``, or ``3a`` where the agenda has no 3a of its own, is a part of item 3."""
        number, head = fold_nummer(nummer), _HOOFDNUMMER.match(nummer.strip())
        is_part = bool(head) and re.fullmatch(r"\d+(?:[a-z]\d*|(?:\.\d+)+)", number) is not None
        return is_part and number not in self.eigen and head is not None and head[0] in namen


@dataclass(frozen=True)
class Inzage:
    """What is confidential in the records of a table, at the moment something is made of them (``nu``)."""

    reeks: Reeks
    nu: datetime

    def is_vertrouwelijk(self, datum: date, ding: Ding) -> bool:
        """Tell whether something of the meeting of that date is confidential, whatever says so."""
        if self._zegt(datum, ding):
            return True
        names = self._sleutels.get(datum, _Sleutels())
        if isinstance(ding, Agendapunt | VerslagPunt):
            return names.heeft(ding)
        if isinstance(ding, Actiepunt | Besluit):
            return Kenmerk(self.reeks.tafel.id, datum, ding.label) in self.geheime_kenmerken
        if isinstance(ding, Voortgang):
            return ding.verwijst_naar in self.geheime_kenmerken or names.noemt(ding.agendapunt)
        return isinstance(ding, Kenmerk) and ding in self.geheime_kenmerken

    def mag_zien(self, kring: Lezerskring, datum: date, ding: Ding) -> bool:
        """Tell whether these readers may see it."""
        return kring.ziet_vertrouwelijk or not self.is_vertrouwelijk(datum, ding)

    def is_punt_vertrouwelijk(self, datum: date, punt: str) -> bool:
        """Tell whether an item, by its number or title, is confidential: for what only names one."""
        return self._sleutels.get(datum, _Sleutels()).noemt(punt)

    @cached_property
    def geheime_kenmerken(self) -> frozenset[Kenmerk]:
        """The actions and decisions that are confidential, also by being the same as, or split from, one that is."""
        found = {k for verslag in self.reeks.verslagen for k in self._geheim_in(verslag)}
        links = tuple(self._koppelingen())
        grown = True
        while grown:
            more = {k for k, same in links if same in found} - found
            grown = bool(more)
            found |= more
        return frozenset(found)

    def openbare_titel(self, datum: date, punt: Punt) -> str:
        """Return what an item is called for who may not see it; a heading is called as its item on the agenda."""
        vergadering = self.reeks.vergadering(datum)
        if isinstance(punt, VerslagPunt):
            items = vergadering.agendapunten if vergadering else ()
            same = [p for p in items if _fold(p.titel) == _fold(punt.titel)]
            same += [p for p in items if fold_nummer(p.nummer) == fold_nummer(punt.nummer) != ""]
            return next((p.titel_voor_anderen for p in same), Agendapunt("", "").titel_voor_anderen)
        return punt.titel_voor_anderen

    # what says so

    def _zegt(self, datum: date, ding: Ding) -> bool:
        if isinstance(ding, Kenmerk):
            return False
        answer = self._antwoord(datum, ding.nummer, ding.titel) if isinstance(ding, VerslagPunt) else None
        if answer is not None and (answer or (isinstance(ding, VerslagPunt) and ding.vertrouwelijk_vraag)):
            return answer
        embargo = ding.embargo if isinstance(ding, Agendapunt | Bijlage | VerslagPunt) else None
        if isinstance(ding, VerslagPunt) and embargo is not None and embargo.tot is None:
            embargo = self._embargo_van_agenda(datum, ding) or embargo
        return ding.vertrouwelijk or (embargo is not None and embargo.geldt_op(self.nu))

    def is_inleiding_vertrouwelijk(self, verslag: Verslag) -> bool:
        """Tell whether what stands above the first item of the minutes is confidential."""
        answer = self._antwoord(verslag.datum, BOVENAAN)
        return verslag.inleiding_vertrouwelijk if answer is None else answer

    def _antwoord(self, datum: date, *namen: str) -> bool | None:
        """Return what the register answers of an item with these names; ``ja`` where it says both."""
        register = self.reeks.registers.get(datum)
        given = register.vertrouwelijkheid if register else ()
        found = [a.vertrouwelijk for a in given if a.gaat_over(*namen)]
        return any(found) if found else None

    def _embargo_van_agenda(self, datum: date, punt: VerslagPunt) -> Embargo | None:
        """Return the embargo its item of the agenda gives an end to, for a heading that has none."""
        vergadering = self.reeks.vergadering(datum)
        same = (p for p in (vergadering.agendapunten if vergadering else ()) if _namen(p) & _namen(punt))
        return next((p.embargo for p in same if p.embargo and p.embargo.tot), None)

    @cached_property
    def _sleutels(self) -> dict[date, _Sleutels]:
        meetings = {v.datum: v for v in reversed(self.reeks.vergaderingen)}
        minutes = {v.datum: v for v in reversed(self.reeks.verslagen)}
        return {datum: self._sleutels_van(datum, meetings.get(datum), minutes.get(datum)) for datum in self.reeks.data}

    def _sleutels_van(self, datum: date, vergadering: Vergadering | None, verslag: Verslag | None) -> _Sleutels:
        agenda: tuple[Punt, ...] = vergadering.agendapunten if vergadering else ()
        items = (*agenda, *(verslag.punten if verslag else ()))
        own = frozenset(fold_nummer(p.nummer) for p in agenda if p.nummer)
        said = _Sleutels(_join(_namen(p) for p in items if self._zegt(datum, p)), eigen=own)
        every = _join(_namen(p) for p in items if said.heeft(p))
        return _Sleutels(said.gezegd, every | said.gezegd, own)

    def _geheim_in(self, verslag: Verslag) -> Iterator[Kenmerk]:
        register = self.reeks.registers.get(verslag.datum) or Register(verslag.tafel, verslag.datum)
        rows: tuple[Rij, ...] = (*verslag.actiepunten, *register.actiepunten, *verslag.besluiten, *register.besluiten)
        for row in rows:
            if self._zegt(verslag.datum, row) or self._sleutels[verslag.datum].noemt(row.agendapunt):
                yield Kenmerk(self.reeks.tafel.id, verslag.datum, row.label)
        for said in (*verslag.voortgang, *register.voortgang):
            # of an action that is in no record, this row is all there is
            if said.verwijst_naar not in self._vastgelegd and (
                self._zegt(verslag.datum, said) or self._sleutels[verslag.datum].noemt(said.agendapunt)
            ):
                yield said.verwijst_naar

    @cached_property
    def _vastgelegd(self) -> frozenset[Kenmerk]:
        """The actions that are in the record of their own meeting."""
        records: tuple[Verslag | Register, ...] = (*self.reeks.verslagen, *self.reeks.registers.values())
        return frozenset(Kenmerk(self.reeks.tafel.id, r.datum, a.label) for r in records for a in r.actiepunten)

    def _koppelingen(self) -> Iterator[tuple[Kenmerk, Kenmerk]]:
        """Give pairs (one, other) of which the one is confidential as soon as the other is."""
        for verslag in self.reeks.verslagen:
            register = self.reeks.registers.get(verslag.datum) or Register(verslag.tafel, verslag.datum)
            for punt in (*verslag.actiepunten, *register.actiepunten):
                own = Kenmerk(self.reeks.tafel.id, verslag.datum, punt.label)
                yield from (pair for link in punt.koppelingen for pair in self._pairs(own, link))
            for said in (*verslag.voortgang, *register.voortgang):
                yield from (pair for link in said.koppelingen for pair in self._pairs(said.verwijst_naar, link))
            for laid in register.koppelingen:
                yield from self._pairs(laid.van, laid.koppeling)

    def _pairs(self, own: Kenmerk, link: Koppeling) -> Iterator[tuple[Kenmerk, Kenmerk]]:
        if not (self._zegt_nog(own, link.tekst) and self._zegt_nog(link.met, link.tekst_met)):
            return  # it was laid between other actions, and fell away
        if link.soort in (_DEZELFDE, _DEEL):
            yield own, link.met
        if link.soort == _DEZELFDE:
            yield link.met, own

    def _zegt_nog(self, kenmerk: Kenmerk, tekst: str) -> bool:
        """Tell whether an action still has the words a link was laid by; where either is not known, it may."""
        known = self._teksten.get(kenmerk, ())
        return not tekst or not known or any(is_zelfde_tekst(tekst, other) for other in known)

    @cached_property
    def _teksten(self) -> dict[Kenmerk, list[str]]:
        """The words of every action, in its own minutes and in later ones."""
        found: dict[Kenmerk, list[str]] = {}
        records: tuple[Verslag | Register, ...] = (*self.reeks.verslagen, *self.reeks.registers.values())
        for record in records:
            for punt in record.actiepunten:
                found.setdefault(Kenmerk(self.reeks.tafel.id, record.datum, punt.label), []).append(punt.actie)
            for said in record.voortgang:
                found.setdefault(said.verwijst_naar, []).extend([said.actie] if said.actie else [])
        return found


def _join(names: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*names)


def _namen(punt: Punt) -> frozenset[str]:
    return frozenset(filter(None, (fold_nummer(punt.nummer), _fold(punt.titel))))


def _namen_uit(agendapunt: str) -> frozenset[str]:
    """Read a column that has a number, a title, or both."""
    both = _NUMMER_EN_TITEL.fullmatch(" ".join(agendapunt.split()))
    parts = (agendapunt, *(both.groups() if both else ()))
    return frozenset(filter(None, (*(fold_nummer(p) for p in parts), *(_fold(p) for p in parts))))


def fold_nummer(nummer: str) -> str:
    """Return a number as it is compared: ``3.`` and ``3`` are one."""
    return _fold(nummer).rstrip(".:)")


def _fold(tekst: str) -> str:
    return " ".join(tekst.replace("**", "").split()).casefold()
