"""Words that a narrow column of a PDF cut in two, without a hyphen: ``toezeg`` / ``ging``."""

from __future__ import annotations

import re

from pipeline.wie.woorden import fold_woord
from pipeline.wie.woordenboek import is_alledaags, is_woord, lijkt_woord

_LOS_WOORD = re.compile(r"[^\W\d_]{7,}")
_VERVOLG = re.compile(r"(?P<letters>[^\W\d_]+)[.,;:!?)]*(?=\s|$)")
# A word is cut only where it alone fills the line; letters differ in width, so this is measured roughly.
_VOL = 0.75
_KORT = 3
# Short words that may stand alone at the end of a sentence, behind a word nobody knows.
_SLOTWOORDEN = frozenset("aan af al bij de dus een en er het ik in is ja je mee met na nog nu of om ons op te "
                         "toe tot uit van was we wel ze zo".split())  # fmt: skip


def is_doorgebroken(regel: str, volgende: str, breedte: int) -> bool:
    """Tell whether a word was cut where these lines of a cell meet; ``breedte`` is the widest line of the column.

    A program cuts a word only where it is wider than its column: it stands alone on the line then, and goes on in
    small letters. What it makes with the rest is a word, or neither half is one.
    """
    begin, rest = _LOS_WOORD.fullmatch(regel), _VERVOLG.match(volgende)
    if not begin or not rest or not rest["letters"].islower() or len(regel) < breedte * _VOL:
        return False
    head, tail = fold_woord(regel), rest["letters"]
    if is_alledaags(head) and is_woord(tail):
        return False
    if is_woord(head + tail):
        return True
    return regel[1:].islower() and not is_woord(head) and _is_rest(head, tail, alone=rest.end() == len(volgende))


def _is_rest(head: str, tail: str, alone: bool) -> bool:
    """Tell whether letters behind an unknown word are its rest rather than a word of their own.

    What ends on no word that is known was cut, whatever the rest looks like: ``krommezandr`` / ``echt``.
    """
    if not lijkt_woord(head):
        return True
    if len(tail) <= _KORT and alone:
        return tail not in _SLOTWOORDEN
    return not is_woord(tail)
