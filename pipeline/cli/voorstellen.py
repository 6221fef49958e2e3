"""``regietafel voorstellen``: what the language pass proposes, for a person to accept or refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.lees_scherm import owner_and_term, show_notities
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import bron_json, melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.model import (
    Aanmelding,
    AanmeldingBesluit,
    Actiepunt,
    Bron,
    GelegdeKoppeling,
    Melding,
    Reeks,
    Register,
    Verslag,
    Voortgang,
    melding,
)
from pipeline.werk.lezing import find_voorstellen

if TYPE_CHECKING:
    from pipeline.inname.keuzelijst import Keuze, Keuzelijst
    from pipeline.planning import Wachtende


@dataclass(frozen=True, slots=True)
class Zitting:
    """One call on the minutes of one meeting: its series, and what there is to decide on."""

    reeks: Reeks
    datum: date
    lijst: Keuzelijst
    vervallen: frozenset[GelegdeKoppeling]

    @property
    def register(self) -> Register:
        """What was added to these minutes; empty where there is nothing yet."""
        return self.reeks.registers.get(self.datum) or Register(self.reeks.tafel.id, self.datum)


@dutch_command(short_help="Toon wat er misschien ook een actie of besluit is, en neem het over of wijs het af.")
@doel_argument
@click.option(
    "--neem-over", "neem_over", metavar="KENMERKEN", help="Neem deze voorstellen over, zoals akt7m,v3p9x of alle."
)
@click.option("--wijs-af", "wijs_af", metavar="KENMERKEN", help="Wijs deze voorstellen af; ze komen niet terug.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom u ze afwijst.")
@json_option
@click.pass_obj
def voorstellen(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    neem_over: str | None,
    wijs_af: str | None,
    reden: str,
    als_json: bool,
) -> int:
    """Toon de zinnen in een verslag die een actie, een besluit of voortgang lijken, en die niemand heeft gemarkeerd.
    Ook staan hier acties die misschien dezelfde zijn als een oudere, en agendapunten die zijn uitgesteld: die komen
    op de volgende agenda als u ze overneemt. Niets telt mee voordat u het overneemt.

    Elk voorstel heeft een eigen kenmerk, dat niet verandert als de lijst verandert. Daarmee kiest u het.
    Wat u overneemt, krijgt een nummer in de tekst en een regel in de actielijst. Is het verslag al rondgezonden,
    dan komt het in register.yaml. Zonder DATUM: het laatste verslag.

    \b
    Voorbeeld:
      regietafel voorstellen
      regietafel voorstellen prt 2026-01-23 --neem-over akt7m,v3p9x
      regietafel voorstellen prt 2026-01-23 --wijs-af b8kd4 --reden "Dat is al gebeurd."
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum, verslag = _pick_verslag(opdracht, reeks, gevraagd)
    meldingen: list[Melding] = []
    zitting = _collect(opdracht, reeks, datum, verslag, meldingen)
    taken, refused = _read_kenmerken(neem_over, zitting), _read_kenmerken(wijs_af, zitting)
    if taken or refused:
        return _decide(opdracht, zitting, taken, refused, reden, meldingen)
    if als_json:
        found = [_as_json(merk, item, zitting) for merk, item in zitting.lijst.alle.items()]
        print_json({"voorstellen": found, "meldingen": [melding_json(m) for m in meldingen]})
    else:
        show_meldingen(meldingen)
        _show(zitting)
    return opdracht.finish(tuple(meldingen))


