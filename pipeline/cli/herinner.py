"""``regietafel herinner``: a message per owner with the actions that are still open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.model import Bron, Lezerskring, Melding, Reeks, Tafel, dek_regels_af, melding

if TYPE_CHECKING:
    from pipeline.rondzending import Herinnering
    from pipeline.werkmap import Geplaatst

MAP = "herinneringen"


@dataclass
class _Afloop:
    """What became of the messages."""

    uitkomsten: list[Geplaatst] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)


@dutch_command(short_help="Maak per actiehouder een bericht met de open acties.")
@doel_argument
@json_option
@click.pass_obj
def herinner(opdracht: Opdracht, /, doel: tuple[str, ...], als_json: bool) -> int:
    """Maak voor elke actiehouder een bericht met de acties die nog open staan; te late acties eerst.

    De berichten komen als concept (.eml) in de map van de vergadering. Outlook opent ze als nieuw bericht: u
    leest ze na en verstuurt ze zelf. Doe dit ongeveer twee weken voor de vergadering.

    \b
    Voorbeeld:
      regietafel herinner
      regietafel herinner prt 2026-06-05
    """
    from pipeline.rondzending import build_herinneringen, find_ingewijden
    from pipeline.voortgang import acties_voor

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    lijst, found = acties_voor(reeks, datum, opdracht.op)
    done = _Afloop(meldingen=list(found))
    organisatie = opdracht.inhoud.organisatie
    insiders = find_ingewijden(reeks.tafel, datum)
    for built in build_herinneringen(lijst.open, reeks.tafel, organisatie, opdracht.op):
        kring = Lezerskring(built.actiehouder, all(a.email.casefold() in insiders for a in built.adressen))
        herinnering = replace(built, regels=dek_regels_af(built.regels, opdracht.inzage(reeks), kring))
        if herinnering.adressen:
            _place(opdracht, reeks, datum, herinnering, done)
        else:
            done.meldingen.append(_without_address(herinnering, reeks.tafel, opdracht.op))
    return _finish(opdracht, reeks, datum, done, als_json)


def _without_address(herinnering: Herinnering, tafel: Tafel, op: date) -> Melding:
    actions = ", ".join(regel.kenmerk.verwijzing for regel in herinnering.regels)
    if not herinnering.actiehouder:
        return melding("actie-zonder-actiehouder", f"Zonder actiehouder, dus zonder herinnering: {actions}.")
    meant = tafel.find_leden(herinnering.actiehouder, op)
    if len(meant) > 1:
        who = ", ".join(f"{lid.naam} (id {lid.id})" for lid in meant)
        tekst = f"{herinnering.actiehouder} kan meer dan een lid zijn: {who}. Geen herinnering voor {actions}."
        return melding("actiehouder-niet-eenduidig", tekst)
    tekst = f"Geen e-mailadres bekend van {herinnering.actiehouder}; open: {actions}."
    return melding("actiehouder-zonder-adres", tekst)


def _place(opdracht: Opdracht, reeks: Reeks, datum: date, herinnering: Herinnering, done: _Afloop) -> None:
    from pipeline.planning import samenstel_termijn
    from pipeline.rondzending import is_concept_ongewijzigd, write_concept, write_herinnering
    from pipeline.werkmap import FileBusyError, lock, place_document, safe_name

    paden = opdracht.inhoud.paden
    before = samenstel_termijn(reeks.tafel, datum).werkdag
    bericht = write_herinnering(herinnering, reeks.tafel, opdracht.inhoud.organisatie, datum, before)
    name = safe_name(f"Herinnering {herinnering.actiehouder}")
    path = paden.vergadering(reeks.tafel.id, datum) / MAP / f"{name}.eml"
    try:
        with lock(paden.map):
            uitkomst = place_document(path, write_concept(bericht), is_concept_ongewijzigd)
    except FileBusyError:
        tekst = f"{path.name} is open in een ander programma. Er is niets geschreven."
        done.meldingen.append(melding("in-gebruik", tekst, Bron(paden.show(path))))
        return
    if uitkomst.geweigerd:
        tekst = f"{path.name} is met de hand gewijzigd nadat het is gemaakt. Het is niet overschreven."
        done.meldingen.append(melding("bericht-gewijzigd", tekst, Bron(paden.show(path))))
    else:
        done.uitkomsten.append(uitkomst)


def _finish(opdracht: Opdracht, reeks: Reeks, datum: date, done: _Afloop, als_json: bool) -> int:
    from pipeline.planning import format_weekdag, herinner_dag

    show, meldingen = opdracht.inhoud.paden.show, tuple(done.meldingen)
    if als_json:
        files = [{"bestand": show(u.pad), "gewijzigd": u.geschreven} for u in done.uitkomsten]
        print_json({"geschreven": files, "meldingen": [melding_json(m) for m in meldingen]})
        return opdracht.finish(meldingen)
    show_meldingen(meldingen)
    for uitkomst in done.uitkomsten:
        say_written(show(uitkomst.pad), uitkomst.geschreven)
    if not done.uitkomsten:
        click.echo("Er zijn geen berichten gemaakt.")
        return opdracht.finish(meldingen)
    day = herinner_dag(datum)
    when = f"op {format_weekdag(day)}" if opdracht.op < day else "nu"
    say_next(f"open de berichten met een dubbelklik, lees ze na en verstuur ze {when}.")
    return opdracht.finish(meldingen)
