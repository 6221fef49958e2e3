"""What is in a paper and is no page: it does not come into a bundle, so it is named."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pipeline.bundel.objecten import listed, resolve
from pipeline.model import Bron, Ernst, Melding, melding

_MAX_KNOPEN = 10_000  # nodes of a name tree: one that points at itself comes to an end
_CODE = "bijlage-geen-bladzijde"
_SPEELT_AF = {
    "/Movie": "een film",
    "/Screen": "een film of geluid",
    "/Sound": "geluid",
    "/RichMedia": "een film of geluid",
    "/3D": "een 3D-beeld",
}
_MEDIA = re.compile(
    r"(?:word|xl|ppt|Media)/(?:media/)?[^/]+\.(?:mp4|m4v|mov|avi|wmv|mpe?g|mp3|m4a|wav|wma|ogg|webm)$", re.I
)
_INGESLOTEN = re.compile(r"(?:word|xl|ppt)/embeddings/([^/]+)$")
_VAN_GRAFIEK = re.compile(rb"Target=\"[^\"]*embeddings/([^\"/]+)\"")
_MAX_GENOEMD = 20


def report_bijgevoegd(reader: PdfReader, bron: Bron) -> Iterator[Melding]:
    """Name what is in a PDF beside its pages: files, the parts of a portfolio, a form in XFA, media."""
    name = PurePath(bron.bestand).name
    root = reader.root_object
    yield from _report_xfa(root, name, bron)
    files = _name_files(reader)
    if "/Collection" in root:
        parts = ", ".join(files[:_MAX_GENOEMD]) or "niets"
        text = f"{name} is een PDF-portfolio. Alleen het voorblad komt in de bundel, de delen niet: {parts}."
        yield melding(_CODE, text, bron, "Sla de delen op en zet elk deel als een eigen stuk op de agenda.")
    else:
        for file in files[:_MAX_GENOEMD]:
            yield melding(_CODE, f"In {name} zit een bijgevoegd bestand: {file}. Dat komt niet in de bundel.", bron)
        if len(files) > _MAX_GENOEMD:
            text = f"In {name} zitten {len(files)} bijgevoegde bestanden. Die komen niet in de bundel."
            yield melding(_CODE, text, bron)
    yield from _report_media(reader, name, bron)


def _report_xfa(root: DictionaryObject, name: str, bron: Bron) -> Iterator[Melding]:
    form = resolve(root.get("/AcroForm"))
    if not isinstance(form, DictionaryObject) or "/XFA" not in form:
        return
    hulp = "Open het in Adobe Acrobat Reader, druk het af naar een nieuwe PDF en gebruik die."
    if resolve(root.get("/NeedsRendering")) or not resolve(form.get("/Fields")):
        text = f"{name} is een XFA-formulier: wat erin staat, is geen bladzijde en komt niet in de bundel."
        yield melding(_CODE, text, bron, hulp, Ernst.FOUT)
    else:
        text = f"{name} heeft ook een XFA-formulier. In de bundel staat wat de gewone bladzijden laten zien."
        yield melding(_CODE, text, bron, hulp)


def _name_files(reader: PdfReader) -> list[str]:
    """Return the names of the files in the name tree of a PDF (7.11.4)."""
    names = resolve(reader.root_object.get("/Names"))
    todo = [names.get("/EmbeddedFiles")] if isinstance(names, DictionaryObject) else []
    found: list[str] = []
    steps = 0
    while todo and steps < _MAX_KNOPEN:
        node, steps = resolve(todo.pop()), steps + 1
        if isinstance(node, DictionaryObject):
            pairs = listed(node.get("/Names"))
            found += [_file_name(spec, key) for key, spec in zip(pairs[::2], pairs[1::2], strict=False)]
            todo += listed(node.get("/Kids"))
    owners = (reader.root_object, *reader.pages)  # files may hang on the document or a page without a name (14.13)
    hanging = [_file_name(spec, "zonder naam") for owner in owners for spec in listed(owner.get("/AF"))]
    return list(dict.fromkeys([*found, *hanging]))


def _file_name(spec: Any, key: Any) -> str:
    found = resolve(spec)
    named = (found.get("/UF") or found.get("/F")) if isinstance(found, DictionaryObject) else None
    return str(resolve(named) or resolve(key))


def _report_media(reader: PdfReader, name: str, bron: Bron) -> Iterator[Melding]:
    for number, page in enumerate(reader.pages, 1):
        for entry in listed(page.get("/Annots")):
            annotation = resolve(entry)
            kind = str(annotation.get("/Subtype")) if isinstance(annotation, DictionaryObject) else ""
            what = _SPEELT_AF.get(kind)
            if kind == "/FileAttachment":
                what = f"een bijgevoegd bestand, {_file_name(annotation.get('/FS'), 'zonder naam')},"
            if what:
                yield melding(_CODE, f"Op bladzijde {number} van {name} zit {what} dat niet in de bundel komt.", bron)


def report_ingesloten(data: bytes, bron: Bron) -> Iterator[Melding]:
    """Name the files and films inside a Word, Excel or PowerPoint file; what is behind a chart is the chart."""
    name = PurePath(bron.bestand).name
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        charts = [n for n in names if "/charts/_rels/" in n]
        behind = {m.decode("utf-8", "replace") for n in charts for m in _VAN_GRAFIEK.findall(archive.read(n))}
    for entry in names:
        inside = _INGESLOTEN.search(entry)
        if inside and inside.group(1) not in behind:
            text = (
                f"In {name} zit een ingesloten bestand: {inside.group(1)}. In de bundel staat alleen het beeld ervan."
            )
            yield melding(_CODE, text, bron)
        elif _MEDIA.search(entry):
            yield melding(
                _CODE, f"In {name} zit een film of geluid, {PurePath(entry).name}: dat komt niet in de bundel.", bron
            )
