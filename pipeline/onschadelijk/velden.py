"""Fields of Word: which of them fetch something when a document is opened.

The names are those of ECMA-376 part 1, 17.16.5; DDE, DDEAUTO, INCLUDE, IMPORT and RD come from older versions of Word.
"""

from __future__ import annotations

import re

from pipeline.onschadelijk.vondst import names_address

_HALEN_OP = {
    "INCLUDEPICTURE": "een beeld",
    "INCLUDETEXT": "een tekst",
    "INCLUDE": "een tekst",
    "IMPORT": "een beeld",
    "DDE": "een koppeling (DDE)",
    "DDEAUTO": "een koppeling (DDE)",
    "LINK": "een koppeling",
    "DATABASE": "een gegevensbron",
    "DATA": "een gegevensbron",
    "RD": "een document",
}
# The command is what comes first; an address may stand in quotes or not.
_OPDRACHT = re.compile(r"[\s\"{]*\\?([A-Za-z]+)")
_ADRES = re.compile(r"\"([^\"]+)\"|(\S*(?:://|\\\\)\S*)")
_KLIK = ("HYPERLINK", "MACROBUTTON", "GOTOBUTTON")


def find_lading(instructie: str) -> str:
    """Return what a field fetches, in Dutch; empty for a field that fetches nothing."""
    found = _OPDRACHT.match(instructie)
    command = found.group(1).upper() if found else ""
    if command in _HALEN_OP:
        return _HALEN_OP[command]
    if command not in _KLIK and any(
        name in instructie.upper() for name in ("INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO")
    ):
        return "een beeld of tekst"
    return "een koppeling" if command not in _KLIK and names_address(instructie) and not _is_text(command) else ""


def find_adres(instructie: str) -> str:
    """Return the address in a field, as far as there is one."""
    found = [a or b for a, b in _ADRES.findall(instructie)]
    return next((a for a in found if names_address(a)), next(iter(found), ""))


def _is_text(command: str) -> bool:
    """Tell whether a field only shows text, in which an address may stand."""
    return command in ("QUOTE", "IF", "SET", "TITLE", "SUBJECT", "COMMENTS", "DOCPROPERTY", "FILLIN", "ASK", "TC", "XE",
                       "REF", "MERGEFIELD", "FORMTEXT", "SEQ", "STYLEREF")  # fmt: skip
