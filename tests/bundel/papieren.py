"""Real papers of every kind, made on the spot."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from ziphulp import zipped


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


def make_odt(text: str) -> bytes:
    """The smallest OpenDocument text LibreOffice takes."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>De tekst van {text}.</text:p></office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest manifest:version="1.3"'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    delen = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(delen, zipfile.ZIP_STORED)


def make_pptx(text: str) -> bytes:
    """The smallest presentation LibreOffice takes: one slide with a text."""
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    draw = "http://schemas.openxmlformats.org/drawingml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.presentationml"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return zipped(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/ppt/presentation.xml" ContentType="{types}.presentation.main+xml"/>'
            f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{types}.slide+xml"/></Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
            f' Type="{rel}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
            "ppt/presentation.xml": f'{head}<p:presentation xmlns:p="{main}" xmlns:r="{rel}"><p:sldIdLst>'
            '<p:sldId id="256" r:id="r1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>',
            "ppt/_rels/presentation.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship'
            f' Id="r1" Type="{rel}/slide" Target="slides/slide1.xml"/></Relationships>',
            "ppt/slides/slide1.xml": f'{head}<p:sld xmlns:p="{main}" xmlns:a="{draw}"><p:cSld><p:spTree>'
            '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp>'
            '<p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="914400" y="914400"/><a:ext cx="6000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/>'
            f"</p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
            "</p:cSld></p:sld>",
        }
    )
