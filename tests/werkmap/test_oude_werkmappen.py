"""Werkmappen as earlier versions left them open unchanged: the worked example, frozen at four moments."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from opdrachten import Werkmap

OUD = sorted((Path(__file__).parent / "oud").glob("*.zip"))


@pytest.fixture(params=OUD, ids=lambda path: path.stem)
def oud(request, tmp_path, capsys) -> Werkmap:
    root = tmp_path / "werkmap"
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(root)
    return Werkmap(root, capsys, "2026-04-01")


def test_four_are_kept():
    assert len(OUD) == 4


def test_nothing_in_it_is_a_fout_and_looking_changes_nothing(oud):
    before = oud.snapshot()
    for words in (("status",), ("acties",), ("controleer",), ("sjablonen",), ("voorstellen", "prt")):
        done = oud.run(*words)
        assert done.code == 0, (words, done.scherm)
    assert "Open acties:" in oud.run("status").uit
    assert oud.snapshot() == before


def test_the_same_actions_are_open_as_the_records_say(oud):
    """Five: A1 and A2 of January (A3 was done by then), and A1, A2 and A3 of March."""
    (prt,) = [tafel for tafel in oud.run("status", "--json").json["tafels"] if tafel["tafel"] == "prt"]
    assert prt["acties_open"] == 5


def test_its_documents_can_be_made(oud):
    assert oud.run("agenda", "prt").code == 0, oud.scherm
    assert oud.run("verslag", "prt", "2026-03-13").code == 0, oud.scherm
    assert oud.run("actielijst", "prt").code == 0, oud.scherm
