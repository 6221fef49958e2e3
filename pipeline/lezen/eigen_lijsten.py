"""The tables of a document of ours: the actions, what is said of older ones, and the decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.lezen.besluiten import read_besluitregel
from pipeline.lezen.woorden import fold
from pipeline.markering import parse_bericht, parse_datum, parse_status, parse_verwijzing
from pipeline.markering.termijnvorm import LOOPT_AF, RUST, VERSTREKEN, read_getoonde_termijn
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.model import Actiepunt, ActieStatus, Besluit, Bron, Kenmerk, Termijn, Voortgang
from pipeline.model.document import Document, Tabelblok, Tekstblok
from pipeline.wie.personen import split_actiehouders

_KOPPEN = {
    "nr": "nr",
    "actie": "actie",
    "besluit": "besluit",
    "actiehouder": "houder",
    "termijn": "termijn",
    "status": "status",
    "voortgang": "voortgang",
}
_VERTROUWELIJK = re.compile(r"\s*\(vertrouwelijk\)\Z", re.IGNORECASE)
_VERMOEDELIJK = re.compile(r"(?:; )?vermoedelijk dezelfde als [^;]*")
_AGENDAPUNT = re.compile(r"Agendapunt (?P<punt>.+)")
# What documents say under a term, worked out from the records.
_BIJ_TERMIJN = re.compile(rf"\d+x verschoven|{VERSTREKEN}|{LOOPT_AF}|{RUST.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EigenLijsten:
    """What the tables of one document say; an action that was typed without a number has no label yet."""

    actiepunten: tuple[Actiepunt, ...] = ()
    voortgang: tuple[Voortgang, ...] = ()
    besluiten: tuple[Besluit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row by the names of its columns; ``tekst`` gives a cell on one line. ``volgende`` is the next meeting."""

    cellen: dict[str, str]
    bron: Bron
    volgende: date | None = None
    doorgehaald: bool = False

    def lines(self, kolom: str) -> list[str]:
        return [fold(line) for line in self.cellen.get(kolom, "").split("\n") if line.strip()]

    @property
    def status(self) -> ActieStatus | None:
        """What the column of the status says; a row that is struck through is finished."""
        said = parse_status(_first(self.lines("status")))
        return "afgerond" if self.doorgehaald and said in (None, "open") else said

    def tekst(self, kolom: str) -> str:
        return fold(self.cellen.get(kolom, ""))


def read_lijsten(document: Document, tafel: str, datum: date | None) -> EigenLijsten:
    """Read every table whose header is that of one of our lists, and the decisions that stand with their items."""
    found = [thing for tabel in document.blokken if isinstance(tabel, Tabelblok) for thing in _things(tabel, document)]
    coming = _volgende(document)
    rows = [_Rij(cells, bron, coming, struck) for cells, bron, struck in found]
    actions = [row for row in rows if "besluit" not in row.cellen]
    inline = [b for b in document.blokken if isinstance(b, Tekstblok)]
    placed = [besluit for blok in inline if (besluit := read_besluitregel(blok, document)) is not None]
    older = [(row, kenmerk) for row in actions if (kenmerk := _older(row, tafel, datum))]
    of_older = {id(row) for row, _ in older}
    return EigenLijsten(
        tuple(_actiepunt(row, datum) for row in actions if id(row) not in of_older and row.tekst("actie")),
        tuple(_voortgang(row, kenmerk, datum) for row, kenmerk in older),
        (*placed, *(_besluit(row) for row in rows if row.tekst("besluit"))),
    )


def _volgende(document: Document) -> date | None:
    """Return the date of the next meeting as the head of the document has it."""
    rows = (row for blok in document.blokken if isinstance(blok, Tabelblok) for row in blok.rijen if len(row) == 2)
    named = (row[1].tekst for row in rows if fold(row[0].tekst).casefold() == "volgende vergadering")
    return next((parse_datum(text).datum for text in named), None)


