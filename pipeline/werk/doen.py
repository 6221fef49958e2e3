"""An act is done whole or not at all: prepared without a lock, looked at, and then written under one.

What an act would write is kept apart until it ends (``werkmap.schijf``). Then, under the lock of the werkmap and for
less than a second, everything it read is looked at again: where something is not as it was, the act is prepared anew
from what is there now, and otherwise all of it is written. What an earlier act left half done is put back first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.model import melding
from pipeline.werk.daden import Aard, Daad, find_daad
from pipeline.werk.opdracht import Gestopt, Opdracht, VerkeerdVerzoek
from pipeline.werk.plan import hash_plan
from pipeline.werk.storing import STORINGEN, explain_storing
from pipeline.werk.uitkomst import Hersteld, Uitkomst
from pipeline.werk.verzoek import Verzoek
from pipeline.werkmap import (
    Daadmerk,
    IntussenVeranderdError,
    Voorbereiding,
    commit,
    find_gebruik,
    find_werkmap,
    is_nieuwer,
    show_gebruik,
    sweep_gebruik,
    take_back_half_af,
    voorbereiding,
)

_POGINGEN = 8  # how often an act is prepared anew while others keep changing what it reads


@dataclass
class Gesprek:
    """What passes between an act and a person: the answers so far, by the id of their question.

    With ``mag_vragen`` questions are put before anything is written; without, what nobody answered is left as it is.
    ``geheugen`` keeps between a question and its answer what was costly to find out; ``volgt`` is told how far long
    work is.
    """

    antwoorden: Mapping[str, str] = field(default_factory=dict)
    mag_vragen: bool = False
    geheugen: dict[Any, Any] = field(default_factory=dict)
    volgt: Callable[[str, int, int], None] | None = None


def doe(
    map: Path, op: date, verzoek: Verzoek, *, proef: bool = False, plan: str = "", gesprek: Gesprek | None = None
) -> Uitkomst:
    """Do what is asked, in a werkmap on a day, and return what it came to.

    ``proef`` writes nothing. ``plan`` is the hash of the outcome somebody agreed to: where it would be another now,
    that is shown and nothing is written.
    """
    daad = find_daad(verzoek.daad)
    call = _Oproep(daad, verzoek, map, op, gesprek or Gesprek())
    try:
        if daad.aard is Aard.KIJKT:
            return call.run(call.begin(proef))
        return _carry_out(call, proef, plan)
    except STORINGEN as error:
        return explain_storing(error)


@dataclass(frozen=True)
class _Oproep:
    """One call of an act: what is asked, where, on which day, and by whom it may be answered."""

    daad: Daad
    verzoek: Verzoek
    map: Path
    op: date
    gesprek: Gesprek

    @property
    def merk(self) -> Daadmerk:
        """How the logboek names the act."""
        tafel, datum = (str(getattr(self.verzoek, name, None) or "") for name in ("tafel", "datum"))
        undone = str(getattr(self.verzoek, "id", "")) if self.daad.naam == "neem_terug" else ""
        is_sitting = self.daad.naam == "bewaar_verslag"  # what is saved while she types is one act
        return Daadmerk(self.daad.naam, self.daad.opdracht, tafel, datum, self.op, undone, is_sitting)

    def begin(self, proef: bool) -> Opdracht:
        """Begin anew: nothing was read, and nothing was asked."""
        talk = self.gesprek
        return Opdracht(self.map, self.op, talk.antwoorden, proef, talk.mag_vragen, talk.volgt, talk.geheugen)

    def run(self, opdracht: Opdracht) -> Uitkomst:
        """Carry out the act; where it ends early, say why."""
        try:
            outcome = self.daad.load()(opdracht, self.verzoek)
        except Gestopt as stop:
            outcome = Uitkomst(meldingen=stop.meldingen, is_onbruikbaar=True)
        except VerkeerdVerzoek as wrong:
            outcome = Uitkomst(bezwaar=str(wrong))
        asked = (*opdracht.vragen, *outcome.vragen)
        return replace(outcome, gedaan=(*opdracht.gedaan, *outcome.gedaan), vragen=asked)


def _carry_out(call: _Oproep, proef: bool, plan: str) -> Uitkomst:
    root = find_werkmap(call.map) if call.map.is_dir() else None
    tafel, datum = (str(getattr(call.verzoek, name, None) or "") for name in ("tafel", "datum"))
    others = [g for g in find_gebruik(root) if g.is_over(tafel, datum)] if root is not None else []
    with show_gebruik(None if proef else root, call.daad.opdracht, tafel, datum):
        outcome = _do(call, root, proef, plan)
    told = (melding("in-gebruik-elders", g.describe()) for g in others)
    return replace(outcome, meldingen=tuple(dict.fromkeys((*outcome.meldingen, *told))))


def _do(call: _Oproep, root: Path | None, proef: bool, plan: str) -> Uitkomst:
    if proef:
        return _prepare_and_write(call, root, proef=True)
    hersteld = put_back(root) if root is not None else ()
    if plan and call.daad.in_stappen:  # what is done along the way cannot be held back at the end
        tried = _prepare_and_write(call, root, proef=True)
        if tried.plan != plan:
            return replace(tried, hersteld=hersteld)
        plan = ""
    outcome = _prepare_and_write(call, root, plan)
    return replace(outcome, hersteld=(*hersteld, *outcome.hersteld))


def put_back(root: Path, ook_van_elders: bool = False) -> tuple[Hersteld, ...]:
    """Put back what an act on this computer left half done, and on others where that is asked for."""
    done = () if is_nieuwer(root) else take_back_half_af(root, ook_van_elders)
    sweep_gebruik(root, ook_van_elders)
    return tuple(
        Hersteld(d.half_af.daad, d.half_af.sinds, tuple(p.relative_to(root).as_posix() for p in d.gebleven))
        for d in done
    )


def _prepare_and_write(call: _Oproep, root: Path | None, plan: str = "", proef: bool = False) -> Uitkomst:
    """Prepare, and write where nothing holds that back; anew where something it read has changed since."""
    for _ in range(_POGINGEN):
        opdracht = call.begin(proef)
        try:
            with voorbereiding() as prepared:
                opdracht.vastleggen = _make_vastleggen(call, prepared, root, proef)
                outcome = _check_answers(call.run(opdracht), opdracht)
            outcome = replace(outcome, plan=hash_plan(prepared, root or call.map))
            if prepared.is_mislukt and call.daad.aard is Aard.HEEL:
                return replace(outcome, geschreven=(), gedaan=(), vervolg=(), plan="")
            if proef or _holds_back(outcome, plan, call.gesprek.mag_vragen):
                return outcome
            nothing_left = call.daad.in_stappen and not prepared.ingrepen  # what it did is done, and not done again
            commit(prepared, root, call.daad.opdracht, ongezien=nothing_left, merk=call.merk)
        except IntussenVeranderdError as changed:
            last = changed
        else:
            return outcome
    raise last


def _holds_back(outcome: Uitkomst, plan: str, mag_vragen: bool) -> bool:
    """Tell whether nothing is written now: it cannot be, somebody has to answer, or agreed to something else."""
    is_refused = bool(outcome.bezwaar) or outcome.is_onbruikbaar
    is_asked = bool(outcome.vragen) and mag_vragen
    is_other = bool(plan) and outcome.plan != plan
    return is_refused or is_asked or is_other or any(m.code == "antwoord-verlopen" for m in outcome.meldingen)


def _make_vastleggen(call: _Oproep, prepared: Voorbereiding, root: Path | None, proef: bool) -> Callable[[bool], None]:
    """Make what an act calls to have written, now, what it prepared so far."""

    def write_now(ongezien: bool) -> None:
        if proef:
            return
        changed = None if prepared.ingrepen or ongezien else prepared.find_changed()
        if changed is not None:
            raise IntussenVeranderdError(changed)
        commit(prepared, root, call.daad.opdracht, ongezien, call.merk)
        prepared.start_anew()

    return write_now


def _check_answers(outcome: Uitkomst, opdracht: Opdracht) -> Uitkomst:
    """Refuse answers to questions that are not put any more: they were about another state."""
    if set(opdracht.antwoorden) <= opdracht.gesteld or outcome.is_onbruikbaar:
        return outcome
    return replace(outcome, meldingen=(*outcome.meldingen, melding("antwoord-verlopen")))
