"""The fingerprint of a Word file: has anybody changed it since we wrote it?

"Unchanged" means that a reader would see no difference, in remarks and changes neither; not the same bytes:
a cloud drive adds parts of its own, and Word writes marks of its editing sessions. So the hash is taken over
a reading of the document that leaves such things out. It is kept in the document, in a custom property.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.word.ooxml import CUSTOM, VT, Element, OngeldigeXml, parse, serialize
from pipeline.word.pakket import OnleesbaarPakket, Pakket, open_pakket
from pipeline.word.zichtbaar import read_zichtbaar

VINGERAFDRUK: Final = "regietafel-vingerafdruk"
BRON: Final = "regietafel-bron"
LEZERS: Final = "regietafel-lezers"  # who alone may have it: "voorzitter"
STUK: Final = "regietafel-stuk"  # which document of which meeting: "verslag prt/2026-01-23"
RECORD: Final = "regietafel-record"  # a hash of the record it was made from, empty where there was none
PREFIX: Final = "regietafel-"

# A new way of reading gets a new number: then an old document counts as changed, and nothing is printed over.
_VERSIE = "1"
_CUSTOM_PART = "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
# The format id of user-defined properties (ECMA-376 part 1, 15.2.12.2); property ids count from 2.
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass(frozen=True, slots=True)
class Stempel:
    """What we wrote into a document about itself: its fingerprint, and what the caller gave with it."""

    vingerafdruk: str
    extra: tuple[tuple[str, str], ...] = ()

    def get(self, naam: str) -> str:
        """Return one of the extras (``regietafel-bron``), empty when it is not there."""
        return dict(self.extra).get(naam, "")


def stamp(docx_bytes: bytes, extra: dict[str, str] | None = None) -> bytes:
    """Return the document with its fingerprint in it, and these extras; names must start with ``regietafel-``.

    Bytes that are no Word file are OnleesbaarPakket: only what we have just made is stamped.
    """
    pakket = open_pakket(docx_bytes)
    stamp_pakket(pakket, extra)
    return pakket.to_bytes()


def stamp_pakket(
    pakket: Pakket, extra: dict[str, str] | None = None, wortels: Mapping[str, Element] | None = None
) -> None:
    """Put the fingerprint into a package, and these extras.

    ``wortels`` are the roots of parts, by name, that were parsed already; others are parsed here.
    """
    _write_stempel(pakket, {VINGERAFDRUK: fingerprint(pakket, wortels), **(extra or {})})


def stamp_extra(docx_bytes: bytes, extra: dict[str, str]) -> bytes:
    """Return a document we have just made with these extras instead of those it has; its fingerprint stays.

    The stamp is no part of what a reader sees, so the fingerprint is the same and is not worked out again.
    """
    pakket = open_pakket(docx_bytes)
    stempel = _stamp_of(pakket)
    _write_stempel(pakket, {VINGERAFDRUK: stempel.vingerafdruk if stempel else fingerprint(pakket), **extra})
    return pakket.to_bytes()


def _write_stempel(pakket: Pakket, values: dict[str, str]) -> None:
    root = _custom_root(pakket)
    for old in list(root):
        if old.get("name", "").startswith(PREFIX):
            root.remove(old)
    for number, name in enumerate(sorted(values), max([1, *map(_pid, root)]) + 1):
        element = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=_FMTID, pid=str(number), name=name)
        etree.SubElement(element, f"{{{VT}}}lpwstr").text = values[name]
    _write_custom(pakket, root)


def read_stamp(docx_bytes: bytes) -> Stempel | None:
    """Return the stamp of a document; None where there is none, or the file cannot be read."""
    try:
        return _stamp_of(open_pakket(docx_bytes))
    except (OnleesbaarPakket, OngeldigeXml):
        return None


def is_unchanged(docx_bytes: bytes) -> bool:
    """Tell whether a document still is what we wrote; without a stamp, or unreadable, it is not."""
    try:
        pakket = open_pakket(docx_bytes)
        stempel = _stamp_of(pakket)
        return stempel is not None and stempel.vingerafdruk == fingerprint(pakket)
    except (OnleesbaarPakket, OngeldigeXml):
        return False


def is_same(docx_bytes: bytes, new_bytes: bytes) -> bool:
    """Tell whether a file on disk is, untouched, what we would write now: then there is nothing to write."""
    stempel = read_stamp(docx_bytes)
    return stempel is not None and stempel == read_stamp(new_bytes) and is_unchanged(docx_bytes)


def fingerprint(pakket: Pakket, wortels: Mapping[str, Element] | None = None) -> str:
    """Return the hash of what a reader of the document can see, comments and revisions included.

    ``wortels`` are the roots of parts, by name, that were parsed already; others are parsed here.
    """
    return f"{_VERSIE}:{hashlib.sha256(read_zichtbaar(pakket, wortels).encode('utf-8')).hexdigest()}"


def _stamp_of(pakket: Pakket) -> Stempel | None:
    values = {e.get("name", ""): "".join(e.itertext()) for e in _custom_root(pakket)}
    ours = {name: value for name, value in values.items() if name.startswith(PREFIX)}
    mark = ours.pop(VINGERAFDRUK, "")
    return Stempel(mark, tuple(sorted(ours.items()))) if mark else None


def _custom_root(pakket: Pakket) -> Element:
    part = pakket.doel("", "custom-properties")
    if part:
        return parse(pakket.delen[part])
    return etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": VT})


def _write_custom(pakket: Pakket, root: Element) -> None:
    part = pakket.doel("", "custom-properties")
    if part:
        pakket.delen[part] = serialize(root)
    else:
        pakket.add_deel(_CUSTOM_PART, serialize(root), _CUSTOM_TYPE, _CUSTOM_REL)


def _pid(element: Element) -> int:
    text = element.get("pid", "")
    return int(text) if text.isdecimal() else 1
