"""What a plan for a year is made of: what it has to fit in, and which items the law cycle puts on which agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pipeline.markering.datums import format_weekdag
from pipeline.model import Agendapunt, Melding, Mijlpaal, Organisatie, Reeks, melding
from pipeline.planning.dagen import find_feestdag, find_vrije_periode
from pipeline.planning.reeksvoorstel import Bezet, Jaarkader, check_voorbereiding, overlaps

MIJLPAAL_AANLOOP = timedelta(weeks=10)  # a meeting further ahead of a milestone is not the last one before it


def build_jaarkader(reeks: Reeks, andere: Iterable[Reeks], organisatie: Organisatie) -> Jaarkader:
    """Gather what a series of this table has to fit in."""
    others = [r for r in andere if r.tafel.id != reeks.tafel.id]
    fed = next((r for r in others if r.tafel.id == reeks.tafel.voedt), None)
    return Jaarkader(
        vrije_perioden=organisatie.vrije_perioden,
        bekend=reeks.data,
        bezet=tuple(_bezet(others)),
        gevoed=fed.gehouden_data if fed else (),
        gevoed_dagen=fed.tafel.agenda_dagen if fed else 7,
    )


def _bezet(reeksen: Iterable[Reeks]) -> Iterator[Bezet]:
    for reeks in reeksen:
        for vergadering in reeks.vergaderingen:
            if not vergadering.afgelast:
                yield Bezet(reeks.tafel.kort, vergadering.datum, vergadering.tijd)


def check_planning(reeks: Reeks, kader: Jaarkader, vanaf: date) -> Iterator[Melding]:
    """Report planned meetings on a day that is not free, and tables that do not meet before what they prepare."""
    for vergadering in reeks.vergaderingen:
        if vergadering.afgelast or vergadering.datum < vanaf:
            continue
        reden = find_feestdag(vergadering.datum) or find_vrije_periode(vergadering.datum, kader.vrije_perioden)
        clash = (b for b in kader.bezet if b.datum == vergadering.datum and overlaps(vergadering.tijd, b.tijd))
        for text in (reden, *(f"dan vergadert ook {b.naam}" for b in clash)):
            if text:
                tekst = f"De vergadering van {reeks.tafel.kort} op {format_weekdag(vergadering.datum)}: {text}."
                yield melding("planning-botst", tekst, vergadering.bron)
    if reeks.tafel.voedt:
        ahead = tuple(d for d in kader.gevoed if d >= vanaf)
        earlier = tuple(d for d in kader.gevoed if d < vanaf)[-1:]
        yield from check_voorbereiding(reeks.tafel, reeks.gehouden_data, earlier + ahead)


def find_mijlpaal_punten(reeks: Reeks, mijlpalen: Iterable[Mijlpaal], op: date) -> Iterator[tuple[date, Agendapunt]]:
    """Find the items the law cycle puts on an agenda to come that has them not: (meeting, item)."""
    points = {v.mijlpaal: v for v in reeks.tafel.vaste_punten if v.mijlpaal}
    for mijlpaal in mijlpalen:
        vast = points.get(mijlpaal.soort)
        last = max((d for d in reeks.gehouden_data if d < mijlpaal.datum), default=date.min)
        if vast is None or last < op or mijlpaal.datum - last > MIJLPAAL_AANLOOP or _is_sent(reeks, last):
            continue
        vergadering = reeks.vergadering(last)
        if vergadering and vast.titel not in {p.titel for p in vergadering.agendapunten}:
            yield last, vast.op_agenda()


def _is_sent(reeks: Reeks, datum: date) -> bool:
    return any(g.soort == "agenda_rondgezonden" for g in reeks.logboeken.get(datum, ()))


def write_lege_agenda() -> str:
    """Write the agenda.yaml of a meeting that was just planned: an example of how an item is written."""
    return (
        "# De agenda van deze vergadering; de datum staat in de naam van de map.\n"
        "# Tijd, plaats en vaste punten komen vanzelf uit tafel.yaml. Zo schrijft u een punt van de dag:\n"
        "#\n"
        "# agendapunten:\n"
        "#   - titel: Stand van zaken\n"
        "#     doel: ter informatie\n"
        "#     duur: 15\n"
        "#     spreker: secretaris\n"
    )
