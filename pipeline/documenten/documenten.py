"""Making a document: its type says which words, its template how they look."""

from __future__ import annotations

from pipeline.documenten.render import render_woorden
from pipeline.documenten.stukken import Stukken
from pipeline.documentsoorten import DocumentSoort
from pipeline.model import VERTROUWELIJK, Melding


def render(
    soort: DocumentSoort, stukken: Stukken, sjabloon_bytes: bytes, naam_sjabloon: str
) -> tuple[bytes | None, tuple[Melding, ...]]:
    """Make a Word file, stamped with its fingerprint; with an error among the Meldingen there are no bytes.

    ``naam_sjabloon`` is what a Melding calls the template. The same input gives the same bytes. What holds
    something confidential says so on every page.
    """
    merk = VERTROUWELIJK if stukken.is_vertrouwelijk else ""
    return render_woorden(soort.bouw(stukken), sjabloon_bytes, naam_sjabloon, merk)
