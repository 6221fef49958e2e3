"""Every rule, sentence by sentence: what it must see, with the right owner, and what it must not see.

The examples stand in ``voorbeelden/<rule>.txt``. They are read by a pipeline without a trained model too, for
the rules are about word order and the verb tables; those few that need tags are named in NEEDS_TAGS.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.taal.context import Vergaderkring, get_zinnen, set_vergadering
from pipeline.taal.kring import build_kring, join_namen
from pipeline.taal.pijplijn import build_bare_nlp, build_nlp
from pipeline.taal.regels import REDENEN, REGELS
from pipeline.taal.toezeggingen import find_kandidaten, get_toezeggingen
from pipeline.wie.personen import parse_deelnemer

FOLDER = Path(__file__).parent / "voorbeelden"
PEOPLE = (
    "dhr. Voorbeeld (Nepstad)", "mw. De Proef (Proefland)", "Jan Nepper", "Tom Verzin (TV, vz)",
    "Kees Nergens (KN)", "wethouder Nep", "mw. Toets (secretaris)",
)  # fmt: skip
CIRCLE = Vergaderkring(build_kring(d for line in PEOPLE if (d := parse_deelnemer(line))))
NEEDS_TAGS: frozenset[tuple[str, str]] = frozenset()


def read_examples() -> list[tuple[str, str | None, str]]:
    """Return (rule, owner or None for a near miss, sentence) for every line of every file."""
    found: list[tuple[str, str | None, str]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("+"):
                owner, _, sentence = line[1:].partition("|")
                found.append((path.stem, owner.strip(), sentence.strip()))
            elif line.startswith("-"):
                found.append((path.stem, None, line[1:].strip()))
    return found


EXAMPLES = read_examples()


@pytest.fixture(scope="module", params=["with the model", "without a model"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return build_nlp() if request.param == "with the model" else build_bare_nlp()


def owners_seen(nlp: Language, rule: str, text: str) -> list[str]:
    doc = nlp(set_vergadering(nlp.make_doc(text), CIRCLE))
    found = [k for zin in get_zinnen(doc) for k in find_kandidaten(zin) if k.regel == rule]
    return [join_namen(k.actiehouders) or "?" for k in found]


@pytest.mark.parametrize(
    ("rule", "owner", "sentence"), [e for e in EXAMPLES if e[1] is not None], ids=lambda value: str(value)[:60]
)
def test_a_rule_sees_its_examples_with_their_owner(nlp: Language, rule: str, owner: str, sentence: str) -> None:
    assert owner in owners_seen(nlp, rule, sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r, o, s in EXAMPLES if o is None], ids=lambda value: str(value)[:60]
)
def test_a_rule_does_not_see_its_near_misses(nlp: Language, rule: str, sentence: str) -> None:
    assert owners_seen(nlp, rule, sentence) == []


def test_every_rule_has_examples_and_a_reason_in_dutch() -> None:
    names = {regel.naam for regel in REGELS} | {"kan_of_wil"}
    assert names == {path.stem for path in FOLDER.glob("*.txt")}
    assert all(REDENEN[name].strip() for name in names)


def test_every_file_holds_sentences_of_both_kinds() -> None:
    for path in FOLDER.glob("*.txt"):
        marks = {line[:1] for line in path.read_text(encoding="utf-8").splitlines()}
        assert {"+", "-"} <= marks, path.name


@pytest.mark.parametrize(
    ("zin", "houder"),
    [
        ("De nieuwe secretaris maakt een rooster.", "secretaris"),
        ("De heren Jansen en De Vries zoeken dit uit.", "Jansen en De Vries"),
        ("Vrijdag stuurt Jan Proef de notitie rond.", "Jan Proef"),
    ],
)
def test_an_owner_has_no_stray_words_and_loses_none_of_its_own(nlp: Language, zin: str, houder: str) -> None:
    doc = nlp(zin)
    assert [join_namen(t.kandidaat.actiehouders) for t in get_toezeggingen(doc)] == [houder]
