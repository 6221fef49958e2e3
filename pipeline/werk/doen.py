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
    IntussenVeranderdError,
    Voorbereiding,
    commit,
    find_werkmap,
    is_nieuwer,
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
    gesprek = gesprek or Gesprek()
    daad = find_daad(verzoek.daad)
    opdracht = _begin(map, op, proef, gesprek)
    if daad.aard in (Aard.KIJKT, Aard.BUITENOM):
        return _run(daad, opdracht, verzoek)
    root = find_werkmap(map) if map.is_dir() else None
    try:
        hersteld = put_back(root) if root is not None else ()
        again = lambda: _begin(map, op, proef, gesprek)  # noqa: E731
        outcome = _prepare_and_write(daad, again, verzoek, root, _Voorwaarde(plan, gesprek.mag_vragen))
    except STORINGEN as error:
        return explain_storing(error)
    return replace(outcome, hersteld=(*hersteld, *outcome.hersteld))


def _begin(map: Path, op: date, proef: bool, gesprek: Gesprek) -> Opdracht:
    return Opdracht(map, op, gesprek.antwoorden, proef, gesprek.mag_vragen, gesprek.volgt, gesprek.geheugen)


def put_back(root: Path, ook_van_elders: bool = False) -> tuple[Hersteld, ...]:
    """Put back what an act on this computer left half done, and on others where that is asked for."""
    done = () if is_nieuwer(root) else take_back_half_af(root, ook_van_elders)
    return tuple(
        Hersteld(d.half_af.daad, d.half_af.sinds, tuple(p.relative_to(root).as_posix() for p in d.gebleven))
        for d in done
    )


@dataclass(frozen=True, slots=True)
class _Voorwaarde:
    """What must be so before anything is written."""

    plan: str
    mag_vragen: bool

    def holds_back(self, outcome: Uitkomst) -> bool:
        """Tell whether nothing is written now: somebody has to answer, or agreed to something else."""
        is_asked = bool(outcome.vragen) and self.mag_vragen
        is_other = bool(self.plan) and outcome.plan != self.plan
        return is_asked or is_other or any(m.code == "antwoord-verlopen" for m in outcome.meldingen)


def _prepare_and_write(
    daad: Daad, begin: Callable[[], Opdracht], verzoek: Verzoek, root: Path | None, voorwaarde: _Voorwaarde
) -> Uitkomst:
    for _ in range(_POGINGEN):
        opdracht = begin()
        try:
            with voorbereiding() as prepared:
                opdracht.vastleggen = _make_vastleggen(daad, prepared, root, opdracht.is_proef)
                outcome = _check_answers(_run(daad, opdracht, verzoek), opdracht)
            if outcome.bezwaar or outcome.is_onbruikbaar:
                return outcome
            if prepared.is_mislukt and daad.aard is Aard.HEEL:
                return replace(outcome, geschreven=(), gedaan=(), vervolg=())
            outcome = replace(outcome, plan=hash_plan(prepared, root or opdracht.map))
            if opdracht.is_proef or voorwaarde.holds_back(outcome):
                return outcome
            commit(prepared, root, daad.opdracht)
        except IntussenVeranderdError as changed:
            last = changed
        else:
            return outcome
    raise last


def _make_vastleggen(daad: Daad, prepared: Voorbereiding, root: Path | None, is_proef: bool) -> Any:
    def write_now(ongezien: bool) -> None:
        if is_proef:
            return
        changed = None if prepared.ingrepen or ongezien else prepared.find_changed()
        if changed is not None:
            raise IntussenVeranderdError(changed)
        commit(prepared, root, daad.opdracht, ongezien)
        prepared.start_anew()

    return write_now


def _run(daad: Daad, opdracht: Opdracht, verzoek: Verzoek) -> Uitkomst:
    """Carry out the act; where it ends early, say why."""
    try:
        outcome = daad.load()(opdracht, verzoek)
    except Gestopt as stop:
        outcome = Uitkomst(meldingen=stop.meldingen, is_onbruikbaar=True)
    except VerkeerdVerzoek as wrong:
        outcome = Uitkomst(bezwaar=str(wrong))
    return replace(outcome, gedaan=(*opdracht.gedaan, *outcome.gedaan), vragen=(*opdracht.vragen, *outcome.vragen))


def _check_answers(outcome: Uitkomst, opdracht: Opdracht) -> Uitkomst:
    """Refuse answers to questions that are not put any more: they were about another state."""
    if set(opdracht.antwoorden) <= opdracht.gesteld or outcome.is_onbruikbaar:
        return outcome
    return replace(outcome, meldingen=(*outcome.meldingen, melding("antwoord-verlopen")))
