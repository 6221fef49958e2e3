"""What a rule returns: something that may be an action, before anyone has judged how likely it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.taal.context import Taalzin
from pipeline.taal.deelzinnen import Deelzin
from pipeline.taal.kring import Vermelding


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A possible action: the rule that saw it, who would own it, and where in the sentence.

    ``begin`` and ``eind`` are the tokens of its clause, ``kern`` the verb or noun that says what is done.
    """

    regel: str
    zin: Taalzin
    begin: int
    eind: int
    kern: int
    actiehouders: tuple[Vermelding, ...] = ()
    deelzin: Deelzin | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """A way in which minutes say that somebody is going to do something.

    ``uitleg`` is the reason given to the secretary; ``{wie}`` in it stands for the owner.
    """

    naam: str
    uitleg: str
    zoek: Callable[[Taalzin], Iterator[Kandidaat]]
