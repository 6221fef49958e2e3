"""Checks on the list of who was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.controle.dossier import Dossier
from pipeline.model import Deelnemer, Lid, Melding, find_deelnemers, melding
from pipeline.wie.namen import parse_aanspreking
from pipeline.wie.woorden import fold_naam


def check_dubbele_deelnemers(dossier: Dossier) -> Iterator[Melding]:
    """Report a person who is in the list twice, and one who is there both as present and as absent."""
    for one, other in _doubles(dossier.deelnemers):
        place = other.bron or (dossier.verslag.bron if dossier.verslag else None)
        if one.aanwezig == other.aanwezig:
            text = f"{other.naam} staat twee keer in de lijst van deelnemers."
            yield melding("deelnemer-dubbel", text, place)
        else:
            text = f"{other.naam} staat in de lijst als aanwezig en als afwezig."
            yield melding("deelnemer-tegenstrijdig", text, place)


def check_afgemeld_en_aanwezig(dossier: Dossier) -> Iterator[Melding]:
    """Report someone who sent apologies before the meeting and is listed as present in its minutes."""
    if dossier.vergadering is None or dossier.verslag is None or not dossier.verslag.deelnemers:
        return
    tafel = dossier.tafel
    for naam in dossier.vergadering.afmeldingen:
        leden = tafel.leden_op(dossier.datum)
        for deelnemer in dossier.namen.zoek(naam) or find_deelnemers(naam, dossier.verslag.deelnemers, leden):
            if deelnemer.aanwezig:
                text = f"{deelnemer.naam} heeft zich afgemeld, maar staat in het verslag als aanwezig."
                yield melding("deelnemer-tegenstrijdig", text, deelnemer.bron or dossier.verslag.bron)


def check_leden_gelijk(dossier: Dossier) -> Iterator[Melding]:
    """Report two members who look the same in a document: nobody can tell there which of them is meant."""
    shown: dict[tuple[str, str], list[Lid]] = defaultdict(list)
    for lid in dossier.tafel.leden_op(dossier.datum):
        line = lid.verwacht()
        shown[fold_naam(line.groep), fold_naam(line.regel)].append(lid)
    for same in shown.values():
        if len(same) > 1:
            ids = " en ".join(lid.id for lid in same)
            text = f"In documenten heten deze leden hetzelfde, {same[0].naam}: {ids}."
            yield melding("leden-gelijk", text, same[1].bron, _tell_apart(same))


def _tell_apart(leden: list[Lid]) -> str:
    """Say what would tell these members apart."""
    missing = (
        ("een naam", not any(lid.persoon.heeft_naam for lid in leden)),
        ("voorletters", all(lid.persoon.heeft_naam and not lid.persoon.voorletters for lid in leden)),
        ("een functie", not any(lid.functie for lid in leden)),
        ("een organisatie", not any(lid.organisatie for lid in leden)),
    )
    wanted = [what for what, is_missing in missing if is_missing]
    told = " of ".join(wanted) or "een andere functie of organisatie"
    return f"Zet er in tafel.yaml {told} bij, of tot bij wie geen lid meer is."


def _doubles(deelnemers: Iterable[Deelnemer]) -> Iterator[tuple[Deelnemer, Deelnemer]]:
    """Yield each line about a person who stood in the list before, after the first line about that person."""
    per_name: dict[str, list[Deelnemer]] = defaultdict(list)
    for deelnemer in deelnemers:
        people = per_name[fold_naam(deelnemer.persoon.familienaam if deelnemer.persoon else "")]
        first = next((other for other in people if _is_same(other, deelnemer)), None)
        if first:
            yield first, deelnemer
        else:
            people.append(deelnemer)


def _is_same(one: Deelnemer, other: Deelnemer) -> bool:
    """Tell whether two lines of one surname are one person; two from two bodies are two people."""
    if one.lid and other.lid:
        return one.lid == other.lid
    first, second = one.persoon, other.persoon
    if first is None or second is None or not first.achternaam:
        return False
    bodies = {fold_naam(d.organisatie or d.groep) for d in (one, other)} - {""}
    titles = {parse_aanspreking(p.aanhef) for p in (first, second)} - {None}
    initials = {fold_naam(p.voorletters)[:1] for p in (first, second)} - {""}
    return len(bodies) < 2 and len(titles) < 2 and len(initials) < 2
