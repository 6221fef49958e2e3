"""Deciding on tracked changes: a Word file with some of them undone, as if they had never been made.

What is taken can stay as it is, for a reader sees tracked changes as accepted.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable

from pipeline.model.document import Wijziging
from pipeline.word.lezer_opmaak import Opmaakstijlen
from pipeline.word.lezer_wijzigingen import iter_wijzigingen
from pipeline.word.ooxml import Element, parse, qn, serialize
from pipeline.word.pakket import Pakket, open_pakket

_CHANGE_OF_LOOK = frozenset((qn("w:rPrChange"), qn("w:pPrChange")))


def undo_wijzigingen(docx_bytes: bytes, is_kept: Callable[[int, Wijziging], bool]) -> bytes:
    """Return the file without the changes that are not kept.

    ``is_kept`` gets each change with its number, from 1 on, in the order in which ``lees --wijzigingen`` lists
    them. Bytes that are no Word file are OnleesbaarPakket.
    """
    pakket = open_pakket(docx_bytes)
    root = parse(pakket.delen[pakket.hoofddeel])
    changes = list(iter_wijzigingen(root, _styles(pakket), ""))
    for number, (change, elements) in enumerate(changes, 1):
        if not is_kept(number, change):
            _undo(elements)
    pakket.delen[pakket.hoofddeel] = serialize(root)
    return pakket.to_bytes()


def undo_all(docx_bytes: bytes) -> bytes:
    """Return the file as it was before anybody tracked a change, marks of paragraphs and rows included."""
    pakket = open_pakket(docx_bytes)
    root = parse(pakket.delen[pakket.hoofddeel])
    marked = qn("w:ins"), qn("w:del"), qn("w:moveTo"), qn("w:moveFrom"), *_CHANGE_OF_LOOK
    _undo([e for e in root.iter(*marked) if e.getparent().tag != qn("w:rPr") or e.tag in _CHANGE_OF_LOOK])
    for paragraph in list(root.iter(qn("w:p"))):
        _undo_mark(paragraph, every=True)
    for row in list(root.iter(qn("w:tr"))):
        if row.find(f"{qn('w:trPr')}/{qn('w:ins')}") is not None:
            row.getparent().remove(row)
    for mark in list(root.iter(qn("w:del"))):
        if mark.getparent().tag == qn("w:trPr"):
            mark.getparent().remove(mark)
    pakket.delen[pakket.hoofddeel] = serialize(root)
    return pakket.to_bytes()


def _styles(pakket: Pakket) -> Opmaakstijlen:
    part = pakket.doel(pakket.hoofddeel, "styles")
    return Opmaakstijlen(parse(pakket.delen[part]) if part else None)


def _undo(elements: Iterable[Element]) -> None:
    """Undo single changes: what came goes, what went comes back, and a look is as it was."""
    touched = []
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        touched += list(element.iterancestors(qn("w:p")))[:1]
        if element.tag in (qn("w:ins"), qn("w:moveTo")) and parent.tag != qn("w:trPr"):
            if element.tag == qn("w:moveTo"):
                _restore_source(element)
            parent.remove(element)
        elif element.tag in (qn("w:del"), qn("w:moveFrom")) and parent.tag != qn("w:trPr"):
            _restore(element)
        elif element.tag in _CHANGE_OF_LOOK:
            _restore_look(element)
    rows = [row for paragraph in touched for row in list(paragraph.iterancestors(qn("w:tr")))[:1]]
    for paragraph in touched:
        _undo_mark(paragraph, every=False)
    for row in rows:
        _undo_row(row)


def _undo_row(row: Element) -> None:
    """Undo the mark of a row some of whose text was undone: what went is there again, what came goes when empty."""
    text = "".join(t.text or "" for t in row.iter(qn("w:t")))
    for mark in row.findall(f"{qn('w:trPr')}/{qn('w:del')}") if text.strip() else ():
        mark.getparent().remove(mark)
    is_new = row.find(f"{qn('w:trPr')}/{qn('w:ins')}") is not None
    if is_new and not text.strip() and row.getparent() is not None:
        row.getparent().remove(row)


def _restore(element: Element) -> None:
    """Put deleted or moved text back where it stood."""
    for text in element.iter(qn("w:delText")):
        text.tag = qn("w:t")
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _restore_source(moved: Element) -> None:
    """Put moved text back where it came from: Word names both ends alike."""
    text = "".join(t.text or "" for t in moved.iter(qn("w:t")))
    root = moved.getroottree().getroot()
    for source in list(root.iter(qn("w:moveFrom"))):
        parts = source.iter(qn("w:t"), qn("w:delText"))
        if source.getparent().tag != qn("w:rPr") and "".join(t.text or "" for t in parts) == text:
            _restore(source)
            return


def _restore_look(change: Element) -> None:
    """Give a run or paragraph the properties it had."""
    properties = change.getparent()
    old = copy.deepcopy(change[0]) if len(change) else None
    marks = [c for c in properties if properties.tag == qn("w:pPr") and c.tag in (qn("w:rPr"), qn("w:sectPr"))]
    for child in list(properties):
        if child not in marks:
            properties.remove(child)
    for position, child in enumerate(list(old) if old is not None else []):
        properties.insert(position, child)


def _undo_mark(paragraph: Element, every: bool) -> None:
    """Undo a tracked end of a paragraph: one whose text came with it goes, one that was deleted stays."""
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    if marks is None or paragraph.getparent() is None:
        return
    for name in ("w:del", "w:moveFrom"):
        for mark in marks.findall(qn(name)):
            marks.remove(mark)
    inserted = marks.find(qn("w:ins")) is not None or marks.find(qn("w:moveTo")) is not None
    text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
    if inserted and not text.strip():
        paragraph.getparent().remove(paragraph)
    elif inserted and every:
        for name in ("w:ins", "w:moveTo"):
            for mark in marks.findall(qn(name)):
                mark.tag = qn("w:del")
