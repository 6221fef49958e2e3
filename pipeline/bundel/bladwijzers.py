"""The bookmarks of a bundle: the agenda, its items, the papers under them, and what each paper has itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit, IndirectObject

from pipeline.bundel.plaatsen import Agendaplaatsen, Bladplaats
from pipeline.bundel.stukken import Bundel, Bundelstuk

_MAX_DIEPTE = 4  # of the bookmarks of a paper
_MAX_BLADWIJZERS = 1000
_ERBOVEN = 20  # points above a line, so that it does not stick to the edge of the window


@dataclass(frozen=True, slots=True)
class Pdfbladwijzer:
    """A bookmark of a paper: how deep it lies, its page in the bundle, and the height on that page."""

    diepte: int
    titel: str
    pagina: int
    boven: float | None


@dataclass(frozen=True, slots=True)
class Bundeldeel:
    """The agenda (``stuk`` None) or a paper in the bundle: its first page, and how many there are."""

    stuk: Bundelstuk | None
    begin: int
    aantal: int
    bladwijzers: tuple[Pdfbladwijzer, ...] = ()
    velden: tuple[tuple[int, tuple[float, ...], str], ...] = ()  # drawn by us: page from 0, place, what it says
    zonder_letters: tuple[tuple[int, str], ...] = ()  # fields no font here can show: page from 0, what it says

    @property
    def label(self) -> str:
        """What its pages are called: the number of the paper, or Agenda."""
        return self.stuk.nummer if self.stuk else "Agenda"


def read_bladwijzers(reader: PdfReader, begin: int) -> tuple[Pdfbladwijzer, ...]:
    """Read the bookmarks of a file whose first page is page ``begin`` of the bundle."""
    found: list[Pdfbladwijzer] = []

    def visit(entries: list[Any], depth: int) -> None:
        for entry in entries:
            if len(found) >= _MAX_BLADWIJZERS or depth >= _MAX_DIEPTE:
                return
            if isinstance(entry, list):
                visit(entry, depth + 1)
                continue
            page = reader.get_destination_page_number(entry)
            title = " ".join(str(entry.title or "").split())
            if page is not None and page >= 0 and title:
                top = entry.top if isinstance(entry.top, int | float) else None
                found.append(Pdfbladwijzer(depth, title, begin + page, None if top is None else float(top)))

    try:
        visit(reader.outline, 0)
    except Exception:  # bookmarks that are broken are no reason to leave a paper out
        return tuple(found)
    return tuple(found)


def add_bladwijzers(writer: PdfWriter, bundel: Bundel, parts: tuple[Bundeldeel, ...], plaatsen: Agendaplaatsen) -> None:
    """Add the bookmarks: the agenda, its items with their papers, and under each paper its own."""
    writer.add_outline_item(title="Agenda", page_number=0, fit=Fit.fit())
    by_number = {part.stuk.nummer: part for part in parts if part.stuk}
    for number, title in bundel.punten:
        place = plaatsen.punten.get(number)
        item = writer.add_outline_item(
            title=" ".join(f"{number}. {title}".split()),
            page_number=place.pagina if place else 0,
            fit=_fit(place),
        )
        for stuk in (s for s in bundel.stukken if s.punt == number):
            _add_stuk(writer, by_number[stuk.nummer], item)


def _fit(place: Bladplaats | None) -> Fit:
    return Fit.xyz(top=place.boven + _ERBOVEN) if place else Fit.fit()


def _add_stuk(writer: PdfWriter, part: Bundeldeel, item: IndirectObject) -> None:
    assert part.stuk is not None
    title = " ".join(f"{part.stuk.naam}: {part.stuk.titel}".split())
    trail = [writer.add_outline_item(title=title, page_number=part.begin, parent=item, fit=Fit.fit(), is_open=False)]
    for mark in part.bladwijzers:
        del trail[mark.diepte + 1 :]
        fit = Fit.fit() if mark.boven is None else Fit.xyz(top=mark.boven)
        trail.append(
            writer.add_outline_item(title=mark.titel, page_number=mark.pagina, parent=trail[-1], fit=fit, is_open=False)
        )
