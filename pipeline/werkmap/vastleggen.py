"""What an act prepared, done: under the lock of the werkmap, with a journal beside it, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from pipeline.werkmap.journaal import journaal
from pipeline.werkmap.laden import is_nieuwer
from pipeline.werkmap.opslag import IntussenVeranderdError, lock, move, remove_file, write_atomic
from pipeline.werkmap.schijf import Ingreep, MaakMap, Schrijf, Verschuif, Verwijder, Voorbereiding, on_disk
from pipeline.werkmap.terugweg import Daadmerk, note_terugweg


def commit(
    voorbereiding: Voorbereiding,
    werkmap: Path | None,
    daad: str,
    ongezien: bool = False,
    merk: Daadmerk | None = None,
) -> None:
    """Do what was prepared, under the lock of the werkmap: all of it, or nothing.

    IntussenVeranderdError where something it was made from is not as it was any more, and nothing was done; with
    ``ongezien`` that is not looked at. What goes wrong while writing is put back and raised. Without a werkmap it is
    just done. With ``merk`` the logboek keeps what was done, and the way back.
    """
    if not voorbereiding.ingrepen:
        _refuse_changed(voorbereiding, ongezien)
        return
    if werkmap is None:
        with on_disk():
            _carry_out_all(voorbereiding)
        return
    with on_disk(), lock(werkmap):
        _refuse_changed(voorbereiding, ongezien)
        with journaal(werkmap, daad, not is_nieuwer(werkmap)):
            if merk is not None:
                note_terugweg(werkmap, voorbereiding.ingrepen, merk)
            _carry_out_all(voorbereiding)


def _refuse_changed(voorbereiding: Voorbereiding, ongezien: bool) -> None:
    """Raise where something the act looked at is not as it was: also what there was nothing to do about may be now."""
    changed = None if ongezien else voorbereiding.find_changed()
    if changed is not None:
        raise IntussenVeranderdError(changed)


def _carry_out_all(voorbereiding: Voorbereiding) -> None:
    for ingreep in voorbereiding.ingrepen:
        _carry_out(ingreep)
    voorbereiding.start_anew()


def _carry_out(ingreep: Ingreep) -> None:
    match ingreep:
        case Schrijf(path, content, was):
            write_atomic(path, content, was)
        case Verwijder(path):
            remove_file(path)
        case Verschuif(path, target):
            target.parent.mkdir(parents=True, exist_ok=True)
            move(path, target)
        case MaakMap(path):
            path.mkdir(parents=True, exist_ok=True)
