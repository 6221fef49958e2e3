"""Text that is in a Word, Excel, PowerPoint or ODF file and that nobody sees who opens it.

Hidden letters, white on white, too small to read, struck with tracked changes; hidden sheets, rows, columns and
slides. Unlike a PDF these files say so themselves (ISO/IEC 29500-1, OpenDocument 1.2 part 1).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from lxml import etree

from pipeline.nalezen.uitlezen import MAX_BYTES, OnleesbaarBestand

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_WORDDELEN = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_DIADELEN = re.compile(r"ppt/(?P<soort>slides/slide|notesSlides/notesSlide)(?P<nummer>\d+)\.xml")
_KLEINSTE = 4  # half points: two points, as in a PDF
_UIT = frozenset({"0", "false", "off", "none"})
_VERBORGEN, _WIT = "is verborgen", "is wit op wit"
_KLEIN, _GESCHRAPT = "is te klein om te lezen", "is geschrapt met wijzigingen bijhouden"


@dataclass(frozen=True, slots=True)
class Verborgen:
    """Words that are not seen: where (``blad Adressen``, ``dia 3``; empty in running text), and why."""

    plek: str
    woorden: str
    reden: str


def find_verborgen(naam: str, inhoud: bytes) -> Iterator[Verborgen]:
    """Find the text in an office file that is not seen; nothing in any other file.

    OnleesbaarBestand where it cannot be opened.
    """
    if not inhoud.startswith(b"PK\x03\x04"):
        return
    parts = _read_parts(naam, inhoud)
    parse = partial(_parse, naam, parts)
    if "xl/workbook.xml" in parts:
        yield from _in_excel(parse, parts)
    elif "content.xml" in parts:
        yield from _in_odf(parse("content.xml"))
    else:
        hidden = _hidden_styles(parse("word/styles.xml")) if "word/styles.xml" in parts else frozenset()
        for part in filter(_WORDDELEN.fullmatch, parts):
            yield from _in_word(parse(part), hidden)
        for match in filter(None, map(_DIADELEN.fullmatch, sorted(parts))):
            yield from _in_dia(parse(match.string), match)


def _read_parts(naam: str, inhoud: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
            infos = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
            if sum(info.file_size for info in infos) > MAX_BYTES:
                raise OnleesbaarBestand(f"{naam} is uitgepakt te groot")
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise OnleesbaarBestand(f"{naam} kan niet worden uitgepakt") from error


def _parse(naam: str, parts: Mapping[str, bytes], part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(parts[part], parser)
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise OnleesbaarBestand(f"{naam} is geen goed bestand") from error


# Word


def _in_word(root: Any, hidden: frozenset[str]) -> Iterator[Verborgen]:
    for paragraph in root.iter(f"{_W}p"):
        runs = ((_why_in_word(run, paragraph, hidden), _words_of(run)) for run in paragraph.iter(f"{_W}r"))
        for reden, group in groupby(((why, words) for why, words in runs if words), key=lambda run: run[0]):
            if reden:
                yield from _tell("", "".join(words for _, words in group), reden)


def _words_of(run: Any) -> str:
    return "".join(node.text or "" for node in run if node.tag in (f"{_W}t", f"{_W}delText"))


def _why_in_word(run: Any, paragraph: Any, hidden: frozenset[str]) -> str:
    """Say why a run is not seen; empty where it is."""
    if run.find(f"{_W}delText") is not None:
        return _GESCHRAPT
    properties = run.find(f"{_W}rPr")
    styles = {_value(paragraph, f"{_W}pPr/{_W}pStyle"), _value(run, f"{_W}rPr/{_W}rStyle")}
    vanish = properties.find(f"{_W}vanish") if properties is not None else None
    if vanish is not None:
        return "" if vanish.get(f"{_W}val", "") in _UIT else _VERBORGEN
    if styles & hidden:
        return _VERBORGEN
    size = _value(run, f"{_W}rPr/{_W}sz")
    if size.isdigit() and int(size) <= _KLEINSTE:
        return _KLEIN
    is_white = _value(run, f"{_W}rPr/{_W}color").upper() == "FFFFFF"
    return _WIT if is_white and not _has_background(run, paragraph) else ""


def _value(node: Any, path: str) -> str:
    found = node.find(path)
    return found.get(f"{_W}val", "") if found is not None else ""


def _has_background(run: Any, paragraph: Any) -> bool:
    """Tell whether something other than white lies behind a run: its own, its paragraph's, its cell's or a style's."""
    if run.find(f"{_W}rPr/{_W}highlight") is not None or _value(paragraph, f"{_W}pPr/{_W}pStyle"):
        return True
    places = [run.find(f"{_W}rPr/{_W}shd"), paragraph.find(f"{_W}pPr/{_W}shd")]
    for cell in paragraph.iterancestors(f"{_W}tc", f"{_W}tbl"):
        style = cell.find(f"{_W}tblPr/{_W}tblStyle")
        if style is not None:
            return True  # a style of tables colours its cells
        places.append(cell.find(f"{_W}tcPr/{_W}shd"))
    fills = {shd.get(f"{_W}fill", "auto").upper() for shd in places if shd is not None}
    return bool(fills - {"AUTO", "FFFFFF"})


