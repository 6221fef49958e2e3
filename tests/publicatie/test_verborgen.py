"""Text in a public Word, Excel, PowerPoint or ODF paper that nobody sees is told, and stops what names somebody."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from kennishulp import kennis
from ziphulp import zipped

from pipeline.model import Ernst
from pipeline.omzetter import find_omzetter
from pipeline.publicatie.papieren import read_papieren
from pipeline.publicatie.redactie import Redacteur

ZIN = "De heer Zwabbelaar belde"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def word(change: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    document.add_paragraph("Wat u hier leest, ziet u.")
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def hidden_letters(document: Document) -> None:
    run = document.add_paragraph("Daarna: ").add_run(ZIN)
    run.font.hidden = True


def white_on_white(document: Document) -> None:
    document.add_paragraph().add_run(ZIN).font.color.rgb = RGBColor(255, 255, 255)


def tiny_letters(document: Document) -> None:
    document.add_paragraph().add_run(ZIN).font.size = Pt(1)


def a_hidden_style(document: Document) -> None:
    style = document.styles.add_style("Weg", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    document.add_paragraph().add_run(ZIN, style=style)


def in_the_footer(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].add_run(ZIN).font.hidden = True


def struck_with_tracked_changes(document: Document) -> None:
    run = document.add_paragraph().add_run(ZIN)._r
    change = OxmlElement("w:del")
    for name, value in (("w:id", "3"), ("w:author", "Een lid"), ("w:date", "2026-01-05T09:00:00Z")):
        change.set(qn(name), value)
    run.getparent().replace(run, change)
    change.append(run)
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")


@pytest.mark.parametrize(
    ("change", "reden"),
    [
        (hidden_letters, "is verborgen"),
        (a_hidden_style, "is verborgen"),
        (in_the_footer, "is verborgen"),
        (white_on_white, "is wit op wit"),
        (tiny_letters, "is te klein om te lezen"),
        (struck_with_tracked_changes, "is geschrapt met wijzigingen bijhouden"),
    ],
    ids=lambda f: getattr(f, "__name__", ""),
)
def test_hidden_text_in_word_is_told_and_stops_a_name(change, reden):
    (said,) = read_papieren({"stuk.docx": word(change)}, Redacteur(kennis()))
    assert (said.code, said.ernst) == ("tekst-onzichtbaar", Ernst.FOUT)
    assert f"Deze tekst {reden}, maar staat wel in het bestand: “{ZIN}”." in said.tekst


def test_white_letters_on_a_dark_cell_are_seen():
    def dark_header(document: Document) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell.paragraphs[0].add_run("Locatie").font.color.rgb = RGBColor(255, 255, 255)
        shading = f'<w:shd xmlns:w="{docx.oxml.ns.nsmap["w"]}" w:val="clear" w:fill="1F3864"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shading))

    assert read_papieren({"stuk.docx": word(dark_header)}, Redacteur(kennis())) == ()


def sheet(change: Callable[[openpyxl.Workbook], object]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Locaties"
    book.active.append(["Locatie", "Plekken"])
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def a_hidden_sheet(book: openpyxl.Workbook) -> None:
    away = book.create_sheet("Adressen")
    away.append([ZIN])
    away.sheet_state = "hidden"


def a_hidden_row(book: openpyxl.Workbook) -> None:
    book.active.append([ZIN])
    book.active.row_dimensions[2].hidden = True


def a_hidden_column(book: openpyxl.Workbook) -> None:
    book.active["D2"] = ZIN
    book.active.column_dimensions["D"].hidden = True


EXCEL = [
    (a_hidden_sheet, "staat op een verborgen blad (blad Adressen)"),
    (a_hidden_row, "staat in een verborgen rij (blad Locaties)"),
    (a_hidden_column, "staat in een verborgen kolom (blad Locaties)"),
]


@pytest.mark.parametrize(("change", "reden"), EXCEL, ids=lambda f: getattr(f, "__name__", ""))
def test_hidden_cells_in_excel_are_told_with_their_sheet(change, reden):
    (said,) = read_papieren({"lijst.xlsx": sheet(change)}, Redacteur(kennis()))
    assert said.ernst is Ernst.FOUT
    assert f"{reden}, maar staat wel in het bestand: “{ZIN}”." in said.tekst


def slide(show: str, text: str) -> bytes:
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}"{show}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'.encode()


def test_a_hidden_slide_and_the_notes_under_one_are_told():
    data = zipped(
        {
            "ppt/presentation.xml": b"<p/>",
            "ppt/slides/slide1.xml": slide("", "De locatie is open"),
            "ppt/slides/slide2.xml": slide(' show="0"', ZIN),
            "ppt/notesSlides/notesSlide1.xml": slide("", "denk aan de koffie"),
        }
    )
    notes, hidden = sorted(read_papieren({"dia.pptx": data}, Redacteur(kennis())), key=lambda m: m.ernst is Ernst.FOUT)
    assert (hidden.ernst, notes.ernst) == (Ernst.FOUT, Ernst.WAARSCHUWING)
    assert f"staat op een verborgen dia (dia 2), maar staat wel in het bestand: “{ZIN}”." in hidden.tekst
    assert "staat in de notities onder een dia (dia 1)" in notes.tekst


def as_odf(data: bytes, name: str, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of a file."""
    (folder / name).write_bytes(data)
    words = [str(find_omzetter("")), f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless"]
    words += ["--convert-to", kind, "--outdir", str(folder), str(folder / name)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return (folder / name).with_suffix(f".{kind}").read_bytes()


@pytest.mark.parametrize(
    ("data", "name", "kind", "reden"),
    [
        (word(hidden_letters), "stuk.docx", "odt", "is verborgen"),
        (word(white_on_white), "stuk.docx", "odt", "is wit op wit"),
        (sheet(a_hidden_sheet), "lijst.xlsx", "ods", "staat op een verborgen blad (blad Adressen)"),
        (sheet(a_hidden_row), "lijst.xlsx", "ods", "staat in een verborgen rij (blad Locaties)"),
    ],
    ids=["letters", "white", "sheet", "row"],
)
def test_the_same_is_told_of_what_libreoffice_saved(data, name, kind, reden, tmp_path):
    found = read_papieren({f"stuk.{kind}": as_odf(data, name, kind, tmp_path)}, Redacteur(kennis()))
    assert [f"Deze tekst {reden}, maar staat wel in het bestand: “{ZIN}”." in said.tekst for said in found] == [True]
