"""The many ways in which minutes say who was there, and when and where it was."""

from __future__ import annotations

import pytest
from lezen_bouw import cell, make_docx, p, row, run, table

from pipeline.lezen import lees
from pipeline.model import Deelnemer, Verslag


def verslag(*lines: str) -> Verslag:
    """Return what is read from minutes in Word with these paragraphs as their head."""
    body = "".join(p(*_with_breaks(line)) for line in ("Verslag werkgroep Proef", *lines))
    body += p(run("1. Opening", "<w:b/>")) + p("De voorzitter opent de vergadering.")
    found = lees(make_docx(body), "2025-03-03 verslag.docx").verslag
    assert found is not None
    return found


def _with_breaks(line: str) -> tuple[str, ...]:
    first, *others = line.split("\n")
    return (first, *(part for other in others for part in ("<w:r><w:br/></w:r>", other)))


def present(found: tuple[Deelnemer, ...]) -> list[str | None]:
    return [d.naam for d in found if d.aanwezig]


def absent(found: tuple[Deelnemer, ...]) -> list[str | None]:
    return [d.naam for d in found if not d.aanwezig]


@pytest.mark.parametrize(
    "regels",
    [
        ("Aanwezig: Anna Proef, Bert Groen  |  Afwezig: Carla Wit (vakantie)",),
        ("Aanwezig: Anna Proef, Bert Groen\nAfgemeld: Carla Wit",),
        ("Er waren: Anna Proef, Bert Groen", "Afgezegd: Carla Wit (griep)", "Kopie aan: Eva Zwart"),
        ("Aanwezig: Anna Proef, Bert Groen. Afwezig met bericht: Carla Wit.",),
        ("Present:", "Anna Proef", "Bert Groen", "Verhinderd:", "Carla Wit", "c.c.: Eva Zwart"),
    ],
)
def test_labels_in_one_line_on_lines_of_their_own_and_in_other_words(regels: tuple[str, ...]):
    found = verslag(*regels).deelnemers
    assert (present(found), absent(found)) == (["Anna Proef", "Bert Groen"], ["Carla Wit"])


def test_people_stand_behind_the_body_they_speak_for():
    found = verslag(
        "Aanwezig namens:",
        "Gemeente Voorbeeldstad: wethouder A. Proef, voorzitter; B. Groen (ambtelijk)",
        "Provincie: mevrouw C. Wit",
    ).deelnemers
    assert [(d.naam, d.groep, d.rol) for d in found] == [
        ("A. Proef", "Gemeente Voorbeeldstad", "voorzitter, wethouder"),
        ("B. Groen", "Gemeente Voorbeeldstad", "ambtelijk"),
        ("mevrouw C. Wit", "Provincie", ""),
    ]


def test_an_office_before_a_name_is_no_part_of_the_name():
    (found,) = verslag("Aanwezig: burgemeester H. van der Proef (vervangt wethouder Groen)").deelnemers
    assert (found.naam, found.rol, found.vervangt) == ("H. van der Proef", "burgemeester", "wethouder Groen")
    assert found.persoon is not None
    assert found.persoon.achternaam == "Proef"


def test_brackets_may_hold_more_than_one_thing():
    first, second = verslag(
        "Aanwezig: Anna Proef (gem. Voorbeeldstad; tot punt 3), Bert Groen (gast; bureau)"
    ).deelnemers
    assert (first.organisatie, first.tot_punt) == ("gem. Voorbeeldstad", "3")
    assert second.rol == "gast, bureau"


def test_somebody_may_be_there_for_one_item():
    (_, guest) = verslag("Aanwezig: Anna Proef, bij punt 3 Bert Groen (HR)").deelnemers
    assert (guest.naam, guest.organisatie, guest.vanaf_punt, guest.tot_punt) == ("Bert Groen", "HR", "3", "3")


def test_a_label_may_say_whom_they_speak_for():
    found = verslag("Aanwezig OR: Anna Proef", "Aanwezig namens de bestuurder: Bert Groen").deelnemers
    assert [(d.naam, d.groep) for d in found] == [("Anna Proef", "OR"), ("Bert Groen", "bestuurder")]


def in_table(*rows: str) -> tuple[Deelnemer, ...]:
    body = p("Verslag werkgroep Proef 3 maart 2025") + table(*rows) + p(run("1. Opening", "<w:b/>")) + p("Tekst.")
    found = lees(make_docx(body), "v.docx").verslag
    assert found is not None
    return found.deelnemers


