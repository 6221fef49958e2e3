"""The members of a table as a worksheet: one row per person, with the days the membership runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from pipeline.markering import parse_datum
from pipeline.markering.adressen import read_adressen
from pipeline.model import Bron, Hoedanigheid, Lid, Melding, Persoon, melding
from pipeline.werkblad.blad import Celwaarde, OnleesbaarWerkblad, read_rijen, write_rijen
from pipeline.wie.personen import strip_aanhef

# Heading in the worksheet and field of a Lid; words of the name are fields of its Persoon.
KOLOMMEN: tuple[tuple[str, str], ...] = (
    ("Hoedanigheid", "hoedanigheid"),
    ("Id", "id"),
    ("Aanhef", "aanhef"),
    ("Voorletters", "voorletters"),
    ("Tussenvoegsel", "tussenvoegsel"),
    ("Achternaam", "achternaam"),
    ("Weergave", "weergave"),
    ("Functie", "functie"),
    ("Groep", "groep"),
    ("Organisatie", "organisatie"),
    ("Rol", "rol"),
    ("Van", "van"),
    ("Tot", "tot"),
    ("E-mail", "email"),
    ("Cc", "cc"),
    ("Openbaar", "openbaar"),
)
_NAAM = ("aanhef", "voorletters", "tussenvoegsel", "achternaam", "weergave")


def write_leden(titel: str, leden: Iterable[Lid]) -> bytes:
    """Write members as the content of an .xlsx file."""
    rows = ([_value(lid, veld) for _, veld in KOLOMMEN] for lid in leden)
    return write_rijen(titel, [kop for kop, _ in KOLOMMEN], rows)


def _value(lid: Lid, veld: str) -> Celwaarde:
    if veld == "groep" and lid.groep == lid.organisatie:
        return ""
    value: Celwaarde = getattr(lid.persoon if veld in _NAAM else lid, veld)
    return value


def read_leden(data: bytes, bestand: str) -> tuple[tuple[Lid, ...], tuple[Melding, ...]]:
    """Read members from an .xlsx file; with an error among the Meldingen nothing should be done with them.

    Columns are known by their heading, in any order; one that is not known is left alone. A person without an
    id gets one from the name.
    """
    try:
        rows = read_rijen(data)
    except OnleesbaarWerkblad as error:
        return (), (melding("ledenlijst-onleesbaar", f"{bestand}: {error}.", Bron(bestand)),)
    names = {"achternaam", "weergave", "functie"}
    header = next((n for n, row in enumerate(rows) if _columns(row).keys() & names), None)
    if header is None:
        tekst = f"{bestand} heeft geen rij met kolomkoppen zoals Id, Achternaam en Organisatie."
        return (), (melding("ledenlijst-onleesbaar", tekst, Bron(bestand)),)
    reading = _Bladlezing(bestand, _columns(rows[header]))
    leden = tuple(reading.read(rows[header + 1 :], header + 2))
    return leden, tuple(reading.meldingen)


def _columns(row: list[Celwaarde]) -> dict[str, int]:
    """Find which field stands in which column."""
    names = {_fold(kop): veld for kop, veld in KOLOMMEN} | {"email": "email", "mail": "email", "lijst": "hoedanigheid"}
    return {names[_fold(cell)]: n for n, cell in enumerate(row) if isinstance(cell, str) and _fold(cell) in names}


def _fold(tekst: str) -> str:
    return re.sub(r"[^a-z]", "", tekst.casefold())


@dataclass
class _Bladlezing:
    """One pass over the rows under the header."""

    bestand: str
    kolommen: dict[str, int]

    def __post_init__(self) -> None:
        self.meldingen: list[Melding] = []
        self.ids: set[str] = set()

    def read(self, rows: list[list[Celwaarde]], first: int) -> Iterator[Lid]:
        for number, row in enumerate(rows, first):
            if any(row):
                yield self._lid({veld: self._cell(row, veld) for veld in (v for _, v in KOLOMMEN)}, number)

    def _cell(self, row: list[Celwaarde], veld: str) -> Celwaarde:
        column = self.kolommen.get(veld)
        return row[column] if column is not None and column < len(row) else None

    def _lid(self, values: dict[str, Celwaarde], number: int) -> Lid:
        text = {veld: str(value or "") for veld, value in values.items()}
        person = Persoon(*(text[veld] for veld in _NAAM))
        van, tot = (self._date(values[veld], veld, number) for veld in ("van", "tot"))
        if van and tot and tot < van:
            self._report(number, f"het lidmaatschap van {text['id'] or person.naam} eindigt voordat het begint")
        for piece in (p for veld in ("email", "cc") for p in read_adressen(text[veld]).onleesbaar):
            self._report(number, f"{piece} is geen e-mailadres")
        if not (person.naam or text["functie"] or text["rol"]):
            self._report(number, "er is geen achternaam, weergave of functie ingevuld")
        return Lid(
            id=self._id(text["id"], person.naam or text["functie"] or text["rol"], number),
            persoon=person,
            functie=text["functie"],
            groep=text["groep"] or text["organisatie"],
            organisatie=text["organisatie"],
            rol=text["rol"],
            hoedanigheid=self._hoedanigheid(text["hoedanigheid"], number),
            van=van,
            tot=tot,
            email=text["email"],
            openbaar=self._choice(text["openbaar"], ("naam", "functie", "nee"), "Openbaar", number),
        )

    def _id(self, written: str, naam: str, number: int) -> str:
        """Return the id, or make one of the name; twice the same one is an error."""
        made = written or make_id(naam)
        if made in self.ids and written:
            self._report(number, f"het id {written} komt twee keer voor")
        base, count = made, 1
        while made in self.ids:
            count += 1
            made = f"{base}-{count}"
        self.ids.add(made)
        return made

    def _date(self, value: Celwaarde, veld: str, number: int) -> date | None:
        if isinstance(value, date) or not value:
            return value if isinstance(value, date) else None
        found = parse_datum(str(value)).datum
        if found is None:
            self._report(number, f"bij {veld.capitalize()} staat geen datum: {value}")
        return found

    def _choice(self, tekst: str, keuzes: tuple[str, ...], kop: str, number: int) -> str:
        word = tekst.casefold()
        if word and word not in keuzes:
            self._report(number, f"bij {kop} kan niet staan: {tekst}; kies uit {', '.join(keuzes)}")
            return ""
        return word

    def _hoedanigheid(self, tekst: str, number: int) -> Hoedanigheid:
        word = {"leden": "lid", "agendaleden": "agendalid", "toehoorders": "toehoorder"}.get(
            tekst.casefold(), tekst.casefold() or "lid"
        )
        if word not in get_args(Hoedanigheid):
            self._report(number, f"bij Hoedanigheid kan niet staan: {tekst}")
            return "lid"
        return word  # type: ignore[return-value]

    def _report(self, number: int, what: str) -> None:
        tekst = f"Rij {number}: {what}."
        self.meldingen.append(melding("ledenlijst-onleesbaar", tekst, Bron(self.bestand)))


def make_id(naam: str) -> str:
    """Make the id of a person of the name: ``van-dijk`` from ``dhr. Van Dijk``."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", strip_aanhef(plain)).strip("-") or "lid"
