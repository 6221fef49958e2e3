"""An Uitkomst in words: what was done and written, what there is to say, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.model import Ernst

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst, Vervolg


def show_documenten(uitkomst: Uitkomst, als_json: bool = False) -> int:
    """Say what became of an act that makes documents; return the exit code."""
    if als_json:
        return show_lijst(uitkomst)
    show_gedaan(uitkomst)
    show_meldingen(uitkomst.meldingen)
    show_geschreven(uitkomst)
    if not uitkomst.geschreven and uitkomst.code:
        click.echo("Er zijn geen documenten gemaakt. Los eerst op wat hierboven als fout staat.", err=True)
    show_vervolg(uitkomst)
    return uitkomst.code


def show_lijst(uitkomst: Uitkomst) -> int:
    """Say for other programs what was written; return the exit code."""
    files = [{"bestand": g.pad, "gewijzigd": g.gewijzigd} for g in uitkomst.geschreven]
    print_json({"geschreven": files, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
    return uitkomst.code


def show_kopie(uitkomst: Uitkomst) -> int:
    """Say where a copy with comments stands; return the exit code."""
    show_meldingen(m for m in uitkomst.meldingen if m.ernst is not Ernst.TIP)
    show_geschreven(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code


def show_uitkomst(uitkomst: Uitkomst) -> int:
    """Say what there is to say, what was written and done, and what is next; return the exit code."""
    show_meldingen(uitkomst.meldingen)
    show_geschreven(uitkomst)
    show_gedaan(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code


def show_gedaan(uitkomst: Uitkomst) -> None:
    """Say what was done beside writing documents."""
    for line in uitkomst.gedaan:
        click.echo(line)


def show_geschreven(uitkomst: Uitkomst) -> None:
    """Name every file, and where an older one went."""
    for file in uitkomst.geschreven:
        if file.bewaard:
            click.echo(f"Het oude bestand is bewaard als: {file.bewaard}")
        say_written(file.pad, file.gewijzigd)


def show_vervolg(uitkomst: Uitkomst) -> None:
    """Say what to do next."""
    for vervolg in uitkomst.vervolg:
        say_next(write_vervolg(vervolg))


def write_vervolg(vervolg: Vervolg) -> str:
    """Write a next step, with the command that does it: ``bekijk de agenda: regietafel agenda prt``."""
    return (
        vervolg.tekst.replace("{daad}", write_opdracht(vervolg.daad, vervolg.argumenten))
        if vervolg.daad
        else vervolg.tekst
    )


def write_opdracht(daad: str, argumenten: Any) -> str:
    """Write the command of an act: an argument that is not given falls away, with the option before it."""
    from pipeline.werk.daden import find_daad

    words: list[str] = []
    for part in find_daad(daad).regel.split():
        if not part.startswith("{"):
            words.append(part)
            continue
        value = argumenten.get(part[1:-1])
        if value not in (None, "", False):
            words.append(str(value))
        elif words and words[-1].startswith("--"):
            words.pop()
    return f"regietafel {' '.join(words)}"
