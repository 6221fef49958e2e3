"""A mark on top of every page of a Word file, whatever its template has there."""

from __future__ import annotations

from typing import Final

from lxml import etree

from pipeline.word.ooxml import Element, R, W, parse, qn, serialize
from pipeline.word.pakket import Pakket, open_pakket

_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_KLEUR: Final = "C00000"
# A page header comes first in the properties of a section (ECMA-376 part 1, 17.6.17).
_VOOROP: Final = (qn("w:headerReference"), qn("w:footerReference"))


def mark_pages(pakket: Pakket, tekst: str) -> None:
    """Put these words in the header of every page: of the first, the even and the other ones, in every section."""
    root = parse(pakket.delen[pakket.hoofddeel])
    sections = list(root.iter(qn("w:sectPr")))
    if not sections:
        body = root.find(qn("w:body"))
        assert body is not None
        sections = [etree.SubElement(body, qn("w:sectPr"))]
    parts = {relatie.id: relatie.doel for relatie in pakket.relaties(pakket.hoofddeel)}
    marked: set[str] = set()
    for number, section in enumerate(sections):
        references = {r.get(qn("w:type"), "default"): r for r in section.findall(qn("w:headerReference"))}
        for kind in _kinds(pakket, section):
            reference = references.get(kind)
            if reference is not None:
                part = parts.get(reference.get(f"{{{R}}}id", ""), "")
                _mark_part(pakket, part, tekst, marked)
            elif number == 0:  # a later section that has none takes over the one before
                _add_header(pakket, section, kind, tekst)
    pakket.delen[pakket.hoofddeel] = serialize(root)


def mark_word(data: bytes, tekst: str) -> bytes:
    """Return a Word file with these words on every page; a header that has them already stays as it is."""
    pakket = open_pakket(data)
    mark_pages(pakket, tekst)
    return pakket.to_bytes()


def _kinds(pakket: Pakket, section: Element) -> tuple[str, ...]:
    """Return which headers a section shows."""
    first = section.find(qn("w:titlePg"))
    kinds = ["default"]
    if first is not None and first.get(qn("w:val"), "1") not in ("0", "false", "off"):
        kinds.append("first")
    settings = pakket.doel(pakket.hoofddeel, "settings")
    if settings and parse(pakket.delen[settings]).find(qn("w:evenAndOddHeaders")) is not None:
        kinds.append("even")
    return tuple(kinds)


def _mark_part(pakket: Pakket, part: str, tekst: str, marked: set[str]) -> None:
    if part not in pakket.delen or part in marked:
        return
    marked.add(part)
    root = parse(pakket.delen[part])
    if any(_text(p) == tekst for p in root.iter(qn("w:p"))):
        return
    root.insert(0, _paragraph(tekst))
    pakket.delen[part] = serialize(root)


def _add_header(pakket: Pakket, section: Element, kind: str, tekst: str) -> None:
    root = etree.Element(qn("w:hdr"), nsmap={"w": W, "r": R})
    root.append(_paragraph(tekst))
    name = f"word/regietafel-merk-{kind}.xml"
    pakket.add_deel(name, serialize(root), _HEADER_TYPE, _HEADER_REL, pakket.hoofddeel)
    relation = next(r.id for r in pakket.relaties(pakket.hoofddeel) if r.doel == name)
    reference = etree.Element(qn("w:headerReference"))
    reference.set(qn("w:type"), kind)
    reference.set(f"{{{R}}}id", relation)
    place = sum(1 for child in section if child.tag in _VOOROP)
    section.insert(place, reference)


def _text(paragraph: Element) -> str:
    """Return the words of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).strip()


def _paragraph(tekst: str) -> Element:
    paragraph = etree.Element(qn("w:p"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    etree.SubElement(properties, qn("w:spacing")).set(qn("w:after"), "0")
    etree.SubElement(properties, qn("w:jc")).set(qn("w:val"), "center")
    run = etree.SubElement(paragraph, qn("w:r"))
    look = etree.SubElement(run, qn("w:rPr"))
    etree.SubElement(look, qn("w:b"))
    etree.SubElement(look, qn("w:color")).set(qn("w:val"), _KLEUR)
    etree.SubElement(run, qn("w:t")).text = tekst
    return paragraph
