"""Composing an agenda: standing items, proposals, what other tables pass on, and numbers that stay."""

from __future__ import annotations

import docx
import pytest
from opdrachten import Werkmap

AGENDA = """\
agendapunten:
  - {titel: Stand van zaken, duur: 15}
  - {titel: Locaties, duur: 20}
"""
DAG = "agenda/prt/2027-01-22/agenda.yaml"
AANGEMELD = """\
aangemeld:
  # van de leden
  - wat: "Vervoer: wie regelt het?"
    wie: proef
    doel: bespreking
    minuten: 15
  - {wat: Geheim punt, wie: voorbeeld, vertrouwelijk: ja}
  - {wat: Al besproken, wie: voorbeeld, besluit: afgewezen, reden: dubbel}
"""


def titles(werkmap: Werkmap, datum: str = "2027-01-22", tafel: str = "prt") -> list[str]:
    reeks = werkmap.load().reeks(tafel)
    assert reeks
    return [
        f"{p.nummer} {p.titel}" for v in reeks.vergaderingen if v.datum.isoformat() == datum for p in v.agendapunten
    ]


def send(werkmap: Werkmap, datum: str = "2027-01-22") -> None:
    """Record that the agenda went out, as the mailing does: with its items and their numbers."""
    lines = "".join(f'  - "{title}"\n' for title in titles(werkmap, datum))
    event = f"soort: agenda_rondgezonden\nop: 2027-01-14\npunten:\n{lines}"
    werkmap.write(f"verslagen/prt/{datum}/logboek/2027-01-14-agenda_rondgezonden.yaml", event)


# standing items


