"""What the tests of notatie share: a made-up table, and readers that take text."""

import textwrap
from datetime import date

import pytest

from pipeline.model import Tafel
from pipeline.notatie import make_brontekst, parse_verslag

DATUM = date(2026, 1, 23)


@pytest.fixture
def tafel():
    return Tafel("prt", "Tafel van Voorbeeldstad", "TVV", bron=None)


@pytest.fixture
def lees(tafel):
    """Read the body of a verslag.md under a good front matter of four lines; returns (Verslag, meldingen)."""

    def read(body, kop="tafel: prt\ndatum: 23 januari 2026"):
        text = f"---\n{kop}\n---\n{textwrap.dedent(body).lstrip(chr(10))}"
        return parse_verslag(make_brontekst(text, "verslag.md"), tafel, DATUM)

    return read


@pytest.fixture
def plekken():
    """Return (code, line) of each Melding."""
    return lambda meldingen: [(m.code, m.bron.nummer) for m in meldingen]
