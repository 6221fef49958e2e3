"""Minutes in .odt, .doc and .rtf, as LibreOffice saves them: they are read as the Word file they were made from."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from lezen_bouw import NS, delete, ins, p, run

from pipeline.inname import delen
from pipeline.lezen import Lezing, lees
from pipeline.omzetter import convert, find_omzetter

REPO = Path(__file__).parents[2]
SOORTEN = ("odt", "doc", "rtf")
STUKKEN = ("voorbeeld", "werkgroep")
per_soort = pytest.mark.parametrize("soort", SOORTEN)


@pytest.fixture(scope="module")
def stukken(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Lezing]:
    """What is read in each document, by its name and kind: every conversion is made once."""
    omzetter = find_omzetter()
    assert omzetter, "LibreOffice is not installed"
    bronnen = {"voorbeeld": make_voorbeeld(tmp_path_factory.mktemp("werkmap")), "werkgroep": make_werkgroep()}
    found = {(naam, "docx"): lees(data, f"{naam}.docx") for naam, data in bronnen.items()}
    for soort in SOORTEN:
        saved, meldingen = convert(omzetter, [(f"{naam}.docx", data) for naam, data in bronnen.items()], soort)
        assert not meldingen
        for naam in bronnen:
            found[naam, soort] = lees(saved[f"{naam}.docx"], f"{naam}.{soort}", omzetter=omzetter)
    return found


def make_voorbeeld(werkmap: Path) -> bytes:
    """The minutes of the worked example, printed with the template of the package."""
    shutil.copy2(REPO / "regietafel.yaml", werkmap)
    for name in ("agenda", "verslagen"):
        shutil.copytree(REPO / name, werkmap / name, ignore=shutil.ignore_patterns("*.docx", "*.pdf"))
    command = [sys.executable, "-m", "pipeline", "-C", str(werkmap), "verslag", "prt", "2026-01-23"]
    environment = {**os.environ, "XDG_STATE_HOME": str(werkmap / "state")}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=REPO)
    (path,) = werkmap.glob("verslagen/prt/2026-01-23/*erslag PRT.docx")
    return path.read_bytes()


def make_werkgroep() -> bytes:
    """Minutes as somebody else typed them: lists, a merged cell, tracked changes and hidden text."""
    document = docx.Document()
    document.add_heading("Verslag Werkgroep Voorbeeld", 0)
    for line in (
        "Datum: 12 mei 2026",
        "Tijd: 9:30 - 11:00 uur",
        "Locatie: Raadhuis, Voorbeeldstad",
        "Aanwezig: dhr. Voorbeeld (Voorbeeldstad), mw. De Proef (Toetsdorp)",
        "Afwezig: mw. Toets (Toetsdorp)",
    ):
        document.add_paragraph(line)
    document.add_heading("1. Opening", 1)
    document.add_paragraph("De voorzitter opent.")
    document.add_heading("2. Cijfers", 1)
    document.add_paragraph("De gemeenten leveren cijfers aan [A1].")
    for text, style in (("Eerst dit", "List Bullet"), ("Stap een", "List Number"), ("Stap twee", "List Number")):
        document.add_paragraph(text, style=style)
    last = document.add_paragraph()._p
    body = p("De planning is ", ins("nieuw"), delete("oud"), ".", run(" Niemand ziet dit.", "<w:vanish/>"))
    last.addprevious(parse_xml(body.replace("<w:p>", f"<w:p {NS}>", 1)))
    _add_table(document, ("Gemeente", "Plekken", "Datum"), ("Voorbeeldstad", "", "1 juni"))
    merged = document.tables[0].rows[1].cells
    merged[0].merge(merged[1])
    document.add_heading("Actielijst", 1)
    columns = ("Nr", "Actie", "Actiehouder", "Termijn", "Status")
    _add_table(document, columns, ("A1", "Cijfers aanleveren", "mw. De Proef", "1 juni 2026", "open"))
    document.add_paragraph("Tot de volgende keer.")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_table(document, *rows: tuple[str, ...]) -> None:
    table = document.add_table(0, len(rows[0]), style="Table Grid")
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


def parts(lezing: Lezing) -> list[tuple[str, str]]:
    assert lezing.verslag is not None
    return [(deel.titel, deel.tekst) for deel in delen(lezing.verslag)]


@per_soort
@pytest.mark.parametrize("naam", STUKKEN)
def test_every_part_is_read_as_in_the_word_file(stukken, naam, soort):
    assert parts(stukken[naam, soort]) == parts(stukken[naam, "docx"])


@per_soort
@pytest.mark.parametrize("naam", STUKKEN)
def test_the_body_the_date_and_the_version_are_those_of_the_word_file(stukken, naam, soort):
    read, word = (stukken[naam, kind].verslag for kind in (soort, "docx"))
    assert (read.tafel, read.datum, read.status) == (word.tafel, word.datum, word.status)


@per_soort
def test_the_worked_example_is_all_there(stukken, soort):
    verslag = stukken["voorbeeld", soort].verslag
    assert str(verslag.tijd) == "9:30 tot 11:00 uur"
    assert (verslag.locatie, verslag.status) == ("Provinciehuis, Haarlem", "vastgesteld")
    assert [p.nummer for p in verslag.punten] == ["1", "2", "3", "4", "5", "6"]
    assert [(a.label, a.actiehouder, a.termijn.tekst, a.status) for a in verslag.actiepunten] == [
        ("A1", "", "", "open"),
        ("A2", "", "na publicatie van de capaciteitsraming", "open"),
        ("A3", "COA", "", "open"),
    ]
    assert (len(verslag.deelnemers), sum(not d.aanwezig for d in verslag.deelnemers)) == (18, 4)


@per_soort
def test_what_others_typed_comes_with_its_lists_cells_and_action(stukken, soort):
    verslag = stukken["werkgroep", soort].verslag
    blokken = verslag.punten[1].blokken
    assert [(b.soort, b.nummer, b.tekst) for b in blokken[:5]] == [
        ("alinea", "", "De gemeenten leveren cijfers aan [A1]."),
        ("opsomming", "", "Eerst dit"),
        ("nummering", "1.", "Stap een"),
        ("nummering", "2.", "Stap twee"),
        ("alinea", "", "De planning is nieuw."),
    ]
    assert blokken[5].rijen == (("Gemeente", "Plekken", "Datum"), ("Voorbeeldstad", "", "1 juni"))
    (actie,) = verslag.actiepunten
    assert (actie.label, actie.actie, actie.actiehouder) == ("A1", "Cijfers aanleveren", "mw. De Proef")


@per_soort
def test_tracked_changes_are_listed_with_their_author_and_item(stukken, soort):
    lezing = stukken["werkgroep", soort]
    found = [(w.auteur, w.soort, w.oud, w.nieuw, w.punt) for w in lezing.wijzigingen]
    assert found == [("mw. De Proef", "gewijzigd", "oud", "nieuw", "2. Cijfers")]
    assert [m.code for m in lezing.meldingen] == ["verborgen-niet-over", "wijzigingen-aanvaard"]


@pytest.mark.parametrize("naam", ["stuk.odt", "stuk.doc", "stuk.rtf"])
def test_without_libreoffice_it_is_said_what_is_missing(monkeypatch, naam):
    signature = {".odt": b"PK\x03\x04" + b" " * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
                 ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".rtf": b"{\\rtf1 tekst}"}  # fmt: skip
    monkeypatch.setenv("PATH", "")
    lezing = lees(signature[Path(naam).suffix], naam)
    assert lezing.verslag is None
    assert [(m.code, naam in m.tekst) for m in lezing.meldingen] == [("omzetter-ontbreekt", True)]


def test_a_file_libreoffice_cannot_open_is_a_melding():
    lezing = lees(b"PK\x03\x04" + b" " * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "stuk.odt")
    assert lezing.verslag is None
    assert [m.code for m in lezing.meldingen] == ["omzetten-mislukt"]
