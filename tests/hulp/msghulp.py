"""A mail as Outlook saves it: an OLE compound file with a property per stream (MS-CFB 2.2, MS-OXMSG 2.1)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _GRENS = 512, 64, 4096
_VRIJ, _EINDE, _FAT, _GEEN = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass
class Opslag:
    """A storage: streams by name and storages by name."""

    stromen: dict[str, bytes] = field(default_factory=dict)
    opslagen: dict[str, Opslag] = field(default_factory=dict)


def make_msg(van: str, adres: str, tekst: str, bijlagen: dict[str, bytes] | None = None) -> bytes:
    """Make the bytes of a .msg: the sender, the text, and files."""
    strings = {0x0C1A: van, 0x0C1F: adres, 0x1000: tekst, 0x007D: f"From: {van} <{adres}>\r\n", 0x001A: "IPM.Note"}
    root = _properties(strings, bytes(8) + struct.pack("<4I", 0, 0, 0, len(bijlagen or {})) + bytes(8))
    for number, (name, content) in enumerate((bijlagen or {}).items()):
        child = _properties({0x3707: name, 0x3704: name}, bytes(8), {0x3701: content})
        root.opslagen[f"__attach_version1.0_#{number:08X}"] = child
    root.opslagen["__nameid_version1.0"] = Opslag(
        {"__substg1.0_00020102": b"", "__substg1.0_00030102": b"", "__substg1.0_00040102": b""}
    )
    return _write(root)


def _properties(strings: dict[int, str], head: bytes, binary: dict[int, bytes] | None = None) -> Opslag:
    values = {(number, 0x001F): text.encode("utf-16-le") for number, text in strings.items()}
    values |= {(number, 0x0102): content for number, content in (binary or {}).items()}
    made = Opslag({f"__substg1.0_{number:04X}{kind:04X}": content for (number, kind), content in values.items()})
    rows = (struct.pack("<HHIII", kind, number, 6, len(v) + (2 if kind == 0x001F else 0), 0)
            for (number, kind), v in values.items())  # fmt: skip
    made.stromen["__properties_version1.0"] = head + b"".join(rows)
    return made


def _write(root: Opslag) -> bytes:
    entries: list[list] = [["Root Entry", 5, b"", []]]
    _collect(root, entries, 0)
    sectors: list[bytes] = []
    chains: list[int] = []
    mini, mini_fat = b"", []

    def lay(content: bytes) -> int:
        if not content:
            return _EINDE
        first, count = len(sectors), -(-len(content) // _SECTOR)
        for n in range(count):
            sectors.append(content[n * _SECTOR : (n + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            chains.append(first + n + 1 if n < count - 1 else _EINDE)
        return first

    starts = []
    for _, kind, content, _ in entries:
        if kind == 2 and 0 < len(content) < _GRENS:
            first, count = len(mini_fat), -(-len(content) // _MINI)
            mini_fat += [first + n + 1 if n < count - 1 else _EINDE for n in range(count)]
            mini += content.ljust(count * _MINI, b"\0")
            starts.append(first)
        else:
            starts.append(lay(content) if kind == 2 else 0)
    starts[0] = lay(mini)
    entries[0][2] = mini
    directory = b"".join(_entry(entries, n, starts[n]) for n in range(len(entries)))
    directory_at = lay(directory)
    mini_fat_at = lay(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(_SECTOR, b"\xff")) if mini_fat else _EINDE
    mini_sectors = -(-len(mini_fat) * 4 // _SECTOR)
    count = 1
    while (len(chains) + count) * 4 > count * _SECTOR:
        count += 1
    fat_at = len(sectors)
    fat = [*chains, *([_FAT] * count)]
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack(
        "<IIIIIIIIII", 0, count, directory_at, 0, _GRENS, mini_fat_at, mini_sectors, _EINDE, 0, fat_at
    )
    header += struct.pack("<108I", *([fat_at + n for n in range(1, count)] + [_VRIJ] * (109 - count)))
    return header + b"".join(sectors) + table


def _collect(opslag: Opslag, entries: list[list], at: int) -> None:
    children = [(name, 2, content, None) for name, content in opslag.stromen.items()]
    children += [(name, 1, b"", part) for name, part in opslag.opslagen.items()]
    for name, kind, content, part in sorted(children, key=lambda c: (len(c[0]), c[0].upper())):
        entries[at][3].append(len(entries))
        entries.append([name, kind, content, []])
        if part is not None:
            _collect(part, entries, len(entries) - 1)


def _entry(entries: list[list], number: int, start: int) -> bytes:
    """One of 128 bytes; siblings hang to the right of each other, which a reader takes as well as a tree in balance."""
    name, kind, content, children = entries[number]
    after = next((c[3][c[3].index(number) + 1 :][:1] for c in entries if number in c[3]), [])
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBB", len(letters), kind, 1)
        + struct.pack("<III", _GEEN, after[0] if after else _GEEN, children[0] if children else _GEEN)
        + bytes(36)
        + struct.pack("<IQ", start, len(content))
    )
