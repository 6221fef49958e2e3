"""Comments in a Word file -> notes for the secretary: who said what, when, at which item and which words."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Melding, Notitie, Verslag
from pipeline.word.opmerkingen import AUTEUR, Opmerking, read_opmerkingen
from pipeline.word.pakket import OnleesbaarPakket

_ZIP = b"PK\x03\x04"
# What the text leaves for a person to say, and so must not get lost when it is taken over.
_VRAAG = "aanwezigheid-vraag"
_VRAGEN = frozenset((_VRAAG, "vertrouwelijk-gelezen"))


def read_notities(data: bytes, verslag: Verslag) -> tuple[Notitie, ...]:
    """Return the comments in the order of the text; none for a file that is no Word file, nor those we put in."""
    if not data.startswith(_ZIP):
        return ()
    try:
        found = read_opmerkingen(data)
    except OnleesbaarPakket:
        return ()
    return tuple(_notitie(o, verslag) for o in found if o.auteur != AUTEUR and o.tekst.strip())


def vragen_als_notities(meldingen: Iterable[Melding]) -> tuple[Notitie, ...]:
    """Return the questions that the record itself has no place for, as notes."""
    return tuple(Notitie(m.tekst, vraag=m.code == _VRAAG) for m in meldingen if m.code in _VRAGEN)


def _notitie(opmerking: Opmerking, verslag: Verslag) -> Notitie:
    text = " ".join(opmerking.tekst.split())
    fragment = " ".join(opmerking.fragment.split())
    return Notitie(text, opmerking.auteur, opmerking.datum, _punt_van(opmerking, verslag), fragment)


def _punt_van(opmerking: Opmerking, verslag: Verslag) -> str:
    """Return the item a comment stands at: the last one that begins before it."""
    place = ""
    for punt in verslag.punten:
        begin = punt.bron.nummer if punt.bron else None
        if begin is None or opmerking.alinea is None or begin > opmerking.alinea:
            break
        place = f"{punt.nummer}. {punt.titel}" if punt.nummer else punt.titel
    return place
