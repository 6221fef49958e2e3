"""Text that is in a PDF and that nobody sees: whoever selects it, searches it or copies it still reads it.

Under a black area, in the colour of the paper, in a layer that is off, beside the page, behind a scan, or too small to
read. It is not told from how it was done, of which there are too many ways, but from what it does: a word is not seen
where the page is of one colour, and where the page looks the same when the text is taken off.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipeline.nalezen.uitlezen import OnleesbaarBestand

if TYPE_CHECKING:
    from PIL.Image import Image

Reden = Literal["is niet te zien", "staat buiten de bladzijde", "is te klein om te lezen"]
Vak = tuple[float, float, float, float]
_SCHAAL = 2.0  # pixels for a point: letters of 4 points still leave ink of their own
_INKT = 24  # of 255: less than this apart from the paper, nobody sees it
_KLEINSTE = 2.0  # points from foot to top of a line; the smallest print on a form is 4
_LANGSTE_TEKST = 400_000  # characters on a page: more is no page
_VORM = 5  # FPDF_PAGEOBJ_FORM
_ZONDER_INKT = frozenset({3, 7})  # text rendering modes that draw nothing (ISO 32000-2, table 104)
_TEKST = 1  # FPDF_PAGEOBJ_TEXT


@dataclass(frozen=True, slots=True)
class Onzichtbaar:
    """Words in a row on a page that are not seen, and why."""

    pagina: int
    woorden: str
    reden: Reden


@dataclass(frozen=True, slots=True)
class _Woord:
    """A word with its box in pixels (left, top, right, bottom) and the height of its line in points.

    ``is_getekend`` is False where the file says that its letters are not to be drawn, as those behind a scan.
    """

    tekst: str
    vak: Vak
    hoogte: float
    is_getekend: bool


def find_onzichtbaar(naam: str, inhoud: bytes) -> Iterator[Onzichtbaar]:
    """Find the text in a PDF that is not seen, by page; OnleesbaarBestand where it cannot be opened."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(inhoud)
    except PdfiumError as error:
        raise OnleesbaarBestand(f"{naam} is geen goede PDF, of heeft een wachtwoord") from error
    try:
        for number in range(len(document)):
            page = document[number]
            yield from _on_page(page, number + 1)
            page.close()
    except PdfiumError as error:
        raise OnleesbaarBestand(f"{naam} is geen goede PDF") from error
    finally:
        document.close()


def _on_page(page: Any, number: int) -> Iterator[Onzichtbaar]:
    words = tuple(_words(page))
    if not words:
        return
    shown = page.render(scale=_SCHAAL).to_pil().convert("RGB")
    drawings = tuple(_drawings(page))
    bare = _without_text(page)
    row: list[str] = []
    last: Reden | None = None
    for word in words:
        reason = _why_unseen(word, shown, None if _is_within(word, drawings) else bare)
        if reason != last and row and last:
            yield Onzichtbaar(number, " ".join(row), last)
        row = [*row, word.tekst] if reason and reason == last else [word.tekst]
        last = reason
    if last:
        yield Onzichtbaar(number, " ".join(row), last)


def _words(page: Any) -> Iterator[_Woord]:
    """Give the words of a page: letters and digits that stand together."""
    from pypdfium2 import raw

    width, height = (round(side * _SCHAAL) for side in page.get_size())
    text = page.get_textpage()
    whole: list[_Woord] = []
    try:
        for index in range(min(text.count_chars(), _LANGSTE_TEKST)):
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            if letter.isspace() or not letter.isprintable():
                yield from _join(whole)
                whole = []
                continue
            left, bottom, right, top = text.get_charbox(index)
            _, low, _, high = text.get_charbox(index, loose=True)
            corners = (_to_pixels(page, width, height, x, y) for x, y in ((left, top), (right, bottom)))
            (x1, y1), (x2, y2) = corners
            box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, index))
            whole.append(_Woord(letter, box, high - low, mode not in _ZONDER_INKT))
        yield from _join(whole)
    finally:
        text.close()


def _to_pixels(page: Any, width: int, height: int, x: float, y: float) -> tuple[int, int]:
    """Return where a point of the page is in its picture, turned and cut off as it is shown."""
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value


def _join(letters: list[_Woord]) -> Iterator[_Woord]:
    word = "".join(letter.tekst for letter in letters)
    if not any(letter.isalnum() for letter in word):
        return
    boxes = [letter.vak for letter in letters]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    yield _Woord(word, around, max(x.hoogte for x in letters), any(x.is_getekend for x in letters))


def _drawings(page: Any) -> Iterator[Vak]:
    """Give the boxes of what is drawn as a whole: the text within cannot be taken off by itself."""
    width, height = (round(side * _SCHAAL) for side in page.get_size())
    for item in page.get_objects(max_depth=1):
        if item.type == _VORM:
            left, bottom, right, top = item.get_bounds()
            (x1, y1), (x2, y2) = (_to_pixels(page, width, height, x, y) for x, y in ((left, top), (right, bottom)))
            yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _is_within(word: _Woord, drawings: tuple[Vak, ...]) -> bool:
    across, down = (word.vak[0] + word.vak[2]) / 2, (word.vak[1] + word.vak[3]) / 2
    return any(left <= across <= right and top <= down <= bottom for left, top, right, bottom in drawings)


def _without_text(page: Any) -> Image:
    """Return the picture of the page without the text that stands on it; the file itself is left as it is."""
    from pypdfium2 import raw

    for item in [item for item in page.get_objects(max_depth=1) if item.type == _TEKST]:
        raw.FPDFPage_RemoveObject(page, item)
    return page.render(scale=_SCHAAL).to_pil().convert("RGB")  # type: ignore[no-any-return]


def _why_unseen(word: _Woord, shown: Image, bare: Image | None) -> Reden | None:
    """Say why a word is not seen; ``bare`` is the page without its text, where that can be told."""
    from PIL import ImageChops

    left, top, right, bottom = word.vak
    box = (max(0, int(left)), max(0, int(top)), min(shown.width, int(right) + 1), min(shown.height, int(bottom) + 1))
    if box[0] >= box[2] or box[1] >= box[3]:
        return "staat buiten de bladzijde"
    if word.hoogte < _KLEINSTE:
        return "is te klein om te lezen"
    here = shown.crop(box)
    if not word.is_getekend or _apart(here) < _INKT:
        return "is niet te zien"
    if bare is None or bare.size != shown.size:
        return None
    ink = max(int(high) for _, high in ImageChops.difference(here, bare.crop(box)).getextrema())  # type: ignore[misc]
    return "is niet te zien" if ink < _INKT else None


def _apart(picture: Image) -> int:
    """Return how far the lightest and darkest point of a picture are apart, in the colour where that is most."""
    return int(max(high - low for low, high in picture.getextrema()))  # type: ignore[misc]
