"""Markers in running text and references to older actions."""

from datetime import date

import pytest

from pipeline.markering import find_markeringen, parse_verwijzing, split_inline
from pipeline.markering.inline import plain_text

VERGADERING = date(2026, 1, 23)


def test_a_marker_is_found_where_it_stands():
    tekst = "Dit wordt uitgezocht [A1]. Ook de planning [A] en het besluit [B2]."
    found = find_markeringen(tekst)
    assert [(m.label, m.soort) for m in found] == [("A1", "actie"), ("A", "actie"), ("B2", "besluit")]
    assert [tekst[m.begin : m.eind] for m in found] == ["[A1]", "[A]", "[B2]"]
    assert not any(m.is_verwijzing for m in found)


@pytest.mark.parametrize("geschreven", ["[A2 (17-12-2025)]", "[A2 van 17 december]", "[A2 (van 17 december 2025)]"])
def test_a_marker_with_a_date_refers_to_an_older_action(geschreven):
    (markering,) = find_markeringen(f"Zie {geschreven}.", VERGADERING)
    assert (markering.label, markering.datum) == ("A2", date(2025, 12, 17))
    assert markering.is_verwijzing


@pytest.mark.parametrize("tekst", ["[a1]", "A1", "[AB1]", "[A1", "[afwezig]", "[A 1]", "[A12345]"])
def test_what_only_looks_like_a_marker_is_text(tekst):
    assert find_markeringen(tekst) == ()


@pytest.mark.parametrize(
    "geschreven",
    ["A2 (17-12-2025)", "A2 van 17 december jl.", "actiepunt A2 (17 december 2025)", "[A2 (17-12-2025)]"],
)
def test_a_reference_names_label_and_meeting(geschreven):
    verwijzing = parse_verwijzing(geschreven, VERGADERING)
    assert (verwijzing.label, verwijzing.datum) == ("A2", date(2025, 12, 17))


def test_a_full_identity_is_a_reference():
    verwijzing = parse_verwijzing("prt/2025-12-17/A2")
    assert (verwijzing.tafel, verwijzing.datum, verwijzing.label) == ("prt", date(2025, 12, 17), "A2")


def test_a_bare_label_is_of_this_meeting():
    assert parse_verwijzing("A3").datum is None


def test_a_reference_to_a_day_that_does_not_exist_says_so():
    assert parse_verwijzing("A1 (31-02-2025)").onmogelijk
    assert parse_verwijzing("A1 (ooit eens)").onmogelijk


def test_nothing_is_no_reference():
    assert parse_verwijzing("   ") is None


def test_bold_and_markers_are_pieces_and_a_lone_pair_of_stars_is_text():
    pieces = split_inline("Een **vet woord** en [A1], 2**3 blijft.")
    assert [(p.tekst, p.vet) for p in pieces] == [
        ("Een ", False),
        ("vet woord", True),
        (" en ", False),
        ("[A1]", True),
        (", 2**3 blijft.", False),
    ]


@pytest.mark.parametrize(
    "tekst", ["", "**", "****", "** a **", "**a", "a**b**c", "[A1]**[A2]**", "**a** **", "x\n**y\nz**"]
)
def test_nothing_but_the_stars_of_bold_is_lost(tekst):
    shown = plain_text(tekst)
    assert shown.replace("*", "") == tekst.replace("*", "")
    assert tekst.count("*") - shown.count("*") in (0, 4, 8)
