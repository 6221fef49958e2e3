"""Who may see what: the records as they are for those who may not have what is confidential.

Redaction happens in the model, before a document is made: what is not there cannot be uncovered.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Actielijst, Agendapunt, Alinea, Vergadering, Verslag, VerslagPunt

_IN_PLAATS = "Dit punt is vertrouwelijk."


def open_vergadering(vergadering: Vergadering) -> Vergadering:
    """Leave out what is confidential: the papers, and of a confidential item all but its number, title and time."""
    return replace(vergadering, agendapunten=tuple(_open_punt(punt) for punt in vergadering.agendapunten))


def _open_punt(punt: Agendapunt) -> Agendapunt:
    if punt.vertrouwelijk:
        return replace(punt, toelichting="", spreker="", bijlagen=())
    return replace(punt, bijlagen=tuple(b for b in punt.bijlagen if not b.vertrouwelijk))


def open_verslag(verslag: Verslag) -> Verslag:
    """Leave out the text of confidential items, and the actions and decisions that are confidential."""
    secret = {key for punt in verslag.punten if punt.vertrouwelijk for key in (punt.nummer, punt.titel) if key}
    return replace(
        verslag,
        punten=tuple(_open_verslagpunt(punt) for punt in verslag.punten),
        actiepunten=tuple(a for a in verslag.actiepunten if not (a.vertrouwelijk or a.agendapunt in secret)),
        besluiten=tuple(b for b in verslag.besluiten if not (b.vertrouwelijk or b.agendapunt in secret)),
    )


def _open_verslagpunt(punt: VerslagPunt) -> VerslagPunt:
    return replace(punt, blokken=(Alinea(_IN_PLAATS),)) if punt.vertrouwelijk else punt


def open_actielijst(lijst: Actielijst) -> Actielijst:
    """Leave out the confidential actions."""
    return replace(lijst, regels=tuple(regel for regel in lijst.regels if not regel.vertrouwelijk))
