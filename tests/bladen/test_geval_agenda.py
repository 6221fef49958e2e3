"""The agenda that printed two almost empty pages, made as a secretary makes it."""

import shutil
from pathlib import Path

import pytest
from blad import lees_stuk
from reportlab.pdfgen.canvas import Canvas

GEVAL = Path(__file__).parents[2].parent / "shared" / "gevallen" / "18-agenda-met-stukken" / "agenda.yaml"


@pytest.mark.shared
def test_an_ordinary_agenda_with_papers_takes_three_filled_pages_at_most(voorbeeld, regietafel):
    folder = voorbeeld / "agenda" / "prt" / "2026-06-05"
    (folder / "bijlagen").mkdir(parents=True)
    shutil.copyfile(GEVAL, folder / "agenda.yaml")
    for number in range(1, 9):
        for letter in "ab":
            paper = Canvas(str(folder / "bijlagen" / f"stuk{number}{letter}.pdf"))
            paper.drawString(72, 720, f"Stuk {number}{letter}")
            paper.save()
    assert regietafel("agenda", "prt", "2026-06-05", "--pdf", werkmap=voorbeeld).code == 0
    (pdf,) = folder.glob("*.pdf")
    bladen = lees_stuk(pdf).bladen
    assert len(bladen) <= 3
    assert all(blad.vulling > 0.5 for blad in bladen[:-1])
    assert len(bladen[-1].regels) > 2
