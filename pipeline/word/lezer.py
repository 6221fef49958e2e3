"""A Word file -> its text in blocks, as a reader sees it with all tracked changes accepted.

What Word really writes for each of these features, and why it is read this way: ``docs/analyse``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.model import Melding
from pipeline.model.document import Bronblok, Cel, Document, Plek, Tabelblok, Tekstblok, Wijziging
from pipeline.word.bladwijzers import PREFIX
from pipeline.word.lezer_namen import MC, W, fill_of, find, get, val
from pipeline.word.lezer_nummering import Lijstnummer, Nummering
from pipeline.word.lezer_opmaak import Opmaakstijlen
from pipeline.word.lezer_over import NietOver
from pipeline.word.lezer_pakket import Leespakket, open_pakket
from pipeline.word.lezer_tekst import Alineatekst, Velden, choose, is_beeld, is_placeholder, read_alinea, runs_on
from pipeline.word.lezer_wijzigingen import find_wijzigingen

# Of the usual size: a heading is two points larger at least (11 to 13). Letters: one that only its size makes a heading
# fits on a line.
_GROTER, _EEN_REGEL = 1.15, 80
_MAX_KOP = 120
_GETYPT_NUMMER = re.compile(r"^(?:(?:(?i:(?:agenda)?punt|ad)\s+)?\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.)\s+")
_MAX_DIEPTE = 60
_MAX_KOLOMMEN = 60
_WOORD = re.compile(r"[^\W\d_]{3}")


def read_docx(data: bytes, bestand: str) -> tuple[Document | None, tuple[Wijziging, ...], tuple[Melding, ...]]:
    """Read a Word file: its blocks, its tracked changes, and what was wrong with it.

    ``bestand`` is the name that places and Meldingen carry. The document is None where nothing can be read.
    """
    pakket, meldingen = open_pakket(data, bestand)
    if pakket is None:
        return None, (), meldingen
    lezer = _Lezer(pakket, Opmaakstijlen(pakket.stijlen))
    body = find(pakket.hoofd, "body")
    blocks = tuple(lezer.read_blocks(body)) if body is not None else ()
    headers, footers = _furniture(pakket, lezer.stijlen)
    document = Document(bestand, "alinea", blocks, headers, footers)
    meldingen = (*meldingen, *lezer.niet_over.tell(bestand))
    return document, find_wijzigingen(pakket.hoofd, lezer.stijlen, bestand), meldingen


def count_beelden(data: bytes) -> int:
    """Count the pictures in the text of a Word file; headers and footers are not looked at."""
    pakket, _ = open_pakket(data, "")
    places = pakket.hoofd.iter(*(f"{W}{name}" for name in ("drawing", "pict", "object"))) if pakket else ()
    return sum(is_beeld(place) for place in places)


def number_alineas(data: bytes) -> dict[int, int]:
    """Return for each paragraph number as places count them, which of the ``w:p`` of the main part it is.

    Both count in document order, but places leave out what a reader does not see. Empty where nothing can be read.
    """
    pakket, _ = open_pakket(data, "")
    body = find(pakket.hoofd, "body") if pakket is not None else None
    if pakket is None or body is None:
        return {}
    lezer = _Lezer(pakket, Opmaakstijlen(pakket.stijlen))
    for _ in lezer.read_blocks(body):
        pass
    order = {element: index for index, element in enumerate(pakket.hoofd.iter(f"{W}p"))}
    return {number: order[element] for number, element in lezer.elementen.items() if element in order}


def _furniture(pakket: Leespakket, stijlen: Opmaakstijlen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of the page headers and of the page footers, each once."""
    texts: dict[str, list[str]] = {"headerReference": [], "footerReference": []}
    for sect in pakket.hoofd.iter(f"{W}sectPr"):
        for kind, seen in texts.items():
            for reference in sect.iterchildren(f"{W}{kind}"):
                part = pakket.delen.get(_rid(reference))
                seen.extend(t for t in _part_texts(pakket, part, stijlen) if t not in seen)
    return tuple(texts["headerReference"]), tuple(texts["footerReference"])


