"""The pages of the site, each made from its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Any

from pipeline.model import Organisatie
from pipeline.publicatie.adressen import (
    ARCHIEF,
    NIET_GEVONDEN,
    VOORPAGINA,
    ZOEKEN,
    jaar_pad,
    kalender_pad,
    noem_vergadering,
    relatief,
    tafel_pad,
    vergadering_pad,
)
from pipeline.publicatie.editie import Editie, Intrekking, Publicatie
from pipeline.publicatie.site.bladen import (
    Link,
    TafelBlad,
    tafel_bladen,
    vergadering_blad,
)
from pipeline.publicatie.site.sjabloon import render_pagina


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page: its path in the site and its HTML; only a meeting is in the search index (``doorzoekbaar``)."""

    pad: str
    html: str
    doorzoekbaar: bool = False


@dataclass(frozen=True, slots=True)
class Kader:
    """What every page needs: whose site it is, where it will stand, and its style and script.

    ``machine`` and ``jsonld`` are what a meeting has for machines, by the path of its page.
    """

    organisatie: Organisatie
    publicatie: Publicatie
    adres: str
    stijl: str
    script: str
    zoekbaar: bool
    machine: Mapping[str, str] = field(default_factory=dict)
    jsonld: Mapping[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)
    bestanden: frozenset[str] = frozenset()

    def render(self, pad: str, sjabloon: str, titel: str, **woorden: Any) -> str:
        """Fill a template for the page at this path."""
        menu = [Link("Vergaderingen", VOORPAGINA), Link("Archief", ARCHIEF)]
        menu += [Link("Zoeken", ZOEKEN)] if self.zoekbaar else []
        common: dict[str, Any] = {
            "organisatie": self.organisatie,
            "adres": self.adres,
            "stijl": self.stijl,
            "zoekbaar": self.zoekbaar,
            "menu": menu,
            "pad": pad,
            "titel": titel,
            "naar": partial(relatief, pad),
            "kruimels": (),
            "kruimel": titel,
            "beschrijving": titel,
            "jsonld": self.jsonld.get(pad, ()),
        }
        return render_pagina(sjabloon, **(common | woorden))


def make_paginas(kader: Kader) -> tuple[Pagina, ...]:
    """Make all pages of the site."""
    bladen = tafel_bladen(kader.publicatie)
    return (
        _voorpagina(kader, bladen),
        *(_tafel(kader, blad) for blad in bladen),
        *_vergaderingen(kader),
        *make_ingetrokken(kader),
        *_archief(kader, bladen),
        *([_zoeken(kader)] if kader.zoekbaar else []),
        Pagina(NIET_GEVONDEN, kader.render(NIET_GEVONDEN, "404.html", "Pagina niet gevonden")),
    )


def _voorpagina(kader: Kader, bladen: tuple[TafelBlad, ...]) -> Pagina:
    titel = f"Vergaderingen en verslagen van {kader.organisatie.naam}"
    return Pagina(VOORPAGINA, kader.render(VOORPAGINA, "voorpagina.html", titel, bladen=bladen))


def _tafel(kader: Kader, blad: TafelBlad) -> Pagina:
    pad = kalender_pad(blad.tafel.id)
    words = {"blad": blad, "kalender": pad if pad in kader.bestanden else "", "kruimels": _kruimels()}
    titel = blad.tafel.naam or blad.tafel.id
    return Pagina(blad.pad, kader.render(blad.pad, "tafel.html", titel, **words))


def _kruimels(*links: Link) -> tuple[Link, ...]:
    return (Link("Vergaderingen", VOORPAGINA), *links)


def _vergaderingen(kader: Kader) -> Iterator[Pagina]:
    taken_back = {(i.tafel, i.datum) for i in kader.publicatie.intrekkingen if not i.stuk}
    for editie in kader.publicatie.edities:
        if (editie.tafel.id, editie.datum) not in taken_back:
            yield _vergadering(kader, editie)


def _vergadering(kader: Kader, editie: Editie) -> Pagina:
    tafel = editie.tafel
    pad = vergadering_pad(tafel.id, editie.datum)
    own = [i for i in kader.publicatie.intrekkingen if (i.tafel, i.datum) == (tafel.id, editie.datum)]
    html = kader.render(
        pad,
        "vergadering.html",
        noem_vergadering(tafel, editie.datum),
        editie=editie,
        blad=vergadering_blad(editie, own),
        kruimels=_kruimels(Link(tafel.naam or tafel.id, tafel_pad(tafel.id))),
        beschrijving=f"Vastgesteld verslag: {noem_vergadering(tafel, editie.datum)}",
        machine=kader.machine.get(pad, ""),
    )
    return Pagina(pad, html, doorzoekbaar=True)


def make_ingetrokken(kader: Kader) -> Iterator[Pagina]:
    """Make the pages that say of a meeting that its minutes were taken back."""
    by_id = {blad.tafel.id: blad for blad in tafel_bladen(kader.publicatie)}
    for intrekking in kader.publicatie.intrekkingen:
        blad = by_id.get(intrekking.tafel)
        if blad and not intrekking.stuk:
            yield _ingetrokken_pagina(kader, blad, intrekking)


def _ingetrokken_pagina(kader: Kader, blad: TafelBlad, intrekking: Intrekking) -> Pagina:
    pad = vergadering_pad(intrekking.tafel, intrekking.datum)
    terug = Link(blad.tafel.naam or blad.tafel.id, blad.pad)
    titel = noem_vergadering(blad.tafel, intrekking.datum)
    words = {"intrekking": intrekking, "terug": terug, "kruimels": _kruimels(terug)}
    return Pagina(pad, kader.render(pad, "ingetrokken.html", titel, **words))


def _archief(kader: Kader, bladen: tuple[TafelBlad, ...]) -> Iterator[Pagina]:
    links = sorted(((link, blad) for blad in bladen for link in blad.vergaderingen), key=_by_day, reverse=True)
    years = []
    for jaar, found in groupby(links, lambda pair: pair[0].datum.year if pair[0].datum else 0):
        of_year = list(found)
        years.append({"jaar": jaar, "pad": jaar_pad(jaar), "aantal": len(of_year)})
        yield _jaar(kader, jaar, [(link, blad) for link, blad in of_year])
    yield Pagina(ARCHIEF, kader.render(ARCHIEF, "archief.html", "Archief", jaren=years, kruimels=_kruimels()))


def _by_day(pair: tuple[Link, TafelBlad]) -> str:
    return pair[0].datum.isoformat() if pair[0].datum else ""


def _jaar(kader: Kader, jaar: int, links: list[tuple[Link, TafelBlad]]) -> Pagina:
    tables: dict[str, list[Link]] = {}
    for link, blad in links:
        tables.setdefault(blad.tafel.naam or blad.tafel.id, []).append(link)
    pad = jaar_pad(jaar)
    words = {"tafels": tuple(tables.items()), "kruimels": _kruimels(Link("Archief", ARCHIEF)), "kruimel": str(jaar)}
    return Pagina(pad, kader.render(pad, "jaar.html", f"Vergaderingen in {jaar}", **words))


def _zoeken(kader: Kader) -> Pagina:
    return Pagina(ZOEKEN, kader.render(ZOEKEN, "zoeken.html", "Zoeken", script=kader.script))
