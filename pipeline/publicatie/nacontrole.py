"""The last look: everything that would be published is read back from its bytes and searched for names.

One mention that should not be there, or one file that cannot be read, and nothing is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.model import Bron, Melding, melding
from pipeline.nalezen import Lek, Nalezer
from pipeline.nalezen.uitlezen import OnleesbaarBestand, Tekstplek, read_teksten
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.publicatie.vermeldingen import Naamvermelding, find_bekenden, find_vermeldingen
from pipeline.wie.woorden import fold_aaneen

_RUW_VANAF = 5  # letters from which a name also counts in code and bytes, where short words stand by chance
_MAX_GEMELD = 50
_HEEL_ADRES = re.compile(r"[A-Za-z0-9._%+'-]{2,}@(?:[A-Za-z0-9-]{2,}\.)+[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Rest:
    """A mention that is left in a file: where, and what."""

    bestand: str
    plek: str
    tekst: str


def check_bestanden(
    bestanden: Mapping[str, bytes],
    kennis: Namenkennis,
    makers: frozenset[str] = frozenset(),
    nalezer: Nalezer | None = None,
) -> tuple[Melding, ...]:
    """Report every mention left in these files, names of files included; an empty tuple: they may be published.

    ``makers`` are the names that may stand as the author of a file: organisations and programs. The ``nalezer``
    looks in the same places for what is confidential.
    """
    scan = _Scan(kennis, frozenset(fold_aaneen(maker) for maker in makers))
    found: list[Melding] = []
    for naam, inhoud in bestanden.items():
        try:
            places = tuple(read_teksten(naam, inhoud))
            found.extend(_report(rest) for rest in scan.resten(naam, places))
            found.extend(_report_lek(lek) for lek in (nalezer.read_plekken(naam, places) if nalezer else ()))
        except OnleesbaarBestand as error:
            text = f"Niet te controleren: {error}. Er is niets gepubliceerd."
            found.append(melding("publicatie-onleesbaar", text, Bron(naam)))
    return tuple(dict.fromkeys(found))[:_MAX_GEMELD]


def find_resten(naam: str, inhoud: bytes, kennis: Namenkennis) -> tuple[Rest, ...]:
    """Return the mentions left in one file."""
    return tuple(_Scan(kennis).resten(naam, read_teksten(naam, inhoud)))


@dataclass
class _Scan:
    """The search through all files; a text that stands in many of them is read once."""

    kennis: Namenkennis
    makers: frozenset[str] = frozenset()
    _gezien: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict)

    def resten(self, naam: str, plekken: Iterable[Tekstplek]) -> Iterator[Rest]:
        for plek in plekken:
            yield from (Rest(naam, plek.plek, left) for left in self._left(plek))

    def _left(self, plek: Tekstplek) -> tuple[str, ...]:
        key = plek.tekst, plek.is_ruw
        if key not in self._gezien:
            self._gezien[key] = tuple(self._search(plek.tekst, plek.is_ruw))
        strange = plek.is_auteur and bool(plek.tekst.strip()) and fold_aaneen(plek.tekst) not in self.makers
        return (*self._gezien[key], plek.tekst.strip()) if strange and self.makers else self._gezien[key]

    def _search(self, tekst: str, is_ruw: bool) -> Iterator[str]:
        for v in find_bekenden(tekst, self.kennis) if is_ruw else find_vermeldingen(tekst, self.kennis):
            if self._is_left(v) and not (is_ruw and _is_short(v)):
                yield v.tekst

    def _is_left(self, v: Naamvermelding) -> bool:
        """Tell whether a mention may not be there; a name on no list was decided before, in the records."""
        if v.wijze == "vervangen":
            return True
        return v.wijze == "onbeslist" and any(b.openbaar != "naam" for b in v.wie)


def _is_short(v: Naamvermelding) -> bool:
    """Tell whether a mention in code proves nothing: too short, a number, or nearly a name."""
    if not v.wie:  # letters, colour profiles and programs hold an @ by chance, but no whole address
        return _HEEL_ADRES.fullmatch(v.tekst) is None
    letters = fold_aaneen(v.tekst)
    exact = any(fold_aaneen(b.persoon.achternaam) in letters for b in v.wie)
    return not exact or max(len(fold_aaneen(b.persoon.achternaam)) for b in v.wie) < _RUW_VANAF


def _report(rest: Rest) -> Melding:
    text = f"Hier staat nog een naam of adres: “{rest.tekst}” ({rest.plek}). Er is niets gepubliceerd."
    return melding("naam-gelekt", text, Bron(rest.bestand))


def _report_lek(lek: Lek) -> Melding:
    text = f"Hier staat iets wat vertrouwelijk is: “{lek.woorden}” ({lek.plek}). Er is niets gepubliceerd."
    return melding("vertrouwelijk-gelekt", text, Bron(lek.bestand))