def _pick_verslag(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> tuple[date, Verslag]:
    """Return the minutes asked for, else the last there are."""
    recorded = reeks.verslagen_tot(opdracht.op)
    datum = recorded[-1].datum if recorded and not gevraagd else pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    verslag = reeks.verslag(datum)
    if verslag is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van {datum.isoformat()} is er nog geen verslag."))
    return datum, verslag


def _collect(opdracht: Opdracht, reeks: Reeks, datum: date, verslag: Verslag, meldingen: list[Melding]) -> Zitting:
    """Find what there is to decide on: not what was refused before, nor what a row says already."""
    from pipeline.cli.overname import Werkbank
    from pipeline.inname.keuzelijst import make_keuzelijst
    from pipeline.voortgang import list_vervallen

    stand = Werkbank(opdracht).stand(reeks, datum)
    register = reeks.registers.get(datum) or Register(reeks.tafel.id, datum)
    vervallen = frozenset(list_vervallen(reeks, datum))
    found = find_voorstellen(opdracht, verslag, meldingen, stand, reeks.volgende(datum))
    put_off = (w.aanmelding for w in _uitgesteld(opdracht, reeks, datum))
    return Zitting(reeks, datum, make_keuzelijst(found, verslag, register, vervallen, put_off), vervallen)


def _uitgesteld(opdracht: Opdracht, reeks: Reeks, datum: date) -> Iterator[Wachtende]:
    """Give the items that this meeting put off and that nobody decided on."""
    from pipeline.planning import find_wachtende

    for waiting in find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu):
        if waiting.plaats is None and waiting.aanmelding.uit.startswith(f"{reeks.tafel.id}/{datum.isoformat()}/"):
            yield waiting


def _read_kenmerken(written: str | None, zitting: Zitting) -> tuple[str, ...]:
    """Read ``akt7m,v3p9x`` or ``alle``; what is not in the list is wrong usage, and then nothing is done."""
    words = [word.strip().casefold() for word in (written or "").split(",") if word.strip()]
    marks = zitting.lijst.alle
    if words == ["alle"]:
        return tuple(marks)
    for word in words:
        if word.isdecimal():
            raise click.UsageError(f"kies een voorstel met zijn kenmerk, niet met een nummer: {word} zegt niet welk.")
        if word not in marks:
            raise click.UsageError(
                f"{word} staat niet in de lijst. Het is al overgenomen of afgewezen, of de tekst is veranderd. "
                f"Kijk opnieuw met: regietafel voorstellen {zitting.reeks.tafel.id} {zitting.datum}"
            )
    return tuple(dict.fromkeys(words))


def _show(zitting: Zitting) -> None:
    from pipeline.inname.keuzelijst import words_of
    from pipeline.markering import format_datum

    click.secho(f"{zitting.reeks.tafel.naam}, {format_datum(zitting.datum)}", bold=True)
    for merk, item in zitting.lijst.alle.items():
        if isinstance(item, GelegdeKoppeling):
            click.echo(f"  {merk}  {_say_koppeling(item, zitting)}")
            continue
        if isinstance(item, Aanmelding):
            secret = " (vertrouwelijk)" if item.vertrouwelijk else ""
            click.echo(f"  {merk}  agendapunt voor een volgende vergadering: {item.wat}{secret}")
            click.echo(f"         {item.toelichting} ({item.bron})")
            continue
        owner = owner_and_term(item.inhoud) if isinstance(item.inhoud, Actiepunt) else ""
        click.echo(f"  {merk}  {item.soort}, {round(item.zekerheid * 100)}%: {words_of(item)}{owner}")
        click.echo(f"         {item.reden} ({item.bron})")
    show_notities(zitting.register.notities)
    where = f"{zitting.reeks.tafel.id} {zitting.datum}"
    if zitting.lijst.alle:
        merk = next(iter(zitting.lijst.alle))
        say_next(f"regietafel voorstellen {where} --neem-over {merk} of --wijs-af {merk}")
    else:
        click.echo("Er zijn geen voorstellen.")


def _say_koppeling(item: GelegdeKoppeling, zitting: Zitting) -> str:
    """Say a link as a question, with the words of both; one that fell away says so."""
    link = item.koppeling
    said = {"zelfde_als": "is dezelfde actie als", "samengevoegd_met": "is samengevoegd met"}
    own = f"{item.van.label} ({link.tekst})" if link.tekst else item.van.label
    other = f"{link.met.verwijzing} ({link.tekst_met})" if link.tekst_met else link.met.verwijzing
    gone = " [vervallen: de woorden zijn veranderd]" if item in zitting.vervallen else ""
    return f"koppeling: {own} {said.get(link.soort, 'is gesplitst uit')} {other}{gone}"


