"""The fingerprint of a Word file: has anybody changed it since we wrote it?

"Unchanged" means that a reader would see no difference, in remarks and changes neither; not the same bytes:
a cloud drive adds parts of its own, and Word writes marks of its editing sessions. So the hash is taken over
a reading of the document that leaves such things out. It is kept in the document, in a custom property.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from pipeline.word.ooxml import CUSTOM, VT, W14, WP, Element, OngeldigeXml, R, W, parse, qn, serialize
from pipeline.word.pakket import OnleesbaarPakket, Pakket, open_pakket

VINGERAFDRUK: Final = "regietafel-vingerafdruk"
BRON: Final = "regietafel-bron"
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

_SKIPPED = frozenset(
    qn(f"w:{name}")
    for name in ("proofErr", "lastRenderedPageBreak", "bookmarkEnd", "lang", "noProof", "tblGrid", "rsid")
)
_SKIPPED_ATTRIBUTES = frozenset([f"{{{W14}}}paraId", f"{{{W14}}}textId", qn("w:date"), qn("w:dirty")])
_PROPERTY_LISTS = frozenset(
    qn(f"w:{n}") for n in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblBorders", "tcBorders", "pBdr")
)
_STYLE_REFERENCES = {qn("w:pStyle"): "paragraph", qn("w:rStyle"): "character", qn("w:tblStyle"): "table"}
_NOTES = {
    qn("w:footnoteReference"): "footnotes",
    qn("w:endnoteReference"): "endnotes",
    qn("w:commentReference"): "comments",
    qn("w:commentRangeStart"): "comments",
    qn("w:commentRangeEnd"): "comments",
}
_NUMBERED = frozenset(
    [f"{{{WP}}}docPr"]
    + [qn(f"w:{n}") for n in ("bookmarkStart", "ins", "del", "moveFrom", "moveTo", "comment", "footnote", "endnote")]
    + [qn(f"w:{n}") for n in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")]
)
_ON = ("1", "true", "on")
_VAL, _ID, _NUM_ID, _RUN, _RUN_LOOK, _TEXT = (qn(f"w:{n}") for n in ("val", "id", "numId", "r", "rPr", "t"))
_OWN_IDS = ("id", _ID)
_SPACE_COUNTS = frozenset([_TEXT, qn("w:delText"), qn("w:instrText")])
_BOOKMARK, _NAME = qn("w:bookmarkStart"), qn("w:name")
_RSID, _RELATION = f"{{{W}}}rsid", f"{{{R}}}"


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
    reading = _Lezing(pakket, wortels or {}).read()
    return f"{_VERSIE}:{hashlib.sha256(repr(reading).encode('utf-8')).hexdigest()}"


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


class _Lezing:
    """One reading of a document: nested tuples in which what does not count is left out.

    This walks over every element of a document, at every render and at every look whether a file was changed: the
    elements that need more than their name, attributes and children are found in one table.
    """

    def __init__(self, pakket: Pakket, wortels: Mapping[str, Element]) -> None:
        self.pakket = pakket
        self._wortels = wortels
        self._styles = self._index("styles", "w:style", "w:styleId")
        self._nums = self._index("numbering", "w:num", "w:numId")
        self._abstracts = self._index("numbering", "w:abstractNum", "w:abstractNumId")
        self._notes = {
            kind: self._index(kind, f"w:{kind[:-1]}", "w:id") for kind in ("footnotes", "endnotes", "comments")
        }
        self._lists: dict[str, Any] = {}
        self._used_styles: dict[str, Any] = {}
        self._busy: set[str] = set()
        self._special: dict[str, Callable[[Element, str], Any]] = {_NUM_ID: self._list, _RUN: self._run}
        self._special |= dict.fromkeys(_STYLE_REFERENCES, self._style_reference)
        self._special |= dict.fromkeys(_NOTES, self._note_reference)

    def read(self) -> Any:
        """Return the reading of the main document and everything it refers to."""
        main = self.pakket.hoofddeel
        text = self._element(self._root(main), main)
        return text, tuple(sorted(self._used_styles.items()))

    def _root(self, deel: str) -> Element:
        root = self._wortels.get(deel)
        return parse(self.pakket.delen[deel]) if root is None else root

    def _index(self, kind: str, tag: str, key: str) -> dict[str, Element]:
        part = self.pakket.doel(self.pakket.hoofddeel, kind)
        return {e.get(qn(key), ""): e for e in self._root(part).iter(qn(tag))} if part else {}

    def _element(self, element: Element, deel: str) -> Any:
        tag = element.tag
        special = self._special.get(tag)
        if special is not None:
            return special(element, deel)
        text = element.text or ""
        if text and tag not in _SPACE_COUNTS:
            text = text.strip()
        attributes = element.items()
        kept = self._attributes(tag, attributes, deel) if attributes else ()
        return (tag, kept, text, self._children(element, deel) if len(element) else ())

    def _attributes(self, tag: str, attributes: list[tuple[str, str]], deel: str) -> tuple[tuple[str, Any], ...]:
        kept: list[tuple[str, Any]] = []
        for name, value in attributes:
            if name.startswith(_RSID) or name in _SKIPPED_ATTRIBUTES:
                continue
            if name in _OWN_IDS and tag in _NUMBERED:
                continue
            if name.startswith(_RELATION):
                kept.append((name, self._target(deel, value)))
            elif not (name == _VAL and value in _ON):
                kept.append((name, value))
        return tuple(sorted(kept))

    def _children(self, element: Element, deel: str) -> tuple[Any, ...]:
        items: list[Any] = []
        for child in element:
            if not _counts(child):
                continue
            read = self._element(child, deel)
            tag = child.tag
            if tag in _PROPERTY_LISTS and not read[1] and not read[3]:
                continue
            if items and _same_run(items[-1], read):
                items[-1] = (*read[:2], _join(items[-1][2], read[2]))
            elif not (tag == _RUN and not read[2]):
                items.append(read)
        if len(items) > 1 and element.tag in _PROPERTY_LISTS:
            items.sort(key=repr)
        return tuple(items)

    def _run(self, run: Element, deel: str) -> Any:
        look: tuple[Any, ...] | None = None
        content: tuple[Any, ...] = ()
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                content = _join(content, (child.text,) if child.text else ())
            elif tag == _RUN_LOOK:
                # Only the first can count: the schema knows no second.
                look = self._children(child, deel) if look is None else look
            elif _counts(child):
                content = _join(content, (self._element(child, deel),))
        return ("run", look or (), content)

    def _target(self, deel: str, relation_id: str) -> Any:
        """What a relationship leads to: a URL, the reading of a header, or the content of anything else."""
        found = next((r for r in self.pakket.relaties(deel) if r.id == relation_id), None)
        if found is None or found.extern or found.doel not in self.pakket.delen:
            return ("extern", found.doel if found else "")
        if found.kort in ("header", "footer") and found.doel not in self._busy:
            self._busy.add(found.doel)
            read = self._element(self._root(found.doel), found.doel)
            self._busy.discard(found.doel)
            return read
        return hashlib.sha256(self.pakket.delen[found.doel]).hexdigest()

    def _note_reference(self, element: Element, _deel: str) -> Any:
        tag = element.tag
        return (tag, self._note(_NOTES[tag], element.get(_ID, "")))

    def _note(self, kind: str, note_id: str) -> Any:
        note = self._notes[kind].get(note_id)
        key = f"{kind}/{note_id}"
        if note is None or key in self._busy:
            return None
        self._busy.add(key)
        part = self.pakket.doel(self.pakket.hoofddeel, kind) or ""
        read = self._element(note, part)
        self._busy.discard(key)
        return read

    def _style_reference(self, element: Element, _deel: str) -> Any:
        return (element.tag, self._style(element.get(_VAL, "")))

    def _style(self, style_id: str) -> str:
        """Return the name of a style, and remember what it looks like, with what it is based on."""
        style = self._styles.get(style_id)
        if style is None:
            return style_id
        name = style.find(_NAME)
        title = name.get(_VAL, "") if name is not None else style_id
        if title not in self._used_styles:
            self._used_styles[title] = None
            based = style.find(qn("w:basedOn"))
            base = self._style(based.get(_VAL, "")) if based is not None else ""
            look = [self._element(e, "") for e in style if e.tag in _PROPERTY_LISTS or e.tag == qn("w:tblStylePr")]
            self._used_styles[title] = (base, tuple(look))
        return title

    def _list(self, element: Element, _deel: str) -> Any:
        """A list by the order in which lists occur and by its look, for programs renumber them freely."""
        num_id = element.get(_VAL, "")
        if num_id not in self._lists:
            self._lists[num_id] = self._look_of_list(num_id, len(self._lists))
        return (element.tag, self._lists[num_id])

    def _look_of_list(self, num_id: str, order: int) -> Any:
        num = self._nums.get(num_id)
        if num is None:
            return (order, None)
        reference = num.find(qn("w:abstractNumId"))
        abstract = self._abstracts.get(reference.get(_VAL, "")) if reference is not None else None
        return (order, self._levels(num), self._levels(abstract))

    def _levels(self, owner: Element | None) -> tuple[Any, ...]:
        if owner is None:
            return ()
        found = []
        for level in owner.iter(qn("w:lvl"), qn("w:startOverride")):
            formats = [level.find(qn(f"w:{n}")) for n in ("start", "numFmt", "lvlText")]
            texts = tuple(f.get(qn("w:val"), "") for f in formats if f is not None)
            found.append((level.get(qn("w:ilvl"), ""), level.get(qn("w:val"), ""), texts))
        return tuple(found)


def _counts(element: Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return False
    return not (tag == _BOOKMARK and element.get(_NAME, "").startswith("_GoBack"))


def _same_run(before: Any, after: Any) -> bool:
    return bool(before[0] == after[0] == "run" and before[1] == after[1])


def _join(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Join the content of two runs: how text was cut into pieces does not count."""
    if before and after and isinstance(before[-1], str) and isinstance(after[0], str):
        return (*before[:-1], before[-1] + after[0], *after[1:])
    return before + after
