"""A table with plainly made-up people, two papers and minutes."""

from __future__ import annotations

import io

from mailserver import GEBRUIKER
from opdrachten import Werkmap
from reportlab.pdfgen.canvas import Canvas

REGIETAFEL = """naam: Provincie Voorbeeld
afzender: PRT-secretariaat
email: secretariaat@provincie.example
website: https://provincie.example/verslagen
"""
TAFEL = """naam: Provinciale Regietafel Voorbeeld
korte_naam: PRT
tijd: 9:30 - 11:00
locatie: Provinciehuis, Voorbeeldstad
voorzitter: de-proef
contact: secretariaat@provincie.example
ritme: {weken: 6, weekdag: vrijdag}
leden:
  - {id: de-proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, organisatie: Provincie, rol: voorzitter,
     email: voorzitter@provincie.example}
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Voorbeeldstad, email: voorbeeld@stad.example}
  - {id: zus, aanhef: mw., achternaam: Zůs-Łęk, organisatie: Toetsdorp, email: zus@dorp.example}
agendaleden:
  - {id: toets, aanhef: dhr., achternaam: Toets, organisatie: Provincie, email: toets@provincie.example}
toehoorders:
  - {id: rijk, functie: vertegenwoordiger, organisatie: Ministerie, email: rijk@ministerie.example}
verzendlijsten:
  - {naam: voorzitters RRT, wie: [voorbeeld], doorgeven: ja}
  - {naam: leden, wie: [leden], vertrouwelijk: ja}
  - {naam: agendaleden, wie: [agendaleden], word: ja}
  - {naam: toehoorders, wie: [toehoorders], stukken: los}
  - {naam: ambtelijke ondersteuning, adressen: ["Ambtelijk Team <team@provincie.example>", VOORBEELD@stad.example]}
"""
AGENDA = """agendapunten:
  - titel: Opening
  - titel: Stand van zaken
    bijlagen: [{titel: Notitie over locaties, bestand: notitie.pdf}]
  - titel: Besloten deel
    vertrouwelijk: ja
    toelichting: Het gaat om de Kerkstraat.
    bijlagen: [geheim.pdf]
"""
VERSLAG = """---
tafel: prt
datum: 24 april 2026
deelnemers:
  Provincie: [mw. De Proef (voorzitter)]
---
## 1. Opening

De voorzitter opent de vergadering.

## 2. Besloten deel (vertrouwelijk)

De Kerkstraat is besproken.

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| | Een overzicht maken | Provincie | 1 juni 2026 | open |
"""


def make_paper(text: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 500, f"{text}, bladzijde 1")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def use_server(werkmap: Werkmap, port: int, server: str = "localhost") -> None:
    werkmap.write(
        "regietafel.yaml",
        f"{REGIETAFEL}smtp: {{server: {server}, poort: {port}, gebruiker: {GEBRUIKER}}}\n",
    )
