"""Which text of minutes the language pass looks at, and what is only a heading above it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model import Alinea, Verslag, VerslagPunt
from pipeline.taal.voorstellen import split_passages


def passages(*paragraphs: str) -> list[str]:
    points = (VerslagPunt("Cijfers", "2", tuple(Alinea(text) for text in paragraphs)),)
    return [passage.tekst for passage in split_passages(Verslag("wv", date(2026, 5, 12), punten=points))]


@pytest.mark.parametrize("kop", ["**Opvang**", "**Opvang** **van mensen**"])
def test_what_is_bold_from_end_to_end_is_a_heading(kop):
    assert passages(kop, "Er is weinig plek.") == ["Er is weinig plek."]


def test_a_sentence_that_begins_and_ends_in_bold_is_looked_at():
    assert passages("**Mw. De Proef** stuurt het overzicht rond voor **1 juni**") == [
        "Mw. De Proef stuurt het overzicht rond voor 1 juni"
    ]
