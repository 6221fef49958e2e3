"""The actions of a table as a worksheet: one row per action, as it stands."""

from __future__ import annotations

from pipeline.model import VERTROUWELIJK, Actielijst, ActielijstRegel
from pipeline.werkblad.blad import Celwaarde, write_rijen

KOPPEN = (
    "Nr",
    "Vergadering",
    "Actie",
    "Actiehouder",
    "Termijn",
    "Termijn (datum)",
    "Status",
    "Termijn verstreken",
    "Verschoven",
    "Toelichting",
    "Agendapunt",
    "Vertrouwelijk",
)


def write_acties(titel: str, lijst: Actielijst) -> bytes:
    """Write an action list as the content of an .xlsx file; days are real dates, so that they sort.

    With a confidential action in it, every page that is printed says so.
    """
    merk = VERTROUWELIJK if any(regel.vertrouwelijk for regel in lijst.regels) else ""
    return write_rijen(titel, KOPPEN, (_rij(regel) for regel in lijst.regels), merk)


def _rij(regel: ActielijstRegel) -> tuple[Celwaarde, ...]:
    return (
        regel.kenmerk.label,
        regel.kenmerk.datum,
        regel.actie.replace("**", ""),
        regel.actiehouder,
        regel.termijn.tekst,
        regel.termijn.datum,
        regel.status,
        "ja" if regel.te_laat else "",
        regel.verschoven or None,
        regel.toelichting,
        regel.agendapunt,
        "ja" if regel.vertrouwelijk else "",
    )
