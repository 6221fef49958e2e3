"""What the styles of a Word file make of a paragraph or a run: heading, hidden, bold, numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.lezer_namen import W, fill_of, find, get, is_on, val

_KOP = re.compile(r"(?:heading|kop)\s*(\d)", re.IGNORECASE)
_TITEL = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_INHOUD = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*\d?$", re.IGNORECASE)
_MAX_DIEPTE = 20


@dataclass(slots=True)
class Opmaakstijlen:
    """The styles of a Word file, with inheritance followed (at most 20 deep: a broken file may go round)."""

    root: etree._Element | None
    _by_id: dict[str, etree._Element] = field(default_factory=dict)
    _standaard: dict[str, str] = field(default_factory=dict)
    _ketens: dict[tuple[str | None, str], list[etree._Element]] = field(default_factory=dict)
    _gevonden: dict[tuple[str | None, str | None, str], bool | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the styles by id."""
        for style in self.root.iter(f"{W}style") if self.root is not None else ():
            self._by_id[get(style, "styleId")] = style
            if get(style, "default") in ("1", "true"):
                self._standaard[get(style, "type")] = get(style, "styleId")

    def chain(self, style_id: str | None, kind: str = "paragraph") -> list[etree._Element]:
        """Return the style and those it is based on, nearest first."""
        if (style_id, kind) not in self._ketens:
            self._ketens[style_id, kind] = self._follow(style_id, kind)
        return self._ketens[style_id, kind]

    def _follow(self, style_id: str | None, kind: str) -> list[etree._Element]:
        found: list[etree._Element] = []
        current = style_id if style_id in self._by_id else self._standaard.get(kind)
        while current in self._by_id and len(found) < _MAX_DIEPTE:
            style = self._by_id[current]
            found.append(style)
            current = val(style, "basedOn")
        return found

    def name(self, style_id: str | None) -> str:
        """Return the name of a style as the user sees it."""
        return val(self._by_id.get(style_id or ""), "name") or style_id or ""

    def is_hidden(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Tell whether a run is hidden text: by itself, its character style or its paragraph style."""
        return bool(self._run_property(run, paragraph, "vanish"))

    def is_bold(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Tell whether a run is bold."""
        return bool(self._run_property(run, paragraph, "b"))

    def is_doorgehaald(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Tell whether a run is struck through, by one line or two."""
        return bool(self._run_property(run, paragraph, "strike") or self._run_property(run, paragraph, "dstrike"))

    def is_cursief(self, run: etree._Element) -> bool:
        """Tell whether somebody set this run in italics; what a style does is no remark."""
        return bool(is_on(find(run, "rPr", "i")))

    def is_gemarkeerd(self, run: etree._Element) -> bool:
        """Tell whether somebody put a colour behind this run, as with a marker."""
        filled = fill_of(find(run, "rPr", "shd"))
        return val(run, "rPr", "highlight") not in (None, "none") or filled.upper() not in ("", "FFFFFF")

    def _run_property(self, run: etree._Element, paragraph: etree._Element, name: str) -> bool | None:
        rpr = find(run, "rPr")
        direct = is_on(find(rpr, name))
        if direct is not None:
            return direct
        key = val(rpr, "rStyle"), val(paragraph, "pPr", "pStyle"), name
        if key not in self._gevonden:
            self._gevonden[key] = self._of_styles(*key)
        return self._gevonden[key]

    def _of_styles(self, of_run: str | None, of_paragraph: str | None, name: str) -> bool | None:
        """Look a property of runs up in the styles: that of the run, then that of its paragraph."""
        styles = [*(self.chain(of_run, "character") if of_run else ()), *self.chain(of_paragraph)]
        return next((on for on in (is_on(find(s, "rPr", name)) for s in styles) if on is not None), None)

    def size(self, paragraph: etree._Element) -> float | None:
        """Return the size of a paragraph in half points: of its first run with text, else of its style."""
        first = next((r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None), None)
        written = val(first, "rPr", "sz")
        for style in self.chain(val(paragraph, "pPr", "pStyle")):
            written = written or val(style, "rPr", "sz")
        written = written or val(self.root, "docDefaults", "rPrDefault", "rPr", "sz")
        return float(written) if written and written.replace(".", "", 1).isdigit() else None

    def outline_level(self, paragraph: etree._Element) -> int | None:
        """Return the level of a heading (1 to 9; a title is 1), None for a paragraph that is no heading."""
        direct = val(paragraph, "pPr", "outlineLvl")
        style_id = val(paragraph, "pPr", "pStyle")
        for style in self.chain(style_id):
            if direct is not None:
                break
            name = val(style, "name") or ""
            if match := _KOP.match(name):
                return int(match[1])
            if _TITEL.match(name):
                return 1
            direct = val(style, "pPr", "outlineLvl")
        if direct is None or not direct.isdigit() or int(direct) >= 9:
            return None
        return int(direct) + 1

    def keeps_with_next(self, paragraph: etree._Element) -> bool:
        """Tell whether the style keeps it on one page with what follows, as a style for headings does."""
        return any(is_on(find(style, "pPr", "keepNext")) for style in self.chain(val(paragraph, "pPr", "pStyle")))

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        return bool(_INHOUD.match(self.name(val(paragraph, "pPr", "pStyle"))))

    def num_pr(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return the numbering (numId, level) of a paragraph, its own or that of its style."""
        own = find(paragraph, "pPr", "numPr")
        sources = [own] + [find(s, "pPr", "numPr") for s in self.chain(val(paragraph, "pPr", "pStyle"))]
        num_id = next((val(s, "numId") for s in sources if val(s, "numId") is not None), None)
        level = next((val(s, "ilvl") for s in sources if val(s, "ilvl") is not None), None)
        if num_id in (None, "0"):
            return None
        return str(num_id), int(level) if level and level.isdigit() else self._linked_level(paragraph)

    def _linked_level(self, paragraph: etree._Element) -> int:
        level = self.outline_level(paragraph)
        return level - 1 if level else 0
