"""Markers in running text and rows of the lists -> Actiepunten, Voortgang and Besluiten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from pipeline.markering import parse_datum, parse_status
from pipeline.model import (
    Actiepunt,
    ActieStatus,
    Besluit,
    Bron,
    Ernst,
    Herhaling,
    Kenmerk,
    Koppeling,
    Tafel,
    Termijn,
    Voortgang,
    melding,
)
from pipeline.notatie.actiezin import ActieZin, find_actiezin
from pipeline.notatie.blokken import Tabelcel
from pipeline.notatie.grenzen import read_termijn, read_verwijzing, split_houders
from pipeline.notatie.koppelingen import find_koppelingen, resolve, strip_koppelingen
from pipeline.notatie.lezer import Lezer
from pipeline.notatie.lijsten import LIJSTEN, LijstRij, Lijstsoort
from pipeline.notatie.lijstrijen import Nummeraar, is_unnumbered, iter_lijstrijen
from pipeline.notatie.ontleding import Sectie, Vindplaats
from pipeline.notatie.tekst import shorten

_LEEG = re.compile(r"[-–—\s]*")
_JA = frozenset(("ja", "x", "j"))


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What the lists and the markers of one Verslag hold together."""

    actiepunten: tuple[Actiepunt, ...]
    voortgang: tuple[Voortgang, ...]
    besluiten: tuple[Besluit, ...]


@dataclass(frozen=True, slots=True)
class _Ding:
    """An action or decision of this meeting: its label, with its row, its marker, or both."""

    label: str
    rij: LijstRij | None
    vindplaats: Vindplaats | None
    lijstsectie: Sectie | None = None


