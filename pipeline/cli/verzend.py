"""``regietafel verzend``: the messages to the lists of a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, json_option, pick_datum, require_agenda, split_doel
from pipeline.model import Bron, Lezerskring, Melding, Reeks, melding

if TYPE_CHECKING:
    from pipeline.cli.verzending import Zendlogboek
    from pipeline.documenten import Stukken
    from pipeline.rondzending import Ontvangers, Zending
    from pipeline.werk.levering import Levering
    from pipeline.werk.zending import Zendplan, Zendpost
    from pipeline.werk.zendstukken import Zendstukken


@dataclass(frozen=True, slots=True)
class Wens:
    """How somebody wants a mailing to go; ``verzonden`` is the day it was sent by hand."""

    smtp: bool = False
    proef: bool = False
    nazending: bool = False
    verzonden: date | None = None
    reden: str = ""
    aangekomen: str | None = None
    vrijgeven: str = ""
    lijst: str = ""
    als_json: bool = False


def _parse_dag(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    from pipeline.markering import parse_datum

    datum = parse_datum(value).datum if value else None
    if value and datum is None:
        raise click.BadParameter(f"{value} is geen datum. Schrijf bijvoorbeeld 2026-01-23.")
    return datum


@dutch_command(short_help="Stuur de agenda, het verslag of de actielijst aan de verzendlijsten.")
@click.argument("wat", type=click.Choice(("agenda", "verslag", "actielijst")), metavar="agenda|verslag|actielijst")
@click.argument("doel", nargs=-1, metavar="[TAFEL] [DATUM]")
@click.option("--proef", is_flag=True, help="Laat zien wie wat krijgt; er wordt niets geschreven of verstuurd.")
@click.option("--smtp", is_flag=True, help="Verstuur meteen, met de mailserver uit regietafel.yaml.")
@click.option("--nazending", is_flag=True, help="Stuur alleen wat nieuw is sinds de agenda, met het nieuwe bovenaan.")
@click.option("--verzonden", metavar="DATUM", callback=_parse_dag, help="Leg vast wat u zelf hebt verstuurd.")
@click.option("--reden", metavar="TEKST", default="", help="Waarom de agenda later gaat dan de regel.")
@click.option("--aangekomen", type=click.Choice(("ja", "nee")), metavar="ja|nee",
              help="Is een bericht waarvan dat niet zeker was, aangekomen?")  # fmt: skip
@click.option("--vrijgeven", metavar="WOORDEN", default="", help="Deze woorden mag een lijst wel lezen; met --lijst.")
@click.option("--lijst", metavar="NAAM", default="", help="De verzendlijst waarvoor u woorden vrijgeeft.")
@json_option
@click.pass_obj
def verzend(opdracht: Opdracht, /, wat: Zending, doel: tuple[str, ...], **wensen: Any) -> int:
    """Maak voor elke verzendlijst een bericht met de goede stukken, namens de voorzitter.

    Gewoonlijk komen de berichten als concept (.eml) in de map concepten: Outlook opent ze en u verstuurt ze zelf.
    Leg dat daarna vast met --verzonden. Met --smtp verstuurt het programma ze. Wie op twee lijsten staat, krijgt
    een bericht. Viel de verbinding weg, geef dan dezelfde opdracht: alleen wie nog niets heeft, krijgt de mail.

    \b
    Voorbeeld:
      regietafel verzend agenda --proef
      regietafel verzend agenda prt 2026-06-05
      regietafel verzend agenda prt 2026-06-05 --verzonden 2026-05-28
    """
    wens = Wens(**wensen)
    if sum(map(bool, (wens.smtp, wens.proef, wens.verzonden))) > 1:
        raise click.UsageError("kies een van --proef, --smtp en --verzonden")
    if wens.nazending and wat != "agenda":
        raise click.UsageError("--nazending hoort bij agenda")
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=wat != "agenda")
    if wens.vrijgeven:
        return _release(opdracht, reeks, datum, wens)
    return _run(opdracht, reeks, datum, wat, wens)


def _release(opdracht: Opdracht, reeks: Reeks, datum: date, wens: Wens) -> int:
    from pipeline.rondzending import STANDAARD
    from pipeline.werk.nalezing import release

    known = {lijst.naam.casefold(): lijst.naam for lijst in reeks.tafel.verzendlijsten or STANDAARD}
    if wens.lijst.casefold() not in known:
        raise click.UsageError(f"noem bij --vrijgeven een lijst met --lijst: {', '.join(known.values())}")
    return release(opdracht, reeks, datum, known[wens.lijst.casefold()], wens.vrijgeven, wens.reden)


def _run(opdracht: Opdracht, reeks: Reeks, datum: date, wat: Zending, wens: Wens) -> int:
    from pipeline.cli.verzending import Zendlogboek, settle_onzeker
    from pipeline.rondzending import read_stand
    from pipeline.werk.zending import Zendplan

    dag = wens.verzonden or opdracht.op
    log = Zendlogboek(opdracht, reeks, datum, wat, dag, wens.reden.strip(), wens.nazending)
    stand = read_stand(reeks.logboeken.get(datum, ()), wat)
    if stand.onzeker and not wens.proef:
        meldingen, known = settle_onzeker(log, stand, wens.aangekomen)
        if not known:
            return _finish(opdracht, list(meldingen), wens, ())
        opdracht.reload()
        reeks = opdracht.reeks(reeks.tafel.id)
        log = Zendlogboek(opdracht, reeks, datum, wat, dag, wens.reden.strip(), wens.nazending)
        stand = read_stand(reeks.logboeken.get(datum, ()), wat)
    if stand.eerste and not wens.proef:
        log.mark(stand.eerste)
    return _prepare(log, Zendplan(wat, wens.nazending, stand), wens)


def _prepare(log: Zendlogboek, plan: Zendplan, wens: Wens) -> int:
    """Check everything first; with a fout nothing is written or sent."""
    from pipeline.rondzending import resolve_lijsten
    from pipeline.werk.levering import Levering
    from pipeline.werk.verslag import number_verslag
    from pipeline.werk.zending import build_post, find_achterblijvers

    opdracht, datum = log.opdracht, log.datum
    if plan.zending != "agenda" and not wens.proef:
        log.reeks = number_verslag(opdracht, log.reeks, datum, Keuze(als_json=wens.als_json))
    levering = Levering(opdracht, log.reeks, datum, Keuze(als_json=wens.als_json))
    ontvangers, found = resolve_lijsten(log.reeks.tafel, plan.zending, datum)
    levering.meldingen.extend((*found, *_check(levering, plan, log)))
    if wens.verzonden and not ontvangers:
        return _record_unlisted(log, levering, plan, wens)
    levering.meldingen.extend(_check_ontvangers(ontvangers, log.reeks))
    rest = _without_done(plan, ontvangers)
    if not rest and not levering.is_tegengehouden:
        return _say_done(plan, levering, wens)
    zendstukken = _gather(levering, plan, rest or ontvangers)
    posts = build_post(levering, plan, rest, zendstukken) if zendstukken else ()
    for adres in find_achterblijvers(plan, ontvangers):
        text = f"{adres.naam or adres.email} heeft de agenda nog niet en krijgt daarom geen nazending."
        hulp = "Stuur eerst de agenda: dezelfde opdracht zonder --nazending."
        levering.meldingen.append(melding("lid-zonder-adres", text, hulp=hulp))
    levering.meldingen.extend(_read_back(levering, posts))
    if zendstukken is None or levering.is_tegengehouden:
        return _finish(opdracht, levering.meldingen, wens, ())
    if not posts:
        return _say_done(plan, levering, wens)
    return _deliver(log, levering, plan, zendstukken, posts, wens)


def _read_back(levering: Levering, posts: tuple[Zendpost, ...]) -> list[Melding]:
    """Read back every message with all its files, before it is said to be ready."""
    from pipeline.werk.nalezing import Nalezing

    nalezing = Nalezing(levering)
    found = [m for post in posts for m in nalezing.check_bericht(post.lijst, post.bericht, post.bestanden)]
    return list(dict.fromkeys(found))


def _record_unlisted(log: Zendlogboek, levering: Levering, plan: Zendplan, wens: Wens) -> int:
    """Write down a mailing from somebody's own address book: which addresses it went to is not known here."""
    from pipeline.markering import format_datum
    from pipeline.rondzending import Bijvoegsel
    from pipeline.werkmap import lock, read_bytes

    zendstukken = None if levering.is_tegengehouden else _gather(levering, plan, ())
    if zendstukken is None or levering.is_tegengehouden:
        return _finish(levering.opdracht, levering.meldingen, wens, ())
    zendstukken.place()
    with lock(log.map):  # of this meeting only: one mailing at a time
        log.keep(Bijvoegsel(u.pad.name, read_bytes(u.pad)) for u in levering.uitkomsten)
        log.mark(log.dag)
    if not wens.als_json:
        click.echo(f"Vastgelegd: {plan.zending} verzonden op {format_datum(log.dag)}, zonder adressen.")
    return _finish(levering.opdracht, levering.meldingen, wens, (plan.zending,))