def _decide(
    opdracht: Opdracht,
    zitting: Zitting,
    taken: tuple[str, ...],
    refused: tuple[str, ...],
    reden: str,
    meldingen: list[Melding],
) -> int:
    """Carry out what was chosen, unless somebody changed these minutes since the list was made."""
    if not reden and any(isinstance(zitting.lijst.alle[merk], Aanmelding) for merk in refused):
        raise click.UsageError("zeg bij een agendapunt waarom u het afwijst, met --reden.")
    from pipeline.werk.beslissen import Schrijver
    from pipeline.werkmap import lock

    with lock(opdracht.inhoud.paden.map):
        opdracht.reload()
        if opdracht.reeks(zitting.reeks.tafel.id) != zitting.reeks:
            meldingen.append(melding("intussen-gewijzigd", bron=Bron(f"{zitting.reeks.tafel.id} {zitting.datum}")))
            show_meldingen(meldingen)
            return opdracht.finish(tuple(meldingen))
        schrijver = Schrijver(opdracht, zitting.reeks, zitting.datum)
        for merk, item in zitting.lijst.alle.items():
            if merk in taken and merk not in refused and not isinstance(item, Aanmelding):
                schrijver.accept(item)
        for merk, item in reversed(zitting.lijst.alle.items()):
            if merk in refused and not isinstance(item, Aanmelding):
                schrijver.refuse(item, reden)
        meldingen += schrijver.write()
    show_meldingen(meldingen)
    for path in schrijver.geschreven:
        say_written(opdracht.inhoud.paden.show(path))
    if schrijver.geschreven:
        say_next(f"regietafel controleer {zitting.reeks.tafel.id} {zitting.datum}")
    return max(opdracht.finish(tuple(meldingen)), _decide_uitgesteld(opdracht, zitting, taken, refused, reden))


def _decide_uitgesteld(
    opdracht: Opdracht, zitting: Zitting, taken: tuple[str, ...], refused: tuple[str, ...], reden: str
) -> int:
    """Put the items that were put off on the next agenda, or decline them, as ``aangemeld`` does."""
    from pipeline.cli.aangemeld import decide

    code = 0
    for merk in (*taken, *refused):
        chosen = zitting.lijst.alle[merk]
        if isinstance(chosen, Aanmelding):
            opdracht.reload()
            reeks = opdracht.reeks(zitting.reeks.tafel.id)
            waiting = (w for w in _uitgesteld(opdracht, reeks, zitting.datum) if w.aanmelding.uit == chosen.uit)
            later = (v.datum for v in reeks.vergaderingen if v.datum > zitting.datum and v.datum >= opdracht.op)
            coming = pick_datum(opdracht, reeks, next(later, reeks.volgende(zitting.datum)), gehouden=False)
            for item in waiting:
                besluit: AanmeldingBesluit = "afgewezen" if merk in refused else "opgenomen"
                code = max(code, decide(opdracht, reeks, item, besluit, coming, reden, None))
    return code


def _as_json(merk: str, item: Keuze, zitting: Zitting) -> dict[str, Any]:
    from pipeline.inname.keuzelijst import words_of

    if isinstance(item, GelegdeKoppeling):
        link = item.koppeling
        return {
            "kenmerk": merk,
            "soort": "koppeling",
            "actie": str(item.van),
            "tekst": link.tekst or None,
            "verband": link.soort,
            "met": str(link.met),
            "tekst_met": link.tekst_met or None,
            "vervallen": item in zitting.vervallen,
        }
    if isinstance(item, Aanmelding):
        return {
            "kenmerk": merk,
            "soort": "agendapunt",
            "tekst": item.wat,
            "reden": item.toelichting,
            "vertrouwelijk": item.vertrouwelijk,
            "bron": bron_json(item.bron),
        }
    inhoud = item.inhoud
    action = inhoud if isinstance(inhoud, Actiepunt | Voortgang) else None
    return {
        "kenmerk": merk,
        "soort": item.soort,
        "tekst": words_of(item),
        "actiehouder": (action.actiehouder if action else "") or None,
        "termijn": (action.termijn.tekst if action else "") or None,
        "verwijst_naar": inhoud.verwijst_naar.verwijzing if isinstance(inhoud, Voortgang) else None,
        "zekerheid": item.zekerheid,
        "reden": item.reden,
        "bron": bron_json(item.bron),
    }
