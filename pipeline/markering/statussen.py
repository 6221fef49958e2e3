"""The state of an action as written in a list or in running text."""

from __future__ import annotations

import re

from pipeline.model import ActieStatus

# Order matters: "nog niet afgerond" is open, and "niet meer nodig" is vervallen, whatever follows.
_WOORDEN: tuple[tuple[ActieStatus, str], ...] = (
    (
        "vervallen",
        r"verval|komt te verval|ingetrokken|geannuleerd|niet meer (?:nodig|relevant|van toepassing)",
    ),
    ("open", r"(?:nog )?niet (?:af|ge|uit|klaar|vol)|nog (?:niet|te|open)|deels|gedeeltelijk"),
    ("afgerond", r"(?:is |zijn )?(?:afge(?:rond|daan|handeld|sloten)|gereed|gesloten|klaar|gedaan|voltooid)"),
    ("afgerond", r"(?:is |zijn )?(?:uitgevoerd|voldaan|beëindigd|opgelost|geregeld|done|closed)|[xv✓✔☑]\W*$"),
    ("open", r"open|nieuw|loop|lopend|(?:in )?behandeling|aangehouden|doorgeschoven|gepland|bezig|onderhanden"),
    ("open", r"in uitvoering|pm\b|to ?do|wordt|uitgesteld|verlengd|o\W*$|☐"),
)
_PATRONEN = tuple((status, re.compile(rf"\W*(?:{words})", re.IGNORECASE)) for status, words in _WOORDEN)


def parse_status(tekst: str) -> ActieStatus | None:
    """Read what stands in a status column; None where it is empty or not a state we know."""
    return next((status for status, pattern in _PATRONEN if pattern.match(tekst.strip())), None)
