"""The gate on many drawn cases: scripts/poort.py [HOW MANY] [FIRST SEED]; exit code 1 where anything is wrong."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS / name) for name in ("poort", "cli", "hulp")]

from gevallen_lopen import Uitslag, loop  # noqa: E402
from kantoor import Kantoor  # noqa: E402
from oordelen import toon_dekking  # noqa: E402


def main(aantal: int = 60, eerste: int = 1) -> int:
    """Run the cases one by one, say how each ends, and what all of them together looked for."""
    uitslagen: list[Uitslag] = []
    with tempfile.TemporaryDirectory(prefix="poort-") as folder:
        root = Path(folder)
        os.environ["XDG_STATE_HOME"] = str(root / "state")
        kantoor = Kantoor(root)
        try:
            for zaad in range(eerste, eerste + aantal):
                start = time.monotonic()
                uitslag = loop(zaad, root / str(zaad), kantoor.omzetter)
                uitslagen.append(uitslag)
                _toon(zaad, aantal, eerste, uitslag, time.monotonic() - start)
        finally:
            kantoor.sluit()
    return _besluit(uitslagen)


def _toon(zaad: int, aantal: int, eerste: int, uitslag: Uitslag, seconds: float) -> None:
    print(f"[{zaad - eerste + 1}/{aantal}] seed {zaad}: {uitslag.atomen} atoms, {uitslag.bestanden} files, "
          f"{len(uitslag.fouten)} findings, {seconds:.0f} s", flush=True)  # fmt: skip
    for fout in uitslag.fouten:
        print(f"    {fout}", flush=True)


def _besluit(uitslagen: list[Uitslag]) -> int:
    searched = sum((u.oordeel.gezocht for u in uitslagen), Counter[tuple[str, str, str]]())
    print(toon_dekking(searched))
    findings = sum(len(u.fouten) for u in uitslagen)
    atoms, files = sum(u.atomen for u in uitslagen), sum(u.bestanden for u in uitslagen)
    print(f"{len(uitslagen)} cases, {atoms} atoms, {files} files, {sum(searched.values())} times looked for, "
          f"{findings} findings")  # fmt: skip
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
