"""An agenda that changed after it went out says so, on the day it did, and keeps saying that day."""

from pathlib import Path

import docx
import pytest

DAG = "2026-04-24"
PUNTEN = """\
soort: agenda_rondgezonden
op: 2026-04-15
punten:
  - 1 Opening en mededelingen
  - 2 Opvanglocaties die sluiten
  - "3 Tweede cyclus spreidingswet: bezoeken aan de RRT's"
  - 4 Formats voor het provinciaal verslag
  - 5 Opvang ontheemden Oekraïne
  - 6 Rondvraag en sluiting
"""


@pytest.fixture
def rondgezonden(voorbeeld: Path) -> Path:
    """The worked example with an agenda that went out."""
    log = voorbeeld / "verslagen" / "prt" / DAG / "logboek"
    log.mkdir(exist_ok=True)
    (log / "2026-04-15-agenda_rondgezonden.yaml").write_text(PUNTEN, encoding="utf-8")
    return voorbeeld


def head(werkmap: Path) -> list[str]:
    (path,) = (werkmap / "agenda" / "prt" / DAG).glob("*Agenda*.docx")
    return [cell.text for row in docx.Document(str(path)).tables[0].rows for cell in row.cells]


def edit(werkmap: Path, old: str, new: str) -> None:
    path = werkmap / "agenda" / "prt" / DAG / "agenda.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_agenda_as_it_went_out_says_nothing(regietafel, rondgezonden):
    regietafel("--op", "2026-04-20", "agenda", "prt", DAG, werkmap=rondgezonden)
    assert not any("Gewijzigd" in text for text in head(rondgezonden))


def test_a_change_is_told_with_its_day_also_when_the_agenda_is_made_again_later(regietafel, rondgezonden):
    edit(rondgezonden, "Opvanglocaties die sluiten", "Opvanglocaties die sluiten of verhuizen")
    for day in ("2026-04-20", "2026-04-22"):
        assert regietafel("--op", day, "agenda", "prt", DAG, werkmap=rondgezonden).code == 0
        assert "Gewijzigd op 20 april 2026" in head(rondgezonden)


def test_who_sent_word_is_no_change_of_the_agenda(regietafel, rondgezonden):
    edit(rondgezonden, "afmeldingen: [vz-ken", "afmeldingen: [vz-nhn, vz-ken")
    regietafel("--op", "2026-04-20", "agenda", "prt", DAG, werkmap=rondgezonden)
    assert not any("Gewijzigd" in text for text in head(rondgezonden))
