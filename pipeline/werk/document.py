"""A document straight from the records: what a document type says of itself is all there is to its act."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import SECRETARIAAT, VOORZITTER, Lezerskring, Melding, Reeks
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum, pick_verslag, require_agenda
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.documenten import Stukken
    from pipeline.documentsoorten import DocumentSoort


# How many meetings, and dates of the law cycle, a look ahead shows: with more it is no longer one page.
_VOORUIT = 4


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
    if soort.moment is not Moment.ERNA:
        datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
        require_agenda(opdracht, reeks, datum)
        folder = paden.vergadering(tafel, datum)
    else:
        datum = pick_verslag(opdracht, reeks, verzoek.datum)
        folder = paden.verslagmap(tafel, datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    kring = VOORZITTER if soort.is_voor_voorzitter else SECRETARIAAT
    levering.deliver(soort.naam, collect_document(levering, soort, kring), folder)
    return levering.finish(Vervolg(soort.vervolg))


def collect_document(levering: Levering, soort: DocumentSoort, kring: Lezerskring = SECRETARIAAT) -> Stukken:
    """Gather what a document is made from, for these readers; what is wrong with its lists is told."""
    from pipeline.documentsoorten import Moment

    gather = {Moment.ERVOOR: _gather_ervoor, Moment.VOORUIT: _gather_vooruit, Moment.ERNA: _gather_erna}[soort.moment]
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


def _gather_vooruit(levering: Levering, reeks: Reeks) -> tuple[Stukken, tuple[Melding, ...]]:
    """What is to come from a meeting on: of the meetings only when and where they are."""
    from pipeline.planning import find_mijlpalen, find_uitgesteld

    stukken, found = _gather_ervoor(levering, reeks)
    opdracht, datum = levering.opdracht, levering.datum
    dates = [d for d in reeks.gehouden_data if d >= datum][:_VOORUIT]
    meetings = tuple(replace(v, agendapunten=()) for d in dates if (v := reeks.vergadering(d)))
    own = opdracht.inhoud.organisatie.mijlpalen
    cycle = (*find_mijlpalen(datum.year, own), *find_mijlpalen(datum.year + 1, own))
    waiting = (*(a for a in reeks.aanmeldingen if a.wacht), *find_uitgesteld(reeks, opdracht.nu))
    ahead = replace(
        stukken,
        vergadering=replace(stukken.vergadering, agendapunten=()) if stukken.vergadering else None,
        vergaderingen=meetings,
        mijlpalen=tuple(m for m in cycle if m.datum >= datum)[:_VOORUIT],
        aanmeldingen=waiting,
    )
    return ahead, found


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
