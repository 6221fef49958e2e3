"""Reminders: per owner the actions that are still open, late ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.markering import format_datum
from pipeline.markering.adressen import Adres, find_lid_adressen, is_adres, read_adressen
from pipeline.model import ActielijstRegel, Organisatie, Tafel
from pipeline.rondzending.bericht import Bericht
from pipeline.wie.personen import strip_aanhef

_REST = "Nog open:"


@dataclass(frozen=True, slots=True)
class Herinnering:
    """What one owner hears: open actions, by term. Without ``adressen`` there is nobody to send it to."""

    actiehouder: str
    regels: tuple[ActielijstRegel, ...]
    adressen: tuple[Adres, ...] = ()


def build_herinneringen(
    regels: Iterable[ActielijstRegel], tafel: Tafel, organisatie: Organisatie, datum: date
) -> tuple[Herinnering, ...]:
    """Gather the open actions per owner, in order of first appearance; an action with two owners is told to both.

    An action without an owner is under an empty name; one that was reported done is left out. ``datum`` says who
    are members.
    """
    per_owner: dict[str, list[ActielijstRegel]] = {}
    for regel in regels:
        if regel.gemeld and regel.gemeld.status in ("afgerond", "vervallen"):
            continue
        for owner in regel.actiehouders or ("",):
            per_owner.setdefault(_one_name(owner, tafel, datum), []).append(regel)
    return tuple(
        Herinnering(owner, _by_term(found), find_adressen(owner, tafel, organisatie, datum))
        for owner, found in per_owner.items()
    )


def _one_name(actiehouder: str, tafel: Tafel, datum: date) -> str:
    """Call an owner who is a member by role one thing, however the record writes it: nobody gets two messages."""
    meant = tafel.find_leden(actiehouder, datum)
    if len(meant) != 1 or meant[0].persoon.heeft_naam or meant[0].id.casefold() == actiehouder.casefold():
        return actiehouder  # an id is often that of a body: "COA"
    return meant[0].naam


def _by_term(regels: list[ActielijstRegel]) -> tuple[ActielijstRegel, ...]:
    return tuple(sorted(regels, key=lambda r: (r.termijn.datum or date.max, r.kenmerk)))


def find_adressen(actiehouder: str, tafel: Tafel, organisatie: Organisatie, datum: date) -> tuple[Adres, ...]:
    """Find where an owner is reached: a member by name or function, else everybody of the organisation meant."""
    wanted = _fold(actiehouder)
    if not wanted:
        return ()
    members = tafel.leden_op(datum)
    meant = tafel.find_leden(actiehouder, datum)
    if len(meant) > 1:
        return ()  # whom of them is not said: the secretariat has to ask
    found = meant or tuple(lid for lid in members if wanted in (_fold(lid.organisatie), _fold(lid.groep)))
    if not found and is_adres(organisatie.email) and wanted in (_fold(organisatie.afzender), _fold(tafel.secretaris)):
        return (Adres(organisatie.email, organisatie.afzender),)
    reached = (lid for lid in found if read_adressen(lid.email).adressen)
    addresses = (adres for lid in reached for adres in find_lid_adressen(lid).adressen)
    return tuple({adres.email.casefold(): adres for adres in addresses}.values())


def _fold(tekst: str) -> str:
    return strip_aanhef(" ".join(tekst.split())).casefold()


def write_herinnering(
    herinnering: Herinnering, tafel: Tafel, organisatie: Organisatie, datum: date, voor: date
) -> Bericht:
    """Write the message to one owner; an answer is asked before the day ``voor``."""
    count = len(herinnering.regels)
    late = [r for r in herinnering.regels if r.te_laat]
    soon = [r for r in herinnering.regels if r.loopt_af]
    rest = [r for r in herinnering.regels if not (r.te_laat or r.loopt_af)]
    addressees = {adres.naam for adres in herinnering.adressen if not adres.cc}
    lines = [
        f"Beste {addressees.pop() if len(addressees) == 1 else 'collega'},",
        "",
        f"Op {format_datum(datum)} vergadert de {tafel.naam}. Bij {herinnering.actiehouder} "
        f"{'staat nog 1 actie' if count == 1 else f'staan nog {count} acties'} open. "
        f"Wilt u voor {format_datum(voor)} laten weten hoe het ermee staat? Dan nemen wij het mee bij de agenda.",
    ]
    parts = (("De termijn is verstreken:", late), ("De termijn loopt af vóór de vergadering:", soon), (_REST, rest))
    for heading, regels in parts:
        if regels:
            lines += ["", heading, *(_write_regel(regel) for regel in regels)]
    lines += ["", "Met vriendelijke groet,", "", organisatie.afzender or organisatie.naam]
    email = tafel.contact if is_adres(tafel.contact) else organisatie.email
    return Bericht(
        aan=herinnering.adressen,
        onderwerp=f"Open acties voor de {tafel.kort} van {format_datum(datum)}",
        tekst="\n".join(lines) + "\n",
        afzender=Adres(email, organisatie.afzender) if is_adres(email) else None,
    )


def _write_regel(regel: ActielijstRegel) -> str:
    term = regel.termijn.tekst or (format_datum(regel.termijn.datum) if regel.termijn.datum else "")
    extra = f" Termijn: {term}." if term else " Er is geen termijn afgesproken."
    action = regel.actie.replace("**", "").rstrip(". ")
    return f"- {regel.kenmerk.verwijzing}: {action}.{extra}"
