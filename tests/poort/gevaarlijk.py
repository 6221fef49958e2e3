"""Papers that do more than be read: one with a layer that is off, one in Word that fetches a picture when opened."""

from __future__ import annotations

import io
import socket
import threading

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_PLAATJE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def stuk_met_laag(zichtbaar: str, verborgen: str) -> bytes:
    """A PDF of one page, with words in a layer that is off in every viewer."""
    page = f"BT /F 12 Tf 72 500 Td ({zichtbaar}) Tj ET /OC /L BDC BT /F 12 Tf 72 400 Td ({verborgen}) Tj ET EMC"
    objects = [
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[6 0 R]>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>",
        f"<</Length {len(page)}>>stream\n{page}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/OCG/Name(Intern)>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()


def word_met_plaatje(adres: str) -> bytes:
    """A Word paper whose picture stands on somebody's server."""
    document = docx.Document()
    document.add_paragraph("Brief over de locatie van het COA.")
    link = document.part.relate_to(adres, _PLAATJE, is_external=True)
    run = document.add_paragraph().add_run()
    run._r.append(
        parse_xml(f"""<w:drawing {nsdecls("w", "wp", "a", "pic", "r")}><wp:inline>
<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="plaatje"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="plaatje"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:link="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>""")
    )
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class Luisteraar:
    """Somebody's server on this machine, which counts who comes by."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.adres = f"http://127.0.0.1:{self._socket.getsockname()[1]}/plaatje.png"
        self.gehoord = 0
        threading.Thread(target=self._luister, daemon=True).start()

    def _luister(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.gehoord += 1
            connection.close()

    def sluit(self) -> None:
        self._socket.close()
