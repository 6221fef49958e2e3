"""Whether a term has passed is a matter of the day a paper is made or sent, over the command line."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path

import docx
import openpyxl
import pytest

TAFEL = """naam: Regietafel Voorbeeld
korte_naam: RT
leden:
  - {id: proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, email: proef@voorbeeld.example}
"""
RECORD = """---
tafel: rt
datum: 23 januari 2026
---

## 1. Opening

De voorzitter opent.

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| A1 | Overzicht maken | mw. De Proef | 1 maart 2026 | open |
| A2 | Zaal zoeken | mw. De Proef | 1 april 2026 | open |
"""
FILES = {
    "regietafel.yaml": "naam: Provincie Voorbeeld\nemail: secretariaat@voorbeeld.example\n",
    "agenda/rt/tafel.yaml": TAFEL,
    "agenda/rt/2026-03-06/agenda.yaml": "agendapunten:\n  - titel: Opening\n",
    "verslagen/rt/2026-01-23/verslag.md": RECORD,
}
GEMELD = "terugkoppeling:\n  - {actie: A1 (23-01-2026), status: afgerond}\n"
AGENDA = "agenda/rt/2026-03-06/2026-03-06 Agenda RT.docx"
VOOR, NA = "2026-02-26", "2026-03-02"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def report_done(werkmap: Path) -> None:
    path = werkmap / "agenda/rt/2026-03-06/agenda.yaml"
    path.write_text(path.read_text(encoding="utf-8") + GEMELD, encoding="utf-8")


def states(path: Path) -> list[str]:
    """What the list of actions says of each term besides its day, in the column Termijn."""
    heads = [(table, [cell.text for cell in table.rows[0].cells]) for table in docx.Document(str(path)).tables]
    table, head = next((table, head) for table, head in heads if "Termijn" in head)
    column = head.index("Termijn")
    terms = [" ".join(row.cells[column].text.split()) for row in table.rows[1:]]
    return [re.sub(r"^\d+ \w+ \d{4} ?", "", term) for term in terms]


def reminder(werkmap: Path) -> str:
    path = werkmap / "agenda/rt/2026-03-06/herinneringen/Herinnering mw. De Proef.eml"
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    return message.get_body().get_content()


def test_an_agenda_says_which_terms_end_before_the_meeting_and_which_have_passed(regietafel, werkmap):
    assert regietafel("--op", VOOR, "agenda", "rt", werkmap=werkmap).code == 0
    assert states(werkmap / AGENDA) == ["loopt af vóór de vergadering", ""]
    assert regietafel("--op", NA, "agenda", "rt", werkmap=werkmap).code == 0
    assert states(werkmap / AGENDA) == ["termijn verstreken", ""]


def test_an_agenda_made_again_on_another_day_was_not_changed_by_hand(regietafel, werkmap):
    regietafel("--op", VOOR, "agenda", "rt", werkmap=werkmap)
    again = regietafel("--op", NA, "agenda", "rt", "--json", werkmap=werkmap)
    assert [f["gewijzigd"] for f in again.json["geschreven"]] == [True]
    assert "word-gewijzigd" not in [m["code"] for m in again.json["meldingen"]]


def test_who_reported_an_action_done_is_not_called_late_anywhere(regietafel, werkmap):
    report_done(werkmap)
    regietafel("--op", NA, "agenda", "rt", werkmap=werkmap)
    assert states(werkmap / AGENDA) == ["", ""]
    regietafel("--op", NA, "actielijst", "rt", werkmap=werkmap)
    (lijst,) = (werkmap / "verslagen/rt/2026-01-23").glob("*Actielijst*.docx")
    assert states(lijst) == ["", ""]
    assert not regietafel("--op", NA, "acties", "rt", "--te-laat", "--json", werkmap=werkmap).json["acties"]


def test_a_reminder_says_what_is_so_on_the_day_it_is_made(regietafel, werkmap):
    regietafel("--op", VOOR, "herinner", "rt", werkmap=werkmap)
    text = reminder(werkmap)
    assert "verstreken" not in text
    assert text.index("De termijn loopt af vóór de vergadering:") < text.index("Overzicht maken")
    regietafel("--op", NA, "herinner", "rt", werkmap=werkmap)
    text = reminder(werkmap)
    assert text.index("De termijn is verstreken:") < text.index("Overzicht maken") < text.index("Nog open:")


def test_who_reported_it_done_is_reminded_of_the_rest_only(regietafel, werkmap):
    report_done(werkmap)
    regietafel("--op", NA, "herinner", "rt", werkmap=werkmap)
    assert "Overzicht maken" not in reminder(werkmap)
    assert "Zaal zoeken" in reminder(werkmap)


def test_a_report_the_minutes_were_silent_about_still_stands(regietafel, werkmap):
    report_done(werkmap)
    later = werkmap / "verslagen/rt/2026-03-06/verslag.md"
    later.parent.mkdir()
    later.write_text("---\ntafel: rt\ndatum: 6 maart 2026\n---\n\n## 1. Opening\n\nNiets.\n", encoding="utf-8")
    found = regietafel("--op", "2026-03-10", "actielijst", "rt", werkmap=werkmap)
    assert found.code == 0, found.fout
    (lijst,) = later.parent.glob("*Actielijst*.docx")
    assert states(lijst) == ["", ""]


def test_minutes_and_worksheet_name_it_by_the_same_day(regietafel, werkmap):
    for day, late in ((VOOR, False), (NA, True)):
        regietafel("--op", day, "verslag", "rt", "2026-01-23", werkmap=werkmap)
        (verslag,) = (werkmap / "verslagen/rt/2026-01-23").glob("*onceptverslag*.docx")
        assert states(verslag) == ["termijn verstreken" if late else "", ""]
        sheet = werkmap / f"acties-{day}.xlsx"
        regietafel("--op", day, "acties", "rt", "--xlsx", sheet, werkmap=werkmap)
        head, first, *_ = openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)
        assert (dict(zip(head, first, strict=True))["Termijn verstreken"] or "") == ("ja" if late else "")


def test_minutes_that_went_round_keep_saying_what_they_said_that_day(regietafel, werkmap):
    log = werkmap / "verslagen/rt/2026-01-23/logboek"
    log.mkdir()
    (log / "2026-02-06-rondgezonden.yaml").write_text("soort: rondgezonden\nop: 2026-02-06\n", encoding="utf-8")
    regietafel("--op", NA, "verslag", "rt", "2026-01-23", werkmap=werkmap)
    (verslag,) = (werkmap / "verslagen/rt/2026-01-23").glob("*onceptverslag*.docx")
    assert states(verslag) == ["", ""]
