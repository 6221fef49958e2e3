"""``regietafel publiceer``: the public edition of adopted minutes."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import print_json, say_next, say_written, show_meldingen
from pipeline.model import Gebeurtenis, Reeks, has_fouten, melding

if TYPE_CHECKING:
    from pipeline.werk.openbaar import Uitgave
    from pipeline.werk.uitgeven import Uitgeving


@dutch_command(short_help="Maak de openbare versie van een vastgesteld verslag.")
@doel_argument
@click.option("--proef", is_flag=True, help="Laat zien wie er met naam in staan; er wordt niets gemaakt.")
@click.option("--woorden", is_flag=True, help="Laat bij --proef ook zien wat voor geen naam is gehouden.")
@json_option
@click.option("--akkoord", is_flag=True, help="De lijst van --proef is nagekeken; vraag het niet nog eens.")
@click.option("--map", "folder", metavar="MAP", type=click.Path(path_type=Path), help="De map van de site.")
@click.option("--naar", metavar="DOEL", default="", help="Breng de site ook naar deze map, SFTP- of WebDAV-server.")
@click.option("--pakket", metavar="BESTAND", type=click.Path(path_type=Path), help="Maak ook een zip van de site.")
@click.option("--vrijgeven", metavar="WOORDEN", default="", help="Deze woorden mogen op de site; met --reden.")
@click.option("--reden", metavar="TEKST", default="", help="Waarom die woorden op de site mogen.")
@click.pass_obj
def publiceer(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    proef: bool,
    woorden: bool,
    als_json: bool,
    akkoord: bool,
    folder: Path | None,
    naar: str,
    pakket: Path | None,
    vrijgeven: str,
    reden: str,
) -> int:
    """Maak de openbare versie van een vastgesteld verslag, zonder de namen die niet openbaar zijn.

    Begin met --proef. U ziet dan iedereen die wordt genoemd en wat er met elke naam gebeurt. Een naam die in
    geen lijst staat, ook in een bijlage, houdt alles tegen tot u in namen.yaml hebt besloten wat ermee moet. Met
    --woorden ziet u ook de woorden met een hoofdletter die voor geen naam zijn gehouden; --json geeft beide en
    maakt niets. Vertrouwelijke
    punten, hun acties en bijlagen zonder openbare versie gaan niet mee. Wat is gemaakt, wordt helemaal
    nagelezen; staat er nog een naam in, dan komt er niets op de site. De site staat in de map site; bekijk haar
    met regietafel voorbeeld.

    \b
    Voorbeeld:
      regietafel publiceer prt 2026-01-23 --proef
      regietafel publiceer prt 2026-01-23
      regietafel publiceer prt 2026-01-23 --naar sftp://web@server.voorbeeld.nl/verslagen
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = _pick(opdracht, reeks, gevraagd)
    if vrijgeven:
        from pipeline.model import PUBLIEK
        from pipeline.werk.nalezing import release

        return release(opdracht, reeks, datum, PUBLIEK.naam, vrijgeven, reden)
    from pipeline.cli.proef import proef_json, show_proef
    from pipeline.werk.controle import find_fouten
    from pipeline.werk.openbaar import read_openbaar

    openbaar, found = read_openbaar(opdracht, reeks, datum)
    meldingen = tuple(dict.fromkeys((*found, *find_fouten(opdracht, reeks, datum))))
    if als_json:
        print_json(proef_json(openbaar, meldingen))
        return opdracht.finish(meldingen)
    show_proef(openbaar, reeks, datum, woorden)
    if proef or has_fouten(meldingen):
        show_meldingen(meldingen)
        if has_fouten(meldingen):
            click.echo("Er is niets gepubliceerd. Los eerst op wat hierboven als fout staat.", err=True)
        else:
            say_next(f"klopt de lijst? Geef dan: regietafel publiceer {reeks.tafel.id} {datum}")
        return opdracht.finish(meldingen)
    if not akkoord and not _confirm():
        return 1
    from pipeline.werk.uitgeven import Uitgeving

    root = opdracht.map / folder if folder else opdracht.inhoud.paden.site
    return _publish(Uitgeving(opdracht, root, naar, opdracht.map / pakket if pakket else None), reeks, datum)


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


def _publish(uitgeving: Uitgeving, reeks: Reeks, datum: date) -> int:
    from pipeline.werk.openbaar import make_uitgave

    opdracht = uitgeving.opdracht
    uitgave = make_uitgave(opdracht, reeks, datum)
    placed = uitgave.editie is not None and uitgeving.publish(reeks, datum, uitgave)
    meldingen = tuple(dict.fromkeys((*uitgave.meldingen, *uitgeving.meldingen)))
    show_meldingen(meldingen)
    if not placed:
        click.echo("Er is niets gepubliceerd.", err=True)
        return opdracht.finish(meldingen)
    _record(opdracht, reeks, datum, uitgave)
    _say(uitgeving)
    return opdracht.finish(meldingen)


def _record(opdracht: Opdracht, reeks: Reeks, datum: date, uitgave: Uitgave) -> None:
    """Keep the files as they became public, and record that they did."""
    from pipeline.werk.logboek import record_gebeurtenis
    from pipeline.werk.uitgeven import stukkenmap, write_stukken
    from pipeline.werkmap import lock, read_bytes
    from pipeline.werkmap.opslag import fingerprint

    paden = opdracht.inhoud.paden
    assert uitgave.editie is not None
    with lock(paden.map):
        write_stukken(stukkenmap(opdracht, reeks, datum), uitgave.editie.stukken)
    mark = fingerprint(read_bytes(paden.verslag(reeks.tafel.id, datum)))
    event = Gebeurtenis("gepubliceerd", opdracht.op, "openbare versie gemaakt", vingerafdruk=mark)
    record_gebeurtenis(opdracht, reeks, datum, event)


def _say(uitgeving: Uitgeving) -> None:
    plaatsing, show = uitgeving.plaatsing, uitgeving.opdracht.inhoud.paden.show
    assert plaatsing is not None
    counts = f"{len(plaatsing.geschreven)} nieuw of veranderd, {len(plaatsing.verwijderd)} weg"
    say_written(f"{show(uitgeving.folder)} ({counts})")
    if uitgeving.pakket:
        say_written(show(uitgeving.pakket))
    say_next("bekijk de site: regietafel voorbeeld." if not uitgeving.naar else "kijk op de website of alles er staat.")
