"""A public PDF that everyone can read and an archive can keep: made by LibreOffice, checked tag by tag."""

from __future__ import annotations

import io
import shutil
import stat
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject

from pipeline.documenten import find_soort, packaged_sjabloon, render, voorbeeld_stukken
from pipeline.omzetter import PDF_ARCHIEF, convert, find_omzetter
from pipeline.publicatie.tagboom import walk_tags
from pipeline.publicatie.toegankelijk import check_pdf, check_with_verapdf, repair_pdf
from pipeline.werk.site import make_openbare_pdfs


def make_docx(soort: str) -> bytes:
    found = find_soort(soort)
    content, meldingen = render(found, voorbeeld_stukken(), packaged_sjabloon(found.sjabloon), found.sjabloon)
    assert content is not None, meldingen
    return content


def to_pdf(content: bytes, archief: bool = True) -> bytes:
    omzetter = find_omzetter()
    assert omzetter, "LibreOffice is needed: python scripts/programmas.py"
    found, meldingen = convert(omzetter, [("stuk.docx", content)], opties=PDF_ARCHIEF if archief else None)
    assert not meldingen
    return found["stuk.docx"]


@pytest.fixture(scope="module")
def ruw() -> bytes:
    """The minutes as LibreOffice exports them."""
    return to_pdf(make_docx("verslag"))


@pytest.fixture(scope="module")
def pdf(ruw: bytes) -> bytes:
    return repair_pdf(ruw)


