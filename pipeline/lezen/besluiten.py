"""Decisions that the minutes mark as such: ``Besluit: …``, ``[B1]``, or a list under a heading."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lezen.actielijst import is_vertrouwelijke_rij, read_besluittabel
from pipeline.lezen.omgeving import Leesomgeving, clean_actie
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.woorden import fold, is_besluitkop, is_gemengde_kop, is_niets
from pipeline.markering.vertrouwelijkheid import read_regel
from pipeline.markering.vreemd import find_vreemd
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Besluit, Bron
from pipeline.model.document import Document, Tabelblok, Tekstblok
from pipeline.word.bladwijzers import is_bladwijzer

_BESLUIT = re.compile(r"Besluit\s+(?P<label>B\d{1,4})\s*:\s*(?P<tekst>.*)", re.DOTALL)
# A line of a list that opens with its number: "B2: Het voorstel gaat door.", "[B2] Het voorstel gaat door."
_LABEL_VOOROP = re.compile(r"\s*\[?(?P<label>B\d{1,4})\]?\s*[:.–-]?\s+(?=\S)")
_ZEGT_BESLUIT = re.compile(
    r"^\W*besl(?:uit|issing)\b|\bbesl(?:uit|oten|ist)\b|\bakkoord\b|\b(?:vast|bij)gesteld\b|\bgoedgekeurd\b|\bconform\b"
    r"|\bstemt?(?:\s+\w+){0,3}\s+in\b|\b(?:aan|over)genomen\b|\bwordt\s+(?:niet|geen)\b|\bingestemd\b",
    re.IGNORECASE,
)
# What somebody still does: an action, also where it is about a decision.
_TAAK = re.compile(r"^\W*actie|\([A-Z][\w ,/&]{1,30}\)\s*$|\b(?:zal|zullen|gaat|gaan|wordt gevraagd)\b")
_VERTROUWELIJK = re.compile(r"\s*\(vertrouwelijk\)\Z", re.IGNORECASE)


def read_besluitregel(blok: Tekstblok, document: Document) -> Besluit | None:
    """Read a decision as documents print it at the end of its item, bold: ``Besluit B2: …``; None for other text."""
    match = _BESLUIT.fullmatch(blok.tekst.strip())
    is_ours = blok.vet or any(is_bladwijzer(mark, "besluit") for mark in blok.bladwijzers)
    if match is None or not is_ours:
        return None
    text = fold(match["tekst"])
    secret = _VERTROUWELIJK.search(text) is not None
    return Besluit(match["label"], _VERTROUWELIJK.sub("", text), "", secret, document.bron(blok, zin=fold(blok.tekst)))


@dataclass(frozen=True, slots=True)
class Besluitvondst:
    """A decision as it was found: ``is_merkteken`` where a marker stands at a sentence, else it is listed itself."""

    besluit: Besluit
    is_merkteken: bool = False


def read_besluiten(sectie: Leessectie, omgeving: Leesomgeving) -> Iterator[Besluit]:
    """Give the decisions of one section, in order."""
    return (found.besluit for found in find_besluiten(sectie, omgeving))


def find_besluiten(sectie: Leessectie, omgeving: Leesomgeving) -> Iterator[Besluitvondst]:
    """Give the decisions of one section with how each was found, in order."""
    heading = sectie.kop.tekst if sectie.kop else ""
    in_list = _opens_list(heading)
    for blok in sectie.blokken:
        if isinstance(blok, Tabelblok):
            for label, text, row in read_besluittabel(blok, heading):
                bron = omgeving.document.bron(blok, row, zin=text)
                yield Besluitvondst(_besluit(label, text, sectie.naam, bron, is_vertrouwelijke_rij(blok, row)))
            continue
        listed = _LABEL_VOOROP.match(blok.tekst) if in_list and blok.soort != "kop" else None
        if printed := read_besluitregel(blok, omgeving.document):
            yield Besluitvondst(replace(printed, agendapunt=sectie.naam))
        elif blok.soort == "kop":
            heading, in_list = blok.tekst, _opens_list(blok.tekst)
        elif listed or (in_list and blok.soort == "lijstitem" and _is_listed(blok.tekst, heading)):
            bron = omgeving.document.bron(blok, zin=fold(blok.tekst))
            label = listed["label"] if listed else ""
            yield Besluitvondst(
                _besluit(label, blok.tekst[listed.end() :] if listed else blok.tekst, sectie.naam, bron)
            )
        else:
            yield from (Besluitvondst(found, is_merkteken=True) for found in _marked(blok, sectie, omgeving))


def _opens_list(kop: str) -> bool:
    """Tell whether decisions stand under a heading, alone or with actions."""
    return is_besluitkop(kop) or is_gemengde_kop(kop)


def _is_listed(tekst: str, kop: str) -> bool:
    """Tell whether a line of a list is a decision: in a list of both, only what says so."""
    return not is_niets(tekst) and (not is_gemengde_kop(kop) or zegt_besluit(tekst))


def zegt_besluit(tekst: str) -> bool:
    """Tell whether a line of a list of decisions and actions says that it is a decision."""
    return _ZEGT_BESLUIT.search(tekst) is not None and _TAAK.search(tekst) is None


def with_besluiten(vondsten: Sequence[Besluitvondst], besluiten: Sequence[Besluit]) -> list[Besluitvondst]:
    """Return what was found with these decisions for its own, one for one."""
    return [replace(found, besluit=besluit) for found, besluit in zip(vondsten, besluiten, strict=True)]


def join_besluiten(vondsten: Sequence[Besluitvondst]) -> tuple[Besluit, ...]:
    """Join a marker at a sentence with the row that has its number: one decision, with the words of the row.

    It belongs to the item the marker stands in, and is confidential where either of them is.
    """
    markers: dict[str, list[Besluit]] = {}
    for found in vondsten:
        if found.is_merkteken and found.besluit.label:
            markers.setdefault(found.besluit.label.upper(), []).append(found.besluit)
    rows = {_number(found.besluit, markers) for found in vondsten if not found.is_merkteken}
    return tuple(
        found.besluit if found.is_merkteken else _with_markers(found.besluit, markers)
        for found in vondsten
        if not (found.is_merkteken and found.besluit.label.upper() in rows)
    )


def _number(row: Besluit, markers: Container[str]) -> str:
    """Return the number of a row as markers write it: a bare ``2`` is B2 where the text has a ``[B2]``."""
    label = row.label.strip("[]. ").upper()
    return f"B{label}" if f"B{label}" in markers else label


def _with_markers(row: Besluit, markers: Mapping[str, Sequence[Besluit]]) -> Besluit:
    at = markers.get(_number(row, markers), ())
    if not at:
        return row
    first = next((marker for marker in at if marker.vertrouwelijk), at[0])
    secret = row.vertrouwelijk or first.vertrouwelijk
    return replace(row, label=first.label, agendapunt=first.agendapunt, vertrouwelijk=secret)


def _marked(blok: Tekstblok, sectie: Leessectie, omgeving: Leesomgeving) -> Iterator[Besluit]:
    sentences = split_zinnen(blok.tekst)
    for marker in find_vreemd(blok.tekst, omgeving.namen):
        if marker.soort != "besluit":
            continue
        zin = next((z for z in sentences if z.begin <= marker.begin < z.eind), sentences[0])
        text = blok.tekst[marker.eind : zin.eind] if marker.plaats == "erachter" else zin.tekst
        text = re.sub(r"\[B\d*\]", "", text)
        bron = omgeving.document.bron(blok, zin.begin, zin.eind, fold(zin.tekst))
        if text.strip():
            yield _besluit(marker.label, text, sectie.naam, bron)


def _besluit(label: str, tekst: str, agendapunt: str, bron: Bron, vertrouwelijk: bool = False) -> Besluit:
    """Make a decision; a mark in its text says that it is confidential, and is no part of it."""
    merk = read_regel(tekst)
    return Besluit(label, clean_actie(merk.titel), agendapunt, vertrouwelijk or merk.is_vertrouwelijk, bron)
