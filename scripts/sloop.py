"""Break every act off at every file operation, give it again, and see that it ends where an undisturbed one ends.

    python scripts/sloop.py [--daad vaststellen] [--hoogstens 40] [--soort dood] [--los 40]

An act runs in a process of its own on a small made-up werkmap. At its n-th operation on a file of the werkmap (open
for writing, rename, remove, make or remove a folder, link) that process is killed, or the operation fails as a full
disk, a broken one or Windows would have it. Then the same command is given again, and all files are compared with
those of a run that nobody disturbed, but for times, random marks and what a PDF says of its making.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import io
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[1]
sys.path[:0] = [str(REPO)]

FOUTEN = {"vol": errno.ENOSPC, "kapot": errno.EIO, "verboden": errno.EACCES}
_DOOD = 137
_TELT = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"})
_TIJD = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?|\d{8}T\d{6}Z?")
_WILLEKEURIG = re.compile(
    rb"Message-ID: .*|boundary=.*|--=+\d+=+.*|Date: .*|kenmerk: .*|rsid\w*=\"\w+\"|[0-9a-f]{40,64}", re.IGNORECASE
)

ORGANISATIE = "naam: Provincie Voorbeeld\nafzender: RT-secretariaat\nemail: secretariaat@voorbeeld.example\n"
TAFEL = """naam: Regietafel Voorbeeld
korte_naam: RT
tijd: 9:30 - 11:00
locatie: Stadhuis
ritme: {weken: 6, weekdag: vrijdag}
voorzitter: testman
contact: secretariaat@voorbeeld.example
actiehouders: [RT-secretariaat]
leden:
  - {id: testman, aanhef: dhr., achternaam: Testman, functie: burgemeester, organisatie: Voorbeeldstad,
     email: testman@voorbeeld.example}
  - {id: de-proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, functie: wethouder, organisatie: Proefdam,
     email: proef@voorbeeld.example}
"""
VERSLAG = """---
tafel: rt
datum: 9 januari 2026
deelnemers:
  Gemeenten:
    - dhr. Testman (Voorbeeldstad)
    - mw. De Proef (Proefdam)
---

## 1. Opening

De heer Testman heet iedereen welkom en meldt dat er 200 plekken zijn.

## 2. Opvang

- Mevrouw De Proef vraagt naar de planning.
- Mevrouw De Proef zegt toe dat zij volgende week de cijfers stuurt.

## 3. Locaties

Aangehouden.

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| | Planning sturen | mw. De Proef | 1 februari 2026 | open |
"""
TWEEDE = """---
tafel: rt
datum: 20 februari 2026
vaststelling:
  verslag: 09-01-2026
  wijzigingen:
    - {punt: 1, oud: 200 plekken, nieuw: 250 plekken, door: dhr. Testman}
---

## 1. Opening

Het vorige verslag wordt vastgesteld.
"""
AGENDA = """agendapunten:
  - {titel: Opening, duur: 5}
  - {titel: Opvang, duur: 20}
"""
INGELEZEN = """Verslag Regietafel Voorbeeld 14 november 2025

Aanwezig: dhr. Testman, mw. De Proef

1. Opening
De heer Testman opent de vergadering.

