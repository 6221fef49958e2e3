"""Word, Excel and PowerPoint files (ECMA-376) without what they fetch or run on being opened.

Two things lead out of a package: a relationship to something external (part 2, 8), and words in the parts
themselves: fields, formulas and attributes. A link that a person clicks on stays where it is used as one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lxml import etree

from pipeline.onschadelijk.archief import (
    drop,
    is_xml,
    local,
    parse_deel,
    read_delen,
    split_attribute,
    write_deel,
    write_delen,
)
from pipeline.onschadelijk.velden import find_adres, find_lading
from pipeline.onschadelijk.vondst import SJABLOON, Vondst, leads_out, names_address
from pipeline.onschadelijk.web import disarm_boom, disarm_html
from pipeline.word.pakket import Relatie, read_relaties

Ontwapenaar = Callable[[bytes, str], tuple[bytes, list[Vondst]]]

_R = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships")  # fmt: skip
_KLIK = ("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver")
# Elements that are nothing without what they point to; of others only the attribute goes.
_HEEL_WEG = ("altChunk", "subDoc", "externalReference", "attachedTemplate", "dataSource", "headerSource", "videoFile",
             "audioFile", "quickTimeFile", "wavAudioFile", "control", "externalData", "oleLink", "ddeLink",
             "queryTablePart", "frame", "src")  # fmt: skip
_NOOIT: dict[str, str] = {  # kinds of relationship that only fetch or run something
    "externalLink": "een koppeling met een ander werkblad",
    "externalLinkPath": "een koppeling met een ander werkblad",
    "connections": "een gegevensbron",
    "queryTable": "een gegevensbron",
    "mailMergeSource": "een gegevensbron",
    "mailMergeHeaderSource": "een gegevensbron",
    "vbaProject": "macro's",
    "wordVbaData": "macro's",
    "xlMacrosheet": "macro's",
    "activeXControl": "een besturingselement",
    "activeXControlBinary": "een besturingselement",
    "keyMapCustomizations": "",
    "attachedToolbars": "",
    "userCustomization": "",
}
_MACRO = ("macro's", "een besturingselement")
_SOORTEN = {
    "image": "een beeld",
    "attachedTemplate": SJABLOON,
    "oleObject": "een gekoppeld object",
    "package": "een gekoppeld object",
    "aFChunk": "een ingevoegd document",
    "subDocument": "een subdocument",
    "video": "een film",
    "audio": "geluid",
    "media": "een film of geluid",
    "frame": "een venster",
}
_ADRES_ATTRIBUTEN = ("src", "href", "url", "sourceFile", "sourceFileName")
# Functions that fetch when a sheet is computed, and references to another book.
_FORMULE = re.compile(r"(?<!\w)\[\d+\]|\b(?:WEBSERVICE|RTD|IMAGE|DDE|STOCKHISTORY|CALL|REGISTER(?:\.ID)?)\s*\("
                      r"|\bSQL\.REQUEST\s*\(|'[^'!]*(?:://|\\\\|\[)[^'!]*'!|\w\|'", re.IGNORECASE)  # fmt: skip
_KLIKFORMULE = re.compile(r"\s*HYPERLINK\s*\(\s*\"[^\"]*\"\s*(?:[,;]\s*(?:\"[^\"]*\"|[$A-Z0-9]+)\s*)?\)\s*$",
                          re.IGNORECASE)  # fmt: skip


def disarm_ooxml(data: bytes, verder: Ontwapenaar) -> tuple[bytes, list[Vondst]]:
    """Return the file made harmless, and what was taken out; ``verder`` does the same with a file inside it."""
    delen = read_delen(data)
    found: list[Vondst] = []
    weg = {deel: _weigerlijst(delen, deel, found) for deel in _owners(delen)}
    for deel in [name for name in delen if not name.endswith(".rels")]:
        delen[deel], more = _disarm_deel(delen, deel, weg.get(deel, {}), verder)
        found += more
    return write_delen(delen), found


def _owners(delen: dict[str, bytes]) -> list[str]:
    """Return the parts that have relationships; empty is the package itself."""
    found = []
    for name in [n for n in delen if n.endswith(".rels")]:
        folder, file = posixpath.split(name)
        found.append(posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")))
    return found


def _weigerlijst(delen: dict[str, bytes], deel: str, found: list[Vondst]) -> dict[str, Relatie]:
    """Take the relationships that fetch or run something out of a part; return those that may not be used.

    One that says it is a link to click on stays, but is in the list: it may stand at a link only.
    """
    name = posixpath.join(posixpath.dirname(deel), "_rels", f"{posixpath.basename(deel)}.rels")
    root = parse_deel(delen[name])
    if root is None:
        del delen[name]
        return {}
    refused: dict[str, Relatie] = {}
    for node, relatie in zip([e for e in root if e.get("Target") is not None], read_relaties(root, deel), strict=True):
        extern = relatie.extern or node.get("TargetMode", "").casefold() == "external" or leads_out(node.get("Target"))
        if not extern and relatie.kort not in _NOOIT:
            continue
        refused[relatie.id] = relatie
        if relatie.kort == "hyperlink" and extern:
            node.set("TargetMode", "External")
            continue
        root.remove(node)
        what = _NOOIT.get(relatie.kort, _SOORTEN.get(relatie.kort, "iets"))
        if what:
            found.append(Vondst(what, deel, node.get("Target") if extern else "", what in _MACRO))
        if not extern:
            delen.pop(relatie.doel, None)
    delen[name] = write_deel(root)
    return refused


def _disarm_deel(
    delen: dict[str, bytes], deel: str, weg: dict[str, Relatie], verder: Ontwapenaar
) -> tuple[bytes, list[Vondst]]:
    data = delen[deel]
    if not is_xml(data):
        return verder(data, deel) if "/embeddings/" in f"/{deel}" or deel.endswith(".bin") else (data, [])
    if deel.lower().endswith((".html", ".htm", ".xhtml")):
        return disarm_html(data, deel)
    root = parse_deel(data)
    if root is None:
        return data, []
    if local(root) == "svg":
        found = disarm_boom(root, deel)
    elif deel == "[Content_Types].xml":
        return _drop_types(root, delen), []
    else:
        found = [*_disarm_velden(root, deel), *_disarm_formules(root, deel), *_disarm_namen(root, deel, weg)]
    return write_deel(root), found


def _drop_types(root: etree._Element, delen: dict[str, bytes]) -> bytes:
    drop([e for e in root if local(e) == "Override" and e.get("PartName", "").lstrip("/") not in delen])
    return write_deel(root)


def _disarm_namen(root: etree._Element, deel: str, weg: dict[str, Relatie]) -> list[Vondst]:
    """Take out attributes that name something outside, and elements that are nothing without it."""
    found: list[Vondst] = []
    doomed: list[etree._Element] = []
    for node in root.iter():
        kind = local(node)
        if kind == "mailMerge":
            doomed.append(node)
            found.append(Vondst("een gegevensbron voor een verzendlijst", deel))
        if not kind or kind in _KLIK:
            continue
        for name, value in list(node.attrib.items()):
            space, plain = split_attribute(str(name))
            text = str(value)
            if space in _R and text in weg:
                relatie = weg[text]
                if relatie.kort == "hyperlink":
                    found.append(Vondst("een beeld of object", deel, relatie.doel))
            elif not (plain in _ADRES_ATTRIBUTEN and leads_out(text) and names_address(text)):
                continue
            else:
                found.append(Vondst("een beeld", deel, text))
            del node.attrib[name]
            if kind in _HEEL_WEG or (kind == "OLEObject" and node.get("Type") == "Link"):
                doomed.append(node)
    drop(dict.fromkeys(doomed))
    return found


def _disarm_formules(root: etree._Element, deel: str) -> list[Vondst]:
    """Let cells and names that reach outside keep what they showed last, without their formula."""
    found: list[Vondst] = []
    shared: set[str] = set()
    doomed = []
    for node in root.iter("{*}f", "{*}definedName", "{*}formula", "{*}formula1", "{*}formula2", "{*}oldFormula"):
        text = node.text or ""
        if node.get("t") == "shared" and node.get("si") in shared:
            doomed.append(node)
        elif _FORMULE.search(text) or (names_address(text) and not _KLIKFORMULE.match(text)):
            doomed.append(node)
            shared |= {node.get("si")} if node.get("t") == "shared" else set()
            cell = node.getparent().get("r") if node.getparent() is not None else None
            found.append(Vondst("een formule", f"{deel}{f', cel {cell}' if cell else ''}", text))
    drop(doomed)
    return found


def _disarm_velden(root: etree._Element, deel: str) -> list[Vondst]:
    """Take fields of Word that fetch something out; what they showed last stays as text."""
    found: list[Vondst] = []
    for simple in list(root.iter("{*}fldSimple")):
        instruction = next((str(v) for k, v in simple.attrib.items() if split_attribute(str(k))[1] == "instr"), "")
        what = find_lading(instruction)
        if what:
            found.append(Vondst(what, deel, find_adres(instruction)))
            _unwrap(simple)
    found += _disarm_samengesteld(root, deel)
    return found


def _unwrap(node: etree._Element) -> None:
    parent, at = node.getparent(), node.getparent().index(node)
    for child in reversed(list(node)):
        parent.insert(at + 1, child)
    drop([node])


def _disarm_samengesteld(root: etree._Element, deel: str) -> list[Vondst]:
    """Find fields that run over several runs, one within another, and judge each by its whole instruction."""
    found: list[Vondst] = []
    doomed: list[etree._Element] = []
    open_fields: list[_Veld] = []
    for node in root.iter("{*}fldChar", "{*}instrText", "{*}t"):
        kind = local(node)
        if kind == "fldChar":
            mark = next((str(v) for k, v in node.attrib.items() if split_attribute(str(k))[1] == "fldCharType"), "")
            if mark == "begin":
                open_fields.append(_Veld())
            if open_fields:
                open_fields[-1].delen.append(node)
            if mark == "separate" and open_fields:
                open_fields[-1].in_instructie = False
            if mark == "end" and open_fields:
                _close(open_fields.pop(), deel, found, doomed)
        else:
            for field in open_fields:
                field.add(node, kind)
    for left in open_fields:
        _close(left, deel, found, doomed)
    drop(doomed)
    return found


def _close(field: _Veld, deel: str, found: list[Vondst], doomed: list[etree._Element]) -> None:
    what = find_lading(field.instructie)
    if what:
        found.append(Vondst(what, deel, find_adres(field.instructie)))
        doomed += field.delen


class _Veld:
    """A field on its way: its marks, and its instruction as far as it was read."""

    def __init__(self) -> None:
        self.delen: list[etree._Element] = []
        self.instructie = ""
        self.in_instructie = True

    def add(self, node: etree._Element, kind: str) -> None:
        """Take in a piece of text: of the instruction, also where a field within it makes it."""
        if self.in_instructie:
            self.instructie += node.text or ""
            if kind == "instrText":
                self.delen.append(node)
