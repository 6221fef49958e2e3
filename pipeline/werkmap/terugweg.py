"""The way back: what each act did to which files, and the bytes it replaced, kept in the logboek of the table.

An event is one file, ``logboek/<moment> <act> <mark>.json``; the bytes go once, by hash, to ``logboek/oud/``: for
thirty days, and fifty megabytes a table, then the oldest go. They are as confidential as the files they were, so only
the user can read them. Both are written with the act itself, under its lock and its journal.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from pipeline.werkmap.opslag import remove_file, write_atomic
from pipeline.werkmap.schijf import (
    Ingreep,
    MaakMap,
    Schrijf,
    Verschuif,
    Verwijder,
    fingerprint,
    is_dir,
    is_file,
    list_dir,
    read_bytes,
)

LOGBOEK, _OUD = "logboek", "oud"
_BEWAARD = timedelta(days=30)
_HOOGSTENS = 50 * 1024 * 1024  # bytes of replaced files for each table
_GROOTSTE = 20 * 1024 * 1024  # a larger file, such as a bundle of scans, is made again rather than kept
_ZITTING = timedelta(minutes=30)  # saves of one text that follow within this time are one act


@dataclass(frozen=True, slots=True)
class Daadstap:
    """What an act did to one file: the marks of its content before and after (empty: it was not there), or a move."""

    pad: str
    voor: str = ""
    na: str = ""
    naar: str = ""


@dataclass(frozen=True, slots=True)
class Daadmerk:
    """Which act is written: its name, its command, the table and meeting as far as they are known, and its day."""

    daad: str
    opdracht: str
    tafel: str = ""
    datum: str = ""
    op: date = date.min
    neemt_terug: str = ""
    is_zitting: bool = False


@dataclass(frozen=True, slots=True)
class Daadverslag:
    """An act that was done: its id, the act, when, and every file it touched in order."""

    id: str
    merk: Daadmerk
    sinds: datetime
    stappen: tuple[Daadstap, ...]
    map: Path

    @property
    def paden(self) -> tuple[str, ...]:
        """Every file it is about, under its name from then on."""
        return tuple(dict.fromkeys(p for s in self.stappen for p in (s.pad, s.naar) if p))


def note_terugweg(root: Path, ingrepen: Iterable[Ingreep], merk: Daadmerk) -> None:
    """Keep what is about to be replaced and what will stand there; called before anything is written."""
    steps, kept = _describe(root, tuple(ingrepen))
    if not steps:
        return
    folder = _folder(root, merk, steps)
    if merk.is_zitting and _continue(folder, merk, steps):
        return
    for mark, content in kept.items():
        path = folder / _OUD / mark
        if not is_file(path):
            write_atomic(path, content)
            _hide(path)
    now = datetime.now().astimezone()
    name = f"{now:%Y-%m-%dT%H.%M.%S.%f} {merk.daad} {uuid4().hex[:6]}"
    _write(folder / f"{name}.json", merk, now, steps)
    _forget(folder)


def list_daden(root: Path, hoogstens: int | None = None) -> tuple[Daadverslag, ...]:
    """Return the acts the logboeken know, the last one first; what cannot be read is passed over.

    With ``hoogstens`` no older ones are read: the name of a file begins with its moment.
    """
    folders = [root / LOGBOEK, *(p / LOGBOEK for p in list_dir(root / "agenda") if is_dir(p))]
    paths = [p for folder in folders if is_dir(folder) for p in list_dir(folder) if p.suffix == ".json"]
    newest = sorted(paths, key=lambda p: p.name, reverse=True)[:hoogstens]
    found = (_read(path) for path in newest)
    return tuple(sorted((d for d in found if d is not None), key=lambda d: d.sinds, reverse=True))


def find_daadverslag(folder: Path, id_: str) -> Daadverslag | None:
    """Return one act of a logboek by its id; None where it is not there."""
    path = folder / f"{Path(id_).name}.json"
    return _read(path) if is_file(path) else None


def read_bewaard(daad: Daadverslag, merk: str) -> bytes | None:
    """Return the bytes an act replaced; None where they are no longer kept."""
    path = daad.map / _OUD / merk
    return read_bytes(path) if is_file(path) else None


def remove_lege_mappen(root: Path, daad: Daadverslag) -> None:
    """Remove the folders an act made, where they are empty now that it was taken back: one would be a meeting."""
    for pad in daad.paden:
        for folder in (root / pad).parents:
            if folder == root or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _describe(root: Path, ingrepen: tuple[Ingreep, ...]) -> tuple[list[Daadstap], dict[str, bytes]]:
    """Say what every step changes; a file that is written twice changes from what it was to what it is at the end."""
    steps: list[Daadstap] = []
    kept: dict[str, bytes] = {}
    moved: list[tuple[Path, Path]] = []
    for ingreep in ingrepen:
        match ingreep:
            case Verschuif(van, naar):
                moved.append((van, naar))
                if not (_show(root, van) and _show(root, naar)):
                    continue
                steps.append(Daadstap(_show(root, van), naar=_show(root, naar)))
            case Schrijf(pad, inhoud):
                _add(steps, kept, root, pad, moved, fingerprint(inhoud))
            case Verwijder(pad):
                _add(steps, kept, root, pad, moved, "")
            case MaakMap():
                pass
    return [s for s in steps if s.naar or s.voor != s.na], kept


def _add(
    steps: list[Daadstap], kept: dict[str, bytes], root: Path, pad: Path, moved: list[tuple[Path, Path]], na: str
) -> None:
    shown = _show(root, pad)
    if not shown or shown.startswith(f"{LOGBOEK}/"):
        return
    at = next((n for n, s in enumerate(steps) if s.pad == shown and not s.naar), None)
    if at is not None:
        steps[at] = replace(steps[at], na=na)
        return
    stands = _before(pad, moved)
    content = stands.read_bytes() if stands.is_file() else None
    mark = fingerprint(content) if content is not None else ""
    if content is not None and mark != na and len(content) <= _GROOTSTE:
        kept[mark] = content
    steps.append(Daadstap(shown, mark, na))


def _before(pad: Path, moved: list[tuple[Path, Path]]) -> Path:
    """Return where on disk a file stands that an earlier step of the act moves."""
    for van, naar in reversed(moved):
        if pad.is_relative_to(naar):
            pad = van / pad.relative_to(naar)
    return pad


def _show(root: Path, path: Path) -> str:
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100 - without ".."
    except ValueError:
        return ""  # outside the werkmap: a worksheet she asked for somewhere else


def _folder(root: Path, merk: Daadmerk, steps: list[Daadstap]) -> Path:
    """Return the logboek of the table the act is about; of the werkmap where it is about none, or about several."""
    named = {part[1] for s in steps if len(part := s.pad.split("/")) > 2 and part[0] in ("agenda", "verslagen")}
    tafel = merk.tafel if merk.tafel in named else next(iter(named)) if len(named) == 1 else ""
    return root / "agenda" / tafel / LOGBOEK if tafel else root / LOGBOEK


def _continue(folder: Path, merk: Daadmerk, steps: list[Daadstap]) -> bool:
    """Add a save to the one before it of the same sitting; False where there is none it follows on."""
    paths = sorted((p for p in list_dir(folder) if p.suffix == ".json"), reverse=True) if is_dir(folder) else []
    last = _read(paths[0]) if paths else None
    if last is None or replace(last.merk, op=merk.op) != merk:
        return False
    known = {s.pad: s for s in last.stappen}
    now = datetime.now().astimezone()
    if now - last.sinds > _ZITTING or any(s.pad not in known or known[s.pad].na != s.voor for s in steps):
        return False
    after = {s.pad: s.na for s in steps}
    _write(paths[0], merk, last.sinds, [replace(s, na=after.get(s.pad, s.na)) for s in last.stappen])
    return True


def _write(path: Path, merk: Daadmerk, sinds: datetime, steps: list[Daadstap]) -> None:
    told: dict[str, Any] = {
        "daad": merk.daad, "opdracht": merk.opdracht, "tafel": merk.tafel, "datum": merk.datum,
        "op": merk.op.isoformat(), "neemt_terug": merk.neemt_terug, "sinds": sinds.isoformat(),
        "stappen": [{k: v for k, v in (("pad", s.pad), ("voor", s.voor), ("na", s.na), ("naar", s.naar)) if v}
                    for s in steps],
    }  # fmt: skip
    write_atomic(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
    _hide(path)


def _read(path: Path) -> Daadverslag | None:
    try:
        told = json.loads(read_bytes(path))
        daad, opdracht, tafel, datum, undone = (
            str(told[name]) for name in ("daad", "opdracht", "tafel", "datum", "neemt_terug")
        )
        day = date.fromisoformat(told["op"])
        merk = Daadmerk(daad, opdracht, tafel, datum, day, undone, is_zitting=daad == "bewaar_verslag")
        steps = tuple(
            Daadstap(*(str(s.get(name, "")) for name in ("pad", "voor", "na", "naar"))) for s in told["stappen"]
        )
        since = datetime.fromisoformat(told["sinds"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if any(not _is_safe(p) for s in steps for p in (s.pad, s.naar) if p):
        return None
    return Daadverslag(path.stem, merk, since, steps, path.parent)


def _is_safe(pad: str) -> bool:
    """Tell whether a path of the logboek stays inside the werkmap: the file may come from anybody."""
    parts = Path(pad).parts
    return bool(parts) and not Path(pad).is_absolute() and ".." not in parts and ":" not in pad


def _forget(folder: Path) -> None:
    """Remove what was kept too long, and the oldest where it is too much; events stay."""
    kept = folder / _OUD
    if not is_dir(kept):
        return
    found = sorted(((p.stat().st_mtime, p.stat().st_size, p) for p in kept.iterdir() if p.is_file()), reverse=True)
    room, oldest = _HOOGSTENS, time.time() - _BEWAARD.total_seconds()
    for moment, size, path in found:
        room -= size
        if moment < oldest or room < 0:
            remove_file(path)


def _hide(path: Path) -> None:
    """Let only the user read it, where the system knows of that."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            path.chmod(0o600)
