"""Public papers are read for people as the minutes are: nobody on no list goes out without a question."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document
from kennishulp import kennis

from pipeline.model import NaamBesluit
from pipeline.publicatie.papieren import read_papieren
from pipeline.publicatie.redactie import Redacteur
from pipeline.publicatie.vragen import collect_vragen

ZIN = "De heer Zwabbelaar gaf aan dat Krokanter dit uitzoekt."


def word(*alineas: str) -> bytes:
    document = Document()
    for alinea in alineas:
        document.add_paragraph(alinea)
    document.add_table(1, 2).cell(0, 1).text = "Contact: Hupselaar"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pagina(tekst: str) -> bytes:
    from reportlab.pdfgen import canvas

    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.drawString(72, 720, tekst)
    page.showPage()
    page.drawString(72, 720, "Op deze bladzijde staat niemand.")
    page.save()
    return stream.getvalue()


def gevraagd(bestanden: dict[str, bytes], *besluiten: NaamBesluit) -> dict[str, tuple[str, int | None]]:
    redacteur = Redacteur(kennis(*besluiten))
    assert read_papieren(bestanden, redacteur) == ()
    return {v.woord: (v.bron.bestand, v.bron.nummer) for v in collect_vragen(redacteur.plaatsen) if v.bron}


def test_names_on_no_list_are_asked_about_in_a_word_file():
    found = gevraagd({"notitie.docx": word(ZIN)})
    assert set(found) == {"De heer Zwabbelaar", "Krokanter", "Hupselaar"}


def test_a_question_names_the_page_of_a_pdf():
    assert gevraagd({"notitie.pdf": pagina(ZIN)})["De heer Zwabbelaar"] == ("notitie.pdf", 1)


def test_the_name_of_a_file_is_read_too():
    assert "zwabbelaar" in gevraagd({"notitie-zwabbelaar.pdf": pagina("De locatie is open.")})


def test_an_answer_settles_every_mention_in_every_paper():
    besluiten = [NaamBesluit(naam, "geen_naam") for naam in ("Zwabbelaar", "Krokanter", "Hupselaar")]
    assert gevraagd({"een.docx": word(ZIN, ZIN), "twee.docx": word(ZIN)}, *besluiten) == {}


def test_a_paper_that_cannot_be_read_is_told():
    found = read_papieren({"stuk.pdf": b"%PDF-1.7 kapot"}, Redacteur(kennis()))
    assert [m.code for m in found] == ["publicatie-onleesbaar"]


@pytest.fixture
def met_stuk(voorbeeld):
    agenda = voorbeeld / "agenda" / "prt" / "2026-03-13"
    (agenda / "bijlagen").mkdir(exist_ok=True)
    (agenda / "bijlagen" / "openbaar.docx").write_bytes(word(ZIN))
    text = (agenda / "agenda.yaml").read_text(encoding="utf-8")
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  - titel:"))
    lines[at + 1 : at + 1] = ["    bijlagen:", "      - {titel: Stuk, bestand: openbaar.docx, openbaar: openbaar.docx}"]
    (agenda / "agenda.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return voorbeeld


def test_the_questions_and_what_was_let_through_are_told_apart(regietafel, met_stuk):
    done = regietafel("publiceer", "prt", "2026-03-13", "--proef", "--json", werkmap=met_stuk)
    told = json.loads(done.uit)
    assert done.code == 1
    assert {v["woord"] for v in told["vragen"]} == {"De heer Zwabbelaar", "Krokanter", "Hupselaar"}
    assert all(set(v) >= {"woord", "bron", "reden"} and v["bron"]["bestand"] == "openbaar.docx" for v in told["vragen"])
    passed = {d["woord"] for d in told["doorgelaten"]}
    assert "Haarlem" in passed and not passed & {"Zwabbelaar", "Krokanter", "Hupselaar"}


def test_nothing_is_published_while_a_paper_has_a_question(regietafel, met_stuk):
    done = regietafel("publiceer", "prt", "2026-03-13", "--akkoord", werkmap=met_stuk)
    assert done.code == 1 and "Krokanter" in done.fout
    assert not (met_stuk / "site").exists()


def test_the_example_has_no_questions_at_all(regietafel, voorbeeld):
    for datum in ("2026-01-23", "2026-03-13"):
        done = regietafel("publiceer", "prt", datum, "--proef", "--json", werkmap=voorbeeld)
        assert json.loads(done.uit)["vragen"] == []


def test_a_fresh_werkmap_has_no_questions(regietafel, tmp_path):
    werkmap = tmp_path / "nieuw"
    assert regietafel("nieuw", str(werkmap)).code == 0
    assert regietafel("verslag", werkmap=werkmap).code == 0
    verslag = next(werkmap.glob("verslagen/prt/*/verslag.md"))
    text = verslag.read_text(encoding="utf-8")
    verslag.write_text(text.replace("status: concept", "status: vastgesteld"), encoding="utf-8")
    done = regietafel("publiceer", "prt", verslag.parent.name, "--proef", "--json", werkmap=werkmap)
    assert json.loads(done.uit)["vragen"] == []
