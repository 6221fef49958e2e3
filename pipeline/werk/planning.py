"""The meetings of a year: proposed, and planned with everything that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Melding, Mijlpaal, Reeks, Tafel, melding
from pipeline.werk.agendatekst import add_punt
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.planning import Planregel

__all__ = ["Jaarplan", "PlanJaar", "Planregel", "ToonPlanning", "deliver_schema", "plan_jaar", "toon_planning"]


@dataclass(frozen=True, slots=True)
class ToonPlanning(Verzoek):
    """What the meetings of a year would be."""

    daad: ClassVar[str] = "toon_planning"
    tafel: str | None = None
    jaar: int = 0


@dataclass(frozen=True, slots=True)
class PlanJaar(Verzoek):
    """The meetings of a year as proposed: their folders, the schedule in Word and both calendars."""

    daad: ClassVar[str] = "plan_jaar"
    tafel: str | None = None
    jaar: int = 0
    keuze: Keuze = Keuze()


@dataclass(frozen=True, slots=True)
class Jaarplan:
    """The meetings of a year, those that are there and those that are proposed, with the milestones of the law."""

    tafel: Tafel
    jaar: int
    regels: tuple[Planregel, ...]
    mijlpalen: tuple[Mijlpaal, ...]


def toon_planning(opdracht: Opdracht, verzoek: ToonPlanning) -> Uitkomst:
    """Propose the meetings of a year: on the usual day, at the usual distance. Nothing is written."""
    plan, meldingen = _propose(opdracht, opdracht.reeks(verzoek.tafel), verzoek.jaar)
    following = Vervolg("{daad}", "plan_jaar", {"tafel": plan.tafel.id, "jaar": plan.jaar})
    is_new = any(not regel.bestaat for regel in plan.regels)
    return Uitkomst(meldingen=meldingen, vervolg=(following,) if is_new else (), gegevens=plan)


def plan_jaar(opdracht: Opdracht, verzoek: PlanJaar) -> Uitkomst:
    """Make the folders, and then everything that shows the series."""
    from pipeline.planning import write_lege_agenda
    from pipeline.werkmap import create_vergadering

    reeks = opdracht.reeks(verzoek.tafel)
    plan, meldingen = _propose(opdracht, reeks, verzoek.jaar)
    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    for regel in plan.regels:
        folder = None if regel.bestaat else create_vergadering(paden, tafel, regel.datum, write_lege_agenda())
        if folder is not None:
            opdracht.gedaan.append(f"Gemaakt: {paden.show(folder)}")
    opdracht.reload()
    levering = Levering(opdracht, opdracht.reeks(tafel), date(plan.jaar, 1, 1), verzoek.keuze)
    levering.meldingen.extend(meldingen)
    _place_mijlpaal_punten(levering, plan.jaar)
    deliver_schema(levering, opdracht.reeks(tafel), plan.jaar, plan.mijlpalen)
    text = ("stuur het vergaderschema en de agenda rond; in Outlook opent u de agenda met een dubbelklik. "
            "Hoe het staat: {daad}")  # fmt: skip
    return levering.finish(Vervolg(text, "toon_status", {"tafel": tafel}))


def _propose(opdracht: Opdracht, reeks: Reeks, jaar: int) -> tuple[Jaarplan, tuple[Melding, ...]]:
    from pipeline.planning import build_jaarkader, check_planning, find_mijlpalen, propose_reeks

    organisatie = opdracht.inhoud.organisatie
    kader = build_jaarkader(reeks, opdracht.inhoud.reeksen, organisatie)
    regels, found = propose_reeks(reeks.tafel, jaar, kader, opdracht.op)
    plan = Jaarplan(reeks.tafel, jaar, tuple(regels), tuple(find_mijlpalen(jaar, organisatie.mijlpalen)))
    return plan, (*found, *check_planning(reeks, kader, opdracht.op), *_check_gevoed(opdracht, reeks, jaar))


def _check_gevoed(opdracht: Opdracht, reeks: Reeks, jaar: int) -> tuple[Melding, ...]:
    """Say when a table is planned before the one whose meetings it prepares."""
    fed = opdracht.inhoud.reeks(reeks.tafel.voedt) if reeks.tafel.voedt else None
    if not reeks.tafel.voedt or (fed and any(d.year == jaar and d > opdracht.op for d in fed.gehouden_data)):
        return ()
    known = fed is not None
    tekst = f"Van {reeks.tafel.voedt} is in {jaar} niets meer gepland; dit voorstel volgt het eigen ritme."
    hulp = f"Plan eerst: regietafel planning {reeks.tafel.voedt} {jaar}" if known else "Kijk bij voedt in tafel.yaml."
    return (melding("geen-voorbereiding", tekst, reeks.tafel.bron, hulp),)


def _place_mijlpaal_punten(levering: Levering, jaar: int) -> None:
    """Put the items of the law cycle on the agendas they belong to."""
    from pipeline.planning import find_mijlpaal_punten, find_mijlpalen

    opdracht = levering.opdracht
    dates = opdracht.inhoud.organisatie.mijlpalen
    mijlpalen = (*find_mijlpalen(jaar, dates), *find_mijlpalen(jaar + 1, dates))
    for datum, punt in tuple(find_mijlpaal_punten(levering.reeks, mijlpalen, opdracht.op)):
        levering.meldingen.extend(add_punt(opdracht, levering.reeks, datum, punt))
        opdracht.gedaan.append(f"Op de agenda van {datum.isoformat()}: {punt.titel}")
    opdracht.reload()


def deliver_schema(levering: Levering, reeks: Reeks, jaar: int, mijlpalen: tuple[Mijlpaal, ...]) -> None:
    """Make the schedule of a year as Word, and both calendars."""
    from pipeline.documenten import Stukken
    from pipeline.werk.kalenders import write_kalenders

    inhoud = levering.opdracht.inhoud
    meetings = tuple(v for v in reeks.vergaderingen if v.datum.year == jaar)
    stukken = Stukken(inhoud.organisatie, reeks.tafel, jaar=jaar, vergaderingen=meetings, mijlpalen=mijlpalen)
    levering.deliver("vergaderschema", stukken, inhoud.paden.tafelmap(reeks.tafel.id))
    placed, found = write_kalenders(levering.opdracht, reeks)
    levering.geplaatst.extend(placed)
    levering.meldingen.extend(found)
