"""What goes into the two calendars of a table: its meetings, and the deadlines of its secretariat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.markering import format_datum
from pipeline.markering.datums import format_weekdag
from pipeline.model import Mijlpaal, Reeks, Vergadering
from pipeline.planning.kalender import Afspraak, with_unique_keys
from pipeline.planning.termijnen import Termijndag, agenda_termijn, herinner_dag, samenstel_termijn, verslag_termijn


def vergader_afspraken(reeks: Reeks) -> tuple[Afspraak, ...]:
    """Return the meetings of a table as entries; those of its members see these."""
    return with_unique_keys(_meeting(reeks, v) for v in reeks.vergaderingen)


def _meeting(reeks: Reeks, vergadering: Vergadering) -> Afspraak:
    tafel, datum = reeks.tafel, vergadering.datum
    sent = format_datum(agenda_termijn(tafel, datum).uiterlijk)
    lines = [f"Agenda en stukken volgen uiterlijk {sent}."]
    if vergadering.verplaatst_van:
        lines.insert(0, f"Verplaatst van {format_weekdag(vergadering.verplaatst_van[-1])}.")
    if vergadering.afgelast:
        lines = [f"Deze vergadering gaat niet door: {vergadering.afgelast}"]
    if tafel.contact:
        lines.append(f"Contact: {tafel.contact}")
    return Afspraak(
        sleutel=sleutel(tafel.id, vergadering),
        titel=f"{'Gaat niet door: v' if vergadering.afgelast else 'V'}ergadering {tafel.kort}",
        datum=datum,
        tijd=vergadering.tijd,
        plaats=vergadering.locatie,
        tekst="\n".join(lines),
        volgnummer=len(vergadering.verplaatst_van),
        afgelast=bool(vergadering.afgelast),
    )


def sleutel(tafel: str, vergadering: Vergadering) -> str:
    """Return the identity of a meeting in a calendar: its table and the first date it had."""
    first = (*vergadering.verplaatst_van, vergadering.datum)[0]
    return f"{re.sub(r'[^a-z0-9-]+', '-', tafel.casefold())}-{first.isoformat()}"


def termijn_afspraken(reeks: Reeks, mijlpalen: Iterable[Mijlpaal] = ()) -> tuple[Afspraak, ...]:
    """Return what the secretariat has to do when, and the dates of the law cycle beside it."""
    meetings = with_unique_keys(_meeting(reeks, v) for v in reeks.vergaderingen)
    found: list[Afspraak] = []
    for entry in meetings:
        found += [] if entry.afgelast else _deadlines(reeks, entry)
    found += [
        Afspraak(f"wetscyclus-{m.cyclus}-{m.soort}", f"Wetscyclus: {m.naam}", m.datum, tekst=_write_afwijking(m))
        for m in mijlpalen
    ]
    return tuple(found)


def _deadlines(reeks: Reeks, entry: Afspraak) -> Iterator[Afspraak]:
    tafel, datum = reeks.tafel, entry.datum
    name = f"{tafel.kort} van {format_datum(datum)}"
    command = f"{tafel.id} {datum.isoformat()}"
    base = replace(entry, tijd=None, plaats="", volgnummer=entry.volgnummer)
    for what, day, title, text in (
        ("samenstellen", samenstel_termijn(tafel, datum), f"Agenda {name}: samenstellen en akkoord voorzitter",
         f"regietafel agenda {command}"),
        ("agenda", agenda_termijn(tafel, datum), f"Agenda {name}: uiterlijk rondzenden",
         f"regietafel verzend agenda {command}"),
        ("verslag", verslag_termijn(tafel, datum), f"Conceptverslag {name}: uiterlijk rondzenden",
         f"regietafel verzend verslag {command}"),
    ):  # fmt: skip
        yield replace(
            base, sleutel=f"{entry.sleutel}-{what}", titel=title, datum=day.werkdag, tekst=_explain(day, text)
        )
    yield replace(
        base,
        sleutel=f"{entry.sleutel}-herinneren",
        titel=f"Open acties {name}: actiehouders herinneren",
        datum=herinner_dag(datum),
        tekst=f"regietafel herinner {command}",
    )


def _explain(day: Termijndag, opdracht: str) -> str:
    if not day.reden:
        return opdracht
    return f"{opdracht}\nDe laatste dag is {format_weekdag(day.uiterlijk)} ({day.reden})."


def _write_afwijking(mijlpaal: Mijlpaal) -> str:
    return "Afwijkende datum in deze cyclus." if mijlpaal.is_afwijkend else ""


def kalender_domein(email: str) -> str:
    """Return what follows the @ in a UID: the domain of the secretariat, so that provinces never collide."""
    domain = email.rpartition("@")[2].strip().casefold()
    return domain if re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) else "regietafel.invalid"
