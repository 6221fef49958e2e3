"""Text <-> model: regietafel.yaml, tafel.yaml, agenda.yaml, verslag.md, register.yaml and the logboek.

Readers take a Brontekst and return (value, meldingen); they never raise for bad input and touch no files.
"""

from pipeline.notatie.agenda import parse_agenda, write_agenda
from pipeline.notatie.bijwerken import (
    append_action_row,
    append_besluit_row,
    number_markers,
    set_cell,
    set_front_matter_field,
)
from pipeline.notatie.deelnemers import deelnemer_of_lid
from pipeline.notatie.logboek import parse_gebeurtenis, write_gebeurtenis
from pipeline.notatie.organisatie import parse_organisatie
from pipeline.notatie.register import parse_register, write_register
from pipeline.notatie.tafel import parse_tafel
from pipeline.notatie.tekst import Brontekst, make_brontekst, read_brontekst
from pipeline.notatie.velden import RECORDS, Record, Veld
from pipeline.notatie.verslag import parse_verslag
from pipeline.notatie.verslag_schrijven import write_verslag

__all__ = [
    "RECORDS",
    "Brontekst",
    "Record",
    "Veld",
    "append_action_row",
    "append_besluit_row",
    "deelnemer_of_lid",
    "make_brontekst",
    "number_markers",
    "parse_agenda",
    "parse_gebeurtenis",
    "parse_organisatie",
    "parse_register",
    "parse_tafel",
    "parse_verslag",
    "read_brontekst",
    "set_cell",
    "set_front_matter_field",
    "write_agenda",
    "write_gebeurtenis",
    "write_register",
    "write_verslag",
]
