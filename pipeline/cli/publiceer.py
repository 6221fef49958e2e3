"""``regietafel publiceer``: the public edition of adopted minutes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import print_json, say_written, show_meldingen
from pipeline.cli.tonen import show_vervolg

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst


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
    oproep: Oproep,
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
    from pipeline.cli.proef import proef_json, show_proef
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.publiceren import GeefWoordenVrij, Publiceer, ToonOpenbaar

    tafel, datum = split_doel(oproep, doel)
    if vrijgeven:
        from pipeline.cli.tonen import show_documenten

        return show_documenten(carry_out(oproep, GeefWoordenVrij(tafel, datum, vrijgeven, reden)))
    seen = carry_out(oproep, ToonOpenbaar(tafel, datum))
    lijst = seen.gegevens
    if als_json:
        print_json(proef_json(lijst.openbaar, seen.meldingen))
        return seen.code
    show_proef(lijst, woorden)
    if proef or seen.code:
        return _end_proef(seen)
    if not akkoord and not _confirm():
        return 1
    uitkomst = carry_out(oproep, Publiceer(lijst.tafel, lijst.datum, lijst.merk, folder, naar, pakket))
    return _show(uitkomst)


def _end_proef(seen: Uitkomst) -> int:
    show_meldingen(seen.meldingen)
    if seen.code:
        click.echo("Er is niets gepubliceerd. Los eerst op wat hierboven als fout staat.", err=True)
    else:
        show_vervolg(seen)
    return seen.code


def _confirm() -> bool:
    """Ask whether the list is right; where nobody can answer, it has to be said with --akkoord."""
    if not sys.stdin.isatty():
        click.echo("Kijk de lijst na en geef de opdracht nog eens met --akkoord.", err=True)
        return False
    answer: str = click.prompt("Klopt deze lijst? [j/n]", default="n", show_default=False)
    return answer.strip().casefold() in ("j", "ja")


def _show(uitkomst: Uitkomst) -> int:
    show_meldingen(uitkomst.meldingen)
    if not uitkomst.geschreven:
        click.echo("Er is niets gepubliceerd.", err=True)
        if not uitkomst.code:
            click.echo("De lijst is intussen veranderd. Kijk haar opnieuw na met --proef.", err=True)
        return uitkomst.code or 1
    site, *more = uitkomst.geschreven
    counts = f"{uitkomst.gegevens.nieuw} nieuw of veranderd, {uitkomst.gegevens.weg} weg"
    say_written(f"{site.pad} ({counts})")
    for file in more:
        say_written(file.pad)
    show_vervolg(uitkomst)
    return uitkomst.code
