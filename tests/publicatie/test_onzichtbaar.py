"""Text in a public PDF that nobody sees is told with its page and words, and stops what names somebody."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from kennishulp import kennis
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Ernst
from pipeline.publicatie.papieren import read_papieren
from pipeline.publicatie.redactie import Redacteur

ZIN = "De heer Zwabbelaar belde"
Teken = Callable[[Canvas], None]


def scan() -> ImageReader:
    picture = Image.new("RGB", (300, 60), "white")
    for column in range(0, 300, 7):
        picture.paste((0, 0, 0), (column, 10, column + 3, 50))
    return ImageReader(picture)


def under_an_area(c: Canvas) -> None:
    c.drawString(72, 600, ZIN)
    c.rect(60, 590, 300, 30, fill=1)


def in_white(c: Canvas) -> None:
    c.setFillColorRGB(1, 1, 1)
    c.drawString(72, 600, ZIN)


def tiny(c: Canvas) -> None:
    c.setFont("Helvetica", 1)
    c.drawString(72, 600, ZIN)


def beside_the_page(c: Canvas) -> None:
    c.drawString(2000, 600, ZIN)


def behind_a_scan(c: Canvas) -> None:
    c.drawString(72, 600, ZIN)
    c.drawImage(scan(), 60, 590, 300, 40)


def not_drawn(c: Canvas) -> None:
    c.drawImage(scan(), 60, 590, 300, 40)
    text = c.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textOut(ZIN)
    c.drawText(text)


def in_a_drawing_under_an_area(c: Canvas) -> None:
    c.beginForm("tekening")
    under_an_area(c)
    c.endForm()
    c.doForm("tekening")


def paper(teken: Teken) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 720, "De locatie is open.")
    canvas.showPage()
    canvas.drawString(72, 420, "Wat u hier leest, ziet u.")
    teken(canvas)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    "teken",
    [under_an_area, in_white, tiny, beside_the_page, behind_a_scan, not_drawn, in_a_drawing_under_an_area],
    ids=lambda f: f.__name__,
)
def test_text_that_nobody_sees_is_told_and_stops_a_name(teken):
    (said,) = read_papieren({"stuk.pdf": paper(teken)}, Redacteur(kennis()))
    assert said.code == "tekst-onzichtbaar"
    assert said.ernst is Ernst.FOUT
    assert said.bron
    assert (said.bron.bestand, said.bron.nummer) == ("stuk.pdf", 2)
    assert ZIN in said.tekst


def test_unseen_words_that_name_nobody_are_a_warning():
    def hidden(c: Canvas) -> None:
        c.drawString(72, 600, "de locatie is open")
        c.rect(60, 590, 300, 30, fill=1)

    (said,) = read_papieren({"stuk.pdf": paper(hidden)}, Redacteur(kennis()))
    assert said.ernst is Ernst.WAARSCHUWING
    assert "“de locatie is open”" in said.tekst


def test_what_is_seen_is_not_told():
    def seen(c: Canvas) -> None:
        c.setFillColorRGB(0.1, 0.1, 0.5)
        c.rect(60, 500, 300, 30, fill=1)
        c.setFillColorRGB(1, 1, 1)
        c.drawString(72, 510, "wit op blauw is te lezen")
        c.setFillColorRGB(0.6, 0.6, 0.6)
        c.setFont("Helvetica", 6)
        c.drawString(72, 450, "een kleine grijze voetnoot")
        c.drawImage(scan(), 60, 300, 300, 40)
        c.setFillColorRGB(1, 0, 0)
        c.drawString(72, 310, "rood over een beeld")
        c.beginForm("tekening")
        c.drawString(72, 200, "tekst in een tekening")
        c.endForm()
        c.doForm("tekening")

    assert read_papieren({"stuk.pdf": paper(seen)}, Redacteur(kennis())) == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn):
    def turned(c: Canvas) -> None:
        c.setPageRotation(turn)
        c.translate(0, -300)
        under_an_area(c)

    (said,) = read_papieren({"stuk.pdf": paper(turned)}, Redacteur(kennis()))
    assert f"“{ZIN}”" in said.tekst
