"""What minutes say of actions of older meetings that they refer to by label and date."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.lezen.omgeving import Leesomgeving, clean_actie
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.woorden import fold
from pipeline.markering import find_markeringen, parse_status
from pipeline.markering.tijdwoorden import find_termijn
from pipeline.markering.zinnen import split_zinnen
from pipeline.model import Kenmerk, Termijn, Voortgang
from pipeline.model.document import Tekstblok


def read_voortgang(sectie: Leessectie, omgeving: Leesomgeving, tafel: str) -> Iterator[Voortgang]:
    """Give what is said of ``[A2 (17-12-2025)]`` and the like; a label without a date refers to nothing certain."""
    for blok in sectie.blokken:
        if not isinstance(blok, Tekstblok):
            continue
        for zin in split_zinnen(blok.tekst):
            for marker in find_markeringen(zin.tekst, omgeving.datum):
                if marker.soort != "actie" or marker.datum is None:
                    continue
                rest = zin.tekst[marker.eind :].lstrip(" :–-,")
                moved = find_termijn(rest, omgeving.datum)
                yield Voortgang(
                    Kenmerk(tafel, marker.datum, marker.label),
                    termijn=moved if parse_status(rest) == "open" else Termijn(),
                    status=parse_status(rest),
                    toelichting=clean_actie(zin.tekst),
                    zekerheid=1.0,
                    bron=omgeving.document.bron(blok, zin.begin, zin.eind, fold(zin.tekst)),
                )
