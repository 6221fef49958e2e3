"""What a page looks like: how full it is, from its picture; what stands on it line by line, from its text."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy
import pypdfium2
from lxml import etree

# Where the body of our pages begins and ends, in cm: the margins of the templates, less what a letter may stick out.
_BOVEN, _ONDER = 2.2, 2.0
_CM_PER_PUNT = 2.54 / 72
_WIT = 250  # lighter than this is paper, in a picture of 256 greys
_KLEUR_VAN_KOPPEN = "#17495a"


@dataclass(frozen=True)
class Regel:
    """What stands at one height, from left to right; ``is_kop``: a heading, or the header row of a table."""

    tekst: str
    is_kop: bool


@dataclass(frozen=True)
class Blad:
    """A page: its lines between header and footer, top to bottom, and which part of the body's height is used."""

    regels: tuple[Regel, ...]
    vulling: float

    @property
    def tekst(self) -> str:
        """All of the body on one line."""
        return " ".join(regel.tekst for regel in self.regels)


@dataclass(frozen=True)
class Stuk:
    """A document on paper: its pages, and the names of the fonts it was set in."""

    bladen: tuple[Blad, ...]
    letters: frozenset[str]


def zet_om(bestanden: Mapping[str, bytes], map_: Path) -> dict[str, Stuk]:
    """Convert Word files in one run of LibreOffice, and measure the pages of each."""
    for naam, inhoud in bestanden.items():
        (map_ / f"{naam}.docx").write_bytes(inhoud)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(map_), *(str(map_ / f"{naam}.docx") for naam in bestanden)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {naam: lees_stuk(map_ / f"{naam}.pdf") for naam in bestanden}


def lees_stuk(pdf: Path) -> Stuk:
    """Measure the pages of a PDF."""
    xml = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", str(pdf)], capture_output=True, check=True).stdout
    root = etree.fromstring(xml, etree.XMLParser(recover=True))
    fonts = {spec.get("id"): spec for spec in root.iter("fontspec")}
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = zip(root.iter("page"), document, strict=True)
        bladen = tuple(Blad(tuple(_regels(text, fonts)), _vulling(picture)) for text, picture in pages)
    finally:
        document.close()
    return Stuk(bladen, frozenset(spec.get("family").split("+")[-1] for spec in fonts.values()))


def _vulling(page: pypdfium2.PdfPage) -> float:
    """Which part of the body lies above its last ink."""
    picture = page.render(scale=0.5, grayscale=True).to_numpy()
    per_cm = len(picture) / (page.get_height() * _CM_PER_PUNT)
    body = picture[round(_BOVEN * per_cm) : len(picture) - round(_ONDER * per_cm)]
    inked = numpy.flatnonzero((body < _WIT).any(axis=1))
    return float(inked[-1] + 1) / len(body) if len(inked) else 0.0


def _regels(page: etree._Element, fonts: Mapping[str, etree._Element]) -> Iterator[Regel]:
    """The texts of a page between header and footer, those on one height together."""
    per_cm = 1.5 / _CM_PER_PUNT  # pdftohtml counts in 1/108 inch
    low, high = _BOVEN * per_cm, int(page.get("height")) - _ONDER * per_cm
    texts = [(int(t.get("top")) + int(t.get("height")), int(t.get("left")), t) for t in page.iter("text")]
    body = sorted(((bottom, left, t) for bottom, left, t in texts if low < bottom < high), key=lambda found: found[:2])
    for _height, group in groupby(body, key=lambda found: found[0] // 5):
        line = [t for _bottom, _left, t in sorted(group, key=lambda found: found[1]) if "".join(t.itertext()).strip()]
        if line:
            words = " ".join("".join(t.itertext()) for t in line)
            yield Regel(" ".join(words.split()), all(_is_kop(t, fonts) for t in line))


def _is_kop(text: etree._Element, fonts: Mapping[str, etree._Element]) -> bool:
    return text.find("b") is not None and fonts[text.get("font")].get("color") == _KLEUR_VAN_KOPPEN
