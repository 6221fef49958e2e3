"""Corrections that a finding proposes, and how a text takes them over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Bron

_REGELEINDE = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Verbetering:
    """A correction: in the block of text that begins at ``bron``, ``oud`` becomes ``nieuw``.

    Both are whole words; every ``oud`` in the block is meant.
    """

    bron: Bron
    oud: str
    nieuw: str


def apply_herstel(tekst: str, herstellingen: Iterable[Verbetering]) -> tuple[str, int]:
    """Apply the corrections of one file to its text; return that text and the number of words corrected.

    A block runs from the line of ``bron`` to the next empty line. All else stays as it is, line ends and
    line numbers included; a correction whose words are no longer there changes nothing.
    """
    lines = _REGELEINDE.split(tekst)
    count = 0
    for herstel in dict.fromkeys(herstellingen):
        start = (herstel.bron.nummer or 0) - 1
        if herstel.bron.soort != "regel" or not 0 <= start < len(lines):
            continue
        stop = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
        block, made = _replace("".join(lines[start:stop]), herstel)
        lines[start:stop] = _REGELEINDE.split(block)[: stop - start]
        count += made
    return "".join(lines), count


def _replace(block: str, herstel: Verbetering) -> tuple[str, int]:
    words = herstel.oud.split()
    pattern = re.compile(r"(?<![\w-])" + r"(\s+)".join(map(re.escape, words)) + r"(?![\w-])")
    return pattern.subn(lambda match: _with_spaces(herstel.nieuw.split(), match.groups()), block)


def _with_spaces(words: list[str], spaces: tuple[str, ...]) -> str:
    """Join the new words with the white space of the old ones, so that a line end stays where it was."""
    if len(words) != len(spaces) + 1:
        return " ".join(words)
    return "".join(word + space for word, space in zip(words, (*spaces, ""), strict=True))
