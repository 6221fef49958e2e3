"""What a record would not say as it was meant: the Melding that names it, word for word."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.inname.delen import Verschil
from pipeline.model import Bron, Melding, melding

# More than this nobody reads on a screen; the first ones show what is wrong.
_MAX_GENOEMD = 5
_MAX_TEKENS = 120
# How many characters that are the same stand before the first that differs.
_AANLOOP = 30


def tell_onvolledig(verloren: Iterable[Verschil], bestand: str) -> tuple[Melding, ...]:
    """Name every part that would not be kept: which it is, what it says and what would become of it.

    Of a Verschil ``oud`` is what should stand in the record, ``nieuw`` what it would say.
    """
    lost = tuple(verloren)
    if not lost:
        return ()
    named = [_tell(one) for one in lost[:_MAX_GENOEMD]]
    if len(lost) > _MAX_GENOEMD:
        named.append(f"En nog {len(lost) - _MAX_GENOEMD}: {', '.join(v.titel for v in lost[_MAX_GENOEMD:])}.")
    text = f"Dit kan zo niet in het verslag staan. {' '.join(named)} Er is niets geschreven."
    return (melding("inname-onvolledig", text, Bron(bestand)),)


def _tell(verschil: Verschil) -> str:
    old, new = (text.strip().replace("\n", " ") for text in (verschil.oud, verschil.nieuw))
    if not new:
        return f"{verschil.titel}: {_quote(old, 0)} zou wegvallen."
    if not old:
        return f"{verschil.titel}: {_quote(new, 0)} zou erbij komen."
    differs = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    begin = 0 if differs <= _AANLOOP else old.rfind(" ", 0, differs - _AANLOOP) + 1
    return f"{verschil.titel}: {_quote(old, begin)} zou {_quote(new, begin)} worden."


def _quote(text: str, begin: int) -> str:
    """Quote the part that differs: from ``begin`` on, as much as fits."""
    end = begin + _MAX_TEKENS
    before, behind = "…" if begin else "", "…" if end < len(text) else ""
    return f"'{before}{text[begin:end]}{behind}'"
