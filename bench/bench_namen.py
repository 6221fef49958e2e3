"""How long finding the people in ten pages takes, measured against reading minutes of that length.

    .venv/bin/python -m bench.bench_namen

The minutes are made up, of a table of sixty people, with a name in nearly every sentence. Reading is cutting plain text
into paragraphs, which is little; exit code 1 when finding takes more than ten times that.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from bench.meten import alternate, make_meting, report

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from namenproef import Naam, draw_naam, draw_zin

from pipeline.lezen import lees
from pipeline.model import Persoon
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.publicatie.vermeldingen import find_vermeldingen

ALINEAS, MENSEN = 200, 60  # about ten pages, and the people of a large table with its officials
GRENZEN = {"namen vinden": (6.0, 10.0)}


def _bekende(naam: Naam, number: int) -> Bekende:
    persoon = Persoon("dhr." if naam.heer else "mw.", naam.voornaam, naam.voorvoegsel, naam.achternaam)
    return Bekende(persoon, "naam" if number % 2 else "functie", "proef", "de adviseur")


def main() -> int:
    """Measure, and fail where finding people takes too long."""
    rng = random.Random(1)
    alineas = [" ".join(draw_zin(rng).tekst.replace("\n", " ") for _ in range(3)) for _ in range(ALINEAS)]
    data = ("# Verslag van 23 januari 2026\n\n## 1. Opvang\n\n" + "\n\n".join(alineas)).encode("utf-8")
    kennis = Namenkennis(tuple(_bekende(draw_naam(rng), number) for number in range(MENSEN)))
    werk = {
        "lezen": lambda: lees(data, "verslag.md"),
        "namen vinden": lambda: [find_vermeldingen(alinea, kennis) for alinea in alineas],
    }
    return report("namen", [make_meting("Namen in tien bladzijden", "lezen", alternate(werk), GRENZEN)])


if __name__ == "__main__":
    sys.exit(main())
