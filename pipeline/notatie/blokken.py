"""The body of verslag.md in blocks with their places: headings, paragraphs, list items, tables.

Markup is ``##``, ``-``, ``1.`` and pipe tables (and ``**``, which stays in the text), and what people paste from Word
and mail instead: other signs for bullets, ``a.`` and ``1)``, ``###``, a table without its second line. All else is
literal text to the character, which no Markdown library promises; hence a reader of our own. A backslash before
what would be markup at the beginning of a line makes it literal (``\\- ``, ``\\## ``); in a
table cell ``\\|`` is a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from pipeline.model import AlineaSoort
from pipeline.notatie.tekst import Tekstregel

_KOP = re.compile(r"##[ \t]+(?P<tekst>[^ \t].*)")
_TUSSENKOP = re.compile(r"(?P<teken>#{3,6})[ \t]+(?P<tekst>[^ \t].*)")
# Signs that only stand before an item need no space; those that are also used in a sentence do. The last three are
# what the symbol fonts of Word leave behind, and ``o`` is its second level when a tab follows.
_BOLLEN = "•▪◦‣●○■□·∙\uf0b7\uf0a7\uf0d8"
_STREEP = re.compile(
    rf"(?P<inspringing>[ \t]*)(?:(?P<streep>-)(?:[ \t]+|$)|(?P<bol>[{_BOLLEN}])[ \t]*(?=\S)|(?P<o>o)\t[ \t]*(?=\S)"
    r"|(?P<teken>[*+–—])[ \t]+(?=\S))(?P<tekst>.*)"
)
_NUMMER = re.compile(r"(?P<inspringing>[ \t]*)(?P<nummer>[0-9]{1,9})(?P<punt>[.)])(?:[ \t]+(?P<tekst>.*))?")
_LETTER = re.compile(r"(?P<inspringing>[ \t]*)(?P<tekst>(?P<letter>[a-z])[.)][ \t]+[^ \t].*)")
_LIJN = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?")
# A backslash before this, at the beginning of a line, is not text but says that this is.
_OPMAAK = (
    rf"(?:#{{2,6}}[ \t]+[^ \t]|-(?:[ \t]|$)|[{_BOLLEN}][ \t]*\S|o\t[ \t]*\S|[*+–—][ \t]+\S"
    r"|[0-9]{1,9}[.)](?:[ \t]|$)|[a-z][.)][ \t]+[^ \t]|\|)"
)
_ONTSNAPT = re.compile(rf"\\(?=\\*{_OPMAAK})")
_ONTSNAPPEN = re.compile(rf"\\*{_OPMAAK}")
_SPATIES = " \t"
MAX_CELLEN = 100  # in a row; what follows stays together in the last


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of one line: its text, the line's number, and the column where it begins."""

    tekst: str
    regel: int
    kolom: int


@dataclass(slots=True)
class TekstBlok:
    """A paragraph or list item: the lines it was written on; a paragraph in an item is one level deeper.

    ``nummer`` is that of an item, or the sign it was typed with where that is not the usual one: ``•`` before a
    bullet, ``###`` before a heading within the section.
    """

    soort: AlineaSoort
    niveau: int = 0
    nummer: str = ""
    fragmenten: list[Fragment] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """The text, its lines joined with a space."""
        return " ".join(fragment.tekst for fragment in self.fragmenten)

    @property
    def delen(self) -> tuple[tuple[int, int, int], ...]:
        """Where each of its lines begins: offset in ``tekst``, line, column."""
        lengths = (len(fragment.tekst) + 1 for fragment in self.fragmenten)
        starts = accumulate(lengths, initial=0)
        return tuple((s, f.regel, f.kolom) for s, f in zip(starts, self.fragmenten, strict=False))


@dataclass(frozen=True, slots=True)
class Tabelcel:
    """A table cell: its text, and the columns between which it stands in its line, white space left out."""

    tekst: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Rij:
    """A table row with its line."""

    regel: Tekstregel
    cellen: tuple[Tabelcel, ...]


