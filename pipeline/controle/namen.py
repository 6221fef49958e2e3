"""Checks on the names in the text: how they are spelled, and whether they belong to who was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.controle.dossier import Dossier
from pipeline.controle.herstel import Verbetering
from pipeline.controle.optredens import Optreden
from pipeline.model import Bron, Deelnemer, Melding, Persoon, melding
from pipeline.wie.namen import parse_aanspreking, surname_of
from pipeline.wie.personen import parse_persoon
from pipeline.wie.woorden import fold_naam


@dataclass(frozen=True, slots=True)
class _Afwijking:
    """A name as written, where, and whose it probably is."""

    naam: str
    bron: Bron | None
    persoon: Persoon


def check_spelling(dossier: Dossier) -> Iterator[Melding]:
    """Report each place where a name is spelled otherwise than in the list of participants."""
    yield from (_to_melding(afwijking) for afwijking in _afwijkingen(dossier))


def find_herstel(dossier: Dossier) -> Iterator[tuple[Melding, Verbetering]]:
    """Yield the correction of each name that is spelled otherwise, with the finding it settles."""
    for afwijking in _afwijkingen(dossier):
        herstel = _to_herstel(afwijking)
        if herstel is not None:
            yield _to_melding(afwijking), herstel


def _to_melding(found: _Afwijking) -> Melding:
    text = f"{found.naam} is anders gespeld dan in de lijst van deelnemers: {found.persoon.naam}."
    return melding("naam-afwijkend", text, found.bron)


def _to_herstel(found: _Afwijking) -> Verbetering | None:
    written = parse_persoon(f"dhr. {found.naam}")
    if found.bron is None or written is None:
        return None
    count = len(written.familienaam.split())
    old = " ".join(found.naam.split()[-count:])
    new = surname_of(found.persoon)
    if old[:1].islower():
        new = new[:1].lower() + new[1:]
    return Verbetering(found.bron, old, new)


def _afwijkingen(dossier: Dossier) -> Iterator[_Afwijking]:
    """Find the names that are nearly those of a participant, in the text and among the owners."""
    for v in dossier.optredens:
        near = next((d.persoon for d in v.noeming.wie), None) if v.noeming.is_bijna else None
        if near and not dossier.leden.zoek(v.noeming.naam):
            yield _Afwijking(v.noeming.naam, v.plek, near)
    houders = dossier.houders
    for naam, bron in dossier.geschreven_houders:
        person = None if houders.kent(naam) else houders.nearest_person(naam)
        if person:
            yield _Afwijking(naam, bron, person)


def check_sprekers_op_lijst(dossier: Dossier) -> Iterator[Melding]:
    """Report once each person who speaks in the minutes and is not in the list of participants."""
    if not dossier.deelnemers:
        return
    seen: set[str] = set()
    for v in dossier.optredens:
        is_lid = bool(dossier.leden.zoek(v.noeming.naam))
        if v.wie or (v.noeming.is_bijna and not is_lid) or not v.spreekt or fold_naam(v.noeming.naam) in seen:
            continue
        seen.add(fold_naam(v.noeming.naam))
        who = f"{_titled(v)} (lid)" if is_lid else _titled(v)
        text = f"{who} spreekt, maar staat niet in de lijst van deelnemers."
        yield melding("spreker-onbekend", text, v.plek)


def check_sprekers_aanwezig(dossier: Dossier) -> Iterator[Melding]:
    """Report once each person who speaks, but is listed as absent, wholly or at that item."""
    seen: set[tuple[Deelnemer, ...]] = set()
    for v in (*dossier.optredens, *dossier.rolsprekers):
        if not v.spreekt or not v.wie or v.wie in seen:
            continue
        reasons = [_why_absent(dossier, deelnemer, v) for deelnemer in v.wie]
        if all(reasons):
            seen.add(v.wie)
            text = f"{_titled(v)} spreekt, maar was er volgens de lijst van deelnemers {reasons[0]}."
            yield melding("spreker-afwezig", text, v.plek)


def _why_absent(dossier: Dossier, deelnemer: Deelnemer, v: Optreden) -> str:
    """Say when a participant was not there, seen from a passage; empty for one who was."""
    if not deelnemer.aanwezig:
        return "niet"
    numbers = [punt.nummer for punt in dossier.verslag.punten] if dossier.verslag else []
    here = v.passage.punt.nummer if v.passage.punt else ""
    if here not in numbers or not here:
        return ""
    if deelnemer.vanaf_punt in numbers and numbers.index(here) < numbers.index(deelnemer.vanaf_punt):
        return f"pas vanaf punt {deelnemer.vanaf_punt}"
    if deelnemer.tot_punt in numbers and numbers.index(here) > numbers.index(deelnemer.tot_punt):
        return f"maar tot punt {deelnemer.tot_punt}"
    return ""


def check_aanhef(dossier: Dossier) -> Iterator[Melding]:
    """Report ``de heer`` where the list has ``mw.``, and the reverse; a list without titles says nothing."""
    for v in dossier.optredens:
        listed = [parse_aanspreking(d.persoon.aanhef) for d in v.wie if d.persoon]
        if v.noeming.aanspreking and listed and all(title not in (None, v.noeming.aanspreking) for title in listed):
            text = f"{_titled(v)} heet in de lijst van deelnemers {v.wie[0].naam}."
            yield melding("aanhef-anders", text, v.plek)


def _titled(v: Optreden) -> str:
    """Write a name with the title it has in the text, at the beginning of a sentence."""
    titles = {"heer": "De heer ", "mevrouw": "Mevrouw "}
    return (titles[v.noeming.aanspreking] if v.noeming.aanspreking else "") + v.noeming.naam
