"""The two calendars of a table, written beside its meetings."""

from __future__ import annotations

from pathlib import Path

from pipeline.model import Bron, Melding, Reeks, melding
from pipeline.planning import (
    Afspraak,
    find_mijlpalen,
    kalender_domein,
    termijn_afspraken,
    vergader_afspraken,
    write_kalender,
)
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import FileBusyError, Geplaatst, is_file, read_bytes, safe_name, write_atomic


def write_kalenders(opdracht: Opdracht, reeks: Reeks) -> tuple[tuple[Geplaatst, ...], tuple[Melding, ...]]:
    """Bring both calendars up to date: that of the meetings, and that of the deadlines."""
    tafel, organisatie = reeks.tafel, opdracht.inhoud.organisatie
    years = {d.year for d in reeks.data} | {opdracht.op.year}
    mijlpalen = tuple(m for year in sorted(years) for m in find_mijlpalen(year, organisatie.mijlpalen))
    folder = opdracht.inhoud.paden.tafelmap(tafel.id)
    outcomes: list[Geplaatst] = []
    meldingen: list[Melding] = []
    for naam, afspraken in (
        (f"Vergaderingen {tafel.kort}", vergader_afspraken(reeks)),
        (f"Termijnen {tafel.kort}", termijn_afspraken(reeks, mijlpalen)),
    ):
        outcome, found = _write(opdracht, folder / f"{safe_name(naam)}.ics", naam, afspraken)
        outcomes += [outcome] if outcome else []
        meldingen += found
    return tuple(outcomes), tuple(meldingen)


def _write(
    opdracht: Opdracht, path: Path, naam: str, afspraken: tuple[Afspraak, ...]
) -> tuple[Geplaatst | None, tuple[Melding, ...]]:
    shown = opdracht.inhoud.paden.show(path)
    domain = kalender_domein(opdracht.inhoud.organisatie.email)
    try:
        before = read_bytes(path) if is_file(path) else None
        content, found = write_kalender(naam, domain, afspraken, opdracht.op, before, shown)
        if content is None:
            return None, found
        return Geplaatst(path, write_atomic(path, content)), found
    except OSError:
        return None, (melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)),)
    except FileBusyError:
        return None, (melding("in-gebruik", f"{shown} is open in een ander programma.", Bron(shown)),)
