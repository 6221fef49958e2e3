"""What is filled in in a field, drawn with a font that is in the file.

A viewer that draws a field has fonts of its own for curly quotes and for letters of other languages. Whoever opens
the bundle may not have them, so such a value is drawn here, with a font that goes with it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject
from reportlab import __file__ as reportlab_file
from reportlab.lib.colors import CMYKColor, Color, black
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel.objecten import listed, resolve

_MEER_REGELS, _WACHTWOORD = 1 << 12, 1 << 13  # flags of a text field (12.7.5.3)
# Of the size of the letters: the baseline of a line in the middle, and from line to line, as viewers draw it.
_ONDER_MIDDEN, _REGELAFSTAND = 0.22, 1.15
_MAAT = re.compile(r"([\d.]+)\s+Tf")
_GROOTSTE, _KLEINSTE = 12.0, 4.0  # points, where the form leaves the size to the viewer
_RUIMTE = 2.0
# Alike in width to Helvetica and Arial, so that a value fits as it did; the last comes with reportlab.
_LETTERS = ("arial.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "Arimo-Regular.ttf", "DejaVuSans.ttf", "Vera.ttf")
_MAPPEN = (
    "C:/Windows/Fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/truetype/dejavu",
    "/Applications/LibreOffice.app/Contents/Resources/fonts/truetype",
    "C:/Program Files/LibreOffice/share/fonts/truetype",
    str(Path(reportlab_file).parent / "fonts"),
)


def needs_font(veld: DictionaryObject) -> bool:
    """Tell whether a field holds a text that a viewer draws with a font of its own."""
    value, flags = read_value(veld), int(_inherited(veld, "/Ff") or 0)
    kind = _inherited(veld, "/FT")
    is_text = kind == "/Tx" and not flags & _WACHTWOORD
    return (is_text or kind == "/Ch") and bool(value) and not value.isascii()


def read_value(veld: DictionaryObject) -> str:
    """Return what a field shows: its value, or what stands for that in a list."""
    value = _inherited(veld, "/V")
    if not isinstance(value, str):
        return ""
    for option in listed(_inherited(veld, "/Opt")):
        pair = listed(option)
        if len(pair) == 2 and pair[0] == value:
            return str(pair[1])
    return str(value)


def draw_look(writer: PdfWriter, veld: DictionaryObject) -> bool:
    """Give a field a look with a font in it; False where no font has all its letters, and the look stays."""
    rect = [float(n) for n in listed(veld.get("/Rect"))]
    text = read_value(veld)
    font = _find_font(text) if len(rect) == 4 else None
    if font is None:
        return False
    width, height = abs(rect[2] - rect[0]), abs(rect[3] - rect[1])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(max(width, 1), max(height, 1)), invariant=1)
    is_long = bool(int(_inherited(veld, "/Ff") or 0) & _MEER_REGELS)
    size = _size(str(_inherited(veld, "/DA") or ""), text, font, (width, height), is_long)
    _draw_vak(canvas, resolve(veld.get("/MK")), (width, height))
    canvas.setFont(font, size)
    for x, y, line in _lines(veld, text, font, size, (width, height), is_long):
        canvas.drawString(x, y, line)
    canvas.showPage()
    canvas.save()
    veld[NameObject("/AP")] = DictionaryObject({NameObject("/N"): _form(writer, buffer.getvalue(), (width, height))})
    return True


def _draw_vak(canvas: Canvas, opmaak: Any, vak: tuple[float, float]) -> None:
    """Draw the ground and the border of a field, where it has them (12.5.6.19, MK)."""
    if not isinstance(opmaak, DictionaryObject):
        return
    ground, border = (_colour(opmaak.get(key)) for key in ("/BG", "/BC"))
    if ground:
        canvas.setFillColor(ground)
        canvas.rect(0, 0, *vak, fill=1, stroke=0)
    if border:
        canvas.setStrokeColor(border)
        canvas.rect(0.5, 0.5, vak[0] - 1, vak[1] - 1, fill=0, stroke=1)
    canvas.setFillColor(black)


def _colour(value: Any) -> Color | None:
    parts = [float(n) for n in listed(value)]
    if len(parts) == 4:
        return CMYKColor(*parts)
    return Color(*(parts * 3 if len(parts) == 1 else parts)) if len(parts) in (1, 3) else None


def _lines(
    veld: DictionaryObject, text: str, font: str, size: float, vak: tuple[float, float], is_long: bool
) -> Iterator[tuple[float, float, str]]:
    """Give the lines with their place: from the top where there may be several, else in the middle."""
    width, height = vak
    lines = simpleSplit(text, font, size, width - 2 * _RUIMTE) if is_long else [" ".join(text.split())]
    top = height - _RUIMTE - size if is_long else (height - size) / 2 + _ONDER_MIDDEN * size
    side = int(_inherited(veld, "/Q") or 0)
    for number, line in enumerate(lines):
        room = width - 2 * _RUIMTE - pdfmetrics.stringWidth(line, font, size)
        yield _RUIMTE + (room * side / 2 if room > 0 else 0), top - number * _REGELAFSTAND * size, line


def _size(opmaak: str, text: str, font: str, vak: tuple[float, float], is_long: bool) -> float:
    found = _MAAT.search(opmaak)
    wanted = float(found.group(1)) if found else 0.0
    if wanted:
        return wanted
    size = min(_GROOTSTE, max(vak[1] - 2 * _RUIMTE, _KLEINSTE))
    if is_long:
        return size
    natural = max(float(pdfmetrics.stringWidth(text, font, size)), 1.0)
    return max(_KLEINSTE, min(size, size * (vak[0] - 2 * _RUIMTE) / natural))


def _form(writer: PdfWriter, drawn: bytes, vak: tuple[float, float]) -> object:
    page = PdfReader(io.BytesIO(drawn)).pages[0]
    content = page.get_contents()
    form = DecodedStreamObject()
    form.set_data(content.get_data() if content is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, *vak)]),
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    return writer._add_object(form)


@cache
def _fonts() -> tuple[TTFont, ...]:
    """Return the fonts of this machine that may be used, the best one first."""
    paths = [Path(folder) / name for name in _LETTERS for folder in _MAPPEN]
    found = []
    for number, path in enumerate(p for p in paths if p.is_file()):
        try:
            font = TTFont(f"RegietafelVeld{number}", str(path))
        except (TTFError, OSError):
            continue
        pdfmetrics.registerFont(font)
        found.append(font)
    return tuple(found)


def _find_font(text: str) -> str | None:
    for font in _fonts():
        if all(ord(letter) in font.face.charToGlyph for letter in text if letter.isprintable() and letter != " "):
            return str(font.fontName)
    return None


def _inherited(veld: DictionaryObject, key: str) -> Any:
    """Return what a field says, or the field it belongs to."""
    node: object = veld
    for _ in range(10):
        if not isinstance(node, DictionaryObject):
            return None
        if key in node:
            return resolve(node[key])
        node = resolve(node.get("/Parent"))
    return None
