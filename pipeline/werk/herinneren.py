"""A message per owner with the actions that are still open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Bron, Lezerskring, Melding, Tafel, dek_regels_af, melding
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.rondzending import Herinnering

MAP = "herinneringen"


@dataclass(frozen=True, slots=True)
class Herinner(OverVergadering):
    """Reminders of the actions open before a meeting; without a date before the first to come."""

    daad: ClassVar[str] = "herinner"


def herinner(opdracht: Opdracht, verzoek: Herinner) -> Uitkomst:
    """Write a draft for every owner with an address, with what that owner may see; the others are named."""
    from pipeline.rondzending import build_herinneringen, find_ingewijden
    from pipeline.voortgang import acties_voor

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    lijst, found = acties_voor(reeks, datum, opdracht.op)
    levering = Levering(opdracht, reeks, datum)
    levering.meldingen[:] = found
    insiders = find_ingewijden(reeks.tafel, datum)
    for built in build_herinneringen(lijst.open, reeks.tafel, opdracht.inhoud.organisatie, opdracht.op):
        kring = Lezerskring(built.actiehouder, all(a.email.casefold() in insiders for a in built.adressen))
        herinnering = replace(built, regels=dek_regels_af(built.regels, opdracht.inzage(reeks), kring))
        if herinnering.adressen:
            _place(levering, herinnering)
        else:
            levering.meldingen.append(_without_address(herinnering, reeks.tafel, opdracht.op))
    return levering.finish(Vervolg(f"open de berichten met een dubbelklik, lees ze na en verstuur ze "
                                   f"{_when(datum, opdracht.op)}."))  # fmt: skip


def _when(datum: date, op: date) -> str:
    from pipeline.planning import format_weekdag, herinner_dag

    day = herinner_dag(datum)
    return f"op {format_weekdag(day)}" if op < day else "nu"


def _without_address(herinnering: Herinnering, tafel: Tafel, op: date) -> Melding:
    actions = ", ".join(regel.kenmerk.verwijzing for regel in herinnering.regels)
    if not herinnering.actiehouder:
        return melding("actie-zonder-actiehouder", f"Zonder actiehouder, dus zonder herinnering: {actions}.")
    meant = tafel.find_leden(herinnering.actiehouder, op)
    if len(meant) > 1:
        who = ", ".join(f"{lid.naam} (id {lid.id})" for lid in meant)
        tekst = f"{herinnering.actiehouder} kan meer dan een lid zijn: {who}. Geen herinnering voor {actions}."
        return melding("actiehouder-niet-eenduidig", tekst)
    tekst = f"Geen e-mailadres bekend van {herinnering.actiehouder}; open: {actions}."
    return melding("actiehouder-zonder-adres", tekst)


def _place(levering: Levering, herinnering: Herinnering) -> None:
    from pipeline.planning import samenstel_termijn
    from pipeline.rondzending import is_concept_ongewijzigd, write_concept, write_herinnering
    from pipeline.werkmap import FileBusyError, place_document, safe_name

    opdracht, reeks, datum = levering.opdracht, levering.reeks, levering.datum
    before = samenstel_termijn(reeks.tafel, datum).werkdag
    bericht = write_herinnering(herinnering, reeks.tafel, opdracht.inhoud.organisatie, datum, before)
    name = safe_name(f"Herinnering {herinnering.actiehouder}")
    path = opdracht.inhoud.paden.vergadering(reeks.tafel.id, datum) / MAP / f"{name}.eml"
    try:
        placed = place_document(path, write_concept(bericht), is_concept_ongewijzigd)
    except FileBusyError:
        tekst = f"{path.name} is open in een ander programma. Er is niets geschreven."
        levering.meldingen.append(melding("in-gebruik", tekst, Bron(opdracht.show(path))))
        return
    if placed.geweigerd:
        tekst = f"{path.name} is met de hand gewijzigd nadat het is gemaakt. Het is niet overschreven."
        levering.meldingen.append(melding("bericht-gewijzigd", tekst, Bron(opdracht.show(path))))
    else:
        levering.geplaatst.append(placed)
