"""``regietafel leden``: the members of a table, from and to Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option
from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.model import Bron, Lid, Melding, Reeks, melding


@dutch_command(short_help="Toon de leden van een tafel, of neem ze over uit Excel.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@click.option("--uit", "uit", metavar="LIJST.xlsx", type=click.Path(path_type=Path), help="Lees de leden uit Excel.")
@click.option("--naar", metavar="LIJST.xlsx", type=click.Path(path_type=Path), help="Schrijf de leden naar Excel.")
@click.option("--neem-over", "neem_over", is_flag=True, help="Met --uit: zet de wijzigingen in tafel.yaml.")
@json_option
@click.pass_obj
def leden(
    opdracht: Opdracht, /, tafel: str | None, uit: Path | None, naar: Path | None, neem_over: bool, als_json: bool
) -> int:
    """Toon wie er op deze dag lid is. Met --naar en --uit gaan de leden naar Excel en weer terug.

    Wie niet in het Excel-bestand staat, blijft lid: zet een datum bij Tot als iemand vertrekt. Zo blijven oude
    verslagen kloppen. Zonder --neem-over ziet u alleen wat er zou veranderen.

    \b
    Voorbeeld:
      regietafel leden prt
      regietafel leden prt --naar leden.xlsx
      regietafel leden prt --uit leden.xlsx --neem-over
    """
    reeks = opdracht.reeks(tafel)
    if uit and naar:
        raise click.UsageError("kies --uit of --naar.")
    if neem_over and not uit:
        raise click.UsageError("--neem-over hoort bij --uit LIJST.xlsx.")
    if naar:
        return _write(opdracht, reeks, naar)
    if uit:
        return _read(opdracht, reeks, uit, neem_over, als_json)
    return _show(opdracht, reeks, als_json)


def _show(opdracht: Opdracht, reeks: Reeks, als_json: bool) -> int:
    members = [lid for lid in reeks.tafel.leden if lid.is_lid_op(opdracht.op)]
    if als_json:
        print_json({"tafel": reeks.tafel.id, "leden": [_as_json(lid) for lid in members], "meldingen": []})
        return 0
    show_tabel(
        ("Naam", "Groep", "Organisatie", "Hoedanigheid", "E-mail"),
        [(lid.naam, lid.groep, lid.organisatie, lid.hoedanigheid, lid.email or "-") for lid in members],
        heel=("E-mail",),
    )
    return 0


def _as_json(lid: Lid) -> dict[str, Any]:
    return {
        "id": lid.id,
        "naam": lid.naam,
        "groep": lid.groep,
        "organisatie": lid.organisatie,
        "hoedanigheid": lid.hoedanigheid,
        "van": lid.van.isoformat() if lid.van else None,
        "tot": lid.tot.isoformat() if lid.tot else None,
        "email": lid.email or None,
    }


def _write(opdracht: Opdracht, reeks: Reeks, naar: Path) -> int:
    """Write all members, also former ones."""
    from pipeline.werk.werkbladen import place_werkblad
    from pipeline.werkblad import write_leden

    path = place_werkblad(opdracht, naar, write_leden(f"Leden {reeks.tafel.kort}", reeks.tafel.leden))
    say_written(path)
    say_next(f'pas de lijst aan in Excel, en dan: regietafel leden {reeks.tafel.id} --uit "{path}"')
    return 0


def _read(opdracht: Opdracht, reeks: Reeks, uit: Path, neem_over: bool, als_json: bool) -> int:
    from pipeline.notatie import compare_leden
    from pipeline.werkblad import read_leden
    from pipeline.werkmap import read_bytes

    try:
        content = read_bytes(uit)
    except OSError:
        opdracht.stop(melding("bestand-onleesbaar", f"{uit} kan niet worden gelezen."))
    lijst, found = read_leden(content, uit.name)
    changes = compare_leden(reeks.tafel.leden, lijst) if not opdracht.finish(found) else ()
    if neem_over and changes:
        found += _take_over(opdracht, reeks, lijst)
    if als_json:
        rows = [{"id": c.id, "soort": c.soort, "naam": c.naam, "velden": [list(v) for v in c.velden]} for c in changes]
        print_json({"wijzigingen": rows, "meldingen": [melding_json(m) for m in found]})
        return opdracht.finish(found)
    show_meldingen(found)
    for change in changes:
        fields = "; ".join(f"{name}: {old or '(leeg)'} wordt {new or '(leeg)'}" for name, old, new in change.velden)
        note = "staat niet in de lijst en blijft lid" if change.soort == "ontbreekt" else fields
        click.echo(f"{change.soort}: {change.naam} ({change.id}){': ' + note if note else ''}")
    if opdracht.finish(found):
        click.echo("Er is niets geschreven. Los eerst op wat hierboven als fout staat.", err=True)
    elif not any(c.soort != "ontbreekt" for c in changes):
        click.echo("Er is niets te wijzigen.")
    elif neem_over:
        say_written(opdracht.inhoud.paden.show(opdracht.inhoud.paden.tafel(reeks.tafel.id)))
    else:
        say_next(f'regietafel leden {reeks.tafel.id} --uit "{uit}" --neem-over')
    return opdracht.finish(found)


def _take_over(opdracht: Opdracht, reeks: Reeks, lijst: tuple[Lid, ...]) -> tuple[Melding, ...]:
    from pipeline.notatie import update_leden
    from pipeline.werk.agendatekst import edit_record

    path = opdracht.inhoud.paden.tafel(reeks.tafel.id)
    found = edit_record(opdracht, path, lambda text: update_leden(text, reeks.tafel.leden, lijst))
    shown = opdracht.inhoud.paden.show(path)
    return tuple(melding(m.code, f"{shown} kan niet worden bijgewerkt.", Bron(shown)) for m in found)
