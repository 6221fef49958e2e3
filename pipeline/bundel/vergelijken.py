"""Is each page of a bundle the page of its paper? Both are drawn and compared, without what we put on it.

Drawn small: a line of ten points is five points of the picture high, and one that is missing or added stands out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from pipeline.bundel.bladwijzers import Bundeldeel
from pipeline.bundel.plaatsen import Rechthoek
from pipeline.bundel.stempels import Opgedrukt, Vel
from pipeline.bundel.vertonen import open_pdf

_SCHAAL = 0.5  # points of the picture for each point of the page: 36 dpi
_MAX_ZIJDE = 2000  # of a picture: a map of three metres is drawn smaller
_VERSCHIL = 40  # levels of grey, of 256: less is rounding
_AANTAL = 3  # points of the picture that differ: a comma of ten points
_RAND = 2


def find_afwijkingen(
    bundel: bytes,
    bronnen: Iterable[bytes],
    delen: Sequence[Bundeldeel],
    vellen: Sequence[Vel],
    gedrukt: Sequence[Opgedrukt],
) -> Iterator[tuple[Bundeldeel, int]]:
    """Give the pages (counted from 1 in their paper) that look different; ``bronnen`` are the papers as they came."""
    made = open_pdf(bundel)
    try:
        for deel, bron in zip(delen, bronnen, strict=True):
            source = open_pdf(bron)
            try:
                for number in range(deel.aantal):
                    at = deel.begin + number
                    own = [(place, text) for page, place, text in deel.velden if page == number]
                    masks = [*_masks(gedrukt[at]), *(vellen[at].to_seen(place) for place, _ in own)]
                    is_there = not own or _says(made, at, [text for _, text in own])
                    if not (is_there and _is_same(source, number, made, at, masks, vellen[at])):
                        yield deel, number + 1
            finally:
                source.close()
    finally:
        made.close()


def _says(document: pdfium.PdfDocument, number: int, teksten: Iterable[str]) -> bool:
    """Tell whether all these texts can be read on a page."""
    text = document[number].get_textpage()
    found = "".join(text.get_text_bounded().split())
    text.close()
    return all("".join(t.split()) in found for t in teksten)


def _masks(gedrukt: Opgedrukt) -> list[Rechthoek]:
    return [vak for vak in (gedrukt.stempel, gedrukt.voet, gedrukt.merk) if vak is not None]


def _is_same(
    source: pdfium.PdfDocument, van: int, made: pdfium.PdfDocument, naar: int, masks: list[Rechthoek], vel: Vel
) -> bool:
    before, after = _draw(source, van), _draw(made, naar)
    if before.size != after.size:
        return False
    different = ImageChops.difference(before, after).point([0 if n < _VERSCHIL else 255 for n in range(256)])
    across, along = different.width / vel.breedte, different.height / vel.hoogte
    for left, low, right, high in masks:
        box = (
            int(left * across) - _RAND,
            int((vel.hoogte - high) * along) - _RAND,
            int(right * across) + _RAND + 1,
            int((vel.hoogte - low) * along) + _RAND + 1,
        )
        different.paste(0, box)
    return different.histogram()[255] < _AANTAL


def _draw(document: pdfium.PdfDocument, number: int) -> Image.Image:
    page = document[number]
    try:
        scale = min(_SCHAAL, _MAX_ZIJDE / max(page.get_size()))
        picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
        return picture.convert("L")
    finally:
        page.close()
