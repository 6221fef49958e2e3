"""The papers that are made public, read for people: a name on no list is asked about there as in the minutes.

Of a file only what people write is read so: pages, paragraphs, titles, links and its own name. Code, fonts and names of
styles hold words of programs; known names are found in those too, when everything is read back (``nacontrole``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.model import Bron, Melding, melding
from pipeline.nalezen.uitlezen import OnleesbaarBestand, Tekstplek, read_teksten
from pipeline.publicatie.redactie import Redacteur

_BLADZIJDE = re.compile(r", pagina (?P<nummer>\d+)\Z")
# Fields of a file that hold words of the writer, besides its running text.
_VELDEN = frozenset(
    "bestandsnaam Title Subject Keywords Contents Alt URI Target descr title alt href creator lastModifiedBy Author "
    "author description subject keywords content placeholder".split()
)
# Parts of a Word, Excel or PowerPoint file that hold no text of the writer.
_TECHNISCH = re.compile(
    r"/(?:\[Content_Types\]|_rels/|theme|styles|settings|fontTable|webSettings|numbering|stylesWith)|\.rels"
)


def read_papieren(bestanden: Mapping[str, bytes], redacteur: Redacteur) -> tuple[Melding, ...]:
    """Read papers for people and keep what is found with the redactor; a file that cannot be read is a Melding."""
    found: list[Melding] = []
    for naam, inhoud in bestanden.items():
        try:
            _read(read_teksten(naam, inhoud), naam, redacteur)
        except OnleesbaarBestand as error:
            text = f"Niet te controleren: {error}. Er is niets gepubliceerd."
            found.append(melding("publicatie-onleesbaar", text, Bron(naam)))
    return tuple(found)


def _read(plekken: Iterable[Tekstplek], naam: str, redacteur: Redacteur) -> None:
    seen: set[str] = set()
    for plek in plekken:
        if plek.tekst not in seen and _is_geschreven(plek):
            seen.add(plek.tekst)
            redacteur.lees(plek.tekst, _bron(plek, naam))


def _is_geschreven(plek: Tekstplek) -> bool:
    """Tell whether a piece of a file is what its writer wrote."""
    if plek.is_ruw:
        return False
    part, _, field = plek.plek.rpartition(": ")
    if part:
        return field in _VELDEN
    return _TECHNISCH.search(plek.plek) is None


def _bron(plek: Tekstplek, naam: str) -> Bron:
    page = _BLADZIJDE.search(plek.plek)
    return Bron(naam, "pagina", int(page["nummer"])) if page else Bron(naam)
