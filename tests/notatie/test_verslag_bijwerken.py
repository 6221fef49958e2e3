"""A record that is brought up to date keeps what a person typed wherever it still says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from pipeline.model import Alinea, Tafel, Tijdvak, VerslagPunt
from pipeline.notatie import make_brontekst, parse_verslag, update_verslag
from pipeline.wie.personen import parse_deelnemer

DATUM = date(2026, 1, 23)
TAFEL = Tafel("tvv", "Tafel van Voorbeeld")
GETYPT = """\
---
# Met de hand getypt.
datum: '23 januari 2026'
tafel: tvv
locatie: Raadhuis   # kamer 2, achterin
tijd:  9.30 - 11.00 uur
deelnemers:
    # wie er zijn
    Voorbeeldstad:   # de gastheer
    -   dhr. Voorbeeld (wethouder)   # komt later
    # vervangt misschien
    - {naam: mw. De Proef, rol: secretaris}
    Toetsdorp:
    - dhr. Toets
status: concept
# tot hier
---
Een zin vooraf,
over twee regels.


##   1. Opening
De voorzitter opent
de vergadering.
* een sterretje is geen opsomming



## 2. Cijfers
Mw. De Proef stuurt
cijfers rond [A1].
## Actielijst
|Nr|Wie|Actie|Termijn|Ruimte|
|:--|:--|---|---|---|
|A1|mw. De Proef|Cijfers rondsturen|1 juni|zaal 3|
| A2 | dhr. Toets |  Zaal zoeken| | |

Let op: A2 is oud.

