"""Who can own an action: the people on the lists, and the bodies they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.controle.dossier import Dossier
from pipeline.markering.namen import allowed_edits, fold_naam

# Owners every meeting has, whatever its lists say.
_ALTIJD = (
    *("allen", "alle", "alle aanwezigen", "alle deelnemers", "alle leden", "iedereen", "leden", "deelnemers"),
    *("voorzitter", "secretaris", "secretariaat", "vicevoorzitter", "plaatsvervangend voorzitter"),
)
_LIDWOORD = re.compile(r"^(?:de|het|een) ")


@dataclass(frozen=True)
class Houders:
    """The owners that are known: names by their forms, bodies and roles by their words."""

    dossier: Dossier
    woorden: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> Houders:
        """Gather who can own an action of this meeting."""
        return cls(dossier, frozenset(key for words in _bodies(dossier) if (key := _key(words))))

    def kent(self, naam: str) -> bool:
        """Tell whether an owner as written is on a list: a person, a body, a role or an id."""
        if not fold_naam(naam):
            return True
        if self.dossier.namen.zoek(naam) or self.dossier.leden.zoek(naam):
            return True
        key = _key(naam)
        # "de regio's", "PRT-secretariaat (mevrouw X)": the words before the brackets name the body.
        return (
            key in self.woorden or _key(naam.partition("(")[0]) in self.woorden or self._is_bare_surname(naam)
        )

    def _is_bare_surname(self, naam: str) -> bool:
        """Accept ``dhr. Dijk`` for Van Dijk: an action list is short; the text is checked for spelling."""
        found = self.dossier.namen.dichtstbij(naam)
        return found is not None and fold_naam(found[0].achternaam) == fold_naam(naam)

    def dichtstbij(self, naam: str) -> str | None:
        """Return the known owner whose name is nearest, within one or two typing errors."""
        person = self.dossier.namen.dichtstbij(naam) or self.dossier.leden.dichtstbij(naam)
        if person:
            return person[0].naam
        key = _key(naam)
        found = process.extractOne(key, self.woorden, scorer=OSA.distance, score_cutoff=allowed_edits(key))
        return next((w for w in _bodies(self.dossier) if _key(w) == found[0]), None) if found else None


def _key(words: str) -> str:
    return _LIDWOORD.sub("", fold_naam(words))


def _bodies(dossier: Dossier) -> Iterator[str]:
    """Yield every word by which a body, a role or a member goes in the lists."""
    tafel = dossier.tafel
    yield from (*tafel.actiehouders, tafel.naam, tafel.korte_naam, tafel.id, *_ALTIJD)
    yield from (tafel.voorzitter, tafel.secretaris)
    for lid in tafel.leden:
        yield from (lid.id, lid.functie, lid.groep, lid.organisatie, lid.rol)
    for deelnemer in dossier.reeks.deelnemers(dossier.datum):
        yield from (deelnemer.groep, *deelnemer.organisatie.split(","), *deelnemer.rol.split(","))
