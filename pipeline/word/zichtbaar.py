"""What a reader can see in a Word file, as one text: what its fingerprint is taken of.

Left out is what programs write about themselves: marks of editing sessions and spelling, ids, the pieces in which text
was cut. In it is everything else the main document says or refers to: text, looks, lists, headers, notes, remarks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from lxml import etree

from pipeline.word.ooxml import W14, WP, Element, R, W, parse, qn
from pipeline.word.pakket import Pakket

# What programs write about themselves, and what is no element: lxml gives a comment a function for a tag.
_SKIPPED: frozenset[object] = frozenset(
    [etree.Comment, etree.ProcessingInstruction, etree.Entity]
    + [qn(f"w:{n}") for n in ("proofErr", "lastRenderedPageBreak", "bookmarkEnd", "lang", "noProof", "tblGrid", "rsid")]
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
_NOTHING: Final = "()"
# A piece of a run: a tuple with a text, or an element as it was written.
_Stuk: TypeAlias = tuple[str] | str
_SPACE_COUNTS = frozenset([_TEXT, qn("w:delText"), qn("w:instrText")])
_BOOKMARK, _NAME = qn("w:bookmarkStart"), qn("w:name")
_RSID, _RELATION = f"{{{W}}}rsid", f"{{{R}}}"


def read_zichtbaar(pakket: Pakket, wortels: Mapping[str, Element] | None = None) -> str:
    """Return the reading of the main document of a package and of everything it refers to.

    ``wortels`` are the roots of parts, by name, that were parsed already; others are parsed here.
    """
    return _Zichtlezing(pakket, wortels or {}).read()


class _Namen(dict[str, str]):
    """Names as Python writes them, each written once."""

    def __missing__(self, naam: str) -> str:
        written = self[naam] = repr(naam)
        return written


class _Zichtlezing:
    """One reading of a document, in which what does not count is left out, as the text the hash is taken of.

    An element is written as Python writes the tuple ``(name, attributes, text, children)``. This walks over every
    element of a document, at every render and at every look whether a file was changed; so the text is written as
    the walk goes, and the few elements that are more than these four stand in one table.
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
        self._names = _Namen()
        self._lists: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._used_styles: dict[str, str] = {}
        self._busy: set[str] = set()
        self._special: dict[str, Callable[[Element, str], str]] = {_NUM_ID: self._list, _RUN: self._lone_run}
        self._special |= dict.fromkeys(_STYLE_REFERENCES, self._style_reference)
        self._special |= dict.fromkeys(_NOTES, self._note_reference)

    def read(self) -> str:
        """Return the reading of the main document and everything it refers to."""
        main = self.pakket.hoofddeel
        text = self._element(self._root(main), main)
        styles = _write_tuple([f"({title!r}, {look})" for title, look in sorted(self._used_styles.items())])
        return f"({text}, {styles})"

    def _root(self, deel: str) -> Element:
        root = self._wortels.get(deel)
        return parse(self.pakket.delen[deel]) if root is None else root

    def _index(self, kind: str, tag: str, key: str) -> dict[str, Element]:
        part = self.pakket.doel(self.pakket.hoofddeel, kind)
        return {e.get(qn(key), ""): e for e in self._root(part).iter(qn(tag))} if part else {}

    def _element(self, element: Element, deel: str) -> str:
        tag = element.tag
        special = self._special.get(tag)
        if special is not None:
            return special(element, deel)
        attributes = element.items()
        kept = self._attributes(tag, attributes, deel) if attributes else _NOTHING
        children = self._children(element, deel) if len(element) else _NOTHING
        if tag in _PROPERTY_LISTS and kept == children == _NOTHING:
            return _NOTHING
        text = element.text or ""
        if text and tag not in _SPACE_COUNTS:
            text = text.strip()
        return f"({self._names[tag]}, {kept}, {text!r}, {children})"

    def _attributes(self, tag: str, attributes: list[tuple[str, str]], deel: str) -> str:
        kept: list[str] = []
        for name, value in sorted(attributes) if len(attributes) > 1 else attributes:
            if name == _VAL:
                # Most attributes are this one. What is on is on, however it was written.
                if value not in _ON:
                    kept.append(f"({self._names[name]}, {value!r})")
                continue
            if name.startswith(_RSID) or name in _SKIPPED_ATTRIBUTES or (name in _OWN_IDS and tag in _NUMBERED):
                continue
            written = self._target(deel, value) if name.startswith(_RELATION) else repr(value)
            kept.append(f"({self._names[name]}, {written})")
        return _write_tuple(kept)

    def _children(self, element: Element, deel: str) -> str:
        items: list[str] = []
        run: tuple[str, list[_Stuk]] | None = None
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or (tag == _BOOKMARK and _is_go_back(child)):
                continue
            if tag == _RUN:
                look, content = self._run(child, deel)
                if run is not None and run[0] == look:
                    # How text was cut into runs does not count.
                    run[1].extend(content)
                elif content:
                    items += [] if run is None else [_write_run(*run)]
                    run = (look, content)
                continue
            read = self._element(child, deel)
            if read != _NOTHING:
                items += [] if run is None else [_write_run(*run)]
                run = None
                items.append(read)
        items += [] if run is None else [_write_run(*run)]
        if len(items) > 1 and element.tag in _PROPERTY_LISTS:
            items.sort()
        return _write_tuple(items)

    def _run(self, run: Element, deel: str) -> tuple[str, list[_Stuk]]:
        """Return the look of a run, and its content: text, or an element as written."""
        look = ""
        content: list[_Stuk] = []
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                content += [(child.text,)] if child.text else []
            elif tag == _RUN_LOOK:
                # Only the first can count: the schema knows no second.
                look = look or self._children(child, deel)
            elif tag not in _SKIPPED and not (tag == _BOOKMARK and _is_go_back(child)):
                content.append(self._element(child, deel))
        return look or _NOTHING, content

    def _lone_run(self, run: Element, deel: str) -> str:
        return _write_run(*self._run(run, deel))

    def _target(self, deel: str, relation_id: str) -> str:
        """What a relationship leads to: a URL, the reading of a header, or the content of anything else."""
        found = next((r for r in self.pakket.relaties(deel) if r.id == relation_id), None)
        if found is None or found.extern or found.doel not in self.pakket.delen:
            return repr(("extern", found.doel if found else ""))
        if found.kort in ("header", "footer") and found.doel not in self._busy:
            self._busy.add(found.doel)
            read = self._element(self._root(found.doel), found.doel)
            self._busy.discard(found.doel)
            return read
        return repr(hashlib.sha256(self.pakket.delen[found.doel]).hexdigest())

    def _note_reference(self, element: Element, _deel: str) -> str:
        tag = element.tag
        return f"({tag!r}, {self._note(_NOTES[tag], element.get(_ID, ''))})"

    def _note(self, kind: str, note_id: str) -> str:
        note = self._notes[kind].get(note_id)
        key = f"{kind}/{note_id}"
        if note is None or key in self._busy:
            return "None"
        self._busy.add(key)
        part = self.pakket.doel(self.pakket.hoofddeel, kind) or ""
        read = self._element(note, part)
        self._busy.discard(key)
        return read

    def _style_reference(self, element: Element, _deel: str) -> str:
        style_id = element.get(_VAL, "")
        title = self._titles.get(style_id)
        if title is None:
            title = self._titles[style_id] = self._style(style_id)
        return f"({self._names[element.tag]}, {self._names[title]})"

    def _style(self, style_id: str) -> str:
        """Return the name of a style, and remember what it looks like, with what it is based on."""
        style = self._styles.get(style_id)
        if style is None:
            return style_id
        name = style.find(_NAME)
        title = name.get(_VAL, "") if name is not None else style_id
        if title not in self._used_styles:
            self._used_styles[title] = ""
            based = style.find(qn("w:basedOn"))
            base = self._style(based.get(_VAL, "")) if based is not None else ""
            self._used_styles[title] = f"({base!r}, {self._look_of_style(style)})"
        return title

    def _look_of_style(self, style: Element) -> str:
        looks = [e for e in style if e.tag in _PROPERTY_LISTS or e.tag == qn("w:tblStylePr")]
        written = [self._element(e, "") for e in looks]
        # A list of properties without any is left out of a document, but not of a style.
        empty = [f"({e.tag!r}, (), {(e.text or '').strip()!r}, ())" for e in looks]
        return _write_tuple([w if w != _NOTHING else e for w, e in zip(written, empty, strict=True)])

    def _list(self, element: Element, _deel: str) -> str:
        """A list by the order in which lists occur and by its look, for programs renumber them freely."""
        num_id = element.get(_VAL, "")
        if num_id not in self._lists:
            self._lists[num_id] = repr(self._look_of_list(num_id, len(self._lists)))
        return f"({self._names[element.tag]}, {self._lists[num_id]})"

    def _look_of_list(self, num_id: str, order: int) -> tuple[Any, ...]:
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


def _is_go_back(bookmark: Element) -> bool:
    """Tell whether this is the place where Word was last, which it marks at every save."""
    return bool(bookmark.get(_NAME, "").startswith("_GoBack"))


def _write_tuple(items: list[str]) -> str:
    """Write what stands in a tuple as Python would write the tuple."""
    return f"({', '.join(items)})" if len(items) != 1 else f"({items[0]},)"


def _write_run(look: str, content: list[_Stuk]) -> str:
    """Write a run; text that was cut into pieces is one text."""
    items: list[str] = []
    text = ""
    for piece in content:
        if isinstance(piece, tuple):
            text += piece[0]
        else:
            items += [repr(text), piece] if text else [piece]
            text = ""
    items += [repr(text)] if text else []
    return f"('run', {look}, {_write_tuple(items)})"
