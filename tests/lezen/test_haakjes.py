"""A label in round brackets marks an action where the list of actions has it, and is text everywhere else."""

from __future__ import annotations

import pytest
from lezen_bouw import make_docx, p, row, table

from pipeline.lezen import Lezing, lees

KOP = '<w:outlineLvl w:val="0"/>'


def read(zin: str, *rijen: str, kop: str = "Actielijst", kolom: str = "Actie") -> Lezing:
    """Read minutes with this sentence under item 2, and a list with these numbers."""
    body = [
        p("Verslag Werkgroep Voorbeeld"),
        p("Datum: 12 mei 2026"),
        p("1. Opening", properties=KOP),
        p("De voorzitter opent."),
        p("2. Cijfers", properties=KOP),
        p(zin),
        p(kop, properties=KOP),
        table(row("Nr", kolom, "Termijn"), *(row(nr, "Cijfers rondsturen", "1 juni 2026") for nr in rijen)),
    ]
    return lees(make_docx("".join(body)), "stuk.docx")


def found(lezing: Lezing) -> list[tuple[str, str, str]]:
    return [(a.label, a.actie, a.agendapunt) for a in lezing.verslag.actiepunten]


@pytest.mark.parametrize(
    "zin",
    [
        "Mw. De Proef stuurt de cijfers rond (A1).",
        "Mw. De Proef stuurt de cijfers rond (A1)",
        "Mw. De Proef stuurt de cijfers rond. (A1)",
        "Mw. De Proef stuurt de cijfers rond (A1). Daarna gaat men verder.",
    ],
)
def test_a_label_of_the_list_at_the_end_of_a_sentence_is_its_marker(zin):
    lezing = read(zin, "A1")
    assert found(lezing) == [("A1", "Cijfers rondsturen", "2")]
    assert lezing.verslag.punten[1].blokken[0].tekst == zin.replace("(A1)", "[A1]")


@pytest.mark.parametrize(
    "zin",
    [
        "Mw. De Proef stuurt de cijfers rond (A2).",
        "Het verkeer rijdt over de snelweg (A1) naar het oosten.",
        "De stand staat in het overzicht, zie (A1).",
        "Dit hoort bij actie (A1).",
    ],
)
def test_a_label_that_is_not_in_the_list_or_only_mentioned_is_text(zin):
    lezing = read(zin, "A1")
    assert lezing.verslag.punten[1].blokken[0].tekst == zin
    assert [label for label, *_ in found(lezing)] == ["A1"]
    assert "2" not in [punt for *_, punt in found(lezing)]


def test_a_table_of_something_else_has_no_actions_to_mark():
    lezing = read("Het verkeer staat vast op de snelweg (A9).", "A9", kop="Wegen", kolom="Lengte")
    assert found(lezing) == []
    assert lezing.verslag.punten[1].blokken[0].tekst.endswith("(A9).")
