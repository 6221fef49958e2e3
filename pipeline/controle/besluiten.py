"""Check on decisions: what the text says was decided must be in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from pipeline.controle.dossier import Dossier
from pipeline.controle.passage import Controlepassage
from pipeline.markering import find_markeringen
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Melding, melding

_ORGANEN = (
    "vergadering|regietafel|tafel|leden|aanwezigen|deelnemers|stuurgroep|werkgroep|commissie|bestuur|raad|college"
    "|overleg|kring|groep|bijeenkomst|bestuurders|PRT|RRT|RRT's"
)
_BESLIST = (
    r"besluit(?:en)?\b(?!\s+(?:dat\s+)?(?:van|uit|over)\b)|(?:gaat|gaan)\s+(?:\w+\s+){0,2}?akkoord|(?:is|zijn)\s+akkoord"
    r"|stemt\s+(?:\w+\s+){0,2}?in\b|stemmen\s+(?:\w+\s+){0,2}?in\b"
    r"|stel(?:t|len)\s+[^.;]{1,120}\bvast\b|keur(?:t|en)\s+[^.;]{1,120}\bgoed\b"
)
_BESLUIT = re.compile(
    rf"(?:\b[Dd]e|\b[Hh]et|\b[Aa]lle)\s+(?:[\w-]+[\s-])?(?:[\w-]*(?:{_ORGANEN}))\s+(?:{_BESLIST})"
    r"|\b(?:wordt|is|werd)\s+(?:\w+\s+){0,3}?besloten\b|\bbesloten\s+(?:wordt|is|werd)\b"
    r"|^\W*[Bb]esluit(?:en)?\s*:\s*\w"
)
_WOORDEN = ("esluit", "besloten", "akkoord", "stemt", "stemmen", "stelt", "stellen", "keurt", "keuren")
# Adopting agenda and minutes is routine; what was not decided, or by someone else, is no decision here.
_GEWOON = re.compile(
    r"\bnog\s+(?:niet|geen)\b|\b(?:agenda|\w*verslag|notulen|besluitenlijst|actielijst)\b[^.;]{0,160}\b(?:vast|goed)\b"
    r"|\b(?:kabinet|minister|Rijk|Tweede Kamer|Eerste Kamer|ministerraad)\b",
    re.IGNORECASE,
)
_ZELFDE_BESLUIT = 75  # of 100: how much of a decision a sentence must share with a row of the list


def check_besluiten(dossier: Dossier) -> Iterator[Melding]:
    """Report a sentence that records a decision which is in no list and has no marker."""
    listed = [besluit.tekst for besluit in dossier.besluiten]
    for passage in dossier.alineas:
        if not _may_decide(passage.tekst) or _is_marked(passage):
            continue
        for zin in split_zinnen(passage.tekst):
            if _BESLUIT.search(zin.tekst) and not _GEWOON.search(zin.tekst) and not _is_listed(zin.tekst, listed):
                text = f"Dit besluit staat niet in de besluitenlijst: {' '.join(zin.tekst.split())}"
                yield melding("besluit-niet-in-lijst", text, passage.plek(zin.begin, zin.eind))


def _may_decide(tekst: str) -> bool:
    """Look for the words of a decision first: that is quicker than reading every sentence for one."""
    return any(word in tekst for word in _WOORDEN) and bool(_BESLUIT.search(tekst))


def _is_marked(passage: Controlepassage) -> bool:
    return "[" in passage.tekst and any(m.soort == "besluit" for m in find_markeringen(passage.tekst))


def _is_listed(zin: str, listed: list[str]) -> bool:
    found = process.extractOne(zin, listed, scorer=fuzz.token_set_ratio, score_cutoff=_ZELFDE_BESLUIT)
    return found is not None
