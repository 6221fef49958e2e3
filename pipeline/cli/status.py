"""``regietafel status``: where every meeting stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, json_option
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.cli.tonen import write_opdracht

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.status import Stadium, Tafelstand, Vergaderstand, Werkstap


@dutch_command(short_help="Toon hoe het met elke vergadering staat.")
@click.argument("tafel", required=False, metavar="[TAFEL]")
@json_option
@click.pass_obj
def status(oproep: Oproep, /, tafel: str | None = None, als_json: bool = False) -> int:
    """Toon van elke vergadering hoe ver zij is, wat nu te doen is en voor wanneer.

    De stappen: gepland, conceptagenda, akkoord voorzitter, agenda rondgezonden, gehouden, conceptverslag
    rondgezonden, vastgesteld, gepubliceerd.

    \b
    Voorbeeld:
      regietafel status
      regietafel --op 2026-02-01 status prt
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.status import ToonStatus

    uitkomst = carry_out(oproep, ToonStatus(tafel))
    if als_json:
        tafels = [_as_json(t, oproep.op) for t in uitkomst.gegevens.tafels]
        print_json({"tafels": tafels, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_standen(uitkomst)
    show_meldingen(uitkomst.meldingen)
    _say_first_step(uitkomst)
    return uitkomst.code


def _as_json(stand: Tafelstand, op: date) -> dict[str, Any]:
    return {
        "tafel": stand.tafel.id,
        "naam": stand.tafel.naam,
        "acties_open": stand.acties_open,
        "vergaderingen": [_stand_json(op, s) for s in stand.standen],
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
        "mist": [_stap_json(op, stand)] if stand.stap else [],
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


def _stap_json(op: date, stand: Vergaderstand) -> dict[str, Any]:
    from pipeline.werk.status import next_step

    stap, vervolg = stand.stap, next_step(stand)
    assert stap is not None
    return {
        "wat": stap.wat,
        "uiterlijk": stap.uiterlijk.isoformat() if stap.uiterlijk else None,
        "dagen": stap.termijn.dagen(op) if stap.termijn else None,
        "te_laat": stap.is_te_laat(op),
        "opdracht": write_opdracht(vervolg.daad, vervolg.argumenten),
    }


def show_standen(uitkomst: Uitkomst) -> None:
    """Print a table for each Tafel."""
    for stand in uitkomst.gegevens.tafels:
        _show(stand, uitkomst.gegevens.op)


def _show(stand: Tafelstand, op: date) -> None:
    from pipeline.markering import format_datum

    tafel = stand.tafel
    click.secho(f"{tafel.naam} ({tafel.id})", bold=True)
    if not stand.standen:
        plan = write_opdracht("toon_planning", {"tafel": tafel.id, "jaar": op.year + 1})
        click.echo(f"Nog geen vergaderingen. Plan ze met: {plan}")
        click.echo()
        return
    rows = [
        (format_datum(s.datum), "afgelast" if s.afgelast else s.stadium.tekst, *write_stap(s.stap, op))
        for s in stand.standen
    ]
    show_tabel(("Vergadering", "Stand", "Nu te doen", "Uiterlijk", ""), rows, heel=("Vergadering", "Uiterlijk"))
    click.echo(f"Open acties: {stand.acties_open}")
    for line in _reminders(stand):
        click.echo(line)
    click.echo()


def _reminders(stand: Tafelstand) -> Iterator[str]:
    """Say what waits beside the chain: proposals for the agenda, and owners to remind."""
    tafel = stand.tafel.id
    if stand.aangemeld:
        yield f"Aangemeld voor de agenda: {stand.aangemeld} ({write_opdracht('toon_aangemeld', {'tafel': tafel})})"
    if stand.te_herinneren is not None:
        remind = write_opdracht("herinner", {"tafel": tafel, "datum": stand.te_herinneren})
        yield f"Nog niet herinnerd aan de open acties: {remind}"


def write_stap(stap: Werkstap | None, op: date) -> tuple[str, str, str]:
    """Write a step, by when, and the days left: ``8 mei 2026``, ``nog 10 dagen``."""
    from pipeline.markering import format_datum

    if stap is None:
        return "-", "", ""
    if stap.termijn is None:
        return stap.wat, "", ""
    return stap.wat, format_datum(stap.termijn.uiterlijk), _count_days(stap, op)


def _count_days(stap: Werkstap, op: date) -> str:
    from pipeline.markering import format_datum

    assert stap.termijn is not None
    left = stap.termijn.dagen(op)
    if left < 0:
        return f"{-left} {'dag' if left == -1 else 'dagen'} te laat"
    text = "vandaag" if left == 0 else f"nog {left} {'dag' if left == 1 else 'dagen'}"
    if stap.termijn.reden:
        text += f"; {stap.termijn.reden}, dus {format_datum(stap.termijn.werkdag)}"
    return text


def _say_first_step(uitkomst: Uitkomst) -> None:
    """Name the most urgent thing to do: the one whose day comes first."""
    if uitkomst.vervolg:
        first = uitkomst.vervolg[0]
        say_next(write_opdracht(first.daad, first.argumenten))
    else:
        open_actions = write_opdracht("toon_acties", {"open": "--open"})
        say_next(f"niets: alles is bij. Met {open_actions} ziet u wat er nog loopt.")
