"""What the pages show: an edition, a table and the archive in the words and the order of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pipeline.markering import format_datum
from pipeline.model import ActielijstRegel, Deelnemer, Tafel, Termijn, Vergadering, VerslagPunt
from pipeline.publicatie.adressen import noem_vergadering, stuk_paden, tafel_pad, vergadering_pad
from pipeline.publicatie.editie import Editie, Intrekking, Publicatie
from pipeline.publicatie.site.sjabloon import omvang

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the site, and what it is called."""

    naam: str
    pad: str
    ingetrokken: bool = False
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file as the page offers it; ``intrekking`` says that it was taken back, and then there is no file."""

    naam: str
    titel: str
    formaat: str = ""
    omvang: str = ""
    agendapunt: str = ""
    intrekking: Intrekking | None = None


@dataclass(frozen=True, slots=True)
class PuntBlad:
    """An item of the agenda; ``anker`` is where its minutes stand on the page."""

    nummer: str
    titel: str
    doel: str = ""
    toelichting: str = ""
    anker: str = ""
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class VerslagpuntBlad:
    """A section of the minutes, with the name it is found by."""

    nummer: str
    titel: str
    blokken: tuple[object, ...]
    anker: str


@dataclass(frozen=True, slots=True)
class ActieBlad:
    """A row of the action list; ``anker`` only for the actions of this meeting."""

    nr: str
    actie: str
    actiehouder: str
    termijn: str
    status: str
    toelichting: str = ""
    anker: str = ""


@dataclass(frozen=True, slots=True)
class VergaderingBlad:
    """The page of one meeting."""

    dag: str
    tijd: str
    locatie: str
    kanttekening: str
    downloads: tuple[Download, ...]
    agendapunten: tuple[PuntBlad, ...]
    groepen: tuple[tuple[str, tuple[str, ...]], ...]
    punten: tuple[VerslagpuntBlad, ...]
    acties: tuple[ActieBlad, ...]
    ankers: frozenset[str]


@dataclass(frozen=True, slots=True)
class TafelBlad:
    """The page of one table: its adopted minutes, newest first, and the meetings to come."""

    tafel: Tafel
    pad: str
    vergaderingen: tuple[Link, ...] = ()
    gepland: tuple[str, ...] = ()

    @property
    def volgende(self) -> str:
        """The first meeting to come."""
        return self.gepland[0] if self.gepland else ""

    @property
    def jaren(self) -> tuple[tuple[int, tuple[Link, ...]], ...]:
        """The meetings by year, newest first."""
        return tuple((jaar, tuple(links)) for jaar, links in groupby(self.vergaderingen, _jaar))


def _jaar(link: Link) -> int:
    return link.datum.year if link.datum else 0


def format_dag(datum: date) -> str:
    """Return ``vrijdag 23 januari 2026``."""
    return f"{_WEEKDAGEN[datum.weekday()]} {format_datum(datum)}"


def tafel_bladen(publicatie: Publicatie) -> tuple[TafelBlad, ...]:
    """Return the tables in the order they are given, with those that only an edition names behind them."""
    tables = {t.id: t for t in publicatie.tafels} | {e.tafel.id: e.tafel for e in publicatie.edities}
    return tuple(
        TafelBlad(
            tafel,
            tafel_pad(tafel.id),
            vergader_links(publicatie, tafel),
            tuple(_gepland(v, tafel) for v in publicatie.gepland if v.tafel == tafel.id),
        )
        for tafel in tables.values()
    )


def vergader_links(publicatie: Publicatie, tafel: Tafel) -> tuple[Link, ...]:
    """Return the links to the meetings of a table, newest first; a withdrawn one keeps its page."""
    taken_back = {i.datum for i in publicatie.intrekkingen if i.tafel == tafel.id and not i.stuk}
    dates = {e.datum for e in publicatie.edities if e.tafel.id == tafel.id} | taken_back
    return tuple(
        Link(noem_vergadering(tafel, d), vergadering_pad(tafel.id, d), d in taken_back, d)
        for d in sorted(dates, reverse=True)
    )


def _gepland(vergadering: Vergadering, tafel: Tafel) -> str:
    tijd, plaats = vergadering.tijd or tafel.tijd, vergadering.locatie or tafel.locatie
    parts = (format_dag(vergadering.datum), str(tijd) if tijd else "", plaats)
    text = ", ".join(part for part in parts if part)
    return f"{text} (gaat niet door)" if vergadering.afgelast else text


def vergadering_blad(editie: Editie, intrekkingen: Iterable[Intrekking] = ()) -> VergaderingBlad:
    """Return what the page of a meeting shows."""
    verslag, vergadering = editie.verslag, editie.vergadering
    tijd = verslag.tijd or (vergadering and vergadering.tijd) or editie.tafel.tijd
    downloads = tuple(_downloads(editie, intrekkingen))
    punten = tuple(_verslagpunt(p, n) for n, p in enumerate(verslag.punten, 1))
    acties = _acties(editie)
    return VergaderingBlad(
        dag=format_dag(editie.datum),
        tijd=str(tijd) if tijd else "",
        locatie=verslag.locatie or (vergadering.locatie if vergadering else "") or editie.tafel.locatie,
        kanttekening=verslag.kanttekening,
        downloads=tuple(d for d in downloads if not d.agendapunt),
        agendapunten=_agenda(vergadering, punten, downloads),
        groepen=_groepen(editie.deelnemers),
        punten=punten,
        acties=acties,
        ankers=frozenset(a.anker for a in acties if a.anker) | {b.label for b in verslag.besluiten},
    )


def _downloads(editie: Editie, intrekkingen: Iterable[Intrekking]) -> Iterable[Download]:
    for stuk, pad in stuk_paden(editie):
        naam = pad.rpartition("/")[2]
        formaat = naam.rpartition(".")[2].upper()
        yield Download(naam, stuk.titel, formaat, omvang(stuk.inhoud), stuk.agendapunt)
    for intrekking in intrekkingen:
        yield Download("", intrekking.stuk, intrekking=intrekking)


def _agenda(
    vergadering: Vergadering | None, punten: tuple[VerslagpuntBlad, ...], downloads: tuple[Download, ...]
) -> tuple[PuntBlad, ...]:
    if vergadering is None:
        return ()
    anchors = {p.nummer: p.anker for p in punten if p.nummer} | {p.titel.casefold(): p.anker for p in punten}
    return tuple(
        PuntBlad(
            punt.nummer,
            punt.titel,
            punt.getoond_doel,
            punt.toelichting,
            anchors.get(punt.nummer) or anchors.get(punt.titel.casefold(), ""),
            tuple(d for d in downloads if d.agendapunt and d.agendapunt == punt.nummer),
        )
        for punt in vergadering.agendapunten
    )


def _verslagpunt(punt: VerslagPunt, position: int) -> VerslagpuntBlad:
    return VerslagpuntBlad(punt.nummer, punt.titel, punt.blokken, f"punt-{position}")


def _groepen(deelnemers: Iterable[Deelnemer]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups: dict[str, list[str]] = {}
    for d in deelnemers:
        groups.setdefault(d.groep or d.organisatie, []).append(_in_brackets(d))
    return tuple((groep, tuple(lines)) for groep, lines in groups.items())


def _in_brackets(d: Deelnemer) -> str:
    return d.regel.removesuffix(d.merk) + f"({d.merk[1:-1]})" if d.merk else d.regel


def _acties(editie: Editie) -> tuple[ActieBlad, ...]:
    """The actions of this meeting first, then the older ones that it left open or closed."""
    if editie.actielijst is None:
        return ()
    rows, dag = editie.actielijst.regels, editie.datum
    own = [r for r in rows if r.kenmerk.datum == dag]
    older = [r for r in rows if r.kenmerk.datum != dag]
    told = [r for r in older if r.status == "open" or any(s.datum == dag for s in r.geschiedenis[1:])]
    return tuple(_actie(r, dag) for r in (*own, *told))


def _actie(regel: ActielijstRegel, dag: date) -> ActieBlad:
    own = regel.kenmerk.datum == dag
    return ActieBlad(
        nr=regel.kenmerk.label if own else regel.kenmerk.verwijzing,
        actie=regel.actie,
        actiehouder=regel.actiehouder,
        termijn=_termijn(regel.termijn),
        status=regel.status_op(dag),
        toelichting=regel.toelichting,
        anker=regel.kenmerk.label if own else "",
    )


def _termijn(termijn: Termijn) -> str:
    return termijn.tekst or (format_datum(termijn.datum) if termijn.datum else "")
