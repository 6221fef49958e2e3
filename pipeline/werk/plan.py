"""The hash of what an act would write: equal where the same would happen, whatever the clock says."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

from pipeline.werkmap import MaakMap, Schrijf, Verschuif, Verwijder, Voorbereiding

# Moments, marks of a message and of a mail's parts: other each time the same is made.
_WISSELT = re.compile(
    rb"\d{4}-\d\d-\d\d[T ]\d\d[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?|\d{8}T\d{6}Z?"
    rb"|Message-ID: .*|Date: .*|boundary=.*|--=+\d+=+.*|kenmerk: <.*",
    re.IGNORECASE,
)


def hash_plan(prepared: Voorbereiding, root: Path) -> str:
    """Return the hash of everything prepared, in order; empty where nothing would be written."""
    if not prepared.ingrepen:
        return ""
    found = hashlib.sha256()
    for ingreep in prepared.ingrepen:
        words = [type(ingreep).__name__, _show(ingreep.pad, root)]
        match ingreep:
            case Schrijf(path, content):
                words.append(mark_content(path, content))
            case Verschuif(_, target):
                words.append(_show(target, root))
            case Verwijder() | MaakMap():
                pass
        found.update("\x1f".join((*words, "")).encode())
    return found.hexdigest()[:24]


def _show(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def mark_content(path: Path, content: bytes) -> str:
    """Return the hash of what a file says: of a Word file its parts but for its properties, of a PDF nothing.

    A PDF is made from what else is in the plan, and its maker writes other bytes each time.
    """
    if path.suffix == ".pdf":
        return ""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = sorted(n for n in parts.namelist() if not n.startswith("docProps/"))
            content = b"".join(name.encode() + parts.read(name) for name in names)
    return hashlib.sha256(_WISSELT.sub(b"", content)).hexdigest()
