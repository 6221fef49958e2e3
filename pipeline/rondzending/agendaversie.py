"""An agenda that changed after it went out: whether it did, and on which day. The logboek is the only memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from pipeline.model import Agendapunt, Gebeurtenis, Vergadering


def hash_agenda(vergadering: Vergadering) -> str:
    """Return a hash of what an agenda says of the meeting: time, place, items and the papers that are its own.

    Who sent word and what became of actions is no change of the agenda; the minutes of the last meeting, which come
    along by themselves, are none either.
    """
    said = (str(vergadering.tijd or ""), vergadering.locatie, tuple(map(_said, vergadering.agendapunten)))
    return hashlib.sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()


def _said(punt: Agendapunt) -> tuple[object, ...]:
    papers = tuple((b.nummer, b.titel, b.bestand) for b in punt.bijlagen if b.verslag_van is None)
    facts = (punt.nummer, punt.titel, punt.doel, punt.duur, punt.spreker, punt.toelichting)
    marks = (*(["hamerstuk"] if punt.hamerstuk else ()), *(b.nummer for b in punt.bijlagen if b.tafelstuk))
    return (*facts, papers, *marks)


def list_punten(vergadering: Vergadering) -> tuple[str, ...]:
    """Return the items as the logboek keeps them: ``3 Stand van zaken``."""
    return tuple(f"{p.nummer} {' '.join(p.titel.split())}" for p in vergadering.agendapunten)


def find_gewijzigd(logboek: Iterable[Gebeurtenis], vergadering: Vergadering, vandaag: date) -> date | None:
    """Return the day an agenda became what it is, where that is not what went out; None where it is.

    A change that no event tells of is one of today. Of a mailing recorded by hand only the items are known.
    """
    events = sorted(logboek, key=lambda g: g.op)
    sent = next((g for g in events if g.soort == "agenda_rondgezonden"), None)
    if sent is None or not _differs(sent, vergadering):
        return None
    now = hash_agenda(vergadering)
    told = (g.op for g in events if g.soort == "agenda_gewijzigd" and g.vingerafdruk == now)
    return next(told, vandaag)


def _differs(sent: Gebeurtenis, vergadering: Vergadering) -> bool:
    if sent.vingerafdruk:
        return sent.vingerafdruk != hash_agenda(vergadering)
    return bool(sent.punten) and sent.punten != list_punten(vergadering)
