"""The parts of a zip, and a zip of parts: what Word files, spreadsheets and packages are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def parts(data: bytes) -> dict[str, bytes]:
    """The parts by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(delen: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in delen.items():
            archive.writestr(name, content)
    return out.getvalue()
