"""Where a ``for`` or ``if`` opens and where it closes: what it repeats must be whole paragraphs, cells or rows.

Word cuts a document in paragraphs, cells and rows. A loop that opens in one and closes in another repeats the end of
the one and the beginning of the other: one row with many cells instead of many rows. docxtpl's prefixes (``{%p``,
``{%tr``, ``{%tc``) make a statement stand for its whole paragraph, row or cell.
"""

from __future__ import annotations

from pipeline.documenten.sjabloon import Tag, TagAlinea
from pipeline.word.ooxml import Element, qn

_WAT = {"p": "alinea", "tr": "rij", "tc": "cel"}
# What a statement and its end must share, by the prefix of both: the paragraph itself, or what holds them.
_OMVAT = {"tr": "w:tbl", "tc": "w:tr"}


def find_bezwaar(open_tag: Tag, begin: TagAlinea, sluit_tag: Tag, eind: TagAlinea) -> tuple[str, str]:
    """Say what is wrong with where a statement opens and closes, and how it should be; empty texts where nothing is."""
    if open_tag.bereik != sluit_tag.bereik:
        wrong = f"{open_tag.tekst} en {sluit_tag.tekst} horen hetzelfde te beginnen"
        return wrong, _show(open_tag, open_tag.bereik or sluit_tag.bereik)
    if _owner(begin, open_tag.bereik) is _owner(eind, open_tag.bereik) or _may_span(open_tag, begin, eind):
        return "", ""
    kind = _kind(begin, eind)
    return f"{open_tag.tekst} begint in een andere {_WAT[kind]} dan waar {sluit_tag.tekst} staat", _hulp(open_tag, kind)


def _owner(alinea: TagAlinea, bereik: str) -> Element | None:
    """What both ends must stand in."""
    if not bereik:
        return alinea.element
    if bereik == "p":
        return alinea.element.getparent()
    return next(alinea.element.iterancestors(qn(_OMVAT[bereik])), None)


def _may_span(tag: Tag, begin: TagAlinea, eind: TagAlinea) -> bool:
    """An ``if`` over paragraphs of one text comes out right: it leaves out what is between, and joins the rest."""
    return tag.woord == "if" and not tag.bereik and begin.element.getparent() is eind.element.getparent()


def _kind(begin: TagAlinea, eind: TagAlinea) -> str:
    """Say which prefix is meant: rows where the two stand in cells of a table, else paragraphs."""
    cells = [next(a.element.iterancestors(qn("w:tc")), None) for a in (begin, eind)]
    return "tr" if cells[0] is not cells[1] else "p"


def _show(tag: Tag, bereik: str) -> str:
    prefix = f"{bereik} " if bereik else " "
    return f"Schrijf {{%{prefix}{tag.woord} {tag.rest} %}} en {{%{prefix}end{tag.woord} %}}."


def _hulp(tag: Tag, kind: str) -> str:
    what = _WAT[kind]
    return (
        f"Zet {{%{kind} {tag.woord} {tag.rest} %}} in een eigen {what} boven wat zich herhaalt, "
        f"en {{%{kind} end{tag.woord} %}} in een eigen {what} eronder."
    )
