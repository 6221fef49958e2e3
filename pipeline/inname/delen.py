"""A Verslag in parts that can be compared, shown beside each other and taken one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.markering import parse_termijn
from pipeline.markering.termijnvorm import show_termijn
from pipeline.model import Actiepunt, Besluit, Deelnemer, Tabel, Verslag, VerslagPunt, Voortgang
from pipeline.model.verslag import Blok


@dataclass(frozen=True, slots=True)
class Deel:
    """One part: its key (``punt:3``, ``actie:A1``), what a user calls it, and what it says, to compare and show.

    ``inhoud`` is the value itself: a field, the participants, an item, a row.
    """

    sleutel: str
    titel: str
    tekst: str
    inhoud: object


@dataclass(frozen=True, slots=True)
class Verschil:
    """A part that differs; an empty side means that it is not there."""

    sleutel: str
    titel: str
    oud: str
    nieuw: str


def vergelijk(oud: Verslag, nieuw: Verslag) -> tuple[Verschil, ...]:
    """Return the parts in which two Verslagen differ, in the order of the document."""
    before, after = {d.sleutel: d for d in delen(oud)}, {d.sleutel: d for d in delen(nieuw)}
    found = []
    for sleutel in dict.fromkeys((*before, *after)):
        old, new = before.get(sleutel), after.get(sleutel)
        texts = old.tekst if old else "", new.tekst if new else ""
        if texts[0] != texts[1]:
            titled = new or old
            found.append(Verschil(sleutel, titled.titel if titled else "", *texts))
    return tuple(found)


def delen(verslag: Verslag) -> tuple[Deel, ...]:
    """Return a Verslag part by part; together they are all of it that a reader sees."""
    return tuple(_unique(_delen(verslag)))


def _delen(verslag: Verslag) -> Iterator[Deel]:
    yield Deel("kop:tijd", "Tijd", str(verslag.tijd or ""), verslag.tijd)
    yield Deel("kop:locatie", "Locatie", verslag.locatie, verslag.locatie)
    yield Deel("kop:kanttekening", "Kanttekening", verslag.kanttekening, verslag.kanttekening)
    people = "\n".join(_person(d) for d in verslag.deelnemers)
    yield Deel("deelnemers", "Deelnemers", people, verslag.deelnemers)
    yield Deel("inleiding", "Inleiding", _text(verslag.inleiding), verslag.inleiding)
    for punt in verslag.punten:
        yield Deel(f"punt:{punt_sleutel(punt)}", _heading(punt), f"{_heading(punt)}\n{_text(punt.blokken)}", punt)
    for besluit in verslag.besluiten:
        yield Deel(f"besluit:{besluit.label}", f"Besluit {besluit.label}", _besluit(besluit), besluit)
    for actie in verslag.actiepunten:
        yield Deel(f"actie:{actie.label}", f"Actie {actie.label}", _row(actie, verslag.datum), actie)
    for said in verslag.voortgang:
        name = said.verwijst_naar.verwijzing
        yield Deel(f"voortgang:{name}", f"Voortgang {name}", _row(said, verslag.datum), said)


def punt_sleutel(punt: VerslagPunt) -> str:
    """Return what an item is known by: its number, else its title."""
    return punt.nummer or " ".join(punt.titel.split()).casefold()


def _unique(parts: Iterator[Deel]) -> Iterator[Deel]:
    """Give a key that comes back a number behind it."""
    seen: dict[str, int] = {}
    for part in parts:
        count = seen[part.sleutel] = seen.get(part.sleutel, 0) + 1
        yield part if count == 1 else Deel(f"{part.sleutel}#{count}", part.titel, part.tekst, part.inhoud)


def _person(d: Deelnemer) -> str:
    return f"{d.groep or d.organisatie}: {d.regel}"


def _heading(punt: VerslagPunt) -> str:
    # a document says (vertrouwelijk) as long as an embargo holds
    secret = " (vertrouwelijk)" if punt.vertrouwelijk or punt.embargo else ""
    return f"{punt.nummer}. {punt.titel}{secret}" if punt.nummer else f"{punt.titel}{secret}"


def _text(blokken: tuple[Blok, ...]) -> str:
    return "\n".join(_line(blok) for blok in blokken)


def _line(blok: Blok) -> str:
    if isinstance(blok, Tabel):
        return "\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in blok.rijen)
    sign = {"alinea": "", "opsomming": "- ", "nummering": f"{blok.nummer}. "}[blok.soort]
    return f"{'  ' * blok.niveau}{sign}{' '.join(blok.tekst.split())}"


def _besluit(besluit: Besluit) -> str:
    return f"{besluit.tekst}{' (vertrouwelijk)' if besluit.vertrouwelijk else ''}"


def _row(row: Actiepunt | Voortgang, datum: date) -> str:
    """Return an action as a line: what, who, by when, how it stands, and the note."""
    by_words = parse_termijn(row.termijn.tekst, datum) if row.termijn.tekst else row.termijn
    term = show_termijn(by_words)
    secret = "vertrouwelijk" if isinstance(row, Actiepunt) and row.vertrouwelijk else ""
    parts = (row.actie, row.actiehouder, term, row.status or "", row.toelichting, secret)
    return " | ".join(" ".join(part.split()) for part in parts)
