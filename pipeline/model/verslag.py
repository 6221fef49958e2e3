"""The minutes of a Vergadering, and what was added to them after circulation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.actie import Actiepunt, Besluit, Kenmerk, Koppeling, Voortgang
from pipeline.model.bron import Bron
from pipeline.model.persoon import Deelnemer
from pipeline.model.tijd import Embargo, Tijdvak

VerslagStatus = Literal["concept", "vastgesteld", "onbekend"]
AlineaSoort = Literal["alinea", "opsomming", "nummering"]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph or list item; ``tekst`` keeps its ``**`` and markers, ``niveau`` counts from 0."""

    tekst: str
    soort: AlineaSoort = "alinea"
    niveau: int = 0
    nummer: str = ""
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table in running text: rows of cells, all equally long; the first is the header."""

    rijen: tuple[tuple[str, ...], ...]
    bron: Bron | None = field(default=None, compare=False)


Blok = Alinea | Tabel


@dataclass(frozen=True, slots=True)
class VerslagPunt:
    """The section of the minutes about one agenda item; ``nummer`` is empty where the record has none.

    ``vertrouwelijk_vraag`` says that nobody knows for certain whether it is confidential; until then it is.
    Under an ``embargo`` it is until that ends.
    """

    titel: str
    nummer: str = ""
    blokken: tuple[Blok, ...] = ()
    vertrouwelijk: bool = False
    vertrouwelijk_vraag: bool = False
    embargo: Embargo | None = None
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tekstwijziging:
    """A change somebody asked for in minutes: the old words, the new ones, and who asked.

    ``punt`` is the place: the number or title of an item, ``Actielijst``, ``Besluitenlijst``, or ``kop`` for what
    stands above the first item, the participants included. The old words stand there exactly once.
    """

    punt: str
    oud: str
    nieuw: str = ""
    door: str = ""
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """What minutes say of the minutes of an earlier meeting: adopted, as they are or with these changes."""

    verslag: date
    wijzigingen: tuple[Tekstwijziging, ...] = ()
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Vaststelmoment:
    """That minutes were adopted: on which day, and where (``vergadering van 24 april 2026``, ``schriftelijk``)."""

    op: date
    waar: str


@dataclass(frozen=True, slots=True)
class Rectificatie:
    """A correction of adopted minutes: the day, the reason, and what it changes."""

    op: date
    reden: str
    wijzigingen: tuple[Tekstwijziging, ...] = ()
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Verslag:
    """The minutes of one Vergadering: ``verslagen/<tafel>/<datum>/verslag.md``.

    ``inleiding`` are blocks before the first section; where one of them says that something is confidential, of what
    only a reader can tell, so they all are (``inleiding_vertrouwelijk``).
    ``deelnemers`` empty means: those of the agenda; ``afwezig`` are then the ids or names of those who were not there.
    ``herkomst`` is the file the record was taken over from, empty where it was written here. ``vaststellingen``
    are the earlier minutes that were adopted in this meeting. ``notulist`` is who wrote the minutes, where that
    person is not among the participants.
    """

    tafel: str
    datum: date
    status: VerslagStatus = "concept"
    tijd: Tijdvak | None = None
    locatie: str = ""
    kanttekening: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    afwezig: tuple[str, ...] = ()
    inleiding: tuple[Blok, ...] = ()
    punten: tuple[VerslagPunt, ...] = ()
    actiepunten: tuple[Actiepunt, ...] = ()
    voortgang: tuple[Voortgang, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    vaststellingen: tuple[Vaststelling, ...] = ()
    herkomst: str = ""
    notulist: str = ""
    inleiding_vertrouwelijk: bool = field(default=False, compare=False)
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class GelegdeKoppeling:
    """A link between two actions, laid after circulation; a person agrees by ``bevestigd``."""

    van: Kenmerk
    koppeling: Koppeling
    bevestigd: bool = True
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """A Voorstel that was refused, so that it does not come back: its words, folded, and why."""

    zin: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """A Voorstel taken over after circulation, so that it does not come back when its words are changed by hand.

    ``soort`` is that of the Voorstel, ``zin`` the sentence it rested on, folded.
    """

    soort: str
    zin: str


# What an answer or a change calls the text above the first item.
BOVENAAN = "kop"


def _fold(naam: str) -> str:
    return " ".join(naam.replace("**", "").split()).casefold().rstrip(".:)")


@dataclass(frozen=True, slots=True)
class Inzageantwoord:
    """What a person answered, after circulation, to the question whether an item of the minutes is confidential.

    ``punt`` is its number or title, ``kop`` for what stands above the first item. ``ja`` holds always; ``nee`` answers
    a doubt, and takes nothing away from what says for certain that it is.
    """

    punt: str
    vertrouwelijk: bool
    reden: str = ""
    bron: Bron | None = field(default=None, compare=False)

    def gaat_over(self, *namen: str) -> bool:
        """Tell whether it is about the item with this number or title: ``3``, ``Gebouw`` or ``3. Gebouw``."""
        number, _, title = self.punt.partition(" ")
        written = {_fold(self.punt), *((_fold(number), _fold(title)) if number[:1].isdigit() else ())} - {""}
        return bool(written & {_fold(naam) for naam in namen})


@dataclass(frozen=True, slots=True)
class Negering:
    """A finding of ``controleer`` accepted once and for all, with the reason."""

    code: str
    zin: str
    reden: str


@dataclass(frozen=True, slots=True)
class Notitie:
    """A note for the secretary alone: a comment in the Word file the minutes came from, or a question about them.

    ``plaats`` is the item it is about, ``bij`` the words; no document shows it. A ``vraag`` is shown by
    ``controleer`` until it has an ``antwoord``.
    """

    tekst: str
    auteur: str = ""
    op: date | None = None
    plaats: str = ""
    bij: str = ""
    vraag: bool = False
    antwoord: str = ""
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Register:
    """What was added to a Verslag after circulation: ``register.yaml`` beside it. The fold reads both.

    ``wijzigingen`` were asked for in writing, for adoption between two meetings; ``rectificaties`` are what is
    corrected in it after adoption. ``notities`` are for the secretary alone. ``vertrouwelijkheid`` are answers to what
    the text leaves in doubt.
    """

    tafel: str
    datum: date
    actiepunten: tuple[Actiepunt, ...] = ()
    voortgang: tuple[Voortgang, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    koppelingen: tuple[GelegdeKoppeling, ...] = ()
    afwijzingen: tuple[Afwijzing, ...] = ()
    negeringen: tuple[Negering, ...] = ()
    wijzigingen: tuple[Tekstwijziging, ...] = ()
    rectificaties: tuple[Rectificatie, ...] = ()
    notities: tuple[Notitie, ...] = ()
    aanvaardingen: tuple[Aanvaarding, ...] = ()
    vertrouwelijkheid: tuple[Inzageantwoord, ...] = ()
    bron: Bron | None = field(default=None, compare=False)


GebeurtenisSoort = Literal[
    "akkoord_voorzitter",
    "agenda_rondgezonden",
    "agenda_gewijzigd",
    "rondgezonden",
    "vastgesteld",
    "gerectificeerd",
    "gepubliceerd",
    "ingetrokken",
    "verzending_begonnen",
    "verzonden",
    "niet_verzonden",
    "vrijgegeven",
]


@dataclass(frozen=True, slots=True)
class VerzondenStuk:
    """A paper as it went out: its number, the name of its file, and the SHA-256 of its content."""

    nummer: str
    naam: str
    vingerafdruk: str = ""


@dataclass(frozen=True, slots=True)
class Verzending:
    """One message of a mailing: what (``zending``: agenda, verslag, actielijst), to which list, to whom.

    ``aan`` are addresses, ``bericht`` is the Message-ID, ``stukken`` are the papers in it, ``bestanden`` the
    files it carried as kept in ``verzonden/`` (``<SHA-256>  <name>``).
    """

    zending: str
    lijst: str = ""
    aan: tuple[str, ...] = ()
    bericht: str = ""
    stukken: tuple[VerzondenStuk, ...] = ()
    bestanden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vrijgave:
    """Words that one distribution list may read although something confidential says them; the event says why."""

    lijst: str
    woorden: str


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event in the logboek of a Verslag; circulation freezes the text and the labels.

    ``vingerafdruk`` is the SHA-256 of ``verslag.md`` as it went out, empty for a mailing recorded by hand.
    Of an agenda, that went out or changed after it did, it is a hash of what it says of the meeting.
    ``punten`` are the items of an agenda as it went out (``3 Stand van zaken``): their numbers stay theirs.
    ``verzending`` is the message that was begun, sent or not sent: one event each, so that a message with a
    beginning and no end is known to be uncertain.

    Adoption and rectification say what ``verslag.md`` was before (``vingerafdruk_voor``: as circulated), what it
    became (``vingerafdruk``), where that was decided (``waar``) and what changed (``wijzigingen``). ``stuk`` is
    the public file that was taken back, empty where it was all of the minutes. ``vrijgave`` are words that were
    released for a list, with the reason in ``toelichting``.
    """

    soort: str
    op: date
    toelichting: str = ""
    vingerafdruk: str = ""
    punten: tuple[str, ...] = ()
    verzending: Verzending | None = None
    vingerafdruk_voor: str = ""
    waar: str = ""
    wijzigingen: tuple[Tekstwijziging, ...] = ()
    stuk: str = ""
    vrijgave: Vrijgave | None = None
    bron: Bron | None = field(default=None, compare=False)
