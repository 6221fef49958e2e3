"""``regietafel leden``: the members of a table, from and to Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.model import Lid

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.leden import Ledenlijst, Ledenwijziging


@dutch_command(short_help="Toon de leden van een tafel, of neem ze over uit Excel.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@click.option("--uit", "uit", metavar="LIJST.xlsx", type=click.Path(path_type=Path), help="Lees de leden uit Excel.")
@click.option("--naar", metavar="LIJST.xlsx", type=click.Path(path_type=Path), help="Schrijf de leden naar Excel.")
@click.option("--neem-over", "neem_over", is_flag=True, help="Met --uit: zet de wijzigingen in tafel.yaml.")
@json_option
@click.pass_obj
def leden(
    oproep: Oproep, /, tafel: str | None, uit: Path | None, naar: Path | None, neem_over: bool, als_json: bool
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
    from pipeline.cli.tonen import show_geschreven, show_vervolg
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.leden import SchrijfLeden, ToonLeden, VergelijkLeden, WijzigLeden

    if uit and naar:
        raise click.UsageError("kies --uit of --naar.")
    if neem_over and not uit:
        raise click.UsageError("--neem-over hoort bij --uit LIJST.xlsx.")
    if naar:
        written = carry_out(oproep, SchrijfLeden(tafel, naar))
        show_geschreven(written)
        show_vervolg(written)
        return 0
    if uit:
        verzoek = WijzigLeden(tafel, uit) if neem_over else VergelijkLeden(tafel, uit)
        return _show_wijzigingen(carry_out(oproep, verzoek), als_json)
    return _show(carry_out(oproep, ToonLeden(tafel)).gegevens, als_json)


def _show(lijst: Ledenlijst, als_json: bool) -> int:
    if als_json:
        print_json({"tafel": lijst.tafel.id, "leden": [_as_json(lid) for lid in lijst.leden], "meldingen": []})
        return 0
    show_tabel(
        ("Naam", "Groep", "Organisatie", "Hoedanigheid", "E-mail"),
        [(lid.naam, lid.groep, lid.organisatie, lid.hoedanigheid, lid.email or "-") for lid in lijst.leden],
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


def _show_wijzigingen(uitkomst: Uitkomst, als_json: bool) -> int:
    from pipeline.cli.tonen import show_geschreven, show_vervolg

    changes: tuple[Ledenwijziging, ...] = uitkomst.gegevens
    if als_json:
        rows = [{"id": c.id, "soort": c.soort, "naam": c.naam, "velden": [list(v) for v in c.velden]} for c in changes]
        print_json({"wijzigingen": rows, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    for change in changes:
        fields = "; ".join(f"{name}: {old or '(leeg)'} wordt {new or '(leeg)'}" for name, old, new in change.velden)
        note = "staat niet in de lijst en blijft lid" if change.soort == "ontbreekt" else fields
        click.echo(f"{change.soort}: {change.naam} ({change.id}){': ' + note if note else ''}")
    if uitkomst.code:
        click.echo("Er is niets geschreven. Los eerst op wat hierboven als fout staat.", err=True)
    elif not any(c.soort != "ontbreekt" for c in changes):
        click.echo("Er is niets te wijzigen.")
    else:
        show_geschreven(uitkomst)
        show_vervolg(uitkomst)
    return uitkomst.code
