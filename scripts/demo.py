"""The main job on the worked example: three consecutive meetings of the PRT, in a copy of the werkmap.

Run by ``make demo``. Everything lands in ``demo/``, so that the example itself stays as it is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from pipeline.omzetter import find_omzetter

REPO = Path(__file__).parents[1]
DEMO = REPO / "demo"
WERKMAP = ("regietafel.yaml", "agenda", "verslagen", "templates")
TAFEL = "prt"
OPENBAAR = ("2026-01-23", "2026-03-13")  # the meetings whose minutes are adopted
# What is late is judged by the day a paper is made: an agenda some days before the meeting, minutes some days after.
VOORAF, NADIEN = timedelta(days=-8), timedelta(days=4)
DAARNA = "2026-04-28"  # a few days after the last meeting: what is due then is what the status shows


def main() -> int:
    """Copy the worked example and run agenda, verslag, actielijst and acties for each of its meetings."""
    copy_werkmap()
    pdf = ["--pdf"] if find_omzetter() else []
    if not pdf:
        print("LibreOffice is not found: the documents are made as .docx only, without .pdf.\n", flush=True)
    for datum in sorted(path.name for path in (DEMO / "verslagen" / TAFEL).iterdir()):
        print(f"=== {datum} " + "=" * 60, flush=True)
        before, after = (date.fromisoformat(datum) + days for days in (VOORAF, NADIEN))
        for day, command in ((before, "agenda"), (after, "verslag"), (after, "actielijst")):
            if code := regietafel("--op", day.isoformat(), command, TAFEL, datum, *pdf):
                return code
        if code := regietafel("--op", after.isoformat(), "acties", TAFEL, datum):
            return code
        print(flush=True)
    for datum in OPENBAAR:
        if code := regietafel("--op", DAARNA, "publiceer", TAFEL, datum, "--akkoord"):
            return code
    print(f"\nThe public site is in {DEMO.relative_to(REPO)}/site; look at it with:", flush=True)
    print(f"  {typed('regietafel')} -C {DEMO.relative_to(REPO)} voorbeeld\n", flush=True)
    print(f"All documents are in {DEMO.relative_to(REPO)}/agenda and {DEMO.relative_to(REPO)}/verslagen.\n", flush=True)
    return regietafel("--op", DAARNA, "status")


def copy_werkmap() -> None:
    """Start from a fresh copy."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir()
    for name in WERKMAP:
        source = REPO / name
        if source.is_dir():
            shutil.copytree(source, DEMO / name, ignore=shutil.ignore_patterns("*.docx.tmp", "~$*"))
        else:
            shutil.copy2(source, DEMO / name)


def typed(program: str) -> str:
    """Return a program of this environment as it is typed from the repository."""
    path = Path(sys.executable).parent / program
    return str(path.relative_to(REPO)) if path.is_relative_to(REPO) else program


def regietafel(*words: str) -> int:
    """Run one command as a user would, and show it."""
    print(f"$ regietafel {' '.join(words)}", flush=True)
    return subprocess.run([sys.executable, "-m", "pipeline", "-C", str(DEMO), *words], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
