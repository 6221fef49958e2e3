"""``regietafel verslag``: the minutes as Word, with numbers for the new actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, pick_datum, split_doel
from pipeline.cli.scherm import say_next, say_written
from pipeline.model import Deelnemer, Reeks, Verslag, VerslagPunt, melding

if TYPE_CHECKING:
    from pipeline.cli.levering import Levering
    from pipeline.documenten import Stukken


@dutch_command(short_help="Maak het (concept)verslag als Word-bestand, met de actielijst.")
@doel_argument
@keuze_opties
@click.pass_obj
def verslag(opdracht: Opdracht, /, doel: tuple[str, ...], **keuze: Any) -> int:
    """Maak het verslag van een vergadering als Word-bestand, met de actielijst erin.

    Is er nog geen verslag.md, dan wordt dat klaargezet met de deelnemers en de agendapunten. Elke [A] zonder
    nummer krijgt het volgende nummer. Zonder DATUM: de laatste vergadering die is gehouden.

    \b
    Voorbeeld:
      regietafel verslag
      regietafel verslag prt 2026-01-23 --pdf
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    if reeks.verslag(datum) is None and not opdracht.inhoud.paden.verslag(reeks.tafel.id, datum).exists():
        return _start_verslag(opdracht, reeks, datum)
    return _make_verslag(opdracht, reeks, datum, Keuze(**keuze))


def _start_verslag(opdracht: Opdracht, reeks: Reeks, datum: date) -> int:
    """Put a record ready with everything the agenda knows."""
    from pipeline.notatie import write_lege_lijsten, write_verslag
    from pipeline.werkmap import lock, write_atomic

    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        opdracht.stop(
            melding("vergadering-onbekend", f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml.")
        )
    begin = Verslag(
        reeks.tafel.id,
        datum,
        tijd=vergadering.tijd,
        locatie=vergadering.locatie,
        kanttekening=vergadering.kanttekening,
        deelnemers=_as_lines(reeks.verwachte_deelnemers(datum)),
        punten=tuple(VerslagPunt(p.titel, p.nummer, vertrouwelijk=p.vertrouwelijk) for p in vergadering.agendapunten),
    )
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    with lock(opdracht.inhoud.paden.map):
        write_atomic(path, (write_verslag(begin) + write_lege_lijsten()).encode())
    say_written(opdracht.inhoud.paden.show(path))
    say_next(f"vul het verslag in, en geef dan nog eens: regietafel verslag {reeks.tafel.id} {datum}")
    return 0


def _as_lines(deelnemers: tuple[Deelnemer, ...]) -> tuple[Deelnemer, ...]:
    """Return them by group and as a line of the record shows them, so that the record stands on its own."""
    from pipeline.markering import parse_deelnemer

    groups = list(dict.fromkeys(d.groep for d in deelnemers))
    by_group = sorted(deelnemers, key=lambda d: groups.index(d.groep))
    return tuple(parse_deelnemer(d.regel, d.groep) or d for d in by_group)


def _make_verslag(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> int:
    from pipeline.cli.levering import Levering

    reeks = number_verslag(opdracht, reeks, datum, keuze)
    levering = Levering(opdracht, reeks, datum, keuze)
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
    levering.deliver("verslag", collect_verslag(levering), folder)
    return levering.finish(_next_step(levering, reeks, datum))


def collect_verslag(levering: Levering) -> Stukken:
    """Gather what the minutes of a meeting are made from."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_na

    reeks, datum, organisatie = levering.reeks, levering.datum, levering.opdracht.inhoud.organisatie
    lijst, found = acties_na(reeks, datum)
    levering.meldingen.extend(found)
    return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                   reeks.deelnemers(datum), lijst, volgende=reeks.volgende(datum))  # fmt: skip


def number_verslag(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> Reeks:
    """Write numbers into the ``[A]`` markers of the record, unless it is frozen; every other byte stays."""
    from pipeline.notatie import number_markers, read_brontekst
    from pipeline.voortgang import next_nummer
    from pipeline.werkmap import lock, read_bytes, write_atomic

    if reeks.verslag(datum) is None or reeks.is_rondgezonden(datum):
        return reeks
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    with lock(opdracht.inhoud.paden.map):
        bron, _ = read_brontekst(read_bytes(path), opdracht.inhoud.paden.show(path))
        tekst, acties = number_markers(bron.tekst, next_nummer(reeks, datum, "A"), "A")
        tekst, besluiten = number_markers(tekst, next_nummer(reeks, datum, "B"), "B")
        labels = acties + besluiten
        if not labels:
            return reeks
        write_atomic(path, bron.with_tekst(tekst).to_bytes())
    if not keuze.als_json:
        click.echo(f"Genummerd in {opdracht.inhoud.paden.show(path)}: {', '.join(labels)}")
    opdracht.reload()
    return opdracht.reeks(reeks.tafel.id)


def _next_step(levering: Levering, reeks: Reeks, datum: date) -> str:
    if levering.reeks.is_rondgezonden(datum):
        return "lees het verslag na in Word."
    return (
        f"lees het verslag na in Word. De losse actielijst maakt u met: regietafel actielijst {reeks.tafel.id} {datum}"
    )
