"""Reactions to circulated minutes: taken in from copies that came back, listed, and answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Bron, Melding, Reactie, ReactieAntwoord, ReactieSoort, Reeks, Tekstwijziging, melding
from pipeline.werk.keuze import Keuze
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg, Vraag
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.model.document import Wijziging


@dataclass(frozen=True, slots=True)
class ToonReacties(OverVergadering):
    """What came in on the minutes of a meeting; without a date on the last that are circulated and not adopted."""

    daad: ClassVar[str] = "toon_reacties"


@dataclass(frozen=True, slots=True)
class BeantwoordReactie(OverVergadering):
    """What becomes of reactions (``nummers``, as they are listed); why is needed where one is not taken over."""

    daad: ClassVar[str] = "beantwoord_reactie"
    nummers: tuple[int, ...] = ()
    antwoord: ReactieAntwoord = "overnemen"
    reden: str = ""


@dataclass(frozen=True, slots=True)
class NoteerReactie(OverVergadering):
    """What somebody asks: other words in the text (``oud``, ``nieuw``), or a remark; ``punt`` where it is about."""

    daad: ClassVar[str] = "noteer_reactie"
    wie: str = ""
    punt: str = ""
    oud: str = ""
    nieuw: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class MaakReactieoverzicht(OverVergadering):
    """The reactions in Word, for the chair."""

    daad: ClassVar[str] = "maak_reactieoverzicht"
    keuze: Keuze = Keuze()


@dataclass(frozen=True, slots=True)
class Reactielijst:
    """The reactions to the minutes of a meeting, in the order in which they are counted."""

    tafel: str
    datum: date
    reacties: tuple[Reactie, ...]


def toon_reacties(opdracht: Opdracht, verzoek: ToonReacties) -> Uitkomst:
    """List what came in. Nothing is written."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    lijst = Reactielijst(reeks.tafel.id, datum, reeks.reacties.get(datum, ()))
    place = opdracht.show(opdracht.inhoud.paden.reacties(reeks.tafel.id, datum))
    own = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand == place)
    return Uitkomst(meldingen=own, vervolg=_next(lijst), gegevens=lijst)


def _next(lijst: Reactielijst) -> tuple[Vervolg, ...]:
    meeting = {"tafel": lijst.tafel, "datum": lijst.datum}
    waiting = next((n for n, reactie in enumerate(lijst.reacties, 1) if reactie.antwoord is None), None)
    if waiting is None:
        return (Vervolg("stel het verslag vast als het is besproken: {daad}", "stel_vast", meeting),)
    answer = {**meeting, "antwoord": "--neem-over", "nummers": waiting}
    text = "{daad}, of --bespreek of --wijs-af met --reden"
    return (Vervolg(text, "beantwoord_reactie", answer),)


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    if gevraagd is not None:
        return pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    waiting = [d for d in reeks.data if reeks.is_rondgezonden(d) and not reeks.is_vastgesteld(d)]
    return waiting[-1] if waiting else pick_datum(opdracht, reeks, None, gehouden=True)


def beantwoord_reactie(opdracht: Opdracht, verzoek: BeantwoordReactie) -> Uitkomst:
    """Write the answer to reactions; the rest of reacties.yaml stays as it was typed."""
    from pipeline.notatie import set_item_fields
    from pipeline.werk.agendatekst import edit_record

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    known = reeks.reacties.get(datum, ())
    for nummer in verzoek.nummers:
        if not 1 <= nummer <= len(known):
            raise VerkeerdVerzoek(f"er is geen reactie {nummer}; er zijn er {len(known)}.")
    if verzoek.antwoord == "niet_overnemen" and not verzoek.reden.strip():
        raise VerkeerdVerzoek("zeg waarom u een reactie niet overneemt, met --reden.")
    if reeks.is_vastgesteld(datum):
        _refuse_adopted(opdracht, datum)
    fields = {"antwoord": verzoek.antwoord, "reden": verzoek.reden.strip()}
    path = opdracht.inhoud.paden.reacties(reeks.tafel.id, datum)
    found: list[Melding] = []
    for nummer in dict.fromkeys(verzoek.nummers):
        found += edit_record(opdracht, path, lambda t, n=nummer: set_item_fields(t, "reacties", n - 1, fields))  # type: ignore[misc]
        found += _check(known[nummer - 1], nummer, verzoek.antwoord)
    opdracht.reload()
    after = Reactielijst(reeks.tafel.id, datum, opdracht.reeks(reeks.tafel.id).reacties.get(datum, ()))
    return Uitkomst((Geschreven(opdracht.show(path)),), tuple(found), vervolg=_next(after), gegevens=after)


