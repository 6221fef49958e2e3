"""The numbers Word shows before a paragraph but does not store: ``1.``, ``a.``, ``2.3``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.lezer_namen import W, find, get, is_on, val

_ROMEINS: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
_ROMEINS += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_NUMMER = 100_000


@dataclass(frozen=True, slots=True)
class Lijstnummer:
    """What stands before a list item: its text (empty for a bullet) and its level from 0."""

    tekst: str
    niveau: int
    opsomming: bool


@dataclass(slots=True)
class Nummering:
    """Counts the numbered paragraphs of one document, in order."""

    root: etree._Element | None
    stijlen: etree._Element | None = None
    _nums: dict[str, etree._Element] = field(default_factory=dict)
    _abstract: dict[str, etree._Element] = field(default_factory=dict)
    _tellers: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begonnen: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Index the lists by id."""
        if self.root is None:
            return
        self._nums = {get(n, "numId"): n for n in self.root.iter(f"{W}num")}
        self._abstract = {get(a, "abstractNumId"): a for a in self.root.iter(f"{W}abstractNum")}

    def next(self, num_id: str, level: int) -> Lijstnummer | None:
        """Count one paragraph of a list and return what Word shows before it; None for an unknown list."""
        num = self._nums.get(num_id)
        abstract_id = self._abstract_id(num)
        definition = self._level(num, abstract_id, level)
        if num is None or definition is None:
            return None
        kind = val(definition, "numFmt") or "decimal"
        if kind in ("bullet", "none") and not _has_counters(definition):
            return Lijstnummer(val(definition, "lvlText") or "" if kind == "none" else "", level, True)
        self._count(num, num_id, abstract_id, level)
        return Lijstnummer(self._text(num, abstract_id, level, definition), level, False)

    def _abstract_id(self, num: etree._Element | None, depth: int = 0) -> str:
        """Return the definition of a list; one that only links to a list style is looked up there."""
        found = val(num, "abstractNumId") or ""
        link = val(self._abstract.get(found), "numStyleLink")
        if link is None or depth > 5:
            return found
        for abstract_id, abstract in self._abstract.items():
            if val(abstract, "styleLink") == link:
                return abstract_id
        return found

    def _level(self, num: etree._Element | None, abstract_id: str, level: int) -> etree._Element | None:
        override = self._override(num, level)
        for place in (override, self._abstract.get(abstract_id)):
            for lvl in place.findall(f"{W}lvl") if place is not None else ():
                if get(lvl, "ilvl") == str(level):
                    return lvl
        return None

    @staticmethod
    def _override(num: etree._Element | None, level: int) -> etree._Element | None:
        overrides = num.findall(f"{W}lvlOverride") if num is not None else []
        return next((o for o in overrides if get(o, "ilvl") == str(level)), None)

    def _start(self, num: etree._Element, abstract_id: str, level: int) -> int:
        written = val(self._override(num, level), "startOverride")
        written = written or val(self._level(num, abstract_id, level), "start") or "1"
        return min(int(written), _MAX_NUMMER) if written.isdigit() else 1

    def _count(self, num: etree._Element, num_id: str, abstract_id: str, level: int) -> None:
        counters = self._tellers[abstract_id]
        restarts = val(self._override(num, level), "startOverride") is not None
        if level not in counters or (restarts and (num_id, level) not in self._begonnen):
            counters[level] = self._start(num, abstract_id, level)
        else:
            counters[level] += 1
        self._begonnen.add((num_id, level))
        for deeper in [lvl for lvl in counters if lvl > level and self._restarts(num, abstract_id, lvl, level)]:
            del counters[deeper]

    def _restarts(self, num: etree._Element, abstract_id: str, deeper: int, level: int) -> bool:
        """A deeper level starts again after a higher one, unless its lvlRestart says after which."""
        written = val(self._level(num, abstract_id, deeper), "lvlRestart")
        return written is None or (written.isdigit() and int(written) != 0 and level < int(written))

    def _text(self, num: etree._Element, abstract_id: str, level: int, definition: etree._Element) -> str:
        counters = self._tellers[abstract_id]
        legal = is_on(find(definition, "isLgl"))

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            lvl = self._level(num, abstract_id, other)
            kind = "decimal" if legal else val(lvl, "numFmt") or "decimal"
            return format_nummer(counters.get(other, self._start(num, abstract_id, other)), kind)

        return re.sub(r"%([1-9])", number, val(definition, "lvlText") or f"%{level + 1}.").strip()


def _has_counters(definition: etree._Element) -> bool:
    return "%" in (val(definition, "lvlText") or "") and val(definition, "numFmt") != "none"


def format_nummer(count: int, kind: str) -> str:
    """Write a number as Word does in that format (ECMA-376, ST_NumberFormat)."""
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if kind == "lowerRoman" else roman.upper()
    if kind == "decimalZero":
        return f"{count:02d}"
    return {"none": "", "ordinal": f"{count}e"}.get(kind, str(count))


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMEINS:
        while count >= value:
            written += letters
            count -= value
    return written
