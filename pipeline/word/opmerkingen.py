"""Comments in a Word file: those that are there, and new ones put at the words they are about.

Rules come from ECMA-376 part 1, 17.13.4: a range marked by commentRangeStart and commentRangeEnd, a run with
the reference behind it, and the text in a part of its own.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.word.lezer import number_alineas
from pipeline.word.ooxml import (
    XML_SPACE,
    Element,
    add,
    find_invalid_character,
    make,
    own_paragraph,
    parse,
    qn,
    serialize,
)
from pipeline.word.pakket import Pakket, open_pakket

AUTEUR = "regietafel"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ONE = frozenset(qn(f"w:{name}") for name in ("tab", "ptab", "cr", "noBreakHyphen"))
_GONE = frozenset((qn("w:del"), qn("w:moveFrom"), _FALLBACK))


@dataclass(frozen=True, slots=True)
class NieuweOpmerking:
    """A comment to put in: its text, a line per paragraph, and where it belongs.

    ``alinea`` counts paragraphs as ``read_docx`` does, ``begin`` and ``eind`` are offsets in its text; where
    these do not hold ``fragment``, the words it is about, those are looked for. What is nowhere to be found
    gets its comment at the whole paragraph, or at the first of the document.
    """

    tekst: str
    alinea: int | None = None
    begin: int | None = None
    eind: int | None = None
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A comment as somebody made it: who, when, what, and the words it is about in paragraph ``alinea``."""

    auteur: str
    tekst: str
    fragment: str = ""
    alinea: int | None = None
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A piece of the visible text of a paragraph: the element, and where it begins and ends in the text."""

    element: Element
    begin: int
    eind: int


def add_opmerkingen(docx_bytes: bytes, opmerkingen: Iterable[NieuweOpmerking], auteur: str = AUTEUR) -> bytes:
    """Return the file with these comments; everything else in it, comments of others included, stays.

    Bytes that are no Word file are OnleesbaarPakket.
    """
    pakket = open_pakket(docx_bytes)
    root = parse(pakket.delen[pakket.hoofddeel])
    paragraphs = list(root.iter(qn("w:p")))
    numbered = {number: paragraphs[index] for number, index in number_alineas(docx_bytes).items()}
    comments, part = _open_comments(pakket)
    taken = [int(c.get(qn("w:id"), "0")) for c in comments.iter(qn("w:comment")) if c.get(qn("w:id"), "").isdecimal()]
    for comment_id, opmerking in enumerate(opmerkingen, max(taken, default=-1) + 1):
        paragraph, begin, end = _find_place(opmerking, numbered, paragraphs)
        _mark(paragraph, begin, end, str(comment_id))
        comments.append(_make_comment(str(comment_id), opmerking.tekst, auteur))
    pakket.delen[pakket.hoofddeel] = serialize(root)
    if part:
        pakket.delen[part] = serialize(comments)
    elif len(comments):
        pakket.add_deel("word/comments.xml", serialize(comments), _COMMENTS_TYPE, _COMMENTS_REL, pakket.hoofddeel)
    return pakket.to_bytes()


def read_opmerkingen(docx_bytes: bytes) -> tuple[Opmerking, ...]:
    """Return the comments of a file in the order of the text; bytes that are no Word file are OnleesbaarPakket."""
    pakket = open_pakket(docx_bytes)
    root = parse(pakket.delen[pakket.hoofddeel])
    comments, _ = _open_comments(pakket)
    by_id = {c.get(qn("w:id")): c for c in comments.iter(qn("w:comment"))}
    numbers = {index: number for number, index in number_alineas(docx_bytes).items()}
    paragraphs = {p: numbers.get(index) for index, p in enumerate(root.iter(qn("w:p")))}
    found = []
    for reference in root.iter(qn("w:commentReference")):
        comment = by_id.get(reference.get(qn("w:id")))
        paragraph = own_paragraph(reference)
        if comment is not None:
            place = paragraphs.get(paragraph) if paragraph is not None else None
            found.append(_read(comment, _ranged_text(root, reference.get(qn("w:id"), "")), place))
    return tuple(found)


def _read(comment: Element, fragment: str, alinea: int | None) -> Opmerking:
    lines = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in comment.iter(qn("w:p")))
    written = comment.get(qn("w:date"), "")[:10]
    day = date.fromisoformat(written) if re.fullmatch(r"\d{4}-[01]\d-[0-3]\d", written) else None
    return Opmerking(comment.get(qn("w:author"), ""), "\n".join(line for line in lines if line), fragment, alinea, day)


def _ranged_text(root: Element, comment_id: str) -> str:
    """Return the words between the marks of a comment."""
    inside, pieces = False, []
    for element in root.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
        if element.tag == qn("w:t"):
            pieces += [element.text or ""] if inside else []
        elif element.get(qn("w:id")) == comment_id:
            inside = element.tag == qn("w:commentRangeStart")
    return "".join(pieces)


def _open_comments(pakket: Pakket) -> tuple[Element, str | None]:
    part = pakket.doel(pakket.hoofddeel, "comments")
    return (parse(pakket.delen[part]), part) if part else (make("w:comments"), None)


def _find_place(
    opmerking: NieuweOpmerking, numbered: dict[int, Element], paragraphs: Sequence[Element]
) -> tuple[Element, int, int]:
    """Return the paragraph and the stretch of its text a comment belongs to."""
    own = numbered.get(opmerking.alinea) if opmerking.alinea is not None else None
    if own is not None:
        text = "".join(_text(s.element) for s in _stukken(own))
        begin, end = opmerking.begin or 0, opmerking.eind if opmerking.eind is not None else len(text)
        if not opmerking.fragment or _fold(text[begin:end]) == _fold(opmerking.fragment):
            return own, begin, min(end, len(text))
    for paragraph in [own] if own is not None else paragraphs:
        text = "".join(_text(s.element) for s in _stukken(paragraph))
        found = re.search(r"\s+".join(map(re.escape, opmerking.fragment.split())), text) if opmerking.fragment else None
        if found:
            return paragraph, found.start(), found.end()
    paragraph = own if own is not None else next((p for p in paragraphs if any(_stukken(p))), paragraphs[0])
    return paragraph, 0, sum(s.eind - s.begin for s in _stukken(paragraph))


def _fold(text: str) -> str:
    return " ".join(text.split())


def _stukken(paragraph: Element) -> Iterator[_Stuk]:
    """Give the pieces of text of a paragraph that a reader sees."""
    position = 0
    for element in paragraph.iter(qn("w:t"), qn("w:br"), *_ONE):
        if own_paragraph(element) is not paragraph or element.getparent().tag != qn("w:r"):
            continue
        if any(a.tag in _GONE for a in element.iterancestors()):
            continue
        length = len(_text(element))
        yield _Stuk(element, position, position + length)
        position += length


def _text(element: Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:br"):
        return "" if element.get(qn("w:type")) in ("page", "column") else "\n"
    return "-" if element.tag == qn("w:noBreakHyphen") else "\n" if element.tag == qn("w:cr") else "\t"


def _mark(paragraph: Element, begin: int, end: int, comment_id: str) -> None:
    """Put the range and the reference of a comment in a paragraph."""
    _split(paragraph, begin)
    _split(paragraph, end)
    inside = [s for s in _stukken(paragraph) if s.begin < end and s.eind > begin and s.eind > s.begin]
    start, stop = make("w:commentRangeStart", id=comment_id), make("w:commentRangeEnd", id=comment_id)
    reference = make("w:r")
    add(reference, "w:commentReference", id=comment_id)
    if inside:
        first, last = _child_of(paragraph, inside[0].element), _child_of(paragraph, inside[-1].element)
        first.addprevious(start)
        last.addnext(stop)
    else:
        paragraph.append(start)
        paragraph.append(stop)
    stop.addnext(reference)


def _child_of(paragraph: Element, element: Element) -> Element:
    """Return the child of the paragraph an element stands in: a run, or a link or change around it."""
    while element.getparent() is not paragraph:
        element = element.getparent()
    return element


def _split(paragraph: Element, offset: int) -> None:
    """Cut the run that holds this offset in two, so that a mark can stand between."""
    piece = next((s for s in _stukken(paragraph) if s.begin < offset < s.eind), None)
    if piece is not None and piece.element.tag == qn("w:t"):
        text, at = piece.element.text or "", offset - piece.begin
        tail = make("w:t")
        tail.text, piece.element.text = text[at:], text[:at]
        for part in (tail, piece.element):
            part.set(XML_SPACE, "preserve")
        piece.element.addnext(tail)
        _split_run(tail)
        return
    edge = next((s for s in _stukken(paragraph) if s.begin == offset and s.eind > offset), None)
    if edge is not None and any(e.tag != qn("w:rPr") for e in edge.element.itersiblings(preceding=True)):
        _split_run(edge.element)


def _split_run(first: Element) -> None:
    """Move an element and what follows it in its run to a run of its own, with the same look."""
    run = first.getparent()
    new = make("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    for element in [first, *first.itersiblings()]:
        new.append(element)
    run.addnext(new)


def _make_comment(comment_id: str, tekst: str, auteur: str) -> Element:
    comment = make("w:comment", id=comment_id, author=auteur, initials=auteur[:2])
    for number, line in enumerate(tekst.split("\n")):
        paragraph = add(comment, "w:p")
        if number == 0:
            add(add(paragraph, "w:r"), "w:annotationRef")
        text = add(add(paragraph, "w:r"), "w:t")
        text.set(XML_SPACE, "preserve")
        text.text = "".join(c for c in line if find_invalid_character(c) is None)
    return comment
