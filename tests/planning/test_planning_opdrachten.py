"""Planning a year, moving a meeting, and what the calendars and the schedule then say."""

from __future__ import annotations

from datetime import date

import docx
import pytest
from icalendar import Calendar
from opdrachten import Werkmap

from pipeline.werkmap import Paden, create_vergadering


def events(werkmap: Werkmap, naam: str = "agenda/prt/Vergaderingen PRT.ics") -> dict:
    content = (werkmap.root / naam).read_bytes()
    return {str(e["uid"]): e for e in Calendar.from_ical(content).walk("VEVENT")}


def folders(werkmap: Werkmap, tafel: str = "prt") -> list[str]:
    made = (p for p in (werkmap.root / "agenda" / tafel).iterdir() if p.is_dir())
    return sorted(p.name for p in made if p.name != "logboek")


def schedule(werkmap: Werkmap, naam: str = "agenda/prt/2027 Vergaderschema PRT.docx") -> list[list[str]]:
    made = docx.Document(str(werkmap.root / naam))
    return [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]


@pytest.fixture
def gepland(werkmap: Werkmap) -> Werkmap:
    assert werkmap.run("planning", "prt", "2027", "--neem-over").code == 0
    return werkmap


# planning


def test_a_proposal_is_shown_and_nothing_is_written(werkmap) -> None:
    done = werkmap.run("planning", "prt", "2027")
    assert done.code == 0
    assert "vrijdag 8 januari 2027" in done.uit
    assert "1 januari 2027: Nieuwjaarsdag" in done.uit
    assert "1 juli 2027: Taakstellingen van de gemeenten gerealiseerd" in done.uit
    assert "Volgende stap: regietafel planning prt 2027 --neem-over" in done.uit
    assert folders(werkmap) == []


def test_the_year_alone_is_enough_where_one_table_is_usual(werkmap) -> None:
    assert "(prt), 2027" in werkmap.run("planning", "2027").uit
    assert werkmap.run("planning", "prt").code == 2


def test_as_json_each_shift_has_its_reasons(werkmap) -> None:
    found = werkmap.run("planning", "2027", "--json").json
    assert found["vergaderingen"][0] == {
        "datum": "2027-01-08",
        "gewoon": "2027-01-01",
        "redenen": ["1 januari 2027: Nieuwjaarsdag"],
        "voor": None,
        "bestaat": False,
    }
    assert any("zomerreces" in reden for v in found["vergaderingen"] for reden in v["redenen"])


def test_taking_over_makes_a_folder_for_each_meeting_that_reads_without_a_word(gepland) -> None:
    found = gepland.run("planning", "2027", "--json").json["vergaderingen"]
    assert folders(gepland) == [v["datum"] for v in found]
    assert len(found) == 9
    assert all(v["bestaat"] for v in found)
    assert gepland.load().meldingen == ()
    assert (gepland.root / "agenda/prt/2027-01-08/bijlagen").is_dir()


def test_taking_over_twice_changes_nothing_and_keeps_what_was_typed(gepland) -> None:
    agenda = gepland.write("agenda/prt/2027-01-08/agenda.yaml", "# van mij\nagendapunten: [Eigen punt]\n")
    gepland.run("planning", "prt", "2027", "--neem-over")
    before = {p: p.read_bytes() for p in gepland.root.rglob("*") if p.is_file()}
    gepland.run("planning", "prt", "2027", "--neem-over", op="2026-11-25")
    assert {p: p.read_bytes() for p in gepland.root.rglob("*") if p.is_file()} == before
    assert agenda.read_text(encoding="utf-8") == "# van mij\nagendapunten: [Eigen punt]\n"


def test_the_schedule_in_word_has_every_meeting_with_its_deadlines(gepland) -> None:
    rows = schedule(gepland)
    assert rows[0] == ["Datum", "Tijd", "Locatie", "Agenda uiterlijk", "Verslag uiterlijk", "Opmerking"]
    place = "Provinciehuis, Voorbeeldstad"
    assert rows[1] == ["vrijdag 8 januari 2027", "9:30 tot 11:00 uur", place, "1 januari 2027", "22 januari 2027", ""]
    assert ["1 juli 2027", "Taakstellingen van de gemeenten gerealiseerd"] in rows


