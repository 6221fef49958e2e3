"""Minutes from outside -> records of the werkmap: what was read, made fit to be a record, compared and merged.

It decides what is written; the command line writes it.
"""

from pipeline.inname.delen import Deel, Verschil, delen, vergelijk
from pipeline.inname.overname import Overname, differences, prepare
from pipeline.inname.record import make_record, make_vergadering
from pipeline.inname.tafelkeuze import kies_tafel

__all__ = [
    "Deel",
    "Overname",
    "Verschil",
    "delen",
    "differences",
    "kies_tafel",
    "make_record",
    "make_vergadering",
    "prepare",
    "vergelijk",
]
