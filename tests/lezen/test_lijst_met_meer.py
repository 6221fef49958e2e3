"""Lists that hold more than actions: decisions beside them, addresses, questions, owners above or below."""

from __future__ import annotations

import pytest

from pipeline.lezen import lees
from pipeline.model import Verslag

KOP = "# Verslag werkgroep 3 juni 2026\n\nAanwezig: Ina Toets, Bram Proef\n\n## 1. Opening\n\nWelkom.\n\n"


def read(tekst: str) -> Verslag:
    found = lees(f"{KOP}{tekst}".encode(), "verslag.md").verslag
    assert found is not None
    return found


def acties(tekst: str) -> list[tuple[str, str]]:
    return [(a.actie, a.actiehouder) for a in read(tekst).actiepunten]


@pytest.mark.parametrize(
    "kop", ["Besluit en acties", "Besluiten en actiepunten", "Besluiten / acties", "Acties en besluiten"]
)
def test_a_list_of_both_says_line_by_line_what_each_is(kop):
    found = read(
        f"## {kop}\n\n- Lijst bijwerken (Ina)\n- Het jaarplan is vastgesteld\n- Bram stuurt de cijfers rond\n"
        "- Besloten is de zaal te houden\n- Voorbeelden uitwerken\n"
    )
    assert [a.actie for a in found.actiepunten] == [
        "Lijst bijwerken",
        "Bram stuurt de cijfers rond",
        "Voorbeelden uitwerken",
    ]
    assert [b.tekst for b in found.besluiten] == ["Het jaarplan is vastgesteld", "Besloten is de zaal te houden"]


@pytest.mark.parametrize(
    "kop",
    ["Op te volgen taken", "Uit te voeren acties", "Te nemen acties", "Gemaakte afspraken", "Gerelateerde acties"],
)
def test_a_list_of_what_is_to_be_done_may_be_called_so(kop):
    assert acties(f"## {kop}\n\n- Bram: zaal bespreken\n") == [("zaal bespreken", "Bram")]


def test_whose_action_it_is_may_stand_below_it_for_several():
    text = "## Op te volgen taken\n\n### 1. Zaal\n\n- Huur een zaal\n- **Verantwoordelijken:** Ina, Bram\n"
    assert acties(text) == [("Huur een zaal", "Ina, Bram")]


def test_a_line_that_names_the_owner_opens_the_list_below_it():
    text = "## 2. Zaal\n\nActiepunten: @Bram\n- Er zal een zaal moeten worden gehuurd\n- De sleutel wordt opgehaald\n"
    assert [owner for _, owner in acties(text)] == ["Bram", "Bram"]


@pytest.mark.parametrize(
    "regel",
    [
        "Gemeente Proefdorp: b.proef@proefdorp.example",
        "Waterschap: Bram Proef: b.proef@water.example",
        "Datum: maandag 6 april",
        "Tijd: 10:00 – 11:30",
        "Doel: opnemen in het verslag",
        "Kan dit ook elders worden gebruikt?",
    ],
)
def test_an_address_a_day_an_aim_and_a_question_are_no_actions(regel):
    assert acties(f"## Acties\n\n- Ina: zaal huren\n- {regel}\n") == [("zaal huren", "Ina")]


def test_an_action_that_holds_an_address_is_one():
    text = "## Acties\n\n- Ina: de nieuwe leden uitnodigen via secretariaat@proefdorp.example voor de volgende keer\n"
    assert [owner for _, owner in acties(text)] == ["Ina"]


@pytest.mark.parametrize(
    ("zin", "taak", "houder"),
    [
        ("De zaal wordt lastig – actie Bram: uitzoeken wat een tent kost.", "Uitzoeken wat een tent kost", "Bram"),
        ("De opties zijn geformuleerd – actie Ina, Bram om dit uit te werken.", "om dit uit te werken", "Ina, Bram"),
        ("Er zijn twee tabellen – actie Ina, wacht op het sjabloon van de drukker.", "wacht op het sjabloon", "Ina"),
    ],
)
def test_a_marker_within_a_sentence_is_one_where_it_names_its_owner(zin, taak, houder):
    ((action, owner),) = acties(f"## 2. Zaal\n\n- {zin}\n")
    assert taak.casefold() in action.casefold()
    assert owner == houder


@pytest.mark.parametrize(
    "zin", ["De brief is verstuurd – actie is niet meer nodig.", "De actie - en dat snel - blijft uit."]
)
def test_the_word_action_behind_a_dash_is_no_marker_without_an_owner(zin):
    assert acties(f"## 2. Zaal\n\n{zin}\n") == []
