"""Messages: what goes to whom, as drafts a mail program opens."""

from pipeline.rondzending.bericht import Adres, Bericht, Bijvoegsel, is_adres, is_concept_ongewijzigd, write_concept
from pipeline.rondzending.herinnering import Herinnering, build_herinneringen, write_herinnering
from pipeline.rondzending.inzage import open_actielijst, open_vergadering, open_verslag

__all__ = [
    "Adres",
    "Bericht",
    "Bijvoegsel",
    "Herinnering",
    "build_herinneringen",
    "is_adres",
    "is_concept_ongewijzigd",
    "open_actielijst",
    "open_vergadering",
    "open_verslag",
    "write_concept",
    "write_herinnering",
]
