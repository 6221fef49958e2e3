"""The number by which a body itself keeps hold of a subject: ``Issue 48``, ``PR 78``, ``AP-12``."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

_SOORTEN = (
    "Issue",
    "PR",
    "Pull request",
    "Ticket",
    "Wijzigingsverzoek",
    "Wijzigingsvoorstel",
    "RFC",
    "Zaak",
    "Melding",
)
_KOP = re.compile(
    r"^\W*(?P<soort>[A-Za-z]+(?: request)?)\s*[#:]?\s*(?P<nummer>\d{1,5})\b(?!\s*(?:en|t/m|,)\s*\d)", re.IGNORECASE
)


def find_sleutel(tekst: str) -> str:
    """Return the number a line opens with, its word spelled as usual; empty where it opens with none."""
    match = _KOP.match(tekst)
    if match is None:
        return ""
    written = match["soort"].casefold()
    for kind in _SOORTEN:
        limit = 1 if len(kind) > 4 else 0
        if OSA.distance(written, kind.casefold(), score_cutoff=limit) <= limit:
            shown = "PR" if kind == "Pull request" else kind
            return f"{shown} {match['nummer']}"
    return ""


_OVERAL = re.compile(r"\b(?:issues?|iseue|ticket|pr|pull)\s*[/#:]?\s*(?P<nummer>\d{1,5})\b", re.IGNORECASE)


def find_sleutels(tekst: str) -> frozenset[str]:
    """Return every such number in a text, in links too: ``.../issues/70`` is ``issue 70``."""
    return frozenset(f"issue {match['nummer']}" for match in _OVERAL.finditer(tekst))
