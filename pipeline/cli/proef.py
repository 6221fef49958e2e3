"""The account of a public edition on screen: everybody in it, and what happens to each mention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.tabel import show_tabel
from pipeline.markering import format_datum
from pipeline.model import Melding
from pipeline.model.als_json import bron_json, melding_json

if TYPE_CHECKING:
    from pipeline.werk.publiceren import Bekende, Openbaarlijst, Openbaarmaking, Plaats

_WIJZE = {"blijft": "blijft staan", "onbeslist": "NIET BESLIST"}


def proef_json(openbaar: Openbaarmaking, meldingen: Sequence[Melding]) -> dict[str, Any]:
    """Return the account for other programs: what has to be decided, and what was let through."""
    return {
        "vragen": [
            {"woord": v.woord, "bron": bron_json(v.bron), "reden": v.reden, "aantal": v.aantal} for v in openbaar.vragen
        ],
        "doorgelaten": [{"woord": d.woord, "bron": bron_json(d.bron), "reden": d.reden} for d in openbaar.doorgelaten],
        "meldingen": [melding_json(m) for m in meldingen],
    }


def show_proef(lijst: Openbaarlijst, woorden: bool = False) -> None:
    """Print who is mentioned and how each appears, then every mention with its place, and what was let through."""
    openbaar = lijst.openbaar
    click.secho(f"Openbare versie van het verslag van {lijst.kort}, {format_datum(lijst.datum)}", bold=True)
    mentioned = [b for b in openbaar.kennis.bekenden if openbaar.aantal(b)]
    if mentioned:
        _show_personen(openbaar, mentioned)
        click.echo()
    click.secho("Elke vermelding", bold=True)
    for line in dict.fromkeys(_line(plaats) for plaats in openbaar.plaatsen):
        click.echo(line)
    if not openbaar.plaatsen:
        click.echo("Er wordt niemand met naam genoemd.")
    _show_doorgelaten(openbaar, woorden)


def _show_doorgelaten(openbaar: Openbaarmaking, woorden: bool) -> None:
    """Print how many words with a capital were taken for no person; the words themselves where they are asked for."""
    count = len({d.woord for d in openbaar.doorgelaten})
    if not count:
        return
    click.echo()
    hint = "" if woorden else " Bekijk ze met --woorden."
    click.echo(f"{count} woorden met een hoofdletter zijn voor geen persoon gehouden.{hint}")
    for reden in sorted({d.reden for d in openbaar.doorgelaten}) if woorden else ():
        words = dict.fromkeys(d.woord for d in openbaar.doorgelaten if d.reden == reden)
        click.echo(f"  {reden}: {', '.join(words)}")


def _show_personen(openbaar: Openbaarmaking, mentioned: list[Bekende]) -> None:
    rows = []
    for b in mentioned:
        instead = "" if b.openbaar == "naam" else (b.functie if b.openbaar == "functie" else "")
        mark = instead or ("" if b.openbaar == "naam" else openbaar.kennis.regels.aanduiding)
        rows.append((_full(b), b.openbaar, mark, b.reden, str(openbaar.aantal(b))))
    show_tabel(("Naam", "Openbaar", "In plaats daarvan", "Waarom", "Keer"), rows)


def _full(bekende: Bekende) -> str:
    place = f" ({', '.join(bekende.bij)})" if bekende.bij else ""
    return f"{bekende.naam}{place}"


def _line(plaats: Plaats) -> str:
    v = plaats.vermelding
    what = _WIJZE.get(v.wijze) or f"wordt {v.door}"
    return f"  {_place(plaats)}: {' '.join(v.tekst.split())} -> {what}"


def _place(plaats: Plaats) -> str:
    """Write where a mention stands; what is put together from several records has no line of its own."""
    bron = plaats.bron
    if bron is None:
        return "lijsten"
    file = bron.bestand.rpartition("/")[2]
    return f"{file}, {bron.soort} {bron.nummer}" if bron.nummer else file
