"""The tables under ``## Actielijst`` and ``## Besluitenlijst``: which column is which, and rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.notatie.blokken import TabelBlok, Tabelcel
from pipeline.notatie.lezer import Lezer, nearest
from pipeline.notatie.tekst import Tekstregel, fold


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its name, how documents head it, and the headings it is recognised by."""

    naam: str
    kop: str
    koppen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lijstsoort:
    """A kind of list: the title of its section, its letter, its columns, and the one that must be there."""

    titel: str
    letter: str
    kolommen: tuple[Kolom, ...]
    inhoud: str


_NR = Kolom(
    "nr",
    "Nr",
    ("nr", "nummer", "no", "nrs", "#", "label", "id", "actienr", "actienummer", "besluitnr", "code"),
)
_AGENDAPUNT = Kolom("agendapunt", "Agendapunt", ("agendapunt", "punt", "agendanr", "ap"))
_VERTROUWELIJK = Kolom("vertrouwelijk", "Vertrouwelijk", ("vertrouwelijk",))
ACTIELIJST = Lijstsoort(
    "Actielijst",
    "A",
    (
        _NR,
        Kolom(
            "actie",
            "Actie",
            ("actie", "actiepunt", "actiepunten", "acties", "omschrijving", "afspraak", "taak", "wat"),
        ),
        Kolom(
            "actiehouder",
            "Actiehouder",
            ("actiehouder", "actiehouders", "wie", "houder", "eigenaar", "door", "door wie", "trekker"),
        ),
        Kolom(
            "termijn",
            "Termijn",
            ("termijn", "wanneer", "deadline", "uiterlijk", "gereed", "datum gereed", "planning", "voor"),
        ),
        Kolom("status", "Status", ("status", "stand", "stand van zaken", "voortgang")),
        Kolom(
            "toelichting",
            "Toelichting",
            ("toelichting", "opmerking", "opmerkingen", "bijzonderheden", "notitie"),
        ),
        _AGENDAPUNT,
        _VERTROUWELIJK,
        Kolom("vanaf", "Vanaf", ("vanaf", "rust tot")),
        Kolom("herhaalt", "Herhaalt", ("herhaalt", "herhaling")),
    ),
    "actie",
)
BESLUITENLIJST = Lijstsoort(
    "Besluitenlijst",
    "B",
    (
        _NR,
        Kolom("besluit", "Besluit", ("besluit", "besluiten", "omschrijving", "tekst", "wat")),
        _AGENDAPUNT,
        _VERTROUWELIJK,
    ),
    "besluit",
)
LIJSTEN = (ACTIELIJST, BESLUITENLIJST)
# Columns of a printed list that are worked out from the records, so that a pasted list can be read.
_BEREKEND = frozenset(("sinds", "keren verschoven", "verschoven", "te laat", "datum"))


@dataclass(frozen=True, slots=True)
class LijstRij:
    """A row of a list: its cells by the name of their column; a missing column has an empty cell."""

    regel: Tekstregel
    cellen: dict[str, Tabelcel]

    @property
    def label(self) -> str:
        """The label as written, without brackets and bold: ``A3``, ``A2 (17-12-2025)``, ``A`` or nothing."""
        return re.sub(r"\*\*|[\[\]]", "", self.tekst("nr")).strip()

    def tekst(self, kolom: str) -> str:
        """Return what stands in a column."""
        cel = self.cellen.get(kolom)
        return cel.tekst if cel else ""


def lijst_of(titel: str) -> Lijstsoort | None:
    """Return the kind of list a section with this title holds."""
    return next((soort for soort in LIJSTEN if soort.titel.casefold() == titel.casefold()), None)


def match_kolommen(tabel: TabelBlok, soort: Lijstsoort) -> tuple[str, ...]:
    """Return the name of each column of a table; "" for a heading that is not known."""
    return tuple(_match_kolom(cel.tekst, soort) for cel in tabel.rijen[0].cellen)


def read_lijst(tabel: TabelBlok, soort: Lijstsoort, lezer: Lezer) -> tuple[LijstRij, ...]:
    """Read the rows of a list, and report columns and cells that cannot be placed."""
    names = match_kolommen(tabel, soort)
    header = tabel.rijen[0]
    for needed in ("nr", soort.inhoud):
        if needed not in names:
            text = f"In de tabel onder ## {soort.titel} ontbreekt de kolom {_kop(soort, needed)}."
            lezer.report("tabel-onleesbaar", text, header.regel.nummer, _hulp(soort))
            return ()
    _report_columns(tabel, names, soort, lezer)
    return tuple(_rows(tabel, names, lezer))


def _rows(tabel: TabelBlok, names: tuple[str, ...], lezer: Lezer) -> Iterator[LijstRij]:
    for rij in tabel.rijen[1:]:
        if any(cel.tekst for cel in rij.cellen[len(names) :]):
            text = "Deze regel van de tabel heeft meer cellen dan de kop."
            help_text = "Staat er een | in de tekst? Schrijf dan \\|."
            lezer.report("tabel-onleesbaar", text, rij.regel.nummer, help_text)
        if any(cel.tekst for cel in rij.cellen):
            yield LijstRij(rij.regel, _by_name(names, rij.cellen))


def _by_name(names: tuple[str, ...], cellen: tuple[Tabelcel, ...]) -> dict[str, Tabelcel]:
    """Pair names with cells; of a column that is there twice the first counts."""
    found: dict[str, Tabelcel] = {}
    for name, cel in zip(names, cellen, strict=False):
        if name:
            found.setdefault(name, cel)
    return found


def _report_columns(tabel: TabelBlok, names: tuple[str, ...], soort: Lijstsoort, lezer: Lezer) -> None:
    header = tabel.rijen[0]
    seen: set[str] = set()
    for cel, name in zip(header.cellen, names, strict=True):
        if name and name in seen:
            text = f"De kolom {cel.tekst} staat er twee keer; alleen de eerste telt."
            lezer.report("tabel-onleesbaar", text, header.regel.nummer)
        elif not name and cel.tekst and _norm(cel.tekst) not in _BEREKEND:
            near = nearest(_norm(cel.tekst), tuple(kolom.naam for kolom in soort.kolommen))
            hint = f" Bedoelt u {_kop(soort, near)}?" if near else ""
            text = f"De kolom {cel.tekst} is niet bekend.{hint}"
            lezer.report("veld-onbekend", text, header.regel.nummer, _hulp(soort))
        seen.add(name)


def _match_kolom(heading: str, soort: Lijstsoort) -> str:
    norm = _norm(heading)
    return next((kolom.naam for kolom in soort.kolommen if norm in kolom.koppen), "")


def _norm(heading: str) -> str:
    return fold(re.sub(r"[*.:?]", " ", heading)).casefold()


def _kop(soort: Lijstsoort, naam: str) -> str:
    return next(kolom.kop for kolom in soort.kolommen if kolom.naam == naam)


def _hulp(soort: Lijstsoort) -> str:
    return f"Bekend zijn hier: {', '.join(kolom.kop for kolom in soort.kolommen)}."
