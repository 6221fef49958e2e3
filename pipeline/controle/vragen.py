"""Check on questions: what a person was asked about the minutes, and has not answered yet."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.controle.dossier import Dossier
from pipeline.model import BOVENAAN, Melding, melding


def check_open_vragen(dossier: Dossier) -> Iterator[Melding]:
    """Report the questions that reading in kept as notes, until there is an answer beside them."""
    for note in dossier.register.notities if dossier.register else ():
        if note.vraag and not note.antwoord:
            yield melding("aanwezigheid-vraag", note.tekst, note.bron)


def check_antwoorden(dossier: Dossier) -> Iterator[Melding]:
    """Report an answer about an item that is not in the minutes: it answers nothing."""
    points = dossier.verslag.punten if dossier.verslag else ()
    for answer in dossier.register.vertrouwelijkheid if dossier.register else ():
        if not answer.gaat_over(BOVENAAN, *(name for p in points for name in (p.nummer, p.titel))):
            yield melding(
                "vertrouwelijkheid-zonder-punt", f"Er is geen punt {answer.punt} in het verslag.", answer.bron
            )
