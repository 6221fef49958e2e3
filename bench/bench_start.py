"""What a command costs from the command line, in processor time of the whole process.

    .venv/bin/python -m bench.bench_start

The yardsticks are programs that do nothing: click with as many commands as we have, registered as lazily, showing
its help; and a script that imports docxtpl and makes the same agenda from the same words, ready in a file. Exit
code 1 when the help page takes more than one and a half times the first.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path

from bench.bench_documenten import VOLGENDE, collect
from bench.meten import alternate_starts, make_meting, report
from pipeline.cli.groep import OPDRACHTEN
from pipeline.documenten import find_soort, packaged_sjabloon

REPO = Path(__file__).parents[1]
OP = "2026-02-01"
KALE_CLICK = """
import click

class Lui(click.Group):
    def list_commands(self, ctx):
        return [f"opdracht{n}" for n in range(AANTAL)]

    def get_command(self, ctx, naam):
        return click.Command(naam, short_help="Doet iets met een vergadering.")

@click.group(cls=Lui)
@click.option("-C", "map", help="Werk in deze map.")
@click.option("--op", help="Doe alsof het deze dag is.")
def main(map, op):
    pass

main()
"""
KALE_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate

sjabloon, woorden, uit = sys.argv[1:]
document = DocxTemplate(sjabloon)
with open(woorden, encoding="utf-8") as file:
    document.render(json.load(file), autoescape=True)
document.save(uit)
"""


def plain(waarde: object) -> object:
    """Return words as JSON can hold them: a template reads a dict as it reads a record."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {f.name: plain(getattr(waarde, f.name)) for f in fields(waarde)}
    if isinstance(waarde, tuple | list):
        return [plain(item) for item in waarde]
    return waarde if isinstance(waarde, bool | int | float | type(None)) else str(waarde)


def copy_werkmap(folder: Path) -> Path:
    """Copy the worked example, so that what a command writes does not end up in the project."""
    werkmap = folder / "werkmap"
    werkmap.mkdir()
    for name in ("agenda", "verslagen", "templates"):
        shutil.copytree(REPO / name, werkmap / name)
    shutil.copy(REPO / "regietafel.yaml", werkmap)
    return werkmap


def main() -> int:
    """Start everything in turns, and compare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        werkmap = copy_werkmap(folder)
        sjabloon, woorden = folder / "agenda.docx", folder / "woorden.json"
        sjabloon.write_bytes(packaged_sjabloon("agenda.docx"))
        words = find_soort("agenda").bouw(collect()["agenda"])
        woorden.write_text(json.dumps(plain(words)), encoding="utf-8")
        (folder / "kale_click.py").write_text(KALE_CLICK.replace("AANTAL", str(len(OPDRACHTEN))), encoding="utf-8")
        (folder / "kale_docxtpl.py").write_text(KALE_DOCXTPL, encoding="utf-8")
        regietafel = [sys.executable, "-m", "pipeline", "-C", str(werkmap), "--op", OP]
        kaal = [sys.executable, str(folder / "kale_docxtpl.py"), str(sjabloon), str(woorden), str(folder / "uit.docx")]

        def remove_made() -> None:
            for made in werkmap.rglob(f"{VOLGENDE}*.docx"):
                made.unlink()

        tijden = alternate_starts(
            {
                "kale click": [sys.executable, str(folder / "kale_click.py"), "--help"],
                "--help": [*regietafel, "--help"],
                "status": [*regietafel, "status"],
                "kale docxtpl": kaal,
                "agenda": [*regietafel, "agenda", "prt", VOLGENDE.isoformat()],
            },
            remove_made,
        )
    first = {naam: tijden[naam] for naam in ("kale click", "--help", "status")}
    second = {naam: tijden[naam] for naam in ("kale docxtpl", "agenda")}
    doelen = {"--help": (1.5, 1.5), "status": (2.5, None), "agenda": (1.5, None)}
    starten = make_meting("Starten", "kale click", first, doelen)
    van_begin_tot_eind = make_meting("Een agenda van begin tot eind", "kale docxtpl", second, doelen)
    return report("start", [starten, van_begin_tot_eind])


if __name__ == "__main__":
    sys.exit(main())
