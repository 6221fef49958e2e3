"""Blocks of running text as Word has them: paragraphs, real lists, real tables."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.documenten.bladspiegel import keep_with_next
from pipeline.documenten.invullen import fill_paragraph, stukken_of
from pipeline.documenten.waarde import Blokken, opgemaakt
from pipeline.markering.inline import Stuk
from pipeline.model import Alinea, Tabel
from pipeline.word.lijsten import MAX_NIVEAU, Lijsten
from pipeline.word.ooxml import Element, add, ensure_first, make, qn

TABEL_STIJL = "Regietafel tabel"
_STIJLEN = {"opsomming": "List Bullet", "nummering": "List Number"}
_FALLBACK = "List Paragraph"
_CELL_STYLE = "Tabeltekst"
_HEAD_STYLE = "Tabelkop"
_TABLE_ROOM, _SUBHEADING_ROOM = "180", "200"
# What stands behind w:spacing in the properties of a paragraph (17.3.1.26, CT_PPr).
_AFTER_SPACING = frozenset(
    qn(f"w:{name}")
    for name in (
        "ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap "
        "outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)


@dataclass(slots=True)
class _Teller:
    """Which numbered list runs at each level, and what its next number is."""

    lijst: dict[int, str]
    volgende: dict[int, int]


class BlokZetter:
    """Puts the blocks of one document in the place of the paragraph that prints them."""

    def __init__(self, lijsten: Lijsten) -> None:
        """Use the lists and styles of this document."""
        self.lijsten = lijsten
        self.stijlen = lijsten.stijlen
        self._opmaak: dict[tuple[str, int, str], Element] = {}

    def zet(self, paragraph: Element, run: Element, blokken: Blokken) -> None:
        """Insert the blocks behind a paragraph; one that holds nothing else is theirs, and goes.

        Paragraphs look like the one in the template: its properties and those of its run are theirs.
        """
        properties = run.find(qn("w:rPr"))
        elements = list(self._elements(blokken, paragraph.find(qn("w:pPr")), properties))
        _give_tables_room(elements)
        for element in reversed(elements):
            paragraph.addnext(element)
        if _is_empty(paragraph):
            _remove_paragraph(paragraph)

    def _elements(
        self, blokken: Blokken, paragraph_properties: Element | None, run_properties: Element | None
    ) -> Iterable[Element]:
        teller = _Teller({}, {})
        for blok in blokken:
            if isinstance(blok, Tabel):
                teller = _Teller({}, {})
                yield self._tabel(blok)
            elif blok.soort == "alinea":
                teller = _Teller({}, {})
                yield _alinea(blok, paragraph_properties, run_properties, is_laatste=blok is blokken[-1])
            else:
                yield self._lijst_item(blok, teller, run_properties)

    def _lijst_item(self, alinea: Alinea, teller: _Teller, run_properties: Element | None) -> Element:
        level = min(max(alinea.niveau, 0), MAX_NIVEAU)
        paragraph = make("w:p")
        paragraph.append(copy.deepcopy(self._lijst_opmaak(alinea.soort, level, self._num_id(alinea, level, teller))))
        fill_paragraph(paragraph, stukken_of(opgemaakt(alinea.tekst)), run_properties)
        return paragraph

    def _lijst_opmaak(self, soort: str, level: int, num_id: str) -> Element:
        """The properties of an item of a list, made once for each list and level of a document."""
        known = self._opmaak.get((soort, level, num_id))
        if known is None:
            known = self._opmaak[soort, level, num_id] = make("w:pPr")
            style = self.stijlen.id(_STIJLEN[soort]) or self.stijlen.id(_FALLBACK)
            if style:
                add(known, "w:pStyle", val=style)
            numbering = add(known, "w:numPr")
            add(numbering, "w:ilvl", val=str(level))
            add(numbering, "w:numId", val=num_id)
        return known

    def _num_id(self, alinea: Alinea, level: int, teller: _Teller) -> str:
        for deeper in [n for n in teller.lijst if n > level]:
            del teller.lijst[deeper]
        if alinea.soort == "opsomming":
            teller.lijst.pop(level, None)
            return self.lijsten.opsomming()
        written = alinea.nummer.strip(" .)")
        number = int(written) if written.isdecimal() and len(written) < 6 else teller.volgende.get(level, 1)
        if level not in teller.lijst or (written and number != teller.volgende[level]):
            teller.lijst[level] = self.lijsten.nummering(number, level)
        teller.volgende[level] = number + 1
        return teller.lijst[level]

    def _tabel(self, tabel: Tabel) -> Element:
        columns = max((len(row) for row in tabel.rijen), default=1)
        table = make("w:tbl")
        properties = add(table, "w:tblPr")
        style = self.stijlen.id(TABEL_STIJL, "table") or self.stijlen.id("Table Grid", "table")
        if style:
            add(properties, "w:tblStyle", val=style)
        add(properties, "w:tblW", w="5000", type="pct")
        add(properties, "w:tblLook", val="0420", firstRow="1", noVBand="1")
        widths = _widths(tabel, columns)
        grid = add(table, "w:tblGrid")
        for width in widths:
            add(grid, "w:gridCol", w=str(width))
        for number, row in enumerate(tabel.rijen):
            table.append(self._rij(row + ("",) * (columns - len(row)), widths, number == 0))
        return table

    def _rij(self, cellen: tuple[str, ...], widths: list[int], is_kop: bool) -> Element:
        row = make("w:tr")
        properties = add(row, "w:trPr")
        add(properties, "w:cantSplit")
        if is_kop:
            add(properties, "w:tblHeader")
        style = self.stijlen.id(_HEAD_STYLE if is_kop else _CELL_STYLE)
        for text, width in zip(cellen, widths, strict=True):
            cell = add(row, "w:tc")
            add(add(cell, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
            paragraph = add(cell, "w:p")
            if style:
                add(add(paragraph, "w:pPr"), "w:pStyle", val=style)
            fill_paragraph(paragraph, stukken_of(opgemaakt(text)))
        return row


def _alinea(
    alinea: Alinea, paragraph_properties: Element | None, run_properties: Element | None, is_laatste: bool
) -> Element:
    stukken = stukken_of(opgemaakt(alinea.tekst))
    paragraph = make("w:p")
    properties = add(paragraph, "w:pPr") if paragraph_properties is None else copy.deepcopy(paragraph_properties)
    for section in properties.findall(qn("w:sectPr")):
        properties.remove(section)
    paragraph.insert(0, properties)
    fill_paragraph(paragraph, stukken, run_properties)
    if not is_laatste and _is_tussenkop(stukken):
        keep_with_next(paragraph)
        _set_spacing(paragraph, "before", _SUBHEADING_ROOM)
    elif not is_laatste and alinea.tekst.rstrip().endswith(":"):
        keep_with_next(paragraph)
    if len(properties) == 0:
        paragraph.remove(properties)
    return paragraph


def _is_tussenkop(stukken: tuple[Stuk, ...]) -> bool:
    """Tell whether a writer used a bold line as a heading inside an item."""
    return bool(stukken) and all(stuk.vet and stuk.markering is None for stuk in stukken)


def _give_tables_room(elements: list[Element]) -> None:
    """A table has no space around it of its own: its neighbours keep some distance."""
    for before, after in pairwise(elements):
        if after.tag == qn("w:tbl") and before.tag == qn("w:p"):
            _set_spacing(before, "after", _TABLE_ROOM)
        if before.tag == qn("w:tbl") and after.tag == qn("w:p"):
            _set_spacing(after, "before", _TABLE_ROOM)


def _set_spacing(paragraph: Element, side: str, room: str) -> None:
    properties = ensure_first(paragraph, "w:pPr")
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = make("w:spacing")
        later = next((child for child in properties if child.tag in _AFTER_SPACING), None)
        properties.append(spacing) if later is None else later.addprevious(spacing)
    spacing.set(qn(f"w:{side}"), room)


def _widths(tabel: Tabel, columns: int, total: int = 9639) -> list[int]:
    """Share the width by how much text a column has, so that no column is squeezed or empty."""
    longest = [max((len(row[c]) for row in tabel.rijen if c < len(row)), default=0) for c in range(columns)]
    shares = [min(max(length, 8), 60) for length in longest]
    return [round(total * share / sum(shares)) for share in shares]


def _is_empty(paragraph: Element) -> bool:
    return not any(True for run in paragraph.iter(qn("w:r")) for child in run if child.tag != qn("w:rPr"))


def _remove_paragraph(paragraph: Element) -> None:
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        paragraph.getparent().remove(paragraph)
