"""The Atom feed (RFC 4287): what was published or taken back last. Titles only, so that it repeats no minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lxml import etree

from pipeline.publicatie.machines.adres import moment

_ATOM = "http://www.w3.org/2005/Atom"
_AANTAL = 50


@dataclass(frozen=True, slots=True)
class FeedRegel:
    """One entry: a page, and since when it is as it is."""

    titel: str
    url: str
    op: date
    samenvatting: str


def make_feed(titel: str, uitgever: str, adres: str, regels: Iterable[FeedRegel]) -> bytes:
    """Return the feed with the newest entries first."""
    entries = sorted(regels, key=lambda r: (r.op, r.url), reverse=True)[:_AANTAL]
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "nl")
    _add(root, "title", titel)
    _add(root, "id", adres)
    _add(root, "updated", moment(entries[0].op if entries else date(1970, 1, 1)))
    _add(_add(root, "author"), "name", uitgever)
    _add(root, "link", href=f"{adres}feed.xml", rel="self", type="application/atom+xml")
    _add(root, "link", href=adres, rel="alternate", type="text/html")
    for entry in entries:
        element = _add(root, "entry")
        _add(element, "title", entry.titel)
        _add(element, "id", entry.url)
        _add(element, "updated", moment(entry.op))
        _add(element, "link", href=entry.url, rel="alternate", type="text/html")
        _add(element, "summary", entry.samenvatting)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, naam: str, tekst: str = "", **attributen: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{naam}", attributen)
    element.text = tekst or None
    return element
