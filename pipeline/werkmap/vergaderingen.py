"""The folders of meetings: made, and moved with everything that is in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.werkmap.opslag import FileBusyError, is_open_elsewhere, make_dir, move, remove_file, write_atomic
from pipeline.werkmap.paden import Paden
from pipeline.werkmap.schijf import exists, is_file, list_dir, walk


def create_vergadering(paden: Paden, tafel: str, datum: date, agenda: str) -> Path | None:
    """Make the folder of a meeting with its agenda.yaml; None where it has one already."""
    folder, path = paden.vergadering(tafel, datum), paden.agenda(tafel, datum)
    if exists(path):
        return None
    write_atomic(path, agenda.encode())
    make_dir(paden.bijlagen(tafel, datum))
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
    write_atomic(paden.agenda(tafel, van), agenda)
    for old, new in moves:
        if exists(old):
            move(old, new)
    return _set_aside(paden.vergadering(tafel, naar), van)


def _check(moves: list[tuple[Path, Path]]) -> None:
    for old, new in moves:
        if exists(new):
            raise FileBusyError(new)
        files = (p for p in walk(old) if is_file(p) and not p.name.startswith(("~$", ".~lock")))
        busy = next((p for p in files if is_open_elsewhere(p)), None)
        if busy is not None:
            raise FileBusyError(busy)


def _set_aside(folder: Path, van: date) -> tuple[Path, ...]:
    """Move what carries the old date in its name to ``oud``: it says the old date inside as well."""
    kept = []
    for path in list_dir(folder):
        if path.name.startswith(f"{van.isoformat()} ") and is_file(path):
            target = folder / "oud" / path.name
            if is_file(target):
                remove_file(target)
            make_dir(target.parent)
            move(path, target)
            kept.append(target)
    return tuple(kept)
