"""What went wrong outside the records: a file that is busy, a disk that refuses, a werkmap of a newer program."""

from __future__ import annotations

import errno
from pathlib import Path

from pipeline.model import Bron, Melding, melding
from pipeline.werk.uitkomst import Uitkomst
from pipeline.werkmap import FileBusyError, NieuwereWerkmapError, VerkeerdeNaamError

STORINGEN = (FileBusyError, NieuwereWerkmapError, OSError)
# What the system says when it refuses, and what to do about it.
_WAAROM = {
    errno.ENOSPC: ("de schijf is vol", "Maak ruimte op de schijf en geef de opdracht nog eens."),
    errno.EDQUOT: ("uw ruimte op de schijf is op", "Maak ruimte op de schijf en geef de opdracht nog eens."),
    errno.EIO: ("de schijf geeft een fout", "Zet de werkmap op een andere schijf, en vraag de beheerder om hulp."),
    errno.ENAMETOOLONG: ("de naam is te lang", "Geef het bestand of de map erboven een kortere naam."),
    errno.EROFS: ("de schijf is alleen om te lezen", "Zet de werkmap op een plek waar u mag schrijven."),
}


def explain_storing(error: Exception) -> Uitkomst:
    """Say in Dutch what stopped an act; one of the ``STORINGEN``."""
    if isinstance(error, NieuwereWerkmapError):
        return Uitkomst(meldingen=(melding("werkmap-nieuwer"),), is_onbruikbaar=True, is_gestoord=True)
    if isinstance(error, VerkeerdeNaamError):
        name = error.path.name
        return Uitkomst(
            meldingen=(melding("bestandsnaam", f"{name} heeft niet de goede naam.", Bron(name)),), is_gestoord=True
        )
    if isinstance(error, FileBusyError):
        return Uitkomst(meldingen=(_busy(error.path),), is_gestoord=True)
    assert isinstance(error, OSError)
    return Uitkomst(meldingen=(_refused(error),), is_onbruikbaar=True, is_gestoord=True)


def _busy(path: Path) -> Melding:
    tekst = f"{path.name} is in gebruik door een ander programma of een andere opdracht. Er is niets geschreven."
    return melding("in-gebruik", tekst, Bron(path.name))


def _refused(error: OSError) -> Melding:
    name = Path(str(error.filename)).name if error.filename else "een bestand"
    if error.errno in _WAAROM:
        reason, hulp = _WAAROM[error.errno]
        return melding("bestand-onleesbaar", f"{name} kan niet worden geschreven: {reason}.", hulp=hulp)
    return melding("bestand-onleesbaar", f"De computer weigert de toegang tot {name}: {error.strerror or error}.")
