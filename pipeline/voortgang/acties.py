"""The action list, folded from the records of a Tafel from the oldest on (design, section 4).

Absence never closes an action; an action is open until a record says otherwise. A link ``zelfde_als`` that a
person laid or confirmed makes the later action a Voortgang of the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pipeline.markering import parse_datum, parse_termijn, parse_verwijzing
from pipeline.model import (
    Actielijst,
    Actiepunt,
    Kenmerk,
    Koppeling,
    Melding,
    Reeks,
    Register,
    Termijn,
    Terugkoppeling,
    Verslag,
    Voortgang,
    melding,
)
from pipeline.voortgang.stand import Stand, advance, start, to_regel

_ACTIE_HULP = "Schrijf bijvoorbeeld A2 (17-12-2025): actie A2 uit het verslag van 17 december 2025."


def fold_acties(
    reeks: Reeks, op: date, terugkoppeling: Iterable[Terugkoppeling] = (), peildatum: date | None = None
) -> tuple[Actielijst, tuple[Melding, ...]]:
    """Fold the records of a Reeks up to and including the day ``op`` into its action list.

    A term such as *volgende vergadering* is read by the dates of the series, planned meetings included.
    ``terugkoppeling`` is what was reported since the last meeting: shown, never counted. What is late is
    told by ``peildatum``, which is ``op`` unless given.
    """
    tafel = reeks.tafel
    vouw = _Vouw(reeks)
    for verslag in reeks.verslagen_tot(op):
        vouw.add(verslag, reeks.registers.get(verslag.datum))
    gemeld = vouw.match_terugkoppeling(terugkoppeling, op)
    from_day = parse_datum(tafel.acties_vanaf).datum if tafel.acties_vanaf else None
    regels = tuple(
        to_regel(s, peildatum or op, gemeld.get(k), from_day) for k, s in sorted(vouw.standen.items(), key=_order)
    )
    return Actielijst(tafel.id, op, regels), tuple(vouw.meldingen)


def _order(item: tuple[Kenmerk, Stand]) -> tuple[date, int, str]:
    label = item[0].label
    digits = "".join(c for c in label if c.isdigit())
    return item[0].datum, int(digits or 0), label


class _Vouw:
    """The fold at work: where every action stands after the records read so far."""

    def __init__(self, reeks: Reeks) -> None:
        self.tafel = reeks.tafel
        self.reeks = reeks
        self.standen: dict[Kenmerk, Stand] = {}
        self.zelfde: dict[Kenmerk, Kenmerk] = {}
        self.meldingen: list[Melding] = []

    def add(self, verslag: Verslag, register: Register | None) -> None:
        """Read one record and its register: first what it makes, then what it says of older actions."""
        for punt in verslag.actiepunten + (register.actiepunten if register else ()):
            self._add_actiepunt(verslag.datum, punt)
        for voortgang in verslag.voortgang + (register.voortgang if register else ()):
            self._add_voortgang(verslag.datum, voortgang)
        for gelegd in register.koppelingen if register else ():
            self._add_koppeling(verslag.datum, gelegd.van, gelegd.koppeling, gelegd.bevestigd)

    def _add_actiepunt(self, datum: date, punt: Actiepunt) -> None:
        kenmerk = Kenmerk(self.tafel.id, datum, punt.label)
        if kenmerk in self.standen or kenmerk in self.zelfde:
            tekst = f"In het verslag van {datum:%d-%m-%Y} staat {punt.label} twee keer."
            self.meldingen.append(melding("label-dubbel", tekst, punt.bron))
            return
        punt = replace(punt, termijn=self._resolve(punt.termijn, datum))
        links = tuple(k for k in punt.koppelingen if self._exists(k.met, punt))
        self.standen[kenmerk] = start(kenmerk, replace(punt, koppelingen=links))
        for koppeling in links:
            if koppeling.soort == "zelfde_als":
                self._join(datum, kenmerk, koppeling.met)

    def _add_voortgang(self, datum: date, voortgang: Voortgang) -> None:
        kenmerk = self._find(voortgang.verwijst_naar)
        if kenmerk is None or voortgang.verwijst_naar.datum > datum:
            self._report_missing(voortgang.verwijst_naar, voortgang)
            return
        links = tuple(k for k in voortgang.koppelingen if self._exists(k.met, voortgang))
        resolved = replace(voortgang, termijn=self._resolve(voortgang.termijn, datum), koppelingen=links)
        self.standen[kenmerk] = advance(self.standen[kenmerk], datum, resolved)
        for koppeling in links:
            if koppeling.soort == "zelfde_als":
                self._join(datum, kenmerk, koppeling.met)

    def _add_koppeling(self, datum: date, van: Kenmerk, koppeling: Koppeling, bevestigd: bool) -> None:
        source, target = self._find(van), self._find(koppeling.met)
        if source is None or target is None:
            self._report_missing(van if source is None else koppeling.met, None)
        elif source == target:
            self.meldingen.append(melding("koppeling-kringloop", f"{van} is al dezelfde actie als {koppeling.met}."))
        elif koppeling.soort != "zelfde_als":
            note = Voortgang(source, koppelingen=(koppeling,), toelichting=describe(koppeling))
            self.standen[source] = advance(self.standen[source], datum, note)
        elif bevestigd:
            self._join(datum, source, target)
        else:
            self.standen[source] = replace(self.standen[source], vermoedelijk=target)

    def _join(self, datum: date, later: Kenmerk, met: Kenmerk) -> None:
        """Make the later action a Voortgang of the one it repeats; from here on it has no row of its own."""
        earlier = self._find(met)
        if earlier is None or earlier == later:
            self.meldingen.append(melding("koppeling-kringloop", f"{later} kan niet dezelfde actie zijn als {met}."))
            return
        double = self.standen.pop(later)
        self.zelfde[later] = earlier
        for stap in double.stappen:
            said = Voortgang(earlier, "", stap.actiehouder, double.actiehouders, stap.termijn, stap.status,
                             stap.toelichting)  # fmt: skip
            self.standen[earlier] = advance(self.standen[earlier], stap.datum, said)

    def _find(self, kenmerk: Kenmerk) -> Kenmerk | None:
        """Follow the links to the action that still has a row of its own."""
        while kenmerk in self.zelfde:
            kenmerk = self.zelfde[kenmerk]
        return kenmerk if kenmerk in self.standen else None

    def _exists(self, kenmerk: Kenmerk, by: Actiepunt | Voortgang) -> bool:
        if self._find(kenmerk) is None:
            self._report_missing(kenmerk, by)
            return False
        return True

    def _report_missing(self, kenmerk: Kenmerk, by: Actiepunt | Voortgang | None) -> None:
        tekst = f"De actie {kenmerk.verwijzing} bestaat niet{self._nearest(kenmerk)}."
        self.meldingen.append(melding("actie-bestaat-niet", tekst, by.bron if by else None, _ACTIE_HULP))

    def _nearest(self, kenmerk: Kenmerk) -> str:
        """Name the action that was probably meant: the same label on another day, if there is just one."""
        options = [k for k in self.standen if k.label == kenmerk.label]
        return f"; wel {options[0].verwijzing}" if len(options) == 1 else ""

    def _resolve(self, termijn: Termijn, datum: date) -> Termijn:
        """Give a term in words its date, now that the series of meetings is known."""
        if termijn.datum is not None or not termijn.tekst:
            return termijn
        return parse_termijn(termijn.tekst, datum, self.reeks.volgende(datum))

    def match_terugkoppeling(self, items: Iterable[Terugkoppeling], op: date) -> dict[Kenmerk, Terugkoppeling]:
        """Find the action each report is about; a report about an unknown action is a Melding."""
        matched = {}
        for item in items:
            reference = parse_verwijzing(item.verwijzing, op)
            kenmerk = None
            if reference is not None and reference.datum is not None:
                kenmerk = self._find(Kenmerk(reference.tafel or self.tafel.id, reference.datum, reference.label))
            if kenmerk is None:
                tekst = f"De terugkoppeling gaat over een actie die niet bestaat: {item.verwijzing}."
                self.meldingen.append(melding("actie-bestaat-niet", tekst, item.bron, _ACTIE_HULP))
            else:
                matched[kenmerk] = item
        return matched


def describe(koppeling: Koppeling) -> str:
    """Say a link in Dutch: ``samengevoegd met A3 (17-12-2025)``."""
    return f"{koppeling.soort.replace('_', ' ')} {koppeling.met.verwijzing}"
