"""What a command has done so far, kept until it is done: one that was cut off is taken back whole.

A command that writes several files may be ended halfway: the computer stops, the disk is full. While it works, a
journal lies in ``.regietafel`` of the werkmap, with what each file was before. The next command on the same computer
puts that back, so that the same command given again ends where an undisturbed one ends. On another computer the
journal is only reported: the command may still be busy there.

What a person changed since is never put back over: her text stays, and the older one goes to ``oud``.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from pipeline.werkmap.schijf import fingerprint

MAP = ".regietafel"
_KOP, _STAPPEN = "daad.json", "stappen.jsonl"
_TIJDELIJK = ".~regietafel-*"
_actief: ContextVar[Journaal | None] = ContextVar("journaal", default=None)


class NieuwereWerkmapError(Exception):
    """This program would write in a werkmap that a newer one made: it might lose what it does not know."""


@dataclass(frozen=True, slots=True)
class HalfAf:
    """A command that did not end: what was asked, on which computer, since when, and where its journal lies."""

    daad: str
    computer: str
    sinds: datetime
    map: Path

    @property
    def is_hier(self) -> bool:
        """Tell whether it was on this computer."""
        return self.computer == this_computer()


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """A command that was taken back; ``gebleven`` are the files a person changed since, which were left."""

    half_af: HalfAf
    gebleven: tuple[Path, ...] = ()


@dataclass
class Journaal:
    """The journal of one command; it lies on disk from the first file that is written.

    ``is_mislukt`` says that a file could not be written, whatever the command made of that. Without
    ``mag_schrijven`` the first write ends the command: the werkmap is of a newer program.
    """

    root: Path
    daad: str
    mag_schrijven: bool = True
    is_mislukt: bool = field(default=False, init=False)
    map: Path = field(init=False)
    _slot: Any = field(default=None, init=False)
    _aantal: int = field(default=0, init=False)
    _is_uit: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Choose a name no other command has."""
        self.map = self.root / MAP / f"{self.daad} {this_computer()} {uuid4().hex[:8]}"

    def note_schrijf(self, path: Path, nieuw: bytes | None) -> None:
        """Keep what a file is before it becomes ``nieuw``; None removes it."""
        self._check()
        if self._is_uit or not path.resolve().is_relative_to(self.root.resolve()):
            return
        self._open()
        self._aantal += 1
        kept = f"{self._aantal}.oud" if path.is_file() else ""
        if kept:
            _keep(path, self.map / kept)
        made = [self._show(p) for p in path.parents if not p.exists()]
        mark = None if nieuw is None else fingerprint(nieuw)
        self._note({"pad": self._show(path), "oud": kept, "nieuw": mark, "mappen": made})

    def note_niet(self) -> None:
        """Say that the last step was not done after all: somebody saved the file first, and hers stays as it is."""
        if self._slot is not None:
            self._note({"niet": True})

    def note_verplaats(self, van: Path, naar: Path) -> None:
        """Keep where a file or folder was before it moves."""
        self._check()
        if not self._is_uit:
            self._open()
            self._note({"van": self._show(van), "naar": self._show(naar)})

    def settle(self) -> None:
        """Let what was done so far stay; what comes now can be taken back by itself."""
        self.close()
        self.is_mislukt = False

    def keep(self) -> None:
        """Let what was done so far stay, and keep nothing more: what comes now can't be taken back."""
        self.close()
        self._is_uit = True

    def close(self) -> None:
        """End the journal: what was done is done."""
        if self._slot is not None:
            _remove(self.map)
            let_go(self._slot)
            self._slot = None

    def take_back(self) -> None:
        """Put everything back as it was before the command began."""
        if self._slot is not None:
            _take_back(self.root, self.map)
            self.settle()

    def _check(self) -> None:
        if not self.mag_schrijven:
            raise NieuwereWerkmapError(str(self.root))

    def _open(self) -> None:
        if self._slot is not None:
            return
        self._slot = open_slot(self.map)
        self._slot.acquire()
        self.map.parent.mkdir(mode=0o700, exist_ok=True)  # what is kept here is as confidential as what it was
        self.map.mkdir(mode=0o700, exist_ok=True)
        head = {"daad": self.daad, "computer": this_computer(), "sinds": datetime.now().astimezone().isoformat()}
        _write_through(self.map / _KOP, json.dumps(head, ensure_ascii=False))

    def _note(self, stap: dict[str, object]) -> None:
        _write_through(self.map / _STAPPEN, json.dumps(stap, ensure_ascii=False) + "\n")

    def _show(self, path: Path) -> str:
        return path.resolve().relative_to(self.root.resolve()).as_posix()


def this_computer() -> str:
    """Return what this computer is called, as part of a file name."""
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in platform.node()) or "computer"


def active() -> Journaal | None:
    """Return the journal of the command that is busy here."""
    return _actief.get()


@contextmanager
def journaal(root: Path, daad: str, mag_schrijven: bool = True) -> Iterator[Journaal]:
    """Keep a journal while a command works; where that fails, everything it wrote is taken back."""
    kept = Journaal(root, daad, mag_schrijven)
    token = _actief.set(kept)
    try:
        yield kept
    except BaseException:
        kept.take_back()
        raise
    finally:
        _actief.reset(token)
        kept.close()