def test_a_column_says_who_was_there_and_from_when():
    found = in_table(
        row("Naam", "Gemeente", "Aanwezig"),
        row("dhr. A. Proef", "Voorbeeldstad", "ja, vanaf agendapunt 4"),
        row("mw. B. Groen", "Proefdorp", "nee (m.k.)"),
    )
    assert [(d.naam, d.organisatie, d.aanwezig, d.vanaf_punt) for d in found] == [
        ("dhr. A. Proef", "Voorbeeldstad", True, "4"),
        ("mw. B. Groen", "Proefdorp", False, ""),
    ]


def test_a_cell_may_hold_more_than_one_list():
    left = cell(p("Aanwezig"), p("A. Proef"), p("B. Groen"), p("Tevens aanwezig"), p("C. Wit"))
    found = in_table(row(left, cell(p("Afwezig met bericht"), p("D. Zwart"))))
    assert (present(found), absent(found)) == (["A. Proef", "B. Groen", "C. Wit"], ["D. Zwart"])


def test_labels_may_stand_in_two_columns_of_a_table():
    found = in_table(
        row("Tijd", "9:00-10:00", "Locatie", "Stadhuis"),
        row("Deelnemers", "Anna Proef (vz; gemeente), Bert Groen", "Afmelding", "Carla Wit (GGD)"),
    )
    assert (present(found), absent(found)) == (["Anna Proef", "Bert Groen"], ["Carla Wit"])


def test_labels_of_the_head_may_stand_behind_each_other():
    found = verslag("Datum en tijd: 3 maart 2025 van 14:00 tot 16:00 uur. Plaats: kantine, 1e etage. Status: concept.")
    assert (str(found.tijd), found.locatie, found.status) == ("14:00 tot 16:00 uur", "kantine, 1e etage", "concept")


def test_a_sentence_may_say_where_it_was_held():
    found = verslag("Notulen van de vergadering, gehouden op maandag 3 maart 2025 in het stadhuis te Voorbeeldstad.")
    assert found.locatie == "stadhuis te Voorbeeldstad"


def test_an_office_may_stand_behind_a_name_and_behind_several():
    found = verslag(
        "Aanwezig: drs. A. Proef, burgemeester; B. Groen, mr. C. Wit en D. Zwart, wethouders",
        "Afwezig: E. Paars, wethouder (verlof)",
    ).deelnemers
    assert [(d.naam, d.rol) for d in found] == [
        ("drs. A. Proef", "burgemeester"),
        ("B. Groen", "wethouders"),
        ("mr. C. Wit", "wethouders"),
        ("D. Zwart", "wethouders"),
        ("E. Paars", "wethouder, verlof"),
    ]


def test_people_may_be_named_in_a_sentence():
    found = verslag(
        "Aanwezig zijn wethouder A. Proef (voorzitter), mevrouw Groen en de heer Wit. Bericht van verhindering is "
        "ontvangen van mevrouw Zwart (monumenten)."
    ).deelnemers
    assert (present(found), absent(found)) == (["A. Proef", "mevrouw Groen", "de heer Wit"], ["mevrouw Zwart"])


def test_in_plain_text_people_may_stand_below_each_other_beside_their_label():
    text = (
        "Verslag college Proef\n3 maart 2025\n\nAanwezig:  burgemeester A. Proef\n           wethouder B. Groen\n"
        "           mw. C. Wit\nAfgemeld:  wethouder D. Zwart\n\n1. Opening\n   Portefeuillehouder: Proef\n   Ja.\n"
    )
    found = lees(text.encode(), "v.txt").verslag
    assert found is not None
    assert (present(found.deelnemers), absent(found.deelnemers)) == (
        ["A. Proef", "B. Groen", "mw. C. Wit"],
        ["D. Zwart"],
    )
    assert [punt.titel for punt in found.punten] == ["Opening"]


@pytest.mark.parametrize(
    "regel",
    [
        "maandag 3 maart 2025, 9.00 - 11.35 uur, raadzaal Voorbeeldstad",
        "3 maart 2025 · 13:00–14:30 · raadzaal Voorbeeldstad",
        "19.30 - 21.40 uur  |  raadzaal Voorbeeldstad",
    ],
)
def test_the_place_may_stand_behind_the_time(regel: str):
    assert verslag(regel).locatie == "raadzaal Voorbeeldstad"
