"""Minutes from outside -> records of the werkmap: what was read, made fit to be a record, compared and merged.

It decides what is written; the command line writes it.
"""

from pipeline.inname.begin import begin_verslag
from pipeline.inname.delen import Deel, Verschil, delen, vergelijk
from pipeline.inname.exemplaren import Exemplaar, find_regel, list_voorstellen
from pipeline.inname.kop import hide_inleiding, without_kop
from pipeline.inname.mailreacties import Mailvraag, find_mailvragen
from pipeline.inname.merk import record_merk
from pipeline.inname.oudere import settle_voortgang
from pipeline.inname.overname import Overname, differences, prepare
from pipeline.inname.record import make_record, make_vergadering
from pipeline.inname.samenvoegen import Kant, Lezingen, Samenvoeging, list_onder_embargo, only_changes, voeg_samen
from pipeline.inname.tafelkeuze import kies_tafel
from pipeline.inname.terugschrijven import Terugschrijving, rewrite

__all__ = [
    "Deel",
    "Exemplaar",
    "Kant",
    "Lezingen",
    "Mailvraag",
    "Overname",
    "Samenvoeging",
    "Terugschrijving",
    "Verschil",
    "begin_verslag",
    "delen",
    "differences",
    "find_mailvragen",
    "find_regel",
    "hide_inleiding",
    "kies_tafel",
    "list_onder_embargo",
    "list_voorstellen",
    "make_record",
    "make_vergadering",
    "only_changes",
    "prepare",
    "record_merk",
    "rewrite",
    "settle_voortgang",
    "vergelijk",
    "voeg_samen",
    "without_kop",
]
