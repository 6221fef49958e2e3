"""``regietafel status``: where every meeting stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.model import Reeks

if TYPE_CHECKING:
    from pipeline.planning import Vergaderstand


@dutch_command(short_help="Toon hoe het met elke vergadering staat.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@json_option
@click.pass_obj
def status(opdracht: Opdracht, /, tafel: str | None = None, als_json: bool = False) -> int:
    """Toon van elke vergadering wat er is, wat er nog moet gebeuren en voor wanneer.

    \b
    Voorbeeld:
      regietafel status
      regietafel --op 2026-02-01 status
    """
    reeksen = (opdracht.reeks(tafel),) if tafel else opdracht.inhoud.reeksen
    meldingen = opdracht.inhoud.meldingen
    standen = [(reeks, _standen(opdracht, reeks)) for reeks in reeksen]
    if als_json:
        tafels = [_as_json(opdracht, reeks, found) for reeks, found in standen]
        print_json({"tafels": tafels, "meldingen": [melding_json(m) for m in meldingen]})
        return opdracht.finish(meldingen)
    for reeks, found in standen:
        _show(opdracht, reeks, found)
    show_meldingen(meldingen)
    _say_first_step(opdracht, standen)
    return opdracht.finish(meldingen)


def _standen(opdracht: Opdracht, reeks: Reeks) -> tuple[Vergaderstand, ...]:
    from pipeline.planning import vergaderstanden
    from pipeline.werkmap import list_files

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id

    def bestanden(datum: date) -> tuple[frozenset[str], frozenset[str]]:
        return list_files(paden.vergadering(tafel, datum)), list_files(paden.verslagmap(tafel, datum))

    return vergaderstanden(reeks, opdracht.op, bestanden)


def _as_json(opdracht: Opdracht, reeks: Reeks, standen: tuple[Vergaderstand, ...]) -> dict[str, Any]:
    return {
        "tafel": reeks.tafel.id,
        "naam": reeks.tafel.naam,
        "acties_open": _count_open(opdracht, reeks),
        "vergaderingen": [
            {
                "datum": s.datum.isoformat(),
                "agenda": s.heeft_agenda,
                "agenda_word": s.heeft_agenda_word,
                "verslag": s.verslag,
                "verslag_word": s.heeft_verslag_word,
                "mist": [
                    {
                        "wat": stap.wat,
                        "uiterlijk": stap.uiterlijk.isoformat() if stap.uiterlijk else None,
                        "te_laat": stap.is_te_laat(opdracht.op),
                        "opdracht": stap.opdracht,
                    }
                    for stap in s.mist
                ],
            }
            for s in standen
        ],
    }


def _count_open(opdracht: Opdracht, reeks: Reeks) -> int:
    from pipeline.voortgang import acties_op

    return len(acties_op(reeks, opdracht.op)[0].open)


def _show(opdracht: Opdracht, reeks: Reeks, standen: tuple[Vergaderstand, ...]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from pipeline.markering import format_datum

    click.secho(f"{reeks.tafel.naam} ({reeks.tafel.id})", bold=True)
    if not standen:
        click.echo("  Nog geen vergaderingen.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Vergadering", "Agenda", "Verslag", "Nog te doen", "Uiterlijk"):
        table.add_column(name, overflow="fold")
    for s in standen:
        table.add_row(
            *(Text(cell) for cell in (format_datum(s.datum), _agenda(s), _verslag(s), *_todo(s, opdracht.op)))
        )
    Console().print(table)
    click.echo(f"Open acties: {_count_open(opdracht, reeks)}")
    click.echo()


def _agenda(stand: Vergaderstand) -> str:
    if not stand.heeft_agenda:
        return "ontbreekt"
    return "in Word" if stand.heeft_agenda_word else "ingevuld"


def _verslag(stand: Vergaderstand) -> str:
    if stand.verslag is None:
        return "-"
    return f"{stand.verslag}, in Word" if stand.heeft_verslag_word else stand.verslag


def _todo(stand: Vergaderstand, op: date) -> tuple[str, str]:
    from pipeline.markering import format_datum

    if not stand.mist:
        return "-", ""
    stap = stand.mist[0]
    late = " (te laat)" if stap.is_te_laat(op) else ""
    return stap.wat, f"{format_datum(stap.uiterlijk)}{late}" if stap.uiterlijk else ""


def _say_first_step(opdracht: Opdracht, standen: list[tuple[Reeks, tuple[Vergaderstand, ...]]]) -> None:
    """Name the most urgent thing to do: the one whose day comes first."""
    steps = [stap for _, found in standen for s in found for stap in s.mist]
    if steps:
        say_next(min(steps, key=lambda stap: stap.uiterlijk or date.max).opdracht)
    else:
        say_next("niets: alles is bij. Met regietafel acties --open ziet u wat er nog loopt.")
