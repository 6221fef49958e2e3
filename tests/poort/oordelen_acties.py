"""Judges each of the twelve actions: number, owner, term and status, and that it stands once in every list."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from acties import EERST, TWEEDE, Stand, stand_na
from geval import Geval
from handelen import Uiting
from openen import bericht_van, bijlagen_van, pdf_tekst, vouw

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLAD = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Rij = tuple[str, ...]


def oordeel_acties(geval: Geval, uitingen: list[Uiting]) -> Iterator[tuple[str, str]]:
    """Give what is wrong with an action: where, and what."""
    stand = stand_na(geval)
    for uiting in uitingen:
        if uiting.tafel != "prt" or uiting.datum not in stand:
            continue
        if uiting.uitweg == "mail: herinnering" and uiting.datum == TWEEDE:
            yield from _herinnering(uiting, stand[EERST])
        for naam, inhoud in _documenten(uiting):
            if naam.endswith(".json") and uiting.uitweg == "acties --json":
                yield from _json(naam, inhoud, stand[uiting.datum])
            elif "Actielijst" in naam and naam.endswith(".docx"):
                yield from _lijst(naam, _word(inhoud), stand[uiting.datum], uiting.datum)
            elif uiting.uitweg == "Excel":
                yield from _excel(naam, _blad(inhoud), stand[uiting.datum])
            elif "Actielijst" in naam and naam.endswith(".pdf"):
                yield from _pdf(naam, uiting, inhoud, stand[uiting.datum])


def _herinnering(uiting: Uiting, stand: list[Stand]) -> Iterator[tuple[str, str]]:
    """A reminder of 22 February: what ended is over, what ends before the meeting of 6 March ends before it.

    Who reported an action done is not reminded of it, and nobody is called late.
    """
    text = bericht_van(uiting.inhoud)
    if "te laat" in text:
        yield uiting.naam, "says that somebody is late"
    parts = re.split(r"\n(?=[^-\n][^\n]*:\n)", text)
    for label, kop in (("A1", "verstreken"), ("A3", ""), ("A4", "loopt af")):
        verwacht = next(s for s in stand if s.label == label)
        under = [part.split(":\n")[0] for part in parts if verwacht.woord in part]
        if any(not kop or kop not in heading for heading in under):
            yield uiting.naam, f"{verwacht.nr} stands under {under} instead of {kop or 'nowhere'}"


def _documenten(uiting: Uiting) -> Iterator[tuple[str, bytes]]:
    if uiting.naam.endswith(".eml"):
        yield from ((f"{uiting.naam}/{name}", content) for name, content in bijlagen_van(uiting.inhoud))
    else:
        yield uiting.naam, uiting.inhoud


def _json(naam: str, inhoud: bytes, stand: list[Stand]) -> Iterator[tuple[str, str]]:
    acties = json.loads(inhoud)["acties"]
    for verwacht in stand:
        found = [a for a in acties if verwacht.woord in a["actie"]]
        if len(found) != 1:
            yield naam, f"{verwacht.nr} stands {len(found)} times"
            continue
        (actie,) = found
        is_now = (actie["id"], actie["actiehouder"], actie["termijn_tekst"], actie["status"], actie["verschoven"])
        wanted = (f"prt/{verwacht.datum}/{verwacht.label}", verwacht.wie, verwacht.termijn, verwacht.status,
                  verwacht.verschoven)  # fmt: skip
        if is_now != wanted:
            yield naam, f"{is_now} instead of {wanted}"


def _lijst(naam: str, rijen: list[dict[str, str]], stand: list[Stand], datum: str) -> Iterator[tuple[str, str]]:
    """A list of actions in Word: all that is open, and what this meeting closed, each once."""
    for verwacht in stand:
        found = [rij for rij in rijen if any(verwacht.woord in cell for cell in rij.values())]
        if verwacht.status == "open" and len(found) != 1:
            yield naam, f"{verwacht.nr} stands {len(found)} times"
        for rij in found:
            number = verwacht.label if verwacht.datum == datum else verwacht.nr
            wanted = (number, verwacht.wie, verwacht.termijn, verwacht.status, str(verwacht.verschoven or ""))
            is_now = (rij.get("Nr", ""), rij.get("Actiehouder", ""), *_termijn(rij, verwacht))
            if is_now != wanted:
                yield naam, f"{is_now} instead of {wanted}"


def _termijn(rij: dict[str, str], verwacht: Stand) -> tuple[str, str, str]:
    """The term, the status and how often the term moved.

    Under the term stand how it is with it and how often it moved. What was closed stands in a table without terms, and
    what is open in one without a status.
    """
    if "Termijn" not in rij:
        return verwacht.termijn, rij.get("Status", ""), str(verwacht.verschoven or "")
    term, *under = rij["Termijn"].split("\n")
    moved = next((line.removesuffix("x verschoven") for line in under if line.endswith("x verschoven")), "")
    return term, rij.get("Status", "open"), moved


def _excel(naam: str, rijen: list[Rij], stand: list[Stand]) -> Iterator[tuple[str, str]]:
    for verwacht in stand:
        found = [rij for rij in rijen if any(verwacht.woord in cell for cell in rij)]
        if len(found) != 1:
            yield naam, f"{verwacht.nr} stands {len(found)} times"
            continue
        wanted = {verwacht.label, verwacht.wie, verwacht.termijn, verwacht.status}
        if missing := wanted - set(found[0]):
            yield naam, f"{found[0]} without {missing}"


def _pdf(naam: str, uiting: Uiting, inhoud: bytes, stand: list[Stand]) -> Iterator[tuple[str, str]]:
    """What is open stands in the PDF, once: tables are not read back from a PDF here."""
    text = vouw(pdf_tekst(inhoud))
    for verwacht in stand:
        times = text.count(vouw(verwacht.woord))
        if verwacht.status == "open" and times != 1:
            yield naam, f"{verwacht.nr} stands {times} times"


def _word(inhoud: bytes) -> list[dict[str, str]]:
    """The rows of all tables, each cell by the heading of its column; a cell has a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = []
    for table in root.iter(f"{_WORD}tbl"):
        head, *rows = (
            ["\n".join("".join(p.itertext()) for p in cell.iter(f"{_WORD}p")) for cell in row.iter(f"{_WORD}tc")]
            for row in table.iter(f"{_WORD}tr")
        )
        found += [dict(zip(head, row, strict=False)) for row in rows]
    return found


def _blad(inhoud: bytes) -> list[Rij]:
    """The rows of the first sheet, texts shared or not."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        shared: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(node.itertext()) for node in strings]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [tuple(_cel(cell, shared) for cell in row.iter(f"{_BLAD}c")) for row in sheet.iter(f"{_BLAD}row")]


def _cel(cell: ElementTree.Element, shared: list[str]) -> str:
    text = "".join(cell.itertext())
    return shared[int(text)] if cell.get("t") == "s" and re.fullmatch(r"\d+", text) else text
