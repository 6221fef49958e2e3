"""What stands in a file in the languages of the web: SVG pictures, and HTML that Word takes in."""

from __future__ import annotations

import re

from lxml import etree, html

from pipeline.onschadelijk.archief import drop, local, split_attribute
from pipeline.onschadelijk.vondst import Vondst, leads_out

_STIJL_ADRES = re.compile(r"url\s*\(\s*['\"]?(?!#|data:)[^)]*\)|@import[^;]*;?", re.IGNORECASE)
_LADEN = ("script", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "audio", "video",
          "source", "track", "foreignObject", "meta")  # fmt: skip
_ADRESSEN = ("src", "href", "srcset", "background", "poster", "data", "longdesc", "lowsrc", "dynsrc", "action")


def disarm_boom(root: etree._Element, plaats: str) -> list[Vondst]:
    """Take out of a tree of SVG or HTML what fetches or runs something."""
    found: list[Vondst] = []
    doomed = [node for node in root.iter() if local(node) in _LADEN]
    found += [Vondst("iets wat van buiten komt", plaats, node.get("src") or "") for node in doomed]
    drop(doomed)
    for node in root.iter():
        if local(node) == "style" and node.text:
            node.text = _STIJL_ADRES.sub("", node.text)
        for name, value in list(node.attrib.items()) if local(node) else ():
            plain = split_attribute(str(name))[1].lower()
            is_klik = local(node) == "a" and plain == "href"
            if plain.startswith("on"):
                del node.attrib[name]
            elif plain in _ADRESSEN and not is_klik and not str(value).startswith(("#", "data:")):
                del node.attrib[name]
                if leads_out(str(value)):
                    found.append(Vondst("een beeld", plaats, str(value)))
            elif "url" in str(value).lower():
                node.set(name, _STIJL_ADRES.sub("none", str(value)))
    return found


def disarm_html(data: bytes, plaats: str) -> tuple[bytes, list[Vondst]]:
    """Make a page of HTML harmless: its text stays."""
    try:
        root = html.document_fromstring(data)
    except (etree.ParserError, ValueError):
        return b"", []
    found = disarm_boom(root, plaats)
    return html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>"), found
