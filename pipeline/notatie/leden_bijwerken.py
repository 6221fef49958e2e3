"""The members in tafel.yaml, changed to what a list says; every other line stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Lid
from pipeline.notatie.yaml_bijwerken import append_item, remove_item, set_item_fields
from pipeline.notatie.yaml_schrijven import format_dag

_LIJSTEN = {"lid": "leden", "agendalid": "agendaleden", "toehoorder": "toehoorders"}
_NAAM = ("aanhef", "voorletters", "tussenvoegsel", "achternaam", "weergave")


@dataclass(frozen=True, slots=True)
class Ledenwijziging:
    """What a list changes about one member: ``velden`` are the fields with their old and new words.

    A member the list does not name is ``ontbreekt``: nobody is taken away by a list.
    """

    id: str
    soort: Literal["nieuw", "gewijzigd", "ontbreekt"]
    naam: str
    velden: tuple[tuple[str, str, str], ...] = ()


def compare_leden(huidig: Iterable[Lid], lijst: Iterable[Lid]) -> tuple[Ledenwijziging, ...]:
    """Say what is different in a list, in the order of the list; then who is missing from it."""
    known, wanted = {lid.id: lid for lid in huidig}, {lid.id: lid for lid in lijst}
    changes = [_compare(known.get(id_), lid) for id_, lid in wanted.items()]
    missing = [Ledenwijziging(lid.id, "ontbreekt", _naam(lid)) for id_, lid in known.items() if id_ not in wanted]
    return (*(c for c in changes if c is not None), *missing)


def _compare(old: Lid | None, new: Lid) -> Ledenwijziging | None:
    if old is None:
        return Ledenwijziging(new.id, "nieuw", _naam(new))
    before, after = _fields(old), _fields(new)
    names = [name for name in after if before[name] != after[name]]
    changed = tuple((name, before[name], after[name]) for name in names)
    return Ledenwijziging(new.id, "gewijzigd", _naam(new), changed) if changed else None


def update_leden(tekst: str, huidig: tuple[Lid, ...], lijst: Iterable[Lid]) -> str:
    """Carry out what a list changes in the text of tafel.yaml; ValueError where that cannot be done."""
    known = {lid.id: lid for lid in huidig}
    places = _places(huidig)
    added: list[Lid] = []
    moved: list[tuple[str, int]] = []
    for lid in lijst:
        old = known.get(lid.id)
        if old is None or old.hoedanigheid != lid.hoedanigheid:
            added.append(lid)
            moved += [places[lid.id]] if old else []
        elif (change := _compare(old, lid)) is not None:
            naam, place = places[lid.id]
            tekst = set_item_fields(tekst, naam, place, {field: new for field, _, new in change.velden})
    for naam, place in sorted(moved, reverse=True):
        tekst = remove_item(tekst, naam, place)
    for lid in added:
        fields = {k: v for k, v in _fields(lid).items() if v and k != "hoedanigheid"}
        tekst = append_item(tekst, _LIJSTEN[lid.hoedanigheid], fields)
    return tekst


def _places(leden: tuple[Lid, ...]) -> dict[str, tuple[str, int]]:
    """Say in which list and at which place each member stands; members come list by list, in order."""
    counts = dict.fromkeys(_LIJSTEN.values(), 0)
    places: dict[str, tuple[str, int]] = {}
    for lid in leden:
        naam = _LIJSTEN[lid.hoedanigheid]
        places[lid.id] = (naam, counts[naam])
        counts[naam] += 1
    return places


def _fields(lid: Lid) -> dict[str, str]:
    """Return the fields as they are written; a heading that is the organisation is not repeated."""
    return {
        "id": lid.id,
        **{name: getattr(lid.persoon, name) for name in _NAAM},
        "functie": lid.functie,
        "groep": lid.groep if lid.groep != lid.organisatie else "",
        "organisatie": lid.organisatie,
        "rol": lid.rol,
        "hoedanigheid": lid.hoedanigheid,
        "van": format_dag(lid.van),
        "tot": format_dag(lid.tot),
        "email": lid.email,
        "cc": lid.cc,
        "openbaar": lid.openbaar,
    }


def _naam(lid: Lid) -> str:
    return lid.naam
