"""The properties of a Word file that say who made it: replaced by the name of an organisation."""

from __future__ import annotations

from typing import Final

from lxml import etree

from pipeline.word.ooxml import parse, serialize
from pipeline.word.pakket import open_pakket

_MAKERS: Final = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})
_PARTS: Final = ("core-properties", "extended-properties")


def set_maker(docx_bytes: bytes, naam: str) -> bytes:
    """Return the file with this name wherever its properties say who made it; a template keeps those of its writer."""
    pakket = open_pakket(docx_bytes)
    for kind in _PARTS:
        part = pakket.doel("", kind)
        if part is None:
            continue
        root = parse(pakket.delen[part])
        for element in root.iter():
            if isinstance(element.tag, str) and etree.QName(element).localname in _MAKERS:
                element.text = naam
        pakket.delen[part] = serialize(root)
    return pakket.to_bytes()
