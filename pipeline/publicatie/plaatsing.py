"""A site from memory to a folder: the whole new one, or the old one as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Bron, Melding, melding
from pipeline.publicatie.inhoudslijst import (
    INHOUDSLIJST,
    Inhoudslijst,
    list_inhoud,
    read_inhoudslijst,
    write_inhoudslijst,
)
from pipeline.publicatie.site import Site

# Files the system itself leaves in a folder; they do not come along.
_VAN_HET_SYSTEEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """What became of a folder: the files that are new or changed, those that went, and how many stayed."""

    geschreven: tuple[str, ...] = ()
    verwijderd: tuple[str, ...] = ()
    gebleven: int = 0


def place_site(site: Site, folder: Path) -> tuple[Plaatsing | None, tuple[Melding, ...]]:
    """Put the site in the folder in one move; a folder with anything in it that is not ours is left alone.

    The new site is laid out beside the old one, where unchanged files are taken over as they are. Then the
    folders change names. If that fails half-way the next call puts the old one back before anything else.
    """
    try:
        recover_site(folder)
        old = _read_old(folder)
        strangers = _find_strangers(folder, old)
        if strangers:
            tekst = f"In {folder.name} staat iets dat niet van de site is: {', '.join(strangers[:3])}."
            return None, (melding("site-vreemd", tekst, Bron(folder.name)),)
        return _replace(site, folder, old), ()
    except OSError as error:
        reason = f" ({error.strerror})" if error.strerror else ""
        tekst = f"De map {folder.name} kon niet worden vervangen{reason}. De oude site staat er nog."
        return None, (melding("site-verstoord", tekst, Bron(folder.name)),)


def read_site(folder: Path) -> Site | None:
    """Return the site in a folder as it was placed; None where there is none, or a file of it was changed."""
    lijst = _read_old(folder)
    try:
        found = {pad: (folder / pad).read_bytes() for pad in lijst.bestanden}
    except OSError:
        return None
    site = Site(found, lijst.ingetrokken)
    return site if found and list_inhoud(found).bestanden == lijst.bestanden else None


def _beside(folder: Path, woord: str) -> Path:
    return folder.with_name(f".{folder.name}.{woord}")


def recover_site(folder: Path) -> None:
    """Clear up after a call that was cut off: the old site goes back if no site stands there."""
    old, new = _beside(folder, "oud"), _beside(folder, "nieuw")
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (old, new):
        if left.exists():
            shutil.rmtree(left)


def _read_old(folder: Path) -> Inhoudslijst:
    path = folder / INHOUDSLIJST
    return (read_inhoudslijst(path.read_bytes()) if path.is_file() else None) or Inhoudslijst()


def _find_strangers(folder: Path, old: Inhoudslijst) -> list[str]:
    if folder.exists() and not folder.is_dir():
        return [folder.name]
    known = {*old.bestanden, INHOUDSLIJST} if old.bestanden else set()
    return sorted(name for name in _files(folder) if name not in known and Path(name).name not in _VAN_HET_SYSTEEM)


def _files(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() or p.is_symlink())


def _replace(site: Site, folder: Path, old: Inhoudslijst) -> Plaatsing:
    files = site.bestanden
    unchanged = {p for p, content in files.items() if _is_same(folder / p, content)}
    gone = tuple(sorted(set(old.bestanden) - set(files)))
    changed = tuple(sorted(set(files) - unchanged))
    lijst = write_inhoudslijst(list_inhoud(files, site.ingetrokken))
    if changed or gone or not _is_same(folder / INHOUDSLIJST, lijst):
        new = _beside(folder, "nieuw")
        for pad, content in files.items():
            _lay_out(new / pad, content, folder / pad if pad in unchanged else None)
        _lay_out(new / INHOUDSLIJST, lijst, None)
        _swap(new, folder)
    return Plaatsing(changed, gone, len(unchanged))


def _is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _lay_out(path: Path, content: bytes, same: Path | None) -> None:
    """Take over the unchanged file itself where the disk can, with the time it was made; else write it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if same is None:
        with path.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        return
    try:
        os.link(same, path)
    except OSError:
        shutil.copy2(same, path)


def _swap(new: Path, folder: Path) -> None:
    old = _beside(folder, "oud")
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
