"""A werkmap of three tables with plainly made-up names, and commands run in it as a user would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.werkmap import Inhoud, load

REGIETAFEL = """\
naam: Provincie Voorbeeld
afzender: Secretariaat Voorbeeld
email: secretariaat@voorbeeld.nl
tafel: prt
vrije_perioden:
  - {naam: zomerreces, van: 2027-07-10, tot: 2027-08-22}
"""
PRT = """\
naam: Provinciale Regietafel Voorbeeld
korte_naam: PRT
locatie: Provinciehuis, Voorbeeldstad
tijd: 9:30 - 11:00
contact: secretariaat@voorbeeld.nl
ritme: {weken: 6, weekdag: vrijdag}
actiehouders: [COA]
leden:
  - {id: proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, organisatie: Voorbeeldstad,
     email: proef@voorbeeld.nl}
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Toetsdorp, email: voorbeeld@voorbeeld.nl}
vaste_punten:
  - {titel: Opening, duur: 5}
  - {titel: Verslag van de vorige vergadering, soort: verslag, doel: vaststelling, duur: 5}
  - {titel: Terugkoppeling, soort: acties, duur: 10}
  - {titel: Sluiting, plaats: eind, duur: 5}
  - {titel: Concept provinciaal verslag, mijlpaal: provinciaal_verslag, duur: 20}
"""
RRT = """\
naam: Regionale Regietafel Midden
korte_naam: RRT Midden
tijd: 9:30 - 11:00
voedt: prt
ritme: {weken: 6, weekdag: donderdag, dagen_vooraf: 15}
vaste_punten:
  - {titel: Terugkoppeling, soort: acties}
"""


@dataclass
class Afloop:
    """How a command ended: its exit code, what it printed, and what it complained of."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> dict:
        return json.loads(self.uit)


class Werkmap:
    """A werkmap on disk, and the commands run in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def write(self, name: str, text: str = "") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def run(self, *words: str, op: str = "2026-11-20") -> Afloop:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(["-C", str(self.root), "--op", op, *map(str, words)])
        captured = self._capsys.readouterr()
        return Afloop(stop.value.code, captured.out, captured.err)  # type: ignore[arg-type]

    def load(self) -> Inhoud:
        return load(self.root)
