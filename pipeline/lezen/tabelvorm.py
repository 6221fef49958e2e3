"""The tables of a document made whole: joined over pages, and parted where another list begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lezen.tabelkoppen import cell_texts, header_kinds, is_koprij
from pipeline.lezen.woorden import is_actiekop, is_besluitkop
from pipeline.model.document import Bronblok, Cel, Plek, Tabelblok, Tekstblok

_NIVEAU_LIJST = 9  # below every heading: the list ends where the next one begins


def merge_tabellen(blokken: Sequence[Bronblok]) -> tuple[Bronblok, ...]:
    """Join a table with its continuation on the next page: directly after it, equally wide, no header of its own.

    A file in which tables are marked as such has no need of that, except where somebody split a list of actions.
    What was read as one table is parted before and after: the second of two lists may be the one that goes on.
    """
    joined: list[Bronblok] = []
    for blok in (part for whole in blokken for part in _split_lijsten(whole)):
        last = joined[-1] if joined else None
        if isinstance(blok, Tabelblok) and isinstance(last, Tabelblok) and _goes_on(last, blok):
            joined[-1] = _append(last, blok)
        else:
            joined.append(blok)
    return tuple(part for blok in joined for part in _split_lijsten(blok))


def without_doorgehaald(blokken: Sequence[Bronblok]) -> tuple[Bronblok, ...]:
    """Leave out the rows that are struck through, save those of a list of actions: they are finished."""
    found = (_without_struck(blok) if isinstance(blok, Tabelblok) else blok for blok in blokken)
    return tuple(blok for blok in found if not isinstance(blok, Tabelblok) or blok.rijen)


def _without_struck(tabel: Tabelblok) -> Tabelblok:
    kept = [index for index, row in enumerate(tabel.rijen) if not any(cel.doorgehaald for cel in row)]
    is_lijst = any("actie" in (header_kinds(row) or {}) for row in tabel.rijen[:2])
    if is_lijst or len(kept) == len(tabel.rijen):
        return tabel
    places = tabel.plekken if len(tabel.plekken) == len(tabel.rijen) else ()
    marks = tabel.bladwijzers if len(tabel.bladwijzers) == len(tabel.rijen) else ()
    return replace(
        tabel,
        rijen=tuple(tabel.rijen[index] for index in kept),
        plekken=tuple(places[index] for index in kept) if places else tabel.plekken,
        bladwijzers=tuple(marks[index] for index in kept) if marks else tabel.bladwijzers,
    )


def _split_lijsten(blok: Bronblok) -> Iterator[Bronblok]:
    """Part a table in which the heading of another list stands, with its own header: two tables without a gap."""
    if not isinstance(blok, Tabelblok):
        yield blok
        return
    cut = next((i for i in range(1, len(blok.rijen) - 1) if _opens_lijst(blok.rijen[i], blok.rijen[i + 1])), None)
    if cut is None:
        yield blok
        return
    plekken = blok.plekken or (Plek(0, 1),)
    places = tuple(plekken[min(index, len(plekken) - 1)] for index in range(len(blok.rijen)))
    title = next(text for text in cell_texts(blok.rijen[cut]) if text)
    yield replace(blok, rijen=blok.rijen[:cut], plekken=places[:cut])
    yield Tekstblok(title, "kop", _NIVEAU_LIJST, plekken=(places[cut],))
    rows = _without_lege_koppen(blok.rijen[cut + 1 :])
    yield from _split_lijsten(Tabelblok(rows, places[cut + 1 :]))


def _opens_lijst(row: Sequence[Cel], following: Sequence[Cel]) -> bool:
    said = [text for text in cell_texts(row) if text]
    is_heading = len(said) == 1 and (is_actiekop(said[0]) or is_besluitkop(said[0]))
    return is_heading and is_koprij(cell_texts(following))


def _without_lege_koppen(rows: Sequence[tuple[Cel, ...]]) -> tuple[tuple[Cel, ...], ...]:
    """Put what stands under no header with the column to the left of it: the lines were those of another table."""
    named = [column for column, cel in enumerate(rows[0]) if cel.tekst.strip()]
    ends = [*named[1:], len(rows[0])]
    return tuple(
        tuple(
            Cel(" ".join(cel.tekst for cel in row[begin:end] if cel.tekst))
            for begin, end in zip(named, ends, strict=True)
        )
        for row in rows
    )


def _goes_on(first: Tabelblok, second: Tabelblok) -> bool:
    if not first.rijen or not second.rijen or len(first.rijen[0]) != len(second.rijen[0]):
        return False
    if second.los and not is_koprij(cell_texts(first.rijen[0])):
        return False
    same_header = cell_texts(first.rijen[0]) == cell_texts(second.rijen[0])
    return same_header or header_kinds(second.rijen[0]) is None


def _append(first: Tabelblok, second: Tabelblok) -> Tabelblok:
    """Put the rows of the second table under the first; a repeated header goes, a broken row is made whole."""
    rows, plekken = list(first.rijen), list(first.plekken)
    repeated = cell_texts(first.rijen[0]) == cell_texts(second.rijen[0])
    for index, row in enumerate(second.rijen):
        if index == 0 and repeated:
            continue
        if index == (1 if repeated else 0) and len(rows) > 1 and _is_rest_of_row(row, rows[-1]):
            rows[-1] = tuple(Cel(_glue(a.tekst, b.tekst)) for a, b in zip(rows[-1], row, strict=True))
            continue
        rows.append(row)
        plekken.append(second.plekken[index] if index < len(second.plekken) else plekken[-1])
    return Tabelblok(tuple(rows), tuple(plekken))


def _glue(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part)


def _is_rest_of_row(row: tuple[Cel, ...], above: tuple[Cel, ...]) -> bool:
    """Tell whether a row is the end of the one above.

    Its first cell is empty, closes a bracket that was opened above, or all its text begins small.
    """
    texts = cell_texts(row)
    if not any(texts):
        return False
    opened = above[0].tekst.count("(") - above[0].tekst.count(")")
    if opened > 0 and texts[0].count(")") > texts[0].count("("):
        return True
    return (not texts[0] and bool(above[0].tekst.strip())) or all(t[:1].islower() for t in texts if t)
