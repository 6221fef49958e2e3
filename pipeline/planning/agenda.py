"""Composing an agenda: what was proposed, what other tables pass on, and whether it fits in the time there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from pipeline.markering import format_datum
from pipeline.model import ANDEREN, Aanmelding, Agendapunt, Inzage, Melding, Reeks, Tafel, Tijdvak, Vergadering, melding
from pipeline.planning.uitstel import find_uitgesteld

# time


def count_minuten(tijd: Tijdvak | None) -> int | None:
    """Return how long a meeting lasts; None where its end is not known."""
    if tijd is None or tijd.eind is None:
        return None
    return (tijd.eind.hour - tijd.begin.hour) * 60 + tijd.eind.minute - tijd.begin.minute


def check_tijd(vergadering: Vergadering) -> Iterator[Melding]:
    """Report an agenda whose items take longer than the meeting; items without a time count for nothing."""
    needed = sum(p.duur or 0 for p in vergadering.agendapunten)
    available = count_minuten(vergadering.tijd)
    if available is not None and needed > available:
        tekst = f"De agendapunten duren samen {needed} minuten; de vergadering duurt er {available}."
        yield melding("agenda-te-vol", tekst, vergadering.bron)


# proposals


@dataclass(frozen=True, slots=True)
class Wachtende:
    """A proposal that waits; ``plaats`` is its place in aangemeld.yaml (from 0), None when it came from elsewhere."""

    aanmelding: Aanmelding
    plaats: int | None = None


def find_wachtende(reeks: Reeks, reeksen: Iterable[Reeks], nu: datetime) -> tuple[Wachtende, ...]:
    """Return what waits for a place on the agenda: the proposals of this table, what was put off, what others pass on.

    What is confidential there at the moment ``nu`` arrives here as confidential.
    """
    own = tuple(Wachtende(a, n) for n, a in enumerate(reeks.aanmeldingen) if a.wacht)
    passed = (item for other in reeksen if other.tafel.id != reeks.tafel.id for item in _passed_on(other, reeks, nu))
    return own + tuple(Wachtende(a) for a in (*find_uitgesteld(reeks, nu), *passed))


def _passed_on(van: Reeks, naar: Reeks, nu: datetime) -> Iterator[Aanmelding]:
    inzage = Inzage(van, nu)
    for vergadering in van.vergaderingen:
        for punt in vergadering.agendapunten:
            if punt.door_naar == naar.tafel.id and _find_aanmelding(naar, vergadering, punt) is None:
                yield Aanmelding(
                    wie=van.tafel.kort,
                    wat=punt.titel,
                    doel=punt.doel,
                    minuten=punt.duur,
                    toelichting=punt.toelichting,
                    vertrouwelijk=inzage.is_vertrouwelijk(vergadering.datum, punt),
                    openbare_titel=punt.openbare_titel,
                    op=vergadering.datum,
                    uit=_origin(vergadering, punt),
                    bron=punt.bron,
                )


def _origin(vergadering: Vergadering, punt: Agendapunt) -> str:
    return f"{vergadering.tafel}/{vergadering.datum.isoformat()}/{punt.nummer}"


def _find_aanmelding(naar: Reeks, vergadering: Vergadering, punt: Agendapunt) -> Aanmelding | None:
    """Find the proposal an item became: by meeting and title, since a number may still change."""
    meeting = _origin(vergadering, punt).rpartition("/")[0] + "/"
    mine = [a for a in naar.aanmeldingen if a.uit.startswith(meeting)]
    same = [a for a in mine if a.wat == punt.titel] or [a for a in mine if a.uit == _origin(vergadering, punt)]
    return same[0] if same else None


def make_agendapunt(aanmelding: Aanmelding, tafel: Tafel) -> Agendapunt:
    """Make the item a proposal becomes; who proposed it introduces it, by name."""
    members = tafel.find_leden(aanmelding.wie)
    return Agendapunt(
        nummer="",
        titel=aanmelding.wat,
        doel=aanmelding.doel,
        duur=aanmelding.minuten,
        spreker=members[0].naam if len(members) == 1 else aanmelding.wie,
        toelichting=aanmelding.toelichting,
        vertrouwelijk=aanmelding.vertrouwelijk,
        openbare_titel=aanmelding.openbare_titel,
    )


# what became of what was passed on


@dataclass(frozen=True, slots=True)
class Doorgezet:
    """An item a table passed on, and what became of it; ``sinds`` is the day that was known, None while it waits."""

    punt: Agendapunt
    vergadering: date
    naar: str
    uitkomst: str
    sinds: date | None = None


def find_doorgezet(reeks: Reeks, reeksen: Iterable[Reeks], nu: datetime) -> tuple[Doorgezet, ...]:
    """Return every item this table passed on to another, oldest first, with what became of it there."""
    others = {r.tafel.id: Inzage(r, nu) for r in reeksen}
    return tuple(
        _outcome(vergadering, punt, others.get(punt.door_naar))
        for vergadering in reeks.vergaderingen
        for punt in vergadering.agendapunten
        if punt.door_naar
    )


def _outcome(vergadering: Vergadering, punt: Agendapunt, there: Inzage | None) -> Doorgezet:
    if there is None:
        return Doorgezet(punt, vergadering.datum, punt.door_naar, "die tafel is er niet")
    naar = there.reeks
    found = _find_aanmelding(naar, vergadering, punt)
    text, since = _tell(there, found) if found else ("wacht op een plaats op de agenda", None)
    return Doorgezet(punt, vergadering.datum, naar.tafel.kort, text, since)


def _tell(there: Inzage, aanmelding: Aanmelding) -> tuple[str, date | None]:
    when = format_datum(aanmelding.vergadering) if aanmelding.vergadering else "een latere vergadering"
    reden = f": {aanmelding.reden}" if aanmelding.reden else ""
    if aanmelding.besluit == "afgewezen":
        return f"niet overgenomen{reden}", aanmelding.vergadering
    if aanmelding.besluit == "doorgeschoven":
        return f"doorgeschoven naar {when}{reden}", None
    if aanmelding.besluit == "opgenomen" and aanmelding.vergadering:
        decided = _decisions(there, aanmelding.vergadering, aanmelding.wat)
        text = f"op de agenda van {when}"
        return (f"{text}. Besluit: {' '.join(decided)}" if decided else text), aanmelding.vergadering
    return "wacht op een plaats op de agenda", None


def _decisions(there: Inzage, datum: date, titel: str) -> list[str]:
    """Return what was decided under an item; a confidential decision stays where it was taken."""
    reeks = there.reeks
    verslag, vergadering = reeks.verslag(datum), reeks.vergadering(datum)
    if verslag is None or vergadering is None:
        return []
    number = next((p.nummer for p in vergadering.agendapunten if p.titel == titel), None)
    here = (b for b in verslag.besluiten if b.agendapunt in (number, titel))
    return [b.tekst for b in here if there.mag_zien(ANDEREN, datum, b)]


def with_terugmelding(vergadering: Vergadering, reeks: Reeks, reeksen: Iterable[Reeks], nu: datetime) -> Vergadering:
    """Put under the standing item about actions what became of the items this table passed on.

    Told is what still waits, and what was settled since the meeting before.
    """
    titles = {v.titel for v in reeks.tafel.vaste_punten if v.soort == "acties"}
    before = reeks.vorige(vergadering.datum) or date.min
    told = [
        f"{d.punt.titel} ({d.naar}): {d.uitkomst}."
        for d in find_doorgezet(reeks, reeksen, nu)
        if d.vergadering < vergadering.datum and (d.sinds is None or d.sinds >= before)
    ]
    if not told:
        return vergadering
    points = tuple(
        replace(p, toelichting="\n".join(filter(None, (p.toelichting, "Teruggemeld: " + " ".join(told)))))
        if p.titel in titles
        else p
        for p in vergadering.agendapunten
    )
    return replace(vergadering, agendapunten=points)
