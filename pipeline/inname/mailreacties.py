"""What a mail asks of minutes that went round: other words where it quotes them, a remark where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz, process

from pipeline.inname.delen import delen
from pipeline.markering.inline import plain_text
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Bron, Verslag
from pipeline.model.document import Wijziging, WijzigingSoort

_A, _Z = r"[\"“„'‘«]", r"[\"”“'’»]"
_AANHALING = re.compile(rf"{_A}([^\"“”„]{{2,}}?){_Z}(?=[\s.,;:)!?]|$)")
# "X" moet zijn "Y"; and the other way round: "Y" in plaats van "X".
_WORDT = re.compile(r"\b(?:moet|moeten|wordt|worden|graag|liever|wijzig\w*|vervang\w*|door|in)\b|→|->", re.IGNORECASE)
_IN_PLAATS_VAN = re.compile(r"\b(?:in plaats van|i\.?p\.?v\.?)", re.IGNORECASE)
_WEG = re.compile(
    r"\b(?:schrappen|geschrapt|vervallen|vervalt|weglaten|verwijder\w*|eruit|kan weg|mag weg)\b", re.IGNORECASE
)
_PUNT = re.compile(r"\b(?:agenda)?punt\s+(\d{1,2}[a-z]?(?:\.\d{1,2})?)\b", re.IGNORECASE)
# Of 100: below it a sentence of the minutes shares too little with what a mail says to be the passage it means.
_LIJKT = 62
_ERTUSSEN = 60  # letters: with more between two quotations they need not be about each other


@dataclass(frozen=True, slots=True)
class Mailvraag:
    """One thing a mail asks; ``is_zeker`` where its words stand in the minutes; else ``oud`` may be meant."""

    wijziging: Wijziging
    is_zeker: bool


def find_mailvragen(
    verzonden: Verslag, wie: str, datum: date | None, alineas: tuple[str, ...], bestand: str
) -> tuple[Mailvraag, ...]:
    """Return what each paragraph asks, in the order of the mail."""
    places = [(deel.titel, zin.tekst) for deel in delen(verzonden) for zin in split_zinnen(plain_text(deel.tekst))]
    return tuple(vraag for alinea in alineas for vraag in _of_alinea(places, alinea, wie, datum, Bron(bestand)))


def _of_alinea(
    places: list[tuple[str, str]], alinea: str, wie: str, datum: date | None, bron: Bron
) -> Iterator[Mailvraag]:
    quoted = list(_AANHALING.finditer(alinea))
    for old, new in _pairs(alinea, quoted):
        where = [title for title, sentence in places if _has(sentence, old)]
        named = _named(places, alinea)
        place = next((title for title in where if title == named), where[0] if len(set(where)) == 1 else "")
        if place:
            kind: WijzigingSoort = "gewijzigd" if new else "verwijderd"
            yield Mailvraag(Wijziging(wie, kind, old, new, datum, place, bron), True)
            return
    named = _named(places, alinea)
    passage = _nearest([p for p in places if not named or p[0] == named], alinea)
    title, sentence = passage or (named, "")
    yield Mailvraag(Wijziging(wie, "opmerking", sentence, alinea, datum, title, bron), not sentence)


def _pairs(alinea: str, quoted: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """Give old and new words as the paragraph relates its quotations."""
    words = [m[1].strip().strip(".,;") for m in quoted]
    for (first, one), (second, other) in pairwise(zip(quoted, words, strict=True)):
        between = alinea[first.end() : second.start()]
        if _IN_PLAATS_VAN.search(between):
            yield other, one
        elif _WORDT.search(between) and len(between) < _ERTUSSEN:
            yield one, other
    if len(words) == 1 and _WEG.search(alinea):
        yield words[0], ""


def _named(places: list[tuple[str, str]], alinea: str) -> str:
    """Return the title of the item a paragraph names by its number."""
    number = _PUNT.search(alinea)
    if number is None:
        return ""
    return next((title for title, _ in places if title.startswith(f"{number[1]}.")), "")


def _nearest(places: list[tuple[str, str]], alinea: str) -> tuple[str, str] | None:
    sentences = [sentence for _, sentence in places]
    found = process.extractOne(alinea, sentences, scorer=fuzz.token_set_ratio, score_cutoff=_LIJKT)
    return places[found[2]] if found else None


def _has(sentence: str, words: str) -> bool:
    return " ".join(words.split()).casefold() in " ".join(sentence.split()).casefold()
