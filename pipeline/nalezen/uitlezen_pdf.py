"""Everything a PDF says: its pages, and every string and stream of every object in it.

So also the properties, XMP, bookmarks, the structure tree with its alternative texts, annotations and
embedded files, however they are packed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pipeline.nalezen.tekstplek import OnleesbaarBestand, Tekstplek, Uitlezer, read_ruw

_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_AUTEURS = frozenset({"/Author", "/T"})
# Bytes that say nothing: the identity of a file and the check sum of an embedded one hold any letter by chance.
_KENMERKEN = frozenset({"/ID", "/CheckSum"})


def read_pdf(naam: str, inhoud: bytes, binnenin: Uitlezer, diepte: int = 0) -> Iterator[Tekstplek]:
    """Give every text in a PDF; OnleesbaarBestand where it is broken or has a password.

    ``binnenin`` reads the files that are packed in it.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(inhoud), strict=False)
        if reader.is_encrypted:
            raise OnleesbaarBestand(f"{naam} is met een wachtwoord beveiligd")
        for number, page in enumerate(reader.pages, 1):
            yield Tekstplek(f"{naam}, pagina {number}", page.extract_text())
        yield from _read_objects(naam, reader, binnenin, diepte)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        if isinstance(error, OnleesbaarBestand):
            raise
        raise OnleesbaarBestand(f"{naam} is geen goede PDF") from error


def read_bladzijden(naam: str, inhoud: bytes, binnenin: Uitlezer) -> Iterator[Tekstplek]:
    """Give what a reader of a PDF sees or is shown: pages, properties, bookmarks, notes, fields, attached files.

    For a bundle of hundreds of pages: ``read_pdf`` also looks in every object, which takes many times as long.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(inhoud)
        try:
            for number, page in enumerate(document, 1):
                text = page.get_textpage()
                yield Tekstplek(f"{naam}, pagina {number}", text.get_text_range())
                text.close()
                page.close()
            for key, value in document.get_metadata_dict(skip_empty=True).items():
                yield Tekstplek(f"{naam}: {key}", value)
            for bookmark in document.get_toc():
                yield Tekstplek(f"{naam}: bladwijzer", bookmark.get_title())
        finally:
            document.close()
    except (PdfiumError, ValueError) as error:
        raise OnleesbaarBestand(f"{naam} is geen goede PDF, of heeft een wachtwoord") from error
    yield from _read_bijwerk(naam, inhoud, binnenin)


def _read_bijwerk(naam: str, inhoud: bytes, binnenin: Uitlezer) -> Iterator[Tekstplek]:
    """Give the words of notes, links and fields, and the files within."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError
    from pypdf.generic import DictionaryObject

    try:
        reader = PdfReader(io.BytesIO(inhoud), strict=False)
        for number, page in enumerate(reader.pages, 1):
            for reference in page.get("/Annots") or ():
                note = reference.get_object()
                if isinstance(note, DictionaryObject):
                    yield from _values(f"{naam}, pagina {number}", note, "", set())
        for name, contents in reader.attachments.items():
            for content in contents:
                yield from binnenin(f"{naam}/{name}", content, 1)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        if isinstance(error, OnleesbaarBestand):
            raise
        raise OnleesbaarBestand(f"{naam} is geen goede PDF") from error


def _read_objects(naam: str, reader: Any, binnenin: Uitlezer, diepte: int) -> Iterator[Tekstplek]:
    yield from _values(naam, reader.trailer, "trailer", set())
    numbers = {n for table in reader.xref.values() for n in table} | set(reader.xref_objStm)
    for number in sorted(numbers):
        value = reader.get_object(number)
        yield from _values(naam, value, "", set())
        if hasattr(value, "get_data"):
            yield from _read_stream(naam, value, binnenin, diepte)


def _values(naam: str, value: Any, key: str, seen: set[int]) -> Iterator[Tekstplek]:
    """Give the strings and names in an object; what it refers to is read by itself."""
    from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject

    if id(value) in seen:
        return
    if isinstance(value, DictionaryObject):
        seen.add(id(value))
        for name, part in value.items():
            yield Tekstplek(f"{naam}: naam", str(name).lstrip("/"), is_ruw=True)
            yield from _values(naam, part, str(name), seen)
    elif isinstance(value, ArrayObject):
        seen.add(id(value))
        for part in value:
            yield from _values(naam, part, key, seen)
    elif isinstance(value, TextStringObject):
        yield Tekstplek(f"{naam}: {key.lstrip('/')}", str(value), key in _AUTEURS, is_ruw=key in _KENMERKEN)
    elif isinstance(value, ByteStringObject):
        yield from read_ruw(f"{naam}: {key.lstrip('/')}", bytes(value))
    elif isinstance(value, NameObject):
        yield Tekstplek(f"{naam}: naam", str(value).lstrip("/"), is_ruw=True)


def _read_stream(naam: str, stream: Any, binnenin: Uitlezer, diepte: int) -> Iterator[Tekstplek]:
    kind, subtype = stream.get("/Type"), stream.get("/Subtype")
    if subtype == "/Image":
        yield from read_ruw(f"{naam}: beeld", bytes(stream._data))
        return
    data = stream.get_data()
    if kind == "/Metadata" or subtype == "/XML":
        yield from binnenin(f"{naam}/xmp.xml", _xml_of(data), diepte + 1)
    elif kind == "/EmbeddedFile":
        yield from binnenin(f"{naam}/ingesloten bestand", data, diepte + 1)
    elif "/Length1" not in stream and subtype not in ("/Type1C", "/CIDFontType0C", "/OpenType"):  # no font
        yield from read_ruw(f"{naam}: inhoud", data)
        for match in _HEX.finditer(data):
            yield from _from_hex(naam, match.group(1))


def _xml_of(data: bytes) -> bytes:
    """Return the XML in a metadata packet, without the wrapper of an XMP packet."""
    start, end = data.find(b"<x:xmpmeta"), data.rfind(b"</x:xmpmeta>")
    return data[start : end + len(b"</x:xmpmeta>")] if start >= 0 and end > start else data


def _from_hex(naam: str, digits: bytes) -> Iterator[Tekstplek]:
    try:
        raw = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return
    if raw.startswith(b"\xfe\xff"):
        yield Tekstplek(f"{naam}: inhoud", raw[2:].decode("utf-16-be", "replace"))
