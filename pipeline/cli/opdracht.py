"""What every command needs: the werkmap, the day, the table and the meeting it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import click

from pipeline.cli.scherm import show_meldingen
from pipeline.model import Inzage, Lezerskring, Melding, Reeks, Vergadering, has_fouten, melding, reeks_voor

if TYPE_CHECKING:
    from pipeline.werkmap import Inhoud

FOUT, VERKEERD_GEBRUIK = 1, 2


@dataclass
class Opdracht:
    """One call: where it works (``map``) and which day it is (``op``)."""

    map: Path
    op: date
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

    def stop(self, *meldingen: Melding) -> NoReturn:
        """End the call as unusable: exit code 2. A record that was not read for its name may be the reason."""
        loaded = self.__dict__.get("inhoud")
        misnamed = [m for m in loaded.meldingen if m.code == "bestandsnaam"] if loaded else []
        show_meldingen((*misnamed, *(m for m in meldingen if m not in misnamed)))
        raise click.exceptions.Exit(VERKEERD_GEBRUIK)

    def finish(self, meldingen: tuple[Melding, ...]) -> int:
        """Return the exit code these leave: 1 where one is a fout."""
        return FOUT if has_fouten(meldingen) else 0


def split_doel(opdracht: Opdracht, /, doel: tuple[str, ...]) -> tuple[str | None, date | None]:
    """Read ``[TAFEL] [DATUM]``: either may be left out, and a date is recognised as one."""
    from pipeline.markering import parse_datum

    tafel: str | None = None
    datum: date | None = None
    for word in doel:
        reading = parse_datum(word)
        if reading.datum is not None and datum is None:
            datum = reading.datum
        elif reading.onmogelijk:
            opdracht.stop(melding("datum-bestaat-niet", f"De datum {word} bestaat niet."))
        elif tafel is None:
            tafel = word
        else:
            raise click.UsageError(f"dit is te veel: {word}")
    return tafel, datum


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
        opdracht.stop(melding("vergadering-onbekend", f"Er is nog geen vergadering van {reeks.tafel.id}.",
                              hulp=_hulp_eerste(reeks)))  # fmt: skip
    return found


def require_agenda(opdracht: Opdracht, reeks: Reeks, datum: date) -> Vergadering:
    """Return the agenda of a meeting; without one the call ends here."""
    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        tekst = f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml."
        hulp = f"Maak het bestand agenda/{reeks.tafel.id}/{datum.isoformat()}/agenda.yaml."
        opdracht.stop(melding("vergadering-onbekend", tekst, hulp=hulp))
    return vergadering


def _hulp_eerste(reeks: Reeks) -> str:
    return f"Maak de map agenda/{reeks.tafel.id}/2026-01-23 (of een andere datum) met een bestand agenda.yaml."


def doel_argument(function: click.decorators.FC) -> click.decorators.FC:
    """Declare ``[TAFEL] [DATUM]`` on a command."""
    return click.argument("doel", nargs=-1, metavar="[TAFEL] [DATUM]")(function)


json_option = click.option("--json", "als_json", is_flag=True, help="Uitvoer voor andere programma's.")
