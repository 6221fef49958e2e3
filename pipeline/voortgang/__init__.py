"""The fold: Verslagen in, Actielijst and Besluitenlijst out. Pure; the records are the only truth."""

from pipeline.voortgang.acties import fold_acties
from pipeline.voortgang.besluiten import fold_besluiten
from pipeline.voortgang.lijsten import acties_na, acties_op, acties_voor, select_acties
from pipeline.voortgang.nummers import next_nummer

__all__ = [
    "acties_na",
    "acties_op",
    "acties_voor",
    "fold_acties",
    "fold_besluiten",
    "next_nummer",
    "select_acties",
]
