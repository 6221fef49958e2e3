"""``regietafel publiceer``: the public edition of adopted minutes."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, pick_datum, split_doel
from pipeline.cli.scherm import say_next, say_written, show_meldingen
from pipeline.model import Gebeurtenis, Reeks, has_fouten, melding

if TYPE_CHECKING:
    from pipeline.cli.openbaar import Uitgave


@dutch_command(short_help="Maak de openbare versie van een vastgesteld verslag.")
@doel_argument
@click.option("--proef", is_flag=True, help="Laat zien wie er met naam in staan; er wordt niets gemaakt.")
@click.option("--akkoord", is_flag=True, help="De lijst van --proef is nagekeken; vraag het niet nog eens.")
@click.pass_obj
def publiceer(opdracht: Opdracht, /, doel: tuple[str, ...], proef: bool, akkoord: bool) -> int:
    """Maak de openbare versie van een vastgesteld verslag, zonder de namen die niet openbaar zijn.

    Begin met --proef. U ziet dan iedereen die wordt genoemd en wat er met elke naam gebeurt. Een naam die in
    geen lijst staat, houdt alles tegen tot u in namen.yaml hebt besloten wat ermee moet. Vertrouwelijke
    punten, hun acties en bijlagen zonder openbare versie gaan niet mee. Wat is gemaakt, wordt helemaal
    nagelezen; staat er nog een naam in, dan komt er niets in de map publicatie.

    \b
    Voorbeeld:
      regietafel publiceer prt 2026-01-23 --proef
      regietafel publiceer prt 2026-01-23
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = _pick(opdracht, reeks, gevraagd)
    from pipeline.cli.openbaar import read_openbaar
    from pipeline.cli.proef import show_proef

    openbaar, meldingen = read_openbaar(opdracht, reeks, datum)
    show_proef(openbaar, reeks, datum)
    if proef or has_fouten(meldingen):
        show_meldingen(meldingen)
        if has_fouten(meldingen):
            click.echo("Er is niets gepubliceerd. Los eerst op wat hierboven als fout staat.", err=True)
        else:
            say_next(f"klopt de lijst? Geef dan: regietafel publiceer {reeks.tafel.id} {datum}")
        return opdracht.finish(meldingen)
    if not akkoord and not _confirm():
        return 1
    return _publish(opdracht, reeks, datum)


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the last one whose minutes are adopted."""
    if gevraagd is not None:
        return pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    adopted = [v.datum for v in reeks.verslagen_tot(opdracht.op) if reeks.is_vastgesteld(v.datum)]
    if not adopted:
        opdracht.stop(melding("niet-vastgesteld", f"Van {reeks.tafel.id} is nog geen verslag vastgesteld."))
    return adopted[-1]


def _confirm() -> bool:
    """Ask whether the list is right; where nobody can answer, it has to be said with --akkoord."""
    if not sys.stdin.isatty():
        click.echo("Kijk de lijst na en geef de opdracht nog eens met --akkoord.", err=True)
        return False
    answer: str = click.prompt("Klopt deze lijst? [j/n]", default="n", show_default=False)
    return answer.strip().casefold() in ("j", "ja")


def _publish(opdracht: Opdracht, reeks: Reeks, datum: date) -> int:
    from pipeline.cli.openbaar import make_uitgave

    uitgave = make_uitgave(opdracht, reeks, datum)
    show_meldingen(uitgave.meldingen)
    if uitgave.editie is None:
        click.echo("Er is niets gepubliceerd.", err=True)
        return opdracht.finish(uitgave.meldingen)
    _write(opdracht, reeks, datum, uitgave)
    say_next("bekijk de bestanden in de map publicatie voordat u ze plaatst.")
    return opdracht.finish(uitgave.meldingen)


def _write(opdracht: Opdracht, reeks: Reeks, datum: date, uitgave: Uitgave) -> None:
    """Write the files outside the records, and record that they were published."""
    from pipeline.cli.logboek import record_gebeurtenis
    from pipeline.werkmap import lock, read_bytes, safe_name, write_atomic
    from pipeline.werkmap.opslag import fingerprint

    paden = opdracht.inhoud.paden
    folder = paden.map / "publicatie" / reeks.tafel.id / datum.isoformat()
    with lock(paden.map):
        for naam, inhoud in uitgave.bestanden.items():
            path = folder / safe_name(naam)
            say_written(paden.show(path), write_atomic(path, inhoud))
    mark = fingerprint(read_bytes(paden.verslag(reeks.tafel.id, datum)))
    event = Gebeurtenis("gepubliceerd", opdracht.op, "openbare versie gemaakt", vingerafdruk=mark)
    record_gebeurtenis(opdracht, reeks, datum, event)
