"""Our own annotated sentences and the tables of verbs: complete, consistent, and used as they stand."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

import pytest

from pipeline.taal.werkwoorden import load_werkwoorden
from pipeline.taal.zekerheid import bereken_zekerheid, load_gewichten

DATA = files("pipeline.taal") / "data"
ROWS = [json.loads(line) for line in (DATA / "zinnen" / "zinnen.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_enough_sentences_of_both_kinds_and_no_two_the_same() -> None:
    labels = Counter(row["label"] for row in ROWS)
    assert len(ROWS) >= 1500 and min(labels.values()) >= 600
    assert len({(row["ervoor"], row["zin"]) for row in ROWS}) == len(ROWS)


def test_every_sentence_belongs_to_a_body_whose_participants_are_known() -> None:
    bodies = json.loads((DATA / "zinnen" / "lichamen.json").read_text(encoding="utf-8"))
    assert {row["lichaam"] for row in ROWS} <= set(bodies)


def test_only_actions_have_owners_and_terms() -> None:
    assert [row for row in ROWS if not row["label"] and (row["actiehouder"] or row["termijn"])] == []


@pytest.mark.parametrize(
    ("word", "verb", "particle", "form"),
    [
        ("zoekt", "zoeken", "", "pv"),
        ("uitzoeken", "zoeken", "uit", "infinitief"),
        ("uitgezocht", "zoeken", "uit", "deelwoord"),
        ("stuurt", "sturen", "", "pv"),
        ("gaat", "gaan", "", "pv"),
        ("doet", "doen", "", "pv"),
        ("legde", "leggen", "", "verleden"),
        ("verspreidt", "verspreiden", "", "pv"),
    ],
)
def test_a_form_is_recognised_as_one_of_its_verb(word: str, verb: str, particle: str, form: str) -> None:
    found = {(f.werkwoord, f.deeltje, f.vorm) for f in load_werkwoorden().lookup(word)}
    assert (verb, particle, form) in found


def test_a_particle_changes_what_a_verb_is() -> None:
    table = load_werkwoorden()
    assert table.klasse("zeggen", "toe") == "toezeggen"
    assert table.klasse("zeggen") == "melden"


def test_certainty_is_a_chance_and_grows_with_what_speaks_for_it() -> None:
    features = sorted(name for name, weight in load_gewichten().items() if name and weight > 0)[:3]
    low, high = bereken_zekerheid(()), bereken_zekerheid(features)
    assert 0 < low < high < 1
