"""Learn how likely a candidate is an action, from our own sentences, and print the calibration.

    python scripts/train_zekerheid.py [--missers] [--schrijf]

A logistic model over the features of ``pipeline/taal/kenmerken.py``, its chances then scaled so that they fit
what was right in sentences the model had not seen. The numbers printed come from
cross-validation: the sentences written by hand of one body are judged by a model that saw none of that body.
``--schrijf`` trains on everything and writes ``pipeline/taal/data/gewichten.json``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from pipeline.taal.context import Vergaderkring, get_zinnen, set_vergadering
from pipeline.taal.kenmerken import find_kenmerken
from pipeline.taal.kring import build_kring, join_namen
from pipeline.taal.pijplijn import build_nlp
from pipeline.taal.termijnen import find_termijn
from pipeline.taal.toezeggingen import find_kandidaten
from pipeline.wie.personen import parse_deelnemer

DATA = Path(__file__).parents[1] / "pipeline" / "taal" / "data"
STERKTE = 0.6
MIN_AANTAL = 4
GEWICHT = {"hand": 3.0, "grammatica": 1.0, "zonder_lijst": 0.7}


@dataclass(frozen=True)
class Geval:
    """A candidate with its answer; ``groep`` is what is held back together."""

    kenmerken: frozenset[str]
    goed: bool
    groep: str
    herkomst: str
    regel: str
    zin: str
    actiehouder: str


def words(text: str | None) -> set[str]:
    """Return the words of an owner, titles left out, to compare with."""
    found = set(re.findall(r"\w+", (text or "").lower()))
    return found - {"de", "het", "en", "dhr", "mw", "heer", "mevrouw"}


def same_owner(gold: str | None, found: str) -> bool:
    """Tell whether an owner is the one wanted: all of them, and no more than one word besides."""
    wanted, have = words(gold) - {"we", "wij"}, words(found)
    return bool(wanted & have) and len(wanted - have) <= 1 and len(have - wanted) <= 2 if wanted else not have


def read_gevallen(
    rows: Sequence[dict[str, str]], *, met_lijst: bool = True
) -> tuple[list[Geval], list[dict[str, str]]]:
    """Run the rules over the sentences; return the candidates, and the actions no rule saw.

    Without ``met_lijst`` the list of participants is kept back: many minutes have none.
    """
    bodies = json.loads((DATA / "zinnen" / "lichamen.json").read_text(encoding="utf-8"))
    circles = {
        name: Vergaderkring(build_kring(d for p in people if (d := parse_deelnemer(p))), date(2026, 2, 3))
        for name, people in bodies.items()
    }
    nlp = build_nlp()
    texts = [f"{r['ervoor']} {r['zin']}".strip() for r in rows]
    nobody = Vergaderkring(datum=date(2026, 2, 3))
    docs = (
        set_vergadering(nlp.make_doc(t), circles[r["lichaam"]] if met_lijst else nobody)
        for t, r in zip(texts, rows, strict=True)
    )
    cases: list[Geval] = []
    missed: list[dict[str, str]] = []
    for row, doc in zip(rows, nlp.pipe(docs), strict=True):
        first = len(row["ervoor"])
        candidates = [k for z in get_zinnen(doc) if z.span.start_char >= first for k in find_kandidaten(z)]
        owners = [join_namen(k.actiehouders) for k in candidates]
        if row["label"] and not any(same_owner(row["actiehouder"], o) for o in owners):
            missed.append(row | {"gezien": "; ".join(owners)})
        group = row["lichaam"] if row["herkomst"] == "hand" else row["vorm"]
        for k, owner in zip(candidates, owners, strict=True):
            if row["label"] and words(row["actiehouder"]) - {"we", "wij"} and not owner:
                continue
            good = bool(row["label"]) and same_owner(row["actiehouder"], owner)
            term = find_termijn(k).tekst
            wrong_term = good and row["termijn"] and not words(row["termijn"]) & words(term)
            if wrong_term:
                TERMIJNFOUTEN.append(f"{row['termijn']!r} gelezen als {term!r}: {row['zin']}")
            cases.append(Geval(find_kenmerken(k), good, group, row["herkomst"], k.regel, row["zin"], owner))
    return cases, missed


TERMIJNFOUTEN: list[str] = []


def fit(cases: Sequence[Geval]) -> dict[str, float]:
    """Fit a logistic model with a quadratic penalty, by Newton's method."""
    counts = Counter(name for c in cases for name in c.kenmerken)
    names = sorted(name for name, count in counts.items() if count >= MIN_AANTAL)
    index = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(cases), len(names) + 1))
    x[:, 0] = 1
    for row, case in enumerate(cases):
        for name in case.kenmerken & index.keys():
            x[row, index[name]] = 1
    y = np.array([float(c.goed) for c in cases])
    importance = np.array([GEWICHT[c.herkomst] for c in cases])
    penalty = np.full(len(names) + 1, STERKTE)
    penalty[0] = 0.01
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (importance * (chance - y)) + penalty * weights
        curve = (x * (importance * chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {"": round(float(weights[0]), 3)} | {n: round(float(weights[i]), 3) for n, i in index.items()}


def chance(weights: dict[str, float], features: Iterable[str]) -> float:
    """Return the chance the model gives."""
    total = weights[""] + sum(weights.get(name, 0.0) for name in features)
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def cross_validate(cases: Sequence[Geval]) -> Iterator[tuple[Geval, float]]:
    """Judge every candidate by a model that saw nothing of its body (by hand) or construction (grammar)."""
    groups = sorted({c.groep for c in cases})
    folds = {group: i % 12 for i, group in enumerate(groups)}
    for fold in range(12):
        weights = fit([c for c in cases if folds[c.groep] != fold])
        yield from ((c, chance(weights, c.kenmerken)) for c in cases if folds[c.groep] == fold)


def fit_scale(judged: Sequence[tuple[Geval, float]]) -> tuple[float, float]:
    """Return the slope and shift that make the chances fit what was right (Platt), by Newton's method."""
    chances = np.clip(np.array([p for _, p in judged]), 1e-6, 1 - 1e-6)
    x = np.stack([np.log(chances / (1 - chances)), np.ones(len(judged))], axis=1)
    y = np.array([float(case.goed) for case, _ in judged])
    scale = np.array([1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ scale)))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(2) * 1e-6
        scale -= np.linalg.solve(curve, x.T @ (p - y))
    return float(scale[0]), float(scale[1])


def rescale(p: float, scale: tuple[float, float]) -> float:
    """Return a chance after scaling."""
    p = min(max(p, 1e-6), 1 - 1e-6)
    return float(1 / (1 + np.exp(-(scale[0] * np.log(p / (1 - p)) + scale[1]))))


def print_calibration(judged: Sequence[tuple[Geval, float]], title: str) -> None:
    """Print, per tenth of the scale, how many candidates are in it and how many of those are right."""
    bins: dict[int, list[bool]] = defaultdict(list)
    for case, p in judged:
        bins[min(9, int(p * 10))].append(case.goed)
    print(f"{title}\n  zekerheid   aantal  goed")
    for i in range(10):
        if bins[i]:
            print(f"  {i / 10:.1f} - {(i + 1) / 10:.1f}  {len(bins[i]):7}  {sum(bins[i]) / len(bins[i]):.2f}")
    above = [c.goed for c, p in judged if p >= 0.5]
    wanted = sum(c.goed for c, _ in judged)
    print(f"  vanaf 0.5: precisie {sum(above) / max(1, len(above)):.3f}, gevonden {sum(above)} van {wanted}")


def main() -> None:
    """Cross-validate, print, and write the weights when asked."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--missers", action="store_true", help="print what no rule saw and what is judged wrong")
    ap.add_argument("--schrijf", action="store_true", help="write the weights")
    args = ap.parse_args()
    with (DATA / "zinnen" / "zinnen.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cases, missed = read_gevallen(rows)
    strangers = [replace(c, herkomst="zonder_lijst") for c in read_gevallen(rows, met_lijst=False)[0]]
    cases += [c for c in strangers if "wie=naam" in c.kenmerken]
    judged = list(cross_validate(cases))
    scale = fit_scale([j for j in judged if j[0].herkomst == "hand"])
    judged = [(case, rescale(p, scale)) for case, p in judged]
    for source in ("hand", "grammatica"):
        total = sum(r["label"] for r in rows if r["herkomst"] == source)
        unseen = sum(r["herkomst"] == source for r in missed)
        print(f"{source}: {total - unseen} van {total} acties door een regel gezien, met de goede houder")
        print_calibration([j for j in judged if j[0].herkomst == source], source)
    if args.missers:
        for row in missed:
            print(f"gemist   {row['herkomst']} {row['actiehouder']!s} | {row['zin']} | gezien: {row['gezien']}")
        for case, p in sorted(judged, key=lambda j: abs(j[1] - 0.5), reverse=True):
            if case.goed != (p >= 0.5):
                side = "te laag" if case.goed else "te hoog"
                print(f"{side} {p:.2f} {case.herkomst} {case.regel} {case.actiehouder} | {case.zin}")
        print("\n".join(f"termijn  {t}" for t in TERMIJNFOUTEN))
    if args.schrijf:
        weights = {name: round(value * scale[0], 3) for name, value in fit(cases).items() if value}
        weights[""] = round(weights[""] + scale[1], 3)
        text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        (DATA / "gewichten.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
