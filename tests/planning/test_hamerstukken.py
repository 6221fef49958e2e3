"""Hamerstukken and tafelstukken: from the agenda to the minutes, and what may still be missing before the meeting."""

from __future__ import annotations

import docx
from opdrachten import Werkmap

MAP = "agenda/prt/2027-01-22"
AGENDA = """\
agendapunten:
  - {titel: Stand van zaken, duur: 15}
  - titel: Jaarplan
    hamerstuk: ja
    bijlagen:
      - {titel: Jaarplan 2027, bestand: jaarplan.pdf, tafelstuk: ja}
  - {titel: Locaties, duur: 20}
"""


def make_agenda(werkmap: Werkmap, text: str = AGENDA) -> list[list[str]]:
    """Make the agenda, and return the rows of its table of items."""
    werkmap.write(f"{MAP}/agenda.yaml", text)
    made = werkmap.run("agenda", "prt", "2027-01-22")
    assert made.code == 0, made.scherm
    (path,) = werkmap.files(f"{MAP}/*.docx")
    table = next(t for t in docx.Document(str(path)).tables if t.rows[0].cells[1].text == "Onderwerp")
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_hamerstuk_is_listed_apart_under_its_own_number(werkmap) -> None:
    rows = make_agenda(werkmap)
    heading = next(i for i, row in enumerate(rows) if row[1].startswith("Hamerstukken"))
    before, after = rows[1:heading], rows[heading + 1 :]
    assert [row[1].split("\n")[0] for row in after] == ["Jaarplan"]
    assert (after[0][0], after[0][2]) == ("5", "hamerstuk")
    assert "Jaarplan" not in [row[1].split("\n")[0] for row in before]
    assert {"Stand van zaken", "Locaties"} <= {row[1] for row in before}


def test_an_agenda_without_hamerstukken_says_nothing_of_them(werkmap) -> None:
    rows = make_agenda(werkmap, AGENDA.replace("    hamerstuk: ja\n", ""))
    assert not any("Hamerstukken" in cell for row in rows for cell in row)


def test_a_tafelstuk_need_not_be_there_before_the_meeting_and_is_missed_after_it(werkmap) -> None:
    rows = make_agenda(werkmap)
    assert any("Jaarplan 2027 (wordt ter tafel uitgereikt)" in row[1] for row in rows)
    assert "jaarplan.pdf" not in werkmap.run("controleer", "prt").scherm
    werkmap.run("verslag", "prt", "2027-01-22")
    assert "jaarplan.pdf staat op de agenda, maar niet in de map bijlagen" in werkmap.run("controleer", "prt").scherm


def test_another_paper_that_is_not_there_still_stops_the_bundle(werkmap) -> None:
    werkmap.write(f"{MAP}/agenda.yaml", AGENDA.replace(", tafelstuk: ja", ""))
    werkmap.run("agenda", "prt", "2027-01-22")
    assert "jaarplan.pdf" in werkmap.run("controleer", "prt").scherm
    assert werkmap.run("bundel", "prt", "2027-01-22").code != 0


def test_the_minutes_begin_with_what_was_decided_and_handed_out(werkmap) -> None:
    make_agenda(werkmap)
    werkmap.run("verslag", "prt", "2027-01-22")
    record = werkmap.read("verslagen/prt/2027-01-22/verslag.md")
    section = record.partition("## 5. Jaarplan")[2].partition("##")[0]
    assert section.split("\n\n")[1:3] == ["Ter tafel uitgereikt: Jaarplan 2027.", "Conform."]
    other = record.partition("## 6. Locaties")[2].partition("##")[0]
    assert not other.strip()


def test_a_hamerstuk_that_was_discussed_after_all_is_an_item_as_any_other(werkmap) -> None:
    make_agenda(werkmap)
    werkmap.run("verslag", "prt", "2027-01-22")
    werkmap.change("verslagen/prt/2027-01-22/verslag.md", "Conform.", "Het plan wordt op twee punten aangepast.")
    assert werkmap.run("verslag", "prt", "2027-01-22").code == 0
    (path,) = werkmap.files("verslagen/prt/2027-01-22/*.docx")
    text = [p.text for p in docx.Document(str(path)).paragraphs]
    assert "Het plan wordt op twee punten aangepast." in text
    assert "Conform." not in text
