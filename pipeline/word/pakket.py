"""A Word file as a package of parts: opened within bounds, written the same way every time."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.word.inpakken import Ingepakt, deflate, write_zip
from pipeline.word.ooxml import CT, RELS, Element, OngeldigeXml, parse, serialize

CONTENT_TYPES: Final = "[Content_Types].xml"
OFFICE_DOCUMENT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

# Real documents stay far below these; what is above them is a zip bomb or no document.
MAX_PARTS: Final = 2000
MAX_PART: Final = 40 * 1024 * 1024
MAX_TOTAL: Final = 120 * 1024 * 1024
MAX_INFLATION: Final = 400
_INFLATION_FROM = 8 * 1024 * 1024
# What is changed is held whole, pictures and all; who reads takes the text only, so there this does not count.
MAX_BYTES: Final = 64 * 1024 * 1024
_READ_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)


class OnleesbaarPakket(ValueError):
    """The bytes are not a Word file that can be opened within bounds; the message says why, in Dutch."""


class PakketTeGroot(OnleesbaarPakket):
    """The package is over one of the bounds."""


class Archief:
    """The parts of a package by name, inflated when asked for and within bounds, whatever its directory claims."""

    def __init__(self, data: bytes) -> None:
        """Open the directory; one that cannot be read is an error of zipfile."""
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MAX_PARTS:
            raise PakketTeGroot(f"het is te groot: het bestaat uit meer dan {MAX_PARTS} delen")
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        self._budget = MAX_TOTAL

    def __contains__(self, deel: str) -> bool:
        """Tell whether there is a part with this name."""
        return deel in self._infos

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the parts."""
        return iter(self._infos)

    def read(self, deel: str) -> bytes:
        """Return a part; a broken one is an error of zipfile or zlib, one with a password RuntimeError."""
        info = self._infos[deel]
        limit = min(MAX_PART, self._budget)
        with self._zip.open(info) as stream:
            content = stream.read(limit + 1)
        inflation = len(content) / max(info.compress_size, 1)
        if len(content) > limit or (len(content) > _INFLATION_FROM and inflation > MAX_INFLATION):
            raise PakketTeGroot("het is uitgepakt te groot")
        self._budget -= len(content)
        return content


@dataclass(frozen=True, slots=True)
class Relatie:
    """A relationship of a part: ``doel`` is a part name, or a URL when ``extern``."""

    id: str
    soort: str
    doel: str
    extern: bool = False

    @property
    def kort(self) -> str:
        """The last word of the type: ``header``, ``image``."""
        return self.soort.rsplit("/", 1)[-1]


