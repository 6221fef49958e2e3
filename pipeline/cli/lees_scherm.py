"""What ``regietafel lees`` shows of the minutes it read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.scherm import melding_json, print_json
from pipeline.model import Notitie, Verslag, Voorstel
from pipeline.werk.in_word import owner_and_term

if TYPE_CHECKING:
    from pipeline.werk.inlezen import Gelezen, Lezing, Wijziging

_TONEN_VANAF = 0.5  # below that a proposal is more often wrong than right; --json has them all


def print_lezing_json(gelezen: Gelezen) -> None:
    """Print the object of the contract (design, section 6)."""
    found = gelezen.as_json()
    found["meldingen"] += [melding_json(m) for m in gelezen.meldingen]
    print_json(found)


def show_lezing(lezing: Lezing, voorstellen: tuple[Voorstel, ...], toon_wijzigingen: bool) -> None:
    """Say in words what was read."""
    from pipeline.markering import format_datum

    verslag = lezing.verslag
    assert verslag is not None
    click.secho(verslag.tafel or "Verslag", bold=True)
    when = format_datum(lezing.datum) if lezing.datum else "datum niet gevonden"
    click.echo(", ".join(part for part in (when, str(verslag.tijd or ""), verslag.locatie, _status(verslag)) if part))
    _show_deelnemers(verslag)
    if verslag.notulist:
        click.echo(f"Notulist: {verslag.notulist}")
    click.echo("Agendapunten:")
    for number, punt in enumerate(verslag.punten, 1):
        secret = " (vertrouwelijk)" if punt.vertrouwelijk else " (onder embargo)" if punt.embargo else ""
        asked = " (vertrouwelijk?)" if punt.vertrouwelijk_vraag else secret
        click.echo(f"  {punt.nummer or number}. {punt.titel}{asked}")
    _show_acties(verslag.actiepunten, voorstellen)
    if verslag.besluiten:
        click.echo("Besluiten:")
        for besluit in verslag.besluiten:
            click.echo(f"  {besluit.label or '-'} {besluit.tekst}")
    show_notities(lezing.notities)
    if toon_wijzigingen:
        show_wijzigingen(lezing.wijzigingen)


def _status(verslag: Verslag) -> str:
    return "" if verslag.status == "onbekend" else verslag.status


def _show_deelnemers(verslag: Verslag) -> None:
    """Say who were there by group, each as the record will have them, and how many."""
    people = verslag.deelnemers
    present = sum(d.aanwezig for d in people)
    sent_word = sum(d.afgemeld for d in people)
    told = f"{present} aanwezig, " + (f"{sent_word} afgemeld, " if sent_word else "")
    click.echo(f"Deelnemers: {told}{len(people) - present - sent_word} afwezig")
    for group in dict.fromkeys(d.groep or d.organisatie for d in people):
        lines = "; ".join(d.regel for d in people if (d.groep or d.organisatie) == group)
        click.echo(f"  {group}: {lines}" if group else f"  {lines}")


def _show_acties(actiepunten: tuple[Any, ...], voorstellen: tuple[Voorstel, ...]) -> None:
    click.echo("Acties:" if actiepunten else "Acties: geen gemarkeerde acties gevonden")
    for actie in actiepunten:
        click.echo(f"  {actie.label or '-'} {actie.actie}{owner_and_term(actie)}")
    proposed = [v for v in voorstellen if v.soort == "actie" and v.zekerheid >= _TONEN_VANAF]
    if proposed:
        click.echo("Misschien ook acties (niemand heeft ze gemarkeerd):")
        for voorstel in proposed:
            inhoud: Any = voorstel.inhoud
            click.echo(f"  {round(voorstel.zekerheid * 100)}% {inhoud.actie}{owner_and_term(inhoud)}")
            click.echo(f"      {voorstel.reden} ({voorstel.bron})")


def show_notities(notities: tuple[Notitie, ...]) -> None:
    """List the notes for the secretary; they come in no document."""
    if not notities:
        return
    click.echo("Notities voor het secretariaat (komen in geen document):")
    for notitie in notities:
        day = f"{notitie.op:%d-%m-%Y}" if notitie.op else ""
        who = ", ".join(
            part for part in (notitie.auteur, day, f"bij {notitie.plaats}" if notitie.plaats else "") if part
        )
        click.echo(f"  {f'{who}: ' if who else ''}{notitie.tekst}")
        if notitie.bij:
            click.echo(f'      bij de woorden "{notitie.bij[:120]}"')


def show_wijzigingen(wijzigingen: tuple[Wijziging, ...]) -> None:
    """List tracked changes with the numbers ``--kies`` takes."""
    from pipeline.werk.inlezen import write_wijziging

    click.echo("Bijgehouden wijzigingen:" if wijzigingen else "Geen bijgehouden wijzigingen.")
    for number, w in enumerate(wijzigingen, 1):
        click.echo(f"  {number}. {write_wijziging(w)}")
