"""Edits in agenda.yaml: a command puts an item on an agenda, and leaves the rest as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.model import Agendapunt, Bron, Melding, Reeks, melding
from pipeline.notatie import append_item, format_punt, read_brontekst
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import FileBusyError, rewrite


def edit_record(opdracht: Opdracht, path: Path, change: Callable[[str], str]) -> tuple[Melding, ...]:
    """Change the text of a record by a function; a Melding where it could not be done, and then nothing is written."""
    shown = opdracht.inhoud.paden.show(path)

    def edit(content: bytes) -> bytes:
        bron, _ = read_brontekst(content, shown)
        return bron.with_tekst(change(bron.tekst)).to_bytes()

    try:
        rewrite(path, edit)
    except ValueError:
        tekst = f"{shown} kan niet worden aangevuld: het programma kan het bestand zoals het nu is niet goed lezen."
        return (melding("agenda-niet-aan-te-vullen", tekst, Bron(shown)),)
    except FileBusyError:
        return (melding("in-gebruik", f"{shown} is open in een ander programma. Er is niets geschreven.", Bron(shown)),)
    except OSError:
        return (melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)),)
    return ()


def add_punt(
    opdracht: Opdracht, reeks: Reeks, datum: date, punt: Agendapunt, na: str | None = None
) -> tuple[Melding, ...]:
    """Put an item on an agenda: after the item with number ``na``, else after the last item of the day."""
    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, datum)
    fields = format_punt(replace(punt, nummer=""))
    position = _find_position(reeks, datum, na) if na else None
    return edit_record(opdracht, path, lambda text: append_item(text, "agendapunten", fields, position))


def _find_position(reeks: Reeks, datum: date, na: str) -> int | None:
    """Return where in agenda.yaml an item comes after number ``na``; standing items stand not in that file."""
    vergadering = reeks.vergadering(datum)
    count = 0
    for punt in vergadering.agendapunten if vergadering else ():
        count += punt.bron is not None
        if punt.nummer == na:
            return count
    return None
