"""Edits in a YAML record that leave every other line, and every comment, as a person typed it.

An edit is carried out in the text and then read back: what does not say exactly what was asked for is a
ValueError, and the text stays as it was. A caller says what could not be done, and asks for it to be done by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.notatie.tekst import find_regeleinde
from pipeline.notatie.yaml_lezen import Blok, Knoop, Paar, Scalar, Yamllijst, read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, format_scalar, write_yaml

Velden = Mapping[str, Waarde]


def set_field(tekst: str, naam: str, waarde: Waarde) -> str:
    """Give a field of the record a value; one that is not there is added at the end."""
    return _edit(tekst, lambda lines, root: _set_field(lines, root, naam, waarde), {naam: waarde})


def remove_field(tekst: str, naam: str) -> str:
    """Take a field out of the record; one that is not there changes nothing."""
    return _edit(tekst, lambda lines, root: _remove_field(lines, root, naam), {naam: ""})


def append_item(tekst: str, naam: str, velden: Velden, positie: int | None = None) -> str:
    """Add a record to a list, before the one at ``positie`` (from 0) or at the end."""
    before = _plain_items(tekst, naam)
    at = len(before) if positie is None else positie
    wanted = [*before[:at], dict(velden), *before[at:]]
    return _edit(tekst, lambda lines, root: _append_item(lines, root, naam, velden, at), {naam: wanted})


def set_item_fields(tekst: str, naam: str, positie: int, velden: Velden, kop: str = "") -> str:
    """Give fields of the record at ``positie`` (from 0) in a list another value; an empty value takes one away.

    ``kop`` is the field that a bare text in the list stands for: ``- Opening`` is a ``titel``, and stays one.
    """
    items = _plain_items(tekst, naam)
    old = items[positie]
    if kop and isinstance(old, str):
        velden = {kop: old, **velden}
    merged = {**(old if isinstance(old, dict) else {}), **velden}
    wanted = [*items[:positie], {k: v for k, v in merged.items() if v != ""}, *items[positie + 1 :]]
    return _edit(tekst, lambda lines, root: _set_item(lines, root, naam, positie, velden), {naam: wanted})


def remove_item(tekst: str, naam: str, positie: int) -> str:
    """Take the record at ``positie`` (from 0) out of a list."""
    items = _plain_items(tekst, naam)
    wanted = [*items[:positie], *items[positie + 1 :]]
    return _edit(tekst, lambda lines, root: _remove_item(lines, root, naam, positie), {naam: wanted})


def _edit(tekst: str, carry_out: Callable[[list[str], Blok], list[str]], changed: Mapping[str, Any]) -> str:
    """Split the text in lines, edit them, and check what it says now."""
    newline = find_regeleinde(tekst)
    plain = tekst.replace("\r\n", "\n").replace("\r", "\n")
    before = _read(plain)
    lines = plain.removesuffix("\n").split("\n") if plain else []
    new = "\n".join(carry_out(lines, before)) + "\n"
    wanted = {**_plain(before), **changed}
    if _normal(_plain(_read(new))) != _normal(wanted):
        raise ValueError("the edit would say something else")
    return new.replace("\n", newline)


def _read(tekst: str) -> Blok:
    boom = read_yaml(tekst, "")
    if not boom.volledig or boom.meldingen:
        raise ValueError("the text cannot be read")
    return boom.wortel


def _plain(node: Knoop) -> Any:
    """Return a tree as text, lists and mappings."""
    if isinstance(node, Scalar):
        return node.tekst
    if isinstance(node, Yamllijst):
        return [_plain(part) for part in node.delen]
    return {pair.sleutel: _plain(pair.waarde) for pair in node.paren}


def _normal(value: Any) -> Any:
    """Make values comparable: a number is its text, and an empty field says as much as none."""
    if isinstance(value, Mapping):
        return {k: _normal(v) for k, v in value.items() if _normal(v) not in ("", [], {})}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_normal(v) for v in value]
    return str(value)


def _plain_items(tekst: str, naam: str) -> list[Any]:
    root = _plain(_read(tekst.replace("\r\n", "\n").replace("\r", "\n")))
    items = root.get(naam) or []
    if not isinstance(items, list):
        raise ValueError(f"{naam} is no list")
    return items


def _set_field(lines: list[str], root: Blok, naam: str, waarde: Waarde) -> list[str]:
    pair = find_pair(root, naam)
    written = write_yaml({naam: waarde}).removesuffix("\n").split("\n")
    if pair is None:
        return [*lines, *written]
    first, end = pair.regel - 1, end_of_field(lines, root, pair)
    changed = lines[first:end]
    return [*lines[:first], *(changed if _change_value(changed, pair, 0, waarde) else written), *lines[end:]]


def _remove_field(lines: list[str], root: Blok, naam: str) -> list[str]:
    pair = find_pair(root, naam)
    return [*lines[: pair.regel - 1], *lines[end_of_field(lines, root, pair) :]] if pair else lines


def _append_item(lines: list[str], root: Blok, naam: str, velden: Velden, at: int) -> list[str]:
    pair = find_pair(root, naam)
    items = pair.waarde.delen if pair and isinstance(pair.waarde, Yamllijst) else ()
    if pair is None or not items or _is_flow_list(lines, pair, items):
        old = [_plain(item) for item in items]
        return _set_field(lines, root, naam, [*old[:at], dict(velden), *old[at:]])
    indent = indent_of(lines[items[0].regel - 1])
    new = [indent + line for line in _write_item(velden)]
    where = items[at].regel - 1 if at < len(items) else _end_of_item(lines, root, pair, len(items) - 1)
    while at < len(items) and is_loose(lines[where - 1]):  # a comment above an item belongs to it
        where -= 1
    return [*lines[:where], *new, *lines[where:]]


def _set_item(lines: list[str], root: Blok, naam: str, positie: int, velden: Velden) -> list[str]:
    pair = find_pair(root, naam)
    if pair is None or not isinstance(pair.waarde, Yamllijst):
        raise ValueError(f"{naam} is no list")
    items = pair.waarde.delen
    if _is_flow_list(lines, pair, items):
        old = [_plain(item) for item in items]
        old[positie] = _merge(items[positie], velden)
        return _set_field(lines, root, naam, old)
    item, end = items[positie], _end_of_item(lines, root, pair, positie)
    if isinstance(item, Blok) and not _is_flow_item(lines[item.regel - 1]):
        changed = _set_lines(lines[item.regel - 1 : end], item, velden)
        if changed is not None:
            return [*lines[: item.regel - 1], *changed, *lines[end:]]
    indent = indent_of(lines[item.regel - 1])
    written = [indent + line for line in _write_item(_merge(item, velden))]
    return [*lines[: item.regel - 1], *written, *lines[end:]]


def _remove_item(lines: list[str], root: Blok, naam: str, positie: int) -> list[str]:
    pair = find_pair(root, naam)
    if pair is None or not isinstance(pair.waarde, Yamllijst):
        raise ValueError(f"{naam} is no list")
    items = pair.waarde.delen
    if _is_flow_list(lines, pair, items):
        return _set_field(lines, root, naam, [_plain(item) for n, item in enumerate(items) if n != positie])
    first, end = items[positie].regel - 1, _end_of_item(lines, root, pair, positie)
    return [*lines[:first], *lines[end:]]


def _merge(item: Knoop, velden: Velden) -> dict[str, Waarde]:
    old = _plain(item) if isinstance(item, Blok) else {}
    return {k: v for k, v in {**old, **velden}.items() if v != ""}


def _set_lines(part: list[str], item: Blok, velden: Velden) -> list[str] | None:
    """Change values on their own lines and add new ones below; None where the item has to be written anew."""
    lines, dash = list(part), re.match(r" *- +", part[0])
    for naam, waarde in velden.items():
        pair = find_pair(item, naam)
        if pair is not None:
            if not _change_value(lines, pair, pair.regel - item.regel, waarde):
                return None
        elif waarde != "":
            if dash is None or not isinstance(waarde, str | int):
                return None
            lines.append(f"{' ' * dash.end()}{naam}: {format_scalar(waarde)}")
    return lines


def _change_value(lines: list[str], pair: Paar, row: int, waarde: Waarde) -> bool:
    value = pair.waarde
    if not isinstance(value, Scalar) or not isinstance(waarde, str | int) or waarde == "":
        return bool(_plain(value) == waarde)
    if value.tekst and value.eind is not None and value.regel == pair.regel:
        lines[row] = lines[row][: value.begin] + format_scalar(waarde) + lines[row][value.eind :]
        return True
    return False


def find_pair(block: Blok, naam: str) -> Paar | None:
    """Return a field with its value, None where the block has no such field."""
    return next((pair for pair in block.paren if pair.sleutel == naam), None)


def _write_item(velden: Velden) -> list[str]:
    return [line[2:] for line in write_yaml({"x": [dict(velden)]}).removesuffix("\n").split("\n")[1:]]


def end_of_field(lines: list[str], root: Blok, pair: Paar) -> int:
    """Return the number of lines up to and including the last one of a field, without comments below it."""
    following = next((p.regel - 1 for p in root.paren if p.regel > pair.regel), len(lines))
    return _without_loose(lines, following, pair.regel)


def _end_of_item(lines: list[str], root: Blok, pair: Paar, positie: int) -> int:
    assert isinstance(pair.waarde, Yamllijst)
    items = pair.waarde.delen
    if positie + 1 < len(items):
        return _without_loose(lines, items[positie + 1].regel - 1, items[positie].regel)
    return end_of_field(lines, root, pair)


def _without_loose(lines: list[str], end: int, first: int) -> int:
    while end > first and is_loose(lines[end - 1]):
        end -= 1
    return end


def is_loose(line: str) -> bool:
    """Tell whether a line is empty or only a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _is_flow_list(lines: list[str], pair: Paar, items: Sequence[Knoop]) -> bool:
    written = lines[pair.regel - 1].partition(":")[2].strip()
    return written.startswith("[") or any(item.regel == pair.regel for item in items)


def _is_flow_item(line: str) -> bool:
    return re.match(r" *- +\{", line) is not None


def indent_of(line: str) -> str:
    """Return the spaces a line begins with."""
    return line[: len(line) - len(line.lstrip(" "))]
