"""What went wrong outside the records: a file that is busy, a disk that refuses, or a mistake of ours."""

from __future__ import annotations

import errno
import traceback
from datetime import datetime
from pathlib import Path

from pipeline.cli.opdracht import FOUT, VERKEERD_GEBRUIK
from pipeline.cli.scherm import show_meldingen
from pipeline.model import Bron, Melding, melding

# What the system says when it refuses, and what to do about it.
_WAAROM = {
    errno.ENOSPC: ("de schijf is vol", "Maak ruimte op de schijf en geef de opdracht nog eens."),
    errno.EDQUOT: ("uw ruimte op de schijf is op", "Maak ruimte op de schijf en geef de opdracht nog eens."),
    errno.EIO: ("de schijf geeft een fout", "Zet de werkmap op een andere schijf, en vraag de beheerder om hulp."),
    errno.ENAMETOOLONG: ("de naam is te lang", "Geef het bestand of de map erboven een kortere naam."),
    errno.EROFS: ("de schijf is alleen om te lezen", "Zet de werkmap op een plek waar u mag schrijven."),
}


def explain(error: Exception) -> int:
    """Say in Dutch what stopped the command, and return its exit code; details of our mistakes go to a file."""
    from pipeline.werkmap import FileBusyError, NieuwereWerkmapError, VerkeerdeNaamError

    if isinstance(error, NieuwereWerkmapError):
        show_meldingen([melding("werkmap-nieuwer")])
        return VERKEERD_GEBRUIK

    if isinstance(error, VerkeerdeNaamError):
        show_meldingen([melding("bestandsnaam", f"{error.path.name} heeft niet de goede naam.", Bron(error.path.name))])
        return FOUT
    if isinstance(error, FileBusyError):
        show_meldingen([_busy(error.path)])
        return FOUT
    if isinstance(error, OSError):
        show_meldingen([_refused(error)])
        return VERKEERD_GEBRUIK
    show_meldingen([_ours(error)])
    return VERKEERD_GEBRUIK


def _busy(path: Path) -> Melding:
    tekst = f"{path.name} is in gebruik door een ander programma of een andere opdracht. Er is niets geschreven."
    return melding("in-gebruik", tekst, Bron(path.name))


def _refused(error: OSError) -> Melding:
    name = Path(str(error.filename)).name if error.filename else "een bestand"
    if error.errno in _WAAROM:
        reason, hulp = _WAAROM[error.errno]
        return melding("bestand-onleesbaar", f"{name} kan niet worden geschreven: {reason}.", hulp=hulp)
    return melding("bestand-onleesbaar", f"De computer weigert de toegang tot {name}: {error.strerror or error}.")


def _ours(error: Exception) -> Melding:
    from platformdirs import user_log_path

    folder = user_log_path("regietafel", appauthor=False, ensure_exists=True)
    report = folder / f"storing {datetime.now():%Y-%m-%d %H.%M.%S}.txt"  # local time: a name for a person
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return melding("programmafout", f"Het programma is vastgelopen. Wat er gebeurde staat in: {report}")
