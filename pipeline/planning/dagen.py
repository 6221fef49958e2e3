"""Days on which nobody works: weekends, public holidays, and the periods an organisation keeps free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache, partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import cast

from pipeline.markering.datums import WEEKDAGEN, format_datum
from pipeline.model import VrijePeriode

DAG = timedelta(days=1)
_ZATERDAG = 5


def find_feestdag(dag: date) -> str:
    """Return the name of the Dutch holiday on that day, empty where it is none.

    Good Friday and Liberation Day count every year: offices are closed then, though the law leaves it open.
    """
    return _feestdagen(dag.year).get(dag, "")


@cache
def _feestdagen(jaar: int) -> dict[date, str]:
    return dict(_load_nederland()(years=jaar, language="nl", categories=("public", "optional")))


@cache
def _load_nederland() -> Callable[..., Mapping[date, str]]:
    """Load the calendar of the Netherlands from its own file: by its name, every country in the world comes along."""
    import holidays

    place = Path(holidays.__file__).parent / "countries" / "netherlands.py"
    spec = spec_from_file_location("holidays.countries.netherlands", place) if place.is_file() else None
    if spec is None or spec.loader is None:
        return partial(holidays.country_holidays, "NL")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[..., Mapping[date, str]]", module.Netherlands)


def find_vrije_periode(dag: date, perioden: Iterable[VrijePeriode]) -> str:
    """Return what is kept free on that day, as a reason: ``zomerreces (tot en met 21 augustus 2027)``."""
    found = next((p for p in perioden if p.van <= dag <= p.tot), None)
    return f"{found.naam} (tot en met {format_datum(found.tot)})" if found else ""


def is_werkdag(dag: date) -> bool:
    """Tell whether offices are open: no weekend, no holiday."""
    return dag.weekday() < _ZATERDAG and not find_feestdag(dag)


def last_werkdag(dag: date) -> date:
    """Return that day, or the last working day before it."""
    while not is_werkdag(dag):
        dag -= DAG
    return dag


def parse_weekdag(tekst: str) -> int | None:
    """Read the name of a weekday, in full or its first two letters; Monday is 0."""
    word = tekst.strip().casefold()
    if len(word) < 2:
        return None
    return next((n for n, naam in enumerate(WEEKDAGEN) if naam.startswith(word) or word.startswith(naam)), None)


def nearest_weekdag(dag: date, weekdag: int) -> date:
    """Return the nearest day that is this weekday."""
    ahead = (weekdag - dag.weekday()) % 7
    return dag + timedelta(days=ahead if ahead <= 3 else ahead - 7)
