"""The public edition of a meeting: everything in it has been redacted and may be seen by anyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model import Actielijst, Besluitenlijst, Deelnemer, Rectificatie, Tafel, Vergadering, Verslag

StukSoort = Literal["agenda", "verslag", "actielijst", "besluitenlijst", "bijlage"]


@dataclass(frozen=True, slots=True)
class PubliekStuk:
    """A file for the public: its name, what it is called on the page, and its content.

    ``agendapunt`` is the number of the item a paper belongs to, empty for a document of the whole meeting.
    """

    naam: str
    titel: str
    soort: StukSoort
    inhoud: bytes
    agendapunt: str = ""


@dataclass(frozen=True, slots=True)
class Editie:
    """One adopted meeting as the public sees it; confidential items are not in it.

    ``actielijst`` and ``besluitenlijst`` are None where the table does not publish them. ``deelnemers`` is the
    list that is shown. ``vastgesteld_op`` is the day the minutes were adopted, ``gepubliceerd_op`` the day of
    this edition.
    """

    tafel: Tafel
    verslag: Verslag
    gepubliceerd_op: date
    vergadering: Vergadering | None = None
    deelnemers: tuple[Deelnemer, ...] = ()
    actielijst: Actielijst | None = None
    besluitenlijst: Besluitenlijst | None = None
    stukken: tuple[PubliekStuk, ...] = ()
    vastgesteld_op: date | None = None
    rectificaties: tuple[Rectificatie, ...] = ()

    @property
    def datum(self) -> date:
        """The day of the meeting."""
        return self.verslag.datum


@dataclass(frozen=True, slots=True)
class Intrekking:
    """What was public and no longer is: the minutes of a meeting, or one of its files (``stuk``), and why."""

    tafel: str
    datum: date
    op: date
    reden: str
    stuk: str = ""


@dataclass(frozen=True, slots=True)
class Publicatie:
    """All there is to publish, of all tables: the adopted editions, and what was taken back.

    ``tafels`` are those that have a page, also without an edition; ``gepland`` are the meetings of those
    tables that the page of a table shows, with nothing but place and time; ``kalenders`` are their calendar
    files (RFC 5545) by the id of the table.
    """

    edities: tuple[Editie, ...] = ()
    intrekkingen: tuple[Intrekking, ...] = ()
    tafels: tuple[Tafel, ...] = ()
    gepland: tuple[Vergadering, ...] = ()
    kalenders: Mapping[str, bytes] = field(default_factory=dict)
