"""``regietafel aangemeld``: what members want on the agenda, taken up, put off or declined."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.model import Aanmelding, AanmeldingBesluit, Melding, Reeks, melding

if TYPE_CHECKING:
    from pipeline.planning import Doorgezet, Wachtende


@dutch_command(short_help="Toon wat er is aangemeld voor de agenda, en neem het op.")
@doel_argument
@click.option("--opnemen", metavar="NR", type=int, help="Zet deze aanmelding op de agenda.")
@click.option("--na", metavar="PUNT", help="Met --opnemen: na dit agendapunt, zoals 3.")
@click.option("--doorschuiven", metavar="NR", type=int, help="Schuif deze door naar een latere vergadering.")
@click.option("--afwijzen", metavar="NR", type=int, help="Neem deze aanmelding niet over.")
@click.option("--reden", metavar="TEKST", default="", help="Waarom; nodig bij doorschuiven en afwijzen.")
@json_option
@click.pass_obj
def aangemeld(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    opnemen: int | None,
    na: str | None,
    doorschuiven: int | None,
    afwijzen: int | None,
    reden: str,
    als_json: bool,
) -> int:
    """Toon wat leden op de agenda willen (aangemeld.yaml) en wat andere tafels hierheen doorzetten.

    Met --opnemen komt een aanmelding op de agenda van de vergadering die komt, of van DATUM. Is die agenda al
    rondgestuurd, dan krijgt het punt een nummer als 3a en verandert er verder niets.

    \b
    Voorbeeld:
      regietafel aangemeld prt
      regietafel aangemeld prt --opnemen 2
      regietafel aangemeld prt --afwijzen 3 --reden "hoort bij de RRT"
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    wanted: tuple[tuple[AanmeldingBesluit, int | None], ...] = (
        ("opgenomen", opnemen),
        ("doorgeschoven", doorschuiven),
        ("afgewezen", afwijzen),
    )
    asked = [(besluit, number) for besluit, number in wanted if number is not None]
    if len(asked) > 1:
        raise click.UsageError("kies een van --opnemen, --doorschuiven en --afwijzen.")
    if not asked:
        return _show(opdracht, reeks, als_json)
    besluit, number = asked[0]
    if besluit != "opgenomen" and not reden:
        raise click.UsageError("zeg erbij waarom, met --reden.")
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    return decide(opdracht, reeks, _find(opdracht, reeks, number), besluit, datum, reden, na)


def _find(opdracht: Opdracht, reeks: Reeks, number: int) -> Wachtende:
    from pipeline.planning import find_wachtende

    waiting = find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    if not 1 <= number <= len(waiting):
        tekst = f"Er is geen aanmelding {number}; er wachten er {len(waiting)}."
        opdracht.stop(melding("aanmelding-onbekend", tekst))
    return waiting[number - 1]


def decide(
    opdracht: Opdracht,
    reeks: Reeks,
    wachtende: Wachtende,
    besluit: AanmeldingBesluit,
    datum: date,
    reden: str,
    na: str | None,
) -> int:
    """Carry out a decision: first on the agenda, then in aangemeld.yaml, so that nothing is said to be there."""
    from pipeline.planning import check_tijd, make_agendapunt
    from pipeline.werk.agendatekst import add_punt

    vergadering = reeks.vergadering(datum)
    if vergadering is None:
        opdracht.stop(melding("vergadering-onbekend", f"De vergadering van {datum} heeft geen agenda.yaml."))
    if na is not None and na not in {p.nummer for p in vergadering.agendapunten}:
        raise click.UsageError(f"er is geen agendapunt {na}.")
    found: tuple[Melding, ...] = ()
    if besluit == "opgenomen":
        found = add_punt(opdracht, reeks, datum, make_agendapunt(wachtende.aanmelding, reeks.tafel), na)
    target = datum if besluit != "doorgeschoven" else reeks.volgende(datum)
    found = found or _record(opdracht, reeks, wachtende, besluit, target, reden)
    if not found:
        opdracht.reload()
        reeks = opdracht.reeks(reeks.tafel.id)
        vergadering = reeks.vergadering(datum)
        found = tuple(check_tijd(vergadering)) if vergadering and besluit == "opgenomen" else ()
        _say(reeks, wachtende.aanmelding, besluit, datum, target)
    show_meldingen(found)
    return opdracht.finish(found)


