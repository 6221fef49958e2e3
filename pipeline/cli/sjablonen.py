"""``regietafel sjablonen``: what the templates of documents and mails use, and what they could use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option
from pipeline.cli.scherm import melding_json, print_json, show_meldingen

if TYPE_CHECKING:
    from pipeline.model.sjabloon import SjabloonBeschrijving, SjabloonWoord


@dutch_command(short_help="Toon wat de sjablonen gebruiken en kunnen gebruiken.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@json_option
@click.pass_obj
def sjablonen(opdracht: Opdracht, /, tafel: str | None, als_json: bool) -> int:
    """Toon van elk sjabloon waar het staat, welke namen het gebruikt en welke er nog meer zijn: eerst van de
    Word-sjablonen, dan van de teksten van de mails.

    Een sjabloon in templates/TAFEL gaat voor dat in templates, en dat gaat voor het meegeleverde.

    \b
    Voorbeeld:
      regietafel sjablonen
      regietafel sjablonen prt
    """
    found = _describe_all(opdracht, tafel)
    meldingen = tuple(m for beschrijving in found for m in beschrijving.meldingen)
    if als_json:
        print_json({"sjablonen": [_as_json(b) for b in found], "meldingen": [melding_json(m) for m in meldingen]})
        return opdracht.finish(meldingen)
    for beschrijving in found:
        _show(beschrijving)
    show_meldingen(meldingen)
    return opdracht.finish(meldingen)


def _describe_all(opdracht: Opdracht, tafel: str | None) -> list[SjabloonBeschrijving]:
    from pipeline.documenten import DOCUMENTSOORTEN, beschrijf_sjabloon, packaged_sjabloon
    from pipeline.rondzending import MAILSJABLONEN
    from pipeline.werkmap import read_bytes

    paden = opdracht.inhoud.paden
    tables = [opdracht.reeks(tafel).tafel.id] if tafel else [r.tafel.id for r in opdracht.inhoud.reeksen] or [""]
    found: dict[str, SjabloonBeschrijving] = {}
    every = [(soort.sjabloon, beschrijf_sjabloon) for soort in DOCUMENTSOORTEN]
    every += [(naam, _describe_mail) for naam in MAILSJABLONEN]
    for sjabloon, describe in every:
        for table in tables:
            own = next((p for p in paden.sjablonen(table, sjabloon) if p.is_file() and paden.is_inside(p)), None)
            naam = paden.show(own) if own else f"{sjabloon} (meegeleverd)"
            if naam not in found:
                found[naam] = describe(read_bytes(own) if own else packaged_sjabloon(sjabloon), naam)
    return list(found.values())


def _describe_mail(data: bytes, naam: str) -> SjabloonBeschrijving:
    from pipeline.notatie import read_brontekst
    from pipeline.rondzending import beschrijf_mailsjabloon

    bron, found = read_brontekst(data, naam)
    beschrijving = beschrijf_mailsjabloon(bron.tekst, naam)
    return replace(beschrijving, meldingen=found + beschrijving.meldingen)


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
