"""Measure how well actions are found in real minutes: the counts of ``score.py``, with 95% intervals.

    python scripts/evalueer.py [FOLDER ...] [--toon] [--command "regietafel lees --json"]

A FOLDER holds minutes and ``gold.jsonl``; by default the folders ``corpus``, ``bronnen`` and ``corpus2`` of
``../shared``. What counts as found and as right is decided by the functions of ``score.py`` in ``corpus``, and by
nothing here. An interval of a share is Wilson's; that of an F1 comes from drawing the documents again, a thousand
times. Where a FOLDER has ``structuur.jsonl`` as well, the items, the people and the date that were read are counted
too, with the rule of ``structuur.py`` beside it: titles agree for at least 80% of their words.
For what nobody marked the ceiling is printed as well: the share of it that any rule saw, however little it was
believed; what no rule saw is the work of the rules, the rest that of the judge. ``--toon`` prints what was missed
and what was wrongly found, both by kind.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import random
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[2] / "shared"
KINDS = ("explicit", "table", "implicit")
Prediction = dict[str, Any]
Reader = Callable[[Path], dict[str, Any]]
# What a sentence without a candidate lacks, given its words.
Namer = Callable[[Path, str], str]


def load_score(path: Path) -> ModuleType:
    """Load ``score.py`` from where it stands, so that its rules are the ones applied."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} kan niet worden geladen.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict_here(ondergrens: float | None = None) -> Reader:
    """Return a reader that does what ``regietafel lees --json`` does, without starting a program each time.

    With an ``ondergrens`` of 0 everything the rules see is given, also what is not believed.
    """
    from pipeline.lezen import lees, to_json
    from pipeline.taal import build_nlp, zoek_voorstellen
    from pipeline.taal.voorstellen import ONDERGRENS

    nlp = build_nlp()
    least = ONDERGRENS if ondergrens is None else ondergrens

    @cache
    def predict(path: Path) -> dict[str, Any]:
        reading = lees(path.read_bytes(), path.name)
        proposed = zoek_voorstellen(reading.verslag, nlp, ondergrens=least) if reading.verslag else ()
        rules = {p.bron.zin: p.regel for p in proposed}
        read = to_json(reading, proposed)
        return read | {"acties": [a | {"regel": rules.get((a.get("bron") or {}).get("zin"))} for a in read["acties"]]}

    return predict


def name_gaps() -> Namer:
    """Return a function that tells what the sentence with these words lacks to be seen by a rule."""
    from pipeline.lezen import lees
    from pipeline.taal import build_nlp
    from pipeline.taal.context import Taalzin, Vergaderkring, get_zinnen, set_vergadering
    from pipeline.taal.kring import build_kring
    from pipeline.taal.voorstellen import split_passages

    nlp = build_nlp()

    @cache
    def read(path: Path) -> tuple[Taalzin, ...]:
        verslag = lees(path.read_bytes(), path.name).verslag
        if verslag is None:
            return ()
        meeting = Vergaderkring(build_kring(verslag.deelnemers))
        docs = (set_vergadering(nlp.make_doc(p.tekst), meeting) for p in split_passages(verslag))
        return tuple(zin for doc in nlp.pipe(docs) for zin in get_zinnen(doc))

    def name(path: Path, anchor: str) -> str:
        zin = next((z for z in read(path) if " ".join(anchor.split()) in z.tekst), None)
        if zin is None:
            return "zin niet gelezen"
        if not zin.deelzinnen:
            return "geen persoonsvorm, wel een naam" if zin.vermeldingen else "geen persoonsvorm en geen naam"
        acting = next((d for d in zin.deelzinnen if d.onderwerp or d.door), None)
        if acting is None:
            return "dader niet gezien" if zin.vermeldingen else "geen dader"
        return f"dader gezien, {acting.klasse or 'onbekend werkwoord'}, {acting.tijd}"

    return name


def predict_by(command: str) -> Reader:
    """Return a reader that runs a command and takes what it prints."""

    @cache
    def predict(path: Path) -> dict[str, Any]:
        run = subprocess.run([*shlex.split(command), str(path)], capture_output=True, text=True, check=False)
        try:
            return dict(json.loads(run.stdout))
        except ValueError:
            print(f"geen uitvoer voor {path.name}", file=sys.stderr)
            return {"acties": [], "agendapunten": [], "deelnemers": [], "vergadering": {}}

    return predict


