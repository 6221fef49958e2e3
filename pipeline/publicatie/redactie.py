"""Redaction in the model: values in which nobody is named who should not be.

Every text of a value is read, whatever field it stands in, so that a field that is added later is read too.
What a value says about its source goes: a Bron quotes the sentence as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, time
from typing import Any, TypeVar

from pipeline.model import Bron, Deelnemer, Persoon
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.publicatie.vermeldingen import (
    Doorgelaten,
    Naamvermelding,
    find_vermeldingen,
    lees_tekst,
    replace_vermeldingen,
)

T = TypeVar("T")
# Fields that hold the name of who does something, and nothing else.
_NAAMVELDEN = frozenset({"actiehouder", "actiehouders", "spreker", "vervangt"})
# Fields that hold no words: ids and words of our own.
_GEEN_TEKST = frozenset({"tafel", "label", "soort", "status", "hoedanigheid", "besluit", "openbaar"})


@dataclass(frozen=True, slots=True)
class Plaats:
    """A mention with the text it stands in and where that was written."""

    vermelding: Naamvermelding
    tekst: str
    bron: Bron | None = None


@dataclass
class Redacteur:
    """Reads values for names and gives them back redacted; ``plaatsen`` are all mentions it met.

    ``doorgelaten`` are the words with a capital that were taken for no person, each with where it first stood.
    """

    kennis: Namenkennis
    plaatsen: list[Plaats] = field(default_factory=list)
    doorgelaten: dict[Doorgelaten, Bron | None] = field(default_factory=dict)

    @property
    def onbeslist(self) -> tuple[Plaats, ...]:
        """The mentions that have to be decided before anything can be published."""
        return tuple(p for p in self.plaatsen if p.vermelding.wijze == "onbeslist")

    def redact(self, waarde: T) -> T:
        """Return the value without the names that must not be seen, and without its sources."""
        result: T = self._value(waarde, None, "")
        return result

    def redact_tekst(self, tekst: str, bron: Bron | None = None, is_eigenaar: bool = False) -> str:
        """Return one text redacted."""
        return replace_vermeldingen(tekst, self.lees(tekst, bron, is_eigenaar))

    def lees(self, tekst: str, bron: Bron | None = None, is_eigenaar: bool = False) -> tuple[Naamvermelding, ...]:
        """Read one text, and keep who is in it and what was let through."""
        read = lees_tekst(tekst, self.kennis, is_eigenaar)
        self.plaatsen.extend(Plaats(v, tekst, bron) for v in read.vermeldingen)
        for passed in read.doorgelaten:
            self.doorgelaten.setdefault(passed, bron)
        return read.vermeldingen

    def _value(self, value: Any, bron: Bron | None, naam: str) -> Any:
        if isinstance(value, str):
            return value if naam in _GEEN_TEKST else self.redact_tekst(value, bron, naam in _NAAMVELDEN)
        if isinstance(value, tuple):
            return tuple(self._value(part, bron, naam) for part in value)
        if isinstance(value, Deelnemer):
            return self.redact_deelnemer(value)
        if isinstance(value, Bron):
            return None
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value, bron)
        if isinstance(value, int | float | date | time) or value is None:
            return value
        raise TypeError(f"redaction does not know {type(value).__name__}")

    def _record(self, value: Any, bron: Bron | None) -> Any:
        own = getattr(value, "bron", None) or bron
        changed = {f.name: self._value(getattr(value, f.name), own, f.name) for f in fields(value)}
        return replace(value, **changed)

    def redact_deelnemer(self, deelnemer: Deelnemer) -> Deelnemer:
        """Return a participant as the public list shows him: by name, by function, or as a mark."""
        shown = deelnemer.naam or ""
        words = {
            name: self._value(getattr(deelnemer, name), deelnemer.bron, name)
            for name in ("groep", "organisatie", "rol", "vervangt")
        }
        return replace(deelnemer, persoon=self._persoon(deelnemer, shown), lid="", openbaar="", bron=None, **words)

    def _persoon(self, deelnemer: Deelnemer, shown: str) -> Persoon | None:
        if deelnemer.persoon is None:
            return None
        line = f"{shown} ({deelnemer.tussen_haakjes})" if deelnemer.tussen_haakjes else shown
        found = [v for v in find_vermeldingen(line, self.kennis, is_eigenaar=True) if v.begin < len(shown)]
        self.plaatsen.extend(Plaats(v, line, deelnemer.bron) for v in found)
        redacted = replace_vermeldingen(shown, [v for v in found if v.eind <= len(shown)])
        if redacted == shown:
            return Persoon(weergave=shown)
        bekende = next((b for v in found for b in v.wie), None)
        return Persoon(weergave=self._listed(bekende, redacted))

    def _listed(self, bekende: Bekende | None, redacted: str) -> str:
        """Write a function as a list of participants does: without an article and the body behind it."""
        if bekende is None or bekende.openbaar != "functie" or not bekende.functie:
            return redacted
        return bekende.functie.removeprefix("de ").partition(" (")[0]


def iter_teksten(value: Any) -> Iterator[str]:
    """Give every text in a value, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from iter_teksten(part)
    elif is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Bron):
        for f in fields(value):
            yield from iter_teksten(getattr(value, f.name))
