"""Edits in the text of verslag.md that leave every other character as it was.

Texts come and go as they stand in the file, CRLF included. What cannot be done because the text is not what
the caller thinks it is, is a ValueError: read the text first, and edit only what could be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.notatie.blokken import Rij, TabelBlok, split_rij
from pipeline.notatie.lezer import Leessamenhang, Lezer
from pipeline.notatie.lijsten import ACTIELIJST, BESLUITENLIJST, LijstRij, Lijstsoort, match_kolommen
from pipeline.notatie.lijstrijen import Nummeraar, is_unnumbered, iter_lijstrijen
from pipeline.notatie.ontleding import Ontleding, Voorblok, find_vindplaatsen, ontleed
from pipeline.notatie.tekst import Tekstregel, find_regeleinde
from pipeline.notatie.verslag_schrijven import format_cel, format_rij, standard_kolommen
from pipeline.notatie.yaml_lezen import Paar, Scalar, read_yaml
from pipeline.notatie.yaml_schrijven import format_scalar, write_yaml

# An edit: from where to where in the text, and what comes there instead.
Bewerking = tuple[int, int, str]


def number_markers(tekst: str, first_free: int, letter: str = "A") -> tuple[str, tuple[str, ...]]:
    """Give each ``[A]`` the next number, and the rows without one the numbers of the markers in order.

    Numbers begin at ``first_free`` or above the highest the text has already. Returns the text and the labels
    handed out, in the order of the text. ``letter`` B does the same for decisions.
    """
    soort = ACTIELIJST if letter == "A" else BESLUITENLIJST
    parts = ontleed(tekst)
    markers = [
        v for v in find_vindplaatsen(parts.secties) if v.markering.letter == letter and not v.markering.is_verwijzing
    ]
    rows = [rij for _, rij in iter_lijstrijen(soort, parts.secties, Lezer(Leessamenhang("")))]
    taken = [v.markering.label for v in markers] + [rij.label for rij in rows]
    labels = Nummeraar(letter, taken, first_free)
    loose = [v for v in markers if v.markering.nummer is None]
    given = [labels.next() for _ in loose]
    edits = [_number_marker(parts, v.regel, v.kolom, label) for v, label in zip(loose, given, strict=True)]
    waiting = [rij for rij in rows if is_unnumbered(rij, soort)]
    given += [labels.next() for _ in waiting[len(given) :]]
    edits += [_number_row(rij, label) for rij, label in zip(waiting, given, strict=False)]
    return _apply(tekst, edits), tuple(given)


def append_action_row(tekst: str, label: str, actie: str, **cellen: str) -> str:
    """Add an action to the action list; ``cellen`` by column: ``actiehouder``, ``termijn``, ``status`` …"""
    return append_row(tekst, ACTIELIJST, {"nr": label, "actie": actie, **cellen})


def append_besluit_row(tekst: str, label: str, besluit: str, **cellen: str) -> str:
    """Add a decision to the list of decisions."""
    return append_row(tekst, BESLUITENLIJST, {"nr": label, "besluit": besluit, **cellen})


def append_row(tekst: str, soort: Lijstsoort, cellen: Mapping[str, str]) -> str:
    """Add a row to a list, in the order of its own columns; a column or table that is missing is made."""
    known = {kolom.naam for kolom in soort.kolommen}
    if unknown := set(cellen) - known:
        raise ValueError(f"{soort.titel} has no column {', '.join(sorted(unknown))}")
    parts = ontleed(tekst)
    table = _find_table(parts, soort)
    if table is None:
        return _append_table(tekst, parts, soort, cellen)
    names = match_kolommen(table, soort)
    new = [k for k in soort.kolommen if cellen.get(k.naam) and k.naam not in names]
    tekst = _add_columns(tekst, parts, table, [kolom.kop for kolom in new])
    order = (*names, *(kolom.naam for kolom in new))
    row = format_rij([cellen.get(name, "") if name else "" for name in order])
    return _insert_after(tekst, ontleed(tekst).regels[_last_line(table) - 1], row)


def set_cell(tekst: str, regel: int, kolom: str, waarde: str) -> str:
    """Change one cell: that of the list row on line ``regel`` (``Bron.nummer`` of what was read from it)."""
    parts = ontleed(tekst)
    for soort, table in _list_tables(parts):
        row = next((rij for rij in table.rijen[1:] if rij.regel.nummer == regel), None)
        if row is None:
            continue
        names = match_kolommen(table, soort)
        if kolom not in names:
            heading = next((k.kop for k in soort.kolommen if k.naam == kolom), None)
            if heading is None:
                raise ValueError(f"{soort.titel} has no column {kolom}")
            return set_cell(_add_columns(tekst, parts, table, [heading]), regel, kolom, waarde)
        return _apply(tekst, [_change_cell(row, names.index(kolom), len(names), waarde)])
    raise ValueError(f"no list row on line {regel}")


def remove_row(tekst: str, regel: int) -> str:
    """Take the list row on line ``regel`` out of its table."""
    parts = ontleed(tekst)
    rows = {rij.regel.nummer for _, table in _list_tables(parts) for rij in table.rijen[1:]}
    if regel not in rows:
        raise ValueError(f"no list row on line {regel}")
    begin = parts.regels[regel - 1].begin
    end = parts.regels[regel].begin if regel < len(parts.regels) else len(tekst)
    return tekst[:begin] + tekst[end:]


def set_front_matter_field(tekst: str, naam: str, waarde: str) -> str:
    """Give a field of the front matter another value; a field that is not there is added at the end."""
    parts = ontleed(tekst)
    newline = find_regeleinde(tekst)
    block = parts.voorblok
    if block is None:
        return f"---{newline}{naam}: {format_scalar(waarde)}{newline}---{newline}{tekst}"
    if not block.gesloten:
        raise ValueError("the front matter has no end")
    pair = _find_field(block, naam)
    closing = parts.regels[block.eind - 1]
    if pair is None:
        return _apply(tekst, [(closing.begin, closing.begin, f"{naam}: {format_scalar(waarde)}{newline}")])
    return _apply(tekst, [_change_field(parts, block, pair, waarde, newline)])


def _number_marker(parts: Ontleding, regel: int, kolom: int, label: str) -> Bewerking:
    at = parts.regels[regel - 1].begin + kolom + 2
    return at, at, label[1:]


def _number_row(rij: LijstRij, label: str) -> Bewerking:
    cel = rij.cellen["nr"]
    written = rij.regel.tekst[cel.begin : cel.eind]
    letter = re.search(r"[A-Za-z]", written)
    if letter:
        at = rij.regel.begin + cel.begin + letter.end()
        return at, at, label[1:]
    at = rij.regel.begin + cel.begin
    behind = rij.regel.tekst[cel.begin : cel.begin + 1]
    return at, at, label + (" " if behind == "|" else "")


def _find_table(parts: Ontleding, soort: Lijstsoort) -> TabelBlok | None:
    return next((table for kind, table in _list_tables(parts) if kind is soort), None)


def _list_tables(parts: Ontleding) -> Iterable[tuple[Lijstsoort, TabelBlok]]:
    for sectie in parts.secties:
        for blok in sectie.blokken:
            if sectie.lijst is not None and isinstance(blok, TabelBlok):
                names = match_kolommen(blok, sectie.lijst)
                if "nr" in names and sectie.lijst.inhoud in names:
                    yield sectie.lijst, blok


def _last_line(table: TabelBlok) -> int:
    """Return the line after which a row can be added: the last row, or the line of dashes."""
    return max(table.rijen[-1].regel.nummer, table.rijen[0].regel.nummer + 1)


def _insert_after(tekst: str, regel: Tekstregel, line: str) -> str:
    newline = find_regeleinde(tekst)
    end = regel.begin + len(regel.tekst)
    return _apply(tekst, [(end, end, newline + line)])


def _append_table(tekst: str, parts: Ontleding, soort: Lijstsoort, cellen: Mapping[str, str]) -> str:
    """Make the table: under its heading where that is there, and otherwise with one at the end."""
    columns = [k for k in soort.kolommen if k.naam in standard_kolommen(soort) or cellen.get(k.naam)]
    lines = [
        format_rij([kolom.kop for kolom in columns]),
        "|" + "---|" * len(columns),
        format_rij([cellen.get(kolom.naam, "") for kolom in columns]),
    ]
    newline = find_regeleinde(tekst)
    section = next((s for s in parts.secties if s.lijst is soort), None)
    if section is not None and section.kop is not None:
        return _insert_after(tekst, parts.regels[section.kop.regel - 1], newline + newline.join(lines))
    before = next((s for s in parts.secties if soort is ACTIELIJST and s.lijst is BESLUITENLIJST), None)
    block = newline.join((f"## {soort.titel}", "", *lines)) + newline
    if before is not None and before.kop is not None:
        at = parts.regels[before.kop.regel - 1].begin
        return _apply(tekst, [(at, at, block + newline)])
    gap = "" if not tekst or tekst.endswith(("\n", "\r")) else newline
    return f"{tekst}{gap}{newline}{block}"


def _add_columns(tekst: str, parts: Ontleding, table: TabelBlok, headings: list[str]) -> str:
    if not headings:
        return tekst
    header = table.rijen[0]
    edits = [_extend(header, len(header.cellen), headings)]
    dashes = parts.regels[header.regel.nummer]
    written = dashes.tekst.rstrip(" \t")
    end = dashes.begin + len(written)
    missing = len(header.cellen) - len(split_rij(dashes).cellen)
    bar = "" if written.endswith("|") else "|"
    edits.append((end, end, bar + "---|" * (missing + len(headings))))
    edits += [_extend(rij, len(header.cellen), [""] * len(headings)) for rij in table.rijen[1:]]
    return _apply(tekst, edits)


def _extend(rij: Rij, width: int, cells: list[str]) -> Bewerking:
    """Write cells at the end of a row, after empty ones for those it lacks."""
    written = rij.regel.tekst.rstrip(" \t")
    end = rij.regel.begin + len(written)
    closed = written.endswith("|") and not written.endswith("\\|")
    added = format_rij([*[""] * (width - len(rij.cellen)), *cells])
    return end, end, added[1:] if closed else " " + added


def _change_cell(rij: Rij, position: int, width: int, waarde: str) -> Bewerking:
    if position >= len(rij.cellen):
        cells = [""] * (position - len(rij.cellen)) + [waarde]
        return _extend(rij, len(rij.cellen), cells)
    cel = rij.cellen[position]
    start = rij.regel.begin
    text = format_cel(waarde)
    behind = rij.regel.tekst[cel.eind : cel.eind + 1]
    return start + cel.begin, start + cel.eind, text + (" " if behind == "|" and text else "")


def _find_field(block: Voorblok, naam: str) -> Paar | None:
    boom = read_yaml(block.tekst, "", block.eerste_regel)
    if not boom.volledig:
        raise ValueError("the front matter cannot be read")
    return next((pair for pair in boom.wortel.paren if pair.sleutel == naam), None)


def _change_field(parts: Ontleding, block: Voorblok, pair: Paar, waarde: str, newline: str) -> Bewerking:
    """Replace the value on its line, or all its lines where it has more."""
    line = parts.regels[pair.regel - 1]
    value = pair.waarde
    if isinstance(value, Scalar) and value.regel == pair.regel and value.eind is not None and value.tekst:
        return line.begin + value.begin, line.begin + value.eind, format_scalar(waarde)
    key = re.match(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^:'"]+)\s*:""", line.tekst)
    if key is None:
        raise ValueError(f"cannot find where {pair.sleutel} begins")
    if isinstance(value, Scalar) and value.regel == pair.regel and not value.tekst:
        empty = re.match(r"""[ \t]*(?:""|'')?""", line.tekst[key.end() :])
        end = key.end() + (empty.end() if empty else 0)
        return line.begin + key.end(), line.begin + end, " " + format_scalar(waarde) + " " * _has_comment(line, end)
    last = _last_line_of_field(parts, block, pair.regel)
    end = last.begin + len(last.tekst)
    text = write_yaml({pair.sleutel: waarde}).removesuffix("\n").replace("\n", newline)
    return line.begin, end, text


def _has_comment(line: Tekstregel, end: int) -> bool:
    return line.tekst[end : end + 1] == "#"


def _last_line_of_field(parts: Ontleding, block: Voorblok, first: int) -> Tekstregel:
    """Return the last line of a value of more lines: the one before the next name or the closing dashes."""
    last = parts.regels[first - 1]
    for regel in parts.regels[first : block.eind - 1]:
        if regel.tekst and not regel.tekst.startswith((" ", "\t", "-", "]", "}", "#")):
            break
        if regel.tekst.strip():
            last = regel
    return last


def _apply(tekst: str, edits: list[Bewerking]) -> str:
    """Carry out edits from the last to the first, so that each finds its place."""
    for begin, end, new in sorted(edits, reverse=True):
        tekst = tekst[:begin] + new + tekst[end:]
    return tekst
