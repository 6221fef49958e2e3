"""The page numbers of a Word file go, and only those."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.word.paginanummers import drop_paginanummers

EENVOUDIG = '<w:fldSimple {ns} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
SAMENGESTELD = (
    '<w:r {ns}><w:fldChar w:fldCharType="begin"/><w:instrText> {code} </w:instrText><w:fldChar'
    ' w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>'
)


def make(voet: list[str], veld: str) -> bytes:
    """A Word file with a footer of texts and fields: what stands in braces is a field."""
    document = docx.Document()
    alinea = document.sections[0].footer.paragraphs[0]
    for stuk in voet:
        if stuk.startswith("{"):
            alinea._p.append(parse_xml(veld.format(ns=nsdecls("w"), code=stuk.strip("{}"))))
        else:
            alinea.add_run(stuk)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def footer(data: bytes) -> str:
    alinea = docx.Document(io.BytesIO(data)).sections[0].footer.paragraphs[0]
    return "".join(node.text or "" for node in alinea._p.iter("{*}t", "{*}instrText")).strip()


@pytest.mark.parametrize("veld", [EENVOUDIG, SAMENGESTELD], ids=["eenvoudig", "samengesteld"])
@pytest.mark.parametrize(
    ("voet", "blijft"),
    [
        (["Pagina ", "{PAGE}", " van ", "{NUMPAGES}"], ""),
        (["Secretariaat | Pagina ", "{PAGE}"], "Secretariaat"),
        (["blz. ", "{PAGE}", "/", "{SECTIONPAGES}"], ""),
        (["{PAGE}", " Provincie Voorbeeld"], "Provincie Voorbeeld"),
    ],
    ids=str,
)
def test_a_page_number_goes_with_the_words_around_it(voet, blijft, veld):
    assert footer(drop_paginanummers(make(voet, veld))) == blijft


def test_a_file_without_page_numbers_is_left_as_it_is():
    data = make(["Secretariaat, pagina's op verzoek"], EENVOUDIG)
    assert drop_paginanummers(data) == data
