"""Columns of running text on a PDF page are read one after the other; tables and lists of labels are not."""

from __future__ import annotations

import io
import textwrap

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from lezen_bouw import draw
from test_pdf_lezen import ZIN, document, texts

from pipeline.lezen import build_verslag, lees
from pipeline.model import Alinea
from pipeline.model.document import Tabelblok
from pipeline.omzetter import convert, find_omzetter

LINKS = (
    "De voorzitter opent de vergadering en heet iedereen van harte welkom. Zij meldt dat de gemeente Voorbeeldstad "
    "een nieuwe locatie zoekt en dat het college daar volgende week over spreekt. Er zijn geen vragen bij."
)
VERDER = (
    "Wie een jongere wil begeleiden kan zich melden bij het loket in het stadhuis. Er zijn dit jaar meer aanmeldingen "
    "dan plaatsen en daarom begint in de zomer een tweede groep. De wethouder is er blij mee en bedankt alle scholen."
)
SLOT = (
    "In de rondvraag noemt iemand de verkeersdrempel bij het zwembad. Die ligt er nog maar kort en geeft al overlast "
    "voor de bussen. Dat hoort thuis in een ander overleg en daar zal het ook aan de orde komen, zegt de voorzitter."
)
RECHTS = (
    "Over de planning zegt de secretaris dat het najaar vol is. De leden vinden dat goed en willen wel dat er ruimte "
    "blijft voor een werkbezoek aan de haven. De stukken komen een week eerder dan vorig jaar naar de leden."
)


def column(x: float, top: float, text: str, wide: int = 40) -> list[tuple[float, float, str]]:
    """Set a text in a column of so many characters, a line each 12 points."""
    return [(x, top - 12 * i, line) for i, line in enumerate(textwrap.wrap(text, wide))]


def across(*columns: list[tuple[float, float, str]]) -> bytes:
    """Draw the lines of all columns from top to bottom, as some programs do."""
    return draw(*sorted((line for lines in columns for line in lines), key=lambda line: (-line[1], line[0])))


def test_two_columns_are_read_one_after_the_other_also_when_drawn_line_by_line():
    assert texts(across(column(72, 700, LINKS), column(320, 700, RECHTS))) == [LINKS, RECHTS]


def test_columns_whose_lines_do_not_stand_at_the_same_height_are_read_one_after_the_other():
    assert texts(across(column(72, 700, LINKS), column(320, 694, RECHTS))) == [LINKS, RECHTS]


def test_three_columns_are_read_from_left_to_right():
    drawing = across(column(40, 700, LINKS, 28), column(220, 700, RECHTS, 28), column(400, 700, LINKS, 28))
    assert texts(drawing) == [LINKS, RECHTS, LINKS]


def test_a_sentence_that_runs_on_from_the_left_column_to_the_right_one_is_whole():
    left, right = column(72, 700, LINKS)[:-1], [(320.0, 700.0, "bij dit onderwerp."), *column(320, 688, RECHTS)]
    assert texts(across(left, right)) == [f"{LINKS.removesuffix('geen vragen bij.')}bij dit onderwerp.", RECHTS]


def test_a_heading_over_the_whole_width_parts_the_columns_above_it_from_those_below_it():
    drawing = across(column(72, 740, LINKS), column(320, 740, RECHTS))
    drawing += b"\n" + draw((72, 620, "Deel twee"), bold=True, size=14)
    drawing += b"\n" + across(column(72, 590, RECHTS), column(320, 590, LINKS))
    assert texts(drawing) == [LINKS, RECHTS, "Deel twee", RECHTS, LINKS]


def test_a_heading_inside_a_column_stays_in_that_column():
    drawing = across(column(72, 740, LINKS), column(320, 740, RECHTS))
    drawing += b"\n" + draw((320, 640, "Planning"), bold=True, size=12)
    drawing += b"\n" + across(column(72, 668, LINKS), column(320, 620, RECHTS))
    assert texts(drawing) == [LINKS, LINKS, RECHTS, "Planning", RECHTS]


def test_a_short_last_column_belongs_to_the_columns_of_the_page_before():
    first = across(column(72, 700, LINKS), column(320, 700, RECHTS))
    second = across(column(72, 700, VERDER), [(320.0, 700.0, "Dan sluit zij de vergadering.")])
    assert texts(first, second) == [LINKS, RECHTS, VERDER, "Dan sluit zij de vergadering."]


def test_the_foot_of_a_page_in_columns_is_no_part_of_the_left_column():
    feet = [[(72.0, 40.0, "Stuurgroep Proef"), (320.0, 40.0, f"Pagina {n}")] for n in (1, 2)]
    first = across(column(72, 700, LINKS), column(320, 700, RECHTS), feet[0])
    second = across(column(72, 700, VERDER), column(320, 700, SLOT), feet[1])
    found = document(first, second)
    assert [b.tekst for b in found.blokken] == [LINKS, RECHTS, VERDER, SLOT]
    assert found.voetteksten == ("Stuurgroep Proef\tPagina 1",)


