"""Rows that say how actions of the previous meeting stand: no new actions, but news of older ones.

Such a list has numbers and a column for how it stands, and none for who or by when; and its item names the day of
the minutes it is from: ``Het verslag van 29 januari wordt vastgesteld``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.lezen import maten as m
from pipeline.lezen.actielijst import read_actietabel, read_rij
from pipeline.lezen.omgeving import Leesomgeving
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.tabelkoppen import read_kolommen
from pipeline.lezen.woorden import fold, is_actiekop
from pipeline.markering import find_datums, parse_verwijzing
from pipeline.markering.houders import read_houders
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.model import Actiepunt, Kenmerk, Voortgang
from pipeline.model.document import Tabelblok, Tekstblok
from pipeline.wie.personen import split_actiehouders

_LABEL = re.compile(r"[A-Z]{1,2}\d{1,4}")
_VAN_VORIGE = re.compile(
    r"\b(?:verslag|notulen|actielijst|acties|vergadering|overleg)\b[^.]{0,40}?\b(?:van|d\.d\.|op)\b", re.IGNORECASE
)
_OVERGENOMEN = re.compile(
    r"\b(?:overgenomen|overgedragen|opgepakt)\s+(?:door|aan)\s+(?:de\s+|het\s+)?(?=\w)|\bgaat\s+(?:over\s+)?naar\s+(?=\w)",
    re.IGNORECASE,
)
_NIEUWE_TERMIJN = re.compile(r"\b(?:gereed|klaar|uiterlijk|v[oó]{1,2}r|termijn|wordt|per)\b", re.IGNORECASE)


def read_oudere(
    tabel: Tabelblok, kop: str, secties: Sequence[Leessectie], omgeving: Leesomgeving, tafel: str
) -> tuple[Voortgang, ...]:
    """Return what a table says of older actions; nothing for a table that is no such list.

    ``secties`` are the one it stands in, and the item that one is a part of.
    """
    columns = read_kolommen(tabel, omgeving.namen, is_actiekop(kop))
    if columns is None or {"houder", "termijn"} & columns.plaatsen.keys():
        return ()
    if "label" not in columns.plaatsen or not {"status", "toelichting"} & columns.plaatsen.keys():
        return ()
    day = next((found for sectie in secties if (found := _vorige(sectie, omgeving.datum))), None)
    rows = tuple(read_actietabel(tabel, kop, secties[0].naam, omgeving)) if day else ()
    if day is None or not rows or not all(_LABEL.fullmatch(row.label) for row in rows):
        return ()
    return tuple(_voortgang(row, Kenmerk(tafel, day, row.label), omgeving) for row in rows)


def read_zonder_woorden(
    tabel: Tabelblok, kop: str, agendapunt: str, omgeving: Leesomgeving, tafel: str
) -> Iterator[Voortgang]:
    """Give what a list of actions says in rows that have only the number and the day of an older action.

    ``A1 (23-01-2026)`` with a new owner, term or status and nothing under Actie: its words stand in that meeting.
    """
    columns = read_kolommen(tabel, omgeving.namen, is_actiekop(kop))
    if columns is None or "label" not in columns.plaatsen:
        return
    for index in range(columns.koprijen, len(tabel.rijen)):
        row = tabel.rijen[index]
        older = parse_verwijzing(fold(columns.text(row, "label")), omgeving.datum)
        if older is None or older.datum is None or columns.text(row, "actie").strip(" -–."):
            continue
        if omgeving.datum is not None and older.datum >= omgeving.datum:
            continue
        said = read_rij(tabel, index, columns, agendapunt, omgeving)
        yield Voortgang(
            Kenmerk(older.tafel or tafel, older.datum, older.label),
            actiehouder=said.actiehouder,
            actiehouders=said.actiehouders,
            termijn=said.termijn,
            status=said.status,
            toelichting=said.toelichting,
            zekerheid=said.zekerheid,
            agendapunt=agendapunt,
            vertrouwelijk=said.vertrouwelijk,
            bron=said.bron,
        )


def _vorige(sectie: Leessectie, datum: date | None) -> date | None:
    """Return the day of the earlier minutes an item is about."""
    if datum is None:
        return None
    return next((day for text in _texts(sectie) if (day := _day_in(text, datum))), None)


def _texts(sectie: Leessectie) -> Iterator[str]:
    if sectie.kop is not None:
        yield sectie.kop.tekst
    yield from (blok.tekst for blok in sectie.blokken if isinstance(blok, Tekstblok))


def _day_in(text: str, datum: date) -> date | None:
    for said in _VAN_VORIGE.finditer(text):
        near = text[said.end() : said.end() + m.NABIJ_VORIGE]
        found = next((d.datum for d in find_datums(near, datum, "terug") if d.datum), None)
        if found and found < datum:
            return found
    return None


def _voortgang(row: Actiepunt, kenmerk: Kenmerk, omgeving: Leesomgeving) -> Voortgang:
    said = row.toelichting or (row.bron.zin or "" if row.bron else "")
    taken = _OVERGENOMEN.search(said)
    owner = read_houders(said[taken.end() :], omgeving.namen) if taken else None
    name = owner.tekst if owner else ""
    moved = (
        find_termijn(said, omgeving.datum) if _NIEUWE_TERMIJN.search(said) and row.status is not None else row.termijn
    )
    return Voortgang(
        kenmerk,
        actie=row.actie,
        actiehouder=name,
        actiehouders=split_actiehouders(name) if name else (),
        termijn=moved if row.status not in ("afgerond", "vervallen") else row.termijn,
        status=row.status,
        toelichting=row.toelichting,
        zekerheid=1.0,
        agendapunt=row.agendapunt,
        vertrouwelijk=row.vertrouwelijk,
        bron=row.bron,
    )
