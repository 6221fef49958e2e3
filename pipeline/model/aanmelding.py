"""What members propose for an agenda."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.bron import Bron

AanmeldingBesluit = Literal["opgenomen", "doorgeschoven", "afgewezen"]


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """An item somebody wants on the agenda: an entry of ``agenda/<tafel>/aangemeld.yaml``.

    ``besluit`` None means that it still waits; ``vergadering`` is the meeting it was taken up in or deferred
    to; ``reden`` says why it was deferred or declined. ``uit`` is the item of another Tafel it came from
    (``ken/2026-05-22/4``): that table hears what became of it.
    """

    wie: str
    wat: str
    doel: str = ""
    minuten: int | None = None
    toelichting: str = ""
    vertrouwelijk: bool = False
    op: date | None = None
    besluit: AanmeldingBesluit | None = None
    vergadering: date | None = None
    reden: str = ""
    uit: str = ""
    openbare_titel: str = ""
    bron: Bron | None = field(default=None, compare=False)

    @property
    def wacht(self) -> bool:
        """Tell whether nobody has decided on it, or it was put off to a later meeting."""
        return self.besluit in (None, "doorgeschoven")
