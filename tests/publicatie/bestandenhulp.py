"""Files with a name planted in one place of each."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from ziphulp import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CP = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
XMP = (
    '<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:description>{}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)


def make_docx(naam: str, deel: str, xml: str) -> bytes:
    """A Word file in which one part holds ``xml``, with the name filled in at ``{}``."""
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>Verslag</w:t></w:r></w:p></w:body></w:document>"
    return zipped({"word/document.xml": body, deel: xml.format(naam)})


def _paragraph(inner: str) -> str:
    return f"<w:document {W}><w:body><w:p>{inner}</w:p></w:body></w:document>"


# Every place of a Word file a name can hide in: the part, and its XML.
IN_WORD: dict[str, tuple[str, str]] = {
    "text": ("word/document.xml", _paragraph("<w:r><w:t>{}</w:t></w:r>")),
    "table": (
        "word/document.xml",
        f"<w:document {W}><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "</w:body></w:document>",
    ),
    "header": ("word/header1.xml", f"<w:hdr {W}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:hdr>"),
    "footer": ("word/footer1.xml", f"<w:ftr {W}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:ftr>"),
    "footnote": ("word/footnotes.xml", f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>{{}}</w:t></w:r></w:p>"
                                       "</w:footnote></w:footnotes>"),
    "comment": ("word/comments.xml", f"<w:comments {W}><w:comment><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:comment>"
                                     "</w:comments>"),
    "author of a comment": ("word/comments.xml", f'<w:comments {W}><w:comment w:author="{{}}"/></w:comments>'),
    "caption field": ("word/document.xml", _paragraph("<w:r><w:instrText>SEQ {}</w:instrText></w:r>")),
    "alt text": ("word/document.xml", _paragraph('<w:r><w:drawing><docPr descr="{}"/></w:drawing></w:r>')),
    "tracked insertion": ("word/document.xml", _paragraph("<w:ins><w:r><w:t>{}</w:t></w:r></w:ins>")),
    "tracked deletion": ("word/document.xml", _paragraph("<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>")),
    "author of a change": ("word/document.xml", _paragraph('<w:ins w:author="{}"><w:r/></w:ins>')),
    "bookmark": ("word/document.xml", _paragraph('<w:bookmarkStart w:name="{}"/>')),
    "link": ("word/_rels/document.xml.rels", '<Relationships><Relationship Target="https://x.example/{}"/>'
                                             "</Relationships>"),
    "title property": ("docProps/core.xml", f"<cp:coreProperties {CP} {DC}><dc:title>{{}}</dc:title>"
                                            "</cp:coreProperties>"),
    "creator": ("docProps/core.xml", f"<cp:coreProperties {CP} {DC}><dc:creator>{{}}</dc:creator>"
                                     "</cp:coreProperties>"),
    "manager": ("docProps/app.xml", "<Properties><Manager>{}</Manager></Properties>"),
    "custom property": ("docProps/custom.xml", '<Properties><property name="x"><lpwstr>{}</lpwstr></property>'
                                               "</Properties>"),
    "custom xml": ("customXml/item1.xml", "<data><veld>{}</veld></data>"),
    "xml comment": ("word/settings.xml", f"<w:settings {W}><!-- {{}} --></w:settings>"),
    "name of a part": ("word/media/{}.bin", "x"),
    "picture": ("word/media/image1.png", "\x89PNG\x00\x00 tEXt Author {} IEND"),
    "text cut in two by formatting": ("word/document.xml", "SPLIT"),
}  # fmt: skip


def word_with(naam: str, plek: str) -> bytes:
    deel, xml = IN_WORD[plek]
    if xml == "SPLIT":
        half = len(naam) // 2
        runs = f"<w:r><w:t>{naam[:half]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{naam[half:]}</w:t></w:r>"
        return make_docx("", deel, _paragraph(runs).replace("{", "{{").replace("}", "}}"))
    return make_docx(naam, deel.format(naam), xml)


def pdf_with(naam: str, plek: str) -> bytes:
    """A PDF with the name in one place."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    IN_PDF[plek](writer, page, naam)
    for other in writer.pages:
        other.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _content(writer, page, text: bytes) -> None:
    stream = DecodedStreamObject()
    stream.set_data(text)
    page[NameObject("/Contents")] = writer._add_object(stream)


def _text(writer, page, naam):
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    half = len(naam) // 2
    pieces = f"[({naam[:half]}) -20 ({naam[half:]})] TJ"
    _content(writer, page, f"BT /F1 12 Tf 10 100 Td {pieces} ET".encode())


def _actual_text(writer, page, naam):
    digits = ("\ufeff" + naam).encode("utf-16-be").hex()
    _content(writer, page, f"/Span <</ActualText <{digits}>>> BDC EMC".encode())


def _struct(writer, page, naam):
    element = DictionaryObject(
        {NameObject("/Type"): NameObject("/StructElem"), NameObject("/Alt"): TextStringObject(naam)}
    )
    root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot"),
                             NameObject("/K"): ArrayObject([writer._add_object(element)])})  # fmt: skip
    writer._root_object[NameObject("/StructTreeRoot")] = writer._add_object(root)


def _xmp(writer, page, naam):
    stream = DecodedStreamObject()
    stream.set_data(XMP.format(naam).encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    writer._root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())


def _annotation(writer, page, naam):
    note = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
                             NameObject("/Contents"): TextStringObject(naam)})  # fmt: skip
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


IN_PDF = {
    "text": _text,
    "metadata": lambda w, p, n: w.add_metadata({"/Keywords": n}),
    "author": lambda w, p, n: w.add_metadata({"/Author": n}),
    "xmp": _xmp,
    "bookmark": lambda w, p, n: w.add_outline_item(n, 0),
    "structure tree": _struct,
    "replacement text": _actual_text,
    "annotation": _annotation,
    "embedded file": lambda w, p, n: w.add_attachment("bijlage.txt", f"Mevrouw {n} vraagt iets.".encode()),
    "name of an embedded file": lambda w, p, n: w.add_attachment(f"{n}.txt", b"x"),
    "embedded Word file": lambda w, p, n: w.add_attachment("bijlage.docx", word_with(n, "custom xml")),
}
