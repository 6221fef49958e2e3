"""Items of an agenda changed by hand: added, changed, moved and taken away; and a paper put with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Agendapunt, Bijlage, Melding, Reeks, Vergadering
from pipeline.werk.agendatekst import add_punt, edit_record
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum, require_agenda
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.notatie.yaml_schrijven import Waarde

# What of an item may be changed one by one; its papers come and go by ``voeg_stuk_toe``.
VELDEN = frozenset({"titel", "doel", "duur", "spreker", "toelichting", "vertrouwelijk", "openbare_titel", "hamerstuk"})


@dataclass(frozen=True, slots=True)
class Puntwijziging:
    """A change of an agenda: ``nieuw`` (with a ``titel`` in ``velden``), ``anders``, ``weg`` or ``naar``.

    ``punt`` is the number of the item as the agenda shows it, none for a new one. ``na`` is the item it comes after:
    None for last, empty for first.
    """

    wat: str
    punt: str = ""
    velden: Mapping[str, str] = field(default_factory=dict)
    na: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigAgenda(OverVergadering):
    """Changes of an agenda, one after the other."""

    daad: ClassVar[str] = "wijzig_agenda"
    wijzigingen: tuple[Puntwijziging, ...] = ()


@dataclass(frozen=True, slots=True)
class VoegStukToe(OverVergadering):
    """A paper (``bestand``, from anywhere) put with an item; without a ``titel`` it is called as its file."""

    daad: ClassVar[str] = "voeg_stuk_toe"
    punt: str = ""
    bestand: Path = Path()
    titel: str = ""
    is_vertrouwelijk: bool = False
    is_tafelstuk: bool = False


def wijzig_agenda(opdracht: Opdracht, verzoek: WijzigAgenda) -> Uitkomst:
    """Change the items of an agenda; what was typed around them stays, and items that went out keep their numbers."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    for wijziging in verzoek.wijzigingen:
        vergadering = require_agenda(opdracht, reeks, datum)
        found = _change(opdracht, reeks, vergadering, wijziging)
        if found:
            opdracht.stop(*found)
        opdracht.reload()
        reeks = opdracht.reeks(reeks.tafel.id)
    vergadering = require_agenda(opdracht, reeks, datum)
    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, datum)
    own = tuple(m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand == opdracht.show(path))
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    following = Vervolg("{daad}", "maak_agenda", meeting)
    return Uitkomst((Geschreven(opdracht.show(path)),), own, vervolg=(following,), gegevens=vergadering)


def _change(
    opdracht: Opdracht, reeks: Reeks, vergadering: Vergadering, wijziging: Puntwijziging
) -> tuple[Melding, ...]:
    from pipeline.notatie import remove_item, set_item_fields

    unknown = sorted(set(wijziging.velden) - VELDEN)
    if unknown:
        raise VerkeerdVerzoek(f"dit is geen veld van een agendapunt: {', '.join(unknown)}.")
    if wijziging.wat == "nieuw":
        return _add(opdracht, reeks, vergadering, wijziging)
    place = _find_place(vergadering, wijziging.punt)
    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, vergadering.datum)
    changes: dict[str, Callable[[str], str]] = {
        "anders": lambda text: set_item_fields(text, "agendapunten", place, dict(wijziging.velden), "titel"),
        "weg": lambda text: remove_item(text, "agendapunten", place),
        "naar": lambda text: _move(text, vergadering, place, wijziging.na),
    }
    if wijziging.wat not in changes:
        raise VerkeerdVerzoek(f"{wijziging.wat} kan niet met een agendapunt; wel: nieuw, {', '.join(changes)}.")
    return edit_record(opdracht, path, changes[wijziging.wat])


