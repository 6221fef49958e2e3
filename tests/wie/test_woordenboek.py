"""What a word is known as."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from pipeline.wie import woordenboek


@pytest.mark.parametrize(
    "woord", ["uitgesteld", "notulist", "vervalt", "rondvraag", "doorstroomlocaties", "uitvoeringskader"]
)
def test_a_common_word_and_a_compound_of_them_is_known(woord):
    assert woordenboek.is_woord(woord)


@pytest.mark.parametrize("woord", ["zwobbelaar", "haverkampers", "kloosterhuizens", "jansen", "yildizhan", ""])
def test_a_surname_is_no_common_word_however_it_is_put_together(woord):
    assert not woordenboek.is_woord(woord)


@pytest.mark.parametrize("woord", ["koning", "mei", "post", "baan", "bakker", "roos", "jansen"])
def test_a_name_that_is_a_word_is_known_as_a_name_too(woord):
    assert woordenboek.is_persoonsnaam(woord)


@pytest.mark.parametrize("woord", ["havenkade", "texel", "denhaag", "haarlemse", "boudewijnlaan", "dijkenwaard"])
def test_places_streets_and_who_comes_from_there_are_known(woord):
    assert woordenboek.is_plaats(woord)


def test_a_surname_is_no_place_because_it_ends_as_one():
    assert not woordenboek.is_plaats("sanders")
    assert not woordenboek.is_plaats("zwobbelaar")


def test_the_dictionary_is_small_and_only_unpacked_when_it_is_asked():
    folder = files("pipeline.wie") / "data"
    assert sum(len(f.read_bytes()) for f in folder.iterdir()) < 2 * 1024 * 1024
    code = "import pipeline.wie.woordenboek as w; print(w._tekst.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
