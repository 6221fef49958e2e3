"""Characters of symbol fonts (``w:sym``) as the characters everybody else writes: ticks, boxes, arrows.

Word puts them there itself: it turns ``-->`` into an arrow of Wingdings, and its boxes to tick are of that font too.
Those that are decoration have no text of their own.
"""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6F: "☐", 0x71: "☐", 0x6E: "■", 0x78: "☒", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←", 0xE8: "→", 0xF3: "⇔", 0xF0: "⇒",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_LETTERTYPEN = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
    "symbol": {0xA3: "≤", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xDE: "⇒"},
}


def read_symbool(lettertype: str, code: str) -> str:
    """Return the text of a ``w:sym``: ``char`` counts from F000 or from 0; empty where it says nothing."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    known = _LETTERTYPEN.get(lettertype.strip().casefold())
    if known is not None:
        return known.get(point - 0xF000 if 0xF000 <= point <= 0xF0FF else point, "")
    return "" if 0xE000 <= point <= 0xF8FF or point > 0x10FFFF or point < 32 else chr(point)
