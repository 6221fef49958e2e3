"""What is wrong with the layout of a YAML text, in the words of someone who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_QUOTES = "Zet de hele tekst tussen dubbele aanhalingstekens."
_SLEUTEL = re.compile(r"^\s*(?:-\s+)?[\w-]+\s*:\s+(?P<waarde>\S.*)$")
_WAARDE = re.compile(r"(?P<naam>\s*(?:-\s+)?[\w-]+\s*:\s+|\s*-\s+)(?P<waarde>[^\s#].*)")
_AANGEHAALD = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_GEEN_SPATIE = re.compile(r"^\s*(?:-\s+)?[A-Za-z_]+:[^\s/]")


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What is wrong and what helps; ``quotes`` tells that quotes around the value would mend it."""

    wat: str
    hulp: str = ""
    quotes: bool = False


def explain(tekst: str, line: int, column: int, words: str, context_line: int | None) -> tuple[int, Uitleg]:
    """Turn a parser's error into its line (from 0) and what to say of it."""
    lines = tekst.split("\n")
    tab = _first_tab(lines, line)
    if tab is not None:
        return tab, Uitleg("De regel begint met een tab.", "Spring in met spaties in plaats van met de tabtoets.")
    start = line if context_line is None else context_line
    for sign, hint, where in _HINTS:
        if sign in words:
            at = _missing_space_before(lines, start if where == "begin" else line)
            return at, hint(_line(lines, at), column)
    return line, Uitleg("De opmaak van deze regel klopt niet.")


def quote_value(tekst: str, line: int) -> str | None:
    """Return the text with the value on a line between quotes, None where that makes no sense."""
    lines = tekst.split("\n")
    match = _WAARDE.match(_line(lines, line)) if line >= 0 else None
    if match is None or match["waarde"][0] in "|>[{" or _AANGEHAALD.fullmatch(match["waarde"]):
        return None
    value = match["waarde"].replace("\\", "\\\\").replace('"', '\\"')
    lines[line] = f'{match["naam"]}"{value}"'
    return "\n".join(lines)


def _missing_space_before(lines: list[str], line: int) -> int:
    """Return the line before where that lacks the space behind its colon; parsers stumble one too late."""
    return line - 1 if line and _GEEN_SPATIE.match(_line(lines, line - 1)) else line


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _first_tab(lines: list[str], line: int) -> int | None:
    """Return the first line up to and including ``line`` that is indented with a tab."""
    return next((n for n, text in enumerate(lines[: line + 1]) if re.match(r" *\t\s*\S", text)), None)


def _explain_quote(text: str, _: int) -> Uitleg:
    what = "Een aanhalingsteken wordt niet afgesloten."
    if re.search(r"[:-]\s+'[a-z]\b", text):
        help_text = "Begint de tekst met 't, 's of 'n? Zet de hele tekst dan tussen dubbele aanhalingstekens."
        return Uitleg(what, help_text, quotes=True)
    return Uitleg(what, "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.", quotes=True)


def _explain_colon(text: str, column: int) -> Uitleg:
    match = _SLEUTEL.match(text)
    if match and re.search(r":(\s|$)", match["waarde"]):
        value = match["waarde"].strip().replace('"', "'")
        help_text = f'Zet de hele tekst tussen dubbele aanhalingstekens: "{value}".'
        return Uitleg("Er staat een dubbele punt in de tekst.", help_text, quotes=True)
    return _explain_indent(text, column)


def _explain_no_colon(text: str, _: int) -> Uitleg:
    if _GEEN_SPATIE.match(text):
        return _GEEN_SPATIE_HINT
    return Uitleg(
        "Op deze regel ontbreekt een dubbele punt, of de regel is niet goed ingesprongen.",
        "Schrijf een veld als naam: waarde, en een regel van een lijst als - waarde.",
    )


def _explain_bracket(_: str, __: int) -> Uitleg:
    return Uitleg("Een haakje [ of { wordt niet goed afgesloten.", f"Zet er het sluithaakje bij. {_QUOTES}")


def _explain_sign(text: str, column: int) -> Uitleg:
    sign = text[column : column + 1]
    return Uitleg(f"Een tekst kan in YAML niet beginnen met {sign or 'dit teken'}.", _QUOTES, quotes=True)


def _explain_indent(text: str, _: int) -> Uitleg:
    if _GEEN_SPATIE.match(text):
        return _GEEN_SPATIE_HINT
    if re.search(r"[:-]\s+([\"'])(?:(?!\1).)*\1\s*\S", text):
        what = "Er staat tekst achter het sluitende aanhalingsteken."
        return Uitleg(what, _QUOTES + " Gebruik binnenin enkele (').", quotes=True)
    return Uitleg(
        "Deze regel is niet goed ingesprongen.",
        "Laat de regel even ver inspringen als de regels die erbij horen.",
    )


BIJZONDER = Uitleg(
    "Een tekst begint met een teken dat in YAML een andere betekenis heeft (&, * of !).", _QUOTES, quotes=True
)
_GEEN_SPATIE_HINT = Uitleg("Achter de dubbele punt ontbreekt een spatie.", "Zet een spatie achter de dubbele punt.")
# The first sign found in the parser's words decides; "begin" looks at the line where the trouble started.
_HINTS: tuple[tuple[str, Callable[[str, int], Uitleg], str], ...] = (
    ("quoted scalar", _explain_quote, "begin"),
    ("mapping values are not allowed", _explain_colon, "eind"),
    ("could not find expected ':'", _explain_no_colon, "begin"),
    ("flow", _explain_bracket, "begin"),
    ("cannot start any token", _explain_sign, "eind"),
    ("<block end>", _explain_indent, "eind"),
)
