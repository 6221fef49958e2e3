"""A PDF is read in the order a reader reads it: lines, columns, ruled tables, pages."""

from __future__ import annotations

import io
import sys

import pytest
from lezen_bouw import draw, make_pdf
from pypdf import PdfReader, PdfWriter

from pipeline.lezen.pdf import read_pdf
from pipeline.model.document import Document, Tabelblok, Tekstblok

ZIN = "De voorzitter groet iedereen hartelijk en begint de bijeenkomst om negen uur precies"


def document(*pages: bytes) -> Document:
    writer = PdfWriter()
    for drawing in pages:
        writer.append(PdfReader(io.BytesIO(make_pdf(drawing))))
    stream = io.BytesIO()
    writer.write(stream)
    found, meldingen = read_pdf(stream.getvalue(), "proef.pdf")
    assert found is not None
    assert not meldingen
    return found


def texts(*pages: bytes) -> list[str]:
    return [b.tekst for b in document(*pages).blokken if isinstance(b, Tekstblok)]


def grid(left: float, top: float, widths: list[float], rows: int, height: float = 20) -> bytes:
    """Draw the rules of a table."""
    edges = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    across = [f"{left} {top - i * height} m {edges[-1]} {top - i * height} l S" for i in range(rows + 1)]
    down = [f"{x} {top} m {x} {top - rows * height} l S" for x in edges]
    return "\n".join(across + down).encode()


def test_lines_are_joined_to_paragraphs_and_white_space_parts_them():
    drawing = draw((72, 700, ZIN), (72, 688, "en stelt de agenda vast."), (72, 660, "Daarna volgt de rondvraag."))
    assert texts(drawing) == [f"{ZIN} en stelt de agenda vast.", "Daarna volgt de rondvraag."]


def test_the_order_is_that_of_the_page_whatever_the_order_of_drawing():
    assert texts(draw((72, 600, "Onderaan."), (72, 700, "Bovenaan."))) == ["Bovenaan.", "Onderaan."]


def test_bold_lines_are_headings():
    drawing = draw((72, 720, "Opening"), (72, 660, "Planning"), bold=True, size=12) + b"\n"
    drawing += draw((72, 700, ZIN), (72, 688, "en gaat zitten."), (72, 640, "Het plan is klaar."))
    blocks = [(b.soort, b.tekst) for b in document(drawing).blokken]
    assert blocks == [
        ("kop", "Opening"),
        ("alinea", f"{ZIN} en gaat zitten."),
        ("kop", "Planning"),
        ("alinea", "Het plan is klaar."),
    ]


def test_a_paragraph_that_runs_on_over_a_page_is_one_and_the_furniture_is_gone():
    first = draw((72, 800, "Stuurgroep Proef"), (72, 100, f"{ZIN} en"), (72, 40, "Pagina 1 van 2"))
    second = draw((72, 800, "Stuurgroep Proef"), (72, 740, "stelt de agenda vast."), (72, 40, "Pagina 2 van 2"))
    found = document(first, second)
    assert [b.tekst for b in found.blokken] == [f"{ZIN} en stelt de agenda vast."]
    assert found.kopteksten == ("Stuurgroep Proef",)
    assert found.voetteksten == ("Pagina 1 van 2",)


def test_a_sentence_that_runs_on_over_a_page_is_one_also_before_a_name():
    first = draw((72, 800, "Stuurgroep Proef"), (72, 112, ZIN), (72, 100, f"{ZIN[:-8]} volgens de heer"))
    second = draw((72, 800, "Stuurgroep Proef"), (72, 740, f"Voorbeeld, en {ZIN[3:-8]}"), (72, 728, "gaat zij zitten."))
    (text,) = [b.tekst for b in document(first, second).blokken]
    assert "volgens de heer Voorbeeld, en" in text


def test_a_heading_at_the_top_of_a_page_does_not_go_on_with_the_page_before():
    first = draw((72, 112, ZIN), (72, 100, f"{ZIN[:-8]} en zo"))
    second = draw((72, 740, "Rondvraag"), (72, 720, f"{ZIN}."))
    assert [b.tekst for b in document(first, second).blokken] == [f"{ZIN} {ZIN[:-8]} en zo", "Rondvraag", f"{ZIN}."]


def test_headings_that_count_something_else_than_pages_are_no_furniture():
    pages = [draw((72, 780, f"Agendapunt {n}"), (72, 700, f"{ZIN} {n}.")) for n in (1, 3, 4)]
    assert [b.tekst for b in document(*pages).blokken if "Agendapunt" in b.tekst or b.nummer] != []
    assert len(document(*pages).kopteksten) == 0


def test_a_place_is_the_page():
    found = document(draw((72, 700, "Een.")), draw((72, 700, "Twee.")))
    assert [found.bron(b).nummer for b in found.blokken] == [1, 2]


def test_a_ruled_table_has_its_cells():
    drawing = grid(72, 720, [60, 200, 100], 3) + b"\n"
    drawing += draw((76, 706, "Nr"), (136, 706, "Actie"), (336, 706, "Wie"))
    drawing += b"\n" + draw((76, 686, "A1"), (136, 686, "Offerte vragen"), (336, 686, "Jan"))
    drawing += b"\n" + draw((76, 666, "A2"), (136, 666, "Brief schrijven"), (336, 666, "Piet"), (72, 600, "Einde."))
    table, end = document(drawing).blokken
    assert isinstance(table, Tabelblok)
    assert [[c.tekst for c in r] for r in table.rijen] == [
        ["Nr", "Actie", "Wie"],
        ["A1", "Offerte vragen", "Jan"],
        ["A2", "Brief schrijven", "Piet"],
    ]
    assert end.tekst == "Einde."


