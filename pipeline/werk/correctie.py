"""Words that turn out to be wrong in minutes that went round: a proposed change, or a rectification once adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pipeline.model import Reactie, Rectificatie, Reeks, Tekstwijziging
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek
from pipeline.werk.rondgezonden import check_plaats, pick_rondgezonden
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering


@dataclass(frozen=True, slots=True)
class MaakCorrectie(OverVergadering):
    """Words to put right: the old ones, the new ones, and why; without ``punt`` the place is where the old ones are."""

    daad: ClassVar[str] = "maak_correctie"
    oud: str = ""
    nieuw: str = ""
    punt: str = ""
    door: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Correctie:
    """What a correction came to: the change, and whether it is a rectification of what was adopted."""

    wijziging: Tekstwijziging
    is_rectificatie: bool


def maak_correctie(opdracht: Opdracht, verzoek: MaakCorrectie) -> Uitkomst:
    """Write the change where the adoption, or the rectification, finds it; the minutes themselves lie fast."""
    if not verzoek.oud.strip():
        raise VerkeerdVerzoek("noem de woorden die niet kloppen, met --oud.")
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_rondgezonden(opdracht, reeks, verzoek.datum)
    wanted = Tekstwijziging(verzoek.punt, verzoek.oud, verzoek.nieuw, verzoek.door)
    wijziging = check_plaats(opdracht, reeks, datum, wanted)
    if reeks.is_vastgesteld(datum):
        return _rectify(opdracht, reeks, datum, wijziging, verzoek.reden.strip())
    return _propose(opdracht, reeks, datum, wijziging)


def _propose(opdracht: Opdracht, reeks: Reeks, datum: date, wijziging: Tekstwijziging) -> Uitkomst:
    """Add the change to the reactions, taken over already: it goes into the adoption by itself."""
    from pipeline.werk.reacties import add_reacties

    who = wijziging.door or "secretariaat"
    reactie = Reactie(who, "gewijzigd" if wijziging.nieuw else "verwijderd", wijziging.punt, wijziging.oud,
                      wijziging.nieuw, "overnemen", ontvangen=opdracht.op)  # fmt: skip
    written = add_reacties(opdracht, reeks, datum, (reactie,))
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    return Uitkomst(
        (written,),
        gedaan=("De verbetering gaat mee als het verslag wordt vastgesteld.",),
        vervolg=(Vervolg("bekijk wat er meegaat: {daad}", "toon_reacties", meeting),),
        gegevens=Correctie(wijziging, is_rectificatie=False),
    )


def _rectify(opdracht: Opdracht, reeks: Reeks, datum: date, wijziging: Tekstwijziging, reden: str) -> Uitkomst:
    """Add the change to the register as a rectification of today."""
    from pipeline.notatie import append_item, format_rectificatie
    from pipeline.werk.agendatekst import edit_record

    if not reden:
        raise VerkeerdVerzoek("dit verslag is vastgesteld. Zeg met --reden waarom het wordt verbeterd: dat komt erbij.")
    fields = format_rectificatie(Rectificatie(opdracht.op, reden, (wijziging,)))
    path = opdracht.inhoud.paden.register(reeks.tafel.id, datum)
    found = edit_record(opdracht, path, lambda text: append_item(text, "rectificaties", fields))
    if found:
        opdracht.stop(*found)
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    return Uitkomst(
        (Geschreven(opdracht.show(path)),),
        gedaan=("Het verslag is vastgesteld; de verbetering is een rectificatie.",),
        vervolg=(Vervolg("voer de rectificatie uit: {daad}", "rectificeer", meeting),),
        gegevens=Correctie(wijziging, is_rectificatie=True),
    )
