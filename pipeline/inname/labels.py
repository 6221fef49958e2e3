"""Labels of other bodies as labels of a record: valid, each once, and the number as written never lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.model import Actiepunt, Besluit

# What notatie accepts as a label, written with what it does not accept taken out.
_NIET_IN_LABEL = re.compile(r"[\s|()\[\]/]+")
_MAX_LABEL = 20
_GENUMMERD = re.compile(r"(?P<letter>[AB])(?P<nummer>\d{1,6})")


def label_acties(acties: Iterable[Actiepunt], eerste: int = 1) -> tuple[Actiepunt, ...]:
    """Give every action a label of its own: its number where that can stay, and otherwise the next free one.

    ``A`` (its marker still waits for a number) comes first. A number that was changed stands in the note as it
    was written, so that it can be found. ``eerste`` is the first number that is free in the series.
    """
    todo = tuple(acties)
    labels = _Labels("A", (a.label for a in todo), eerste)
    given = {index: labels.give("") for index, a in enumerate(todo) if a.label == "A"}
    return tuple(
        replace(a, label=given[index]) if index in given else _with_label(a, labels.give(a.label))
        for index, a in enumerate(todo)
    )


def label_besluiten(besluiten: Iterable[Besluit], eerste: int = 1) -> tuple[Besluit, ...]:
    """Give every decision a label of its own; ``B`` (its marker waits for a number) comes first."""
    todo = tuple(besluiten)
    labels = _Labels("B", (b.label for b in todo), eerste)
    given = {index: labels.give("") for index, b in enumerate(todo) if b.label == "B"}
    return tuple(replace(b, label=given.get(index) or labels.give(b.label)) for index, b in enumerate(todo))


class _Labels:
    """Hands out labels: each once."""

    def __init__(self, letter: str, written: Iterable[str], eerste: int) -> None:
        found = (_GENUMMERD.fullmatch(norm_label(label)) for label in written)
        used = [int(m["nummer"]) for m in found if m is not None and m["letter"] == letter]
        self._letter, self._next, self._taken = letter, max([eerste - 1, *used]) + 1, set[str]()

    def give(self, written: str) -> str:
        label = norm_label(written)
        if not label or label in self._taken:
            label = next(self._free())
        self._taken.add(label)
        return label

    def _free(self) -> Iterator[str]:
        while True:
            label, self._next = f"{self._letter}{self._next}", self._next + 1
            if label not in self._taken:
                yield label


def norm_label(written: str) -> str:
    """Return the label a record can hold: ``1104/02`` becomes ``1104-02``; empty where it has no number."""
    label = _NIET_IN_LABEL.sub("-", written.strip()).strip("-.:")
    if re.fullmatch(r"[ab]\d+", label):
        label = label.upper()
    return label if any(c.isdigit() for c in label) and len(label) <= _MAX_LABEL and label.isascii() else ""


def _with_label(actie: Actiepunt, label: str) -> Actiepunt:
    written = " ".join(actie.label.split())
    if not written or written in (label, label.lower()):
        return replace(actie, label=label)
    note = "; ".join(part for part in (f"nummer in het stuk: {written}", actie.toelichting) if part)
    return replace(actie, label=label, toelichting=note)