def test_a_table_without_rules_is_still_read_row_by_row():
    rows = [(LINKS, RECHTS), (VERDER, SLOT), (RECHTS, LINKS)]
    tops = (740, 650, 560)
    cells = [(column(72, y, left), column(320, y, right)) for y, (left, right) in zip(tops, rows, strict=True)]
    (table,) = document(across(*(cell for pair in cells for cell in pair))).blokken
    assert isinstance(table, Tabelblok)
    assert [tuple(cel.tekst for cel in rij) for rij in table.rijen] == rows


def test_names_of_items_in_the_margin_stay_with_their_text():
    drawing = across(
        [(72, 700, "1. Opening en"), (72, 688, "mededelingen van"), (72, 676, "de voorzitter")],
        column(220, 700, LINKS, 60),
        [(72, 630, "2. Planning van"), (72, 618, "het hele najaar"), (72, 606, "en de winter")],
        column(220, 630, RECHTS, 60),
    )
    titles = ["Opening en mededelingen van de voorzitter", "Planning van het hele najaar en de winter"]
    assert texts(drawing) == [titles[0], LINKS, titles[1], RECHTS]


def test_names_in_the_margin_belong_to_the_sentence_beside_them():
    beside = [(460.0, 664.0, "Jansen"), (460.0, 564.0, "mw. De Proef"), (460.0, 712.0, "Actie")]
    drawing = across(column(72, 700, LINKS, 60), column(72, 600, f"{VERDER} Zij regelt een zaal.", 60), beside)
    found, _ = build_verslag(document(draw((72, 760, "1. Opening"), bold=True, size=12) + b"\n" + drawing))
    assert [a.actiehouder for a in found.actiepunten] == ["Jansen", "mw. De Proef"]
    assert found.actiepunten[0].actie == "Er zijn geen vragen bij."
    texts_ = [blok.tekst for punt in found.punten for blok in punt.blokken if isinstance(blok, Alinea)]
    assert not [text for text in texts_ if "Jansen" in text.split("(actie:")[0]]


def test_two_lists_of_people_beside_each_other_are_read_one_after_the_other():
    left = ["Aanwezig", "Anna Proef (voorzitter)", "Bert Groen", "Carla Wit", "Daan Zwart"]
    right = ["Van de gemeente", "Eva Paars (beleid)", "Fien Rood (verslag)", "Afgemeld", "Gijs Blauw"]
    lines = [(x, 680.0 - 14 * i, text) for x, side in ((72.0, left), (320.0, right)) for i, text in enumerate(side)]
    drawing = draw((72, 740, "Verslag werkgroep Proef 3 maart 2025"), bold=True, size=14) + b"\n" + draw(*lines)
    found, _ = build_verslag(document(drawing + b"\n" + draw((72, 560, f"{ZIN}."))))
    assert [d.naam for d in found.deelnemers if not d.aanwezig] == ["Gijs Blauw"]
    assert [d.naam for d in found.deelnemers if d.aanwezig] == [
        "Anna Proef",
        "Bert Groen",
        "Carla Wit",
        "Daan Zwart",
        "Eva Paars",
        "Fien Rood",
    ]


@pytest.fixture(scope="module")
def twee_kolommen() -> bytes:
    """Minutes in two columns, with a head and a list of actions over the whole width, printed by LibreOffice."""
    made = docx.Document()
    made.add_heading("Verslag stuurgroep Proef", 0)
    made.add_paragraph("Datum: 14 maart 2025")
    _in_columns(made.add_section(WD_SECTION.CONTINUOUS), 2)
    for number, (title, text) in enumerate((("Opening", LINKS), ("Planning", RECHTS), ("Wonen", LINKS)), 1):
        made.add_heading(f"{number}. {title}", 1)
        made.add_paragraph(text)
        made.add_paragraph(f"De heer Voorbeeld zoekt onderwerp {number} uit. [A{number}]")
    _in_columns(made.add_section(WD_SECTION.CONTINUOUS), 1)
    made.add_heading("Actielijst", 1)
    table = made.add_table(2, 3, style="Table Grid")
    for cell, text in zip(table._cells, ("Nr", "Actie", "Wie", "A1", "Uitzoeken", "dhr. Voorbeeld"), strict=True):
        cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    omzetter = find_omzetter()
    assert omzetter, "LibreOffice is needed: python scripts/programmas.py"
    printed, meldingen = convert(omzetter, [("verslag.docx", stream.getvalue())])
    assert not meldingen
    return printed["verslag.docx"]


def _in_columns(section: docx.section.Section, number: int) -> None:
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), str(number))


def test_minutes_in_two_columns_have_their_items_and_actions_in_order(twee_kolommen: bytes):
    verslag = lees(twee_kolommen, "verslag.pdf").verslag
    assert verslag is not None
    assert [punt.titel for punt in verslag.punten][:3] == ["Opening", "Planning", "Wonen"]
    found = [(actie.label, actie.actiehouder) for actie in verslag.actiepunten]
    assert found == [("A2", "De heer Voorbeeld"), ("A3", "De heer Voorbeeld"), ("A1", "dhr. Voorbeeld")]
