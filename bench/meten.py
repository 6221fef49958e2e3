"""Measuring side by side: processor time, turn by turn, with its spread; a table, ``uitslag.json`` and a picture.

Work of others on the machine slows what runs at that moment. So it is processor time that counts (user and system),
what is compared takes turns, round after round, and the median of the rounds is what is told.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

RONDES = 10
UITSLAG = Path(__file__).parent / "uitslag.json"


@dataclass(frozen=True)
class Rij:
    """One thing that was measured: its times in seconds, and how many times the yardstick it may and should take.

    Above ``grens`` the benchmark fails; ``doel`` is what is aimed at.
    """

    naam: str
    tijden: tuple[float, ...]
    doel: float | None = None
    grens: float | None = None

    @property
    def midden(self) -> float:
        return median(self.tijden)


@dataclass(frozen=True)
class Meting:
    """Things measured turn by turn on the same input; the one called ``maat`` is the yardstick of the others."""

    naam: str
    maat: str
    rijen: tuple[Rij, ...] = field(default=())

    def verhouding(self, rij: Rij) -> float:
        return rij.midden / next(r.midden for r in self.rijen if r.naam == self.maat)

    @property
    def is_binnen_grenzen(self) -> bool:
        return all(r.grens is None or self.verhouding(r) <= r.grens for r in self.rijen)

    def show(self) -> None:
        """Print a table: the median, the spread, and how many times the yardstick that is."""
        print(f"\n{self.naam} ({len(self.rijen[0].tijden)} rondes om en om, processortijd)")
        for rij in self.rijen:
            spread = f"{min(rij.tijden) * 1000:.1f} - {max(rij.tijden) * 1000:.1f}"
            print(
                f"  {rij.naam:34}{rij.midden * 1000:9.1f} ms  ({spread:>15})  "
                f"{self.verhouding(rij):6.2f}  {self.judge(rij)}",
                flush=True,
            )

    def judge(self, rij: Rij) -> str:
        """Say in words whether a row reaches its aim."""
        if rij.doel is None:
            return "maat" if rij.naam == self.maat else ""
        wel = self.verhouding(rij) <= rij.doel
        return f"doel {rij.doel:g}: {'gehaald' if wel else 'niet gehaald'}"


def alternate(werk: Mapping[str, Callable[[], object]], rondes: int = RONDES) -> dict[str, tuple[float, ...]]:
    """Do each piece of work once to warm up, then take turns; return the processor time of every round."""
    for run in werk.values():
        run()
    tijden: dict[str, list[float]] = {naam: [] for naam in werk}
    for _ in range(rondes):
        for naam, run in werk.items():
            begin = time.process_time()
            run()
            tijden[naam].append(time.process_time() - begin)
    return {naam: tuple(found) for naam, found in tijden.items()}


def alternate_starts(
    opdrachten: Mapping[str, Sequence[str]], before: Callable[[], object] = lambda: None, rondes: int = RONDES
) -> dict[str, tuple[float, ...]]:
    """Start each program once to warm the disk, then take turns; return the processor time of every process."""
    tijden: dict[str, list[float]] = {naam: [] for naam in opdrachten}
    for ronde in range(rondes + 1):
        for naam, words in opdrachten.items():
            before()
            spent = _start(words)
            if ronde:
                tijden[naam].append(spent)
    return {naam: tuple(found) for naam, found in tijden.items()}


def _start(words: Sequence[str]) -> float:
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(list(words), check=True, capture_output=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime - begin.ru_utime + end.ru_stime - begin.ru_stime


def make_meting(
    naam: str,
    maat: str,
    tijden: Mapping[str, tuple[float, ...]],
    doelen: Mapping[str, tuple[float | None, float | None]],
) -> Meting:
    """Put times in a Meting; ``doelen`` gives ``(doel, grens)`` by the name of the row."""
    none = (None, None)
    return Meting(naam, maat, tuple(Rij(n, t, *doelen.get(n, none)) for n, t in tijden.items()))


def report(bench: str, metingen: Sequence[Meting]) -> int:
    """Print the tables, keep them under this name in ``uitslag.json``, and return the exit code."""
    for meting in metingen:
        meting.show()
    kept = json.loads(UITSLAG.read_text(encoding="utf-8")) if UITSLAG.is_file() else {}
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}"
    kept[bench] = {
        "machine": machine,
        "metingen": [_as_json(meting) for meting in metingen],
    }
    text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1) + "\n"
    UITSLAG.write_text(text, encoding="utf-8", newline="\n")
    return 0 if all(meting.is_binnen_grenzen for meting in metingen) else 1


def _as_json(meting: Meting) -> dict[str, object]:
    rows = [
        {
            "naam": rij.naam,
            "ms": [round(tijd * 1000, 2) for tijd in rij.tijden],
            "midden": round(rij.midden * 1000, 2),
            "verhouding": round(meting.verhouding(rij), 3),
            "doel": rij.doel,
        }
        for rij in meting.rijen
    ]
    return {"naam": meting.naam, "maat": meting.maat, "rijen": rows}
