"""``regietafel verplaats``: a meeting on another day, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option, pick_datum
from pipeline.model import Bron, Reeks, melding

if TYPE_CHECKING:
    from pipeline.werk.levering import Levering


@dutch_command(short_help="Verplaats een vergadering met haar stukken, of gelast haar af.")
@click.argument("doel", nargs=-1, metavar="[TAFEL] DATUM [NIEUWE-DATUM]")
@click.option("--afgelast", "reden", metavar="REDEN", help="De vergadering gaat niet door, om deze reden.")
@json_option
@click.pass_obj
def verplaats(opdracht: Opdracht, /, doel: tuple[str, ...], reden: str | None, als_json: bool) -> int:
    """Verplaats een vergadering naar een andere datum; de agenda en de stukken gaan mee.

    Is er al een verslag, dan kan het niet meer. De agenda's (.ics) worden bijgewerkt: wie ze opnieuw opent,
    ziet de vergadering verspringen en krijgt geen tweede.

    \b
    Voorbeeld:
      regietafel verplaats prt 2027-03-19 2027-03-25
      regietafel verplaats prt 2027-03-19 --afgelast "te weinig onderwerpen"
    """
    tafel, days = _split(opdracht, doel)
    if len(days) != (2 if reden is None else 1):
        raise click.UsageError("noem de datum en de nieuwe datum, of de datum en --afgelast REDEN.")
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, days[0], gehouden=False)
    _refuse_when_held(opdracht, reeks, datum)
    if reden is not None:
        _call_off(opdracht, reeks, datum, reden, als_json)
        return _finish(opdracht, reeks, datum, datum, als_json)
    _move(opdracht, reeks, datum, days[1], als_json)
    return _finish(opdracht, reeks, datum, days[1], als_json)


def _split(opdracht: Opdracht, doel: tuple[str, ...]) -> tuple[str | None, list[date]]:
    from pipeline.markering import parse_datum

    tables, days = [], []
    for word in doel:
        reading = parse_datum(word)
        if reading.onmogelijk:
            opdracht.stop(melding("datum-bestaat-niet", f"De datum {word} bestaat niet."))
        if reading.datum is None:
            tables.append(word)
        else:
            days.append(reading.datum)
    if len(tables) > 1:
        raise click.UsageError(f"dit is te veel: {tables[1]}")
    return (tables[0] if tables else None), days


def _refuse_when_held(opdracht: Opdracht, reeks: Reeks, datum: date) -> None:
    """Minutes have the date in them, and actions go by it: such a meeting stays where it is."""
    record = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    if record.exists() or reeks.is_rondgezonden(datum):
        bron = Bron(opdracht.inhoud.paden.show(record))
        opdracht.stop(melding("vergadering-ligt-vast", f"Van de vergadering op {datum} is al een verslag.", bron))
    if reeks.vergadering(datum) is None:
        opdracht.stop(melding("vergadering-onbekend", f"De vergadering van {datum} heeft geen agenda.yaml."))


def _call_off(opdracht: Opdracht, reeks: Reeks, datum: date, reden: str, als_json: bool) -> None:
    from pipeline.notatie import set_field
    from pipeline.werk.agendatekst import edit_record

    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, datum)
    found = edit_record(opdracht, path, lambda text: set_field(text, "afgelast", reden))
    if found:
        opdracht.stop(*found)
    if not als_json:
        click.echo(f"Afgelast: {opdracht.inhoud.paden.show(path.parent)}")


def _move(opdracht: Opdracht, reeks: Reeks, datum: date, nieuw: date, als_json: bool) -> None:
    from pipeline.notatie import read_brontekst, set_field
    from pipeline.werkmap import FileBusyError, lock, move_vergadering, read_bytes

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    path = paden.agenda(tafel, datum)
    if paden.vergadering(tafel, nieuw).exists() or paden.verslagmap(tafel, nieuw).exists():
        opdracht.stop(melding("vergadering-bestaat", f"Op {nieuw} is al een vergadering van {tafel}."))
    vergadering = reeks.vergadering(datum)
    earlier = [d.isoformat() for d in (*(vergadering.verplaatst_van if vergadering else ()), datum)]
    try:
        with lock(paden.map):
            bron, _ = read_brontekst(read_bytes(path), paden.show(path))
            text = bron.with_tekst(set_field(bron.tekst, "verplaatst_van", earlier))
            set_aside = move_vergadering(paden, tafel, datum, nieuw, text.to_bytes())
    except ValueError:
        opdracht.stop(melding("agenda-niet-aan-te-vullen", f"{paden.show(path)} is niet goed te lezen.",
                              Bron(paden.show(path))))  # fmt: skip
    except FileBusyError as busy:
        shown = paden.show(busy.path)
        opdracht.stop(melding("in-gebruik", f"{shown} is open in een ander programma. Er is niets veranderd.",
                              Bron(shown)))  # fmt: skip
    if not als_json:
        click.echo(f"Verplaatst: {paden.show(paden.vergadering(tafel, nieuw))}")
        for kept in set_aside:
            click.echo(f"Met de oude datum, weggezet: {paden.show(kept)}")


def _finish(opdracht: Opdracht, reeks: Reeks, oud: date, nieuw: date, als_json: bool) -> int:
    """Bring along what names the meeting: proposals, calendars and the schedule of its year."""
    from pipeline.cli.planning import deliver_schema
    from pipeline.planning import build_jaarkader, check_planning, find_mijlpalen
    from pipeline.werk.levering import Levering

    opdracht.reload()
    reeks = opdracht.reeks(reeks.tafel.id)
    levering = Levering(opdracht, reeks, nieuw, Keuze(als_json=als_json))
    if oud != nieuw:
        _update_aanmeldingen(levering, oud, nieuw)
    for other in opdracht.inhoud.reeksen:
        if reeks.tafel.id in (other.tafel.id, other.tafel.voedt):
            kader = build_jaarkader(other, opdracht.inhoud.reeksen, opdracht.inhoud.organisatie)
            found = check_planning(other, kader, opdracht.op)
            levering.meldingen.extend(m for m in found if _is_about(m.bron, reeks.tafel.id, nieuw))
    for jaar in sorted({oud.year, nieuw.year}):
        deliver_schema(levering, reeks, jaar, find_mijlpalen(jaar, opdracht.inhoud.organisatie.mijlpalen))
    return levering.finish("stuur het bericht over de wijziging, met de bijgewerkte agenda (.ics) erbij.")


def _is_about(bron: Bron | None, tafel: str, datum: date) -> bool:
    """Tell whether a finding is about the meeting that moved, or about a table as a whole."""
    own = f"agenda/{tafel}/{datum.isoformat()}/"
    return bron is None or bron.bestand.startswith(own) or bron.bestand.endswith("tafel.yaml")


def _update_aanmeldingen(levering: Levering, oud: date, nieuw: date) -> None:
    """Let the proposals taken up in the meeting, or put off to it, follow it; also those it passed on."""
    from pipeline.notatie import set_item_fields
    from pipeline.werk.agendatekst import edit_record

    opdracht, tafel = levering.opdracht, levering.reeks.tafel.id
    before, after = f"{tafel}/{oud.isoformat()}/", f"{tafel}/{nieuw.isoformat()}/"
    for reeks in opdracht.inhoud.reeksen:
        for index, aanmelding in enumerate(reeks.aanmeldingen):
            fields = {}
            if reeks.tafel.id == tafel and aanmelding.vergadering == oud:
                fields["vergadering"] = nieuw.isoformat()
            if aanmelding.uit.startswith(before):
                fields["uit"] = aanmelding.uit.replace(before, after, 1)
            if fields:
                path = opdracht.inhoud.paden.aangemeld(reeks.tafel.id)
                levering.meldingen.extend(
                    edit_record(opdracht, path, lambda t, i=index, f=fields: set_item_fields(t, "aangemeld", i, f))  # type: ignore[misc]
                )
