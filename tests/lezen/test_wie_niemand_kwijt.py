"""Lists of people in which somebody used to get lost, or two became one; and actions that stand there twice."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.lezen import Lezing, lees

SHARED = Path(__file__).parents[3] / "shared"


def lezing(boven: str, onder: str = "") -> Lezing:
    kop = "Verslag Werkgroep Voorbeeld\nDatum: 3 maart 2026\n"
    return lees(f"{kop}{boven}\n\n1. Opening\nDe voorzitter opent.\n{onder}".encode(), "verslag.md")


def regels(boven: str) -> list[str]:
    verslag = lezing(boven).verslag
    assert verslag is not None
    return [d.regel for d in verslag.deelnemers]


@pytest.mark.parametrize(
    ("boven", "verwacht"),
    [
        (
            "Aanwezig: wethouders Proef, Toets en Staal, burgemeester Hout (voorzitter), griffier",
            [
                "Proef (wethouder)",
                "Toets (wethouder)",
                "Staal (wethouder)",
                "Hout (voorzitter, burgemeester)",
                "griffier",
            ],
        ),
        (
            "Afwezig (m.k.): wethouder Proef, gedeputeerde, regiomanager COA",
            ["Proef (wethouder) [afgemeld]", "gedeputeerde [afgemeld]", "regiomanager COA [afgemeld]"],
        ),
        ("Afwezig: P. Proef, T. Toets; S. Staal", ["P. Proef [afwezig]", "T. Toets [afwezig]", "S. Staal [afwezig]"]),
        ("Aanwezig: de heren Proef en Toets, mevrouw Staal", ["dhr. Proef", "dhr. Toets", "mevrouw Staal"]),
        ("Afgemeld: dhr. Proef en de secretaris", ["dhr. Proef [afgemeld]", "de secretaris [afgemeld]"]),
        (
            "Aanwezig: A. Proef, wethouder, B. Toets, burgemeester en C. Staal",
            ["A. Proef (wethouder)", "B. Toets (burgemeester)", "C. Staal"],
        ),
        (
            "Aanwezig: burgemeester A. Proef, voorzitter, mw. Toets",
            ["A. Proef (voorzitter, burgemeester)", "mw. Toets"],
        ),
        ("Aanwezig: geen", []),
    ],
)
def test_everybody_on_a_line_is_somebody(boven: str, verwacht: list[str]):
    assert regels(boven) == verwacht


def test_two_of_one_surname_stay_two():
    found = regels("Aanwezig: wethouder Proef (Noordstad), wethouder Proef (Zuidstad), mw. Toets")
    assert found == ["Proef (Noordstad, wethouder)", "Proef (Zuidstad, wethouder)", "mw. Toets"]


def test_whose_role_it_is_of_two_with_one_name_is_asked():
    found = lezing("Aanwezig: Proef (Noordstad), Proef (Zuidstad)\nVoorzitter: Proef")
    assert "aanwezigheid-vraag" in [m.code for m in found.meldingen]


def test_present_and_absent_is_asked():
    found = lezing("Aanwezig: dhr. Proef, mw. Toets\nAfwezig: dhr. Proef")
    assert [m.tekst for m in found.meldingen if m.code == "aanwezigheid-vraag"] == [
        "dhr. Proef staat bij de aanwezigen en bij de afwezigen. Wat klopt?"
    ]


def test_a_cross_at_somebody_who_sent_apologies_is_asked_and_the_question_is_kept():
    document = docx.Document()
    document.add_heading("Verslag Werkgroep Voorbeeld", 1)
    document.add_paragraph("Datum: 3 maart 2026")
    rows = [
        ("Naam", "Organisatie", "Aanwezig", "Afwezig"),
        ("P. Proef", "Noordstad", "x", ""),
        ("T. Toets", "Zuidstad", "x", ""),
        ("S. Staal", "Oost", "", "x"),
    ]
    table = document.add_table(len(rows), 4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("1. Opening", 2)
    document.add_paragraph("De heer Toets heeft zich afgemeld.")
    stream = BytesIO()
    document.save(stream)
    found = lees(stream.getvalue(), "verslag.docx")
    assert found.verslag is not None
    assert [d.regel for d in found.verslag.deelnemers] == [
        "P. Proef (Noordstad)",
        "T. Toets (Zuidstad)",
        "S. Staal (Oost) [afwezig]",
    ]
    asked = [m.tekst for m in found.meldingen if m.code == "aanwezigheid-vraag"]
    assert asked == ["T. Toets staat bij de aanwezigen, maar in de tekst staat: De heer Toets heeft zich afgemeld."]
    assert [n.tekst for n in found.notities] == asked


def met_tabel(*rijen: tuple[str, ...]) -> Lezing:
    """Read minutes in Word with a table of who was there."""
    document = docx.Document()
    document.add_heading("Verslag Werkgroep Voorbeeld", 1)
    document.add_paragraph("Datum: 3 maart 2026")
    table = document.add_table(len(rijen), len(rijen[0]))
    for row, texts in zip(table.rows, rijen, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("1. Opening", 2)
    document.add_paragraph("De voorzitter opent.")
    stream = BytesIO()
    document.save(stream)
    return lees(stream.getvalue(), "verslag.docx")


@pytest.mark.parametrize("kolom", ["Afwezig", "Afgemeld", "Bericht van verhindering"])
def test_a_cross_beside_a_filled_column_of_absence_is_asked_and_kept_as_a_question(kolom: str):
    found = met_tabel(
        ("Naam", "Organisatie", "Aanwezig", kolom),
        ("P. Proef", "Noordstad", "x", ""),
        ("T. Toets", "Zuidstad", "x", "vakantie"),
        ("S. Staal", "Oost", "", "x"),
        ("H. Hout", "West", "x", "nee"),
    )
    asked = [m for m in found.meldingen if m.code == "aanwezigheid-vraag"]
    said = f"Bij T. Toets staat in de tabel x onder Aanwezig en vakantie onder {kolom}. Wat klopt?"
    assert [m.tekst for m in asked] == [said]
    assert [(n.tekst, n.vraag) for n in found.notities] == [(said, True)]


def test_two_columns_of_absence_both_count():
    found = met_tabel(
        ("Naam", "Organisatie", "Afgemeld", "Afwezig", "Aanwezig"),
        ("P. Proef", "Noordstad", "", "", "x"),
        ("T. Toets", "Zuidstad", "", "x", ""),
        ("S. Staal", "Oost", "x", "", ""),
    )
    assert found.verslag is not None
    assert [d.aanwezig for d in found.verslag.deelnemers] == [True, False, False]
    assert "aanwezigheid-vraag" not in [m.code for m in found.meldingen]


ACTIES = """
Actielijst