def _check(levering: Levering, plan: Zendplan, log: Zendlogboek) -> list[Melding]:
    """Run the checks, and see that an agenda that is late says why."""
    from pipeline.werk.controle import find_fouten
    from pipeline.werk.zendstukken import check_termijn

    wrong = find_fouten(levering.opdracht, levering.reeks, levering.datum)
    found = [m for m in wrong if m not in levering.meldingen]
    if plan.zending == "agenda" and not plan.nazending and not log.heeft_mijlpaal:
        found += check_termijn(levering, log.dag, log.reden)
    return found


def _check_ontvangers(ontvangers: tuple[Ontvangers, ...], reeks: Reeks) -> tuple[Melding, ...]:
    return () if ontvangers else (melding("lijst-leeg", bron=reeks.tafel.bron),)


def _without_done(plan: Zendplan, ontvangers: tuple[Ontvangers, ...]) -> tuple[Ontvangers, ...]:
    """Leave out the lists of which everybody has the mailing; a late mailing looks per person what is new."""
    if plan.nazending:
        return tuple(o for o in ontvangers if any(plan.stand.heeft(a.email) for a in o.adressen))
    return tuple(o for o in ontvangers if any(not plan.stand.heeft(a.email) for a in o.adressen))


def _gather(levering: Levering, plan: Zendplan, ontvangers: tuple[Ontvangers, ...]) -> Zendstukken | None:
    from pipeline.werk.document import collect_actielijst
    from pipeline.werk.verslag import collect_verslag
    from pipeline.werk.zendstukken import prepare_agenda_zending, prepare_document

    opdracht, reeks, datum = levering.opdracht, levering.reeks, levering.datum
    if plan.zending == "agenda":
        return prepare_agenda_zending(levering, require_agenda(opdracht, reeks, datum), ontvangers)
    if reeks.verslag(datum) is None:
        text = f"Van de vergadering van {datum.isoformat()} is nog geen verslag."
        place = Bron(opdracht.inhoud.paden.show(opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)))
        hulp = f"Begin met: regietafel verslag {reeks.tafel.id} {datum.isoformat()}"
        levering.meldingen.append(melding("vergadering-onbekend", text, place, hulp))
        return None
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)

    def collect(kring: Lezerskring) -> Stukken:
        return (
            collect_verslag(levering, kring) if plan.zending == "verslag" else collect_actielijst(levering, kring=kring)
        )

    return prepare_document(levering, plan.zending, collect, folder, ontvangers)


