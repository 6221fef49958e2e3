"""``regietafel lees``: read minutes as people send them, and say what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import VERKEERD_GEBRUIK, Opdracht, json_option
from pipeline.cli.scherm import print_json, show_meldingen
from pipeline.model import Melding, Organisatie, Voorstel, melding

if TYPE_CHECKING:
    from pipeline.lezen import Lezing

_TONEN_VANAF = 0.5  # below that a proposal is more often wrong than right; --json has them all


@dutch_command(short_help="Lees een verslag (Word, PDF, tekst) en zeg wat erin staat.")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option(
    "--wijzigingen", "toon_wijzigingen", is_flag=True, help="Toon de bijgehouden wijzigingen in een Word-bestand."
)
@json_option
@click.pass_obj
def lees(opdracht: Opdracht, /, bestand: Path, toon_wijzigingen: bool, als_json: bool) -> int:
    """Lees een verslag (.docx, .pdf, .txt, .md, .odt, .doc) en zeg wat erin staat: vergadering, deelnemers,
    agendapunten, acties en besluiten. Acties zonder markering worden voorgesteld, met hoe zeker dat is.

    \b
    Voorbeeld:
      regietafel lees verslag.docx
      regietafel lees verslag.pdf --json
    """
    lezing, meldingen = _read(opdracht, bestand)
    voorstellen = _find_voorstellen(opdracht, lezing, meldingen)
    if als_json:
        _print_json(lezing, voorstellen, meldingen)
    else:
        show_meldingen((*lezing.meldingen, *meldingen))
        if lezing.verslag is not None:
            _show(lezing, voorstellen, toon_wijzigingen)
    if lezing.verslag is None:
        return VERKEERD_GEBRUIK
    return opdracht.finish((*lezing.meldingen, *meldingen))


def _read(opdracht: Opdracht, bestand: Path) -> tuple[Lezing, list[Melding]]:
    from pipeline.lezen import lees as read_minutes
    from pipeline.omzetter import find_omzetter
    from pipeline.werkmap import read_bytes

    path = opdracht.map / bestand
    if not path.is_file():
        tekst = f"{bestand} is een map." if path.is_dir() else f"Het bestand {bestand} bestaat niet."
        opdracht.stop(melding("bestand-onleesbaar", tekst))
    try:
        data = read_bytes(path)
    except OSError:
        opdracht.stop(melding("bestand-onleesbaar", f"{bestand} kan niet worden gelezen."))
    omzetter = find_omzetter(_organisatie(opdracht).omzetter) or ""
    return read_minutes(data, bestand.name, omzetter=omzetter), []


def _organisatie(opdracht: Opdracht) -> Organisatie:
    """Return the settings of the werkmap, where the command is given in one."""
    from pipeline.werkmap import find_werkmap

    inside = opdracht.map.is_dir() and find_werkmap(opdracht.map) is not None
    return opdracht.inhoud.organisatie if inside else Organisatie()


def _find_voorstellen(opdracht: Opdracht, lezing: Lezing, meldingen: list[Melding]) -> tuple[Voorstel, ...]:
    """Let the language pass look for what nobody marked."""
    if lezing.verslag is None:
        return ()
    from pipeline.taal import build_nlp, check_model, zoek_voorstellen

    model = _organisatie(opdracht).taalmodel
    missing = check_model(model)
    if missing is not None:
        meldingen.append(missing)
    return zoek_voorstellen(lezing.verslag, build_nlp(None if missing or not model else model))


def _print_json(lezing: Lezing, voorstellen: tuple[Voorstel, ...], meldingen: list[Melding]) -> None:
    from pipeline.cli.scherm import melding_json
    from pipeline.lezen import to_json
    from pipeline.taal import to_acties_json

    found: dict[str, Any] = to_json(lezing)
    found["acties"] += to_acties_json(voorstellen)
    found["meldingen"] += [melding_json(m) for m in meldingen]
    print_json(found)


def _show(lezing: Lezing, voorstellen: tuple[Voorstel, ...], toon_wijzigingen: bool) -> None:
    """Say in words what was read."""
    from pipeline.markering import format_datum

    verslag = lezing.verslag
    assert verslag is not None
    click.secho(verslag.tafel or "Verslag", bold=True)
    when = format_datum(lezing.datum) if lezing.datum else "datum niet gevonden"
    click.echo(", ".join(part for part in (when, str(verslag.tijd or ""), verslag.locatie, verslag.status) if part))
    present = sum(d.aanwezig for d in verslag.deelnemers)
    click.echo(f"Deelnemers: {present} aanwezig, {len(verslag.deelnemers) - present} afwezig")
    click.echo("Agendapunten:")
    for number, punt in enumerate(verslag.punten, 1):
        click.echo(f"  {punt.nummer or number}. {punt.titel}")
    _show_acties(verslag.actiepunten, voorstellen)
    if verslag.besluiten:
        click.echo("Besluiten:")
        for besluit in verslag.besluiten:
            click.echo(f"  {besluit.label or '-'} {besluit.tekst}")
    if toon_wijzigingen:
        _show_wijzigingen(lezing)


def _show_acties(actiepunten: tuple[Any, ...], voorstellen: tuple[Voorstel, ...]) -> None:
    click.echo("Acties:" if actiepunten else "Acties: geen gemarkeerde acties gevonden")
    for actie in actiepunten:
        click.echo(f"  {actie.label or '-'} {actie.actie}{_owner(actie)}")
    proposed = [v for v in voorstellen if v.soort == "actie" and v.zekerheid >= _TONEN_VANAF]
    if proposed:
        click.echo("Misschien ook acties (niemand heeft ze gemarkeerd):")
        for voorstel in proposed:
            inhoud: Any = voorstel.inhoud
            click.echo(f"  {round(voorstel.zekerheid * 100)}% {inhoud.actie}{_owner(inhoud)}")
            click.echo(f"      {voorstel.reden} ({voorstel.bron})")


def _owner(actie: Any) -> str:
    parts = [actie.actiehouder or "niemand genoemd"]
    if actie.termijn:
        parts.append(actie.termijn.tekst)
    return f" ({', '.join(parts)})"


def _show_wijzigingen(lezing: Lezing) -> None:
    click.echo("Bijgehouden wijzigingen:" if lezing.wijzigingen else "Geen bijgehouden wijzigingen.")
    for w in lezing.wijzigingen:
        words = " -> ".join(f'"{part}"' for part in (w.oud, w.nieuw) if part)
        click.echo(f"  {w.auteur or 'onbekend'}, {w.punt or 'begin van het stuk'}: {w.soort} {words}")
