"""What a chair gets besides: the annotation is for the chair alone, cover notes and the look ahead for the table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from vergaderreeks import write_reeks

from pipeline.model import ANDEREN, PUBLIEK, SECRETARIAAT, VOORZITTER
from pipeline.werk.opdracht import Opdracht

DAG = "2026-04-03"
AGENDA = """agendapunten:
  - titel: Opvang
    doel: besluitvorming
    annotatie:
      conclusie: De tafel stemt in met groen.
      spreekpunten: [Noem de zes gemeenten.]
      vragen: [Wie betaalt dat paars?]
    oplegger: {aanleiding: Er is een nieuw plan., gevraagd: Instemmen met het plan., vervolg: Het plan gaat rond.}
    bijlagen: [plan.pdf]
  - titel: Rondvraag
"""
GEHEIM = ("groen", "zes gemeenten", "paars")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_reeks(tmp_path / "werkmap")
    folder = root / f"agenda/rt/{DAG}"
    (folder / "bijlagen").mkdir(parents=True)
    (folder / "agenda.yaml").write_text(AGENDA)
    (folder / "bijlagen/plan.pdf").write_bytes(b"%PDF-1.4")
    return root


def give(regietafel, root: Path, *words: str):
    return regietafel("--op", "2026-03-01", *words, werkmap=root)


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (c.text for t in document.tables for r in t.rows for c in r.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_annotation_holds_what_the_chair_says_and_the_open_actions(regietafel, root):
    done = give(regietafel, root, "annotatie", "rt", DAG)
    assert done.code == 0, done.fout
    text = words_of(next((root / f"agenda/rt/{DAG}").glob("*Annotatie RT.docx")))
    assert all(words in text for words in GEHEIM)
    assert "Planning sturen" in text


def test_what_is_for_the_chair_is_in_no_other_document_and_in_no_mail(regietafel, root):
    (root / f"agenda/rt/{DAG}/bijlagen/plan.pdf").unlink()
    agenda = root / f"agenda/rt/{DAG}/agenda.yaml"
    agenda.write_text(agenda.read_text().replace("    bijlagen: [plan.pdf]\n", ""))
    give(regietafel, root, "annotatie", "rt", DAG)
    for words in (("agenda",), ("oplegger",), ("termijnagenda",), ("verzend", "agenda")):
        give(regietafel, root, *words, "rt", DAG)
    give(regietafel, root, "verslag", "rt", DAG, "--leeg")
    made = [p for p in root.rglob("*.docx") if "Annotatie" not in p.name]
    assert len(made) >= 3
    for path in made:
        assert not [words for words in GEHEIM if words in words_of(path)], path.name
    for path in root.rglob("*.eml"):
        assert not [words for words in GEHEIM if words in path.read_text(errors="replace")], path.name
        assert "Annotatie" not in path.read_text(errors="replace")


def test_an_annotation_among_the_papers_is_refused(regietafel, root):
    give(regietafel, root, "annotatie", "rt", DAG)
    folder = root / f"agenda/rt/{DAG}"
    made = next(folder.glob("*Annotatie RT.docx"))
    (folder / "bijlagen" / "notitie.docx").write_bytes(made.read_bytes())
    (folder / "agenda.yaml").write_text(AGENDA.replace("plan.pdf", "notitie.docx"))
    for words in (("bundel",), ("verzend", "agenda")):
        assert "[stuk-voor-voorzitter]" in give(regietafel, root, *words, "rt", DAG).fout


def test_a_cover_note_says_why_what_and_then(regietafel, root):
    done = give(regietafel, root, "oplegger", "rt", DAG)
    assert done.code == 0, done.fout
    text = words_of(next((root / f"agenda/rt/{DAG}").glob("*Opleggers RT.docx")))
    for words in ("Er is een nieuw plan.", "Instemmen met het plan.", "Het plan gaat rond."):
        assert words in text
    assert "Rondvraag" not in text


def test_the_look_ahead_names_meetings_and_actions_that_fall_due(regietafel, root):
    other = root / "agenda/rt/2026-05-15/agenda.yaml"
    other.parent.mkdir()
    other.write_text("agendapunten: [Opening]\n")
    done = give(regietafel, root, "termijnagenda", "rt", DAG)
    assert done.code == 0, done.fout
    text = words_of(next((root / f"agenda/rt/{DAG}").glob("*Termijnagenda RT.docx")))
    assert "15 mei 2026" in text
    assert "Planning sturen" in text


@pytest.mark.parametrize("kring", [SECRETARIAAT, ANDEREN, PUBLIEK], ids=lambda kring: kring.naam)
def test_no_readers_but_the_chair_have_the_annotation_in_their_records(root, kring):
    opdracht = Opdracht(root, date(2026, 3, 1))
    reeks = opdracht.reeks("rt")
    assert not [words for words in GEHEIM if words in str(opdracht.reeks_voor(reeks, kring).vergaderingen)]
    assert all(words in str(opdracht.reeks_voor(reeks, VOORZITTER).vergaderingen) for words in GEHEIM)
