"""The fold: Verslagen in, Actielijst and Besluitenlijst out. Pure; the records are the only truth."""

from pipeline.voortgang.acties import fold_acties
from pipeline.voortgang.besluiten import fold_besluiten
from pipeline.voortgang.nummers import next_nummer

__all__ = ["fold_acties", "fold_besluiten", "next_nummer"]
