"""The two-year cycle of the spreidingswet (governancekader 5.1, figure 3), with the dates it really gets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.model import Mijlpaal, MijlpaalDatum, MijlpaalSoort

# What, its name, and when by law: years after the first of the cycle, month, day.
_WET: tuple[tuple[MijlpaalSoort, str, int, int, int], ...] = (
    ("capaciteitsraming", "Capaciteitsraming, provinciale opgave en indicatieve verdeling", 0, 2, 1),
    ("provinciaal_verslag", "Provinciaal verslag van de cvdK bij de minister", 0, 11, 1),
    ("verdeelbesluit", "Verdeelbesluit: taakstellingen van de gemeenten", 0, 12, 31),
    ("realisatie", "Taakstellingen van de gemeenten gerealiseerd", 1, 7, 1),
)


def find_mijlpalen(jaar: int, afwijkingen: Iterable[MijlpaalDatum] = ()) -> tuple[Mijlpaal, ...]:
    """Return the milestones that fall in a year, in order of date."""
    cycles = (jaar - jaar % 2 - 2, jaar - jaar % 2)
    own = {(a.cyclus, a.soort): a.datum for a in afwijkingen}
    found = [_mijlpaal(cycle, own, *law) for cycle in cycles for law in _WET]
    return tuple(sorted((m for m in found if m.datum.year == jaar), key=lambda m: m.datum))


def _mijlpaal(
    cyclus: int, own: dict[tuple[int, MijlpaalSoort], date], soort: MijlpaalSoort, naam: str, *wet: int
) -> Mijlpaal:
    years, month, day = wet
    by_law = date(cyclus + years, month, day)
    datum = own.get((cyclus, soort), by_law)
    return Mijlpaal(soort, naam, datum, cyclus, is_afwijkend=datum != by_law)
