"""Agenda items whose heading nobody marked as one: numbered lines and lists, a frame, short lines that stand alone."""

from __future__ import annotations

import pytest
from lezen_bouw import make_docx, p

from pipeline.lezen import lees
from pipeline.model import Alinea, Verslag
from pipeline.taal import zoek_voorstellen

KOP = "# Verslag werkgroep Proef 3 maart 2026\n\nAanwezig: Jan Proef, Piet de Voorbeeld\n\n"


def gelezen(text: str, naam: str = "verslag.md") -> Verslag:
    found = lees(text.encode(), naam).verslag
    assert found is not None
    return found


def titels(text: str, naam: str = "verslag.md") -> list[str]:
    return [punt.titel for punt in gelezen(text, naam).punten]


def tekst_onder(verslag: Verslag, titel: str) -> str:
    punt = next(punt for punt in verslag.punten if punt.titel == titel)
    return "\n".join(blok.tekst for blok in punt.blokken if isinstance(blok, Alinea))


def test_a_numbered_list_under_one_heading_are_the_items():
    lijst = "1. Opening\n    - De voorzitter opent.\n2. Zwembad\n    - Het zwembad blijft open.\n"
    text = f"{KOP}## Agenda/Verslag\n\n{lijst}"
    assert titels(text) == ["Opening", "Zwembad"]
    assert "blijft open" in tekst_onder(gelezen(text), "Zwembad")


def test_a_numbered_list_in_minutes_without_headings_are_the_items():
    lijst = "1. Zwembad\n    - Het blijft open.\n2. Rondvraag\n    - Geen vragen.\n"
    text = f"Aanwezig: Jan Proef, Piet de Voorbeeld\n\n{lijst}"
    assert titels(text) == ["Zwembad", "Rondvraag"]


def test_numbered_lines_with_text_between_are_items_also_where_a_number_is_skipped():
    text = (
        "Verslag werkgroep Proef 3 maart 2026\n\n1 Welkom\n\nIedereen is er.\n\n"
        "2 Zwembad\n\nHet blijft open.\n\n4 Sluiting\n\n"
        "Tot dan.\n"
    )
    assert titels(text) == ["Welkom", "Zwembad", "Sluiting"]


@pytest.mark.parametrize("naam", ["verslag.md", "verslag.txt"])
def test_an_item_may_be_called_one_with_its_number(naam):
    text = "Verslag werkgroep Proef 3 maart 2026\n\nAgendapunt 1: Opening\n\nWelkom.\n\n"
    read = gelezen(f"{text}Agendapunt 2: Zwembad\n\nHet blijft open.\n", naam)
    assert [(punt.nummer, punt.titel) for punt in read.punten] == [("1", "Opening"), ("2", "Zwembad")]


def test_a_numbered_list_within_the_text_makes_no_items():
    text = (
        f"{KOP}## Zwembad\n\nEr zijn wensen:\n\n1 Een glijbaan\n\n2 Een kassa\n\n3 Een hek\n\n## Rondvraag\n\nGeen.\n"
    )
    assert titels(text) == ["Zwembad", "Rondvraag"]


def test_headings_below_a_frame_are_the_items_and_what_stands_around_it_is_kept():
    text = (
        f"{KOP}## Doel\n\nSamen oefenen met overleg.\n\n## Besproken onderwerpen\n\n### 1. Zwembad\n\nOpen.\n\n"
        "### 2. Kermis\n\nDicht.\n\n## Reflectie\n\nHet overleg liep goed.\n"
    )
    read = gelezen(text)
    assert [punt.titel for punt in read.punten] == ["Zwembad", "Kermis"]
    assert any("Samen oefenen" in blok.tekst for blok in read.inleiding if isinstance(blok, Alinea))
    assert "liep goed" in tekst_onder(read, "Kermis")


def test_a_question_round_behind_the_frame_is_an_item():
    text = f"{KOP}## Verslag\n\n### Zwembad\n\nOpen.\n\n### Kermis\n\nDicht.\n\n## Rondvraag\n\nGeen vragen.\n"
    assert titels(text) == ["Zwembad", "Kermis", "Rondvraag"]


def test_the_agenda_gives_the_items_of_minutes_without_headings():
    text = f"{KOP}## Agenda\n\n- Zwembad\n- Kermis\n\n## Aantekeningen\n\nPiet vertelt over de kermis.\n"
    assert titels(text) == ["Zwembad", "Kermis", "Aantekeningen"]
    assert "vertelt" in tekst_onder(gelezen(text), "Aantekeningen")


