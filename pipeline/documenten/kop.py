"""The head that all documents share: what it is, of which meeting, where and when, and who were there."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.documenten.stukken import Stukken
from pipeline.documenten.waarde import Waarde
from pipeline.documenten.woorden import DeelnemerWoorden, GroepWoorden, OrganisatieWoorden, TafelWoorden, Woorden
from pipeline.markering.datums import WEEKDAGEN, format_datum, format_weekdag
from pipeline.model import Deelnemer, Rectificatie, Tafel
from pipeline.word.bladwijzers import groep_bladwijzer, veld_bladwijzer

_VERSIES = {"concept": "Conceptversie", "vastgesteld": "Vastgestelde versie", "onbekend": ""}


def bouw_kop(stukken: Stukken, soort: str) -> Woorden:
    """Return the words of the head; ``soort`` is what the document is called."""
    tafel, organisatie = stukken.tafel, stukken.organisatie
    verslag, vergadering = stukken.verslag, stukken.vergadering
    tijd = (verslag and verslag.tijd) or (vergadering and vergadering.tijd) or tafel.tijd
    locatie = (verslag and verslag.locatie) or (vergadering and vergadering.locatie) or tafel.locatie
    note = (verslag and verslag.kanttekening) or (vergadering and vergadering.kanttekening) or ""
    note = "\n".join((*([note] if note else []), *(_rectificatie(r) for r in stukken.rectificaties)))
    bron = (verslag and verslag.bron) or (vergadering and vergadering.bron) or None
    datum = format_datum(stukken.datum) if stukken.datum else ""
    return Woorden(
        organisatie=_organisatie(stukken),
        tafel=_tafel(tafel),
        soort=soort,
        titel=Waarde(" ".join(part for part in (soort, tafel.naam or tafel.id, datum) if part), tafel.bron),
        stand=_stand(stukken, soort),
        zaaknummer=vergadering.zaaknummer if vergadering else "",
        reacties=_reacties(stukken) if soort == "Verslag" else "",
        weekdag=WEEKDAGEN[stukken.datum.weekday()] if stukken.datum else "",
        datum=Waarde(datum, bron, veld_bladwijzer("datum")),
        tijd=Waarde(str(tijd) if tijd else "", bron, veld_bladwijzer("tijd")),
        locatie=Waarde(locatie, bron, veld_bladwijzer("locatie")),
        volgende=format_weekdag(stukken.volgende) if stukken.volgende else "",
        versie=_VERSIES[verslag.status] if verslag and soort == "Verslag" else "",
        contact=Waarde(tafel.contact or organisatie.email, tafel.bron),
        kanttekening=Waarde(note, bron, veld_bladwijzer("kanttekening")),
        groepen=_groepen(stukken.deelnemers),
    )


def _stand(stukken: Stukken, soort: str) -> str:
    """Say what minutes are, and of an agenda that went out that it changed since."""
    if soort == "Agenda":
        return f"Gewijzigd op {format_datum(stukken.gewijzigd)}" if stukken.gewijzigd else ""
    if soort != "Verslag" or stukken.verslag is None:
        return ""
    return {"concept": "Concept", "vastgesteld": _vastgesteld(stukken), "onbekend": ""}[stukken.verslag.status]


def _vastgesteld(stukken: Stukken) -> str:
    """Say when and where minutes were adopted, as far as that is known."""
    vaststelmoment = stukken.vaststelmoment
    if vaststelmoment is None:
        return "Vastgesteld"
    op, waar = format_datum(vaststelmoment.op), vaststelmoment.waar
    if not waar.startswith("vergadering"):
        return f"Vastgesteld op {op}, {waar}" if waar else f"Vastgesteld op {op}"
    is_that_day = waar in ("vergadering", f"vergadering van {op}")
    return f"Vastgesteld op {op} in de " + (f"vergadering van de {stukken.tafel.kort}" if is_that_day else waar)


def _reacties(stukken: Stukken) -> str:
    """Return the last day for reactions to a draft, where the next meeting is known."""
    verslag, volgende = stukken.verslag, stukken.volgende
    if verslag is None or verslag.status != "concept" or volgende is None:
        return ""
    last = stukken.tafel.reacties_uiterlijk(verslag.datum, volgende)
    return format_weekdag(last) if last else ""


def _rectificatie(rectificatie: Rectificatie) -> str:
    """Say in the document what was corrected after adoption: when, why, and where."""
    places = dict.fromkeys(w.punt for w in rectificatie.wijzigingen)
    said = [f"punt {p}" if p[:1].isdigit() else p for p in places]
    where = f" ({', '.join(said)})" if said else ""
    return f"Rectificatie van {format_datum(rectificatie.op)}{where}: {rectificatie.reden}"


def _organisatie(stukken: Stukken) -> OrganisatieWoorden:
    o = stukken.organisatie
    return OrganisatieWoorden(
        naam=Waarde(o.naam, o.bron),
        afzender=Waarde(o.afzender, o.bron),
        email=Waarde(o.email, o.bron),
        website=Waarde(o.website, o.bron),
        uitgever=Waarde(o.uitgever, o.bron),
    )


def _tafel(tafel: Tafel) -> TafelWoorden:
    return TafelWoorden(
        naam=Waarde(tafel.naam or tafel.id, tafel.bron),
        korte_naam=Waarde(tafel.kort, tafel.bron),
        voorzitter=Waarde(tafel.naam_van(tafel.voorzitter), tafel.bron),
        secretaris=Waarde(tafel.naam_van(tafel.secretaris), tafel.bron),
        contact=Waarde(tafel.contact, tafel.bron),
    )


def _groepen(deelnemers: Iterable[Deelnemer]) -> tuple[GroepWoorden, ...]:
    """Group in order of first appearance; who has no group stands under the organisation."""
    groups: dict[str, list[Deelnemer]] = {}
    for deelnemer in deelnemers:
        groups.setdefault(deelnemer.groep or deelnemer.organisatie, []).append(deelnemer)
    return tuple(
        GroepWoorden(Waarde(naam, leden[0].bron, groep_bladwijzer(n)), tuple(_deelnemer(lid) for lid in leden))
        for n, (naam, leden) in enumerate(groups.items(), 1)
    )


def _deelnemer(d: Deelnemer) -> DeelnemerWoorden:
    return DeelnemerWoorden(
        regel=Waarde(d.regel, d.bron),
        naam=Waarde(d.naam or "", d.bron),
        organisatie=Waarde(d.organisatie, d.bron),
        rol=Waarde(d.rol, d.bron),
        hoedanigheid=d.hoedanigheid or "",
        vervangt=Waarde(d.vervangt, d.bron),
        tussen_haakjes=Waarde(d.tussen_haakjes, d.bron),
        aanwezig=d.aanwezig,
        afgemeld=d.afgemeld,
        vanaf_punt=Waarde(d.vanaf_punt, d.bron),
        tot_punt=Waarde(d.tot_punt, d.bron),
    )
