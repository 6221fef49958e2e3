"""What is wrong with the layout of a YAML text, in the words of someone who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

_QUOTES = "Zet de hele tekst tussen dubbele aanhalingstekens."
_SLEUTEL = re.compile(r"^\s*(?:-\s+)?[\w-]+\s*:\s+(?P<waarde>\S.*)$")
_GEEN_SPATIE = re.compile(r"^\s*(?:-\s+)?[A-Za-z_]+:[^\s/]")


def explain(tekst: str, line: int, column: int, words: str, context_line: int | None) -> tuple[int, str, str]:
    """Turn a parser's error into (line from 0, what is wrong, what to do)."""
    lines = tekst.split("\n")
    tab = _first_tab(lines, line)
    if tab is not None:
        return tab, "De regel begint met een tab.", "Spring in met spaties in plaats van met de tabtoets."
    start = line if context_line is None else context_line
    for sign, hint, where in _HINTS:
        if sign in words:
            at = _missing_space_before(lines, start if where == "begin" else line)
            return at, *hint(_line(lines, at), column)
    return line, "De opmaak van deze regel klopt niet.", ""


def _missing_space_before(lines: list[str], line: int) -> int:
    """Return the line before where that lacks the space behind its colon; parsers stumble one too late."""
    return line - 1 if line and _GEEN_SPATIE.match(_line(lines, line - 1)) else line


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _first_tab(lines: list[str], line: int) -> int | None:
    """Return the first line up to and including ``line`` that is indented with a tab."""
    return next((n for n, text in enumerate(lines[: line + 1]) if re.match(r" *\t\s*\S", text)), None)


def _explain_quote(text: str, _: int) -> tuple[str, str]:
    what = "Een aanhalingsteken wordt niet afgesloten."
    if re.search(r"[:-]\s+'[a-z]\b", text):
        return (
            what,
            "Begint de tekst met 't, 's of 'n? Zet de hele tekst dan tussen dubbele aanhalingstekens.",
        )
    return what, "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin."


def _explain_colon(text: str, column: int) -> tuple[str, str]:
    match = _SLEUTEL.match(text)
    if match and re.search(r":(\s|$)", match["waarde"]):
        value = match["waarde"].strip().replace('"', "'")
        return (
            "Er staat een dubbele punt in de tekst.",
            f'Zet de hele tekst tussen dubbele aanhalingstekens: "{value}".',
        )
    return _explain_indent(text, column)


def _explain_no_colon(text: str, _: int) -> tuple[str, str]:
    if _GEEN_SPATIE.match(text):
        return _GEEN_SPATIE_HINT
    return (
        "Op deze regel ontbreekt een dubbele punt, of de regel is niet goed ingesprongen.",
        "Schrijf een veld als naam: waarde, en een regel van een lijst als - waarde.",
    )


def _explain_bracket(_: str, __: int) -> tuple[str, str]:
    return "Een haakje [ of { wordt niet goed afgesloten.", f"Zet er het sluithaakje bij. {_QUOTES}"


def _explain_sign(text: str, column: int) -> tuple[str, str]:
    sign = text[column : column + 1]
    return f"Een tekst kan in YAML niet beginnen met {sign or 'dit teken'}.", _QUOTES


def _explain_indent(text: str, _: int) -> tuple[str, str]:
    if _GEEN_SPATIE.match(text):
        return _GEEN_SPATIE_HINT
    if re.search(r"[:-]\s+([\"'])(?:(?!\1).)*\1\s*\S", text):
        what = "Er staat tekst achter het sluitende aanhalingsteken."
        return what, _QUOTES + " Gebruik binnenin enkele (')."
    return (
        "Deze regel is niet goed ingesprongen.",
        "Laat de regel even ver inspringen als de regels die erbij horen.",
    )


_GEEN_SPATIE_HINT = (
    "Achter de dubbele punt ontbreekt een spatie.",
    "Zet een spatie achter de dubbele punt.",
)
# The first sign found in the parser's words decides; "begin" looks at the line where the trouble started.
_HINTS: tuple[tuple[str, Callable[[str, int], tuple[str, str]], str], ...] = (
    ("quoted scalar", _explain_quote, "begin"),
    ("mapping values are not allowed", _explain_colon, "eind"),
    ("could not find expected ':'", _explain_no_colon, "begin"),
    ("flow", _explain_bracket, "begin"),
    ("cannot start any token", _explain_sign, "eind"),
    ("<block end>", _explain_indent, "eind"),
)
