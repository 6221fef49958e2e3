"""The old Word, Excel and PowerPoint files (.doc, .xls, .ppt): addresses outside what a person reads made blank.

Such a file is a small disk of its own ([MS-CFB]) with streams on it. They are not written anew: an address is
written over with dots on the spot, so that nothing moves. What a reader sees stays: in a .doc the text outside the
instructions of fields ([MS-DOC] 2.8.25), in a .xls the texts of cells, headers and links ([MS-XLS] 2.4), in a .ppt
the texts of slides and links ([MS-PPT] 2.9).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.onschadelijk.velden import find_adres, find_lading
from pipeline.onschadelijk.vondst import Beschadigd, Vondst

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EINDE = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_SMAL = re.compile(rb"(?:https?:|ftps?:|file:|smb:|dav:|\\\\\\\\?)[\\/!-~]{3,}", re.IGNORECASE)
_BREED = re.compile(
    rb"(?:(?:h\0t\0t\0p\0(?:s\0)?|f\0t\0p\0(?:s\0)?|f\0i\0l\0e\0|s\0m\0b\0|d\0a\0v\0):\0|\\\0\\\0)(?:[!-~]\0){3,}",
    re.IGNORECASE,
)
# Text of cells, headers, formats, links and the CONTINUE that goes on with one of these.
_XLS_TEKST = frozenset({0x00FC, 0x0204, 0x00D6, 0x0207, 0x041E, 0x01B8, 0x0800, 0x0014, 0x0015, 0x001C, 0x01B6, 0x0085,
                        0x00FD, 0x089C})  # fmt: skip
_XLS_VERVOLG = 0x003C
_PPT_TEKST = frozenset({0x0FA0, 0x0FA8, 0x0FBA})
# Containers of what a slide fetches: linked objects and pictures, films, sounds.
_PPT_HALEN = frozenset({0x0FCE, 0x0FEE, 0x1005, 0x1006, 0x1007, 0x100D, 0x100F, 0x1010, 0x0FD1, 0x0FCC})


@dataclass(frozen=True, slots=True)
class _Stroom:
    """A stream by its name, with where in the file each of its bytes stands (start, length)."""

    naam: str
    stukken: tuple[tuple[int, int], ...]
    lengte: int

    def read(self, data: bytes | bytearray) -> bytearray:
        """Return its content."""
        return bytearray(b"".join(bytes(data[a : a + n]) for a, n in self.stukken))[: self.lengte]

    def write(self, data: bytearray, inhoud: bytes | bytearray) -> None:
        """Write content of the same length in its place."""
        at = 0
        for start, length in self.stukken:
            part = inhoud[at : at + length]
            data[start : start + len(part)] = part
            at += length


def disarm_ole(data: bytes) -> tuple[bytes, list[Vondst]]:
    """Return the file with every address that something would be fetched from made blank."""
    out, found = bytearray(data), []
    try:
        streams = list(_streams(data))
    except (struct.error, IndexError, ValueError) as error:
        raise Beschadigd("het is beschadigd") from error
    for stream in streams:
        content = stream.read(out)
        before = bytes(content)
        found += _disarm_stroom(stream.naam, content)
        if content != before:
            stream.write(out, content)
    return bytes(out), found


def _disarm_stroom(naam: str, content: bytearray) -> list[Vondst]:
    if naam == "WordDocument":
        return _disarm_doc(content)
    if naam in ("Workbook", "Book"):
        return _disarm_xls(content)
    if naam == "PowerPoint Document":
        return _disarm_ppt(content, 0, len(content), (), [])
    if naam.startswith("\x05") or naam in ("Current User", "\x01CompObj"):
        return []  # the properties of the document
    if naam in ("0Table", "1Table"):
        return _blank(content, 0, len(content), "een koppeling", silent=True)
    return _blank(content, 0, len(content), "een beeld of object")


def _blank(content: bytearray, begin: int, end: int, wat: str, silent: bool = False) -> list[Vondst]:
    """Write over the addresses in a stretch."""
    found = []
    for pattern, coding in ((_BREED, "utf-16-le"), (_SMAL, "latin-1")):
        for hit in list(pattern.finditer(content, begin, end)):
            found.append(Vondst(wat, "", hit.group().decode(coding, "replace")))
            dots = (b".\0" if coding == "utf-16-le" else b".") * len(hit.group())
            content[hit.start() : hit.end()] = dots[: hit.end() - hit.start()]
    return [] if silent else found


def _disarm_doc(content: bytearray) -> list[Vondst]:
    """Blank instructions of fields that fetch something; their marks are 0x13 and 0x14 or 0x15, in either width."""
    found = []
    for width in (1, 2):
        begin, middle, end = (bytes([sign]) + b"\0" * (width - 1) for sign in (0x13, 0x14, 0x15))
        pattern = re.compile(re.escape(begin) + b"(.{2,4000}?)(?=" + re.escape(middle) + b"|" + re.escape(end) + b")",
                             re.DOTALL)  # fmt: skip
        for hit in list(pattern.finditer(content)):
            text = hit.group(1).decode("latin-1" if width == 1 else "utf-16-le", "replace")
            what = find_lading(text.split("\x13")[-1]) or find_lading(text)
            if (what and text.isprintable()) or (what and "\x01" in text):
                found.append(Vondst(what, "", find_adres(text)))
                blank = (b" " + b"\0" * (width - 1)) * len(hit.group(1))
                content[hit.start(1) : hit.end(1)] = blank[: len(hit.group(1))]
    return found


def _disarm_xls(content: bytearray) -> list[Vondst]:
    """Blank addresses in every record but those that hold what a reader sees or clicks on."""
    found: list[Vondst] = []
    at, main = 0, 0
    while at + 4 <= len(content):
        kind, length = struct.unpack_from("<HH", content, at)
        main = main if kind == _XLS_VERVOLG else kind
        if main not in _XLS_TEKST:
            found += _blank(content, at + 4, min(at + 4 + length, len(content)), "een koppeling")
        at += 4 + length
    return found


def _disarm_ppt(content: bytearray, begin: int, end: int, boven: tuple[int, ...], found: list[Vondst]) -> list[Vondst]:
    """Blank addresses in every record but those that hold what a reader sees or clicks on."""
    at = begin
    while at + 8 <= end and len(boven) < 40:
        version, kind, length = struct.unpack_from("<HHI", content, at)
        stop = min(at + 8 + length, end)
        if version & 0xF == 0xF:
            _disarm_ppt(content, at + 8, stop, (*boven, kind), found)
        elif kind not in _PPT_TEKST or _PPT_HALEN & set(boven):
            found += _blank(content, at + 8, stop, "een beeld, film of object")
        at = stop
    return found


def _streams(data: bytes) -> Iterator[_Stroom]:
    """Give the streams of a compound file, each with its places in it."""
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise ValueError("sector size")
    size, first_dir, cutoff = 1 << shift, *struct.unpack_from("<I", data, 48), *struct.unpack_from("<I", data, 56)
    fat = _read_fat(data, size)

    def chain(start: int, table: list[int]) -> list[int]:
        found: list[int] = []
        while start < _EINDE and len(found) <= len(table):
            found.append(start)
            start = table[start]
        return found

    def places(start: int) -> list[tuple[int, int]]:
        return [((n + 1) * size, size) for n in chain(start, fat)]

    folder = b"".join(data[a : a + n] for a, n in places(first_dir))
    first_mini = struct.unpack_from("<I", data, 60)[0]
    minifat = [n for a, _ in places(first_mini) for n in struct.unpack_from(f"<{size // 4}I", data, a)]
    root: list[tuple[int, int]] = []
    for at in range(0, len(folder) - 127, 128):
        length, kind = struct.unpack_from("<HB", folder, at + 64)
        start, total = struct.unpack_from("<II", folder, at + 116)
        if kind == 5:
            root = places(start)
        elif kind == 2 and length:
            name = folder[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
            if total >= cutoff:
                yield _Stroom(name, tuple(places(start)), total)
            else:
                small = [(root[n * 64 // size][0] + n * 64 % size, 64) for n in chain(start, minifat)]
                yield _Stroom(name, tuple(small), total)


def _read_fat(data: bytes, size: int) -> list[int]:
    """Read the table that says which sector follows which, by way of the list in the head and what follows it."""
    sectors = [n for n in struct.unpack_from("<109I", data, 76) if n < _EINDE]
    following = struct.unpack_from("<I", data, 68)[0]
    seen = 0
    while following < _EINDE and seen <= len(data) // size:
        block = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += [n for n in block[:-1] if n < _EINDE]
        following, seen = block[-1], seen + 1
    return [n for sector in sectors for n in struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)]