def _is_ingehaald(log: Zendlogboek, plan: Zendplan) -> bool:
    """Tell whether another command did something of this mailing since its state was read."""
    from pipeline.rondzending import read_stand

    log.opdracht.reload()
    now = log.opdracht.reeks(log.reeks.tafel.id)
    return read_stand(now.logboeken.get(log.datum, ()), plan.zending) != plan.stand


def _deliver(
    log: Zendlogboek,
    levering: Levering,
    plan: Zendplan,
    zendstukken: Zendstukken,
    posts: tuple[Zendpost, ...],
    wens: Wens,
) -> int:
    """Do with the messages what was asked: show them, send them, write them as drafts, or write down that they went.

    Only one command at a time sends a mailing, and it looks again what was sent before it begins.
    """
    from pipeline.cli.verzending import write_concepten
    from pipeline.werkmap import lock

    opdracht = log.opdracht
    if wens.proef:
        return _show(opdracht, levering.meldingen, posts, wens)
    zendstukken.place()
    with lock(log.map):  # of this meeting only: one mailing at a time
        if not (wens.smtp or wens.verzonden):
            paths, found = write_concepten(log, posts)
            levering.meldingen.extend(found)
            return _finish(opdracht, levering.meldingen, wens, [opdracht.inhoud.paden.show(p) for p in paths], log)
        sent = None if _is_ingehaald(log, plan) else _send(log, levering, posts, wens)
    if sent is None:
        return _run(opdracht, opdracht.reeks(log.reeks.tafel.id), log.datum, plan.zending, wens)
    return _finish(opdracht, levering.meldingen, wens, [post.lijst.naam for post in sent])


