"""The picture of ``docs/snelheid.md``, drawn from ``uitslag.json``: a bar for each row, against its yardstick.

.venv/bin/python -m bench.beeld
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from bench.meten import UITSLAG

BEELD = Path(__file__).parents[1] / "docs" / "beeld" / "snelheid.svg"
BREED, NAAM, BALK, REGEL = 800, 200, 380, 22
_KLEUREN = {"maat": "#9aa5ad", "gehaald": "#17495a", "niet": "#b4532a"}


def draw(uitslag: dict[str, Any]) -> str:
    """Return the picture; every bar ends at the median, its line runs from the fastest round to the slowest."""
    lines: list[str] = []
    top = 10
    for bench in uitslag.values():
        for meting in bench["metingen"]:
            top += REGEL
            lines.append(_text(8, top, f"{meting['naam']}, ms processortijd", "bold"))
            longest = max(max(rij["ms"]) for rij in meting["rijen"])
            for rij in meting["rijen"]:
                top += REGEL
                lines += _bar(rij, meting["maat"], top, BALK / longest)
            top += REGEL // 2
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{BREED}" height="{top + REGEL}" role="img">'
    title = "<title>Processortijd van regietafel naast die van een maat, in dezelfde meting</title>"
    return "\n".join((head, title, '<rect width="100%" height="100%" fill="#ffffff"/>', *lines, "</svg>", ""))


def _bar(rij: dict[str, Any], maat: str, top: int, scale: float) -> list[str]:
    width, low, high = (value * scale for value in (rij["midden"], min(rij["ms"]), max(rij["ms"])))
    too_long = rij["doel"] is not None and rij["verhouding"] > rij["doel"]
    colour = _KLEUREN["maat" if rij["naam"] == maat else "niet" if too_long else "gehaald"]
    aim = f", doel {rij['doel']:g}" if rij["doel"] is not None else ""
    told = f"{rij['midden']:.1f} ({rij['verhouding']:.2f} keer{aim})"
    return [
        _text(16, top, rij["naam"]),
        f'<rect x="{NAAM}" y="{top - 12}" width="{width:.1f}" height="14" fill="{colour}"/>',
        f'<line x1="{NAAM + low:.1f}" x2="{NAAM + high:.1f}" y1="{top - 5}" y2="{top - 5}" stroke="#000000"/>',
        _text(round(NAAM + high) + 6, top, told),
    ]


def _text(x: int, y: int, text: str, weight: str = "normal") -> str:
    return (
        f'<text x="{x}" y="{y}" font-family="sans-serif" font-size="12" font-weight="{weight}" fill="#1d1d1d">'
        f"{escape(text)}</text>"
    )


def main() -> None:
    """Draw the picture of what was measured last."""
    BEELD.write_text(draw(json.loads(UITSLAG.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")
    print(BEELD.name)


if __name__ == "__main__":
    main()
