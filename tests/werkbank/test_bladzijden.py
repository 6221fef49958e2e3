"""The pages of the workbench in a real browser: an agenda made, a text saved beside another's, a mailing looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

TE_KOMEN, CONCEPT = "2026-03-13", "2026-04-24"


@pytest.fixture
def blad(bank, browser) -> Iterator[object]:
    """A page of the browser that was opened, with everything it asks and everything it complains of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.gevraagd, page.klachten = [], []
    page.on("request", lambda r: page.gevraagd.append(r.url))
    page.on("console", lambda m: page.klachten.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.klachten.append(str(e)))
    page.goto(bank.begin)
    yield page
    assert [u for u in page.gevraagd if not u.startswith(bank.adres)] == [], "nothing is fetched from elsewhere"
    assert [k for k in page.klachten if "409" not in k and "422" not in k and "404" not in k] == []
    context.close()


def goto(blad, bank, deel: str, datum: str = TE_KOMEN) -> None:
    blad.goto(f"{bank.adres}/vergadering/prt/{datum}{deel}")


def test_every_screen_opens_without_a_complaint_and_without_anything_from_elsewhere(blad, bank):
    for path in ("/", "/tafel/prt"):
        blad.goto(bank.adres + path)
        assert blad.locator("h1").count() == 1
    for deel in ("", "/agenda", "/verslag", "/verzenden"):
        goto(blad, bank, deel)
        assert "2026" in blad.locator("h1").inner_text()


def test_an_item_is_put_on_the_agenda_moved_and_taken_back_by_clicking(blad, bank, werkmap):
    agenda = werkmap / f"agenda/prt/{TE_KOMEN}/agenda.yaml"
    before = agenda.read_text()
    goto(blad, bank, "/agenda")
    new = blad.locator("form", has=blad.locator("input[value=nieuw]"))
    new.locator("input[name=titel]").fill("Een punt uit de browser")
    new.locator("input[name=duur]").fill("10")
    new.get_by_role("button").click()
    assert "- titel: Een punt uit de browser\n    duur: 10\n" in agenda.read_text()
    added = agenda.read_text()
    assert added.replace("  - titel: Een punt uit de browser\n    duur: 10\n", "") == before
    card = blad.locator("li.kaart", has_text="Een punt uit de browser")
    card.locator("summary").click()
    card.get_by_role("button", name="Naar boven").click()
    titles = [t for t in agenda.read_text().splitlines() if "titel:" in t]
    assert titles.index("  - titel: Een punt uit de browser") == len(titles) - 2
    blad.get_by_role("button", name="Ongedaan maken").click()
    assert "Gedaan." in blad.content()
    assert agenda.read_text() == added


def test_a_paper_is_dropped_with_its_item(blad, bank, werkmap, tmp_path):
    paper = tmp_path / "Notitie.pdf"
    paper.write_bytes(b"%PDF-1.4 notitie")
    goto(blad, bank, "/agenda")
    card = blad.locator("li.kaart", has=blad.locator("details")).first
    card.locator("summary").click()
    card.locator("input[type=file]").set_input_files(str(paper))
    card.get_by_role("button", name="Stuk erbij zetten").click()
    assert (werkmap / f"agenda/prt/{TE_KOMEN}/bijlagen/Notitie.pdf").read_bytes() == b"%PDF-1.4 notitie"
    assert "Notitie.pdf" in blad.content()


def test_the_agenda_is_shown_as_a_plan_first_and_made_when_she_agrees(blad, bank, werkmap):
    made = werkmap / f"agenda/prt/{TE_KOMEN}/{TE_KOMEN} Agenda PRT.docx"
    made.unlink(missing_ok=True)
    goto(blad, bank, "/agenda")
    blad.get_by_role("button", name="Agenda maken").click()
    assert "Er is nog niets geschreven" in blad.content()
    assert not made.exists()
    blad.get_by_role("button", name="Agenda maken").click()
    assert "Gedaan." in blad.content()
    assert made.is_file()


def test_a_text_somebody_else_saved_meanwhile_is_never_overwritten(blad, bank, werkmap):
    record = werkmap / f"verslagen/prt/{CONCEPT}/verslag.md"
    goto(blad, bank, "/verslag", CONCEPT)
    blad.locator("textarea[name=tekst]").fill(record.read_text() + "\nUit de browser.\n")
    record.write_text(record.read_text() + "\nUit Kladblok.\n")
    blad.get_by_role("button", name="Bewaren").click()
    assert record.read_text().endswith("Uit Kladblok.\n")
    assert "Intussen heeft iemand anders" in blad.content()
    assert "Uit de browser." in blad.locator("textarea[name=tekst]").input_value()
    blad.get_by_role("button", name="Bewaren").click()
    assert record.read_text().endswith("Uit de browser.\n")


def test_who_gets_what_is_shown_before_a_draft_is_made(blad, bank, werkmap):
    goto(blad, bank, "/verzenden")
    before = {p for p in werkmap.rglob("*") if p.is_file()}
    blad.locator("main a.knop", has_text="Agenda").click()
    assert blad.locator("section.brief, .melding.fout").count() > 0
    assert {p for p in werkmap.rglob("*") if p.is_file()} == before
