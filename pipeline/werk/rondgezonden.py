"""Minutes that went round: which are meant, and where words stand in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.model import Bron, Reeks, Tekstwijziging, melding
from pipeline.werk.opdracht import Opdracht, pick_datum


def pick_rondgezonden(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the last whose minutes went round; minutes that did not are simply edited."""
    sent = [d for d in reeks.data if reeks.is_rondgezonden(d) or reeks.is_vastgesteld(d)]
    datum = pick_datum(opdracht, reeks, gevraagd or (sent[-1] if sent else None), gehouden=True)
    if datum not in sent:
        text = f"Het verslag van {datum.isoformat()} is nog niet rondgezonden."
        hulp = "Verbeter de woorden in het verslag zelf."
        opdracht.stop(melding("niet-rondgezonden", text, hulp=hulp))
    return datum


def check_plaats(opdracht: Opdracht, reeks: Reeks, datum: date, wijziging: Tekstwijziging) -> Tekstwijziging:
    """Return the change with its place; where the words don't stand there exactly once the act ends and says so."""
    from pipeline.notatie import apply_wijzigingen, find_plaatsen, read_brontekst
    from pipeline.werkmap import read_bytes

    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    bron, _ = read_brontekst(read_bytes(path), opdracht.show(path))
    if not wijziging.punt:
        places = find_plaatsen(bron.tekst, wijziging.oud)
        if len(places) > 1:
            text = f"De oude woorden staan in meer punten: {', '.join(places)}."
            opdracht.stop(melding("wijziging-onmogelijk", text, Bron(bron.bestand), "Noem het punt met --punt."))
        wijziging = replace(wijziging, punt=places[0] if places else "kop")
    _, problems = apply_wijzigingen(bron.tekst, (wijziging,))
    if problems:
        opdracht.stop(*(replace(m, bron=m.bron or Bron(bron.bestand)) for m in problems))
    return wijziging
