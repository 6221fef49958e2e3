"""Carrying out changes in circulated minutes: each at its place, where its old words stand exactly once.

Old words are found as a person copies them from the Word file: over a line end, without the ``**`` of bold,
with straight or curly quotes. All changes are made in the text as it was circulated, so they cannot overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.markering.inline import plain_text
from pipeline.model import Melding, Tekstwijziging, Verslag, melding
from pipeline.notatie.blokken import escape_cel, escape_regel
from pipeline.notatie.ontleding import Ontleding, Sectie, ontleed
from pipeline.notatie.tekst import fold, fold_regels, shorten

_KOP = ("kop", "deelnemers", "voorblok")
_TUSSEN = r"(?:\*\*)?(?:[ \t]+|[ \t]*(?:\r\n|\r|\n)[ \t]*)(?:\*\*)?"
_AANHALING = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”„]', "“": '["“”„]', "”": '["“”„]'}
_RECHT = str.maketrans("’‘“”„", '\'\'"""')
_WOORD = re.compile(r"\S+")
_PUNT = re.compile(r"(?:agenda)?punt\s+|\.\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Wijzigplek:
    """Where one change is made, as offsets in the text, and what comes there."""

    wijziging: Tekstwijziging
    begin: int
    eind: int
    nieuw: str


def apply_wijzigingen(tekst: str, wijzigingen: Sequence[Tekstwijziging]) -> tuple[str, tuple[Melding, ...]]:
    """Carry out all changes, or none: with a Melding for each that cannot be carried out the text stays as it was."""
    parts = ontleed(tekst)
    places: list[_Wijzigplek] = []
    problems: list[Melding] = []
    for wijziging in wijzigingen:
        found = _locate(tekst, parts, wijziging)
        if isinstance(found, Melding):
            problems.append(found)
        else:
            places.append(found)
    problems += _overlaps(places)
    if problems:
        return tekst, tuple(problems)
    for plek in sorted(places, key=lambda p: p.begin, reverse=True):
        tekst = tekst[: plek.begin] + _new_words(tekst, plek) + tekst[plek.eind :]
    return tekst, ()


def find_plaatsen(tekst: str, oud: str) -> tuple[str, ...]:
    """Return the places where these words stand: ``kop``, and the number or else the title of each item."""
    parts = ontleed(tekst)
    names = ("kop", *(s.nummer or plain_text(s.titel) for s in parts.secties if s.kop is not None))
    pattern = _pattern(oud)
    return tuple(
        name
        for name in dict.fromkeys(names)
        if pattern and any(pattern.search(tekst, *region) for region in _regions(tekst, parts, name))
    )


def check_vorm(oud: Verslag, nieuw: Verslag) -> str | None:
    """Say what a change did beside changing words: items, lists or numbers that came or went; None for nothing."""
    if [p.nummer for p in oud.punten] != [p.nummer for p in nieuw.punten]:
        return "de punten"
    if [[type(b) for b in p.blokken] for p in oud.punten] != [[type(b) for b in p.blokken] for p in nieuw.punten]:
        return "de indeling van de tekst"
    if [len(p.blokken) for p in oud.punten] != [len(p.blokken) for p in nieuw.punten]:
        return "de indeling van de tekst"
    if [a.label for a in oud.actiepunten] != [a.label for a in nieuw.actiepunten]:
        return "de nummers van de acties"
    if [v.verwijst_naar for v in oud.voortgang] != [v.verwijst_naar for v in nieuw.voortgang]:
        return "de nummers van de acties"
    if [b.label for b in oud.besluiten] != [b.label for b in nieuw.besluiten]:
        return "de nummers van de besluiten"
    return None


def _locate(tekst: str, parts: Ontleding, wijziging: Tekstwijziging) -> _Wijzigplek | Melding:
    regions = list(_regions(tekst, parts, wijziging.punt))
    if len(regions) != 1:
        return _unknown_place(parts, wijziging, len(regions))
    begin, end = regions[0]
    pattern = _pattern(wijziging.oud)
    found = list(pattern.finditer(tekst, begin, end)) if pattern else []
    if len(found) == 1 and found[0].group().count("**") % 2 == 0:
        return _narrow(tekst, _Wijzigplek(wijziging, *found[0].span(), fold_regels(wijziging.nieuw)))
    return _wrong_words(wijziging, len(found))


def _narrow(tekst: str, plek: _Wijzigplek) -> _Wijzigplek:
    """Leave the words alone that stay the same: so two people can each change other words of one sentence.

    Bold and escapes around the change stay as they are; where the change itself is half bold, all of it is replaced.
    """
    old = [(m.start() + plek.begin, m.end() + plek.begin) for m in _WOORD.finditer(tekst[plek.begin : plek.eind])]
    new = [m.span() for m in _WOORD.finditer(plek.nieuw)]
    before = [_plain_word(tekst[a:b]) for a, b in old]
    after = [_plain_word(plek.nieuw[a:b]) for a, b in new]
    first = _count_same(before, after)
    last = _count_same(before[first:][::-1], after[first:][::-1])
    if not (first or last) or not before or not after:
        return plek
    middle = plek.nieuw[new[first][0] : new[len(new) - last - 1][1]] if first + last < len(new) else ""
    if first + last < len(old):
        begin, end = old[first][0], old[len(old) - last - 1][1]
        if not middle:  # what goes takes one space along
            begin, end = (old[first - 1][1], end) if first else (begin, old[len(old) - last][0])
    elif first:
        begin = end = old[first - 1][1]
        middle = f" {middle}"
    else:
        begin = end = old[0][0]
        middle = f"{middle} "
    is_half_bold = tekst.count("**", begin, end) % 2 or tekst.count("**", plek.begin, begin) % 2
    return plek if is_half_bold else _Wijzigplek(plek.wijziging, begin, end, middle)


def _count_same(left: Sequence[str], right: Sequence[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _plain_word(word: str) -> str:
    """Return a word as a reader sees it, to compare with one that was typed."""
    plain = word.replace("**", "").replace("\\", "")
    return plain.translate(_RECHT)


def _regions(tekst: str, parts: Ontleding, punt: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of text that a place can mean."""
    wanted = fold(_PUNT.sub("", punt.strip())).casefold()
    block = parts.voorblok
    if wanted in _KOP:
        start = parts.regels[block.eerste_regel - 1].begin if block else 0
        heading = next((s.kop for s in parts.secties if s.kop), None)
        yield start, parts.regels[heading.regel - 1].begin if heading else len(tekst)
        return
    headed = [s for s in parts.secties if s.kop is not None]
    for number, sectie in enumerate(headed):
        if wanted in _names(sectie):
            assert sectie.kop is not None
            following = headed[number + 1].kop if number + 1 < len(headed) else None
            end = parts.regels[following.regel - 1].begin if following else len(tekst)
            yield parts.regels[sectie.kop.regel - 1].begin + sectie.kop.kolom, end


def _names(sectie: Sectie) -> tuple[str, ...]:
    title = fold(plain_text(sectie.titel)).casefold()
    return tuple(name for name in (sectie.nummer.casefold(), title, f"{sectie.nummer}. {title}".casefold()) if name)


def _pattern(oud: str) -> re.Pattern[str] | None:
    """Match the old words as whole words, with any white space between them."""
    words = oud.replace("**", "").split()
    if not words:
        return None
    body = _TUSSEN.join("".join(_character(c) for c in word) for word in words)
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(before + body + after)


def _character(character: str) -> str:
    return r"\\?\|" if character == "|" else _AANHALING.get(character, re.escape(character))


def _new_words(tekst: str, plek: _Wijzigplek) -> str:
    """Write the new words so that they are text where they go: in a table cell, at the beginning of a line."""
    new = plek.nieuw
    line_start = max(tekst.rfind("\n", 0, plek.begin), tekst.rfind("\r", 0, plek.begin)) + 1
    before = tekst[line_start : plek.begin]
    if before.lstrip().startswith("|"):
        return escape_cel(new)
    return escape_regel(new) if not before.strip() else new


def _overlaps(places: Sequence[_Wijzigplek]) -> Iterator[Melding]:
    ordered = sorted(places, key=lambda p: p.begin)
    for first, second in pairwise(ordered):
        if second.begin < first.eind:
            text = f"Twee wijzigingen gaan over dezelfde woorden: “{shorten(second.wijziging.oud)}”."
            yield melding("wijziging-onmogelijk", text, second.wijziging.bron, "Maak er een wijziging van.")


def _unknown_place(parts: Ontleding, wijziging: Tekstwijziging, count: int) -> Melding:
    known = ", ".join(s.nummer or s.titel for s in parts.secties if s.kop is not None)
    said = "komt vaker voor" if count else "is er niet"
    text = f"Het punt “{shorten(wijziging.punt)}” {said} in het verslag."
    return melding("wijziging-onmogelijk", text, wijziging.bron, f"Kies uit: kop, {known}.")


def _wrong_words(wijziging: Tekstwijziging, count: int) -> Melding:
    words, place = shorten(wijziging.oud), shorten(wijziging.punt)
    if not count:
        text = f"De oude woorden staan niet in punt {place}: “{words}”."
        return melding("wijziging-onmogelijk", text, wijziging.bron, "Neem ze letterlijk over uit het verslag.")
    if count > 1:
        text = f"De oude woorden staan {count} keer in punt {place}: “{words}”."
        return melding("wijziging-onmogelijk", text, wijziging.bron, "Neem er woorden omheen mee.")
    text = f"De oude woorden zijn maar voor een deel vet: “{words}”."
    return melding("wijziging-onmogelijk", text, wijziging.bron, "Neem alle vette woorden mee, of geen.")
