"""Messages: what goes to whom, as drafts a mail program opens."""

from pipeline.rondzending.agendaversie import find_gewijzigd, hash_agenda, list_punten
from pipeline.rondzending.bericht import (
    Bericht,
    Bijvoegsel,
    is_concept_ongewijzigd,
    read_bijvoegsels,
    write_concept,
)
from pipeline.rondzending.grootte import make_link, split_on_size
from pipeline.rondzending.herinnering import Herinnering, build_herinneringen, write_herinnering
from pipeline.rondzending.lijsten import STANDAARD, Ontvangers, Zending, find_ingewijden, resolve_lijsten
from pipeline.rondzending.post import Afloop, GeenVerbinding, Uitslag, connect, send
from pipeline.rondzending.schoon import find_verborgen
from pipeline.rondzending.sjabloon import (
    MAILSJABLONEN,
    MailLink,
    MailOrganisatie,
    MailStuk,
    MailTafel,
    Mailtekst,
    MailWoorden,
    render_mail,
)
from pipeline.rondzending.stand import Zendingstand, find_nieuw, read_stand
from pipeline.rondzending.voorbeeld import beschrijf_mailsjabloon

__all__ = [
    "MAILSJABLONEN",
    "STANDAARD",
    "Afloop",
    "Bericht",
    "Bijvoegsel",
    "GeenVerbinding",
    "Herinnering",
    "MailLink",
    "MailOrganisatie",
    "MailStuk",
    "MailTafel",
    "MailWoorden",
    "Mailtekst",
    "Ontvangers",
    "Uitslag",
    "Zending",
    "Zendingstand",
    "beschrijf_mailsjabloon",
    "build_herinneringen",
    "connect",
    "find_gewijzigd",
    "find_ingewijden",
    "find_nieuw",
    "find_verborgen",
    "hash_agenda",
    "is_concept_ongewijzigd",
    "list_punten",
    "make_link",
    "read_bijvoegsels",
    "read_stand",
    "render_mail",
    "resolve_lijsten",
    "send",
    "split_on_size",
    "write_concept",
    "write_herinnering",
]
