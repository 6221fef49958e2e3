"""Papers that call on a server: every way we know, in every kind of file LibreOffice opens.

Each takes the address to call on and puts its own name behind it, so that a listener knows who called.
"""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
from papieren import make_odt, make_pptx
from ziphulp import parts, zipped

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PICTURE = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="' + _R + '"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:r><w:drawing><wp:inline>'
    '<wp:extent cx="990000" cy="990000"/><wp:docPr id="1" name="p"/><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdX"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def _add_relatie(delen: dict[str, bytes], deel: str, soort: str, doel: str, extern: bool = True) -> None:
    name = f"{deel.rpartition('/')[0]}/_rels/{deel.rpartition('/')[2]}.rels"
    mode = ' TargetMode="External"' if extern else ""
    relatie = f'<Relationship Id="rIdX" Type="{_R}/{soort}" Target="{doel}"{mode}/>'
    empty = f'<Relationships xmlns="{_RELS}"></Relationships>'.encode()
    delen[name] = delen.get(name, empty).replace(b"</Relationships>", relatie.encode() + b"</Relationships>")


def _docx(body: str = "", soort: str = "", doel: str = "", deel: str = "word/document.xml", **meer: bytes) -> bytes:
    """A Word file with a sentence, something in its body, and something it relates to."""
    document = docx.Document()
    document.add_paragraph("De tekst van dit stuk.")
    buffer = io.BytesIO()
    document.save(buffer)
    delen = parts(buffer.getvalue())
    delen["word/document.xml"] = delen["word/document.xml"].replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
    if soort:
        _add_relatie(delen, deel, soort, doel, "://" in doel)
    delen |= {name.replace("__", "/").replace("_x_", "."): content for name, content in meer.items()}
    return zipped(delen)


def _field(*pieces: str) -> str:
    """A field of Word whose instruction is cut in pieces."""
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>wat er stond</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def make_docx_lokstukken(adres: str) -> dict[str, bytes]:
    """Word files; each calls on the address in its own way."""
    vml = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:90pt">'
        f'<v:imagedata r:href="rIdX" src="{adres}/docx-vml-src"/></v:shape></w:pict></w:r></w:p>'
    )
    html = f'<html><body><p>Ingevoegd</p><img src="{adres}/docx-altchunk"/></body></html>'.encode()
    chunk = _docx('<w:altChunk r:id="rIdX"/>', "aFChunk", "stuk.html", word__stuk_x_html=html)
    types = parts(chunk)["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="html" ContentType="text/html"/></Types>'
    )
    ole = (
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link"'
        ' ProgID="Word.Document.8" ShapeID="a" DrawAspect="Content" r:id="rIdX" UpdateMode="Always"/></w:object>'
        "</w:r></w:p>"
    )
    return {
        "beeld.docx": _docx(_PICTURE, "image", f"{adres}/docx-beeld"),
        "als-koppeling.docx": _docx(_PICTURE, "hyperlink", f"{adres}/docx-als-koppeling"),
        "vml.docx": _docx(vml, "image", f"{adres}/docx-vml"),
        "veld.docx": _docx(_field("INCL", f'UDEPICTURE "{adres}/docx-veld" \\d')),
        "tekstveld.docx": _docx(_field(f'INCLUDETEXT "{adres}/docx-tekst"')),
        "simpel.docx": _docx(
            f"<w:p><w:fldSimple w:instr='INCLUDEPICTURE \"{adres}/docx-simpel\" \\d'><w:r><w:t>x</w:t></w:r>"
            "</w:fldSimple></w:p>"
        ),
        "dde.docx": _docx(_field(f'DDEAUTO excel "{adres}/docx-dde" "R1C1"')),
        "sjabloon.docx": _docx("", "attachedTemplate", f"{adres}/docx-sjabloon", "word/settings.xml"),
        "altchunk.docx": zipped(parts(chunk) | {"[Content_Types].xml": types}),
        "altchunk-buiten.docx": _docx('<w:altChunk r:id="rIdX"/>', "aFChunk", f"{adres}/docx-altchunk-buiten"),
        "subdocument.docx": _docx('<w:subDoc r:id="rIdX"/>', "subDocument", f"{adres}/docx-subdocument"),
        "ole.docx": _docx(ole, "oleObject", f"{adres}/docx-ole"),
    }


def make_xlsx_lokstukken(adres: str) -> dict[str, bytes]:
    """Spreadsheets: a web function, a picture, another book."""
    book = openpyxl.Workbook()
    book.active.append(["gemeente", "aantal"])
    book.active.append(["Voorbeeldstad", f'=WEBSERVICE("{adres}/xlsx-functie")'])
    book.active.append(["Anderstad", f"='{adres}/[boek.xlsx]Blad1'!A1"])
    buffer = io.BytesIO()
    book.save(buffer)
    delen = parts(buffer.getvalue())
    draw = "http://schemas.openxmlformats.org/drawingml/2006"
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{draw}/spreadsheetDrawing" xmlns:a="{draw}/main" xmlns:r="{_R}"><xdr:twoCellAnchor>'
        "<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        "</xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0"
        '</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="p"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        '<xdr:blipFill><a:blip r:link="rIdX"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom'
        ' prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
    )
    delen["xl/drawings/drawing1.xml"] = drawing.encode()
    _add_relatie(delen, "xl/drawings/drawing1.xml", "image", f"{adres}/xlsx-beeld")
    _add_relatie(delen, "xl/worksheets/sheet1.xml", "drawing", "../drawings/drawing1.xml", extern=False)
    sheet = delen["xl/worksheets/sheet1.xml"]
    delen["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"</worksheet>", f'<drawing xmlns:r="{_R}" r:id="rIdX"/></worksheet>'.encode()
    )
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/xl/drawings/drawing1.xml" ContentType="{kind}"/></Types>'.encode()
    )
    return {"boek.xlsx": zipped(delen)}


