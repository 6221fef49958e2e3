"""What is put on the pages of a bundle: the stamp of a paper, and the number of each page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from pypdf import PageObject
from pypdf.generic import RectangleObject
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel.plaatsen import Rechthoek

_VET, _GEWOON = "Helvetica-Bold", "Helvetica"
_INKT, _RAND, _PAPIER = Color(0.1, 0.15, 0.3), Color(0.1, 0.15, 0.3), Color(1, 1, 1, alpha=0.85)
_ROOD = Color(0.75, 0, 0)
_A4 = (595.0, 842.0)
_STEMPEL, _VOET = 11.0, 8.0  # points on A4
# The rest in sizes of the letters. A stamp keeps clear of the edge of the page, which printers don't reach (4 mm), and
# has room for its letters on all sides; the line at the foot is lower and lighter.
_VAN_RECHTS, _VAN_BOVEN, _VOET_VAN_RECHTS, _VOET_VAN_ONDER = 1.6, 1.1, 2.2, 1.2
_LUCHT, _LUCHT_VOET, _HOOGTE, _HOOGTE_VOET = 0.6, 0.5, 1.8, 1.5
_LIJN, _HOEK = 0.08, 0.25
_KAPITAAL = 0.7  # the height of a capital in the faces used here
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Vel:
    """A page as it is seen: its size, and the way from there (points from the bottom left) to its own space."""

    breedte: float
    hoogte: float
    matrix: Matrix

    @property
    def schaal(self) -> float:
        """How much larger than A4 it is, so that a stamp on A3 is as readable."""
        return max(0.5, min(self.breedte, self.hoogte) / _A4[0])

    def to_page(self, vak: Rechthoek) -> RectangleObject:
        """Return where a rectangle lies in the space of the page."""
        a, b, c, d, e, f = self.matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in vak[::2] for y in vak[1::2]]
        xs, ys = zip(*corners, strict=True)
        return RectangleObject((min(xs), min(ys), max(xs), max(ys)))

    def to_seen(self, vak: Sequence[float]) -> Rechthoek:
        """Return where a rectangle in the space of the page is seen."""
        a, b, c, d, e, f = self.matrix  # a turn by quarters: its inverse is its transpose
        corners = [(a * (x - e) + b * (y - f), c * (x - e) + d * (y - f)) for x in vak[::2] for y in vak[1::2]]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Opdruk:
    """What goes on one page: the name of the paper on its first page, a line at its foot, and a mark on top."""

    stempel: str
    voet: str
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Opgedrukt:
    """Where on a page things were put, as it is seen."""

    stempel: Rechthoek | None
    voet: Rechthoek
    merk: Rechthoek | None = None


def measure_vel(page: PageObject) -> Vel:
    """Measure a page, turned and cropped as it may be; one without a size counts as A4."""
    box = page.cropbox if page.cropbox.width > 1 and page.cropbox.height > 1 else page.mediabox
    x0, y0, x1, y1 = (float(n) for n in (box.left, box.bottom, box.right, box.top))
    if x1 - x0 <= 1 or y1 - y0 <= 1:
        x0, y0, x1, y1 = 0.0, 0.0, *_A4
    width, height = x1 - x0, y1 - y0
    turned: dict[int, Vel] = {
        0: Vel(width, height, (1, 0, 0, 1, x0, y0)),
        90: Vel(height, width, (0, 1, -1, 0, x1, y0)),
        180: Vel(width, height, (-1, 0, 0, -1, x1, y1)),
        270: Vel(height, width, (0, -1, 1, 0, x0, y1)),
    }
    return turned.get(int(page.rotation) % 360, turned[0])


def draw_opdrukken(vellen: Sequence[tuple[Vel, Opdruk]]) -> tuple[bytes, tuple[Opgedrukt, ...]]:
    """Draw what goes on the pages: a PDF with a page for each, and where on it things stand."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    placed = []
    for vel, opdruk in vellen:
        canvas.setPageSize((vel.breedte, vel.hoogte))
        foot = _draw_voet(canvas, vel, opdruk.voet)
        mark = _draw_merk(canvas, vel, opdruk.merk) if opdruk.merk else None
        placed.append(Opgedrukt(_draw_stempel(canvas, vel, opdruk.stempel) if opdruk.stempel else None, foot, mark))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), tuple(placed)


def _draw_stempel(canvas: Canvas, vel: Vel, tekst: str) -> Rechthoek:
    """Draw the stamp in the top right corner."""
    size = _STEMPEL * vel.schaal
    width = stringWidth(tekst, _VET, size) + 2 * _LUCHT * size
    right, top = vel.breedte - _VAN_RECHTS * size, vel.hoogte - _VAN_BOVEN * size
    vak = (right - width, top - _HOOGTE * size, right, top)
    canvas.setFillColor(_PAPIER)
    canvas.setStrokeColor(_RAND)
    canvas.setLineWidth(_LIJN * size)
    canvas.roundRect(vak[0], vak[1], width, _HOOGTE * size, _HOEK * size, fill=1, stroke=1)
    _write_in(canvas, vak, _LUCHT * size, tekst, (_VET, size, _INKT))
    return vak


def _draw_merk(canvas: Canvas, vel: Vel, tekst: str) -> Rechthoek:
    """Draw the mark at the top, in the middle, where a stamp does not come."""
    size = _STEMPEL * vel.schaal
    width = stringWidth(tekst, _VET, size) + 2 * _LUCHT * size
    left, low = (vel.breedte - width) / 2, vel.hoogte - (_VAN_BOVEN + _HOOGTE) * size
    vak = (left, low, left + width, low + _HOOGTE * size)
    _paint(canvas, vak)
    _write_in(canvas, vak, _LUCHT * size, tekst, (_VET, size, _ROOD))
    return vak


def _draw_voet(canvas: Canvas, vel: Vel, tekst: str) -> Rechthoek:
    """Draw the line at the foot, at the right edge, where papers seldom have anything of their own."""
    size = _VOET * vel.schaal
    width = stringWidth(tekst, _GEWOON, size) + 2 * _LUCHT_VOET * size
    right, low = vel.breedte - _VOET_VAN_RECHTS * size, _VOET_VAN_ONDER * size
    vak = (right - width, low, right, low + _HOOGTE_VOET * size)
    if tekst:
        _paint(canvas, vak)
        _write_in(canvas, vak, _LUCHT_VOET * size, tekst, (_GEWOON, size, _INKT))
    return vak


def _paint(canvas: Canvas, vak: Rechthoek) -> None:
    """Make a rectangle white, so that what is written there can be read."""
    canvas.setFillColor(_PAPIER)
    canvas.rect(vak[0], vak[1], vak[2] - vak[0], vak[3] - vak[1], fill=1, stroke=0)


def _write_in(canvas: Canvas, vak: Rechthoek, lucht: float, tekst: str, letter: tuple[str, float, Color]) -> None:
    """Write a line in a rectangle, with this much room to the left; the capitals stand in the middle of its height."""
    face, size, colour = letter
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.drawString(vak[0] + lucht, vak[1] + (vak[3] - vak[1] - _KAPITAAL * size) / 2, tekst)
