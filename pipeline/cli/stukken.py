"""``regietafel agenda``, ``actielijst`` and ``besluitenlijst``: documents straight from the records."""

from __future__ import annotations

import operator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, pick_datum, require_agenda, split_doel
from pipeline.model import SECRETARIAAT, Gebeurtenis, Lezerskring, Reeks, melding

if TYPE_CHECKING:
    from pipeline.cli.levering import Levering
    from pipeline.documenten import Stukken


@dutch_command(short_help="Maak de agenda als Word-bestand.")
@doel_argument
@keuze_opties
@click.pass_obj
def agenda(opdracht: Opdracht, /, doel: tuple[str, ...], **keuze: Any) -> int:
    """Maak de agenda van een vergadering, met de open acties erbij.

    Zonder DATUM: de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel agenda
      regietafel agenda prt 2026-01-23 --pdf
    """
    from pipeline.cli.levering import Levering

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    require_agenda(opdracht, reeks, datum)
    levering = Levering(opdracht, reeks, datum, Keuze(**keuze))
    folder = opdracht.inhoud.paden.vergadering(reeks.tafel.id, datum)
    levering.deliver("agenda", collect_agenda(levering), folder)
    _record_gewijzigd(levering)
    return levering.finish(f"lees de agenda na in Word. Na de vergadering: regietafel verslag {reeks.tafel.id} {datum}")


def _record_gewijzigd(levering: Levering) -> None:
    """Write down on which day an agenda that went out became what it is now, so that it keeps saying so."""
    from pipeline.cli.logboek import record_gebeurtenis
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


def collect_agenda(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the agenda of a meeting is made from, for these readers."""
    from pipeline.documenten import Stukken
    from pipeline.planning import check_tijd, with_terugmelding
    from pipeline.rondzending import find_gewijzigd
    from pipeline.voortgang import acties_voor

    opdracht, datum = levering.opdracht, levering.datum
    full = levering.reeks.vergadering(datum)
    log = levering.reeks.logboeken.get(datum, ())
    changed = find_gewijzigd(log, full, opdracht.op) if full else None

    def gather(reeks: Reeks) -> Stukken:
        vergadering = reeks.vergadering(datum)
        if vergadering:
            vergadering = with_terugmelding(vergadering, reeks, opdracht.inhoud.reeksen, opdracht.nu)
        lijst = acties_voor(reeks, datum, opdracht.op)[0]
        return Stukken(opdracht.inhoud.organisatie, reeks.tafel, vergadering, actielijst=lijst,
                       deelnemers=reeks.verwachte_deelnemers(datum), volgende=reeks.volgende(datum),
                       gewijzigd=changed)  # fmt: skip

    levering.meldingen.extend(acties_voor(levering.reeks, datum, opdracht.op)[1])
    levering.meldingen.extend(check_tijd(full) if full else ())
    return levering.collect(gather, kring)


@dutch_command(short_help="Maak de actielijst als Word-bestand.")
@doel_argument
@keuze_opties
@click.pass_obj
def actielijst(opdracht: Opdracht, /, doel: tuple[str, ...], **keuze: Any) -> int:
    """Maak de actielijst: wat openstaat, en wat in de laatste vergadering is veranderd.

    Zonder DATUM: de lijst na het laatste verslag. Welke termijn verstreken is, geldt voor de dag van vandaag.

    \b
    Voorbeeld:
      regietafel actielijst
      regietafel actielijst prt 2026-01-23
    """
    from pipeline.cli.levering import Levering

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = _last_verslag(opdracht, reeks, gevraagd)
    levering = Levering(opdracht, reeks, datum, Keuze(**keuze))
    stukken = collect_actielijst(levering)
    levering.deliver("actielijst", stukken, opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum))
    return levering.finish("lees de lijst na in Word en stuur haar met het verslag mee.")


def collect_actielijst(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the action list after a meeting is made from; what is late is told by the day it is made."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_na

    datum, organisatie = levering.datum, levering.opdracht.inhoud.organisatie
    op = levering.opdracht.op

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                       actielijst=acties_na(reeks, datum, op)[0], volgende=reeks.volgende(datum))  # fmt: skip

    levering.meldingen.extend(acties_na(levering.reeks, datum, op)[1])
    return levering.collect(gather, kring, operator.attrgetter("actielijst"))


@dutch_command(short_help="Maak de besluitenlijst als Word-bestand.")
@doel_argument
@keuze_opties
@click.pass_obj
def besluitenlijst(opdracht: Opdracht, /, doel: tuple[str, ...], **keuze: Any) -> int:
    """Maak de lijst van alle besluiten tot en met een vergadering.

    Zonder DATUM: tot en met het laatste verslag.

    \b
    Voorbeeld:
      regietafel besluitenlijst
    """
    from pipeline.cli.levering import Levering
    from pipeline.documenten import Stukken
    from pipeline.voortgang import fold_besluiten

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = _last_verslag(opdracht, reeks, gevraagd)
    levering = Levering(opdracht, reeks, datum, Keuze(**keuze))
    levering.meldingen.extend(fold_besluiten(reeks, datum)[1])

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(opdracht.inhoud.organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                       besluitenlijst=fold_besluiten(reeks, datum)[0])  # fmt: skip

    levering.deliver(
        "besluitenlijst",
        levering.collect(gather, SECRETARIAAT, operator.attrgetter("besluitenlijst")),
        opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum),
    )
    return levering.finish("lees de lijst na in Word.")


def _last_verslag(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the last one with minutes."""
    if gevraagd is not None:
        return pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    recorded = reeks.verslagen_tot(opdracht.op)
    if not recorded:
        tekst = f"Er is nog geen verslag van {reeks.tafel.id}."
        opdracht.stop(melding("vergadering-onbekend", tekst, hulp="Begin met: regietafel verslag"))
    return recorded[-1].datum
