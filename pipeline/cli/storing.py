"""What went wrong outside the records: what the werk can explain, or a mistake of ours."""

from __future__ import annotations

import traceback
from datetime import datetime

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
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return melding("programmafout", f"Het programma is vastgelopen. Wat er gebeurde staat in: {report}")
