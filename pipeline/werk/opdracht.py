"""What every act needs: the werkmap, the day, the table and the meeting it is about, and what it may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

from pipeline.model import Inzage, Lezerskring, Melding, Reeks, Vergadering, has_fouten, melding, reeks_voor
from pipeline.werk.uitkomst import FOUT, ONBRUIKBAAR, Vraag

if TYPE_CHECKING:
    from pipeline.werkmap import Inhoud

T = TypeVar("T")
VERKEERD_GEBRUIK = ONBRUIKBAAR


class Gestopt(Exception):
    """An act that cannot go on; ``meldingen`` say why."""

    def __init__(self, meldingen: tuple[Melding, ...]) -> None:
        """Keep what there is to say."""
        super().__init__(", ".join(m.code for m in meldingen))
        self.meldingen = meldingen


class VerkeerdVerzoek(Exception):
    """A request that asks for what cannot be asked, such as two things at once; the text says which."""


@dataclass
class Opdracht:
    """One call of an act: where it works (``map``) and which day it is (``op``).

    ``antwoorden`` are what a person said to questions, by their id; ``vragen`` fills with those still open.
    ``is_proef`` says that nothing will be written: what lies outside the werkmap has to look at that itself.
    ``geheugen`` keeps between calls what was costly to find out. With ``mag_vragen`` somebody will answer, and
    ``volgt`` is told how far long work is: what, how many are done, of how many.
    """

    map: Path
    op: date
    antwoorden: Mapping[str, str] = field(default_factory=dict, repr=False)
    is_proef: bool = False
    mag_vragen: bool = False
    volgt: Callable[[str, int, int], None] | None = field(default=None, repr=False)
    geheugen: dict[Any, Any] = field(default_factory=dict, repr=False)
    vragen: list[Vraag] = field(default_factory=list, repr=False)
    gesteld: set[str] = field(default_factory=set, repr=False)
    gedaan: list[str] = field(default_factory=list, repr=False)
    vastleggen: Callable[[bool], None] = field(default=lambda ongezien: None, repr=False)
    _inzages: dict[int, Inzage] = field(default_factory=dict, repr=False)

    @cached_property
    def inhoud(self) -> Inhoud:
        """Everything in the werkmap; without a werkmap the call ends here."""
        from pipeline.werkmap import find_werkmap, load

        root = find_werkmap(self.map) if self.map.is_dir() else None
        if root is None:
            from pipeline.werkmap import IN_WERKMAP, find_verkeerde_namen

            misnamed = tuple(find_verkeerde_namen(self.map, IN_WERKMAP))
            there = "".join(f" Er staat wel {found.pad.name}: geef dat de naam {found.naam}." for found in misnamed)
            self.stop(melding("geen-werkmap", f"{self.map} is geen werkmap: regietafel.yaml ontbreekt.{there}"))
        return load(root)

    @cached_property
    def nu(self) -> datetime:
        """The moment something is made: this day at the time it is now, Dutch time."""
        return datetime.combine(self.op, datetime.now(ZoneInfo("Europe/Amsterdam")).time())

    def inzage(self, reeks: Reeks) -> Inzage:
        """What is confidential in the records of a table, at this moment; worked out once."""
        known = self._inzages.get(id(reeks))
        if known is None or known.reeks is not reeks:
            known = self._inzages[id(reeks)] = Inzage(reeks, self.nu)
        return known

    def reeks_voor(self, reeks: Reeks, kring: Lezerskring) -> Reeks:
        """Return the records of a table as these readers may have them, at this moment."""
        return reeks_voor(self.inzage(reeks), kring)

    def find(self, bestand: Path) -> Path:
        """Return the whole path of a file the user named: as seen from where she stands, else in the werkmap."""
        here = Path.cwd() / bestand
        return (here if here.exists() else self.map / bestand).resolve()

    def show(self, path: Path) -> str:
        """Write a path as the werkmap shows it."""
        return self.inhoud.paden.show(path)

    def reload(self) -> None:
        """Read the werkmap anew, after something was written to it."""
        del self.inhoud

    def reeks(self, tafel: str | None) -> Reeks:
        """The series of the table named, else of the usual one (``tafel`` in regietafel.yaml), or the only one."""
        reeksen = self.inhoud.reeksen
        tafel = tafel or self.inhoud.organisatie.tafel or None
        if tafel is None and len(reeksen) == 1:
            return reeksen[0]
        names = ", ".join(r.tafel.id for r in reeksen) or "geen"
        if tafel is None:
            self.stop(melding("tafel-onbekend", f"Noem de tafel. In deze werkmap: {names}."))
        found = self.inhoud.reeks(tafel)
        if found is None:
            self.stop(melding("tafel-onbekend", f"Er is geen tafel {tafel}. In deze werkmap: {names}."))
        return found

    def ask(self, vraag: Vraag) -> str | None:
        """Return the answer to a question; None, and the question is put, where nobody gave one that fits."""
        self.gesteld.add(vraag.id)
        answer = self.antwoorden.get(vraag.id)
        if answer is not None and (not vraag.antwoorden or answer in vraag.antwoorden):
            return answer
        if vraag not in self.vragen:
            self.vragen.append(vraag)
        return None

    def remember(self, sleutel: Any, find_out: Callable[[], T]) -> T:
        """Return what was found out before under this key, else find it out: an act asked again reads nothing twice."""
        if sleutel not in self.geheugen:
            self.geheugen[sleutel] = find_out()
        found: T = self.geheugen[sleutel]
        return found

    def track(self, wat: str, items: Sequence[T]) -> Iterator[T]:
        """Give these one by one, and tell who follows how far it is."""
        for number, item in enumerate(items):
            if self.volgt is not None:
                self.volgt(wat, number, len(items))
            yield item
        if self.volgt is not None:
            self.volgt(wat, len(items), len(items))

    def settle(self, ongezien: bool = False) -> None:
        """Write what was prepared so far, now: what comes next (a mail, the next of many files) rests on it.

        With ``ongezien`` it is written whatever changed in the meantime.
        """
        self.vastleggen(ongezien)

    def stop(self, *meldingen: Melding) -> NoReturn:
        """End the act as unusable. A record that was not read for its name may be the reason."""
        loaded = self.__dict__.get("inhoud")
        misnamed = [m for m in loaded.meldingen if m.code == "bestandsnaam"] if loaded else []
        raise Gestopt((*misnamed, *(m for m in meldingen if m not in misnamed)))

    def finish(self, meldingen: tuple[Melding, ...]) -> int:
        """Return the exit code these leave: 1 where one is a fout."""
        return FOUT if has_fouten(meldingen) else 0


def pick_datum(opdracht: Opdracht, reeks: Reeks, datum: date | None, gehouden: bool) -> date:
    """Return the meeting meant: the date given, else the one next in line.

    For what comes after a meeting (``gehouden``) that is the last one held, otherwise the first to come.
    """
    if datum is not None:
        if datum not in reeks.data:
            known = ", ".join(d.isoformat() for d in reeks.data[-6:]) or "nog geen"
            tekst = f"Er is geen vergadering van {reeks.tafel.id} op {datum.isoformat()}. Wel: {known}."
            opdracht.stop(melding("vergadering-onbekend", tekst))
        return datum
    held = [d for d in reeks.data if d <= opdracht.op]
    ahead = [d for d in reeks.data if d >= opdracht.op]
    options = (held[-1:], ahead[:1]) if gehouden else (ahead[:1], held[-1:])
    found = next((option[0] for option in options if option), None)
    if found is None:
        hulp = f"Maak de map agenda/{reeks.tafel.id}/2026-01-23 (of een andere datum) met een bestand agenda.yaml."
        opdracht.stop(melding("vergadering-onbekend", f"Er is nog geen vergadering van {reeks.tafel.id}.", hulp=hulp))
    return found


def pick_verslag(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the last one with minutes."""
    if gevraagd is not None:
        return pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    recorded = reeks.verslagen_tot(opdracht.op)
    if not recorded:
        tekst = f"Er is nog geen verslag van {reeks.tafel.id}."
        opdracht.stop(melding("vergadering-onbekend", tekst, hulp="Begin met: regietafel verslag"))
    return recorded[-1].datum


def require_agenda(opdracht: Opdracht, reeks: Reeks, datum: date) -> Vergadering:
    """Return the agenda of a meeting; without one the call ends here."""
    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        tekst = f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml."
        hulp = f"Maak het bestand agenda/{reeks.tafel.id}/{datum.isoformat()}/agenda.yaml."
        opdracht.stop(melding("vergadering-onbekend", tekst, hulp=hulp))
    return vergadering