def change(pdf: bytes, action: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    action(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def tags(writer: PdfWriter, soort: str) -> list[DictionaryObject]:
    return [t.element for t in walk_tags(writer.root_object["/StructTreeRoot"]) if t.soort == soort]


def replace_xmp(writer: PdfWriter, old: bytes, new: bytes) -> None:
    data = writer.root_object["/Metadata"].get_object().get_data()
    assert old in data
    stream = StreamObject()
    stream.set_data(data.replace(old, new))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def drop(naam: str) -> Callable[[PdfWriter], None]:
    return lambda writer: writer.root_object.__delitem__(naam)


@pytest.mark.parametrize("soort", ["agenda", "verslag", "actielijst", "besluitenlijst"])
def test_our_own_documents_pass(soort):
    omzetter = find_omzetter()
    assert omzetter
    made, meldingen = make_openbare_pdfs(omzetter, [("stuk.docx", make_docx(soort))])
    assert meldingen == () and list(made) == ["stuk.docx"]


def test_the_export_without_the_filter_does_not_pass():
    found = " ".join(m.tekst for m in check_pdf("stuk.pdf", to_pdf(make_docx("verslag"), archief=False)))
    assert "geen PDF/A-2" in found and "geen PDF/UA-1" in found


def test_a_table_of_words_and_values_gets_header_cells(ruw, pdf):
    assert "Tabel 1 heeft geen kopcellen." in [m.tekst for m in check_pdf("stuk.pdf", ruw)]
    assert pdf.startswith(ruw), "what LibreOffice wrote stays as it is; the repair is added at the end"
    assert PdfReader(io.BytesIO(pdf)).pages[0].extract_text() == PdfReader(io.BytesIO(ruw)).pages[0].extract_text()


def test_a_pdf_that_needs_no_repair_is_left_alone(pdf):
    assert repair_pdf(pdf) == pdf


def _drop_scopes(writer: PdfWriter) -> None:
    for cell in tags(writer, "TH"):
        del cell["/A"]


def _untitle(writer: PdfWriter) -> None:
    replace_xmp(writer, b"dc:title", b"dc:other")
    writer.metadata = {}


def _add_figure(writer: PdfWriter) -> None:
    tags(writer, "P")[0][NameObject("/S")] = NameObject("/Figure")


def _skip_level(writer: PdfWriter) -> None:
    tags(writer, "H1")[1][NameObject("/S")] = NameObject("/H3")


def _unknown_tag(writer: PdfWriter) -> None:
    tags(writer, "P")[0][NameObject("/S")] = NameObject("/Wonderlijk")


def _plain_font(writer: PdfWriter) -> None:
    fonts = writer.pages[0]["/Resources"].get_object()["/Font"].get_object()
    del next(iter(fonts.values())).get_object()["/FontDescriptor"]


def _add_link(writer: PdfWriter) -> None:
    from pypdf.annotations import Link

    writer.add_annotation(0, Link(rect=(0, 0, 10, 10), url="https://www.voorbeeld.nl"))


def _add_program(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )


BREUKEN: dict[str, tuple[Callable[[PdfWriter], None], str]] = {
    "structure": (drop("/StructTreeRoot"), "geen structuur"),
    "mark": (drop("/MarkInfo"), "MarkInfo"),
    "language": (drop("/Lang"), "taal van de PDF ontbreekt"),
    "title": (_untitle, "titel van de PDF ontbreekt"),
    "display": (drop("/ViewerPreferences"), "DisplayDocTitle"),
    "bookmarks": (drop("/Outlines"), "geen bladwijzers"),
    "archive": (lambda w: replace_xmp(w, b"<pdfaid:part>2", b"<pdfaid:part>1"), "geen PDF/A-2"),
    "universal": (lambda w: replace_xmp(w, b"pdfuaid:part", b"pdfuaid:deel"), "geen PDF/UA-1"),
    "colours": (drop("/OutputIntents"), "OutputIntent"),
    "scope": (_drop_scopes, "niet zeggen bij welke rij of kolom"),
    "figure": (_add_figure, "geen beschrijving (alternatieve tekst)"),
    "levels": (_skip_level, "niveau 3 na een kop van niveau 1"),
    "unknown": (_unknown_tag, "Wonderlijk"),
    "font": (_plain_font, "zitten niet in de PDF"),
    "link": (_add_link, "een link zonder beschrijving"),
    "program": (_add_program, "een programma (JavaScript)"),
    "file": (lambda w: w.add_attachment("brief.docx", b"x"), "zitten bestanden"),
}


@pytest.mark.parametrize("breuk", BREUKEN)
def test_whatever_is_missing_is_said(pdf, breuk):
    action, words = BREUKEN[breuk]
    found = check_pdf("stuk.pdf", change(pdf, action))
    assert any(words in m.tekst for m in found), [m.tekst for m in found]
    assert {m.code for m in found} == {"pdf-toegankelijkheid"}


def test_a_link_gets_a_description(pdf):
    repaired = repair_pdf(change(pdf, _add_link))
    assert not any("link" in m.tekst for m in check_pdf("stuk.pdf", repaired))


def test_a_described_figure_is_fine(pdf):
    def describe(writer: PdfWriter) -> None:
        _add_figure(writer)
        tags(writer, "Figure")[0][NameObject("/Alt")] = TextStringObject("Het wapen van de provincie")

    assert check_pdf("stuk.pdf", change(pdf, describe)) == ()


def _circle(writer: PdfWriter) -> None:
    root = writer.root_object["/StructTreeRoot"].get_object()
    element = tags(writer, "P")[0]
    element[NameObject("/K")] = root.raw_get("/K")


@pytest.mark.parametrize("inhoud", [b"", b"geen pdf", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_pdf_is_said_without_a_traceback(inhoud):
    assert [m.code for m in check_pdf("stuk.pdf", inhoud)] == ["pdf-toegankelijkheid"]


def test_a_tree_that_bites_its_tail_ends(pdf):
    check_pdf("stuk.pdf", change(pdf, _circle))


def test_an_encrypted_pdf_is_refused(pdf):
    found = check_pdf("stuk.pdf", change(pdf, lambda w: w.encrypt("geheim", algorithm="AES-256")))
    assert [m.tekst for m in found] == ["De PDF is versleuteld."]


@pytest.mark.parametrize(("code", "aantal"), [(0, 0), (1, 2)])
def test_verapdf_has_a_say_where_it_is_installed(pdf, tmp_path, code, aantal):
    program = tmp_path / "verapdf"
    program.write_text(f'#!/bin/sh\n[ "$3" = --flavour ] && head -c 5 "$5" | grep -q %PDF && exit {code}\nexit 9\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    assert len(check_with_verapdf("stuk.pdf", pdf, str(program))) == aantal


def test_without_verapdf_nothing_is_said(pdf, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("verapdf") is None
    assert check_with_verapdf("stuk.pdf", pdf) == ()


def test_poppler_sees_a_tagged_pdf_too(pdf, tmp_path):
    import subprocess

    path = tmp_path / "stuk.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in told