def _rid(reference: etree._Element) -> str:
    return next((v for k, v in reference.attrib.items() if str(k).endswith("}id")), "")


def _part_texts(pakket: Leespakket, part: etree._Element | None, stijlen: Opmaakstijlen) -> Iterator[str]:
    if part is None:
        return
    for blok in _Lezer(pakket, stijlen).read_blocks(part):
        rows = ((blok.tekst,),) if isinstance(blok, Tekstblok) else _row_texts(blok)
        yield from (text.strip() for row in rows for text in row if text.strip())


def _row_texts(tabel: Tabelblok) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cel.tekst for cel in rij if not cel.vervolg) for rij in tabel.rijen)


@dataclass(slots=True)
class _Lezer:
    """Walks through a document part in order; counts its paragraphs, its list numbers and open fields."""

    pakket: Leespakket
    stijlen: Opmaakstijlen
    nummering: Nummering = field(init=False)
    velden: Velden = field(default_factory=Velden)
    alinea: int = 0
    elementen: dict[int, etree._Element] = field(default_factory=dict)
    gewone_maat: float = 22.0
    niet_over: NietOver = field(default_factory=NietOver)

    def __post_init__(self) -> None:
        self.nummering = Nummering(self.pakket.nummering)
        self.gewone_maat = self._usual_size()

    def _usual_size(self) -> float:
        """Return the size most of the text is set in, in half points."""
        weight: dict[float, int] = {}
        for paragraph in self.pakket.hoofd.iter(f"{W}p"):
            size = self.stijlen.size(paragraph)
            if size:
                weight[size] = weight.get(size, 0) + sum(len(t.text or "") for t in paragraph.iter(f"{W}t"))
        return max(weight, key=lambda s: weight[s], default=22.0)

    def read_blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Bronblok]:
        """Give the blocks of a body, cell, text box, header or note."""
        pending: tuple[etree._Element, Alineatekst, int] | None = None
        for element in _block_elements(container):
            if element.tag == f"{W}tbl":
                yield from self._read_table(element, depth)
                continue
            self.alinea += 1
            self.elementen[self.alinea] = element
            text = read_alinea(element, self.stijlen, self.velden)
            self.niet_over.note(text, self.alinea)
            first, number = element, self.alinea
            if pending is not None:
                first, text, number = pending[0], _join(pending[1], text), pending[2]
            pending = (first, text, number) if runs_on(element) else None
            if pending is None:
                yield from self._read_paragraph(first, text, number, depth)
        if pending is not None:
            yield from self._read_paragraph(pending[0], pending[1], pending[2], depth)

    def _read_paragraph(
        self, paragraph: etree._Element, text: Alineatekst, number: int, depth: int
    ) -> Iterator[Bronblok]:
        if not self.stijlen.is_contents(paragraph):
            blok = self._block(paragraph, text, number)
            if blok.tekst.strip() or blok.nummer:
                yield blok
        for kind, note_id in text.noten:
            yield from self._read_note(kind, note_id, number, depth)
        for box in text.vakken if depth < _MAX_DIEPTE else ():
            yield from self.read_blocks(box, depth + 1)

    def _block(self, paragraph: etree._Element, text: Alineatekst, number: int) -> Tekstblok:
        plekken = (Plek(0, number),)
        # an empty paragraph shows its number in Word, but in the text of a meeting it is nothing
        lijst = self._list_number(paragraph) if text.tekst.strip() else None
        level = self._heading_level(paragraph, text, lijst)
        label = lijst.tekst if lijst else ""
        marks = _bookmarks(paragraph)
        if level:
            return Tekstblok(text.tekst, "kop", level, label, text.vet, plekken, vette=text.vette, bladwijzers=marks)
        if lijst:
            return Tekstblok(
                text.tekst, "lijstitem", lijst.niveau, label, text.vet, plekken, vette=text.vette, bladwijzers=marks
            )
        return Tekstblok(text.tekst, "alinea", 0, "", text.vet, plekken, vette=text.vette, bladwijzers=marks)

    def _list_number(self, paragraph: etree._Element) -> Lijstnummer | None:
        num_pr = self.stijlen.num_pr(paragraph)
        return self.nummering.next(*num_pr) if num_pr else None

    def _heading_level(self, paragraph: etree._Element, text: Alineatekst, lijst: Lijstnummer | None) -> int:
        """Return the level of a heading, 0 for none: by its style, or by how it looks."""
        shown = text.tekst.strip()
        level = self.stijlen.outline_level(paragraph)
        if level or not shown or len(shown) > _MAX_KOP or "\n" in shown:
            return level if level and shown else 0
        size = self.stijlen.size(paragraph) or self.gewone_maat
        larger = size >= self.gewone_maat * _GROTER
        if shown[-1] in ".;,!" or ". " in _GETYPT_NUMMER.sub("", shown) or (lijst is not None and lijst.opsomming):
            return 0
        if self.stijlen.keeps_with_next(paragraph) and (larger or text.vet):
            return 2 + (lijst.niveau if lijst else 0)
        return 3 if text.vet or (larger and len(shown) < _EEN_REGEL) else 0

    def _read_note(self, kind: str, note_id: str, number: int, depth: int) -> Iterator[Tekstblok]:
        root = self.pakket.voetnoten if kind == "voetnoot" else self.pakket.eindnoten
        notes = root.iterchildren(tag=etree.Element) if root is not None and depth < _MAX_DIEPTE else ()
        for note in notes:
            if get(note, "id") == note_id and get(note, "type", "normal") == "normal":
                counted = self.alinea
                text = " ".join(b.tekst.strip() for b in self.read_blocks(note, depth + 1) if isinstance(b, Tekstblok))
                self.alinea = counted
                yield Tekstblok(text, "voetnoot", 0, note_id, plekken=(Plek(0, number),))

    def _read_table(self, table: etree._Element, depth: int) -> Iterator[Bronblok]:
        """Read a table; one that only frames its content gives that content, nested tables follow theirs."""
        rows = [row for row in _children(table, "tr") if find(row, "trPr", "del") is None]
        cells = [list(_children(row, "tc")) for row in rows]
        if depth >= _MAX_DIEPTE:
            return
        if sum(len(row) for row in cells) == 1:
            yield from self.read_blocks(next(row[0] for row in cells if row), depth + 1)
            return
        grid: list[tuple[Cel, ...]] = []
        plekken, nested = [], []
        for row, row_cells in zip(rows, cells, strict=True):
            plekken.append(Plek(0, self.alinea + 1))
            read, inner = self._read_row(row, row_cells, grid[-1] if grid else (), depth)
            grid.append(read)
            nested.extend(inner)
        width = max((len(row) for row in grid), default=0)
        filled = tuple(row + (Cel(),) * (width - len(row)) for row in grid)
        if width:
            yield Tabelblok(filled, tuple(plekken), tuple(_bookmarks(row) for row in rows), not _is_joined(table))
        yield from nested

    def _read_row(
        self, row: etree._Element, cells: list[etree._Element], above: tuple[Cel, ...], depth: int
    ) -> tuple[tuple[Cel, ...], list[Bronblok]]:
        found = [Cel()] * _count(val(row, "trPr", "gridBefore"))
        nested: list[Bronblok] = []
        struck: dict[int, str] = {}
        gone = self.niet_over.doorgehaald
        first = len(gone)
        for cell in cells:
            before = len(gone)
            text, inner = self._read_cell(cell, depth)
            struck[len(found)] = "\n".join(text for text, _ in gone[before:])
            nested.extend(inner)
            merge = find(cell, "tcPr", "vMerge")
            column = len(found)
            if merge is not None and get(merge, "val", "continue") == "continue" and column < len(above):
                found.append(Cel(above[column].tekst, vervolg=True))
            else:
                found.append(Cel(text, kleur=_colour(cell)))
            found.extend([Cel()] * (_count(val(cell, "tcPr", "gridSpan")) - 1))
        if _is_struck(found, struck):
            gone[first:] = [(" | ".join(filter(None, struck.values())), gone[first][1])]
            found = [
                replace(cel, tekst=cel.tekst or struck.get(n, ""), doorgehaald=True) for n, cel in enumerate(found)
            ]
        return tuple(found[:_MAX_KOLOMMEN]), nested

    def _read_cell(self, cell: etree._Element, depth: int) -> tuple[str, list[Bronblok]]:
        """Return the text of a cell, a line per paragraph, and the tables in it."""
        lines, nested = [], []
        for blok in self._cell_blocks(cell, depth):
            if isinstance(blok, Tabelblok):
                nested.append(blok)
                continue
            prefix = blok.nummer or ("•" if blok.soort == "lijstitem" else "")
            text = f"({blok.tekst.strip()})" if blok.soort == "voetnoot" else blok.tekst.strip()
            lines.append(f"{prefix} {text}".strip() if blok.soort != "voetnoot" else text)
        return "\n".join(line for line in lines if line), list(nested)

    def _cell_blocks(self, cell: etree._Element, depth: int) -> Iterator[Bronblok]:
        """Give the blocks of a cell; here an empty numbered paragraph counts: it is the number of the row."""
        blocks = list(self.read_blocks(cell, depth + 1))
        if blocks:
            yield from blocks
            return
        for paragraph in _block_elements(cell):
            lijst = self._list_number(paragraph) if paragraph.tag == f"{W}p" else None
            if lijst and lijst.tekst:
                yield Tekstblok("", "lijstitem", lijst.niveau, lijst.tekst)


