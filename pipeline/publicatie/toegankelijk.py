"""Is a PDF for everyone to read, and for ever to keep? Checks on the tags and the metadata, in Dutch.

What PDF/UA-1 (ISO 14289-1) and PDF/A-2b (ISO 19005-2) ask and a program can see. veraPDF looks at everything
else, where it is installed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pipeline.model import Bron, Melding, melding
from pipeline.publicatie.tagboom import STANDAARD, PdfTag, attribute, children, walk_tags

_NS = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_SECONDEN = 120


def check_pdf(naam: str, inhoud: bytes) -> tuple[Melding, ...]:
    """Say everything that keeps people out of this PDF, or keeps it out of an archive."""
    try:
        reader = PdfReader(io.BytesIO(inhoud))
        if reader.is_encrypted:
            return (_say(naam, "De PDF is versleuteld.", "Maak de PDF zonder wachtwoord."),)
        problems = [text for check in _CONTROLES for text in check(reader)]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        return (_say(naam, f"De PDF is beschadigd of geen PDF ({type(error).__name__})."),)
    return tuple(_say(naam, text) for text in problems)


def _say(naam: str, tekst: str, hulp: str = "") -> Melding:
    return melding("pdf-toegankelijkheid", tekst, Bron(naam), hulp)


def _check_structuur(reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    mark = root.get("/MarkInfo", DictionaryObject())
    if "/StructTreeRoot" not in root or not next(walk_tags(root.get("/StructTreeRoot")), None):
        yield "De PDF heeft geen structuur (tags). Een schermlezer kan hem niet goed voorlezen."
    elif not mark.get_object().get("/Marked"):
        yield "De PDF zegt niet dat hij getagd is (MarkInfo)."
    unknown = sorted({t.geschreven for t in _tags(reader) if t.soort not in STANDAARD})
    if unknown:
        yield f"Deze soorten tags kent een schermlezer niet: {', '.join(unknown[:5])}."


def _check_taal(reader: PdfReader) -> Iterator[str]:
    if not str(reader.root_object.get("/Lang") or "").strip():
        yield "De taal van de PDF ontbreekt. Een schermlezer weet dan niet hoe hij de woorden uitspreekt."


def _check_titel(reader: PdfReader) -> Iterator[str]:
    title = _xmp_text(reader, "//dc:title//rdf:li") or (reader.metadata.title if reader.metadata else "")
    if not (title or "").strip():
        yield "De titel van de PDF ontbreekt."
    preferences = reader.root_object.get("/ViewerPreferences", DictionaryObject()).get_object()
    if not preferences.get("/DisplayDocTitle"):
        yield "De PDF toont zijn bestandsnaam in plaats van zijn titel (DisplayDocTitle)."


def _check_koppen(reader: PdfReader) -> Iterator[str]:
    levels = [
        int(t.soort[1]) for t in _tags(reader) if len(t.soort) == 2 and t.soort[0] == "H" and t.soort[1] in "123456"
    ]
    previous = 0
    for level in levels:
        if level > previous + 1:
            place = f"na een kop van niveau {previous}" if previous else "als eerste kop"
            yield f"De koppen slaan een niveau over: niveau {level} {place}."
        previous = level
    if levels and not reader.outline:
        yield "De PDF heeft koppen, maar geen bladwijzers om erheen te springen."


def _check_tabellen(reader: PdfReader) -> Iterator[str]:
    for number, tabel in enumerate((t for t in _tags(reader) if t.soort == "Table"), 1):
        heads = children(tabel, "TH")
        if not heads:
            yield f"Tabel {number} heeft geen kopcellen."
        elif not all(attribute(head, "/Scope") for head in heads):
            yield f"Tabel {number} heeft kopcellen die niet zeggen bij welke rij of kolom zij horen."


def _check_beelden(reader: PdfReader) -> Iterator[str]:
    for number, beeld in enumerate((t for t in _tags(reader) if t.soort in ("Figure", "Formula")), 1):
        text = beeld.element.get("/Alt") or beeld.element.get("/ActualText")
        if not str(text or "").strip():
            yield f"Afbeelding {number} heeft geen beschrijving (alternatieve tekst)."


def _check_links(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        if any(not str(link.get("/Contents") or "").strip() for link in _links(page)):
            yield f"Op pagina {number} staat een link zonder beschrijving."


def _check_kenmerken(reader: PdfReader) -> Iterator[str]:
    archive = (_xmp_text(reader, "//pdfaid:part"), _xmp_text(reader, "//pdfaid:conformance").upper())
    if archive[0] not in ("2", "3") or archive[1] not in ("A", "B", "U"):
        yield "De PDF is geen PDF/A-2 of PDF/A-3: hij is niet geschikt om te bewaren."
    if _xmp_text(reader, "//pdfuaid:part") != "1":
        yield "De PDF is geen PDF/UA-1: hij is niet gemaakt om voor iedereen te lezen te zijn."


def _check_archief(reader: PdfReader) -> Iterator[str]:
    names = reader.root_object.get("/Names", DictionaryObject()).get_object()
    action = reader.root_object.get("/OpenAction", DictionaryObject()).get_object()
    if "/JavaScript" in names or (isinstance(action, DictionaryObject) and action.get("/S") == "/JavaScript"):
        yield "In de PDF zit een programma (JavaScript)."
    if "/EmbeddedFiles" in names:
        yield "In de PDF zitten bestanden."
    if "/OutputIntents" not in reader.root_object:
        yield "De PDF zegt niet hoe zijn kleuren zijn bedoeld (OutputIntent)."
    loose = sorted({name for page in reader.pages for name in _loose_fonts(page)})
    if loose:
        yield f"Deze letters zitten niet in de PDF: {', '.join(loose[:5])}."


_CONTROLES: tuple[Callable[[PdfReader], Iterator[str]], ...] = (
    _check_structuur,
    _check_taal,
    _check_titel,
    _check_koppen,
    _check_tabellen,
    _check_beelden,
    _check_links,
    _check_kenmerken,
    _check_archief,
)


def _tags(reader: PdfReader) -> Iterator[PdfTag]:
    return walk_tags(reader.root_object.get("/StructTreeRoot"))


def _xmp_text(reader: PdfReader, path: str) -> str:
    """Return the text of an element or attribute of the XMP metadata; empty where there is none."""
    metadata = reader.root_object.get("/Metadata")
    if metadata is None:
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(metadata.get_object().get_data(), parser)
    except etree.XMLSyntaxError:
        return ""
    found = tree.xpath(path, namespaces=_NS) or tree.xpath(path.replace("//", "//@"), namespaces=_NS)
    return str(getattr(found[0], "text", found[0]) or "").strip() if found else ""


def _links(page: Any) -> Iterator[DictionaryObject]:
    for annotation in page.get("/Annots") or ():
        value = annotation.get_object()
        if value.get("/Subtype") == "/Link":
            yield value


def _loose_fonts(page: Any) -> Iterator[str]:
    resources = page.get("/Resources", DictionaryObject()).get_object()
    for font in resources.get("/Font", DictionaryObject()).get_object().values():
        value = font.get_object()
        parts = [part.get_object() for part in value.get("/DescendantFonts", ArrayObject())] or [value]
        for part in parts:
            descriptor = part.get("/FontDescriptor", DictionaryObject()).get_object()
            if part.get("/Subtype") != "/Type3" and not any(f"/FontFile{n}" in descriptor for n in ("", "2", "3")):
                yield str(part.get("/BaseFont", "onbekend")).removeprefix("/")


def repair_pdf(inhoud: bytes) -> bytes:
    """Add what LibreOffice 7.4 leaves out: header cells in a table of words and values, and the text of links.

    A table without header cells whose rows all have two cells gets its first column as headers: that is how the
    head of our documents is built. What changed is added at the end of the file; nothing else is touched.
    """
    writer = PdfWriter(io.BytesIO(inhoud), incremental=True)
    changed = False
    for tabel in [t for t in walk_tags(writer.root_object.get("/StructTreeRoot")) if t.soort == "Table"]:
        changed |= _head_first_column(tabel)
    for page in writer.pages:
        changed |= _describe_links(page)
    if not changed:
        return inhoud
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _head_first_column(tabel: PdfTag) -> bool:
    rows = [children(row, "TD", "TH") for row in children(tabel, "TR")]
    if not rows or any(len(cells) != 2 or cells[0].geschreven == "TH" for cells in rows):
        return False
    for first, _ in rows:
        first.element[NameObject("/S")] = NameObject("/TH")
        scope = DictionaryObject({NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")})
        old = first.element.get("/A")
        owners = [] if old is None else list(old) if isinstance(old, ArrayObject) else [old]
        first.element[NameObject("/A")] = ArrayObject([*owners, scope])
    return True


def _describe_links(page: Any) -> bool:
    changed = False
    for link in _links(page):
        target = link.get("/A", DictionaryObject()).get_object().get("/URI")
        if not link.get("/Contents") and target:
            link[NameObject("/Contents")] = TextStringObject(f"Link naar {target}")
            changed = True
    return changed


def check_with_verapdf(naam: str, inhoud: bytes, programma: str = "") -> tuple[Melding, ...]:
    """Let veraPDF look too, where it is installed (``programma`` or on the path); without it there is nothing."""
    verapdf = programma or shutil.which("verapdf")
    if not verapdf:
        return ()
    found = []
    with tempfile.TemporaryDirectory(prefix="regietafel-") as folder:
        path = Path(folder) / "stuk.pdf"
        path.write_bytes(inhoud)
        for flavour, norm in (("2b", "PDF/A-2b"), ("ua1", "PDF/UA-1")):
            if not _is_valid(verapdf, flavour, path):
                found.append(_say(naam, f"Volgens veraPDF voldoet de PDF niet aan {norm}."))
    return tuple(found)


def _is_valid(verapdf: str, flavour: str, path: Path) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and only names of our own
            [verapdf, "--format", "text", "--flavour", flavour, str(path)],
            capture_output=True, timeout=_SECONDEN, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
