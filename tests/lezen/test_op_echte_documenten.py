"""The documents beside the repository: the three forms of one set of minutes agree, and nothing is missed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.lezen import Lezing, lees

REPO = Path(__file__).parents[2]
SHARED = REPO.parent / "shared"
NAAM = "verslag-prt-2026-01-23"

pytestmark = pytest.mark.shared


def lezing(kind: str) -> Lezing:
    path = SHARED / "bronnen" / f"{NAAM}.{kind}"
    return lees(path.read_bytes(), path.name)


def head(kind: str) -> tuple:
    v = lezing(kind).verslag
    return v.tafel, v.datum, str(v.tijd), v.locatie, v.status


def people(kind: str) -> list[tuple]:
    return [
        (d.groep, d.naam, d.organisatie, d.rol, d.hoedanigheid, d.aanwezig) for d in lezing(kind).verslag.deelnemers
    ]


def test_the_head_is_the_same_in_all_three():
    assert head("txt") == head("docx") == head("pdf")
    _, datum, tijd, _, status = head("txt")
    assert (datum, tijd, status) == (date(2026, 1, 23), "9:30 tot 11:00 uur", "vastgesteld")


def test_the_participants_are_the_same_in_all_three():
    assert people("txt") == people("docx") == people("pdf")
    assert len({group for group, *_ in people("txt")}) == 8
    assert sum(not present for *_, present in people("txt")) == 4


def test_the_items_are_the_same_in_all_three():
    titles = {kind: [x.titel for x in lezing(kind).verslag.punten] for kind in ("txt", "docx", "pdf")}
    assert titles["txt"] == titles["docx"] == titles["pdf"]
    assert len(titles["txt"]) == 6


def test_the_marked_actions_are_the_same_in_all_three():
    found = {
        kind: [(a.label, a.actie, a.actiehouder, a.agendapunt) for a in lezing(kind).verslag.actiepunten]
        for kind in ("txt", "docx", "pdf")
    }
    assert [label for label, *_ in found["docx"]] == ["A1", "A2", ""]
    assert found["docx"] == found["pdf"]
    assert [x[0] for x in found["txt"]] == [x[0] for x in found["docx"]]


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_nothing_is_wrong_with_any_of_them(kind):
    assert lezing(kind).meldingen == ()