def _colour(cell: etree._Element) -> str:
    """Return the colour a cell was filled with by hand; empty for none."""
    return fill_of(find(cell, "tcPr", "shd"))


def _is_struck(cells: Sequence[Cel], struck: Mapping[int, str]) -> bool:
    """Tell whether a row is struck through as a whole: what is left is no more than its number."""
    left = any(_WOORD.search(cel.tekst) for cel in cells if not cel.vervolg)
    return not left and any(_WOORD.search(text) for text in struck.values())


def _is_joined(table: etree._Element) -> bool:
    """Tell whether Word shows this table as one with the table before it: with nothing in between."""
    before = table.getprevious()
    while before is not None and before.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        before = before.getprevious()
    return before is not None and before.tag == f"{W}tbl" and before.find(f".//{W}tbl") is None


def _bookmarks(element: etree._Element) -> tuple[str, ...]:
    """Return the names of our own hidden bookmarks in a paragraph or row, in order."""
    names = (get(start, "name") for start in element.iter(f"{W}bookmarkStart"))
    return tuple(name for name in names if name.startswith(PREFIX))


def _count(written: str | None) -> int:
    return min(int(written), _MAX_KOLOMMEN) if written and written.isdigit() else 0


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the rows of a table or the cells of a row, also where a content control or a change wraps them."""
    for child in element.iterchildren(tag=etree.Element):
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag == f"{W}sdt":
            content = find(child, "sdtContent")
            if content is not None:
                yield from _children(content, name)
        elif child.tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _children(child, name)


def _block_elements(container: etree._Element) -> Iterator[etree._Element]:
    """Give the paragraphs and tables of a container, those in content controls and alternatives included."""
    for child in container.iterchildren(tag=etree.Element):
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag == f"{W}sdt":
            content = find(child, "sdtContent")
            if content is not None and not is_placeholder(child):
                yield from _block_elements(content)
        elif child.tag == f"{MC}AlternateContent":
            yield from _block_elements(choose(child))
        elif child.tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"):
            yield from _block_elements(child)


def _join(first: Alineatekst, second: Alineatekst) -> Alineatekst:
    shift = len(first.tekst)
    return Alineatekst(
        first.tekst + second.tekst,
        first.vet and second.vet,
        first.noten + second.noten,
        first.vakken + second.vakken,
        first.vette + tuple((begin + shift, end + shift) for begin, end in second.vette),
    )
