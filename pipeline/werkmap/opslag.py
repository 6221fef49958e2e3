"""Reading and writing single files, each write whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.werkmap.journaal import active
from pipeline.werkmap.namen import find_vervanger
from pipeline.werkmap.schijf import active as prepared
from pipeline.werkmap.schijf import (
    exists,
    fingerprint,
    is_file,
    list_dir,
    read_bytes,
    size_of,
)

_WACHTTIJD = 10  # seconds another command on this werkmap may take
_POGINGEN = 20  # how often a change is made anew while somebody keeps saving the file


class FileBusyError(Exception):
    """The file is open elsewhere, or another command holds the werkmap; ``path`` says which."""

    def __init__(self, path: Path) -> None:
        """Remember the file."""
        super().__init__(str(path))
        self.path = path


class IntussenVeranderdError(FileBusyError):
    """Somebody saved the file between our reading and our writing of it."""


class VerkeerdeNaamError(FileBusyError):
    """A record would be written beside a file that is that record under a wrong name: ``path`` is that file."""


def list_files(folder: Path) -> frozenset[str]:
    """Return the names of the files in a folder, without owner and hidden files; empty where it isn't there."""
    return frozenset(p.name for p in list_dir(folder) if not p.name.startswith((".", "~")) and is_file(p))


def write_atomic(path: Path, content: bytes, was: bytes | None = None) -> bool:
    """Write a file whole or not at all, and only where it changes; tell whether it was written.

    FileBusyError where somebody has it open in Word or LibreOffice, or the system won't replace it; its kind
    VerkeerdeNaamError where the record stands there under a wrong name, and IntussenVeranderdError where it is not
    ``was`` any more, the text the change was made from.
    """
    if is_file(path) and size_of(path) == len(content) and read_bytes(path) == content:
        return False
    preparing = prepared()
    if preparing is not None:
        _check_free(path)
        preparing.write(path.absolute(), content)
        return True
    journal = active()
    try:
        _check_free(path)
        if journal is not None:
            journal.note_schrijf(path, content)
        _write(path, content, was)
    except (OSError, FileBusyError) as error:
        if journal is not None:
            journal.is_mislukt = True
        if journal is not None and isinstance(error, IntussenVeranderdError):
            journal.note_niet()
        if isinstance(error, PermissionError):
            raise FileBusyError(path) from error
        raise
    return True


def _check_free(path: Path) -> None:
    """Raise where a file is open elsewhere, or stands there under a wrong name."""
    refuse_open(path)
    misnamed = find_vervanger(path)
    if misnamed is not None:
        raise VerkeerdeNaamError(misnamed)


def refuse_open(path: Path) -> None:
    """Raise FileBusyError where a file is open elsewhere; an act that is all or nothing comes to nothing then."""
    if not is_open_elsewhere(path):
        return
    fail_whole()
    raise FileBusyError(path)


def fail_whole() -> None:
    """Say that a file could not be written: an act that is all or nothing comes to nothing."""
    preparing = prepared()
    if preparing is not None:
        preparing.is_mislukt = True


def _write(path: Path, content: bytes, was: bytes | None) -> None:
    """Lay the content beside the file and put it in its place in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".~regietafel-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(path, temporary)
        if was is not None and (path.read_bytes() if path.is_file() else b"") != was:
            raise IntussenVeranderdError(path)
        os.replace(temporary, path)  # noqa: PTH105 - Path.replace raises the same, this reads as what it is
    finally:
        with suppress(OSError):  # a disk that refuses everything must not hide what was refused first
            temporary.unlink(missing_ok=True)


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> bool:
    """Change a file by a function of its bytes (none where it is not there), anew where somebody saved it meanwhile."""
    for _ in range(_POGINGEN):
        before = read_bytes(path) if is_file(path) else b""
        with suppress(IntussenVeranderdError):
            return write_atomic(path, change(before), before)
    raise FileBusyError(path)


def remove_file(path: Path) -> None:
    """Remove a file; where a command keeps a journal, it can be put back."""
    preparing = prepared()
    if preparing is not None:
        if is_file(path):
            preparing.remove(path.absolute())
        return
    journal = active()
    if journal is not None and path.is_file():
        journal.note_schrijf(path, None)
    path.unlink(missing_ok=True)


def move(van: Path, naar: Path) -> None:
    """Move a file or a folder to where nothing stands; where a command keeps a journal, it can be moved back."""
    preparing = prepared()
    if preparing is not None:
        preparing.move(van.absolute(), naar.absolute())
        return
    journal = active()
    if journal is not None:
        journal.note_verplaats(van, naar)
    try:
        van.rename(naar)
    except OSError:
        if journal is not None:
            journal.is_mislukt = True
        raise


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the rights of the old one; mkstemp makes files only their maker may read."""
    if path.is_file():
        temporary.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        umask = os.umask(0)
        os.umask(umask)
        is_starter = path.suffix == ".command"  # a Mac starts it with a double click
        temporary.chmod((0o777 if is_starter else 0o666) & ~umask)


def is_open_elsewhere(path: Path) -> bool:
    """Tell whether Word or LibreOffice has the file open, by the owner file it lays beside it."""
    owners = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(exists(path.parent / owner) for owner in owners)


def make_dir(folder: Path) -> None:
    """Make a folder, with those above it; nothing happens where it is there."""
    preparing = prepared()
    if preparing is None:
        folder.mkdir(parents=True, exist_ok=True)
    elif not exists(folder):
        preparing.make(folder.absolute())


@contextmanager
def lock(werkmap: Path, wachttijd: float = _WACHTTIJD) -> Iterator[None]:
    """Hold the werkmap for one command; FileBusyError when another holds it for longer than we wait, in seconds.

    The lock file lies outside the werkmap, so that a synced folder does not carry it to a colleague. An act that only
    prepares needs none: ``commit`` takes it.
    """
    if prepared() is not None:
        yield
        return
    with hold(werkmap, wachttijd):
        yield


@contextmanager
def hold(werkmap: Path, wachttijd: float = _WACHTTIJD) -> Iterator[None]:
    """Hold a folder for one act, also while it prepares: for what can be done by one at a time, such as a mailing."""
    from filelock import FileLock, Timeout
    from platformdirs import user_state_path

    folder = user_state_path("regietafel", appauthor=False, ensure_exists=True)
    name = fingerprint(str(werkmap.resolve()).encode())[:32]
    try:
        with FileLock(folder / f"{name}.lock", timeout=wachttijd):
            yield
    except Timeout as error:
        raise FileBusyError(werkmap) from error
