"""Filling in: every token in a rendered part becomes the value it stands for, as text.

The XML is parsed by now, so nothing in a value can mean anything to it: ``<`` is a character like any other.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from pipeline.documenten.waarde import Blokken, Waarde
from pipeline.documenten.zandbak import Drukwerk
from pipeline.markering.inline import Stuk, plain_text, split_inline
from pipeline.word.bladwijzers import Bladwijzers
from pipeline.word.ooxml import XML_SPACE, Element, W, add, ensure_first, fold_line_ends, make, own_paragraph, qn

_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_SIGNS = {"\n": "w:br", "\t": "w:tab"}
# A run's properties come in the order of the schema; bold stands behind these two (17.3.2.28, CT_RPr).
_BEFORE_BOLD = (qn("w:rStyle"), qn("w:rFonts"))
_RUN, _RUN_LOOK, _TEXT = qn("w:r"), qn("w:rPr"), qn("w:t")
# One in ten elements holds a token: found without looking at each element here.
_WITH_MERK = etree.XPath("//text()[contains(., $merk)]/.. | //@*[contains(., $merk)]/..")


@dataclass(slots=True)
class Vulling:
    """Fills one part. ``geplaatst`` gathers which values were put somewhere a reader can see them."""

    drukwerk: Drukwerk
    bladwijzers: Bladwijzers | None
    zet_blokken: Callable[[Element, Element, Blokken], None]
    geplaatst: set[int] = field(default_factory=set)
    _token: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the pattern of the tokens of this rendering."""
        self._token = re.compile(re.escape(self.drukwerk.merk) + r"(\d+)Z")

    def fill(self, root: Element) -> None:
        """Fill text and attributes of a part, in place."""
        merk = self.drukwerk.merk
        for element in _WITH_MERK(root, merk=merk):
            for key, value in element.items():
                if merk in value:
                    element.set(key, self.plain(value))
            if element.text and merk in element.text:
                self._fill_element(element)

    def plain(self, text: str) -> str:
        """Return a text with its tokens replaced, for a place that holds nothing but characters."""
        return "".join(zichtbare_tekst(piece) for piece in self._pieces(text))

    def _fill_element(self, element: Element) -> None:
        """Fill the text of an element that may hold text; a token elsewhere stays, and is found to be lost."""
        run = element.getparent()
        if element.tag == _TEXT and run is not None and run.tag == _RUN:
            self._fill_run(element, run)
        elif len(element) == 0 and (element.tag == qn("w:delText") or not element.tag.startswith(f"{{{W}}}")):
            element.text = self.plain(element.text or "")

    def _fill_run(self, t: Element, run: Element) -> None:
        pieces = list(self._pieces(t.text or ""))
        paragraph = own_paragraph(run)
        if self.bladwijzers is not None and paragraph is not None:
            for piece in pieces:
                if isinstance(piece, Waarde) and piece.bladwijzer:
                    self.bladwijzers.wrap(paragraph, piece.bladwijzer)
        text = [stuk for piece in pieces if not isinstance(piece, Blokken) for stuk in stukken_of(piece)]
        _replace_text(t, run, text)
        for piece in pieces:
            if isinstance(piece, Blokken) and paragraph is not None:
                self.zet_blokken(paragraph, run, piece)

    def _pieces(self, text: str) -> Iterator[object]:
        """Cut a text at its tokens: literal text as str, values as they were printed."""
        position = 0
        for found in self._token.finditer(text):
            if found.start() > position:
                yield text[position : found.start()]
            number = int(found[1])
            self.geplaatst.add(number)
            yield self.drukwerk.waarden[number]
            position = found.end()
        if position < len(text):
            yield text[position:]


def stukken_of(waarde: object) -> tuple[Stuk, ...]:
    """Return the pieces of a value: one, or several where its ``**`` and markers count."""
    text = fold_line_ends(str(waarde))
    if isinstance(waarde, Waarde) and waarde.opgemaakt:
        return split_inline(text)
    return (Stuk(text),)


