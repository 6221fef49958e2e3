"""The check of the result: what was written is read back, and every text must stand in it to the character.

What should be there is worked out on the text alone, before anything is filled in; what is there is read from
the bytes of the parts as they were written. The two share no step that could lose the same character twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.documenten.invullen import zichtbare_tekst
from pipeline.documenten.waarde import Blokken
from pipeline.documenten.zandbak import Drukwerk
from pipeline.markering.inline import loosen_markeringen, plain_text
from pipeline.model import Alinea
from pipeline.word.ooxml import Element, fold_line_ends, paragraph_texts


def verwachte_tekst(root: Element, drukwerk: Drukwerk) -> list[str]:
    """Return the text of every paragraph a part should have, from its tokens; empty ones are left out."""
    token = re.compile(re.escape(drukwerk.merk) + r"(\d+)Z")
    expected = []
    for _paragraph, text in paragraph_texts(root):
        if drukwerk.merk not in text:
            expected.append(text)
            continue
        numbers = [int(found[1]) for found in token.finditer(text)]
        blocks = [w for w in (drukwerk.waarden[n] for n in numbers) if isinstance(w, Blokken)]
        expected.append(token.sub(lambda found: _inline(drukwerk.waarden[int(found[1])]), text))
        expected += [line for block in blocks for line in _lines(block)]
    return [text for text in expected if text]


def verwachte_eigenschappen(root: Element, drukwerk: Drukwerk, lengte: int) -> list[str]:
    """Return the text every property should have: in full, or its first ``lengte`` characters."""
    token = re.compile(re.escape(drukwerk.merk) + r"(\d+)Z")
    texts = (element.text or "" for element in root.iter() if isinstance(element.tag, str))
    return [token.sub(lambda found: _inline(drukwerk.waarden[int(found[1])]), text)[:lengte] for text in texts]


def find_kwijt(wortels: Mapping[str, Element], verwacht: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield every expected text that does not stand in its part; texts that occur twice must occur twice.

    ``wortels`` are the roots of the parts, by name, as they were read back. The space before a marker counts as the
    space it is, though no line ends at it.
    """
    for deel, texts in verwacht.items():
        paragraphs = paragraph_texts(wortels[deel])
        found = [text for _p, text in paragraphs] if paragraphs else [e.text or "" for e in wortels[deel].iter()]
        yield from Counter(loosen_markeringen(text) for text in texts if text) - Counter(map(loosen_markeringen, found))


def _inline(waarde: object) -> str:
    return "" if isinstance(waarde, Blokken) else zichtbare_tekst(waarde)


def _lines(blokken: Blokken) -> Iterator[str]:
    for blok in blokken:
        cells = [blok.tekst] if isinstance(blok, Alinea) else [cell for row in blok.rijen for cell in row]
        yield from (plain_text(fold_line_ends(cell)) for cell in cells)
