"""The disk as an act sees it: what is there, with what the act is about to do laid over it.

An act prepares without a lock: its writes, moves and removals are noted here, and what it reads afterwards is as if
they had happened. Nothing changes on disk until ``Voorbereiding.commit``, which first looks whether everything the act
read is still as it was. Outside an act these functions are the disk itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR

_MAX_BYTES = 200 * 1024 * 1024
# What was seen of a file: when it was changed, how large it is, and which one it is; () of a folder, None: not there.
Gezien = tuple[int, ...] | None
_actief: ContextVar[Voorbereiding | None] = ContextVar("voorbereiding", default=None)


@dataclass(frozen=True, slots=True)
class Elders:
    """A file that will be moved here, and still stands at ``pad``."""

    pad: Path


@dataclass(frozen=True, slots=True)
class Schrijf:
    """A file that gets other content; ``was`` is what the act read there, where it read it."""

    pad: Path
    inhoud: bytes
    was: bytes | None = None


@dataclass(frozen=True, slots=True)
class Verwijder:
    """A file that goes."""

    pad: Path


@dataclass(frozen=True, slots=True)
class Verschuif:
    """A file or folder that moves to where nothing stands."""

    pad: Path
    naar: Path


@dataclass(frozen=True, slots=True)
class MaakMap:
    """A folder that is made, with those above it."""

    pad: Path


Ingreep = Schrijf | Verwijder | Verschuif | MaakMap


@dataclass
class Voorbereiding:
    """What an act read and what it would do, in order (``ingrepen``)."""

    ingrepen: list[Ingreep] = field(default_factory=list)
    is_mislukt: bool = False  # a file could not be written, whatever the act made of that
    _bestanden: dict[Path, bytes | Elders | None] = field(default_factory=dict, repr=False)
    _mappen: dict[Path, bool] = field(default_factory=dict, repr=False)  # made (True) or moved away (False)
    _gezien: dict[Path, Gezien] = field(default_factory=dict, repr=False)
    _lijsten: dict[Path, frozenset[str]] = field(default_factory=dict, repr=False)
    _gelezen: dict[Path, bytes] = field(default_factory=dict, repr=False)

    def see(self, path: Path) -> None:
        """Remember how a file or folder is on disk the first time the act looks at it."""
        if path not in self._gezien:
            self._gezien[path] = look(path)

    def see_names(self, folder: Path) -> None:
        """Remember which names are in a folder on disk the first time the act looks at it."""
        if folder not in self._lijsten:
            self._lijsten[folder] = frozenset(_names(folder))

    def find_changed(self) -> Path | None:
        """Return something the act looked at that is not as it was any more; None where all is."""
        changed = (path for path, seen in self._gezien.items() if look(path) != seen)
        filled = (folder for folder, seen in self._lijsten.items() if frozenset(_names(folder)) != seen)
        return next(changed, None) or next(filled, None)

    def over(self, path: Path) -> bytes | Elders | bool | None:
        """Return what is laid over a file: its content, None where it goes, True where the disk says it."""
        if path in self._bestanden:
            return self._bestanden[path]
        return not self._is_away(path) or None

    def is_map(self, path: Path) -> bool | None:
        """Tell whether a folder was made (True) or moved away (False) by the act; None where the disk says it."""
        return False if path not in self._mappen and self._is_away(path) else self._mappen.get(path)

    def names(self, folder: Path) -> set[str]:
        """Return the names in a folder as they will be."""
        own = {p for p in (*self._bestanden, *self._mappen) if p.parent == folder}
        there = {folder / name for name in _names(folder)} if self.is_map(folder) is None else set()
        return {p.name for p in there | own if self._stands(p, p in there)}

    def _stands(self, path: Path, on_disk: bool) -> bool:
        if self._mappen.get(path):
            return True
        if path in self._bestanden:
            return self._bestanden[path] is not None
        return self._mappen.get(path, on_disk)

    def _is_away(self, path: Path) -> bool:
        return any(self._mappen.get(parent) is False for parent in path.parents)

    def write(self, path: Path, content: bytes) -> None:
        """Note that a file gets this content."""
        self.ingrepen.append(Schrijf(path, content, self._gelezen.get(path)))
        self._make_parents(path)
        self._bestanden[path] = content
        self._gelezen[path] = content

    def remove(self, path: Path) -> None:
        """Note that a file goes."""
        self.ingrepen.append(Verwijder(path))
        self._bestanden[path] = None
        self._gelezen.pop(path, None)

    def make(self, folder: Path) -> None:
        """Note that a folder is made."""
        self.ingrepen.append(MaakMap(folder))
        self._make_parents(folder / "x")

    def _make_parents(self, path: Path) -> None:
        for parent in path.parents:
            if self.is_map(parent) or (self.is_map(parent) is None and parent.is_dir()):
                break
            self._mappen[parent] = True

    def move(self, van: Path, naar: Path) -> None:
        """Note that a file, or a folder with all in it, moves."""
        self.ingrepen.append(Verschuif(van, naar))
        self._make_parents(naar)
        for path in (van, *walk(van)) if is_dir(van) else (van,):
            target = naar / path.relative_to(van)
            if is_dir(path):
                self._mappen[target] = True
                continue
            over = self.over(path)
            self._bestanden[target] = over if isinstance(over, bytes | Elders) else Elders(path)
        for path in (*walk(van), van) if is_dir(van) else (van,):
            if is_dir(path):
                self._mappen[path] = False
            else:
                self._bestanden[path] = None
                self._gelezen.pop(path, None)

    def kept(self, path: Path, content: bytes) -> None:
        """Remember the words of a record the act read: a change of it is made from these."""
        if path.suffix in (".md", ".yaml"):
            self._gelezen.setdefault(path, content)

    def start_anew(self) -> None:
        """Forget everything: what was noted has been done."""
        for part in (self.ingrepen, self._bestanden, self._mappen, self._gezien, self._lijsten, self._gelezen):
            part.clear()


def look(path: Path) -> Gezien:
    """Say how a file or folder is on disk now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return () if S_ISDIR(found.st_mode) else (found.st_mtime_ns, found.st_size, found.st_ino)


