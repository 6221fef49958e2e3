"""A file may hold any amount of text: the language pass looks through a bounded part of it, and says so."""

from __future__ import annotations

from datetime import date

from pipeline.model import Alinea, Tabel, Verslag, VerslagPunt
from pipeline.taal import limit_verslag

TEKST = "Dhr. Voorbeeld belt de gemeente."


def make(*lengths: int) -> Verslag:
    """Minutes with so many paragraphs under each item."""
    points = tuple(VerslagPunt(f"Punt {n}", str(n), (Alinea(TEKST),) * count) for n, count in enumerate(lengths, 1))
    return Verslag("prt", date(2026, 3, 13), punten=points)


def test_minutes_of_usual_length_are_looked_through_as_they_are():
    verslag = make(2, 3)
    assert limit_verslag(verslag) == (verslag, ())


def test_what_is_too_long_is_cut_behind_a_paragraph_and_the_item_is_named():
    cut, meldingen = limit_verslag(make(2, 3, 1), maximum=4 * len(TEKST))
    assert [len(punt.blokken) for punt in cut.punten] == [2, 2]
    assert [m.code for m in meldingen] == ["voorstellen-ingekort"]
    assert "tot en met: 2. Punt 2" in meldingen[0].tekst


def test_the_cells_of_a_table_count_as_well():
    table = Tabel(((TEKST, TEKST), (TEKST, TEKST)))
    verslag = Verslag("prt", date(2026, 3, 13), punten=(VerslagPunt("Cijfers", "1", (table, Alinea(TEKST))),))
    cut, meldingen = limit_verslag(verslag, maximum=4 * len(TEKST))
    assert cut.punten[0].blokken == (table,)
    assert len(meldingen) == 1
