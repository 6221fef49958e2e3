"""From a request to an Uitkomst: the act is done, and what it asks is asked of whoever sits at the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pipeline.cli.scherm import show_meldingen
from pipeline.werk import Gesprek, Hersteld, Uitkomst, Vraag, doe
from pipeline.werk.uitkomst import ONBRUIKBAAR

if TYPE_CHECKING:
    from pipeline.cli.opdracht import Opdracht
    from pipeline.werk.verzoek import Verzoek


def carry_out(opdracht: Opdracht, verzoek: Verzoek, proef: bool = False) -> Uitkomst:
    """Do what is asked and return its outcome; a request that cannot be begun ends the call here."""
    answers: dict[str, str] = {}
    gesprek = Gesprek(answers, mag_vragen=sys.stdin.isatty())
    while True:
        outcome = doe(opdracht.map, opdracht.op, verzoek, proef=proef, gesprek=gesprek)
        _say_hersteld(outcome.hersteld)
        if not (gesprek.mag_vragen and outcome.vragen):
            break
        answers |= {vraag.id: _ask(vraag) for vraag in outcome.vragen}
    if outcome.bezwaar:
        raise click.UsageError(outcome.bezwaar)
    if outcome.is_onbruikbaar:
        show_meldingen(outcome.meldingen)
        raise click.exceptions.Exit(ONBRUIKBAAR)
    return outcome


def _ask(vraag: Vraag) -> str:
    """Put a question, as often as it takes to get one of its answers."""
    if vraag.antwoorden == ("ja", "nee"):
        return "ja" if click.confirm(vraag.tekst, err=True) else "nee"
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
