"""Checks: what a careful colleague would say of a record. Pure; model in, Meldingen out."""

from pipeline.controle.dossier import Dossier, build_dossier
from pipeline.controle.herstel import Verbetering, apply_herstel
from pipeline.controle.lijst import CONTROLES, Controle, Fase, accept, controleer, propose_herstel

__all__ = [
    "CONTROLES",
    "Controle",
    "Dossier",
    "Fase",
    "Verbetering",
    "accept",
    "apply_herstel",
    "build_dossier",
    "controleer",
    "propose_herstel",
]
