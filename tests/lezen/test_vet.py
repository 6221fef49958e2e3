"""Bold in Word becomes the ``**`` of a record, and never costs a word or a marker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lezen_bouw import make_docx, p, run

from pipeline.lezen import lees
from pipeline.lezen.uitvoer import to_json
from pipeline.lezen.vet import mark_vet
from pipeline.markering import find_markeringen
from pipeline.markering.inline import plain_text
from pipeline.model.document import Tekstblok

KOP = '<w:outlineLvl w:val="0"/>'
LIJST = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
"""


def vet(text: str) -> str:
    return run(text, "<w:b/>")


def read(*paragraphs: str):
    """Read minutes of somebody else with these paragraphs under their one item."""
    head = p("Verslag Werkgroep Voorbeeld") + p("Datum: 12 mei 2026") + p("1. Opening", properties=KOP)
    return lees(make_docx(head + "".join(paragraphs), numbering=LIJST), "stuk.docx")


@pytest.mark.parametrize(
    ("runs", "tekst"),
    [
        ((vet("Opvang:"), " er is weinig plek."), "**Opvang:** er is weinig plek."),
        ((vet("Mw. De Proef "), "stuurt het rond."), "**Mw. De Proef** stuurt het rond."),
        (("Het ", vet("COA"), " en ", vet("VNG"), " komen."), "Het **COA** en **VNG** komen."),
        ((vet("COA"), " komt op ", vet("1 juni")), "**COA** komt op **1 juni**"),
        (("Stuurt het rond ", vet("[A1]"), "."), "Stuurt het rond [A1]."),
        (("Stuurt het rond [", vet("A1"), "]."), "Stuurt het rond [A1]."),
        (("Twee keer ** en ", vet("vet"), " en ** erbij."), "Twee keer ** en **vet** en ** erbij."),
        (("Al **getypt** en ", vet("vet"), "."), "Al **getypt** en vet."),
        ((vet("Alles hier is vet, en het is geen kop: het is een hele zin met een punt."),),
         "Alles hier is vet, en het is geen kop: het is een hele zin met een punt."),
    ],
)  # fmt: skip
def test_what_is_bold_within_a_paragraph_is_bold_in_the_record(runs, tekst):
    (blok,) = read(p(*runs)).verslag.punten[0].blokken
    assert blok.tekst == tekst


def test_an_item_of_a_list_is_bold_as_a_paragraph_is():
    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    (blok,) = read(p(vet("Opvang:"), " weinig plek.", properties=bullet)).verslag.punten[0].blokken
    assert (blok.soort, blok.tekst) == ("opsomming", "**Opvang:** weinig plek.")


def test_the_text_for_machines_is_the_text_as_a_reader_sees_it():
    found = to_json(read(p(vet("Opvang:"), " er is weinig plek.")))
    assert [punt["tekst"] for punt in found["agendapunten"]] == ["Opvang: er is weinig plek."]


@given(st.lists(st.tuples(st.text("ab *[]A1.\t\u00a0", max_size=6), st.booleans()), max_size=6))
def test_whatever_is_bold_the_words_and_the_markers_stay(pieces):
    text = "".join(piece for piece, _ in pieces)
    stretches, position = [], 0
    for piece, bold in pieces:
        if bold and piece:
            stretches.append((position, position + len(piece)))
        position += len(piece)
    marked = mark_vet(Tekstblok(text, vette=tuple(stretches)))
    assert marked == text.strip() or plain_text(marked) == text.strip()
    assert [m.tekst for m in find_markeringen(marked)] == [m.tekst for m in find_markeringen(text)]
