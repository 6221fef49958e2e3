"""The verbs of minutes: which word is a form of which verb, and what that verb means there.

The tables stand in ``data/werkwoorden.txt`` and ``data/verbindingen.txt``; see the head of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Klasse = Literal["doen", "zwak", "toezeggen", "vragen", "afspreken", "melden", "orde", "toestand"]
Vorm = Literal["pv", "ik", "verleden", "infinitief", "deelwoord"]

_HULPWERKWOORDEN: Mapping[str, tuple[str, ...]] = {
    "zullen": ("zal", "zult", "zullen"),
    "gaan": ("ga", "gaat", "gaan"),
    "moeten": ("moet", "moeten"),
    "dienen": ("dient", "dienen"),
    "kunnen": ("kan", "kunt", "kunnen"),
    "mogen": ("mag", "mogen"),
    "willen": ("wil", "wilt", "willen"),
    "worden": ("word", "wordt", "worden"),
    "zijn": ("ben", "bent", "is", "zijn"),
    "hebben": ("heb", "hebt", "heeft", "hebben"),
    "blijven": ("blijft", "blijven"),
    "laten": ("laat", "laten"),
    "komen": ("komt", "komen"),
    "proberen": ("probeert", "proberen"),
    "hoeven": ("hoeft", "hoeven"),
}
_HULP_VERLEDEN: Mapping[str, tuple[str, ...]] = {
    "zullen": ("zou", "zouden"),
    "gaan": ("ging", "gingen"),
    "moeten": ("moest", "moesten"),
    "kunnen": ("kon", "konden"),
    "mogen": ("mocht", "mochten"),
    "willen": ("wilde", "wilden", "wou"),
    "worden": ("werd", "werden"),
    "zijn": ("was", "waren"),
    "hebben": ("had", "hadden"),
    "laten": ("liet", "lieten"),
    "komen": ("kwam", "kwamen"),
}
_STEMLOOS = re.compile(r"(?:ch|[fkpstx])$")


@dataclass(frozen=True, slots=True)
class Woordvorm:
    """A word as a form of a verb; ``deeltje`` is the particle it already has in it (*uitzoeken*)."""

    werkwoord: str
    vorm: Vorm
    deeltje: str = ""
    meervoud: bool = False


@dataclass(frozen=True, slots=True)
class Hulpvorm:
    """A finite form of an auxiliary."""

    werkwoord: str
    verleden: bool = False


@dataclass(frozen=True)
class Werkwoorden:
    """The tables, ready to look up in: forms of words, classes of verbs, fixed combinations."""

    vormen: Mapping[str, tuple[Woordvorm, ...]]
    klassen: Mapping[tuple[str, str], Klasse]
    verbindingen: Mapping[str, tuple[tuple[tuple[str, ...], Klasse], ...]]
    deeltjes: Mapping[str, frozenset[str]]

    def lookup(self, woord: str) -> tuple[Woordvorm, ...]:
        """Return what a word may be a form of; the most likely first. Of ``volgen/meedoen`` it is the first."""
        found = self.vormen.get(woord.lower(), ())
        return found or (self.vormen.get(woord.lower().split("/")[0], ()) if "/" in woord else ())

    def klasse(self, werkwoord: str, deeltje: str = "") -> Klasse | None:
        """Return the class of a verb with its particle."""
        if werkwoord == "laten weten":
            return "doen"
        return self.klassen.get((werkwoord, deeltje)) or self.klassen.get((deeltje + werkwoord, ""))


@cache
def load_hulpwerkwoorden() -> Mapping[str, Hulpvorm]:
    """Return the finite forms of auxiliaries."""
    present = {form: Hulpvorm(verb) for verb, forms in _HULPWERKWOORDEN.items() for form in forms}
    past = {form: Hulpvorm(verb, True) for verb, forms in _HULP_VERLEDEN.items() for form in forms}
    return present | past


@cache
def load_werkwoorden() -> Werkwoorden:
    """Read the tables that come with the package."""
    forms: dict[str, list[Woordvorm]] = {}
    classes: dict[tuple[str, str], Klasse] = {}
    particles: dict[str, set[str]] = {}
    for head, groups in _rows("werkwoorden.txt"):
        infinitive, stem, participle, *past = head
        for word, form in _inflect(infinitive, stem, participle, past[0] if past else "", ""):
            forms.setdefault(word, []).append(form)
        for klasse, group in groups:
            for particle in group:
                bare = "" if particle == "-" else particle
                classes[infinitive, bare] = klasse
                particles.setdefault(infinitive, set()).add(bare)
                for word, form in _inflect(infinitive, stem, participle, past[0] if past else "", bare):
                    forms.setdefault(word, []).append(form)
    return Werkwoorden(
        {word: tuple(sorted(set(found), key=_preference)) for word, found in forms.items()},
        classes,
        _load_verbindingen(),
        {verb: frozenset(group - {""}) for verb, group in particles.items()},
    )


def _preference(form: Woordvorm) -> tuple[int, int, str]:
    order = ("pv", "infinitief", "deelwoord", "verleden", "ik").index(form.vorm)
    return len(form.deeltje), order, form.werkwoord


def _rows(name: str) -> Iterator[tuple[list[str], list[tuple[Klasse, list[str]]]]]:
    text = (files("pipeline.taal") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            head, *groups = (part.strip() for part in line.split(";"))
            yield head.split(), [_group(group) for group in groups if group]


def _group(text: str) -> tuple[Klasse, list[str]]:
    klasse, _, particles = text.partition(":")
    return klasse.strip(), particles.split()  # type: ignore[return-value]


def _inflect(infinitive: str, stem: str, participle: str, past: str, particle: str) -> Iterator[tuple[str, Woordvorm]]:
    """Give the forms of one verb; with a particle those where it is written as one word."""
    third = stem if stem.endswith("t") else stem + "t"
    third = "doet" if stem == "doe" else "gaat" if stem == "ga" else third
    third = third if stem not in ("besta", "ontsta", "sta") else stem + "at"
    pasts = (past, past + "en") if past else _regular_past(stem)
    if not particle and stem != third:
        yield stem, Woordvorm(infinitive, "ik")
    yield particle + third, Woordvorm(infinitive, "pv", particle)
    yield particle + infinitive, Woordvorm(infinitive, "infinitief", particle, meervoud=True)
    yield particle + participle, Woordvorm(infinitive, "deelwoord", particle)
    if particle:
        yield f"{particle}te{infinitive}", Woordvorm(infinitive, "infinitief", particle)
    for form in pasts:
        yield particle + form, Woordvorm(infinitive, "verleden", particle)


def _regular_past(stem: str) -> tuple[str, str]:
    ending = "te" if _STEMLOOS.search(stem) else "de"
    return stem + ending, stem + ending + "n"


def _load_verbindingen() -> Mapping[str, tuple[tuple[tuple[str, ...], Klasse], ...]]:
    text = (files("pipeline.taal") / "data" / "verbindingen.txt").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], Klasse]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            verb, words, klasse = line.split()
            found.setdefault(verb, []).append((tuple(words.split("+")), klasse))  # type: ignore[arg-type]
    return {verb: tuple(sorted(rows, key=lambda r: -len(r[0]))) for verb, rows in found.items()}
