"""The Woo sitemap: every public document with its DiWoo metadata (0.9.8), for the Woo index of the government.

Publisher and category come from the configuration: whether a table falls under a category of the Woo is for
the organisation itself to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from pipeline.model import Organisatie
from pipeline.publicatie.editie import StukSoort

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "https://standaarden.overheid.nl/diwoo/metadata/0.9.8/xsd/diwoo/diwoo-metadata.xsd"
TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_EU = "http://publications.europa.eu/resource/authority/"
VERGADERSTUKKEN = "c_db4862c3"
# The names of the lists a harvester looks for go by the number of the category in the law (Woo 3.3).
_CATEGORIEEN = {VERGADERSTUKKEN: ("infocat008", "vergaderstukken decentrale overheden")}
_SOORTEN: dict[StukSoort, tuple[str, str]] = {
    "agenda": ("c_f90465b3", "agenda"),
    "verslag": ("c_42e406dd", "vergaderverslag"),
    "besluitenlijst": ("c_d4a4792f", "besluitenlijst"),
    "actielijst": ("c_7f9dffa7", "vergaderstuk"),
    "bijlage": ("c_7f9dffa7", "vergaderstuk"),
}
_VASTSTELLING, _ONTVANGST = ("c_641ecd76", "vaststelling"), ("c_dfcee535", "ontvangst")
_MAX_URLS = 50_000  # of the sitemap protocol


@dataclass(frozen=True, slots=True)
class WooDocument:
    """A document in the sitemap: ``datum`` is when it was adopted or, for a paper, received."""

    url: str
    titel: str
    soort: StukSoort
    datum: date
    gewijzigd: date


def make_woo_bestanden(organisatie: Organisatie, documenten: Iterable[WooDocument], adres: str) -> dict[str, bytes]:
    """Return the sitemap index and the sitemaps with metadata, by path; nothing without a publisher."""
    plaats = organisatie.publicatie
    if not plaats.uitgever:
        return {}
    category, _ = _categorie(plaats.categorie)
    chunks = list(_chunks(tuple(documenten))) or [()]
    names = [f"woo/sitemap-diwoo-{category}-{n}.xml" for n in range(1, len(chunks) + 1)]
    files = {name: _sitemap(organisatie, chunk) for name, chunk in zip(names, chunks, strict=True)}
    return files | {f"woo/sitemapindex-diwoo-{category}.xml": _index(adres, names)}


def _categorie(code: str) -> tuple[str, str]:
    return _CATEGORIEEN.get(code or VERGADERSTUKKEN, ("categorie", "informatiecategorie"))


def _chunks(documenten: tuple[WooDocument, ...]) -> Iterator[tuple[WooDocument, ...]]:
    for start in range(0, len(documenten), _MAX_URLS):
        yield documenten[start : start + _MAX_URLS]


def _index(adres: str, names: list[str]) -> bytes:
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})
    for name in names:
        entry = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
        etree.SubElement(entry, f"{{{SITEMAP}}}loc").text = f"{adres}{name}"
    return _write(root)


def _sitemap(organisatie: Organisatie, documenten: tuple[WooDocument, ...]) -> bytes:
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "diwoo": DIWOO, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{DIWOO} {_SCHEMA}")
    for document in documenten:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = document.url
        etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = document.gewijzigd.isoformat()
        _add_metadata(_add(_add(url, "Document"), "DiWoo"), organisatie, document)
    return _write(root)


def _add_metadata(diwoo: etree._Element, organisatie: Organisatie, document: WooDocument) -> None:
    plaats = organisatie.publicatie
    suffix = document.url.rpartition("/")[2].rpartition(".")[2]
    form = suffix.upper() if suffix in ("pdf", "docx") else "HTML"
    _add(diwoo, "creatiedatum", document.datum.isoformat())
    _add(diwoo, "publisher", organisatie.uitgever or organisatie.naam, plaats.uitgever)
    _add(diwoo, "format", form.lower(), f"{_EU}file-type/{form}")
    _add(diwoo, "language", "Nederlands", f"{_EU}language/NLD")
    _add(_add(diwoo, "titelcollectie"), "officieleTitel", document.titel)
    classes = _add(diwoo, "classificatiecollectie")
    code, label = _SOORTEN[document.soort]
    _add(_add(classes, "documentsoorten"), "documentsoort", label, TOOI + code)
    category = plaats.categorie or VERGADERSTUKKEN
    _add(_add(classes, "informatiecategorieen"), "informatiecategorie", _categorie(category)[1], TOOI + category)
    act_code, act = _ONTVANGST if document.soort == "bijlage" else _VASTSTELLING
    handling = _add(_add(diwoo, "documenthandelingen"), "documenthandeling")
    _add(handling, "soortHandeling", act, TOOI + act_code)
    _add(handling, "atTime", f"{document.datum.isoformat()}T00:00:00")


def _add(parent: etree._Element, naam: str, tekst: str = "", resource: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{DIWOO}}}{naam}")
    element.text = tekst or None
    if resource:
        element.set("resource", resource)
    return element


def _write(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
