"""Whatever bytes lie in a file: every reader comes back, soon, with a value and Meldingen."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Melding, Tafel
from pipeline.notatie import (
    number_markers,
    parse_agenda,
    parse_gebeurtenis,
    parse_organisatie,
    parse_register,
    parse_tafel,
    parse_verslag,
    read_brontekst,
)

DATUM, TAFEL = date(2026, 1, 23), Tafel("prt", "Tafel")
LEZERS = {
    "regietafel.yaml": parse_organisatie,
    "tafel.yaml": lambda bron: parse_tafel(bron, "prt"),
    "agenda.yaml": lambda bron: parse_agenda(bron, TAFEL, DATUM),
    "verslag.md": lambda bron: parse_verslag(bron, TAFEL, DATUM),
    "register.yaml": lambda bron: parse_register(bron, TAFEL, DATUM),
    "logboek": parse_gebeurtenis,
}
SECONDEN = 60  # no measure of speed (that is bench/), only of an end: what is made to hang would take hours
STUKKEN = [
    "---\n",
    "tafel: ",
    "datum: ",
    "deelnemers:\n  - ",
    "leden:\n  - id: ",
    "agendapunten:\n  - titel: ",
    "acties:\n  - label: ",
    "## Actielijst\n",
    "| Nr | Actie | Status | Termijn |\n|---|---|---|---|\n",
    "| A1 | ",
    "| A | ",
    " | ",
    "\n",
    "\r\n",
    "[A]",
    "[A1]",
    "[A2 (31-02-2025)]",
    "A2 (17-12-2025)",
    "gesplitst uit A1",
    "31 februari",
    "23 januari 2026",
    "9:30 - 1:00",
    "open",
    "- ",
    "1. ",
    "## 1. Titel (vertrouwelijk)\n",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "'",
    '"',
    "|",
    "\\",
    "**",
    "\t",
    "\x00",
    "é",
    "\u2028",
    "[afwezig]",
    "(x)",
]


def read_everything(inhoud):
    bron, found = read_brontekst(inhoud, "x")
    for lezer in LEZERS.values():
        start = time.perf_counter()
        _, meldingen = lezer(bron)
        assert time.perf_counter() - start < SECONDEN
        assert all(isinstance(m, Melding) and m.tekst and m.hulp for m in (*found, *meldingen))
        assert len(meldingen) < 1100


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_a_reader_fail(inhoud):
    read_everything(inhoud)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(STUKKEN), max_size=40).map("".join))
def test_no_mixture_of_what_people_type_makes_a_reader_fail(tekst):
    read_everything(tekst.encode())
    read_everything(f"---\ntafel: prt\ndatum: 23-01-2026\n---\n{tekst}".encode())
    number_markers(tekst, 1)


KOP = "---\ntafel: prt\ndatum: 2026-01-23\n---\n"
LIJST = KOP + "## Actielijst\n\n| Nr | Actie | Wie | Termijn | Status |\n|---|---|---|---|---|\n"
HARD = {
    "spaces": KOP + "## a" + " " * 900_000 + "b\n",
    "spaces before a bracket": KOP + "x" + " " * 900_000 + "[A1]\n",
    "brackets": KOP + "[A" * 300_000,
    "markers": KOP + "[A] " * 200_000,
    "the same marker": KOP + "[A1] " * 200_000,
    "sentences": KOP + "Dat. " * 150_000 + "[A1]",
    "pipes": KOP + "|" * 400_000 + "\n" + "|---" * 1000 + "|\n" + "| a |\n" * 20_000,
    "backslashes": KOP + "\\" * 900_000 + "- x\n",
    "rows": LIJST + "| A1 | x | y | z | open |\n" * 20_000,
    "loose rows": LIJST + "| A | x | y | z | q |\n" * 20_000,
    "a long cell": LIJST
    + "| A1 | x | "
    + "a , " * 100_000
    + " | "
    + "mei " * 100_000
    + " | "
    + "samengevoegd met " * 20_000
    + " |\n",
    "spaces in a cell": LIJST
    + "| A1 |"
    + " x"
    + " " * 300_000
    + "y | a"
    + " " * 300_000
    + "b | c"
    + " " * 300_000
    + "d | e |\n",
    "references": LIJST + "| A1 | x | y | z | samengevoegd met " + "A1, " * 80_000 + " |\n",
    "depth of a list": KOP + "".join(" " * (2 * n) + "- x\n" for n in range(900)),
    "lines": KOP + "x [A1]\n" * 100_000,
    "unknown fields": "".join(f"veld{n}: x\n" for n in range(30_000)),
    "flow": "a: [" + "b, " * 100_000 + "]\n",
    "nested flow": "a: " + "[" * 100_000,
    "nested dashes": "- " * 100_000 + "a\n",
    "question marks": "? " * 100_000 + "a\n",
    "one long scalar": "a: " + "x " * 150_000 + "\n",
    "quotes": 'a: "' + "\\n" * 150_000 + '"\n',
    "an unclosed quote": 'a: "' + "x\n\n" * 100_000,
    "colons": "a:" * 100_000,
    "comments": "# x\n" * 80_000,
    "blank lines in a block": "a: |\n" + "\n" * 300_000 + "  x\n",
    "anchors": "a: &a x\n" * 20_000,
    "percent": "%YAML " * 50_000,
    "long participants": "deelnemers:\n  - " + "(" * 200_000 + "\n",
    "tabs": "a:\n" + "\t" * 200_000 + "b\n",
    "far too big": "a: b\n" * 900_000,
}


@pytest.mark.parametrize("soort", HARD)
def test_nothing_that_is_made_to_be_slow_is_slow(soort):
    read_everything(HARD[soort].encode())
