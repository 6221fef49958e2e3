"""A Word file we made ourselves, perhaps edited since: read exactly, by the bookmarks that are in it.

Where a bookmark was lost, headings of the same level take its place. What a person typed counts, whatever the
layout; what we printed for reading along (speaking notes, columns that are worked out) is left out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lezen.acties import read_acties
from pipeline.lezen.besluiten import read_besluiten, read_besluitregel
from pipeline.lezen.eigen_lijsten import EigenLijsten, read_lijsten
from pipeline.lezen.eigen_merktekens import join_rows
from pipeline.lezen.eigen_personen import read_groepen
from pipeline.lezen.kopgegevens import read_kopgegevens
from pipeline.lezen.omgeving import Leesomgeving
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.vertrouwelijk import oordeel_blokken, with_oordeel
from pipeline.lezen.vet import mark_vet
from pipeline.lezen.woorden import is_actiekop, is_besluitkop
from pipeline.markering import find_markeringen
from pipeline.model import Actiepunt, Alinea, Besluit, Blok, Bron, Melding, Tabel, Verslag, VerslagPunt
from pipeline.model.document import Bronblok, Document, Tabelblok, Tekstblok
from pipeline.wie.namen import index_deelnemers
from pipeline.word.bladwijzers import is_bladwijzer, without_notitie

_KOP = re.compile(r"(?:(?P<nummer>\d{1,3}(?:\.\d{1,3})*[a-z]?)\.[\t ]+)?(?P<titel>.*?)", re.DOTALL)
_LETTERS, _ROMEINS = "abcdefghijklmnopqrstuvwxyz", ("i", "v", "x")


@dataclass(frozen=True, slots=True)
class _Eigendeel:
    """A heading with what stands under it."""

    kop: Tekstblok
    blokken: tuple[Bronblok, ...]

    @property
    def is_lijst(self) -> bool:
        """Tell whether it is the action list or the list of decisions rather than an item."""
        title = self.kop.tekst.strip()
        return not _is_punt(self.kop) and (is_actiekop(title) or is_besluitkop(title))


def is_eigen(document: Document) -> bool:
    """Tell whether a document has our bookmarks at its items."""
    return any(isinstance(b, Tekstblok) and _is_punt(b) for b in document.blokken)


def without_bladwijzers(document: Document) -> Document:
    """Return a document of ours as it is when its bookmarks are lost."""
    return replace(
        document,
        blokken=tuple(
            replace(b, bladwijzers=tuple(() for _ in b.bladwijzers))
            if isinstance(b, Tabelblok)
            else replace(b, bladwijzers=())
            for b in document.blokken
        ),
    )


def read_eigen(document: Document) -> tuple[Verslag, tuple[Melding, ...]]:
    """Read a document of ours. The actions of older meetings in its table come as Voortgang."""
    head, meldingen = read_kopgegevens(document)
    intro, parts = _split(document)
    people, more = read_groepen(intro, document)
    items = tuple(part for part in parts if not part.is_lijst)
    lists = read_lijsten(document, head.tafel, head.datum)
    omgeving = Leesomgeving(document, head.datum, index_deelnemers(people))
    verslag = Verslag(
        head.tafel,
        head.datum or date.min,
        head.status,
        head.tijd,
        head.locatie,
        kanttekening=_field(intro, "kanttekening"),
        deelnemers=people,
        inleiding=tuple(_blokken(_after_people(intro), document)),
        punten=tuple(_punt(part, document) for part in items),
        actiepunten=_acties(lists, items, omgeving),
        voortgang=lists.voortgang,
        besluiten=_besluiten(lists, items, omgeving),
        bron=Bron(document.bestand),
    )
    return verslag, meldingen + more


def _is_punt(blok: Tekstblok) -> bool:
    return any(is_bladwijzer(mark, "punt") for mark in blok.bladwijzers)


def _split(document: Document) -> tuple[tuple[Bronblok, ...], tuple[_Eigendeel, ...]]:
    """Cut the document before its first item, and at every heading from there on."""
    blocks = document.blokken
    level = next(b.niveau for b in blocks if isinstance(b, Tekstblok) and _is_punt(b))
    first = next(i for i, b in enumerate(blocks) if isinstance(b, Tekstblok) and _is_punt(b))
    parts: list[_Eigendeel] = []
    for blok in blocks[first:]:
        if isinstance(blok, Tekstblok) and _opens(blok, level):
            parts.append(_Eigendeel(blok, ()))
        else:
            parts[-1] = replace(parts[-1], blokken=(*parts[-1].blokken, blok))
    return blocks[:first], tuple(parts)


def _opens(blok: Tekstblok, level: int) -> bool:
    """Tell whether a block begins a section: by its bookmark, or as a heading of the highest level."""
    return _is_punt(blok) or (blok.soort == "kop" and blok.niveau <= min(level, 1))


def _field(intro: tuple[Bronblok, ...], naam: str) -> str:
    for blok in intro:
        if isinstance(blok, Tekstblok) and any(is_bladwijzer(mark, naam) for mark in blok.bladwijzers):
            return blok.tekst.strip()
    return ""


def _after_people(intro: tuple[Bronblok, ...]) -> Iterator[Bronblok]:
    """Give what stands between the last table of the heading and the first item: text above the items."""
    last = max((i for i, b in enumerate(intro) if isinstance(b, Tabelblok) and any(b.bladwijzers)), default=len(intro))
    yield from (b for b in intro[last + 1 :] if not (isinstance(b, Tekstblok) and b.bladwijzers))


def _punt(part: _Eigendeel, document: Document) -> VerslagPunt:
    number, title = _split_kop(part.kop)
    blocks = tuple(_blokken(part.blokken, document))
    punt = VerslagPunt(title, number, blocks, bron=document.bron(part.kop))
    return with_oordeel(punt, oordeel_blokken(title, number, part.blokken))


def _split_kop(kop: Tekstblok) -> tuple[str, str]:
    """Return of a heading its number and its title."""
    match = _KOP.fullmatch(kop.tekst.strip())
    assert match is not None
    number = match["nummer"] or kop.nummer.rstrip(".)")
    return number, match["titel"].strip()


def _blokken(blocks: Iterator[Bronblok] | tuple[Bronblok, ...], document: Document) -> Iterator[Blok]:
    for blok in blocks:
        if isinstance(blok, Tabelblok):
            if not any(any(marks) for marks in blok.bladwijzers):
                rows = tuple(tuple(" ".join(cel.tekst.split("\n")) for cel in row) for row in blok.rijen)
                yield Tabel(rows, document.bron(blok))
        elif read_besluitregel(blok, document) is None and (typed := _typed(blok)):
            yield _alinea(typed, document)


def _typed(blok: Tekstblok) -> Tekstblok | None:
    """Return a paragraph without the speaking note it began with; None where there is nothing else in it."""
    rest = blok.tekst
    for mark in blok.bladwijzers:
        rest = without_notitie(mark, rest)
    if rest == blok.tekst:
        return blok
    cut = len(blok.tekst) - len(rest)
    bold = tuple((max(begin - cut, 0), end - cut) for begin, end in blok.vette if end > cut)
    return replace(blok, tekst=rest, vette=bold) if rest.strip() else None


def _alinea(blok: Tekstblok, document: Document) -> Alinea:
    text, bron = mark_vet(blok), document.bron(blok)
    if blok.soort == "lijstitem":
        number = _to_number(blok.nummer, blok.niveau)
        return Alinea(text, "nummering" if number else "opsomming", blok.niveau, number, bron)
    return Alinea(f"Noot: {text}" if blok.soort == "voetnoot" else text, bron=bron)


def _to_number(shown: str, level: int) -> str:
    """Return a list number as a record writes it: Word shows deeper levels as letters and Roman numerals."""
    written = shown.strip(" .)").lower()
    if not written or written.isdecimal():
        return written
    if level % 3 == 2 and set(written) <= set(_ROMEINS):
        values = [{"i": 1, "v": 5, "x": 10}[c] for c in written]
        return str(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
    return str(_LETTERS.index(written) + 1) if len(written) == 1 and written in _LETTERS else shown


def _acties(lists: EigenLijsten, items: tuple[_Eigendeel, ...], omgeving: Leesomgeving) -> tuple[Actiepunt, ...]:
    """Put the rows and the markers together; a marker without a row becomes an action of its own."""
    found = [(f, title) for title, section in _secties(items) for f in read_acties(section, omgeving)]
    marked = [(actie, title) for actie, title in found if _is_marker(actie)]
    places = {actie.label: actie.agendapunt for actie, _ in marked if actie.label}
    rows = [replace(row, agendapunt=row.agendapunt or places.get(row.label, "")) for row in lists.actiepunten]
    return join_rows(rows, marked)


def _besluiten(lists: EigenLijsten, items: tuple[_Eigendeel, ...], omgeving: Leesomgeving) -> tuple[Besluit, ...]:
    """Put the rows and the sentences marked ``[B]`` together; only what waits for a number is taken from the text."""
    found = [(f, title) for title, section in _secties(items) for f in read_besluiten(section, omgeving)]
    return join_rows(lists.besluiten, [(b, title) for b, title in found if not b.label and "[B]" in _zin(b)])


def _secties(items: tuple[_Eigendeel, ...]) -> Iterator[tuple[str, Leessectie]]:
    """Give the items as sections to look for markers in, each with its title."""
    for part in items:
        number, title = _split_kop(part.kop)
        title = with_oordeel(VerslagPunt(title, number), "").titel
        yield title, Leessectie(replace(part.kop, nummer=number, tekst=title), part.blokken, 0, True)


def _is_marker(found: Actiepunt) -> bool:
    """Tell whether an action was marked as our records do: ``[A]`` or ``[A3]``."""
    return any(m.soort == "actie" for m in find_markeringen(_zin(found)))


def _zin(found: Actiepunt | Besluit) -> str:
    return (found.bron.zin or "") if found.bron else ""
