"""Checks on the life of the papers: sent in time, and called what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.controle.dossier import Dossier
from pipeline.markering.adressen import find_lid_adressen, meld_onleesbaar, read_adressen
from pipeline.markering.datums import format_datum
from pipeline.model import Bron, Ernst, Gebeurtenis, Melding, Verslag, Verzending, melding

# What happens once to the papers of a meeting, in words.
_EENMAAL = {
    "agenda_rondgezonden": "de agenda is rondgezonden",
    "rondgezonden": "het verslag is rondgezonden",
    "vastgesteld": "het verslag is vastgesteld",
}
_MAX_VERSIEREGEL = 90  # characters: longer text is about another document
_VERSIEREGEL = re.compile(
    r"^\W*(?:(?P<concept>concept(?:versie|verslag)?)|(?P<vast>vastgestelde?(?:\s+(?:versie|verslag))?))\b"
    r"(?![^.]*\b(?:wordt|is|stelt|van de vorige)\b)",
    re.IGNORECASE,
)


def check_agenda_op_tijd(dossier: Dossier) -> Iterator[Melding]:
    """Report an agenda that went out, or still has to, later than the rule (governancekader 3.3: a week)."""
    if dossier.vergadering is None:
        return
    deadline = dossier.datum - timedelta(days=dossier.tafel.agenda_dagen)
    sent = _first(dossier, "agenda_rondgezonden")
    if sent and sent > deadline:
        text = f"De agenda is op {sent:%d-%m-%Y} rondgezonden; dat moest uiterlijk {deadline:%d-%m-%Y}."
        yield melding("agenda-te-laat", text, dossier.vergadering.bron)
    elif not sent and dossier.verslag is None and deadline < dossier.op <= dossier.datum:
        text = f"De agenda had uiterlijk {deadline:%d-%m-%Y} rondgezonden moeten zijn."
        yield melding("agenda-te-laat", text, dossier.vergadering.bron)


def check_adressen(dossier: Dossier) -> Iterator[Melding]:
    """Report what stands in tafel.yaml as an e-mail address and is none: whom it means would get no mail."""
    tafel = dossier.tafel
    members = ((find_lid_adressen(lid), lid.bron) for lid in tafel.leden)
    lists = ((read_adressen(written), lijst.bron) for lijst in tafel.verzendlijsten for written in lijst.adressen)
    for reading, place in (*members, *lists):
        yield from (meld_onleesbaar(piece, place or tafel.bron) for piece in reading.onleesbaar)


def check_verslag_op_tijd(dossier: Dossier) -> Iterator[Melding]:
    """Report minutes that went out, or still have to, later than the rule (governancekader 3.3: two weeks)."""
    verslag = dossier.verslag
    if verslag is None or not dossier.is_eigen:
        return
    deadline = dossier.datum + timedelta(days=dossier.tafel.verslag_dagen)
    sent = _first(dossier, "rondgezonden")
    if sent and sent > deadline:
        text = f"Het verslag is op {sent:%d-%m-%Y} rondgezonden; dat moest uiterlijk {deadline:%d-%m-%Y}."
        yield melding("verslag-te-laat", text, verslag.bron)
    elif not sent and verslag.status == "concept" and dossier.op > deadline:
        text = f"Het verslag had uiterlijk {deadline:%d-%m-%Y} rondgezonden moeten zijn."
        yield melding("verslag-te-laat", text, verslag.bron)


def check_dubbel_gedaan(dossier: Dossier) -> Iterator[Melding]:
    """Report what the logboek says was done twice: two computers that did not see each other's events yet."""
    log = dossier.reeks.logboeken.get(dossier.datum, ())
    for soort, words in _EENMAAL.items():
        yield from _double([g for g in log if g.soort == soort], words)
    mails: dict[tuple[object, ...], list[Gebeurtenis]] = {}
    for g in log:
        if g.soort == "verzonden" and g.verzending is not None:
            mails.setdefault(_mail_of(g.verzending), []).append(g)
    for events in mails.values():
        sent = events[0].verzending
        assert sent is not None
        yield from _double(events, f"de {sent.zending} aan {', '.join(sent.aan) or sent.lijst} is verzonden")


def _mail_of(verzending: Verzending) -> tuple[object, ...]:
    """Return what makes two messages the same to who gets them: what, to whom, with which files."""
    files = frozenset(line.split()[0] for line in verzending.bestanden)
    return verzending.zending, verzending.lijst, frozenset(verzending.aan), verzending.stukken, files


def _double(events: list[Gebeurtenis], words: str) -> Iterator[Melding]:
    if len(events) > 1:
        days = " en ".join(format_datum(g.op) for g in events)
        yield melding("dubbel-gedaan", f"{len(events)} keer staat in het logboek dat {words}: {days}.", events[-1].bron)


def check_status(dossier: Dossier) -> Iterator[Melding]:
    """Report minutes whose status the logboek contradicts."""
    verslag = dossier.verslag
    if verslag is None or verslag.status == "vastgesteld":
        return
    if adopted := _first(dossier, "vastgesteld"):
        text = f"Het verslag is op {adopted:%d-%m-%Y} vastgesteld, maar zijn status is {verslag.status}."
        yield melding("status-anders", text, verslag.bron)
    elif published := _first(dossier, "gepubliceerd"):
        text = f"Het verslag is op {published:%d-%m-%Y} gepubliceerd, maar nog niet vastgesteld."
        yield melding("status-anders", text, verslag.bron, ernst=Ernst.FOUT)


def check_versieregel(dossier: Dossier) -> Iterator[Melding]:
    """Report a line such as ``Conceptversie`` that does not fit the state of the minutes."""
    verslag = dossier.verslag
    if verslag is None or verslag.status == "onbekend":
        return
    for tekst, bron in _short_lines(dossier, verslag):
        match = _VERSIEREGEL.match(tekst)
        if match and (match["vast"] is not None) != (verslag.status == "vastgesteld"):
            text = f"Er staat {tekst.strip()}, maar de status van het verslag is {verslag.status}."
            yield melding("status-anders", text, bron)


def _short_lines(dossier: Dossier, verslag: Verslag) -> Iterator[tuple[str, Bron | None]]:
    yield verslag.kanttekening, verslag.bron
    for passage in dossier.alineas:
        if len(passage.tekst) <= _MAX_VERSIEREGEL:
            yield passage.tekst, passage.bron


def _first(dossier: Dossier, soort: str) -> date | None:
    """Return the day of the first such event since the minutes were last withdrawn."""
    withdrawn = max((g.op for g in dossier.logboek if g.soort == "ingetrokken"), default=date.min)
    return min((g.op for g in dossier.logboek if g.soort == soort and g.op >= withdrawn), default=None)
