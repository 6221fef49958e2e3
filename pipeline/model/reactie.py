"""What somebody wants changed in circulated minutes, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.bron import Bron
from pipeline.model.verslag import Tekstwijziging

ReactieSoort = Literal["gewijzigd", "ingevoegd", "verwijderd", "verplaatst", "opmerking"]
ReactieAntwoord = Literal["overnemen", "bespreken", "niet_overnemen"]


@dataclass(frozen=True, slots=True)
class Reactie:
    """One thing somebody asks of circulated minutes: where (``punt``), the old words and the new ones.

    ``antwoord`` is None until somebody gave one; ``niet_overnemen`` has a ``reden``. ``ontvangen`` is the day it was
    read in, ``bestand`` the copy it came with, empty where it was typed.
    """

    wie: str
    soort: ReactieSoort
    punt: str = ""
    oud: str = ""
    nieuw: str = ""
    antwoord: ReactieAntwoord | None = None
    reden: str = ""
    ontvangen: date | None = None
    bestand: str = ""
    bron: Bron | None = field(default=None, compare=False)

    @property
    def wat(self) -> tuple[str, ...]:
        """What is asked by whom: a reaction that comes in again is the same one."""
        return tuple(
            " ".join(part.split()).casefold() for part in (self.wie, self.soort, self.punt, self.oud, self.nieuw)
        )

    @property
    def wijziging(self) -> Tekstwijziging | None:
        """The change of the text it asks for; None for a remark, and where no words say where it goes."""
        if self.soort in ("opmerking", "verplaatst") or not self.oud:
            return None
        place = self.punt.partition(". ")[0] if self.punt[:1].isdigit() else self.punt or "kop"
        return Tekstwijziging(place, self.oud, self.nieuw, self.wie, self.bron)
