"""Papers that cannot go into a bundle, and those that can."""

from __future__ import annotations

import io

import pytest
from papieren import encrypted, make_docx, make_pdf, make_png, make_xlsx, written
from PIL import Image
from pypdf import PdfReader, PdfWriter

from pipeline.bundel import beeld_to_pdf, check_stuk


def codes(data: bytes, name: str) -> list[str]:
    return [m.code for m in check_stuk(data, f"agenda/prt/2026-06-05/bijlagen/{name}")]


GOED = {"a.pdf": make_pdf(1), "a.docx": make_docx("x"), "A.XLSX": make_xlsx("x"), "a.png": make_png()}


@pytest.mark.parametrize(("name", "data"), GOED.items(), ids=GOED)
def test_a_sound_paper_is_taken(name, data):
    assert codes(data, name) == []


def test_a_pdf_with_a_password_is_refused():
    assert codes(encrypted(make_pdf(1), "geheim"), "a.pdf") == ["bestand-versleuteld"]


def test_a_pdf_anyone_can_open_but_nobody_may_change_is_taken_with_a_warning():
    found = check_stuk(encrypted_for_changes(make_pdf(1)), "a.pdf")
    assert [(m.code, m.ernst.value) for m in found] == [("bestand-versleuteld", "waarschuwing")]


def encrypted_for_changes(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt("", "eigenaar", algorithm="AES-256")
    return written(writer)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_pdf_that_was_not_fetched_whole_is_damaged(cut):
    data = make_pdf(3)
    assert codes(data[: int(len(data) * cut)], "a.pdf") == ["bijlage-kapot"]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.pptx", "a.odt", "a.doc", "a.rtf"])
def test_something_else_under_that_name_is_damaged(name):
    assert codes(b"<html>De pagina bestaat niet</html>" * 50, name) == ["bijlage-kapot"]


def test_a_word_file_under_the_name_of_a_spreadsheet_is_damaged():
    assert codes(make_docx("x"), "a.xlsx") == ["bijlage-kapot"]


def test_a_word_file_with_a_broken_part_is_damaged():
    data = bytearray(make_docx("x"))
    at = len(data) // 2
    data[at : at + 40] = b"\x00" * 40
    assert codes(bytes(data), "a.docx") == ["bijlage-kapot"]


def test_an_empty_file_and_a_kind_that_is_no_paper_are_named():
    assert codes(b"", "a.pdf") == ["bestand-leeg"]
    assert codes(b"MZ", "a.exe") == ["bijlage-soort"]


def test_a_photo_stays_the_compressed_photo_it_was():
    photo = io.BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(photo, "JPEG", quality=80)
    pdf, _ = beeld_to_pdf(photo.getvalue(), "foto.jpg")
    assert pdf and len(pdf) < len(photo.getvalue()) * 1.3


def test_a_photo_taken_on_its_side_comes_out_upright():
    photo = io.BytesIO()
    image = Image.new("RGB", (400, 200), "white")
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(photo, "JPEG", exif=exif)
    pdf, _ = beeld_to_pdf(photo.getvalue(), "foto.jpg")
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert box.height > box.width


def test_a_scan_of_more_pages_gives_a_page_each():
    scan = io.BytesIO()
    pages = [Image.new("L", (850, 1100), shade) for shade in (200, 220, 240)]
    pages[0].save(scan, "TIFF", save_all=True, append_images=pages[1:], dpi=(100, 100))
    pdf, _ = beeld_to_pdf(scan.getvalue(), "scan.tif")
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 3


def test_a_picture_that_is_none_or_far_too_large_is_a_melding():
    assert [m.code for m in beeld_to_pdf(b"geen beeld", "a.png")[1]] == ["bijlage-kapot"]
    huge = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(huge, "PNG")
    assert [m.code for m in beeld_to_pdf(huge.getvalue(), "a.png")[1]] == ["bestand-te-groot"]
