"""Decisions that the minutes mark as such: ``Besluit: …``, ``[B1]``, or a list under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lezen.actielijst import read_besluittabel
from pipeline.lezen.acties import Omgeving, clean_actie
from pipeline.lezen.punten import Sectie
from pipeline.lezen.woorden import fold, is_besluitkop, is_niets
from pipeline.markering.vreemd import find_vreemd
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Besluit
from pipeline.model.document import Tabelblok, Tekstblok


def read_besluiten(sectie: Sectie, omgeving: Omgeving) -> Iterator[Besluit]:
    """Give the decisions of one section, in order."""
    heading = sectie.kop.tekst if sectie.kop else ""
    in_list = is_besluitkop(heading)
    for blok in sectie.blokken:
        if isinstance(blok, Tabelblok):
            for label, text, row in read_besluittabel(blok, heading):
                yield Besluit(label, clean_actie(text), sectie.naam, bron=omgeving.document.bron(blok, row, zin=text))
            continue
        if blok.soort == "kop":
            heading, in_list = blok.tekst, is_besluitkop(blok.tekst)
        elif in_list and blok.soort == "lijstitem" and not is_niets(blok.tekst):
            bron = omgeving.document.bron(blok, zin=fold(blok.tekst))
            yield Besluit("", clean_actie(blok.tekst), sectie.naam, bron=bron)
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
            yield Besluit(marker.label, clean_actie(text), sectie.naam, bron=bron)
