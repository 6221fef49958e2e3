"""The Dutch model as a user meets it: what it loads like, and what it makes of made-up minutes."""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

REPO = Path(__file__).resolve().parents[2]
MODEL = REPO / "pipeline" / "taal" / "modellen" / "nl_regietafel"
TREEBANK = REPO.parent / "shared" / "treebank"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def token(doc: Doc, form: str) -> Token:
    return next(t for t in doc if t.text == form)


def child(woord: Token, dep: str) -> str | None:
    return next((t.text for t in woord.children if t.dep_ == dep), None)


def test_loads_within_seconds() -> None:
    began = time.perf_counter()
    spacy.load(MODEL)
    assert time.perf_counter() - began < 60


def test_takes_at_most_ten_megabytes() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 10_000_000


def test_names_its_licence_and_sources(nlp: Language) -> None:
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert {bron["name"] for bron in nlp.meta["sources"]} == {"UD_Dutch-Alpino", "UD_Dutch-LassySmall"}
    card = (MODEL / "MODEL.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "University of Groningen" in card


def test_card_states_the_measured_scores() -> None:
    card = (MODEL / "MODEL.md").read_text(encoding="utf-8")
    scores = json.loads((MODEL / "scores.json").read_text(encoding="utf-8"))["in_context"]
    for name in ("pos", "morph", "lemma", "uas", "las", "sentence_f"):
        assert str(scores[name]) in card, name


def test_keeps_no_running_text_of_the_treebank(nlp: Language) -> None:
    # A sentence, or even a pair of its words, would show as a string with spaces.
    assert not [s for s in nlp.vocab.strings if len(s.split()) > 2]


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Dhr. Jansen (nr. 3) licht toe d.m.v. een presentatie. De secretaris zoekt dit uit.", 2),
        ("Mw. Terpstra vraagt m.b.t. de huur om o.a. een nieuw bod. Dat komt in mei.", 2),
        ("De brief van 4 juni jl. is verstuurd. Er is nog geen antwoord.", 2),
        ("Wethouder Terpstra meldt dat ca. 40 plekken vrijkomen, evt. meer. Omar vraagt wanneer.", 2),
        ("Het bestuur stemt in. Mevr. De Ruiter dankt iedereen voor de inzet.", 2),
        ("Zie nr. 12 van de lijst.", 1),
        ("Anneke belt de eigenaar", 1),
        ("Volgens wethouder Terpstra is Stichting Zonnewende akkoord met Lindeloo Oost.", 1),
        ("• Harm neemt contact op met de eigenaar", 1),
        ("Actielijst\nAnneke belt de eigenaar.\nOmar maakt een kaart.", 3),
        ("Anneke belt de\neigenaar van het pand.", 1),
        ("Rondvraag\n\nNiemand heeft een vraag.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(nlp: Language, tekst: str, aantal: int) -> None:
    assert len(list(nlp(tekst).sents)) == aantal


@pytest.mark.parametrize(
    ("tekst", "werkwoord", "deeltje", "onderwerp"),
    [
        ("De secretaris zoekt dit vóór maart uit.", "zoekt", "uit", "secretaris"),
        ("Anneke stuurt de lijst volgende week op.", "stuurt", "op", "Anneke"),
        ("Mw. Terpstra neemt dit punt mee.", "neemt", "mee", "Mw."),
        ("De projectgroep werkt het plan verder uit.", "werkt", "uit", "projectgroep"),
    ],
)
def test_separated_verb_keeps_its_particle(
    nlp: Language, tekst: str, werkwoord: str, deeltje: str, onderwerp: str
) -> None:
    verb = token(nlp(tekst), werkwoord)
    assert verb.pos_ == "VERB"
    assert child(verb, "compound:prt") == deeltje
    assert child(verb, "nsubj") == onderwerp


def test_verb_and_particle_make_the_lemma(nlp: Language) -> None:
    doc = nlp("De secretaris zoekt dit vóór maart uit.")
    assert token(doc, "uit").lemma_ + token(doc, "zoekt").lemma_ == "uitzoeken"
    assert token(nlp("De secretaris zal dit uitzoeken."), "uitzoeken").lemma_ == "uitzoeken"


def test_passive_has_its_own_subject_and_agent(nlp: Language) -> None:
    verb = token(nlp("Het voorstel wordt door de penningmeester opgesteld."), "opgesteld")
    assert child(verb, "nsubj:pass") == "voorstel"
    assert child(verb, "aux:pass") == "wordt"
    assert child(verb, "obl:agent") == "penningmeester"


def test_request_keeps_what_is_asked(nlp: Language) -> None:
    doc = nlp("De provincie wordt gevraagd om een kaart te maken.")
    assert child(token(doc, "gevraagd"), "aux:pass") == "wordt"
    assert token(doc, "maken").head.text == "gevraagd"
    assert child(token(doc, "maken"), "obj") == "kaart"


def test_agreement_opens_with_what_is_agreed(nlp: Language) -> None:
    doc = nlp("Afgesproken wordt dat Bert het format verspreidt.")
    assert token(doc, "Afgesproken").dep_ == "ROOT"
    assert token(doc, "verspreidt").head.text == "Afgesproken"
    assert child(token(doc, "verspreidt"), "nsubj") == "Bert"


def test_two_names_share_a_deed(nlp: Language) -> None:
    doc = nlp("Sjoerd en Willemijn werken de notitie verder uit.")
    assert child(token(doc, "werken"), "nsubj") == "Sjoerd"
    assert child(token(doc, "Sjoerd"), "conj") == "Willemijn"


def test_modal_is_an_auxiliary_of_the_deed(nlp: Language) -> None:
    verb = token(nlp("Anneke zal de gemeente bellen."), "bellen")
    assert child(verb, "aux") == "zal"
    assert child(verb, "nsubj") == "Anneke"
    assert child(verb, "obj") == "gemeente"


def test_tense_and_form_of_the_verb(nlp: Language) -> None:
    nu = token(nlp("Anneke belt de eigenaar."), "belt")
    assert nu.morph.get("Tense") == ["Pres"]
    assert nu.morph.get("VerbForm") == ["Fin"]
    toen = token(nlp("Anneke belde de eigenaar."), "belde")
    assert toen.morph.get("Tense") == ["Past"]


@pytest.mark.shared
def test_scores_are_what_the_held_back_part_gives(nlp: Language) -> None:
    script = load_script()
    held = script.held_back(TREEBANK)
    scores = json.loads((MODEL / "scores.json").read_text(encoding="utf-8"))
    prints = "\n".join(sorted(script.fingerprint(zin) for blok in held for zin in blok.zinnen))
    assert scores["held_back"]["fingerprint"] == script.hashlib.sha256(prints.encode()).hexdigest()
    measured = script.measure(nlp, [list(blok.zinnen) for blok in held])
    # Another processor rounds differently, which may turn a single token.
    assert measured["las"] == pytest.approx(scores["in_context"]["las"], abs=0.2)


@pytest.mark.shared
def test_nothing_held_back_is_trained_on() -> None:
    script = load_script()
    train, held = script.split(script.read_blocks(TREEBANK), "held-back")
    seen = {script.fingerprint(zin) for blok in train for zin in blok.zinnen}
    assert not [zin for blok in held for zin in blok.zinnen if script.fingerprint(zin) in seen]


def load_script() -> ModuleType:
    """Load the training script, which is not part of the package."""
    spec = importlib.util.spec_from_file_location("train_taalmodel", REPO / "scripts" / "train_taalmodel.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # The dataclasses of the script look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
