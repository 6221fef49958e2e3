"""Who is meant by what a text says, and what stands there in public."""

from __future__ import annotations

import pytest
from kennishulp import kennis

from pipeline.model import NaamBesluit
from pipeline.publicatie.vermeldingen import find_vermeldingen, replace_vermeldingen


def publiek(tekst: str, k=None) -> str:
    k = k or kennis()
    return replace_vermeldingen(tekst, find_vermeldingen(tekst, k))


def onbeslist(tekst: str, k=None) -> list[str]:
    return [v.tekst for v in find_vermeldingen(tekst, k or kennis()) if v.wijze == "onbeslist"]


@pytest.mark.parametrize(
    "vorm",
    [
        "mevrouw Voorbeeldsma",
        "Mw. A. Voorbeeldsma",
        "A. Voorbeeldsma",
        "Annebel Voorbeeldsma",
        "annebel voorbeeldsma",
        "Annebel",
        "VOORBEELDSMA",
        "drs. Voorbeeldsma",
        "Voorbeeldsma's",
        "Voorbeeldsmas",
        "Voorbeeldsma’",
        "Voor-\nbeeldsma",
        "Voor- beeldsma",
        "Voor\u00adbeeldsma",
        "Voorbeeldsm\u00e4",
        "Voorbeeldsma-Testhuis",
        "Voorbeelsma",
        "Voorbeeldsna",
        "Vorobeeldsma",
        "voorbeeldsma",
        "V o o r b e e l d s m a",
        "Annebel V.",
        "AV",
    ],
)
def test_every_form_of_a_name_gives_way_to_the_function(vorm):
    left = publiek(f"Gisteren vroeg {vorm} naar de planning.")
    assert left == "Gisteren vroeg de regiomanager (COA) naar de planning."


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("De heer De Lange vraagt iets.", "[geanonimiseerd] vraagt iets."),
        ("Het plan van de heer J. de Lange (COA).", "Het plan van [geanonimiseerd] (COA)."),
        ("Vandaag vraagt De Lange iets.", "Vandaag vraagt [geanonimiseerd] iets."),
        ("Op de lange termijn.", "Op de lange termijn."),
        ("De lange termijn.", "De lange termijn."),
        ("Het bos is groot.", "Het bos is groot."),
        ("Vandaag vraagt Bos iets.", "Vandaag vraagt [geanonimiseerd] iets."),
        ("De heren Bos en De Lange.", "[geanonimiseerd] en [geanonimiseerd]."),
        ("Kim v.d. Proefveld komt.", "[geanonimiseerd] komt."),
        ("mw. Van der Proefveld - Quast", "[geanonimiseerd] - [geanonimiseerd]"),
        ("mevrouw Quast", "[geanonimiseerd]"),
        ("Mevrouw Voorbeeldsma (COA) vraagt.", "De regiomanager (COA) vraagt."),
    ],
)
def test_a_name_that_is_also_a_word_is_told_by_its_surroundings(tekst, over):
    assert publiek(tekst) == over


@pytest.mark.parametrize("tekst", ["de heer Van Dijk", "De heer Testman (Voorbeeldstad) zegt dat.", "dhr. Testman"])
def test_who_may_be_named_stays(tekst):
    assert publiek(tekst) == tekst
    assert onbeslist(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Van Dijk vraagt iets.", "Van Dijk"),
        ("Bos vraagt iets.", "Bos"),
        ("Het Amsterdamse Bos ligt daar.", "Bos"),
        ("De heer Van Dijk (COA) vraagt iets.", "De heer Van Dijk"),
        ("De heer Testnan vraagt iets.", "De heer Testnan"),
        ("Mevrouw Testman vraagt iets.", "Mevrouw Testman"),
        ("In de Voorbeeldsmastraat.", "Voorbeeldsmastraat"),
    ],
)
def test_what_can_be_two_people_or_a_word_is_asked_and_not_guessed(tekst, naam):
    assert naam in onbeslist(tekst)


@pytest.mark.parametrize(
    "naam",
    [
        "mevrouw Van der Zwabbel",
        "dhr. Krokant",
        "J.P. de Krokant",
        "Krokant",
        "Piet Krokant",
        "wethouder Krokant",
        "mevrouw KROKANT",
        "De Krokant",
        "Jan-Willem Krokant",
        "drs. Krokant",
    ],
)
def test_anything_that_looks_like_a_name_and_is_on_no_list_is_asked(naam):
    assert onbeslist(f"Vandaag vroeg {naam} naar de planning.")


