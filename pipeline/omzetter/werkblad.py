"""Spreadsheets laid out for paper: lying pages, as wide as the sheet, so that no column ends up on a page of its own.

Excel keeps how a sheet is printed in the sheet (ECMA-376 part 1, 18.3.1.63), OpenDocument in the page layouts
(1.3 part 3, 20.333). What the maker chose for the rows stays: breaks, titles that are repeated, the area printed.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

OUDE_WERKBLADEN = (".xls", ".xlt")
NIEUW_WERKBLAD = ".xlsx"
WERKBLADEN = (NIEUW_WERKBLAD, ".xlsm", ".xltx", ".ods", ".ots", *OUDE_WERKBLADEN)
_ERNA = ("headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
         "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems",
         "tableParts", "extLst")  # fmt: skip
_A3, _A4 = "8", "9"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"


def fit_to_width(data: bytes) -> bytes:
    """Return a spreadsheet (.xlsx or .ods, harmless and sound) with every sheet as wide as a lying page."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as fitted:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename.startswith(("xl/worksheets/", "xl/chartsheets/")) and info.filename.endswith(".xml"):
                content = _fit_sheet(content)
            elif info.filename in ("styles.xml", "content.xml"):
                content = _fit_layouts(content)
            fitted.writestr(info, content)
    return out.getvalue()


def _parse(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _write(root: etree._Element) -> bytes:
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return content


def _fit_sheet(data: bytes) -> bytes:
    root = _parse(data)
    if root is None or etree.QName(root).localname != "worksheet":
        return data
    space = etree.QName(root).namespace
    properties = root.find("{*}sheetPr")
    if properties is None:
        properties = etree.Element(f"{{{space}}}sheetPr")
        root.insert(0, properties)
    fit = properties.find("{*}pageSetUpPr")
    if fit is None:
        fit = etree.SubElement(properties, f"{{{space}}}pageSetUpPr")
    fit.set("fitToPage", "1")
    setup = root.find("{*}pageSetup")
    paper = setup.get("paperSize") if setup is not None else None
    if setup is not None:
        root.remove(setup)
    setup = etree.Element(f"{{{space}}}pageSetup", paperSize=_A3 if paper == _A3 else _A4, orientation="landscape",
                          fitToWidth="1", fitToHeight="0")  # fmt: skip
    behind = next((node for node in root if etree.QName(node).localname in _ERNA), None)
    root.insert(len(root) if behind is None else root.index(behind), setup)
    for breaks in root.findall("{*}colBreaks"):
        root.remove(breaks)
    return _write(root)


def _fit_layouts(data: bytes) -> bytes:
    root = _parse(data)
    if root is None:
        return data
    for layout in root.iter(f"{{{_STYLE}}}page-layout-properties"):
        width, height = layout.get(f"{{{_FO}}}page-width"), layout.get(f"{{{_FO}}}page-height")
        if width and height and layout.get(f"{{{_STYLE}}}print-orientation") != "landscape":
            layout.set(f"{{{_FO}}}page-width", height)
            layout.set(f"{{{_FO}}}page-height", width)
        elif not width:
            layout.set(f"{{{_FO}}}page-width", "29.7cm")
            layout.set(f"{{{_FO}}}page-height", "21cm")
        layout.set(f"{{{_STYLE}}}print-orientation", "landscape")
        for name in ("scale-to", "scale-to-pages"):
            layout.attrib.pop(f"{{{_STYLE}}}{name}", None)
        layout.set(f"{{{_STYLE}}}scale-to-X", "1")
        layout.set(f"{{{_STYLE}}}scale-to-Y", "0")
    return _write(root)
