"""``regietafel reacties``: what came in on circulated minutes, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_geschreven, show_vervolg

if TYPE_CHECKING:
    from pipeline.model import Reactie, ReactieAntwoord
    from pipeline.werk import Uitkomst
    from pipeline.werk.reacties import Reactielijst

_ANTWOORD = {None: "nog niet besloten", "overnemen": "overnemen", "bespreken": "bespreken",
             "niet_overnemen": "niet overnemen"}  # fmt: skip


@dutch_command(short_help="Toon de reacties op een rondgezonden verslag, en beslis erover.")
@doel_argument
@click.option("--neem-over", "neem_over", metavar="NUMMERS", default="", help="Neem deze reacties over, zoals 1,3.")
@click.option("--bespreek", metavar="NUMMERS", default="", help="Bespreek deze reacties in de vergadering.")
@click.option("--wijs-af", "wijs_af", metavar="NUMMERS", default="", help="Neem deze reacties niet over; met --reden.")
@click.option("--reden", metavar="TEKST", default="", help="Waarom u ze niet overneemt.")
@click.option("--van", "wie", metavar="WIE", default="", help="Noteer een reactie van deze persoon.")
@click.option(
    "--punt", metavar="PUNT", default="", help="Bij --van: het punt waar zij over gaat; leeg: waar de woorden staan."
)
@click.option("--oud", metavar="WOORDEN", default="", help="Bij --van: de woorden die anders moeten.")
@click.option("--nieuw", metavar="WOORDEN", default="", help="Bij --van: de nieuwe woorden; leeg: ze vervallen.")
@click.option("--opmerking", metavar="TEKST", default="", help="Bij --van: een opmerking, zonder nieuwe woorden.")
@click.option(
    "--concept", is_flag=True, help="Maak het conceptverslag met wat u overneemt als bijgehouden wijzigingen."
)
@click.option("--word", is_flag=True, help="Maak het overzicht van reacties als Word-bestand, voor de voorzitter.")
@json_option
@click.pass_obj
def reacties(
    oproep: Oproep,
    /,
    doel: tuple[str, ...],
    neem_over: str,
    bespreek: str,
    wijs_af: str,
    reden: str,
    wie: str,
    punt: str,
    oud: str,
    nieuw: str,
    opmerking: str,
    concept: bool,
    word: bool,
    als_json: bool,
) -> int:
    """Toon wie wat gewijzigd wil zien in een verslag dat is rondgezonden. De reacties leest u in met
    regietafel lees MAP --vergelijk VERZONDEN; ze staan in reacties.yaml, naast het verslag.

    Wat u overneemt, gaat bij vaststellen vanzelf mee, met de naam van wie erom vroeg. Zonder DATUM: het laatste
    verslag dat is rondgezonden en nog niet is vastgesteld.

    \b
    Voorbeeld:
      regietafel reacties
      regietafel reacties prt 2026-01-23 --neem-over 1,3
      regietafel reacties prt 2026-01-23 --wijs-af 2 --reden "Dat is niet gezegd."
      regietafel reacties prt 2026-01-23 --van "secretaris PRT" --oud "in april" --nieuw "in mei"
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.reacties import BeantwoordReactie, MaakReactieoverzicht, NoteerReactie, ToonReacties

    given: tuple[tuple[ReactieAntwoord, str], ...] = (
        ("overnemen", neem_over),
        ("bespreken", bespreek),
        ("niet_overnemen", wijs_af),
    )
    chosen = [(antwoord, _read_nummers(written)) for antwoord, written in given if written]
    if len(chosen) > 1:
        raise click.UsageError("kies een van --neem-over, --bespreek en --wijs-af.")
    target = split_doel(oproep, doel)
    if word:
        from pipeline.cli.tonen import show_documenten

        return show_documenten(carry_out(oproep, MaakReactieoverzicht(*target)), als_json)
    if wie or oud or opmerking:
        if chosen:
            raise click.UsageError("noteer eerst de reactie, en beslis er daarna over.")
        return _show(carry_out(oproep, NoteerReactie(*target, wie, punt, oud, nieuw, opmerking)), als_json)
    if concept:
        from pipeline.cli.tonen import show_documenten
        from pipeline.werk.vaststellen import MaakWijzigingsvoorstel

        return show_documenten(carry_out(oproep, MaakWijzigingsvoorstel(*target)), als_json)
    if not chosen:
        return _show(carry_out(oproep, ToonReacties(*target)), als_json)
    antwoord, nummers = chosen[0]
    return _show(carry_out(oproep, BeantwoordReactie(*target, nummers, antwoord, reden)), als_json)


def _read_nummers(written: str) -> tuple[int, ...]:
    words = [word.strip() for word in written.split(",") if word.strip()]
    if not words or not all(word.isdecimal() for word in words):
        raise click.UsageError(f"noem nummers, zoals 1,3: {written}")
    return tuple(int(word) for word in words)


def _show(uitkomst: Uitkomst, als_json: bool) -> int:
    from pipeline.markering import format_datum

    lijst: Reactielijst = uitkomst.gegevens
    if als_json:
        found = [_as_json(nummer, reactie) for nummer, reactie in enumerate(lijst.reacties, 1)]
        print_json({"tafel": lijst.tafel, "datum": lijst.datum.isoformat(), "reacties": found,
                    "meldingen": [melding_json(m) for m in uitkomst.meldingen]})  # fmt: skip
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    if not lijst.reacties:
        click.echo(f"Op het verslag van {format_datum(lijst.datum)} zijn geen reacties ingelezen.")
        return uitkomst.code
    click.secho(f"Reacties op het verslag van {format_datum(lijst.datum)}", bold=True)
    for nummer, reactie in enumerate(lijst.reacties, 1):
        click.echo(f"{nummer:>3}. {reactie.wie}, {reactie.punt or 'begin van het stuk'}: {_words(reactie)}")
        why = f": {reactie.reden}" if reactie.reden else ""
        click.echo(f"     {_ANTWOORD[reactie.antwoord]}{why}")
    show_geschreven(uitkomst)
    show_vervolg(uitkomst)
    return uitkomst.code


def _words(reactie: Reactie) -> str:
    if reactie.soort == "opmerking":
        return f'opmerking bij "{reactie.oud}": {reactie.nieuw}' if reactie.oud else f"opmerking: {reactie.nieuw}"
    if reactie.soort == "gewijzigd":
        return f'"{reactie.oud}" wordt "{reactie.nieuw}"'
    return f'{reactie.soort} "{reactie.nieuw or reactie.oud}"'


def _as_json(nummer: int, reactie: Reactie) -> dict[str, Any]:
    return {
        "nr": nummer,
        "wie": reactie.wie,
        "soort": reactie.soort,
        "punt": reactie.punt or None,
        "oud": reactie.oud or None,
        "nieuw": reactie.nieuw or None,
        "antwoord": reactie.antwoord,
        "reden": reactie.reden or None,
        "ontvangen": reactie.ontvangen.isoformat() if reactie.ontvangen else None,
        "bestand": reactie.bestand or None,
    }