def test_both_calendars_are_made(gepland) -> None:
    assert len(events(gepland)) == 9
    assert "prt-2027-01-08@voorbeeld.nl" in events(gepland)
    deadlines = events(gepland, "agenda/prt/Termijnen PRT.ics")
    assert "prt-2027-01-08-agenda@voorbeeld.nl" in deadlines
    assert "wetscyclus-2026-realisatie@voorbeeld.nl" in deadlines


def test_the_table_that_prepares_another_meets_before_it_and_not_at_its_hour(gepland) -> None:
    found = gepland.run("planning", "rrt", "2027", "--json").json["vergaderingen"]
    fed = [v["datum"] for v in gepland.run("planning", "prt", "2027", "--json").json["vergaderingen"]]
    assert [v["voor"] for v in found] == fed
    assert all(v["datum"] < v["voor"] for v in found)
    assert not {v["datum"] for v in found} & set(fed)


def test_preparing_a_table_that_plans_nothing_is_said(werkmap) -> None:
    done = werkmap.run("planning", "rrt", "2027")
    assert "[geen-voorbereiding]" in done.fout
    assert "Plan eerst: regietafel planning prt 2027" in done.fout


def test_an_item_of_the_law_cycle_comes_on_the_last_agenda_before_its_date(werkmap) -> None:
    werkmap.write("agenda/prt/2026-09-18/agenda.yaml", "agendapunten: []\n")
    werkmap.write("agenda/prt/2026-10-30/agenda.yaml", "# najaar\nagendapunten: []\n")
    done = werkmap.run("planning", "prt", "2026", "--neem-over", op="2026-09-01")
    assert "Op de agenda van 2026-10-30: Concept provinciaal verslag" in done.uit
    on_agenda = {
        v.datum.isoformat(): "Concept provinciaal verslag" in [p.titel for p in v.agendapunten]
        for v in werkmap.load().reeks("prt").vergaderingen
    }
    assert [datum for datum, there in on_agenda.items() if there] == ["2026-10-30"]
    assert werkmap.read("agenda/prt/2026-10-30/agenda.yaml").startswith("# najaar\n")


# moving


def test_a_meeting_moves_with_its_papers_and_keeps_its_place_in_every_calendar(gepland) -> None:
    gepland.write("agenda/prt/2027-02-12/bijlagen/notitie.pdf", "stuk")
    done = gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    assert done.code == 0
    assert "2027-02-12" not in folders(gepland)
    assert gepland.read("agenda/prt/2027-02-19/bijlagen/notitie.pdf") == "stuk"
    event = events(gepland)["prt-2027-02-12@voorbeeld.nl"]
    assert (int(event["sequence"]), event.decoded("dtstart").date().isoformat()) == (1, "2027-02-19")
    assert len(events(gepland)) == 9
    assert ["vrijdag 19 februari 2027", "verplaatst van 12 februari 2027"] in [[r[0], r[-1]] for r in schedule(gepland)]


def test_moving_twice_counts_twice_and_the_uid_stays(gepland) -> None:
    gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    gepland.run("verplaats", "prt", "2027-02-19", "12-2-2027")
    assert int(events(gepland)["prt-2027-02-12@voorbeeld.nl"]["sequence"]) == 2
    assert gepland.load().meldingen == ()


def test_a_word_agenda_with_the_old_date_is_set_aside_and_not_lost(gepland) -> None:
    gepland.run("agenda", "prt", "2027-02-12")
    gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    assert (gepland.root / "agenda/prt/2027-02-19/oud/2027-02-12 Agenda PRT.docx").is_file()


def test_a_proposal_taken_up_follows_its_meeting(gepland) -> None:
    gepland.write(
        "agenda/prt/aangemeld.yaml", "aangemeld:\n  - {wat: X, besluit: opgenomen, vergadering: 2027-02-12}\n"
    )
    gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    (proposal,) = gepland.load().reeks("prt").aanmeldingen
    assert proposal.vergadering.isoformat() == "2027-02-19"


