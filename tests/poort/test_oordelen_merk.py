"""A page that does not say that it is confidential is seen: in a PDF, in Word, and in the name of the file."""

from __future__ import annotations

import io

import docx
from atomen import Geheim
from docx.enum.section import WD_SECTION
from oordelen_merk import ongemerkt
from openen import Lezer
from reportlab.pdfgen.canvas import Canvas

GEHEIM = Geheim("krulwoudlaan", "Krulwoudlaan", "woord", "zin", "getypt", "prt", "2026-01-23")


def pdf(*bladen: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for blad in bladen:
        canvas.drawString(72, 500, blad)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def word(eerste: str, rest: str) -> bytes:
    """Two sections: the first page has a header of its own."""
    document = docx.Document()
    document.add_paragraph("Over de Krulwoudlaan.")
    first = document.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = eerste
    first.header.paragraphs[0].text = rest
    document.add_section(WD_SECTION.NEW_PAGE)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def gezien(naam: str, inhoud: bytes) -> list[str]:
    return list(ongemerkt(Lezer(), naam, inhoud, [GEHEIM]))


def test_a_file_that_says_so_everywhere_raises_nothing():
    assert gezien("stuk (VERTROUWELIJK).pdf", pdf("VERTROUWELIJK: Krulwoudlaan", "VERTROUWELIJK")) == []
    assert gezien("stuk (VERTROUWELIJK).docx", word("VERTROUWELIJK", "VERTROUWELIJK")) == []


def test_a_public_file_need_not_say_so():
    assert gezien("stuk.pdf", pdf("Plattegrond")) == []


def test_a_page_without_it_is_named():
    (wat,) = gezien("stuk (VERTROUWELIJK).pdf", pdf("VERTROUWELIJK: Krulwoudlaan", "Verder niets"))
    assert wat.startswith("page 2 ")


def test_a_header_without_it_is_named():
    first = gezien("stuk (VERTROUWELIJK).docx", word("", "VERTROUWELIJK"))
    assert any(wat.startswith("the first header of section 1") for wat in first)
    rest = gezien("stuk (VERTROUWELIJK).docx", word("VERTROUWELIJK", ""))
    assert [wat[:31] for wat in rest] == ["the default header of section 1", "the default header of section 2"]


def test_a_name_without_it_is_named():
    (wat,) = gezien("stuk.pdf", pdf("VERTROUWELIJK: Krulwoudlaan"))
    assert wat.startswith("its name ")