def count(doc: dict[str, Any], predictions: list[Prediction], score: ModuleType, toon: bool) -> Counter[str]:
    """Count for one document what was there, what was found, and what of it is right."""
    counts: Counter[str] = Counter()
    likely = [p for p in predictions if p.get("zekerheid") is None or p["zekerheid"] >= 0.5]
    entries = doc["actions"]
    hits = {i: [p for p in likely if score.matches(e["text"], p)] for i, e in enumerate(entries)}
    groups: dict[int, list[int]] = {}
    for i, e in enumerate(entries):
        if e.get("certainty") != "low":
            groups.setdefault(e.get("dup_of", i), []).append(i)
    for members in groups.values():
        kinds = {entries[i]["kind"] for i in members}
        kind = next(k for k in ("table", "explicit", "implicit") if k in kinds)
        got = [p for i in members for p in hits[i]]
        counts[f"totaal {kind}"] += 1
        counts[f"gevonden {kind}"] += bool(got)
        if toon and not got:
            print(f"gemist {kind}: {doc['file']}: {entries[members[0]]['text']}")
        count_fields(counts, [entries[i] for i in members], got, score)
    for p in likely:
        side = "implicit" if p.get("soort") == "impliciet" else "marked"
        if any(p in h for h in hits.values()):
            counts[f"goed {side}"] += 1
        elif side == "marked" or p.get("actiehouder"):
            counts[f"fout {side}"] += 1
            if toon:
                rule = p.get("regel") or p.get("soort")
                print(f"fout {side} ({rule}): {doc['file']}: {(p.get('bron') or {}).get('zin')!r}"[:170])
    return counts


def count_fields(counts: Counter[str], entries: list[dict[str, Any]], got: list[Prediction], score: ModuleType) -> None:
    """Count how often owner, term and label are right where something was found."""
    checks: tuple[tuple[str, str, Callable[[str, Prediction], bool]], ...] = (
        ("houder", "owner", lambda g, p: score.same_owner(g, p.get("actiehouder"))),
        ("termijn", "due", score.same_due),
        ("label", "label", lambda g, p: bool(p.get("label")) and score.fold(g) in score.fold(p["label"])),
    )
    for name, key, right in checks:
        gold = next((e[key] for e in entries if e.get(key)), None)
        if got and gold:
            counts[f"gevraagd {name}"] += 1
            counts[f"goed {name}"] += any(right(gold, p) for p in got)


def count_seen(doc: dict[str, Any], predictions: list[Prediction], score: ModuleType) -> tuple[Counter[str], list[str]]:
    """Count of what nobody marked how much any candidate stands in, and give the words of what none does."""
    counts: Counter[str] = Counter()
    unseen: list[str] = []
    entries = doc["actions"]
    for i, e in enumerate(entries):
        if e.get("certainty") == "low" or e["kind"] != "implicit" or "dup_of" in e:
            continue
        group = [o for j, o in enumerate(entries) if j == i or o.get("dup_of") == i]
        got = [p for o in group for p in predictions if score.matches(o["text"], p)]
        counts["beloftes"] += 1
        counts["gezien"] += bool(got)
        if e.get("owner"):
            counts["met houder"] += 1
            counts["houder gezien"] += any(score.same_owner(e["owner"], p.get("actiehouder")) for p in got)
        if not got:
            unseen.append(e["text"])
    return counts, unseen


def print_ceiling(folder: Path, docs: Sequence[dict[str, Any]], seen: Reader, score: ModuleType, toon: bool) -> None:
    """Print the share of the unmarked that a rule saw, by itself and with its owner."""
    total: Counter[str] = Counter()
    gaps: list[str] = []
    name = name_gaps() if toon else None
    for doc in docs:
        counts, unseen = count_seen(doc, seen(folder / doc["file"])["acties"], score)
        total += counts
        gaps += [f"{name(folder / doc['file'], text)}: {doc['file']}: {text}" for text in unseen if name]
    print(f"  plafond            {wilson(total['gezien'], total['beloftes'])}")
    print(f"  plafond met houder {wilson(total['houder gezien'], total['met houder'])}")
    print(*(f"    geen kandidaat, {gap}" for gap in sorted(gaps)), sep="\n", end="\n" if gaps else "")


def wilson(good: int, total: int) -> str:
    """Write a share with its count and its 95% interval."""
    if not total:
        return "-"
    z, p = 1.96, good / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return f"{p:.3f} ({good}/{total})  95%: {max(0.0, middle - half):.2f} - {min(1.0, middle + half):.2f}"


def f1(counts: Counter[str], kinds: Sequence[str], side: str) -> float:
    """Return the F1 of the marked or of the implicit actions."""
    found, total = (sum(counts[f"{name} {k}"] for k in kinds) for name in ("gevonden", "totaal"))
    good, wrong = counts[f"goed {side}"], counts[f"fout {side}"]
    recall, precision = found / total if total else 0.0, good / (good + wrong) if good + wrong else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def f1_with_interval(documents: Sequence[Counter[str]], kinds: Sequence[str], side: str) -> str:
    """Write an F1 with the interval that drawing the documents again gives."""
    rng = random.Random(1)
    drawn = sorted(f1(sum((rng.choice(documents) for _ in documents), Counter()), kinds, side) for _ in range(1000))
    return f"{f1(sum(documents, Counter()), kinds, side):.3f}  95%: {drawn[25]:.2f} - {drawn[974]:.2f}"