def test_an_agenda_above_minutes_with_headings_makes_no_items_of_its_own():
    text = (
        f"{KOP}## Agenda\n\n1. Zwembad\n2. Kermis\n\n## Verslag\n\n"
        "### Agendapunt 1: Zwembad\n\nOpen.\n\n### Agendapunt 2: Kermis\n\n"
        f"Dicht.\n"
    )
    assert titels(text) == ["Zwembad", "Kermis"]


def test_a_numbering_that_begins_again_stands_within_its_item():
    text = "".join(
        f"## {kop}\n\nTekst over dit punt.\n\n"
        for kop in ("1. Opening", "2. Vragen", "1. Zwembad", "2. Kermis", "3. Kassa", "3. Sluiting")
    )
    assert titels(KOP + text) == ["Opening", "Vragen", "Sluiting"]


def test_numbers_within_one_of_many_items_are_no_items():
    text = (
        f"{KOP}## Zwembad\n\nOpen.\n\n## Kermis\n\n"
        f"Dicht.\n\n## Wensen\n\n### 1. Kassa\n\n"
        f"Nieuw.\n\n### 2. Hek\n\nHoog.\n"
    )
    assert titels(text) == ["Zwembad", "Kermis", "Wensen"]


@pytest.mark.parametrize(
    ("kop", "titel", "rest"),
    [
        ("Mededelingen (vz)", "Mededelingen", "(vz)"),
        ("Kaart van het zwembad (Jan Proef)", "Kaart van het zwembad", "(Jan Proef)"),
        ("Voorstellen (Website) (vz)", "Voorstellen", "(Website) (vz)"),
    ],
)
def test_who_leads_an_item_stands_below_its_title(kop, titel, rest):
    read = gelezen(f"{KOP}## Opening\n\nWelkom.\n\n## {kop}\n\nHet is besproken.\n")
    assert read.punten[1].titel == titel
    assert rest in tekst_onder(read, titel)


def test_brackets_that_name_nobody_belong_to_the_title():
    text = f"{KOP}## Opening\n\nWelkom.\n\n## Begroting (concept van mei)\n\nAkkoord.\n"
    assert titels(text) == ["Opening", "Begroting (concept van mei)"]


def test_a_name_behind_a_comma_is_who_leads_where_more_titles_end_so():
    text = f"{KOP}## Zwembad, Jan Proef\n\nOpen.\n\n## Kermis, Piet de Voorbeeld\n\nDicht.\n"
    assert titels(text) == ["Zwembad", "Kermis"]
    assert (
        titels(f"{KOP}## Opening\n\nJa.\n\n## Bezoek aan Water, Hoge Veld\n\nNee.\n")[1]
        == "Bezoek aan Water, Hoge Veld"
    )


def test_short_plain_lines_in_a_word_file_without_styles_are_the_items():
    body = "".join(
        p(text)
        for text in (
            "Verslag werkgroep Proef 3 maart 2026",
            "Aanwezig: Jan Proef, Piet de Voorbeeld",
            "Mededelingen",
            "De voorzitter meldt dat het zwembad de hele zomer open is.",
            "Stand van de kermis",
            "De kermis komt dit jaar op het plein voor de kerk te staan.",
        )
    )
    read = lees(make_docx(body), "verslag.docx").verslag
    assert read is not None
    assert [punt.titel for punt in read.punten] == ["Mededelingen", "Stand van de kermis"]


def test_markdown_is_known_by_its_content():
    text = f"{KOP}## Zwembad\n\n**Besluit:** het zwembad blijft open.\n\n## Kermis\n\n- [ ] Jan belt de kerk.\n"
    assert titels(text, "verslag.txt") == titels(text, "verslag.md") == ["Zwembad", "Kermis"]


@pytest.mark.parametrize("kop", ["", "## Zwembad\n\nOpen.\n\n"])
def test_text_without_items_or_above_the_first_gets_the_language_pass(kop):
    zin = "Jan Proef stuurt de offerte voor 1 april naar Piet de Voorbeeld."
    text = f"{KOP}{zin}\n\n{kop}"
    proposed = [v.bron.zin for v in zoek_voorstellen(gelezen(text)) if v.soort == "actie"]
    assert any("stuurt de offerte" in (zin or "") for zin in proposed)
