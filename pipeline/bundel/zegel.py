"""The seal of a bundle: has anybody changed it since we wrote it?

PDF readers ignore what follows the end of a file, so the hash of the file stands there. Comments put in with
Acrobat come after it, or replace it: then the bundle is somebody's work, and is not written over.
"""

from __future__ import annotations

import hashlib

_MERK = b"%regietafel "


def seal(pdf: bytes) -> bytes:
    """Return the PDF with its seal behind it."""
    return pdf + _MERK + hashlib.sha256(pdf).hexdigest().encode() + b"\n"


def is_ongewijzigd(data: bytes) -> bool:
    """Tell whether a bundle is as we wrote it."""
    length = len(_MERK) + 64 + 1
    return len(data) > length and seal(data[:-length]) == data
