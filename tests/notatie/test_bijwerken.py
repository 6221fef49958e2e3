"""Edits in place: what was asked for changes, and not one other character."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Tafel
from pipeline.notatie import (
    append_action_row,
    append_besluit_row,
    make_brontekst,
    number_markers,
    parse_verslag,
    set_cell,
    set_front_matter_field,
)

VERSLAG = dedent("""\
    ---
    tafel: prt
    datum: 23 januari 2026   # een vrijdag
    status: concept
    ---

    ## 1. Opening

    Het COA zoekt  dit uit [A]. Zie ook [A2 (17-12-2025)] en `[A]` of [A7].\t
    \\- geen lijst

    ## Actielijst

    |Nr|Actie|Wie|
    |--|:-:|---|
    | [A] |uitzoeken|COA|
    | A7 | oud | \\| |
    || nog een |
    | A2 (17-12-2025) | | |

    Einde.
    """)


def parse(tekst):
    return parse_verslag(make_brontekst(tekst, "verslag.md"), Tafel("prt", "Tafel"), date(2026, 1, 23))[0]


def test_markers_and_their_rows_get_the_next_numbers_and_nothing_else_changes():
    tekst, labels = number_markers(VERSLAG, 1)
    assert labels == ("A8", "A9")
    expected = VERSLAG.replace("uit [A].", "uit [A8].").replace("`[A]`", "`[A9]`")
    assert tekst == expected.replace("| [A] |", "| [A8] |").replace("|| nog", "|A9 | nog")


def test_numbering_again_changes_nothing():
    tekst, _ = number_markers(VERSLAG, 1)
    assert number_markers(tekst, 1) == (tekst, ())


def test_a_table_that_numbers_on_begins_at_the_first_free_number():
    assert number_markers(VERSLAG, 31)[1] == ("A31", "A32")


def test_crlf_stays_where_it_was():
    windows = VERSLAG.replace("\n", "\r\n")
    tekst, _ = number_markers(windows, 1)
    assert tekst == number_markers(VERSLAG, 1)[0].replace("\n", "\r\n")


def test_numbering_gives_each_action_the_label_reading_gave_it():
    tekst, labels = number_markers(VERSLAG, 1)
    before, after = parse(VERSLAG), parse(tekst)
    assert before.actiepunten == after.actiepunten
    assert set(labels) < {actie.label for actie in after.actiepunten}


def test_decisions_are_numbered_by_their_own_letter():
    tekst, labels = number_markers("Vastgesteld [B]. Actie [A].\n", 1, letter="B")
    assert (tekst, labels) == ("Vastgesteld [B1]. Actie [A].\n", ("B1",))


@given(
    st.lists(
        st.sampled_from(
            [
                "[A]",
                "[A3]",
                "[A12]",
                "tekst ",
                "\n",
                "\r\n",
                "\n\n- ",
                "| A | x |\n",
                "| [A] | y |\n",
                "|  | z |\n",
                "\n## Actielijst\n\n| Nr | Actie |\n|---|---|\n",
                "\n\n## 2. Punt\n\n",
                "[A2 (17-12-2025)]",
                "[B]",
                "| \\| [A] |\n",
            ]
        ),
        max_size=30,
    )
)
def test_numbering_any_text_only_inserts_and_leaves_nothing_to_number(delen):
    tekst = "".join(delen)
    numbered, labels = number_markers(tekst, 5)
    assert number_markers(numbered, 5) == (numbered, ())
    position = 0
    for character in numbered:
        position += position < len(tekst) and character == tekst[position]
    assert position == len(tekst)
    assert len(set(labels)) == len(labels)


def test_a_row_is_added_in_the_order_of_the_table_with_a_column_for_what_has_none():
    tekst = append_action_row(VERSLAG, "A8", "Nieuw | werk", actiehouder="COA", termijn="1 mei 2026")
    added = dedent("""\
        |Nr|Actie|Wie| Termijn |
        |--|:-:|---|---|
        | [A] |uitzoeken|COA| |
        | A7 | oud | \\| | |
        || nog een | | |
        | A2 (17-12-2025) | | | |
        | A8 | Nieuw \\| werk | COA | 1 mei 2026 |
        """)
    begin, end = VERSLAG.index("|Nr|"), VERSLAG.index("\nEinde.")
    assert tekst == VERSLAG[:begin] + added + VERSLAG[end:]
    actie = next(a for a in parse(tekst).actiepunten if a.label == "A8")
    assert (actie.actie, actie.actiehouder, actie.termijn.datum) == ("Nieuw | werk", "COA", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("tekst", "einde"),
    [
        ("Tekst.\n", "\n"),
        ("Tekst.", "\n"),
        ("Tekst.\r\n", "\r\n"),
        ("## Actielijst\n", "\n"),
        ("## Actielijst", "\n"),
        ("A\n\n## Besluitenlijst\n\n| Nr | Besluit |\n|---|---|\n| B1 | x |\n", "\n"),
        ("", "\n"),
    ],
)
def test_a_list_that_is_not_there_is_made(tekst, einde):
    edited = append_action_row(tekst, "A1", "doen", status="open")
    assert [(a.label, a.actie, a.status) for a in parse(edited).actiepunten] == [("A1", "doen", "open")]
    assert ("\r\n" in edited) == (einde == "\r\n")
    assert len(parse(edited).besluiten) == ("B1" in tekst)


def test_a_decision_is_added_to_its_own_list():
    edited = append_besluit_row("Tekst [B1].\n", "B1", "Akkoord.")
    assert [(b.label, b.tekst) for b in parse(edited).besluiten] == [("B1", "Akkoord.")]


def test_a_column_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="kleur"):
        append_action_row(VERSLAG, "A8", "x", kleur="rood")


def test_one_cell_changes():
    actie = next(a for a in parse(VERSLAG).actiepunten if a.label == "A7")
    tekst = set_cell(VERSLAG, actie.bron.nummer, "actie", "nieuw | anders")
    assert tekst == VERSLAG.replace("| A7 | oud |", "| A7 | nieuw \\| anders |")
    assert set_cell(VERSLAG, actie.bron.nummer, "actie", "oud") == VERSLAG


def test_an_empty_cell_and_one_that_was_left_off_can_be_filled():
    row = VERSLAG.split("\n").index("|| nog een |") + 1
    assert "|| nog een | COA |\n" in set_cell(VERSLAG, row, "actiehouder", "COA")
    assert "| A2 (17-12-2025) | x | |\n" in set_cell(VERSLAG, row + 1, "actie", "x")
    assert "|| nog een | | open |\n" in set_cell(VERSLAG, row, "status", "open")


def test_a_line_that_is_no_row_is_refused():
    with pytest.raises(ValueError, match="line 1"):
        set_cell(VERSLAG, 1, "actie", "x")


def test_a_field_of_the_front_matter_changes_and_its_comment_stays():
    tekst = set_front_matter_field(VERSLAG, "datum", "24 januari 2026")
    assert tekst == VERSLAG.replace("23 januari 2026 ", "24 januari 2026 ")
    tekst = set_front_matter_field(VERSLAG, "status", "vastgesteld")
    assert tekst == VERSLAG.replace("status: concept", "status: vastgesteld")


def test_a_field_that_is_missing_is_added_and_one_with_more_lines_replaced():
    tekst = set_front_matter_field(VERSLAG, "kanttekening", "let op: dit")
    assert tekst == VERSLAG.replace("status: concept\n", 'status: concept\nkanttekening: "let op: dit"\n')
    text = "---\nkanttekening: |\n  een\n  twee\nlocatie:   # leeg\ntafel: prt\n---\n"
    assert set_front_matter_field(text, "kanttekening", "x") == text.replace(" |\n  een\n  twee\n", " x\n")
    assert set_front_matter_field(text, "locatie", "y") == text.replace("locatie:   # leeg", "locatie: y # leeg")


def test_front_matter_is_made_where_there_is_none():
    assert set_front_matter_field("Tekst\r\n", "tafel", "prt") == "---\r\ntafel: prt\r\n---\r\nTekst\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_set_in_the_front_matter_is_read_back(waarde):
    tekst = set_front_matter_field(VERSLAG.replace("\n", "\r\n"), "locatie", waarde)
    assert parse(tekst).locatie == waarde
    again = set_front_matter_field(tekst, "locatie", "x")
    assert parse(again).locatie == "x"
    assert len(again.split("\r\n")) == len(VERSLAG.split("\n")) + 1
