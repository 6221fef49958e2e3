"""Participants brought up to date in the front matter: the line of everybody who did not change stays as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pipeline.model import Deelnemer, Tafel
from pipeline.notatie.deelnemers import format_deelnemer, read_deelnemers, write_deelnemers
from pipeline.notatie.lezer import Leessamenhang, Lezer
from pipeline.notatie.yaml_bijwerken import end_of_field, find_pair, indent_of, is_loose, set_field
from pipeline.notatie.yaml_lezen import Blok, Knoop, Paar, Scalar, Yamllijst, read_yaml
from pipeline.notatie.yaml_schrijven import format_scalar, write_yaml

_VELD = "deelnemers"


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where the heading of a group (without a ``knoop``) or a participant begins: the index of its line."""

    regel: int
    groep: str
    knoop: Knoop | None = None


@dataclass(frozen=True, slots=True)
class _Regelstuk:
    """A heading or a participant as typed: ``boven`` are the comments above it, ``regels`` its own lines.

    ``deelnemer`` is None for a heading, and for somebody who cannot be read.
    """

    plek: _Plek
    boven: tuple[str, ...]
    regels: tuple[str, ...]
    deelnemer: Deelnemer | None = None

    @property
    def tekst(self) -> tuple[str, ...]:
        """All its lines."""
        return self.boven + self.regels


def update_deelnemers(tekst: str, deelnemers: tuple[Deelnemer, ...], tafel: Tafel) -> str:
    """Make a YAML text name these participants; a list without a line for each of them is written anew."""
    lines = tekst.removesuffix("\n").split("\n")
    root = read_yaml(tekst, "").wortel
    pair = find_pair(root, _VELD)
    names = [name for name, _ in groupby(deelnemers, key=lambda d: d.groep)]
    places = _places(lines, pair) if pair and len(set(names)) == len(names) else []
    fits = names == [""] if pair and isinstance(pair.waarde, Yamllijst) else "" not in names
    if pair is None or not places or not fits:
        return set_field(tekst, _VELD, write_deelnemers(deelnemers))
    end = end_of_field(lines, root, pair)
    pieces = tuple(_cut(lines, places, pair.regel, end, tafel))
    groups = dict.fromkeys((*names, *(p.plek.groep for p in pieces if _is_unreadable(p))))
    new = [line for name in groups for line in _Deelnemersgroep(name, deelnemers, pieces).write()]
    return "\n".join((*lines[: pair.regel], *new, *lines[end:], ""))


def _places(lines: Sequence[str], pair: Paar) -> list[_Plek]:
    """Find the line every group and participant begins on; none where they do not each have their own."""
    found = list(_walk(pair.waarde))
    own_line = re.compile(r" *- ")
    ordered = all(a.regel < b.regel for a, b in pairwise((_Plek(pair.regel - 1, ""), *found)))
    listed = all(place.knoop is None or own_line.match(lines[place.regel]) for place in found)
    return found if ordered and listed else []


def _walk(node: Knoop) -> Iterator[_Plek]:
    if isinstance(node, Blok):
        for pair in node.paren:
            yield _Plek(pair.regel - 1, pair.sleutel)
            yield from (_Plek(part.regel - 1, pair.sleutel, part) for part in _parts(pair.waarde))
    else:
        yield from (_Plek(part.regel - 1, "", part) for part in _parts(node))


def _parts(node: Knoop) -> tuple[Knoop, ...]:
    if isinstance(node, Scalar) and not node.tekst:
        return ()
    return node.delen if isinstance(node, Yamllijst) else (node,)


def _cut(lines: Sequence[str], places: Sequence[_Plek], first: int, end: int, tafel: Tafel) -> Iterator[_Regelstuk]:
    """Cut the lines of the field; comments belong to what stands under them."""
    begins = [first]
    for place in places[1:]:
        begin = place.regel
        while is_loose(lines[begin - 1]):
            begin -= 1
        begins.append(begin)
    for place, (begin, after) in zip(places, pairwise((*begins, end)), strict=True):
        above, own = tuple(lines[begin : place.regel]), tuple(lines[place.regel : after])
        yield _Regelstuk(place, above, own, _read(place, tafel))


def _read(plek: _Plek, tafel: Tafel) -> Deelnemer | None:
    """Read one participant on his own, before anybody is marked absent."""
    if plek.knoop is None:
        return None
    members = Yamllijst((plek.knoop,), 1)
    alone = Blok((Paar(plek.groep, 1, members),), 1) if plek.groep else members
    return next(iter(read_deelnemers(alone, Lezer(Leessamenhang("")), tafel)), None)


def _is_unreadable(stuk: _Regelstuk) -> bool:
    return stuk.plek.knoop is not None and stuk.deelnemer is None


class _Deelnemersgroep:
    """Writes one group: the lines of who did not change, and new ones for who did."""

    def __init__(self, naam: str, deelnemers: Sequence[Deelnemer], stukken: Sequence[_Regelstuk]) -> None:
        typed = [stuk for stuk in stukken if stuk.plek.groep == naam]
        self._naam = naam
        self._deelnemers = [d for d in deelnemers if d.groep == naam]
        self._kop = next((stuk for stuk in typed if stuk.plek.knoop is None), None)
        self._free = [stuk for stuk in typed if stuk.deelnemer is not None]
        self._unreadable = [stuk for stuk in typed if _is_unreadable(stuk)]
        self._kop_inspringing = _indent(stuk for stuk in stukken if stuk.plek.knoop is None)
        self._inspringing = _indent(stuk for stuk in (*typed, *stukken) if stuk.plek.knoop is not None)

    def write(self) -> Iterator[str]:
        """Return the lines."""
        if self._kop is not None:
            yield from self._kop.tekst
        elif self._naam:
            yield f"{self._kop_inspringing}{format_scalar(self._naam)}:"
        for deelnemer in self._deelnemers:
            yield from self._write(deelnemer)
        for stuk in self._unreadable:
            yield from stuk.tekst

    def _write(self, deelnemer: Deelnemer) -> Iterator[str]:
        same = next((stuk for stuk in self._free if stuk.deelnemer == deelnemer), None)
        known = same or next((stuk for stuk in self._free if _is_same_person(stuk, deelnemer)), None)
        if known is not None:
            self._free.remove(known)
            yield from known.boven
        yield from known.regels if known is not None and known is same else self._rewrite(deelnemer, known)

    def _rewrite(self, deelnemer: Deelnemer, stuk: _Regelstuk | None) -> Iterator[str]:
        """Write somebody anew; a remark behind his line stays."""
        value = format_deelnemer(deelnemer, self._naam)
        node = stuk.plek.knoop if stuk else None
        if stuk and isinstance(node, Scalar) and node.eind is not None and isinstance(value, str):
            line, *rest = stuk.regels
            yield line[: node.begin] + format_scalar(value) + line[node.eind :]
            yield from rest
        else:
            written = write_yaml({_VELD: [value]}).removesuffix("\n").split("\n")[1:]
            yield from (self._inspringing + line[2:] for line in written)


def _indent(stukken: Iterable[_Regelstuk]) -> str:
    return next((indent_of(stuk.regels[0]) for stuk in stukken), "  ")


def _is_same_person(stuk: _Regelstuk, deelnemer: Deelnemer) -> bool:
    return stuk.deelnemer is not None and _name(stuk.deelnemer) == _name(deelnemer)


def _name(deelnemer: Deelnemer) -> str:
    return deelnemer.naam or replace(deelnemer, aanwezig=True).regel
