"""The action as one line that can be read by itself."""

from __future__ import annotations

import re

from pipeline.taal import woordlijsten as w
from pipeline.taal.context import Taalzin
from pipeline.taal.kandidaat import Kandidaat

_WIJZERS = frozenset(
    {"dit", "dat", "deze", "die", "het", "hier", "hierop", "hierover", "hiervoor", "er", "daar", "daarop", "wat"}
)
_LEEG = w.TUSSENWOORDEN | w.LIDWOORDEN | w.VOORZETSELS | w.NEVENSCHIKKERS | w.TWIJFELS | _WIJZERS
_KOP = re.compile(r"^[\s•*·–-]+")


def word_actie(kandidaat: Kandidaat, alleen: bool) -> str:
    """Return the clause of the action, with the sentence before it where it only points back (``TV pakt dit op``)."""
    zin = kandidaat.zin
    text = zin.tekst if alleen else " ".join(zin.doc[kandidaat.begin : kandidaat.eind].text.split())
    text = _tidy(text)
    if points_back(kandidaat) and zin.vorige is not None:
        return f"{_tidy(zin.vorige.tekst)} {text}"
    return text


def _tidy(text: str) -> str:
    text = _KOP.sub("", text).strip().rstrip(",;:")
    text = re.sub(r"\s+(?:en|maar|dus|want)$", "", text)
    return text[:1].upper() + text[1:]


def points_back(k: Kandidaat) -> bool:
    """Tell whether nothing in the clause says what it is about."""
    own = {i for v in k.actiehouders for i in range(v.begin, v.eind)}
    verbs = {k.kern, k.deelzin.pv} if k.deelzin else {k.kern}
    zin: Taalzin = k.zin
    left = [t for t in zin.span if t.i not in own | verbs and t.is_alpha and t.lower_ not in _LEEG]
    terms = [span for span in zin.doc.spans.get("termijnen", ()) if span.start >= zin.span.start]
    in_term = {i for span in terms for i in range(span.start, span.end)}
    content = [t for t in left if t.i not in in_term and t.pos_ not in ("ADV", "ADP", "PRON", "AUX", "DET")]
    return not content
