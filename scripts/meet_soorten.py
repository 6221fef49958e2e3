"""Measure the made-up sentences in kinds: how many are proposed with owner and term, and how many wrongly.

    python scripts/meet_soorten.py [FILE] [--toon]

FILE has lines ``sign | owner | term | sentence`` under headings ``## kind``; by default ``taal-soorten.txt`` in
``../shared/gevallen``. ``+``: to be proposed (``zekerheid`` of at least 0.5) with this owner and this term; ``-``:
nothing may be. Nobody is on a list of participants.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from pipeline.taal.context import Vergaderkring, set_vergadering
from pipeline.taal.kring import build_kring, join_namen
from pipeline.taal.pijplijn import build_nlp
from pipeline.taal.termijnen import find_termijn
from pipeline.taal.toezeggingen import get_toezeggingen
from pipeline.taal.zekerheid import DREMPEL

SOORTEN = Path(__file__).parents[2] / "shared" / "gevallen" / "taal-soorten.txt"
Found = list[tuple[str, str]]


def words(text: str) -> set[str]:
    """Return the words of an owner or term, articles left out."""
    return set(re.findall(r"\w+", text.lower())) - {"de", "het", "en"}


def propose(sentences: list[str]) -> list[Found]:
    """Return for each sentence the owners and terms that are proposed."""
    nlp = build_nlp()
    meeting = Vergaderkring(build_kring(()), date(2026, 2, 3))
    docs = (set_vergadering(nlp.make_doc(text), meeting) for text in sentences)
    return [
        [
            (join_namen(t.kandidaat.actiehouders), find_termijn(t.kandidaat).tekst)
            for t in get_toezeggingen(doc)
            if t.zekerheid >= DREMPEL
        ]
        for doc in nlp.pipe(docs)
    ]


def is_right(sign: str, owner: str, term: str, found: Found) -> bool:
    """Tell whether what was proposed is what the line asks for."""
    if sign == "-":
        return not found
    return any(words(owner) == words(who) and words(term) <= words(when) for who, when in found)


def main() -> int:
    """Print the count for every kind and of all of them; exit code 2 where there is no such file."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("file", nargs="?", type=Path, default=SOORTEN)
    ap.add_argument("--toon", action="store_true", help="print the lines that are not right")
    args = ap.parse_args()
    if not args.file.is_file():
        print(f"Niet gevonden: {args.file}. Geef het bestand met de zinnen op.", file=sys.stderr)
        return 2
    kind, rows = "", []
    for line in args.file.read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            kind = line.lstrip("# ")
        elif line[:1] in ("+", "-"):
            sign, owner, term, text = (part.strip() for part in line.split("|", 3))
            rows.append((kind, sign, owner, term, text))
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (kind, sign, owner, term, text), found in zip(rows, propose([r[-1] for r in rows]), strict=True):
        good = is_right(sign, owner, term, found)
        for name in (kind, sign):
            total[name] += 1
            right[name] += good
        if args.toon and not good:
            print(f"{sign} {kind.split()[0]} {owner} ({term}) | {text} | {found}")
    for name in total:
        print(f"{right[name]:3} van {total[name]:3}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
