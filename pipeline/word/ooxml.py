"""The XML of a Word file: its names, and a parser that resolves nothing.

Rules come from ECMA-376 (Office Open XML), part 1, chapter 17.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias, cast

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
DC = "http://purl.org/dc/elements/1.1/"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PREFIXES = {"w": W, "r": R, "wp": WP, "w14": W14, "dc": DC, "cp": CP, "vt": VT}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


Element: TypeAlias = etree._Element


class OngeldigeXml(ValueError):
    """The bytes are not XML that may stand in a Word file."""


@cache
def qn(name: str) -> str:
    """Return the name lxml uses for ``w:p``."""
    prefix, local = name.split(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


_P: Final = qn("w:p")
_R: Final = qn("w:r")
_T: Final = qn("w:t")
# What a run shows: its text, and what stands for a tab or a line break in it.
_SIGNS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


def parse(xml: bytes) -> Element:
    """Parse one part. Entities are not resolved and nothing is fetched; a DTD or bad XML is OngeldigeXml."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OngeldigeXml(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise OngeldigeXml("a Word part has no document type")
    return cast(Element, root)


def serialize(root: Element) -> bytes:
    """Return the part as Word writes it: UTF-8, with a standalone declaration."""
    return cast(bytes, etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def find_invalid_character(text: str) -> str | None:
    """Return the first character that XML 1.0 cannot hold, or None."""
    found = _NOT_IN_XML.search(text)
    return found.group() if found else None


def fold_line_ends(text: str) -> str:
    """Write every line end as ``\\n``, as an XML parser would."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def add(parent: Element, name: str, /, **attributes: str) -> Element:
    """Append an element in the w namespace with attributes in that namespace."""
    child = etree.SubElement(parent, qn(name))
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    return child


def make(name: str, /, **attributes: str) -> Element:
    """Make a loose element in the w namespace with attributes in that namespace."""
    element = etree.Element(qn(name), nsmap={"w": W})
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def ensure_first(parent: Element, name: str) -> Element:
    """Return the child with this name; where there is none, make it the first, as properties are."""
    child = parent.find(qn(name))
    if child is None:
        child = make(name)
        parent.insert(0, child)
    return child


def own_paragraph(element: Element) -> Element | None:
    """Return the paragraph an element stands in, the innermost where text boxes nest them."""
    for ancestor in element.iterancestors(qn("w:p")):
        return ancestor
    return None


def iter_own(paragraph: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a paragraph, but not those of a paragraph in a text box inside it."""
    for element in paragraph.iter(qn(name)):
        if own_paragraph(element) is paragraph:
            yield element


def paragraph_text(paragraph: Element) -> str:
    """Return the text of a paragraph as a reader sees it: a tab is ``\\t``, a line break ``\\n``."""
    return paragraph_texts(paragraph)[0][1]


def paragraph_texts(root: Element) -> list[tuple[Element, str]]:
    """Return every paragraph of a part with its text, in order, gathered in one pass.

    The text of a paragraph in a text box is its own, and not that of the paragraph the box hangs on.
    """
    pieces: dict[Element, list[str]] = {}
    for element in root.iter(_P, _T, *_SIGNS):
        tag = element.tag
        if tag == _P:
            pieces[element] = []
            continue
        run = element.getparent()
        if run is None or run.tag != _R:
            continue
        holder = run.getparent()
        paragraph = holder if holder is not None and holder.tag == _P else own_paragraph(run)
        if paragraph in pieces:
            pieces[paragraph].append(element.text or "" if tag == _T else _SIGNS[tag])
    return [(paragraph, "".join(texts)) for paragraph, texts in pieces.items()]
