"""Decisions that the minutes mark as such: ``Besluit: …``, ``[B1]``, or a list under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.lezen.actielijst import is_vertrouwelijke_rij, read_besluittabel
from pipeline.lezen.acties import Omgeving, clean_actie
from pipeline.lezen.punten import Sectie
from pipeline.lezen.woorden import fold, is_besluitkop, is_niets
from pipeline.markering.vertrouwelijkheid import read_regel
from pipeline.markering.vreemd import find_vreemd
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Besluit, Bron
from pipeline.model.document import Document, Tabelblok, Tekstblok
from pipeline.word.bladwijzers import is_bladwijzer

_BESLUIT = re.compile(r"Besluit\s+(?P<label>B\d{1,4})\s*:\s*(?P<tekst>.*)", re.DOTALL)
_VERTROUWELIJK = re.compile(r"\s*\(vertrouwelijk\)\Z", re.IGNORECASE)


def read_besluitregel(blok: Tekstblok, document: Document) -> Besluit | None:
    """Read a decision as documents print it at the end of its item, bold: ``Besluit B2: …``; None for other text."""
    match = _BESLUIT.fullmatch(blok.tekst.strip())
    is_ours = blok.vet or any(is_bladwijzer(mark, "besluit") for mark in blok.bladwijzers)
    if match is None or not is_ours:
        return None
    text = fold(match["tekst"])
    secret = _VERTROUWELIJK.search(text) is not None
    return Besluit(match["label"], _VERTROUWELIJK.sub("", text), "", secret, document.bron(blok, zin=fold(blok.tekst)))


def read_besluiten(sectie: Sectie, omgeving: Omgeving) -> Iterator[Besluit]:
    """Give the decisions of one section, in order."""
    heading = sectie.kop.tekst if sectie.kop else ""
    in_list = is_besluitkop(heading)
    for blok in sectie.blokken:
        if isinstance(blok, Tabelblok):
            for label, text, row in read_besluittabel(blok, heading):
                bron = omgeving.document.bron(blok, row, zin=text)
                yield _besluit(label, text, sectie.naam, bron, is_vertrouwelijke_rij(blok, row))
            continue
        if printed := read_besluitregel(blok, omgeving.document):
            yield replace(printed, agendapunt=sectie.naam)
        elif blok.soort == "kop":
            heading, in_list = blok.tekst, is_besluitkop(blok.tekst)
        elif in_list and blok.soort == "lijstitem" and not is_niets(blok.tekst):
            bron = omgeving.document.bron(blok, zin=fold(blok.tekst))
            yield _besluit("", blok.tekst, sectie.naam, bron)
        else:
            yield from _marked(blok, sectie, omgeving)


def _marked(blok: Tekstblok, sectie: Sectie, omgeving: Omgeving) -> Iterator[Besluit]:
    sentences = split_zinnen(blok.tekst)
    for marker in find_vreemd(blok.tekst, omgeving.namen):
        if marker.soort != "besluit":
            continue
        zin = next((z for z in sentences if z.begin <= marker.begin < z.eind), sentences[0])
        text = blok.tekst[marker.eind : zin.eind] if marker.plaats == "erachter" else zin.tekst
        text = re.sub(r"\[B\d*\]", "", text)
        bron = omgeving.document.bron(blok, zin.begin, zin.eind, fold(zin.tekst))
        if text.strip():
            yield _besluit(marker.label, text, sectie.naam, bron)


def _besluit(label: str, tekst: str, agendapunt: str, bron: Bron, vertrouwelijk: bool = False) -> Besluit:
    """Make a decision; a mark in its text says that it is confidential, and is no part of it."""
    merk = read_regel(tekst)
    return Besluit(label, clean_actie(merk.titel), agendapunt, vertrouwelijk or merk.is_vertrouwelijk, bron)
