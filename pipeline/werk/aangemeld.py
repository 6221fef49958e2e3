"""What members want on the agenda, and what other tables pass on: shown, taken up, put off or declined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.markering import format_datum
from pipeline.model import Aanmelding, AanmeldingBesluit, Melding, Reeks, melding
from pipeline.werk.agendatekst import add_punt, edit_record
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering, Verzoek

if TYPE_CHECKING:
    from pipeline.planning import Doorgezet, Wachtende

__all__ = [
    "AanmeldingBesluit",
    "Aanmeldingen",
    "Agendabesluit",
    "BeslisAanmelding",
    "Doorgezet",
    "ToonAangemeld",
    "Wachtende",
    "beslis_aanmelding",
    "decide",
    "toon_aangemeld",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToonAangemeld(Verzoek):
    """What waits for the agenda of a table."""

    daad: ClassVar[str] = "toon_aangemeld"
    tafel: str | None = None


@dataclass(frozen=True, slots=True)
class BeslisAanmelding(OverVergadering):
    """What becomes of one of them (``nummer``, as they are shown): on the agenda (after item ``na``), later, or not."""

    daad: ClassVar[str] = "beslis_aanmelding"
    nummer: int = 0
    besluit: AanmeldingBesluit = "opgenomen"
    reden: str = ""
    na: str | None = None


@dataclass(frozen=True, slots=True)
class Aanmeldingen:
    """What waits, and what this table passed on to others."""

    reeks: Reeks
    wachtend: tuple[Wachtende, ...]
    doorgezet: tuple[Doorgezet, ...]


@dataclass(frozen=True, slots=True)
class Agendabesluit:
    """A decision on a proposal: ``vergadering`` is the one whose agenda it is on, or to which it was put off."""

    wat: AanmeldingBesluit
    reden: str
    vergadering: date
    na: str | None = None


def toon_aangemeld(opdracht: Opdracht, verzoek: ToonAangemeld) -> Uitkomst:
    """Say what waits for the agenda. Nothing is written."""
    from pipeline.planning import find_doorgezet, find_wachtende

    reeks = opdracht.reeks(verzoek.tafel)
    waiting = find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    passed = find_doorgezet(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    meldingen = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand.endswith("aangemeld.yaml"))
    following = Vervolg("{daad}", "beslis_aanmelding", {"tafel": reeks.tafel.id, "keuze": "--opnemen", "nummer": 1})
    return Uitkomst(
        meldingen=meldingen,
        vervolg=(following,) if waiting else (),
        gegevens=Aanmeldingen(reeks, tuple(waiting), tuple(passed)),
    )


def beslis_aanmelding(opdracht: Opdracht, verzoek: BeslisAanmelding) -> Uitkomst:
    """Take a proposal up, put it off or decline it."""
    from pipeline.planning import find_wachtende

    reeks = opdracht.reeks(verzoek.tafel)
    if verzoek.besluit != "opgenomen" and not verzoek.reden:
        raise VerkeerdVerzoek("zeg erbij waarom, met --reden.")
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    waiting = find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    if not 1 <= verzoek.nummer <= len(waiting):
        tekst = f"Er is geen aanmelding {verzoek.nummer}; er wachten er {len(waiting)}."
        opdracht.stop(melding("aanmelding-onbekend", tekst))
    besluit = Agendabesluit(verzoek.besluit, verzoek.reden, datum, verzoek.na)
    return decide(opdracht, reeks, waiting[verzoek.nummer - 1], besluit)


def decide(opdracht: Opdracht, reeks: Reeks, wachtende: Wachtende, besluit: Agendabesluit) -> Uitkomst:
    """Carry out a decision: on the agenda, and in aangemeld.yaml."""
    from pipeline.planning import check_tijd, make_agendapunt

    datum, is_taken = besluit.vergadering, besluit.wat == "opgenomen"
    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        opdracht.stop(melding("vergadering-onbekend", f"De vergadering van {datum} heeft geen agenda.yaml."))
    if besluit.na is not None and besluit.na not in {p.nummer for p in vergadering.agendapunten}:
        raise VerkeerdVerzoek(f"er is geen agendapunt {besluit.na}.")
    found: tuple[Melding, ...] = ()
    if is_taken:
        found = add_punt(opdracht, reeks, datum, make_agendapunt(wachtende.aanmelding, reeks.tafel), besluit.na)
    target = datum if besluit.wat != "doorgeschoven" else reeks.volgende(datum)
    found = found or _record(opdracht, reeks, wachtende, besluit, target)
    if found:
        return Uitkomst(meldingen=found)
    opdracht.reload()
    reeks = opdracht.reeks(reeks.tafel.id)
    vergadering = reeks.vergadering(datum)
    found = tuple(check_tijd(vergadering)) if vergadering and is_taken else ()
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    following = (Vervolg("{daad}", "maak_agenda", meeting),) if vergadering and is_taken else ()
    done = _describe(reeks, wachtende.aanmelding, besluit, target)
    return Uitkomst(meldingen=found, gedaan=(done,), vervolg=following)


def _record(
    opdracht: Opdracht, reeks: Reeks, wachtende: Wachtende, besluit: Agendabesluit, vergadering: date | None
) -> tuple[Melding, ...]:
    from pipeline.notatie import append_item, format_aanmelding, set_item_fields

    path, place = opdracht.inhoud.paden.aangemeld(reeks.tafel.id), wachtende.plaats
    decided = replace(wachtende.aanmelding, besluit=besluit.wat, vergadering=vergadering, reden=besluit.reden)
    fields = format_aanmelding(decided)
    if place is None:
        return edit_record(opdracht, path, lambda text: append_item(text, "aangemeld", fields))
    changed = {name: fields.get(name, "") for name in ("besluit", "vergadering", "reden")}
    return edit_record(opdracht, path, lambda text: set_item_fields(text, "aangemeld", place, changed))


def _describe(reeks: Reeks, aanmelding: Aanmelding, besluit: Agendabesluit, target: date | None) -> str:
    """Say what was decided."""
    vergadering = reeks.vergadering(besluit.vergadering)
    if besluit.wat == "opgenomen" and vergadering:
        number = next((p.nummer for p in vergadering.agendapunten if p.titel == aanmelding.wat), "")
        return f"Op de agenda van {format_datum(besluit.vergadering)}, als punt {number}: {aanmelding.wat}"
    if besluit.wat == "doorgeschoven":
        later = format_datum(target) if target else "een latere vergadering"
        return f"Doorgeschoven naar {later}: {aanmelding.wat}"
    return f"Niet overgenomen: {aanmelding.wat}"
