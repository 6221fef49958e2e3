"""Adoption of minutes and their rectification: what was decided, and the record it leads to; no file is touched."""

from pipeline.vaststelling.besluit import (
    Vaststelbesluit,
    find_rectificaties,
    find_schriftelijk,
    find_te_vaststellen,
    find_vaststelling,
)
from pipeline.vaststelling.op_agenda import find_te_bespreken, with_wijzigingen
from pipeline.vaststelling.uitvoering import Uitvoering, carry_out
from pipeline.vaststelling.verschil import Tekstverschil, describe_wijziging

__all__ = [
    "Tekstverschil",
    "Uitvoering",
    "Vaststelbesluit",
    "carry_out",
    "describe_wijziging",
    "find_rectificaties",
    "find_schriftelijk",
    "find_te_bespreken",
    "find_te_vaststellen",
    "find_vaststelling",
    "with_wijzigingen",
]
