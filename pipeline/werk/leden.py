"""The members of a table, from and to Excel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Bron, Lid, Melding, Reeks, Tafel, melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.notatie import Ledenwijziging

__all__ = [
    "Ledenlijst", "Ledenwijziging", "SchrijfLeden", "ToonLeden", "VergelijkLeden", "WijzigLeden",
    "schrijf_leden", "toon_leden", "vergelijk_leden", "wijzig_leden",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToonLeden(Verzoek):
    """Who is a member on this day."""

    daad: ClassVar[str] = "toon_leden"
    tafel: str | None = None


@dataclass(frozen=True, slots=True)
class SchrijfLeden(Verzoek):
    """All members, also former ones, to a new worksheet (``naar``)."""

    daad: ClassVar[str] = "schrijf_leden"
    tafel: str | None = None
    naar: Path = Path()


@dataclass(frozen=True, slots=True)
class VergelijkLeden(Verzoek):
    """What a worksheet (``uit``) would change."""

    daad: ClassVar[str] = "vergelijk_leden"
    tafel: str | None = None
    uit: Path = Path()


@dataclass(frozen=True, slots=True)
class WijzigLeden(Verzoek):
    """The changes of a worksheet (``uit``), into tafel.yaml."""

    daad: ClassVar[str] = "wijzig_leden"
    tafel: str | None = None
    uit: Path = Path()


@dataclass(frozen=True, slots=True)
class Ledenlijst:
    """The members of a table on a day."""

    tafel: Tafel
    leden: tuple[Lid, ...]


def toon_leden(opdracht: Opdracht, verzoek: ToonLeden) -> Uitkomst:
    """Say who is a member on this day. Nothing is written."""
    tafel = opdracht.reeks(verzoek.tafel).tafel
    return Uitkomst(gegevens=Ledenlijst(tafel, tuple(lid for lid in tafel.leden if lid.is_lid_op(opdracht.op))))


def schrijf_leden(opdracht: Opdracht, verzoek: SchrijfLeden) -> Uitkomst:
    """Write all members to a worksheet; one that stands there is somebody's, and stays."""
    from pipeline.werk.werkbladen import place_werkblad
    from pipeline.werkblad import write_leden

    tafel = opdracht.reeks(verzoek.tafel).tafel
    path = place_werkblad(opdracht, verzoek.naar, write_leden(f"Leden {tafel.kort}", tafel.leden))
    arguments = {"tafel": tafel.id, "uit": f'"{path}"'}
    following = Vervolg("pas de lijst aan in Excel, en dan: {daad}", "vergelijk_leden", arguments)
    return Uitkomst((Geschreven(str(path)),), vervolg=(following,))


def vergelijk_leden(opdracht: Opdracht, verzoek: VergelijkLeden) -> Uitkomst:
    """Say what a worksheet would change; who is not in it stays a member. Nothing is written."""
    reeks = opdracht.reeks(verzoek.tafel)
    changes, _, found = _compare(opdracht, reeks, verzoek.uit)
    arguments = {"tafel": reeks.tafel.id, "uit": f'"{verzoek.uit}"'}
    following = (Vervolg("{daad}", "wijzig_leden", arguments),) if _changes_something(changes) else ()
    return Uitkomst(meldingen=found, vervolg=following, gegevens=changes)


def wijzig_leden(opdracht: Opdracht, verzoek: WijzigLeden) -> Uitkomst:
    """Write the changes of a worksheet into tafel.yaml; the rest of that file stays as it is."""
    reeks = opdracht.reeks(verzoek.tafel)
    changes, lijst, found = _compare(opdracht, reeks, verzoek.uit)
    if not changes:
        return Uitkomst(meldingen=found, gegevens=changes)
    wrong = _take_over(opdracht, reeks, lijst)
    path = opdracht.inhoud.paden.tafel(reeks.tafel.id)
    written = (Geschreven(opdracht.show(path)),) if _changes_something(changes) and not wrong else ()
    return Uitkomst(written, (*found, *wrong), gegevens=changes)


def _changes_something(changes: tuple[Ledenwijziging, ...]) -> bool:
    return any(change.soort != "ontbreekt" for change in changes)


def _compare(
    opdracht: Opdracht, reeks: Reeks, uit: Path
) -> tuple[tuple[Ledenwijziging, ...], tuple[Lid, ...], tuple[Melding, ...]]:
    from pipeline.notatie import compare_leden
    from pipeline.werkblad import read_leden
    from pipeline.werkmap import read_bytes

    try:
        content = read_bytes(uit)
    except OSError:
        opdracht.stop(melding("bestand-onleesbaar", f"{uit} kan niet worden gelezen."))
    lijst, found = read_leden(content, uit.name)
    changes = compare_leden(reeks.tafel.leden, lijst) if not opdracht.finish(found) else ()
    return tuple(changes), lijst, found


def _take_over(opdracht: Opdracht, reeks: Reeks, lijst: tuple[Lid, ...]) -> tuple[Melding, ...]:
    from pipeline.notatie import update_leden
    from pipeline.werk.agendatekst import edit_record

    path = opdracht.inhoud.paden.tafel(reeks.tafel.id)
    found = edit_record(opdracht, path, lambda text: update_leden(text, reeks.tafel.leden, lijst))
    shown = opdracht.show(path)
    return tuple(melding(m.code, f"{shown} kan niet worden bijgewerkt.", Bron(shown)) for m in found)
