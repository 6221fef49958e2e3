"""Pictures as papers: each on a page of its own, upright and never enlarged."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePath

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Bron, Melding, melding

MAX_PUNTEN = 60_000_000  # pixels: a scan of A3 at 400 dpi is half of this
_MAX_BEELDEN = 200  # pages of one scanned file
_MARGE = 36.0
_ORIENTATIE = 0x0112  # the EXIF tag for how the camera was held
_DPI = 150  # of a picture that does not say: screenshots


def beeld_to_pdf(data: bytes, bestand: str) -> tuple[bytes | None, tuple[Melding, ...]]:
    """Put a picture, or each page of a scan, on A4; None with the reason where it cannot be read."""
    bron, name = Bron(bestand), PurePath(bestand).name
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    try:
        with _open(data) as image:
            if image.width * image.height > MAX_PUNTEN:
                return None, (melding("bestand-te-groot", f"{name} heeft te veel beeldpunten.", bron),)
            for number, frame in enumerate(ImageSequence.Iterator(image)):
                if number >= (_MAX_BEELDEN if image.format == "TIFF" else 1):
                    break
                _draw(canvas, frame, data)
        canvas.save()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        return None, (melding("bijlage-kapot", f"{name} is geen beeld dat te lezen is.", bron),)
    return buffer.getvalue(), ()


def _open(data: bytes) -> Image.Image:
    """Open a picture; Pillow's own warning about its size says nothing that is not reported here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data))


def _draw(canvas: Canvas, frame: Image.Image, data: bytes) -> None:
    upright = ImageOps.exif_transpose(frame)
    dpi = max(float(frame.info.get("dpi", (_DPI, _DPI))[0] or _DPI), 1.0)
    natural = upright.width * 72 / dpi, upright.height * 72 / dpi
    page = landscape(A4) if natural[0] > natural[1] else A4
    scale = min(1.0, (page[0] - 2 * _MARGE) / natural[0], (page[1] - 2 * _MARGE) / natural[1])
    width, height = natural[0] * scale, natural[1] * scale
    canvas.setPageSize(page)
    place = ((page[0] - width) / 2, page[1] - _MARGE - height, width, height)
    canvas.drawImage(_content(frame, upright, data), *place, mask="auto")
    canvas.showPage()


def _content(frame: Image.Image, upright: Image.Image, data: bytes) -> ImageReader:
    """Return the picture as it goes into the PDF: a photo stays the compressed photo it was."""
    if frame.format != "JPEG":
        clear = "A" in upright.getbands() or "transparency" in upright.info
        return ImageReader(upright.convert("RGBA" if clear else "RGB"))
    if upright.size == frame.size and frame.getexif().get(_ORIENTATIE, 1) == 1 and frame.mode in ("RGB", "L"):
        return ImageReader(io.BytesIO(data))
    turned = io.BytesIO()
    upright.convert("RGB").save(turned, "JPEG", quality=90)
    return ImageReader(turned)
