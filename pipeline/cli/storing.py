"""What went wrong outside the records: what the werk can explain, or a mistake of ours."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from pipeline.cli.scherm import show_meldingen
from pipeline.model import Melding, melding
from pipeline.werk.storing import STORINGEN, explain_storing
from pipeline.werk.uitkomst import ONBRUIKBAAR


def explain(error: Exception) -> int:
    """Say in Dutch what stopped the command, and return its exit code; details of our mistakes go to a file."""
    if isinstance(error, STORINGEN):
        outcome = explain_storing(error)
        show_meldingen(outcome.meldingen)
        return outcome.code
    show_meldingen([_ours(error)])
    return ONBRUIKBAAR


def _ours(error: Exception) -> Melding:
    from platformdirs import user_log_path

    folder = user_log_path("regietafel", appauthor=False, ensure_exists=True)
    report = folder / f"storing {datetime.now():%Y-%m-%d %H.%M.%S}.txt"  # local time: a name for a person
    report.write_text(describe(error), encoding="utf-8")
    return melding("programmafout", f"Het programma is vastgelopen. Wat er gebeurde staat in: {report}")


def describe(error: BaseException) -> str:
    """Say where in the program it went wrong, and of which kind it was: no text of a record, no name, no password.

    What an error says of itself may quote all of those, so that is left out.
    """
    lines = []
    found: BaseException | None = error
    while found is not None:
        frames = traceback.extract_tb(found.__traceback__)
        lines += [f"{type(found).__module__}.{type(found).__qualname__}"]
        lines += [f"  {_place(frame.filename)}, regel {frame.lineno}, in {frame.name}" for frame in frames]
        found = found.__cause__ or found.__context__
    return "\n".join([*lines, ""])


def _place(filename: str) -> str:
    """Return a file of the program as its place in it; the folder above it names who works here."""
    parts = Path(filename).parts
    root = max((n for n, part in enumerate(parts) if part in ("pipeline", "site-packages")), default=len(parts) - 1)
    return "/".join(parts[root:])
