"""The example of docs/uitbreiden.md works: an entry and a template are a command that makes a Word file."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from pipeline import documentsoorten
from pipeline.cli import groep
from pipeline.documentsoorten import DocumentSoort, Moment

PAGE = (Path(__file__).parents[2] / "docs" / "uitbreiden.md").read_text(encoding="utf-8")


def block(language: str, start: str) -> str:
    """The block of code on the page that begins with these words."""
    blocks = re.findall(rf"   ```{language}\n(.*?)   ```", PAGE, re.DOTALL)
    (found,) = [text for text in blocks if text.strip().startswith(start)]
    return "\n".join(line[3:] for line in found.splitlines())


@pytest.fixture
def presentielijst(monkeypatch) -> DocumentSoort:
    entry = block("python", 'DocumentSoort(\n       "presentielijst"')
    (found,) = eval(f"({entry})", {"DocumentSoort": DocumentSoort, "Moment": Moment})
    every = (*documentsoorten.DOCUMENTSOORTEN, found)
    for module in (documentsoorten, groep):
        monkeypatch.setattr(module, "DOCUMENTSOORTEN", every)
    return found


@pytest.fixture
def sjabloon(voorbeeld) -> Path:
    template = docx.Document()
    for number, line in enumerate(block("text", "Presentielijst").splitlines()):
        template.add_paragraph(line, style="Heading 1" if number == 0 else None)
    path = voorbeeld / "templates" / "presentielijst.docx"
    path.parent.mkdir(exist_ok=True)
    template.save(str(path))
    return path


def test_an_entry_and_a_template_make_a_command_and_a_word_file(presentielijst, sjabloon, voorbeeld, regietafel):
    done = regietafel("presentielijst", "prt", "2026-04-24", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    path = voorbeeld / "agenda/prt/2026-04-24/2026-04-24 Presentielijst PRT.docx"
    assert f"Geschreven: {path.relative_to(voorbeeld).as_posix()}" in done.uit
    assert "Volgende stap: druk de lijst af en leg haar bij de deur." in done.uit
    document = docx.Document(str(path))
    heading = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    assert heading.text == "Presentielijst Provinciale Regietafel Asiel Noord-Holland"
    assert [p.text for p in document.paragraphs][1] == "24 april 2026"


def test_the_command_stands_on_the_help_page_where_the_entry_says(presentielijst):
    page = CliRunner().invoke(groep.regietafel, ["--help"]).output
    assert "presentielijst  Maak de presentielijst als Word-bestand." in page
    assert page.index("  bundel") < page.index("  presentielijst") < page.index("  verzend ")
    own = CliRunner().invoke(groep.regietafel, ["presentielijst", "--help"]).output
    assert "Maak een lijst om bij de deur te tekenen." in own
    assert "regietafel presentielijst" in own
