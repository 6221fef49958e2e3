"""The chair agrees to the agenda of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pipeline.model import Gebeurtenis
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering


@dataclass(frozen=True, slots=True)
class LegAkkoordVast(OverVergadering):
    """That the chair agreed, and how (``toelichting``)."""

    daad: ClassVar[str] = "leg_akkoord_vast"
    toelichting: str = ""


def leg_akkoord_vast(opdracht: Opdracht, verzoek: LegAkkoordVast) -> Uitkomst:
    """Record that the chair agreed to the agenda; once is enough."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    event = Gebeurtenis("akkoord_voorzitter", opdracht.op, verzoek.toelichting)
    known = {(g.soort, g.op, g.toelichting) for g in reeks.logboeken.get(datum, ())}
    if (event.soort, event.op, event.toelichting) in known:
        return Uitkomst(gedaan=(f"Dit akkoord is al vastgelegd bij de vergadering van {datum.isoformat()}.",))
    path = record_gebeurtenis(opdracht, reeks, datum, event)
    meeting = {"tafel": reeks.tafel.id}
    return Uitkomst(
        (Geschreven(opdracht.show(path)),),
        vervolg=(Vervolg(f"verstuur de agenda van {datum}; hoe het staat: {{daad}}", "toon_status", meeting),),
    )
