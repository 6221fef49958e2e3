"""The next steps as a numbered menu: what ``regietafel`` offers when it is started with a double click."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass

import click

from pipeline.cli.opdracht import Opdracht
from pipeline.cli.status import Standen, find_standen, say_how, show_standen, sort_stappen

MAX_STAPPEN = 8
Uitvoerder = Callable[[Opdracht, list[str]], None]


@dataclass(frozen=True, slots=True)
class Keuzepunt:
    """A line of the menu: what it says, and the words to run; a line without words is something to do by hand."""

    tekst: str
    woorden: tuple[str, ...] = ()


def run_menu(opdracht: Opdracht, run: Uitvoerder) -> None:
    """Offer the next steps until the user stops; after each, the status as it is then."""
    while True:
        points = build_menu(opdracht, find_standen(opdracht))
        choice = _ask(points)
        if choice is None:
            return
        if choice.woorden:
            click.echo(f"> regietafel {shlex.join(choice.woorden)}")
            run(opdracht, list(choice.woorden))
            opdracht.reload()
        else:
            click.echo(f"Dit doet u zelf: {choice.tekst}.")
        click.echo()
        if not _go_on():
            return
        show_standen(opdracht, find_standen(opdracht))


def build_menu(opdracht: Opdracht, standen: Standen) -> tuple[Keuzepunt, ...]:
    """Return the most urgent steps, and what one may want to do at any time."""
    steps = [_point(say_how(stap), stap.wat) for stap in sort_stappen(standen)[:MAX_STAPPEN]]
    table = standen[0][0].tafel.id if standen else None
    at_any_time = (
        *((Keuzepunt("De open acties tonen", ("acties", table, "--open")),) if table else ()),
        Keuzepunt("De verslagen controleren", ("controleer",)),
        *((Keuzepunt(f"Het jaar {opdracht.op.year + 1} plannen", ("planning", table, str(opdracht.op.year + 1))),)
          if table else ()),
    )  # fmt: skip
    return (*steps, *at_any_time)


def _point(how: str, what: str) -> Keuzepunt:
    words = shlex.split(how) if how.startswith("regietafel ") else []
    if not words:
        return Keuzepunt(how)
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
