"""The papers that are made public, read for people: a name on no list is asked about there as in the minutes.

Of a file only what people write is read so: pages, paragraphs, titles, links and its own name. Code, fonts and names of
styles hold words of programs; known names are found in those too, when everything is read back (``nacontrole``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.model import Bron, Ernst, Melding, melding
from pipeline.nalezen.onzichtbaar import find_onzichtbaar
from pipeline.nalezen.uitlezen import OnleesbaarBestand, Tekstplek, read_teksten
from pipeline.nalezen.verborgen import find_verborgen
from pipeline.publicatie.redactie import Redacteur
from pipeline.publicatie.vermeldingen import lees_tekst

_MAX_GETOOND = 200
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
            found.extend(_report_onzichtbaar(naam, inhoud, redacteur))
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


def _report_onzichtbaar(naam: str, inhoud: bytes, redacteur: Redacteur) -> Iterator[Melding]:
    """Report the text of a paper that nobody sees and anybody can copy; where it names somebody, nothing goes out."""
    if naam.casefold().endswith(".pdf"):
        for unseen in find_onzichtbaar(naam, inhoud):
            yield _melding(unseen.woorden, unseen.reden, Bron(naam, "pagina", unseen.pagina), redacteur)
    for hidden in find_verborgen(naam, inhoud):
        reason = f"{hidden.reden} ({hidden.plek})" if hidden.plek else hidden.reden
        yield _melding(hidden.woorden, reason, Bron(naam), redacteur)


def _melding(woorden: str, reden: str, bron: Bron, redacteur: Redacteur) -> Melding:
    named = lees_tekst(woorden, redacteur.kennis).vermeldingen
    words = woorden if len(woorden) <= _MAX_GETOOND else f"{woorden[:_MAX_GETOOND]}…"
    text = f"Deze tekst {reden}, maar staat wel in het bestand: “{words}”."
    if named:
        text += f" Er wordt iemand genoemd: {', '.join(dict.fromkeys(v.tekst for v in named))}."
    return melding("tekst-onzichtbaar", text, bron, ernst=Ernst.FOUT if named else Ernst.WAARSCHUWING)


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
