"""Reading a werkmap of a hundred meetings and folding its actions, against ruamel.yaml alone on the same files.

The peer loads the YAML of the same agendas and front matters with ruamel's pure safe loader and does nothing with
it. A ratio near 1 says that Markdown, checks, lines and the fold cost little beside the YAML.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from ruamel.yaml import YAML

from bench.meten import RONDES, alternate, make_meting, report
from pipeline.voortgang import acties_op
from pipeline.werkmap import load

REPO = Path(__file__).parents[1]
VERGADERINGEN = 100


def build(root: Path) -> list[str]:
    """Write a werkmap with the first meeting of the worked example a hundred times; return its YAML texts."""
    agenda = (REPO / "agenda/prt/2026-01-23/agenda.yaml").read_text(encoding="utf-8")
    verslag = (REPO / "verslagen/prt/2026-01-23/verslag.md").read_text(encoding="utf-8")
    (root / "agenda/prt").mkdir(parents=True)
    for name in ("regietafel.yaml", "agenda/prt/tafel.yaml"):
        (root / name).write_bytes((REPO / name).read_bytes())
    texts = []
    for number in range(VERGADERINGEN):
        day = date(2014, 1, 3) + timedelta(weeks=6 * number)
        record = verslag.replace("23 januari 2026", f"{day:%d-%m-%Y}", 1)
        for path, text in (
            (root / f"agenda/prt/{day}/agenda.yaml", agenda),
            (root / f"verslagen/prt/{day}/verslag.md", record),
        ):
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        texts += [agenda, record.split("---\n")[1]]
    return texts


def main() -> int:
    """Measure both in turns."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        texts = build(root)
        werk = {
            "alleen ruamel.yaml": lambda: [YAML(typ="safe", pure=True).load(text) for text in texts],
            "lezen en vouwen": lambda: acties_op(load(root).reeksen[0], date(2026, 12, 31)),
        }
        tijden = alternate(werk, RONDES)
    return report("werkmap", [make_meting(f"{VERGADERINGEN} vergaderingen", "alleen ruamel.yaml", tijden, {})])


if __name__ == "__main__":
    sys.exit(main())
