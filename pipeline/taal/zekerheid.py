"""How likely a candidate is an action: a logistic model over its features, weights in ``data/gewichten.json``.

``scripts/train_zekerheid.py`` learns the weights from our own sentences, and prints the calibration.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

DREMPEL = 0.5


@cache
def load_gewichten() -> Mapping[str, float]:
    """Return the weight of every feature; the constant stands under the empty name."""
    text = (files("pipeline.taal") / "data" / "gewichten.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights


def bereken_zekerheid(kenmerken: Iterable[str]) -> float:
    """Return the chance, 0 to 1, that a candidate with these features is an action."""
    weights = load_gewichten()
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in kenmerken)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
