"""The body of verslag.md in blocks with their places: headings, paragraphs, list items, tables.

Markup is ``##``, ``-``, ``1.`` and pipe tables (and ``**``, which stays in the text). All else is literal
text to the character, which no Markdown library promises; hence a reader of our own. A backslash before
what would be markup at the beginning of a line makes it literal (``\\- ``, ``\\## ``); in a
table cell ``\\|`` is a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from pipeline.model import AlineaSoort
from pipeline.notatie.tekst import Regel

_KOP = re.compile(r"##[ \t]+(?P<tekst>[^ \t].*)")
_STREEP = re.compile(r"(?P<inspringing>[ \t]*)-(?:[ \t]+(?P<tekst>.*))?")
_NUMMER = re.compile(r"(?P<inspringing>[ \t]*)(?P<nummer>[0-9]{1,9})\.(?:[ \t]+(?P<tekst>.*))?")
_LIJN = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?")
# A backslash before this, at the beginning of a line, is not text but says that this is.
_OPMAAK = r"(?:##[ \t]+[^ \t]|-(?:[ \t]|$)|[0-9]{1,9}\.(?:[ \t]|$)|\|)"
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
    """A paragraph or list item: the lines it was written on; a paragraph in an item is one level deeper."""

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
class Cel:
    """A table cell: its text, and the columns between which it stands in its line, white space left out."""

    tekst: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Rij:
    """A table row with its line."""

    regel: Regel
    cellen: tuple[Cel, ...]


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


def split_blokken(regels: Sequence[Regel]) -> tuple[RuwBlok, ...]:
    """Cut lines into blocks."""
    return tuple(_Snijder(regels).cut())


def escape_regel(tekst: str) -> str:
    """Write a text so that it is literal at the beginning of a line."""
    return "\\" + tekst if _ONTSNAPPEN.match(tekst) else tekst


def escape_cel(tekst: str) -> str:
    """Write a text so that it is literal in a table cell."""
    return tekst.replace("|", "\\|")


def split_rij(regel: Regel) -> Rij:
    """Cut a table line at its pipes; ``\\|`` is a pipe in a cell, every other backslash is text."""
    return Rij(regel, tuple(_cells(regel.tekst)))


class _Snijder:
    """Reads line by line; ``_open`` is the paragraph or item that the next line of text joins."""

    def __init__(self, regels: Sequence[Regel]) -> None:
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
                position += len(table.rijen) + 1
                self._inspringing.clear()
                continue
            yield from self._take(line)
            position += 1
        yield from self._flush()

    def _take(self, line: Regel) -> Iterator[RuwBlok]:
        text = line.tekst.rstrip(_SPATIES)
        if not text:
            yield from self._flush()
        elif heading := _KOP.fullmatch(text):
            yield from self._flush()
            self._inspringing.clear()
            yield Kop(heading["tekst"], line.nummer, heading.start("tekst"))
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
        """Match a list item; in a paragraph a number only begins a list when it is 1, as a year might be."""
        if match := _STREEP.fullmatch(text):
            return match
        match = _NUMMER.fullmatch(text)
        in_paragraph = self._open is not None and self._open.soort == "alinea"
        return None if match and in_paragraph and match["nummer"] != "1" else match

    def _new_item(self, match: re.Match[str], line: int) -> TekstBlok:
        level = self._level(len(match["inspringing"].expandtabs(4)))
        number = match.groupdict().get("nummer") or ""
        text = match["tekst"] or ""
        start = match.start("tekst") if match["tekst"] else match.end()
        soort: AlineaSoort = "nummering" if number else "opsomming"
        return TekstBlok(soort, level, number, [Fragment(text.strip(_SPATIES), line, start)])

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
        if len(lines) < 2 or not _is_row(lines[0]) or not _is_delimiter(lines[1]):
            return None
        rows = [split_rij(lines[0])]
        for line in self._regels[position + 2 :]:
            if not _is_row(line):
                break
            rows.append(split_rij(line))
        return TabelBlok(tuple(rows))


def _is_row(line: Regel) -> bool:
    return line.tekst.lstrip(_SPATIES).startswith("|")


def _is_delimiter(line: Regel) -> bool:
    return "-" in line.tekst and _LIJN.fullmatch(line.tekst.rstrip(_SPATIES)) is not None


def _cells(line: str) -> Iterator[Cel]:
    text = line.rstrip(_SPATIES)
    position = text.index("|") + 1
    for number in range(1, MAX_CELLEN + 1):
        if position >= len(text):
            break
        end = _cell_end(text, position) if number < MAX_CELLEN else len(text)
        raw = text[position:end]
        stripped = raw.strip(_SPATIES)
        begin = position + len(raw) - len(raw.lstrip(_SPATIES)) if stripped else min(position + 1, end)
        yield Cel(stripped.replace("\\|", "|"), begin, begin + len(stripped))
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
