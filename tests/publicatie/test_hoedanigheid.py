"""Who is named in office may be named; in a former or a private role it is asked, and an inhabitant never is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from kennishulp import MENSEN, bekende, kennis

from pipeline.model import NaamBesluit, Reeks, Tafel, Verzendlijst
from pipeline.publicatie.bekenden import collect_bekenden
from pipeline.publicatie.redactie import Redacteur
from pipeline.publicatie.vermeldingen import find_vermeldingen, replace_vermeldingen

WETHOUDER = bekende("dhr.|||Testman", "naam", "de wethouder (Voorbeeldstad)", bij="Voorbeeldstad")
KRING = replace(kennis(), bekenden=(*(b for b in MENSEN if b.persoon.achternaam != "Testman"), WETHOUDER))


def wijzen(tekst: str) -> list[str]:
    return [v.wijze for v in find_vermeldingen(tekst, KRING) if "Testman" in v.tekst]


def openbaar(tekst: str, *besluiten: NaamBesluit) -> str:
    circle = replace(KRING, namen=besluiten)
    return replace_vermeldingen(tekst, find_vermeldingen(tekst, circle))


@pytest.mark.parametrize(
    "tekst",
    [
        "De brief is van oud-wethouder Testman.",
        "De brief is van voormalig wethouder Testman.",
        "Ex-wethouder de heer Testman was er ook.",
        "Als inwoner van Testdam vraagt de heer Testman aandacht voor het verkeer.",
        "De heer Testman sprak in op persoonlijke titel.",
        "De heer Testman, inwoner van Testdam, sprak in.",
        "Raadslid Testman stelde een vraag.",
        "Burgemeester Testman stelde een vraag.",
    ],
)
def test_a_former_or_private_role_and_another_office_are_asked_about(tekst):
    assert wijzen(tekst) == ["onbeslist"]


@pytest.mark.parametrize("tekst", ["Wethouder Testman stelde een vraag.", "De heer Testman sprak met inwoners."])
def test_who_is_named_in_office_stays(tekst):
    assert wijzen(tekst) == ["blijft"]


def test_an_answer_settles_a_former_role_too():
    besluit = NaamBesluit("Testman", "naam")
    assert openbaar("Dit zei oud-wethouder Testman.", besluit) == "Dit zei oud-wethouder Testman."


@pytest.mark.parametrize(
    "tekst",
    [
        "Een klager, mevrouw Zwabbelaar, belde.",
        "Bewoner Zwabbelaar belde.",
        "De bewoners Krokanter en Zwabbelaar belden.",
        "Mevrouw Zwabbelaar (omwonende) belde.",
        "Inwoonster mw. Van der Zwabbelaar belde.",
    ],
)
def test_an_inhabitant_is_anonymous_whatever_was_answered(tekst):
    for besluiten in ((), (NaamBesluit("Zwabbelaar", "naam"), NaamBesluit("Krokanter", "naam"))):
        shown = openbaar(tekst, *besluiten)
        assert "wabbelaar" not in shown
        assert "rokanter" not in shown
        assert "[geanonimiseerd]" in shown


def test_the_house_of_an_inhabitant_goes_with_the_name():
    shown = openbaar("Bewoner Zwabbelaar van de Dorpsstraat 12a, 1234 AB, belde. De locatie is aan de Kadestraat 3.")
    assert "Dorpsstraat" not in shown
    assert "1234 AB" not in shown
    assert "Kadestraat 3" in shown


def test_initials_become_the_role_or_the_organisation():
    kim = replace(bekende("mw.|Kim|van der|Proefveld", "naam", bij="Voorbeeldstad"))
    circle = replace(kennis(), bekenden=(kim,))
    assert Redacteur(circle).redact_tekst("KvdP", is_eigenaar=True) == "Voorbeeldstad"
    with_role = replace(circle, bekenden=(replace(kim, functie="de wethouder (Voorbeeldstad)"),))
    assert Redacteur(with_role).redact_tekst("KvdP", is_eigenaar=True) == "De wethouder (Voorbeeldstad)"


def test_initials_of_nobody_on_a_list_are_asked_about():
    redacteur = Redacteur(kennis())
    redacteur.redact_tekst("PvD", is_eigenaar=True)
    assert [p.vermelding.tekst for p in redacteur.onbeslist] == ["PvD"]


def test_only_the_organisation_can_be_the_answer():
    besluit = NaamBesluit("Zwabbelaar", "organisatie", organisatie="COA")
    assert openbaar("Mevrouw Zwabbelaar belde.", besluit) == "Een medewerker van het COA belde."
    listed = NaamBesluit("Voorbeeldsma", "organisatie")
    assert openbaar("Dit zei mw. Voorbeeldsma.", listed) == "Dit zei een medewerker van het COA."


def test_who_was_no_member_that_day_is_asked_about(regietafel, voorbeeld):
    record = voorbeeld / "verslagen" / "prt" / "2026-03-13" / "verslag.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Het COA geeft", "De heer Elzakalai geeft", 1), encoding="utf-8")
    told = json.loads(regietafel("publiceer", "prt", "2026-03-13", "--proef", "--json", werkmap=voorbeeld).uit)
    assert [(v["woord"], v["reden"]) for v in told["vragen"]] == [
        ("De heer Elzakalai", "was op 13 maart 2026 geen lid van de PRT")
    ]


def test_everybody_in_a_string_of_addresses_is_known():
    addresses = ("dhr. Toets <t@x.example>; mw. De Proef <p@x.example>",)
    tafel = Tafel("vt", "Voorbeeldtafel", verzendlijsten=(Verzendlijst("pers", adressen=addresses),))
    known = collect_bekenden(Reeks(tafel), date(2026, 4, 24))
    assert {bekende.persoon.achternaam for bekende in known} == {"Toets", "Proef"}
