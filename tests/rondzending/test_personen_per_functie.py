"""People who are on the list by what they are: named so, found so and written to, in the files that are made."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from opdrachten import Werkmap

TAFEL = """naam: Regionale Regietafel Voorbeeld
korte_naam: RRT
voorzitter: vz
contact: secretariaat@provincie.example
leden:
  - {id: vz, rol: voorzitter, organisatie: Provincie, email: vz@provincie.example}
  - {id: w1, functie: wethouder, organisatie: Polderwijk, email: w1@polderwijk.example}
  - {id: w2, functie: wethouder, organisatie: Duindorp, email: w2@duindorp.example}
  - {id: w3, functie: wethouder, organisatie: Dijk en Waard, email: w3@dijk.example}
  - {id: proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, functie: burgemeester, organisatie: Testdam,
     email: proef@testdam.example}
verzendlijsten:
  - {naam: vooraf, wie: [wethouder Polderwijk, burgemeester De Proef], vertrouwelijk: ja}
  - {naam: leden, wie: [leden], vertrouwelijk: ja}
"""
VERSLAG = """---
tafel: rrt
datum: 24 april 2026
afwezig: [de wethouder van Duindorp]
---
## 1. Opening

De voorzitter opent de vergadering [A1] [A2] [A3] [A4].

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| A1 | Locatie zoeken | wethouder Polderwijk | 1 juni 2026 | open |
| A2 | Brief schrijven | de wethouder van Polderwijk en wethouder (Duindorp) | 1 juni 2026 | open |
| A3 | Cijfers leveren | wethouder | 1 juni 2026 | open |
| A4 | Kaart tekenen | wethouder (Dijk en Waard) | 1 juni 2026 | open |
"""


@pytest.fixture
def rrt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    made = Werkmap(tmp_path / "werkmap", capsys, op="2026-05-20")
    made.write("regietafel.yaml", "naam: Provincie Voorbeeld\nafzender: Secretariaat\nemail: s@provincie.example\n")
    made.write("agenda/rrt/tafel.yaml", TAFEL)
    made.write("agenda/rrt/2026-06-05/agenda.yaml", "afmeldingen: [wethouder Duindorp]\nagendapunten: []\n")
    made.write("verslagen/rrt/2026-04-24/verslag.md", VERSLAG)
    return made


def drafts(werkmap: Werkmap, folder: str) -> dict[str, EmailMessage]:
    found = {}
    for path in werkmap.files(f"agenda/rrt/2026-06-05/{folder}/*.eml"):
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found[path.stem] = message
    return found


def addressees(message: EmailMessage) -> list[tuple[str, str]]:
    return [(address.display_name, address.addr_spec) for address in message["To"].addresses]


def test_an_owner_by_role_is_reminded_once_however_the_record_writes_it(rrt):
    assert rrt.run("herinner", "rrt", "2026-06-05").code == 0, rrt.scherm
    made = drafts(rrt, "herinneringen")
    assert addressees(made["Herinnering wethouder (Polderwijk)"]) == [
        ("wethouder (Polderwijk)", "w1@polderwijk.example")
    ]
    text = made["Herinnering wethouder (Polderwijk)"].get_body().get_content()
    assert "Locatie zoeken" in text
    assert "Brief schrijven" in text
    assert addressees(made["Herinnering wethouder (Duindorp)"]) == [("wethouder (Duindorp)", "w2@duindorp.example")]
    assert addressees(made["Herinnering wethouder (Dijk en Waard)"])[0][1] == "w3@dijk.example"
    assert len(made) == 3


def test_a_role_that_three_people_have_is_asked_about_and_reminds_nobody(rrt):
    rrt.run("herinner", "rrt", "2026-06-05")
    assert "wethouder kan meer dan een lid zijn: wethouder (Polderwijk) (id w1)" in rrt.scherm


def test_the_mails_name_everybody_apart_and_the_chair_by_the_office(rrt):
    assert rrt.run("verzend", "agenda", "rrt", "2026-06-05").code == 0, rrt.scherm
    made = drafts(rrt, "concepten")
    names = [name for name, _ in addressees(made["Agenda aan leden"])]
    assert names == ["voorzitter (Provincie)", "wethouder (Duindorp)", "wethouder (Dijk en Waard)"]
    assert made["Agenda aan leden"]["From"].addresses[0].display_name == "voorzitter RRT"
    early = addressees(made["Agenda aan vooraf"])
    assert early == [("wethouder (Polderwijk)", "w1@polderwijk.example"), ("mw. De Proef", "proef@testdam.example")]


def test_a_list_that_names_a_role_three_people_have_stops_the_mailing(rrt):
    rrt.change("agenda/rrt/tafel.yaml", "[wethouder Polderwijk, burgemeester De Proef]", "[wethouder]")
    assert rrt.run("verzend", "agenda", "rrt", "2026-06-05").code == 1
    assert "zo heten er meer: wethouder (Polderwijk) (id w1)" in rrt.scherm


def test_who_sent_word_by_role_is_absent_and_the_others_are_not(rrt):
    inhoud = rrt.load()
    assert not inhoud.meldingen
    for day in ("verwachte_deelnemers", "deelnemers"):
        reeks = inhoud.reeks("rrt")
        datum = reeks.vergaderingen[0].datum if day == "verwachte_deelnemers" else reeks.verslagen[0].datum
        absent = [d.lid for d in getattr(reeks, day)(datum) if not d.aanwezig]
        assert absent == ["w2"]


def test_a_role_that_three_people_have_sends_nobody_away(rrt):
    rrt.change("agenda/rrt/2026-06-05/agenda.yaml", "wethouder Duindorp", "wethouder")
    inhoud = rrt.load()
    (said,) = inhoud.meldingen
    assert said.code == "persoon-niet-eenduidig"
    (vergadering,) = inhoud.reeks("rrt").vergaderingen
    assert all(d.aanwezig for d in inhoud.reeks("rrt").verwachte_deelnemers(vergadering.datum))


def test_the_actions_of_somebody_are_found_by_any_way_to_name_the_role(rrt):
    found = rrt.run("acties", "rrt", "--van", "wethouder van Polderwijk", "--json").json
    assert [actie["label"] for actie in found["acties"]] == ["A1", "A2"]
