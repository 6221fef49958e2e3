"""A meeting on another day, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pipeline.model import Bron, Reeks, melding
from pipeline.werk.agendatekst import edit_record
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.planning import deliver_schema
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering
from pipeline.werkmap import FileBusyError


@dataclass(frozen=True, slots=True)
class Verplaats(OverVergadering):
    """A meeting to another day (``naar``), with its agenda and papers."""

    daad: ClassVar[str] = "verplaats"
    naar: date = date.min


@dataclass(frozen=True, slots=True)
class GelastAf(OverVergadering):
    """A meeting that is not held, and why."""

    daad: ClassVar[str] = "gelast_af"
    reden: str = ""


def verplaats(opdracht: Opdracht, verzoek: Verplaats) -> Uitkomst:
    """Move a meeting with its papers; the calendars move it too. One of which there are minutes stays."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    _move(opdracht, reeks, datum, verzoek.naar)
    return _bring_along(opdracht, reeks, datum, verzoek.naar)


def gelast_af(opdracht: Opdracht, verzoek: GelastAf) -> Uitkomst:
    """Write down that a meeting is not held; the calendars say so too."""
    from pipeline.notatie import set_field

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, datum)
    found = edit_record(opdracht, path, lambda text: set_field(text, "afgelast", verzoek.reden))
    if found:
        opdracht.stop(*found)
    opdracht.gedaan.append(f"Afgelast: {opdracht.show(path.parent)}")
    return _bring_along(opdracht, reeks, datum, datum)


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting; minutes have the date in them, and actions go by it: one that was held stays."""
    from pipeline.werkmap import exists

    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    record = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    if exists(record) or reeks.is_rondgezonden(datum):
        bron = Bron(opdracht.show(record))
        opdracht.stop(melding("vergadering-ligt-vast", f"Van de vergadering op {datum} is al een verslag.", bron))
    if reeks.vergadering(datum) is None:
        opdracht.stop(melding("vergadering-onbekend", f"De vergadering van {datum} heeft geen agenda.yaml."))
    return datum


def _move(opdracht: Opdracht, reeks: Reeks, datum: date, nieuw: date) -> None:
    from pipeline.notatie import read_brontekst, set_field
    from pipeline.werkmap import exists, move_vergadering, read_bytes

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    path = paden.agenda(tafel, datum)
    if exists(paden.vergadering(tafel, nieuw)) or exists(paden.verslagmap(tafel, nieuw)):
        opdracht.stop(melding("vergadering-bestaat", f"Op {nieuw} is al een vergadering van {tafel}."))
    vergadering = reeks.vergadering(datum)
    earlier = [d.isoformat() for d in (*(vergadering.verplaatst_van if vergadering else ()), datum)]
    shown = paden.show(path)
    try:
        bron, _ = read_brontekst(read_bytes(path), shown)
        text = bron.with_tekst(set_field(bron.tekst, "verplaatst_van", earlier))
        set_aside = move_vergadering(paden, tafel, datum, nieuw, text.to_bytes())
    except ValueError:
        opdracht.stop(melding("agenda-niet-aan-te-vullen", f"{shown} is niet goed te lezen.", Bron(shown)))
    except FileBusyError as busy:
        shown = paden.show(busy.path)
        text_busy = f"{shown} is open in een ander programma. Er is niets veranderd."
        opdracht.stop(melding("in-gebruik", text_busy, Bron(shown)))
    opdracht.gedaan.append(f"Verplaatst: {paden.show(paden.vergadering(tafel, nieuw))}")
    opdracht.gedaan += [f"Met de oude datum, weggezet: {paden.show(kept)}" for kept in set_aside]


def _bring_along(opdracht: Opdracht, reeks: Reeks, oud: date, nieuw: date) -> Uitkomst:
    """Bring along what names the meeting: proposals, calendars and the schedule of its year."""
    from pipeline.planning import build_jaarkader, check_planning, find_mijlpalen

    opdracht.reload()
    reeks = opdracht.reeks(reeks.tafel.id)
    levering = Levering(opdracht, reeks, nieuw)
    if oud != nieuw:
        _update_aanmeldingen(levering, oud, nieuw)
    for other in opdracht.inhoud.reeksen:
        if reeks.tafel.id in (other.tafel.id, other.tafel.voedt):
            kader = build_jaarkader(other, opdracht.inhoud.reeksen, opdracht.inhoud.organisatie)
            found = check_planning(other, kader, opdracht.op)
            levering.meldingen.extend(m for m in found if _is_about(m.bron, reeks.tafel.id, nieuw))
    for jaar in sorted({oud.year, nieuw.year}):
        deliver_schema(levering, reeks, jaar, find_mijlpalen(jaar, opdracht.inhoud.organisatie.mijlpalen))
    return levering.finish(Vervolg("stuur het bericht over de wijziging, met de bijgewerkte agenda (.ics) erbij."))


def _is_about(bron: Bron | None, tafel: str, datum: date) -> bool:
    """Tell whether a finding is about the meeting that moved, or about a table as a whole."""
    own = f"agenda/{tafel}/{datum.isoformat()}/"
    return bron is None or bron.bestand.startswith(own) or bron.bestand.endswith("tafel.yaml")


def _update_aanmeldingen(levering: Levering, oud: date, nieuw: date) -> None:
    """Let the proposals taken up in the meeting, or put off to it, follow it; also those it passed on."""
    from pipeline.notatie import set_item_fields

    opdracht, tafel = levering.opdracht, levering.reeks.tafel.id
    before, after = f"{tafel}/{oud.isoformat()}/", f"{tafel}/{nieuw.isoformat()}/"
    for reeks in opdracht.inhoud.reeksen:
        for index, aanmelding in enumerate(reeks.aanmeldingen):
            fields = {}
            if reeks.tafel.id == tafel and aanmelding.vergadering == oud:
                fields["vergadering"] = nieuw.isoformat()
            if aanmelding.uit.startswith(before):
                fields["uit"] = aanmelding.uit.replace(before, after, 1)
            if fields:
                path = opdracht.inhoud.paden.aangemeld(reeks.tafel.id)
                levering.meldingen.extend(
                    edit_record(opdracht, path, lambda t, i=index, f=fields: set_item_fields(t, "aangemeld", i, f))  # type: ignore[misc]
                )