def _record(
    opdracht: Opdracht,
    reeks: Reeks,
    wachtende: Wachtende,
    besluit: AanmeldingBesluit,
    vergadering: date | None,
    reden: str,
) -> tuple[Melding, ...]:
    from dataclasses import replace

    from pipeline.notatie import append_item, format_aanmelding, set_item_fields
    from pipeline.werk.agendatekst import edit_record

    path, place = opdracht.inhoud.paden.aangemeld(reeks.tafel.id), wachtende.plaats
    decided = replace(wachtende.aanmelding, besluit=besluit, vergadering=vergadering, reden=reden)
    fields = format_aanmelding(decided)
    if place is None:
        return edit_record(opdracht, path, lambda text: append_item(text, "aangemeld", fields))
    changed = {name: fields.get(name, "") for name in ("besluit", "vergadering", "reden")}
    return edit_record(opdracht, path, lambda text: set_item_fields(text, "aangemeld", place, changed))


def _say(reeks: Reeks, aanmelding: Aanmelding, besluit: AanmeldingBesluit, datum: date, target: date | None) -> None:
    from pipeline.markering import format_datum

    vergadering = reeks.vergadering(datum)
    if besluit == "opgenomen" and vergadering:
        number = next((p.nummer for p in vergadering.agendapunten if p.titel == aanmelding.wat), "")
        click.echo(f"Op de agenda van {format_datum(datum)}, als punt {number}: {aanmelding.wat}")
        say_next(f"regietafel agenda {reeks.tafel.id} {datum.isoformat()}")
    elif besluit == "doorgeschoven":
        later = format_datum(target) if target else "een latere vergadering"
        click.echo(f"Doorgeschoven naar {later}: {aanmelding.wat}")
    else:
        click.echo(f"Niet overgenomen: {aanmelding.wat}")


def _show(opdracht: Opdracht, reeks: Reeks, als_json: bool) -> int:
    from pipeline.planning import find_doorgezet, find_wachtende

    waiting = find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    passed = find_doorgezet(reeks, opdracht.inhoud.reeksen, opdracht.nu)
    meldingen = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand.endswith("aangemeld.yaml"))
    if als_json:
        print_json(_as_json(reeks, waiting, passed, meldingen))
        return opdracht.finish(meldingen)
    show_meldingen(meldingen)
    _print(reeks, waiting, passed)
    return opdracht.finish(meldingen)


def _print(reeks: Reeks, waiting: tuple[Wachtende, ...], passed: tuple[Doorgezet, ...]) -> None:
    from pipeline.markering import format_datum

    if not waiting:
        click.echo("Er wachten geen aanmeldingen.")
    for number, w in enumerate(waiting, 1):
        a = w.aanmelding
        minutes, secret = f"{a.minuten} min." if a.minuten else "", "vertrouwelijk" if a.vertrouwelijk else ""
        origin = f"van {a.uit}" if a.uit else ""
        details = (_name(reeks, a.wie), a.doel, minutes, secret, origin, _put_off(a))
        click.echo(f"{number:>3}. {a.wat} ({', '.join(filter(None, details))})")
    if passed:
        click.echo()
        click.secho("Doorgezet naar een andere tafel", bold=True)
        for d in passed:
            click.echo(f"  {d.punt.titel} ({format_datum(d.vergadering)}, naar {d.naar}): {d.uitkomst}")
    if waiting:
        say_next(f"regietafel aangemeld {reeks.tafel.id} --opnemen 1")


def _name(reeks: Reeks, wie: str) -> str:
    """Write who proposed it: the name of a member and where they are from, or the words as they stand."""
    found = reeks.tafel.find_leden(wie)
    if len(found) != 1:
        return wie
    name, body = found[0].naam, found[0].organisatie
    return name if body in name else f"{name} {body}"


def _put_off(aanmelding: Aanmelding) -> str:
    from pipeline.markering import format_datum

    if aanmelding.besluit != "doorgeschoven":
        return ""
    when = format_datum(aanmelding.vergadering) if aanmelding.vergadering else "later"
    return f"doorgeschoven naar {when}: {aanmelding.reden}"


def _as_json(
    reeks: Reeks, waiting: tuple[Wachtende, ...], passed: tuple[Doorgezet, ...], meldingen: tuple[Melding, ...]
) -> dict[str, Any]:
    return {
        "tafel": reeks.tafel.id,
        "aangemeld": [
            {
                "nr": number,
                "wie": w.aanmelding.wie,
                "wat": w.aanmelding.wat,
                "doel": w.aanmelding.doel or None,
                "minuten": w.aanmelding.minuten,
                "vertrouwelijk": w.aanmelding.vertrouwelijk,
                "besluit": w.aanmelding.besluit,
                "vergadering": w.aanmelding.vergadering.isoformat() if w.aanmelding.vergadering else None,
                "uit": w.aanmelding.uit or None,
            }
            for number, w in enumerate(waiting, 1)
        ],
        "doorgezet": [
            {"punt": d.punt.titel, "vergadering": d.vergadering.isoformat(), "naar": d.naar, "uitkomst": d.uitkomst}
            for d in passed
        ],
        "meldingen": [melding_json(m) for m in meldingen],
    }
