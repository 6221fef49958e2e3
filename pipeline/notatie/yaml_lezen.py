"""YAML -> a small tree in which every value is text exactly as typed, with its line.

YAML's own conversions (``9:30`` is 570, ``Nee`` is False, ``012`` is 10) would change what a person wrote, so
the parser's events are used and each field is converted by what it is for. Anchors, aliases and tags are
refused: nobody types them on purpose, and aliases can blow up memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from pipeline.model import Bron, Ernst, Melding, melding
from pipeline.notatie.tekst import ONGELDIG, fold, shorten
from pipeline.notatie.yaml_hulp import BIJZONDER, Uitleg, explain, quote_value

MAX_DIEPTE = 12
MAX_HERSTEL = 20  # readings of one text
MAX_TEKENS = 250_000  # of a YAML text: a table of 200 members has some 50,000
# Characters ruamel refuses or takes for a line end; they pass through it as private characters.
_AFGESCHERMD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# A # right before a word: no remark, as a remark has a space there, but text that YAML drops.
_HEKJE = re.compile(r"(?<![ \t])[ \t]+#[^\s#]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value: its text, and the line and columns where it begins and, on one line, ends."""

    tekst: str
    regel: int
    begin: int = 0
    eind: int | None = None


@dataclass(frozen=True, slots=True)
class Yamllijst:
    """A YAML sequence."""

    delen: tuple[Knoop, ...]
    regel: int


@dataclass(frozen=True, slots=True)
class Paar:
    """A field name with its value; ``regel`` is the line of the name."""

    sleutel: str
    regel: int
    waarde: Knoop


@dataclass(frozen=True, slots=True)
class Blok:
    """A YAML mapping, in order; a name that stands there twice is kept once (and reported)."""

    paren: tuple[Paar, ...]
    regel: int


Knoop = Scalar | Yamllijst | Blok


@dataclass(frozen=True, slots=True)
class Boom:
    """What was read of a YAML text; not ``volledig`` when there is an error in its layout.

    ``hersteld`` tells that the errors could be guessed away, so that the tree has all there is all the same.
    """

    wortel: Blok
    volledig: bool
    meldingen: tuple[Melding, ...]
    hersteld: bool = False


def read_yaml(tekst: str, bestand: str, eerste_regel: int = 1) -> Boom:
    """Read a YAML text whose first line is line ``eerste_regel`` of the file. Never raises."""
    if len(tekst) > MAX_TEKENS:
        too_big = f"Dit zijn {len(tekst)} tekens aan velden; meer dan {MAX_TEKENS} wordt niet gelezen."
        place = Bron(bestand, "regel", eerste_regel)
        found = melding("bestand-onleesbaar", too_big, place, "Maak het bestand kleiner.")
        return Boom(Blok((), eerste_regel), False, (found,))
    return _read_on(*_shield_text(tekst), bestand, eerste_regel)


def _read_on(tekst: str, shield: dict[str, str], bestand: str, eerste_regel: int) -> Boom:
    """Read, and where a value only lacks its quotes read on as if it had them, so that all mistakes are told."""
    found: list[Melding] = []
    while True:
        builder = _Bouwer(tekst, bestand, eerste_regel, shield)
        tree = builder.build()
        repaired = _repair(tekst, builder.gestopt) if len(found) < MAX_HERSTEL else None
        if repaired is None:
            mended = tree.volledig and bool(found)
            return Boom(tree.wortel, tree.volledig and not found, (*found, *tree.meldingen), mended)
        found.append(next(m for m in reversed(tree.meldingen) if m.code == "yaml-opmaak"))
        tekst = repaired


def _repair(tekst: str, gestopt: tuple[int, Uitleg] | None) -> str | None:
    """Put quotes around the value that stopped the reading, where they would help."""
    if gestopt is None or not gestopt[1].quotes or len(tekst) > MAX_TEKENS // 10:
        return None
    return quote_value(tekst, gestopt[0])


class _Weigering(Exception):
    """Something YAML allows and a record does not; carries the line (from 0) and what to say of it."""

    def __init__(self, line: int, uitleg: Uitleg) -> None:
        super().__init__(uitleg.wat)
        self.line, self.uitleg = line, uitleg


@dataclass(slots=True)
class _OpenBlok:
    """A mapping or list that is still being filled."""

    regel: int
    is_blok: bool
    delen: list[Knoop]
    begin: int = 0