def print_table(folder: Path, documents: Sequence[Counter[str]]) -> None:
    """Print the table of one folder."""
    c = sum(documents, Counter())
    print(f"\n{folder.name}: {len(documents)} documenten")
    for kind in KINDS:
        print(f"  gevonden {kind:9} {wilson(c[f'gevonden {kind}'], c[f'totaal {kind}'])}")
    for side, kinds in (("marked", ("explicit", "table")), ("implicit", ("implicit",))):
        print(f"  precisie {side:9} {wilson(c[f'goed {side}'], c[f'goed {side}'] + c[f'fout {side}'])}")
        print(f"  F1       {side:9} {f1_with_interval(documents, kinds, side)}")
    for name in ("houder", "termijn", "label"):
        print(f"  goed     {name:9} {wilson(c[f'goed {name}'], c[f'gevraagd {name}'])}")


def title_words(title: str) -> set[str]:
    """Return the words of a title; numbers and the words that only number it are none."""
    return set(re.findall(r"[^\W\d_]+", title.lower())) - {"agendapunt", "punt", "ad"}


def is_same_title(gold: str, read: str) -> bool:
    """Tell whether two titles agree for at least 80% of their words."""
    ours, theirs = title_words(read), title_words(gold)
    return bool(ours and theirs) and len(ours & theirs) / max(len(ours), len(theirs)) >= 0.8


def count_structure(doc: dict[str, Any], read: dict[str, Any], toon: bool) -> Counter[str]:
    """Count for one document the items, the people and the date that were read right."""
    counts: Counter[str] = Counter()
    titles, gold = [p["titel"] for p in read["agendapunten"]], doc.get("agendapunten") or []
    missed = [g for g in gold if not any(is_same_title(g, t) for t in titles)]
    wrong = [t for t in titles if not any(is_same_title(g, t) for g in gold)]
    counts.update({"punten": len(gold), "punten gevonden": len(gold) - len(missed), "geen punt": len(wrong)})
    if doc.get("datum"):
        counts["datums"] += 1
        counts["datums goed"] += read["vergadering"].get("datum") == doc["datum"]
    present = sum(p.get("aanwezig") is not False for p in read["deelnemers"])
    if doc.get("aanwezig") is not None:
        counts["geteld"] += 1
        counts["aanwezig goed"] += present == doc["aanwezig"]
        counts["afwezig goed"] += len(read["deelnemers"]) - present == doc["afwezig"]
    if toon:
        print(*(f"gemist punt: {doc['file']}: {title}" for title in missed), sep="\n")
        print(*(f"geen punt: {doc['file']}: {title}" for title in wrong), sep="\n")
    return counts


def print_structure(counts: Counter[str]) -> None:
    """Print how much of the structure is read."""
    print(f"  punten gevonden    {wilson(counts['punten gevonden'], counts['punten'])}, {counts['geen punt']} te veel")
    print(f"  datum goed         {wilson(counts['datums goed'], counts['datums'])}")
    print(f"  aanwezig goed      {wilson(counts['aanwezig goed'], counts['geteld'])}")
    print(f"  afwezig goed       {wilson(counts['afwezig goed'], counts['geteld'])}")


def main() -> int:
    """Measure every folder; exit code 2 where one of them is not there."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folders", nargs="*", type=Path, default=[SHARED / f for f in ("corpus", "bronnen", "corpus2")])
    ap.add_argument("--score", type=Path, default=SHARED / "corpus" / "score.py", help="where score.py is")
    ap.add_argument("--command", default="", help="read with this command instead of within this program")
    ap.add_argument("--toon", action="store_true", help="print what was missed and what was wrongly found")
    args = ap.parse_args()
    missing = [p for p in (args.score, *(f / "gold.jsonl" for f in args.folders)) if not p.is_file()]
    if missing:
        print(f"Niet gevonden: {missing[0]}. Geef de map met gold.jsonl op.", file=sys.stderr)
        return 2
    score = load_score(args.score)
    predict = predict_by(args.command) if args.command else predict_here()
    seen = None if args.command else predict_here(0.0)
    for folder in args.folders:
        lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
        docs = [json.loads(line) for line in lines]
        print_table(folder, [count(doc, predict(folder / doc["file"])["acties"], score, args.toon) for doc in docs])
        if seen is not None:
            print_ceiling(folder, docs, seen, score, args.toon)
        if (folder / "structuur.jsonl").is_file():
            lines = (folder / "structuur.jsonl").read_text(encoding="utf-8").splitlines()
            shapes = [json.loads(line) for line in lines]
            print_structure(
                sum((count_structure(doc, predict(folder / doc["file"]), args.toon) for doc in shapes), Counter())
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
