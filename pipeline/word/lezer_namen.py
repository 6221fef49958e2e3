"""The XML names a Word file uses, and how its XML is parsed: nothing outside the file is ever fetched."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# ISO 29500 "strict" files use other names for the same things; one vocabulary is enough.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def parse_xml(data: bytes, recover: bool = False) -> etree._Element | None:
    """Parse a part of a Word file without resolving entities or fetching anything; None where it is no XML.

    With ``recover`` the parser gives what it can make of broken XML.
    """
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def get(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return the ``w:`` attribute of an element, or the default where either is missing."""
    return default if element is None else element.get(W + name, default)


def find(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Follow a path of ``w:`` children; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def val(element: etree._Element | None, *names: str) -> str | None:
    """Return ``w:val`` at the end of a path of children; None where there is none."""
    found = find(element, *names)
    return None if found is None else found.get(W + "val")


def fill_of(shading: etree._Element | None) -> str:
    """Return the colour that ``w:shd`` fills with, as six hexadecimal digits; empty for none and for automatic."""
    colour = "" if shading is None else shading.get(W + "fill", "")
    return colour if re.fullmatch(r"[0-9A-Fa-f]{6}", colour) else ""


def is_on(element: etree._Element | None) -> bool | None:
    """Read a Word on/off property: absent is None, no value is on."""
    if element is None:
        return None
    return element.get(W + "val", "1") not in ("0", "false", "off", "none")
