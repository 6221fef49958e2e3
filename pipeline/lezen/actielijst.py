"""Tables of actions and decisions: which column says what, and what each row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.lezen import maten as m
from pipeline.lezen.omgeving import Leesomgeving, clean_actie
from pipeline.lezen.tabelkoppen import Kolommen, cell_texts, header_kinds, read_kolommen
from pipeline.lezen.woorden import fold, is_actiekop, is_besluitkop, is_niets
from pipeline.markering import find_datums, parse_status, parse_termijn
from pipeline.markering.datums import infer_jaar
from pipeline.markering.houders import is_onbekend
from pipeline.markering.tijdwoorden import find_termijn, is_alleen_termijn
from pipeline.markering.vertrouwelijkheid import is_merkregel, read_regel
from pipeline.markering.vreemd import only_houders
from pipeline.model import Actiepunt, ActieStatus, Termijn
from pipeline.model.document import Cel, Tabelblok
from pipeline.wie.personen import split_actiehouders


def read_actietabel(tabel: Tabelblok, kop: str, agendapunt: str, omgeving: Leesomgeving) -> Iterator[Actiepunt]:
    """Give the actions in a table; nothing for a table that is no list of actions."""
    columns = read_kolommen(tabel, omgeving.namen, is_actiekop(kop) if kop else False)
    if columns is None:
        return
    last: Actiepunt | None = None
    for index in range(columns.koprijen, len(tabel.rijen)):
        row = tabel.rijen[index]
        if last is not None and _continues(row, columns):
            last = _extended(last, row, columns)
            continue
        if last is not None:
            yield last
        last = _read_row(tabel, index, columns, agendapunt, omgeving)
    if last is not None:
        yield last


def _continues(row: Sequence[Cel], columns: Kolommen) -> bool:
    """Tell whether a row goes on with the action above: no number, owner, term or status, or a merged number."""
    place = columns.plaatsen.get("label")
    if place is not None and row[place].vervolg and columns.text(row, "actie"):
        return True
    if row[columns.plaatsen["actie"]].vervolg:
        return True
    others = [columns.text(row, kind) for kind in ("label", "houder", "termijn", "status")]
    text = columns.text(row, "actie")
    return bool(text) and "label" in columns.plaatsen and not any(others) and (text[0].islower() or text[0] in "•-–(")


def _extended(action: Actiepunt, row: Sequence[Cel], columns: Kolommen) -> Actiepunt:
    place = columns.plaatsen["actie"]
    more = "" if row[place].vervolg else fold(row[place].tekst)
    evidence = fold(f"{action.bron.zin if action.bron else ''} {' '.join(cell_texts(row))}")
    bron = replace(action.bron, zin=evidence) if action.bron else None
    return replace(action, actie=clean_actie(f"{action.actie} {more}"), bron=bron)


def _read_row(
    tabel: Tabelblok, index: int, columns: Kolommen, agendapunt: str, omgeving: Leesomgeving
) -> Actiepunt | None:
    row = tabel.rijen[index]
    text = columns.text(row, "actie")
    if not text.strip(" -–.") or is_niets(text):
        return None
    if sum(bool(t) for t in cell_texts(row)) == 1 and (
        is_actiekop(text) or (len(tabel.rijen[0]) > 2 and "label" in columns.plaatsen and text.endswith(":"))
    ):
        return None
    return read_rij(tabel, index, columns, agendapunt, omgeving)


def read_rij(tabel: Tabelblok, index: int, columns: Kolommen, agendapunt: str, omgeving: Leesomgeving) -> Actiepunt:
    """Read what each cell of a row says; the action itself may be empty."""
    row = tabel.rijen[index]
    text, subject = columns.text(row, "actie"), columns.text(row, "onderwerp")
    owner = fold(columns.text(row, "houder"))
    written = fold(columns.text(row, "status"))
    remark = fold(columns.text(row, "toelichting"))
    label = fold(columns.text(row, "label")).rstrip(".")
    planned = columns.text(row, "termijn")
    if "termijn" not in columns.plaatsen and (alone := only_houders(owner)) and alone != owner:
        owner, planned = alone, owner[len(alone) :].strip(" ,;()")
    if not planned and parse_status(written) is None and is_alleen_termijn(written):
        planned = written
    term = _term(planned, text, _agreed_on(label, columns.text(row, "datum"), omgeving.datum))
    evidence = fold(" ".join(t for t in cell_texts(row) if t))
    merk = read_regel(text)
    text = merk.titel
    return Actiepunt(
        label,
        clean_actie(f"{subject}: {text}" if re.search(r"[^\W\d]{3}", subject) and subject != text else text),
        owner,
        () if is_onbekend(owner) else split_actiehouders(owner),
        term,
        _status(row, written),
        "; ".join(part for part in (_remark_in_status(written), remark, *_besides(row, columns)) if part),
        agendapunt,
        vertrouwelijk=merk.is_vertrouwelijk or is_vertrouwelijke_rij(tabel, index),
        soort="tabel",
        zekerheid=1.0,
        bron=omgeving.document.bron(tabel, index, zin=evidence),
    )


def _besides(row: Sequence[Cel], columns: Kolommen) -> Iterator[str]:
    """Say what stands in columns that a list of actions has no place for; a mark of secrecy is read by itself."""
    for header, text in columns.overige(row):
        if not is_merkregel(text) and not is_merkregel(f"{header}: {text}"):
            yield f"{header}: {text}" if header else text


def _status(row: Sequence[Cel], written: str) -> ActieStatus | None:
    """Return how an action stands; a row that is struck through is finished, unless it says that it was dropped."""
    said = parse_status(written)
    return "afgerond" if said in (None, "open") and any(cel.doorgehaald for cel in row) else said


def is_vertrouwelijke_rij(tabel: Tabelblok, index: int) -> bool:
    """Tell whether a row says that it is confidential: a cell that is a mark, or a yes under a header that is one."""
    for header, cel in zip(tabel.rijen[0], tabel.rijen[index], strict=True):
        text = fold(cel.tekst)
        if text and (
            is_merkregel(text) or (len(text) < m.LANGSTE_MERKCEL and is_merkregel(f"{fold(header.tekst)}: {text}"))
        ):
            return True
    return False


def _remark_in_status(written: str) -> str:
    """Return what a status cell says beyond one word: ``Open, wordt nog verder uitgewerkt``."""
    return written if len(written.split()) > 2 else ""


def _term(cell: str, action: str, agreed: date | None) -> Termijn:
    if cell.strip(" -–"):
        return parse_termijn(fold(cell), agreed)
    return find_termijn(fold(action), agreed)


def _agreed_on(label: str, cell: str, meeting: date | None) -> date | None:
    """Return the day an action was made: that of an older meeting where its row or its number says so.

    A reprinted row is read as of then: ``uiterlijk 12 juli`` with number ``0907/05`` is 12 July of that year.
    """
    written = next((d.datum for d in find_datums(cell, meeting, "terug") if d.datum), None)
    if written or meeting is None:
        return written or meeting
    match = re.match(r"(?P<dag>[0-3]\d)[-.]?(?P<maand>[01]\d)[/-]\d", label)
    older = infer_jaar(int(match["dag"]), int(match["maand"]), meeting, "terug") if match else None
    return older or meeting


def read_besluittabel(tabel: Tabelblok, kop: str) -> tuple[tuple[str, str, int], ...]:
    """Return (label, text, row) of each decision in a table; empty for a table that is no list of decisions."""
    for index, row in enumerate(tabel.rijen[:2]):
        kinds = header_kinds(row) or {}
        place = kinds.get("besluit", kinds.get("actie") if is_besluitkop(kop) else None)
        if place is None or ("houder" in kinds and "besluit" not in kinds):
            continue
        label = kinds.get("label")
        subject = kinds.get("onderwerp")
        return tuple(
            (row[label].tekst.strip() if label is not None else "", _with_subject(row, subject, place), number)
            for number, row in enumerate(tabel.rijen)
            if number > index and row[place].tekst.strip() and not is_niets(row[place].tekst)
        )
    return ()


def _with_subject(row: Sequence[Cel], subject: int | None, place: int) -> str:
    """Return a decision that can stand alone: ``Subsidie dorpshuis: conform`` where the row names its subject."""
    about = fold(row[subject].tekst) if subject is not None else ""
    return f"{about}: {fold(row[place].tekst)}" if about else fold(row[place].tekst)