class Pakket:
    """The parts of one Word file by name, without a leading slash. Changed in place, then written.

    What was worked out from a part is kept beside the content it was worked out from, and counts for that alone.
    """

    def __init__(self, delen: dict[str, bytes]) -> None:
        """Hold the parts; ``hoofddeel`` is the name of the main document."""
        self.delen = delen
        self._relaties: dict[str, tuple[bytes, tuple[Relatie, ...]]] = {}
        self._ingepakt: dict[str, Ingepakt] = {}
        self.hoofddeel = _find_main(self)

    def copy(self) -> Pakket:
        """Return a package of its own with the same parts, and with all that is known of them."""
        other = Pakket.__new__(Pakket)
        other.delen, other.hoofddeel = dict(self.delen), self.hoofddeel
        other._relaties, other._ingepakt = dict(self._relaties), dict(self._ingepakt)
        return other

    def relaties(self, deel: str) -> tuple[Relatie, ...]:
        """Return the relationships of a part (``""`` for the package); none is an empty tuple."""
        raw = self.delen.get(rels_name(deel))
        if raw is None:
            return ()
        source, known = self._relaties.get(deel, (None, ()))
        if source is not raw:
            known = read_relaties(parse(raw), deel)
            self._relaties[deel] = (raw, known)
        return known

    def doel(self, deel: str, kort: str) -> str | None:
        """Return the part that ``deel`` relates to as ``kort`` (``styles``, ``numbering``), if there is one."""
        for relatie in self.relaties(deel):
            if relatie.kort == kort and not relatie.extern and relatie.doel in self.delen:
                return relatie.doel
        return None

    def soort(self, deel: str) -> str:
        """Return the content type of a part, empty when the package does not say."""
        by_extension = ""
        for element in parse(self.delen[CONTENT_TYPES]):
            if element.get("PartName", "").lstrip("/").casefold() == deel.casefold():
                return str(element.get("ContentType", ""))
            extension = element.get("Extension", "")
            if extension and deel.casefold().endswith("." + extension.casefold()):
                by_extension = element.get("ContentType", "")
        return by_extension

    def add_deel(self, naam: str, inhoud: bytes, soort: str, relatie: str, van: str = "") -> None:
        """Add a part with its content type and the relationship from ``van`` (``""``: the package)."""
        self.delen[naam] = inhoud
        types = parse(self.delen[CONTENT_TYPES])
        if self.soort(naam) != soort:
            etree.SubElement(types, f"{{{CT}}}Override", PartName=f"/{naam}", ContentType=soort)
            self.delen[CONTENT_TYPES] = serialize(types)
        self._add_relatie(van, relatie, naam)

    def _add_relatie(self, van: str, soort: str, naam: str) -> None:
        raw = self.delen.get(rels_name(van))
        root = parse(raw) if raw else etree.Element(f"{{{RELS}}}Relationships", nsmap={None: RELS})
        taken = {element.get("Id") for element in root}
        new_id = next(f"rIdRt{n}" for n in range(1, len(taken) + 2) if f"rIdRt{n}" not in taken)
        target = posixpath.relpath(naam, posixpath.dirname(van) or ".")
        etree.SubElement(root, f"{{{RELS}}}Relationship", Id=new_id, Type=soort, Target=target)
        self.delen[rels_name(van)] = serialize(root)

    def to_bytes(self) -> bytes:
        """Return the file. The same parts give the same bytes: sorted, no clock, one way of packing."""
        names = sorted(self.delen, key=lambda name: (name != CONTENT_TYPES, name))
        return write_zip((name, self._pack(name)) for name in names)

    def pack(self) -> None:
        """Deflate every part now, so that no copy has to do it for a part that stays as it is."""
        for name in self.delen:
            self._pack(name)

    def _pack(self, naam: str) -> Ingepakt:
        content = self.delen[naam]
        known = self._ingepakt.get(naam)
        if known is None or known.inhoud is not content:
            known = self._ingepakt[naam] = deflate(content)
        return known

    @property
    def omvang(self) -> int:
        """The number of bytes this package holds in memory, what is deflated included."""
        return sum(map(len, self.delen.values())) + sum(len(p.stroom) for p in self._ingepakt.values())


def open_pakket(data: bytes) -> Pakket:
    """Open a Word file from bytes; what is broken, too large or no Word file is OnleesbaarPakket."""
    if len(data) > MAX_BYTES:
        raise OnleesbaarPakket("het bestand is te groot")
    try:
        pakket = Pakket(_read_parts(Archief(data)))
    except OnleesbaarPakket:
        raise
    except OngeldigeXml as error:
        raise OnleesbaarPakket("een onderdeel ervan is geen geldige XML") from error
    except _READ_ERRORS as error:
        raise OnleesbaarPakket("het is geen Word-bestand (.docx), of het is beschadigd") from error
    return pakket


def _read_parts(archief: Archief) -> dict[str, bytes]:
    parts = {name: archief.read(name) for name in archief}
    if CONTENT_TYPES not in parts:
        raise OnleesbaarPakket("het is geen Word-bestand (.docx)")
    return parts


def _find_main(pakket: Pakket) -> str:
    for relatie in pakket.relaties(""):
        if relatie.kort == "officeDocument" and relatie.doel in pakket.delen:
            root = parse(pakket.delen[relatie.doel])
            if etree.QName(root).localname == "document":
                return relatie.doel
    raise OnleesbaarPakket("het is geen Word-bestand (.docx)")


def rels_name(deel: str) -> str:
    """Return the name of the part that holds the relationships of a part (``""`` for the package)."""
    folder, name = posixpath.split(deel)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relaties(root: Element, deel: str) -> tuple[Relatie, ...]:
    """Read the relationships of a part, given the root of what ``rels_name`` names."""
    base = posixpath.dirname(deel)
    return tuple(_relation(e, base) for e in root if isinstance(e.tag, str) and e.get("Target") is not None)


def _relation(element: Element, base: str) -> Relatie:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        joined = target if target.startswith("/") else posixpath.join("/", base, target)
        target = posixpath.normpath(joined).lstrip("/")
    return Relatie(element.get("Id", ""), element.get("Type", ""), target, external)
