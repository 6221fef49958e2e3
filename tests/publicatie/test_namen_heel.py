"""A drawn name in a drawn place: an unlisted one is asked about, a listed one goes whole or stays whole."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meet_namen import DAG, is_guarded, publish
from namenproef import Proefzin, draw_zin, letters

from pipeline.model import Alinea, Persoon, VerslagPunt
from pipeline.model.verslag import Verslag
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.publicatie.vermeldingen import lees_tekst, replace_vermeldingen

FUNCTIE = "de beleidsadviseur"
# Who speaks as an inhabitant is always made anonymous, whatever the list says.
ALS_INWONER = "Inspreker "
INSTELLING = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def listed(zin: Proefzin, openbaar: str) -> Namenkennis:
    """A circle of one: the person who was planted."""
    naam = zin.naam
    persoon = Persoon("dhr." if naam.heer else "mw.", naam.voornaam, naam.voorvoegsel, naam.achternaam)
    return Namenkennis((Bekende(persoon, openbaar, "proef", FUNCTIE, ()),))


@given(st.randoms(use_true_random=False))
@INSTELLING
def test_somebody_on_no_list_is_asked_about_or_goes(rng: Random):
    zin = draw_zin(rng)
    verslag = Verslag("rt", DAG, "vastgesteld", punten=(VerslagPunt("Opvang", "1", (Alinea(zin.tekst),)),))
    assert is_guarded(zin, publish(verslag)), zin


@given(st.randoms(use_true_random=False))
@INSTELLING
def test_somebody_who_may_not_be_named_goes_whole(rng: Random):
    zin = draw_zin(rng)
    read = lees_tekst(zin.tekst, listed(zin, "functie"))
    if any(v.wijze == "onbeslist" for v in read.vermeldingen):
        return  # asked, so nothing goes out
    left = replace_vermeldingen(zin.tekst, read.vermeldingen)
    if "{los}" in zin.vorm or "{achter}" in zin.vorm:
        assert letters(zin.naam.achternaam) not in letters(left), zin
    elif zin.vorm.startswith(ALS_INWONER):
        assert left == zin.tekst.replace(zin.geplant, "[geanonimiseerd]"), zin
    else:
        assert left in {zin.tekst.replace(zin.geplant, w) for w in (FUNCTIE, FUNCTIE.capitalize())}, zin


@given(st.randoms(use_true_random=False))
@INSTELLING
def test_somebody_who_may_be_named_stays_whole(rng: Random):
    zin = draw_zin(rng)
    if zin.vorm.startswith(ALS_INWONER):
        return
    read = lees_tekst(zin.tekst, listed(zin, "naam"))
    assert replace_vermeldingen(zin.tekst, read.vermeldingen) == zin.tekst
