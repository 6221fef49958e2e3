"""From a request to an Uitkomst: the act is done, and what it asks is asked of whoever sits at the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.scherm import show_meldingen
from pipeline.werk import Gesprek, Hersteld, Uitkomst, Vraag, doe

if TYPE_CHECKING:
    from pipeline.cli.opdracht import Oproep
    from pipeline.werk.verzoek import Verzoek


def carry_out(oproep: Oproep, verzoek: Verzoek, proef: bool = False) -> Uitkomst:
    """Do what is asked and return its outcome; a request that cannot be begun ends the call here."""
    answers: dict[str, str] = {}
    gesprek = Gesprek(answers, mag_vragen=sys.stdin.isatty(), volgt=_Voortgangsbalk())
    while True:
        outcome = doe(oproep.map, oproep.op, verzoek, proef=proef, gesprek=gesprek)
        _say_hersteld(outcome.hersteld)
        if not (gesprek.mag_vragen and outcome.vragen):
            break
        answers |= {vraag.id: _ask(vraag) for vraag in outcome.vragen}
    if outcome.bezwaar:
        raise click.UsageError(outcome.bezwaar)
    if outcome.is_onbruikbaar or outcome.is_gestoord:
        show_meldingen(outcome.meldingen)
        raise click.exceptions.Exit(outcome.code)
    return outcome


class _Voortgangsbalk:
    """Shows how far long work is, where there is somebody to see it."""

    def __init__(self) -> None:
        self._balk: Any = None

    def __call__(self, wat: str, klaar: int, totaal: int) -> None:
        if totaal < 2 or not sys.stderr.isatty():
            return
        if self._balk is None:
            from rich.console import Console
            from rich.progress import Progress

            self._balk = Progress(console=Console(stderr=True), transient=True)
            self._taak = self._balk.add_task(wat, total=totaal)
            self._balk.start()
        self._balk.update(self._taak, completed=klaar)
        if klaar == totaal:
            self._balk.stop()
            self._balk = None


def _ask(vraag: Vraag) -> str:
    """Put a question, as often as it takes to get one of its answers."""
    if vraag.antwoorden == ("ja", "nee"):
        return "ja" if click.confirm(vraag.tekst, default=vraag.gewoon == "ja", err=True) else "nee"
    choice = click.Choice(vraag.antwoorden) if vraag.antwoorden else None
    return str(click.prompt(vraag.tekst, type=choice, hide_input=vraag.geheim, err=True))


def _say_hersteld(hersteld: tuple[Hersteld, ...]) -> None:
    """Say which command was put back, and which files were not, since somebody changed them."""
    for done in hersteld:
        click.echo(
            f"De opdracht {done.opdracht} van {done.sinds:%H.%M} uur was niet afgemaakt. Dat is teruggezet.", err=True
        )
        for shown in done.gebleven:
            text = f"  {shown} is daarna veranderd en blijft zoals het nu is; de oude tekst staat in oud."
            click.echo(text, err=True)
