"""What a user can do about findings: apply the corrections, or accept a finding once and for all."""

from __future__ import annotations

from datetime import date

import click

from pipeline.cli.opdracht import Opdracht
from pipeline.cli.scherm import say_written
from pipeline.controle import Dossier, apply_herstel, propose_herstel
from pipeline.model import Melding, melding


def apply_corrections(opdracht: Opdracht, dossier: Dossier) -> int:
    """Apply every correction that is proposed for the minutes; return how many words were corrected."""
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import lock, rewrite

    paden, tafel, datum = opdracht.inhoud.paden, dossier.tafel.id, dossier.datum
    if dossier.reeks.is_rondgezonden(datum):
        tekst = f"Het verslag van {datum.isoformat()} is al rondgezonden. Er is niets verbeterd."
        opdracht.stop(melding("bevroren-gewijzigd", tekst))
    path = paden.verslag(tafel, datum)
    corrections = [h for h in propose_herstel(dossier) if h.bron.bestand == paden.show(path)]
    if not corrections:
        return 0
    count = 0

    def correct(content: bytes) -> bytes:
        nonlocal count
        bron, _ = read_brontekst(content, paden.show(path))
        text, count = apply_herstel(bron.tekst, corrections)
        return bron.with_tekst(text).to_bytes()

    with lock(paden.map):
        rewrite(path, correct)
    for correction in corrections:
        click.echo(f"  {correction.oud} -> {correction.nieuw} ({correction.bron})", err=True)
    return count


def rename_records(opdracht: Opdracht) -> int:
    """Give every record under a wrong name the right one; return how many there were."""
    from pipeline.werkmap import RECORDS, find_verkeerde_namen, lock, move

    paden = opdracht.inhoud.paden
    reported = {m.bron.bestand for m in opdracht.inhoud.meldingen if m.code == "bestandsnaam" and m.bron}
    folders = dict.fromkeys((paden.map / shown).parent for shown in sorted(reported))
    found = [misnamed for folder in folders for misnamed in find_verkeerde_namen(folder, sorted(RECORDS))]
    count = 0
    with lock(paden.map):
        for misnamed in found:
            if paden.show(misnamed.pad) in reported and not misnamed.goed.exists():
                move(misnamed.pad, misnamed.goed)
                click.echo(f"  {paden.show(misnamed.pad)} -> {misnamed.naam}", err=True)
                count += 1
    return count


def accept_finding(opdracht: Opdracht, tafel: str, datum: date, finding: Melding, reden: str) -> None:
    """Write a finding into the register as accepted, with the reason; nothing else in it changes."""
    from pipeline.notatie import append_to_register, read_brontekst
    from pipeline.werkmap import lock, rewrite

    paden = opdracht.inhoud.paden
    path = paden.register(tafel, datum)
    words = finding.bron.zin if finding.bron and finding.bron.zin else finding.tekst
    fields = {"code": finding.code, "zin": words, "reden": reden}

    def accept(content: bytes) -> bytes:
        bron, _ = read_brontekst(content, paden.show(path))
        return bron.with_tekst(append_to_register(bron.tekst, "negeer", fields)).to_bytes()

    try:
        with lock(paden.map):
            rewrite(path, accept)
    except ValueError:
        opdracht.stop(melding("yaml-opmaak", f"Zet in {paden.show(path)} elk punt onder negeer op een eigen regel."))
    say_written(paden.show(path))
