"""OpenDocument files (OASIS, version 1.3) without what they fetch or run on being opened.

Everything that lies elsewhere is named by ``xlink:href``. Inside the package are the parts it has, and places
that begin with ``#``; what else is named may only stand at a link that a person clicks on.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from lxml import etree

from pipeline.onschadelijk.archief import (
    MIMETYPE,
    drop,
    is_xml,
    local,
    parse_deel,
    read_delen,
    split_attribute,
    write_deel,
    write_delen,
)
from pipeline.onschadelijk.vondst import SJABLOON, Vondst, leads_out, names_address
from pipeline.onschadelijk.web import disarm_boom

_MANIFEST = "META-INF/manifest.xml"
_MACROMAPPEN = ("Basic/", "Scripts/", "Dialogs/", "Configurations2/")
_WAT = {
    "image": "een beeld",
    "fill-image": "een beeld",
    "background-image": "een beeld",
    "object": "een gekoppeld object",
    "object-ole": "een gekoppeld object",
    "plugin": "een film of geluid",
    "floating-frame": "een venster",
    "section-source": "een tekst",
    "table-source": "een koppeling met een ander werkblad",
    "cell-range-source": "een koppeling met een ander werkblad",
    "template": SJABLOON,
    "font-face-uri": "een lettertype",
}
# These fetch or run something whatever they name.
_NOOIT = {
    "dde-source": "een koppeling (DDE)",
    "dde-link": "een koppeling (DDE)",
    "dde-connection-decl": "een koppeling (DDE)",
    "auto-reload": "een koppeling die zichzelf ververst",
    "section-source": _WAT["section-source"],
    "table-source": _WAT["table-source"],
    "cell-range-source": _WAT["cell-range-source"],
    "floating-frame": _WAT["floating-frame"],
    "applet": "een programma",
    "connection-resource": "een gegevensbron",
    "database-table": "",
    "database-source-sql": "een gegevensbron",
    "database-source-query": "een gegevensbron",
    "database-source-table": "een gegevensbron",
    "model": "",
    "event-listener": "",
    "event-listeners": "",
    "scripts": "",
    "script": "een script",
}
_XFORMS = "http://www.w3.org/2002/xforms"
_FORMULE = re.compile(r"\b(?:WEBSERVICE|DDE|IMAGE|RTD|COM\.MICROSOFT\.WEBSERVICE)\s*\(|'[^'#]*(?::/|\\\\)[^'#]*'#",
                      re.IGNORECASE)  # fmt: skip
_KLIKFORMULE = re.compile(r"(?:\w+:)?=\s*HYPERLINK\s*\(\s*\"[^\"]*\"\s*(?:;\s*\"[^\"]*\"\s*)?\)\s*$", re.IGNORECASE)


def disarm_odf(data: bytes) -> tuple[bytes, list[Vondst]]:
    """Return the file made harmless, and what was taken out."""
    delen = read_delen(data)
    found: list[Vondst] = []
    for name in [n for n in delen if n.startswith(_MACROMAPPEN)]:
        if name.startswith(("Basic/", "Scripts/")):
            found.append(Vondst("macro's", "", "", is_script=True))
        del delen[name]
    for name in [n for n in delen if n not in (_MANIFEST, MIMETYPE) and is_xml(delen[n])]:
        root = parse_deel(delen[name])
        if root is not None:
            found += disarm_boom(root, name) if local(root) == "svg" else _disarm_deel(root, name, frozenset(delen))
            delen[name] = write_deel(root)
    if _MANIFEST in delen:
        delen[_MANIFEST] = _fit_manifest(delen)
    return write_delen(delen), found


def _fit_manifest(delen: dict[str, bytes]) -> bytes:
    """Take parts that are gone out of the list: LibreOffice calls a file broken that misses one."""
    root = parse_deel(delen[_MANIFEST])
    if root is None:
        return delen[_MANIFEST]
    paths = {node: str(v) for node in root for k, v in node.attrib.items() if split_attribute(str(k))[1] == "full-path"}
    drop([node for node, path in paths.items() if not path.endswith("/") and path not in delen])
    drop([node for node, path in paths.items() if path.startswith(_MACROMAPPEN)])
    return write_deel(root)


def _disarm_deel(root: etree._Element, deel: str, delen: frozenset[str]) -> list[Vondst]:
    found: list[Vondst] = []
    doomed: list[etree._Element] = []
    for node in root.iter():
        kind = local(node)
        if not kind:
            continue
        if kind in _NOOIT or etree.QName(node).namespace == _XFORMS:
            doomed.append(node)
            if _NOOIT.get(kind):
                adres = next((str(v) for k, v in node.attrib.items() if str(k).endswith("}href")), "")
                found.append(Vondst(_NOOIT[kind], deel, adres, is_script=kind == "script"))
            continue
        for name, value in list(node.attrib.items()):
            plain, text = split_attribute(str(name))[1], str(value)
            if plain == "formula" and _fetches(text):
                found.append(Vondst("een formule", deel, text))
            elif plain == "href" and kind != "a" and not _is_inside(text, deel, delen):
                found.append(Vondst(_WAT.get(kind, "iets"), deel, text))
                doomed += [node] if kind in _WAT else []
            elif not (plain in ("src", "url", "base", "source") and leads_out(text) and names_address(text)):
                continue
            del node.attrib[name]
    drop(dict.fromkeys(doomed))
    return found


def _fetches(formule: str) -> bool:
    return bool(_FORMULE.search(formule)) or (names_address(formule) and not _KLIKFORMULE.match(formule))


def _is_inside(href: str, deel: str, delen: frozenset[str]) -> bool:
    """Tell whether a reference stays in the package: a place in this document, or a part that is there."""
    if not href or href.startswith(("#", "data:")):
        return True
    if leads_out(href):
        return False
    folder = posixpath.dirname(deel)
    places = {posixpath.normpath(posixpath.join(base, unquote(href))) for base in ("", folder)}
    return any(place in delen or any(part.startswith(f"{place}/") for part in delen) for place in places)
