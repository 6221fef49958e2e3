"""Who is on no list: asked where it can be a person, let through where it certainly is something else."""

from __future__ import annotations

import random

import pytest

from pipeline.wie.onbekenden import Omgeving, judge_woorden
from pipeline.wie.woorden import split_woorden

OMGEVING = Omgeving(eigen=frozenset({"coa", "hoornstad"}), afkortingen=frozenset({"coa", "prt"}))


def vragen(tekst: str, is_eigenaar: bool = False) -> list[str]:
    words = split_woorden(tekst)
    judged = judge_woorden(tekst, words, OMGEVING, (), is_eigenaar)
    return [tekst[words[o.eerste].begin : words[o.laatste].eind] for o in judged if o.is_vraag]


def door(tekst: str) -> list[str]:
    words = split_woorden(tekst)
    return [words[o.eerste].tekst for o in judge_woorden(tekst, words, OMGEVING, ()) if not o.is_vraag]


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Zwabbelaar gaf aan dat het later wordt.", "Zwabbelaar"),
        ("Koning merkte op dat de cijfers oud waren.", "Koning"),
        ("Post vroeg naar de planning.", "Post"),
        ("Mei en het COA spraken hierover.", "Mei"),
        ("Dat is volgens Baan al geregeld.", "Baan"),
        ("Namens Laren is een bericht gestuurd.", "Laren"),
        ("Van Bergen lichtte het voorstel toe.", "Van Bergen"),
        ("Er is contact geweest met Van Bergen.", "Van Bergen"),
        ("Dit gaat naar mw. jansen en naar de leden.", "jansen"),
        ("Dit gaat naar de heer van der zwabbelaar.", "van der zwabbelaar"),
        ("ZWABBELAAR vroeg om uitleg.", "ZWABBELAAR"),
        ("De notitie-Jansen is besproken.", "Jansen"),
        ("Het overleg COA-Wal is besproken.", "Wal"),
        ("Zie https://x.example/stukken/notitie-zwabbelaar.pdf.", "zwabbelaar"),
        ("Daarna vroeg Zwab&#98;elaar om uitleg.", "Zwab&#98;elaar"),
        ("- Contact: De Winter", "De Winter"),
        ("Dit wordt nagegaan (Bakker).", "Bakker"),
        ("Wil van der Baan was erbij.", "Wil van der Baan"),
        ("Willemijn is het daarmee eens.", "Willemijn"),
        ("'t Hart stelde voor om te wachten.", "'t Hart"),
        ("In 't Veld zegde toe de stukken te sturen.", "In 't Veld"),
        ("Aan de Stegge zegde dat toe.", "Aan de Stegge"),
        ("Koop gaat ermee verder.", "Koop"),
        ("Anneke van het Knibbelaar was erbij.", "Anneke van het Knibbelaar"),
        ("Hafkenscheid vroeg om uitleg.", "Hafkenscheid"),
        ("Maria Zwobbelweg vroeg om uitleg.", "Maria Zwobbelweg"),
    ],
)
def test_a_word_that_can_be_a_person_is_asked(tekst, naam):
    assert naam in vragen(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Uitgesteld",
        "Notulist: de secretaris",
        "Vervalt",
        "Locatie Havenkade is vol.",
        "De gemeente Bergen en de regio Noord-Holland hebben plekken.",
        "Vandaag opent de Koning de brug.",
        "In mei 2026, eind Mei en op 3 mei.",
        "De wethouder van Bergen is akkoord.",
        "Wethouder Wonen licht toe.",
        "Gemeente vraagt aandacht voor de planning.",
        "Doorstroomlocaties zijn nodig in Den Haag, Ter Apel en Dijk en Waard.",
        "Het Rode Kruis en de Tweede Kamer.",
        "Doel: 200 plekken.",
        "A. Inleiding",
        "Mevrouw de voorzitter opent de vergadering.",
        "Zie https://www.voorbeeld.nl/vergaderingen/bijlagen.pdf.",
        "Programmeringstafel en Edustandaard zijn erbij.",
        "Accelaratie is gevraagd; Gereviewd door de groep.",
        "Plaats: Maria Zwobbelplein 12.",
        "Het Digilab en de Geomodule zijn nieuw.",
        "Daarna gaat KOOP ermee verder.",
    ],
)
def test_what_is_certainly_something_else_is_not_asked(tekst):
    assert vragen(tekst) == []


def test_what_is_let_through_is_told():
    assert door("Vandaag komt de Rondvraag in Haarlem.") == ["Vandaag", "Rondvraag", "Haarlem"]


@pytest.mark.parametrize("houder", ["PvdK", "Jan", "Koning", "jp/KB Zwabbelaar"])
def test_in_a_field_of_names_initials_and_words_are_asked_as_well(houder):
    assert vragen(houder, is_eigenaar=True)


def test_a_drawn_name_in_a_drawn_place_is_asked_about():
    """A small sample of ``make namen``; the whole of it takes minutes."""
    from namenproef import draw_zin, is_asked

    rng = random.Random(7)
    drawn = [draw_zin(rng) for _ in range(400)]
    passed = [z.tekst for z in drawn if not is_asked(z, vragen(z.tekst))]
    assert passed == []
