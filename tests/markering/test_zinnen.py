"""Sentences survive the abbreviations of Dutch minutes."""

import pytest

from pipeline.markering.zinnen import split_zinnen


@pytest.mark.parametrize(
    "tekst",
    [
        "Dhr. Voorbeeld en mw. De Proef komen d.m.v. een notitie terug op art. 3 en nr. 4.",
        "De brief van 17 december jl. is beantwoord.",
        "Er is o.a. gesproken met J. Proef en A.B. de Specimen.",
        "Vóór 1 mei a.s. komt er een stuk van ca. 3 blz. over de regeling.",
        "De opgave is 88.000 plekken, waarvan 5.600 plekken voor amv.",
        "Zie versie 1.2. voor de uitwerking",
        "Dit loopt t/m 12 juli 2026.",
        "Het overleg is om 9.30 uur begonnen.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(tekst):
    assert [z.tekst for z in split_zinnen(tekst)] == [tekst]


def test_sentences_are_cut_with_their_places():
    tekst = "De agenda staat vast.  Mevrouw De Proef vraagt: kan dit? Ja."
    zinnen = split_zinnen(tekst)
    assert [z.tekst for z in zinnen] == ["De agenda staat vast.", "Mevrouw De Proef vraagt: kan dit?", "Ja."]
    assert all(tekst[z.begin : z.eind] == z.tekst for z in zinnen)


def test_jl_ends_a_sentence_when_a_new_one_clearly_begins():
    assert len(split_zinnen("Dit komt uit het verslag van 17 december jl. De secretaris licht toe.")) == 2


def test_a_line_end_ends_a_sentence():
    assert [z.tekst for z in split_zinnen("Issue 4 doet Jan\nIssue 5 doet Piet")] == [
        "Issue 4 doet Jan",
        "Issue 5 doet Piet",
    ]


def test_a_sentence_may_begin_small_after_a_long_word():
    assert len(split_zinnen("Contact zoeken met de leverancier. afgerond, contact is gelegd")) == 2


@pytest.mark.parametrize("marker", ["[A1]", "(actie Jan)", "(actiepunt)", "(A: Jan)"])
def test_a_marker_behind_the_full_stop_belongs_to_that_sentence(marker):
    zinnen = split_zinnen(f"Jan zoekt dit uit. {marker} De voorzitter dankt hem.")
    assert zinnen[0].tekst == f"Jan zoekt dit uit. {marker}"


def test_a_marker_that_opens_a_sentence_belongs_to_what_follows():
    zinnen = split_zinnen("Dat is besproken. <actiepunt Jan>: offerte vragen.")
    assert zinnen[1].tekst == "<actiepunt Jan>: offerte vragen."
