"""Draw the page the README shows: the first page of the worked example's minutes, as ``regietafel verslag`` makes it.

    python scripts/maak_beelden.py

Needs LibreOffice and poppler. Run it again after a change to the templates, and look at the picture.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPO = Path(__file__).parents[1]
BEELD = REPO / "docs" / "beeld" / "verslag.png"
DATUM = "2026-03-13"


def main() -> int:
    """Make the minutes in a copy of the werkmap, and draw their first page."""
    with tempfile.TemporaryDirectory() as folder:
        werkmap = Path(folder)
        shutil.copy2(REPO / "regietafel.yaml", werkmap)
        for name in ("agenda", "verslagen"):
            shutil.copytree(REPO / name, werkmap / name)
        command = [sys.executable, "-m", "pipeline", "-C", folder, "verslag", "prt", DATUM, "--pdf"]
        subprocess.run(command, check=True)
        (pdf,) = (werkmap / "verslagen" / "prt" / DATUM).glob("*.pdf")
        BEELD.parent.mkdir(exist_ok=True)
        target = str(BEELD.with_suffix(""))
        subprocess.run(["pdftoppm", "-r", "80", "-png", "-singlefile", "-f", "1", str(pdf), target], check=True)
    print(BEELD.relative_to(REPO))
    return 0


if __name__ == "__main__":
    sys.exit(main())
