"""Tiny records for the checks, in the notation a secretary writes."""

from __future__ import annotations

import textwrap
from datetime import date

from pipeline import notatie
from pipeline.controle import Dossier, build_dossier
from pipeline.model import Gebeurtenis, Melding, Reeks
from pipeline.notatie import make_brontekst

DAG = date(2026, 1, 23)
EERDER = date(2025, 12, 17)

TAFEL = """
naam: Voorbeeldtafel
korte_naam: VT
actiehouders: [de regio's]
afkortingen: [XYZ]
leden:
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Voorbeeldstad}
  - {id: de-proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, organisatie: Testdam}
  - {id: weg, aanhef: mw., achternaam: Verleden, organisatie: Voorbeeldstad, tot: 2024-12-31}
"""
DEELNEMERS = """
deelnemers:
  Voorbeeldstad:
    - dhr. Voorbeeld (voorzitter)
    - dhr. Jansen (Voorbeeldstad) [afwezig]
  Testdam:
    - mw. De Proef
"""
AGENDA = """
agendapunten:
  - titel: Opening
  - titel: Stand van zaken
"""


def maak(
    tekst: str = "",
    *,
    kop: str = DEELNEMERS,
    tafel: str = TAFEL,
    agenda: str = "",
    register: str = "",
    eerder: str = "",
    verslag: bool = True,
    logboek: tuple[Gebeurtenis, ...] = (),
    bijlagen: tuple[str, ...] = (),
    overige: tuple[str, ...] = (),
    op: date = DAG,
) -> Dossier:
    """Read a meeting of 23 January 2026: ``tekst`` is the body of its verslag.md, ``kop`` its front matter.

    ``eerder`` is the body of the minutes of 17 December 2025, where there are any.
    """
    table, meldingen = notatie.parse_tafel(make_brontekst(tafel, "tafel.yaml"), "vt")
    meeting = None
    if agenda:
        meeting, found = notatie.parse_agenda(make_brontekst(agenda, "agenda.yaml"), table, DAG)
        meldingen += found
    records = []
    for day, body, head in ((EERDER, eerder, ""), (DAG, tekst if verslag else "", kop)):
        if body or (day == DAG and verslag):
            text = f"---\ntafel: vt\ndatum: {day.isoformat()}\n{head.strip()}\n---\n{textwrap.dedent(body)}"
            record, found = notatie.parse_verslag(make_brontekst(text, "verslag.md"), table, day, meeting)
            records.append(record)
            meldingen += found if day == DAG else ()
    registers = {}
    if register:
        registers[DAG], found = notatie.parse_register(make_brontekst(register, "register.yaml"), table, DAG)
        meldingen += found
    reeks = Reeks(table, (meeting,) if meeting else (), tuple(records), registers, {DAG: logboek})
    return build_dossier(reeks, DAG, op, bijlagen, overige, meldingen)


def punt(tekst: str) -> str:
    """Write a text as the one item of the minutes."""
    return f"## 1. Opening\n\n{textwrap.dedent(tekst).strip()}\n"


def acties(*rijen: str) -> str:
    """Write rows as the action list of the minutes."""
    head = "| Nr | Actie | Actiehouder | Termijn | Status | Toelichting |\n|---|---|---|---|---|---|"
    return "\n## Actielijst\n\n" + "\n".join((head, *(f"| {rij} |" for rij in rijen))) + "\n"


def codes(meldingen: tuple[Melding, ...]) -> list[str]:
    """Return the codes of findings that are not accepted."""
    return [m.code for m in meldingen if m.aanvaard is None]
