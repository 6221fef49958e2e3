"""The fold: Verslagen in, Actielijst and Besluitenlijst out. Pure; the records are the only truth."""

from pipeline.voortgang.acties import find_woorden, fold_acties, list_vervallen, verantwoord
from pipeline.voortgang.besluiten import fold_besluiten
from pipeline.voortgang.boeken import Post, find_onverwerkt, tel_in
from pipeline.voortgang.lijsten import acties_na, acties_op, acties_voor, select_acties
from pipeline.voortgang.nummers import next_nummer
from pipeline.voortgang.stand import Peil, find_termijnstand

__all__ = [
    "Peil",
    "Post",
    "acties_na",
    "acties_op",
    "acties_voor",
    "find_onverwerkt",
    "find_termijnstand",
    "find_woorden",
    "fold_acties",
    "fold_besluiten",
    "list_vervallen",
    "next_nummer",
    "select_acties",
    "tel_in",
    "verantwoord",
]
