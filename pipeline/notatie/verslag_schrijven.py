"""Verslag -> ``verslag.md``: text that ``parse_verslag`` reads back as the same record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.markering import format_datum
from pipeline.model import Actiepunt, Alinea, Besluit, Blok, Tabel, Verslag, VerslagPunt, Voortgang
from pipeline.notatie.blokken import escape_cel, escape_regel, is_opsommingsteken
from pipeline.notatie.deelnemers import write_deelnemers
from pipeline.notatie.koppelingen import find_koppelingen, format_kenmerk, format_koppeling
from pipeline.notatie.lijsten import ACTIELIJST, BESLUITENLIJST, Lijstsoort
from pipeline.notatie.ontleding import Sectie, find_vindplaatsen, format_kop, ontleed
from pipeline.notatie.tekst import fold_regels
from pipeline.notatie.vaststelling import format_vaststellingen
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_termijn, format_tijdvak, write_yaml

_ALTIJD = {
    "Actielijst": ("nr", "actie", "actiehouder", "termijn", "status", "toelichting"),
    "Besluitenlijst": ("nr", "besluit"),
}
_TUSSENKOP = re.compile(r"#{3,6}")
Rij = dict[str, str]


def write_verslag(verslag: Verslag) -> str:
    """Write a record in its usual form; line ends within a paragraph, item or cell become spaces."""
    body = write_blokken(verslag.inleiding) + "".join("\n" + write_punt(punt) for punt in verslag.punten)
    lists = "".join(_write_lijst(soort, rows) for soort, rows in lijst_rijen(verslag).items())
    return f"---\n{write_yaml(voorblok_velden(verslag))}---\n{body}{lists}"


def write_punt(punt: VerslagPunt) -> str:
    """Write one section: its heading and what stands under it."""
    texts = (fold_regels(blok.tekst) for blok in punt.blokken if isinstance(blok, Alinea))
    return f"## {format_kop(punt, fold_regels(punt.titel), texts)}\n{write_blokken(punt.blokken)}"


def write_blokken(blokken: Sequence[Blok]) -> str:
    """Write blocks of text, each under an empty line."""
    return "".join(_Blokken(blokken).write())


def lijst_rijen(verslag: Verslag) -> dict[Lijstsoort, list[Rij]]:
    """Return what each list says, row by row; a row says its item only where its marker does not."""
    body = "".join(write_punt(punt) for punt in verslag.punten)
    sections = {v.markering.label: v.plek.sectie for v in find_vindplaatsen(ontleed(body).secties)}
    lists = _Lijsten(verslag, sections)
    return {ACTIELIJST: lists.acties, BESLUITENLIJST: lists.besluiten}


def write_lege_lijsten() -> str:
    """Write the two lists without rows, for a record that is put ready to be filled in."""
    return "".join(_write_tabel(soort, []) for soort in (ACTIELIJST, BESLUITENLIJST))


def standard_kolommen(soort: Lijstsoort) -> tuple[str, ...]:
    """Return the names of the columns a list always has."""
    return _ALTIJD[soort.titel]


def format_tabel(rijen: Sequence[Sequence[str]]) -> str:
    """Write a pipe table; the first row is the header."""
    header, *rest = (format_rij(rij) for rij in rijen)
    return "\n".join((header, "|" + "---|" * len(rijen[0]), *rest)) + "\n"


def format_rij(cellen: Sequence[str]) -> str:
    """Write one line of a pipe table."""
    return "".join(f"| {cel} " if cel else "| " for cel in map(format_cel, cellen)) + "|"


def format_cel(tekst: str) -> str:
    """Write a text so that it fits in a cell."""
    return escape_cel(fold_regels(tekst))


def voorblok_velden(verslag: Verslag) -> dict[str, Waarde]:
    """Return the fields of the front matter as they are written."""
    return compact(
        tafel=verslag.tafel,
        datum=format_datum(verslag.datum),
        tijd=format_tijdvak(verslag.tijd),
        locatie=verslag.locatie,
        status=verslag.status,
        kanttekening=verslag.kanttekening,
        herkomst=verslag.herkomst,
        notulist=verslag.notulist,
        deelnemers=write_deelnemers(verslag.deelnemers),
        afwezig=verslag.afwezig,
        vaststelling=format_vaststellingen(verslag.vaststellingen),
    )


class _Blokken:
    """Writes the blocks of one section; keeps where the text of each list level begins."""

    def __init__(self, blokken: Sequence[Blok]) -> None:
        self._blokken = blokken
        self._kolommen: list[int] = []
        self._in_list = False

    def write(self) -> Iterator[str]:
        for blok in self._blokken:
            if isinstance(blok, Tabel):
                if blok.rijen:
                    yield "\n" + format_tabel(blok.rijen)
                self._kolommen.clear()
                self._in_list = False
            elif blok.soort == "alinea":
                yield from self._write_alinea(blok)
            else:
                yield from self._write_item(blok)

    def _write_alinea(self, alinea: Alinea) -> Iterator[str]:
        text = fold_regels(alinea.tekst)
        if not text:
            return
        level = min(alinea.niveau, len(self._kolommen))
        indent = self._kolommen[level - 1] if level else 0
        if not level:
            self._kolommen.clear()
        self._in_list = False
        typed = _TUSSENKOP.fullmatch(alinea.nummer) and text.removeprefix("**").removesuffix("**")
        yield f"\n{alinea.nummer} {typed}\n" if typed else f"\n{' ' * indent}{escape_regel(text)}\n"

    def _write_item(self, item: Alinea) -> Iterator[str]:
        level = min(item.niveau, len(self._kolommen))
        del self._kolommen[level:]
        indent = self._kolommen[-1] if self._kolommen else 0
        sign = _sign(item)
        self._kolommen.append(indent + len(sign) + 1)
        yield "" if self._in_list else "\n"
        self._in_list = True
        gap = "\t" if sign == "o" else " "
        yield f"{' ' * indent}{sign}{gap}{fold_regels(item.tekst)}".rstrip(" ") + "\n"


def _sign(item: Alinea) -> str:
    """Return what marks an item, as it was typed; a number that is not one (``a``) stays, as text behind a dash."""
    number = item.nummer.rstrip(".)")
    if item.soort == "nummering" and number.isascii() and number.isdigit() and len(number) < 10:
        return f"{number})" if item.nummer.endswith(")") else f"{number}."
    if item.soort == "opsomming" and item.nummer and is_opsommingsteken(item.nummer):
        return item.nummer
    return f"- {item.nummer}".rstrip()


class _Lijsten:
    """The rows of the action list and the list of decisions."""

    def __init__(self, verslag: Verslag, sections: dict[str, Sectie]) -> None:
        self._verslag, self._sections = verslag, sections

    @property
    def acties(self) -> list[Rij]:
        """What is said of older actions, and then those of this meeting."""
        older = [self._voortgang_row(said) for said in self._verslag.voortgang]
        return older + [self._actie_row(punt) for punt in self._verslag.actiepunten]

    @property
    def besluiten(self) -> list[Rij]:
        """The decisions."""
        return [self._own(b) | {"besluit": b.tekst} for b in self._verslag.besluiten]

    def _actie_row(self, punt: Actiepunt) -> Rij:
        return self._own(punt) | self._shared(punt)

    def _voortgang_row(self, said: Voortgang) -> Rij:
        label = format_kenmerk(said.verwijst_naar, self._verslag.tafel, self._verslag.datum)
        own = {"agendapunt": said.agendapunt, "vertrouwelijk": "ja" if said.vertrouwelijk else ""}
        return {"nr": label} | own | self._shared(said)

    def _own(self, ding: Actiepunt | Besluit) -> Rij:
        """Say the item and the secrecy only where the marker's section does not."""
        section = self._sections.get(ding.label)
        said = section.naam if section else ""
        secret = ding.vertrouwelijk and not (section and section.vertrouwelijk)
        return {
            "nr": ding.label,
            "agendapunt": "" if ding.agendapunt == said else ding.agendapunt,
            "vertrouwelijk": "ja" if secret else "",
        }

    def _shared(self, ding: Actiepunt | Voortgang) -> Rij:
        return {
            "actie": ding.actie,
            "actiehouder": ding.actiehouder,
            "termijn": format_termijn(ding.termijn),
            "status": self._status(ding),
            "toelichting": ding.toelichting,
            "vanaf": format_datum(ding.vanaf) if ding.vanaf else "",
            "herhaalt": ding.herhaalt or "",
        }

    def _status(self, ding: Actiepunt | Voortgang) -> str:
        tafel, datum = self._verslag.tafel, self._verslag.datum
        noted = find_koppelingen(fold_regels(ding.toelichting), tafel, datum)
        links = [format_koppeling(link, tafel, datum) for link in ding.koppelingen if link not in noted]
        return "; ".join(part for part in (ding.status or "", *links) if part)


def _write_lijst(soort: Lijstsoort, rows: list[Rij]) -> str:
    return _write_tabel(soort, rows) if rows else ""


def _write_tabel(soort: Lijstsoort, rows: list[Rij]) -> str:
    always = standard_kolommen(soort)
    columns = [k for k in soort.kolommen if k.naam in always or any(row.get(k.naam) for row in rows)]
    cells = [[row.get(column.naam, "") for column in columns] for row in rows]
    return f"\n## {soort.titel}\n\n{format_tabel([[column.kop for column in columns], *cells])}"
