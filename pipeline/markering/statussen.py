"""The state of an action as written in a list or in running text."""

from __future__ import annotations

import re

from pipeline.model import ActieStatus

# Order matters: "nog niet afgerond" is open, and "niet meer nodig" is vervallen, whatever follows.
_WOORDEN: tuple[tuple[ActieStatus, str], ...] = (
    (
        "vervallen",
        r"verval|komt te verval|ingetrokken|geannuleerd|(?:is |zijn )?niet meer (?:nodig|relevant|van toepassing)",
    ),
    ("open", r"(?:nog )?niet (?:af|ge|uit|klaar|vol)|nog (?:niet|te|open)|deels|gedeeltelijk"),
    ("afgerond", r"(?:is |zijn )?(?:afge(?:rond|daan|handeld|sloten)|gereed|gesloten|klaar|gedaan|voltooid)"),
    ("afgerond", r"(?:kan|mag) (?:van de (?:actie)?lijst|(?:er)?af\b|worden (?:afge|gesloten))"),
    ("afgerond", r"(?:is |zijn )?(?:uitgevoerd|voldaan|beëindigd|opgelost|geregeld|done|closed)|[xv✓✔☑]\W*$"),
    ("open", r"open|nieuw|loop|lopend|(?:in )?behandeling|aangehouden|doorgeschoven|gepland|bezig|onderhanden"),
    ("open", r"in uitvoering|pm\b|to ?do|wordt|uitgesteld|verlengd|o\W*$|☐"),
)
_ZINSDEEL = re.compile(r"[.,;:!–]\s+|\s-\s|\s+en\s+|\s*[()]\s*")
_PATRONEN = tuple((status, re.compile(rf"\W*(?:{words})", re.IGNORECASE)) for status, words in _WOORDEN)


def parse_status(tekst: str) -> ActieStatus | None:
    """Read what stands in a status column; None where it is empty or not a state we know."""
    return next((status for status, pattern in _PATRONEN if pattern.match(tekst.strip())), None)


def parse_bericht(tekst: str) -> ActieStatus | None:
    """Read the state in a note on an action: at its beginning, or as the last thing it says.

    ``De brief is verstuurd; afgerond`` is done; ``Half klaar, afgerond in maart`` says nothing yet.
    """
    first = parse_status(tekst)
    if first is not None:
        return first
    *_, last = _ZINSDEEL.split(tekst.strip(" .!"))
    words = last.split()
    is_short = len(words) <= 2 or words[0].lower() in ("kan", "mag")
    return parse_status(last) if is_short else None