@dataclass(frozen=True, slots=True)
class TabelBlok:
    """A pipe table; the first row is the header. The line of dashes under it is no row."""

    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading: the text behind ``##``."""

    tekst: str
    regel: int
    kolom: int


RuwBlok = Kop | TekstBlok | TabelBlok


def split_blokken(regels: Sequence[Tekstregel]) -> tuple[RuwBlok, ...]:
    """Cut lines into blocks."""
    return tuple(_Snijder(regels).cut())


def escape_regel(tekst: str) -> str:
    """Write a text so that it is literal at the beginning of a line."""
    return "\\" + tekst if _ONTSNAPPEN.match(tekst) else tekst


def is_opsommingsteken(teken: str) -> bool:
    """Tell whether this sign, at the beginning of a line, makes an item of a list."""
    return len(teken) == 1 and (teken in f"{_BOLLEN}-*+–—o")


def escape_cel(tekst: str) -> str:
    """Write a text so that it is literal in a table cell."""
    return tekst.replace("|", "\\|")


def split_rij(regel: Tekstregel) -> Rij:
    """Cut a table line at its pipes; ``\\|`` is a pipe in a cell, every other backslash is text."""
    return Rij(regel, tuple(_cells(regel.tekst)))


class _Snijder:
    """Reads line by line; ``_open`` is the paragraph or item that the next line of text joins."""

    def __init__(self, regels: Sequence[Tekstregel]) -> None:
        self._regels = regels
        self._open: TekstBlok | None = None
        self._inspringing: list[int] = []

    def cut(self) -> Iterator[RuwBlok]:
        position = 0
        while position < len(self._regels):
            line = self._regels[position]
            if table := self._table_at(position):
                yield from self._flush()
                yield table
                position += len(table.rijen) + _is_delimiter(self._regels[position + 1])
                self._inspringing.clear()
                continue
            yield from self._take(line)
            position += 1
        yield from self._flush()

    def _take(self, line: Tekstregel) -> Iterator[RuwBlok]:
        text = line.tekst.rstrip(_SPATIES)
        if not text:
            yield from self._flush()
        elif heading := _KOP.fullmatch(text):
            yield from self._flush()
            self._inspringing.clear()
            yield Kop(heading["tekst"], line.nummer, heading.start("tekst"))
        elif subheading := _TUSSENKOP.fullmatch(text):
            yield from self._flush()
            self._inspringing.clear()
            yield _new_tussenkop(subheading, line.nummer)
        elif item := self._item(text):
            yield from self._flush()
            self._open = self._new_item(item, line.nummer)
        else:
            self._add_text(text, line.nummer)

    def _flush(self) -> Iterator[TekstBlok]:
        if self._open is not None:
            yield self._open
        self._open = None

    def _item(self, text: str) -> re.Match[str] | None:
        """Match a list item. In a paragraph only what cannot be a sentence that runs on begins a list.

        A number must be 1 there, as it might be a year, and a letter ``a``; a sign that also stands between words
        only begins a list behind a sentence that has ended.
        """
        in_paragraph = self._open is not None and self._open.soort == "alinea"
        if match := _STREEP.fullmatch(text):
            sign = match["teken"]
            is_plain = sign is None or not in_paragraph or self._has_ended()
            return match if is_plain else None
        if match := _NUMMER.fullmatch(text):
            return None if in_paragraph and match["nummer"] != "1" else match
        match = _LETTER.fullmatch(text)
        return None if match and in_paragraph and match["letter"] != "a" else match

    def _has_ended(self) -> bool:
        return self._open is not None and self._open.tekst.rstrip().endswith((".", ":", ";", "!", "?"))

    def _new_item(self, match: re.Match[str], line: int) -> TekstBlok:
        named = match.groupdict()
        is_deeper = bool(named.get("o")) and bool(self._inspringing)  # Word's sign of the second level
        level = self._level(len(match["inspringing"].expandtabs(4)) + (4 if is_deeper else 0))
        number = named.get("nummer") or ""
        text = match["tekst"] or ""
        start = match.start("tekst") if match["tekst"] else match.end()
        soort: AlineaSoort = "nummering" if number else "opsomming"
        sign = number + (")" if named.get("punt") == ")" else "") if number else _typed_sign(named)
        return TekstBlok(soort, level, sign, [Fragment(text.strip(_SPATIES), line, start)])

    def _level(self, indent: int) -> int:
        while self._inspringing and indent < self._inspringing[-1]:
            self._inspringing.pop()
        if not self._inspringing or indent >= self._inspringing[-1] + 2:
            self._inspringing.append(indent)
        return len(self._inspringing) - 1

    def _add_text(self, text: str, line: int) -> None:
        column = len(text) - len(text.lstrip(_SPATIES))
        skip = 1 if _ONTSNAPT.match(text, column) else 0
        fragment = Fragment(text[column + skip :], line, column + skip)
        if self._open is not None:
            self._open.fragmenten.append(fragment)
            return
        level = sum(indent + 2 <= column for indent in self._inspringing)
        if not level:
            self._inspringing.clear()
        self._open = TekstBlok("alinea", level, fragmenten=[fragment])

    def _table_at(self, position: int) -> TabelBlok | None:
        lines = self._regels[position : position + 2]
        if len(lines) < 2 or not _is_row(lines[0]):
            return None
        has_delimiter = _is_delimiter(lines[1])
        if not has_delimiter and not _are_rows(lines):
            return None
        rows = [split_rij(lines[0])]
        for line in self._regels[position + 1 + has_delimiter :]:
            if not _is_row(line) or not (has_delimiter or _is_closed(line)):
                break
            rows.append(split_rij(line))
        return TabelBlok(tuple(rows))