def _names(folder: Path) -> list[str]:
    # Owner files and half files of others come and go: they are no change.
    return [p.name for p in folder.iterdir() if not p.name.startswith(("~", "."))] if folder.is_dir() else []


def active() -> Voorbereiding | None:
    """Return what the act that is busy here has prepared; None outside an act."""
    return _actief.get()


@contextmanager
def voorbereiding() -> Iterator[Voorbereiding]:
    """Let what happens inside be prepared, and not done."""
    prepared = Voorbereiding()
    token = _actief.set(prepared)
    try:
        yield prepared
    finally:
        _actief.reset(token)


@contextmanager
def on_disk() -> Iterator[None]:
    """Let what happens inside happen on the disk itself."""
    token = _actief.set(None)
    try:
        yield
    finally:
        _actief.reset(token)


def _key(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed: a link in the werkmap is not its target


def is_file(path: Path) -> bool:
    """Tell whether a file stands there."""
    prepared = _actief.get()
    if prepared is None:
        return path.is_file()
    path = _key(path)
    prepared.see(path)
    over = prepared.over(path)
    return path.is_file() if over is True else over is not None


def is_dir(path: Path) -> bool:
    """Tell whether a folder stands there."""
    prepared = _actief.get()
    if prepared is None:
        return path.is_dir()
    found = prepared.is_map(_key(path))
    return path.is_dir() if found is None else found


def exists(path: Path) -> bool:
    """Tell whether a file or folder stands there."""
    return path.exists() if _actief.get() is None else is_file(path) or is_dir(path)


def list_dir(folder: Path) -> list[Path]:
    """Return what stands in a folder, by name; empty where it isn't there. Hidden and owner files may be left out."""
    prepared = _actief.get()
    if prepared is None:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    folder = _key(folder)
    prepared.see_names(folder)
    return [folder / name for name in sorted(prepared.names(folder))]


def walk(folder: Path) -> list[Path]:
    """Return all that stands in a folder and in those under it; what is deeper comes first."""
    found: list[Path] = []
    for path in list_dir(folder):
        if is_dir(path):
            found += walk(path)
        found.append(path)
    return found


def read_bytes(path: Path, limit: int = _MAX_BYTES) -> bytes:
    """Read a file of at most ``limit`` bytes; OSError where it can't be read or is larger."""
    prepared = _actief.get()
    if prepared is None:
        return _read(path, limit)
    path = _key(path)
    prepared.see(path)
    over = prepared.over(path)
    if over is None:
        raise FileNotFoundError(str(path))
    if isinstance(over, bytes):
        return over
    content = _read(over.pad if isinstance(over, Elders) else path, limit)
    prepared.kept(path, content)
    return content


def _read(path: Path, limit: int) -> bytes:
    if path.stat().st_size > limit:
        raise OSError(f"larger than {limit} bytes")
    return path.read_bytes()


def size_of(path: Path) -> int:
    """Return how many bytes a file holds; OSError where it isn't there."""
    prepared = _actief.get()
    over = prepared.over(_key(path)) if prepared is not None else True
    if isinstance(over, bytes):
        return len(over)
    return (over.pad if isinstance(over, Elders) else path).stat().st_size


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
