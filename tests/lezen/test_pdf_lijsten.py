"""A list of actions in a PDF is read row by row, also where its table shows no rules or only some."""

from __future__ import annotations

import textwrap

import pytest
from lezen_bouw import draw
from test_pdf_lezen import document

from pipeline.lezen import build_verslag
from pipeline.lezen.tabelvorm import merge_tabellen
from pipeline.model.document import Cel, Plek, Tabelblok, Tekstblok

KOP = ("Nr", "Actie", "Actiehouder", "Termijn")
RIJEN = (
    ("A1", "Presentatie over de woningbouw nasturen aan alle leden", "secretariaat", "voor 1 april"),
    ("A2", "Cijfers opvragen", "dhr. Voorbeeld", "volgende vergadering"),
    ("A3", "Overleg plannen met de corporaties en de omwonenden", "mw. De Proef en de wethouder", ""),
    ("A4", "Brief schrijven", "Peter", "eind mei"),
)
KANTEN = (72, 100, 300, 420)
BREEDTES = (8, 32, 18, 18)
Tekst = tuple[float, float, str]


def cell_lines(row: tuple[str, ...]) -> list[list[str]]:
    return [textwrap.wrap(text, wide) for text, wide in zip(row, BREEDTES, strict=True)]


def set_rows(rows: tuple[tuple[str, ...], ...], top: float, padding: float, middle: bool = False) -> list[list[Tekst]]:
    """Set each row in its columns, 12 points a line, with so much white space between rows."""
    placed: list[list[Tekst]] = []
    for row in rows:
        cells = cell_lines(row)
        height = max(len(lines) for lines in cells)
        drop = [(height - len(lines)) * 6 if middle else 0 for lines in cells]
        placed.append(
            [
                (x, top - d - 12 * i, line)
                for x, d, ls in zip(KANTEN, drop, cells, strict=True)
                for i, line in enumerate(ls)
            ]
        )
        top -= 12 * height + padding
    return placed


def drawn(rows: list[list[Tekst]]) -> bytes:
    return draw(*(text for row in rows for text in row))


def found_in(drawing: bytes) -> list[tuple[str, ...]]:
    (table,) = [blok for blok in document(drawing).blokken if isinstance(blok, Tabelblok)]
    return [tuple(cel.tekst for cel in rij) for rij in table.rijen]


@pytest.mark.parametrize("padding", [6, 0], ids=["white space between the rows", "no white space between the rows"])
def test_a_list_without_rules_has_its_rows(padding: float):
    assert found_in(drawn(set_rows((KOP, *RIJEN), 700, padding))) == [KOP, *RIJEN]


def test_a_list_whose_cells_are_centred_in_their_rows_has_its_rows():
    assert found_in(drawn(set_rows((KOP, *RIJEN), 700, 6, middle=True))) == [KOP, *RIJEN]


def test_a_list_with_rules_between_its_rows_only_has_its_rows():
    rows = set_rows((KOP, *RIJEN), 700, 2)
    rules = "\n".join(
        f"72 {min(y for _, y, _ in row) - 3.5} m 520 {min(y for _, y, _ in row) - 3.5} l S" for row in rows
    )
    assert found_in(rules.encode() + b"\n" + drawn(rows)) == [KOP, *RIJEN]


def test_a_list_with_every_other_row_shaded_has_its_rows():
    rows = set_rows((KOP, *RIJEN), 700, 6)
    shaded = [(min(y for _, y, _ in row) - 5, max(y for _, y, _ in row) + 12) for row in rows[::2]]
    boxes = "\n".join(f"0.9 g 70 {low} 460 {high - low} re f 0 g" for low, high in shaded)
    assert found_in(boxes.encode() + b"\n" + drawn(rows)) == [KOP, *RIJEN]


def test_a_list_without_rules_goes_on_over_a_page():
    first = drawn(set_rows((KOP, *RIJEN[:2]), 120, 6)) + b"\n" + draw((280, 30, "1"))
    second = drawn(set_rows(RIJEN[2:], 780, 6)) + b"\n" + draw((72, 640, "Einde van het verslag."), (280, 30, "2"))
    verslag, _ = build_verslag(document(first, second))
    assert [(a.label, a.actie, a.actiehouder) for a in verslag.actiepunten] == [(r[0], r[1], r[2]) for r in RIJEN]


def test_text_below_a_list_is_no_part_of_it():
    below = draw((72, 560, "Rondvraag"), bold=True, size=12) + b"\n"
    below += draw((72, 540, "Er zijn geen vragen en de voorzitter sluit de vergadering om elf uur precies."))
    blocks = document(drawn(set_rows((KOP, *RIJEN), 700, 6)) + b"\n" + below).blokken
    assert [b.tekst for b in blocks if isinstance(b, Tekstblok)] == [
        "Rondvraag",
        "Er zijn geen vragen en de voorzitter sluit de vergadering om elf uur precies.",
    ]


def test_a_sentence_with_the_words_of_a_header_begins_no_list():
    drawing = draw((72, 700, "Actie: wie doet wat"), (72, 680, "De leden spreken af wie welke actie neemt."))
    assert not [blok for blok in document(drawing).blokken if isinstance(blok, Tabelblok)]


def test_a_row_alone_on_the_next_page_belongs_to_the_second_of_two_lists_that_were_read_as_one():
    def table(*rows: tuple[str, ...]) -> Tabelblok:
        return Tabelblok(tuple(tuple(Cel(text) for text in row) for row in rows), (Plek(0, 1),) * len(rows))

    both = table(
        KOP, *RIJEN, ("Besluitenlijst", "", "", ""), ("Nr", "Besluit", "", ""), ("B1", "De kade blijft", "", "")
    )
    alone = table(("B2", "Het bod gaat door."))
    _, _, decisions = merge_tabellen((both, alone))
    assert [tuple(cel.tekst for cel in row) for row in decisions.rijen] == [
        ("Nr", "Besluit"),
        ("B1", "De kade blijft"),
        ("B2", "Het bod gaat door."),
    ]
