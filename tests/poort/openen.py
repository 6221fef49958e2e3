"""Opens everything that left, with readers that share no code with what wrote it.

zipfile and plain XML for Word and Excel, poppler for PDF, the standard library for mail, HTML and JSON. What a reader
gives is text by the place where it stands: names of files, subjects, bookmarks, properties and metadata count too.
"""

from __future__ import annotations

import email
import email.policy
import gzip
import hashlib
import io
import json
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

_TUSSEN = re.compile(r"[\s\-\u00ad\u2010\u200b\u2060\ufeff]+")


@dataclass(frozen=True)
class Deel:
    """A piece of what left: where it stands (``bericht.eml/stuk.pdf/bladwijzers``), and its text without spaces."""

    plaats: str
    tekst: str


def vouw(tekst: str) -> str:
    """Text as it is searched: without spaces and hyphens that break a word, capitals or styled letters."""
    return _TUSSEN.sub("", unicodedata.normalize("NFKC", tekst)).casefold()


class Lezer:
    """Opens files, each content once: the same content gives the very same texts."""

    def __init__(self) -> None:
        self._gelezen: dict[str, tuple[tuple[str, str], ...]] = {}

    def open(self, naam: str, inhoud: bytes) -> list[Deel]:
        """Return all that stands in a file, its own name included."""
        return [Deel(naam, vouw(naam)),
                *(Deel(f"{naam}/{place}", text) for place, text in self._read(naam, inhoud))]  # fmt: skip

    def _read(self, naam: str, inhoud: bytes) -> tuple[tuple[str, str], ...]:
        kind = _soort(naam, inhoud)
        key = f"{kind.__name__} {hashlib.sha256(inhoud).hexdigest()}"
        if key not in self._gelezen:
            # What holds files gives their texts as they were read: folding each again was most of the work of judging.
            holds_files = kind in (_zip, _eml)
            found = kind(self, inhoud) if holds_files else ((place, vouw(text)) for place, text in kind(inhoud))
            self._gelezen[key] = tuple(found)
        return self._gelezen[key]


def _soort(naam: str, inhoud: bytes):
    if inhoud[:4] == b"PK\x03\x04":
        return _zip
    if inhoud[:5] == b"%PDF-":
        return _pdf
    by_name = {".eml": _eml, ".html": _html, ".json": _json, ".xml": _xml, ".rels": _xml, ".ics": _ics}
    found = by_name.get(PurePosixPath(naam).suffix.casefold(), _tekst)
    return _ingepakt if found is _tekst and inhoud[:2] == b"\x1f\x8b" else found


def _tekst(inhoud: bytes) -> Iterator[tuple[str, str]]:
    yield "tekst", inhoud.decode("utf-8", "ignore")


def _ingepakt(inhoud: bytes) -> Iterator[tuple[str, str]]:
    """What the search index keeps: text and JSON, compressed."""
    yield "ingepakt", gzip.decompress(inhoud).decode("utf-8", "ignore")


def _ics(inhoud: bytes) -> Iterator[tuple[str, str]]:
    text = inhoud.decode("utf-8").replace("\r\n ", "").replace("\n ", "")
    yield "kalender", re.sub(r"\\([\\;,nN])", r"\1", text)


def _json(inhoud: bytes) -> Iterator[tuple[str, str]]:
    def strings(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield key
                yield from strings(value)
        elif isinstance(node, list):
            for value in node:
                yield from strings(value)
        else:
            yield str(node)

    yield "json", "\n".join(strings(json.loads(inhoud)))


def _xml(inhoud: bytes) -> Iterator[tuple[str, str]]:
    """All text on end, and every attribute: a word may be cut over many runs."""
    root = ElementTree.fromstring(inhoud)
    yield "tekst", "".join(root.itertext())
    yield "kenmerken", "\n".join(value for node in root.iter() for value in node.attrib.values())


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tekst: list[str] = []
        self.kenmerken: list[str] = []

    def handle_data(self, data: str) -> None:
        self.tekst.append(data)

    def handle_comment(self, data: str) -> None:
        self.kenmerken.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kenmerken += [value for _, value in attrs if value]


def _html(inhoud: bytes) -> Iterator[tuple[str, str]]:
    from urllib.parse import unquote

    parser = _Html()
    parser.feed(inhoud.decode("utf-8"))
    yield "tekst", "".join(parser.tekst)
    yield "kenmerken", "\n".join((*parser.kenmerken, *map(unquote, parser.kenmerken)))


def _zip(lezer: Lezer, inhoud: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        yield "opmerking", vouw(archive.comment.decode("utf-8", "ignore"))
        for name in archive.namelist():
            for deel in lezer.open(name, archive.read(name)):
                yield deel.plaats, deel.tekst


def _eml(lezer: Lezer, inhoud: bytes) -> Iterator[tuple[str, str]]:
    message = email.message_from_bytes(inhoud, policy=email.policy.default)
    yield "kop", vouw("\n".join(f"{name}: {value}" for name, value in message.items()))
    for part in message.walk():
        if part.is_multipart():
            continue
        name = part.get_filename()
        if name is None:
            yield f"bericht {part.get_content_type()}", vouw(part.get_content())
            continue
        for deel in lezer.open(name, part.get_payload(decode=True)):
            yield deel.plaats, deel.tekst


def bericht_van(inhoud: bytes) -> str:
    """The text of a message."""
    body = email.message_from_bytes(inhoud, policy=email.policy.default).get_body()
    return body.get_content().replace("\r\n", "\n") if body else ""


def bijlagen_van(inhoud: bytes) -> list[tuple[str, bytes]]:
    """The files with a message."""
    message = email.message_from_bytes(inhoud, policy=email.policy.default)
    return [(part.get_filename() or "", part.get_payload(decode=True)) for part in message.iter_attachments()]


def pdf_tekst(inhoud: bytes) -> str:
    """The text of the pages, as they are laid out."""
    done = subprocess.run(["pdftotext", "-q", "-", "-"], input=inhoud, capture_output=True, timeout=60, check=False)
    return done.stdout.decode("utf-8", "ignore")


def _pdf(inhoud: bytes) -> Iterator[tuple[str, str]]:
    """The pages, the properties, the metadata, the bookmarks with the links, and what is attached."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stuk.pdf"
        path.write_bytes(inhoud)
        yield "bladzijden", _poppler("pdftotext", "-q", path, "-")
        yield "eigenschappen", _poppler("pdfinfo", path)
        yield "metadata", _poppler("pdfinfo", "-meta", path)
        yield "bestemmingen", _poppler("pdfinfo", "-dests", path)
        yield "bladwijzers en koppelingen", _poppler("pdftohtml", "-q", "-xml", "-i", "-stdout", path)
        attached = _poppler("pdfdetach", "-list", path)
        yield "bijlagen", attached
        if attached.startswith("0 "):
            return
        _poppler("pdfdetach", "-saveall", "-o", folder, path)
        for other in sorted(Path(folder).iterdir()):
            if other != path:
                yield f"bijgesloten {other.name}", other.read_bytes().decode("utf-8", "ignore")


def _poppler(*words: object) -> str:
    done = subprocess.run([*map(str, words)], capture_output=True, timeout=60, check=False)
    return done.stdout.decode("utf-8", "ignore")
