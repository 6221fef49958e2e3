"""The Jinja sandbox in which templates run.

Nothing a person typed passes through the template's text: every value that is printed becomes a token, and
the tokens are filled in afterwards, in the parsed XML (docs/adr, on faithful text).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.documenten.waarde import Blokken

# A document of the longest meeting prints some thousands of values; these bounds only stop a runaway template.
MAX_RONDES = 100_000
MAX_WAARDEN = 100_000
MAX_TEKENS = 20_000_000
MAX_LENGTE = 1_000_000

FILTERS = frozenset(
    [
        "capitalize",
        "count",
        "d",
        "default",
        "first",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "string",
        "title",
        "trim",
        "unique",
        "upper",
    ]
)
# Filters that would declare text to be XML: here all text is text, so they print it as it is.
_PLAIN_FILTERS = ("safe", "e", "escape", "forceescape")
_COUNT_FILTER, _SIZE_FILTER = "_ronde", "_maat"
# Under this name a rendering has its Drukwerk at hand. It is no name in Jinja, so no template can say it.
_DRUKWERK: Final = " drukwerk"


@dataclass(slots=True)
class Drukwerk:
    """What one rendering printed: the values in order; value ``n`` stands under ``token(n)`` until filled in."""

    merk: str
    waarden: list[object] = field(default_factory=list)
    tekens: int = 0
    rondes: int = 0

    def print_waarde(self, waarde: object) -> str:
        """Keep a value and return the token that stands for it."""
        if not isinstance(waarde, Blokken):
            waarde = waarde if isinstance(waarde, str) else str(waarde)
            self.tekens += len(waarde)
        self.waarden.append(waarde)
        if len(self.waarden) > MAX_WAARDEN or self.tekens > MAX_TEKENS:
            raise SecurityError("te veel tekst")
        return self.token(len(self.waarden) - 1)

    def token(self, nummer: int) -> str:
        """Return the token of a value: letters and digits that mean nothing to Word, XML or Jinja."""
        return f"{self.merk}{nummer}Z"

    def count(self, reeks: Iterable[Any]) -> Iterator[Any]:
        """Yield from an iterable while there are rounds left; all loops of a template share them."""
        for item in reeks:
            self.rondes += 1
            if self.rondes > MAX_RONDES:
                raise SecurityError("een herhaling die niet ophoudt")
            yield item


class Zandbak(ImmutableSandboxedEnvironment):
    """An environment for templates of strangers: no calls, few filters, bounded loops, strict names.

    It holds nothing of a rendering, so one serves all of them, from every thread: what is printed, and how much
    may still be, is in the Drukwerk that ``print_sjabloon`` hands to a rendering.
    """

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self) -> None:
        """Make an environment with the few filters that a template may use."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_finalize, keep_trailing_newline=True)
        self.globals = {"range": range_within_bounds}
        plain = dict.fromkeys(_PLAIN_FILTERS, str)
        self.filters = {k: v for k, v in self.filters.items() if k in FILTERS} | plain
        self.filters |= {"join": _join, _COUNT_FILTER: _count, _SIZE_FILTER: _check_size}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, let every loop draw from the one budget of rounds, and bound what is kept in a name."""
        template = super()._parse(source, name, filename)
        for loop in template.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNT_FILTER, [], [], None, None, lineno=loop.lineno)
        for assign in template.find_all(nodes.Assign):
            assign.node = nodes.Filter(assign.node, _SIZE_FILTER, [], [], None, None, lineno=assign.lineno)
        template.set_environment(self)
        return template

    def parse_as_written(self, source: str) -> nodes.Template:
        """Parse without the filters that count, for who wants to know what a template says."""
        return super()._parse(source, None, None)

    def is_safe_callable(self, obj: Any) -> bool:
        """A template prints; the only thing it may call is ``range``."""
        return obj is range_within_bounds

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No methods and nothing private."""
        is_word = attr in getattr(type(obj), "__dataclass_fields__", ()) and not attr.startswith("_")
        if is_word:
            return not callable(value)
        return super().is_safe_attribute(obj, attr, value) and not callable(value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Only multiply what stays small: a template must not be able to fill the memory."""
        numbers = all(isinstance(side, int | float) and abs(side) < 1_000_000 for side in (left, right))
        if not numbers or operator == "**":
            raise SecurityError(f"rekenen met {operator}")
        return super().call_binop(context, operator, left, right)


def range_within_bounds(*numbers: int) -> range:
    """Return ``range(...)``, refused where it is longer than any loop may be."""
    result = range(*numbers)
    if len(result) > MAX_RONDES:
        raise SecurityError("een herhaling die niet ophoudt")
    return result


def _join(reeks: Iterable[Any], scheiding: str = "") -> str:
    parts = [str(item) for item in reeks]
    if sum(map(len, parts)) + len(str(scheiding)) * len(parts) > MAX_LENGTE:
        raise SecurityError("te veel tekst")
    return str(scheiding).join(parts)


def _check_size(waarde: Any) -> Any:
    """Names that double each other fill the memory in sixty steps; a bound on each stops that at once."""
    if isinstance(waarde, str | list | tuple) and len(waarde) > MAX_LENGTE:
        raise SecurityError("te veel tekst")
    return waarde


def _drukwerk(context: Context) -> Drukwerk:
    return cast(Drukwerk, context.parent[_DRUKWERK])


@pass_context
def _count(context: Context, reeks: Iterable[Any]) -> Iterator[Any]:
    return _drukwerk(context).count(reeks)


# With pass_context Jinja does not fold constants at compile time, so they become tokens like the rest.
@pass_context
def _finalize(context: Context, waarde: Any) -> str:
    if isinstance(waarde, StrictUndefined):
        return str(waarde)
    if waarde is None or isinstance(waarde, bool):
        waarde = {None: "", True: "ja", False: "nee"}[waarde]
    return _drukwerk(context).print_waarde(waarde)


ZANDBAK: Final = Zandbak()


def print_sjabloon(sjabloon: Template, namen: Mapping[str, Any], drukwerk: Drukwerk) -> str:
    """Run a template of the Zandbak with these names; every value it prints goes into the Drukwerk."""
    return sjabloon.render({**namen, _DRUKWERK: drukwerk})
