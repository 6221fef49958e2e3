"""``regietafel aangemeld``: what members want on the agenda, taken up, put off or declined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_gedaan, show_vervolg
from pipeline.model import Aanmelding, AanmeldingBesluit, Reeks

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.aangemeld import Aanmeldingen


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
    oproep: Oproep,
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
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.aangemeld import BeslisAanmelding, ToonAangemeld

    tafel, datum = split_doel(oproep, doel)
    wanted: tuple[tuple[AanmeldingBesluit, int | None], ...] = (
        ("opgenomen", opnemen),
        ("doorgeschoven", doorschuiven),
        ("afgewezen", afwijzen),
    )
    asked = [(besluit, number) for besluit, number in wanted if number is not None]
    if len(asked) > 1:
        raise click.UsageError("kies een van --opnemen, --doorschuiven en --afwijzen.")
    if not asked:
        return _show(carry_out(oproep, ToonAangemeld(tafel)), als_json)
    besluit, number = asked[0]
    uitkomst = carry_out(oproep, BeslisAanmelding(tafel, datum, number, besluit, reden, na))
    show_gedaan(uitkomst)
    show_vervolg(uitkomst)
    show_meldingen(uitkomst.meldingen)
    return uitkomst.code


def _show(uitkomst: Uitkomst, als_json: bool) -> int:
    if als_json:
        print_json(_as_json(uitkomst))
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    _print(uitkomst.gegevens)
    show_vervolg(uitkomst)
    return uitkomst.code


def _print(found: Aanmeldingen) -> None:
    from pipeline.markering import format_datum

    waiting, passed = found.wachtend, found.doorgezet
    if not waiting:
        click.echo("Er wachten geen aanmeldingen.")
    for number, w in enumerate(waiting, 1):
        a = w.aanmelding
        minutes, secret = f"{a.minuten} min." if a.minuten else "", "vertrouwelijk" if a.vertrouwelijk else ""
        origin = f"van {a.uit}" if a.uit else ""
        details = (_name(found.reeks, a.wie), a.doel, minutes, secret, origin, _put_off(a))
        click.echo(f"{number:>3}. {a.wat} ({', '.join(filter(None, details))})")
    if passed:
        click.echo()
        click.secho("Doorgezet naar een andere tafel", bold=True)
        for d in passed:
            click.echo(f"  {d.punt.titel} ({format_datum(d.vergadering)}, naar {d.naar}): {d.uitkomst}")


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


def _as_json(uitkomst: Uitkomst) -> dict[str, Any]:
    found: Aanmeldingen = uitkomst.gegevens
    return {
        "tafel": found.reeks.tafel.id,
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
            for number, w in enumerate(found.wachtend, 1)
        ],
        "doorgezet": [
            {"punt": d.punt.titel, "vergadering": d.vergadering.isoformat(), "naar": d.naar, "uitkomst": d.uitkomst}
            for d in found.doorgezet
        ],
        "meldingen": [melding_json(m) for m in uitkomst.meldingen],
    }
