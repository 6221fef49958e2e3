"""``regietafel sjablonen``: what the templates of documents and mails use, and what they could use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import melding_json, print_json, show_meldingen

if TYPE_CHECKING:
    from pipeline.model.sjabloon import SjabloonBeschrijving, SjabloonWoord


@dutch_command(short_help="Toon wat de sjablonen gebruiken en kunnen gebruiken.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@json_option
@click.pass_obj
def sjablonen(oproep: Oproep, /, tafel: str | None, als_json: bool) -> int:
    """Toon van elk sjabloon waar het staat, welke namen het gebruikt en welke er nog meer zijn: eerst van de
    Word-sjablonen, dan van de teksten van de mails.

    Een sjabloon in templates/TAFEL gaat voor dat in templates, en dat gaat voor het meegeleverde.

    \b
    Voorbeeld:
      regietafel sjablonen
      regietafel sjablonen prt
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.sjablonen import ToonSjablonen

    uitkomst = carry_out(oproep, ToonSjablonen(tafel))
    if als_json:
        found = [_as_json(b) for b in uitkomst.gegevens]
        print_json({"sjablonen": found, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    for beschrijving in uitkomst.gegevens:
        _show(beschrijving)
    show_meldingen(uitkomst.meldingen)
    return uitkomst.code


def _show(beschrijving: SjabloonBeschrijving) -> None:
    click.secho(beschrijving.naam, bold=True)
    for heading, words in (("Gebruikt", beschrijving.gebruikt), ("Kan ook", beschrijving.beschikbaar)):
        click.echo(f"  {heading}:" if words else f"  {heading}: niets")
        for word in words:
            click.echo(f"    {_describe(word)}")
    click.echo()


def _describe(word: SjabloonWoord) -> str:
    shown = " ".join(word.voorbeeld.split())
    example = f" - bijvoorbeeld: {shown[:60]}" if shown else ""
    return f"{word.pad}{' (lijst)' if word.is_lijst else ''}: {word.uitleg}{example}"


def _as_json(beschrijving: SjabloonBeschrijving) -> dict[str, Any]:
    def words(items: tuple[SjabloonWoord, ...]) -> list[dict[str, Any]]:
        return [{"naam": w.pad, "uitleg": w.uitleg, "voorbeeld": w.voorbeeld, "lijst": w.is_lijst} for w in items]

    return {
        "sjabloon": beschrijving.naam,
        "gebruikt": words(beschrijving.gebruikt),
        "beschikbaar": words(beschrijving.beschikbaar),
    }
