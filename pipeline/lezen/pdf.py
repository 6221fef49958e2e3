"""PDF -> Document. Places are pages; pypdf reads the text, pdfplumber the cells of ruled tables.

Bounds: 300 pages, 5 MB of drawing instructions a page; what lies beyond is left out, with a Melding.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pypdf import PageObject, PdfReader

from pipeline.lezen.pdf_regels import Fragment, build_regels
from pipeline.lezen.pdf_tabellen import Gevonden, find_tabellen, has_lijnen
from pipeline.lezen.regels import Regel, build_blokken, measure
from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Document, Plek, Tabelblok

MAX_PAGINAS = 300
MAX_INHOUD = 5 * 1024 * 1024
_PAGINA = re.compile(
    r"[-–|\s]*(?:(?:pagina|pag\.?|blad|page|p\.)\s*\d{1,4}|\d{1,4}(?=\s*(?:van|/|of)\s))\s*(?:(?:van|/|of)\s*\d{1,4})?[-–|\s]*",
    re.IGNORECASE,
)
_RAND = 5


class _Kapot(Exception):
    """A PDF that cannot be read on; carries the Melding."""

    def __init__(self, bericht: Melding) -> None:
        super().__init__(bericht.tekst)
        self.melding = bericht


@dataclass(frozen=True, slots=True)
class _Pagina:
    """A page: its lines from top to bottom with the tables among them."""

    nummer: int
    items: tuple[Regel | Tabelblok, ...]


def read_pdf(data: bytes, bestand: str) -> tuple[Document | None, tuple[Melding, ...]]:
    """Read a PDF; None with the reason where it is damaged, encrypted, or has no text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd, we report or don't mind
    try:
        pages, meldingen = _read_pages(data, bestand)
    except _Kapot as fout:
        return None, (fout.melding,)
    if not any(page.items for page in pages):
        return None, (*meldingen, melding("pdf-zonder-tekst", f"In {bestand} staat geen tekst.", Bron(bestand)))
    pages, headers, footers = _without_furniture(pages)
    items = [item for page in pages for item in page.items]
    zetsel = measure([item for item in items if isinstance(item, Regel)])
    return Document(bestand, "pagina", tuple(build_blokken(items, zetsel)), headers, footers), meldingen


def _read_pages(data: bytes, bestand: str) -> tuple[list[_Pagina], tuple[Melding, ...]]:
    bron = Bron(bestand)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _Kapot(melding("bestand-versleuteld", f"{bestand} is met een wachtwoord beveiligd.", bron))
        count = len(reader.pages)
    except _Kapot:
        raise
    except Exception as fout:  # pypdf raises whatever the damage leads to
        raise _Kapot(melding("pdf-kapot", f"{bestand} is beschadigd en niet te lezen.", bron)) from fout
    pages: list[_Pagina] = []
    skipped: list[int] = []
    for index in range(min(count, MAX_PAGINAS)):
        page = _read_page(reader, data, index)
        if page is None:
            skipped.append(index + 1)
        else:
            pages.append(page)
    if count and len(skipped) == min(count, MAX_PAGINAS):
        raise _Kapot(melding("pdf-kapot", f"{bestand} is beschadigd en niet te lezen.", bron))
    return pages, tuple(_shortened(bestand, count, skipped))


def _shortened(bestand: str, count: int, skipped: Sequence[int]) -> Iterator[Melding]:
    bron = Bron(bestand)
    if count > MAX_PAGINAS:
        text = f"{bestand} heeft {count} bladzijden. Gelezen zijn de eerste {MAX_PAGINAS}."
        yield melding("pdf-ingekort", text, bron)
    if skipped:
        shown = ", ".join(str(number) for number in skipped[:10])
        yield melding("pdf-ingekort", f"In {bestand} waren deze bladzijden niet te lezen: {shown}.", bron)


def _read_page(reader: PdfReader, data: bytes, index: int) -> _Pagina | None:
    """Read one page; None where it is damaged or larger than allowed."""
    try:
        page = reader.pages[index]
        contents = page.get_contents()
        drawing = contents.get_data() if contents is not None else b""
        if len(drawing) > MAX_INHOUD:
            return None
        fragments = _fragments(page)
    except Exception:  # one bad page does not take the others along
        return None
    tables = find_tabellen(data, index) if fragments and has_lijnen(drawing) else ()
    return _Pagina(index + 1, tuple(_number(build_regels(fragments, tables), index + 1)))


def _fragments(page: PageObject) -> list[Fragment]:
    found: list[Fragment] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, object] | None, size: float) -> None:
        if not text.strip():
            if found and text and found[-1].tekst[-1:] != " ":
                found[-1] = replace(found[-1], tekst=found[-1].tekst + " ")
            return
        x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
        y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
        scale = abs(tm[3] or tm[1]) * abs(cm[3] or cm[1])
        name = str((font or {}).get("/BaseFont", ""))
        found.append(
            Fragment(x, y, round(size * scale, 1), "bold" in name.lower(), text.replace("\n", ""), name.lower())
        )

    page.extract_text(visitor_text=visit)
    return found


def _number(items: Sequence[Regel | Gevonden], page: int) -> Iterator[Regel | Tabelblok]:
    """Give each line its place in the text of the page, and each row of a table its page."""
    offset = 0
    for item in items:
        if isinstance(item, Regel):
            yield replace(item, nummer=page, begin=offset, pagina=page)
            offset += len(item.tekst) + 1
        else:
            plekken = tuple(Plek(0, page) for _ in item.tabel.rijen)
            yield replace(item.tabel, plekken=plekken)


def _without_furniture(pages: list[_Pagina]) -> tuple[list[_Pagina], tuple[str, ...], tuple[str, ...]]:
    """Take away what comes back at the top or bottom of the pages, and page numbers."""
    tops, bottoms = Counter[str](), Counter[str]()
    for page in pages:
        tops.update({_shape(r.tekst) for r in _edge(page, top=True)})
        bottoms.update({_shape(r.tekst) for r in _edge(page, top=False)})
    enough = max(2, (len(pages) + 1) // 2)
    again_top = {s for s, n in tops.items() if n >= enough}
    again_bottom = {s for s, n in bottoms.items() if n >= enough}
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    kept = []
    for page in pages:
        top = {
            id(r)
            for r in _edge(page, top=True)
            if _shape(r.tekst) in again_top or _is_paginanummer(r.tekst, page.nummer)
        }
        bottom = {
            id(r)
            for r in _edge(page, top=False)
            if _shape(r.tekst) in again_bottom or _is_paginanummer(r.tekst, page.nummer)
        }
        for regel in page.items:
            if isinstance(regel, Regel) and id(regel) in top:
                headers.setdefault(_shape(regel.tekst), regel.tekst)
            elif isinstance(regel, Regel) and id(regel) in bottom:
                footers.setdefault(_shape(regel.tekst), regel.tekst)
        kept.append(_Pagina(page.nummer, tuple(i for i in page.items if id(i) not in top | bottom)))
    return kept, tuple(headers.values()), tuple(footers.values())


def _is_paginanummer(text: str, number: int) -> bool:
    return bool(_PAGINA.fullmatch(text)) or text.strip(" -–|") == str(number)


def _edge(page: _Pagina, top: bool) -> list[Regel]:
    """Return the first or last lines of a page, those before the first or after the last table."""
    items = page.items if top else tuple(reversed(page.items))
    edge: list[Regel] = []
    for item in items[: min(_RAND, max(1, len(items) // 2))]:
        if not isinstance(item, Regel):
            break
        edge.append(item)
    return edge


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()
