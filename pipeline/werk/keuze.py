"""What may be asked beside a document itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the user asked for beside the document: a PDF too, and what to do with one a person changed."""

    pdf: bool = False
    ernaast: bool = False
    overschrijf: bool = False