def _things(tabel: Tabelblok, document: Document) -> Iterator[tuple[dict[str, str], Bron, bool]]:
    """Give the rows of a table that is one of our lists, without its header, and whether they are struck through."""
    names = _columns(tabel)
    for index, row in enumerate(tabel.rijen if names else ()):
        texts = [cel.tekst for cel in row]
        if index and any(text.strip() for text in texts):
            bron = document.bron(tabel, index, zin=fold(" ".join(texts)))
            struck = any(cel.doorgehaald for cel in row)
            yield {name: text for name, text in zip(names, texts, strict=False) if name}, bron, struck


def _columns(tabel: Tabelblok) -> tuple[str, ...]:
    """Return the name of each column; nothing for a table that is none of our lists."""
    names = tuple(_KOPPEN.get(fold(cel.tekst).casefold().rstrip(".:"), "") for cel in tabel.rijen[0])
    return names if "nr" in names and {"actie", "besluit"} & set(names) else ()


def _older(row: _Rij, tafel: str, datum: date | None) -> Kenmerk | None:
    """Return the older action a row is about; None for an action of this meeting."""
    reference = parse_verwijzing(row.tekst("nr"), datum)
    if reference is None or reference.datum is None or reference.datum == datum:
        return None
    return Kenmerk(reference.tafel or tafel, reference.datum, reference.label)


def _actiepunt(row: _Rij, datum: date | None) -> Actiepunt:
    action, secret, place, note = _action(row)
    owner = row.tekst("houder")
    label = row.tekst("nr").strip("[]")
    return Actiepunt(
        "" if label.upper() == "A" else label,
        action,
        owner,
        split_actiehouders(owner),
        _termijn(row, datum),
        row.status,
        note,
        place,
        secret,
        bron=row.bron,
    )


def _voortgang(row: _Rij, kenmerk: Kenmerk, datum: date | None) -> Voortgang:
    action, _, _, note = _action(row)
    owner, said = row.tekst("houder"), row.tekst("voortgang")
    status = parse_bericht(said) if said and not row.doorgehaald else row.status
    moved = find_termijn(said, datum) if said and status in (None, "open") else Termijn()
    return Voortgang(
        kenmerk,
        action,
        owner,
        split_actiehouders(owner),
        moved or _termijn(row, datum),
        status,
        note if not said else "" if len(said.split()) == 1 and status else said,
        bron=row.bron,
    )


def _besluit(row: _Rij) -> Besluit:
    lines = row.lines("besluit")
    places = [match["punt"] for line in lines if (match := _AGENDAPUNT.fullmatch(line))]
    text = " ".join(line for line in lines if not _AGENDAPUNT.fullmatch(line))
    secret = _VERTROUWELIJK.search(text) is not None
    label = row.tekst("nr").strip("[]")
    return Besluit(
        "" if label.upper() == "B" else label, _VERTROUWELIJK.sub("", text), _first(places), secret, row.bron
    )


def _action(row: _Rij) -> tuple[str, bool, str, str]:
    """Split the cell of an action: what is to be done, whether it is secret, under which item, and the note."""
    lines = row.lines("actie")
    first = lines[0] if lines else ""
    rest = [line for line in lines[1:] if not line.startswith("Gemeld: ")]
    places = [match["punt"] for line in rest if (match := _AGENDAPUNT.fullmatch(line))]
    note = "; ".join(_VERMOEDELIJK.sub("", line) for line in rest if not _AGENDAPUNT.fullmatch(line)).strip("; ")
    return _VERTROUWELIJK.sub("", first), bool(_VERTROUWELIJK.search(first)), _first(places), note


def _termijn(row: _Rij, datum: date | None) -> Termijn:
    lines = [line for line in row.lines("termijn") if not _BIJ_TERMIJN.fullmatch(line)]
    return read_getoonde_termijn(" ".join(lines), datum, row.volgende) if lines else Termijn()


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""
