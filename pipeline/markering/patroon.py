"""A pattern that is compiled when it is first looked for: compiling them all takes a good part of a command's start."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _LuiPatroon:
    """Stands for a compiled pattern, and becomes one at its first use."""

    def __init__(self, patroon: str, vlaggen: int) -> None:
        self._patroon, self._vlaggen = patroon, vlaggen

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._patroon, self._vlaggen)

    def __getattr__(self, naam: str) -> Any:
        found = getattr(self._compiled, naam)
        # Kept here: the next time it is found without asking.
        self.__dict__[naam] = found
        return found


def lui(patroon: str, vlaggen: int = 0) -> re.Pattern[str]:
    """Return this pattern, as ``re.compile`` does, but compile it when it is first used; a wrong one fails then.

    For patterns that are long, or that few runs of the program look for.
    """
    return cast("re.Pattern[str]", _LuiPatroon(patroon, vlaggen))
