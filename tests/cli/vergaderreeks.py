"""A made-up table with two meetings, for adopting and publishing minutes."""

from __future__ import annotations

import hashlib
from pathlib import Path

ORGANISATIE = """naam: Provincie Voorbeeld
afzender: RT-secretariaat
email: secretariaat@voorbeeld.example
"""
TAFEL = """naam: Regietafel Voorbeeld
korte_naam: RT
contact: secretariaat@voorbeeld.example
actiehouders: [RT-secretariaat]
leden:
  - {id: testman, aanhef: dhr., achternaam: Testman, functie: burgemeester, organisatie: Voorbeeldstad}
  - {id: de-proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, functie: wethouder, organisatie: Proefdam}
  - {id: voorbeeldsma, aanhef: mw., voorletters: Anna, achternaam: Voorbeeldsma, functie: regiomanager,
     organisatie: COA, openbaar: functie, email: a.voorbeeldsma@coa.example}
"""
EERSTE = """---
tafel: rt
datum: 9 januari 2026
locatie: Stadhuis Voorbeeldstad
deelnemers:
  Gemeenten:
    - dhr. Testman (Voorbeeldstad)
    - mw. De Proef (Proefdam)
  COA:
    - {lid: voorbeeldsma}
---

## 1. Opening

De heer Testman heet **iedereen** welkom. De heer Testman meldt dat er
200 plekken zijn.

## 2. Opvang

- Mevrouw De Proef vraagt naar de planning [A1].
- Mevrouw Voorbeeldsma (COA) zegt toe dat de cijfers komen.

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| A1 | Planning sturen | mw. De Proef | 1 februari 2026 | open |
"""
TWEEDE = """---
tafel: rt
datum: 20 februari 2026
{vaststelling}---

## 1. Opening

Het vorige verslag wordt vastgesteld.
"""
AGENDA = """agendapunten:
  - titel: Opening
  - titel: Opvang
    bijlagen:
      - {titel: Cijfers, bestand: cijfers.pdf, openbaar: cijfers-openbaar.txt}
      - {titel: Notitie, bestand: notitie.pdf}
  - {titel: Personele zaak, vertrouwelijk: ja}
"""
EERSTE_DAG, TWEEDE_DAG = "2026-01-09", "2026-02-20"


def write_reeks(root: Path, vaststelling: str = "", eerste: str = EERSTE, rondgezonden: bool = True) -> Path:
    """Write the werkmap; ``vaststelling`` are lines for the front matter of the second minutes."""
    files = {
        "regietafel.yaml": ORGANISATIE,
        "agenda/rt/tafel.yaml": TAFEL,
        f"verslagen/rt/{EERSTE_DAG}/verslag.md": eerste,
        f"verslagen/rt/{TWEEDE_DAG}/verslag.md": TWEEDE.format(vaststelling=vaststelling),
    }
    if rondgezonden:
        mark = hashlib.sha256(eerste.encode()).hexdigest()
        event = f"soort: rondgezonden\nop: 2026-01-16\nvingerafdruk: {mark}\n"
        files[f"verslagen/rt/{EERSTE_DAG}/logboek/2026-01-16-rondgezonden.yaml"] = event
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode())
    return root
