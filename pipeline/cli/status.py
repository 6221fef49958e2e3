"""``regietafel status``: where every meeting stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.model import Reeks

if TYPE_CHECKING:
    from pipeline.planning import Stadium, Stap, Vergaderstand

Standen = list[tuple[Reeks, "tuple[Vergaderstand, ...]"]]


@dutch_command(short_help="Toon hoe het met elke vergadering staat.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@json_option
@click.pass_obj
def status(opdracht: Opdracht, /, tafel: str | None = None, als_json: bool = False) -> int:
    """Toon van elke vergadering hoe ver zij is, wat nu te doen is en voor wanneer.

    De stappen: gepland, conceptagenda, akkoord voorzitter, agenda rondgezonden, gehouden, conceptverslag
    rondgezonden, vastgesteld, gepubliceerd.

    \b
    Voorbeeld:
      regietafel status
      regietafel --op 2026-02-01 status prt
    """
    standen = find_standen(opdracht, tafel)
    meldingen = opdracht.inhoud.meldingen
    if als_json:
        tafels = [_as_json(opdracht, reeks, found) for reeks, found in standen]
        print_json({"tafels": tafels, "meldingen": [melding_json(m) for m in meldingen]})
        return opdracht.finish(meldingen)
    show_standen(opdracht, standen)
    show_meldingen(meldingen)
    _say_first_step(opdracht, standen)
    return opdracht.finish(meldingen)


def find_standen(opdracht: Opdracht, tafel: str | None = None) -> Standen:
    """Find where the meetings stand: of one table, or of all, the usual one first."""
    first = opdracht.inhoud.organisatie.tafel
    reeksen = (opdracht.reeks(tafel),) if tafel else sorted(opdracht.inhoud.reeksen, key=lambda r: r.tafel.id != first)
    return [(reeks, _standen(opdracht, reeks)) for reeks in reeksen]


def _standen(opdracht: Opdracht, reeks: Reeks) -> tuple[Vergaderstand, ...]:
    from pipeline.planning import vergaderstanden
    from pipeline.werkmap import list_files

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id

    def bestanden(datum: date) -> tuple[frozenset[str], frozenset[str]]:
        return list_files(paden.vergadering(tafel, datum)), list_files(paden.verslagmap(tafel, datum))

    return vergaderstanden(reeks, opdracht.op, bestanden)


def say_how(stap: Stap) -> str:
    """Return what to type for a step, or how to do it by hand where there is no such command."""
    from pipeline.cli.groep import OPDRACHTEN

    known = {ingang.naam for ingang in OPDRACHTEN}
    return stap.opdracht if stap.opdracht.split()[1] in known or not stap.met_de_hand else stap.met_de_hand


def sort_stappen(standen: Standen) -> list[Stap]:
    """Return what is to be done, the most urgent first."""
    steps = [s.stap for _, found in standen for s in found if s.stap]
    return sorted(steps, key=lambda stap: stap.uiterlijk or date.max)


def _as_json(opdracht: Opdracht, reeks: Reeks, standen: tuple[Vergaderstand, ...]) -> dict[str, Any]:
    return {
        "tafel": reeks.tafel.id,
        "naam": reeks.tafel.naam,
        "acties_open": _count_open(opdracht, reeks),
        "vergaderingen": [_stand_json(opdracht.op, s) for s in standen],
    }


def _stand_json(op: date, stand: Vergaderstand) -> dict[str, Any]:
    return {
        "datum": stand.datum.isoformat(),
        "agenda": stand.heeft_agenda,
        "agenda_word": stand.heeft_agenda_word,
        "verslag": stand.verslag,
        "verslag_word": stand.heeft_verslag_word,
        "afgelast": stand.afgelast or None,
        "stadium": stand.stadium.naam,
        "stadia": [_stadium_json(op, stadium) for stadium in stand.stadia],
        "mist": [_stap_json(op, stand.stap)] if stand.stap else [],
    }


def _stadium_json(op: date, stadium: Stadium) -> dict[str, Any]:
    termijn = stadium.termijn
    late_or_done_late = termijn is not None and termijn.is_te_laat(stadium.op or op)
    return {
        "stadium": stadium.naam,
        "bereikt": stadium.bereikt,
        "op": stadium.op.isoformat() if stadium.op else None,
        "uiterlijk": termijn.uiterlijk.isoformat() if termijn else None,
        "werkdag": termijn.werkdag.isoformat() if termijn else None,
        "dagen": termijn.dagen(op) if termijn and not stadium.bereikt else None,
        "te_laat": late_or_done_late if stadium.op or not stadium.bereikt else False,
    }


def _stap_json(op: date, stap: Stap) -> dict[str, Any]:
    return {
        "wat": stap.wat,
        "uiterlijk": stap.uiterlijk.isoformat() if stap.uiterlijk else None,
        "dagen": stap.termijn.dagen(op) if stap.termijn else None,
        "te_laat": stap.is_te_laat(op),
        "opdracht": say_how(stap),
    }


def _count_open(opdracht: Opdracht, reeks: Reeks) -> int:
    from pipeline.voortgang import acties_op

    return len(acties_op(reeks, opdracht.op)[0].geteld)


def show_standen(opdracht: Opdracht, standen: Standen) -> None:
    """Print a table for each Tafel."""
    for reeks, found in standen:
        _show(opdracht, reeks, found)


def _show(opdracht: Opdracht, reeks: Reeks, standen: tuple[Vergaderstand, ...]) -> None:
    from pipeline.markering import format_datum

    click.secho(f"{reeks.tafel.naam} ({reeks.tafel.id})", bold=True)
    if not standen:
        click.echo(f"Nog geen vergaderingen. Plan ze met: regietafel planning {reeks.tafel.id} {opdracht.op.year + 1}")
        click.echo()
        return
    rows = [
        (format_datum(s.datum), "afgelast" if s.afgelast else s.stadium.tekst, *write_stap(s.stap, opdracht.op))
        for s in standen
    ]
    show_tabel(("Vergadering", "Stand", "Nu te doen", "Uiterlijk", ""), rows, heel=("Vergadering", "Uiterlijk"))
    click.echo(f"Open acties: {_count_open(opdracht, reeks)}")
    for line in _reminders(opdracht, reeks):
        click.echo(line)
    click.echo()


def _reminders(opdracht: Opdracht, reeks: Reeks) -> Iterator[str]:
    """Say what waits beside the chain: proposals for the agenda, and owners to remind."""
    from pipeline.planning import find_wachtende, herinner_dag

    tafel = reeks.tafel.id
    waiting = len(find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu))
    if waiting:
        yield f"Aangemeld voor de agenda: {waiting} (regietafel aangemeld {tafel})"
    following = reeks.volgende(opdracht.op)
    if following is None or opdracht.op < herinner_dag(following) or not _count_open(opdracht, reeks):
        return
    if not (opdracht.inhoud.paden.vergadering(tafel, following) / "herinneringen").is_dir():
        yield f"Nog niet herinnerd aan de open acties: regietafel herinner {tafel} {following.isoformat()}"


def write_stap(stap: Stap | None, op: date) -> tuple[str, str, str]:
    """Write a step, by when, and the days left: ``8 mei 2026``, ``nog 10 dagen``."""
    from pipeline.markering import format_datum

    if stap is None:
        return "-", "", ""
    if stap.termijn is None:
        return stap.wat, "", ""
    return stap.wat, format_datum(stap.termijn.uiterlijk), _count_days(stap, op)


def _count_days(stap: Stap, op: date) -> str:
    from pipeline.markering import format_datum

    assert stap.termijn is not None
    left = stap.termijn.dagen(op)
    if left < 0:
        return f"{-left} {'dag' if left == -1 else 'dagen'} te laat"
    text = "vandaag" if left == 0 else f"nog {left} {'dag' if left == 1 else 'dagen'}"
    if stap.termijn.reden:
        text += f"; {stap.termijn.reden}, dus {format_datum(stap.termijn.werkdag)}"
    return text


def _say_first_step(opdracht: Opdracht, standen: Standen) -> None:
    """Name the most urgent thing to do: the one whose day comes first."""
    steps = sort_stappen(standen)
    if steps:
        say_next(say_how(steps[0]))
    else:
        say_next("niets: alles is bij. Met regietafel acties --open ziet u wat er nog loopt.")
