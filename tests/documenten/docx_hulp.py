"""What the tests of documents share: reading a Word file, and looking for anything Word would repair."""

from __future__ import annotations

import io
import posixpath
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import docx
from lxml import etree
from ziphulp import parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# The order of the schema (wml.xsd): CT_PPrBase, EG_RPrBase, CT_TblPrBase, CT_TcPrBase, and of two parents.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions defaultTabStop "
    "autoHyphenation characterSpacingControl footnotePr endnotePr compat rsids mathPr themeFontLang clrSchemeMapping "
    "shapeDefaults decimalSymbol listSeparator",
}


def all_text(data: bytes) -> list[str]:
    """The text of every paragraph, in the body and in tables, as python-docx gives it."""
    document = docx.Document(io.BytesIO(data))
    return [docx.text.paragraph.Paragraph(p, document).text for p in document.element.body.iter(f"{W}p")]


def repair_reasons(data: bytes) -> list[str]:
    """Everything for which Word would offer to repair the file, or might."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        found = [f"part {n} twice" for n, count in Counter(map(str.casefold, names)).items() if count > 1]
    delen = parts(data)
    found += _package_reasons(delen)
    ids: Counter[tuple[str, str]] = Counter()
    for name, content in delen.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(content)
            found += [f"{name}: {reason}" for reason in _part_reasons(root)]
            ids.update(_document_ids(root))
    return found + [f"{kind} {value} used twice" for (kind, value), count in ids.items() if count > 1]


def _package_reasons(delen: dict[str, bytes]) -> list[str]:
    found = []
    types = etree.fromstring(delen["[Content_Types].xml"])
    overrides = [o.get("PartName").lstrip("/") for o in types.iter(f"{CT}Override")]
    defaults = [d.get("Extension").casefold() for d in types.iter(f"{CT}Default")]
    found += [f"content type of {n} twice" for n, c in Counter([*overrides, *defaults]).items() if c > 1]
    found += [f"content type for {n}, which is not there" for n in overrides if n not in delen]
    for name in delen:
        if name not in overrides and name.rsplit(".", 1)[-1].casefold() not in defaults:
            found.append(f"no content type for {name}")
    for name, content in delen.items():
        if name.endswith(".rels"):
            base = Path(name).parent.parent
            relations = list(etree.fromstring(content).iter(f"{RELS}Relationship"))
            found += [f"{name}: id {n} twice" for n, c in Counter(r.get("Id") for r in relations).items() if c > 1]
            for relation in relations:
                target = relation.get("Target")
                full = posixpath.normpath(posixpath.join("/", base.as_posix(), target)).lstrip("/")
                if relation.get("TargetMode") != "External" and full not in delen:
                    found.append(f"{name}: {target} is not there")
    return found


def _width(row: etree._Element) -> int:
    """Count the columns a row takes up: a cell may span several."""
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)


def _part_reasons(root: etree._Element) -> list[str]:
    found = [
        f"a cell that does not end in a paragraph: {etree.tostring(cell)[:80]!r}"
        for cell in root.iter(f"{W}tc")
        if len(cell) == 0 or cell[-1].tag != f"{W}p"
    ]
    found += ["a table without rows" for t in root.iter(f"{W}tbl") if t.find(f"{W}tr") is None]
    found += ["a row without cells" for r in root.iter(f"{W}tr") if r.find(f"{W}tc") is None]
    for table in root.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        found += [
            f"a row of {_width(r)} cells in a table of {columns}"
            for r in table.findall(f"{W}tr")
            if _width(r) != columns
        ]
        if table.getnext() is not None and table.getnext().tag == f"{W}tbl":
            found.append("two tables that touch")
    starts = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    ends = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkEnd")]
    found += ["bookmarks that do not end"] if sorted(starts) != sorted(ends) else []
    found += [
        f"bookmark name {b.get(f'{W}name')} too long"
        for b in root.iter(f"{W}bookmarkStart")
        if len(b.get(f"{W}name")) > 40
    ]
    found += [f"text outside a run: {t.text!r}" for t in root.iter(f"{W}t") if t.getparent().tag != f"{W}r"]
    for tag, order in ORDER.items():
        places = {f"{W}{name}": index for index, name in enumerate(order.split())}
        for element in root.iter(f"{W}{tag}"):
            if tag == "rPr" and element.getparent().tag == f"{W}pPr":
                continue
            # Settings has a hundred more that we never write; of those we do, the order must be right.
            unknown = [c.tag for c in element if c.tag not in places and c.tag.startswith(W) and tag != "settings"]
            found += [f"{tag}: unknown {unknown}"] if unknown else []
            seen = [places[c.tag] for c in element if c.tag in places]
            found += [f"{tag}: wrong order {[c.tag.split('}')[1] for c in element]}"] if seen != sorted(seen) else []
    return found


def _document_ids(root: etree._Element) -> list[tuple[str, str]]:
    found = [("bookmark name", b.get(f"{W}name").casefold()) for b in root.iter(f"{W}bookmarkStart")]
    found += [("bookmark id", b.get(f"{W}id")) for b in root.iter(f"{W}bookmarkStart")]
    return found + [("drawing id", d.get("id")) for d in root.iter(f"{WP}docPr")]


def to_pdf_pages(data: bytes, folder: Path, profile: Path) -> list[str]:
    """Convert with LibreOffice and return the text of each page, as pdftotext sees it on the page."""
    (folder / "document.docx").write_bytes(data)
    convert(folder / "document.docx", "pdf", folder, profile)
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "document.pdf"), "-"], capture_output=True, check=True, text=True
    ).stdout
    return [" ".join(page.split()) for page in text.split("\f") if page.strip()]


def convert(source: Path, kind: str, folder: Path, profile: Path) -> None:
    """Convert a file with LibreOffice, with a profile of its own."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
