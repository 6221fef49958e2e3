"""The spaCy pipeline: a Dutch model with our components behind it, each in its own module."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.model import Melding, melding

MODEL = Path(__file__).parent / "modellen" / "nl_regietafel"
COMPONENTEN = (
    "regietafel_personen",
    "regietafel_termijnen",
    "regietafel_toezeggingen",
    "regietafel_besluiten",
    "regietafel_voortgang",
)


@cache
def build_nlp(model: str | None = None) -> Language:
    """Load a model, the shipped one by default, and put our components behind it; kept for the next call.

    Raises OSError where there is no such model: see ``check_model`` for a Melding instead.
    """
    nlp = spacy.load(model or MODEL)
    nlp.add_pipe("regietafel_zinnen", first=True)
    for name in COMPONENTEN:
        nlp.add_pipe(name)
    return nlp


def build_bare_nlp() -> Language:
    """Build the same components without a model: what the rules need no tagger for."""
    nlp = spacy.blank("nl")
    for name in ("regietafel_zinnen", *COMPONENTEN):
        nlp.add_pipe(name)
    return nlp


def check_model(model: str) -> Melding | None:
    """Tell whether the model named in ``regietafel.yaml`` is there; None means it is, or none is named."""
    if not model or find_spec(model) is not None or (Path(model) / "meta.json").is_file():
        return None
    return melding("taalmodel-ontbreekt", f"Het taalmodel {model} staat niet op deze computer.")
