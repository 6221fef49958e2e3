"""The action list, folded from the records of a Tafel from the oldest on (design, section 4).

Absence never closes an action; an action is open until a record says otherwise. A link ``zelfde_als`` that a
person laid or confirmed makes the later action a Voortgang of the earlier one; one nobody confirmed changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.markering import parse_datum, parse_verwijzing
from pipeline.model import Actielijst, GelegdeKoppeling, Kenmerk, Melding, Reeks, Terugkoppeling, melding
from pipeline.voortgang.boeken import Post, list_records
from pipeline.voortgang.stand import Peil, Stand, to_regel
from pipeline.voortgang.vouw import ACTIE_HULP, Vouw

Gemeld = tuple[date, Terugkoppeling]


def fold_acties(
    reeks: Reeks, op: date, gemeld: Iterable[Gemeld] = (), peil: Peil | None = None
) -> tuple[Actielijst, tuple[Melding, ...]]:
    """Fold the records of a Reeks up to and including the day ``op`` into its action list.

    A term such as *volgende vergadering* is read by the dates of the series, planned meetings included.
    ``gemeld`` is what was reported for which meeting: shown, never counted. What is late is told by ``peil``,
    the day ``op`` unless given.
    """
    vouw = Vouw(reeks, op)
    reported, found = _match_gemeld(vouw, gemeld, op)
    from_day = parse_datum(reeks.tafel.acties_vanaf).datum if reeks.tafel.acties_vanaf else None
    regels = tuple(
        to_regel(stand, peil or Peil(op), reported.get(kenmerk), from_day)
        for kenmerk, stand in sorted(vouw.standen.items(), key=_order)
    )
    return Actielijst(reeks.tafel.id, op, regels), (*vouw.meldingen, *found)


def verantwoord(reeks: Reeks, op: date) -> tuple[Post, ...]:
    """Account for every row, marker and link of the records up to and including a day: each once, and its outcome."""
    return Vouw(reeks, op).posten


def list_vervallen(reeks: Reeks, datum: date) -> tuple[GelegdeKoppeling, ...]:
    """Return the links in the register of a meeting that no longer count, since an action has other words."""
    register = reeks.registers.get(datum)
    booked = [post for post in verantwoord(reeks, datum) if post.datum == datum and post.soort == "koppeling"]
    laid = zip(register.koppelingen if register else (), booked, strict=True)
    return tuple(link for link, post in laid if post.uitkomst == "koppeling_vervallen")


def find_woorden(reeks: Reeks, datum: date) -> dict[Kenmerk, str]:
    """Return the words of every action as they are after a meeting; one that lives on in another keeps its own."""
    vouw = Vouw(reeks, datum)
    rows = ((record.datum, punt) for record in list_records(reeks, datum) for punt in record.actiepunten)
    written = {Kenmerk(reeks.tafel.id, day, punt.label): punt.actie for day, punt in rows}
    return written | {kenmerk: stand.actie for kenmerk, stand in vouw.standen.items()}


def _order(item: tuple[Kenmerk, Stand]) -> tuple[date, int, str]:
    label = item[0].label
    digits = "".join(c for c in label if c.isdigit())
    return item[0].datum, int(digits or 0), label


def _match_gemeld(
    vouw: Vouw, gemeld: Iterable[Gemeld], op: date
) -> tuple[dict[Kenmerk, Terugkoppeling], tuple[Melding, ...]]:
    """Find the action each report is about; a report about an unknown action is a Melding.

    A report for a meeting whose minutes speak of the action has been dealt with: those minutes say how it stands.
    """
    matched, meldingen = {}, []
    for day, item in gemeld:
        reference = parse_verwijzing(item.verwijzing, op)
        kenmerk = None
        if reference is not None and reference.datum is not None:
            kenmerk = vouw.find(Kenmerk(reference.tafel or vouw.tafel.id, reference.datum, reference.label))
        if kenmerk is None:
            tekst = f"De terugkoppeling gaat over een actie die niet bestaat: {item.verwijzing}."
            meldingen.append(melding("actie-bestaat-niet", tekst, item.bron, ACTIE_HULP))
        elif vouw.standen[kenmerk].stappen[-1].datum < day:
            matched[kenmerk] = item
    return matched, tuple(meldingen)