def make_pptx_lokstukken(adres: str) -> dict[str, bytes]:
    """A presentation with a picture and a film that lie elsewhere."""
    delen = parts(make_pptx("Dia"))
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="9" name="p"/><p:cNvPicPr/><p:nvPr>{film}</p:nvPr></p:nvPicPr><p:blipFill>'
        '<a:blip xmlns:r="' + _R + '" r:link="rIdX"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="914400" y="2914400"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        "</p:pic></p:spTree>"
    )
    film = '<a:videoFile xmlns:r="' + _R + '" r:link="rIdX"/>'
    found = {}
    for name, extra, soort in (("beeld", "", "image"), ("film", film, "video")):
        slide = delen["ppt/slides/slide1.xml"].replace(b"</p:spTree>", picture.format(film=extra).encode())
        made = delen | {"ppt/slides/slide1.xml": slide}
        _add_relatie(made, "ppt/slides/slide1.xml", soort, f"{adres}/pptx-{name}")
        found[f"{name}.pptx"] = zipped(made)
    return found


_ODF = (
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def make_odf_lokstukken(adres: str) -> dict[str, bytes]:
    """OpenDocument: a picture, an object, a frame and a section that lie elsewhere; a sheet linked to another."""

    def odt(name: str, inside: str) -> bytes:
        delen = parts(make_odt("Brief"))
        body = inside.format(doel=f"{adres}/odt-{name}")
        content = delen["content.xml"].replace(b"<office:document-content", f"<office:document-content {_ODF}".encode())
        delen["content.xml"] = content.replace(b"<office:text>", b"<office:text>" + body.encode())
        return zipped(delen, zipfile.ZIP_STORED)

    frame = '<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">{}</draw:frame></text:p>'
    link = 'xlink:href="{doel}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    section = f'<text:section text:name="s"><text:section-source {link}/><text:p>x</text:p></text:section>'
    sheet = (
        '<table:table table:name="a"><table:table-source xlink:type="simple"'
        f' xlink:href="{adres}/ods-blad" table:table-name="b" table:mode="copy-all"/><table:table-row><table:table-cell'
        f" table:formula='of:=WEBSERVICE(\"{adres}/ods-functie\")'/></table:table-row></table:table>"
    )
    ods = parts(make_odt("x"))
    ods = {n: c.replace(b"opendocument.text", b"opendocument.spreadsheet") for n, c in ods.items()}
    ods["content.xml"] = (
        ods["content.xml"]
        .replace(b"office:text>", b"office:spreadsheet>")
        .replace(b"<office:document-content", f"<office:document-content {_ODF}".encode())
        .replace(b"<text:p>De tekst van x.</text:p>", sheet.encode())
    )
    return {
        "beeld.odt": odt("beeld", frame.format(f"<draw:image {link}/>")),
        "object.odt": odt("object", frame.format(f"<draw:object {link}/>")),
        "venster.odt": odt("venster", frame.format(f"<draw:floating-frame {link}/>")),
        "deel.odt": odt("deel", section),
        "blad.ods": zipped(ods, zipfile.ZIP_STORED),
    }


def make_rtf_lokstukken(adres: str) -> dict[str, bytes]:
    """RTF: fields cut in pieces, a template, an object that is linked, a picture by name."""
    field = r'{{\field{{\*\fldinst {{INCL}}{{UDEPICTURE "{doel}" \\d}}}}{{\fldrslt wat er stond}}}}'
    texts = {
        "veld": field,
        "tekst": r'{{\field{{\*\fldinst INCLUDETEXT "{doel}"}}{{\fldrslt wat er stond}}}}',
        "sjabloon": r"{{\*\template {doel}}}",
        "object": r"{{\object\objautlink\rsltpict{{\*\objclass Word.Document.8}}{{\*\objdata 0105}}{{\result x}}}}"
        r'{{\field{{\*\fldinst LINK Word.Document.8 "{doel}" \\a}}{{\fldrslt x}}}}',
        "vorm": r"{{\shp{{\*\shpinst\shpleft0\shptop0\shpright2000\shpbottom2000{{\sp{{\sn shapeType}}{{\sv 75}}}}"
        r"{{\sp{{\sn pibName}}{{\sv {doel}}}}}{{\sp{{\sn pibFlags}}{{\sv 10}}}}}}}}",
    }
    head = r"{\rtf1\ansi\deff0 De tekst van dit stuk.\par "
    made = {f"{n}.rtf": (head + text.format(doel=f"{adres}/rtf-{n}") + r"\par}") for n, text in texts.items()}
    return {name: text.encode() for name, text in made.items()}


def make_lokstukken(adres: str) -> dict[str, bytes]:
    """All of them by file name, without the old binary kinds (LibreOffice makes those out of these)."""
    return {
        **make_docx_lokstukken(adres),
        **make_xlsx_lokstukken(adres),
        **make_pptx_lokstukken(adres),
        **make_odf_lokstukken(adres),
        **make_rtf_lokstukken(adres),
    }
