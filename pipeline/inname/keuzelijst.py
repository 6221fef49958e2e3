"""What there is to decide on in the minutes of one meeting, each under a mark that stays its own.

A proposal is chosen by what it says: its mark comes from its words and its place, so that it never means another
proposal when the list has changed. A number would.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import (
    Aanmelding,
    Actiepunt,
    Besluit,
    GelegdeKoppeling,
    Register,
    Verslag,
    Voorstel,
    Voortgang,
    is_zelfde_tekst,
)

Keuze = Voorstel | GelegdeKoppeling | Aanmelding
TONEN_VANAF = 0.5
# Without vowels (no words) and without what is read as another sign; four of them tell 450,000 proposals apart.
_TEKENS = "23456789bcdfghjkmnpqrstvwxz"
_LENGTE = 4


@dataclass(frozen=True)
class Keuzelijst:
    """The proposals on one meeting: Voorstellen, links that wait for a person or fell away, items that were put off."""

    voorstellen: tuple[Voorstel, ...]
    koppelingen: tuple[GelegdeKoppeling, ...]
    uitgesteld: tuple[Aanmelding, ...] = ()

    @cached_property
    def alle(self) -> dict[str, Keuze]:
        """Everything there is to decide on, by its mark."""
        seen: Counter[tuple[str, ...]] = Counter()
        found: dict[str, Keuze] = {}
        items: tuple[Keuze, ...] = (*self.voorstellen, *self.koppelingen, *self.uitgesteld)
        for item in items:
            key = _sleutel(item)
            seen[key] += 1
            found[_merk(item, (*key, str(seen[key])), found)] = item
        return found


def make_keuzelijst(
    gevonden: Iterable[Voorstel],
    verslag: Verslag,
    register: Register,
    vervallen: Collection[GelegdeKoppeling],
    uitgesteld: Iterable[Aanmelding] = (),
) -> Keuzelijst:
    """Leave out what was refused or taken over before, and what a row says already.

    ``vervallen`` are the links of the register that no longer count, since an action got other words; ``uitgesteld``
    are the items of this meeting that wait for a later agenda.
    """
    refused = {fold(a.zin) for a in register.afwijzingen}
    taken = {(a.soort, fold(a.zin)) for a in register.aanvaardingen}
    told = {v.verwijst_naar for v in (*verslag.voortgang, *register.voortgang)}
    known = [a.actie for a in register.actiepunten] + [b.tekst for b in register.besluiten]

    def is_new(voorstel: Voorstel) -> bool:
        sentence = fold(voorstel.bron.zin)
        if voorstel.zekerheid < TONEN_VANAF or sentence in refused or (voorstel.soort, sentence) in taken:
            return False
        if isinstance(voorstel.inhoud, Voortgang):
            return voorstel.inhoud.verwijst_naar not in told
        return not any(is_zelfde_tekst(words_of(voorstel), text) for text in known)

    links = tuple(k for k in register.koppelingen if not k.bevestigd or k in vervallen)
    return Keuzelijst(tuple(v for v in gevonden if is_new(v)), links, tuple(uitgesteld))


def words_of(voorstel: Voorstel) -> str:
    """Return what a proposal would write."""
    inhoud = voorstel.inhoud
    if isinstance(inhoud, Actiepunt):
        return inhoud.actie
    return inhoud.tekst if isinstance(inhoud, Besluit) else inhoud.toelichting


def fold(tekst: str | None) -> str:
    """Return a text as it is compared."""
    return " ".join((tekst or "").split()).casefold()


def _sleutel(item: Keuze) -> tuple[str, ...]:
    """Return what a proposal says and where: what its mark is made of."""
    if isinstance(item, GelegdeKoppeling):
        link = item.koppeling
        return str(item.van), link.soort, str(link.met), fold(link.tekst), fold(link.tekst_met)
    if isinstance(item, Aanmelding):
        return "agendapunt", item.uit, fold(item.wat)
    inhoud = item.inhoud
    place = str(inhoud.verwijst_naar) if isinstance(inhoud, Voortgang) else fold(inhoud.agendapunt)
    return item.soort, place, fold(item.bron.zin), fold(words_of(item))


def _merk(item: Keuze, sleutel: tuple[str, ...], taken: Collection[str]) -> str:
    """Make a mark: a letter for the kind and a few signs; longer where another has it already."""
    letter = item.soort[0] if isinstance(item, Voorstel) else "k" if isinstance(item, GelegdeKoppeling) else "p"
    number = int.from_bytes(hashlib.sha256("\0".join(sleutel).encode()).digest())
    signs = ""
    while len(signs) < _LENGTE or letter + signs in taken:
        number, rest = divmod(number, len(_TEKENS))
        signs += _TEKENS[rest]
    return letter + signs
