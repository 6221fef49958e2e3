"""Checks on the words and figures of the text: dates, placeholders, abbreviations, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.controle.afkortingen import BEKENDE_AFKORTINGEN
from pipeline.controle.dossier import Dossier
from pipeline.controle.passage import Controlepassage
from pipeline.markering import DatumLezing, find_datums, format_datum
from pipeline.markering.datums import MAANDEN, WEEKDAGEN, has_weekdag_van
from pipeline.model import Bron, Ernst, Melding, melding

_MAANDNAAM = re.compile(rf"\b(?:{'|'.join(MAANDEN)})\b|-\d{{4}}$|^\d{{4}}-", re.IGNORECASE)

_WOORDEN_INVULPLEK = (
    "naam|namen|datum|tijd|plaats|locatie|titel|functie|organisatie|bedrag|aantal|onderwerp|tekst|invullen|vul in"
    "|nader in te vullen|nn|n\\.n\\.|nog invullen|\\.{3}|…|_+|x{2,}|\\?+"
)
_INVULPLEK = re.compile(
    rf"\{{\{{[^{{}}]*\}}?\}}?|\{{%[^%]*%?\}}?|\[(?i:{_WOORDEN_INVULPLEK})\]|<(?i:{_WOORDEN_INVULPLEK})>"
    r"|\[[A-Z]{3,}(?: [A-Z]+){0,3}\]"
)
# The patterns below begin with a letter, not with a look-behind: the search then skips to that letter.
_MOGELIJK = re.compile(r"(?:PM|P\.M\.|[xX]{3,}|TO ?DO|Lorem ipsum)(?!\w)|\?{3,}|_{4,}")
_KLOKTIJD = re.compile(r"\d\s?$")
_AFKORTING = re.compile(
    r"(?P<kern>[A-Z](?<![\w.@/'’\[-][A-Z])[A-Z]{1,5}(?:-[A-Z]{2,6})*)(?:['’]?s)?(?![\w@]|\.\w|['’]\w{2})"
)
_UITLEG = re.compile(r"\s*(?:\(\w[^()]*\s[^()]*\)|, (?:de|het) [a-z]|: [A-Z]?[a-z]| staat voor\b)")
_TUSSEN_HAAKJES = re.compile(r"\(([A-Z-]{2,13}?)(?:['’]?s)?\)")
_KLEINE_LETTERS = re.compile(r"[a-z]{2,6}(?!\w)")
_ROMEINS = re.compile(r"[IVX]+")


def check_weekdagen(dossier: Dossier) -> Iterator[Melding]:
    """Report a day of the week that does not go with its date."""
    for passage, lezing in dossier.datums:
        if not has_weekdag_van(lezing):
            yield _wrong_weekday(lezing, passage.plek(lezing.begin, lezing.eind))
    for tekst, bron in _said_of_actions(dossier):
        for lezing in find_datums(tekst, dossier.datum, "dichtbij"):
            if not has_weekdag_van(lezing):
                yield _wrong_weekday(lezing, bron)


def check_datums_bestaan(dossier: Dossier) -> Iterator[Melding]:
    """Report a date in the text that does not exist, such as 30 februari; ``9-17`` is no date."""
    for passage, lezing in dossier.datums:
        if lezing.onmogelijk and _MAANDNAAM.search(lezing.tekst):
            place = passage.plek(lezing.begin, lezing.eind)
            text = f"{lezing.tekst} bestaat niet."
            yield melding("datum-bestaat-niet", text, place, ernst=Ernst.WAARSCHUWING)


def _wrong_weekday(lezing: DatumLezing, bron: Bron | None) -> Melding:
    day = lezing.datum or date.min
    text = f"Er staat {lezing.tekst}, maar {format_datum(day)} is een {WEEKDAGEN[day.weekday()]}."
    return melding("weekdag-anders", text, bron)


def _said_of_actions(dossier: Dossier) -> Iterator[tuple[str, Bron | None]]:
    for a in dossier.actiepunten:
        yield from ((tekst, a.bron) for tekst in (a.actie, a.termijn.tekst, a.toelichting))
    for v in dossier.voortgang:
        yield from ((tekst, v.bron) for tekst in (v.termijn.tekst, v.toelichting))


def check_invulplekken(dossier: Dossier) -> Iterator[Melding]:
    """Report what still has to be filled in: ``[NAAM]`` and ``{{`` for certain, ``PM`` and ``xxx`` probably."""
    for tekst, bron in _written_texts(dossier):
        if "[" in tekst or "{" in tekst or "<" in tekst:
            yield from (_to_fill_in(match, bron, Ernst.FOUT) for match in _INVULPLEK.finditer(tekst))
        for match in _MOGELIJK.finditer(tekst):
            if _stands_alone(match):
                yield _to_fill_in(match, bron, Ernst.WAARSCHUWING)


def _to_fill_in(match: re.Match[str], bron: Bron | None, ernst: Ernst) -> Melding:
    place = Controlepassage(match.string, bron).plek(*match.span())
    return melding("invulplek", f"Hier moet nog iets worden ingevuld: {match.group()}", place, ernst=ernst)


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell whether it is not part of a word, nor the ``PM`` of a time of day."""
    before = match.string[: match.start()][-2:]
    return not before[-1:].isalnum() and not (match.group() == "PM" and _KLOKTIJD.search(before))


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
    seen = _known_afkortingen(dossier)
    unknown: dict[str, Bron | None] = {}
    for passage in dossier.passages:
        for match in _AFKORTING.finditer(passage.tekst) if not passage.tekst.isupper() else ():
            short = match["kern"]
            if not _is_known(short, seen):
                seen.add(short)
                unknown[short] = passage.plek(*match.span())
    if not unknown:
        return
    clear = _explained(dossier)
    for short, bron in unknown.items():
        if short not in clear and short.lower() not in clear and not dossier.namen.zoek(short):
            yield melding("afkorting-onbekend", f"{short} wordt nergens uitgelegd.", bron)


def _known_afkortingen(dossier: Dossier) -> set[str]:
    known = {word.upper() for word in (*dossier.lijstwoorden, *dossier.tafel.afkortingen, dossier.tafel.id)}
    return known | BEKENDE_AFKORTINGEN


def _is_known(short: str, known: set[str]) -> bool:
    return short in known or all(p in known or _ROMEINS.fullmatch(p) for p in short.split("-"))


def _explained(dossier: Dossier) -> set[str]:
    """Return what needs no explanation: ``Meerjaren Productieprognose (MPP)``, ``MPP (Meerjaren …)``.

    With them go all words in small letters: a common word in capitals (``NIET``) is no abbreviation.
    """
    text = "\n".join(passage.tekst for passage in dossier.passages)
    named = {match["kern"] for match in _AFKORTING.finditer(text) if _UITLEG.match(text, match.end())}
    return named | set(_TUSSEN_HAAKJES.findall(text)) | set(_KLEINE_LETTERS.findall(text))