def test_a_table_goes_on_over_a_page():
    from pipeline.lezen import build_verslag

    head = draw((76, 86, "Nr"), (136, 86, "Actie"), (336, 86, "Wie"))
    first = grid(72, 100, [60, 200, 100], 2) + b"\n" + head + b"\n"
    first += draw((76, 66, "1"), (136, 66, "Offerte vragen aan"), (336, 66, "Jan"))
    second = grid(72, 780, [60, 200, 100], 2) + b"\n" + draw((136, 766, "twee aannemers"))
    second += b"\n" + draw((76, 746, "2"), (136, 746, "Brief schrijven"), (336, 746, "Piet"))
    verslag, _ = build_verslag(document(first, second))
    assert [(a.label, a.actie, a.actiehouder) for a in verslag.actiepunten] == [
        ("1", "Offerte vragen aan twee aannemers", "Jan"),
        ("2", "Brief schrijven", "Piet"),
    ]


def test_the_rest_of_the_last_row_alone_on_a_page_belongs_to_that_row():
    from pipeline.lezen import build_verslag

    text = draw((72, 400, "2. Aankoop \\(vertrouwelijk\\)"), (72, 380, "Er komt navraag [A1].")) + b"\n"
    text += draw((72, 300, "Actielijst")) + b"\n" + draw((76, 86, "Nr"), (136, 86, "Actie"), (336, 86, "Wie")) + b"\n"
    first = text + grid(72, 100, [60, 200, 100], 2) + b"\n"
    first += draw((76, 66, "A1"), (136, 66, "Navraag doen naar"), (336, 66, "Jan"))
    second = grid(72, 780, [60, 200, 100], 1) + b"\n" + draw((136, 766, "de veiling van het gebouw aan het plein"))
    second += b"\n" + draw((72, 700, "Einde van deze lijst."))
    verslag, _ = build_verslag(document(first, second))
    assert [(a.label, a.actie) for a in verslag.actiepunten] == [
        ("A1", "Navraag doen naar de veiling van het gebouw aan het plein")
    ]
    assert not any("veiling" in getattr(blok, "tekst", "") for punt in verslag.punten for blok in punt.blokken)


def test_a_line_that_may_be_the_end_of_a_confidential_row_makes_a_question_of_the_item_it_came_under():
    from pipeline.lezen import build_verslag

    text = draw((72, 500, "1. Aankoop \\(vertrouwelijk\\)"), (72, 480, "Er komt navraag [A1].")) + b"\n"
    text += draw((72, 400, "2. Rondvraag"), (72, 380, "Er zijn geen vragen.")) + b"\n"
    text += draw((72, 300, "Actielijst")) + b"\n" + draw((76, 86, "Nr"), (136, 86, "Actie"), (336, 86, "Wie")) + b"\n"
    first = text + grid(72, 100, [60, 200, 100], 2) + b"\n"
    first += draw((76, 66, "A1"), (136, 66, "Navraag doen naar"), (336, 66, "Jan"))
    verslag, found = build_verslag(document(first, draw((136, 766, "de veiling van het gebouw aan het plein"))))
    assert [(p.titel, p.vertrouwelijk, p.vertrouwelijk_vraag) for p in verslag.punten] == [
        ("Aankoop", True, False),
        ("Rondvraag", True, True),
    ]
    assert "vertrouwelijk-vraag" in [m.code for m in found]


def test_the_rest_of_a_table_with_a_column_that_is_empty_there_has_that_column():
    from pipeline.lezen import build_verslag

    first = grid(72, 100, [60, 200, 100], 2) + b"\n" + draw((76, 86, "Nr"), (136, 86, "Actie"), (336, 86, "Wie"))
    first += b"\n" + draw((76, 66, "A1 \\(23-"), (136, 66, "Navraag doen"), (336, 66, "Jan"))
    second = grid(72, 780, [60, 200, 100], 2) + b"\n" + draw((76, 766, "01-2026\\)"), (136, 766, "bij de gemeente"))
    second += b"\n" + draw((76, 746, "A2"), (136, 746, "Brief schrijven"))
    verslag, _ = build_verslag(document(first, second))
    assert [(a.actie, a.actiehouder) for a in verslag.actiepunten] == [
        ("Navraag doen bij de gemeente", "Jan"),
        ("Brief schrijven", ""),
    ]


@pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0 {x} {y}"), (270, "0 -1 1 0 {x} {y}")])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_shown(turn: int, matrix: str):
    lines = [(72, 500, "Bovenaan."), (72, 400, "In het midden."), (72, 300, "Onderaan.")]
    drawn = [(595 - y, x) if turn == 90 else (y, 842 - x) for x, y, _ in lines]
    drawing = "\n".join(
        f"BT /F1 10 Tf {matrix.format(x=x, y=y)} Tm ({text}) Tj ET"
        for (x, y), (_, _, text) in sorted(zip(drawn, lines, strict=True))
    )
    found, _ = read_pdf(make_pdf(drawing.encode(), b"/Rotate %d" % turn), "proef.pdf")
    assert found is not None
    assert [b.tekst for b in found.blokken] == ["Bovenaan.", "In het midden.", "Onderaan."]


def test_a_page_without_rules_is_read_without_the_library_for_tables(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    assert texts(draw((72, 700, "Gewone tekst."))) == ["Gewone tekst."]
