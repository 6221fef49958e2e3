"""Minutes of others that say that something is confidential, and those that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document

from pipeline.inname import prepare
from pipeline.lezen import Lezing, lees
from pipeline.model import ANDEREN, Inzage, Reeks, Tafel, reeks_voor
from pipeline.notatie import make_brontekst, parse_agenda, parse_verslag
from pipeline.notatie.yaml_schrijven import format_embargo

SHARED = Path(__file__).parents[3] / "shared"
TAFEL, DAG = Tafel("vb", "Werkgroep Voorbeeld"), date(2026, 5, 12)
SOORTEN = (".txt", ".md", ".docx", ".pdf")


def begin(*boven: str) -> Document:
    """A Word file with what a secretary types above the first item."""
    document = docx.Document()
    document.add_heading("Verslag Werkgroep Voorbeeld", 1)
    for line in (*boven, "Datum: 12 mei 2026", "Aanwezig: mw. De Proef, dhr. Voorbeeld"):
        document.add_paragraph(line)
    return document


def add_punt(document: Document, kop: str, *tekst: str) -> None:
    document.add_heading(kop, 2)
    for line in tekst:
        document.add_paragraph(line)


def lezing(document: Document) -> Lezing:
    stream = BytesIO()
    document.save(stream)
    return lees(stream.getvalue(), "verslag.docx")


def geheim(document: Document) -> list[str]:
    """The titles of what is confidential, a question mark behind what is asked."""
    verslag = lezing(document).verslag
    assert verslag is not None
    return [f"{p.titel}{'?' if p.vertrouwelijk_vraag else ''}" for p in verslag.punten if p.vertrouwelijk or p.embargo]


@pytest.mark.parametrize(
    "kop",
    [
        "2. Gebouw (vertrouwelijk)",
        "2. Gebouw - geheim",
        "2. VERTROUWELIJK: Gebouw",
        "VERTROUWELIJK: 2. Gebouw",
        "2. [besloten] Gebouw",
        "2. Gebouw – niet openbaar",
        "2. Alleen voor leden: Gebouw",
        "2. Gebouw (onder embargo tot 1 juli 2026)",
    ],
)
def test_a_heading_says_it_and_the_item_keeps_its_number_and_title(kop: str):
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, kop, "De prijs is 2 miljoen.")
    add_punt(document, "3. Sluiting", "De voorzitter sluit.")
    verslag = lezing(document).verslag
    assert verslag is not None
    assert geheim(document) == ["Gebouw"]
    assert [p.nummer for p in verslag.punten] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "regel", ["Vertrouwelijk", "Status: vertrouwelijk", "[GEHEIM]", "Niet openbaar", "Dit punt is vertrouwelijk."]
)
def test_a_line_under_the_heading_says_it(regel: str):
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Gebouw", regel, "De prijs is 2 miljoen.")
    assert geheim(document) == ["Gebouw"]


def test_until_when_an_embargo_holds_is_kept_as_a_note():
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Gebouw (onder embargo tot 1 juli 2026)", "De prijs is 2 miljoen.")
    assert "onder embargo tot 1 juli 2026" in lezing(document).notities[0].tekst


@pytest.mark.parametrize(
    ("merk", "einde"),
    [
        ("onder embargo tot 1 maart 2026 9.00 uur", "2026-03-01 09.00"),
        ("embargo tot 1 juli 2026, 9:00 uur", "2026-07-01 09.00"),
        ("onder embargo t/m 30 juni 2026", "2026-06-30"),
        ("onder embargo tot de persconferentie", "ja"),
        ("onder embargo", "ja"),
    ],
)
@pytest.mark.parametrize("nummer", ["2. ", ""])
def test_until_when_an_embargo_holds_is_in_the_agenda_that_is_written(merk: str, einde: str, nummer: str):
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, f"{nummer}Gebouw ({merk})", "De prijs is 2 miljoen.", "Actie: mw. De Proef belt de notaris.")
    verslag = lezing(document).verslag
    assert verslag is not None
    ready = prepare(verslag, TAFEL, DAG)
    assert ready.meldingen == ()
    agenda, asked = parse_agenda(make_brontekst(ready.agenda, "agenda.yaml"), TAFEL, DAG)
    (item,) = [p for p in agenda.agendapunten if p.titel == "Gebouw"]
    assert format_embargo(item.embargo) == einde
    assert ["embargo-zonder-eind"] * (einde == "ja") == [m.code for m in asked]
    minutes, more = parse_verslag(make_brontekst(ready.tekst, "verslag.md"), TAFEL, DAG, agenda)
    assert "embargo-zonder-eind" not in [m.code for m in more]  # asked once
    inzage = Inzage(Reeks(TAFEL, (agenda,), (minutes,)), datetime(2026, 2, 28))
    assert not any(word in repr(reeks_voor(inzage, ANDEREN)) for word in ("miljoen", "notaris", "Gebouw"))
    later = repr(reeks_voor(replace(inzage, nu=datetime(2027, 1, 1)), ANDEREN))
    assert ("miljoen" in later, "notaris" in later) == (einde != "ja",) * 2


@pytest.mark.parametrize("regel", ["Dit punt is vertrouwelijk.", "GEHEIM"])
def test_an_embargo_frees_nothing_that_something_else_calls_confidential(regel: str):
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Gebouw (onder embargo tot 1 juli 2026)", regel, "De prijs is 2 miljoen.")
    verslag = lezing(document).verslag
    assert verslag is not None
    assert verslag.punten[-1].vertrouwelijk


def test_a_bold_line_right_under_a_heading_is_its_label_and_no_item():
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Gebouw")
    document.add_paragraph().add_run("Vertrouwelijk").bold = True
    document.add_paragraph("De prijs is 2 miljoen.")
    assert geheim(document) == ["Gebouw"]


@pytest.mark.parametrize("plek", ["boven", "koptekst", "voettekst", "titel"])
def test_above_the_minutes_or_on_their_pages_it_is_said_of_all_of_them(plek: str):
    document = begin(*(["VERTROUWELIJK"] if plek == "boven" else []))
    if plek == "koptekst":
        document.sections[0].header.paragraphs[0].text = "Vertrouwelijk"
    if plek == "voettekst":
        document.sections[0].footer.paragraphs[0].text = "Dit verslag is vertrouwelijk."
    if plek == "titel":
        document.paragraphs[0].text = "Verslag Werkgroep Voorbeeld (vertrouwelijk)"
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Gebouw", "De prijs is 2 miljoen.")
    assert geheim(document) == ["Opening", "Gebouw"]


def test_what_stands_in_a_closed_part_of_the_meeting_is_asked():
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "Besloten deel", "De toehoorders gaan weg.")
    add_punt(document, "2. Gebouw", "De prijs is 2 miljoen.")
    add_punt(document, "Openbaar deel", "De toehoorders komen terug.")
    add_punt(document, "3. Sluiting", "De voorzitter sluit.")
    assert geheim(document) == ["Besloten deel", "Gebouw?"]
    assert [m.code for m in lezing(document).meldingen] == ["vertrouwelijk-vraag"]


def test_items_below_the_heading_of_a_closed_part_are_confidential():
    document = begin()
    document.add_heading("Openbaar deel", 2)
    document.add_heading("1. Opening", 3)
    document.add_heading("Besloten deel", 2)
    document.add_heading("2. Gebouw", 3)
    document.add_paragraph("De prijs is 2 miljoen.")
    assert geheim(document) == ["Besloten deel", "Gebouw"]


def test_a_text_file_has_the_label_on_a_line_that_runs_on():
    text = "# Verslag\n\nDatum: 12 mei 2026\n\n## 1. Opening\n\n## 2. Gebouw\nVertrouwelijk\nDe prijs is 2 miljoen.\n"
    verslag = lees(text.encode(), "verslag.md").verslag
    assert verslag is not None
    assert [p.titel for p in verslag.punten if p.vertrouwelijk or p.embargo] == ["Gebouw"]


def test_decisions_and_subjects_are_no_marks():
    document = begin()
    add_punt(document, "1. Vertrouwelijkheid van stukken", "De leden spreken over toegang tot vertrouwelijke gegevens.")
    add_punt(document, "2. Gebouw", "Besloten: de tafel koopt het gebouw.", "Er is besloten deel te nemen.")
    add_punt(document, "3. Geheimhouding", "Besloten wordt het voorstel aan te houden.")
    assert geheim(document) == []


def test_a_row_of_the_action_list_is_marked_by_a_cell_a_column_or_brackets():
    document = begin()
    add_punt(document, "1. Opening", "De voorzitter opent.")
    add_punt(document, "2. Sluiting", "De voorzitter sluit.")
    document.add_heading("Actielijst", 2)
    rows = [
        ("Actie", "Wie", "Opmerking", "Vertrouwelijk"),
        ("Prijs opvragen", "mw. De Proef", "vertrouwelijk", ""),
        ("Bod uitbrengen", "mw. De Proef", "", "ja"),
        ("Eigenaar bellen (geheim)", "mw. De Proef", "", ""),
        ("Zaal bespreken", "mw. De Proef", "", "nee"),
    ]
    table = document.add_table(len(rows), 4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    verslag = lezing(document).verslag
    assert verslag is not None
    found = {a.actie: a.vertrouwelijk for a in verslag.actiepunten}
    assert found == {"Prijs opvragen": True, "Bod uitbrengen": True, "Eigenaar bellen": True, "Zaal bespreken": False}


@pytest.mark.shared
def test_of_real_minutes_at_most_one_in_twenty_is_asked_needlessly():
    """None of these published minutes keeps anything confidential: every question is a needless one."""
    paths = [p for place in ("bronnen", "corpus", "corpus2") for p in sorted((SHARED / place).rglob("*"))]
    read = [lees(p.read_bytes(), p.name) for p in paths if p.suffix in SOORTEN and p.name != "README.md"]
    asked = [r for r in read if any(m.code == "vertrouwelijk-vraag" for m in r.meldingen)]
    secret = [r for r in read if r.verslag and any(p.vertrouwelijk for p in r.verslag.punten)]
    assert len(read) >= 50
    assert len(asked) * 20 <= len(read)
    assert secret == asked


@pytest.mark.shared
def test_the_heading_that_became_public_is_confidential():
    path = SHARED / "gevallen" / "17-vertrouwelijke-kop" / "x.docx"
    verslag = lees(path.read_bytes(), path.name).verslag
    assert verslag is not None
    assert [(p.titel, p.vertrouwelijk) for p in verslag.punten] == [("Opening", False), ("Gebouw", True)]
