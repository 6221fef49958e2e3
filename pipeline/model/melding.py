"""What the tool has to say about the input: errors are values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.bron import Bron


class Ernst(StrEnum):
    """How bad a Melding is. Only ``FOUT`` makes a command end with exit code 1."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Melding:
    """One error or warning: a code from ``meldingen.SOORTEN``, its text in Dutch, where, and what to do.

    ``tekst`` says what is wrong in this very case; ``hulp`` says what the user can do about it.
    ``aanvaard`` holds the reason when the secretariat has accepted the finding once and for all.
    """

    code: str
    ernst: Ernst
    tekst: str
    bron: Bron | None = None
    hulp: str = ""
    aanvaard: str | None = None


def has_fouten(meldingen: Iterable[Melding]) -> bool:
    """Tell whether one of these makes the outcome unusable as it stands."""
    return any(m.ernst is Ernst.FOUT and m.aanvaard is None for m in meldingen)
