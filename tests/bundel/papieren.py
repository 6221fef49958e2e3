"""Real papers of every kind, made on the spot."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas


def make_pdf(pages: int = 2, text: str = "Notitie", size=A4, rotate: int = 0) -> bytes:
    """A PDF with bookmarks, a link to a named place in itself and a link to a web page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for number in range(1, pages + 1):
        canvas.bookmarkPage(f"bladzijde-{number}")
        canvas.addOutlineEntry(f"{text} deel {number}", f"bladzijde-{number}")
        canvas.drawString(72, 500, f"{text}, bladzijde {number}")
        canvas.linkRect("", f"bladzijde-{pages}", (72, 400, 200, 420))
        canvas.linkURL("https://voorbeeld.example/", (72, 300, 200, 320))
        canvas.showPage()
    canvas.save()
    if not rotate:
        return buffer.getvalue()
    writer = PdfWriter(clone_from=PdfReader(buffer))
    for page in writer.pages:
        page.rotate(rotate)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def make_docx(text: str) -> bytes:
    document = docx.Document()
    document.add_heading(text, 1)
    document.add_paragraph(f"De tekst van {text}.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_xlsx(text: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.append([text, "aantal"])
    book.active.append(["Voorbeeldstad", 12])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def make_png(text: str = "kaart") -> bytes:
    image = Image.new("RGB", (800, 500), "white")
    ImageDraw.Draw(image).rectangle((100, 100, 700, 400), outline="black", width=6)
    ImageDraw.Draw(image).text((300, 240), text, fill="black")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def encrypted(pdf: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, algorithm="AES-256")
    return written(writer)


LIGGEND = landscape(A4)


def put(folder: Path, **files: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
