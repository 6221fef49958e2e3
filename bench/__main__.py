"""Run every benchmark, each in a process of its own so that none warms up the next."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> int:
    """Run the files ``bench_*.py`` in order; the worst exit code is ours."""
    worst = 0
    for path in sorted(FOLDER.glob("bench_*.py")):
        print(f"=== {path.stem.removeprefix('bench_')}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, str(path)], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
