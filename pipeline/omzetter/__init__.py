"""LibreOffice as a converter: find it, and turn files into PDF or .docx with it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.model import Bron, Melding, melding
from pipeline.omzetter.profiel import OMGEVING, without_network, write_profiel
from pipeline.omzetter.werkblad import NIEUW_WERKBLAD, OUDE_WERKBLADEN, WERKBLADEN, fit_to_width
from pipeline.onschadelijk import Ontwapend, disarm

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
    while the user has it open, and macros stay off. Every file is made harmless first, and the network is out of
    reach: what was taken out is among the Meldingen.
    """
    ontwapend = [(name, disarm(content, name)) for name, content in bestanden]
    meldingen = [m for _, made in ontwapend for m in made.meldingen]
    if naar == "pdf":
        ontwapend = _fit_werkbladen(omzetter, ontwapend)
    with tempfile.TemporaryDirectory(prefix="regietafel-") as folder:
        root = Path(folder)
        sources = {
            name: _lay_out(root, index, made.suffix, made.inhoud)
            for index, (name, made) in enumerate(ontwapend)
            if made.inhoud is not None
        }
        if sources:
            write_profiel(root / "profiel")
            command = _command(omzetter, root, list(sources.values()), _filter(naar, opties))
            apart = without_network(command)
            _run(apart, root, len(sources))
            if apart != command and not any((root / "uit").glob("*")):
                # A LibreOffice that is shut in itself (snap, flatpak) does not start in a network of its own.
                _run(command, root, len(sources))
        results = {}
        for name, source in sources.items():
            target = root / "uit" / f"{source.stem}.{naar}"
            if target.is_file() and target.stat().st_size:
                results[name] = target.read_bytes()
            else:
                meldingen.append(melding("omzetten-mislukt", f"LibreOffice kon {name} niet omzetten.", Bron(name)))
    return results, tuple(meldingen)


def _fit_werkbladen(omzetter: str, bestanden: list[tuple[str, Ontwapend]]) -> list[tuple[str, Ontwapend]]:
    """Lay spreadsheets out for paper; those of the old kind become one of the new kind for that, in a run before."""
    sheets = {name: made for name, made in bestanden if made.inhoud is not None and made.suffix in WERKBLADEN}
    old = [(name, made.inhoud) for name, made in sheets.items() if made.suffix in OUDE_WERKBLADEN and made.inhoud]
    renewed = convert(omzetter, old, "xlsx")[0] if old else {}
    fitted = {}
    for name, made in sheets.items():
        if name in renewed:
            fitted[name] = replace(made, inhoud=fit_to_width(renewed[name]), suffix=NIEUW_WERKBLAD)
        elif made.suffix not in OUDE_WERKBLADEN and made.inhoud:
            fitted[name] = replace(made, inhoud=fit_to_width(made.inhoud))
    return [(name, fitted.get(name, made)) for name, made in bestanden]


def _filter(naar: str, opties: Mapping[str, bool | int | str] | None) -> str:
    """Name the format as LibreOffice wants it, each option with its type."""
    if not opties:
        return naar
    kinds = {bool: "boolean", int: "long", str: "string"}
    values = {name: {"type": kinds[type(v)], "value": str(v).lower()} for name, v in opties.items()}
    return f"{naar}:writer_pdf_Export:{json.dumps(values)}"


def _lay_out(root: Path, index: int, suffix: str, content: bytes) -> Path:
    """Write a source under a plain name of our own: what the user calls a file is no business of a command."""
    source = root / f"{index}{suffix}"
    source.write_bytes(content)
    return source


def _command(omzetter: str, root: Path, sources: Sequence[Path], naar: str) -> list[str]:
    return [omzetter, f"-env:UserInstallation={(root / 'profiel').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", naar, "--outdir", str(root / "uit"), *map(str, sources)]  # fmt: skip


def _run(command: Sequence[str], root: Path, aantal: int) -> None:
    home = {"HOME": str(root)} if os.name == "posix" else {}
    environment = {k: v for k, v in os.environ.items() if k.lower() not in OMGEVING} | home | OMGEVING
    try:
        subprocess.run(  # noqa: S603 - no shell, and only names of our own
            command, capture_output=True, timeout=_SECONDEN_PER_BESTAND * max(1, aantal), check=False,
            env=environment, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return  # what was not converted in time is missing, and reported by name
