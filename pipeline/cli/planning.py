"""``regietafel planning``: the meetings of a year."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.cli.tabel import show_tabel
from pipeline.model import Melding, Mijlpaal, Reeks, melding

if TYPE_CHECKING:
    from pipeline.planning import Planregel
    from pipeline.werk.levering import Levering

_JAAR = re.compile(r"20\d\d")


@dutch_command(short_help="Plan de vergaderingen van een jaar.")
@click.argument("doel", nargs=-1, metavar="[TAFEL] JAAR")
@click.option("--neem-over", "neem_over", is_flag=True, help="Maak de mappen, het vergaderschema en de agenda's.")
@keuze_opties
@click.pass_obj
def planning(opdracht: Opdracht, /, doel: tuple[str, ...], neem_over: bool, **keuze: Any) -> int:
    """Stel de vergaderingen van een jaar voor: op de gewone dag, om het gewone aantal weken.

    Feestdagen, vrije perioden (regietafel.yaml) en vergaderingen van andere tafels worden ontweken; u ziet
    waarom. Met --neem-over komt er voor elke vergadering een map, en maakt het programma het vergaderschema
    (Word) en twee agenda's (.ics) voor Outlook: een met de vergaderingen en een met uw termijnen.

    \b
    Voorbeeld:
      regietafel planning prt 2027
      regietafel planning prt 2027 --neem-over
    """
    from pipeline.planning import build_jaarkader, check_planning, find_mijlpalen, propose_reeks

    tafel, jaar = _split(doel)
    reeks, organisatie = opdracht.reeks(tafel), opdracht.inhoud.organisatie
    kader = build_jaarkader(reeks, opdracht.inhoud.reeksen, organisatie)
    regels, found = propose_reeks(reeks.tafel, jaar, kader, opdracht.op)
    mijlpalen = find_mijlpalen(jaar, organisatie.mijlpalen)
    meldingen = (*found, *check_planning(reeks, kader, opdracht.op), *_check_gevoed(opdracht, reeks, jaar))
    if neem_over:
        return _take_over(opdracht, reeks, jaar, regels, meldingen, Keuze(**keuze))
    if keuze["als_json"]:
        print_json(_as_json(reeks, jaar, regels, mijlpalen, meldingen))
        return opdracht.finish(meldingen)
    _show(reeks, jaar, regels, mijlpalen)
    show_meldingen(meldingen)
    if any(not regel.bestaat for regel in regels):
        say_next(f"regietafel planning {reeks.tafel.id} {jaar} --neem-over")
    return opdracht.finish(meldingen)


def _split(doel: tuple[str, ...]) -> tuple[str | None, int]:
    years = [word for word in doel if _JAAR.fullmatch(word)]
    tables = [word for word in doel if not _JAAR.fullmatch(word)]
    if len(years) != 1 or len(tables) > 1:
        raise click.UsageError("noem een jaar, zoals: regietafel planning prt 2027.")
    return (tables[0] if tables else None), int(years[0])


def _check_gevoed(opdracht: Opdracht, reeks: Reeks, jaar: int) -> tuple[Melding, ...]:
    """Say when a table is planned before the one whose meetings it prepares."""
    fed = opdracht.inhoud.reeks(reeks.tafel.voedt) if reeks.tafel.voedt else None
    if not reeks.tafel.voedt or (fed and any(d.year == jaar and d > opdracht.op for d in fed.gehouden_data)):
        return ()
    known = fed is not None
    tekst = f"Van {reeks.tafel.voedt} is in {jaar} niets meer gepland; dit voorstel volgt het eigen ritme."
    hulp = f"Plan eerst: regietafel planning {reeks.tafel.voedt} {jaar}" if known else "Kijk bij voedt in tafel.yaml."
    return (melding("geen-voorbereiding", tekst, reeks.tafel.bron, hulp),)


def _show(reeks: Reeks, jaar: int, regels: tuple[Planregel, ...], mijlpalen: tuple[Mijlpaal, ...]) -> None:
    from pipeline.markering import format_datum

    click.secho(f"{reeks.tafel.naam} ({reeks.tafel.id}), {jaar}", bold=True)
    koppen = ("Vergadering", "", *(("Voor",) if reeks.tafel.voedt else ()), "Waarom niet op de gewone dag")
    show_tabel(koppen, [_cells(reeks, regel) for regel in regels], heel=koppen[:-1])
    if mijlpalen:
        click.echo()
        click.secho("Wetscyclus", bold=True)
        for m in mijlpalen:
            click.echo(f"{format_datum(m.datum)}: {m.naam}{' (afwijkende datum)' if m.is_afwijkend else ''}")


def _cells(reeks: Reeks, regel: Planregel) -> tuple[str, ...]:
    from pipeline.markering import format_datum
    from pipeline.planning import format_weekdag

    fed = (format_datum(regel.voor) if regel.voor else "-",) if reeks.tafel.voedt else ()
    return (
        format_weekdag(regel.datum),
        "staat al" if regel.bestaat else "voorstel",
        *fed,
        "; ".join(regel.redenen) or "-",
    )


def _as_json(
    reeks: Reeks,
    jaar: int,
    regels: tuple[Planregel, ...],
    mijlpalen: tuple[Mijlpaal, ...],
    meldingen: tuple[Melding, ...],
) -> dict[str, Any]:
    return {
        "tafel": reeks.tafel.id,
        "jaar": jaar,
        "vergaderingen": [
            {
                "datum": regel.datum.isoformat(),
                "gewoon": regel.gewoon.isoformat(),
                "redenen": list(regel.redenen),
                "voor": regel.voor.isoformat() if regel.voor else None,
                "bestaat": regel.bestaat,
            }
            for regel in regels
        ],
        "mijlpalen": [
            {"mijlpaal": m.soort, "naam": m.naam, "datum": m.datum.isoformat(), "afwijkend": m.is_afwijkend}
            for m in mijlpalen
        ],
        "meldingen": [melding_json(m) for m in meldingen],
    }


def _take_over(
    opdracht: Opdracht,
    reeks: Reeks,
    jaar: int,
    regels: tuple[Planregel, ...],
    meldingen: tuple[Melding, ...],
    keuze: Keuze,
) -> int:
    """Make the folders, and then everything that shows the series."""
    from pipeline.planning import find_mijlpalen, write_lege_agenda
    from pipeline.werk.levering import Levering
    from pipeline.werkmap import create_vergadering, lock

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    with lock(paden.map):
        made = [create_vergadering(paden, tafel, r.datum, write_lege_agenda()) for r in regels if not r.bestaat]
    if not keuze.als_json:
        for folder in filter(None, made):
            click.echo(f"Gemaakt: {paden.show(folder)}")
    opdracht.reload()
    reeks = opdracht.reeks(tafel)
    levering = Levering(opdracht, reeks, date(jaar, 1, 1), keuze)
    levering.meldingen.extend(meldingen)
    mijlpalen = find_mijlpalen(jaar, opdracht.inhoud.organisatie.mijlpalen)
    _place_mijlpaal_punten(levering, jaar)
    deliver_schema(levering, opdracht.reeks(tafel), jaar, mijlpalen)
    return levering.finish(f"stuur het vergaderschema en de agenda rond; in Outlook opent u de agenda met een "
                           f"dubbelklik. Hoe het staat: regietafel status {tafel}")  # fmt: skip


def _place_mijlpaal_punten(levering: Levering, jaar: int) -> None:
    """Put the items of the law cycle on the agendas they belong to."""
    from pipeline.planning import find_mijlpaal_punten, find_mijlpalen
    from pipeline.werk.agendatekst import add_punt

    opdracht = levering.opdracht
    dates = opdracht.inhoud.organisatie.mijlpalen
    mijlpalen = (*find_mijlpalen(jaar, dates), *find_mijlpalen(jaar + 1, dates))
    for datum, punt in tuple(find_mijlpaal_punten(levering.reeks, mijlpalen, opdracht.op)):
        levering.meldingen.extend(add_punt(opdracht, levering.reeks, datum, punt))
        if not levering.keuze.als_json:
            click.echo(f"Op de agenda van {datum.isoformat()}: {punt.titel}")
    opdracht.reload()


def deliver_schema(levering: Levering, reeks: Reeks, jaar: int, mijlpalen: tuple[Mijlpaal, ...]) -> None:
    """Make the schedule of a year as Word, and both calendars."""
    from pipeline.documenten import Stukken
    from pipeline.werk.kalenders import write_kalenders

    inhoud = levering.opdracht.inhoud
    meetings = tuple(v for v in reeks.vergaderingen if v.datum.year == jaar)
    stukken = Stukken(inhoud.organisatie, reeks.tafel, jaar=jaar, vergaderingen=meetings, mijlpalen=mijlpalen)
    levering.deliver("vergaderschema", stukken, inhoud.paden.tafelmap(reeks.tafel.id))
    outcomes, found = write_kalenders(levering.opdracht, reeks)
    levering.uitkomsten.extend(outcomes)
    levering.meldingen.extend(found)