| Nr | Actie | Wie | Wanneer |
|---|---|---|---|
"""


@pytest.mark.parametrize(
    ("tekst", "rij", "aantal"),
    [
        ("mw. Proef stuurt de notitie rond voor 1 mei.", "| | Notitie rondsturen | mw. Proef | 1 mei |", 1),
        ("COA levert een overzicht van locaties aan.", "| | Overzicht locaties aanleveren | COA | 2 april |", 1),
        ("Jan Toets nodigt de chef-kok uit.", "| 4 | Chef-kok uitnodigen | Jan Toets | |", 1),
        ("mw. Proef verlengt 20 plekken.", "| | 30 plekken verlengen | mw. Proef | |", 2),
        ("dhr. Toets stuurt het overzicht van locaties.", "| | Overzicht van locaties sturen | mw. Proef | |", 2),
        ("dhr. Toets belt de gemeente over de locatie.", "| | Locatie bezoeken | dhr. Toets | |", 2),
        ("mw. Proef stuurt de notitie voor 1 mei.", "| | Notitie sturen | mw. Proef | 1 juni |", 2),
    ],
)
def test_what_is_marked_in_the_text_and_stands_in_the_list_is_one_action(tekst: str, rij: str, aantal: int):
    found = lezing("Aanwezig: mw. Proef, Jan Toets", f"Actie: {tekst}\n\n2. Sluiting\nDicht.\n{ACTIES}{rij}\n").verslag
    assert found is not None
    assert len(found.actiepunten) == aantal


@pytest.mark.shared
def test_minutes_typed_freely_are_read_whole():
    path = SHARED / "gevallen" / "16-vrij-verslag" / "vrij verslag.docx"
    found = lees(path.read_bytes(), path.name)
    verslag = found.verslag
    assert verslag is not None
    assert sum(d.aanwezig for d in verslag.deelnemers) == 9
    assert sum(not d.aanwezig for d in verslag.deelnemers) == 3
    assert verslag.notulist
    assert [p.vertrouwelijk for p in verslag.punten] == [False, False, False, True, False]
    assert [a.label for a in verslag.actiepunten] == [""] * 4
    assert [(v.verwijst_naar.label, v.status) for v in verslag.voortgang] == [
        ("A1", "open"),
        ("A2", "open"),
        ("A3", "afgerond"),
        ("A4", "afgerond"),
        ("A6", "vervallen"),
    ]
    assert len(verslag.besluiten) == len(found.notities) == len(found.wijzigingen) == 1
