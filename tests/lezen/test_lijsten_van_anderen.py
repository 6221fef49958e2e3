"""Lists at the end of minutes that others made: each row is one thing, and says no more to others than its item."""

from __future__ import annotations

from pipeline.lezen import lees
from pipeline.model import Tabel, Verslag

KOP = "Verslag Werkgroep Proef\nDatum: 6 maart 2026\nAanwezig: mw. De Proef, dhr. Model\n\n## 1. Opening\n\nHoi.\n\n"
SLOT = "## 3. Rondvraag\n\nEr zijn geen vragen.\n\n"
GEHEIM = "## 2. Aankoop (vertrouwelijk)\n\nHet bod gaat door [B2]. Er komt navraag [A4].\n\n"


def read(tekst: str) -> Verslag:
    found = lees(f"{KOP}{tekst}".encode(), "verslag.md").verslag
    assert found is not None
    return found


def said(verslag: Verslag, punt: int) -> str:
    """Everything that stands under an item."""
    cells = (c for b in verslag.punten[punt].blokken if isinstance(b, Tabel) for row in b.rijen for c in row)
    return " ".join([*(b.tekst for b in verslag.punten[punt].blokken if not isinstance(b, Tabel)), *cells])


# Decisions


def test_a_marker_and_the_row_with_its_number_are_one_decision_of_the_item_with_the_marker():
    rows = (
        "| Nr | Besluit |\n|---|---|\n| B1 | De locatie wordt bezocht. |\n| B2 | Het bod op Dorpsplein 3 gaat door. |\n"
    )
    found = read(f"{GEHEIM}{SLOT}## Besluitenlijst\n\n{rows}")
    assert [(b.label, b.tekst, b.agendapunt, b.vertrouwelijk) for b in found.besluiten] == [
        ("B1", "De locatie wordt bezocht.", "", False),
        ("B2", "Het bod op Dorpsplein 3 gaat door.", "2", True),
    ]


def test_a_row_with_only_the_number_of_a_marker_belongs_to_it():
    rows = "| Nr | Besluit |\n|---|---|\n| 2 | Het bod op Dorpsplein 3 gaat door. |\n"
    found = read(f"{GEHEIM}{SLOT}## Besluitenlijst\n\n{rows}")
    assert [(b.label, b.agendapunt, b.vertrouwelijk) for b in found.besluiten] == [("B2", "2", True)]


def test_a_list_of_decisions_without_a_table_is_joined_with_the_markers_as_well():
    found = read(f"{GEHEIM}{SLOT}## Besluitenlijst\n\n- B2: Het bod op Dorpsplein 3 gaat door.\n")
    assert [(b.label, b.tekst, b.vertrouwelijk) for b in found.besluiten] == [
        ("B2", "Het bod op Dorpsplein 3 gaat door.", True)
    ]


def test_a_marker_without_a_row_stays_a_decision():
    found = read(f"{GEHEIM}{SLOT}")
    assert [(b.label, b.vertrouwelijk) for b in found.besluiten] == [("B2", True)]


def test_a_list_of_decisions_that_stands_in_the_table_of_actions_is_read_as_such():
    rows = "| Nr | Actie | Actiehouder |\n|---|---|---|\n| A4 | Navraag doen over de koop | mw. De Proef |\n"
    rows += "| Besluitenlijst | | |\n| Nr | Besluit | |\n| B1 | De locatie wordt | bezocht. |\n"
    rows += "| B2 | Het bod op Dorpsplein 3 gaat door. | |\n"
    found = read(f"{GEHEIM}{SLOT}## Actielijst\n\n{rows}")
    assert [a.label for a in found.actiepunten] == ["A4"]
    assert [(b.label, b.tekst, b.vertrouwelijk) for b in found.besluiten] == [
        ("B1", "De locatie wordt bezocht.", False),
        ("B2", "Het bod op Dorpsplein 3 gaat door.", True),
    ]


# Actions of older meetings

ACTIES = """## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status | Toelichting | Vertrouwelijk |
|---|---|---|---|---|---|---|
| A2 (23-01-2026) | | | | vervallen | niet meer nodig | |
| A3 (23-01-2026) | | | 31 maart 2026 | open | het bod op Dorpsplein 3 loopt | ja |
| A4 | Navraag doen over de koop | mw. De Proef | 30 juni 2026 | open | | |
"""


def test_a_row_with_only_the_number_of_an_older_action_says_how_that_one_is():
    found = read(f"{GEHEIM}{SLOT}{ACTIES}")
    assert [(v.verwijst_naar.verwijzing, v.status, v.toelichting, v.vertrouwelijk) for v in found.voortgang] == [
        ("A2 (23-01-2026)", "vervallen", "niet meer nodig", False),
        ("A3 (23-01-2026)", "open", "het bod op Dorpsplein 3 loopt", True),
    ]
    assert found.voortgang[1].termijn.tekst == "31 maart 2026"
    assert [(a.label, a.agendapunt, a.vertrouwelijk) for a in found.actiepunten] == [("A4", "2", True)]
    assert said(found, 2) == "Er zijn geen vragen."


def test_of_a_list_only_the_rows_that_could_not_be_read_stay_as_text_and_a_confidential_one_makes_it_a_question():
    unread = "| A5 | | mw. De Proef | | open | zij belt over de veiling van Dorpsplein 3 | ja |\n"
    found = read(f"{GEHEIM}{SLOT}{ACTIES}{unread}")
    assert "Navraag doen" not in said(found, 2)
    assert "veiling van Dorpsplein 3" in said(found, 2)
    assert found.punten[2].vertrouwelijk_vraag
    assert found.punten[2].vertrouwelijk


def test_a_row_nothing_took_in_is_asked_about_where_another_of_the_list_is_confidential():
    unread = "| A5 | | mw. De Proef | | open | zij belt over de veiling van Dorpsplein 3 | |\n"
    found = read(f"{GEHEIM}{SLOT}{ACTIES}{unread}")
    assert "veiling van Dorpsplein 3" in said(found, 2)
    assert found.punten[2].vertrouwelijk_vraag


def test_a_remark_beside_the_list_is_no_row_and_stays_as_public_as_its_item():
    found = read(f"{GEHEIM}{SLOT}{ACTIES}\nDe lijst is doorgenomen, twee leden willen eerder bericht.\n")
    assert "twee leden" in said(found, 2)
    assert not found.punten[2].vertrouwelijk
