"""The heading of minutes that were taken over: what the record says in its fields is not said once more as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.markering.datums import MAANDEN, WEEKDAGEN
from pipeline.markering.inline import plain_text
from pipeline.markering.vertrouwelijkheid import read_alinea, read_kop
from pipeline.model import Alinea, Deelnemer, Tafel, Verslag, VerslagPunt
from pipeline.model.verslag import Blok
from pipeline.wie.lexicon import ENKELVOUD

_WOORD = re.compile(r"[^\W_]+")
_MAX_KOP = 120  # a longer text is no heading
_BLAD = re.compile(r"\b(?:pagina|blad|pag\.?)\s*\d+\s*(?:(?:van|/)\s*\d+)?", re.IGNORECASE)
# The words with which a heading names its fields, and those that only join them.
_LABELS = ENKELVOUD | frozenset(
    """
    verslag notulen conceptverslag conceptnotulen besluitenlijst vergadering overleg bijeenkomst betreft status versie
    datum vergaderdatum dag tijd tijdstip aanvang uur locatie vergaderlocatie vergaderplaats plaats zaal
    deelnemers aanwezig aanwezigen aanwezige afwezig afwezigen afwezige afgemeld afmelding afmeldingen verhinderd
    bericht berichtgeving kennisgeving verhindering genodigden leden lid agendaleden agendalid toehoorders toehoorder
    namens de het een en van op te om in met tot bij zonder der
    """.split()
)


def without_kop(verslag: Verslag, tafel: Tafel, naam: str) -> Verslag:
    """Leave out of the text above the items what the fields of the record say.

    A line goes only where every word of it is a label or stands in a field; so a line with a name that was not read
    as a participant stays. ``naam`` is what the minutes call the table, where that is known to be this one.
    """
    known = _LABELS | frozenset(word for text in _fields(verslag, tafel, naam) for word in _words(text))
    return replace(verslag, inleiding=tuple(blok for found in verslag.inleiding for blok in _rest(found, known)))


def hide_inleiding(verslag: Verslag) -> Verslag:
    """Make what stands above the items an item where all of them are confidential: that text alone would not be.

    Where it says so itself, which only a reader can tell what of, it becomes an item that is asked about.
    """
    points = verslag.punten
    whole = bool(points) and all(punt.vertrouwelijk or punt.embargo for punt in points)
    if not verslag.inleiding or not (whole or any(map(_says_vertrouwelijk, verslag.inleiding))):
        return verslag
    asked = not whole or all(punt.vertrouwelijk_vraag for punt in points)
    above = VerslagPunt("Inleiding", "", verslag.inleiding, vertrouwelijk=True, vertrouwelijk_vraag=asked)
    return replace(verslag, inleiding=(), punten=(above, *points))


def _says_vertrouwelijk(blok: Blok) -> bool:
    texts = (blok.tekst,) if isinstance(blok, Alinea) else (cell for row in blok.rijen for cell in row)
    return any(read_alinea(text) or (len(text) < _MAX_KOP and read_kop(text).is_vertrouwelijk) for text in texts)


def _fields(verslag: Verslag, tafel: Tafel, naam: str) -> Iterator[str]:
    """Give what the record will say in its fields, a date and a time in every way they may be written."""
    day = verslag.datum
    yield from (naam, tafel.naam, tafel.korte_naam, tafel.id, verslag.locatie, verslag.status)
    yield f"{verslag.notulist} notulist notulen" if verslag.notulist else ""
    yield from (f"{day:%d %m %Y %y}", f"{day.day} {day.month}", MAANDEN[day.month - 1], MAANDEN[day.month - 1][:3])
    yield from (WEEKDAGEN[day.weekday()], WEEKDAGEN[day.weekday()][:2])
    yield "concept" if verslag.status == "concept" else "vastgesteld vastgestelde definitief definitieve"
    if verslag.tijd:
        yield f"{verslag.tijd} {verslag.tijd.begin:%H}"
    for person in verslag.deelnemers:
        yield from _person(person)


def _person(d: Deelnemer) -> Iterator[str]:
    yield from (d.groep, d.organisatie, d.rol, d.hoedanigheid or "", d.vervangt, d.regel)


def _words(text: str) -> Iterable[str]:
    return _WOORD.findall(_BLAD.sub(" ", plain_text(text)).casefold())


def _says_nothing_new(text: str, known: frozenset[str]) -> bool:
    return all(
        word in known or word.removesuffix("s") in known or word.removesuffix("n") in known for word in _words(text)
    )


def _rest(blok: Blok, known: frozenset[str]) -> Iterator[Blok]:
    """Give what a block says beside the fields: of a paragraph the lines, of a table the cells that do."""
    if isinstance(blok, Alinea):
        lines = blok.tekst.split("\n")
        new = [line for line in lines if not _says_nothing_new(line, known)]
        yield from (blok,) if new == lines else (replace(blok, tekst=line) for line in new)
        return
    cells = [cell for row in blok.rijen for cell in row if cell.strip()]
    new = [cell for cell in cells if not _says_nothing_new(cell, known)]
    if len(new) * 2 > len(cells):
        yield blok
    else:
        yield from (Alinea(" ".join(cell.split()), bron=blok.bron) for cell in new)
