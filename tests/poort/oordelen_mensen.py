"""Judges who is named: in public who may be, and only those; in what goes to a list everybody who was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from atomen import MENSEN, Mens
from handelen import Uiting
from openen import Deel, vouw

# Who is spoken of in the minutes of every meeting, and may be named.
_GENOEMD = ("tafelaar", "proefstra")


@dataclass
class Gezien:
    """Who was seen where."""

    teveel: list[tuple[str, str]] = field(default_factory=list)
    openbaar: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    verzonden: dict[str, set[str]] = field(default_factory=dict)

    def zie(self, uiting: Uiting, delen: list[Deel]) -> None:
        """Look for everybody in a file."""
        if not uiting.lijst:
            for mens in MENSEN:
                self.teveel += [(deel.plaats, wat) for deel in delen for wat in _te_veel(mens, deel)]
            self.openbaar.setdefault((uiting.tafel, uiting.datum), set()).update(_namen(delen))
        elif "/concepten/Verslag aan" in uiting.naam:
            self.verzonden.setdefault(uiting.naam, set()).update(_namen(delen))

    def fouten(self) -> Iterator[tuple[str, str]]:
        """Give who is named and may not be, and who is not and should."""
        yield from self.teveel
        for place, seen in self.openbaar.items():
            yield from ((f"site {place}", f"{who} is not named") for who in _GENOEMD if who not in seen)
        for name, seen in self.verzonden.items():
            yield from ((name, f"{mens.genoemd} is not named") for mens in MENSEN if mens.id not in seen)


def _te_veel(mens: Mens, deel: Deel) -> Iterator[str]:
    if not mens.mag_met_naam and vouw(mens.naam) in deel.tekst:
        yield mens.genoemd
    if vouw(mens.email) in deel.tekst:
        yield mens.email


def _namen(delen: list[Deel]) -> set[str]:
    return {mens.id for mens in MENSEN for deel in delen if vouw(mens.naam) in deel.tekst}
