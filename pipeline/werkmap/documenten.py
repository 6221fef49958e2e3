"""Placing a generated document: nothing a person typed is overwritten (design, section 4)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pipeline.werkmap.opslag import refuse_open, write_atomic
from pipeline.werkmap.schijf import exists, read_bytes


class Voorkeur(StrEnum):
    """What to do with a file that was changed by hand."""

    LAAT_STAAN = "laat staan"
    ERNAAST = "ernaast"
    OVERSCHRIJF = "overschrijf"


@dataclass(frozen=True, slots=True)
class Geplaatst:
    """What became of a document: ``pad`` is where it stands now.

    ``bewaard`` is where the old one went on request; ``geweigerd`` says that it was changed by hand and left.
    """

    pad: Path
    geschreven: bool
    bewaard: Path | None = None
    geweigerd: bool = False


def place_document(
    path: Path,
    content: bytes,
    is_unchanged: Callable[[bytes], bool],
    voorkeur: Voorkeur = Voorkeur.LAAT_STAAN,
    is_same: Callable[[bytes, bytes], bool] = operator.eq,
) -> Geplaatst:
    """Put a document in its place, unless a person changed the one that stands there.

    ``is_unchanged`` tells whether a file is as we wrote it; ``is_same`` whether it is what we would write now,
    which may be in other bytes, since a cloud drive adds parts of its own. FileBusyError where the file is
    open elsewhere.
    """
    if not exists(path):
        return Geplaatst(path, write_atomic(path, content))
    current = read_bytes(path)
    if is_same(current, content):
        return Geplaatst(path, False)
    refuse_open(path)
    if is_unchanged(current):
        return Geplaatst(path, write_atomic(path, content))
    if voorkeur is Voorkeur.ERNAAST:
        beside = _free_name(path.parent, path.stem + " (nieuw", path.suffix, is_unchanged)
        return Geplaatst(beside, write_atomic(beside, content))
    if voorkeur is Voorkeur.OVERSCHRIJF:
        kept = keep_old(path, current)
        return Geplaatst(path, write_atomic(path, content), bewaard=kept)
    return Geplaatst(path, False, geweigerd=True)


def keep_old(path: Path, content: bytes) -> Path:
    """Copy a file to ``oud/`` beside it before anything replaces it; return where it went."""
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M")  # local time: a name for a person
    kept = _free_name(path.parent / "oud", f"{path.stem} (tot {stamp}", path.suffix)
    write_atomic(kept, content)
    return kept


def _free_name(folder: Path, stem: str, suffix: str, may_replace: Callable[[bytes], bool] = lambda _: False) -> Path:
    """Find a name that is free, or whose file may be replaced: ``… (nieuw).docx``, ``… (nieuw 2).docx``."""
    candidate, count = folder / f"{stem}){suffix}", 1
    while exists(candidate) and not may_replace(read_bytes(candidate)):
        count += 1
        candidate = folder / f"{stem} {count}){suffix}"
    return candidate
