"""Plain text, often the text of a PDF -> Document. Places are lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.lezen.kolommen import join_kolommen
from pipeline.lezen.regels import Leesregel, build_blokken, measure
from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Document

MAX_REGELS = 100_000
MAX_REGEL = 20_000
_PAGINA = re.compile(r"[-–\s]*(?:pagina|pag\.?|blad|p\.)\s*\d+\s*(?:(?:van|/)\s*\d+)?[-–\s]*", re.IGNORECASE)


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether it was UTF-8 (or UTF-16 with its mark); else it is read as Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), True
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), False


def decode_gemeld(data: bytes, bestand: str) -> tuple[str, tuple[Melding, ...]]:
    """Return the text with the Meldingen about its character set."""
    text, is_utf8 = decode(data)
    return text, () if is_utf8 else (melding("tekenset", bron=Bron(bestand)),)


def read_tekst(data: bytes, bestand: str) -> tuple[Document | None, tuple[Melding, ...]]:
    """Read a text file; at most 100,000 lines of 20,000 characters, with a Melding where there are more."""
    text, meldingen = decode_gemeld(data, bestand)
    written = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(written) > MAX_REGELS or any(len(line) > MAX_REGEL for line in written):
        shortened = f"{bestand} is heel groot. Gelezen zijn de eerste {MAX_REGELS} regels van {MAX_REGEL} tekens."
        meldingen += (melding("tekst-ingekort", shortened, Bron(bestand)),)
    lines = [line[:MAX_REGEL] for line in written[:MAX_REGELS]]
    dropped, footers = _furniture(lines)
    regels = tuple(_regels(lines, dropped))
    items = join_kolommen(regels, lines)
    return Document(bestand, "regel", tuple(build_blokken(items, measure(regels))), (), footers), meldingen


def _furniture(lines: list[str]) -> tuple[frozenset[int], tuple[str, ...]]:
    """Find page numbers, and lines that come back beside them or beside a form feed."""
    marks = {i for i, line in enumerate(lines) if _PAGINA.fullmatch(line.strip()) or "\f" in line}
    if not marks:
        return frozenset(), ()
    beside: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for mark in marks:
        for index in _neighbours(lines, mark):
            text = re.sub(r"\d+", "#", lines[index].replace("\f", "").strip())
            beside[text] += 1
            places.setdefault(text, []).append(index)
    again = [text for text, count in beside.items() if count >= 2 and count * 2 >= len(marks)]
    dropped = {i for text in again for i in places[text]} | {m for m in marks if _PAGINA.fullmatch(lines[m].strip())}
    return frozenset(dropped), tuple(lines[places[text][0]].replace("\f", "").strip() for text in again)


def _neighbours(lines: list[str], mark: int) -> Iterator[int]:
    """Give the nearest lines with text above and below a page break, the line itself included."""
    if lines[mark].replace("\f", "").strip() and not _PAGINA.fullmatch(lines[mark].strip()):
        yield mark
    for step in (-1, 1):
        index = mark + step
        while 0 <= index < len(lines) and abs(index - mark) < 6 and not lines[index].strip():
            index += step
        if 0 <= index < len(lines) and lines[index].strip():
            yield index


def _regels(lines: list[str], dropped: frozenset[int]) -> Iterator[Leesregel]:
    space = True
    for index, line in enumerate(lines):
        clean = line.replace("\f", " ").rstrip()
        text = clean.strip()
        if index in dropped:
            continue
        if not text:
            space = True
            continue
        begin = len(clean) - len(clean.lstrip())
        text = re.sub(r"(?<=\S)[ \t]{3,}(?=[^\s:])", "\t", text)
        yield Leesregel(text, index + 1, begin, begin, begin + len(text), space)
        space = False