def _send(log: Zendlogboek, levering: Levering, posts: tuple[Zendpost, ...], wens: Wens) -> tuple[Zendpost, ...]:
    """Send the messages, or write down that somebody sent them; return those that went out."""
    from pipeline.cli.verzending import record_by_hand, say_verzonden, send_all

    sent, found = send_all(log, posts) if wens.smtp else (posts, record_by_hand(log, posts))
    if not wens.als_json:
        say_verzonden(sent, log.dag)
    levering.meldingen.extend(found)
    return sent


def _show(opdracht: Opdracht, meldingen: list[Melding], posts: tuple[Zendpost, ...], wens: Wens) -> int:
    """Show who would get what."""
    from pipeline.cli.scherm import melding_json, print_json, show_meldingen
    from pipeline.werk.zendstukken import describe

    if wens.als_json:
        messages = [
            {
                "lijst": post.lijst.naam,
                "onderwerp": post.bericht.onderwerp,
                "aan": [a.email for a in post.bericht.aan],
                "bestanden": [b.naam for b in post.bericht.bijvoegsels],
                "links": [b.naam for b in post.te_groot],
            }
            for post in posts
        ]
        print_json({"berichten": messages, "meldingen": [melding_json(m) for m in meldingen]})
        return opdracht.finish(tuple(meldingen))
    for post in posts:
        click.secho(f"{post.lijst.naam}: {post.bericht.onderwerp}", bold=True)
        for adres in post.bericht.aan:
            click.echo(f"  aan      {adres.naam} <{adres.email}>" if adres.naam else f"  aan      {adres.email}")
        for bijvoegsel in post.bericht.bijvoegsels:
            click.echo(f"  bijlage  {describe(bijvoegsel)}")
        for bijvoegsel in post.te_groot:
            click.echo(f"  link     {describe(bijvoegsel)}")
    show_meldingen(meldingen)
    click.echo("Dit is een proef: er is niets verstuurd en niets geschreven.")
    return opdracht.finish(tuple(meldingen))


def _say_done(plan: Zendplan, levering: Levering, wens: Wens) -> int:
    from pipeline.werk.zending import report_nothing

    levering.meldingen.extend(report_nothing(plan))
    if not wens.als_json and not plan.nazending:
        click.echo(f"Iedereen op de lijsten heeft de zending al: {plan.zending}.")
        if plan.zending == "agenda":
            click.echo("Een nieuw stuk stuurt u met --nazending.")
    return _finish(levering.opdracht, levering.meldingen, wens, ())


def _finish(
    opdracht: Opdracht,
    meldingen: list[Melding],
    wens: Wens,
    klaar: Any,
    log: Zendlogboek | None = None,
) -> int:
    """Say what was written and what comes next; ``klaar`` are the drafts, or the lists a message went to."""
    from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen

    code = opdracht.finish(tuple(meldingen))
    if wens.als_json:
        print_json({"klaar": list(klaar), "meldingen": [melding_json(m) for m in meldingen]})
        return code
    show_meldingen(meldingen)
    if log is None:
        return code
    for path in klaar:
        say_written(path)
    if klaar:
        target = f"{log.zending} {log.reeks.tafel.id} {log.datum.isoformat()}"
        late = " --nazending" if wens.nazending else ""
        say_next(f"open de concepten met een dubbelklik en verstuur ze. Leg het daarna vast: "
                 f"regietafel verzend {target}{late} --verzonden {opdracht.op.isoformat()}")  # fmt: skip
    return code
