"""Judges whether what is sent with something confidential in it says so: in its name, and on every page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from atomen import Geheim
from openen import Lezer, pdf_tekst

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MERK = "VERTROUWELIJK"


def ongemerkt(lezer: Lezer, naam: str, inhoud: bytes, geheimen: list[Geheim]) -> Iterator[str]:
    """Give where a file that holds a secret does not say so: in its name, on which page."""
    delen = lezer.open(naam, inhoud)
    holds = next((g for g in geheimen for deel in delen if g.merk in deel.tekst), None)
    if holds is None:
        return
    if _MERK not in PurePosixPath(naam).name:
        yield f"its name does not say that it holds {holds}"
    for place, text in _bladen(naam, inhoud):
        if _MERK not in text:
            yield f"{place} does not say that it holds {holds}"


def _bladen(naam: str, inhoud: bytes) -> list[tuple[str, str]]:
    """The pages of a PDF; of a Word file what stands at the head of the pages of each section."""
    if naam.endswith(".pdf"):
        pages = pdf_tekst(inhoud).split("\f")[:-1]
        return [(f"page {number}", text) for number, text in enumerate(pages, 1)]
    return koppen_van(inhoud) if naam.endswith(".docx") else []


def koppen_van(inhoud: bytes) -> list[tuple[str, str]]:
    """The headers of each section of a Word file: that of its first page where it has one of its own, and the rest."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        links = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "").removeprefix("/word/") for link in links}
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        references = {ref.get(f"{_R}id") for ref in body.iter(f"{_W}headerReference")}
        read = {key: ElementTree.fromstring(archive.read(f"word/{targets[key]}")) for key in references}
    texts = {key: "".join(root.itertext()) for key, root in read.items()}
    found: list[tuple[str, str]] = []
    shown: dict[str | None, str] = {}
    for number, section in enumerate(body.iter(f"{_W}sectPr"), 1):
        # A section without a header of its own goes on with that of the one before.
        shown |= {h.get(f"{_W}type"): texts[h.get(f"{_R}id")] for h in section.iter(f"{_W}headerReference")}
        kinds = ["default", "first"] if section.find(f"{_W}titlePg") is not None else ["default"]
        found += [(f"the {kind} header of section {number}", shown.get(kind, "")) for kind in kinds]
    return found
