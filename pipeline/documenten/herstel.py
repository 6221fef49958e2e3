"""What a loop in a template leaves behind that Word would want to repair: put right before writing."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pipeline.word.bladwijzers import renumber_bookmarks
from pipeline.word.ooxml import W14, WP, Element, W, add, make, qn

# ECMA-376 part 1, 17.4.66: CT_TcPr is a sequence.
_TCPR_NAMEN = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
_TCPR = {qn(f"w:{name}"): place for place, name in enumerate(_TCPR_NAMEN.split())}
_PARA_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_CONTROL_ID, _PARAGRAPH, _TABLE, _ROW, _CELL, _CELL_LOOK = (
    qn(f"w:{n}") for n in ("id", "p", "tbl", "tr", "tc", "tcPr")
)
_SPAN = qn("w:gridSpan")
_MAX_KOLOMMEN = 63  # what Word makes at most
# Few elements have an id, most documents none: found without looking at each element here.
_WITH_ID = etree.XPath("//@w14:paraId/.. | //@w14:textId/.. | //w:sdtPr/w:id", namespaces={"w": W, "w14": W14})


def herstel(root: Element) -> None:
    """Make a rendered part valid again: ids once, a paragraph in every cell, no table without rows."""
    renumber_bookmarks(root)
    _drop_empty_tables(root)
    for cell in root.iter(_CELL):
        if len(cell) == 0 or cell[-1].tag != _PARAGRAPH:
            cell.append(make("w:p"))
        _order_properties(cell)
    _widen_grids(root)
    _separate_tables(root)
    drop_double_ids([root])


def _order_properties(cell: Element) -> None:
    """Put the properties of a cell in the order of the schema: a tag such as ``colspan`` adds one in front."""
    properties = cell.find(_CELL_LOOK)
    if properties is None or len(properties) < 2:
        return
    places = [_TCPR.get(child.tag, len(_TCPR)) for child in properties]
    if places != sorted(places):
        properties[:] = sorted(properties, key=lambda child: _TCPR.get(child.tag, len(_TCPR)))


def _widen_grids(root: Element) -> None:
    """Give a table as many columns as its widest row takes: a cell that was made to span may need one more."""
    for table in {next(span.iterancestors(_TABLE)) for span in root.iter(_SPAN)}:
        grid = table.find(qn("w:tblGrid"))
        widest = max((_width(row) for row in table.iterchildren(_ROW)), default=0)
        if grid is not None:
            for _ in range(len(grid), widest):
                add(grid, "w:gridCol", w=grid[-1].get(qn("w:w"), "0") if len(grid) else "0")


def _width(row: Element) -> int:
    """Count the columns a row takes; a span that is no number counts for one."""
    spans = (cell.find(f"{_CELL_LOOK}/{_SPAN}") for cell in row.iterchildren(_CELL))
    written = (span.get(qn("w:val"), "") if span is not None else "1" for span in spans)
    return sum(min(int(w), _MAX_KOLOMMEN) if w.isdecimal() else 1 for w in written)


def renumber_drawings(roots: Iterable[Element]) -> None:
    """Number the drawings of all parts of a document together (``wp:docPr``)."""
    number = 0
    for root in roots:
        for element in root.iter(f"{{{WP}}}docPr"):
            number += 1
            element.set("id", str(number))


def drop_double_ids(roots: Iterable[Element]) -> None:
    """Drop the second use of ids that a program may leave out: paragraph ids, ids of content controls."""
    seen: set[tuple[str, str]] = {(key, "") for key in _PARA_IDS}
    for root in roots:
        for element in _WITH_ID(root):
            for key in _PARA_IDS:
                value = element.get(key)
                if value is not None and (key, value) in seen:
                    del element.attrib[key]
                seen.add((key, value or ""))
            if element.tag == _CONTROL_ID and element.getparent().tag == qn("w:sdtPr"):
                key_value = ("sdt", element.get(qn("w:val"), ""))
                if key_value in seen:
                    element.getparent().remove(element)
                seen.add(key_value)


def _drop_empty_tables(root: Element) -> None:
    for owner, part in ((_ROW, _CELL), (_TABLE, _ROW)):
        for element in list(root.iter(owner)):
            if next(element.iter(part), None) is None:
                element.getparent().remove(element)


def _separate_tables(root: Element) -> None:
    """Two tables that touch become one in Word; a document does not end in a table."""
    for table in list(root.iter(_TABLE)):
        following = table.getnext()
        if following is not None and following.tag == _TABLE:
            table.addnext(make("w:p"))
        elif following is not None and following.tag == qn("w:sectPr"):
            table.addnext(_make_end())


def _make_end() -> Element:
    """Make the paragraph that Word wants behind a last table, too small to need a page of its own."""
    paragraph = make("w:p")
    properties = add(paragraph, "w:pPr")
    add(properties, "w:spacing", before="0", after="0", line="20", lineRule="exact")
    add(add(properties, "w:rPr"), "w:sz", val="2")
    return paragraph
