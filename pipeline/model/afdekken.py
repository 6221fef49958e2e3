"""The records of a table as an audience may have them: what is not there cannot be uncovered.

Redaction happens here, before a document is made. Whatever shows or carries text is made from what ``reeks_voor``
returns; a list of actions or decisions is folded from it, so that nothing confidential is ever in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pipeline.model.actie import Actiepunt, Besluit, Koppeling, Voortgang
from pipeline.model.actielijst import ActielijstRegel
from pipeline.model.bron import Bron
from pipeline.model.gevoelig import Gevoelig, dek_gevoelig_af, find_gevoelig
from pipeline.model.inzage import Inzage, Lezerskring
from pipeline.model.reactie import Reactie
from pipeline.model.reeks import Reeks
from pipeline.model.vergadering import Agendapunt, Annotatie, Bijlage, Oplegger, Terugkoppeling, Vergadering
from pipeline.model.verslag import Alinea, Gebeurtenis, Register, Tekstwijziging, Verslag, VerslagPunt

Rij = TypeVar("Rij", Actiepunt, Voortgang, Besluit)
Actie = TypeVar("Actie", Actiepunt, Voortgang)

_IN_PLAATS = "Dit punt is vertrouwelijk."
_IN_PLAATS_BOVENAAN = "Deze tekst is vertrouwelijk."
_IN_PLAATS_ACTIE = "Vertrouwelijke actie. Vraag het secretariaat ernaar."
_LABEL = re.compile(r"[A-Za-z]+\s*(\d+)")


def reeks_voor(inzage: Inzage, kring: Lezerskring) -> Reeks:
    """Return everything there is of a table as these readers may have it.

    For who may see all of it every record says itself what is confidential, whatever it was that said so.
    """
    reeks = inzage.reeks
    if kring.ziet_vertrouwelijk:
        return replace(
            reeks,
            vergaderingen=tuple(_beslis_vergadering(inzage, v, kring) for v in reeks.vergaderingen),
            verslagen=tuple(_beslis_verslag(inzage, v) for v in reeks.verslagen),
            registers={datum: _beslis_register(inzage, r) for datum, r in reeks.registers.items()},
        )
    opened = replace(
        reeks,
        vergaderingen=tuple(_open_vergadering(inzage, v, kring) for v in reeks.vergaderingen),
        verslagen=tuple(_open_verslag(inzage, v, kring) for v in reeks.verslagen),
        registers={datum: _open_register(inzage, r) for datum, r in reeks.registers.items()},
        logboeken={d: tuple(_open_logboek(inzage, d, log)) for d, log in reeks.logboeken.items()},
        aanmeldingen=tuple(a for a in reeks.aanmeldingen if not a.vertrouwelijk),
        reacties={} if kring.is_publiek else {d: _open_reacties(inzage, d, r) for d, r in reeks.reacties.items()},
    )
    return _zonder_gevoelig(opened, find_gevoelig_voor((inzage,), kring))


def list_gevoelig(reeks: Reeks) -> tuple[Gevoelig, ...]:
    """Return what the table and the items of all its agendas call sensitive."""
    items = (punt for vergadering in reeks.vergaderingen for punt in vergadering.agendapunten)
    return (*reeks.tafel.gevoelig, *(said for punt in items for said in punt.gevoelig))


def find_gevoelig_voor(inzages: Iterable[Inzage], kring: Lezerskring) -> re.Pattern[str] | None:
    """Return how to find the words these readers may not read: for the public always, for others until their end."""
    every = ((g, inzage.nu.date()) for inzage in inzages for g in list_gevoelig(inzage.reeks))
    return find_gevoelig(g.tekst for g, today in every if kring.is_publiek or g.geldt_op(today))


def _zonder_gevoelig(reeks: Reeks, patroon: re.Pattern[str] | None) -> Reeks:
    """Take these words out of all records, and the list of them too: it says what is guarded."""
    meetings = (
        replace(v, agendapunten=tuple(replace(p, gevoelig=()) for p in v.agendapunten)) for v in reeks.vergaderingen
    )
    return replace(
        reeks,
        tafel=replace(reeks.tafel, gevoelig=()),
        vergaderingen=tuple(dek_gevoelig_af(v, patroon) for v in meetings),
        verslagen=dek_gevoelig_af(reeks.verslagen, patroon),
        registers={datum: dek_gevoelig_af(r, patroon) for datum, r in reeks.registers.items()},
        logboeken={datum: dek_gevoelig_af(log, patroon) for datum, log in reeks.logboeken.items()},
        aanmeldingen=dek_gevoelig_af(reeks.aanmeldingen, patroon),
        reacties={datum: dek_gevoelig_af(r, patroon) for datum, r in reeks.reacties.items()},
    )


def iter_papieren(vergadering: Vergadering) -> Iterator[tuple[Agendapunt, Bijlage]]:
    """Give the papers that go along with an agenda as it was made for its readers, with their item."""
    for punt in vergadering.agendapunten:
        yield from ((punt, bijlage) for bijlage in punt.bijlagen if not bijlage.onthouden)


def dek_regels_af(regels: Iterable[ActielijstRegel], inzage: Inzage, kring: Lezerskring) -> tuple[ActielijstRegel, ...]:
    """Say of a confidential action only that it is there: for its owner, who is on no list that may see it."""
    words = None if kring.ziet_vertrouwelijk else find_gevoelig_voor((inzage,), kring)
    return tuple(
        dek_gevoelig_af(regel, words)
        if inzage.mag_zien(kring, regel.kenmerk.datum, regel.kenmerk)
        else replace(regel, actie=_IN_PLAATS_ACTIE, toelichting="", agendapunt="", gemeld=None, koppelingen=())
        for regel in regels
    )


# for who may see all of it


def _beslis_vergadering(inzage: Inzage, vergadering: Vergadering, kring: Lezerskring) -> Vergadering:
    points = (_beslis_punt(inzage, vergadering.datum, punt) for punt in vergadering.agendapunten)
    if not kring.is_voorzitter:
        points = (replace(punt, annotatie=Annotatie()) for punt in points)
    return replace(vergadering, agendapunten=tuple(points))


def _beslis_punt(inzage: Inzage, datum: date, punt: Agendapunt) -> Agendapunt:
    secret = inzage.is_vertrouwelijk(datum, punt)
    papers = tuple(replace(b, vertrouwelijk=secret or inzage.is_vertrouwelijk(datum, b)) for b in punt.bijlagen)
    return replace(punt, vertrouwelijk=secret, bijlagen=papers)


def _beslis_verslag(inzage: Inzage, verslag: Verslag) -> Verslag:
    datum = verslag.datum
    return replace(
        verslag,
        punten=tuple(replace(p, vertrouwelijk=inzage.is_vertrouwelijk(datum, p)) for p in verslag.punten),
        actiepunten=_beslis(inzage, datum, verslag.actiepunten),
        voortgang=_beslis(inzage, datum, verslag.voortgang),
        besluiten=_beslis(inzage, datum, verslag.besluiten),
    )


def _beslis_register(inzage: Inzage, register: Register) -> Register:
    datum = register.datum
    return replace(
        register,
        actiepunten=_beslis(inzage, datum, register.actiepunten),
        voortgang=_beslis(inzage, datum, register.voortgang),
        besluiten=_beslis(inzage, datum, register.besluiten),
        notities=(),  # for the secretary alone, and so for no list
    )


def _beslis(inzage: Inzage, datum: date, rijen: tuple[Rij, ...]) -> tuple[Rij, ...]:
    return tuple(replace(rij, vertrouwelijk=inzage.is_vertrouwelijk(datum, rij)) for rij in rijen)


# for the others


def _open_vergadering(inzage: Inzage, vergadering: Vergadering, kring: Lezerskring) -> Vergadering:
    """Leave out the papers that are confidential, and of a confidential item all but its number, title and time."""
    points = tuple(
        _open_punt(inzage, vergadering.datum, punt, kring)
        for punt in vergadering.agendapunten
        if not (kring.is_publiek and inzage.is_vertrouwelijk(vergadering.datum, punt))
    )
    told = tuple(t for t in vergadering.terugkoppeling if not _is_over_geheim(inzage, t))
    return replace(vergadering, agendapunten=points, terugkoppeling=told)


def _open_punt(inzage: Inzage, datum: date, punt: Agendapunt, kring: Lezerskring) -> Agendapunt:
    if inzage.is_vertrouwelijk(datum, punt):
        return Agendapunt(
            punt.nummer,
            inzage.openbare_titel(datum, punt),
            punt.doel,
            punt.duur,
            vertrouwelijk=True,
            hamerstuk=punt.hamerstuk,
            bron=_plek(punt.bron),
        )
    papers = tuple(
        _onthoud(b) if inzage.is_vertrouwelijk(datum, b) else b
        for b in punt.bijlagen
        if not (kring.is_publiek and inzage.is_vertrouwelijk(datum, b))
    )
    shown = Oplegger() if kring.is_publiek else punt.oplegger
    return replace(punt, bijlagen=papers, openbare_titel="", embargo=None, annotatie=Annotatie(), oplegger=shown)


def _plek(bron: Bron | None) -> Bron | None:
    """Return a place without the words that stand there."""
    return Bron(bron.bestand, bron.soort, bron.nummer) if bron else None


def _onthoud(bijlage: Bijlage) -> Bijlage:
    """Keep of a paper that it is there, under its public title."""
    return Bijlage(
        bijlage.titel_voor_anderen,
        vertrouwelijk=True,
        nummer=bijlage.nummer,
        onthouden=True,
        tafelstuk=bijlage.tafelstuk,
        bron=_plek(bijlage.bron),
    )


def _is_over_geheim(inzage: Inzage, terugkoppeling: Terugkoppeling) -> bool:
    """Tell whether a report is about a confidential action; where its date is not plain, the label suffices."""
    written = terugkoppeling.verwijzing
    labels = set(_LABEL.findall(written))
    same = [k for k in inzage.geheime_kenmerken if "".join(filter(str.isdigit, k.label)) in labels]
    dated = [k for k in same if k.datum.isoformat() in written or f"{k.datum:%d-%m-%Y}" in written]
    has_date = re.search(r"\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}", written) is not None
    return bool(dated if has_date else same)


def _open_verslag(inzage: Inzage, verslag: Verslag, kring: Lezerskring) -> Verslag:
    """Leave out the text of confidential items, and the actions and decisions that are confidential."""
    datum = verslag.datum
    points = tuple(
        _open_verslagpunt(inzage, datum, punt)
        for punt in verslag.punten
        if not (kring.is_publiek and inzage.is_vertrouwelijk(datum, punt))
    )
    adopted = tuple(
        replace(v, wijzigingen=_open_wijzigingen(inzage, v.verslag, v.wijzigingen)) for v in verslag.vaststellingen
    )
    above, is_secret = verslag.inleiding, inzage.is_inleiding_vertrouwelijk(verslag)
    if is_secret:
        above = () if kring.is_publiek else (Alinea(_IN_PLAATS_BOVENAAN),)
    return replace(
        verslag,
        inleiding=above,
        inleiding_vertrouwelijk=is_secret,
        punten=points,
        actiepunten=_open(inzage, datum, verslag.actiepunten),
        voortgang=_open(inzage, datum, verslag.voortgang),
        besluiten=_open_besluiten(inzage, datum, verslag.besluiten),
        vaststellingen=adopted,
    )


def _open_verslagpunt(inzage: Inzage, datum: date, punt: VerslagPunt) -> VerslagPunt:
    if not inzage.is_vertrouwelijk(datum, punt):
        return replace(punt, vertrouwelijk=False, vertrouwelijk_vraag=False, embargo=None)
    title = inzage.openbare_titel(datum, punt)
    there = _plek(punt.bron)
    return replace(punt, titel=title, blokken=(Alinea(_IN_PLAATS),), vertrouwelijk=True, embargo=None, bron=there)


def _open_register(inzage: Inzage, register: Register) -> Register:
    """Leave out what is confidential, and the notes of the secretariat about proposals and findings."""
    datum = register.datum
    laid = tuple(
        k
        for k in register.koppelingen
        if not ({k.van, k.koppeling.met} & inzage.geheime_kenmerken)
    )  # fmt: skip
    return replace(
        register,
        actiepunten=_open(inzage, datum, register.actiepunten),
        voortgang=_open(inzage, datum, register.voortgang),
        besluiten=_open_besluiten(inzage, datum, register.besluiten),
        koppelingen=laid,
        afwijzingen=(),
        aanvaardingen=(),
        negeringen=(),
        notities=(),
        vertrouwelijkheid=(),
        wijzigingen=_open_wijzigingen(inzage, datum, register.wijzigingen),
        rectificaties=tuple(
            replace(r, wijzigingen=kept)
            for r in register.rectificaties
            if (kept := _open_wijzigingen(inzage, datum, r.wijzigingen)) or not r.wijzigingen
        ),
    )


def _open(inzage: Inzage, datum: date, rijen: tuple[Actie, ...]) -> tuple[Actie, ...]:
    """Keep the rows that are not confidential, without a link to one that is."""
    kept = (rij for rij in rijen if not inzage.is_vertrouwelijk(datum, rij))
    return tuple(replace(rij, koppelingen=_open_koppelingen(inzage, rij.koppelingen)) for rij in kept)


def _open_koppelingen(inzage: Inzage, koppelingen: tuple[Koppeling, ...]) -> tuple[Koppeling, ...]:
    return tuple(k for k in koppelingen if k.met not in inzage.geheime_kenmerken)


def _open_besluiten(inzage: Inzage, datum: date, besluiten: tuple[Besluit, ...]) -> tuple[Besluit, ...]:
    return tuple(b for b in besluiten if not inzage.is_vertrouwelijk(datum, b))


def _open_wijzigingen(
    inzage: Inzage, datum: date, wijzigingen: tuple[Tekstwijziging, ...]
) -> tuple[Tekstwijziging, ...]:
    """Keep the changes in what is not confidential; in a list with a confidential row it could be that row."""
    has_secret = any(k.datum == datum for k in inzage.geheime_kenmerken)
    return tuple(
        w
        for w in wijzigingen
        if not inzage.is_punt_vertrouwelijk(datum, w.punt)
        and not (has_secret and w.punt.casefold() in ("actielijst", "besluitenlijst"))
    )


def _open_reacties(inzage: Inzage, datum: date, reacties: tuple[Reactie, ...]) -> tuple[Reactie, ...]:
    """Keep the changes that go to the table; what else somebody asks is for the secretariat, whatever it is about."""
    taken = (r for r in reacties if r.antwoord == "overnemen")
    return tuple(r for r in taken if r.wijziging is not None and _open_wijzigingen(inzage, datum, (r.wijziging,)))


def _open_logboek(inzage: Inzage, datum: date, log: tuple[Gebeurtenis, ...]) -> Iterator[Gebeurtenis]:
    """Leave out the corrections in what is confidential, and the titles an agenda went out with."""
    for event in log:
        kept = _open_wijzigingen(inzage, datum, event.wijzigingen)
        if event.wijzigingen and not kept and event.soort == "gerectificeerd":
            continue
        yield replace(event, wijzigingen=kept, punten=())