Actielijst
Actie: brief sturen (mw. De Proef, 1 december 2025)
"""


@dataclass(frozen=True)
class Daad:
    """An act to break off: the command, the commands that come before it, and the day it is given."""

    naam: str
    opdracht: tuple[str, ...]
    vooraf: tuple[tuple[str, ...], ...] = ()
    op: str = "2026-02-21"


RONDGEZONDEN = ("verzend", "verslag", "rt", "2026-01-09", "--verzonden", "2026-01-16")
VASTGESTELD = ("vaststellen", "rt", "2026-01-09")
GEPUBLICEERD = ("publiceer", "rt", "2026-01-09", "--akkoord")
DADEN = (
    Daad("verslag", ("verslag", "rt", "2026-01-09"), op="2026-01-12"),
    Daad("verslag beginnen", ("verslag", "rt", "2026-04-03"), op="2026-04-03"),
    Daad("agenda", ("agenda", "rt", "2026-04-03")),
    Daad("actielijst", ("actielijst", "rt", "2026-02-20")),
    Daad("herinner", ("herinner", "rt", "2026-04-03")),
    Daad("bundel", ("bundel", "rt", "2026-04-03")),
    Daad("akkoord", ("akkoord", "rt", "2026-04-03"), (("agenda", "rt", "2026-04-03"),)),
    Daad("concepten", ("verzend", "agenda", "rt", "2026-04-03")),
    Daad("verzonden", ("verzend", "agenda", "rt", "2026-04-03", "--verzonden", "2026-02-21"),
         (("verzend", "agenda", "rt", "2026-04-03"),)),
    Daad("verslag rondgezonden", RONDGEZONDEN, (("verzend", "verslag", "rt", "2026-01-09"),), op="2026-01-16"),
    Daad("vaststellen", VASTGESTELD, (RONDGEZONDEN,)),
    Daad("publiceren", GEPUBLICEERD, (RONDGEZONDEN, VASTGESTELD)),
    Daad("intrekken", ("intrekken", "rt", "2026-01-09", "--reden", "fout"), (RONDGEZONDEN, VASTGESTELD, GEPUBLICEERD)),
    Daad("verplaatsen", ("verplaats", "rt", "2026-04-03", "2026-04-10"), (("agenda", "rt", "2026-04-03"),)),
    Daad("afgelasten", ("verplaats", "rt", "2026-04-03", "--afgelast", "te weinig punten")),
    Daad("planning", ("planning", "rt", "2027", "--neem-over")),
    Daad("opnemen", ("aangemeld", "rt", "2026-04-03", "--opnemen", "1")),
    Daad("voorstellen", ("voorstellen", "rt", "2026-01-09", "--neem-over", "alle"), op="2026-01-12"),
    Daad("overnemen", ("lees", "oud.txt", "--neem-over", "--tafel", "rt")),
)  # fmt: skip


def make_werkmap(root: Path) -> None:
    """Write the werkmap every act begins from."""
    files = {
        "regietafel.yaml": ORGANISATIE,
        "agenda/rt/tafel.yaml": TAFEL,
        "agenda/rt/2026-01-09/agenda.yaml": AGENDA,
        "agenda/rt/2026-04-03/agenda.yaml": AGENDA,
        "verslagen/rt/2026-01-09/verslag.md": VERSLAG,
        "verslagen/rt/2026-02-20/verslag.md": TWEEDE,
        "oud.txt": INGELEZEN,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def make_soffice(folder: Path) -> None:
    """Lay a stand-in for LibreOffice that makes one and the same page of everything: the real one costs seconds.

    That page is one the real one made, fit to be published.
    """
    import docx

    from pipeline.omzetter import PDF_ARCHIEF, convert, find_omzetter

    document = docx.Document()
    document.core_properties.title, document.core_properties.language = "Proef", "nl-NL"
    document.add_heading("Proef", 1)
    buffer = io.BytesIO()
    document.save(buffer)
    omzetter = find_omzetter()
    assert omzetter, "LibreOffice is not found"
    (page,) = convert(omzetter, [("leeg.docx", buffer.getvalue())], opties=PDF_ARCHIEF)[0].values()
    folder.mkdir()
    (folder / "leeg.pdf").write_bytes(page)
    program = folder / "soffice"
    program.write_text(f"""#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
uit="$2"; shift 2; mkdir -p "$uit"
for bron in "$@"; do naam=$(basename "$bron"); cp "{folder / "leeg.pdf"}" "$uit/${{naam%.*}}.pdf"; done
""")
    program.chmod(0o755)


@dataclass(frozen=True)
class Breuk:
    """How an act is broken off: killed or refused at its n-th operation, or killed after so many seconds."""

    bij: int = 0
    fout: int = 0
    na: float = 0


HEEL = Breuk()


def give(root: Path, daad: Daad, words: tuple[str, ...], breuk: Breuk = HEEL, wacht: float = 10) -> tuple[int, int]:
    """Give a command in a process of its own; return its exit code and how many file operations it did.

    It is broken off as ``breuk`` says. For another command that writes it waits ``wacht`` seconds.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _wait_at_most(wacht)
        _run(root, daad, words, breuk, write)
    os.close(write)
    if breuk.na:
        time.sleep(breuk.na)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read, "rb") as stream:
        count = len(stream.read())
    return os.waitstatus_to_exitcode(status), count


def _wait_at_most(seconds: float) -> None:
    """Let this process wait so long for the lock of a werkmap."""
    from pipeline.werkmap import opslag

    for function in (opslag.lock, opslag.hold):
        function.__wrapped__.__defaults__ = (seconds,)  # type: ignore[attr-defined]


def _run(root: Path, daad: Daad, words: tuple[str, ...], breuk: Breuk, teller: int) -> None:
    os.environ["PATH"] = f"{root.parent / 'bin'}:/usr/bin:/bin"
    os.environ["XDG_STATE_HOME"] = str(root.parent / "state")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    from pipeline.cli import main

    top, busy, count = str(root.resolve()), False, 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count, busy
        if busy or not _is_write(event, args) or not str(os.fspath(args[0])).startswith(top):  # type: ignore[call-overload]
            return
        busy = True
        count += 1
        os.write(teller, b".")
        if count == breuk.bij:
            if not breuk.fout:
                os._exit(_DOOD)
            busy = False
            raise OSError(breuk.fout, os.strerror(breuk.fout), str(args[0]))
        busy = False

    os.chdir(root)
    sys.addaudithook(hook)
    code = 3
    try:
        main(["--op", daad.op, *words])
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        os._exit(code)


