"""How long all checks together take, measured against reading the file they look at.

    .venv/bin/python -m bench.bench_controle [BESTAND ...]

Without arguments: the first meeting of the worked example, the two files the checks look at (agenda.yaml and
verslag.md). With arguments: foreign minutes (docx, pdf, txt, md). Exit code 1 when checking costs more than reading.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from bench.meten import Meting, alternate, make_meting, report
from pipeline import notatie
from pipeline.controle import build_dossier, controleer
from pipeline.lezen import lees
from pipeline.model import Reeks, Tafel
from pipeline.werkmap.laden import load

REPO = Path(__file__).parents[1]
VANDAAG = date(2026, 6, 1)
GRENZEN = {"controleren": (1.0, 1.0)}


def measure_own() -> Meting:
    """Measure the first meeting of the worked example: reading its files, and checking it."""
    reeks = load(REPO).reeks("prt")
    assert reeks is not None
    datum = reeks.verslagen[0].datum
    folder = Path(reeks.tafel.id) / datum.isoformat()
    agenda, verslag = REPO / "agenda" / folder / "agenda.yaml", REPO / "verslagen" / folder / "verslag.md"

    def read() -> None:
        bron, _ = notatie.read_brontekst(agenda.read_bytes(), agenda.name)
        vergadering, _ = notatie.parse_agenda(bron, reeks.tafel, datum)
        bron, _ = notatie.read_brontekst(verslag.read_bytes(), verslag.name)
        notatie.parse_verslag(bron, reeks.tafel, datum, vergadering)

    def check() -> None:
        controleer(build_dossier(reeks, datum, VANDAAG))

    return make_meting(f"Controleren van {folder.as_posix()}", "lezen",
                       alternate({"lezen": read, "controleren": check}), GRENZEN)  # fmt: skip


def measure_foreign(path: Path) -> Meting:
    """Measure foreign minutes: the file as bytes to Meldingen."""
    data = path.read_bytes()
    verslag = lees(data, path.name).verslag
    if verslag is None:
        raise SystemExit(f"{path} is niet te lezen.")
    reeks = Reeks(Tafel(verslag.tafel, verslag.tafel), verslagen=(verslag,))
    werk = {
        "lezen": lambda: lees(data, path.name),
        "controleren": lambda: controleer(build_dossier(reeks, verslag.datum, VANDAAG)),
    }
    return make_meting(f"Controleren van {path.name}", "lezen", alternate(werk), GRENZEN)


def main() -> int:
    """Measure, and fail where checking takes longer than reading."""
    paths = [Path(argument) for argument in sys.argv[1:]]
    return report("controle", [measure_foreign(path) for path in paths] if paths else [measure_own()])


if __name__ == "__main__":
    sys.exit(main())
