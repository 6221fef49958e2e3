"""What the gate does not draw yet, because the program still fails on it; this list has to become empty and go.

The letter is that of the table in the issue, or the point of it. What is drawn is judged in full.
"""

from __future__ import annotations

NOG_UIT: dict[str, str] = {
    "latere vergaderingen": "7: reading back stops an agenda for 'a3 23 01 2026', the number of an action, and a site "
    "for '2026 01 20 vastgesteld verslag rrt', the name of its own minutes; "
    "e: a copy of minutes with rows of older actions, to which a row was added in Word, is refused (inname-onvolledig)",
    "besluiten in vreemde stukken": "b: the marker [B2] and the row B2 become two decisions, and the row is public",
}


def staat_uit(wat: str) -> bool:
    """Whether this is not drawn yet."""
    return wat in NOG_UIT
