"""All files for machines, and what the pages of the meetings say to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pipeline.model import Organisatie
from pipeline.publicatie.adressen import (
    FEED,
    kalender_pad,
    noem_vergadering,
    stuk_paden,
    tafel_pad,
    vergadering_map,
    vergadering_pad,
)
from pipeline.publicatie.editie import Editie, Publicatie
from pipeline.publicatie.machines.diwoo import SITEMAP, WooDocument, make_woo_bestanden
from pipeline.publicatie.machines.feed import FeedRegel, make_feed
from pipeline.publicatie.machines.ori import OriBron, make_ori
from pipeline.publicatie.machines.schemaorg import make_jsonld


@dataclass(frozen=True, slots=True)
class Machinebestanden:
    """Files by path; the file for machines of a page (``van_pagina``), and its schema.org objects."""

    bestanden: dict[str, bytes] = field(default_factory=dict)
    van_pagina: dict[str, str] = field(default_factory=dict)
    jsonld: dict[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)


def make_machinebestanden(organisatie: Organisatie, publicatie: Publicatie, adres: str) -> Machinebestanden:
    """Make what machines read. All of it names full addresses: without ``adres`` there are only the calendars."""
    files = {kalender_pad(tafel): content for tafel, content in publicatie.kalenders.items()}
    found = Machinebestanden(files)
    if not adres:
        return found
    for editie in publicatie.edities:
        _add_editie(found, organisatie, editie, adres)
    woo = make_woo_bestanden(organisatie, _woo_documenten(publicatie, adres), adres)
    found.bestanden.update(woo)
    found.bestanden[FEED] = _feed(organisatie, publicatie, adres)
    found.bestanden["sitemap.xml"] = _sitemap(publicatie, adres)
    lists = ["sitemap.xml", *(name for name in woo if "sitemapindex" in name)]
    robots = ["User-agent: *", "Disallow:", *(f"Sitemap: {adres}{name}" for name in lists)]
    found.bestanden["robots.txt"] = ("\n".join(robots) + "\n").encode()
    return found


def _add_editie(found: Machinebestanden, organisatie: Organisatie, editie: Editie, adres: str) -> None:
    pagina = vergadering_pad(editie.tafel.id, editie.datum)
    path = f"{vergadering_map(editie.tafel.id, editie.datum)}/vergadering.json"
    stukken = tuple((stuk, adres + pad) for stuk, pad in stuk_paden(editie))
    bron = OriBron(organisatie, editie, _url(adres, pagina), adres + path, stukken)
    found.bestanden[path] = json.dumps(make_ori(bron), ensure_ascii=False, indent=1).encode("utf-8")
    found.van_pagina[pagina] = "vergadering.json"
    found.jsonld[pagina] = make_jsonld(bron)


def _url(adres: str, pad: str) -> str:
    return adres + pad.removesuffix("index.html")


def _woo_documenten(publicatie: Publicatie, adres: str) -> Iterator[WooDocument]:
    for editie in publicatie.edities:
        adopted, changed = editie.vastgesteld_op or editie.datum, editie.gepubliceerd_op
        titel = f"{noem_vergadering(editie.tafel, editie.datum)}: "
        if all(stuk.soort != "verslag" for stuk in editie.stukken):
            url = _url(adres, vergadering_pad(editie.tafel.id, editie.datum))
            yield WooDocument(url, f"{titel}verslag", "verslag", adopted, changed)
        for stuk, pad in stuk_paden(editie):
            day = editie.datum if stuk.soort in ("bijlage", "agenda") else adopted
            yield WooDocument(adres + pad, f"{titel}{stuk.titel}", stuk.soort, day, changed)


def _feed(organisatie: Organisatie, publicatie: Publicatie, adres: str) -> bytes:
    tables = {t.id: t for t in publicatie.tafels}
    lines = [
        FeedRegel(noem_vergadering(e.tafel, e.datum), _url(adres, vergadering_pad(e.tafel.id, e.datum)),
                  e.gepubliceerd_op, "Het vastgestelde verslag is gepubliceerd.")
        for e in publicatie.edities
    ]  # fmt: skip
    lines += [
        FeedRegel(f"Ingetrokken: {noem_vergadering(tables[i.tafel], i.datum)}",
                  _url(adres, vergadering_pad(i.tafel, i.datum)), i.op, "Het verslag is ingetrokken.")
        for i in publicatie.intrekkingen
        if not i.stuk and i.tafel in tables
    ]  # fmt: skip
    titel = f"Nieuwe verslagen van {organisatie.naam}"
    return make_feed(titel, organisatie.uitgever or organisatie.naam, adres, lines)


def _sitemap(publicatie: Publicatie, adres: str) -> bytes:
    """The general sitemap: the pages a reader may be led to."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP})
    pages = ["index.html", *(tafel_pad(t.id) for t in publicatie.tafels)]
    pages += [vergadering_pad(e.tafel.id, e.datum) for e in publicatie.edities]
    for pad in pages:
        etree.SubElement(etree.SubElement(root, f"{{{SITEMAP}}}url"), f"{{{SITEMAP}}}loc").text = _url(adres, pad)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