def _new_tussenkop(match: re.Match[str], line: int) -> TekstBlok:
    """Make a heading within a section: a bold line, as documents show it, that remembers how it was typed."""
    text = match["tekst"].rstrip(_SPATIES)
    bold = text if "**" in text else f"**{text}**"
    start = match.start("tekst") - (len(bold) - len(text)) // 2
    return TekstBlok("alinea", 0, match["teken"], [Fragment(bold, line, start)])


def _typed_sign(named: dict[str, str | None]) -> str:
    """Return the sign of a bullet where it is not the usual one."""
    return named.get("bol") or named.get("teken") or named.get("o") or ""


def _are_rows(lines: Sequence[Tekstregel]) -> bool:
    """Tell whether two lines are a table without the line between: closed by pipes, and as many cells."""
    if not all(_is_row(line) and _is_closed(line) for line in lines):
        return False
    widths = {len(split_rij(line).cellen) for line in lines}
    return len(widths) == 1 and widths.pop() > 1


def _is_closed(line: Tekstregel) -> bool:
    text = line.tekst.rstrip(_SPATIES)
    return text.endswith("|") and not text.endswith("\\|")


def _is_row(line: Tekstregel) -> bool:
    return line.tekst.lstrip(_SPATIES).startswith("|")


def _is_delimiter(line: Tekstregel) -> bool:
    return "-" in line.tekst and _LIJN.fullmatch(line.tekst.rstrip(_SPATIES)) is not None


def _cells(line: str) -> Iterator[Tabelcel]:
    text = line.rstrip(_SPATIES)
    position = text.index("|") + 1
    for number in range(1, MAX_CELLEN + 1):
        if position >= len(text):
            break
        end = _cell_end(text, position) if number < MAX_CELLEN else len(text)
        raw = text[position:end]
        stripped = raw.strip(_SPATIES)
        begin = position + len(raw) - len(raw.lstrip(_SPATIES)) if stripped else min(position + 1, end)
        yield Tabelcel(stripped.replace("\\|", "|"), begin, begin + len(stripped))
        position = end + 1


def _cell_end(text: str, position: int) -> int:
    """Return where the cell ends: at a pipe without a backslash before it, or at the end of the line."""
    while True:
        pipe = text.find("|", position)
        if pipe < 0:
            return len(text)
        if text[pipe - 1] != "\\":
            return pipe
        position = pipe + 1
