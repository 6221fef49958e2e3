"""Checks on the words and figures of the text: dates, placeholders, abbreviations, totals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from pipeline.controle.afkortingen import BEKENDE_AFKORTINGEN
from pipeline.controle.dossier import Dossier
from pipeline.markering import DatumLezing, find_datums
from pipeline.markering.datums import MAANDEN, WEEKDAGEN
from pipeline.model import Bron, Ernst, Melding, melding

_Plek = Callable[[int, int], Bron | None]

_WEEKDAG = re.compile(rf"^(?P<dag>{'|'.join(WEEKDAGEN)}|(?:ma|di|wo|do|vr|za|zo)\b)\.?,?\s", re.IGNORECASE)
_MAANDNAAM = re.compile(rf"\b(?:{'|'.join(MAANDEN)})\b|-\d{{4}}$|^\d{{4}}-", re.IGNORECASE)

_WOORDEN_INVULPLEK = (
    "naam|namen|datum|tijd|plaats|locatie|titel|functie|organisatie|bedrag|aantal|onderwerp|tekst|invullen|vul in"
    "|nader in te vullen|nn|n\\.n\\.|nog invullen|\\.{3}|…|_+|x{2,}|\\?+"
)
_INVULPLEK = re.compile(
    rf"\{{\{{[^{{}}]*\}}?\}}?|\{{%[^%]*%?\}}?|\[(?i:{_WOORDEN_INVULPLEK})\]|<(?i:{_WOORDEN_INVULPLEK})>"
    r"|\[[A-Z]{3,}(?: [A-Z]+){0,3}\]"
)
_MOGELIJK = re.compile(r"\bPM\b(?<!\d PM)(?<!\dPM)|\bp\.m\.|\b[xX]{3,}\b|\bT[OE] ?DO\b|\?{3,}|_{4,}|\bLorem ipsum\b")

_AFKORTING = re.compile(r"(?<![\w.@/'’-])(?P<kern>[A-Z]{2,6}(?:-[A-Z]{2,6})*)(?:['’]?s)?(?![\w@]|\.\w|['’]\w{2})")
_ROMEINS = re.compile(r"[IVX]+")


def check_weekdagen(dossier: Dossier) -> Iterator[Melding]:
    """Report a day of the week that does not go with its date."""
    for tekst, place in _dated_texts(dossier):
        for lezing in find_datums(tekst, dossier.datum, "dichtbij"):
            match = _WEEKDAG.match(lezing.tekst)
            if match and lezing.datum and not _fits(lezing, match["dag"]):
                actual = WEEKDAGEN[lezing.datum.weekday()]
                day = f"{lezing.datum.day} {MAANDEN[lezing.datum.month - 1]} {lezing.datum.year}"
                text = f"Er staat {lezing.tekst}, maar {day} is een {actual}."
                yield melding("weekdag-anders", text, place(lezing.begin, lezing.eind))


def check_datums_bestaan(dossier: Dossier) -> Iterator[Melding]:
    """Report a date in the text that does not exist, such as 30 februari; ``9-17`` is no date."""
    for passage in dossier.passages:
        for lezing in find_datums(passage.tekst, dossier.datum):
            if lezing.onmogelijk and _MAANDNAAM.search(lezing.tekst):
                text = f"{lezing.tekst} bestaat niet."
                place = passage.plek(lezing.begin, lezing.eind)
                yield melding("datum-bestaat-niet", text, place, ernst=Ernst.WAARSCHUWING)


def _fits(lezing: DatumLezing, written: str) -> bool:
    """Compare the weekday; a date without a year may be of the year before or after."""
    if lezing.datum is None:
        return True
    years = (-1, 0, 1) if lezing.zonder_jaar else (0,)
    days = (_in_year(lezing.datum, lezing.datum.year + shift) for shift in years)
    return any(day and WEEKDAGEN[day.weekday()].startswith(written.lower()) for day in days)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _dated_texts(dossier: Dossier) -> Iterator[tuple[str, _Plek]]:
    """Yield every text a weekday may stand in, with the function that gives the place in it."""
    for passage in dossier.passages:
        yield passage.tekst, passage.plek
    for punt in dossier.actiepunten:
        for tekst in (punt.actie, punt.termijn.tekst, punt.toelichting):
            yield tekst, _always(punt.bron)
    for said in dossier.voortgang:
        for tekst in (said.termijn.tekst, said.toelichting):
            yield tekst, _always(said.bron)


def _always(bron: Bron | None) -> _Plek:
    return lambda begin, eind: bron


def check_invulplekken(dossier: Dossier) -> Iterator[Melding]:
    """Report what still has to be filled in: ``[NAAM]`` and ``{{`` for certain, ``PM`` and ``xxx`` probably."""
    for tekst, bron in _written_texts(dossier):
        for pattern, ernst in ((_INVULPLEK, Ernst.FOUT), (_MOGELIJK, Ernst.WAARSCHUWING)):
            for match in pattern.finditer(tekst):
                text = f"Hier moet nog iets worden ingevuld: {match.group()}"
                yield melding("invulplek", text, bron, ernst=ernst)


def _written_texts(dossier: Dossier) -> Iterator[tuple[str, Bron | None]]:
    """Yield every text of agenda and minutes that ends up in a document."""
    if dossier.vergadering:
        yield dossier.vergadering.locatie, dossier.vergadering.bron
        yield dossier.vergadering.kanttekening, dossier.vergadering.bron
        for item in dossier.vergadering.agendapunten:
            yield from ((tekst, item.bron) for tekst in (item.titel, item.toelichting, item.spreker))
    if dossier.verslag:
        yield dossier.verslag.kanttekening, dossier.verslag.bron
        yield from ((punt.titel, punt.bron) for punt in dossier.verslag.punten)
    yield from ((passage.tekst, passage.bron) for passage in dossier.passages)
    for a in dossier.actiepunten:
        yield from ((tekst, a.bron) for tekst in (a.actie, a.actiehouder, a.termijn.tekst, a.toelichting))
    yield from ((besluit.tekst, besluit.bron) for besluit in dossier.besluiten)


def check_afkortingen(dossier: Dossier) -> Iterator[Melding]:
    """Report once each abbreviation that the text never explains and no list knows."""
    texts = [passage.tekst for passage in dossier.passages]
    whole = "\n".join(texts)
    known = {word.upper() for word in dossier.lijstwoorden} | BEKENDE_AFKORTINGEN
    known |= {part.upper() for words in dossier.tafel.afkortingen for part in (words, *words.split("-"))}
    known |= {dossier.tafel.id.upper()}
    for passage in dossier.passages:
        if passage.tekst.isupper():
            continue
        for match in _AFKORTING.finditer(passage.tekst):
            short = match["kern"]
            if short in known or _ROMEINS.fullmatch(short) or all(part in known for part in short.split("-")):
                continue
            known.add(short)
            if not _is_explained(short, whole) and not _is_shouted(short, whole):
                yield melding("afkorting-onbekend", f"{short} wordt nergens uitgelegd.", passage.plek(*match.span()))


def _is_explained(short: str, text: str) -> bool:
    """Look for ``Meerjaren Productieprognose (MPP)`` and for ``MPP (Meerjaren Productieprognose)``."""
    word = re.escape(short)
    return bool(
        re.search(rf"[\w’']\s*\((?:de |het )?{word}(?:['’]?s)?\)", text)
        or re.search(rf"\b{word}\s*(?:\(\w[^()]*\s[^()]*\)|, (?:de|het) [a-z]|: [A-Z]?[a-z]|staat voor\b)", text)
    )


def _is_shouted(short: str, text: str) -> bool:
    """Tell whether it is a common word in capitals: it also stands in the text in small letters."""
    return bool(re.search(rf"\b{short.lower()}\b", text))
