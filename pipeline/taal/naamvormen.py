"""Words that are a name only because of where they stand: in small letters, unknown at the head, two in one word."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.taal import woordlijsten as w
from pipeline.taal.werkwoorden import load_hulpwerkwoorden, load_werkwoorden
from pipeline.wie.woorden import fold_naam
from pipeline.wie.woordenboek import is_alledaags, is_gangbare_voornaam, is_persoonsnaam, is_woord

_TWEE_IN_EEN = re.compile(r"^[A-ZÀ-Þ][\w'’-]*(?:/[A-ZÀ-Þ][\w'’-]*)+$")
_GEEN_DEEL = w.TUSSENWOORDEN | w.VOORZETSELS | w.LIDWOORDEN | w.ONDERSCHIKKERS | w.NEVENSCHIKKERS | w.BIJWOORDEN
_VERBINDERS = frozenset({"en", ",", "/", "&", "+"})


@lru_cache(maxsize=20_000)
def is_third_person(word: str) -> bool:
    """Tell whether a word is a finite verb of the tables."""
    return word in load_hulpwerkwoorden() or any(f.vorm in ("pv", "verleden") for f in load_werkwoorden().lookup(word))


@lru_cache(maxsize=20_000)
def is_small_first_name(word: str) -> bool:
    """Tell whether a word in small letters is a first name and nothing else: ``lotte``, not ``wil`` or ``mei``."""
    return word.isalpha() and is_gangbare_voornaam(word) and not is_woord(fold_naam(word))


@lru_cache(maxsize=20_000)
def is_verb_stem(word: str) -> bool:
    """Tell whether a word is how one orders: ``Schrijf``, ``Neem``."""
    return any(f.vorm == "ik" for f in load_werkwoorden().lookup(word)) and not is_gangbare_voornaam(word)


def acts_as_name(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word nobody knows stands where a doer does: before a finite verb, or before an arrow."""
    if end >= len(doc) or end - start != 1 or not doc[start].text.isalpha() or len(doc[start].text) < 3:
        return False
    if is_woord(fold_naam(doc[start].text)):
        return False
    return is_third_person(doc[end].lower_) or is_arrow(doc, end)


def is_arrow(doc: Doc, i: int) -> bool:
    """Tell whether an arrow begins at a token: ``->``, ``-->``, ``=>``, ``→``."""
    if doc[i].text in ("→", "->", "-->", "=>", "⇒"):
        return True
    return doc[i].text in ("-", "--", "=", "–") and i + 1 < len(doc) and doc[i + 1].text == ">"


def takes_small_surname(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a surname in small letters follows a first name, before the verb: ``Dorien meerman regelt``."""
    if end != start + 1 or end + 1 >= len(doc) or not doc[start].text[:1].isupper():
        return False
    word = doc[end].lower_
    plain = doc[end].text.islower() and word.isalpha() and len(word) > 3 and word not in _GEEN_DEEL
    if not plain or is_third_person(word) or not is_third_person(doc[end + 1].lower_):
        return False
    folded = fold_naam(word)
    named = is_persoonsnaam(folded) or not is_alledaags(folded)
    return named and is_gangbare_voornaam(doc[start].text) and doc[end].pos_ not in ("ADV", "ADP", "PRON")


def is_small_name(doc: Doc, i: int, behind_name: bool) -> bool:
    """Tell whether a first name in small letters acts here: before its verb, or joined to another name."""
    word = doc[i].text
    if not word.islower() or not is_small_first_name(word):
        return False
    if behind_name and doc[i - 1].lower_ in _VERBINDERS:
        return True
    return i + 1 < len(doc) and is_third_person(doc[i + 1].lower_)


def is_several_names(word: str) -> bool:
    """Tell whether a word is several names: ``Ilse/Tom``."""
    return _TWEE_IN_EEN.match(word) is not None and any(is_gangbare_voornaam(part) for part in word.split("/"))


def is_person_name(name: str) -> bool:
    """Tell whether people are called so, by any of its words."""
    words = [fold_naam(word) for word in re.split(r"[\s/]+", name)]
    return any(is_gangbare_voornaam(word) or (is_persoonsnaam(word) and not is_woord(word)) for word in words)