def maak_reactieoverzicht(opdracht: Opdracht, verzoek: MaakReactieoverzicht) -> Uitkomst:
    """Make the table of reactions; it is for the chair, and goes with no mailing."""
    from pipeline.documenten import Stukken
    from pipeline.werk.levering import Levering

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    stukken = Stukken(opdracht.inhoud.organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                      reacties=reeks.reacties.get(datum, ()))  # fmt: skip
    levering.deliver("reactieoverzicht", stukken, opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum))
    return levering.finish(Vervolg("bespreek het overzicht met de voorzitter."))


def _check(reactie: Reactie, nummer: int, antwoord: ReactieAntwoord) -> list[Melding]:
    """Say where a reaction cannot be carried out by itself: a remark, or new words without a place."""
    if antwoord != "overnemen" or reactie.wijziging is not None:
        return []
    text = f"Reactie {nummer} is niet vanzelf in de tekst te zetten: {reactie.nieuw or reactie.oud}."
    return [melding("reactie-met-de-hand", text, reactie.bron)]


def noteer_reactie(opdracht: Opdracht, verzoek: NoteerReactie) -> Uitkomst:
    """Write down what somebody asked by telephone or mail; words are looked up in the text, a remark needs no place."""
    from pipeline.werk.rondgezonden import check_plaats, pick_rondgezonden

    if not verzoek.wie.strip():
        raise VerkeerdVerzoek("noem wie het vraagt.")
    if not (verzoek.oud.strip() or verzoek.opmerking.strip()):
        raise VerkeerdVerzoek("zeg wat er gevraagd wordt: de oude en de nieuwe woorden, of een opmerking.")
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_rondgezonden(opdracht, reeks, verzoek.datum)
    if reeks.is_vastgesteld(datum):
        _refuse_adopted(opdracht, datum)
    punt, oud = verzoek.punt.strip(), verzoek.oud.strip()
    if oud:
        punt = check_plaats(opdracht, reeks, datum, Tekstwijziging(punt, oud, verzoek.nieuw)).punt
    soort: ReactieSoort = "opmerking" if verzoek.opmerking else "gewijzigd" if verzoek.nieuw else "verwijderd"
    new = verzoek.opmerking.strip() or verzoek.nieuw.strip()
    reactie = Reactie(verzoek.wie.strip(), soort, punt, oud, new, ontvangen=opdracht.op)
    written = add_reacties(opdracht, reeks, datum, (reactie,))
    opdracht.reload()
    after = Reactielijst(reeks.tafel.id, datum, opdracht.reeks(reeks.tafel.id).reacties.get(datum, ()))
    return Uitkomst((written,), vervolg=_next(after), gegevens=after)


def add_reacties(opdracht: Opdracht, reeks: Reeks, datum: date, reacties: Iterable[Reactie]) -> Geschreven:
    """Write reactions into reacties.yaml; what is there already stays, with its answer, and the same twice is one."""
    from pipeline.notatie import append_item, format_reactie
    from pipeline.werk.agendatekst import edit_record

    path = opdracht.inhoud.paden.reacties(reeks.tafel.id, datum)
    known = {reactie.wat for reactie in reeks.reacties.get(datum, ())}
    new = list({reactie.wat: reactie for reactie in reacties if reactie.wat not in known}.values())

    def add(text: str) -> str:
        for reactie in new:
            text = append_item(text, "reacties", format_reactie(reactie))
        return text

    found = edit_record(opdracht, path, add) if new else ()
    if found:
        opdracht.stop(*found)
    return Geschreven(opdracht.show(path), gewijzigd=bool(new))


