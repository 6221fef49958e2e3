"""Text <-> model: regietafel.yaml, tafel.yaml, agenda.yaml, verslag.md, register.yaml and the logboek.

Readers take a Brontekst and return (value, meldingen); they never raise for bad input and touch no files.
"""

from pipeline.notatie.aangemeld import format_aanmelding, parse_aangemeld
from pipeline.notatie.agenda import (
    attach_verslag,
    format_punt,
    keep_nummers,
    number_bijlagen,
    parse_agenda,
    write_agenda,
)
from pipeline.notatie.bijwerken import (
    append_action_row,
    append_besluit_row,
    number_markers,
    set_cell,
    set_front_matter_field,
)
from pipeline.notatie.leden_bijwerken import Ledenwijziging, compare_leden, update_leden
from pipeline.notatie.logboek import parse_gebeurtenis, write_gebeurtenis
from pipeline.notatie.openbaar import format_naambesluit, parse_namen
from pipeline.notatie.organisatie import parse_organisatie
from pipeline.notatie.reacties import format_reactie, parse_reacties
from pipeline.notatie.register import format_notitie, parse_register, write_register
from pipeline.notatie.register_bijwerken import append_to_register
from pipeline.notatie.tafel import parse_tafel
from pipeline.notatie.tekst import Brontekst, make_brontekst, read_brontekst
from pipeline.notatie.vaststelling import format_rectificatie
from pipeline.notatie.velden import RECORDS, Record, Veld
from pipeline.notatie.verslag import parse_verslag
from pipeline.notatie.verslag_bijwerken import update_verslag
from pipeline.notatie.verslag_schrijven import write_lege_lijsten, write_verslag
from pipeline.notatie.wijzigen import apply_wijzigingen, check_vorm, find_plaatsen
from pipeline.notatie.yaml_bijwerken import append_item, remove_item, set_field, set_item_fields

__all__ = [
    "RECORDS",
    "Brontekst",
    "Ledenwijziging",
    "Record",
    "Veld",
    "append_action_row",
    "append_besluit_row",
    "append_item",
    "append_to_register",
    "apply_wijzigingen",
    "attach_verslag",
    "check_vorm",
    "compare_leden",
    "find_plaatsen",
    "format_aanmelding",
    "format_naambesluit",
    "format_notitie",
    "format_punt",
    "format_reactie",
    "format_rectificatie",
    "keep_nummers",
    "make_brontekst",
    "number_bijlagen",
    "number_markers",
    "parse_aangemeld",
    "parse_agenda",
    "parse_gebeurtenis",
    "parse_namen",
    "parse_organisatie",
    "parse_reacties",
    "parse_register",
    "parse_tafel",
    "parse_verslag",
    "read_brontekst",
    "remove_item",
    "set_cell",
    "set_field",
    "set_front_matter_field",
    "set_item_fields",
    "update_leden",
    "update_verslag",
    "write_agenda",
    "write_gebeurtenis",
    "write_lege_lijsten",
    "write_register",
    "write_verslag",
]
