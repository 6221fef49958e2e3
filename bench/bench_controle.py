"""How long all checks together take, measured against reading the file they look at.

    .venv/bin/python -m bench.bench_controle [BESTAND ...]

Without arguments: the first meeting of the worked example, the two files the checks look at (agenda.yaml and
verslag.md). With arguments: foreign minutes (docx, pdf, txt, md). Prints the best of a number of rounds; exit
code 1 when checking costs more.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pipeline import notatie
from pipeline.controle import build_dossier, controleer
from pipeline.lezen import lees
from pipeline.model import Reeks, Tafel
from pipeline.werkmap.laden import load

REPO = Path(__file__).parents[1]
RONDES = 30
VANDAAG = date(2026, 6, 1)


def best_of(functie: Callable[[], object], rondes: int = RONDES) -> float:
    """Return the shortest time in seconds: what the machine did besides is not ours."""
    times = []
    for _ in range(rondes):
        begin = time.perf_counter()
        functie()
        times.append(time.perf_counter() - begin)
    return min(times)


def measure_own() -> tuple[str, float, float]:
    """Measure the first meeting of the worked example: reading its files, and checking it."""
    reeks = load(REPO).reeksen[0]
    datum = reeks.verslagen[0].datum
    folder = Path(reeks.tafel.id) / datum.isoformat()
    agenda, verslag = REPO / "agenda" / folder / "agenda.yaml", REPO / "verslagen" / folder / "verslag.md"

    def read() -> None:
        bron, _ = notatie.read_brontekst(agenda.read_bytes(), agenda.name)
        vergadering, _ = notatie.parse_agenda(bron, reeks.tafel, datum)
        bron, _ = notatie.read_brontekst(verslag.read_bytes(), verslag.name)
        notatie.parse_verslag(bron, reeks.tafel, datum, vergadering)

    check = best_of(lambda: controleer(build_dossier(reeks, datum, VANDAAG)))
    return f"{folder}", best_of(read), check


def measure_foreign(path: Path) -> tuple[str, float, float]:
    """Measure foreign minutes: the file as bytes to Meldingen."""
    data = path.read_bytes()
    verslag = lees(data, path.name).verslag
    if verslag is None:
        raise SystemExit(f"{path} is niet te lezen.")
    reeks = Reeks(Tafel(verslag.tafel, verslag.tafel), verslagen=(verslag,))
    read = best_of(lambda: lees(data, path.name), 5)
    return path.name, read, best_of(lambda: controleer(build_dossier(reeks, verslag.datum, VANDAAG)))


def main() -> int:
    """Measure, print a line for each file, and fail where checking takes longer than reading."""
    paths = [Path(argument) for argument in sys.argv[1:]]
    rows = [measure_foreign(path) for path in paths] if paths else [measure_own()]
    for name, read, check in rows:
        print(f"{name}: lezen {read * 1000:.1f} ms, controleren {check * 1000:.1f} ms, verhouding {check / read:.2f}")
    return int(any(check > read for _, read, check in rows))


if __name__ == "__main__":
    sys.exit(main())
