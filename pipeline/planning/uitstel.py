"""Items that were put off in a meeting: they come back as proposals until somebody decides on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pipeline.markering import format_datum
from pipeline.markering.uitstel import find_uitstel
from pipeline.model import Aanmelding, Agendapunt, Alinea, Inzage, Reeks, Verslag, VerslagPunt

# How far back minutes are looked through: an archive that was taken over is no list of work.
_TERUG = timedelta(days=366)


def find_uitgesteld(reeks: Reeks, nu: datetime) -> Iterator[Aanmelding]:
    """Yield a proposal for each item that minutes say was put off, unless it came back or was decided on."""
    newest = max((v.datum for v in reeks.verslagen), default=None)
    inzage = Inzage(reeks, nu)
    for verslag in reeks.verslagen:
        if newest is not None and newest - verslag.datum < _TERUG:
            yield from _of_verslag(reeks, verslag, inzage)


def _of_verslag(reeks: Reeks, verslag: Verslag, inzage: Inzage) -> Iterator[Aanmelding]:
    for punt in verslag.punten:
        if not _is_uitgesteld(punt) or _is_teruggekomen(reeks, verslag, punt):
            continue
        planned = _planned(reeks, verslag, punt)
        yield Aanmelding(
            wie=planned.spreker,
            wat=planned.titel,
            doel=planned.doel,
            minuten=planned.duur,
            toelichting=f"Uitgesteld in de vergadering van {format_datum(verslag.datum)}.",
            vertrouwelijk=inzage.is_vertrouwelijk(verslag.datum, punt),
            openbare_titel=planned.openbare_titel,
            op=verslag.datum,
            uit=_origin(verslag, punt),
            bron=punt.bron,
        )


def _is_uitgesteld(punt: VerslagPunt) -> bool:
    return any(isinstance(blok, Alinea) and find_uitstel(blok.tekst) for blok in punt.blokken)


def _is_teruggekomen(reeks: Reeks, verslag: Verslag, punt: VerslagPunt) -> bool:
    """Tell whether the item stands on a later agenda, or somebody decided on it."""
    later = (item for v in reeks.vergaderingen if v.datum > verslag.datum for item in v.agendapunten)
    decided = {a.uit for a in reeks.aanmeldingen}
    return _origin(verslag, punt) in decided or any(_fold(item.titel) == _fold(punt.titel) for item in later)


def _planned(reeks: Reeks, verslag: Verslag, punt: VerslagPunt) -> Agendapunt:
    """Return the item as it stood on the agenda; one that was not on it, as the minutes call it."""
    vergadering = reeks.vergadering(verslag.datum)
    items = vergadering.agendapunten if vergadering else ()
    same = [item for item in items if _fold(item.titel) == _fold(punt.titel)]
    return next(iter(same), Agendapunt("", punt.titel))


def _origin(verslag: Verslag, punt: VerslagPunt) -> str:
    return f"{verslag.tafel}/{verslag.datum.isoformat()}/{punt.nummer or punt.titel}"


def _fold(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
