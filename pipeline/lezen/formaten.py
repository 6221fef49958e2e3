"""The kinds of file that can be read: one entry each. The content decides, not the extension."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath

from pipeline.lezen.markdown import read_markdown
from pipeline.lezen.pdf import read_pdf
from pipeline.lezen.tekst import decode, read_tekst
from pipeline.markering.inline import loosen_markeringen
from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Bronblok, Document, Tekstblok, Wijziging
from pipeline.omzetter import convert, find_omzetter
from pipeline.word.lezer import read_docx

_VREEMD = 50  # one control character in so many is a slip; more is no text
MAX_BESTAND = 100 * 1024 * 1024
MAX_NAAM = 255
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

Gelezen = tuple[Document | None, tuple[Wijziging, ...], tuple[Melding, ...]]


@dataclass(frozen=True, slots=True)
class Formaat:
    """A kind of file: its name, the extensions it goes by, how its content is known, and its reader."""

    naam: str
    suffixen: tuple[str, ...]
    herken: Callable[[bytes], bool]
    lees: Callable[[bytes, str, str], Gelezen]


def _parts(data: bytes) -> frozenset[str]:
    """Return the names in a zip file; empty for what is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.NameToInfo)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return frozenset()


def _is_docx(data: bytes) -> bool:
    return data.startswith(_ZIP) and any(n.startswith("word/") or n == "[Content_Types].xml" for n in _parts(data))


def _is_odt(data: bytes) -> bool:
    return data.startswith(_ZIP) and b"application/vnd.oasis.opendocument.text" in data[:200]


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:4096]
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return b"\x00" not in sample and odd * _VREEMD <= len(sample)


_MARKDOWNKOP = re.compile(r"#{1,6} \S")
_MARKDOWNTEKEN = re.compile(
    r"\*\*\S.*\S\*\*|\|?\s*:?-{3,}:?\s*\|[\s:|-]*|(?:[-*+] )?\[[^\]]+\]\([^)]+\).*|[-*] \[[ xX]\] .*"
)


def _is_markdown(data: bytes) -> bool:
    """Tell text with Markdown headings, or with a YAML block on top, from text without.

    One heading is enough where other marks of Markdown stand beside it: bold, a table, a link, boxes to tick.
    """
    if not _is_text(data):
        return False
    lines = decode(data[:20_000])[0].splitlines()
    headings = sum(bool(_MARKDOWNKOP.match(line)) for line in lines)
    marks = sum(bool(_MARKDOWNTEKEN.fullmatch(line.strip())) for line in lines)
    return headings >= 2 or (headings == 1 and marks >= 1) or lines[:1] == ["---"]


def _read_docx(data: bytes, naam: str, _: str) -> Gelezen:
    return read_docx(data, naam)


def _plain(
    reader: Callable[[bytes, str], tuple[Document | None, tuple[Melding, ...]]],
) -> Callable[[bytes, str, str], Gelezen]:
    def read(data: bytes, naam: str, _: str) -> Gelezen:
        document, meldingen = reader(data, naam)
        return document, (), meldingen

    return read


def _converted(suffix: str) -> Callable[[bytes, str, str], Gelezen]:
    def read(data: bytes, naam: str, omzetter: str) -> Gelezen:
        program = find_omzetter(omzetter)
        if program is None:
            text = f"LibreOffice is niet gevonden. Zonder LibreOffice is {naam} niet te lezen."
            return None, (), (melding("omzetter-ontbreekt", text, Bron(naam)),)
        docx, told = _convert(data, naam, suffix, program)
        if docx is None:
            return None, (), told
        document, changes, meldingen = read_docx(docx, naam)
        return document, changes, told + meldingen

    return read


def _convert(data: bytes, naam: str, suffix: str, omzetter: str) -> tuple[bytes | None, tuple[Melding, ...]]:
    """Convert to a Word file; its kind is known by its content, whatever extension it goes by."""
    own = naam if PurePath(naam).suffix.lower() == suffix else f"{naam}{suffix}"
    results, told = convert(omzetter, ((own, data),), "docx")
    return results.get(own), told


