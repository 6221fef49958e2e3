"""The rooms of the house: what each is for, which others it may use, and which libraries only it may know.

``tests/test_huis.py`` holds the code to this table, and ``docs/architectuur.md`` draws it, so the drawing cannot lie.

    python scripts/kamers.py voortgang     # lint, types and tests of one room, in seconds
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[1]


@dataclass(frozen=True)
class Kamer:
    """A room: its name under ``pipeline``, what it is for, and the rooms it may use."""

    naam: str
    waarvoor: str
    gebruikt: frozenset[str]


def _kamer(naam: str, waarvoor: str, gebruikt: str = "") -> Kamer:
    return Kamer(naam, waarvoor, frozenset(gebruikt.split()))


_VAKWERK = (
    _kamer("model", "what a meeting and its records are, as frozen objects, and what they can tell by themselves"),
    _kamer("wie", "people in a text: the words that go with names, who is in a meeting, and where each is meant",
           "model"),
    _kamer("markering", "how labels, markers, owners and terms are typed", "model wie"),
    _kamer("notatie", "the records as text: read into the model, and changed without touching the rest",
           "model wie markering"),
    _kamer("werkmap", "the files on disk: finding, reading, preparing, writing whole, locking",
           "model markering notatie"),
    _kamer("word", "Word files, read and written, with their revisions and comments", "model"),
    _kamer("onschadelijk", "files of others without what could do harm", "model word"),
    _kamer("omzetter", "LibreOffice: from Word and other files to PDF", "model onschadelijk"),
    _kamer("lezen", "minutes that others made, read into a Verslag with the place of every word",
           "model wie markering word omzetter"),
    _kamer("taal", "the language pass: what nobody marked, proposed", "model wie markering"),
    _kamer("voortgang", "the list of actions, worked out from the minutes in order", "model markering"),
    _kamer("controle", "the second reader: what does not fit in the records", "model wie markering voortgang"),
    _kamer("documenten", "a template filled with a meeting: a Word file", "model markering word"),
    _kamer("planning", "dates, terms, calendars, where a meeting stands", "model markering"),
    _kamer("rondzending", "mail: lists, messages, drafts, sending", "model wie markering"),
    _kamer("bundel", "one PDF of an agenda and its papers", "model markering"),
    _kamer("inname", "what was read becomes a record; what both sides changed is compared",
           "model wie markering notatie"),
    _kamer("vaststelling", "adoption and rectification of minutes", "model markering notatie"),
    _kamer("nalezen", "what is about to leave is read back", "model wie markering"),
    _kamer("publicatie", "the public edition and its site", "model wie markering nalezen"),
    _kamer("werkblad", "lists in Excel, in and out", "model wie markering"),
)  # fmt: skip
_WERK = Kamer(
    "werk", "everything a secretary has done: a request in, an outcome out, whole or not at all",
    frozenset(kamer.naam for kamer in _VAKWERK),
)  # fmt: skip
KAMERS: tuple[Kamer, ...] = (
    *_VAKWERK,
    _WERK,
    _kamer(
        "werkbank", "the browser: pages into requests, outcomes into pages, behind one guard", "model markering werk"
    ),
    _kamer("cli", "the command line: typed words into requests, outcomes into words", "model markering werk werkbank"),
)
# Libraries that only these rooms may know.
ALLEEN_IN: dict[str, frozenset[str]] = {
    "docx": frozenset({"word", "documenten"}),
    "docxtpl": frozenset({"documenten"}),
    "spacy": frozenset({"taal"}),
    "ruamel": frozenset({"notatie"}),
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "reportlab": frozenset({"bundel"}),
    "pypdfium2": frozenset({"bundel", "nalezen"}),
    "keyring": frozenset({"werk"}),
    "filelock": frozenset({"werkmap"}),
    "openpyxl": frozenset({"werkblad"}),
    "icalendar": frozenset({"planning"}),
    "oxmsg": frozenset({"lezen"}),
    "holidays": frozenset({"planning"}),
    "pagefind": frozenset({"publicatie"}),
    "paramiko": frozenset({"publicatie"}),
    "webdav4": frozenset({"publicatie"}),
    "starlette": frozenset({"werkbank"}),
    "uvicorn": frozenset({"werkbank"}),
    "multipart": frozenset({"werkbank"}),
}


def find_kamer(naam: str) -> Kamer:
    """Return the room of this name."""
    return {kamer.naam: kamer for kamer in KAMERS}[naam]


def write_tekening() -> str:
    """Draw the house: the rooms in the order in which they rest on each other, and the ground floor last."""
    lines = ["```mermaid", "flowchart TB"]
    for kamer in KAMERS:
        lines.append(f'    {kamer.naam}["{kamer.naam}"]')
    for kamer in KAMERS:
        others = frozenset(x for other in kamer.gebruikt for x in find_kamer(other).gebruikt)
        # Only what is not used through another room: the drawing stays readable, and says the same.
        lines += [f"    {kamer.naam} --> {other}" for other in sorted(kamer.gebruikt - others)]
    lines += ["```", "", "| room | what for | uses |", "|---|---|---|"]
    for kamer in KAMERS:
        uses = "all of the above" if kamer is _WERK else ", ".join(sorted(kamer.gebruikt)) or "nothing of ours"
        lines.append(f"| `{kamer.naam}` | {kamer.waarvoor} | {uses} |")
    return "\n".join(lines)


def check_kamer(naam: str) -> int:
    """Lint, type and test one room; the first that fails ends it."""
    find_kamer(naam)
    paths = [f"pipeline/{naam}", *(p for p in (f"tests/{naam}",) if (REPO / p).is_dir())]
    python = [sys.executable, "-m"]
    commands = (
        [*python, "ruff", "check", *paths],
        [*python, "ruff", "format", "--check", *paths],
        [*python, "mypy", paths[0]],
        [*python, "pytest", "-q", "-x", "-m", "not shared", *paths[1:], "tests/test_huis.py"],
    )
    return next((code for words in commands if (code := subprocess.run(words, cwd=REPO, check=False).returncode)), 0)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {kamer.naam for kamer in KAMERS}:
        sys.exit(f"name a room: {', '.join(kamer.naam for kamer in KAMERS)}")
    sys.exit(check_kamer(sys.argv[1]))
