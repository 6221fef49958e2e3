"""Layers of a PDF (optional content, ISO 32000-2, 8.11) that are off when it is opened: what is on them goes.

In a bundle there is nobody to say which layers of which paper are off, so a layer that nobody saw would be printed.
What is hidden is taken out of the content, so that it is not in the bundle either; what is shown becomes plain content.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, NameObject, StreamObject

from pipeline.bundel.objecten import listed, raw_items, raw_values, resolve

_MAX_DIEPTE = 12  # of drawings in drawings
_VULT_OF_TREKT = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s")
_SCHRIJFT = (b"Tj", b"TJ")
_TEKENT = (b"Do", b"sh", b"BI", b"INLINE IMAGE", b"EI")


def drop_verborgen_lagen(pdf: bytes) -> bytes:
    """Return the paper without what is on layers that are off; the same bytes where it has none."""
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    if "/OCProperties" not in reader.root_object:
        return pdf
    lagen = Lagen.of(reader.root_object)
    hidden = [number for number, page in enumerate(reader.pages) if lagen.hides_on(page)]
    if not hidden:
        return pdf
    writer = PdfWriter(clone_from=reader)
    schoonmaak = _Schoonmaak(writer, Lagen.of(writer.root_object))
    for number in hidden:
        schoonmaak.clean_page(writer.pages[number])
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def drop_verborgen_opmerkingen(pdf: bytes) -> bytes:
    """Return the paper without the annotations on layers that are off, as a viewer shows it.

    pdfium shows those all the same (12.5.2, OC, says it should not), so a page is compared without them.
    """
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    lagen = Lagen.of(reader.root_object) if "/OCProperties" in reader.root_object else None
    if lagen is None or not any(lagen.hides_drawing(a) for page in reader.pages for a in listed(page.get("/Annots"))):
        return pdf
    writer = PdfWriter(clone_from=reader)
    lagen = Lagen.of(writer.root_object)
    for page in writer.pages:
        kept = [a for a in raw_items(page.get("/Annots")) if not lagen.hides_drawing(resolve(a))]
        page[NameObject("/Annots")] = ArrayObject(kept)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Lagen:
    """Which layers of a file are off: the objects that are, by number."""

    uit: frozenset[int]

    @classmethod
    def of(cls, root: DictionaryObject) -> Lagen:
        """Read the state in which a viewer shows the layers (8.11.4.3, with the usage for viewing)."""
        properties = resolve(root.get("/OCProperties"))
        config = resolve(properties.get("/D")) if isinstance(properties, DictionaryObject) else None
        if not isinstance(properties, DictionaryObject) or not isinstance(config, DictionaryObject):
            return cls(frozenset())
        groups = _numbers(properties.get("/OCGs"))
        off = set(groups) if config.get("/BaseState") == "/OFF" else set()
        off = (off - set(_numbers(config.get("/ON")))) | set(_numbers(config.get("/OFF")))
        for usage in listed(config.get("/AS")):
            if isinstance(usage, DictionaryObject) and usage.get("/Event", "/View") == "/View":
                for entry in raw_items(usage.get("/OCGs")):
                    state = _view_state(resolve(entry))
                    if state and isinstance(entry, IndirectObject):
                        off = off | {entry.idnum} if state == "/OFF" else off - {entry.idnum}
        return cls(frozenset(off))

    def hides(self, raw: Any, depth: int = 0) -> bool:
        """Tell whether a layer, or what is said of several of them, keeps something from being seen."""
        found = resolve(raw)
        if not isinstance(found, DictionaryObject) or depth > _MAX_DIEPTE:
            return False
        if found.get("/Type") != "/OCMD":
            number = raw.idnum if isinstance(raw, IndirectObject) else getattr(found.indirect_reference, "idnum", None)
            return number in self.uit
        expression = resolve(found.get("/VE"))
        if isinstance(expression, ArrayObject) and expression:
            return not self._holds(expression, depth)
        listed = found.raw_get("/OCGs") if "/OCGs" in found else None
        members = [listed] if isinstance(resolve(listed), DictionaryObject) else list(raw_items(listed))
        states = [not self.hides(m, depth + 1) for m in members if isinstance(resolve(m), DictionaryObject)]
        if not states:
            return False
        rules = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}
        return not rules.get(str(found.get("/P", "/AnyOn")), any(states))

    def hides_on(self, page: Any) -> bool:
        """Tell whether something on a page is not seen."""
        resources = resolve(page.get("/Resources")) or DictionaryObject()
        return self.hides_in(resources) or any(self.hides_drawing(a) for a in listed(page.get("/Annots")))

    def hides_in(self, resources: DictionaryObject, depth: int = 0) -> bool:
        """Tell whether something drawn with these resources is not seen, or may not be."""
        if any(self.hides(layer) for layer in raw_values(resources.get("/Properties"))):
            return True
        drawings = [resolve(d) for d in raw_values(resources.get("/XObject"))]
        if any(self.hides_drawing(d) for d in drawings):
            return True
        inner = [resolve(d.get("/Resources")) for d in drawings if isinstance(d, StreamObject)]
        return depth < _MAX_DIEPTE and any(
            self.hides_in(r, depth + 1) for r in inner if isinstance(r, DictionaryObject)
        )

    def hides_drawing(self, drawing: Any) -> bool:
        """Tell whether a drawing or an annotation lies on a layer that is off."""
        return isinstance(drawing, DictionaryObject) and "/OC" in drawing and self.hides(drawing.raw_get("/OC"))

    def _holds(self, expression: ArrayObject, depth: int) -> bool:
        operator, *rest = list(raw_items(expression))
        values = [
            self._holds(resolve(part), depth + 1)
            if isinstance(resolve(part), ArrayObject) and depth < _MAX_DIEPTE
            else not self.hides(part, depth + 1)
            for part in rest
        ]
        if operator == "/Not":
            return not all(values)
        return any(values) if operator == "/Or" else all(values)


@dataclass(slots=True)
class _Schoonmaak:
    """Takes what is hidden out of pages, and out of the drawings on them, each once."""

    writer: PdfWriter
    lagen: Lagen
    gedaan: set[int] = field(default_factory=set)

    def clean_page(self, page: Any) -> None:
        """Clean the content of a page, and drop annotations on hidden layers."""
        resources = resolve(page.get("/Resources")) or DictionaryObject()
        content = page.get("/Contents")
        if content is not None and self.lagen.hides_in(resources):
            cleaned = self._clean(ContentStream(resolve(content), self.writer), resources, 0)
            page[NameObject("/Contents")] = self.writer._add_object(cleaned)
        listed = [a for a in raw_items(page.get("/Annots")) if not self.lagen.hides_drawing(resolve(a))]
        if "/Annots" in page:
            page[NameObject("/Annots")] = ArrayObject(listed)

    def _clean(self, content: ContentStream, resources: DictionaryObject, depth: int) -> ContentStream:
        kept: list[tuple[Any, Any]] = []
        marks: list[bool] = []
        drawings = resolve(resources.get("/XObject"))
        properties = resolve(resources.get("/Properties"))
        for operands, operator in content.operations:
            if operator in (b"BDC", b"BMC"):
                marks.append(operator == b"BDC" and self._hides_mark(operands, properties))
                if marks[-1]:
                    continue
            elif operator == b"EMC" and marks and marks.pop():
                continue
            hidden = any(marks)
            if operator == b"Do" and not hidden:
                hidden = self._clean_drawing(operands, drawings, depth)
            kept += _without_ink(operands, operator) if hidden else [(operands, operator)]
        content.operations = kept
        return content

    def _hides_mark(self, operands: Any, properties: Any) -> bool:
        if len(operands) < 2 or operands[0] != "/OC" or not isinstance(properties, DictionaryObject):
            return False
        name = operands[1]
        return isinstance(name, NameObject) and name in properties and self.lagen.hides(properties.raw_get(name))

    def _clean_drawing(self, operands: Any, drawings: Any, depth: int) -> bool:
        """Tell whether a drawing is hidden; clean what is drawn within one that is not."""
        name = operands[0] if operands else None
        if not isinstance(drawings, DictionaryObject) or name not in drawings:
            return False
        drawing = resolve(drawings.raw_get(name))
        if self.lagen.hides_drawing(drawing):
            return True
        resources = resolve(drawing.get("/Resources")) if isinstance(drawing, StreamObject) else None
        number = getattr(getattr(drawing, "indirect_reference", None), "idnum", None)
        if (
            not isinstance(resources, DictionaryObject)
            or number is None
            or number in self.gedaan
            or depth > _MAX_DIEPTE
        ):
            return False
        self.gedaan.add(number)
        if drawing.get("/Subtype") == "/Form" and self.lagen.hides_in(resources, depth):
            cleaned = self._clean(ContentStream(drawing, self.writer), resources, depth + 1)
            drawing._data = cleaned.get_data()
            for key in ("/Filter", "/DecodeParms"):
                drawing.pop(key, None)
            if hasattr(drawing, "decoded_self"):
                drawing.decoded_self = None
        return False


def _without_ink(operands: Any, operator: bytes) -> Iterator[tuple[Any, bytes]]:
    """Give what is left of an operator when nothing may be seen of it: the state it changes stays."""
    if operator in _VULT_OF_TREKT:
        yield [], b"n"
    elif operator == b"'":
        yield [], b"T*"
    elif operator == b'"':
        yield [operands[0]], b"Tw"
        yield [operands[1]], b"Tc"
        yield [], b"T*"
    elif operator not in (*_SCHRIJFT, *_TEKENT):
        yield operands, operator


def _view_state(group: Any) -> str:
    usage = resolve(group.get("/Usage")) if isinstance(group, DictionaryObject) else None
    view = resolve(usage.get("/View")) if isinstance(usage, DictionaryObject) else None
    return str(view.get("/ViewState", "")) if isinstance(view, DictionaryObject) else ""


def _numbers(value: Any) -> list[int]:
    return [item.idnum for item in raw_items(value) if isinstance(item, IndirectObject)]
