"""A Word file as a package: which parts it has, read within bounds."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from pipeline.model import Bron, Melding, melding
from pipeline.word.lezer_namen import REL, parse_xml

MAX_DELEN = 10_000
MAX_DEEL = 40 * 1024 * 1024
MAX_SAMEN = 120 * 1024 * 1024
MAX_VERHOUDING = 400
_VERHOUDING_VANAF = 8 * 1024 * 1024


class PakketFout(Exception):
    """A package that cannot be read; carries the Melding. It does not leave this room."""

    def __init__(self, bericht: Melding) -> None:
        """Carry the Melding out."""
        super().__init__(bericht.tekst)
        self.melding = bericht


@dataclass(slots=True)
class Leespakket:
    """The parts of a Word file that hold text, parsed; ``meldingen`` says which could not be."""

    hoofd: etree._Element
    stijlen: etree._Element | None = None
    nummering: etree._Element | None = None
    voetnoten: etree._Element | None = None
    eindnoten: etree._Element | None = None
    delen: dict[str, etree._Element] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)


@dataclass(slots=True)
class _Archief:
    """A zip file read within bounds: never more than allowed is inflated, whatever its directory claims."""

    zip: zipfile.ZipFile
    bestand: str
    gelezen: int = 0

    def has(self, name: str) -> bool:
        return name in self.zip.NameToInfo

    def read(self, name: str) -> bytes:
        info = self.zip.getinfo(name)
        limit = min(MAX_DEEL, MAX_SAMEN - self.gelezen)
        with self.zip.open(info) as stream:
            data = stream.read(limit + 1)
        inflated = len(data) / max(info.compress_size, 1)
        if len(data) > limit or (len(data) > _VERHOUDING_VANAF and inflated > MAX_VERHOUDING):
            text = f"Het bestand {self.bestand} is uitgepakt onwaarschijnlijk groot. Het is niet gelezen."
            raise PakketFout(melding("zip-te-groot", text, Bron(self.bestand)))
        self.gelezen += len(data)
        return data


def open_pakket(data: bytes, bestand: str) -> tuple[Leespakket | None, tuple[Melding, ...]]:
    """Open a Word file; None with the reason where it has no readable main part."""
    try:
        pakket = _open(data, bestand)
    except PakketFout as fout:
        return None, (fout.melding,)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, OSError, ValueError):
        return None, (_kapot(bestand, "het zip-archief is beschadigd"),)
    except RuntimeError:  # zipfile's way to say that an entry has a password
        return None, (melding("bestand-versleuteld", f"{bestand} is met een wachtwoord beveiligd.", Bron(bestand)),)
    return pakket, tuple(pakket.meldingen)


def _kapot(bestand: str, reason: str) -> Melding:
    return melding("word-kapot", f"{bestand} is geen goed Word-bestand: {reason}.", Bron(bestand))


def _open(data: bytes, bestand: str) -> Leespakket:
    archief = _Archief(zipfile.ZipFile(io.BytesIO(data)), bestand)
    if len(archief.zip.NameToInfo) > MAX_DELEN:
        text = f"Het bestand {bestand} bestaat uit meer dan {MAX_DELEN} delen. Het is niet gelezen."
        raise PakketFout(melding("zip-te-groot", text, Bron(bestand)))
    name = _main_part(archief)
    meldingen: list[Melding] = []
    root = _parse(archief, name, meldingen)
    if root is None or root.find("{*}body") is None:
        raise PakketFout(_kapot(bestand, "het deel met de tekst is niet te lezen"))
    pakket = Leespakket(root, meldingen=meldingen)
    _add_parts(pakket, archief, name)
    return pakket


def _main_part(archief: _Archief) -> str:
    for target, kind, _ in _relations(archief, ""):
        if kind == "officeDocument" and archief.has(target):
            return target
    if archief.has("word/document.xml"):
        return "word/document.xml"
    raise PakketFout(_kapot(archief.bestand, "het deel met de tekst ontbreekt"))


def _add_parts(pakket: Leespakket, archief: _Archief, main: str) -> None:
    """Read the parts beside the main one; a broken one is reported and left out."""
    for target, kind, rid in _relations(archief, main):
        if kind not in ("styles", "numbering", "footnotes", "endnotes", "header", "footer"):
            continue
        root = _parse(archief, target, pakket.meldingen) if archief.has(target) else None
        if root is None:
            text = f"Een deel van {archief.bestand} ({target}) ontbreekt of is beschadigd."
            pakket.meldingen.append(melding("word-deel-kapot", text, Bron(archief.bestand)))
        elif kind == "styles":
            pakket.stijlen = root
        elif kind == "numbering":
            pakket.nummering = root
        elif kind == "footnotes":
            pakket.voetnoten = root
        elif kind == "endnotes":
            pakket.eindnoten = root
        else:
            pakket.delen[rid] = root


def _relations(archief: _Archief, part: str) -> list[tuple[str, str, str]]:
    """Return (target, kind, id) of the relations of a part, those that point outside the file left out."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    root = parse_xml(archief.read(rels), recover=True) if archief.has(rels) else None
    if root is None:
        return []
    found = []
    for relation in root.iter(f"{REL}Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        found.append((posixpath.normpath(path), kind, relation.get("Id", "")))
    return found


def _parse(archief: _Archief, name: str, meldingen: list[Melding]) -> etree._Element | None:
    """Parse a part; of broken XML what can be read is used, and said to be incomplete."""
    data = archief.read(name)
    bron = Bron(archief.bestand)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        text = f"In {archief.bestand} staat een verwijzing naar iets buiten het bestand. Die is niet gevolgd."
        meldingen.append(melding("verwijzing-naar-buiten", text, bron))
    root = parse_xml(data)
    if root is not None:
        return root
    root = parse_xml(data, recover=True)
    if root is not None:
        text = f"Een deel van {archief.bestand} ({name}) is beschadigd. Gelezen is wat nog te lezen was."
        meldingen.append(melding("word-deel-kapot", text, bron))
    return root
