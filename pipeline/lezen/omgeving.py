"""What reading actions starts from and comes to: the surroundings of a text, an action found in it, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.lezen.woorden import fold
from pipeline.markering import find_markeringen
from pipeline.model import Termijn
from pipeline.model.actie import ActieStatus
from pipeline.model.document import Document
from pipeline.wie.namen import Deelnemerindex


@dataclass(frozen=True, slots=True)
class Leesomgeving:
    """What is known while reading: the document, the date of the meeting, and who are named in it."""

    document: Document
    datum: date | None
    namen: Deelnemerindex


@dataclass(frozen=True, slots=True)
class ActieVondst:
    """An action in a block: its text, the stretch of the block it is evidence from, and what it says of itself."""

    actie: str
    begin: int
    eind: int
    houder: str = ""
    label: str = ""
    zekerheid: float = 1.0
    status: ActieStatus | None = None
    termijn: Termijn = Termijn()


def clean_actie(tekst: str) -> str:
    """Return an action as one line: white space folded, markers and stray punctuation at its ends gone."""
    text = tekst
    for marker in reversed(find_markeringen(text)):
        text = text[: marker.begin] + text[marker.eind :]
    text = re.sub(r"\s+([.,;:])", r"\1", fold(text))
    return text.strip(" ,;:–-•*@").strip()
