"""A sign of life for the other computers of a synced folder: who is at work here, on what, and since when.

It is advice and nothing more: a synced folder is never quite up to date, so it locks nothing. It is laid down by an act
that takes longer than a moment (or a screen that stays open), renewed while that lasts, and taken away at its end. One
that is not renewed any more, since the computer stopped or has no network, counts for nothing after a few minutes.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

from pipeline.werkmap.journaal import MAP, let_go, open_slot, this_computer, try_slot

_MAX_BYTES = 4096  # a sign of ours is a line; what is larger is not one
_KORT = 2.0  # seconds: what is done sooner is over before a folder has been synced
_VERNIEUW = 60.0  # seconds between two signs of life
_VERLOOPT = timedelta(minutes=5)  # five signs missed: nobody is there any more


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Who is at work: ``wie`` on ``computer``, at ``wat`` (an act), of which table and meeting, and since when."""

    wie: str
    computer: str
    wat: str
    tafel: str
    datum: str
    sinds: datetime

    def is_over(self, tafel: str, datum: str) -> bool:
        """Tell whether this may be about the same meeting; what is not said may be anything."""
        pairs = ((tafel, self.tafel), (datum, self.datum))
        return all(one == other or not (one and other) for one, other in pairs)

    def describe(self) -> str:
        """Say it in words: ``In gebruik door janna (LAPTOP-2, 14.05 uur): verslag prt 2026-01-23.``"""
        where = " ".join(word for word in (self.wat, self.tafel, self.datum) if word)
        who = f"{self.wie} " if self.wie else ""
        return f"In gebruik door {who}({self.computer}, {self.sinds.astimezone():%H.%M} uur): {where}."


@contextmanager
def show_gebruik(root: Path | None, wat: str, tafel: str, datum: str, kort: float = _KORT) -> Iterator[None]:
    """Let the other computers see that something is being done here, where it takes longer than ``kort`` seconds."""
    if root is None:
        yield
        return
    done = Event()
    path = root / MAP / f"gebruik {this_computer()} {uuid4().hex[:8]}.json"
    sign = {"wie": _wie(), "computer": this_computer(), "wat": wat, "tafel": tafel, "datum": datum,
            "sinds": datetime.now(UTC).isoformat()}  # fmt: skip
    thread = Thread(target=_keep_alive, args=(path, sign, done, kort), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def find_gebruik(root: Path, now: datetime | None = None) -> tuple[Gebruik, ...]:
    """Return who is at work on other computers, as far as this one can see."""
    now = now or datetime.now(UTC)
    found = (_read(path, now) for path in sorted((root / MAP).glob("gebruik *.json")))
    return tuple(g for g in found if g is not None and g.computer != this_computer())


def sweep_gebruik(root: Path, ook_van_elders: bool = False) -> None:
    """Remove the signs of this computer that nobody renews any more, and those of others where that is asked for."""
    for path in (root / MAP).glob("gebruik *.json"):
        if not path.name.startswith(f"gebruik {this_computer()} "):
            if ook_van_elders:
                _remove(path)
            continue
        slot = open_slot(path)
        if try_slot(slot):
            _remove(path)
            let_go(slot)


def _keep_alive(path: Path, sign: dict[str, str], done: Event, kort: float) -> None:
    """Lay the sign down and renew it; the lock beside it says, on this computer, that somebody still does."""
    if done.wait(kort):
        return
    slot = open_slot(path)
    with contextlib.suppress(OSError):  # advice: where it cannot be given, the work goes on
        slot.acquire()
        while True:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.write_text(json.dumps({**sign, "gezien": datetime.now(UTC).isoformat()}), encoding="utf-8")
            if done.wait(_VERNIEUW):
                break
    _remove(path)
    let_go(slot)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        path.parent.rmdir()


def _read(path: Path, now: datetime) -> Gebruik | None:
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None
        said = json.loads(path.read_text(encoding="utf-8"))
        seen, since = datetime.fromisoformat(said["gezien"]), datetime.fromisoformat(said["sinds"])
        wie, computer, wat, tafel, datum = (str(said[name]) for name in ("wie", "computer", "wat", "tafel", "datum"))
        return Gebruik(wie, computer, wat, tafel, datum, since) if abs(now - seen) < _VERLOOPT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _wie() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("USERNAME", "")