## 3. Sluiting
Tot de volgende keer.
"""


@pytest.fixture(params=["\n", "\r\n"], ids=["unix", "windows"])
def update(request):
    """Bring the typed record up to date, in a file from either system; return its text with plain line ends."""

    def bring(getypt: str = GETYPT, **velden) -> str:
        typed = make_brontekst(getypt.replace("\n", request.param), "verslag.md")
        oud, _ = parse_verslag(typed, TAFEL, DATUM)
        nieuw = replace(oud, **{name: change(getattr(oud, name)) for name, change in velden.items()})
        text = update_verslag(typed, nieuw, TAFEL)
        assert parse_verslag(typed.with_tekst(text), TAFEL, DATUM)[0] == nieuw
        assert text.count(request.param) == text.count("\n")
        return text.replace(request.param, "\n")

    return bring


def instead(oud: str, nieuw: str) -> str:
    assert GETYPT.count(oud) == 1
    return GETYPT.replace(oud, nieuw)


def test_a_record_that_says_the_same_is_not_changed_at_all(update):
    assert update() == GETYPT


def test_a_value_is_changed_on_its_line_and_the_remark_behind_it_stays(update):
    new = update(locatie=lambda _: "Stadhuis: zaal 1", tijd=lambda _: Tijdvak(time(10), time(11)))
    assert new == instead("Raadhuis  ", '"Stadhuis: zaal 1"  ').replace("9.30 - 11.00 uur", "10:00 - 11:00")


def test_a_new_field_comes_below_the_others_and_an_old_one_goes(update):
    new = update(kanttekening=lambda _: "Concept voor de leden", locatie=lambda _: "")
    assert new == instead("locatie: Raadhuis   # kamer 2, achterin\n", "").replace(
        "# tot hier\n", "# tot hier\nkanttekening: Concept voor de leden\n"
    )


def test_somebody_who_was_absent_gets_it_on_his_line_before_the_remark(update):
    new = update(deelnemers=lambda people: (replace(people[0], aanwezig=False), *people[1:]))
    assert new == instead("dhr. Voorbeeld (wethouder)", "dhr. Voorbeeld (wethouder) [afwezig]")


def test_names_kept_apart_in_a_list_of_absentees_move_to_their_lines(update):
    getypt = instead("status: concept", "afwezig: [Toets]\nstatus: concept")
    new = update(getypt, deelnemers=lambda p: (replace(p[0], aanwezig=False), *p[1:]), afwezig=lambda _: ())
    assert new == instead("dhr. Voorbeeld (wethouder)", "dhr. Voorbeeld (wethouder) [afwezig]").replace(
        "- dhr. Toets", "- dhr. Toets [afwezig]"
    )


def test_who_is_added_stands_in_the_group_and_who_is_gone_takes_the_remark_along(update):
    new_one = replace(parse_deelnemer("mw. Nieuw", "Toetsdorp"), groep="Toetsdorp")
    other = replace(parse_deelnemer("dhr. Anders", "Elders"), groep="Elders")
    new = update(deelnemers=lambda people: (people[1], people[2], new_one, other))
    gone = instead("    -   dhr. Voorbeeld (wethouder)   # komt later\n", "")
    assert new == gone.replace("- dhr. Toets\n", "- dhr. Toets\n    - mw. Nieuw\n    Elders:\n    - dhr. Anders\n")


def test_a_line_that_cannot_be_read_is_not_thrown_away(update):
    getypt = instead("    - dhr. Toets\n", "    - [een, twee]\n    - dhr. Toets\n")
    new = update(getypt, deelnemers=lambda people: (replace(people[0], aanwezig=False), *people[1:]))
    assert "    - [een, twee]\n" in new
    assert "# komt later" in new


def test_only_the_section_that_changed_is_written_anew(update):
    other = VerslagPunt("Opening", "1", (Alinea("De secretaris opent."),))
    new = update(punten=lambda points: (other, *points[1:]))
    begin, end = GETYPT.index("##   1. Opening"), GETYPT.index("## 2. Cijfers")
    assert new == GETYPT[:begin] + "## 1. Opening\n\nDe secretaris opent.\n\n" + GETYPT[end:]


def test_sections_come_go_and_change_places_as_they_were_typed(update):
    added = VerslagPunt("Extra", "2a", (Alinea("Iets nieuws."),))
    new = update(punten=lambda points: (points[1], added, points[0]), actiepunten=lambda acties: acties)
    first, second = GETYPT.index("##   1. Opening"), GETYPT.index("## 2. Cijfers")
    opening, cijfers = GETYPT[first:second], GETYPT[second : GETYPT.index("## Actielijst")]
    assert opening in new
    assert cijfers in new
    assert "\n\n## 2a. Extra\n\nIets nieuws.\n\n##   1. Opening\n" in new
    assert "Tot de volgende keer." not in new
    assert "\nLet op: A2 is oud.\n" in new


def test_a_cell_is_changed_in_its_row_in_the_columns_as_they_were_typed(update):
    new = update(actiepunten=lambda acties: (replace(acties[0], actie="Cijfers nazenden"), *acties[1:]))
    assert new == instead("|Cijfers rondsturen|", "|Cijfers nazenden |")


def test_a_new_action_is_a_row_at_the_end_and_one_that_is_gone_leaves_the_table(update):
    def change(acties):
        return acties[0], replace(acties[1], label="A3", actie="Zaal huren")

    assert update(actiepunten=change) == instead(
        "| A2 | dhr. Toets |  Zaal zoeken| | |\n", "| A3 | dhr. Toets | Zaal huren | | |\n"
    )


def test_text_before_the_first_heading_can_change_too(update):
    new = update(inleiding=lambda _: (Alinea("Een andere zin."),))
    assert new == instead("Een zin vooraf,\nover twee regels.\n\n\n", "\nEen andere zin.\n\n")


@pytest.mark.parametrize("kapot", ["zonder voorblok\n", "---\ntafel: tvv\n## 1. Opening\n", "---\ntafel: [\n---\n"])
def test_a_text_that_cannot_be_taken_apart_is_not_edited(kapot):
    typed = make_brontekst(kapot, "verslag.md")
    oud, _ = parse_verslag(typed, TAFEL, DATUM)
    with pytest.raises(ValueError, match=r"front matter|cannot be read"):
        update_verslag(typed, replace(oud, locatie="Stadhuis"), TAFEL)
