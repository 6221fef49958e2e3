"""Time and memory of reading hostile and large files, against the bounds that docs/lezen.md states.

    .venv/bin/python -m bench.bench_lezen

Each file is read in a process of its own, so that the memory is that of one reading. Exit code 1 when one of
them takes longer, or more memory, than it may.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from pipeline.lezen import lees

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ZIN = "De heer Voorbeeld vraagt naar de planning van de bouw en mevrouw De Proef zoekt dat uit (actie De Proef). "


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def word(paragraphs: int) -> bytes:
    body = f"<w:p><w:r><w:t>{ZIN * 4}</w:t></w:r></w:p>" * paragraphs
    return zipped(**{"word__document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()})


def long_word(points: int) -> bytes:
    """Minutes of some 5,000 pages: a heading and eight paragraphs for every item."""
    heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>{}. Onderwerp {}</w:t></w:r></w:p>'
    text = f"<w:p><w:r><w:t>{ZIN * 3}</w:t></w:r></w:p>" * 8
    body = "".join(heading.format(n, n) + text for n in range(1, points + 1))
    return zipped(**{"word__document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()})


def bomb() -> bytes:
    return zipped(**{"word__document.xml": b" " * 400 * 1024 * 1024})


def pdf(pages: int, columns: int = 1) -> bytes:
    lines = [(REGEL[n % 9 : n % 9 + 90 // columns], n) for n in range(50)]
    places = [72 + 468 / columns * column for column in range(columns)]
    text = "\n".join(f"BT /F1 10 Tf {x} {760 - 12 * n} Td ({line}) Tj ET" for line, n in lines for x in places).encode()
    one = PdfReader(io.BytesIO(_page(text)))
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_page(one.pages[0])
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _page(text: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def text(lines: int) -> bytes:
    return (ZIN[:100] + "\n").encode() * lines


REGEL = "De heer Voorbeeld vraagt naar de planning en mevrouw De Proef zoekt dat uit voor allen"
# Those that begin so are measured with the proposals of the language pass, as the command lees does it.
_GEHEEL = "Word met voorstellen"
# name, extension, what to read, seconds and megabytes it may take
GEVALLEN: tuple[tuple[str, str, Callable[[], bytes], float, int], ...] = (
    ("Word, 10 bladzijden", ".docx", lambda: word(60), 2, 100),
    ("Word, 1.000 bladzijden", ".docx", lambda: word(6000), 60, 200),
    ("Word, 5.000 bladzijden", ".docx", lambda: long_word(5000), 120, 300),
    (f"{_GEHEEL}, 5.000 bladzijden", ".docx", lambda: long_word(5000), 240, 600),
    ("zip-bom van 400 MB", ".docx", bomb, 5, 200),
    ("PDF, 10 bladzijden", ".pdf", lambda: pdf(10), 4, 100),
    ("PDF, 300 bladzijden in twee kolommen", ".pdf", lambda: pdf(300, columns=2), 120, 200),
    ("PDF, 5.000 bladzijden", ".pdf", lambda: pdf(5000), 60, 200),
    ("tekst, 100.000 regels", ".txt", lambda: text(100_000), 120, 300),
    ("tekst, een regel van 5 MB", ".txt", lambda: b"a" * 5_000_000, 5, 100),
)


def _peak() -> int:
    """Return the most memory this process has had, in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def measure(path: Path, with_proposals: bool) -> None:
    """Read one file in this process and print what it took."""
    data = path.read_bytes()
    before = _peak()
    started = time.perf_counter()
    lezing = lees(data, path.name)
    codes = [m.code for m in lezing.meldingen]
    if with_proposals and lezing.verslag is not None:
        from pipeline.taal import limit_verslag, zoek_voorstellen

        verslag, shortened = limit_verslag(lezing.verslag)
        zoek_voorstellen(verslag)
        codes += [m.code for m in shortened]
    print(json.dumps([time.perf_counter() - started, _peak() - before, codes]))


def main() -> int:
    """Measure every case; the exit code says whether all stayed within their bounds."""
    failed = False
    for name, suffix, make, seconds, megabytes in GEVALLEN:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"bestand{suffix}")
            path.write_bytes(make())
            command = [sys.executable, __file__, str(path), *(["voorstellen"] if name.startswith(_GEHEEL) else [])]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            print(name, run.stderr)
            failed = True
            continue
        took, used, codes = json.loads(run.stdout)
        within = took <= seconds and used <= megabytes
        failed |= not within
        mark = "" if within else "  BOVEN DE GRENS"
        print(f"{name:28} {took:6.2f} s (grens {seconds})  {used:5} MB (grens {megabytes}){mark}  {codes}", flush=True)
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]), with_proposals="voorstellen" in sys.argv[2:])
    else:
        sys.exit(main())
