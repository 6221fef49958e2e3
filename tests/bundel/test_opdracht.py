"""``regietafel bundel`` as a secretary uses it, on files of every kind and with LibreOffice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from papieren import encrypted, make_docx, make_odt, make_pdf, make_png, make_pptx, make_xlsx, put
from pypdf import PdfReader, PdfWriter

DAG = "agenda/prt/2026-06-05"
TAFEL = """naam: Regietafel Voorbeeldstad
korte_naam: PRT
ritme: {weken: 6, weekdag: vrijdag}
leden:
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Voorbeeldstad}
"""
AGENDA = """agendapunten:
  - titel: Opening
  - titel: Locaties
    bijlagen: [notitie.pdf, plan.docx, Brief.odt, kaart.png]
  - titel: Cijfers
    bijlagen: [cijfers.xlsx, dia.pptx]
  - titel: Besloten deel
    vertrouwelijk: ja
    toelichting: Het gaat om de Kerkstraat.
    bijlagen: [geheim.pdf]
  - titel: Rondvraag
    bijlagen: [{titel: Brief van de burgemeester, bestand: los.pdf, vertrouwelijk: ja}]
"""


def make_werkmap(root: Path) -> Path:
    (root / DAG).mkdir(parents=True)
    (root / "regietafel.yaml").write_text("naam: Provincie Voorbeeld\nafzender: secretariaat\n", encoding="utf-8")
    (root / "agenda/prt/tafel.yaml").write_text(TAFEL, encoding="utf-8")
    (root / DAG / "agenda.yaml").write_text(AGENDA, encoding="utf-8")
    put(
        root / DAG / "bijlagen",
        notitie__pdf=make_pdf(3),
        plan__docx=make_docx("Plan"),
        brief__odt=make_odt("Brief"),
        kaart__png=make_png(),
        cijfers__xlsx=make_xlsx("Gemeente"),
        dia__pptx=make_pptx("Dia"),
        geheim__pdf=make_pdf(1, "Kerkstraat"),
        los__pdf=make_pdf(1, "Vertrouwelijke brief"),
    )
    return root


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return make_werkmap(tmp_path / "w")


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_papers_of_every_kind_come_in_the_order_of_the_agenda(regietafel, werkmap):
    done = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert done.code == 0, done.scherm
    assert "Geschreven: agenda/prt/2026-06-05/2026-06-05 Bundel PRT.pdf" in done.uit
    reader = PdfReader(werkmap / DAG / "2026-06-05 Bundel PRT.pdf")
    stamps = [label.split(" p.")[0] for label in reader.page_labels]
    assert list(dict.fromkeys(stamps)) == ["Agenda", "2a", "2b", "2c", "2d", "3a", "3b"]
    first = {stamp: reader.pages[stamps.index(stamp)].extract_text() for stamp in stamps}
    assert "De tekst van Plan." in first["2b"]
    assert "De tekst van Brief." in first["2c"]
    assert "Gemeente" in first["3a"]
    assert "Dia" in first["3b"]
    assert all(f"Bijlage {stamp}" in text for stamp, text in first.items() if stamp != "Agenda")


def test_the_agenda_says_what_each_paper_is_called_and_its_line_leads_there(regietafel, werkmap):
    regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    reader = PdfReader(werkmap / DAG / "2026-06-05 Bundel PRT.pdf")
    assert "Bijlage 2d: kaart" in reader.pages[0].extract_text()
    targets = [reader.get_page_number(a.get_object()["/Dest"][0].get_object()) for a in reader.pages[0]["/Annots"]]
    assert [reader.page_labels[t].split(" p.")[0] for t in targets] == ["2a", "2b", "2c", "2d", "3a", "3b"]


def test_a_page_of_the_agenda_has_one_number_in_the_bundle(regietafel, werkmap):
    (werkmap / DAG / "agenda.yaml").write_text("agendapunten: [{titel: A, bijlagen: [notitie.pdf]}]\n")
    regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    agenda = PdfReader(werkmap / DAG / "2026-06-05 Bundel PRT.pdf").pages[0].extract_text()
    assert "1 van 4" in agenda
    assert "Pagina" not in agenda


def test_what_is_confidential_is_in_its_own_bundle_only(regietafel, werkmap):
    regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    regietafel("--op", "2026-05-20", "bundel", "--vertrouwelijk", werkmap=werkmap)
    everyone = text_of(werkmap / DAG / "2026-06-05 Bundel PRT.pdf")
    members = text_of(werkmap / DAG / "2026-06-05 Bundel PRT (VERTROUWELIJK).pdf")
    assert "Kerkstraat" not in everyone
    assert "burgemeester" not in everyone
    assert b"Kerkstraat" not in (werkmap / DAG / "2026-06-05 Bundel PRT.pdf").read_bytes()
    assert "Kerkstraat, bladzijde 1" in members
    assert "Vertrouwelijke brief, bladzijde 1" in members
    assert "Het gaat om de Kerkstraat." in members


def test_every_paper_that_cannot_go_in_is_named_at_once_and_nothing_is_written(regietafel, werkmap):
    papers = werkmap / DAG / "bijlagen"
    (papers / "notitie.pdf").write_bytes(encrypted(make_pdf(1), "geheim"))
    (papers / "plan.docx").write_bytes(b"geen word")
    (papers / "kaart.png").unlink()
    (papers / "cijfers.xlsx").write_bytes(b"")
    done = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert done.code == 1
    for name, what in (("notitie.pdf", "bestand-versleuteld"), ("plan.docx", "bijlage-kapot"),
                       ("kaart.png", "bijlage-ontbreekt"), ("cijfers.xlsx", "bestand-leeg")):  # fmt: skip
        assert any(name in line and what in line for line in done.scherm.splitlines()), done.scherm
    assert [p.name for p in (werkmap / DAG).iterdir() if p.is_file()] == ["agenda.yaml"]


def test_a_bundle_with_remarks_in_it_is_not_written_over(regietafel, werkmap):
    (werkmap / DAG / "agenda.yaml").write_text("agendapunten: [{titel: A, bijlagen: [notitie.pdf]}]\n")
    regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    path = werkmap / DAG / "2026-06-05 Bundel PRT.pdf"
    again = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert "Al bijgewerkt: agenda/prt/2026-06-05/2026-06-05 Bundel PRT.pdf" in again.uit
    writer = PdfWriter(io.BytesIO(path.read_bytes()), incremental=True)
    writer.add_metadata({"/Subject": "opmerking van de voorzitter"})
    writer.write(path)
    remarked = path.read_bytes()
    done = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert (done.code, "bundel-gewijzigd" in done.scherm) == (1, True)
    assert path.read_bytes() == remarked
    assert regietafel("--op", "2026-05-20", "bundel", "--overschrijf", werkmap=werkmap).code == 0
    assert [p.read_bytes() for p in (werkmap / DAG / "oud").glob("*.pdf")] == [remarked]


def test_a_paper_that_points_out_of_the_werkmap_does_not_go_in(regietafel, werkmap, tmp_path):
    (tmp_path / "elders.pdf").write_bytes(make_pdf(1, "Van een ander"))
    papers = werkmap / DAG / "bijlagen"
    (papers / "notitie.pdf").unlink()
    (papers / "notitie.pdf").symlink_to(tmp_path / "elders.pdf")
    done = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert (done.code, "buiten-werkmap" in done.scherm) == (1, True)


def test_an_agenda_that_was_changed_in_word_goes_in_as_it_is(regietafel, werkmap):
    import docx

    (werkmap / DAG / "agenda.yaml").write_text("agendapunten: [{titel: A, bijlagen: [notitie.pdf]}]\n")
    regietafel("--op", "2026-05-20", "agenda", werkmap=werkmap)
    path = werkmap / DAG / "2026-06-05 Agenda PRT.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Met de hand toegevoegd.")
    document.save(str(path))
    changed = path.read_bytes()
    done = regietafel("--op", "2026-05-20", "bundel", werkmap=werkmap)
    assert (done.code, "word-gewijzigd" in done.scherm) == (0, True)
    assert path.read_bytes() == changed
    assert "Met de hand toegevoegd." in text_of(werkmap / DAG / "2026-06-05 Bundel PRT.pdf")
