"""Merging: agenda and papers become one PDF, with stamps, page numbers, bookmarks, page labels and links.

Pages are copied as they are: no content is drawn anew, so a bundle takes about as much memory as its papers.
Tags for screen readers are lost in merging, and the bundle does not claim to have them.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from pipeline.bundel.bladwijzers import Bundeldeel, add_bladwijzers, read_bladwijzers
from pipeline.bundel.lagen import drop_verborgen_lagen, drop_verborgen_opmerkingen
from pipeline.bundel.opleggen import print_on
from pipeline.bundel.plaatsen import Agendaplaatsen, Rechthoek, find_plaatsen
from pipeline.bundel.stempels import Opgedrukt, Vel, measure_vel
from pipeline.bundel.stukken import Bundel, Bundelstuk
from pipeline.bundel.vergelijken import find_afwijkingen
from pipeline.bundel.vertonen import complete_vertoning
from pipeline.bundel.verwijzingen import add_link, copy_annotaties
from pipeline.model import Melding, melding

# Not copied with a page: what leads to other pages, to the tags of its file, or to something that runs.
_NIET_MEE = ("/Annots", "/B", "/AA", "/Parent", "/StructParents", "/Tabs", "/PieceInfo", "/Thumb")
_MAX_GENOEMD = 10  # pages of one paper
_ERBOVEN = 20  # points above a line, so that it does not stick to the edge of the window


def merge(bundel: Bundel) -> tuple[bytes, tuple[Melding, ...]]:
    """Return the bundle, and which papers the agenda has no line for. The papers must have passed ``check_stuk``."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd, check_stuk has reported
    writer = PdfWriter()
    bronnen = (bundel.agenda, *(stuk.pdf for stuk in bundel.stukken))
    parts = tuple(_append_all(writer, bundel))
    pages = list(writer.pages)
    vellen = [measure_vel(page) for page in pages]
    placed = print_on(writer, pages, vellen, parts, bundel.merk)
    plaatsen = find_plaatsen(bundel)
    _link(_Koppelaar(writer, pages, vellen), parts, placed, plaatsen)
    add_bladwijzers(writer, bundel, parts, plaatsen)
    _describe(writer, bundel, parts)
    buffer = io.BytesIO()
    writer.write(buffer)
    content = buffer.getvalue()
    odd = find_afwijkingen(content, map(drop_verborgen_opmerkingen, bronnen), parts, vellen, placed)
    return content, (*_report(bundel, plaatsen), *_report_odd(odd), *_report_letters(parts))


def _append_all(writer: PdfWriter, bundel: Bundel) -> Iterator[Bundeldeel]:
    begin = 0
    for stuk in (None, *bundel.stukken):
        part = _append(writer, stuk, stuk.pdf if stuk else bundel.agenda, begin)
        begin += part.aantal
        yield part


def _append(writer: PdfWriter, stuk: Bundelstuk | None, pdf: bytes, begin: int) -> Bundeldeel:
    """Add the pages of one file as it is shown; its reader, with all it has parsed, is let go of at the end."""
    vertoning = complete_vertoning(pdf)
    reader = PdfReader(io.BytesIO(drop_verborgen_lagen(vertoning.pdf)))
    if reader.is_encrypted:
        reader.decrypt("")
    pairs = [(page, writer.add_page(page, _NIET_MEE)) for page in reader.pages]
    new = {o.indirect_reference.idnum: n.indirect_reference for o, n in pairs if o.indirect_reference}
    copy_annotaties(writer, reader, pairs, {k: v for k, v in new.items() if v is not None})
    marks = read_bladwijzers(reader, begin)
    return Bundeldeel(stuk, begin, len(pairs), marks, vertoning.eigen, vertoning.zonder_letters)


@dataclass(frozen=True, slots=True)
class _Koppelaar:
    """Lays links from one page of the bundle to another."""

    writer: PdfWriter
    pages: Sequence[PageObject]
    vellen: Sequence[Vel]

    def link(self, pagina: int, vak: Rechthoek, naar: int, boven: float | None = None) -> None:
        """Make a rectangle on a page lead to a height on another; both as they are seen."""
        target, vel = self.pages[naar].indirect_reference, self.vellen[naar]
        top = vel.hoogte if boven is None else min(boven + _ERBOVEN, vel.hoogte)
        height = float(vel.to_page((0.0, top, 0.0, top)).top)
        if target is not None:
            add_link(self.writer, self.pages[pagina], self.vellen[pagina].to_page(vak), target, height)


def _link(
    koppelaar: _Koppelaar, parts: tuple[Bundeldeel, ...], placed: tuple[Opgedrukt, ...], plaatsen: Agendaplaatsen
) -> None:
    """Link the lines of the agenda to the papers, and the stamps of the papers back to their line."""
    for part in parts:
        if part.stuk is None:
            continue
        line = plaatsen.stukken.get(part.stuk.nummer)
        if line:
            for vak in line.vakken:
                koppelaar.link(line.pagina, vak, part.begin)
        back = line or plaatsen.punten.get(part.stuk.punt)
        home = (back.pagina, back.boven) if back else (0, None)
        for number in range(part.begin, part.begin + part.aantal):
            for vak in filter(None, (placed[number].stempel, placed[number].voet)):
                koppelaar.link(number, vak, *home)


def _describe(writer: PdfWriter, bundel: Bundel, parts: tuple[Bundeldeel, ...]) -> None:
    """Say what it is: title, language, and a label for each page that says which paper it is of."""
    writer.add_metadata({"/Title": bundel.titel, "/Author": bundel.auteur, "/Creator": "regietafel"})
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(bundel.taal)
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    for part in parts:
        last = part.begin + part.aantal - 1
        writer.set_page_label(part.begin, last, PageLabelStyle.DECIMAL, f"{part.label} p. ", part.begin + 1)


def _report(bundel: Bundel, plaatsen: Agendaplaatsen) -> Iterator[Melding]:
    for stuk in bundel.stukken:
        if stuk.nummer not in plaatsen.stukken:
            text = f"{stuk.naam} ({stuk.titel}) is op de agenda niet gevonden. Er is geen link naar het stuk gemaakt."
            yield melding("bundel-zonder-link", text)


def _report_odd(afwijkend: Iterable[tuple[Bundeldeel, int]]) -> Iterator[Melding]:
    """Name the pages that do not look as they do in their own file, for each paper together."""
    by_part: dict[str, list[int]] = {}
    titles: dict[str, str] = {}
    for part, number in afwijkend:
        by_part.setdefault(part.label, []).append(number)
        titles[part.label] = f"{part.stuk.naam} ({part.stuk.titel})" if part.stuk else "de agenda"
    for label, numbers in by_part.items():
        which = ", ".join(map(str, numbers[:_MAX_GENOEMD])) + (" en verder" if len(numbers) > _MAX_GENOEMD else "")
        page = "bladzijde" if len(numbers) == 1 else "bladzijden"
        yield melding("bundel-wijkt-af", f"In de bundel ziet {page} {which} van {titles[label]} er anders uit.")


def _report_letters(parts: Iterable[Bundeldeel]) -> Iterator[Melding]:
    """Name the fields that hold letters for which there is no font here."""
    for part in parts:
        for page, value in part.zonder_letters:
            where = f"bladzijde {page + 1} van {part.stuk.naam if part.stuk else 'de agenda'}"
            text = f"Op {where} staat in een veld: {value}. Niet iedereen ziet al die letters in de bundel."
            yield melding("veld-zonder-letters", text)
