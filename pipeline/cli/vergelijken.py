"""``regietafel lees COPY ... --vergelijk SENT``: what members propose to change in circulated minutes."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.lees_overname import expand
from pipeline.cli.opdracht import VERKEERD_GEBRUIK, Opdracht
from pipeline.cli.scherm import bron_json, melding_json, print_json, say_next, show_meldingen
from pipeline.markering.inline import loosen_markeringen
from pipeline.model import Bron, Melding, melding
from pipeline.werk.lezing import as_word, read_alike, read_bestand, read_lezing, read_word_lezing

if TYPE_CHECKING:
    from pipeline.inname import Exemplaar
    from pipeline.lezen import Lezing
    from pipeline.model.document import Wijziging


def vergelijk_exemplaren(opdracht: Opdracht, bestanden: tuple[Path, ...], verzonden: Path, als_json: bool) -> int:
    """List every change in the copies, by item and author, against the file that was sent."""
    from pipeline.inname import list_voorstellen

    sent = read_lezing(opdracht, read_bestand(opdracht, verzonden), verzonden.name)
    meldingen: list[Melding] = list(sent.meldingen)
    if sent.verslag is None:
        show_meldingen(meldingen)
        return VERKEERD_GEBRUIK
    original = opdracht.find(verzonden)
    paths = [path for path in expand(opdracht, bestanden) if path.resolve() != original]
    copies = [copy for path in paths if (copy := _read_exemplaar(opdracht, path, sent, meldingen)) is not None]
    found = list_voorstellen(sent.verslag, copies)
    if als_json:
        print_json({"voorstellen": [_as_json(w) for w in found], "meldingen": [melding_json(m) for m in meldingen]})
    else:
        show_meldingen(meldingen)
        _show(found, len(copies))
    return opdracht.finish(tuple(meldingen))


def _read_exemplaar(opdracht: Opdracht, path: Path, sent: Lezing, meldingen: list[Melding]) -> Exemplaar | None:
    """Read a copy: what was tracked in it, its comments, and its text without anything tracked."""
    from pipeline.inname import Exemplaar
    from pipeline.word.opmerkingen import read_opmerkingen
    from pipeline.word.pakket import OnleesbaarPakket
    from pipeline.word.wijzigingen import undo_all

    data = read_bestand(opdracht, path)
    word = as_word(opdracht, data, path.name)
    lezing = (read_lezing if word is data else read_word_lezing)(opdracht, word, path.name)
    try:
        before = read_word_lezing(opdracht, undo_all(word), path.name)
        comments = read_opmerkingen(word)
    except OnleesbaarPakket:
        before, comments = lezing, ()
    if lezing.verslag is None or before.verslag is None:
        text = f"{path.name} kan niet worden gelezen en telt niet mee."
        meldingen.append(melding("bestand-onleesbaar", text, Bron(path.name)))
        return None
    notes = tuple(_note(o, path.name, lezing) for o in comments)
    authors = {w.auteur for w in (*lezing.wijzigingen, *notes) if w.auteur}
    author = next(iter(authors)) if len(authors) == 1 else path.stem
    return Exemplaar(path.name, author, before.verslag, lezing.wijzigingen, notes, read_alike(sent, before))


def _note(opmerking: Any, bestand: str, lezing: Any) -> Wijziging:
    """Return a comment as a proposed change: the words it is about, and what is said of them."""
    from pipeline.model.document import Wijziging

    bron = Bron(bestand, "alinea", opmerking.alinea)
    punt = _punt_at(lezing, opmerking.alinea)
    return Wijziging(
        opmerking.auteur,
        "opmerking",
        loosen_markeringen(opmerking.fragment),
        opmerking.tekst,
        opmerking.datum,
        punt,
        bron,
    )


def _punt_at(lezing: Any, alinea: int | None) -> str:
    """Return the heading of the item a paragraph stands in."""
    heading = ""
    for punt in lezing.verslag.punten:
        if alinea is None or punt.bron is None or (punt.bron.nummer or 0) > alinea:
            break
        heading = f"{punt.nummer}. {punt.titel}" if punt.nummer else punt.titel
    return heading


def _show(voorstellen: tuple[Wijziging, ...], copies: int) -> None:
    for punt, changes in groupby(voorstellen, key=lambda w: w.punt):
        click.secho(punt or "Begin van het stuk", bold=True)
        for w in changes:
            place = f" ({w.bron.bestand})" if w.bron else ""
            click.echo(f"  {w.auteur or 'onbekend'}: {_words(w)}{place}")
    authors = len({w.auteur for w in voorstellen})
    click.echo(f"{copies} exemplaren, {len(voorstellen)} voorstellen van {authors} personen.")
    if voorstellen:
        say_next("verwerk wat u overneemt in het verslag, of neem een heel exemplaar over met --neem-over.")


def _words(w: Wijziging) -> str:
    if w.soort == "opmerking":
        return f'opmerking bij "{w.oud}": {w.nieuw}' if w.oud else f"opmerking: {w.nieuw}"
    if w.soort == "gewijzigd":
        return f'"{w.oud}" wordt "{w.nieuw}"'
    return f'{w.soort} "{w.nieuw or w.oud}"'


def _as_json(w: Wijziging) -> dict[str, Any]:
    return {
        "punt": w.punt or None,
        "auteur": w.auteur or None,
        "soort": w.soort,
        "oud": w.oud or None,
        "nieuw": w.nieuw or None,
        "datum": w.datum.isoformat() if w.datum else None,
        "bron": bron_json(w.bron),
    }
