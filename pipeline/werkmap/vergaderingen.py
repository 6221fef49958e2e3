"""The folders of meetings: made, and moved with everything that is in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.werkmap.opslag import FileBusyError, is_open_elsewhere, move, remove_file, write_atomic
from pipeline.werkmap.paden import Paden


def create_vergadering(paden: Paden, tafel: str, datum: date, agenda: str) -> Path | None:
    """Make the folder of a meeting with its agenda.yaml; None where it has one already."""
    folder, path = paden.vergadering(tafel, datum), paden.agenda(tafel, datum)
    if path.exists():
        return None
    write_atomic(path, agenda.encode())
    paden.bijlagen(tafel, datum).mkdir(exist_ok=True)
    return folder


def move_vergadering(paden: Paden, tafel: str, van: date, naar: date, agenda: bytes) -> tuple[Path, ...]:
    """Move a meeting to another date, with its papers and its logboek; ``agenda`` is its agenda.yaml from now on.

    Documents that were made for the old date go to ``oud``; those files are returned. FileBusyError, and
    nothing changed, where a file is open elsewhere or the new folder is there already.
    """
    moves = [
        (paden.vergadering(tafel, van), paden.vergadering(tafel, naar)),
        (paden.verslagmap(tafel, van), paden.verslagmap(tafel, naar)),
    ]
    _check(moves)
    path = paden.agenda(tafel, van)
    before = path.read_bytes()
    write_atomic(path, agenda)
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            if old.exists():
                move(old, new)
                done.append((old, new))
    except OSError as error:
        for old, new in reversed(done):
            new.rename(old)
        write_atomic(path, before)
        raise FileBusyError(path) from error
    return _set_aside(paden.vergadering(tafel, naar), van)


def _check(moves: list[tuple[Path, Path]]) -> None:
    for old, new in moves:
        if new.exists():
            raise FileBusyError(new)
        files = (p for p in old.rglob("*") if p.is_file() and not p.name.startswith(("~$", ".~lock")))
        busy = next((p for p in files if is_open_elsewhere(p)), None)
        if busy is not None:
            raise FileBusyError(busy)


def _set_aside(folder: Path, van: date) -> tuple[Path, ...]:
    """Move what carries the old date in its name to ``oud``: it says the old date inside as well."""
    kept = []
    for path in sorted(folder.glob(f"{van.isoformat()} *")):
        if path.is_file():
            target = folder / "oud" / path.name
            if target.is_file():
                remove_file(target)
            target.parent.mkdir(exist_ok=True)
            move(path, target)
            kept.append(target)
    return tuple(kept)
