"""The parts of a Word file that hold text; of a broken one as much as can be read."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from pipeline.model import Bron, Melding, melding
from pipeline.word.lezer_namen import parse_xml
from pipeline.word.pakket import Archief, PakketTeGroot, Relatie, read_relaties, rels_name

_DELEN = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


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


def open_pakket(data: bytes, bestand: str) -> tuple[Leespakket | None, tuple[Melding, ...]]:
    """Open a Word file; None with the reason where it has no readable main part."""
    try:
        pakket = _open(data, bestand)
    except PakketFout as fout:
        return None, (fout.melding,)
    except PakketTeGroot as fout:
        return None, (melding("zip-te-groot", f"{bestand} is niet gelezen: {fout}.", Bron(bestand)),)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, OSError, ValueError):
        return None, (_kapot(bestand, "het zip-archief is beschadigd"),)
    except RuntimeError:  # zipfile's way to say that an entry has a password
        return None, (melding("bestand-versleuteld", f"{bestand} is met een wachtwoord beveiligd.", Bron(bestand)),)
    return pakket, tuple(pakket.meldingen)


def _kapot(bestand: str, reason: str) -> Melding:
    return melding("word-kapot", f"{bestand} is geen goed Word-bestand: {reason}.", Bron(bestand))


def _open(data: bytes, bestand: str) -> Leespakket:
    archief = Archief(data)
    name = _main_part(archief, bestand)
    meldingen: list[Melding] = []
    root = _parse(archief, name, bestand, meldingen)
    if root is None or root.find("{*}body") is None:
        raise PakketFout(_kapot(bestand, "het deel met de tekst is niet te lezen"))
    pakket = Leespakket(root, meldingen=meldingen)
    _add_parts(pakket, archief, name, bestand)
    return pakket


def _main_part(archief: Archief, bestand: str) -> str:
    for relatie in _relaties(archief, ""):
        if relatie.kort == "officeDocument" and relatie.doel in archief:
            return relatie.doel
    if "word/document.xml" in archief:
        return "word/document.xml"
    raise PakketFout(_kapot(bestand, "het deel met de tekst ontbreekt"))


def _add_parts(pakket: Leespakket, archief: Archief, main: str, bestand: str) -> None:
    """Read the parts beside the main one; a broken one is reported and left out."""
    for relatie in _relaties(archief, main):
        if relatie.kort not in _DELEN:
            continue
        root = _parse(archief, relatie.doel, bestand, pakket.meldingen) if relatie.doel in archief else None
        if root is None:
            text = f"Een deel van {bestand} ({relatie.doel}) ontbreekt of is beschadigd."
            pakket.meldingen.append(melding("word-deel-kapot", text, Bron(bestand)))
        elif relatie.kort == "styles":
            pakket.stijlen = root
        elif relatie.kort == "numbering":
            pakket.nummering = root
        elif relatie.kort == "footnotes":
            pakket.voetnoten = root
        elif relatie.kort == "endnotes":
            pakket.eindnoten = root
        else:
            pakket.delen[relatie.id] = root


def _relaties(archief: Archief, deel: str) -> tuple[Relatie, ...]:
    """Return the relationships of a part, those that point outside the file left out."""
    name = rels_name(deel)
    root = parse_xml(archief.read(name), recover=True) if name in archief else None
    return () if root is None else tuple(r for r in read_relaties(root, deel) if not r.extern)


def _parse(archief: Archief, name: str, bestand: str, meldingen: list[Melding]) -> etree._Element | None:
    """Parse a part; of broken XML what can be read is used, and said to be incomplete."""
    data = archief.read(name)
    bron = Bron(bestand)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        text = f"In {bestand} staat een verwijzing naar iets buiten het bestand. Die is niet gevolgd."
        meldingen.append(melding("verwijzing-naar-buiten", text, bron))
    root = parse_xml(data)
    if root is not None:
        return root
    root = parse_xml(data, recover=True)
    if root is not None:
        text = f"Een deel van {bestand} ({name}) is beschadigd. Gelezen is wat nog te lezen was."
        meldingen.append(melding("word-deel-kapot", text, bron))
    return root
