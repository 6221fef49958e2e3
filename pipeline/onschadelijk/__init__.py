"""Is a file of somebody else harmless? Answered here, for everything that opens one or passes one on.

A paper may fetch a picture, a template or a table from a server when it is opened: whoever sent it then learns
when and where, and reaches what only our network can reach. What does that is taken out before LibreOffice or a
bundle sees the file, and named; a link that a person clicks on stays. See docs/adr/0014.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from pipeline.model import Bron, Ernst, Melding, melding
from pipeline.onschadelijk.vondst import SJABLOON, Beschadigd, NietOnschadelijk, Vondst, shorten, unique

_ZIP = b"PK"
_MAX_GENOEMD = 5
_HULP = "Hoort het erin? Vraag de maker om het in het bestand zelf te zetten, of om een PDF."
_MAX_DIEPTE = 3  # a file in a file in a file


@dataclass(frozen=True, slots=True)
class Ontwapend:
    """A file made harmless: its content, and the extension that fits what it is. None where that cannot be done."""

    inhoud: bytes | None
    suffix: str
    meldingen: tuple[Melding, ...]


def disarm(data: bytes, bestand: str) -> Ontwapend:
    """Take out of a file what it fetches or runs when it is opened; ``bestand`` is what a Melding calls it.

    The content decides what it is, not the name. A kind of file we cannot look into is refused, with a Melding.
    """
    try:
        content, suffix, found = _disarm(data, PurePath(bestand).suffix.lower(), 0)
    except NietOnschadelijk as reden:
        code = "omzetten-mislukt" if isinstance(reden, Beschadigd) else "stuk-onveilig"
        text = f"{PurePath(bestand).name} wordt niet geopend: {reden}."
        return Ontwapend(None, "", (melding(code, text, Bron(bestand)),))
    return Ontwapend(content, suffix, tuple(_report(unique(found), bestand)))


def _disarm(data: bytes, suffix: str, depth: int) -> tuple[bytes, str, list[Vondst]]:
    from pipeline.onschadelijk import odf, ole, ooxml, pdf, rtf

    def inside(content: bytes, plaats: str) -> tuple[bytes, list[Vondst]]:
        """Make a file within the file harmless; what cannot be looked into is left empty."""
        if depth >= _MAX_DIEPTE or not content.startswith((_ZIP, ole.OLE, b"{\\rtf")):
            return content, []
        try:
            made, _, found = _disarm(content, PurePath(plaats).suffix.lower(), depth + 1)
        except NietOnschadelijk:
            return b"", [Vondst("een ingesloten bestand", plaats)]
        return made, found

    if data.startswith(ole.OLE):
        content, found = ole.disarm_ole(data)
        return content, suffix if suffix in (".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps") else ".doc", found
    if data.lstrip()[:5] == b"{\\rtf":
        content, found = rtf.disarm_rtf(data.lstrip())
        return content, ".rtf", found
    if b"%PDF-" in data[:1024]:
        content, found = pdf.disarm_pdf(data)
        return content, ".pdf", found
    if not data.startswith(_ZIP):
        raise NietOnschadelijk("het is geen bestand van Word, Excel, PowerPoint of LibreOffice")
    if b"[Content_Types].xml" in data:
        content, found = ooxml.disarm_ooxml(data, inside)
    else:
        content, found = odf.disarm_odf(data)
    return content, suffix, found


def _report(vondsten: Iterable[Vondst], bestand: str) -> Iterator[Melding]:
    """Say what was taken out: one Melding for each kind of thing, with where it stood."""
    name, bron = PurePath(bestand).name, Bron(bestand)
    ordered = sorted(vondsten, key=lambda v: (v.is_script, v.wat))
    for (is_script, what), group in groupby(ordered, key=lambda v: (v.is_script, v.wat)):
        places = [p for p in dict.fromkeys(_place(v) for v in group) if p]
        more = f" en nog {len(places) - _MAX_GENOEMD}" if len(places) > _MAX_GENOEMD else ""
        where = f" ({'; '.join(places[:_MAX_GENOEMD])}{more})" if places else ""
        if is_script:
            text = f"In {name} zit iets wat zelf iets doet: {what}{where}. Dat is weggelaten."
            yield melding("script-weggelaten", text, bron)
            continue
        text = f"{name} haalt iets van buiten het bestand: {what}{where}."
        # Word names the template in most files, and nothing on the page comes from it.
        ernst = Ernst.TIP if what == SJABLOON else Ernst.WAARSCHUWING
        yield melding("verwijzing-naar-buiten", f"{text} Dat is weggelaten.", bron, _HULP, ernst)


def _place(vondst: Vondst) -> str:
    return ", ".join(part for part in (vondst.plaats, shorten(vondst.adres)) if part)
