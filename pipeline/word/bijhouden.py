"""Tracked changes: from the document as it was and as it becomes, one with ``w:ins`` and ``w:del`` to read.

Rules: ECMA-376 part 1, 17.13.5. The old document stays as it is; what goes is marked as deleted, what comes is
put beside it as inserted, each with who asked for it and when.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import count

from pipeline.word.ooxml import XML_SPACE, Element, ensure_first, iter_own, make, paragraph_text, parse, qn, serialize
from pipeline.word.pakket import open_pakket

_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


@dataclass(frozen=True, slots=True)
class Versie:
    """The document with one change carried out: who asked for it, and the day it was decided."""

    inhoud: bytes
    auteur: str
    datum: date


@dataclass(frozen=True, slots=True)
class _Ingreep:
    """One change in a paragraph: the old characters from ``begin`` to ``eind`` make way for the new words."""

    begin: int
    eind: int
    nieuw: str
    versie: Versie


@dataclass(slots=True)
class _Ingrepen:
    """Everything that changes, by the number of the paragraph in the old document.

    ``weg`` are whole paragraphs that go, ``erbij`` those that come behind one (-1: before the first).
    """

    woorden: dict[int, list[_Ingreep]] = field(default_factory=dict)
    weg: dict[int, Versie] = field(default_factory=dict)
    erbij: dict[int, list[tuple[Element, Versie]]] = field(default_factory=dict)


def track_changes(oud: bytes, versies: Sequence[Versie]) -> bytes:
    """Return the old document with the changes of every version tracked in its text.

    Each version is the old document with one change; the changes do not overlap. Only the main part is compared.
    """
    pakket = open_pakket(oud)
    root = parse(pakket.delen[pakket.hoofddeel])
    paragraphs = list(root.iter(qn("w:p")))
    ingrepen = _Ingrepen()
    for versie in versies:
        other = open_pakket(versie.inhoud)
        _compare(paragraphs, list(parse(other.delen[other.hoofddeel]).iter(qn("w:p"))), versie, ingrepen)
    numbers = count(_highest_id(root) + 1)
    for index, changes in ingrepen.woorden.items():
        _track(paragraphs[index], changes, numbers)
    for index, versie in ingrepen.weg.items():
        _delete_paragraph(paragraphs[index], versie, numbers)
    for index, added in ingrepen.erbij.items():
        _add_paragraphs(paragraphs, index, added, numbers)
    pakket.delen[pakket.hoofddeel] = serialize(root)
    return pakket.to_bytes()


def _compare(old: list[Element], new: list[Element], versie: Versie, ingrepen: _Ingrepen) -> None:
    """Find what one version changes: words in a paragraph, or paragraphs that come or go."""
    before, after = [paragraph_text(p) for p in old], [paragraph_text(p) for p in new]
    for kind, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        shared = 0 if kind == "equal" else min(i_end - i, j_end - j)
        for offset in range(shared):
            ingreep = _difference(before[i + offset], after[j + offset], versie)
            ingrepen.woorden.setdefault(i + offset, []).append(ingreep)
        if kind != "equal":
            ingrepen.weg |= dict.fromkeys(range(i + shared, i_end), versie)
            added = [(paragraph, versie) for paragraph in new[j + shared : j_end]]
            ingrepen.erbij.setdefault(i + shared - 1, []).extend(added)


def _difference(before: str, after: str, versie: Versie) -> _Ingreep:
    """Return the one stretch in which two texts differ, widened to whole words."""
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < shortest - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    while start and before[start - 1].isalnum():
        start -= 1
    while tail and before[len(before) - tail].isalnum():
        tail -= 1
    return _Ingreep(start, len(before) - tail, after[start : len(after) - tail], versie)


def _track(paragraph: Element, changes: list[_Ingreep], numbers: Iterator[int]) -> None:
    """Carry out changes from the last to the first, so that each finds its place."""
    runs = _split_signs(paragraph)
    for change in sorted(changes, key=lambda c: c.begin, reverse=True):
        _cut(runs, change.begin)
        _cut(runs, change.eind)
        spans = list(_spans(runs))
        gone = [run for run, begin, end in spans if change.begin <= begin < end <= change.eind]
        before = [run for run, _, end in spans if end <= change.begin]
        for run in gone:
            _delete(run, change.versie, next(numbers))
        if change.nieuw:
            model = next(iter((*gone, *reversed(before), *runs)), None)
            mark = _mark("w:ins", change.versie, next(numbers))
            mark.append(_make_run(model, change.nieuw))
            _place(paragraph, (gone or before)[-1] if gone or before else None, mark)


def _split_signs(paragraph: Element) -> list[Element]:
    """Give each piece of text, tab and line break a run of its own, with the same formatting."""
    for run in list(iter_own(paragraph, "w:r")):
        pieces = [child for child in run if child.tag != qn("w:rPr")]
        for piece in pieces if len(pieces) > 1 else ():
            single = _like(run)
            single.append(piece)
            run.addprevious(single)
        if len(pieces) > 1:
            run.getparent().remove(run)
    return list(iter_own(paragraph, "w:r"))


def _like(model: Element | None) -> Element:
    """Make an empty run with the formatting of another."""
    run = make("w:r")
    properties = model.find(qn("w:rPr")) if model is not None else None
    if properties is not None:
        run.append(copy.deepcopy(properties))
    return run


def _text_of(run: Element) -> str:
    return "".join(e.text or "" if e.tag == qn("w:t") else _SIGNS.get(e.tag, "") for e in run)


def _spans(runs: list[Element]) -> Iterator[tuple[Element, int, int]]:
    position = 0
    for run in runs:
        length = len(_text_of(run))
        yield run, position, position + length
        position += length


def _cut(runs: list[Element], at: int) -> None:
    """Cut the run in which this character stands, so that a run begins there."""
    for number, (run, begin, end) in enumerate(_spans(runs)):
        if begin < at < end:
            whole = _text_of(run)
            second = copy.deepcopy(run)
            _set_text(run.find(qn("w:t")), whole[: at - begin])
            _set_text(second.find(qn("w:t")), whole[at - begin :])
            run.addnext(second)
            runs.insert(number + 1, second)
            return


def _set_text(element: Element, text: str) -> None:
    element.text = text
    element.set(XML_SPACE, "preserve")


def _delete(run: Element, versie: Versie, number: int) -> None:
    mark = _mark("w:del", versie, number)
    run.addprevious(mark)
    mark.append(run)
    for text in list(run.iter(qn("w:t"))):
        text.tag = qn("w:delText")


def _place(paragraph: Element, behind: Element | None, mark: Element) -> None:
    """Put an insertion behind a run, whether that was deleted or not, or at the beginning of the paragraph."""
    if behind is not None:
        parent = behind.getparent()
        (parent if parent.tag == qn("w:del") else behind).addnext(mark)
        return
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        properties.addnext(mark)
    else:
        paragraph.insert(0, mark)


def _mark(name: str, versie: Versie, number: int) -> Element:
    return make(name, id=str(number), author=versie.auteur, date=f"{versie.datum.isoformat()}T00:00:00Z")


def _make_run(model: Element | None, text: str) -> Element:
    run = _like(model)
    element = make("w:t")
    _set_text(element, text)
    run.append(element)
    return run


def _delete_paragraph(paragraph: Element, versie: Versie, numbers: Iterator[int]) -> None:
    for run in list(iter_own(paragraph, "w:r")):
        _delete(run, versie, next(numbers))
    _mark_end(paragraph, _mark("w:del", versie, next(numbers)))


def _add_paragraphs(
    paragraphs: list[Element], index: int, added: list[tuple[Element, Versie]], numbers: Iterator[int]
) -> None:
    place = paragraphs[max(index, 0)]
    for source, versie in added:
        paragraph = copy.deepcopy(source)
        for run in list(iter_own(paragraph, "w:r")):
            mark = _mark("w:ins", versie, next(numbers))
            run.addprevious(mark)
            mark.append(run)
        _mark_end(paragraph, _mark("w:ins", versie, next(numbers)))
        place.addnext(paragraph)
        place = paragraph


def _mark_end(paragraph: Element, mark: Element) -> None:
    """Say of the paragraph mark itself that it came or went."""
    properties = ensure_first(paragraph, "w:pPr")
    run_properties = properties.find(qn("w:rPr"))
    if run_properties is None:
        run_properties = make("w:rPr")
        section = properties.find(qn("w:sectPr"))
        properties.insert(len(properties) if section is None else properties.index(section), run_properties)
    run_properties.insert(0, mark)


def _highest_id(root: Element) -> int:
    ids = (e.get(qn("w:id"), "") for e in root.iter(qn("w:ins"), qn("w:del"), qn("w:bookmarkStart")))
    return max((int(number) for number in ids if number.lstrip("-").isdecimal()), default=0)
