"""The list of participants of a document of ours, with the boxes of a note-taking form ticked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.lezen.woorden import fold
from pipeline.model import Bron, Deelnemer, Melding, melding
from pipeline.model.document import Bronblok, Document, Tabelblok
from pipeline.wie.personen import parse_deelnemer
from pipeline.word.bladwijzers import is_bladwijzer

_VINKEN = "xXvV✓✔"
# A box, ticked or not, with a tick before or behind it; or a tick that was typed in the place of the box.
_VAKJE = re.compile(
    rf"\s*(?P<voor>[{_VINKEN}]?)\s*(?P<vakje>[☐☑☒]|\[[ {_VINKEN}]?\])\s*(?P<na>[{_VINKEN}](?=\s))?\s*(?P<rest>.+)",
    re.DOTALL,
)
_VINK = re.compile(rf"\s*[{_VINKEN}]\s+(?P<rest>.+)", re.DOTALL)
_VERVANGT = re.compile(r"vervangt\s+(?P<wie>.+)", re.IGNORECASE)
_PUNT = re.compile(r"(?P<richting>vanaf|tot)\s+(?:agenda)?punt\s+(?P<nummer>\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Regel:
    """A line of the list; ``vink`` is None where it has no box."""

    tekst: str
    vink: bool | None


def read_groepen(intro: tuple[Bronblok, ...], document: Document) -> tuple[tuple[Deelnemer, ...], tuple[Melding, ...]]:
    """Return the participants of the rows that carry the bookmark of a group.

    On a form on which nothing is ticked, all count as present but those who sent word; that is said.
    """
    found = list(_people(intro, document))
    boxes = [line.vink for line, _ in found if line.vink is not None]
    if boxes and not any(boxes):
        return tuple(d for _, d in found), (melding("aanwezigheid-leeg", bron=Bron(document.bestand)),)
    return tuple(
        d if line.vink is None else replace(d, aanwezig=line.vink, afgemeld=d.afgemeld and not line.vink)
        for line, d in found
    ), ()


def _people(intro: tuple[Bronblok, ...], document: Document) -> Iterator[tuple[_Regel, Deelnemer]]:
    tables = [b for b in intro if isinstance(b, Tabelblok)]
    is_form = any(_has_boxes(row[-1].tekst) for tabel in tables for row in tabel.rijen)
    for tabel in tables:
        group = ""
        for index, (row, marks) in enumerate(zip(tabel.rijen, tabel.bladwijzers, strict=False)):
            if any(is_bladwijzer(mark, "groep") for mark in marks):
                group = fold(row[0].tekst)
            elif not group or fold(row[0].tekst):
                continue
            for line in _lines(row[-1].tekst if len(row) > 1 else "", is_form):
                person = read_regel(line.tekst, group)
                if person is not None:
                    yield line, replace(person, bron=document.bron(tabel, index, zin=line.tekst))


def _has_boxes(cell: str) -> bool:
    """Tell whether a cell is one of a form: a box, or every line with a tick where the box was."""
    lines = [line for line in cell.split("\n") if line.strip()]
    return any(_VAKJE.fullmatch(line) for line in lines) or (bool(lines) and all(map(_VINK.fullmatch, lines)))


def _lines(cell: str, is_form: bool) -> Iterator[_Regel]:
    for text in re.split(r"\n|;", cell):
        if match := _VAKJE.fullmatch(text):
            ticked = bool(match["voor"] or match["na"] or match["vakje"].strip("☐[] "))
            yield _Regel(match["rest"].strip(), ticked)
        elif is_form and (match := _VINK.fullmatch(text)):
            yield _Regel(match["rest"].strip(), True)
        elif text.strip():
            yield _Regel(text.strip(), None)


def read_regel(tekst: str, groep: str) -> Deelnemer | None:
    """Read a line as documents print it, what stands between brackets about a substitute included."""
    person = parse_deelnemer(tekst, groep)
    if person is None:
        return None
    roles: list[str] = []
    for part in (p.strip() for p in person.rol.split(",")):
        if match := _VERVANGT.fullmatch(part):
            person = replace(person, vervangt=match["wie"])
        elif match := _PUNT.fullmatch(part):
            arrives = match["richting"].lower() == "vanaf"
            number = match["nummer"]
            person = replace(person, vanaf_punt=number) if arrives else replace(person, tot_punt=number)
        elif part:
            roles.append(part)
    return replace(person, rol=", ".join(roles))
