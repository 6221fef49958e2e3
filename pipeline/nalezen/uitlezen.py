"""Everything a file says, read back from its bytes: unzipped, decompressed, decoded; also what no reader shows.

Parts that hide in others are read too: a document in a zip, a file in a PDF. What cannot be read is an
OnleesbaarBestand, for what was not read may hold a name.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from pipeline.nalezen.tekstplek import OnleesbaarBestand, Tekstplek, read_ruw
from pipeline.nalezen.uitlezen_pdf import read_pdf

__all__ = ["OnleesbaarBestand", "Tekstplek", "read_ruw", "read_teksten"]

MAX_DIEPTE = 5
MAX_BYTES = 256 * 1024 * 1024
_LETTERS = re.compile(r"[^\W\d_]{2}")
# Elements that do not end a word: a name may be cut in two by formatting.
_DOORLOPEND = frozenset(
    "r t ins del moveTo moveFrom hyperlink smartTag sdt sdtContent fldSimple delText instrText bookmarkStart "
    "bookmarkEnd proofErr rPr lang span a b i em strong u s sub sup small abbr mark code cite q time wbr font "
    "tspan text commentRangeStart commentRangeEnd".split()
)
_SPATIE = frozenset({"tab", "br", "cr", "noBreakHyphen"})
_AUTEURS = frozenset(
    {"creator", "lastModifiedBy", "author", "Author", "Manager", "Company", "publisher", "contributor"}
)
_BINAIR = (".woff", ".woff2", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".wasm", ".pagefind", ".emf")
_PROGRAMMA = (".js", ".css", ".svg", ".map")


def read_teksten(naam: str, inhoud: bytes, diepte: int = 0) -> Iterator[Tekstplek]:
    """Give every text in a file and its name; OnleesbaarBestand where a part cannot be read."""
    if diepte > MAX_DIEPTE or len(inhoud) > MAX_BYTES:
        raise OnleesbaarBestand(f"{naam} is te groot of te diep ingepakt")
    yield Tekstplek(f"{naam}: bestandsnaam", unquote(naam))
    for plek in _read(naam, inhoud, diepte):
        if _LETTERS.search(plek.tekst) or any(c.isdigit() for c in plek.tekst):
            yield plek


def _read(naam: str, inhoud: bytes, diepte: int) -> Iterator[Tekstplek]:
    lower = naam.lower()
    if inhoud.startswith(b"PK\x03\x04"):
        yield from _read_zip(naam, inhoud, diepte)
    elif inhoud.startswith(b"%PDF-") or lower.endswith(".pdf"):
        yield from read_pdf(naam, inhoud, read_teksten, diepte)
    elif inhoud.startswith(b"\x1f\x8b"):
        yield from read_teksten(f"{naam} (uitgepakt)", _gunzip(naam, inhoud), diepte + 1)
    elif lower.endswith((".html", ".htm", ".xhtml")):
        yield from _read_html(naam, inhoud)
    elif lower.endswith(_BINAIR) or b"\x00" in inhoud[:4096]:
        yield from read_ruw(naam, inhoud)
    elif inhoud.lstrip()[:1] == b"<" and not lower.endswith((".md", ".txt")):
        yield from _read_xml(naam, inhoud)
    elif lower.endswith((".json", ".jsonld", ".webmanifest")):
        yield from _read_json(naam, inhoud)
    else:
        yield Tekstplek(naam, inhoud.decode("utf-8", "replace"), is_ruw=lower.endswith(_PROGRAMMA))


def _read_zip(naam: str, inhoud: bytes, diepte: int) -> Iterator[Tekstplek]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_BYTES:
                raise OnleesbaarBestand(f"{naam} is uitgepakt te groot")
            if archive.comment:
                yield Tekstplek(f"{naam}: opmerking", archive.comment.decode("utf-8", "replace"))
            for info in archive.infolist():
                if not info.is_dir():
                    yield from read_teksten(f"{naam}/{info.filename}", archive.read(info), diepte + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise OnleesbaarBestand(f"{naam} kan niet worden uitgepakt") from error


def _gunzip(naam: str, inhoud: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(inhoud)) as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise OnleesbaarBestand(f"{naam} kan niet worden uitgepakt") from error


def _read_xml(naam: str, inhoud: bytes) -> Iterator[Tekstplek]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(inhoud, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OnleesbaarBestand(f"{naam} is geen goede XML") from error
    yield from _read_tree(naam, root.getroottree().getroot())
    for node in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield Tekstplek(f"{naam}: opmerking", node.text or "")


def _read_html(naam: str, inhoud: bytes) -> Iterator[Tekstplek]:
    try:
        root = lxml_html.document_fromstring(inhoud.decode("utf-8"))
    except (etree.ParserError, ValueError, UnicodeDecodeError) as error:
        raise OnleesbaarBestand(f"{naam} is geen goede HTML") from error
    for script in list(root.iter("script", "style")):
        yield from _read_script(naam, script)
        script.text = ""
    yield from _read_tree(naam, root)


def _read_script(naam: str, script: Any) -> Iterator[Tekstplek]:
    text = script.text or ""
    if "json" in (script.get("type") or ""):
        yield from _read_json(f"{naam}: gegevens", text.encode())
    else:
        yield Tekstplek(f"{naam}: script", text, is_ruw=True)


def _read_tree(naam: str, root: Any) -> Iterator[Tekstplek]:
    """Give the running text, paragraph by paragraph, and every attribute, comment and instruction."""
    for line in "".join(_flatten(root)).split("\n"):
        if line.strip():
            yield Tekstplek(naam, line)
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield Tekstplek(f"{naam}: opmerking", element.text or "")
            continue
        local = etree.QName(element).localname
        if local in _AUTEURS:
            yield Tekstplek(f"{naam}: {local}", "".join(element.itertext()), is_auteur=True)
        for key, value in element.attrib.items():
            name = etree.QName(key).localname if key.startswith("{") else key
            yield Tekstplek(f"{naam}: {name}", unquote(value), is_auteur=name in ("author", "initials"))


def _flatten(element: Any) -> Iterator[str]:
    """Give the text of a tree; an element that is no formatting stands on lines of its own."""
    if not isinstance(element.tag, str):
        return
    local = etree.QName(element).localname
    edge = "" if local in _DOORLOPEND else "\n"
    yield " " if local in _SPATIE else edge
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _flatten(child)
        yield (child.tail or "").replace("\n", " ")
    yield edge


def _read_json(naam: str, inhoud: bytes) -> Iterator[Tekstplek]:
    try:
        value = json.loads(inhoud.decode("utf-8"))
    except ValueError as error:
        raise OnleesbaarBestand(f"{naam} is geen goede JSON") from error
    yield from (Tekstplek(naam, text) for text in _strings(value))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield unquote(value)
        if "<" in value:  # a page or a fragment of one, kept as text
            yield re.sub(r"<[^>]*>", " ", value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
