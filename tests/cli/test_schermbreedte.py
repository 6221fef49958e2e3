"""What a window shows that is narrow or wide: words stay whole, and nothing falls off."""

from __future__ import annotations

import re

import pytest

DELEN = r"[^\s-]+-?"
KOPPEN = (
    "Actie Actiehouder Termijn Status Groep Organisatie Hoedanigheid E-mail mail Stand doen Uiterlijk dag "
    "Openbaar daarvan Waarom Keer"
).split()


@pytest.fixture
def shown(regietafel, voorbeeld, monkeypatch):
    """Give a command in a window of so many characters; return the lines on the screen."""

    def run(breed: int, *words: str) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(breed))
        return regietafel("--op", "2026-06-08", *words, werkmap=voorbeeld).uit.splitlines()

    return run


@pytest.mark.parametrize("breed", [30, 60, 80, 100, 120])
@pytest.mark.parametrize("words", [("acties", "prt"), ("leden", "prt"), ("status", "prt"), ("planning", "prt", "2027"),
                                   ("publiceer", "prt", "2026-01-23", "--proef")], ids=lambda w: w[0])  # fmt: skip
def test_every_word_stays_whole_in_a_window_of_any_width(shown, words, breed):
    whole = set(re.findall(DELEN, "\n".join(shown(400, *words))))
    narrow = set(re.findall(DELEN, "\n".join(shown(breed, *words))))
    labels = {f"{kop}:" for kop in KOPPEN}
    assert narrow - whole <= labels


def test_a_table_of_actions_fits_in_a_window_of_80(shown):
    lines = shown(80, "acties", "prt")
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines if line.startswith("A")] == ["A1", "A2", "A3"] * 2 + ["A1", "A2"]
    broken = next(n for n, line in enumerate(lines) if "regio- " in line)
    assert "5 juni 2026" in lines[broken]
    assert "coördinatoren" in lines[broken + 1]


def test_where_there_is_room_a_word_with_a_hyphen_is_not_broken_at_it(shown):
    lines = shown(120, "acties", "prt")
    assert any("regio-coördinatoren" in line for line in lines)
    assert any("PRT-secretariaat" in line for line in lines)


def test_in_a_window_too_narrow_for_a_table_each_action_stands_below_the_one_before(shown):
    lines = shown(50, "acties", "prt", "--van", "COA", "--open")
    assert lines == [
        "A1 (23-01-2026)",
        "  Actie: Nagaan of nareizigers terechtkunnen in de",
        "    COA-locatie in Blaricum",
        "  Actiehouder: COA",
        "  Termijn: 5 juni 2026",
        "  Status: open, te laat",
    ]
