"""From the records of a meeting to its public edition: without what is confidential, and without the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.markering import format_datum
from pipeline.markering.adressen import ADRES_IN_TEKST
from pipeline.model import (
    PUBLIEK,
    Actielijst,
    Agendapunt,
    Besluitenlijst,
    Bijlage,
    Inzage,
    Melding,
    Openbaarheidsregels,
    Organisatie,
    Reeks,
    Tafel,
    Vergadering,
    Verslag,
    list_gevoelig,
    melding,
    reeks_voor,
)
from pipeline.publicatie.bekenden import Bekende, collect_bekenden, is_persoonsnaam
from pipeline.publicatie.editie import Editie
from pipeline.publicatie.namenkennis import (
    Namenkennis,
    collect_dingen,
    collect_eigen,
    collect_letterwoorden,
    collect_woorden,
    namen_van,
)
from pipeline.publicatie.papieren import read_papieren
from pipeline.publicatie.redactie import Plaats, Redacteur, iter_teksten
from pipeline.publicatie.vragen import DoorgelatenWoord, Naamvraag, ask, collect_doorgelaten, collect_vragen

_CIJFERS_NUMMER = 10  # digits of a Dutch telephone number, without the country


@dataclass(frozen=True, slots=True)
class OpenbareLijsten:
    """The action list and the list of decisions as they stand after the meeting, before redaction.

    ``papieren`` are the public versions of its papers by name: they are read for people, and go out as they are.
    """

    actielijst: Actielijst | None = None
    besluitenlijst: Besluitenlijst | None = None
    papieren: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Openbaarmaking:
    """A public edition with the account of how it came about.

    ``plaatsen`` are all mentions and what happens to each; ``bijlagen`` the papers of which a public version
    was supplied, by the number of their item. ``vragen`` are the names that are undecided: while there are any the
    edition must not be published. ``doorgelaten`` are the words with a capital that were taken for no person.
    """

    editie: Editie
    organisatie: Organisatie
    kennis: Namenkennis
    plaatsen: tuple[Plaats, ...]
    bijlagen: tuple[tuple[str, Bijlage], ...]
    meldingen: tuple[Melding, ...]
    vragen: tuple[Naamvraag, ...] = ()
    doorgelaten: tuple[DoorgelatenWoord, ...] = ()

    def aantal(self, bekende: Bekende) -> int:
        """How often a person is mentioned."""
        return sum(bekende in plaats.vermelding.wie for plaats in self.plaatsen)


def make_openbaar(
    organisatie: Organisatie, inzage: Inzage, reeksen: Iterable[Reeks], datum: date, lijsten: OpenbareLijsten
) -> Openbaarmaking | None:
    """Make the public edition of a meeting; None where it has no minutes.

    It is made from the records as the public may have them; the rest of them serves to know names by. ``lijsten``
    are the lists folded from the public ones.
    """
    reeks, publiek = inzage.reeks, reeks_voor(inzage, PUBLIEK)
    verslag = publiek.verslag(datum)
    if verslag is None:
        return None
    kennis = make_kennis(organisatie, reeks, tuple(reeksen), datum)
    redacteur = Redacteur(kennis)
    vergadering = publiek.vergadering(datum)
    public = _open_vergadering(vergadering) if vergadering else None
    editie = Editie(
        tafel=redacteur.redact(_open_tafel(reeks.tafel, kennis)),
        verslag=redacteur.redact(_open_verslag(verslag)),
        gepubliceerd_op=inzage.nu.date(),
        vergadering=redacteur.redact(public) if public else None,
        deelnemers=tuple(map(redacteur.redact_deelnemer, reeks.deelnemers(datum))),
        actielijst=redacteur.redact(_open_actielijst(lijsten.actielijst, inzage)),
        besluitenlijst=redacteur.redact(_open_besluitenlijst(lijsten.besluitenlijst, inzage)),
        vastgesteld_op=_adopted_on(reeks, datum),
        rectificaties=tuple(
            redacteur.redact(replace(r, wijzigingen=())) for r in publiek.rectificaties(datum)
        ),
    )  # fmt: skip
    # A participant is shown in the list of the edition; in the record itself he stands once more.
    editie = replace(editie, verslag=replace(editie.verslag, deelnemers=editie.deelnemers, afwezig=()))
    opened = redacteur.redact(_open_organisatie(organisatie))
    unread = read_papieren(lijsten.papieren, redacteur)
    vragen = collect_vragen(redacteur.plaatsen)
    return Openbaarmaking(
        editie,
        opened,
        kennis,
        tuple(redacteur.plaatsen),
        public_papers(vergadering),
        (*_check(reeks, verslag), *ask(vragen), *unread, *_report_papers(vergadering)),
        vragen,
        collect_doorgelaten(redacteur.doorgelaten),
    )


def make_kennis(organisatie: Organisatie, reeks: Reeks, reeksen: tuple[Reeks, ...], datum: date) -> Namenkennis:
    """Gather what the records know of people, bodies and words."""
    tafels = tuple({r.tafel.id: r.tafel for r in (reeks, *reeksen)}.values())
    texts = [t for r in (reeks, *reeksen) for value in (r.verslagen, r.vergaderingen) for t in iter_teksten(value)]
    bekenden = collect_bekenden(reeks, datum, reeksen)
    called = namen_van(bekenden)
    functions = [lid.functie for tafel in tafels for lid in tafel.leden]
    bodies = tuple(_bodies(organisatie, tafels, reeks))
    return Namenkennis(
        bekenden=bekenden,
        regels=reeks.tafel.openbaarheid,
        namen=reeks.namen,
        woorden=collect_woorden((*texts, *functions)) - called,
        eigen=(collect_eigen(bodies) | collect_dingen(texts)) - called,
        afkortingen=collect_eigen(a for t in tafels for a in t.afkortingen),
        letterwoorden=collect_letterwoorden(texts) - called,
        adressen=frozenset(_contact(organisatie, tafels)),
        gevoelig=tuple(said.tekst for said in list_gevoelig(reeks)),
        lichamen=frozenset(" ".join(name.split()) for name in bodies),
    )


def _bodies(organisatie: Organisatie, tafels: tuple[Tafel, ...], reeks: Reeks) -> Iterator[str]:
    """Give the names of bodies and places; those of people are none of them."""
    yield from (organisatie.naam, organisatie.afzender, organisatie.uitgever)
    for tafel in tafels:
        yield from (tafel.naam, tafel.korte_naam, tafel.locatie, *tafel.afkortingen)
        for lid in tafel.leden:
            yield from (lid.groep, lid.organisatie)
            if not is_persoonsnaam(lid.persoon):
                yield lid.persoon.naam
    people = [d for v in reeks.verslagen for d in v.deelnemers] + [d for v in reeks.vergaderingen for d in v.deelnemers]
    yield from (body for d in people for body in (d.groep, d.organisatie))


def _contact(organisatie: Organisatie, tafels: tuple[Tafel, ...]) -> Iterator[str]:
    """Give the addresses and phone numbers at which the table itself can be reached."""
    for text in (organisatie.email, *(tafel.contact for tafel in tafels)):
        yield from (match.group().casefold() for match in ADRES_IN_TEKST.finditer(text))
        digits = re.sub(r"\D", "", text)
        if len(digits) >= _CIJFERS_NUMMER:
            yield digits
    server = re.sub(r"^\w+://", "", organisatie.website).split("/")[0].casefold()
    if "." in server:
        yield from {server, server.removeprefix("www.")}


def _open_verslag(verslag: Verslag) -> Verslag:
    """Leave out what is for the secretariat alone."""
    return replace(
        verslag,
        status="vastgesteld",
        deelnemers=(),
        afwezig=(),
        vaststellingen=(),
        herkomst="",
    )


def _open_actielijst(lijst: Actielijst | None, inzage: Inzage) -> Actielijst | None:
    """Leave out what was reported and is in no minutes yet; a confidential row has no business here."""
    if lijst is None:
        return None
    rows = (r for r in lijst.regels if inzage.mag_zien(PUBLIEK, r.kenmerk.datum, r.kenmerk))
    return replace(lijst, regels=tuple(replace(r, gemeld=None, vermoedelijk=None) for r in rows))


def _open_besluitenlijst(lijst: Besluitenlijst | None, inzage: Inzage) -> Besluitenlijst | None:
    if lijst is None:
        return None
    rows = (r for r in lijst.regels if inzage.mag_zien(PUBLIEK, r.kenmerk.datum, r.kenmerk))
    return replace(lijst, regels=tuple(rows))


def _open_vergadering(vergadering: Vergadering) -> Vergadering:
    """Leave out papers without a public version, and who would come or not."""
    points = tuple(_open_punt(p) for p in vergadering.agendapunten)
    return replace(vergadering, agendapunten=points, deelnemers=(), afmeldingen=(), terugkoppeling=())


def _open_punt(punt: Agendapunt) -> Agendapunt:
    papers = tuple(replace(b, bestand=b.openbaar, openbaar="") for b in punt.bijlagen if b.openbaar)
    return replace(punt, bijlagen=papers)


def public_papers(vergadering: Vergadering | None) -> tuple[tuple[str, Bijlage], ...]:
    """Return the papers that become public, each with the number of its item."""
    points = vergadering.agendapunten if vergadering else ()
    return tuple((punt.nummer, b) for punt in points for b in punt.bijlagen if b.openbaar)


def _open_tafel(tafel: Tafel, kennis: Namenkennis) -> Tafel:
    """Keep of a table what the public may know: what it is called, where and when it meets, how to reach it."""
    return Tafel(
        id=tafel.id,
        naam=tafel.naam,
        korte_naam=tafel.korte_naam,
        locatie=tafel.locatie,
        tijd=tafel.tijd,
        voorzitter=tafel.naam_van(tafel.voorzitter),
        secretaris=tafel.naam_van(tafel.secretaris),
        contact=tafel.contact,
        openbaarheid=replace(Openbaarheidsregels(), actielijst=kennis.regels.actielijst,
                             besluitenlijst=kennis.regels.besluitenlijst),
    )  # fmt: skip


def _open_organisatie(organisatie: Organisatie) -> Organisatie:
    """Keep of the organisation what the public may know; no mail server, no places on a disk."""
    return Organisatie(
        naam=organisatie.naam,
        afzender=organisatie.afzender,
        email=organisatie.email,
        website=organisatie.website,
        uitgever=organisatie.uitgever,
        tafel=organisatie.tafel,
        publicatie=organisatie.publicatie,
    )


def _adopted_on(reeks: Reeks, datum: date) -> date | None:
    event = reeks.gebeurtenis(datum, "vastgesteld")
    said = reeks.vaststelling(datum)
    return event.op if event else said[0] if said else None


def _check(reeks: Reeks, verslag: Verslag) -> Iterator[Melding]:
    if not reeks.is_vastgesteld(verslag.datum):
        text = f"Het verslag van {format_datum(verslag.datum)} is niet vastgesteld en wordt niet gepubliceerd."
        yield melding("niet-vastgesteld", text, verslag.bron)


def _report_papers(vergadering: Vergadering | None) -> Iterator[Melding]:
    for punt in vergadering.agendapunten if vergadering else ():
        for bijlage in punt.bijlagen:
            if bijlage.bestand and not bijlage.openbaar:
                text = f"De bijlage {bijlage.titel} heeft geen openbare versie en wordt niet gepubliceerd."
                yield melding("stuk-zonder-openbaar", text, bijlage.bron)
