"""``regietafel controleer``: the second reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.cli.tonen import show_geschreven
from pipeline.model import Ernst, Melding

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst


@dutch_command(short_help="Controleer de bestanden van een vergadering, of alles.")
@doel_argument
@click.option("--herstel", is_flag=True, help="Verbeter bestandsnamen, en namen in het verslag, die net anders zijn.")
@click.option("--negeer", metavar="NUMMER", type=int, help="Aanvaard dit punt; het telt dan niet meer mee.")
@click.option("--reden", metavar="TEKST", help="Waarom u het punt aanvaardt (hoort bij --negeer).")
@click.option("--in-word", "in_word", is_flag=True, help="Zet de punten als opmerkingen in een kopie van Word.")
@json_option
@click.pass_obj
def controleer(
    oproep: Oproep,
    /,
    doel: tuple[str, ...],
    herstel: bool,
    negeer: int | None,
    reden: str | None,
    in_word: bool,
    als_json: bool,
) -> int:
    """Controleer wat er is ingevuld, en noem alles wat niet klopt in een keer: waar, wat en wat u kunt doen.

    Zonder TAFEL en DATUM: alle vergaderingen. Met --in-word staan de punten van een vergadering als opmerkingen
    in een kopie van het Word-bestand.

    \b
    Voorbeeld:
      regietafel controleer
      regietafel controleer prt 2026-01-23 --herstel
      regietafel controleer prt 2026-01-23 --negeer 2 --reden "klopt zo"
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.controle import AanvaardPunt, Controleer, Herstel

    tafel, datum = split_doel(oproep, doel)
    if negeer is not None:
        show_geschreven(carry_out(oproep, AanvaardPunt(tafel, datum, negeer, reden or "")))
    elif herstel:
        _say_hersteld(carry_out(oproep, Herstel(tafel, datum)))
    if in_word:
        from pipeline.cli.tonen import show_kopie
        from pipeline.werk.in_word import ZetPuntenInWord

        return show_kopie(carry_out(oproep, ZetPuntenInWord(tafel, datum)))
    uitkomst = carry_out(oproep, Controleer(tafel, datum))
    if als_json:
        print_json({"meldingen": [melding_json(m) for m in uitkomst.meldingen]})
    else:
        show_meldingen(uitkomst.meldingen, genummerd=datum is not None)
        _say_sum(uitkomst.meldingen, uitkomst.gegevens)
    return uitkomst.code


def _say_hersteld(uitkomst: Uitkomst) -> None:
    for line in uitkomst.gedaan:
        click.echo(f"  {line}", err=True)
    if uitkomst.gegevens is not None:
        click.echo(f"Verbeterd: {uitkomst.gegevens}", err=True)


def _say_sum(meldingen: tuple[Melding, ...], count: int) -> None:
    """End with a line that says how it stands."""
    open_ones = [m for m in meldingen if m.aanvaard is None]
    by_ernst = [(ernst, sum(m.ernst is ernst for m in open_ones)) for ernst in Ernst]
    names = {Ernst.FOUT: ("fout", "fouten"), Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
             Ernst.TIP: ("tip", "tips")}  # fmt: skip
    parts = [f"{n} {names[ernst][n != 1]}" for ernst, n in by_ernst if n]
    meetings = f"{count} {'vergadering' if count == 1 else 'vergaderingen'} gecontroleerd"
    click.echo(f"{meetings}: {', '.join(parts) or 'alles in orde'}.")
    if parts:
        say_next("verbeter wat hierboven staat en geef de opdracht nog eens.")