class ActieLezer:
    """Reads the actions and decisions of one Verslag."""

    def __init__(self, tafel: Tafel, datum: date, lezer: Lezer, vreemd: bool = False) -> None:
        """Read for the meeting of ``tafel`` on ``datum``; Meldingen go to ``lezer``.

        ``vreemd`` tells that the record was taken over from minutes that were not made here.
        """
        self._vreemd = vreemd
        self._tafel, self._datum, self._lezer = tafel, datum, lezer
        self._known = frozenset(tafel.houdernamen)
        self._zinnen: dict[tuple[int, int], ActieZin] = {}

    def read(self, secties: Sequence[Sectie], vindplaatsen: Sequence[Vindplaats]) -> Gevonden:
        """Pair rows with markers and make of each pair what it stands for."""
        actielijst, besluitenlijst = LIJSTEN
        acties, older = self._things(actielijst, secties, vindplaatsen)
        besluiten, _ = self._things(besluitenlijst, secties, vindplaatsen)
        return Gevonden(
            tuple(self._actiepunt(ding) for ding in acties),
            tuple(self._voortgang(kenmerk, rij, sectie) for kenmerk, rij, sectie in older),
            tuple(self._besluit(ding) for ding in besluiten),
        )

    def _things(
        self, soort: Lijstsoort, secties: Sequence[Sectie], vindplaatsen: Sequence[Vindplaats]
    ) -> tuple[list[_Ding], list[tuple[Kenmerk, LijstRij, Sectie]]]:
        own = [v for v in vindplaatsen if v.markering.letter == soort.letter and not v.markering.is_verwijzing]
        numbered = {v.markering.label: v for v in reversed(own) if v.markering.nummer is not None}
        loose = [v for v in own if v.markering.nummer is None]
        rows, older = self._sort_rows(soort, secties, numbered)
        self._report_doubles(soort, rows, own, older)
        things = self._pair(soort, rows, numbered, loose)
        self._report_unpaired(soort, things)
        return things, older

    def _sort_rows(
        self, soort: Lijstsoort, secties: Sequence[Sectie], numbered: dict[str, Vindplaats]
    ) -> tuple[list[tuple[str, LijstRij, Sectie]], list[tuple[Kenmerk, LijstRij, Sectie]]]:
        """Split the rows in those of this meeting, with their label, and those about older actions."""
        own: list[tuple[str, LijstRij, Sectie]] = []
        older: list[tuple[Kenmerk, LijstRij, Sectie]] = []
        for sectie, rij in iter_lijstrijen(soort, secties, self._lezer):
            kenmerk = self._kenmerk(rij, soort, numbered)
            if kenmerk is None:
                continue
            if (kenmerk.tafel, kenmerk.datum) == (self._tafel.id, self._datum):
                own.append((kenmerk.label, rij, sectie))
            else:
                older.append((kenmerk, rij, sectie))
        return own, older

    def _kenmerk(self, rij: LijstRij, soort: Lijstsoort, numbered: dict[str, Vindplaats]) -> Kenmerk | None:
        """Read the label of a row; one without a number is the letter alone."""
        cel, text = rij.cellen.get("nr"), rij.label
        if is_unnumbered(rij, soort):
            return Kenmerk(self._tafel.id, self._datum, soort.letter)
        if text.isdigit() and f"{soort.letter}{int(text)}" in numbered:
            text = f"{soort.letter}{int(text)}"
        found = read_verwijzing(text, self._datum)
        if found is not None and found.onmogelijk:
            self._report_cel("datum-bestaat-niet", f"De datum bij {text} bestaat niet.", rij, cel)
            return None
        kenmerk = resolve(found, self._tafel.id, self._datum)
        if kenmerk is None:
            self._report_cel("tabel-onleesbaar", f"Het nummer {shorten(text)} is niet te lezen.", rij, cel, _NR_HULP)
        return kenmerk

    def _pair(
        self,
        soort: Lijstsoort,
        rows: list[tuple[str, LijstRij, Sectie]],
        numbered: dict[str, Vindplaats],
        loose: list[Vindplaats],
    ) -> list[_Ding]:
        """Put rows and markers together: by label, and in order where there is no number yet."""
        labels = Nummeraar(soort.letter, [*(label for label, _, _ in rows), *numbered])
        numbers = [labels.next() for _ in loose]
        waiting = iter(zip(numbers, loose, strict=True))
        things = []
        for label, rij, sectie in rows:
            if label == soort.letter:
                number, place = next(waiting, (None, None))
                things.append(_Ding(number or labels.next(), rij, place, sectie))
            else:
                things.append(_Ding(label, rij, numbered.get(label), sectie))
        with_row = {ding.label for ding in things}
        things += [_Ding(label, None, v) for label, v in self._in_order(numbered) if label not in with_row]
        return things + [_Ding(number, None, place) for number, place in waiting]

    @staticmethod
    def _in_order(numbered: dict[str, Vindplaats]) -> list[tuple[str, Vindplaats]]:
        return sorted(numbered.items(), key=lambda item: (item[1].regel, item[1].kolom))

    def _report_doubles(
        self,
        soort: Lijstsoort,
        rows: list[tuple[str, LijstRij, Sectie]],
        own: list[Vindplaats],
        older: list[tuple[Kenmerk, LijstRij, Sectie]],
    ) -> None:
        seen: dict[str, int] = {}
        labelled = [(label, rij) for label, rij, _ in rows if label != soort.letter]
        for label, rij in (*labelled, *((kenmerk.verwijzing, rij) for kenmerk, rij, _ in older)):
            if label in seen:
                text = f"{label} staat ook al op regel {seen[label]}."
                self._report_cel("label-dubbel", text, rij, rij.cellen.get("nr"))
            seen.setdefault(label, rij.regel.nummer)
        self._report_second_markers(own)

    def _report_second_markers(self, own: list[Vindplaats]) -> None:
        first: dict[str, Vindplaats] = {}
        reported: set[str] = set()
        for vindplaats in own:
            label = vindplaats.markering.label
            if vindplaats.markering.nummer is None:
                continue
            if label in first and label not in reported:
                reported.add(label)
                text = f"[{label}] staat meer dan een keer in de tekst, ook op regel {first[label].regel}."
                place = self._place(vindplaats)
                self._lezer.add(melding("label-dubbel", text, place, ernst=Ernst.WAARSCHUWING))
            first.setdefault(label, vindplaats)

    def _report_unpaired(self, soort: Lijstsoort, things: Iterable[_Ding]) -> None:
        """Report markers and rows without each other; minutes of somebody else need no markers."""
        for ding in things:
            if ding.vindplaats is not None and ding.vindplaats.markering.nummer is None:
                self._lezer.add(melding("markering-zonder-nummer", bron=self._place(ding.vindplaats)))
            if ding.rij is None and ding.vindplaats is not None:
                text = f"{ding.vindplaats.markering.tekst} heeft geen regel onder ## {soort.titel}."
                self._lezer.add(melding("markering-zonder-regel", text, self._place(ding.vindplaats)))
            if not self._vreemd and ding.vindplaats is None and ding.rij is not None:
                text = f"{ding.rij.tekst('nr') or soort.letter} heeft geen markering in de tekst."
                self._report_cel("regel-zonder-markering", text, ding.rij, ding.rij.cellen.get("nr"))

    def _actiepunt(self, ding: _Ding) -> Actiepunt:
        if ding.rij is None:
            return Actiepunt(ding.label, self._text(ding), **self._context(ding), soort="expliciet")
        return Actiepunt(
            ding.label,
            ding.rij.tekst("actie"),
            **self._shared(ding.rij),
            **self._context(ding),
            soort="tabel" if ding.vindplaats is None else "expliciet",
        )

    def _voortgang(self, kenmerk: Kenmerk, rij: LijstRij, sectie: Sectie) -> Voortgang:
        return Voortgang(
            kenmerk,
            rij.tekst("actie"),
            **self._shared(rij),
            agendapunt=rij.tekst("agendapunt"),
            vertrouwelijk=sectie.vertrouwelijk or _zegt_ja(rij),
            bron=self._place_of_cel(rij, rij.cellen.get("nr")),
        )

    def _besluit(self, ding: _Ding) -> Besluit:
        tekst = ding.rij.tekst("besluit") if ding.rij else self._text(ding)
        return Besluit(ding.label, tekst, **self._context(ding))

    def _text(self, ding: _Ding) -> str:
        return self._find_zin(ding.vindplaats).tekst if ding.vindplaats else ""

    def _find_zin(self, vindplaats: Vindplaats) -> ActieZin:
        key = (vindplaats.regel, vindplaats.kolom)
        if key not in self._zinnen:
            self._zinnen[key] = find_actiezin(vindplaats.plek.tekst, vindplaats.markering.begin)
        return self._zinnen[key]

    def _context(self, ding: _Ding) -> dict[str, Any]:
        """Say where in the meeting it belongs, by its marker or else by the row's own columns."""
        section = ding.vindplaats.plek.sectie if ding.vindplaats else None
        written = ding.rij.tekst("agendapunt") if ding.rij else ""
        confidential = ding.rij is not None and _zegt_ja(ding.rij)
        around = [s.vertrouwelijk for s in (section, ding.lijstsectie) if s is not None]
        if section and section.vraag and not written:
            around = around[1:]  # it follows its item, of which the question may be answered in the register
        return {
            "agendapunt": written or (section.naam if section else ""),
            "vertrouwelijk": confidential or any(around),
            "bron": self._place_of_ding(ding),
        }

    def _place_of_ding(self, ding: _Ding) -> Bron | None:
        if ding.rij is not None:
            inhoud = ding.rij.cellen.get("actie") or ding.rij.cellen.get("besluit")
            return self._place_of_cel(ding.rij, inhoud)
        return self._place(ding.vindplaats) if ding.vindplaats else None

    def _shared(self, rij: LijstRij) -> dict[str, Any]:
        status, links, note = self._status_and_links(rij)
        owner = rij.tekst("actiehouder")
        return {
            "actiehouder": owner,
            "actiehouders": split_houders(owner, self._known),
            "termijn": self._termijn(rij),
            "status": status,
            "toelichting": note,
            "koppelingen": links,
            "vanaf": self._vanaf(rij),
            "herhaalt": self._herhaalt(rij),
        }

    def _vanaf(self, rij: LijstRij) -> date | None:
        """Read the day until which the action rests."""
        text = rij.tekst("vanaf")
        day = parse_datum(text, self._datum).datum if not _LEEG.fullmatch(text) else None
        if day is None and not _LEEG.fullmatch(text):
            message = f"Bij Vanaf hoort een dag te staan, en er staat: {shorten(text)}."
            self._report_cel(
                "tabel-onleesbaar", message, rij, rij.cellen["vanaf"], "Schrijf bijvoorbeeld: 1 september 2026."
            )
        return day

    def _herhaalt(self, rij: LijstRij) -> Herhaling | None:
        """Read how often the action comes back."""
        text = rij.tekst("herhaalt")
        known: Herhaling | None = next((word for word in get_args(Herhaling) if word == text.casefold()), None)
        if known is None and not _LEEG.fullmatch(text):
            message = f"Bij Herhaalt staat: {shorten(text)}."
            hulp = f"Kies uit: {', '.join(get_args(Herhaling))}."
            self._report_cel("tabel-onleesbaar", message, rij, rij.cellen["herhaalt"], hulp)
        return known

    def _termijn(self, rij: LijstRij) -> Termijn:
        text = rij.tekst("termijn")
        termijn, impossible = read_termijn(text, self._datum, self._lezer.samenhang.volgende)
        if impossible:
            message = f"De termijn {text} bestaat niet."
            self._report_cel("termijn-bestaat-niet", message, rij, rij.cellen.get("termijn"))
        return termijn

    def _status_and_links(self, rij: LijstRij) -> tuple[ActieStatus | None, tuple[Koppeling, ...], str]:
        """Read state and links; a merge or split that stands in the state column is kept as a note too."""
        written, note = rij.tekst("status"), rij.tekst("toelichting")
        in_status = find_koppelingen(written, self._tafel.id, self._datum)
        in_note = find_koppelingen(note, self._tafel.id, self._datum)
        rest = strip_koppelingen(written)
        status = parse_status(rest)
        if status is None and not _LEEG.fullmatch(rest):
            self._report_cel(
                "status-onbekend", f"De status {shorten(rest)} is niet te lezen.", rij, rij.cellen["status"]
            )
        new = [link for link in in_status if link not in in_note]
        if any(link.soort != "zelfde_als" for link in new):
            note = "; ".join(part for part in (_only_links(written, rest), note) if part)
        return status, tuple(dict.fromkeys((*in_note, *new))), note

    def _report_cel(self, code: str, tekst: str, rij: LijstRij, cel: Tabelcel | None, hulp: str = "") -> None:
        self._lezer.add(melding(code, tekst, self._place_of_cel(rij, cel), hulp))

    def _place_of_cel(self, rij: LijstRij, cel: Tabelcel | None) -> Bron:
        if cel is None:
            return self._lezer.place(rij.regel.nummer, rij.regel.tekst, 0, len(rij.regel.tekst))
        return self._lezer.place(rij.regel.nummer, cel.tekst or rij.regel.tekst, cel.begin, cel.eind)

    def _place(self, vindplaats: Vindplaats) -> Bron:
        begin = vindplaats.kolom
        end = begin + len(vindplaats.markering.tekst)
        return self._lezer.place(vindplaats.regel, self._find_zin(vindplaats).zin, begin, end)


_NR_HULP = "Schrijf A3, of A2 (17-12-2025) voor een actie uit een eerder verslag."


def _only_links(written: str, rest: str) -> str:
    """Return a state without its own word: only the links."""
    return written.replace(rest, "", 1).strip(" \t;,.") if rest else written


def _zegt_ja(rij: LijstRij) -> bool:
    return rij.tekst("vertrouwelijk").casefold() in _JA
