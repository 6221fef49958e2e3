"""How long merging a bundle takes, measured against qpdf on the same files, and how much memory it needs.

    .venv/bin/python -m bench.bench_bundel

500 pages in 25 papers, each page with text and some with a photo. qpdf only puts the pages behind each other;
we also draw stamps and page numbers, and add bookmarks, labels and links. Exit code 1 when a page takes more
memory than ``MAX_PER_PAGINA``, or merging more than ``MAX_VERHOUDING`` times as long as qpdf.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel import Bundel, Bundelstuk, merge

STUKKEN, BLADZIJDEN = 25, 20
RONDES = 3
MAX_VERHOUDING = 15.0
MAX_PER_PAGINA = 128 * 1024  # bytes above the size of the papers themselves, times two: read and written


def make_photo() -> bytes:
    """Return a photo that does not compress away."""
    buffer = io.BytesIO()
    Image.effect_noise((900, 600), 50).convert("RGB").save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def make_paper(number: int, photo: bytes) -> bytes:
    """Return a paper of twenty pages of text, with a photo on every fifth."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in range(BLADZIJDEN):
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry(f"Deel {page}", f"p{page}")
        for line in range(45):
            canvas.drawString(60, 780 - 15 * line, f"Stuk {number}, bladzijde {page}, regel {line} van een lang stuk.")
        canvas.linkRect("", "p0", (60, 60, 120, 80))
        if page % 5 == 0:
            canvas.drawImage(ImageReader(io.BytesIO(photo)), 60, 100, 300, 200)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def make_agenda() -> bytes:
    """Return an agenda with a line for each paper."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(STUKKEN):
        canvas.drawString(60, 780 - 25 * number, f"{number + 1} Onderwerp {number}. Bijlage: Stuk nummer {number}")
    canvas.save()
    return buffer.getvalue()


def make_bundel() -> Bundel:
    """Return a bundle of 500 pages and an agenda."""
    photo = make_photo()
    papers = tuple(
        Bundelstuk(f"{n + 1}a", f"Stuk nummer {n}", str(n + 1), make_paper(n, photo)) for n in range(STUKKEN)
    )
    points = tuple((str(n + 1), f"Onderwerp {n}") for n in range(STUKKEN))
    return Bundel("Bench", make_agenda(), points, papers)


def measure_qpdf(bundel: Bundel) -> float | None:
    """Return how long qpdf takes to put the same pages behind each other, in seconds; None without qpdf."""
    if shutil.which("qpdf") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, content in enumerate((bundel.agenda, *(s.pdf for s in bundel.stukken))):
            path = Path(folder) / f"{number}.pdf"
            path.write_bytes(content)
            names.append(str(path))
        command = ["qpdf", "--empty", "--pages", *names, "--", str(Path(folder) / "uit.pdf")]
        return min(_time(lambda: subprocess.run(command, check=True)) for _ in range(RONDES))


def _time(work: object) -> float:
    begin = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - begin


def measure_memory(bundel: Bundel) -> int:
    """Return the most memory Python holds while merging, in bytes."""
    tracemalloc.start()
    merge(bundel)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def main() -> int:
    """Measure, print, and fail where a bound is crossed."""
    bundel = make_bundel()
    pages = STUKKEN * BLADZIJDEN
    size = len(bundel.agenda) + sum(len(s.pdf) for s in bundel.stukken)
    ours = min(_time(lambda: merge(bundel)) for _ in range(RONDES))
    peak = measure_memory(bundel)
    per_page = (peak - 2 * size) / pages
    print(f"{pages} bladzijden, {size / 1e6:.1f} MB: samenvoegen {ours:.2f} s")
    print(f"geheugen {peak / 1e6:.1f} MB: {per_page / 1024:.0f} kB per bladzijde boven twee keer de stukken zelf")
    theirs = measure_qpdf(bundel)
    if theirs is None:
        print("qpdf is er niet: geen verhouding (Debian: apt-get install qpdf)")
    else:
        print(f"qpdf {theirs:.2f} s, verhouding {ours / theirs:.1f}")
    return int(per_page > MAX_PER_PAGINA or (theirs is not None and ours / theirs > MAX_VERHOUDING))


if __name__ == "__main__":
    sys.exit(main())
