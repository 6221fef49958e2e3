"""A Word file that a person changed and that was not read back: what it says is not in the records."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Document, Tabelblok


def noemt_vertrouwelijk(content: bytes, bestand: str) -> bool:
    """Tell whether a Word file calls something in it confidential; one that cannot be read might."""
    from pipeline.markering.vertrouwelijkheid import read_alinea
    from pipeline.word.lezer import read_docx

    document, _, _ = read_docx(content, bestand)
    return document is None or any(read_alinea(line) for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    for blok in document.blokken:
        texts = [cell.tekst for row in blok.rijen for cell in row] if isinstance(blok, Tabelblok) else [blok.tekst]
        yield from (line for text in texts for line in text.splitlines())


def report_geheim_in_word(naam: str, plaats: Bron) -> Melding:
    """Say that a file changed in Word cannot go to who may not see all of it."""
    text = f"{naam} is in Word gewijzigd en er is iets vertrouwelijk. Een versie zonder is niet te maken."
    return melding("vertrouwelijk-in-word", text, plaats)