@pytest.mark.parametrize(
    ("dicht", "code"),
    [
        (("verslagen/prt/2027-02-12/verslag.md", "---\ntafel: prt\ndatum: 2027-02-12\n---\n"), "vergadering-ligt-vast"),
        (("verslagen/prt/2027-02-12/logboek/x.yaml", "soort: rondgezonden\nop: 2027-02-20\n"), "vergadering-ligt-vast"),
        (("agenda/prt/2027-02-19/agenda.yaml", ""), "vergadering-bestaat"),
        (("agenda/prt/2027-02-12/bijlagen/~$titie.docx", ""), None),
        (("agenda/prt/2027-02-12/agenda.yaml", "agendapunten: [\n"), "agenda-niet-aan-te-vullen"),
    ],
    ids=["minutes", "circulated", "taken", "owner file alone", "unreadable"],
)
def test_a_meeting_that_cannot_move_stays_whole(gepland, dicht, code) -> None:
    gepland.write(*dicht)
    before = {p: p.read_bytes() for p in gepland.root.rglob("*") if p.is_file()}
    done = gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    if code is None:
        assert done.code == 0
        return
    assert (done.code, code in done.fout) == (2, True)
    assert {p: p.read_bytes() for p in gepland.root.rglob("*") if p.is_file()} == before


def test_a_paper_that_is_open_in_word_keeps_the_meeting_where_it_is(gepland) -> None:
    gepland.write("agenda/prt/2027-02-12/bijlagen/notitie.docx", "stuk")
    gepland.write("agenda/prt/2027-02-12/bijlagen/~$titie.docx", "")
    done = gepland.run("verplaats", "prt", "2027-02-12", "2027-02-19")
    assert (done.code, "in-gebruik" in done.fout) == (2, True)
    assert gepland.read("agenda/prt/2027-02-12/bijlagen/notitie.docx") == "stuk"


def test_a_new_date_on_a_holiday_is_said_and_done(gepland) -> None:
    done = gepland.run("verplaats", "prt", "2027-03-19", "2027-03-26")
    assert done.code == 0
    assert "Goede vrijdag. [planning-botst]" in done.fout


def test_moving_a_meeting_past_the_one_that_prepares_it_is_said(gepland) -> None:
    gepland.run("planning", "rrt", "2027", "--neem-over")
    moved = [v["datum"] for v in gepland.run("planning", "rrt", "2027", "--json").json["vergaderingen"]]
    done = gepland.run("verplaats", "rrt", moved[2], "2027-03-22")
    assert "Voor de vergadering van prt op 19 maart 2027 vergadert RRT Midden niet. [geen-voorbereiding]" in done.fout


def test_moving_the_meeting_that_is_prepared_past_its_preparation_is_said(gepland) -> None:
    gepland.run("planning", "rrt", "2027", "--neem-over")
    done = gepland.run("verplaats", "prt", "2027-02-12", "2027-01-21")
    assert "Voor de vergadering van prt op 21 januari 2027 vergadert RRT Midden niet. [geen-voorbereiding]" in done.fout


def test_a_meeting_called_off_keeps_its_folder_and_is_cancelled(gepland) -> None:
    done = gepland.run("verplaats", "prt", "2027-02-12", "--afgelast", "te weinig onderwerpen: {geen}")
    assert done.code == 0
    assert "2027-02-12" in folders(gepland)
    event = events(gepland)["prt-2027-02-12@voorbeeld.nl"]
    assert (event["status"], int(event["sequence"])) == ("CANCELLED", 1)
    assert "prt-2027-02-12-agenda@voorbeeld.nl" in events(gepland, "agenda/prt/Termijnen PRT.ics")
    deadline = events(gepland, "agenda/prt/Termijnen PRT.ics")["prt-2027-02-12-agenda@voorbeeld.nl"]
    assert deadline["status"] == "CANCELLED"
    assert "afgelast" in gepland.run("status", "prt").uit
    row = next(r for r in schedule(gepland) if r[0] == "vrijdag 12 februari 2027")
    assert row[-1] == "gaat niet door: te weinig onderwerpen: {geen}"


@pytest.mark.parametrize(
    "woorden", [("2027-02-12",), ("prt",), ("2027-02-12", "2027-02-30"), ("2027-02-13", "2027-02-19")]
)
def test_a_move_that_is_not_said_well_changes_nothing(gepland, woorden) -> None:
    before = folders(gepland)
    assert gepland.run("verplaats", *woorden).code == 2
    assert folders(gepland) == before


# where everything stands


