"""The language pass: a Verslag -> Voorstellen. Importing this loads spaCy; a model only on first use."""

from pipeline.taal.pijplijn import build_nlp, check_model
from pipeline.taal.uitvoer import to_acties_json
from pipeline.taal.voorstellen import zoek_voorstellen

__all__ = ["build_nlp", "check_model", "to_acties_json", "zoek_voorstellen"]
