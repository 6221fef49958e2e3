"""Text cut in words: what belongs to a word, and where it stands."""

from __future__ import annotations

import pytest

from pipeline.wie.woorden import split_woorden


@pytest.mark.parametrize(
    ("tekst", "vormen"),
    [
        ("Van 't Hoff", ["van", "t", "hoff"]),
        ("Van ’t Hoff", ["van", "t", "hoff"]),
        ("’s-Gravenmade", ["s", "gravenmade"]),
        ("d'Ancona-Nep", ["dancona", "nep"]),
        ("Voor\u00adbeeld", ["voorbeeld"]),
        ("Proe\ufb01e", ["proefie"]),
        ("\u0132sbrand", ["ijsbrand"]),
        ("H&#101;ijn &amp; Co", ["heijn", "co"]),
        ("Jos&eacute;", ["jose"]),
        ("Çelik Şahin Yıldız", ["celik", "sahin", "yildiz"]),
    ],
)
def test_apostrophes_entities_ligatures_and_soft_hyphens_belong_to_the_word(tekst, vormen):
    assert [w.vorm for w in split_woorden(tekst)] == vormen


@pytest.mark.parametrize("tekst", ["Zie H&#101;ijn &eacute;n Voor\u00adbeeld", "Van 't Hoff en d'Ancona"])
def test_every_word_keeps_its_place_in_the_original(tekst):
    for woord in split_woorden(tekst):
        written = tekst[woord.begin : woord.eind]
        assert [w.vorm for w in split_woorden(written)] == [woord.vorm]


@pytest.mark.parametrize("naam", ["d'Hondt", "l’Ecluse", "'T", "Zwabbel"])
def test_a_capital_behind_an_apostrophe_is_a_capital(naam):
    assert split_woorden(naam)[0].is_hoofdletter
