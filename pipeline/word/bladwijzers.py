"""Hidden bookmarks: what lets a generated Word file be read back, item by item and row by row.

A name that starts with ``_`` is hidden in Word. Names hold letters, digits and underscores, at most 40
characters, and are unique in a document without regard to case.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from pipeline.word.ooxml import Element, iter_own, make, own_paragraph, paragraph_text, qn

PREFIX = "_rt_"
MAX_LENGTH = 40
_MAX_NOTITIE = 10_000
_PUNT, _ACTIE, _BESLUIT, _GROEP, _NOTITIE = "punt", "actie", "besluit", "groep", "notitie"


@dataclass(frozen=True, slots=True)
class Bladwijzer:
    """A hidden bookmark as read back: its name, and the text of the paragraph it stands in."""

    naam: str
    tekst: str


def punt_bladwijzer(nummer: str) -> str:
    """Name the heading of an agenda item: ``_rt_punt_3``."""
    return _name(_PUNT, nummer)


def actie_bladwijzer(label: str, datum: date | None = None) -> str:
    """Name the row of an action: ``_rt_actie_A1``, or ``_rt_actie_A2_20251217`` for an older one."""
    return _name(_ACTIE, label, f"{datum:%Y%m%d}" if datum else "")


def besluit_bladwijzer(label: str, datum: date | None = None) -> str:
    """Name the row of a decision: ``_rt_besluit_B1``, or with the date of an earlier meeting."""
    return _name(_BESLUIT, label, f"{datum:%Y%m%d}" if datum else "")


def groep_bladwijzer(nummer: int) -> str:
    """Name the row of a group of participants, counted from 1: ``_rt_groep_2``."""
    return _name(_GROEP, str(nummer))


def veld_bladwijzer(veld: str) -> str:
    """Name a single field of the heading block: ``_rt_datum``."""
    return _name(veld)


def notitie_bladwijzer(tekst: str) -> str:
    """Name a paragraph that was printed to read along with: by its text, so that what is added shows."""
    return _name(_NOTITIE, _digest(tekst))


def is_bladwijzer(naam: str, soort: str) -> bool:
    """Tell whether a bookmark is one of this kind: ``punt``, ``groep``, ``kanttekening`` ..."""
    return naam == PREFIX + soort or naam.startswith(f"{PREFIX}{soort}_")


def without_notitie(naam: str, tekst: str) -> str:
    """Return what was typed behind the note this bookmark is of; the whole text where it is of none, or changed."""
    if not is_bladwijzer(naam, _NOTITIE):
        return tekst
    ends = (m.start() for m in re.finditer(r"\s|\Z", tekst[:_MAX_NOTITIE]))
    end = next((end for end in ends if _is_of(naam, notitie_bladwijzer(tekst[:end]))), 0)
    return tekst[end:]


def _is_of(naam: str, gegeven: str) -> bool:
    """Tell whether a bookmark was given this name; the second of two equal ones got a number behind it."""
    return re.fullmatch(rf"{gegeven}(?:_\d+)?", naam, re.IGNORECASE) is not None


def _digest(tekst: str) -> str:
    return hashlib.sha256(" ".join(tekst.split()).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _name(*parts: str) -> str:
    words = [re.sub(r"[^0-9A-Za-z]+", "_", part).strip("_") for part in parts if part]
    return (PREFIX + "_".join(word for word in words if word))[:MAX_LENGTH]


class Bladwijzers:
    """Puts bookmarks into one document and sees to it that names and ids stay unique."""

    def __init__(self, root: Element) -> None:
        """Start from what the document has already."""
        starts = list(root.iter(qn("w:bookmarkStart")))
        self._names = {start.get(qn("w:name"), "").casefold() for start in starts}
        self._next = max((_int(start.get(qn("w:id"))) for start in starts), default=0) + 1

    def wrap(self, paragraph: Element, naam: str) -> None:
        """Put the bookmark around the content of a paragraph; a name that is taken gets a number behind it."""
        name = self._unique(naam)
        mark = str(self._next)
        self._next += 1
        first = 1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0
        paragraph.insert(first, make("w:bookmarkStart", id=mark, name=name))
        paragraph.append(make("w:bookmarkEnd", id=mark))

    def _unique(self, naam: str) -> str:
        name, number = naam[:MAX_LENGTH], 1
        while name.casefold() in self._names:
            number += 1
            suffix = f"_{number}"
            name = naam[: MAX_LENGTH - len(suffix)] + suffix
        self._names.add(name.casefold())
        return name


def renumber_bookmarks(root: Element) -> None:
    """Give every bookmark its own id and drop a double name, which a loop in a template makes."""
    names: set[str] = set()
    open_marks: dict[str, list[str | None]] = {}
    number = 0
    for element in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        old = element.get(qn("w:id"), "")
        if element.tag == qn("w:bookmarkStart"):
            name = element.get(qn("w:name"), "").casefold()
            number += 1
            new = None if not name or name in names else str(number)
            names.add(name)
            open_marks.setdefault(old, []).append(new)
        else:
            stack = open_marks.get(old)
            new = stack.pop() if stack else None
        if new is None:
            element.getparent().remove(element)
        else:
            element.set(qn("w:id"), new)
    _drop_unclosed(root)


def drop_bladwijzers(root: Element) -> None:
    """Drop our own bookmarks, which a template has that was once a document of ours."""
    own = {s.get(qn("w:id")) for s in root.iter(qn("w:bookmarkStart")) if s.get(qn("w:name"), "").startswith(PREFIX)}
    for element in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        if element.get(qn("w:id")) in own:
            element.getparent().remove(element)


def _drop_unclosed(root: Element) -> None:
    closed = {end.get(qn("w:id")) for end in root.iter(qn("w:bookmarkEnd"))}
    for start in list(root.iter(qn("w:bookmarkStart"))):
        if start.get(qn("w:id")) not in closed:
            start.getparent().remove(start)


def read_bladwijzers(root: Element) -> tuple[Bladwijzer, ...]:
    """Return our bookmarks of a document in order, each with the text of its paragraph."""
    found = []
    for start in root.iter(qn("w:bookmarkStart")):
        name = start.get(qn("w:name"), "")
        if name.startswith(PREFIX):
            paragraph = own_paragraph(start)
            if paragraph is None:
                paragraph = _next_paragraph(start)
            found.append(Bladwijzer(name, paragraph_text(paragraph) if paragraph is not None else ""))
    return tuple(found)


def _next_paragraph(start: Element) -> Element | None:
    """A bookmark may stand between paragraphs; then it belongs to the next one."""
    return next((e for e in start.itersiblings(qn("w:p"))), None)


def has_bladwijzer(paragraph: Element, naam: str) -> bool:
    """Tell whether a paragraph carries this bookmark."""
    return any(s.get(qn("w:name")) == naam for s in iter_own(paragraph, "w:bookmarkStart"))


def _int(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
