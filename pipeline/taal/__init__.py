"""The language pass: a Verslag -> Voorstellen. Importing this loads spaCy; a model only on first use."""

from pipeline.taal.koppelen import Koppelvoorstel, find_verdwenen, koppel_acties, koppel_tekst, to_voorstel
from pipeline.taal.omvang import limit_verslag
from pipeline.taal.pijplijn import build_nlp, check_model
from pipeline.taal.voorstellen import zoek_mededelingen, zoek_voorstellen

__all__ = [
    "Koppelvoorstel",
    "build_nlp",
    "check_model",
    "find_verdwenen",
    "koppel_acties",
    "koppel_tekst",
    "limit_verslag",
    "to_voorstel",
    "zoek_mededelingen",
    "zoek_voorstellen",
]
