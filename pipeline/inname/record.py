"""What was read from a file -> a Verslag that can be a record of the werkmap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pipeline.inname.labels import label_acties, label_besluiten
from pipeline.markering import find_markeringen, format_datum, parse_termijn
from pipeline.markering.termijnen import is_onmogelijke_termijn
from pipeline.model import (
    Actiepunt,
    Agendapunt,
    Alinea,
    Besluit,
    Blok,
    Deelnemer,
    Kenmerk,
    Tabel,
    Tafel,
    Termijn,
    Vergadering,
    Verslag,
    VerslagPunt,
    Voortgang,
)

T = TypeVar("T", Actiepunt, Besluit)
_NUMMER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?")
# What XML cannot hold, and so Word cannot.
_ONGELDIG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_TERMIJN = 300
# What the record itself asks: it is written as it is, and answered there.
VRAGEN = ("vertrouwelijk-vraag", "embargo-zonder-eind")


def make_record(gelezen: Verslag, tafel: Tafel, datum: date, vrij: tuple[int, int] = (1, 1)) -> Verslag:
    """Return the record for what was read: nothing left out, and nothing that could be read as something else.

    ``vrij`` are the first free numbers of actions and decisions in the series (1 where a table numbers per
    meeting). Actions that the minutes made are open, unless they say otherwise.
    """
    points = tuple(_punt(punt) for punt in gelezen.punten)
    waiting = _wait(gelezen.actiepunten, _count_loose(points, "A"), "A")
    actions = label_acties((_actie(a, datum) for a in waiting), vrij[0])
    agreed = _wait(gelezen.besluiten, _count_loose(points, "B"), "B")
    decisions = label_besluiten((_besluit(b) for b in agreed), vrij[1])
    given = _Nummers(_given(waiting, actions, "A"), _given(agreed, decisions, "B"))
    points = tuple(given.number_punt(punt) for punt in points)
    known = {a.label for a in actions} | {b.label for b in decisions}
    return replace(
        gelezen,
        tafel=tafel.id,
        datum=datum,
        status="vastgesteld" if gelezen.status == "vastgesteld" else "concept",
        locatie=fold(gelezen.locatie),
        kanttekening=fold(gelezen.kanttekening),
        herkomst=fold(gelezen.herkomst),
        notulist=fold(gelezen.notulist),
        deelnemers=_by_group(gelezen.deelnemers),
        inleiding=_without_markers(_blokken(gelezen.inleiding), known),
        punten=tuple(replace(p, blokken=_without_markers(p.blokken, known)) for p in points),
        actiepunten=actions,
        voortgang=tuple(_voortgang(v, tafel, datum) for v in gelezen.voortgang if v.verwijst_naar.datum < datum),
        besluiten=decisions,
        bron=None,
    )


def make_vergadering(verslag: Verslag) -> Vergadering:
    """Return the agenda the minutes show: the items that were discussed, in order, and no others.

    Whether an item is confidential that somebody has yet to say it of, is asked in one place: the minutes.
    """
    points = tuple(
        Agendapunt(
            punt.nummer,
            punt.titel,
            vertrouwelijk=punt.vertrouwelijk and not punt.vertrouwelijk_vraag,
            embargo=punt.embargo,
        )
        for punt in verslag.punten
        if punt.titel
    )
    return Vergadering(
        verslag.tafel, verslag.datum, verslag.tijd, verslag.locatie, agendapunten=points, vaste_punten=False
    )


def _by_group(deelnemers: tuple[Deelnemer, ...]) -> tuple[Deelnemer, ...]:
    """Return the participants as documents show them: by group, or by organisation where they have none."""
    people = [replace(d, groep=d.groep or d.organisatie, bron=None) for d in deelnemers]
    groups = list(dict.fromkeys(d.groep for d in people))
    return tuple(sorted(people, key=lambda d: groups.index(d.groep)))


def fold(tekst: str) -> str:
    """Return a text on one line, without characters that a document cannot hold."""
    return " ".join(_ONGELDIG.sub("", tekst).split())


def _punt(punt: VerslagPunt) -> VerslagPunt:
    """Make a heading that is read back: a number as a record has it, and a title that is not empty."""
    number, title = punt.nummer.strip(), fold(punt.titel)
    if number and not _NUMMER.fullmatch(number):
        number, title = "", f"{number}. {title}".strip()
    return replace(punt, titel=title or "Zonder titel", nummer=number, blokken=_blokken(punt.blokken), bron=None)


def _blokken(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    return tuple(_clean(blokken))


def _clean(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """Give the blocks as a record can hold them; a level below nothing goes up, an empty block goes."""
    depth = -1
    for blok in blokken:
        if isinstance(blok, Tabel):
            depth = -1
            rows = tuple(tuple(fold(cell) for cell in row) for row in blok.rijen)
            if any(any(row) for row in rows):
                yield Tabel(rows)
        elif text := fold(blok.tekst):
            listed = blok.soort != "alinea"
            level = min(blok.niveau, depth + 1) if listed else 0
            depth = level if listed else -1
            yield _item(text, blok, level)


def _item(text: str, blok: Alinea, level: int) -> Alinea:
    """Make a paragraph or item; a number that is a letter becomes part of the text."""
    number = blok.nummer.rstrip(".)")
    if blok.soort == "nummering" and not (number.isascii() and number.isdigit() and len(number) < 10):
        return Alinea(f"{blok.nummer} {text}".strip(), "opsomming", level)
    return Alinea(text, blok.soort, level, number if blok.soort == "nummering" else "")


def _actie(actie: Actiepunt, datum: date) -> Actiepunt:
    term, note = _termijn(actie.termijn, datum)
    text = fold(actie.actie) or (fold(actie.bron.zin or "") if actie.bron else "") or "Zie het verslag."
    return replace(
        actie,
        actie=text,
        actiehouder=fold(actie.actiehouder),
        termijn=term,
        status=actie.status or "open",
        toelichting="; ".join(part for part in (note, fold(actie.toelichting)) if part),
        zekerheid=None,
        bron=None,
    )


def _besluit(besluit: Besluit) -> Besluit:
    return replace(besluit, tekst=fold(besluit.tekst), bron=None)


def _voortgang(said: Voortgang, tafel: Tafel, datum: date) -> Voortgang:
    term, note = _termijn(said.termijn, datum)
    older = said.verwijst_naar
    return replace(
        said,
        verwijst_naar=Kenmerk(tafel.id, older.datum, norm_verwijzing(older.label)),
        actie=fold(said.actie),
        actiehouder=fold(said.actiehouder),
        termijn=term,
        toelichting="; ".join(part for part in (note, fold(said.toelichting)) if part),
        zekerheid=None,
        bron=None,
    )


def norm_verwijzing(label: str) -> str:
    """Return the label of an older action as its record has it."""
    return label.upper() if re.fullmatch(r"[ab]\d+", label) else label


def _termijn(termijn: Termijn, datum: date) -> tuple[Termijn, str]:
    """Return a term that means the same day when it is read back, and a note where its words could not stay."""
    text = fold(termijn.tekst)
    if not text:
        return (Termijn(format_datum(termijn.datum), termijn.datum) if termijn.datum else Termijn()), ""
    note = f"termijn in het stuk: {text}"
    if len(text) > _MAX_TERMIJN or is_onmogelijke_termijn(text):
        return Termijn(), note
    read = parse_termijn(text, datum)
    if termijn.datum is None or read.datum in (None, termijn.datum):
        return read, ""
    return Termijn(format_datum(termijn.datum), termijn.datum), note


def _count_loose(points: Iterable[VerslagPunt], letter: str) -> int:
    markers = (m for text in _texts(points) for m in find_markeringen(text))
    return sum(m.letter == letter and m.nummer is None and not m.is_verwijzing for m in markers)


def _texts(points: Iterable[VerslagPunt]) -> Iterator[str]:
    for punt in points:
        yield punt.titel
        for blok in punt.blokken:
            yield from (cell for row in blok.rijen for cell in row) if isinstance(blok, Tabel) else (blok.tekst,)


def _wait(things: tuple[T, ...], loose: int, letter: str) -> tuple[T, ...]:
    """Let things without a number wait for that of the ``[A]`` they stand for: their own, else in order.

    A row of a list that no marker speaks of waits for none.
    """
    free = [index for index, t in enumerate(things) if not t.label and (_is_marked(t) or f"[{letter}]" in _zin(t))]
    free.sort(key=lambda index: f"[{letter}]" not in _zin(things[index]))
    waiting = frozenset(free[:loose])
    return tuple(replace(t, label=letter) if index in waiting else t for index, t in enumerate(things))


def _is_marked(thing: Actiepunt | Besluit) -> bool:
    return isinstance(thing, Actiepunt) and thing.soort == "expliciet"


def _zin(thing: Actiepunt | Besluit) -> str:
    return (thing.bron.zin or "") if thing.bron else ""


def _given(waiting: tuple[T, ...], labelled: tuple[T, ...], letter: str) -> tuple[str, ...]:
    """Return the numbers that those who waited for one got, in order."""
    return tuple(new.label for old, new in zip(waiting, labelled, strict=True) if old.label == letter)


class _Nummers:
    """Writes numbers into the markers that wait for one, in the order of the text."""

    def __init__(self, acties: tuple[str, ...], besluiten: tuple[str, ...]) -> None:
        self._labels = {"A": iter(acties), "B": iter(besluiten)}

    def number_punt(self, punt: VerslagPunt) -> VerslagPunt:
        """Number the markers of one item: first those in its heading."""
        title = self._number(punt.titel)
        return replace(punt, titel=title, blokken=tuple(self._number_blok(blok) for blok in punt.blokken))

    def _number_blok(self, blok: Blok) -> Blok:
        if isinstance(blok, Tabel):
            return Tabel(tuple(tuple(self._number(cell) for cell in row) for row in blok.rijen))
        return replace(blok, tekst=self._number(blok.tekst))

    def _number(self, text: str) -> str:
        pieces, last = [], 0
        for marker in find_markeringen(text):
            if marker.nummer is None and not marker.is_verwijzing:
                label = next(self._labels[marker.letter], marker.letter)
                pieces += [text[last : marker.begin], f"[{label}]"]
                last = marker.eind
        return "".join((*pieces, text[last:]))


def _without_markers(blokken: tuple[Blok, ...], known: set[str]) -> tuple[Blok, ...]:
    """Write ``(A3)`` where the text mentions ``[A3]`` and no such action was made here: it would become one."""
    return tuple(
        Tabel(tuple(tuple(_unmark(cell, known) for cell in row) for row in blok.rijen))
        if isinstance(blok, Tabel)
        else replace(blok, tekst=_unmark(blok.tekst, known), bron=None)
        for blok in blokken
    )


def _unmark(text: str, known: set[str]) -> str:
    for marker in reversed(find_markeringen(text)):
        if marker.nummer is not None and not marker.is_verwijzing and marker.label not in known:
            text = f"{text[: marker.begin]}({marker.label}){text[marker.eind :]}"
    return text
