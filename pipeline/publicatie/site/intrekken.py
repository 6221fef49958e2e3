"""Taking back what is public, from the site as it stands: nothing has to be made again, so nothing can stop it.

The next ``publiceer`` makes the whole site anew, and knows from the logboek what was taken back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from markupsafe import escape

from pipeline.markering import format_datum
from pipeline.model import Melding, Organisatie, Tafel
from pipeline.publicatie.adressen import (
    ZOEKEN,
    ZOEKINDEX,
    noem_vergadering,
    vergadering_map,
    web_naam,
)
from pipeline.publicatie.editie import Intrekking, Publicatie
from pipeline.publicatie.site.bouw import Site, site_adres
from pipeline.publicatie.site.paginas import Kader, Pagina, make_ingetrokken
from pipeline.publicatie.site.zoekindex import make_zoekindex

_JSONLD = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)


def list_stukken(bestanden: Mapping[str, bytes], tafel: str, datum: Any) -> tuple[str, ...]:
    """Return the names of the files that can be taken back from a meeting."""
    folder = f"{vergadering_map(tafel, datum)}/"
    own = (pad.removeprefix(folder) for pad in bestanden if pad.startswith(folder))
    return tuple(sorted(naam for naam in own if not naam.endswith((".html", ".json"))))


def withdraw(
    site: Site, organisatie: Organisatie, tafel: Tafel, intrekking: Intrekking
) -> tuple[Site, tuple[Melding, ...]]:
    """Return the site without what was taken back; in its place stands that it was, when and why."""
    folder = vergadering_map(tafel.id, intrekking.datum)
    files = dict(site.bestanden)
    if intrekking.stuk:
        _drop_stuk(files, folder, intrekking)
    else:
        _drop_vergadering(files, organisatie, tafel, intrekking)
    files, meldingen = _with_new_index(files)
    withdrawn = tuple(sorted({*site.ingetrokken, folder}))
    return Site(dict(sorted(files.items())), withdrawn), meldingen


def _drop_vergadering(files: dict[str, bytes], organisatie: Organisatie, tafel: Tafel, intrekking: Intrekking) -> None:
    folder = f"{vergadering_map(tafel.id, intrekking.datum)}/"
    for pad in [p for p in files if p.startswith(folder)]:
        del files[pad]
    adres = site_adres(organisatie)
    style = next((p for p in files if p.startswith("stijl-")), "")
    publicatie = Publicatie(intrekkingen=(intrekking,), tafels=(tafel,))
    kader = Kader(organisatie, publicatie, adres, style, "", zoekbaar=ZOEKEN in files)
    for pagina in make_ingetrokken(kader):
        files[pagina.pad] = pagina.html.encode("utf-8")
    _drop_from_lists(files, adres + folder)
    _mark_in_feed(files, noem_vergadering(tafel, intrekking.datum))


def _drop_stuk(files: dict[str, bytes], folder: str, intrekking: Intrekking) -> None:
    naam = web_naam(intrekking.stuk)
    files.pop(f"{folder}/{naam}", None)
    page = f"{folder}/index.html"
    if page in files:
        html = files[page].decode("utf-8")
        reason = f"{intrekking.stuk}: ingetrokken op {format_datum(intrekking.op)}. Reden: {intrekking.reden}"
        line = f'<li><span class="ingetrokken">{escape(reason)}</span></li>'
        html = re.sub(rf'<li><a href="{re.escape(naam)}">.*?</a></li>', lambda _: line, html, flags=re.DOTALL)
        files[page] = _JSONLD.sub("", html).encode("utf-8")
    data = f"{folder}/vergadering.json"
    if data in files:
        files[data] = _without_stuk(files[data], f"/{folder}/{naam}")
    _drop_from_lists(files, f"{folder}/{naam}")


def _without_stuk(data: bytes, einde: str) -> bytes:
    """Drop an information object and every reference to it."""
    ori = json.loads(data)
    gone = {o["url"] for o in ori["informatieobjecten"] if str(o.get("link", "")).endswith(einde)}
    ori["informatieobjecten"] = [o for o in ori["informatieobjecten"] if o["url"] not in gone]
    for found, key in ((ori["vergadering"], "bijlagen"), *((p, "informatieobjecten") for p in ori["agendapunten"])):
        if key in found:
            found[key] = [url for url in found[key] if url not in gone]
    return json.dumps(ori, ensure_ascii=False, indent=1).encode("utf-8")


def _drop_from_lists(files: dict[str, bytes], adres: str) -> None:
    """Take the addresses that contain this one out of the sitemaps."""
    for pad in [p for p in files if p == "sitemap.xml" or (p.startswith("woo/sitemap-") and p.endswith(".xml"))]:
        root = etree.fromstring(files[pad], etree.XMLParser(resolve_entities=False, no_network=True))
        for url in list(root):
            if any(adres in (part.text or "") for part in url if str(part.tag).endswith("}loc")):
                root.remove(url)
        files[pad] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _mark_in_feed(files: dict[str, bytes], titel: str) -> None:
    if "feed.xml" not in files:
        return
    root = etree.fromstring(files["feed.xml"], etree.XMLParser(resolve_entities=False, no_network=True))
    for part in root.iter("{http://www.w3.org/2005/Atom}title"):
        if part.text == titel:
            part.text = f"Ingetrokken: {titel}"
    files["feed.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _with_new_index(files: dict[str, bytes]) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Make the search index anew from the pages that are left; without one, nothing of the old stays."""
    kept = {p: c for p, c in files.items() if not p.startswith(f"{ZOEKINDEX}/")}
    pages = [
        Pagina(p, c.decode("utf-8"), doorzoekbaar=True)
        for p, c in kept.items()
        if p.endswith("index.html") and b"data-pagefind-body" in c
    ]
    index, meldingen = make_zoekindex(pages)
    return kept | index, meldingen
