"""Model to template words: what each document shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pipeline.documenten.kop import bouw_kop
from pipeline.documenten.stukken import Stukken
from pipeline.documenten.waarde import Blokken, Waarde, opgemaakt
from pipeline.documenten.woorden import (
    AanmeldingWoorden,
    ActieWoorden,
    AgendapuntWoorden,
    BesluitWoorden,
    BijlageWoorden,
    MijlpaalWoorden,
    PuntWoorden,
    ReactieWoorden,
    VergaderingWoorden,
    Woorden,
)
from pipeline.markering.datums import WEEKDAGEN, format_datum
from pipeline.markering.inline import plain_text
from pipeline.markering.labels import find_markeringen
from pipeline.markering.termijnvorm import LOOPT_AF, VERSTREKEN, show_herhaling, show_rust, show_termijn
from pipeline.model import (
    Aanmelding,
    ActielijstRegel,
    Actiepunt,
    Agendapunt,
    Alinea,
    Besluit,
    BesluitenlijstRegel,
    Bijlage,
    Bron,
    Kenmerk,
    Reactie,
    Tafel,
    Terugkoppeling,
    Vergadering,
    Verslag,
    VerslagPunt,
    find_deelnemers,
)
from pipeline.word.bladwijzers import (
    actie_bladwijzer,
    besluit_bladwijzer,
    notitie_bladwijzer,
    punt_bladwijzer,
)

_KOPPELINGEN = {
    "samengevoegd_met": "samengevoegd met",
    "gesplitst_uit": "gesplitst uit",
    "zelfde_als": "zelfde als",
}


def bouw_agenda(stukken: Stukken) -> Woorden:
    """The agenda: its items, and the open actions of earlier meetings with what was reported on them."""
    punten = _met_sprekers(stukken)
    begins = _begintijden(stukken) if stukken.tafel.kloktijden else ("",) * len(punten)
    items = tuple(replace(_agendapunt(punt), begin=begin) for punt, begin in zip(punten, begins, strict=True))
    return replace(
        bouw_kop(stukken, "Agenda"),
        kloktijden=any(begins),
        agendapunten=items,
        hamerstukken=tuple(item for item in items if item.hamerstuk),
        acties=_acties(stukken.actielijst.open if stukken.actielijst else (), stukken.datum),
    )


def _begintijden(stukken: Stukken) -> tuple[str, ...]:
    """When each item begins, counted from the begin of the meeting; empty behind an item without a duration."""
    vergadering = stukken.vergadering
    tijd = (vergadering and vergadering.tijd) or stukken.tafel.tijd
    minute = tijd.begin.hour * 60 + tijd.begin.minute if tijd else None
    begins = []
    for punt in vergadering.agendapunten if vergadering else ():
        begins.append("" if minute is None else f"{minute // 60 % 24}:{minute % 60:02d}")
        minute = None if minute is None or punt.duur is None else minute + punt.duur
    return tuple(begins)


def bouw_verslag(stukken: Stukken) -> Woorden:
    """The minutes, with the actions and decisions of the meeting and every older action it leaves open."""
    verslag = stukken.verslag
    if verslag is None:
        return bouw_kop(stukken, "Verslag")
    taken = _besluiten_per_punt(verslag)
    return replace(
        bouw_kop(stukken, "Verslag"),
        inleiding=Blokken(verslag.inleiding),
        punten=tuple(_punt(punt, taken.get(n, ()), verslag) for n, punt in enumerate(verslag.punten)),
        acties=_acties_van_verslag(stukken),
        besluiten=tuple(_eigen_besluit(b, verslag) for b in verslag.besluiten),
        besluiten_los=tuple(_eigen_besluit(b, verslag) for b in taken.get(None, ())),
    )


def _besluiten_per_punt(verslag: Verslag) -> dict[int | None, list[Besluit]]:
    """Share the decisions out over the items by their place: None for what belongs to no item.

    A decision belongs where its marker stands, else to the item it names by number or title.
    """
    marked = {label: n for n, punt in enumerate(verslag.punten) for label in _gemarkeerd((punt,))}
    named = {name.casefold(): n for n, punt in enumerate(verslag.punten) for name in (punt.titel, punt.nummer) if name}
    taken: dict[int | None, list[Besluit]] = {}
    for besluit in verslag.besluiten:
        place = marked.get(besluit.label, named.get(besluit.agendapunt.casefold()))
        taken.setdefault(place, []).append(besluit)
    return taken


def _eigen_besluit(besluit: Besluit, verslag: Verslag) -> BesluitWoorden:
    """A decision in the minutes of its own meeting."""
    return BesluitWoorden(
        nr=Waarde(besluit.label, besluit.bron, besluit_bladwijzer(besluit.label)),
        tekst=opgemaakt(besluit.tekst, besluit.bron),
        datum=format_datum(verslag.datum),
        agendapunt=besluit.agendapunt,
        bij="" if besluit.label in _gemarkeerd(verslag.punten) else Waarde(besluit.agendapunt, besluit.bron),
        vertrouwelijk=besluit.vertrouwelijk,
    )


def bouw_aantekenformulier(stukken: Stukken) -> Woorden:
    """The note-taking form: who may come, the items with what the agenda says of them, and the open actions."""
    punten = _met_sprekers(stukken)
    return replace(
        bouw_kop(stukken, "Aantekeningen"),
        agendapunten=tuple(replace(_agendapunt(punt), notitie=_notitie(punt)) for punt in punten),
        acties=_acties(stukken.actielijst.open if stukken.actielijst else (), stukken.datum),
    )


def bouw_annotatie(stukken: Stukken) -> Woorden:
    """The annotated agenda, for the chair: what to propose and say, and the open actions of who will be there."""
    items = tuple(_annotatie(punt) for punt in _met_sprekers(stukken))
    head = replace(bouw_kop(stukken, "Annotatie"), groepen=())
    return replace(head, agendapunten=items, acties=_acties(_acties_van_aanwezigen(stukken), stukken.datum))


def _annotatie(punt: Agendapunt) -> AgendapuntWoorden:
    own = punt.annotatie
    return AgendapuntWoorden(
        nummer=Waarde(punt.nummer, punt.bron),
        titel=Waarde(punt.titel, punt.bron, punt_bladwijzer(punt.nummer or punt.titel)),
        doel=Waarde(punt.getoond_doel, punt.bron),
        spreker=Waarde(punt.spreker, punt.bron),
        conclusie=Waarde(own.conclusie, punt.bron),
        spreekpunten=_opsomming(own.spreekpunten),
        vragen=_opsomming(own.vragen),
        vertrouwelijk=punt.vertrouwelijk,
    )


def _opsomming(regels: Iterable[str]) -> Blokken:
    return Blokken(tuple(Alinea(regel, "opsomming") for regel in regels))


def _acties_van_aanwezigen(stukken: Stukken) -> tuple[ActielijstRegel, ...]:
    """The open actions of people who are expected, however their owner is called."""
    present = tuple(d for d in stukken.deelnemers if d.aanwezig)
    members = stukken.tafel.leden_op(stukken.datum) if stukken.datum else ()
    rows = stukken.actielijst.open if stukken.actielijst else ()
    return tuple(r for r in rows if any(find_deelnemers(owner, present, members) for owner in r.actiehouders))


def bouw_oplegger(stukken: Stukken) -> Woorden:
    """A page on top of the papers of each item that has one in the agenda."""
    items = tuple(_oplegger(punt) for punt in _met_sprekers(stukken) if punt.oplegger)
    return replace(bouw_kop(stukken, "Oplegger"), kanttekening="", groepen=(), agendapunten=items)


def _oplegger(punt: Agendapunt) -> AgendapuntWoorden:
    own = punt.oplegger
    return AgendapuntWoorden(
        nummer=Waarde(punt.nummer, punt.bron),
        titel=Waarde(punt.titel, punt.bron, punt_bladwijzer(punt.nummer or punt.titel)),
        doel=Waarde(punt.getoond_doel, punt.bron),
        spreker=Waarde(punt.spreker, punt.bron),
        aanleiding=Waarde(own.aanleiding, punt.bron),
        gevraagd=Waarde(own.gevraagd, punt.bron),
        vervolg=Waarde(own.vervolg, punt.bron),
        vertrouwelijk=punt.vertrouwelijk,
    )


def bouw_termijnagenda(stukken: Stukken) -> Woorden:
    """What is to come: meetings, the law cycle, subjects that wait, and the actions that fall due, earliest first."""
    last = max((v.datum for v in stukken.vergaderingen), default=date.max)
    rows = stukken.actielijst.open if stukken.actielijst else ()
    due = [(r.termijn.datum, r) for r in rows if r.termijn.datum and r.termijn.datum <= last]
    due.sort(key=lambda pair: pair[0])
    return replace(
        bouw_kop(stukken, "Termijnagenda"),
        kanttekening="",
        groepen=(),
        vergaderingen=tuple(_vergadering(stukken.tafel, v) for v in stukken.vergaderingen),
        mijlpalen=tuple(MijlpaalWoorden(format_datum(m.datum), m.naam) for m in stukken.mijlpalen),
        aanmeldingen=tuple(_aanmelding(a, stukken.tafel) for a in stukken.aanmeldingen),
        acties=_acties((regel for _, regel in due), stukken.datum),
    )


def _aanmelding(aanmelding: Aanmelding, tafel: Tafel) -> AanmeldingWoorden:
    bron, when = aanmelding.bron, aanmelding.vergadering
    return AanmeldingWoorden(
        wat=Waarde(aanmelding.wat, bron),
        wie=Waarde(tafel.naam_van(aanmelding.wie), bron),
        wanneer=format_datum(when) if when else "",
        toelichting=Waarde(aanmelding.reden or aanmelding.toelichting, bron),
    )


def bouw_actielijst(stukken: Stukken) -> Woorden:
    """The list: every open action, and apart from them what the last meeting closed."""
    lijst = stukken.actielijst
    if lijst is None:
        return bouw_kop(stukken, "Actielijst")
    rows = [r for r in lijst.regels if r.status == "open"]
    closed = [r for r in lijst.regels if r.status != "open"]
    latest = max((r.geschiedenis[-1].datum for r in lijst.regels if r.geschiedenis), default=None)
    recent = [r for r in closed if r.geschiedenis and r.geschiedenis[-1].datum == latest]
    dag = stukken.datum
    return replace(bouw_kop(stukken, "Actielijst"), acties=_acties(rows, dag), afgehandeld=_acties(recent, dag))


def bouw_besluitenlijst(stukken: Stukken) -> Woorden:
    """The list of decisions, oldest first."""
    lijst = stukken.besluitenlijst
    regels = lijst.regels if lijst else ()
    return replace(bouw_kop(stukken, "Besluitenlijst"), besluiten=tuple(_besluit(r, stukken.datum) for r in regels))


def bouw_reactieoverzicht(stukken: Stukken) -> Woorden:
    """The reactions to circulated minutes, for the chair: who asks what, and what we propose."""
    rows = tuple(_reactie(nummer, reactie) for nummer, reactie in enumerate(stukken.reacties, 1))
    return replace(bouw_kop(stukken, "Overzicht van reacties"), reactielijst=rows)


def _reactie(nummer: int, reactie: Reactie) -> ReactieWoorden:
    answer = (reactie.antwoord or "nog te bepalen").replace("_", " ")
    return ReactieWoorden(
        nr=str(nummer),
        punt=Waarde(reactie.punt, reactie.bron),
        wie=Waarde(reactie.wie, reactie.bron),
        nu=Waarde(reactie.oud, reactie.bron),
        voorstel=Waarde(reactie.nieuw or "(vervalt)", reactie.bron),
        antwoord=answer,
        reden=Waarde(reactie.reden, reactie.bron),
    )


def bouw_vergaderschema(stukken: Stukken) -> Woorden:
    """The schedule: the meetings of a year with their deadlines, and the dates of the law cycle."""
    head, jaar = bouw_kop(stukken, "Vergaderschema"), str(stukken.jaar or "")
    titel = " ".join(part for part in ("Vergaderschema", str(head.tafel.naam), jaar) if part)
    return replace(
        head,
        titel=Waarde(titel, stukken.tafel.bron),
        datum=Waarde(jaar),
        jaar=jaar,
        vergaderingen=tuple(_vergadering(stukken.tafel, v) for v in stukken.vergaderingen),
        mijlpalen=tuple(MijlpaalWoorden(format_datum(m.datum), m.naam) for m in stukken.mijlpalen),
    )


def _vergadering(tafel: Tafel, vergadering: Vergadering) -> VergaderingWoorden:
    datum, bron = vergadering.datum, vergadering.bron
    note = [f"verplaatst van {format_datum(vergadering.verplaatst_van[-1])}"] if vergadering.verplaatst_van else []
    note += [f"gaat niet door: {vergadering.afgelast}"] if vergadering.afgelast else []
    return VergaderingWoorden(
        datum=Waarde(format_datum(datum), bron),
        weekdag=WEEKDAGEN[datum.weekday()],
        tijd=Waarde(str(vergadering.tijd) if vergadering.tijd else "", bron),
        locatie=Waarde(vergadering.locatie, bron),
        agenda_uiterlijk=format_datum(tafel.agenda_uiterlijk(datum)),
        verslag_uiterlijk=format_datum(tafel.verslag_uiterlijk(datum)),
        opmerking=Waarde("; ".join(note), bron),
    )


def _met_sprekers(stukken: Stukken) -> tuple[Agendapunt, ...]:
    """Return the items with who introduces them called as the table calls them, where the agenda has only an id."""
    punten = stukken.vergadering.agendapunten if stukken.vergadering else ()
    return tuple(replace(punt, spreker=stukken.tafel.naam_van(punt.spreker)) for punt in punten)


def _agendapunt(punt: Agendapunt) -> AgendapuntWoorden:
    bron = punt.bron
    return AgendapuntWoorden(
        nummer=Waarde(punt.nummer, bron),
        titel=Waarde(punt.titel, bron, punt_bladwijzer(punt.nummer or punt.titel)),
        doel=Waarde(punt.getoond_doel, bron),
        duur=str(punt.duur) if punt.duur is not None else "",
        spreker=Waarde(punt.spreker, bron),
        toelichting=opgemaakt(punt.toelichting, bron),
        bijlagen=tuple(_bijlage(b) for b in punt.bijlagen),
        vertrouwelijk=punt.vertrouwelijk,
        hamerstuk=punt.hamerstuk,
    )


def _notitie(punt: Agendapunt) -> Waarde:
    """What the agenda says of an item, as one paragraph that is known again when the form is read back."""
    facts = (punt.getoond_doel, f"{punt.duur} minuten" if punt.duur is not None else "")
    lines = (
        punt.toelichting,
        f"Inleiding: {punt.spreker}" if punt.spreker else "",
        "; ".join(fact for fact in facts if fact),
        *(f"Bijlage: {bijlage.titel or bijlage.bestand}" for bijlage in punt.bijlagen),
    )
    text = "\n".join(line for line in lines if line)
    return Waarde(text, punt.bron, notitie_bladwijzer(plain_text(text)) if text else "", opgemaakt=True)


def _bijlage(bijlage: Bijlage) -> BijlageWoorden:
    titel = Waarde(bijlage.titel or bijlage.bestand, bijlage.bron)
    bestand = Waarde(bijlage.bestand, bijlage.bron)
    return BijlageWoorden(
        Waarde(bijlage.nummer, bijlage.bron), titel, bestand, bijlage.vertrouwelijk, bijlage.tafelstuk
    )


def _punt(punt: VerslagPunt, besluiten: Iterable[Besluit], verslag: Verslag) -> PuntWoorden:
    return PuntWoorden(
        nummer=Waarde(punt.nummer, punt.bron),
        titel=Waarde(punt.titel, punt.bron, punt_bladwijzer(punt.nummer or punt.titel)),
        blokken=Blokken(punt.blokken),
        besluiten=tuple(_eigen_besluit(besluit, verslag) for besluit in besluiten),
        vertrouwelijk=punt.vertrouwelijk,
    )


def _acties_van_verslag(stukken: Stukken) -> tuple[ActieWoorden, ...]:
    """Own actions first, then the older ones that stay open or were closed in this meeting."""
    verslag, lijst = stukken.verslag, stukken.actielijst
    if verslag is None:
        return ()
    if lijst is None:
        return tuple(_actiepunt(a, verslag.datum) for a in verslag.actiepunten)
    marked = _gemarkeerd(verslag.punten)
    own = [r for r in lijst.regels if r.kenmerk.datum == verslag.datum]
    older = [r for r in lijst.regels if r.kenmerk.datum != verslag.datum]
    told = [r for r in older if r.status == "open" or any(s.datum == verslag.datum for s in r.geschiedenis[1:])]
    rows = _acties([*own, *told], verslag.datum)
    return tuple(row if row.nr in marked or index >= len(own) else replace(row, bij=row.agendapunt)
                 for index, row in enumerate(rows))  # fmt: skip


def _gemarkeerd(punten: Iterable[VerslagPunt]) -> frozenset[str]:
    """The labels of which the text itself shows where they belong."""
    texts = (
        text
        for punt in punten
        for blok in (Alinea(punt.titel), *punt.blokken)
        for text in ([blok.tekst] if isinstance(blok, Alinea) else [cell for row in blok.rijen for cell in row])
    )
    return frozenset(m.label for text in texts for m in find_markeringen(text) if not m.is_verwijzing)


def _acties(regels: Iterable[ActielijstRegel], dag: date | None) -> tuple[ActieWoorden, ...]:
    return tuple(_actie(regel, dag) for regel in regels)


def _actie(regel: ActielijstRegel, dag: date | None) -> ActieWoorden:
    kenmerk = regel.kenmerk
    older = kenmerk.datum != dag
    return ActieWoorden(
        nr=Waarde(
            kenmerk.verwijzing if older else kenmerk.label,
            bladwijzer=actie_bladwijzer(kenmerk.label, kenmerk.datum if older else None),
        ),
        actie=opgemaakt(regel.actie),
        actiehouder=Waarde(regel.actiehouder),
        termijn=Waarde(show_termijn(regel.termijn)),
        status=regel.status_op(dag),
        sinds=format_datum(kenmerk.datum),
        verschoven=f"{regel.verschoven}" if regel.verschoven else "",
        te_laat=regel.te_laat,
        termijnstand=_termijnstand(regel),
        toelichting=opgemaakt(regel.toelichting),
        gemeld=_gemeld(regel.gemeld),
        verband=_verband(regel, dag),
        agendapunt=Waarde(regel.agendapunt),
        vertrouwelijk=regel.vertrouwelijk,
    )


def _actiepunt(actie: Actiepunt, dag: date) -> ActieWoorden:
    """An action straight from the minutes, for when there is no list."""
    bron: Bron | None = actie.bron
    return ActieWoorden(
        nr=Waarde(actie.label, bron, actie_bladwijzer(actie.label)),
        actie=opgemaakt(actie.actie, bron),
        actiehouder=Waarde(actie.actiehouder, bron),
        termijn=Waarde(show_termijn(actie.termijn), bron),
        status=actie.status or "open",
        sinds=format_datum(dag),
        toelichting=opgemaakt(actie.toelichting, bron),
        agendapunt=Waarde(actie.agendapunt, bron),
        vertrouwelijk=actie.vertrouwelijk,
    )


def _termijnstand(regel: ActielijstRegel) -> str:
    """Say of a term what others should know on the day the document is made; nothing while it runs."""
    if regel.te_laat:
        return VERSTREKEN
    if regel.loopt_af:
        return LOOPT_AF
    rests = show_rust(regel.vanaf) if regel.rust and regel.vanaf else ""
    again = show_herhaling(regel.herhaalt) if regel.herhaalt and regel.status == "open" else ""
    return ", ".join(part for part in (rests, again) if part)


def _gemeld(gemeld: Terugkoppeling | None) -> Waarde:
    if gemeld is None:
        return Waarde()
    termijn = show_termijn(gemeld.termijn)
    parts = (gemeld.status or "", f"termijn {termijn}" if termijn else "", gemeld.toelichting)
    return opgemaakt("; ".join(part for part in parts if part), gemeld.bron)


def _verband(regel: ActielijstRegel, dag: date | None) -> str:
    """Say what an action is linked to, save where the writer's own note says it already.

    What is only likely (``vermoedelijk``) is never printed: it is a question to the secretary.
    """
    links = [f"{_KOPPELINGEN[k.soort]} {_noem(k.met, dag)}" for k in regel.koppelingen]
    links = [link for link in links if link.casefold() not in regel.toelichting.casefold()]
    return "; ".join(links)


def _noem(kenmerk: Kenmerk, dag: date | None) -> str:
    return kenmerk.label if kenmerk.datum == dag else kenmerk.verwijzing


def _besluit(regel: BesluitenlijstRegel, dag: date | None) -> BesluitWoorden:
    kenmerk, besluit = regel.kenmerk, regel.besluit
    older = kenmerk.datum != dag
    mark = besluit_bladwijzer(kenmerk.label, kenmerk.datum if older else None)
    return BesluitWoorden(
        nr=Waarde(kenmerk.verwijzing if older else kenmerk.label, besluit.bron, mark),
        tekst=opgemaakt(besluit.tekst, besluit.bron),
        datum=format_datum(kenmerk.datum),
        agendapunt=Waarde(besluit.agendapunt, besluit.bron),
        vertrouwelijk=besluit.vertrouwelijk,
    )