def _hidden_styles(styles: Any) -> frozenset[str]:
    """Return the ids of the styles whose letters are hidden."""
    found = (style for style in styles.iter(f"{_W}style") if style.find(f"{_W}rPr/{_W}vanish") is not None)
    return frozenset(
        style.get(f"{_W}styleId", "") for style in found if _value(style, f"{_W}rPr/{_W}vanish") not in _UIT
    )


# Excel and PowerPoint


def _in_excel(parse: Any, parts: Mapping[str, bytes]) -> Iterator[Verborgen]:
    shared = (
        [_all_text(item, f"{_X}t") for item in parse("xl/sharedStrings.xml")] if "xl/sharedStrings.xml" in parts else []
    )
    links = {link.get("Id"): link.get("Target", "") for link in parse("xl/_rels/workbook.xml.rels")}
    for sheet in parse("xl/workbook.xml").iter(f"{_X}sheet"):
        target = links.get(sheet.get(f"{_R}id"), "").removeprefix("/xl/").removeprefix("xl/")
        if f"xl/{target}" not in parts:
            continue
        where = f"blad {sheet.get('name', '')}"
        away = "staat op een verborgen blad" if sheet.get("state", "visible") != "visible" else ""
        for reden, group in groupby(_cells(parse(f"xl/{target}"), shared, away), key=lambda cell: cell[0]):
            if reden:
                yield from _tell(where, " ".join(words for _, words in group), reden)


def _cells(sheet: Any, shared: list[str], away: str) -> Iterator[tuple[str, str]]:
    """Give the text of every cell with why it is not seen; empty for one that is."""
    spans = [(int(c.get("min", 0)), int(c.get("max", 0))) for c in sheet.iter(f"{_X}col") if c.get("hidden") == "1"]
    for row in sheet.iter(f"{_X}row"):
        for cell in row.iter(f"{_X}c"):
            words = _cell_text(cell, shared)
            if not words:
                continue
            column = _column(cell.get("r", ""))
            in_row = "staat in een verborgen rij" if row.get("hidden") == "1" else ""
            in_column = "staat in een verborgen kolom" if any(a <= column <= b for a, b in spans) else ""
            yield away or in_row or in_column, words


def _cell_text(cell: Any, shared: list[str]) -> str:
    value = cell.findtext(f"{_X}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return _all_text(cell, f"{_X}t") or value


def _column(reference: str) -> int:
    """Return the number of a column by its letters: ``AB12`` is 28."""
    number = 0
    for letter in reference.rstrip("0123456789").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _in_dia(root: Any, match: re.Match[str]) -> Iterator[Verborgen]:
    is_note = match["soort"].startswith("notes")
    if is_note or root.get("show") in _UIT:
        reden = "staat in de notities onder een dia" if is_note else "staat op een verborgen dia"
        yield from _tell(f"dia {match['nummer']}", _all_text(root, f"{_A}t", " "), reden)


# ODF


def _in_odf(root: Any) -> Iterator[Verborgen]:
    styles = {style.get(f"{_STYLE}name"): style for style in root.iter(f"{_STYLE}style")}
    for node in root.iter(*(f"{_TEXT}{tag}" for tag in ("span", "p", "hidden-text", "hidden-paragraph", "deletion"))):
        if reden := _why_in_odf(node, styles.get(node.get(f"{_TEXT}style-name"))):
            yield from _tell("", "".join(node.itertext()), reden)
    for table in root.iter(f"{_TABLE}table"):
        yield from _in_odf_tabel(table, styles.get(table.get(f"{_TABLE}style-name")))


def _in_odf_tabel(table: Any, style: Any) -> Iterator[Verborgen]:
    where = f"blad {table.get(f'{_TABLE}name', '')}"
    properties = style.find(f"{_STYLE}table-properties") if style is not None else None
    if properties is not None and properties.get(f"{_TABLE}display") == "false":
        yield from _tell(where, " ".join(table.itertext()), "staat op een verborgen blad")
        return
    for row in table.iter(f"{_TABLE}table-row"):
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            yield from _tell(where, " ".join(row.itertext()), "staat in een verborgen rij")


def _why_in_odf(node: Any, style: Any) -> str:
    if node.tag == f"{_TEXT}deletion":
        return _GESCHRAPT
    if node.tag in (f"{_TEXT}hidden-text", f"{_TEXT}hidden-paragraph"):
        return _VERBORGEN
    properties = style.find(f"{_STYLE}text-properties") if style is not None else None
    if properties is None:
        return ""
    if properties.get(f"{_TEXT}display") == "none":
        return _VERBORGEN
    plain = properties.get(f"{_FO}background-color") in (None, "transparent", "#ffffff")
    return _WIT if properties.get(f"{_FO}color", "").casefold() == "#ffffff" and plain else ""


def _all_text(node: Any, tag: str, between: str = "") -> str:
    return between.join(part.text or "" for part in node.iter(tag))


def _tell(plek: str, woorden: str, reden: str) -> Iterator[Verborgen]:
    text = " ".join(woorden.split())
    if any(c.isalnum() for c in text):
        yield Verborgen(plek, text, reden)
