"""Adding to ``register.yaml`` with everything a person typed in it, remarks included, left as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.notatie.tekst import find_regeleinde
from pipeline.notatie.yaml_schrijven import Waarde, write_yaml

_SLEUTEL = re.compile(r"(?P<naam>[a-z]+):[ \t]*(?P<rest>[^\r\n#]*)")
_LEEG = ("", "[]", "null", "~")


def append_to_register(tekst: str, veld: str, item: Mapping[str, Waarde]) -> str:
    """Return the text with one item more under ``veld`` (``negeer``, ``weigeringen``, ``acties`` …).

    The item goes behind the last one of its list; a list that is not there yet comes at the end. ValueError
    where the list stands on one line, between brackets: that is for a person to change.
    """
    newline = find_regeleinde(tekst)
    lines = tekst.splitlines(keepends=True)
    start = next((n for n, line in enumerate(lines) if _names(line) == veld), None)
    if start is None:
        return _with_end(tekst, newline) + _write(veld, item, newline)
    match = _SLEUTEL.match(lines[start])
    if match and match["rest"].strip() not in _LEEG:
        raise ValueError(f"{veld} stands on one line")
    if match and match["rest"].strip():
        lines[start] = f"{veld}:{newline}"
    stop = _end_of_list(lines, start)
    lines[stop - 1] = _with_end(lines[stop - 1], newline)
    body = _write(veld, item, newline).split(newline, 1)[1]
    return "".join((*lines[:stop], _shift(body, _indent_of(lines[start + 1 : stop])), *lines[stop:]))


def _names(line: str) -> str | None:
    match = _SLEUTEL.match(line)
    return match["naam"] if match else None


def _end_of_list(lines: list[str], start: int) -> int:
    """Return the line behind the last one that belongs to the list: indented, or an item at the margin."""
    last = start
    for number in range(start + 1, len(lines)):
        if lines[number][:1] not in (" ", "\t", "-", "\r", "\n", "#"):
            break
        if lines[number].strip() and not lines[number].startswith("#"):
            last = number
    return last + 1


def _indent_of(lines: list[str]) -> int:
    """Return how far the items of the list stand from the margin; two places where there are none."""
    first = next((line for line in lines if line.lstrip().startswith("-")), "  -")
    return len(first) - len(first.lstrip())


def _shift(body: str, indent: int) -> str:
    """Move what was written two places from the margin to where the other items stand."""
    return "".join(" " * indent + line[2:] if line.strip() else line for line in body.splitlines(keepends=True))


def _write(veld: str, item: Mapping[str, Waarde], newline: str) -> str:
    return write_yaml({veld: [item]}).replace("\n", newline)


def _with_end(tekst: str, newline: str) -> str:
    return tekst if not tekst or tekst.endswith(("\n", "\r")) else tekst + newline