def list_half_af(root: Path) -> tuple[HalfAf, ...]:
    """Return the commands that did not end, here and elsewhere; not those that are busy here now."""
    found = (_read_kop(folder) for folder in _journalen(root))
    return tuple(half for half in found if half is not None and not (half.is_hier and _is_bezig(half.map)))


def take_back_half_af(root: Path, ook_van_elders: bool = False) -> tuple[Teruggezet, ...]:
    """Take back what a command left half done on this computer, and elsewhere where that is asked for."""
    done = []
    for folder in _journalen(root):
        half = _read_kop(folder)
        if half is None:  # cut off before it noted anything, or after it was done
            if not _is_bezig(folder):
                _remove(folder)
        elif half.is_hier or ook_van_elders:
            slot = open_slot(folder)
            if try_slot(slot):
                done.append(Teruggezet(half, _take_back(root, folder)))
                _remove(folder)
                let_go(slot)
    return tuple(done)


def _journalen(root: Path) -> list[Path]:
    top = root / MAP
    return sorted(p for p in top.iterdir() if p.is_dir()) if top.is_dir() else []


def _read_kop(folder: Path) -> HalfAf | None:
    try:
        head = json.loads((folder / _KOP).read_text(encoding="utf-8"))
        return HalfAf(str(head["daad"]), str(head["computer"]), datetime.fromisoformat(head["sinds"]), folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _take_back(root: Path, folder: Path) -> tuple[Path, ...]:
    """Undo the steps, the last first; each may have been undone already."""
    path = folder / _STAPPEN
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    left = []
    was_done = True
    for line in reversed(lines):
        try:
            stap = json.loads(line)
        except ValueError:
            continue  # the line it was writing when it was cut off: that step was not done
        if not was_done or "niet" in stap:
            was_done = "niet" not in stap
        elif "van" in stap:
            _move_back(root / stap["van"], root / stap["naar"])
        elif not _put_back(root, folder, stap):
            left.append(root / stap["pad"])
    return tuple(dict.fromkeys(left))


def _move_back(van: Path, naar: Path) -> None:
    if naar.exists() and not van.exists():
        van.parent.mkdir(parents=True, exist_ok=True)
        naar.rename(van)


def _put_back(root: Path, folder: Path, stap: dict[str, Any]) -> bool:
    """Make a file what it was; False where a person made it something else, and it stays."""
    path, kept = root / stap["pad"], folder / stap["oud"] if stap["oud"] else None
    _sweep(path.parent)
    now = fingerprint(path.read_bytes()) if path.is_file() else None
    is_ours = now == stap["nieuw"]
    if is_ours and kept is not None and kept.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(kept, path)  # noqa: PTH105 - over what stands there
    elif is_ours and kept is None and now is not None:
        path.unlink()
    for name in stap["mappen"]:
        with contextlib.suppress(OSError):  # it holds something else by now, or is gone
            (root / name).rmdir()
    return (
        is_ours or kept is None or not kept.is_file() or now == fingerprint(kept.read_bytes()) or _set_aside(path, kept)
    )


def _set_aside(path: Path, kept: Path) -> bool:
    """Keep the older text beside the one a person made; always False, since her text stays."""
    target = path.parent / "oud" / f"{path.stem} (voor {datetime.now():%Y-%m-%d %H.%M}){path.suffix}"
    target.parent.mkdir(exist_ok=True)
    os.replace(kept, target)  # noqa: PTH105
    return False


def _sweep(folder: Path) -> None:
    """Remove the half files of writes that were cut off."""
    for path in folder.glob(_TIJDELIJK) if folder.is_dir() else ():
        path.unlink(missing_ok=True)


def _keep(path: Path, kept: Path) -> None:
    """Keep a file as it is: the file itself where the disk can, since a write puts another in its place."""
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def _remove(folder: Path) -> None:
    """Remove a journal, its steps first: without them there is nothing to take back."""
    (folder / _STAPPEN).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()


def _write_through(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def open_slot(folder: Path) -> Any:
    """Return the lock a command holds while its journal lies there; the system lets go of it when the command ends."""
    from filelock import FileLock
    from platformdirs import user_state_path

    state = user_state_path("regietafel", appauthor=False, ensure_exists=True)
    return FileLock(state / f"{fingerprint(str(folder.resolve()).encode())[:32]}.lock")


def try_slot(slot: Any) -> bool:
    """Take a lock that nobody holds; False where somebody does."""
    from filelock import Timeout

    try:
        slot.acquire(timeout=0)
    except Timeout:
        return False
    return True


def _is_bezig(folder: Path) -> bool:
    slot = open_slot(folder)
    if not try_slot(slot):
        return True
    let_go(slot)
    return False


def let_go(slot: Any) -> None:
    """Release a lock, and leave no file of it: no other command has one of this name."""
    slot.release()
    with contextlib.suppress(OSError):
        Path(slot.lock_file).unlink(missing_ok=True)
