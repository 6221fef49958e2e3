"""Actions, what later minutes say of them, and decisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.bron import Bron
from pipeline.model.tijd import Termijn

ActieStatus = Literal["open", "afgerond", "vervallen"]
ActieSoort = Literal["expliciet", "tabel", "impliciet"]
Herhaling = Literal["elke vergadering", "elk kwartaal"]
KoppelingSoort = Literal["samengevoegd_met", "gesplitst_uit", "zelfde_als"]


@dataclass(frozen=True, slots=True, order=True)
class Kenmerk:
    """The identity of an Actiepunt or Besluit: ``tafel/datum/label``, written ``prt/2026-01-23/A1``.

    Two meetings may have the same label; within one it is given out once (design, section 4).
    """

    tafel: str
    datum: date
    label: str

    def __str__(self) -> str:
        """Return the identity as one word."""
        return f"{self.tafel}/{self.datum.isoformat()}/{self.label}"

    @property
    def verwijzing(self) -> str:
        """The way a later meeting writes it: ``A2 (17-12-2025)``."""
        return f"{self.label} ({self.datum:%d-%m-%Y})"


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A link between two actions: merged with, split from, or the same as another.

    ``tekst`` are the words of the action it hangs on when it was laid, ``tekst_met`` those of the other: a number
    can pass to another action while a record is put right, its words don't. Empty in records of before they were
    kept, and where a person typed a link without them.
    """

    soort: KoppelingSoort
    met: Kenmerk
    tekst: str = ""
    tekst_met: str = ""


@dataclass(frozen=True, slots=True)
class Actiepunt:
    """Something somebody will do, as the minutes of one meeting have it.

    ``actiehouder`` is the owner as written, ``actiehouders`` the same one by one. ``status`` None means the
    record does not say. ``soort`` tells how it was found; ``zekerheid`` (0 to 1) is None for what is certain.
    ``agendapunt`` is the number or else the title of the item it was made under. Until ``vanaf`` the action rests: it
    is open, and asked of nobody. One that ``herhaalt`` is open again once it was finished, until it is dropped.
    """

    label: str
    actie: str
    actiehouder: str = ""
    actiehouders: tuple[str, ...] = ()
    termijn: Termijn = Termijn()
    status: ActieStatus | None = None
    toelichting: str = ""
    agendapunt: str = ""
    vertrouwelijk: bool = False
    soort: ActieSoort = "tabel"
    zekerheid: float | None = None
    koppelingen: tuple[Koppeling, ...] = ()
    vanaf: date | None = None
    herhaalt: Herhaling | None = None
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Voortgang:
    """News of an older Actiepunt in the minutes of a later meeting; an empty field means: unchanged.

    ``agendapunt`` is the item it was told under, as with an Actiepunt.
    """

    verwijst_naar: Kenmerk
    actie: str = ""
    actiehouder: str = ""
    actiehouders: tuple[str, ...] = ()
    termijn: Termijn = Termijn()
    status: ActieStatus | None = None
    toelichting: str = ""
    koppelingen: tuple[Koppeling, ...] = ()
    zekerheid: float | None = None
    agendapunt: str = ""
    vertrouwelijk: bool = False
    vanaf: date | None = None
    herhaalt: Herhaling | None = None
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Besluit:
    """What a meeting decided, under the label its minutes give it."""

    label: str
    tekst: str
    agendapunt: str = ""
    vertrouwelijk: bool = False
    bron: Bron | None = field(default=None, compare=False)
