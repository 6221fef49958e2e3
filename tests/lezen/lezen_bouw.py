"""Word files for the tests, built from the XML that Word writes, with made-up content."""

from __future__ import annotations

from ziphulp import zipped

from pipeline.model.document import Document, Tabelblok, Tekstblok
from pipeline.word.lezer import read_docx

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "numbering": "word/numbering.xml",
    "styles": "word/styles.xml",
    "footnotes": "word/footnotes.xml",
    "header": "word/header1.xml",
    "footer": "word/footer1.xml",
}
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr", "footer": "ftr"}


def make_docx(body: str, **parts: str) -> bytes:
    """Return a Word file with this XML in its body; ``numbering=``, ``styles=`` ... give the other parts."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            [(f"rId{i}", kind, _PARTS[kind].removeprefix("word/")) for i, kind in enumerate(parts, 1)]
        ),
    }
    for kind, inner in parts.items():
        files[_PARTS[kind]] = f"<w:{_ROOTS[kind]} {NS}>{inner}</w:{_ROOTS[kind]}>"
    return zipped(files)


def _relations(found: list[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{_REL}/{kind}" Target="{target}"/>' for i, kind, target in found)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def p(*content: str, properties: str = "") -> str:
    """Return a paragraph; what is no XML becomes a run with that text."""
    runs = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str, author: str = "mw. De Proef", day: str = "2026-02-01") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="{day}T10:00:00Z">{run(text)}</w:ins>'


def delete(text: str, author: str = "mw. De Proef", day: str = "2026-02-01") -> str:
    inner = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{author}" w:date="{day}T10:00:00Z">{inner}</w:del>'


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(c if c.startswith("<") else p(c) for c in content) or "<w:p/>"
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(c if c.startswith("<w:") else cell(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def read(data: bytes) -> Document:
    document, _, meldingen = read_docx(data, "proef.docx")
    assert document is not None
    assert not meldingen
    return document


def texts(body: str, **parts: str) -> list[str]:
    """Return the text of each paragraph of a Word file with this body."""
    return [b.tekst for b in read(make_docx(body, **parts)).blokken if isinstance(b, Tekstblok)]


def shown(body: str, **parts: str) -> list[str]:
    """Return each paragraph with the number Word shows before it."""
    blocks = read(make_docx(body, **parts)).blokken
    return [f"{b.nummer} {b.tekst}".strip() for b in blocks if isinstance(b, Tekstblok)]


def cells(body: str, **parts: str) -> list[list[str]]:
    """Return the cells of the first table."""
    tables = [b for b in read(make_docx(body, **parts)).blokken if isinstance(b, Tabelblok)]
    return [[cel.tekst for cel in rij] for rij in tables[0].rijen]


def make_pdf(drawing: bytes, page: bytes = b"") -> bytes:
    """Return a PDF of one page with these drawing instructions; ``page`` goes into the page's dictionary."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>" + page + b">>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table_at = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table_at)


def draw(*lines: tuple[float, float, str], bold: bool = False, size: int = 10) -> bytes:
    """Return the instructions that put texts at places on a page."""
    font = "F2" if bold else "F1"
    shown = (f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, text in lines)
    return "\n".join(shown).encode("cp1252")
