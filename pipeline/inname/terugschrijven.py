"""Writing a record again: with what changed in it, and all else as a person typed it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.inname.delen import vergelijk
from pipeline.inname.onvolledig import tell_onvolledig
from pipeline.inname.record import VRAGEN
from pipeline.model import Actiepunt, Besluit, Ernst, Melding, Tafel, Verslag
from pipeline.notatie import Brontekst, make_brontekst, parse_verslag, update_verslag, write_verslag


@dataclass(frozen=True, slots=True)
class Terugschrijving:
    """The text of a record to write, and what it says when it is read; not to be written where there are Meldingen."""

    tekst: Brontekst
    verslag: Verslag
    meldingen: tuple[Melding, ...] = ()


def rewrite(getypt: Brontekst | None, nieuw: Verslag, tafel: Tafel, bestand: str) -> Terugschrijving:
    """Make the text of a record that was changed; ``getypt`` is the text it has now, None where there is none.

    Where the text as typed cannot be made to say it, the record is written as a whole.
    """
    whole = _read(make_brontekst(write_verslag(nieuw), bestand), nieuw, tafel)
    lost = vergelijk(_with_punten(nieuw, whole.verslag), whole.verslag)
    if whole.meldingen or lost:
        return replace(whole, meldingen=whole.meldingen or tell_onvolledig(lost, bestand))
    try:
        text = update_verslag(getypt, nieuw, tafel) if getypt else ""
    except ValueError:
        return whole
    updated = _read(getypt.with_tekst(text), nieuw, tafel) if getypt else whole
    return replace(updated, meldingen=()) if _in_order(updated.verslag) == _in_order(whole.verslag) else whole


def _read(tekst: Brontekst, nieuw: Verslag, tafel: Tafel) -> Terugschrijving:
    verslag, found = parse_verslag(tekst, tafel, nieuw.datum)
    problems = (m for m in found if m.ernst is Ernst.FOUT and m.code not in VRAGEN)
    return Terugschrijving(tekst, verslag, tuple(problems))


def _with_punten(nieuw: Verslag, gelezen: Verslag) -> Verslag:
    """Return what is wanted, with what follows from the items: what stands in a confidential one is so too.

    A document says that an item is confidential, also where only the agenda did; its actions and decisions follow.
    """
    secret = {naam for p in gelezen.punten if p.vertrouwelijk for naam in (p.nummer, p.titel) if naam}
    things: tuple[Actiepunt | Besluit, ...] = (*gelezen.actiepunten, *gelezen.besluiten)
    follow = {ding.label for ding in things if ding.vertrouwelijk and ding.agendapunt in secret}
    return replace(
        nieuw,
        actiepunten=tuple(replace(a, vertrouwelijk=a.vertrouwelijk or a.label in follow) for a in nieuw.actiepunten),
        besluiten=tuple(replace(b, vertrouwelijk=b.vertrouwelijk or b.label in follow) for b in nieuw.besluiten),
    )


def _in_order(verslag: Verslag) -> Verslag:
    """Return what a record says whatever the order of the rows in its lists."""
    return replace(
        verslag,
        actiepunten=tuple(sorted(verslag.actiepunten, key=lambda a: a.label)),
        voortgang=tuple(sorted(verslag.voortgang, key=lambda v: v.verwijst_naar.verwijzing)),
        besluiten=tuple(sorted(verslag.besluiten, key=lambda b: b.label)),
    )
