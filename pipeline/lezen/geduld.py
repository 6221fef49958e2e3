"""How far a long reading is: told to whoever follows, and given up at a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import TypeVar

# Ten pages take a second, three hundred half a minute on a slow computer: what takes longer is not made to be read.
MAX_SECONDEN = 120.0
Volger = Callable[[str, int, int], None]
_volger: ContextVar[Volger | None] = ContextVar("volger", default=None)
T = TypeVar("T")


@contextmanager
def followed_by(volger: Volger | None) -> Iterator[None]:
    """Tell this follower how far a reading inside is: what, how many are done, of how many."""
    token = _volger.set(volger)
    try:
        yield
    finally:
        _volger.reset(token)


def with_patience(wat: str, items: Sequence[T]) -> Iterator[T]:
    """Give these one by one while there is time, and tell how far it is; what is left out then is not given."""
    end, volger = monotonic() + MAX_SECONDEN, _volger.get()
    for number, item in enumerate(items):
        if monotonic() > end:
            break
        if volger is not None:
            volger(wat, number, len(items))
        yield item
    if volger is not None:
        volger(wat, len(items), len(items))