@pytest.mark.parametrize("houder", ["Jan", "JP", "PvdK", "Jansen/Pietersen"])
def test_an_owner_nobody_knows_is_asked_by_any_name_or_initials(houder):
    found = find_vermeldingen(houder, kennis(), is_eigenaar=True)
    assert found
    assert {v.wijze for v in found} == {"onbeslist"}


@pytest.mark.parametrize("houder", ["COA", "PRT-secretariaat", "voorzitter", "regio's", "ministerie van AenM"])
def test_an_owner_that_is_a_body_is_no_person(houder):
    assert find_vermeldingen(houder, kennis(), is_eigenaar=True) == ()


def test_a_stranger_who_opens_a_sentence_and_speaks_is_asked():
    assert onbeslist("Krokant vraagt naar de planning.") == ["Krokant"]


@pytest.mark.parametrize(
    "tekst",
    [
        "De voorzitter opent de vergadering in Haarlem.",
        "Het COA meldt dat de PRT in januari bijeenkomt.",
        "De RRT's en de minister van Asiel en Migratie.",
        "Er is een locatie in Oekraïne en in Duitsland.",
        "De Tweede Kamer en het Rijk.",
    ],
)
def test_bodies_places_and_months_are_no_names(tekst):
    assert find_vermeldingen(tekst, kennis()) == ()


@pytest.mark.parametrize(
    "adres",
    [
        "k.quast@coa.example",
        "iemand@elders.example",
        "06-12345678",
        "06 12 34 56 78",
        "+31 (0)6 1234 5678",
        "0031612345678",
        "023 - 514 31 43",
        "(023) 514 3143",
    ],
)
def test_addresses_and_phone_numbers_go(adres):
    assert publiek(f"Bereikbaar via {adres} elke dag.") == "Bereikbaar via [geanonimiseerd] elke dag."


def test_the_address_of_the_table_itself_stays():
    assert publiek("Mail secretariaat@voorbeeld.example.") == "Mail secretariaat@voorbeeld.example."


@pytest.mark.parametrize(
    "tekst", ["200 tot 300 plekken in 2026", "23-01-2026", "actie A12 van 17-12-2025", "€ 1.500.000"]
)
def test_figures_and_dates_are_no_phone_numbers(tekst):
    assert publiek(tekst) == tekst


@pytest.mark.parametrize(
    "naam", ["notulen_voorbeeldsma_def.docx", "JVoorbeeldsma.pdf", "https://x.example/voorbeeldsma/a"]
)
def test_a_name_inside_a_file_name_or_link_goes(naam):
    assert "voorbeeldsma" not in publiek(f"Zie {naam} voor meer.").casefold()


def test_a_ground_of_the_woo_can_stand_in_place_of_a_name():
    assert publiek("De heer Bos vraagt iets.", kennis(aanduiding="5.1.2e")) == "5.1.2e vraagt iets."


@pytest.mark.parametrize(
    ("besluit", "over"),
    [
        (NaamBesluit("Krokant", "naam"), "Vandaag vroeg Krokant iets."),
        (NaamBesluit("Krokant", "geen_naam"), "Vandaag vroeg Krokant iets."),
        (NaamBesluit("Krokant", "anonimiseer"), "Vandaag vroeg [geanonimiseerd] iets."),
        (NaamBesluit("krokant", "functie", "een adviseur"), "Vandaag vroeg een adviseur iets."),
    ],
)
def test_what_is_decided_about_a_name_is_carried_out(besluit, over):
    k = kennis(besluit)
    assert publiek("Vandaag vroeg Krokant iets.", k) == over
    assert onbeslist("Vandaag vroeg Krokant iets.", k) == []


def test_a_decision_can_hold_for_one_sentence_only():
    k = kennis(NaamBesluit("Van Dijk", "naam", zin="over de begroting"))
    assert onbeslist("Van Dijk vraagt over de begroting.", k) == []
    assert onbeslist("Van Dijk vraagt iets anders.", k) == ["Van Dijk"]


def test_no_decision_makes_a_person_public_who_must_not_be_named():
    k = kennis(NaamBesluit("Voorbeeldsma", "naam"))
    assert "Voorbeeldsma" not in publiek("Mevrouw Voorbeeldsma vraagt iets.", k)
