"""``regietafel verslag``: the minutes as Word, with numbers for the new actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, pick_datum, split_doel
from pipeline.cli.scherm import say_next, say_written
from pipeline.model import SECRETARIAAT, Lezerskring, Reeks, melding

if TYPE_CHECKING:
    from pipeline.cli.levering import Levering
    from pipeline.documenten import Stukken


@dutch_command(short_help="Maak het (concept)verslag als Word-bestand, met de actielijst.")
@doel_argument
@click.option("--leeg", is_flag=True, help="Maak een formulier om in de vergadering op te typen.")
@keuze_opties
@click.pass_obj
def verslag(opdracht: Opdracht, /, doel: tuple[str, ...], leeg: bool, **keuze: Any) -> int:
    """Maak het verslag van een vergadering als Word-bestand, met de actielijst erin.

    Is er nog geen verslag.md, dan wordt dat klaargezet met de deelnemers en de agendapunten. Elke [A] zonder
    nummer krijgt het volgende nummer. Zonder DATUM: de laatste vergadering die is gehouden.

    Met --leeg krijgt u een Word-formulier: deelnemers om aan te kruisen, ruimte onder elk agendapunt, de open
    acties en een lege actielijst. Na de vergadering neemt u het over met: regietafel lees BESTAND --neem-over.
    Zonder DATUM is het voor de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel verslag
      regietafel verslag prt 2026-01-23 --pdf
      regietafel verslag --leeg
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    if leeg:
        datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
        return _make_formulier(opdracht, reeks, datum, Keuze(**keuze))
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    if reeks.verslag(datum) is None and not opdracht.inhoud.paden.verslag(reeks.tafel.id, datum).exists():
        return _start_verslag(opdracht, reeks, datum)
    return _make_verslag(opdracht, reeks, datum, Keuze(**keuze))


def _start_verslag(opdracht: Opdracht, reeks: Reeks, datum: date) -> int:
    """Put a record ready with everything the agenda knows."""
    from pipeline.inname import begin_verslag
    from pipeline.notatie import write_lege_lijsten, write_verslag
    from pipeline.werkmap import lock, write_atomic

    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        opdracht.stop(
            melding("vergadering-onbekend", f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml.")
        )
    begin = begin_verslag(reeks, vergadering)
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    with lock(opdracht.inhoud.paden.map):
        write_atomic(path, (write_verslag(begin) + write_lege_lijsten()).encode())
    say_written(opdracht.inhoud.paden.show(path))
    say_next(f"vul het verslag in, en geef dan nog eens: regietafel verslag {reeks.tafel.id} {datum}")
    return 0


def _make_verslag(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> int:
    from pipeline.cli.levering import Levering

    reeks = number_verslag(opdracht, reeks, datum, keuze)
    levering = Levering(opdracht, reeks, datum, keuze)
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
    levering.deliver("verslag", collect_verslag(levering), folder)
    return levering.finish(_next_step(levering, reeks, datum))


def _make_formulier(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> int:
    """Make the form to type on during a meeting."""
    from pipeline.cli.levering import Levering

    if reeks.vergadering(datum) is None:
        opdracht.stop(
            melding("vergadering-onbekend", f"De vergadering van {datum.isoformat()} heeft geen agenda.yaml.")
        )
    levering = Levering(opdracht, reeks, datum, keuze)
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
    levering.deliver("aantekenformulier", collect_formulier(levering), folder)
    return levering.finish("typ in de vergadering op het formulier. Daarna: regietafel lees BESTAND --neem-over")


def collect_formulier(levering: Levering) -> Stukken:
    """Gather what the note-taking form of a meeting is made from: its agenda, and the actions open before it."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_voor

    datum, organisatie = levering.datum, levering.opdracht.inhoud.organisatie
    op = levering.opdracht.op

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum),
                       deelnemers=reeks.verwachte_deelnemers(datum), actielijst=acties_voor(reeks, datum, op)[0],
                       volgende=reeks.volgende(datum))  # fmt: skip

    levering.meldingen.extend(acties_voor(levering.reeks, datum, op)[1])
    return levering.collect(gather, SECRETARIAAT)


def collect_verslag(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the minutes of a meeting are made from, for these readers."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_na

    datum, organisatie = levering.datum, levering.opdracht.inhoud.organisatie
    op = levering.reeks.peildag(datum, levering.opdracht.op)

    def gather(reeks: Reeks) -> Stukken:
        return Stukken(organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                       reeks.deelnemers(datum), acties_na(reeks, datum, op)[0], volgende=reeks.volgende(datum),
                       rectificaties=reeks.rectificaties(datum),
                       vaststelmoment=levering.reeks.vaststelmoment(datum))  # fmt: skip

    levering.meldingen.extend(acties_na(levering.reeks, datum, op)[1])
    return levering.collect(gather, kring)


def number_verslag(opdracht: Opdracht, reeks: Reeks, datum: date, keuze: Keuze) -> Reeks:
    """Write numbers into the ``[A]`` markers of the record, unless it is frozen; every other byte stays."""
    from pipeline.notatie import number_markers, read_brontekst
    from pipeline.voortgang import next_nummer
    from pipeline.werkmap import lock, rewrite

    if reeks.verslag(datum) is None or reeks.is_rondgezonden(datum):
        return reeks
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    labels: tuple[str, ...] = ()

    def number(content: bytes) -> bytes:
        nonlocal labels
        bron, _ = read_brontekst(content, opdracht.inhoud.paden.show(path))
        tekst, acties = number_markers(bron.tekst, next_nummer(reeks, datum, "A"), "A")
        tekst, besluiten = number_markers(tekst, next_nummer(reeks, datum, "B"), "B")
        labels = (*acties, *besluiten)
        return bron.with_tekst(tekst).to_bytes() if labels else content

    with lock(opdracht.inhoud.paden.map):
        rewrite(path, number)
    if not labels:
        return reeks
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
