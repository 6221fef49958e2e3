"""The model: frozen data, Bron and Melding. It imports nothing of ours."""

from pipeline.model.aanmelding import Aanmelding, AanmeldingBesluit
from pipeline.model.actie import (
    Actiepunt,
    ActieSoort,
    ActieStatus,
    Besluit,
    Kenmerk,
    Koppeling,
    KoppelingSoort,
    Voortgang,
)
from pipeline.model.actielijst import (
    Actielijst,
    ActielijstRegel,
    Besluitenlijst,
    BesluitenlijstRegel,
    Stap,
)
from pipeline.model.bron import Bron
from pipeline.model.jaarplan import Mijlpaal, MijlpaalDatum, MijlpaalSoort, VrijePeriode
from pipeline.model.melding import Ernst, Melding, has_fouten
from pipeline.model.meldingen import SOORTEN, MeldingSoort, melding
from pipeline.model.persoon import TUSSENVOEGSELS, Deelnemer, Hoedanigheid, Lid, Persoon
from pipeline.model.reeks import Reeks
from pipeline.model.tafel import (
    Mailserver,
    Nummering,
    Organisatie,
    Publicatieplaats,
    Tafel,
    VastPunt,
    Verzendlijst,
)
from pipeline.model.tijd import Termijn, Tijdvak
from pipeline.model.vergadering import Agendapunt, Bijlage, Terugkoppeling, Vergadering
from pipeline.model.verslag import (
    Afwijzing,
    Alinea,
    AlineaSoort,
    Blok,
    Gebeurtenis,
    GelegdeKoppeling,
    Negering,
    Register,
    Tabel,
    Verslag,
    VerslagPunt,
    VerslagStatus,
    Verzending,
    VerzondenStuk,
)
from pipeline.model.voorstel import Voorstel, VoorstelSoort

__all__ = [
    "SOORTEN",
    "TUSSENVOEGSELS",
    "Aanmelding",
    "AanmeldingBesluit",
    "ActieSoort",
    "ActieStatus",
    "Actielijst",
    "ActielijstRegel",
    "Actiepunt",
    "Afwijzing",
    "Agendapunt",
    "Alinea",
    "AlineaSoort",
    "Besluit",
    "Besluitenlijst",
    "BesluitenlijstRegel",
    "Bijlage",
    "Blok",
    "Bron",
    "Deelnemer",
    "Ernst",
    "Gebeurtenis",
    "GelegdeKoppeling",
    "Hoedanigheid",
    "Kenmerk",
    "Koppeling",
    "KoppelingSoort",
    "Lid",
    "Mailserver",
    "Melding",
    "MeldingSoort",
    "Mijlpaal",
    "MijlpaalDatum",
    "MijlpaalSoort",
    "Negering",
    "Nummering",
    "Organisatie",
    "Persoon",
    "Publicatieplaats",
    "Reeks",
    "Register",
    "Stap",
    "Tabel",
    "Tafel",
    "Termijn",
    "Terugkoppeling",
    "Tijdvak",
    "VastPunt",
    "Vergadering",
    "Verslag",
    "VerslagPunt",
    "VerslagStatus",
    "Verzending",
    "Verzendlijst",
    "VerzondenStuk",
    "Voorstel",
    "VoorstelSoort",
    "Voortgang",
    "VrijePeriode",
    "has_fouten",
    "melding",
]
