"""Corrections: what is proposed, and how a text takes it over."""

from __future__ import annotations

import pytest
from dossiers import acties, maak, punt

from pipeline.controle import Verbetering, apply_herstel, propose_herstel
from pipeline.model import Bron

HIER = Bron("verslag.md", "regel", 2)


def test_a_misspelled_name_is_to_become_the_one_of_the_list():
    (herstel,) = propose_herstel(maak(punt("Mevrouw De Proev vraagt iets.")))
    assert (herstel.oud, herstel.nieuw) == ("De Proev", "De Proef")


def test_an_owner_is_corrected_like_a_speaker():
    (herstel,) = propose_herstel(
        maak(punt("Iets [A1].") + acties("A1 | Doen | dhr. Voorbeelt | 1 maart 2026 | open | "))
    )
    assert (herstel.oud, herstel.nieuw) == ("Voorbeelt", "Voorbeeld")


def test_an_accepted_spelling_is_left_alone():
    register = "negeer:\n  - {code: naam-afwijkend, zin: De Proev, reden: zo heet zij}\n"
    assert propose_herstel(maak(punt("Mevrouw De Proev vraagt iets."), register=register)) == ()


def test_a_whole_record_is_corrected_and_the_rest_stays_to_the_byte():
    body = punt("Mevrouw De Proev vraagt.\r\nDe Proeven gaan door.\r\n\r\nNiets over De Proev.")
    text = f"---\ntafel: vt\n---\n{body}"
    line = text[: text.index("Mevrouw")].count("\n") + 1
    fixed, count = apply_herstel(text, [Verbetering(Bron("verslag.md", "regel", line), "De Proev", "De Proef")])
    assert fixed == text.replace("Mevrouw De Proev", "Mevrouw De Proef")
    assert count == 1


@pytest.mark.parametrize("eind", ["\n", "\r\n", "\r"])
def test_a_name_broken_over_two_lines_keeps_its_break(eind):
    text = f"een{eind}de heer Groot{eind}Tonbeeld vraagt{eind}"
    fixed, _ = apply_herstel(text, [Verbetering(HIER, "Groot Tonbeeld", "Groot Toonbeeld")])
    assert fixed == f"een{eind}de heer Groot{eind}Toonbeeld vraagt{eind}"


@pytest.mark.parametrize("bron", [Bron("a.docx", "alinea", 2), Bron("v.md"), Bron("v.md", "regel", 99)])
def test_a_place_that_is_no_line_of_the_text_changes_nothing(bron):
    assert apply_herstel("een\nProev\n", [Verbetering(bron, "Proev", "Proef")]) == ("een\nProev\n", 0)