class _Bouwer:
    """Builds the tree from events; a stack instead of recursion, so that depth is bounded by us."""

    def __init__(self, tekst: str, bestand: str, eerste_regel: int, shield: dict[str, str]) -> None:
        self._tekst, self._bestand, self._eerste = tekst, bestand, eerste_regel
        self._back = {ord(private): original for original, private in shield.items()}
        self._stack: list[_OpenBlok] = []
        self._wortel: Knoop | None = None
        self._meldingen: list[Melding] = []
        self.gestopt: tuple[int, Uitleg] | None = None
        self._has_signs = _HEKJE.search(tekst) is not None
        self._regels = tekst.split("\n")

    def build(self) -> Boom:
        try:
            for event in _events(self._tekst):
                self._take(event)
        except _Weigering as refusal:
            self._stop(refusal.line, refusal.uitleg)
        except YAMLError as error:
            self._stop(*explain(self._tekst, *_problem(error)))
        except (ValueError, OverflowError):  # an escape such as "\UFFFFFFFF" in ruamel's scanner
            self._stop(0, Uitleg("In een tekst tussen aanhalingstekens staat een ongeldige \\-code."))
        complete = self.gestopt is None
        return Boom(self._root(complete), complete, tuple(self._meldingen))

    def _stop(self, line: int, uitleg: Uitleg) -> None:
        self.gestopt = (line, uitleg)
        self._report(line, uitleg.wat, uitleg.hulp)

    def _root(self, complete: bool) -> Blok:
        while self._stack:
            self._close()
        if isinstance(self._wortel, Blok):
            return self._wortel
        empty = isinstance(self._wortel, Scalar) and not self._wortel.tekst
        if complete and self._wortel is not None and not empty:
            self._report(
                self._wortel.regel - self._eerste,
                "Hier horen velden te staan, elk met een dubbele punt.",
                "Schrijf op elke regel een veld, een dubbele punt, een spatie en dan de waarde.",
            )
        return Blok((), self._eerste)

    def _take(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            raise _Weigering(event.start_mark.line, BIJZONDER)
        if isinstance(event, NodeEvent):
            self._refuse(event)
        if isinstance(event, ScalarEvent):
            self._add(self._scalar(event))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._close()
        elif isinstance(event, DocumentStartEvent) and self._wortel is not None:
            raise _Weigering(event.start_mark.line, _TWEEDE)

    def _refuse(self, event: Any) -> None:
        if event.anchor is not None:
            raise _Weigering(event.start_mark.line, BIJZONDER)
        tag = getattr(event, "ctag", None) or getattr(event, "tag", None)
        if tag is not None and str(tag) not in ("", "None", "!"):
            raise _Weigering(event.start_mark.line, BIJZONDER)

    def _open(self, event: Any) -> None:
        if len(self._stack) >= MAX_DIEPTE:
            raise _Weigering(event.start_mark.line, _TE_DIEP)
        line = event.start_mark.line + self._eerste
        self._stack.append(_OpenBlok(line, isinstance(event, MappingStartEvent), [], event.start_mark.column))

    def _close(self) -> None:
        opened = self._stack.pop()
        if opened.is_blok:
            self._add(Blok(tuple(self._pairs(opened.delen)), opened.regel))
        else:
            self._add(Yamllijst(tuple(opened.delen), opened.regel))

    def _add(self, node: Knoop) -> None:
        if self._stack:
            self._stack[-1].delen.append(node)
        elif self._wortel is None:
            self._wortel = node

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        text = event.value.translate(self._back) if self._back else event.value
        if event.style == '"' and (match := ONGELDIG.search(text)):
            self._report_character(start.line, match.group())
        if event.style in ("|", ">"):
            text = text.removesuffix("\n")
        if self._has_signs and event.style is None and _HEKJE.match(self._regels[end.line], end.column):
            self._report_sign(end.line, text)
        one_line = end.line == start.line
        return Scalar(text, start.line + self._eerste, start.column, end.column if one_line else None)

    def _pairs(self, nodes: list[Knoop]) -> Iterator[Paar]:
        seen: set[str] = set()
        for key, value in zip(nodes[::2], nodes[1::2], strict=False):
            if not isinstance(key, Scalar):
                self._report(key.regel - self._eerste, "Een veld heeft geen naam.", "")
            elif key.tekst in seen:
                text = f"Het veld {key.tekst} staat er twee keer; alleen het eerste telt."
                self._report(key.regel - self._eerste, text, "Haal een van de twee weg.")
            else:
                seen.add(key.tekst)
                yield Paar(key.tekst, key.regel, _at_name(value, key))

    def _report(self, line: int, text: str, help_text: str) -> None:
        written = fold(self._regels[line].translate(self._back)) if line < len(self._regels) else ""
        place = Bron(self._bestand, "regel", line + self._eerste, zin=written or None)
        self._meldingen.append(melding("yaml-opmaak", text, place, help_text))

    def _report_sign(self, line: int, text: str) -> None:
        what = f"Wat na # staat, telt niet mee. Gelezen is alleen: {shorten(text)}"
        place = Bron(self._bestand, "regel", line + self._eerste)
        help_text = "Hoort het bij de tekst? Zet de hele tekst dan tussen dubbele aanhalingstekens."
        self._meldingen.append(melding("yaml-opmaak", what, place, help_text, Ernst.WAARSCHUWING))

    def _report_character(self, line: int, character: str) -> None:
        text = f"De code voor teken U+{ord(character):04X} kan niet in een Word-bestand bestaan."
        place = Bron(self._bestand, "regel", line + self._eerste)
        self._meldingen.append(melding("teken-ongeldig", text, place))


def _at_name(value: Knoop, key: Scalar) -> Knoop:
    """Put an empty value on the line of its name; ruamel puts it on the next."""
    if isinstance(value, Scalar) and not value.tekst and value.regel != key.regel:
        return Scalar("", key.regel)
    return value


_TWEEDE = Uitleg("Er staat een tweede --- in het bestand.", "Haal die regel weg.")
_TE_DIEP = Uitleg("Er is te diep ingesprongen.")


def _events(tekst: str) -> Iterator[Any]:
    return iter(YAML(typ="safe", pure=True).parse(tekst))


def _problem(error: YAMLError) -> tuple[int, int, str, int | None]:
    """Return line and column (from 0), the parser's own words, and the line where the context began."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 0, 0, str(error), None
    mark, context = error.problem_mark, error.context_mark
    words = f"{error.context or ''} {error.problem or ''}"
    return mark.line, mark.column, words, context.line if context else None


def _shield_text(tekst: str) -> tuple[str, dict[str, str]]:
    """Replace what ruamel cannot take by private characters not in the text, and line ends by LF."""
    text = tekst.replace("\r\n", "\n").replace("\r", "\n")
    odd = sorted(set(_AFGESCHERMD.findall(text)))
    if not odd:
        return text, {}
    used = set(text)
    free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in used)
    shield = dict(zip(odd, free, strict=False))
    return _AFGESCHERMD.sub(lambda match: shield[match.group()], text), shield
