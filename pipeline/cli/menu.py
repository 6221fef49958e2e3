"""The next steps as a numbered menu: what ``regietafel`` offers when it is started with a double click."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from pipeline.cli.opdracht import Oproep
from pipeline.cli.status import show_standen
from pipeline.cli.tonen import write_opdracht
from pipeline.cli.vragen import carry_out
from pipeline.werk.status import Overzicht, ToonStatus

if TYPE_CHECKING:
    from pipeline.werk import Vervolg

MAX_STAPPEN = 8
Uitvoerder = Callable[[Oproep, list[str]], None]


@dataclass(frozen=True, slots=True)
class Keuzepunt:
    """A line of the menu: what it says, and the words to run."""

    tekst: str
    woorden: tuple[str, ...]


def run_menu(oproep: Oproep, run: Uitvoerder) -> None:
    """Offer the next steps until the user stops; after each, the status as it is then."""
    while True:
        choice = _ask(build_menu(carry_out(oproep, ToonStatus()).gegevens))
        if choice is None:
            return
        click.echo(f"> regietafel {shlex.join(choice.woorden)}")
        run(oproep, list(choice.woorden))
        click.echo()
        if not _go_on():
            return
        show_standen(carry_out(oproep, ToonStatus()))


def build_menu(overzicht: Overzicht) -> tuple[Keuzepunt, ...]:
    """Return the most urgent steps, and what one may want to do at any time."""
    steps = [_point(vervolg) for _, vervolg in overzicht.te_doen[:MAX_STAPPEN]]
    table = overzicht.tafels[0].tafel.id if overzicht.tafels else None
    year = str(overzicht.op.year + 1)
    at_any_time = (
        *((Keuzepunt("De open acties tonen", ("acties", table, "--open")),) if table else ()),
        Keuzepunt("De verslagen controleren", ("controleer",)),
        *((Keuzepunt(f"Het jaar {year} plannen", ("planning", table, year)),) if table else ()),
    )
    return (*steps, *at_any_time)


def _point(vervolg: Vervolg) -> Keuzepunt:
    words = shlex.split(write_opdracht(vervolg.daad, vervolg.argumenten))
    what = vervolg.tekst
    return Keuzepunt(f"{what[:1].upper()}{what[1:]}: {' '.join(words[2:] or words[1:])}", tuple(words[1:]))


def _ask(points: tuple[Keuzepunt, ...]) -> Keuzepunt | None:
    click.secho("Wat wilt u doen?", bold=True)
    for number, point in enumerate(points, 1):
        click.echo(f"{number:>3}. {point.tekst}")
    click.echo("  0. Stoppen")
    while True:
        answer = click.prompt("Typ een nummer en druk op Enter", default="0", show_default=False).strip()
        if answer in ("0", "q", "stop"):
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(points):
            return points[int(answer) - 1]
        click.echo(f"{answer} staat niet in de lijst. Kies een nummer van 0 tot en met {len(points)}.")


def _go_on() -> bool:
    answer = click.prompt("Enter voor het menu, 0 om te stoppen", default="", show_default=False)
    return answer.strip() not in ("0", "q", "stop")