def _is_write(event: str, args: tuple[object, ...]) -> bool:
    if event == "open":
        flags = args[2] if len(args) > 2 and isinstance(args[2], int) else 0
        return isinstance(args[0], str | bytes | os.PathLike) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    return event in _TELT


def look(root: Path) -> dict[str, bytes]:
    """Return what is in the werkmap, each file as it is compared."""
    return {
        path.relative_to(root).as_posix(): _plain(path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and not _is_daadlog(path.relative_to(root))
    }


def _is_daadlog(path: Path) -> bool:
    """Tell whether a file is of the log of acts, which says when each was done."""
    return "logboek" in path.parts and path.parts[0] != "verslagen"


def _plain(content: bytes) -> bytes:
    if content.startswith(b"%PDF"):
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [name.encode() + _plain(archive.read(name)) for name in sorted(archive.namelist())]
        return hashlib.sha256(b"\0".join(parts)).digest()
    if b"X-Unsent: 1" in content[:4000]:
        content = b"\n".join(line for line in content.splitlines() if len(line) != 76)  # of attachments: Word files
    return _WILLEKEURIG.sub(b"", _TIJD.sub(b"", content))


def break_off(daad: Daad, soorten: tuple[str, ...], hoogstens: int, los: int) -> Iterator[str]:
    """Break an act off in every way at every operation, and ``los`` times anywhere; yield what ended otherwise."""
    with tempfile.TemporaryDirectory(prefix="sloop-") as folder:
        base, whole, root = (Path(folder) / name for name in ("begin", "heel", "werkmap"))
        make_werkmap(base)
        make_soffice(Path(folder) / "bin")
        for words in daad.vooraf:
            op = words[-1] if words == RONDGEZONDEN else daad.op
            code, _ = give(base, Daad(daad.naam, words, op=op), words)
            if code:
                yield f"{daad.naam}: {' '.join(words)} ended with {code}"
                return
        shutil.copytree(base, whole)
        begun = time.monotonic()
        expected_code, total = give(whole, daad, daad.opdracht)
        lasts = time.monotonic() - begun
        once = look(whole)
        give(whole, daad, daad.opdracht)
        twice = look(whole)
        points = range(1, total + 1)
        if hoogstens and total > hoogstens:
            points = range(1, total + 1, -(-total // hoogstens))
        print(f"{daad.naam}: {total} operations, exit code {expected_code}, {len(once)} files", flush=True)
        for soort in soorten:
            for point in points:
                shutil.rmtree(root, ignore_errors=True)
                shutil.copytree(base, root)
                first, _ = give(root, daad, daad.opdracht, Breuk(point, FOUTEN.get(soort, 0)))
                again = give(root, daad, daad.opdracht)[0] if first != expected_code else first
                found = look(root)
                if found == twice and first == _DOOD:
                    continue  # it was done when it was broken off
                yield from _compare(f"{daad.naam}, {soort} bij {point} ({first}, {again})", found, once)
        draw = random.Random(daad.naam)
        for number in range(los):
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(base, root)
            moment = draw.uniform(0.01, lasts)
            first, _ = give(root, daad, daad.opdracht, Breuk(na=moment))
            again = give(root, daad, daad.opdracht)[0] if first != expected_code else first
            found = look(root)
            if found != twice:
                where = f"{daad.naam}, gedood {number} na {moment:.2f} s ({first}, {again})"
                yield from _compare(where, found, once)


def _compare(waar: str, found: dict[str, bytes], expected: dict[str, bytes]) -> Iterator[str]:
    for name in sorted(set(found) | set(expected)):
        if name not in found:
            yield f"{waar}: {name} is missing"
        elif name not in expected:
            yield f"{waar}: {name} is too much"
        elif found[name] != expected[name]:
            yield f"{waar}: {name} is otherwise"


def main() -> int:
    """Break off, and tell what did not come out right."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--daad", default="", help="only acts whose name holds this")
    ap.add_argument("--hoogstens", type=int, default=0, help="at most so many places per act; 0: all")
    ap.add_argument(
        "--soort", action="append", choices=("dood", *FOUTEN), help="how it is broken off; all if not given"
    )
    ap.add_argument("--los", type=int, default=0, help="kill each act so many times at a drawn moment as well")
    options = ap.parse_args()
    import pipeline.cli.groep  # loaded once, before the processes part

    assert pipeline.cli.groep
    wrong = 0
    for daad in DADEN:
        if options.daad in daad.naam:
            for line in break_off(daad, tuple(options.soort or ("dood", *FOUTEN)), options.hoogstens, options.los):
                wrong += 1
                print(f"  {line}", flush=True)
    print(f"{wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
