"""Looking at a paper before it goes into a bundle: which kind it is, and whether it can be opened.

The content decides whether a file is sound. LibreOffice turns nearly anything into a PDF, so that a broken
Word file would come out as pages of nonsense; that is why Office files are looked into first.
"""

from __future__ import annotations

import io
import logging
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from pypdf import PdfReader

from pipeline.bundel.bijgevoegd import report_bijgevoegd, report_ingesloten
from pipeline.model import Bron, Ernst, Melding, melding

MAX_BYTES = 400 * 1024 * 1024  # of all papers together: what a mailbox or a screen reader never takes
_MAX_UITGEPAKT = 1024 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_EIND = 2048  # bytes at the end of a PDF in which startxref stands


class Papiersoort(StrEnum):
    """What has to be done with a paper before it can be merged."""

    PDF = "pdf"
    BEELD = "beeld"
    KANTOOR = "kantoor"


_SOORTEN = {
    Papiersoort.PDF: (".pdf",),
    Papiersoort.BEELD: (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"),
    Papiersoort.KANTOOR: (".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".doc", ".xls", ".ppt", ".rtf"),
}
# The part every file of a kind has; a zip file without it is something else under that name.
_HOOFDDEEL = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}


def find_papiersoort(bestand: str) -> Papiersoort | None:
    """Return what to do with a file of this name; None for a kind that cannot be bundled."""
    suffix = PurePath(bestand).suffix.lower()
    return next((soort for soort, suffixes in _SOORTEN.items() if suffix in suffixes), None)


def check_stuk(data: bytes, bestand: str) -> tuple[Melding, ...]:
    """Return why a paper cannot go into a bundle; empty when it can. ``bestand`` is what a Melding calls it."""
    bron = Bron(bestand)
    soort = find_papiersoort(bestand)
    if soort is None:
        text = f"{PurePath(bestand).name} is een soort bestand dat niet in een bundel kan."
        return (melding("bijlage-soort", text, bron),)
    if not data.strip(b"\0 \t\r\n"):
        return (melding("bestand-leeg", f"{PurePath(bestand).name} is leeg.", bron),)
    if soort is Papiersoort.PDF:
        return _check_pdf(data, bron)
    if soort is Papiersoort.KANTOOR:
        return _check_kantoor(data, bron)
    return ()


def _check_pdf(data: bytes, bron: Bron) -> tuple[Melding, ...]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd, we report or don't mind
    if b"startxref" not in data[-_EIND:]:
        return _kapot(bron, "het einde ontbreekt; misschien is het niet helemaal opgehaald")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return _check_slot(reader, bron)
        pages = len(reader.pages)
        for page in reader.pages:
            page.get("/Contents")
        beside = tuple(report_bijgevoegd(reader, bron))
    except Exception:  # pypdf raises whatever the damage leads to
        return _kapot(bron, "de PDF is niet te lezen")
    return beside if pages else _kapot(bron, "er staat geen bladzijde in")


def _check_slot(reader: PdfReader, bron: Bron) -> tuple[Melding, ...]:
    """Tell a PDF that asks for a password from one that anyone can open, but that forbids changes."""
    name = PurePath(bron.bestand).name
    if not reader.decrypt(""):
        return (melding("bestand-versleuteld", f"{name} is met een wachtwoord beveiligd.", bron),)
    text = f"{name} is tegen wijzigen beveiligd. In de bundel valt die beveiliging weg."
    return (melding("bestand-versleuteld", text, bron, "Vraag de maker of dat mag.", Ernst.WAARSCHUWING),)


def _check_kantoor(data: bytes, bron: Bron) -> tuple[Melding, ...]:
    name, suffix = PurePath(bron.bestand).name, PurePath(bron.bestand).suffix.lower()
    if data.startswith(_OLE):
        if _VERSLEUTELD in data[:65536]:
            return (melding("bestand-versleuteld", f"{name} is met een wachtwoord beveiligd.", bron),)
        return () if suffix in (".doc", ".xls", ".ppt") else _kapot(bron, "de inhoud past niet bij de naam")
    if suffix == ".rtf":
        return () if data.lstrip().startswith(b"{\\rtf") else _kapot(bron, "de inhoud past niet bij de naam")
    return _check_zip(data, bron, suffix)


def _check_zip(data: bytes, bron: Bron, suffix: str) -> tuple[Melding, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MAX_UITGEPAKT:
                return (melding("zip-te-groot", "", bron),)
            if any(info.flag_bits & 1 for info in archive.infolist()) or _is_versleuteld_odf(archive):
                text = f"{PurePath(bron.bestand).name} is met een wachtwoord beveiligd."
                return (melding("bestand-versleuteld", text, bron),)
            wanted = _HOOFDDEEL.get(suffix, "content.xml")
            whole = archive.testzip() is None
            if not (whole and any(n.startswith(wanted) for n in archive.namelist())):
                return _kapot(bron, "")
        return tuple(report_ingesloten(data, bron))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return _kapot(bron, "")


def _is_versleuteld_odf(archive: zipfile.ZipFile) -> bool:
    name = "META-INF/manifest.xml"
    return name in archive.namelist() and b"encryption-data" in archive.open(name).read(1024 * 1024)


def _kapot(bron: Bron, reden: str) -> tuple[Melding, ...]:
    name = PurePath(bron.bestand).name
    return (melding("bijlage-kapot", f"{name} is beschadigd{f': {reden}' if reden else ''}.", bron),)
