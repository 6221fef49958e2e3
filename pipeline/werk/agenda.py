"""The agenda of a meeting as a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import SECRETARIAAT, Gebeurtenis, Lezerskring, Reeks
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.opdracht import Opdracht, pick_datum, require_agenda
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.documenten import Stukken


@dataclass(frozen=True, slots=True)
class MaakAgenda(OverVergadering):
    """The agenda of a meeting in Word; without a date of the first meeting to come."""

    daad: ClassVar[str] = "maak_agenda"
    keuze: Keuze = Keuze()


def maak_agenda(opdracht: Opdracht, verzoek: MaakAgenda) -> Uitkomst:
    """Make the agenda, with the open actions; one that went out and has changed says so from now on."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    require_agenda(opdracht, reeks, datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    folder = opdracht.inhoud.paden.vergadering(reeks.tafel.id, datum)
    levering.deliver("agenda", collect_agenda(levering), folder)
    _record_gewijzigd(levering)
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    return levering.finish(Vervolg("lees de agenda na in Word. Na de vergadering: {daad}", "maak_verslag", meeting))


def collect_agenda(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the agenda of a meeting is made from, for these readers."""
    from pipeline.documenten import Stukken
    from pipeline.planning import check_tijd, with_terugmelding
    from pipeline.rondzending import find_gewijzigd
    from pipeline.vaststelling import find_te_bespreken, with_wijzigingen
    from pipeline.voortgang import acties_voor

    opdracht, datum = levering.opdracht, levering.datum
    full = levering.reeks.vergadering(datum)
    log = levering.reeks.logboeken.get(datum, ())
    changed = find_gewijzigd(log, full, opdracht.op) if full else None
    adopts = find_te_bespreken(levering.reeks, datum)

    def gather(reeks: Reeks) -> Stukken:
        vergadering = reeks.vergadering(datum)
        if vergadering:
            vergadering = with_terugmelding(vergadering, reeks, opdracht.inhoud.reeksen, opdracht.nu)
            if adopts is not None:
                vergadering = with_wijzigingen(vergadering, reeks, adopts)
        lijst = acties_voor(reeks, datum, opdracht.op)[0]
        return Stukken(opdracht.inhoud.organisatie, reeks.tafel, vergadering, actielijst=lijst,
                       deelnemers=reeks.verwachte_deelnemers(datum), volgende=reeks.volgende(datum),
                       gewijzigd=changed)  # fmt: skip

    levering.meldingen.extend(acties_voor(levering.reeks, datum, opdracht.op)[1])
    levering.meldingen.extend(check_tijd(full) if full else ())
    return levering.collect(gather, kring)


def _record_gewijzigd(levering: Levering) -> None:
    """Write down on which day an agenda that went out became what it is now, so that it keeps saying so."""
    from pipeline.rondzending import find_gewijzigd, hash_agenda, list_punten

    vergadering = levering.reeks.vergadering(levering.datum)
    if vergadering is None:
        return
    log, op = levering.reeks.logboeken.get(levering.datum, ()), levering.opdracht.op
    mark = hash_agenda(vergadering)
    is_told = any(g.soort == "agenda_gewijzigd" and g.vingerafdruk == mark for g in log)
    if find_gewijzigd(log, vergadering, op) and not (is_told or levering.is_tegengehouden):
        event = Gebeurtenis("agenda_gewijzigd", op, vingerafdruk=mark, punten=list_punten(vergadering))
        record_gebeurtenis(levering.opdracht, levering.reeks, levering.datum, event)
