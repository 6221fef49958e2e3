"""Markdown -> Document. Places are lines; markup is dropped, words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.lezen import maten as m
from pipeline.lezen.maten import BREEDTE_AFGEBROKEN, LANGSTE_AFGEBROKEN
from pipeline.lezen.regels import Leesregel, begins_label, join_regels, measure
from pipeline.lezen.tekst import MAX_REGELS, decode_gemeld
from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Bronblok, Cel, Document, Plek, Tabelblok, Tekstblok, TekstblokSoort

MAX_TEKENS = 4_000_000
_PSEUDOKOP = 5
_COMMENTAAR = re.compile(r"<!--.*?-->", re.DOTALL)
_VOORBLOK = re.compile(r"\A---[ \t]*\n(?P<binnen>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_VAKJE = re.compile(r"^\[(?P<kruis>[ xX])\]\s+")


def read_markdown(data: bytes, bestand: str) -> tuple[Document | None, tuple[Melding, ...]]:
    """Read a Markdown file; comments are not text, a YAML block on top is read as lines of the heading."""
    text, meldingen = decode_gemeld(data, bestand)
    if len(text) > MAX_TEKENS or text.count("\n") > MAX_REGELS:
        shortened = f"{bestand} is heel groot. Gelezen zijn de eerste {MAX_TEKENS} tekens."
        meldingen += (melding("tekst-ingekort", shortened, Bron(bestand)),)
        text = "\n".join(text[:MAX_TEKENS].split("\n")[:MAX_REGELS])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENTAAR.sub(lambda m: "\n" * m.group().count("\n"), text)
    front = _VOORBLOK.match(text)
    head = tuple(_front_matter(front["binnen"])) if front else ()
    if front:
        text = "\n" * front.group().count("\n") + text[front.end() :]
    lines = text.split("\n")
    width = measure([Leesregel(line, 0, rechts=len(line)) for line in lines]).breedte
    fixed = width <= BREEDTE_AFGEBROKEN and max(len(line) for line in lines) <= LANGSTE_AFGEBROKEN
    blocks = head + tuple(_Markdownlezer(width, fixed).read(_parse(text)))
    return Document(bestand, "regel", blocks), meldingen


def _parse(text: str) -> list[Token]:
    """Parse with tables and without HTML, so that ``<actiepunt Jan>`` stays text; nesting is bounded."""
    return MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"]).parse(text)


def _front_matter(inner: str) -> Iterator[Tekstblok]:
    for index, line in enumerate(inner.split("\n")):
        if line.strip():
            yield Tekstblok(line.strip(), plekken=(Plek(0, index + 2),))


@dataclass(slots=True)
class _Markdownlezer:
    """Walks through the tokens of one file, keeping where it stands in lists."""

    breedte: float
    vaste_breedte: bool

    def read(self, tokens: list[Token]) -> Iterator[Bronblok]:
        lists: list[tuple[str, str]] = []  # (kind, number of the current item)
        fresh = False
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                lists.append((token.type, ""))
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif token.type == "list_item_open":
                lists[-1] = (lists[-1][0], f"{token.info}." if token.info else "")
                fresh = True
            elif token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                yield _table(tokens[index:end])
                index = end
            elif token.type == "heading_open":
                yield from self._heading(tokens[index + 1], int(token.tag[1:]))
            elif token.type == "paragraph_open":
                item = lists[-1][1] if lists else ""
                yield from self._paragraph(tokens[index + 1], len(lists), item if fresh else "", fresh)
                fresh = False
            elif token.type in ("fence", "code_block"):
                yield from self._code(token)
            index += 1

    def _heading(self, inline: Token, level: int) -> Iterator[Tekstblok]:
        text = "".join(_plain(inline)).strip()
        number = re.match(r"(\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?[.)]?)\s+(?=\S)", text)
        cut = number.end() if number else 0
        if text:
            plekken = (Plek(0, (inline.map or [0])[0] + 1, cut),)
            yield Tekstblok(text[cut:], "kop", level, number[1] if number else "", plekken=plekken)

    def _paragraph(self, inline: Token, depth: int, number: str, fresh: bool) -> Iterator[Tekstblok]:
        soort: TekstblokSoort = "lijstitem" if depth and fresh else "alinea"
        level = max(depth - 1, 0) if soort == "lijstitem" else 0
        bold = _is_bold(inline)
        for lines in self._paragraphs(inline):
            text, plekken = join_regels(lines, frozenset())
            if bold and _is_heading(text, bool(depth), number):
                yield Tekstblok(text, "kop", _PSEUDOKOP, number, True, plekken)
                continue
            yield Tekstblok(
                _VAKJE.sub(lambda m: "☑ " if m["kruis"] in "xX" else "☐ ", text), soort, level, number, bold, plekken
            )
            soort, level, number = "alinea", 0, ""

    def _paragraphs(self, inline: Token) -> Iterator[list[Leesregel]]:
        """Split a paragraph at its line ends, unless the file is one that breaks lines at a fixed width."""
        first = (inline.map or [0])[0]
        texts = "".join(_plain(inline)).split("\n")
        lines = [Leesregel(t.strip(), first + i + 1, 0, 0, len(t.strip())) for i, t in enumerate(texts) if t.strip()]
        current: list[Leesregel] = []
        for line in lines:
            word = line.tekst.split(" ", 1)[0]
            if current and not (
                not begins_label(line.tekst)
                and self.vaste_breedte
                and current[-1].rechts + 1 + len(word) > self.breedte * m.BREEDSTE_DEEL
            ):
                yield current
                current = []
            current.append(line)
        if current:
            yield current

    def _code(self, token: Token) -> Iterator[Tekstblok]:
        first = (token.map or [0])[0] + (2 if token.type == "fence" else 1)
        for offset, line in enumerate(token.content.split("\n")):
            if line.strip():
                yield Tekstblok(line.strip(), plekken=(Plek(0, first + offset),))


def _plain(inline: Token) -> Iterator[str]:
    """Give the words of a line: of a link its text, of an image its description; what is struck out is gone."""
    struck = 0
    for child in inline.children or ():
        struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif not struck and child.type in ("text", "code_inline", "image"):
            yield re.sub(r"<br\s*/?>", "\n", child.content)


def _is_heading(text: str, in_list: bool, number: str) -> bool:
    """Tell whether a bold line stands for a heading: a numbered item, or a line of its own, short and no sentence."""
    return (
        len(text) <= m.LANGSTE_VETTE_KOP
        and text[-1] not in ".;,:!?"
        and (bool(number) or not in_list)
        and "\n" not in text
    )


def _is_bold(inline: Token) -> bool:
    """Tell whether all the words stand between ``**``."""
    depth, bold, plain = 0, 0, 0
    for child in inline.children or ():
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        if child.content.strip():
            bold += depth > 0
            plain += depth == 0
    return bold > 0 and plain == 0


def _table(tokens: list[Token]) -> Tabelblok:
    rows: list[tuple[Cel, ...]] = []
    plekken: list[Plek] = []
    cells: list[Cel] = []
    for token in tokens:
        if token.type == "tr_open":
            cells = []
            plekken.append(Plek(0, (token.map or [0])[0] + 1))
        elif token.type == "inline":
            cells.append(Cel("".join(_plain(token)).strip()))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    width = max((len(row) for row in rows), default=0)
    filled = tuple(row + (Cel(),) * (width - len(row)) for row in rows)
    return Tabelblok(filled, tuple(plekken), los=True)
