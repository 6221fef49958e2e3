"""``regietafel planning``: the meetings of a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.model import Tafel

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.planning import Jaarplan, Planregel

_JAAR = re.compile(r"20\d\d")


@dutch_command(short_help="Plan de vergaderingen van een jaar.")
@click.argument("doel", nargs=-1, metavar="[TAFEL] JAAR")
@click.option("--neem-over", "neem_over", is_flag=True, help="Maak de mappen, het vergaderschema en de agenda's.")
@keuze_opties
@click.pass_obj
def planning(oproep: Oproep, /, doel: tuple[str, ...], neem_over: bool, als_json: bool, **keuze: bool) -> int:
    """Stel de vergaderingen van een jaar voor: op de gewone dag, om het gewone aantal weken.

    Feestdagen, vrije perioden (regietafel.yaml) en vergaderingen van andere tafels worden ontweken; u ziet
    waarom. Met --neem-over komt er voor elke vergadering een map, en maakt het programma het vergaderschema
    (Word) en twee agenda's (.ics) voor Outlook: een met de vergaderingen en een met uw termijnen.

    \b
    Voorbeeld:
      regietafel planning prt 2027
      regietafel planning prt 2027 --neem-over
    """
    from pipeline.cli.tonen import show_documenten, show_vervolg
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.planning import PlanJaar, ToonPlanning

    tafel, jaar = _split(doel)
    if neem_over:
        return show_documenten(carry_out(oproep, PlanJaar(tafel, jaar, Keuze(**keuze))), als_json)
    uitkomst = carry_out(oproep, ToonPlanning(tafel, jaar))
    if als_json:
        print_json(_as_json(uitkomst))
        return uitkomst.code
    _show(uitkomst.gegevens)
    show_meldingen(uitkomst.meldingen)
    show_vervolg(uitkomst)
    return uitkomst.code


def _split(doel: tuple[str, ...]) -> tuple[str | None, int]:
    years = [word for word in doel if _JAAR.fullmatch(word)]
    tables = [word for word in doel if not _JAAR.fullmatch(word)]
    if len(years) != 1 or len(tables) > 1:
        raise click.UsageError("noem een jaar, zoals: regietafel planning prt 2027.")
    return (tables[0] if tables else None), int(years[0])


def _show(plan: Jaarplan) -> None:
    from pipeline.markering import format_datum

    tafel = plan.tafel
    click.secho(f"{tafel.naam} ({tafel.id}), {plan.jaar}", bold=True)
    koppen = ("Vergadering", "", *(("Voor",) if tafel.voedt else ()), "Waarom niet op de gewone dag")
    show_tabel(koppen, [_cells(tafel, regel) for regel in plan.regels], heel=koppen[:-1])
    if plan.mijlpalen:
        click.echo()
        click.secho("Wetscyclus", bold=True)
        for m in plan.mijlpalen:
            click.echo(f"{format_datum(m.datum)}: {m.naam}{' (afwijkende datum)' if m.is_afwijkend else ''}")


def _cells(tafel: Tafel, regel: Planregel) -> tuple[str, ...]:
    from pipeline.markering import format_datum
    from pipeline.markering.datums import format_weekdag

    fed = (format_datum(regel.voor) if regel.voor else "-",) if tafel.voedt else ()
    return (
        format_weekdag(regel.datum),
        "staat al" if regel.bestaat else "voorstel",
        *fed,
        "; ".join(regel.redenen) or "-",
    )


def _as_json(uitkomst: Uitkomst) -> dict[str, Any]:
    plan: Jaarplan = uitkomst.gegevens
    return {
        "tafel": plan.tafel.id,
        "jaar": plan.jaar,
        "vergaderingen": [
            {
                "datum": regel.datum.isoformat(),
                "gewoon": regel.gewoon.isoformat(),
                "redenen": list(regel.redenen),
                "voor": regel.voor.isoformat() if regel.voor else None,
                "bestaat": regel.bestaat,
            }
            for regel in plan.regels
        ],
        "mijlpalen": [
            {"mijlpaal": m.soort, "naam": m.naam, "datum": m.datum.isoformat(), "afwijkend": m.is_afwijkend}
            for m in plan.mijlpalen
        ],
        "meldingen": [melding_json(m) for m in uitkomst.meldingen],
    }
