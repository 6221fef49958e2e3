"""One meeting of a Tafel and its agenda."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pipeline.model.actie import ActieStatus
from pipeline.model.bron import Bron
from pipeline.model.gevoelig import Gevoelig
from pipeline.model.persoon import Deelnemer
from pipeline.model.tijd import Embargo, Termijn, Tijdvak


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A paper with an agenda item; ``bestand`` is its name in the folder ``bijlagen``.

    ``verslag_van`` is the meeting whose minutes are this paper: those stand in their own folder, under the
    name they have there, so ``bestand`` is empty. ``nummer`` is what the paper is called by: ``3a`` is the
    first paper with item 3. ``openbaar`` is the name of the version for the public, empty where there is none.
    ``openbare_titel`` is what it is called for who may not see it; in an agenda that was made for those it is
    ``onthouden``: named, and kept back. A ``tafelstuk`` is handed out at the meeting: it need not be there before.
    """

    titel: str
    bestand: str = ""
    vertrouwelijk: bool = False
    verslag_van: date | None = None
    nummer: str = ""
    openbaar: str = ""
    openbare_titel: str = ""
    embargo: Embargo | None = None
    onthouden: bool = False
    tafelstuk: bool = False
    bron: Bron | None = field(default=None, compare=False)

    @property
    def titel_voor_anderen(self) -> str:
        """What it is called for who may not see it."""
        return self.openbare_titel or "Vertrouwelijk stuk"


@dataclass(frozen=True, slots=True)
class Annotatie:
    """What only the chair reads of an item: the conclusion to propose, what to say, and what may be asked."""

    conclusie: str = ""
    spreekpunten: tuple[str, ...] = ()
    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Oplegger:
    """What goes on top of the papers of an item: why it is there, what is asked of the table, what comes after."""

    aanleiding: str = ""
    gevraagd: str = ""
    vervolg: str = ""

    def __bool__(self) -> bool:
        """Tell whether it says anything."""
        return bool(self.aanleiding or self.gevraagd or self.vervolg)


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """An item of an agenda; ``duur`` is in minutes, ``nummer`` as printed (``3``, ``3a``).

    ``door_naar`` is the id of a Tafel this item is passed on to, where it arrives as a proposal.
    ``openbare_titel`` is what it is called for who may not see it. A ``hamerstuk`` is decided on without discussion.
    ``annotatie`` is for the chair alone: ``reeks_voor`` gives it to no other readers.
    """

    nummer: str
    titel: str
    doel: str = ""
    duur: int | None = None
    spreker: str = ""
    toelichting: str = ""
    bijlagen: tuple[Bijlage, ...] = ()
    vertrouwelijk: bool = False
    door_naar: str = ""
    openbare_titel: str = ""
    embargo: Embargo | None = None
    gevoelig: tuple[Gevoelig, ...] = ()
    hamerstuk: bool = False
    annotatie: Annotatie = Annotatie()
    oplegger: Oplegger = Oplegger()
    bron: Bron | None = field(default=None, compare=False)

    @property
    def titel_voor_anderen(self) -> str:
        """What it is called for who may not see it."""
        return self.openbare_titel or "Vertrouwelijk punt"

    @property
    def getoond_doel(self) -> str:
        """What the agenda says the item is for: a hamerstuk that has no aim of its own is called one."""
        return self.doel or ("hamerstuk" if self.hamerstuk else "")


@dataclass(frozen=True, slots=True)
class Terugkoppeling:
    """Progress on an action, reported between meetings: shown as *gemeld*, counted once a Verslag has it.

    ``verwijzing`` is the reference as written (``A2 (17-12-2025)`` or ``prt/2025-12-17/A2``).
    """

    verwijzing: str
    status: ActieStatus | None = None
    termijn: Termijn = Termijn()
    toelichting: str = ""
    bron: Bron | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Vergadering:
    """A Tafel that meets on one day: ``agenda/<tafel>/<datum>/agenda.yaml``.

    ``deelnemers`` are those expected; ``kanttekening`` is a line shown under the heading of its documents.
    ``verplaatst_van`` are the earlier dates of a meeting that was moved, oldest first; ``afgelast`` is the
    reason a meeting does not take place. ``vaste_punten`` is False where ``agendapunten`` are all there were, and
    the standing items of the Tafel do not come on top. ``zaaknummer`` is how the registry of the organisation knows it.
    """

    tafel: str
    datum: date
    tijd: Tijdvak | None = None
    locatie: str = ""
    kanttekening: str = ""
    agendapunten: tuple[Agendapunt, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    afmeldingen: tuple[str, ...] = ()
    terugkoppeling: tuple[Terugkoppeling, ...] = ()
    verplaatst_van: tuple[date, ...] = ()
    afgelast: str = ""
    vaste_punten: bool = True
    zaaknummer: str = ""
    bron: Bron | None = field(default=None, compare=False)
