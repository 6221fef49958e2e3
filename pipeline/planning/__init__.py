"""Dates and deadlines: the series of a year, where every meeting stands, and what is to be done when."""

from pipeline.markering.datums import format_weekdag
from pipeline.planning.afspraken import kalender_domein, termijn_afspraken, vergader_afspraken
from pipeline.planning.agenda import (
    Doorgezet,
    Wachtende,
    check_tijd,
    find_doorgezet,
    find_wachtende,
    make_agendapunt,
    with_terugmelding,
)
from pipeline.planning.dagen import find_feestdag, is_werkdag, last_werkdag
from pipeline.planning.jaarplan import build_jaarkader, check_planning, find_mijlpaal_punten, write_lege_agenda
from pipeline.planning.kalender import Afspraak, pick_afspraak, raise_sequence, write_kalender
from pipeline.planning.reeksvoorstel import Bezet, Jaarkader, Planregel, propose_reeks
from pipeline.planning.termijnen import Termijndag, agenda_termijn, herinner_dag, samenstel_termijn, verslag_termijn
from pipeline.planning.uitstel import find_uitgesteld
from pipeline.planning.vergaderstand import Stadium, Vergaderstand, Werkdoel, Werkstap, vergaderstanden
from pipeline.planning.wetscyclus import find_mijlpalen

__all__ = [
    "Afspraak",
    "Bezet",
    "Doorgezet",
    "Jaarkader",
    "Planregel",
    "Stadium",
    "Termijndag",
    "Vergaderstand",
    "Wachtende",
    "Werkdoel",
    "Werkstap",
    "agenda_termijn",
    "build_jaarkader",
    "check_planning",
    "check_tijd",
    "find_doorgezet",
    "find_feestdag",
    "find_mijlpaal_punten",
    "find_mijlpalen",
    "find_uitgesteld",
    "find_wachtende",
    "format_weekdag",
    "herinner_dag",
    "is_werkdag",
    "kalender_domein",
    "last_werkdag",
    "make_agendapunt",
    "pick_afspraak",
    "propose_reeks",
    "raise_sequence",
    "samenstel_termijn",
    "termijn_afspraken",
    "vergader_afspraken",
    "vergaderstanden",
    "verslag_termijn",
    "with_terugmelding",
    "write_kalender",
    "write_lege_agenda",
]