def _add(opdracht: Opdracht, reeks: Reeks, vergadering: Vergadering, wijziging: Puntwijziging) -> tuple[Melding, ...]:
    from pipeline.notatie import set_item_fields

    titel = " ".join(wijziging.velden.get("titel", "").split())
    if not titel:
        raise VerkeerdVerzoek("geef het nieuwe agendapunt een titel.")
    found = add_punt(opdracht, reeks, vergadering.datum, Agendapunt("", titel), wijziging.na or None)
    more = {name: value for name, value in wijziging.velden.items() if name != "titel" and value}
    if found or not more:
        return found
    opdracht.reload()
    after = require_agenda(opdracht, opdracht.reeks(reeks.tafel.id), vergadering.datum)
    place = max(n for n, punt in enumerate(_own(after)) if punt.titel == titel)
    path = opdracht.inhoud.paden.agenda(reeks.tafel.id, vergadering.datum)
    return edit_record(opdracht, path, lambda text: set_item_fields(text, "agendapunten", place, more, "titel"))


def _own(vergadering: Vergadering) -> list[Agendapunt]:
    """Return the items that stand in agenda.yaml: the standing ones of the table do not."""
    return [punt for punt in vergadering.agendapunten if punt.bron is not None]


def _find_place(vergadering: Vergadering, nummer: str) -> int:
    """Return where in agenda.yaml the item with this number stands."""
    found = [n for n, punt in enumerate(_own(vergadering)) if punt.nummer == nummer]
    if not found:
        known = ", ".join(punt.nummer for punt in _own(vergadering)) or "geen"
        raise VerkeerdVerzoek(f"er is geen agendapunt {nummer} om te wijzigen. Wel: {known}.")
    return found[0]


def _move(text: str, vergadering: Vergadering, place: int, na: str | None) -> str:
    """Take an item out and put it where it goes, with all its fields as they were typed."""
    from pipeline.notatie import append_item, format_punt, remove_item

    own = _own(vergadering)
    point = own[place]
    others = [punt.nummer for punt in own if punt is not point]
    at = len(others) if na is None else (others.index(na) + 1 if na in others else 0)
    fields = format_punt(replace(point, nummer=""))
    return append_item(remove_item(text, "agendapunten", place), "agendapunten", fields, at)


def voeg_stuk_toe(opdracht: Opdracht, verzoek: VoegStukToe) -> Uitkomst:
    """Copy a paper to the folder ``bijlagen`` and put it with its item; a name that is taken gets a number."""
    from pipeline.notatie import format_punt, set_item_fields
    from pipeline.werk.lezing import read_bestand
    from pipeline.werkmap import exists, read_bytes, safe_name, write_atomic

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    vergadering = require_agenda(opdracht, reeks, datum)
    place = _find_place(vergadering, verzoek.punt)
    content = read_bestand(opdracht, verzoek.bestand)
    folder, name = opdracht.inhoud.paden.bijlagen(reeks.tafel.id, datum), PurePath(safe_name(verzoek.bestand.name))
    path, count = folder / name, 1
    while exists(path) and read_bytes(path) != content:
        count += 1
        path = folder / f"{name.stem} ({count}){name.suffix}"
    write_atomic(path, content)
    point = _own(vergadering)[place]
    if any(bijlage.bestand == path.name for bijlage in point.bijlagen):
        return Uitkomst((Geschreven(opdracht.show(path), gewijzigd=False),), gegevens=vergadering)
    title = verzoek.titel.strip() or name.stem
    bijlage = Bijlage(title, path.name, verzoek.is_vertrouwelijk, tafelstuk=verzoek.is_tafelstuk)
    papers: Waarde = format_punt(replace(point, bijlagen=(*_typed(point), bijlage)))["bijlagen"]
    agenda = opdracht.inhoud.paden.agenda(reeks.tafel.id, datum)
    fields = {"bijlagen": papers}
    found = edit_record(opdracht, agenda, lambda t: set_item_fields(t, "agendapunten", place, fields, "titel"))
    if found:
        opdracht.stop(*found)
    opdracht.reload()
    after = require_agenda(opdracht, opdracht.reeks(reeks.tafel.id), datum)
    return Uitkomst((Geschreven(opdracht.show(path)), Geschreven(opdracht.show(agenda))), gegevens=after)


def _typed(point: Agendapunt) -> tuple[Bijlage, ...]:
    """Return the papers of an item that stand in agenda.yaml: the minutes of last time come by themselves."""
    return tuple(bijlage for bijlage in point.bijlagen if not bijlage.verslag_van)
