"""Speed of the language pass: tokens per second, as a ratio to bare spaCy and to the model without our components.

    .venv/bin/python -m bench.bench_taal

The text is that of the made-up minutes in ``tests/taal/verslagen``, some times over. Printed: tokens per
second of ``spacy.blank("nl")`` with the sentencizer, of the model alone, and of the model with our components;
and the processor time ten pages take from Verslag to Voorstellen, model loaded. Exit code 1 when our components add
more than a third to the time of the model, or ten pages take a second or more.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.taal
from pipeline.model import Alinea, Bron, Verslag, VerslagPunt
from pipeline.taal import build_nlp, zoek_voorstellen
from pipeline.taal.context import Vergaderkring, set_vergadering
from pipeline.taal.kring import build_kring
from pipeline.taal.pijplijn import MODEL
from pipeline.wie.personen import parse_deelnemer

DATA = Path(pipeline.taal.__file__).parent / "data" / "zinnen"
VERSLAGEN = Path(__file__).parents[1] / "tests" / "taal" / "verslagen"
KEER = 12
WOORDEN_TIEN_BLADZIJDEN = 4500
HERHAAL = 7


def paragraphs() -> list[str]:
    """Return the running text of made-up minutes, block by block, some times over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(VERSLAGEN.glob("*.md"))]
    blocks = [block.strip() for text in texts for block in re.sub(r"\s*\{[^}]*\}", "", text).split("\n\n")]
    return [block for block in blocks if len(block.split()) > 8] * KEER


def people() -> tuple:
    bodies = json.loads((DATA / "lichamen.json").read_text(encoding="utf-8"))
    return tuple(d for name in ("regietafel", "voornamen") for p in bodies[name] if (d := parse_deelnemer(p)))


def seconds(*runs: Callable[[], object]) -> list[float]:
    """Return the least processor time of each, run in turn: other work on the machine then counts for nobody."""
    best = [float("inf")] * len(runs)
    for _ in range(HERHAAL):
        for index, run in enumerate(runs):
            start = time.process_time()
            run()
            best[index] = min(best[index], time.process_time() - start)
    return best


def pass_over(nlp: Language, texts: list[str], meeting: Vergaderkring) -> Callable[[], list[Doc]]:
    return lambda: list(nlp.pipe(set_vergadering(nlp.make_doc(text), meeting) for text in texts))


def ten_pages(texts: list[str]) -> Verslag:
    words, blocks = 0, []
    while words < WOORDEN_TIEN_BLADZIJDEN:
        text = texts[len(blocks) % len(texts)]
        blocks.append(Alinea(text, bron=Bron("verslag.md", nummer=len(blocks) + 1)))
        words += len(text.split())
    return Verslag("prt", date(2026, 1, 23), deelnemers=people(), punten=(VerslagPunt("Punt", "1", tuple(blocks)),))


def main() -> int:
    texts = paragraphs()
    meeting = Vergaderkring(build_kring(people()), date(2026, 1, 23))
    bare = spacy.blank("nl")
    bare.add_pipe("sentencizer")
    alone = spacy.load(MODEL)
    full = build_nlp()
    tokens = sum(len(doc) for doc in bare.pipe(texts))
    names = ("kale spaCy met sentencizer", "model zonder onze onderdelen", "model met onze onderdelen")
    times = dict(zip(names, seconds(*(pass_over(nlp, texts, meeting) for nlp in (bare, alone, full))), strict=True))
    first = next(iter(times.values()))
    for name, spent in times.items():
        print(f"{name:30} {tokens / spent:9,.0f} tokens per seconde, {first / spent:6.3f} van kaal")
    model, ours = times["model zonder onze onderdelen"], times["model met onze onderdelen"]
    print(f"onze onderdelen kosten {ours / model - 1:.0%} boven het model")
    record = ten_pages(texts)
    (pages,) = seconds(lambda: zoek_voorstellen(record, full))
    print(f"tien bladzijden: {pages:.2f} s")
    return 0 if ours / model < 4 / 3 and pages < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
