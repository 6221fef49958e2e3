"""A document straight from the records: what a document type says of itself is all there is to its act."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import SECRETARIAAT, Lezerskring, Melding, Reeks
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum, pick_verslag, require_agenda
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.documenten import Stukken
    from pipeline.documentsoorten import DocumentSoort


@dataclass(frozen=True, slots=True)
class MaakDocument(OverVergadering):
    """A document of this kind (``soort``): before a meeting of the first to come, after one of the last minutes."""

    daad: ClassVar[str] = "maak_document"
    soort: str = ""
    keuze: Keuze = Keuze()


def maak_document(opdracht: Opdracht, verzoek: MaakDocument) -> Uitkomst:
    """Make a document of which the type says when it is made, and what to do with it."""
    from pipeline.documentsoorten import Moment, find_soort

    soort = find_soort(verzoek.soort)
    reeks = opdracht.reeks(verzoek.tafel)
    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    if soort.moment is Moment.ERVOOR:
        datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
        require_agenda(opdracht, reeks, datum)
        folder = paden.vergadering(tafel, datum)
    else:
        datum = pick_verslag(opdracht, reeks, verzoek.datum)
        folder = paden.verslagmap(tafel, datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    levering.deliver(soort.naam, collect_document(levering, soort), folder)
    return levering.finish(Vervolg(soort.vervolg))


def collect_document(levering: Levering, soort: DocumentSoort, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what a document is made from, for these readers; what is wrong with its lists is told."""
    from pipeline.documentsoorten import Moment

    gather = _gather_ervoor if soort.moment is Moment.ERVOOR else _gather_erna
    levering.meldingen.extend(gather(levering, levering.reeks)[1])
    toont: Callable[[Stukken], object] = operator.attrgetter(soort.toont) if soort.toont else lambda stukken: stukken
    return levering.collect(lambda reeks: gather(levering, reeks)[0], kring, toont)


def collect_actielijst(levering: Levering, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what the action list after a meeting is made from; what is late is told by the day it is made."""
    from pipeline.documentsoorten import find_soort

    return collect_document(levering, find_soort("actielijst"), kring)


def _gather_ervoor(levering: Levering, reeks: Reeks) -> tuple[Stukken, tuple[Melding, ...]]:
    """Everything known before a meeting."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_voor

    datum, opdracht = levering.datum, levering.opdracht
    lijst, found = acties_voor(reeks, datum, opdracht.op)
    stukken = Stukken(opdracht.inhoud.organisatie, reeks.tafel, reeks.vergadering(datum), actielijst=lijst,
                      deelnemers=reeks.verwachte_deelnemers(datum), volgende=reeks.volgende(datum))  # fmt: skip
    return stukken, found


def _gather_erna(levering: Levering, reeks: Reeks) -> tuple[Stukken, tuple[Melding, ...]]:
    """Everything known after a meeting."""
    from pipeline.documenten import Stukken
    from pipeline.voortgang import acties_na, fold_besluiten

    datum, opdracht = levering.datum, levering.opdracht
    lijst, found = acties_na(reeks, datum, opdracht.op)
    besluiten, more = fold_besluiten(reeks, datum)
    stukken = Stukken(opdracht.inhoud.organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum),
                      reeks.deelnemers(datum), lijst, besluiten, reeks.volgende(datum),
                      rectificaties=reeks.rectificaties(datum), vaststelmoment=reeks.vaststelmoment(datum))  # fmt: skip
    return stukken, tuple(dict.fromkeys((*found, *more)))
