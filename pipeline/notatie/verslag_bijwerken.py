"""A record brought up to date in its own text: what did not change stays to the character, as a person typed it.

Fields of the front matter, lines of participants, sections, and rows of the lists are each left alone or changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Tafel, Verslag, VerslagPunt
from pipeline.notatie.bijwerken import append_row, remove_row, set_cell
from pipeline.notatie.blokken import TabelBlok
from pipeline.notatie.deelnemers_bijwerken import update_deelnemers
from pipeline.notatie.koppelingen import format_kenmerk
from pipeline.notatie.lijsten import LIJSTEN
from pipeline.notatie.ontleding import Ontleding, Sectie, ontleed
from pipeline.notatie.tekst import Brontekst, find_regeleinde
from pipeline.notatie.verslag import parse_verslag
from pipeline.notatie.verslag_schrijven import Rij, lijst_rijen, voorblok_velden, write_blokken, write_punt
from pipeline.notatie.yaml_bijwerken import remove_field, set_field

_WITREGEL = re.compile(r"\n[ \t]*\n\Z")


def update_verslag(bron: Brontekst, nieuw: Verslag, tafel: Tafel) -> str:
    """Return the text of a record with what ``nieuw`` says otherwise; ValueError where that cannot be done.

    The caller reads the text again, to see that it says ``nieuw``: where the record has mistakes it may not.
    """
    oud, _ = parse_verslag(bron, tafel, nieuw.datum)
    tekst = _update_lijsten(bron.tekst, oud, nieuw)
    parts = ontleed(tekst)
    if parts.voorblok is None or not parts.voorblok.gesloten:
        raise ValueError("the front matter has no end")
    return _Romp(tekst, parts, oud).write(nieuw, _update_voorblok(tekst, parts, oud, nieuw, tafel))


def _update_voorblok(tekst: str, parts: Ontleding, oud: Verslag, nieuw: Verslag, tafel: Tafel) -> str:
    """Return the front matter, with both its lines of dashes."""
    block = parts.voorblok
    assert block is not None
    first, last = _begin(parts, block.eerste_regel, tekst), _begin(parts, block.eind, tekst)
    fields = tekst[first:last].replace("\r\n", "\n").replace("\r", "\n")
    before, after = voorblok_velden(oud), voorblok_velden(nieuw)
    changed = [name for name in (*after, *before) if before.get(name) != after.get(name)]
    for name in dict.fromkeys(changed):
        if name not in after:
            fields = remove_field(fields, name)
        elif name == "deelnemers":
            fields = update_deelnemers(fields, nieuw.deelnemers, tafel)
        else:
            fields = set_field(fields, name, after[name])
    new = fields.replace("\n", find_regeleinde(tekst)) if changed else tekst[first:last]
    return tekst[:first] + new + tekst[last : _begin(parts, block.eind + 1, tekst)]


def _begin(parts: Ontleding, regel: int, tekst: str) -> int:
    """Return where a line begins; one past the last begins at the end of the text."""
    return parts.regels[regel - 1].begin if regel <= len(parts.regels) else len(tekst)


def _update_lijsten(tekst: str, oud: Verslag, nieuw: Verslag) -> str:
    """Change cells first, as that leaves every line its number; then take rows out, then add them."""
    before, after = lijst_rijen(oud), lijst_rijen(nieuw)
    where = _find_rows(tekst, oud)
    gone: list[int] = []
    for soort in LIJSTEN:
        old, new = _by_label(before[soort]), _by_label(after[soort])
        gone += [where[label] for label in old if label not in new and label in where]
        for label in old.keys() & new.keys() & where.keys():
            for column, text in new[label].items():
                if text != old[label].get(column, ""):
                    tekst = set_cell(tekst, where[label], column, text)
    for line in sorted(gone, reverse=True):
        tekst = remove_row(tekst, line)
    for soort in LIJSTEN:
        old = _by_label(before[soort])
        for row in after[soort]:
            if row["nr"] not in old or (row["nr"] not in where and row != old[row["nr"]]):
                tekst = append_row(tekst, soort, {column: text for column, text in row.items() if text})
    return tekst


def _by_label(rows: Sequence[Rij]) -> dict[str, Rij]:
    labelled = {row["nr"]: row for row in rows}
    if len(labelled) < len(rows):
        raise ValueError("a label stands there twice")
    return labelled


def _find_rows(tekst: str, oud: Verslag) -> dict[str, int]:
    """Return the line of the row of each action and decision; those that are only marked have none."""
    tables = (b for s in ontleed(tekst).secties if s.lijst for b in s.blokken if isinstance(b, TabelBlok))
    rows = {rij.regel.nummer for table in tables for rij in table.rijen[1:]}
    found = [
        *((actie.label, actie.bron) for actie in oud.actiepunten),
        *((besluit.label, besluit.bron) for besluit in oud.besluiten),
        *((format_kenmerk(said.verwijst_naar, oud.tafel, oud.datum), said.bron) for said in oud.voortgang),
    ]
    return {label: bron.nummer for label, bron in found if bron and bron.nummer in rows}


class _Romp:
    """The body as typed: what stands above the first heading, the sections, and the lists between and below them."""

    def __init__(self, tekst: str, parts: Ontleding, oud: Verslag) -> None:
        assert parts.voorblok is not None
        _, *headed = parts.secties
        starts = [_begin(parts, sectie.kop.regel, tekst) for sectie in headed if sectie.kop]
        texts = [tekst[begin:end] for begin, end in pairwise((*starts, len(tekst)))]
        sections = list(zip(headed, texts, strict=True))
        self._regeleinde = find_regeleinde(tekst)
        self._oud = oud
        self._inleiding = tekst[_begin(parts, parts.voorblok.eind + 1, tekst) : starts[0] if starts else len(tekst)]
        points = (text for sectie, text in sections if sectie.lijst is None)
        self._punten = list(zip(oud.punten, points, strict=True))
        self._tussen, self._onderaan = _place_lists(sections)

    def write(self, nieuw: Verslag, voorblok: str) -> str:
        """Return the whole text; a section that is what it was, is the one that was typed."""
        out, follows = voorblok, True
        for text, typed in self._pieces(nieuw):
            if not (typed and follows and out.endswith(("\n", "\r"))):
                out = self._end_paragraph(out)
            out += text if typed else text.replace("\n", self._regeleinde)
            follows = typed
        return out

    def _pieces(self, nieuw: Verslag) -> Iterator[tuple[str, bool]]:
        """Give the parts in order, and of each whether it is as it was typed."""
        if nieuw.inleiding == self._oud.inleiding:
            yield self._inleiding, True
        else:
            yield write_blokken(nieuw.inleiding).removeprefix("\n"), False
        yield from self._tussen.pop("", ())
        for punt in nieuw.punten:
            yield self._write_punt(punt)
            yield from self._tussen.pop(punt.nummer or punt.titel, ())
        for left in (*self._tussen.values(), self._onderaan):
            yield from left

    def _write_punt(self, punt: VerslagPunt) -> tuple[str, bool]:
        known = next((pair for pair in self._punten if pair[0] == punt), None)
        if known is None:
            return write_punt(punt), False
        self._punten.remove(known)
        return known[1], True

    def _end_paragraph(self, out: str) -> str:
        """End a text with an empty line."""
        out += "" if out.endswith(("\n", "\r")) else self._regeleinde
        tail = out[-1000:].replace("\r\n", "\n").replace("\r", "\n")
        return out if _WITREGEL.search(tail) else out + self._regeleinde


def _place_lists(
    sections: Sequence[tuple[Sectie, str]],
) -> tuple[dict[str, list[tuple[str, bool]]], list[tuple[str, bool]]]:
    """Return the lists that stand between items, by the item before them, and those below all items."""
    between: dict[str, list[tuple[str, bool]]] = {}
    last, waiting = "", []
    for sectie, text in sections:
        if sectie.lijst is not None:
            waiting.append((text, True))
            continue
        if waiting:
            between.setdefault(last, []).extend(waiting)
        last, waiting = sectie.naam, []
    return between, waiting
