"""A word that a narrow column cut in two without a hyphen is whole again; two words stay two."""

from __future__ import annotations

import pytest
from lezen_bouw import draw, make_pdf

from pipeline.lezen.pdf import read_pdf
from pipeline.model.document import Tabelblok


def cell_of(*lines: str) -> str:
    """The text of a cell that a PDF shows on these lines, in a narrow column between rules."""
    edges, top, bottom = (72, 112, 220), 720, 720 - 14 * (len(lines) + 2)
    rules = [f"{x} {top} m {x} {bottom} l S" for x in edges]
    rules += [f"{edges[0]} {y} m {edges[-1]} {y} l S" for y in (top, top - 16, bottom)]
    words = draw((75, 708, "Nr"), (115, 708, "Actie"), (75, 690, "A1"))
    rows = draw(*((115, 690 - 12 * number, line) for number, line in enumerate(lines)))
    found, _ = read_pdf(make_pdf("\n".join(rules).encode() + b"\n" + words + b"\n" + rows), "smal.pdf")
    (table,) = (block for block in found.blokken if isinstance(block, Tabelblok))
    return table.rijen[1][1].tekst


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("Een kort", "huisvestingsverord", "ening voorleggen"), "Een kort huisvestingsverordening voorleggen"),
        (("Navraag over", "krommelstrazwier", "el"), "Navraag over krommelstrazwierel"),
        (("Navraag over", "krommelstrazwier", "elp doen"), "Navraag over krommelstrazwierelp doen"),
        (("Navraag over", "krommelstraziezdr", "echt doen"), "Navraag over krommelstraziezdrecht doen"),
        (("Navraag over", "krommelstrazwekeld", "er"), "Navraag over krommelstrazwekelder"),
        (
            ("Brief over", "samenwerkingsaf", "spraken; daarna", "bellen."),
            "Brief over samenwerkingsafspraken; daarna bellen.",
        ),
    ],
)
def test_a_word_that_was_cut_is_whole_again(lines: tuple[str, ...], read: str):
    assert cell_of(*lines) == read


@pytest.mark.parametrize(
    "lines",
    [
        ("Voorleggen van", "bouwvergunning", "aan de raad"),
        ("Nagaan wie bij", "krommelstrazwier", "op bezoek gaat"),
        ("Daar is de heer", "Krommelstrazwier", "mee bezig"),
        ("Zoeken van een", "opvanglocatie", "dorp voor dorp"),
        ("Wat neemt", "krommelstrazwier", "mee"),
    ],
)
def test_two_words_stay_two(lines: tuple[str, ...]):
    assert cell_of(*lines) == " ".join(lines)