# In order of how sure their signature is; text comes last, since anything may look like it.
FORMATEN: tuple[Formaat, ...] = (
    Formaat("PDF", (".pdf",), lambda data: b"%PDF-" in data[:1024], _plain(read_pdf)),
    Formaat("OpenDocument", (".odt",), _is_odt, _converted(".odt")),
    Formaat("Word", (".docx", ".docm", ".dotx"), _is_docx, _read_docx),
    Formaat("Word 97-2003", (".doc", ".dot"), lambda data: data.startswith(_OLE), _converted(".doc")),
    Formaat("RTF", (".rtf",), lambda data: data.startswith(b"{\\rtf"), _converted(".rtf")),
    Formaat("Markdown", (".md", ".markdown"), _is_markdown, _plain(read_markdown)),
    Formaat("tekst", (".txt", ".text", ""), _is_text, _plain(read_tekst)),
)
_VIA_LIBREOFFICE = ("OpenDocument", "Word 97-2003", "RTF")
_TEKSTSOORTEN = ("Markdown", "tekst")


def read_document(data: bytes, naam: str, omzetter: str = "") -> Gelezen:
    """Read a file of any known kind; None with the reason where it cannot be read."""
    bron = Bron(naam)
    if not data.strip():
        return None, (), (melding("bestand-leeg", f"{naam} is leeg.", bron),)
    if len(data) > MAX_BESTAND:
        text = f"{naam} is groter dan {MAX_BESTAND // 1024 // 1024} MB. Het is niet gelezen."
        return None, (), (melding("bestand-te-groot", text, bron),)
    formaat, meldingen = choose_formaat(data, naam)
    if formaat is None:
        return None, (), meldingen
    document, changes, more = formaat.lees(data, naam, omzetter)
    loose = tuple(replace(c, oud=loosen_markeringen(c.oud), nieuw=loosen_markeringen(c.nieuw)) for c in changes)
    return _with_loose_markers(document) if document else None, loose, meldingen + more


def _with_loose_markers(document: Document) -> Document:
    """Return a document with its markers as they were written: ours bind them to the word before."""
    return replace(document, blokken=tuple(map(_loosen, document.blokken)))


def _loosen(blok: Bronblok) -> Bronblok:
    if isinstance(blok, Tekstblok):
        return replace(blok, tekst=loosen_markeringen(blok.tekst))
    return replace(
        blok, rijen=tuple(tuple(replace(c, tekst=loosen_markeringen(c.tekst)) for c in row) for row in blok.rijen)
    )


def to_docx(data: bytes, naam: str, omzetter: str = "") -> bytes:
    """Return a file of another word processor as a Word file; any other file, or one that cannot be, as it is."""
    formaat, _ = choose_formaat(data, naam) if len(data) <= MAX_BESTAND else (None, ())
    program = find_omzetter(omzetter)
    if formaat is None or formaat.naam not in _VIA_LIBREOFFICE or program is None:
        return data
    return _convert(data, naam, formaat.suffixen[0], program)[0] or data


def choose_formaat(data: bytes, naam: str) -> tuple[Formaat | None, tuple[Melding, ...]]:
    """Find the kind of a file from its content, with a Melding where its extension says otherwise."""
    suffix = PurePath(naam).suffix.lower()
    by_suffix = next((f for f in FORMATEN if suffix in f.suffixen), None)
    bron = Bron(naam)
    if (
        data.startswith(_OLE)
        and b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e" in data[:65536]
    ):
        return None, (melding("bestand-versleuteld", f"{naam} is met een wachtwoord beveiligd.", bron),)
    if by_suffix is not None and by_suffix.naam in _TEKSTSOORTEN and _is_text(data) and not data.startswith(b"%PDF-"):
        markdown = by_suffix.naam == "tekst" and _is_markdown(data)
        return (next(f for f in FORMATEN if f.naam == "Markdown") if markdown else by_suffix), ()
    by_content = next((f for f in FORMATEN if f.herken(data)), None)
    if (
        by_content is None
        and by_suffix is not None
        and by_suffix.naam not in _TEKSTSOORTEN
        and not data.startswith(_ZIP)
    ):
        text = f"{naam} is geen goed {by_suffix.naam}-bestand: het begin klopt niet."
        return None, (melding("bestand-onbekend", text, bron),)
    if by_content is None:
        return None, (melding("bestand-onbekend", f"Van {naam} is niet te zien wat voor soort bestand het is.", bron),)
    if by_suffix is not by_content:
        text = f"{naam} is naar zijn inhoud een bestand van de soort {by_content.naam}. Zo is het gelezen."
        return by_content, (melding("extensie-klopt-niet", text, bron),)
    return by_content, ()
