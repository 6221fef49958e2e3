"""The words of a paper that goes along with an agenda, as its reader sees them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from pipeline.nalezen.uitlezen import MAX_BYTES, OnleesbaarBestand, read_teksten
from pipeline.nalezen.uitlezen_pdf import read_bladzijden

# The parts of office files that hold their words: Word, Excel, PowerPoint, OpenDocument.
_DEEL = re.compile(
    r"word/(?:document|header\d*|footer\d*)\.xml|xl/sharedStrings\.xml|ppt/slides/slide\d+\.xml|content\.xml"
)
_ALINEA = re.compile(r"</(?:w:p|a:p|si|text:p|text:h)>")
_OPMAAK = re.compile(r"<[^>]*>")


def read_papiertekst(naam: str, inhoud: bytes) -> str:
    """Return the words of a paper; empty where it has none that can be read, as a picture."""
    try:
        if inhoud.startswith(b"%PDF-"):
            return "\n".join(
                place.tekst for place in read_bladzijden(naam, inhoud, read_teksten) if "pagina" in place.plek
            )
        if inhoud.startswith(b"PK\x03\x04"):
            return _of_office(inhoud)
    except (OnleesbaarBestand, zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError):
        return ""
    return inhoud.decode("utf-8", "replace") if naam.lower().endswith((".txt", ".md", ".csv")) else ""


def _of_office(inhoud: bytes) -> str:
    from html import unescape

    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        infos = [info for info in archive.infolist() if _DEEL.fullmatch(info.filename) and info.file_size <= MAX_BYTES]
        parts = [archive.read(info).decode("utf-8", "replace") for info in infos]
    lines = (_OPMAAK.sub("", _ALINEA.sub("\n", part).replace("<w:tab/>", " ")) for part in parts)
    return unescape("\n".join(lines))
