"""Copies that come back become a list of reactions; what is taken over goes into the adoption by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from vergaderreeks import EERSTE_DAG, write_reeks
from word_hulp import edit, insert_tracked

from pipeline.lezen import lees

FOLDER = f"verslagen/rt/{EERSTE_DAG}"
LIJST = ("--op", "2026-02-01", "reacties", "rt", EERSTE_DAG)
PLEKKEN = ("200 plekken zijn", "250 plekken zijn")
PLANNING = ("vraagt naar de planning", "vraagt nadrukkelijk naar de planning")


@pytest.fixture
def verzonden(regietafel, tmp_path: Path) -> Path:
    """Minutes that went round, as Word, in a werkmap whose next meeting adopts them."""
    (tmp_path / "werkmap").mkdir()
    root = write_reeks(tmp_path / "werkmap", "vaststelling: 9 januari 2026\n")
    done = regietafel("--op", "2026-01-16", "verslag", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    return next((root / FOLDER).glob("*erslag RT.docx"))


@pytest.fixture
def root(regietafel, verzonden: Path) -> Path:
    """Two copies came back and were read in."""
    root = verzonden.parents[3]
    back = root.parent / "terug"
    back.mkdir()
    for who, change in {"Testman": PLEKKEN, "De Proef": PLANNING}.items():
        copy = back / f"{who}.docx"
        shutil.copy2(verzonden, copy)
        edit(copy, change)
    done = regietafel("--op", "2026-02-01", "lees", back, "--vergelijk", verzonden, werkmap=root)
    assert done.code == 0, done.fout
    assert f"Geschreven: {FOLDER}/reacties.yaml" in done.uit
    assert f"Volgende stap: beslis wat u overneemt: regietafel reacties rt {EERSTE_DAG}" in done.uit
    return root


def listed(regietafel, root: Path) -> list[dict]:
    return regietafel(*LIJST, "--json", werkmap=root).json["reacties"]


def test_every_reaction_is_listed_with_its_number_who_where_and_what(regietafel, root):
    found = listed(regietafel, root)
    assert [(r["nr"], r["wie"], r["antwoord"]) for r in found] == [(1, "Testman", None), (2, "De Proef", None)]
    assert "200 plekken" in found[0]["oud"]
    assert "250 plekken" in found[0]["nieuw"]
    shown = regietafel(*LIJST, werkmap=root).uit
    assert "  1. Testman, 1. Opening:" in shown
    assert shown.count("nog niet besloten") == 2


def test_copies_that_are_read_in_again_change_nothing_and_answers_stay(regietafel, root, verzonden):
    regietafel(*LIJST, "--neem-over", "1", werkmap=root)
    before = (root / FOLDER / "reacties.yaml").read_bytes()
    again = regietafel("--op", "2026-02-02", "lees", root.parent / "terug", "--vergelijk", verzonden, werkmap=root)
    assert f"Al bijgewerkt: {FOLDER}/reacties.yaml" in again.uit
    assert (root / FOLDER / "reacties.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--neem-over", "3"), "er is geen reactie 3"),
        (("--wijs-af", "2"), "met --reden"),
        (("--neem-over", "een"), "noem nummers"),
        (("--neem-over", "1", "--bespreek", "2"), "kies een van"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_is_written(regietafel, root, words, said):
    before = (root / FOLDER / "reacties.yaml").read_bytes()
    done = regietafel(*LIJST, *words, werkmap=root)
    assert done.code == 2
    assert said in done.fout
    assert (root / FOLDER / "reacties.yaml").read_bytes() == before


def test_what_is_taken_over_goes_into_the_adoption_with_who_asked_for_it(regietafel, root):
    assert regietafel(*LIJST, "--neem-over", "1", werkmap=root).code == 0
    assert regietafel(*LIJST, "--wijs-af", "2", "--reden", "Niet gezegd.", werkmap=root).code == 0
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    assert "reactie-open" not in done.fout
    text = (root / FOLDER / "verslag.md").read_text(encoding="utf-8")
    assert "250 plekken zijn" in text
    assert "nadrukkelijk" not in text
    tracked = next((root / FOLDER).glob("*Wijzigingen bij vaststelling*.docx"))
    assert {w.auteur for w in lees(tracked.read_bytes(), tracked.name).wijzigingen} == {"Testman"}


def test_reactions_nobody_decided_on_are_told_at_adoption_and_stay_out(regietafel, root):
    assert regietafel(*LIJST, "--bespreek", "2", werkmap=root).code == 0
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    assert "Over deze reacties is er nog geen besluit: 1, 2." in done.fout
    assert "200 plekken zijn" in (root / FOLDER / "verslag.md").read_text(encoding="utf-8")


def test_the_chair_gets_them_as_a_table_in_word(regietafel, root):
    regietafel(*LIJST, "--wijs-af", "2", "--reden", "Niet gezegd.", werkmap=root)
    done = regietafel(*LIJST, "--word", werkmap=root)
    assert done.code == 0, done.fout
    (path,) = (root / FOLDER).glob("*Overzicht van reacties RT.docx")
    (table,) = (t for t in docx.Document(str(path)).tables if t.rows[0].cells[0].text == "Nr")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[2] for row in rows[1:]] == ["Testman", "De Proef"]
    assert [row[5] for row in rows[1:]] == ["nog te bepalen", "niet overnemen: Niet gezegd."]


def test_after_adoption_an_answer_is_too_late(regietafel, root):
    regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    late = regietafel("--op", "2026-02-22", "reacties", "rt", EERSTE_DAG, "--neem-over", "1", werkmap=root)
    assert late.code == 2
    assert "[al-vastgesteld]" in late.fout


def test_minutes_without_reactions_say_so(regietafel, verzonden):
    shown = regietafel(*LIJST, werkmap=verzonden.parents[3])
    assert shown.code == 0
    assert "zijn geen reacties ingelezen" in shown.uit


def test_a_file_that_is_no_minutes_of_ours_is_compared_and_nothing_is_kept(regietafel, root, tmp_path):
    for name, words in {"oud.txt": "Er zijn 200 plekken.", "nieuw.txt": "Er zijn 250 plekken."}.items():
        (tmp_path / name).write_text(f"Verslag Regietafel Voorbeeld\n\n1. Opening\n{words}\n", encoding="utf-8")
    before = (root / FOLDER / "reacties.yaml").read_bytes()
    done = regietafel("lees", tmp_path / "nieuw.txt", "--vergelijk", tmp_path / "oud.txt", werkmap=root)
    assert done.code == 0
    assert "Geschreven" not in done.uit
    assert (root / FOLDER / "reacties.yaml").read_bytes() == before


def test_words_that_were_only_added_in_word_have_their_place_too(regietafel, root, verzonden):
    copy = root.parent / "later" / "Voorbeeldsma.docx"
    copy.parent.mkdir()
    shutil.copy2(verzonden, copy)
    insert_tracked(copy, "mw. Voorbeeldsma", "200 plekken", " nieuwe")
    done = regietafel("--op", "2026-02-03", "lees", copy.parent, "--vergelijk", verzonden, werkmap=root)
    assert done.code == 0, done.fout
    third = listed(regietafel, root)[2]
    assert (third["wie"], third["soort"]) == ("mw. Voorbeeldsma", "gewijzigd")
    taken = regietafel(*LIJST, "--neem-over", "3", werkmap=root)
    assert "met-de-hand" not in taken.fout
    regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert "200 plekken nieuwe zijn" in " ".join((root / FOLDER / "verslag.md").read_text().split())
