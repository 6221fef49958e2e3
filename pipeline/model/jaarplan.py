"""What a year is planned around: free periods and the milestones of the law cycle."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.bron import Bron

MijlpaalSoort = Literal["capaciteitsraming", "provinciaal_verslag", "verdeelbesluit", "realisatie"]


@dataclass(frozen=True, slots=True)
class VrijePeriode:
    """A period without meetings, from ``van`` up to and including ``tot``: school holidays, recess."""

    naam: str
    van: date
    tot: date
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """A date of the two-year law cycle (governancekader 5.1, figure 3).

    ``cyclus`` is the first year of the cycle, always even: the law took effect in 2024. ``is_afwijkend`` says
    that the organisation set another date than the one in the law, as in 2026.
    """

    soort: MijlpaalSoort
    naam: str
    datum: date
    cyclus: int
    is_afwijkend: bool = False


@dataclass(frozen=True, slots=True)
class MijlpaalDatum:
    """A date the organisation sets for a milestone of a cycle, instead of the one in the law."""

    soort: MijlpaalSoort
    datum: date
    cyclus: int
    bron: Bron | None = field(default=None, compare=False)
