"""Where everything stands in a werkmap (design, section 3: contract)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.werkmap.schijf import is_dir, list_dir

ORGANISATIE, TAFEL, AGENDA = "regietafel.yaml", "tafel.yaml", "agenda.yaml"
AANGEMELD, NAMEN = "aangemeld.yaml", "namen.yaml"
VERSLAG, REGISTER, REACTIES = "verslag.md", "register.yaml", "reacties.yaml"
BRONMAP = "bron"  # beside a record: the files it was read from
_DATUM_MAP = re.compile(r"\d{4}-\d{2}-\d{2}")
# What Windows does not allow in a file name, and the names it keeps for itself.
_NIET_IN_NAAM = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_GERESERVEERD = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
_NAAM_LENGTE = 120


def find_werkmap(start: Path) -> Path | None:
    """Find the werkmap that ``start`` is or lies in, by its ``regietafel.yaml``."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / ORGANISATIE).is_file()), None)


def safe_name(naam: str) -> str:
    """Return the nearest file name a Windows share accepts."""
    cleaned = _NIET_IN_NAAM.sub("-", naam).strip(" .")[:_NAAM_LENGTE].rstrip(" .") or "document"
    return f"_{cleaned}" if _GERESERVEERD.match(cleaned) else cleaned


def parse_map_datum(naam: str) -> date | None:
    """Read the name of a meeting's folder; None where it is not a date as we write it."""
    if not _DATUM_MAP.fullmatch(naam):
        return None
    try:
        return date.fromisoformat(naam)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Paden:
    """The places in one werkmap; ``map`` is its root."""

    map: Path

    @property
    def organisatie(self) -> Path:
        """The file about the organisation."""
        return self.map / ORGANISATIE

    @property
    def site(self) -> Path:
        """The folder of the public site, unless a command names another."""
        return self.map / "site"

    def tafel(self, tafel: str) -> Path:
        """The file about a Tafel."""
        return self.map / "agenda" / tafel / TAFEL

    def tafelmap(self, tafel: str) -> Path:
        """The folder of a Tafel, with its calendars and schedules."""
        return self.map / "agenda" / tafel

    def aangemeld(self, tafel: str) -> Path:
        """What members of a Tafel want on its agenda."""
        return self.tafelmap(tafel) / AANGEMELD

    def namen(self, tafel: str) -> Path:
        """What was decided about names in the public edition of a Tafel."""
        return self.tafelmap(tafel) / NAMEN

    def vergadering(self, tafel: str, datum: date) -> Path:
        """The folder of a meeting: its agenda and papers."""
        return self.map / "agenda" / tafel / datum.isoformat()

    def agenda(self, tafel: str, datum: date) -> Path:
        """The agenda of a meeting."""
        return self.vergadering(tafel, datum) / AGENDA

    def bijlagen(self, tafel: str, datum: date) -> Path:
        """The folder of the papers of a meeting."""
        return self.vergadering(tafel, datum) / "bijlagen"

    def verslagmap(self, tafel: str, datum: date) -> Path:
        """The folder of the minutes of a meeting."""
        return self.map / "verslagen" / tafel / datum.isoformat()

    def verslag(self, tafel: str, datum: date) -> Path:
        """The minutes of a meeting."""
        return self.verslagmap(tafel, datum) / VERSLAG

    def register(self, tafel: str, datum: date) -> Path:
        """What was added to the minutes after circulation."""
        return self.verslagmap(tafel, datum) / REGISTER

    def reacties(self, tafel: str, datum: date) -> Path:
        """What came in on the minutes after circulation."""
        return self.verslagmap(tafel, datum) / REACTIES

    def logboek(self, tafel: str, datum: date) -> Path:
        """The folder of the events of the minutes: one small file each."""
        return self.verslagmap(tafel, datum) / "logboek"

    def bron(self, tafel: str, datum: date, naam: str) -> Path:
        """Where the file that minutes were read from is kept."""
        return self.verslagmap(tafel, datum) / BRONMAP / safe_name(naam)

    def sjablonen(self, tafel: str, naam: str) -> tuple[Path, Path]:
        """Where a template may stand: that of the Tafel first, then that of the werkmap."""
        templates = self.map / "templates"
        return templates / tafel / naam, templates / naam

    def tafels(self) -> tuple[str, ...]:
        """The ids of the tables: every folder in ``agenda`` or ``verslagen``."""
        found = {p.name for top in ("agenda", "verslagen") for p in _folders(self.map / top)}
        return tuple(sorted(found))

    def show(self, path: Path) -> str:
        """Write a path as a user would: relative to the werkmap, with forward slashes."""
        try:
            return path.relative_to(self.map).as_posix()
        except ValueError:
            return path.name

    def is_inside(self, path: Path) -> bool:
        """Tell whether a path, links followed, lies in the werkmap."""
        return path.resolve().is_relative_to(self.map.resolve())


def _folders(top: Path) -> Iterator[Path]:
    yield from (p for p in list_dir(top) if not p.name.startswith((".", "_", "~")) and is_dir(p))
