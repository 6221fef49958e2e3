"""``regietafel intrekken``: take back what is public."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.model import Gebeurtenis, Melding, Reeks, melding


@dutch_command(short_help="Trek een gepubliceerd verslag of stuk in.")
@doel_argument
@click.option("--reden", metavar="TEKST", required=True, help="Waarom; dit komt op de site te staan.")
@click.option("--stuk", metavar="NAAM", default="", help="Alleen dit stuk, met de naam uit het webadres.")
@click.option("--map", "folder", metavar="MAP", type=click.Path(path_type=Path), help="De map van de site.")
@click.option("--naar", metavar="DOEL", default="", help="Breng de site daarna meteen naar deze map of server.")
@json_option
@click.pass_obj
def intrekken(
    opdracht: Opdracht, /, doel: tuple[str, ...], reden: str, stuk: str, folder: Path | None, naar: str, als_json: bool
) -> int:
    """Trek een verslag of een stuk in. Op de site komt te staan dat het is ingetrokken, wanneer en waarom.

    De rest van de site blijft zoals zij is, dus intrekken kan altijd. Zet in de reden niet wat er verborgen moet
    blijven.

    \b
    Voorbeeld:
      regietafel intrekken prt 2026-01-23 --reden "Er stond een naam in die er niet hoort."
      regietafel intrekken prt 2026-01-23 --stuk notitie.pdf --reden "Auteursrecht."
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    if gevraagd is None:
        raise click.UsageError("noem de datum van de vergadering")
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    root = opdracht.map / folder if folder else opdracht.inhoud.paden.site
    meldingen = _take_back(opdracht, reeks, datum, reden.strip(), stuk.strip(), root)
    code = opdracht.finish(meldingen)
    if not code and naar:
        from pipeline.werk.site import send_site

        meldingen += send_site(root, naar)[1]
        code = opdracht.finish(meldingen)
    if als_json:
        print_json({"ingetrokken": not code, "meldingen": [melding_json(m) for m in meldingen]})
        return code
    show_meldingen(meldingen)
    if not code:
        click.echo(f"Ingetrokken: {stuk or 'het verslag'} van {datum.isoformat()}.")
        say_next("controleer de site." if naar else "breng de site naar de server, anders staat het daar nog.")
    return code


def _take_back(opdracht: Opdracht, reeks: Reeks, datum: date, reden: str, stuk: str, root: Path) -> tuple[Melding, ...]:
    """Change the site first and write the event then: what the logboek says has really happened."""
    from pipeline.publicatie.adressen import vergadering_pad, web_naam
    from pipeline.publicatie.editie import Intrekking
    from pipeline.publicatie.plaatsing import read_site, recover_site
    from pipeline.publicatie.site import list_stukken, withdraw
    from pipeline.werk.logboek import record_gebeurtenis
    from pipeline.werk.site import put_site

    recover_site(root)
    site = read_site(root)
    event = Gebeurtenis("ingetrokken", opdracht.op, reden, stuk=web_naam(stuk) if stuk else "")
    if site is None or vergadering_pad(reeks.tafel.id, datum) not in site.bestanden:
        return (melding("niet-gepubliceerd", f"Van {datum.isoformat()} staat er niets in de site {root.name}."),)
    page = site.bestanden[vergadering_pad(reeks.tafel.id, datum)]
    files = list_stukken(site.bestanden, reeks.tafel.id, datum)
    is_gone = event.stuk not in files if event.stuk else b"data-pagefind-body" not in page
    if is_gone and _is_half_af(reeks, datum, event):
        record_gebeurtenis(opdracht, reeks, datum, event)
        return ()
    if b"data-pagefind-body" not in page:
        return (melding("niet-gepubliceerd", f"Het verslag van {datum.isoformat()} is al ingetrokken."),)
    if stuk and event.stuk not in files:
        known = ", ".join(files) or "geen"
        return (melding("niet-gepubliceerd", f"Er is geen stuk {stuk}. Wel: {known}."),)
    intrekking = Intrekking(reeks.tafel.id, datum, opdracht.op, reden, event.stuk)
    changed, found = withdraw(site, opdracht.inhoud.organisatie, reeks.tafel, intrekking)
    placed, problems = put_site(opdracht, changed, root)
    if placed is not None:
        record_gebeurtenis(opdracht, reeks, datum, event)
    return (*found, *problems)


def _is_half_af(reeks: Reeks, datum: date, event: Gebeurtenis) -> bool:
    """Tell whether a withdrawal reached the site and not the logboek: it was public, and nothing says it went."""
    log = reeks.logboeken.get(datum, ())
    published = max((g.op for g in log if g.soort == "gepubliceerd"), default=None)
    told = any(g.soort == "ingetrokken" and g.op >= (published or g.op) and g.stuk in ("", event.stuk) for g in log)
    return published is not None and not told
