"""The bar of the language pass on real minutes, which stand beside the repository."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.lezen import lees
from pipeline.model import Actiepunt
from pipeline.taal import build_nlp, zoek_voorstellen

pytestmark = pytest.mark.shared

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def load_script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@cache
def counts_of(folder: str) -> Counter[str]:
    script = load_script("evalueer")
    score = script.load_score(SHARED / "corpus" / "score.py")
    predict = script.predict_here()
    total: Counter[str] = Counter()
    for line in (SHARED / folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        total += script.count(doc, predict(SHARED / folder / doc["file"])["acties"], score, False)
    return total


def test_unmarked_actions_are_found_well_enough_and_few_others() -> None:
    script = load_script("evalueer")
    assert script.f1(counts_of("corpus"), ("implicit",), "implicit") >= 0.75


@pytest.mark.parametrize(("name", "bar"), [("houder", 0.95), ("termijn", 0.90), ("label", 0.95)])
def test_owner_term_and_label_are_right(name: str, bar: float) -> None:
    counts = counts_of("corpus")
    assert counts[f"goed {name}"] / counts[f"gevraagd {name}"] >= bar


@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
def test_the_unmarked_commitment_of_the_chair_is_found_in_every_format(suffix: str) -> None:
    path = SHARED / "bronnen" / f"verslag-prt-2026-01-23.{suffix}"
    record = lees(path.read_bytes(), path.name).verslag
    assert record is not None
    found = [v for v in zoek_voorstellen(record, build_nlp()) if "zal de cvdK" in (v.bron.zin or "")]
    (action,) = [v.inhoud for v in found if isinstance(v.inhoud, Actiepunt)]
    assert action.actiehouder == "cvdK"
    assert "voorjaar" in action.termijn.tekst


def test_actions_are_followed_through_the_series_and_nothing_wrong_is_merged_silently() -> None:
    script = load_script("vergelijk_reeksen")
    steps = joined = 0
    for series in json.loads((SHARED / "corpus" / "series.json").read_text(encoding="utf-8")):
        records = script.read_series(SHARED / "corpus" / series["series"])
        chains, _ = script.follow(records)
        have = {record.datum.isoformat() for record, _ in records}
        for item in series["items"]:
            known = item | {"states": {day: state for day, state in item["states"].items() if day in have}}
            for _, _, found, _ in script.compare(known, series["items"], chains):
                steps += 1
                joined += found
        assert [first for first, _, sure in script.wrong_links(series["items"], chains) if sure] == []
    assert joined / steps >= 0.95