def _refuse_adopted(opdracht: Opdracht, datum: date) -> None:
    text = f"Het verslag van {datum.isoformat()} is al vastgesteld. Een verbetering is nu een rectificatie."
    opdracht.stop(melding("al-vastgesteld", text, hulp="Gebruik: regietafel correctie, met --reden."))


def take_in(opdracht: Opdracht, reeks: Reeks, datum: date, gevraagd: Iterable[Wijziging]) -> tuple[Geschreven, ...]:
    """Write what copies and mails ask into reacties.yaml; where nobody asks anything there is none."""
    asked = [reactie for w in gevraagd if (reactie := _of(w, opdracht.op)) is not None]
    if not asked and datum not in reeks.reacties:
        return ()
    return (add_reacties(opdracht, reeks, datum, asked),)


def _of(wijziging: Wijziging, op: date) -> Reactie | None:
    """Make a reaction of a change in a copy; how something looks is no reaction to what it says."""
    if wijziging.soort == "opmaak":
        return None
    file = wijziging.bron.bestand if wijziging.bron else ""
    return Reactie(wijziging.auteur or "onbekend", wijziging.soort, wijziging.punt, wijziging.oud, wijziging.nieuw,
                   ontvangen=wijziging.datum or op, bestand=file)  # fmt: skip


def ask_reacties(opdracht: Opdracht, reeks: Reeks, datum: date) -> Reeks:
    """Ask what the meeting decided on the changes nobody decided on yet, and write that down; return the series so."""
    from pipeline.notatie import set_item_fields
    from pipeline.werk.agendatekst import edit_record

    answers: dict[int, ReactieAntwoord] = {}
    for number, reactie in enumerate(reeks.reacties.get(datum, ()) if opdracht.mag_vragen else ()):
        if reactie.antwoord in (None, "bespreken") and reactie.wijziging is not None:
            text = f'Reactie {number + 1} van {reactie.wie}, {reactie.punt}: "{reactie.oud}" wordt "{reactie.nieuw}".'
            vraag = Vraag("reactie", f"{reeks.tafel.id} {datum} {number + 1}", f"{text} Overgenomen?", ("ja", "nee"))
            answer = opdracht.ask(vraag)
            if answer is not None:
                answers[number] = "overnemen" if answer == "ja" else "niet_overnemen"
    path = opdracht.inhoud.paden.reacties(reeks.tafel.id, datum)
    for number, antwoord in answers.items():
        reden = "" if antwoord == "overnemen" else "niet overgenomen bij het vaststellen"
        fields = {"antwoord": antwoord, "reden": reden}
        found = edit_record(opdracht, path, lambda t, n=number, f=fields: set_item_fields(t, "reacties", n, f))  # type: ignore[misc]
        if found:
            opdracht.stop(*found)
    if not answers:
        return reeks
    opdracht.reload()
    return opdracht.reeks(reeks.tafel.id)


def with_reacties(reeks: Reeks, datum: date, plaats: Bron) -> tuple[tuple[Reactie, ...], tuple[Melding, ...]]:
    """Return the reactions that are taken over, for the adoption; those nobody decided on are told."""
    every = reeks.reacties.get(datum, ())
    taken = tuple(r for r in every if r.antwoord == "overnemen" and r.wijziging is not None)
    by_hand = [n for n, r in enumerate(every, 1) if r.antwoord == "overnemen" and r.wijziging is None]
    open_ones = [n for n, r in enumerate(every, 1) if r.antwoord in (None, "bespreken")]
    found = []
    for numbers, what in ((open_ones, "nog geen besluit"), (by_hand, "geen plaats in de tekst")):
        if numbers:
            shown = ", ".join(map(str, numbers))
            text = f"Over deze reacties is er {what}: {shown}. Ze staan niet in wat wordt vastgesteld."
            found.append(melding("reactie-open", text, replace(plaats)))
    return taken, tuple(found)