def test_status_shows_the_chain_with_days_left_and_the_next_command(gepland) -> None:
    gepland.run("agenda", "prt", "2027-01-08")
    done = gepland.run("status", "prt", op="2026-12-20")
    assert "8 januari 2027" in done.uit
    assert "conceptagenda" in done.uit
    assert "Volgende stap: regietafel akkoord prt 2027-01-08" in done.uit
    gepland.run("akkoord", "prt", "2027-01-08", op="2026-12-21")
    found = gepland.run("status", "prt", "--json", op="2026-12-30").json["tafels"][0]["vergaderingen"][0]
    assert found["stadium"] == "akkoord_voorzitter"
    chain = {s["stadium"]: s for s in found["stadia"]}
    assert chain["akkoord_voorzitter"]["op"] == "2026-12-21"
    assert chain["agenda_rondgezonden"] == {
        "stadium": "agenda_rondgezonden",
        "bereikt": False,
        "op": None,
        "uiterlijk": "2027-01-01",
        "werkdag": "2026-12-31",
        "dagen": 2,
        "te_laat": False,
    }
    late = gepland.run("status", "prt", "--json", op="2027-01-02").json["tafels"][0]["vergaderingen"][0]["mist"][0]
    assert (late["te_laat"], late["dagen"]) == (True, -1)


def test_status_shows_every_table_the_usual_one_first(gepland) -> None:
    gepland.run("planning", "rrt", "2027", "--neem-over")
    found = gepland.run("status", "--json").json["tafels"]
    assert [t["tafel"] for t in found] == ["prt", "rrt"]
    assert all(t["vergaderingen"] for t in found)


def test_an_agreement_recorded_twice_is_two_events(gepland) -> None:
    gepland.run("akkoord", "prt", "2027-01-08", "--toelichting", "per e-mail: goed")
    gepland.run("akkoord", "prt", "2027-01-08")
    log = gepland.root / "verslagen/prt/2027-01-08/logboek"
    assert len(list(log.glob("*.yaml"))) == 2
    assert gepland.load().meldingen == ()


def test_an_item_of_the_law_cycle_is_not_put_on_an_agenda_long_before(werkmap) -> None:
    werkmap.write("agenda/prt/2026-06-26/agenda.yaml", "agendapunten: []\n")
    werkmap.write("agenda/rrt/tafel.yaml", "naam: Andere\n")
    werkmap.write("regietafel.yaml", "naam: X\nvrije_perioden:\n  - {naam: dicht, van: 2026-07-01, tot: 2026-12-31}\n")
    werkmap.run("planning", "prt", "2026", "--neem-over", op="2026-06-01")
    assert werkmap.read("agenda/prt/2026-06-26/agenda.yaml") == "agendapunten: []\n"


def test_a_meeting_that_was_called_off_is_not_proposed_again(gepland) -> None:
    gepland.run("verplaats", "prt", "2027-02-12", "--afgelast", "storm")
    text = gepland.read("agenda/prt/2027-02-12/agenda.yaml")
    done = gepland.run("planning", "prt", "2027", "--neem-over")
    assert "Gemaakt" not in done.uit
    assert gepland.read("agenda/prt/2027-02-12/agenda.yaml") == text


def test_a_folder_with_papers_only_gets_its_agenda(werkmap) -> None:
    werkmap.write("agenda/prt/2027-01-08/bijlagen/notitie.pdf", "stuk")
    werkmap.run("planning", "prt", "2027", "--neem-over")
    assert werkmap.read("agenda/prt/2027-01-08/bijlagen/notitie.pdf") == "stuk"
    assert "agendapunten" in werkmap.read("agenda/prt/2027-01-08/agenda.yaml")


def test_an_agenda_that_was_sent_gets_no_item_of_the_law_cycle_any_more(werkmap) -> None:
    werkmap.write("agenda/prt/2026-10-30/agenda.yaml", "agendapunten: []\n")
    werkmap.write("verslagen/prt/2026-10-30/logboek/x.yaml", "soort: agenda_rondgezonden\nop: 2026-10-20\n")
    werkmap.run("planning", "prt", "2026", "--neem-over", op="2026-10-21")
    assert werkmap.read("agenda/prt/2026-10-30/agenda.yaml") == "agendapunten: []\n"


def test_a_folder_that_appears_in_the_meantime_is_not_written_over(tmp_path) -> None:
    paden, day = Paden(tmp_path), date(2027, 1, 8)
    assert create_vergadering(paden, "prt", day, "# een") == paden.vergadering("prt", day)
    assert create_vergadering(paden, "prt", day, "# twee") is None
    assert paden.agenda("prt", day).read_text(encoding="utf-8") == "# een"
