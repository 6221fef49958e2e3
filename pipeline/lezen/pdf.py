"""PDF -> Document. Places are pages; pypdf reads the text, pdfplumber the cells of ruled tables and the white space
between columns.

Bounds: 300 pages, 5 MB of drawing instructions a page, 40 MB in all; what lies beyond is left out, with a Melding.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pypdf import PageObject, PdfReader

from pipeline.lezen.geduld import with_patience
from pipeline.lezen.pdf_kolommen import Pdfwoord, Strook, build_rijen, find_marge, find_stroken, may_have_kolommen
from pipeline.lezen.pdf_lijsten import Pdflijst, choose, find_lijsten, goes_on, may_have_lijst
from pipeline.lezen.pdf_regels import Pdffragment, build_regels, lines_of, may_have_marge, with_ends
from pipeline.lezen.pdf_tabellen import Beeld, GevondenTabel, has_lijnen, look
from pipeline.lezen.regels import Leesregel, build_blokken, measure
from pipeline.model import Bron, Melding, melding
from pipeline.model.document import Document, Plek, Tabelblok

MAX_PAGINAS = 300
MAX_INHOUD = 5 * 1024 * 1024
MAX_SAMEN = 40 * 1024 * 1024
_PAGINA = re.compile(
    r"[-–|\s]*(?:(?:pagina|pag\.?|blad|page|p\.)\s*\d{1,4}|\d{1,4}(?=\s*(?:van|/|of)\s))\s*(?:(?:van|/|of)\s*\d{1,4})?[-–|\s]*",
    re.IGNORECASE,
)
# Beyond this many pages text is read line by line: nobody writes minutes of more pages in columns.
MAX_KOLOMPAGINAS = 60
_RAND = 5
_GETAL = re.compile(r"\d{1,9}")


class _Kapot(Exception):
    """A PDF that cannot be read on; carries the Melding."""

    def __init__(self, bericht: Melding) -> None:
        super().__init__(bericht.tekst)
        self.melding = bericht


@dataclass(frozen=True, slots=True)
class _Blad:
    """A page as drawn: its pieces of text, and what else is seen on it where that may tell something.

    ``grootte`` is how long its drawing instructions are, in bytes.
    """

    nummer: int
    grootte: int
    fragmenten: tuple[Pdffragment, ...]
    beeld: Beeld


@dataclass(frozen=True, slots=True)
class _Pagina:
    """A page: its lines from top to bottom with the tables among them."""

    nummer: int
    items: tuple[Leesregel | Tabelblok, ...]


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
    zetsel = measure([item for item in items if isinstance(item, Leesregel)])
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
    pages: list[_Blad] = []
    skipped: list[int] = []
    drawn = 0
    last = -1
    for index in with_patience(f"Bladzijden van {bestand}", range(min(count, MAX_PAGINAS))):
        last = index
        page = _read_blad(reader, data, index) if drawn <= MAX_SAMEN else None
        if page is None:
            skipped.append(index + 1)
        else:
            pages.append(page)
            drawn += page.grootte
    if count and len(skipped) == min(count, MAX_PAGINAS):
        raise _Kapot(melding("pdf-kapot", f"{bestand} is beschadigd en niet te lezen.", bron))
    given_up = tuple(_report_given_up(bestand, last + 1)) if last + 1 < min(count, MAX_PAGINAS) else ()
    return _in_order(pages, data), (*_shortened(bestand, count, skipped), *given_up)


def _report_given_up(bestand: str, read: int) -> Iterator[Melding]:
    text = f"{bestand} is zo zwaar dat het lezen is gestopt. Gelezen zijn de eerste {read} bladzijden."
    yield melding("pdf-ingekort", text, Bron(bestand), "Vraag om het Word-bestand, of maak de PDF opnieuw.")


def _shortened(bestand: str, count: int, skipped: Sequence[int]) -> Iterator[Melding]:
    bron = Bron(bestand)
    if count > MAX_PAGINAS:
        text = f"{bestand} heeft {count} bladzijden. Gelezen zijn de eerste {MAX_PAGINAS}."
        yield melding("pdf-ingekort", text, bron)
    if skipped:
        shown = ", ".join(str(number) for number in skipped[:10])
        yield melding("pdf-ingekort", f"In {bestand} waren deze bladzijden niet te lezen: {shown}.", bron)


def _read_blad(reader: PdfReader, data: bytes, index: int) -> _Blad | None:
    """Read one page; None where it is damaged or larger than allowed."""
    try:
        page = reader.pages[index]
        contents = page.get_contents()
        drawing = contents.get_data() if contents is not None else b""
        if len(drawing) > MAX_INHOUD:
            return None
        fragments = tuple(_fragments(page))
    except Exception:  # one bad page does not take the others along
        return None
    seen = _look(data, index, fragments, has_lijnen(drawing))
    return _Blad(index + 1, len(drawing), with_ends(fragments, seen.woorden), seen)


def _look(data: bytes, index: int, fragments: Sequence[Pdffragment], rules: bool) -> Beeld:
    """Look closer at a page whose text or drawing hints at tables or columns."""
    hints = may_have_kolommen([(f.x, f.y) for f in fragments]) or may_have_lijst(lines_of(fragments))
    beside = (hints or may_have_marge(fragments)) and index < MAX_KOLOMPAGINAS
    return look(data, index, tabellen=rules, woorden=beside) if fragments and (rules or beside) else Beeld()


def _look_for_words(data: bytes, index: int) -> Beeld:
    return look(data, index, tabellen=False, woorden=True) if index < MAX_KOLOMPAGINAS else Beeld()


def _in_order(pages: Sequence[_Blad], data: bytes) -> list[_Pagina]:
    """Put the text of each page in reading order; where one page has columns, others need less to show theirs."""
    tables = dict(_choose_tabellen(pages, data))
    words = _without_edges({page.nummer: page.beeld.outside(tables[page.nummer]) for page in pages})
    stroken = {number: find_stroken(found) for number, found in words.items()}
    goten = [goot for found in stroken.values() for strook in found for goot in strook.goten]
    if goten:
        for number in (number for number, found in words.items() if not found):
            words[number] = _look_for_words(data, number - 1).outside(tables[number])
        words = _without_edges(words)
        stroken = {number: find_stroken(found, goten) for number, found in words.items()}
    marge = find_marge(words.values())
    return [_in_reading_order(page, tables[page.nummer], stroken[page.nummer], marge) for page in pages]


def _without_edges(pages: dict[int, tuple[Pdfwoord, ...]]) -> dict[int, tuple[Pdfwoord, ...]]:
    """Leave out the words of page headers and footers: what returns at one height, but for its numbers."""
    seen = {number: dict(_edge_rows(words)) for number, words in pages.items()}
    counted = Counter(key for rows in seen.values() for key in rows)
    enough = max(2, (len([words for words in pages.values() if words]) + 1) // 2)
    gone = {id(word) for rows in seen.values() for key, row in rows.items() if counted[key] >= enough for word in row}
    return {number: tuple(word for word in words if id(word) not in gone) for number, words in pages.items()}


def _edge_rows(words: Sequence[Pdfwoord]) -> Iterator[tuple[tuple[int, str], list[Pdfwoord]]]:
    """Give the first and last rows of a page by their height and their shape."""
    rows = build_rijen(words)
    for row in (*rows[:2], *rows[-2:]):
        if any(word.tekst for word in row):
            yield (round(row[0].y / 2), _shape(" ".join(word.tekst for word in row))), row


def _choose_tabellen(pages: Sequence[_Blad], data: bytes) -> Iterator[tuple[int, tuple[GevondenTabel, ...]]]:
    """Give the tables of each page; a list without rules may go on from one page to the next."""
    open_list: Pdflijst | None = None
    last: GevondenTabel | None = None
    for page in pages:
        seen = page.beeld
        if open_list is not None and not seen.woorden:
            seen = replace(_look_for_words(data, page.nummer - 1), tabellen=seen.tabellen)
        lists = find_lijsten(seen.woorden, seen.lijnen, open_list)
        open_list = lists[-1] if lists and goes_on(lists[-1], seen.woorden) else None
        tables = _with_rest(seen.tabellen, last)
        last = min(tables, key=lambda table: table.onder, default=None)
        yield page.nummer, choose(tables, lists)


def _with_rest(tabellen: Sequence[GevondenTabel], last: GevondenTabel | None) -> tuple[GevondenTabel, ...]:
    """Return the tables of a page; the topmost may be the rest of the last one of the page before, even of a row."""
    top = max(tabellen, key=lambda table: table.boven, default=None)
    rest = top.go_on_from(last) if top is not None and last is not None else None
    found = (rest if rest is not None and table is top else table for table in tabellen)
    return tuple(table for table in found if table.tabel.rijen)


def _in_reading_order(
    page: _Blad, tabellen: Sequence[GevondenTabel], stroken: Sequence[Strook], marge: float | None
) -> _Pagina:
    items = build_regels(page.fragmenten, tabellen, stroken, marge)
    return _Pagina(page.nummer, tuple(_number(items, page.nummer)))


def _fragments(page: PageObject) -> list[Pdffragment]:
    found: list[Pdffragment] = []
    place = _as_shown(page)

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, object] | None, size: float) -> None:
        if not text.strip():
            if found and text and found[-1].tekst[-1:] != " ":
                found[-1] = replace(found[-1], tekst=found[-1].tekst + " ")
            return
        x, y = place(cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5])
        scale = abs(tm[3] or tm[1]) * abs(cm[3] or cm[1])
        name = str((font or {}).get("/BaseFont", ""))
        shown = text.replace("\n", "").replace("\u2010", "-")
        size_shown = round(size * scale, 1)
        found.append(Pdffragment(x, y, size_shown, "bold" in name.lower(), shown, name.lower(), len(found)))

    page.extract_text(visitor_text=visit)
    return found


def _as_shown(page: PageObject) -> Callable[[float, float], tuple[float, float]]:
    """Return how a point that is drawn on lies on the page as shown: turned with it, from its lower left corner."""
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, y - bottom),
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    return turns.get(page.rotation % 360, turns[0])


def _number(items: Sequence[Leesregel | GevondenTabel], page: int) -> Iterator[Leesregel | Tabelblok]:
    """Give each line its place in the text of the page, and each row of a table its page."""
    offset = 0
    for item in items:
        if isinstance(item, Leesregel):
            yield replace(item, nummer=page, begin=offset, pagina=page)
            offset += len(item.tekst) + 1
        else:
            plekken = tuple(Plek(0, page) for _ in item.tabel.rijen)
            yield replace(item.tabel, plekken=plekken)


def _without_furniture(pages: list[_Pagina]) -> tuple[list[_Pagina], tuple[str, ...], tuple[str, ...]]:
    """Take away what comes back at the top or bottom of the pages, and page numbers."""
    tops, bottoms = ([(page, _edge(page, top)) for page in pages] for top in (True, False))
    headers, footers = _furniture(tops), _furniture(bottoms)
    gone = {id(regel) for regel in (*headers, *footers)}
    kept = [_Pagina(page.nummer, _begin_page([i for i in page.items if id(i) not in gone])) for page in pages]
    return kept, _once(headers), _once([regel for regel in footers if not any(regel is other for other in headers)])


def _begin_page(items: Sequence[Leesregel | Tabelblok]) -> tuple[Leesregel | Tabelblok, ...]:
    """Mark the first line of the text of a page as such: what stood above it was furniture."""
    if not items or not isinstance(items[0], Leesregel):
        return tuple(items)
    return (replace(items[0], bovenaan=True), *items[1:])


def _once(regels: Sequence[Leesregel]) -> tuple[str, ...]:
    shown: dict[str, str] = {}
    for regel in regels:
        shown.setdefault(_shape(regel.tekst), regel.tekst)
    return tuple(shown.values())


def _furniture(edges: Sequence[tuple[_Pagina, Sequence[Leesregel]]]) -> list[Leesregel]:
    """Return the lines at one edge of the pages that are no text: what returns on half of them, and page numbers."""
    by_shape: dict[str, dict[int, list[Leesregel]]] = {}
    for page, regels in edges:
        for regel in regels:
            by_shape.setdefault(_shape(regel.tekst), {}).setdefault(page.nummer, []).append(regel)
    enough = max(2, (len(edges) + 1) // 2)
    again = {shape for shape, found in by_shape.items() if len(found) >= enough and _counts_pages(found)}
    return [
        regel
        for page, regels in edges
        for regel in regels
        if _shape(regel.tekst) in again or _is_paginanummer(regel.tekst, page.nummer)
    ]


def _counts_pages(found: Mapping[int, Sequence[Leesregel]]) -> bool:
    """Tell whether the numbers in a line that comes back are the same everywhere, or go up with the pages.

    Otherwise they number something else: headings such as ``Agendapunt 3``, each at the top of a page.
    """
    numbers = [(page, [int(n) for n in _GETAL.findall(regels[0].tekst)]) for page, regels in found.items()]
    return all(
        len({values[place] for _, values in numbers}) == 1
        or len({values[place] - page for page, values in numbers}) == 1
        for place in range(len(numbers[0][1]))
    )


def _is_paginanummer(text: str, number: int) -> bool:
    return bool(_PAGINA.fullmatch(text)) or text.strip(" -–|") == str(number)


def _edge(page: _Pagina, top: bool) -> list[Leesregel]:
    """Return the first or last lines of a page, those before the first or after the last table."""
    items = page.items if top else tuple(reversed(page.items))
    edge: list[Leesregel] = []
    for item in items[: min(_RAND, max(1, len(items) // 2))]:
        if not isinstance(item, Leesregel):
            break
        edge.append(item)
    return edge


def _shape(text: str) -> str:
    return _GETAL.sub("#", " ".join(text.split())).casefold()
