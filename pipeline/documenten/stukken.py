"""What a document is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model import (
    Aanmelding,
    Actielijst,
    Besluitenlijst,
    Deelnemer,
    Mijlpaal,
    Organisatie,
    Reactie,
    Rectificatie,
    Tafel,
    Vaststelmoment,
    Vergadering,
    Verslag,
)


@dataclass(frozen=True, slots=True)
class Stukken:
    """Everything known about one meeting; a document takes from it what it needs.

    ``deelnemers`` are those of the Verslag where it names them, else those of the Vergadering. ``actielijst`` is
    the list as it stands for this document: before the meeting for an agenda, after it for minutes. ``volgende`` is
    the date of the next meeting. ``vergaderingen`` and ``mijlpalen`` are those of a year, for the schedule of that
    year. ``rectificaties`` are the corrections made in minutes after their adoption, ``vaststelmoment`` that
    adoption. ``gewijzigd`` is the day an agenda was changed that had gone out. ``reacties`` are what came in on
    circulated minutes; ``aanmeldingen`` what waits for an agenda. ``is_vertrouwelijk`` tells that something
    confidential is in it.
    """

    organisatie: Organisatie
    tafel: Tafel
    vergadering: Vergadering | None = None
    verslag: Verslag | None = None
    deelnemers: tuple[Deelnemer, ...] = ()
    actielijst: Actielijst | None = None
    besluitenlijst: Besluitenlijst | None = None
    volgende: date | None = None
    jaar: int | None = None
    vergaderingen: tuple[Vergadering, ...] = ()
    mijlpalen: tuple[Mijlpaal, ...] = ()
    rectificaties: tuple[Rectificatie, ...] = ()
    is_vertrouwelijk: bool = False
    vaststelmoment: Vaststelmoment | None = None
    gewijzigd: date | None = None
    reacties: tuple[Reactie, ...] = ()
    aanmeldingen: tuple[Aanmelding, ...] = ()

    @property
    def datum(self) -> date | None:
        """The day of the meeting, else the day the list was drawn up."""
        if self.verslag:
            return self.verslag.datum
        if self.vergadering:
            return self.vergadering.datum
        return self.actielijst.op if self.actielijst else None
