"""Records under a name that is nearly theirs: Windows hides what stands behind the last point, and Notepad adds .txt.

A record under another name is no record: nothing reads it. So it is named, with the name it should have, and no
empty one is laid beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.werkmap.paden import AANGEMELD, AGENDA, NAMEN, ORGANISATIE, REACTIES, REGISTER, TAFEL, VERSLAG
from pipeline.werkmap.schijf import exists, is_file, list_dir

# The records that may stand in each kind of folder of a werkmap.
IN_WERKMAP, IN_TAFEL = (ORGANISATIE,), (TAFEL, AANGEMELD, NAMEN)
IN_AGENDA, IN_VERSLAG = (AGENDA,), (VERSLAG, REGISTER, REACTIES)
RECORDS = frozenset((*IN_WERKMAP, *IN_TAFEL, *IN_AGENDA, *IN_VERSLAG))
# What programs put behind the name of a text: Notepad ".txt", other editors ".yml", ".markdown" or nothing.
_STAART = re.compile(r"(?:\.(?:ya?ml|md|markdown|txt|text))*", re.IGNORECASE)
_DOCUMENTEN = (".docx", ".pdf", ".xlsx", ".ics")  # what is made under a name that begins with the date
# What Word offers under "Opslaan als" where a template of ours is wanted.
_ANDERE_SJABLONEN = {
    ".docx": (".dotx", ".docm", ".dotm", ".doc", ".dot", ".odt", ".ott"),
    ".txt": (".docx", ".doc", ""),
}


@dataclass(frozen=True, slots=True)
class VerkeerdeNaam:
    """A file that is a record but for its name: where it stands, and the name it should have."""

    pad: Path
    naam: str

    @property
    def goed(self) -> Path:
        """The place where it would be read."""
        return self.pad.with_name(self.naam)


def find_verkeerde_namen(folder: Path, records: Iterable[str]) -> Iterator[VerkeerdeNaam]:
    """Find the files of a folder that are nearly called as one of these records; empty where it isn't there."""
    present = [path for path in list_dir(folder) if is_file(path)]
    for path in present:
        for record in records:
            if path.name != record and _means(path.name, record) and not _is_same(path, folder / record):
                yield VerkeerdeNaam(path, record)


def find_vervanger(path: Path) -> Path | None:
    """Return the file that stands beside where a record would be written, under nearly its name; None without one."""
    if path.name not in RECORDS or exists(path):
        return None
    return next((found.pad for found in find_verkeerde_namen(path.parent, (path.name,))), None)


def find_overige(folder: Path, datum: date, records: Iterable[str]) -> Iterator[Path]:
    """Find the files of a meeting's folder that are no record, nor a document by its name: date, and then what it is.

    Owner files and hidden files are passed over; what is nearly a record, or a copy of one, is named elsewhere.
    """
    stems = tuple(record.partition(".")[0] for record in records)
    for path in list_dir(folder):
        name = path.name
        is_document = name.startswith(f"{datum.isoformat()} ") and path.suffix.casefold() in _DOCUMENTEN
        is_record = name.casefold().strip().startswith(stems)
        if is_file(path) and not name.startswith((".", "~")) and not is_document and not is_record:
            yield path


def find_verkeerd_sjabloon(path: Path) -> Path | None:
    """Return a template that Word saved as another kind beside where one is looked for; None without one."""
    if is_file(path):
        return None
    kinds = (path.suffix, *_ANDERE_SJABLONEN.get(path.suffix, ()))
    names = {f"{path.stem}{kind}".casefold() for kind in kinds} | {f"{path.name}{path.suffix}".casefold()}
    present = (p for p in list_dir(path.parent) if is_file(p))
    return next((p for p in present if p.name.strip().casefold() in names), None)


def _means(naam: str, record: str) -> bool:
    """Tell whether a file name is that of the record, but for capitals, spaces around it and what stands behind it."""
    stem = record.partition(".")[0]
    given = naam.strip().casefold()
    return given.startswith(stem) and _STAART.fullmatch(given[len(stem) :].strip()) is not None


def _is_same(path: Path, record: Path) -> bool:
    """Tell whether both names are one file, as where the system does not see capitals."""
    return record.is_file() and record.samefile(path)
