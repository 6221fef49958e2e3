"""Where every meeting stands, what is next, and what waits beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from pipeline.model import Reeks, Tafel
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.planning import Stadium, Termijndag, Vergaderstand, Werkdoel, Werkstap

__all__ = ["Overzicht", "Stadium", "Tafelstand", "Termijndag", "ToonStatus", "Vergaderstand", "Werkstap",
           "next_step", "toon_status"]  # fmt: skip

# The act that does a step, and what it is asked beside the table and the meeting.
_DAAD: dict[Werkdoel, tuple[str, dict[str, str]]] = {
    "conceptagenda": ("maak_agenda", {}),
    "akkoord_voorzitter": ("leg_akkoord_vast", {}),
    "agenda_rondgezonden": ("bereid_verzending_voor", {"zending": "agenda"}),
    "gehouden": ("maak_verslag", {}),
    "conceptverslag": ("maak_verslag", {}),
    "conceptverslag_rondgezonden": ("bereid_verzending_voor", {"zending": "verslag"}),
    "vastgesteld": ("stel_vast", {}),
    "gepubliceerd": ("publiceer", {}),
}


@dataclass(frozen=True, slots=True)
class ToonStatus(Verzoek):
    """Where the meetings stand: of one table, or of all."""

    daad: ClassVar[str] = "toon_status"
    tafel: str | None = None


@dataclass(frozen=True, slots=True)
class Tafelstand:
    """One table: where its meetings stand, how many actions are open, and what waits.

    ``aangemeld`` counts the proposals for its agenda; ``te_herinneren`` is the meeting of which the owners of open
    actions were not reminded yet, though it is time.
    """

    tafel: Tafel
    standen: tuple[Vergaderstand, ...]
    acties_open: int
    aangemeld: int = 0
    te_herinneren: date | None = None


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The tables, the usual one first, and what is to be done over all of them, the most urgent first."""

    op: date
    tafels: tuple[Tafelstand, ...]
    te_doen: tuple[tuple[Werkstap, Vervolg], ...]


def toon_status(opdracht: Opdracht, verzoek: ToonStatus) -> Uitkomst:
    """Say where every meeting stands. Nothing is written."""
    first = opdracht.inhoud.organisatie.tafel
    if verzoek.tafel:
        reeksen = [opdracht.reeks(verzoek.tafel)]
    else:
        reeksen = sorted(opdracht.inhoud.reeksen, key=lambda reeks: reeks.tafel.id != first)
    tafels = tuple(_stand(opdracht, reeks) for reeks in reeksen)
    steps = [(stand.stap, next_step(stand)) for tafel in tafels for stand in tafel.standen if stand.stap]
    steps.sort(key=lambda found: found[0].uiterlijk or date.max)
    return Uitkomst(
        meldingen=opdracht.inhoud.meldingen,
        vervolg=tuple(vervolg for _, vervolg in steps),
        gegevens=Overzicht(opdracht.op, tafels, tuple(steps)),
    )


def next_step(stand: Vergaderstand) -> Vervolg:
    """Return the act that does what is next for a meeting; the text is what it comes to."""
    assert stand.stap is not None
    daad, more = _DAAD[stand.stap.doel]
    arguments: dict[str, Any] = {**more, "tafel": stand.tafel, "datum": stand.datum}
    return Vervolg(stand.stap.wat, daad, arguments)


def _stand(opdracht: Opdracht, reeks: Reeks) -> Tafelstand:
    from pipeline.planning import find_wachtende, vergaderstanden
    from pipeline.voortgang import acties_op
    from pipeline.werkmap import list_files

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id

    def bestanden(datum: date) -> tuple[frozenset[str], frozenset[str]]:
        return list_files(paden.vergadering(tafel, datum)), list_files(paden.verslagmap(tafel, datum))

    count = len(acties_op(reeks, opdracht.op)[0].geteld)
    return Tafelstand(
        reeks.tafel,
        vergaderstanden(reeks, opdracht.op, bestanden),
        count,
        len(find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu)),
        _te_herinneren(opdracht, reeks) if count else None,
    )


def _te_herinneren(opdracht: Opdracht, reeks: Reeks) -> date | None:
    """Return the next meeting where its day of reminding has come and nobody was reminded."""
    from pipeline.planning import herinner_dag
    from pipeline.werkmap import is_dir

    following = reeks.volgende(opdracht.op)
    if following is None or opdracht.op < herinner_dag(following):
        return None
    folder = opdracht.inhoud.paden.vergadering(reeks.tafel.id, following) / "herinneringen"
    return None if is_dir(folder) else following
