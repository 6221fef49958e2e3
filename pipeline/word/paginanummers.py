"""The page numbers in the headers and footers of a Word file, taken out: in a bundle its pages get others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.word.ooxml import Element, OngeldigeXml, parse, qn, serialize
from pipeline.word.pakket import OnleesbaarPakket, open_pakket

_DEEL = re.compile(r"word/(?:header|footer)\d*\.xml")
_NUMMER, _AANTAL = ("PAGE",), ("NUMPAGES", "SECTIONPAGES")
_ERVOOR = re.compile(r"(?:[|·-]\s*)?\b(?:pagina|bladzijde|blz|pag|p)\.?\s*$", re.IGNORECASE)
_ERTUSSEN = re.compile(r"\s*(?:van|uit|of|/|-)\s*(?:de\s*)?$", re.IGNORECASE)


@dataclass(slots=True)
class _Veldstuk:
    """A stretch of a paragraph: a text, or a field with all that makes it up."""

    nodes: list[Element] = field(default_factory=list)
    instructie: str = ""

    @property
    def soort(self) -> str:
        """The command of a field; empty for a text."""
        return next(iter(self.instructie.split()), "").upper()

    @property
    def tekst(self) -> str:
        """The text."""
        return "".join(node.text or "" for node in self.nodes)


def drop_paginanummers(data: bytes) -> bytes:
    """Return the file without page numbers (``Pagina 1 van 3``); the same bytes where it has none."""
    try:
        pakket = open_pakket(data)
        changed = False
        for name in [n for n in pakket.delen if _DEEL.fullmatch(n)]:
            root = parse(pakket.delen[name])
            dropped = [_drop_in(alinea) for alinea in root.iter(qn("w:p"))]
            if any(dropped):
                pakket.delen[name] = serialize(root)
                changed = True
    except (OnleesbaarPakket, OngeldigeXml):
        return data
    return pakket.to_bytes() if changed else data


def _drop_in(alinea: Element) -> bool:
    """Take the numbers of the pages out of a paragraph, with the words around them; tell whether there were any."""
    pieces = list(_pieces(alinea))
    doomed: list[_Veldstuk] = []
    for at, piece in enumerate(pieces):
        if piece.soort not in _NUMMER:
            continue
        doomed.append(piece)
        if at + 2 < len(pieces) and pieces[at + 2].soort in _AANTAL and _ERTUSSEN.fullmatch(pieces[at + 1].tekst):
            doomed += pieces[at + 1 : at + 3]
        if at and not pieces[at - 1].soort and pieces[at - 1].nodes:
            last = pieces[at - 1].nodes[-1]
            last.text = _ERVOOR.sub("", last.text or "")
    for node in [n for piece in doomed for n in piece.nodes]:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return bool(doomed)


def _pieces(alinea: Element) -> Iterator[_Veldstuk]:
    """Cut a paragraph in its texts and its fields; a field within a field belongs to the outer one."""
    depth, current, in_code = 0, _Veldstuk(), False
    for node in alinea.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText"), qn("w:t"), qn("w:tab")):
        if node.tag == qn("w:fldSimple"):
            yield _Veldstuk([node], node.get(qn("w:instr"), ""))
        elif any(up.tag == qn("w:fldSimple") for up in node.iterancestors()):
            continue
        elif node.tag == qn("w:fldChar"):
            kind = node.get(qn("w:fldCharType"))
            depth += (kind == "begin") - (kind == "end")
            in_code = kind == "begin"
            current.nodes.append(node)
            if depth <= 0:
                yield current
                depth, current = 0, _Veldstuk()
        elif depth:
            current.nodes.append(node)
            current.instructie += (node.text or "") if in_code and node.tag == qn("w:instrText") else ""
        elif node.tag == qn("w:t"):
            yield _Veldstuk([node])
