"""Writing the zip of a Word file from parts that may have been deflated before.

``zipfile`` can write a part only from its content, and deflates it again each time. A template's styles, theme and
pictures are the same in every document made from it, so what was deflated once is kept and copied. What comes out
is byte for byte what ``zipfile`` would have written (tests/word/test_inpakken.py); the layout is that of APPNOTE.TXT.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_LEVEL: Final = 6
_DEFLATED: Final = 8
_VERSION: Final = 20  # 2.0: the first that knows deflate
_UTF8_NAME: Final = 0x800
_DATE: Final = (1 << 5) | 1  # 1 January 1980, the first day a zip knows: no clock, the same parts, the same bytes
_READ_WRITE: Final = 0o600 << 16

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Ingepakt:
    """A part as it stands in a zip: its content, the deflated stream of that, and its checksum."""

    inhoud: bytes
    stroom: bytes
    crc: int


def deflate(inhoud: bytes) -> Ingepakt:
    """Deflate the content of a part."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Ingepakt(inhoud, packer.compress(inhoud) + packer.flush(), zlib.crc32(inhoud))


def write_zip(delen: Iterable[tuple[str, Ingepakt]]) -> bytes:
    """Return the zip of these parts in this order. For Word files only: no part of 4 GB, no more than 65,535 parts."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for naam, deel in delen:
        name, flags = _encode_name(naam)
        sizes = (deel.crc, len(deel.stroom), len(deel.inhoud), len(name))
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, _DEFLATED, 0, _DATE, *sizes, 0)
        place = (0, 0, 0, 0, _READ_WRITE, offset)
        central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, flags, _DEFLATED, 0, _DATE, *sizes, *place)
        pieces += (local, name, deel.stroom)
        directory += (central, name)
        offset += len(local) + len(name) + len(deel.stroom)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    return b"".join((*pieces, *directory, end))


def _encode_name(naam: str) -> tuple[bytes, int]:
    if naam.isascii():
        return naam.encode("ascii"), 0
    return naam.encode("utf-8"), _UTF8_NAME
