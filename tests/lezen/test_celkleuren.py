"""A colour in a list of actions says something to who gave it: it is named where no words say the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lezen_bouw import cell, make_docx, p, row, table

from pipeline.lezen import lees

KOP = p("Verslag werkgroep 3 juni 2026") + p("Aanwezig: mw. Toets") + p("1. Opening") + p("Er is niets gezegd.")
GROEN, LICHTGROEN, ROOD, ORANJE, GRIJS, WIT, ONZE_TINT = (
    "92D050", "C6E0B4", "FF0000", "FFC000", "D9D9D9", "FFFFFF", "E9EFF1")  # fmt: skip
NAMEN = {GROEN: "groen", LICHTGROEN: "groen", ROOD: "rood", ORANJE: "oranje"}


def told(*rows: tuple[str, ...], kop: tuple[str, ...] = ("Nr", "Actie", "Wie"), hele_rij: bool = False) -> list[str]:
    """Read a list of actions of which each row is (colour, its cells), and return what is said of colours."""
    body = [row(*(cell(p(text)) for text in kop))]
    for colour, *texts in rows:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
        last = len(texts) - 1
        body.append(row(*(cell(p(t), properties=shade if hele_rij or n == last else "") for n, t in enumerate(texts))))
    lezing = lees(make_docx(KOP + p("Actielijst") + table(*body)), "verslag.docx")
    assert lezing.verslag is not None
    assert [a.actie for a in lezing.verslag.actiepunten] == [texts[1] for _, *texts in rows]
    return [m.tekst for m in lezing.meldingen if m.code == "kleur-niet-gelezen"]


@pytest.mark.parametrize("hele_rij", [True, False])
@pytest.mark.parametrize("kleur", sorted(NAMEN))
def test_a_row_with_a_colour_of_its_own_is_named_with_that_colour(kleur, hele_rij):
    (text,) = told((kleur, "1", "zaal bellen", "Jan"), ("", "2", "brief schrijven", "Mia"), hele_rij=hele_rij)
    assert f"zaal bellen ({NAMEN[kleur]})" in text
    assert "brief" not in text


def test_the_colours_of_a_traffic_light_are_told_apart():
    (text,) = told((GROEN, "1", "bellen", "Jan"), (ROOD, "2", "schrijven", "Mia"), (ORANJE, "3", "tellen", "Bo"))
    assert all(part in text for part in ("bellen (groen)", "schrijven (rood)", "tellen (oranje)"))


def test_a_colour_beside_a_status_in_words_says_no_more_than_the_words():
    kop = ("Nr", "Actie", "Status")
    assert told((GROEN, "1", "bellen", "afgerond"), ("", "2", "schrijven", "open"), kop=kop) == []


def test_a_colour_instead_of_a_status_is_named():
    kop = ("Nr", "Actie", "Status")
    (text,) = told((GROEN, "1", "bellen", ""), ("", "2", "schrijven", "open"), kop=kop)
    assert "bellen (groen)" in text


@pytest.mark.parametrize("kleur", [GRIJS, WIT, ONZE_TINT, "auto", "geen kleur"])
def test_white_grey_and_what_is_no_colour_say_nothing(kleur):
    assert told((kleur, "1", "bellen", "Jan"), ("", "2", "schrijven", "Mia")) == []


def test_a_column_that_is_coloured_from_top_to_bottom_says_nothing():
    assert told((GROEN, "1", "bellen", "Jan"), (GROEN, "2", "schrijven", "Mia")) == []


def test_stripes_say_nothing():
    rows = [(LICHTGROEN if n % 2 else "", str(n), f"taak {n} doen", "Jan") for n in range(6)]
    assert told(*rows, hele_rij=True) == []


def test_words_behind_which_a_colour_was_put_are_named():
    shaded = '<w:r><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr><w:t>nog nagaan</w:t></w:r>'
    lezing = lees(make_docx(KOP + f"<w:p>{shaded}</w:p>"), "verslag.docx")
    assert any(m.code == "opmaak-niet-over" and "nog nagaan" in m.tekst for m in lezing.meldingen)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([GROEN, ROOD, ORANJE, GRIJS, WIT, ""]), min_size=2, max_size=7))
def test_every_colour_that_differs_is_named_with_its_row(kleuren):
    rows = [(kleur, str(n), f"taak {n} doen", "Jan") for n, kleur in enumerate(kleuren)]
    said = " ".join(told(*rows))
    names = [NAMEN.get(kleur, "") for kleur in kleuren]
    wanted = [f"taak {n} doen ({name})" for n, name in enumerate(names) if name and len(set(names)) > 1]
    unnamed = [text for text in wanted if text not in said]
    assert len(unnamed) == max(0, len(wanted) - 6)
    assert not unnamed or f"en nog {len(unnamed)}" in said
