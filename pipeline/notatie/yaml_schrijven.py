"""Values -> YAML text as a person would type it, which ``yaml_lezen`` reads back to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from pipeline.markering import format_datum
from pipeline.markering.patroon import lui
from pipeline.model import Embargo, Termijn, Tijdvak

MAX_SLEUTEL = 500  # a name that is longer cannot be one in YAML
Waarde = str | int | Mapping[str, "Waarde"] | Sequence["Waarde"]

_GEWOON = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_ONVERPAKT = lui(rf"[^\W_](?:(?!: | #|:\Z)[{_GEWOON}])*(?<!\s)")
_LETTERLIJK = lui(rf"[^\s][{_GEWOON}\t\n]*[^\s]")
_CODE = lui(rf'[^{_GEWOON}]|["\\]')
_KORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def write_yaml(velden: Mapping[str, Waarde]) -> str:
    """Write fields in block style, one to a line."""
    return "".join(line + "\n" for line in _block(velden))


def compact(**velden: Waarde | bool | None) -> dict[str, Waarde]:
    """Leave out what is empty; True becomes ``ja``."""
    kept: dict[str, Waarde] = {}
    for name, value in velden.items():
        if value is True:
            kept[name] = "ja"
        elif value is not None and value is not False and value not in ("", (), [], {}):
            kept[name] = value
    return kept


def format_scalar(tekst: str | int) -> str:
    """Write a value on one line, in double quotes where it needs them."""
    text = str(tekst)
    if _ONVERPAKT.fullmatch(text):
        return text
    return '"' + _CODE.sub(_escape, text) + '"'


def format_dag(dag: date | None) -> str:
    """Write a date for a file: ``2026-01-23``."""
    return dag.isoformat() if dag else ""


def format_tijdvak(tijdvak: Tijdvak | None) -> str:
    """Write a time of day: ``9:30 - 11:00``."""
    if tijdvak is None:
        return ""
    clocks = [f"{t.hour}:{t.minute:02d}" for t in (tijdvak.begin, tijdvak.eind) if t]
    return " - ".join(clocks)


def format_embargo(embargo: Embargo | None) -> str:
    """Write until when something is confidential: ``2026-03-01 09.00``, or the day alone where that is all of it."""
    if embargo is None:
        return ""
    if embargo.tot is None:
        return "ja"
    if embargo.tot.time() == time():
        return format_dag(embargo.tot.date() - timedelta(days=1))
    return f"{embargo.tot:%Y-%m-%d %H.%M}"


def format_termijn(termijn: Termijn) -> str:
    """Write a term in its own words, or as its date where it has none."""
    return termijn.tekst or (format_datum(termijn.datum) if termijn.datum else "")


def _block(velden: Mapping[str, Waarde]) -> Iterator[str]:
    for name, value in velden.items():
        yield from _field(format_scalar(name), value)


def _field(name: str, value: Waarde) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{name}:"
        yield from (_indent(line) for line in _block(value))
    elif isinstance(value, str) and _is_multi_line(value):
        yield f"{name}: |-"
        yield from (_indent(line) for line in value.split("\n"))
    elif isinstance(value, str | int):
        yield f"{name}: {format_scalar(value)}"
    else:
        yield f"{name}:"
        for part in value:
            yield from (_indent(line) for line in _item(part))


def _item(value: Waarde) -> Iterator[str]:
    if not isinstance(value, Mapping):
        assert isinstance(value, str | int)
        yield f"- {format_scalar(value)}"
        return
    prefix = "- "
    for line in _block(value):
        yield prefix + line if line else line
        prefix = "  "


def _indent(line: str) -> str:
    return "  " + line if line else line


def _is_multi_line(value: str) -> bool:
    return "\n" in value and _LETTERLIJK.fullmatch(value) is not None


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    if sign in _KORT:
        return _KORT[sign]
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
