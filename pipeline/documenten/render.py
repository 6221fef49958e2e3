"""Rendering: a template and words become the bytes of a Word file, or Meldingen.

The template was opened, checked and compiled before (``drukvorm``). The steps that are left: each part prints tokens
(Jinja); what that gives is parsed; the tokens are filled in; what loops leave is put right; each part is written,
read back and compared, and the fingerprint taken of what was read. See docs/adr/0005 for why.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from pipeline.documenten.bladspiegel import keep_together
from pipeline.documenten.blokken import BlokZetter
from pipeline.documenten.drukvorm import DRUKVORMEN, Drukdeel, Drukvorm, catch_fouten
from pipeline.documenten.herstel import drop_double_ids, herstel, renumber_drawings
from pipeline.documenten.invullen import Vulling, zichtbare_tekst
from pipeline.documenten.teruglezen import find_kwijt, verwachte_eigenschappen, verwachte_tekst
from pipeline.documenten.waarde import Blokken, Waarde
from pipeline.documenten.woorden import Woorden
from pipeline.documenten.zandbak import Drukwerk, print_sjabloon
from pipeline.model import Alinea, Bron, Melding, has_fouten, melding
from pipeline.word.bladwijzers import Bladwijzers, drop_bladwijzers
from pipeline.word.lijsten import open_lijsten
from pipeline.word.merk import mark_pages
from pipeline.word.ooxml import Element, find_invalid_character, parse, serialize
from pipeline.word.pakket import Pakket
from pipeline.word.stijlen import open_stijlen
from pipeline.word.vingerafdruk import BRON, stamp_pakket

MAX_EIGENSCHAP = 255
_CLARK = re.compile(r"\{[^}]*\}")


@dataclass(slots=True)
class _Opdracht:
    """One rendering under way; all that changes is its own."""

    vorm: Drukvorm
    pakket: Pakket
    woorden: Woorden
    drukwerk: Drukwerk
    merk: str = ""
    meldingen: list[Melding] = field(default_factory=list)
    delen: list[tuple[Drukdeel, Element]] = field(default_factory=list)
    geplaatst: set[int] = field(default_factory=set)
    gelezen: dict[str, Element] = field(default_factory=dict)


def render_woorden(
    woorden: Woorden, sjabloon_bytes: bytes, naam: str, merk: str = ""
) -> tuple[bytes | None, tuple[Melding, ...]]:
    """Render a template with these words; with an error in the Meldingen there are no bytes.

    ``merk`` is put on top of every page.
    """
    vorm = DRUKVORMEN.get(sjabloon_bytes, naam)
    if vorm.pakket is None:
        return None, vorm.meldingen
    opdracht = _Opdracht(vorm, vorm.pakket.copy(), woorden, Drukwerk(vorm.merk), merk, list(vorm.meldingen))
    return _run(opdracht), tuple(opdracht.meldingen)


def _run(opdracht: _Opdracht) -> bytes | None:
    names = {f: getattr(opdracht.woorden, f) for f in opdracht.woorden.__dataclass_fields__}
    for deel in opdracht.vorm.delen:
        _print_deel(opdracht, deel, names)
    _check_characters(opdracht)
    if has_fouten(opdracht.meldingen):
        return None
    expected = _fill(opdracht)
    if opdracht.merk:
        mark_pages(opdracht.pakket, opdracht.merk)
    written = {naam: parse(opdracht.pakket.delen[naam]) for naam in expected}
    for kwijt in find_kwijt(written, expected):
        _report_kwijt(opdracht, kwijt)
    if has_fouten(opdracht.meldingen):
        return None
    stamp_pakket(opdracht.pakket, {BRON: _bron(opdracht)}, opdracht.gelezen | written)
    return opdracht.pakket.to_bytes()


def _bron(opdracht: _Opdracht) -> str:
    """A hash of the input: the template and everything it printed."""
    printed = repr([(str(w), tuple(w) if isinstance(w, Blokken) else ()) for w in opdracht.drukwerk.waarden])
    return hashlib.sha256(
        f"{opdracht.drukwerk.merk}{opdracht.merk}{printed}".encode("utf-8", "backslashreplace")
    ).hexdigest()


def _print_deel(opdracht: _Opdracht, deel: Drukdeel, names: dict[str, Any]) -> None:
    """Let Jinja run over one part; what goes wrong becomes a Melding and leaves the part out."""
    if deel.code is None:
        opdracht.meldingen += [deel.fout] if deel.fout else []
        return
    with catch_fouten(opdracht.vorm.naam, deel.plek, opdracht.meldingen):
        printed = print_sjabloon(deel.code, names, opdracht.drukwerk)
        opdracht.delen.append((deel, parse(printed.encode("utf-8"))))


def _check_characters(opdracht: _Opdracht) -> None:
    seen: set[str] = set()
    for waarde in opdracht.drukwerk.waarden:
        for text, bron in _texts(waarde):
            character = find_invalid_character(text)
            if character is not None and text not in seen:
                seen.add(text)
                shown = text.replace(character, f"[U+{ord(character):04X}]")
                clean = "".join(c if find_invalid_character(c) is None else "?" for c in shown)
                tekst = f"Het teken U+{ord(character):04X} kan niet in Word, in: “{clean[:120]}”."
                opdracht.meldingen.append(melding("teken-ongeldig", tekst, bron))


def _texts(waarde: object) -> list[tuple[str, Bron | None]]:
    if not isinstance(waarde, Blokken):
        return [(str(waarde), waarde.bron if isinstance(waarde, Waarde) else None)]
    texts: list[tuple[str, Bron | None]] = []
    for blok in waarde:
        lines = [blok.tekst] if isinstance(blok, Alinea) else [cell for row in blok.rijen for cell in row]
        texts += [(line, blok.bron) for line in lines]
    return texts


def _fill(opdracht: _Opdracht) -> dict[str, list[str]]:
    """Fill every part, write it into the package, and return the text that should stand in each."""
    stijlen = open_stijlen(opdracht.pakket)
    lijsten = open_lijsten(opdracht.pakket, stijlen)
    zetter = BlokZetter(lijsten)
    expected = {deel.naam: _fill_deel(opdracht, deel, root, zetter) for deel, root in opdracht.delen}
    _report_unplaced(opdracht)
    roots = [root for _deel, root in opdracht.delen]
    renumber_drawings(roots)
    drop_double_ids(roots)
    for deel, root in opdracht.delen:
        opdracht.pakket.delen[deel.naam] = serialize(root)
    lijsten.save()
    styles = opdracht.pakket.doel(opdracht.pakket.hoofddeel, "styles")
    opdracht.gelezen |= {lijsten.deel: lijsten.wortel} | ({styles: stijlen.wortel} if styles else {})
    return expected


def _fill_deel(opdracht: _Opdracht, deel: Drukdeel, root: Element, zetter: BlokZetter) -> list[str]:
    """Fill one part in place; return the text it should have, worked out before anything was filled in."""
    herstel(root)
    drop_bladwijzers(root)
    is_main = deel.naam == opdracht.pakket.hoofddeel
    vulling = Vulling(opdracht.drukwerk, Bladwijzers(root) if is_main else None, zetter.zet, opdracht.geplaatst)
    if deel.is_eigenschappen:
        expected = verwachte_eigenschappen(root, opdracht.drukwerk, MAX_EIGENSCHAP)
        vulling.fill(root)
        _bound_properties(opdracht, root)
        return expected
    expected = verwachte_tekst(root, opdracht.drukwerk)
    vulling.fill(root)
    herstel(root)
    keep_together(root)
    return expected


def _report_unplaced(opdracht: _Opdracht) -> None:
    """A value that was printed and did not reach the document is lost text, wherever it went."""
    for number, waarde in enumerate(opdracht.drukwerk.waarden):
        if number not in opdracht.geplaatst and str(waarde):
            _report_kwijt(opdracht, zichtbare_tekst(str(waarde)))


def _report_kwijt(opdracht: _Opdracht, tekst: str) -> None:
    naam = opdracht.vorm.naam
    wat = f"Sjabloon {naam}: deze tekst zou verloren gaan: “{tekst[:200]}”."
    opdracht.meldingen.append(melding("tekst-kwijt", wat, Bron(naam)))


def _bound_properties(opdracht: _Opdracht, root: Element) -> None:
    """Cut properties to what Word holds; the document itself has them in full."""
    for element in root.iter():
        text = element.text or ""
        if len(text) > MAX_EIGENSCHAP:
            element.text = text[:MAX_EIGENSCHAP]
            name = _CLARK.sub("", element.tag)
            tekst = f"De eigenschap {name} is {len(text)} tekens lang; Word bewaart er {MAX_EIGENSCHAP}."
            opdracht.meldingen.append(melding("titel-te-lang", tekst, Bron(opdracht.vorm.naam)))
