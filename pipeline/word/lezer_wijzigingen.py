"""The tracked changes of a Word file, one by one: who, when, what it was and what it became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from pipeline.model import Bron
from pipeline.model.document import Wijziging, WijzigingSoort
from pipeline.word.lezer_namen import MC, W, get
from pipeline.word.lezer_opmaak import Opmaakstijlen

_SOORTEN: dict[str, WijzigingSoort] = {
    f"{W}ins": "ingevoegd",
    f"{W}del": "verwijderd",
    f"{W}moveTo": "verplaatst",
    f"{W}moveFrom": "verplaatst",
    f"{W}rPrChange": "opmaak",
    f"{W}pPrChange": "opmaak",
}


_Gevonden = tuple[Wijziging, tuple[etree._Element, ...]]


@dataclass(frozen=True, slots=True)
class _Plaats:
    alinea: int
    punt: str


def find_wijzigingen(root: etree._Element, stijlen: Opmaakstijlen, bestand: str) -> tuple[Wijziging, ...]:
    """List the tracked changes in order; a deletion and an insertion side by side are one change.

    Moved text is listed once, where it went. A change of layout is listed with the text it is about.
    """
    return tuple(change for change, _ in iter_wijzigingen(root, stijlen, bestand))


def iter_wijzigingen(
    root: etree._Element, stijlen: Opmaakstijlen, bestand: str
) -> Iterator[tuple[Wijziging, tuple[etree._Element, ...]]]:
    """Give the tracked changes in order, each with the elements Word recorded it in."""
    heading = ""
    for number, paragraph in enumerate(_paragraphs(root), 1):
        here = _Plaats(number, heading)
        in_paragraph = [(w, (e,)) for w, e in _in_paragraph(paragraph, here, bestand) if w.oud or w.nieuw]
        yield from _merge(in_paragraph, _Tekstplaatsen(paragraph))
        if stijlen.outline_level(paragraph):
            heading = _heading(paragraph) or heading


def _heading(paragraph: etree._Element) -> str:
    """Return the text of a heading, a tab behind its number as a space."""
    parts = (e for e in paragraph.iter(f"{W}t", f"{W}tab") if e.getparent().tag == f"{W}r")
    return "".join((e.text or "") if e.tag == f"{W}t" else " " for e in parts).strip()


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Give every paragraph once: of alternatives only the first."""
    for paragraph in root.iter(f"{W}p"):
        if not any(a.tag == f"{MC}Fallback" for a in paragraph.iterancestors()):
            yield paragraph


def _in_paragraph(paragraph: etree._Element, here: _Plaats, bestand: str) -> Iterator[tuple[Wijziging, etree._Element]]:
    for element in paragraph.iter(*_SOORTEN):
        if element.tag == f"{W}moveFrom" or next(element.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        soort = _SOORTEN[element.tag]
        old, new = _old_and_new(element, soort)
        bron = Bron(bestand, "alinea", here.alinea)
        yield Wijziging(get(element, "author"), soort, old, new, _day(get(element, "date")), here.punt, bron), element


def _old_and_new(element: etree._Element, soort: WijzigingSoort) -> tuple[str, str]:
    if soort == "verwijderd":
        return _text(element, f"{W}delText", f"{W}t"), ""
    if soort == "opmaak":
        run = next(element.iterancestors(f"{W}r"), None)
        if run is None:
            run = next(element.iterancestors(f"{W}p"), element)
        text = _text(run, f"{W}t")
        return text, text
    return "", _text(element, f"{W}t")


def _text(element: etree._Element, *tags: str) -> str:
    return "".join(t.text or "" for t in element.iter(*tags))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


class _Tekstplaatsen:
    """Where the changes of a paragraph stand between its other text."""

    def __init__(self, paragraph: etree._Element) -> None:
        self._places = {text: place for place, text in enumerate(paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"))}

    def are_beside(self, first: etree._Element, second: etree._Element) -> bool:
        """Tell whether nothing stands between two changes, the first of which begins before the second."""
        ends = [self._places[e] for e in first.iter() if e in self._places]
        begins = [self._places[e] for e in second.iter() if e in self._places]
        return bool(ends and begins) and min(begins) - max(ends) <= 1


def _merge(changes: list[_Gevonden], plaatsen: _Tekstplaatsen) -> Iterator[_Gevonden]:
    """Join neighbours of one author: runs of one kind, and a deletion with the insertion that replaces it."""
    current: _Gevonden | None = None
    for change, elements in changes:
        beside = current is not None and plaatsen.are_beside(current[1][-1], elements[0])
        joined = _joined(current[0], change) if current and beside else None
        if current and joined is None:
            yield current
        current = (joined, current[1] + elements) if current and joined else (change, elements)
    if current:
        yield current


def _joined(first: Wijziging, second: Wijziging) -> Wijziging | None:
    if (first.auteur, first.datum) != (second.auteur, second.datum):
        return None
    if first.soort == second.soort and first.soort in ("ingevoegd", "verwijderd"):
        return replace(first, oud=first.oud + second.oud, nieuw=first.nieuw + second.nieuw)
    kinds = {first.soort, second.soort}
    if kinds == {"ingevoegd", "verwijderd"}:
        return replace(first, soort="gewijzigd", oud=first.oud or second.oud, nieuw=first.nieuw or second.nieuw)
    return None
