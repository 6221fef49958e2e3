"""What a file carries that its reader is not meant to see: comments, tracked changes, hidden text.

Word keeps these where nobody looks, and LibreOffice prints some of them in a PDF. A file that has them is not
sent. Places are those of ECMA-376 part 1 (17.13 comments and revisions, 17.3.2.41 hidden text; 18.7 and 19.4 for
Excel and PowerPoint) and of OpenDocument 1.3 (5.5 tracked changes, 14 annotations).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_DEEL = 64 * 1024 * 1024
_WIJZIGINGEN = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange",
                                               "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
                                               "cellIns", "cellDel"))  # fmt: skip
_ZONDER_TEKST = ("word/comments", "word/people", "word/styles", "word/settings", "word/numbering", "word/fontTable")
_UIT = ("0", "false", "off", "none")
_COMMENTAAR = re.compile(r"(?:word|xl|ppt)/(?:comments|threadedComments)[^/]*(?:/|\.xml$)")
_WIJZIGINGEN_ODF, _OPMERKING_ODF, _VERBORGEN_ODF = (
    b"<text:tracked-changes",
    b"<office:annotation",
    b'text:display="none"',
)
_OPMERKINGEN_PDF = frozenset(["/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret",
                              "/Ink", "/Redact"])  # fmt: skip
OPMERKINGEN, WIJZIGINGEN, VERBORGEN, BLADEN = (
    "opmerkingen",
    "bijgehouden wijzigingen",
    "verborgen tekst",
    "verborgen bladen",
)


def find_verborgen(data: bytes, bestand: str) -> tuple[str, ...]:
    """Return what a file carries unseen, in Dutch words; empty for a clean one, or of a kind that hides nothing."""
    suffix = PurePath(bestand).suffix.lower()
    if suffix == ".pdf":
        return _in_pdf(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(dict.fromkeys(_in_archive(archive)))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return ()  # not a file with parts, or broken: that is reported where it is opened


def _in_archive(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    if any(_has_comments(archive, name) for name in names if _COMMENTAAR.match(name)):
        yield OPMERKINGEN
    hidden = _hidden_styles(_read(archive, "word/styles.xml")) if "word/styles.xml" in names else frozenset()
    for name in names:
        if re.fullmatch(r"word/[^/]+\.xml", name):
            yield from _in_word(_read(archive, name), name, hidden)
    if "xl/workbook.xml" in names and re.search(rb"<(?:\w+:)?sheet [^>]*state=\"(?:veryH|h)idden\"",
                                                _read(archive, "xl/workbook.xml")):  # fmt: skip
        yield BLADEN
    if "content.xml" in names:
        content = _read(archive, "content.xml")
        yield from (word for mark, word in ((_OPMERKING_ODF, OPMERKINGEN), (_WIJZIGINGEN_ODF, WIJZIGINGEN),
                                            (_VERBORGEN_ODF, VERBORGEN)) if mark in content)  # fmt: skip


def _has_comments(archive: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a part has a comment in it: Word leaves an empty one behind when the last is deleted."""
    return re.search(rb"<(?:\w+:)?(?:comment|threadedComment|cm)[ >]", _read(archive, name)) is not None


def _in_word(xml: bytes, name: str, hidden_styles: frozenset[str]) -> Iterator[str]:
    root = None if name.startswith(_ZONDER_TEKST) else _parse(xml)
    if root is None:
        return
    if next(root.iter(*_WIJZIGINGEN), None) is not None:
        yield WIJZIGINGEN
    if any(_is_hidden(run, hidden_styles) for run in root.iter(f"{_W}r")):
        yield VERBORGEN


def _hidden_styles(xml: bytes) -> frozenset[str]:
    """Return the ids of the styles that hide what is set in them."""
    root = _parse(xml)
    styles = root.iter(f"{_W}style") if root is not None else ()
    return frozenset(s.get(f"{_W}styleId", "") for s in styles if _vanishes(s.find(f"{_W}rPr")) is True)


def _is_hidden(run: etree._Element, hidden_styles: frozenset[str]) -> bool:
    """Tell whether a run with text is hidden; the mark at the end of a paragraph often is, and says nothing."""
    if not any((text.text or "").strip() for text in run.iter(f"{_W}t")):
        return False
    own = _vanishes(run.find(f"{_W}rPr"))
    if own is not None:
        return own
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    used = [run.find(f"{_W}rPr/{_W}rStyle")]
    used += [paragraph.find(f"{_W}pPr/{_W}pStyle")] if paragraph is not None else []
    return any(style is not None and style.get(f"{_W}val") in hidden_styles for style in used)


def _vanishes(properties: etree._Element | None) -> bool | None:
    """Tell whether these properties hide text; None where they say nothing of it."""
    vanish = properties.find(f"{_W}vanish") if properties is not None else None
    return None if vanish is None else vanish.get(f"{_W}val", "1") not in _UIT


def _parse(xml: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_MAX_DEEL)


def _in_pdf(data: bytes) -> tuple[str, ...]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data))
        for page in reader.pages:
            for entry in page.get("/Annots", None) or ():
                if entry.get_object().get("/Subtype") in _OPMERKINGEN_PDF:
                    return (OPMERKINGEN,)
    except Exception:  # a broken PDF is reported where it is opened
        return ()
    return ()
