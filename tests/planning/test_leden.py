"""Members to Excel and back: what a list changes is shown first, and nobody is taken away by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from opdrachten import Werkmap
from openpyxl import Workbook, load_workbook
from ziphulp import parts, zipped

TAFEL = """\
naam: Proeftafel
# de leden, met de hand bijgehouden
leden:
  # de voorzitter
  - id: proef
    aanhef: mw.
    tussenvoegsel: de
    achternaam: Proef      # let op: twee namen
    organisatie: Voorbeeldstad
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Toetsdorp, tot: 2027-06-30}
toehoorders:
  - {id: rijk, weergave: vertegenwoordiger, organisatie: Ministerie van Proeven}
# het ritme
ritme: {weken: 6, weekdag: vrijdag}
"""


@pytest.fixture
def tafel(werkmap: Werkmap) -> Werkmap:
    werkmap.write("agenda/prt/tafel.yaml", TAFEL)
    return werkmap


@pytest.fixture
def lijst(tafel: Werkmap, tmp_path: Path) -> Path:
    path = tmp_path / "leden.xlsx"
    assert tafel.run("leden", "--naar", str(path)).code == 0
    return path


def rows(path: Path) -> list[list[object]]:
    sheet = load_workbook(path).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def edit(path: Path, **cells: object) -> None:
    """Change cells, as a person does in Excel."""
    book = load_workbook(path)
    for place, value in cells.items():
        book.active[place] = value  # type: ignore[index]
    book.save(path)


def column(path: Path, kop: str) -> str:
    return "ABCDEFGHIJKLMNOP"[rows(path)[0].index(kop)]


def test_everybody_is_in_the_list_with_real_dates(lijst) -> None:
    header, first, second, third = rows(lijst)
    assert header[:2] == ["Hoedanigheid", "Id"]
    assert first[:6] == ["lid", "proef", "mw.", None, "de", "Proef"]
    assert second[header.index("Tot")].date() == date(2027, 6, 30)
    assert (third[0], third[header.index("Weergave")]) == ("toehoorder", "vertegenwoordiger")


def test_the_list_just_made_changes_nothing(tafel, lijst) -> None:
    done = tafel.run("leden", "--uit", str(lijst), "--neem-over")
    assert (done.code, done.uit) == (0, "Er is niets te wijzigen.\n")
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL


def test_a_change_is_shown_and_only_made_when_asked(tafel, lijst) -> None:
    edit(lijst, **{f"{column(lijst, 'E-mail')}2": "proef@voorbeeld.nl", f"{column(lijst, 'Tot')}2": date(2027, 3, 17)})
    done = tafel.run("leden", "--uit", str(lijst))
    assert (
        "gewijzigd: mw. De Proef (proef): tot: (leeg) wordt 2027-03-17; email: (leeg) wordt proef@voorbeeld.nl"
        in done.uit
    )
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL
    assert tafel.run("leden", "--uit", str(lijst), "--neem-over").code == 0
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL.replace(
        "    organisatie: Voorbeeldstad\n",
        "    organisatie: Voorbeeldstad\n    tot: 2027-03-17\n    email: proef@voorbeeld.nl\n",
    )


def test_after_an_election_the_old_member_ends_and_the_new_one_begins(tafel, lijst) -> None:
    tot, van, naam, org = (column(lijst, kop) for kop in ("Tot", "Van", "Achternaam", "Organisatie"))
    edit(
        lijst,
        **{
            f"{tot}2": date(2027, 3, 17),
            f"{naam}5": "Nieuweling",
            f"{van}5": "18 maart 2027",
            f"{org}5": "Voorbeeldstad",
        },
    )
    done = tafel.run("leden", "--uit", str(lijst), "--neem-over")
    assert "nieuw: Nieuweling (nieuweling)" in done.uit
    leden = tafel.load().reeks("prt").tafel.leden

    def members(dag: date) -> set[str]:
        return {lid.id for lid in leden if lid.is_lid_op(dag) and lid.organisatie == "Voorbeeldstad"}

    assert (members(date(2027, 3, 17)), members(date(2027, 3, 18))) == ({"proef"}, {"nieuweling"})
    assert tafel.load().meldingen == ()


@pytest.mark.parametrize("kop", ["E-mail", "Cc"])
def test_what_is_no_address_is_not_taken_for_one(tafel, lijst, kop) -> None:
    edit(lijst, **{f"{column(lijst, kop)}2": "geen adres"})
    done = tafel.run("leden", "--uit", str(lijst), "--neem-over")
    assert done.code == 1
    assert "geen adres is geen e-mailadres" in done.fout
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL


def test_who_is_not_in_the_list_stays_a_member(tafel, lijst) -> None:
    book = load_workbook(lijst)
    book.active.delete_rows(3)
    book.save(lijst)
    done = tafel.run("leden", "--uit", str(lijst), "--neem-over")
    assert "ontbreekt: dhr. Voorbeeld (voorbeeld): staat niet in de lijst en blijft lid" in done.uit
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL


def test_somebody_who_becomes_a_member_goes_to_that_list(tafel, lijst) -> None:
    edit(lijst, A4="lid")
    assert tafel.run("leden", "--uit", str(lijst), "--neem-over").code == 0
    found = {lid.id: lid.hoedanigheid for lid in tafel.load().reeks("prt").tafel.leden}
    assert found == {"proef": "lid", "voorbeeld": "lid", "rijk": "lid"}
    assert "# het ritme\nritme: {weken: 6, weekdag: vrijdag}\n" in tafel.read("agenda/prt/tafel.yaml")


def test_columns_in_another_order_and_under_a_title_are_read(tafel, tmp_path) -> None:
    book = Workbook()
    for row in (
        ["Leden van de proeftafel"],
        [],
        ["Organisatie", "Achternaam", "e-mail", "Telefoon"],
        ["Toetsdorp", "De Jong", "j@voorbeeld.nl", 123],
    ):
        book.active.append(row)
    book.save(tmp_path / "eigen.xlsx")
    done = tafel.run("leden", "--uit", str(tmp_path / "eigen.xlsx"), "--json").json
    assert [(w["soort"], w["id"]) for w in done["wijzigingen"]] == [
        ("nieuw", "de-jong"),
        ("ontbreekt", "proef"),
        ("ontbreekt", "voorbeeld"),
        ("ontbreekt", "rijk"),
    ]


def test_everything_that_is_wrong_is_said_at_once_with_its_row(tafel, lijst) -> None:
    van, naam, openbaar = (column(lijst, kop) for kop in ("Van", "Achternaam", "Openbaar"))
    edit(lijst, **{f"{van}2": "ooit", "A3": "gast", f"{naam}5": "Proef", "B5": "proef", f"{openbaar}4": "misschien"})
    done = tafel.run("leden", "--uit", str(lijst), "--neem-over")
    assert done.code == 1
    for text in (
        "Rij 2: bij Van staat geen datum: ooit",
        "Rij 3: bij Hoedanigheid kan niet staan: gast",
        "Rij 5: het id proef",
    ):
        assert text in done.fout
    assert tafel.read("agenda/prt/tafel.yaml") == TAFEL


def test_a_text_that_begins_like_a_formula_stays_a_text(tafel, tmp_path) -> None:
    evil = '=HYPERLINK("https://kwaad.voorbeeld","klik")'
    tafel.write("agenda/prt/tafel.yaml", f"naam: Proeftafel\nleden:\n  - id: a\n    achternaam: '{evil}'\n")
    path = tmp_path / "l.xlsx"
    tafel.run("leden", "--naar", str(path))
    cell = load_workbook(path).active[f"{column(path, 'Achternaam')}2"]
    assert (cell.value, cell.data_type) == (evil, "s")
    assert tafel.run("leden", "--uit", str(path)).uit == "Er is niets te wijzigen.\n"


def test_a_worksheet_that_is_there_is_not_written_over(tafel, lijst) -> None:
    before = lijst.read_bytes()
    assert tafel.run("leden", "--naar", str(lijst)).code == 2
    assert lijst.read_bytes() == before


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"geen excel", b"PK\x03\x04kapot", zipped({"a.xml": b"<x/>"}),
     zipped({"bom.xml": b"0" * 60_000_000}),
     zipped({"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'})],
    ids=["empty", "text", "broken", "another zip", "bomb", "entities"],
)  # fmt: skip
def test_what_is_no_worksheet_is_said(tafel, tmp_path, inhoud) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(inhoud)
    done = tafel.run("leden", "--uit", str(path), "--neem-over")
    assert (done.code, "[ledenlijst-onleesbaar]" in done.fout) == (1, True)


def test_a_worksheet_without_known_columns_says_what_it_misses(tafel, tmp_path) -> None:
    book = Workbook()
    book.active.append(["Datum", "Bedrag"])
    book.save(tmp_path / "x.xlsx")
    assert "geen rij met kolomkoppen" in tafel.run("leden", "--uit", str(tmp_path / "x.xlsx")).fout


def test_the_members_of_a_day_are_shown(tafel) -> None:
    assert "dhr. Voorbeeld" in tafel.run("leden", op="2027-06-30").uit
    assert "dhr. Voorbeeld" not in tafel.run("leden", op="2027-07-01").uit
    assert [lid["id"] for lid in tafel.run("leden", "--json", op="2027-07-01").json["leden"]] == ["proef", "rijk"]


def test_actions_go_to_excel_with_days_that_sort(werkmap, tmp_path) -> None:
    record = "---\ntafel: prt\ndatum: 2026-12-11\n---\n## 1. Opening\n\nEen [A1] en twee [A2].\n\n## Actielijst\n\n"
    table = "| Nr | Actie | Actiehouder | Termijn | Status |\n|---|---|---|---|---|\n"
    first = "| A1 | =1+1 | mw. De Proef | 1 maart 2027 | open |\n| A2 | Klaar | COA | | afgerond |\n"
    werkmap.write("verslagen/prt/2026-12-11/verslag.md", record + table + first)
    path = tmp_path / "acties.xlsx"
    assert werkmap.run("acties", "--open", "--xlsx", str(path), op="2027-03-02").code == 0
    header, row = rows(path)
    found = dict(zip(header, row, strict=True))
    assert (found["Nr"], found["Actie"], found["Actiehouder"], found["Termijn verstreken"]) == (
        "A1",
        "=1+1",
        "mw. De Proef",
        "ja",
    )
    assert found["Termijn (datum)"].date() == date(2027, 3, 1)
    assert werkmap.run("acties", "--xlsx", str(path)).code == 2


def test_a_worksheet_that_declares_entities_is_refused(tafel, lijst) -> None:
    delen = parts(lijst.read_bytes())
    sheet = "xl/worksheets/sheet1.xml"
    head, body = (b"", delen[sheet]) if not delen[sheet].startswith(b"<?xml") else delen[sheet].split(b"?>", 1)
    delen[sheet] = (head + b"?>" if head else b"") + b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + body
    lijst.write_bytes(zipped(delen))
    done = tafel.run("leden", "--uit", str(lijst))
    assert "het bevat iets wat in een Excel-bestand niet hoort" in done.fout
