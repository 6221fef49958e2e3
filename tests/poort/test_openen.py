"""The readers of the gate find a word wherever it may stand: a gate that sees nothing would always be green."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage

import docx
import pytest
from gevaarlijk import stuk_met_laag
from openen import Lezer, vouw
from openpyxl import Workbook
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas
from ziphulp import zipped

MERK = "Krulwoudlaan"


def word(**where: str) -> bytes:
    document = docx.Document()
    document.add_paragraph().add_run(where.get("tekst", "")[:4])
    document.paragraphs[0].add_run(where.get("tekst", "")[4:])
    document.core_properties.subject = where.get("eigenschap", "")
    if "opmerking" in where:
        document.add_comment(document.paragraphs[0].runs, where["opmerking"], author="x")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(**where: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 500, where.get("tekst", "leeg"))
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(io.BytesIO(buffer.getvalue()))
    if "bladwijzer" in where:
        writer.add_outline_item(where["bladwijzer"], page_number=0)
    if "eigenschap" in where:
        writer.add_metadata({"/Title": where["eigenschap"]})
    if "bijlage" in where:
        writer.add_attachment("stuk.txt", where["bijlage"].encode())
    if "bijlagenaam" in where:
        writer.add_attachment(f"{where['bijlagenaam']}.txt", b"leeg")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def eml(onderwerp: str = "Agenda", tekst: str = "", naam: str = "stuk.pdf", inhoud: bytes = b"%PDF-") -> bytes:
    message = EmailMessage()
    message["Subject"], message["To"] = onderwerp, "a@b.example"
    message.set_content(tekst)
    message.add_attachment(inhoud, "application", "octet-stream", filename=naam)
    return message.as_bytes()


def excel(tekst: str) -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    book.active["B2"] = tekst
    book.save(buffer)
    return buffer.getvalue()


HOUDERS = {
    "Word, cut over runs": ("a.docx", word(tekst=MERK)),
    "Word property": ("a.docx", word(eigenschap=MERK)),
    "Word comment": ("a.docx", word(opmerking=MERK)),
    "Excel": ("a.xlsx", excel(MERK)),
    "PDF page": ("a.pdf", pdf(tekst=MERK)),
    "PDF bookmark": ("a.pdf", pdf(bladwijzer=MERK)),
    "PDF title": ("a.pdf", pdf(eigenschap=MERK)),
    "PDF attachment": ("a.pdf", pdf(bijlage=MERK)),
    "name of a PDF attachment": ("a.pdf", pdf(bijlagenaam=MERK)),
    "subject": ("a.eml", eml(onderwerp=f"Over de {MERK} é")),
    "message": ("a.eml", eml(tekst=f"Krulwoud-\nlaan {'x' * 90}")),
    "name of an attachment": ("a.eml", eml(naam=f"{MERK} é.pdf")),
    "attachment within": ("a.eml", eml(inhoud=zipped({"b.docx": word(tekst=MERK)}))),
    "name in a package": ("a.zip", zipped({f"{MERK}/x.txt": "leeg"})),
    "page of a site": ("a.html", b"<p>Krul<b>woudlaan</b></p>"),
    "address of a link": ("a.html", b"<a href='Krulwoud%6Caan.pdf'>x</a>"),
    "feed": ("a.xml", f"<feed><title>{MERK}</title></feed>".encode()),
    "JSON": ("a.json", json.dumps({"a": [{"b": f"é {MERK}"}]}).encode()),
    "calendar, folded": ("a.ics", b"SUMMARY:Krulwoud\r\n laan\r\n"),
    "search index": ("a.pf_fragment", gzip.compress(f"pagefind_dcd{json.dumps({'content': MERK})}".encode())),
    "name of the file": (f"{MERK}.txt", b""),
}


@pytest.mark.parametrize("houder", HOUDERS)
def test_a_word_is_found_wherever_it_stands(houder: str):
    assert any(vouw(MERK) in deel.tekst for deel in Lezer().open(*HOUDERS[houder])), houder


def test_words_of_a_layer_that_is_off_are_not_on_the_page():
    found = "".join(deel.tekst for deel in Lezer().open("a.pdf", stuk_met_laag("Plattegrond", MERK)))
    assert "plattegrond" in found
    assert vouw(MERK) not in found
