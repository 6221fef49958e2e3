"""An action in a line that says of each part what it is: ``Wie: Jan. Wat: brief sturen. Wanneer: 15 juni``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.lezen.omgeving import ActieVondst
from pipeline.markering.houders import is_alleen_houders
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.model import Termijn

_LABELS = (
    ("houder", r"wie|door|actie(?:houder|nemer)s?|houders?|trekkers?|verantwoordelijken?|eigenaar|uitvoerder"),
    ("taak", r"wat|actie(?:punt)?|taak|te doen|afspraak"),
    ("termijn", r"wanneer|gereed|klaar|termijn|deadline|uiterlijk|planning"),
)
_DEEL = re.compile(
    rf"(?:^|(?<=[.;,|?)])\s*|\s[–-]\s|\s)(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _LABELS)})\s*[:?]\s*",
    re.IGNORECASE,
)
_OPENT = re.compile(r"\s*(?:[•*-]\s+)?(?:a[ck]tie(?:punt)?\s*:\s*)?", re.IGNORECASE)
_RAND = " \t.,;|–-"


def read_gelabeld(tekst: str, datum: date | None) -> Iterator[ActieVondst]:
    """Give the action of a line that opens with who or when, and says under a label of its own what is to be done."""
    opens = _OPENT.match(tekst)
    line = tekst[opens.end() :] if opens else tekst
    labels = list(_DEEL.finditer(line))
    kinds = [label.lastgroup or "" for label in labels]
    if len(labels) < 2 or labels[0].start() > 0 or "taak" not in kinds or len(set(kinds)) < len(kinds):
        return
    if kinds[0] == "taak" and labels[0].group().lower().lstrip().startswith(("actie", "te doen")):
        return  # a marker, read as such
    ends = [*(label.start() for label in labels[1:]), len(line)]
    said = {k: line[label.end() : end].strip(_RAND) for k, label, end in zip(kinds, labels, ends, strict=True)}
    owner = said.get("houder", "")
    if not said["taak"] or (owner and not is_alleen_houders(owner)):
        return
    term = find_termijn(said.get("termijn", ""), datum) if "termijn" in said else Termijn()
    yield ActieVondst(said["taak"], 0, len(tekst), owner, "", 1.0, None, term)
