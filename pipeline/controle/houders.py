"""Who can own an action: the people on the lists, and the bodies they speak for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.model import Deelnemer, Lid, Persoon, Tafel
from pipeline.wie.namen import Namenindex, allowed_edits
from pipeline.wie.woorden import fold_naam

# Owners every meeting has, whatever its lists say.
_ALTIJD = (
    *("allen", "alle", "alle aanwezigen", "alle deelnemers", "alle leden", "iedereen", "leden", "deelnemers"),
    *("all", "eenieder", "een ieder", "aanwezigen"),
    *("voorzitter", "secretaris", "secretariaat", "vicevoorzitter", "plaatsvervangend voorzitter"),
)
_LIDWOORDEN = ("de ", "het ", "een ")


@dataclass(frozen=True)
class Houderlijst:
    """The owners that are known: people by their names, bodies and roles by their words."""

    namen: Namenindex[Deelnemer]
    leden: Namenindex[Lid]
    woorden: dict[str, str]
    tafel: Tafel
    datum: date

    @classmethod
    def of(cls, tafel: Tafel, datum: date, deelnemers: tuple[Deelnemer, ...], namen: Namenindex[Deelnemer],
           leden: Namenindex[Lid]) -> Houderlijst:  # fmt: skip
        """Gather who can own an action of a meeting."""
        words = dict.fromkeys(_bodies(tafel, deelnemers))
        return cls(namen, leden, {key: written for written in words if (key := _key(written))}, tafel, datum)

    def kent(self, naam: str) -> bool:
        """Tell whether an owner as written is on a list: a person, a body, a role or an id."""
        if not fold_naam(naam):
            return True
        if _key(naam) in self.woorden or self.namen.zoek(naam) or self.leden.zoek(naam):
            return True
        if self.tafel.find_leden(naam):
            return True
        # "PRT-secretariaat (mevrouw X)": the words before the brackets name the body.
        return "(" in naam and self.kent(naam.partition("(")[0])

    def find_meer(self, naam: str) -> tuple[Lid, ...]:
        """Return the members an owner can be, where a role or surname does not tell them apart."""
        found = self.tafel.find_leden(naam, self.datum)
        return found if len(found) > 1 else ()

    def nearest_person(self, naam: str) -> Persoon | None:
        """Return the person whose name is nearest, within one or two typing errors."""
        found = self.namen.dichtstbij(naam) or self.leden.dichtstbij(naam)
        return found[0] if found else None

    def nearest_body(self, naam: str) -> str | None:
        """Return the body or role whose name is nearest, within one or two typing errors."""
        key = _key(naam)
        keys = list(self.woorden)
        found = process.extractOne(key, keys, scorer=OSA.distance, score_cutoff=allowed_edits(key))
        return self.woorden[found[0]] if found else None


def _key(words: str) -> str:
    folded = fold_naam(words)
    article = next((a for a in _LIDWOORDEN if folded.startswith(a)), "")
    return folded[len(article) :]


def _bodies(tafel: Tafel, deelnemers: tuple[Deelnemer, ...]) -> Iterator[str]:
    """Yield every word by which a body, a role or a member goes in the lists."""
    yield from (*tafel.actiehouders, tafel.naam, tafel.korte_naam, tafel.id, *_ALTIJD)
    yield from (tafel.voorzitter, tafel.secretaris)
    for lid in tafel.leden:
        yield from (lid.id, lid.functie, lid.groep, lid.organisatie, lid.rol)
    for deelnemer in deelnemers:
        yield from (deelnemer.groep, *deelnemer.organisatie.split(","), *deelnemer.rol.split(","))
