"""Run every benchmark, each in a process of its own so that none warms up the next; draw what was measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.beeld import main as draw

FOLDER = Path(__file__).parent


def main() -> int:
    """Run the files ``bench_*.py`` in order, or those named; the worst exit code is ours."""
    worst = 0
    for path in sorted(FOLDER.glob("bench_*.py")):
        naam = path.stem.removeprefix("bench_")
        if sys.argv[1:] and naam not in sys.argv[1:]:
            continue
        print(f"=== {naam}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", f"bench.{path.stem}"], check=False).returncode)
    draw()
    return worst


if __name__ == "__main__":
    sys.exit(main())
