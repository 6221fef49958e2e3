"""LibreOffice as a converter: find it, and turn files into PDF or .docx with it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.model import Bron, Melding, melding

_SECONDEN_PER_BESTAND = 60
# To keep for ever and to read by everyone: PDF/A-2b and PDF/UA-1, with the structure and the bookmarks of the text.
PDF_ARCHIEF: dict[str, bool | int | str] = {
    "SelectPdfVersion": 2,
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
    "DisplayPDFDocumentTitle": True,
    "ReduceImageResolution": False,
}
_PLAATSEN = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def find_omzetter(ingesteld: str = "") -> str | None:
    """Return the path of LibreOffice: the configured one, else where it usually is; None without it."""
    candidates: Iterable[str | None] = (
        ingesteld or None,
        shutil.which("soffice"),
        shutil.which("libreoffice"),
        *_PLAATSEN,
    )
    return next((c for c in candidates if c and Path(c).is_file()), None)


def convert(
    omzetter: str,
    bestanden: Sequence[tuple[str, bytes]],
    naar: str = "pdf",
    opties: Mapping[str, bool | int | str] | None = None,
) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Convert files, given as (name, content), in one run; return the results by name, and what failed.

    ``naar`` is an extension (``pdf``, ``docx``); ``opties`` are those of LibreOffice's PDF export, by their own
    names (``PDF_ARCHIEF``). LibreOffice gets a profile of its own, so that it also works
    while the user has it open, and macros stay off.
    """
    with tempfile.TemporaryDirectory(prefix="regietafel-") as folder:
        root = Path(folder)
        sources = [_lay_out(root, index, name, content) for index, (name, content) in enumerate(bestanden)]
        _run(omzetter, root, sources, _filter(naar, opties))
        results, failures = {}, []
        for (name, _), source in zip(bestanden, sources, strict=True):
            target = root / "uit" / f"{source.stem}.{naar}"
            if target.is_file() and target.stat().st_size:
                results[name] = target.read_bytes()
            else:
                failures.append(melding("omzetten-mislukt", f"LibreOffice kon {name} niet omzetten.", Bron(name)))
    return results, tuple(failures)


def _filter(naar: str, opties: Mapping[str, bool | int | str] | None) -> str:
    """Name the format as LibreOffice wants it, each option with its type."""
    if not opties:
        return naar
    kinds = {bool: "boolean", int: "long", str: "string"}
    values = {name: {"type": kinds[type(v)], "value": str(v).lower()} for name, v in opties.items()}
    return f"{naar}:writer_pdf_Export:{json.dumps(values)}"


def _lay_out(root: Path, index: int, name: str, content: bytes) -> Path:
    """Write a source under a plain name of our own: what the user calls a file is no business of a command."""
    source = root / f"{index}{Path(name).suffix.lower()}"
    source.write_bytes(content)
    return source


def _run(omzetter: str, root: Path, sources: Sequence[Path], naar: str) -> None:
    command = [omzetter, f"-env:UserInstallation={(root / 'profiel').as_uri()}", "--headless", "--norestore",
               "--nolockcheck", "--convert-to", naar, "--outdir", str(root / "uit"), *map(str, sources)]  # fmt: skip
    environment = os.environ | {"HOME": str(root)} if os.name == "posix" else os.environ
    try:
        subprocess.run(  # noqa: S603 - no shell, and only names of our own
            command, capture_output=True, timeout=_SECONDEN_PER_BESTAND * max(1, len(sources)), check=False,
            env=environment, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return  # what was not converted in time is missing, and reported by name