def zichtbare_tekst(waarde: object) -> str:
    """Return the characters of a value that a reader should see."""
    text = fold_line_ends(str(waarde))
    return plain_text(text) if isinstance(waarde, Waarde) and waarde.opgemaakt else text


def _replace_text(t: Element, run: Element, stukken: list[Stuk]) -> None:
    """Put pieces in the place of a ``w:t``; bold pieces become runs of their own."""
    if not any(stuk.vet for stuk in stukken):
        _replace_plain(t, run, "".join(stuk.tekst for stuk in stukken))
        return
    stukken = _merge(stukken)
    before, after = list(run[: run.index(t)]), list(run[run.index(t) + 1 :])
    properties = run.find(_RUN_LOOK)
    runs = [make_run(stuk, properties) for stuk in stukken if stuk.tekst]
    tail = _run_with(properties, [child for child in after if child is not properties])
    for new in [*runs, *([tail] if after else [])]:
        run.addprevious(new)
    run.remove(t)
    _keep_front(run, before, properties, runs)


def _replace_plain(t: Element, run: Element, text: str) -> None:
    """Put text of one weight in the place of a ``w:t``; where it is one piece, into that very element."""
    is_one_piece = text != "" and "\n" not in text and "\t" not in text
    if not is_one_piece or len(t):
        for child in text_children(text):
            t.addprevious(child)
        run.remove(t)
        return
    t.attrib.clear()
    t.set(XML_SPACE, "preserve")
    t.text, t.tail = text, None


def _merge(stukken: list[Stuk]) -> list[Stuk]:
    """Join neighbours of equal weight: a line of text is one ``w:t``, as a person's typing gives."""
    return [Stuk("".join(s.tekst for s in group), vet) for vet, group in groupby(stukken, key=lambda s: s.vet)]


def _keep_front(run: Element, before: list[Element], properties: Element | None, runs: list[Element]) -> None:
    """What stood before the text stays in the old run, which then comes first; else the run goes."""
    if any(child is not properties for child in before) and runs:
        runs[0].addprevious(run)
    else:
        run.getparent().remove(run)


def _run_with(properties: Element | None, children: list[Element]) -> Element:
    run = make("w:r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    run.extend(children)
    return run


def make_run(stuk: Stuk, properties: Element | None = None) -> Element:
    """Make a run for a piece of text, with a copy of these properties, bold when the piece is."""
    run = make("w:r")
    _fill_new_run(run, stuk, properties)
    return run


def _fill_new_run(run: Element, stuk: Stuk, properties: Element | None) -> None:
    if properties is not None:
        run.append(copy.deepcopy(properties))
    if stuk.vet:
        set_bold(run)
    for piece in _PIECES.findall(stuk.tekst):
        if piece in _SIGNS:
            add(run, _SIGNS[piece])
        else:
            _set_text(add(run, "w:t"), piece)


def set_bold(run: Element) -> None:
    """Make a run bold, whatever it was."""
    properties = ensure_first(run, "w:rPr")
    for old in properties.findall(qn("w:b")):
        properties.remove(old)
    position = sum(1 for child in properties if child.tag in _BEFORE_BOLD)
    properties.insert(position, make("w:b"))


def text_children(text: str) -> Iterator[Element]:
    """Yield the elements of a run for a text: a line break for ``\\n``, a tab for ``\\t``."""
    for piece in _PIECES.findall(text):
        yield make(_SIGNS[piece]) if piece in _SIGNS else make_text(piece)


def make_text(text: str) -> Element:
    """Make a ``w:t`` that keeps its spaces."""
    element = make("w:t")
    _set_text(element, text)
    return element


def _set_text(t: Element, text: str) -> None:
    t.text = text
    t.set(XML_SPACE, "preserve")


def fill_paragraph(paragraph: Element, stukken: tuple[Stuk, ...], properties: Element | None = None) -> None:
    """Append the runs for these pieces to a paragraph."""
    for stuk in stukken:
        if stuk.tekst:
            _fill_new_run(add(paragraph, "w:r"), stuk, properties)
