"""A body that meets, and the organisation behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from pipeline.model.aanduiding import find_bedoelden
from pipeline.model.bron import Bron
from pipeline.model.gevoelig import Gevoelig
from pipeline.model.jaarplan import MijlpaalDatum, MijlpaalSoort, VrijePeriode
from pipeline.model.openbaar import Openbaarheidsregels
from pipeline.model.persoon import Lid
from pipeline.model.tijd import Embargo, Tijdvak
from pipeline.model.vergadering import Agendapunt

Nummering = Literal["vergadering", "doorlopend"]


@dataclass(frozen=True, slots=True)
class Mailserver:
    """The server that sends mail for the organisation. The password is in no file: keyring or environment."""

    server: str
    poort: int = 587
    gebruiker: str = ""


@dataclass(frozen=True, slots=True)
class Publicatieplaats:
    """Where the public site stands, and under which codes: ``publicatie`` in ``regietafel.yaml``.

    ``adres`` is the address of its front page; ``uitgever`` the TOOI address of the publisher, ``categorie``
    the TOOI code of the category of the Woo; ``provincie`` the name the ORI standard has for the province.
    """

    adres: str = ""
    uitgever: str = ""
    categorie: str = ""
    provincie: str = ""


@dataclass(frozen=True, slots=True)
class Organisatie:
    """The organisation that runs the secretariat: ``regietafel.yaml``.

    ``tafel`` is the id of the table meant where a command names none. ``vrije_perioden`` and ``mijlpalen``
    are what a year is planned around. ``smtp`` is the mail server; a mail carries at most ``mail_mb``
    megabytes of files, and what is more goes to ``mail_link``: the address of a shared folder, in which
    ``{tafel}`` and ``{datum}`` are filled in.
    """

    naam: str = ""
    afzender: str = ""
    email: str = ""
    website: str = ""
    uitgever: str = ""
    omzetter: str = ""
    taalmodel: str = ""
    tafel: str = ""
    vrije_perioden: tuple[VrijePeriode, ...] = ()
    mijlpalen: tuple[MijlpaalDatum, ...] = ()
    smtp: Mailserver | None = None
    mail_mb: int = 20
    mail_link: str = ""
    publicatie: Publicatieplaats = Publicatieplaats()
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class VastPunt:
    """An item that stands on every agenda of a Tafel, before or after the items of the day.

    ``soort`` verslag gets the minutes of the previous meeting as its paper, ``acties`` what other tables say
    became of what was passed on to them. One with a ``mijlpaal`` stands only on the agenda of the last meeting
    before that date of the law cycle.
    """

    titel: str
    plaats: Literal["begin", "eind"] = "begin"
    doel: str = ""
    duur: int | None = None
    toelichting: str = ""
    soort: Literal["", "verslag", "acties"] = ""
    mijlpaal: MijlpaalSoort | None = None
    vertrouwelijk: bool = False
    embargo: Embargo | None = None

    def op_agenda(self) -> Agendapunt:
        """Return the item it is on an agenda, without a number."""
        return Agendapunt(
            "",
            self.titel,
            self.doel,
            self.duur,
            toelichting=self.toelichting,
            vertrouwelijk=self.vertrouwelijk,
            embargo=self.embargo,
        )


@dataclass(frozen=True, slots=True)
class Verzendlijst:
    """Who get one message together: ``verzendlijsten`` in ``tafel.yaml``.

    ``wie`` are ids of members, or ``leden``, ``agendaleden``, ``toehoorders`` for all of those; ``adressen``
    are others, written ``Naam <adres>``. Only a list that is ``vertrouwelijk`` gets confidential papers. With
    ``doorgeven`` the receivers are asked to pass the papers on (governancekader 3.3: the RRT chairs to their
    region). ``voor`` are the mailings it is for, empty for all. ``stukken`` says how the papers of an agenda
    go: in one bundle, one by one or both; ``word`` adds the document as .docx, ``verborgen`` hides the
    receivers from each other.
    """

    naam: str
    wie: tuple[str, ...] = ()
    adressen: tuple[str, ...] = ()
    voor: tuple[str, ...] = ()
    vertrouwelijk: bool = False
    doorgeven: bool = False
    stukken: Literal["bundel", "los", "beide"] = "bundel"
    word: bool = False
    verborgen: bool = False
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tafel:
    """A body that meets: ``agenda/<id>/tafel.yaml``.

    ``weken`` is the rhythm in weeks (governancekader 3.3: about six). ``agenda_dagen`` and ``verslag_dagen``
    are the deadlines in days before and after a meeting (3.3: a week, two weeks). ``reactie_dagen`` is how many days
    before the next meeting reactions to draft minutes are wanted: None is when its agenda goes out. With ``kloktijden``
    the agenda says of every item when it begins. ``acties_vanaf`` is the
    ISO date from which open actions count, so that an imported archive does not fill the next list. ``voedt``
    is the id of the table this one prepares: it meets ``dagen_vooraf`` days before that one.
    """

    id: str
    naam: str
    korte_naam: str = ""
    locatie: str = ""
    tijd: Tijdvak | None = None
    voorzitter: str = ""
    secretaris: str = ""
    contact: str = ""
    weken: int | None = None
    weekdag: str = ""
    voedt: str = ""
    dagen_vooraf: int = 14
    nummering: Nummering = "vergadering"
    agenda_dagen: int = 7
    verslag_dagen: int = 14
    reactie_dagen: int | None = None
    kloktijden: bool = False
    acties_vanaf: str = ""
    leden: tuple[Lid, ...] = ()
    vaste_punten: tuple[VastPunt, ...] = ()
    actiehouders: tuple[str, ...] = ()
    afkortingen: tuple[str, ...] = ()
    verzendlijsten: tuple[Verzendlijst, ...] = ()
    openbaarheid: Openbaarheidsregels = Openbaarheidsregels()
    gevoelig: tuple[Gevoelig, ...] = ()
    bron: Bron | None = field(default=None, compare=False)

    def agenda_uiterlijk(self, datum: date) -> date:
        """The last day agenda and papers of a meeting are in time (governancekader 3.3: "uiterlijk een week")."""
        return datum - timedelta(days=self.agenda_dagen)

    def verslag_uiterlijk(self, datum: date) -> date:
        """The last day the conceptverslag of a meeting is in time (governancekader 3.3: within two weeks)."""
        return datum + timedelta(days=self.verslag_dagen)

    def reacties_uiterlijk(self, datum: date, volgende: date) -> date | None:
        """The last day for reactions to the draft minutes of ``datum``; None where they would not be out by then."""
        days = self.agenda_dagen if self.reactie_dagen is None else self.reactie_dagen
        last = volgende - timedelta(days=days)
        return last if last > self.verslag_uiterlijk(datum) else None

    def find_leden(self, wie: str, dag: date | None = None) -> tuple[Lid, ...]:
        """Return the members ``wie`` can mean, of that day or of all time; more than one where it is not plain."""
        members = self.leden if dag is None else self.leden_op(dag)
        return find_bedoelden(wie, members, (self.naam, self.korte_naam))

    def leden_op(self, dag: date) -> tuple[Lid, ...]:
        """Return who is a member on that day, agendaleden and toehoorders included."""
        return tuple(lid for lid in self.leden if lid.is_lid_op(dag))

    @property
    def houdernamen(self) -> tuple[str, ...]:
        """Names that stay whole where owners are told apart: ``Gooi en Vechtstreek``."""
        bodies = (body for lid in self.leden for body in (lid.organisatie, lid.groep) if body)
        return tuple(dict.fromkeys((*self.actiehouders, *bodies)))

    def naam_van(self, wie: str) -> str:
        """What to call whom the table names by an id, as its voorzitter: that member; words that are no id stay."""
        return next((lid.naam for lid in self.leden if lid.id == wie), wie)

    @property
    def kort(self) -> str:
        """The short name, as in a file name or a table heading."""
        return self.korte_naam or self.naam or self.id