def test_standing_items_come_by_themselves_around_the_items_of_the_day(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    assert titles(werkmap) == [
        "1 Opening",
        "2 Verslag van de vorige vergadering",
        "3 Terugkoppeling",
        "4 Stand van zaken",
        "5 Locaties",
        "6 Sluiting",
    ]


def test_the_previous_minutes_are_a_paper_of_the_item_that_adopts_them(werkmap) -> None:
    werkmap.write("agenda/prt/2026-12-11/agenda.yaml", AGENDA)
    werkmap.write(DAG, AGENDA)
    reeks = werkmap.load().reeks("prt")
    first, second = reeks.vergaderingen
    assert first.agendapunten[1].bijlagen == ()
    (paper,) = second.agendapunten[1].bijlagen
    assert (paper.titel, paper.verslag_van.isoformat()) == ("Verslag van 11 december 2026", "2026-12-11")


def test_a_meeting_that_was_called_off_has_no_minutes_to_adopt(werkmap) -> None:
    werkmap.write("agenda/prt/2026-12-11/agenda.yaml", "afgelast: storm\n")
    werkmap.write(DAG, AGENDA)
    assert werkmap.load().reeks("prt").vergaderingen[1].agendapunten[1].bijlagen == ()


def test_an_overfull_agenda_is_reported_and_still_made(werkmap) -> None:
    werkmap.write(DAG, AGENDA.replace("20", "60"))
    done = werkmap.run("agenda", "prt", "2027-01-22")
    assert done.code == 0
    assert "De agendapunten duren samen 100 minuten; de vergadering duurt er 90. [agenda-te-vol]" in done.fout
    werkmap.write(DAG, AGENDA.replace("20", "50"))
    assert "agenda-te-vol" not in werkmap.run("agenda", "prt", "2027-01-22").fout


# proposals


def test_proposals_wait_until_something_is_done_with_them(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    done = werkmap.run("aangemeld")
    assert "1. Vervoer: wie regelt het? (mw. De Proef Voorbeeldstad, bespreking, 15 min.)" in done.uit
    assert "2. Geheim punt (dhr. Voorbeeld Toetsdorp, vertrouwelijk)" in done.uit
    assert "Al besproken" not in done.uit


def test_a_proposal_that_is_taken_up_is_an_item_with_everything_it_said(werkmap) -> None:
    werkmap.write(DAG, "# mijn agenda\n" + AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    done = werkmap.run("aangemeld", "--opnemen", "1")
    assert done.code == 0
    assert "Op de agenda van 22 januari 2027, als punt 6: Vervoer: wie regelt het?" in done.uit
    item = werkmap.load().reeks("prt").vergaderingen[0].agendapunten[5]
    assert (item.doel, item.duur, item.spreker) == ("bespreking", 15, "mw. De Proef")
    assert werkmap.read(DAG).startswith("# mijn agenda\n" + AGENDA)
    kept = werkmap.read("agenda/prt/aangemeld.yaml")
    assert kept == AANGEMELD.replace(
        "    minuten: 15\n", "    minuten: 15\n    besluit: opgenomen\n    vergadering: 2027-01-22\n"
    )
    assert "1. Geheim punt" in werkmap.run("aangemeld").uit


def test_a_confidential_proposal_becomes_a_confidential_item(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    werkmap.run("aangemeld", "--opnemen", "2")
    assert werkmap.load().reeks("prt").vergaderingen[0].agendapunten[5].vertrouwelijk


def test_declining_and_putting_off_ask_for_a_reason_and_keep_it(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("agenda/prt/2027-03-05/agenda.yaml", AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    assert werkmap.run("aangemeld", "--afwijzen", "1").code == 2
    assert werkmap.run("aangemeld", "--doorschuiven", "1", "--reden", "cijfers volgen").code == 0
    assert "doorgeschoven naar 5 maart 2027: cijfers volgen" in werkmap.run("aangemeld").uit
    assert werkmap.run("aangemeld", "--afwijzen", "1", "--reden", "hoort bij de RRT").code == 0
    first = werkmap.load().reeks("prt").aanmeldingen[0]
    assert (first.besluit, first.reden) == ("afgewezen", "hoort bij de RRT")
    assert titles(werkmap)[-1] == "6 Sluiting"


def test_a_number_that_does_not_wait_is_refused(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    done = werkmap.run("aangemeld", "--opnemen", "3")
    assert (done.code, "aanmelding-onbekend" in done.fout) == (2, True)


def test_a_broken_agenda_is_left_alone_and_the_proposal_keeps_waiting(werkmap) -> None:
    werkmap.write(DAG, "agendapunten: [\n")
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    done = werkmap.run("aangemeld", "--opnemen", "1")
    assert (done.code, "agenda-niet-aan-te-vullen" in done.fout) == (1, True)
    assert werkmap.read(DAG) == "agendapunten: [\n"
    assert werkmap.read("agenda/prt/aangemeld.yaml") == AANGEMELD


# numbers after sending


def test_after_sending_an_insertion_gets_a_letter_and_nothing_renumbers(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    send(werkmap)
    assert "als punt 4a" in werkmap.run("aangemeld", "--opnemen", "1", "--na", "4").uit
    assert "als punt 5a" in werkmap.run("aangemeld", "--opnemen", "1").uit
    assert titles(werkmap)[3:] == [
        "4 Stand van zaken",
        "4a Vervoer: wie regelt het?",
        "5 Locaties",
        "5a Geheim punt",
        "6 Sluiting",
    ]


def test_before_sending_numbers_follow_the_order(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("agenda/prt/aangemeld.yaml", AANGEMELD)
    werkmap.run("aangemeld", "--opnemen", "1", "--na", "4")
    assert titles(werkmap)[3:] == ["4 Stand van zaken", "5 Vervoer: wie regelt het?", "6 Locaties", "7 Sluiting"]


def test_after_sending_an_item_taken_off_leaves_its_number_empty(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    send(werkmap)
    werkmap.write(DAG, "agendapunten:\n  - {titel: Locaties, duur: 20}\n")
    assert titles(werkmap)[3:] == ["5 Locaties", "6 Sluiting"]


def test_after_sending_a_title_that_is_corrected_keeps_its_number(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    send(werkmap)
    werkmap.write(DAG, AGENDA.replace("Locaties", "Nieuwe locaties in de regio"))
    assert titles(werkmap)[4] == "5 Nieuwe locaties in de regio"


def test_two_insertions_in_one_place_get_two_letters(werkmap) -> None:
    werkmap.write(DAG, AGENDA)
    send(werkmap)
    werkmap.write(DAG, AGENDA + "  - Een\n  - Twee\n")
    assert titles(werkmap)[4:] == ["5 Locaties", "5a Een", "5b Twee", "6 Sluiting"]


# between tables


def pass_on(werkmap: Werkmap) -> None:
    item = "  - {titel: Uitruil van plekken, doel: bespreking, duur: 25, door_naar: prt}\n"
    werkmap.write("agenda/rrt/2027-01-07/agenda.yaml", "agendapunten:\n" + item)
    werkmap.write("agenda/rrt/2027-02-18/agenda.yaml", "agendapunten: []\n")
    werkmap.write(DAG, AGENDA)


def minutes(kop: str) -> str:
    """The minutes of a meeting with one item and one decision under it."""
    head = f"---\ntafel: prt\ndatum: 2027-01-22\n---\n## {kop}\n\nAkkoord [B1].\n\n"
    return head + "## Besluitenlijst\n\n| Nr | Besluit |\n|---|---|\n| B1 | Uitruil mag. |\n"


def outcome(werkmap: Werkmap) -> str:
    return werkmap.run("aangemeld", "rrt", "--json").json["doorgezet"][0]["uitkomst"]


def test_an_item_passed_on_arrives_as_a_proposal(werkmap) -> None:
    pass_on(werkmap)
    assert (
        "1. Uitruil van plekken (RRT Midden, bespreking, 25 min., van rrt/2027-01-07/2)" in werkmap.run("aangemeld").uit
    )
    assert outcome(werkmap) == "wacht op een plaats op de agenda"


def test_it_is_taken_up_once_and_the_table_it_came_from_hears_of_it(werkmap) -> None:
    pass_on(werkmap)
    assert werkmap.run("aangemeld", "--opnemen", "1").code == 0
    assert "6 Sluiting" not in titles(werkmap)
    assert "Er wachten geen aanmeldingen." in werkmap.run("aangemeld").uit
    assert outcome(werkmap) == "op de agenda van 22 januari 2027"


def test_the_decision_of_the_other_table_comes_back_too(werkmap) -> None:
    pass_on(werkmap)
    werkmap.run("aangemeld", "--opnemen", "1")
    record = (
        "---\ntafel: prt\ndatum: 2027-01-22\n---\n## 6. Uitruil van plekken\n\nAkkoord [B1].\n\n## Besluitenlijst\n\n"
    )
    werkmap.write(
        "verslagen/prt/2027-01-22/verslag.md", record + "| Nr | Besluit |\n|---|---|\n| B1 | Uitruil mag. |\n"
    )
    assert outcome(werkmap) == "op de agenda van 22 januari 2027. Besluit: Uitruil mag."


def test_a_confidential_decision_does_not_come_back(werkmap) -> None:
    pass_on(werkmap)
    werkmap.run("aangemeld", "--opnemen", "1")
    werkmap.write("verslagen/prt/2027-01-22/verslag.md", minutes("6. Uitruil van plekken (vertrouwelijk)"))
    assert "Uitruil mag" not in outcome(werkmap)


def test_what_was_declined_comes_back_with_the_reason_on_the_next_agenda(werkmap) -> None:
    pass_on(werkmap)
    werkmap.run("aangemeld", "--afwijzen", "1", "--reden", "eerst een voorstel")
    assert outcome(werkmap) == "niet overgenomen: eerst een voorstel"
    assert werkmap.run("agenda", "rrt", "2027-02-18").code == 0
    made = docx.Document(str(werkmap.root / "agenda/rrt/2027-02-18/2027-02-18 Agenda RRT Midden.docx"))
    text = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
    assert "Teruggemeld: Uitruil van plekken (PRT): niet overgenomen: eerst een voorstel." in text


# what was put off

MINUTES = """\
---
tafel: prt
datum: 22 januari 2027
---
## 4. Stand van zaken

Besproken.

## 5. Locaties

{}
"""


def minutes_of(werkmap: Werkmap, text: str, heading: str = "5. Locaties") -> None:
    werkmap.write(DAG, AGENDA)
    werkmap.write("verslagen/prt/2027-01-22/verslag.md", MINUTES.format(text).replace("5. Locaties", heading))
    werkmap.write("agenda/prt/2027-03-05/agenda.yaml", "agendapunten:\n  - {titel: Rondvraag}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Uitgesteld tot de volgende vergadering.",
        "Aangehouden.",
        "Wegens tijdgebrek wordt dit punt aangehouden.",
        "De bespreking schuift door naar de volgende vergadering.",
        "Het voorstel komt de volgende keer terug.",
        "Naar de volgende vergadering.",
    ],
)
def test_an_item_that_was_put_off_is_offered_for_the_next_agenda(werkmap, text) -> None:
    minutes_of(werkmap, text)
    assert "Locaties (20 min., van prt/2027-01-22/5)" in werkmap.run("aangemeld").uit
    assert "als punt" in werkmap.run("aangemeld", "prt", "2027-03-05", "--opnemen", "1").uit
    assert any("Locaties" in title for title in titles(werkmap, "2027-03-05"))
    assert "Er wachten geen aanmeldingen" in werkmap.run("aangemeld").uit


def put_off(werkmap: Werkmap) -> list[dict[str, str]]:
    said = werkmap.run("voorstellen", "prt", "2027-01-22", "--json").json["voorstellen"]
    return [found for found in said if found["soort"] == "agendapunt"]


def test_an_item_that_was_put_off_is_a_proposal_that_goes_on_the_next_agenda(werkmap) -> None:
    minutes_of(werkmap, "Aangehouden.")
    (found,) = put_off(werkmap)
    assert (found["tekst"], found["reden"]) == ("Locaties", "Uitgesteld in de vergadering van 22 januari 2027.")
    assert f"{found['kenmerk']}  agendapunt" in werkmap.run("voorstellen", "prt", "2027-01-22").uit
    taken = werkmap.run("voorstellen", "prt", "2027-01-22", "--neem-over", found["kenmerk"], op="2027-01-25")
    assert (taken.code, "Op de agenda van 5 maart 2027" in taken.uit) == (0, True)
    assert any("Locaties" in title for title in titles(werkmap, "2027-03-05"))
    assert put_off(werkmap) == []
    assert "Er wachten geen aanmeldingen" in werkmap.run("aangemeld").uit


def test_a_proposal_to_put_an_item_on_the_next_agenda_is_refused_once(werkmap) -> None:
    minutes_of(werkmap, "Aangehouden.")
    (found,) = put_off(werkmap)
    unsaid = werkmap.run("voorstellen", "prt", "2027-01-22", "--wijs-af", found["kenmerk"], op="2027-01-25")
    assert (unsaid.code, "--reden" in unsaid.fout, put_off(werkmap)) == (2, True, [found])
    refused = ("voorstellen", "prt", "2027-01-22", "--wijs-af", found["kenmerk"], "--reden", "dubbel")
    assert werkmap.run(*refused, op="2027-01-25").code == 0
    assert put_off(werkmap) == []
    assert "reden: dubbel" in werkmap.read("agenda/prt/aangemeld.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "Besproken. De volgende vergadering is in maart.",
        "Dit punt wordt niet uitgesteld.",
        "Dit punt was de vorige keer uitgesteld.",
        "De termijn van de actie is verschoven naar de volgende vergadering.",
        "De politie heeft iemand aangehouden.",
    ],
)
def test_an_item_that_was_not_put_off_is_not_offered(werkmap, text) -> None:
    minutes_of(werkmap, text)
    assert "Er wachten geen aanmeldingen" in werkmap.run("aangemeld").uit


def test_an_item_that_is_declined_once_is_not_offered_again(werkmap) -> None:
    minutes_of(werkmap, "Uitgesteld.")
    assert werkmap.run("aangemeld", "--afwijzen", "1", "--reden", "niet meer nodig").code == 0
    assert "Er wachten geen aanmeldingen" in werkmap.run("aangemeld").uit


def test_an_item_that_is_on_a_later_agenda_has_come_back(werkmap) -> None:
    minutes_of(werkmap, "Uitgesteld.")
    werkmap.write("agenda/prt/2027-03-05/agenda.yaml", "agendapunten:\n  - {titel: Locaties}\n")
    assert "Er wachten geen aanmeldingen" in werkmap.run("aangemeld").uit


def test_a_confidential_item_that_was_put_off_comes_back_confidential(werkmap) -> None:
    minutes_of(werkmap, "Uitgesteld.", "5. Locaties (vertrouwelijk)")
    assert "vertrouwelijk" in werkmap.run("aangemeld").uit


def test_who_sent_word_stands_so_in_the_minutes_from_the_start_and_in_word(werkmap) -> None:
    werkmap.write(DAG, AGENDA + "afmeldingen: [proef]\n")
    assert werkmap.run("verslag", "prt", "2027-01-22").code == 0
    assert "[afgemeld]" in werkmap.read("verslagen/prt/2027-01-22/verslag.md")
    assert werkmap.run("verslag", "prt", "2027-01-22").code == 0
    (word,) = werkmap.files("verslagen/prt/2027-01-22/*.docx")
    cells = [c.text for t in docx.Document(str(word)).tables for r in t.rows for c in r.cells]
    assert any("afgemeld" in cell.casefold() for cell in cells)
