"""Checks: what a careful colleague would say of a record. Pure; model in, Meldingen out."""

from pipeline.controle.dossier import Dossier, build_dossier
from pipeline.controle.lijst import CONTROLES, Controle, Fase, accept, controleer

__all__ = ["CONTROLES", "Controle", "Dossier", "Fase", "accept", "build_dossier", "controleer"]
