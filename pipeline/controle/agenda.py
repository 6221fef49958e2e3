"""Checks of the minutes against the agenda and its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from pipeline.controle.dossier import Dossier
from pipeline.model import Agendapunt, Bijlage, Bron, Melding, VerslagPunt, melding
from pipeline.wie.woorden import fold_naam

_ZELFDE_TITEL = 85  # of 100: what a typing error or a left out word leaves of a title
_LIJKT_OP = 60
_LEESTEKENS = re.compile(r"\W*$")
# "bijlage 3 bij de wet" is a paper of someone else.
_BIJLAGE = re.compile(
    r"\bbijlagen?\s+(?P<nummers>\d{1,2}\b(?:(?:\s*,\s*|\s+en\s+|\s+t/m\s+)\d{1,2}\b)*)"
    r"(?!\s*(?:van|bij|uit)\s+(?:de|het|een)\s+(?:wet|regeling|besluit|verordening|richtlijn|rapport|verdrag|brief))",
    re.IGNORECASE,
)


def check_punten_op_agenda(dossier: Dossier) -> Iterator[Melding]:
    """Report an item of the minutes that is not on the agenda, by number or title."""
    items = _agendapunten(dossier)
    if dossier.verslag is None or not items:
        return
    titles = [item.titel for item in items]
    for punt in dossier.verslag.punten:
        if not any(is_same_item(punt, item) for item in items):
            nearest = process.extractOne(punt.titel, titles, score_cutoff=_LIJKT_OP)
            hulp = f"Lijkt op het agendapunt: {nearest[0]}." if nearest else ""
            yield melding("punt-niet-op-agenda", f"Het punt {punt.titel} staat niet op de agenda.", punt.bron, hulp)


def check_punten_in_verslag(dossier: Dossier) -> Iterator[Melding]:
    """Report an item of the agenda that the minutes do not have; empty minutes are not begun yet."""
    if dossier.verslag is None or not dossier.verslag.punten:
        return
    for item in _agendapunten(dossier):
        if not any(is_same_item(punt, item) for punt in dossier.verslag.punten):
            text = f"Agendapunt {item.nummer} ({item.titel}) komt in het verslag niet voor."
            yield melding("punt-niet-in-verslag", text, dossier.verslag.bron)


def _agendapunten(dossier: Dossier) -> tuple[Agendapunt, ...]:
    return dossier.vergadering.agendapunten if dossier.vergadering else ()


def is_same_item(punt: VerslagPunt, item: Agendapunt) -> bool:
    """Tell whether a section of the minutes is about an item: its number, or its title save a slip."""
    number = _LEESTEKENS.sub("", punt.nummer).casefold()
    if number and number == _LEESTEKENS.sub("", item.nummer).casefold():
        return True
    return fuzz.ratio(fold_naam(punt.titel), fold_naam(item.titel)) >= _ZELFDE_TITEL


def check_bijlagen_aanwezig(dossier: Dossier) -> Iterator[Melding]:
    """Report a paper on the agenda whose file is not in the folder; a tafelstuk is missed once there are minutes."""
    present = {name.casefold() for name in dossier.bijlagen}
    for item in _agendapunten(dossier):
        for bijlage in item.bijlagen:
            is_awaited = bijlage.tafelstuk and dossier.verslag is None
            if bijlage.bestand and not is_awaited and bijlage.bestand.casefold() not in present:
                text = f"De bijlage {bijlage.bestand} staat op de agenda, maar niet in de map bijlagen."
                yield melding("bijlage-ontbreekt", text, bijlage.bron or item.bron)


def check_bijlagen_genoemd(dossier: Dossier) -> Iterator[Melding]:
    """Report a paper the text refers to by a number that no paper has."""
    numbers = _numbers_of_papers(dossier)
    for passage in dossier.passages:
        for match in _BIJLAGE.finditer(passage.tekst) if "ijlage" in passage.tekst else ():
            for number in re.findall(r"\d+", match["nummers"]):
                if int(number) not in numbers:
                    text = f"Bijlage {number} is er niet."
                    yield melding("bijlage-onbekend", text, passage.plek(*match.span()))


def check_overige_bestanden(dossier: Dossier) -> Iterator[Melding]:
    """Report each file beside the records that is neither a record nor a document made from one."""
    for shown in dossier.overige_bestanden:
        text = f"{PurePosixPath(shown).name} staat tussen de bestanden van deze vergadering, maar wordt niet gebruikt."
        yield melding("bestand-ongebruikt", text, Bron(shown))


def check_bijlagen_gebruikt(dossier: Dossier) -> Iterator[Melding]:
    """Report a file in the folder that neither the agenda nor the text refers to."""
    on_agenda = {b.bestand.casefold() for b in _bijlagen(dossier)}
    left = sorted(name for name in dossier.bijlagen if name.casefold() not in on_agenda)
    if not left:
        return
    text = " ".join(passage.tekst for passage in dossier.passages).casefold()
    mentioned = {int(n) for match in _BIJLAGE.finditer(text) for n in re.findall(r"\d+", match["nummers"])}
    for name in left:
        stem = PurePosixPath(name).stem.casefold()
        if stem not in text and not (_numbers_in(name) & mentioned):
            place = dossier.vergadering.bron if dossier.vergadering else None
            message = f"Het bestand {name} staat in de map bijlagen, maar niets verwijst ernaar."
            yield melding("bijlage-ongenoemd", message, place)


def _bijlagen(dossier: Dossier) -> Iterator[Bijlage]:
    for item in _agendapunten(dossier):
        yield from item.bijlagen


def _numbers_of_papers(dossier: Dossier) -> set[int]:
    """Return the numbers papers go by: their place on the agenda, and the numbers in their names."""
    papers = list(_bijlagen(dossier))
    numbers = set(range(1, len(papers) + 1))
    for name in (*dossier.bijlagen, *(b.titel for b in papers), *(b.bestand for b in papers)):
        numbers |= _numbers_in(name)
    return numbers


def _numbers_in(name: str) -> set[int]:
    """Read the number of a paper from its name: ``Bijlage 6 - Quickscan.pdf``, ``06 Quickscan.pdf``."""
    match = re.search(r"bijlage[\s_.-]*0*(\d{1,2})(?!\d)", name, re.IGNORECASE) or re.match(
        r"0*(\d{1,2})(?![\d-])", name
    )
    return {int(match[1])} if match else set()
