"""A YAML tree -> values by the tables of ``velden``; every problem is collected, with its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.markering import format_datum, parse_datum, parse_status, parse_tijdvak
from pipeline.markering.datums import WEEKDAGEN, has_weekdag_van
from pipeline.markering.labels import Verwijzing
from pipeline.markering.tijden import parse_moment
from pipeline.model import ActieStatus, Bron, Embargo, Melding, Termijn, Tijdvak, melding
from pipeline.notatie.grenzen import MAX_KORT, read_termijn, read_verwijzing
from pipeline.notatie.tekst import Brontekst, fold, shorten
from pipeline.notatie.velden import Record, Veld
from pipeline.notatie.yaml_lezen import Blok, Boom, Knoop, Paar, Scalar, Yamllijst

MAX_MELDINGEN = 500
_GETAL = re.compile(r"(\d{1,5})(?:\s*(?:min|minuten|min\.|dagen|weken))?")
_JA, _NEE = frozenset(("ja", "true", "yes", "waar", "j")), frozenset(("nee", "false", "no", "onwaar", "n"))


@dataclass(frozen=True, slots=True)
class Leessamenhang:
    """What the values of a file are read against: its meeting, and the next one where that is known."""

    bestand: str
    datum: date | None = None
    volgende: date | None = None


class Waarden:
    """The values of one record by field name; a field that is missing or wrong has its empty value.

    Empty is ``""`` for words, ``()`` for lists, an empty Termijn, and None for all else.
    """

    def __init__(self, waarden: dict[str, Any], knopen: dict[str, Knoop], regels: dict[str, int], bron: Bron) -> None:
        """Hold the values and the parts of the tree with their lines."""
        self._waarden, self._knopen, self._regels, self.bron = waarden, knopen, regels, bron

    def __getitem__(self, naam: str) -> Any:
        """Return the value of a field; an unknown name is a KeyError, which is a mistake of ours."""
        return self._waarden[naam]

    def __contains__(self, naam: str) -> bool:
        """Tell whether the field is written in the file, be it empty."""
        return naam in self._knopen

    def knoop(self, naam: str) -> Knoop | None:
        """Return the part of the tree the field was read from."""
        return self._knopen.get(naam)

    def bron_van(self, naam: str) -> Bron:
        """Return the place of a field, or of its record where the field is missing."""
        line = self._regels.get(naam)
        return self.bron if line is None else Bron(self.bron.bestand, "regel", line, zin=self._text(naam))

    def _text(self, naam: str) -> str | None:
        node = self._knopen.get(naam)
        return fold(node.tekst) or None if isinstance(node, Scalar) else None


@dataclass(slots=True)
class Lezer:
    """Reads the records of one file and gathers what is wrong with them."""

    samenhang: Leessamenhang
    volledig: bool = True
    meldingen: list[Melding] = field(default_factory=list)
    verzwegen: int = 0

    @classmethod
    def of(cls, boom: Boom, samenhang: Leessamenhang) -> Lezer:
        """Make a reader for a tree; fields that an error in the layout cut off are not called missing."""
        return cls(samenhang, boom.volledig or boom.hersteld, list(boom.meldingen))

    @property
    def gemeld(self) -> tuple[Melding, ...]:
        """What was found wrong so far, in the order of the lines."""
        found = sorted(self.meldingen, key=lambda m: (m.bron.nummer if m.bron else None) or 0)
        if self.verzwegen:
            more = f"Er zijn nog {self.verzwegen} problemen in dit bestand."
            found.append(melding("veld-soort", more, Bron(self.samenhang.bestand), "Verbeter eerst de andere."))
        return tuple(found)

    @property
    def is_vol(self) -> bool:
        """Tell whether so much is wrong that more is only counted."""
        return len(self.meldingen) >= MAX_MELDINGEN

    def add(self, melding: Melding) -> None:
        """Add a Melding; past a few hundred the rest is only counted."""
        if self.is_vol:
            self.verzwegen += 1
        else:
            self.meldingen.append(melding)

    def place(self, regel: int, zin: str = "", begin: int | None = None, eind: int | None = None) -> Bron:
        """Return a place in the file."""
        return Bron(self.samenhang.bestand, "regel", regel, begin, eind, fold(zin) or None)

    def report(self, code: str, tekst: str, plek: Scalar | int, hulp: str = "") -> None:
        """Add a Melding at a value or at a line."""
        if isinstance(plek, Scalar):
            bron = self.place(plek.regel, plek.tekst, plek.begin, plek.eind)
        else:
            bron = self.place(plek)
        self.add(melding(code, tekst, bron, hulp))

    def read(self, node: Blok, record: Record) -> Waarden:
        """Read the fields of a record."""
        velden = {veld.naam: veld for veld in record.velden}
        knopen: dict[str, Knoop] = {}
        regels: dict[str, int] = {}
        for pair in node.paren:
            if pair.sleutel in velden:
                knopen[pair.sleutel], regels[pair.sleutel] = pair.waarde, pair.regel
            else:
                self._report_unknown(pair.sleutel, pair.regel, record)
        waarden = {veld.naam: self._value(veld, knopen.get(veld.naam)) for veld in record.velden}
        self._report_missing(record, knopen, node.regel)
        return Waarden(waarden, knopen, regels, self.place(node.regel))

    def read_part(self, node: Knoop, record: Record) -> Waarden | None:
        """Read a record that may be written as a bare text; None (and a Melding) where it is neither."""
        if isinstance(node, Blok):
            return self.read(node, record)
        if isinstance(node, Scalar) and record.kort:
            return self.read(_as_block(node, record.kort), record)
        if isinstance(node, Scalar) and not node.tekst:
            return None
        names = ", ".join(record.namen[:4])
        self.report("veld-soort", f"Hier horen de velden van {record.naam} te staan, zoals {names}.", _at(node))
        return None

    def _value(self, veld: Veld, node: Knoop | None) -> Any:
        empty = node is None or (isinstance(node, Scalar) and not node.tekst)
        if empty or node is None:
            return _empty(veld)
        return _LEZERS[veld.soort](self, veld, node)

    def _report_unknown(self, name: str, line: int, record: Record) -> None:
        near = None if self.is_vol else nearest(name, record.namen)
        text = f"Het veld {shorten(name) or '(zonder naam)'} is hier niet bekend."
        if near:
            text += f" Bedoelt u {near}?"
        self.report("veld-onbekend", text, line, f"Bekend zijn hier: {', '.join(record.namen)}.")

    def _report_missing(self, record: Record, knopen: dict[str, Knoop], line: int) -> None:
        if not self.volledig:
            return
        for veld in record.velden:
            node = knopen.get(veld.naam)
            if veld.verplicht and (node is None or (isinstance(node, Scalar) and not node.tekst.strip())):
                text = f"In {record.naam} ontbreekt het veld {veld.naam}."
                self.report("veld-ontbreekt", text, line, f"Vul {veld.naam} in: {veld.uitleg}")


def nearest(naam: str, namen: tuple[str, ...]) -> str | None:
    """Return the known name that is most like this one, or None where none is near."""
    found = process.extractOne(naam[:80].casefold(), namen, scorer=OSA.normalized_similarity, score_cutoff=0.55)
    return found[0] if found else None


def _as_block(node: Scalar, name: str) -> Blok:
    return Blok((Paar(name, node.regel, node),), node.regel)


def _at(node: Knoop) -> Scalar | int:
    return node if isinstance(node, Scalar) else node.regel


def _empty(veld: Veld) -> Any:
    if veld.soort in ("tekst", "keuze"):
        return ""
    if veld.soort in ("teksten", "records"):
        return ()
    return Termijn() if veld.soort == "termijn" else None


def _read_tekst(lezer: Lezer, veld: Veld, node: Knoop) -> str:
    if isinstance(node, Scalar):
        return node.tekst
    lezer.report(
        "veld-soort",
        f"Bij {veld.naam} hoort een tekst te staan, geen lijst of reeks velden.",
        node.regel,
        "Staat er een [ of een dubbele punt in de tekst? Zet de tekst dan tussen dubbele aanhalingstekens.",
    )
    return ""


def _read_kort(lezer: Lezer, veld: Veld, node: Knoop) -> str:
    """Read a text that is never long; one that is, is reported and left."""
    text = _read_tekst(lezer, veld, node).strip()
    if len(text) <= MAX_KORT:
        return text
    lezer.report("veld-soort", f"Bij {veld.naam} staat een veel te lange tekst: {shorten(text)}", node.regel)
    return ""


def _read_getal(lezer: Lezer, veld: Veld, node: Knoop) -> int | None:
    text = _read_kort(lezer, veld, node)
    match = _GETAL.fullmatch(text)
    if match:
        return int(match[1])
    if text:
        lezer.report("veld-soort", f"Bij {veld.naam} hoort een getal te staan, niet: {text}.", _at(node))
    return None


def _read_datum(lezer: Lezer, veld: Veld, node: Knoop) -> date | None:
    text = _read_kort(lezer, veld, node)
    if not text:
        return None
    lezing = parse_datum(text, lezer.samenhang.datum, "dichtbij")
    if lezing.onmogelijk:
        lezer.report("datum-bestaat-niet", f"De datum {text} bij {veld.naam} bestaat niet.", _at(node))
    elif lezing.datum is None:
        lezer.report("datum-onleesbaar", f"De datum bij {veld.naam} is niet te lezen: {text}.", _at(node))
    elif not has_weekdag_van(lezing):
        day = WEEKDAGEN[lezing.datum.weekday()]
        lezer.report("weekdag-anders", f"Er staat {text}, maar {format_datum(lezing.datum)} is een {day}.", _at(node))
    return lezing.datum


def _read_tijdvak(lezer: Lezer, veld: Veld, node: Knoop) -> Tijdvak | None:
    text = _read_kort(lezer, veld, node)
    if not text:
        return None
    tijdvak = parse_tijdvak(text)
    if tijdvak is None:
        lezer.report("tijd-onleesbaar", f"De tijd bij {veld.naam} is niet te lezen: {text}.", _at(node))
    elif tijdvak.eind and tijdvak.eind < tijdvak.begin:
        lezer.report("eind-voor-begin", f"De eindtijd ligt voor de begintijd: {text}.", _at(node))
    return tijdvak


def _read_janee(lezer: Lezer, veld: Veld, node: Knoop) -> bool | None:
    text = _read_kort(lezer, veld, node).casefold()
    if text in _JA | _NEE:
        return text in _JA
    if text:
        lezer.report("veld-soort", f"Bij {veld.naam} hoort ja of nee te staan, niet: {text}.", _at(node))
    return None


def _read_embargo(lezer: Lezer, veld: Veld, node: Knoop) -> Embargo | None:
    """Read until when something is confidential; what gives no moment is a question, and confidential still."""
    text = _read_kort(lezer, veld, node)
    if not text or text.casefold() in _NEE:
        return None
    until = parse_moment(text, lezer.samenhang.datum)
    if until is None:
        lezer.report("embargo-zonder-eind", f"Tot wanneer geldt het embargo? Er staat: {text}.", _at(node))
    return Embargo(until)


def _read_keuze(lezer: Lezer, veld: Veld, node: Knoop) -> str:
    text = _read_kort(lezer, veld, node)
    folded = text.casefold()
    choice = next((keuze for keuze in veld.keuzes if keuze in (folded, folded.replace(" ", "_"))), "")
    if text and not choice:
        help_text = f"Kies uit: {', '.join(veld.keuzes)}."
        lezer.report("veld-soort", f"Bij {veld.naam} kan niet staan: {text}.", _at(node), help_text)
    return choice


def _read_status(lezer: Lezer, veld: Veld, node: Knoop) -> ActieStatus | None:
    text = _read_kort(lezer, veld, node)
    status = parse_status(text)
    if text and status is None:
        lezer.report("status-onbekend", f"De status is niet te lezen: {text}.", _at(node))
    return status


def _read_termijn(lezer: Lezer, veld: Veld, node: Knoop) -> Termijn:
    text = _read_tekst(lezer, veld, node).strip()
    termijn, impossible = read_termijn(text, lezer.samenhang.datum, lezer.samenhang.volgende)
    if impossible:
        lezer.report("termijn-bestaat-niet", f"De termijn {text} bestaat niet.", _at(node))
    return termijn


def _read_verwijzing(lezer: Lezer, veld: Veld, node: Knoop) -> Verwijzing | None:
    text = _read_kort(lezer, veld, node)
    if not text:
        return None
    found = read_verwijzing(text, lezer.samenhang.datum)
    if found is None:
        lezer.report("veld-soort", f"De verwijzing is niet te lezen: {text}.", _at(node), _VERWIJZING_HULP)
    elif found.onmogelijk:
        lezer.report("datum-bestaat-niet", f"De datum in de verwijzing {text} bestaat niet.", _at(node))
        return None
    return found


_VERWIJZING_HULP = "Schrijf A3 voor deze vergadering, of A2 (17-12-2025) voor een oudere."


def _read_teksten(lezer: Lezer, veld: Veld, node: Knoop) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.tekst,)
    if isinstance(node, Blok):
        lezer.report("veld-soort", f"Bij {veld.naam} hoort een lijst te staan.", node.regel, _LIJST_HULP)
        return ()
    texts = [_read_tekst(lezer, veld, part) for part in node.delen]
    return tuple(text for text in texts if text)


_LIJST_HULP = "Begin elke regel van de lijst met een streepje en een spatie."


def _read_record(lezer: Lezer, veld: Veld, node: Knoop) -> Waarden | None:
    return lezer.read_part(node, _record(veld))


def _read_records(lezer: Lezer, veld: Veld, node: Knoop) -> tuple[Waarden, ...]:
    if isinstance(node, Yamllijst):
        parts = [lezer.read_part(part, _record(veld)) for part in node.delen]
        return tuple(part for part in parts if part is not None)
    if veld.vaak_een:
        part = lezer.read_part(node, _record(veld))
        return () if part is None else (part,)
    lezer.report("veld-soort", f"Bij {veld.naam} hoort een lijst te staan.", _at(node), _LIJST_HULP)
    return ()


def _read_later(lezer: Lezer, veld: Veld, node: Knoop) -> Knoop:
    return node


def _record(veld: Veld) -> Record:
    if veld.record is None:
        raise ValueError(veld.naam)
    return veld.record


_LEZERS: dict[str, Callable[[Lezer, Veld, Knoop], Any]] = {
    "tekst": _read_tekst,
    "getal": _read_getal,
    "datum": _read_datum,
    "tijdvak": _read_tijdvak,
    "janee": _read_janee,
    "embargo": _read_embargo,
    "keuze": _read_keuze,
    "status": _read_status,
    "termijn": _read_termijn,
    "verwijzing": _read_verwijzing,
    "teksten": _read_teksten,
    "record": _read_record,
    "records": _read_records,
    "deelnemers": _read_later,
}


def read_record(
    bron: Brontekst, boom: Boom, record: Record, datum: date | None = None, volgende: date | None = None
) -> tuple[Waarden, Lezer]:
    """Read the record a whole file holds."""
    lezer = Lezer.of(boom, Leessamenhang(bron.bestand, datum, volgende))
    return lezer.read(boom.wortel, record), lezer
