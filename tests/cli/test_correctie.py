"""Words that are wrong in minutes that went round: put right in one act, before the adoption and after it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from vergaderreeks import EERSTE, EERSTE_DAG, TWEEDE_DAG, write_reeks

from pipeline.model import ANDEREN, PUBLIEK, SECRETARIAAT
from pipeline.werk.agenda import collect_agenda
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht

FOLDER = f"verslagen/rt/{EERSTE_DAG}"
CORRECTIE = ("--op", "2026-02-01", "correctie", "rt", EERSTE_DAG)
VASTSTELLEN = ("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_reeks(tmp_path, "vaststelling: 9 januari 2026\n")


def tekst(root: Path) -> str:
    return " ".join((root / FOLDER / "verslag.md").read_text().split())


def test_a_typo_found_after_the_mailing_goes_into_the_adoption_by_itself(regietafel, root):
    done = regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", werkmap=root)
    assert done.code == 0, done.fout
    assert "Punt 1\n  - 200 plekken\n  + 210 plekken" in done.uit
    assert "200 plekken" in tekst(root)
    adopted = regietafel(*VASTSTELLEN, werkmap=root)
    assert adopted.code == 0, adopted.fout
    assert "Punt 1, op verzoek van secretariaat\n  - 200 plekken\n  + 210 plekken" in adopted.uit
    assert "er 210 plekken zijn." in tekst(root)


def test_the_same_correction_twice_is_one(regietafel, root):
    for _ in range(2):
        regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", werkmap=root)
    assert len(regietafel("reacties", "rt", EERSTE_DAG, "--json", werkmap=root).json["reacties"]) == 1


def test_trying_a_correction_writes_nothing(regietafel, root):
    done = regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", "--proef", werkmap=root)
    assert "+ 210 plekken" in done.uit
    assert not (root / FOLDER / "reacties.yaml").exists()


@pytest.mark.parametrize(
    ("oud", "says"), [("300 plekken", "staan niet in"), ("De heer Testman", "staan 2 keer"), ("  ", "met --oud")]
)
def test_words_that_do_not_stand_there_exactly_once_are_refused(regietafel, root, oud, says):
    done = regietafel(*CORRECTIE, "--oud", oud, "--nieuw", "x", werkmap=root)
    assert done.code
    assert says in done.fout
    assert not (root / FOLDER / "reacties.yaml").exists()


def test_minutes_that_did_not_go_round_are_simply_edited(regietafel, root):
    done = regietafel("--op", "2026-02-21", "correctie", "rt", TWEEDE_DAG, "--oud", "x", werkmap=root)
    assert "[niet-rondgezonden]" in done.fout
    assert "Verbeter de woorden in het verslag zelf." in done.fout


def test_after_the_adoption_a_correction_is_a_rectification_and_wants_a_reason(regietafel, root):
    regietafel(*VASTSTELLEN, werkmap=root)
    words = ("--op", "2026-02-25", "correctie", "rt", EERSTE_DAG, "--oud", "200 plekken", "--nieuw", "210 plekken")
    asked = regietafel(*words, werkmap=root)
    assert (asked.code, "--reden" in asked.fout) == (2, True)
    done = regietafel(*words, "--reden", "Een tikfout.", werkmap=root)
    assert done.code == 0, done.fout
    step = f"regietafel vaststellen rt {EERSTE_DAG} --rectificatie"
    assert step in done.uit
    carried = regietafel("--op", "2026-02-25", *step.split()[1:], werkmap=root)
    assert carried.code == 0, carried.fout
    assert "er 210 plekken zijn." in tekst(root)


def test_a_reaction_by_telephone_is_written_down_and_decided_on_like_any_other(regietafel, root):
    reacties = ("--op", "2026-02-01", "reacties", "rt", EERSTE_DAG)
    done = regietafel(
        *reacties, "--van", "mw. De Proef", "--oud", "de planning", "--nieuw", "het jaarplan", werkmap=root
    )
    assert done.code == 0, done.fout
    assert '  1. mw. De Proef, 2: "de planning" wordt "het jaarplan"' in done.uit
    remark = regietafel(*reacties, "--van", "dhr. Testman", "--punt", "1", "--opmerking", "Mooi verslag.", werkmap=root)
    assert "  2. dhr. Testman, 1: opmerking: Mooi verslag." in remark.uit
    regietafel(*reacties, "--neem-over", "1", werkmap=root)
    regietafel(*VASTSTELLEN, werkmap=root)
    assert "het jaarplan" in tekst(root)


def test_who_asks_nothing_or_is_nobody_is_refused(regietafel, root):
    nothing = regietafel("reacties", "rt", EERSTE_DAG, "--van", "dhr. Testman", werkmap=root)
    nobody = regietafel("reacties", "rt", EERSTE_DAG, "--opmerking", "Mooi.", werkmap=root)
    assert (nothing.code, nobody.code) == (2, 2)
    assert "noem wie" in nobody.fout


def test_two_people_change_other_words_of_one_sentence_and_both_are_taken_over(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 9 januari 2026\n")
    sentence = "De heer Testman meldt dat er 200 plekken zijn."
    assert sentence in tekst(root)
    for who, change in {"A": ("meldt", "zegt"), "B": ("200", "250")}.items():
        words = ("--door", who, "--oud", sentence, "--nieuw", sentence.replace(*change))
        assert regietafel(*CORRECTIE, *words, werkmap=root).code == 0
    adopted = regietafel(*VASTSTELLEN, werkmap=root)
    assert adopted.code == 0, adopted.fout
    assert "De heer Testman zegt dat er 250 plekken zijn." in tekst(root)


def test_minutes_are_adopted_in_a_meeting_that_has_no_minutes_of_its_own_yet(regietafel, tmp_path):
    root = write_reeks(tmp_path)
    shutil.rmtree(root / f"verslagen/rt/{TWEEDE_DAG}")
    agenda = root / f"agenda/rt/{TWEEDE_DAG}/agenda.yaml"
    agenda.parent.mkdir(parents=True)
    agenda.write_text("agendapunten: [Opening]\n")
    regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", werkmap=root)
    refused = regietafel(*VASTSTELLEN, werkmap=root)
    assert (refused.code, "--tijdens" in refused.fout) == (1, True)
    done = regietafel(*VASTSTELLEN, "--tijdens", TWEEDE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    assert "vergadering van 20 februari 2026" in done.uit
    assert "er 210 plekken zijn." in tekst(root)


def make_agenda(regietafel, root: Path, punten: str) -> str:
    agenda = root / f"agenda/rt/{TWEEDE_DAG}/agenda.yaml"
    agenda.parent.mkdir(parents=True, exist_ok=True)
    agenda.write_text(f"agendapunten:\n{punten}")
    done = regietafel("--op", "2026-02-10", "agenda", "rt", TWEEDE_DAG, "--overschrijf", werkmap=root)
    assert done.code == 0, done.fout
    document = docx.Document(str(next(agenda.parent.glob("*genda RT.docx"))))
    cells = (c.text for t in document.tables for r in t.rows for c in r.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_next_agenda_says_which_changes_are_asked_for(regietafel, root):
    regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", "--door", "dhr. Testman", werkmap=root)
    text = make_agenda(regietafel, root, "  - Opening\n  - Verslag van de vorige vergadering\n")
    assert "Voorgestelde wijzigingen in het verslag van 9 januari 2026:" in text
    assert "Punt 1, op verzoek van dhr. Testman: “200 plekken” wordt “210 plekken”." in text


def test_what_is_not_decided_on_is_not_on_the_agenda(regietafel, root):
    reacties = ("--op", "2026-02-01", "reacties", "rt", EERSTE_DAG)
    regietafel(*reacties, "--van", "dhr. Testman", "--oud", "200 plekken", "--nieuw", "210 plekken", werkmap=root)
    text = make_agenda(regietafel, root, "  - Opening\n  - Verslag van de vorige vergadering\n")
    assert "210 plekken" not in text


def test_a_change_in_a_confidential_item_stays_off_the_agenda_of_others(regietafel, tmp_path):
    eerste = EERSTE.replace("## 2. Opvang", "## 2. Opvang (vertrouwelijk)")
    root = write_reeks(tmp_path, "vaststelling: 9 januari 2026\n", eerste=eerste)
    for old, new in (("200 plekken", "210 plekken"), ("naar de planning", "naar het geheime plan")):
        regietafel(*CORRECTIE, "--oud", old, "--nieuw", new, werkmap=root)
    assert len(regietafel("reacties", "rt", EERSTE_DAG, "--json", werkmap=root).json["reacties"]) == 2
    make_agenda(regietafel, root, "  - Opening\n  - Verslag van de vorige vergadering\n")
    opdracht = Opdracht(root, date(2026, 2, 10))
    levering = Levering(opdracht, opdracht.reeks("rt"), date.fromisoformat(TWEEDE_DAG))
    for kring, seen in ((SECRETARIAAT, True), (ANDEREN, False), (PUBLIEK, False)):
        shown = str(collect_agenda(levering, kring).vergadering)
        assert ("geheime plan" in shown) == seen
        assert ("210 plekken" in shown) == (kring != PUBLIEK)


def read_tracked(path: Path, without: str) -> str:
    body = docx.Document(str(path)).element.body
    paragraphs = []
    for p in body.iter(qn("w:p")):
        texts = p.iter(qn("w:t"), qn("w:delText"))
        kept = (t for t in texts if not any(a.tag == qn(without) for a in t.iterancestors()))
        paragraphs.append("".join(t.text or "" for t in kept))
    return "\n".join(line for line in paragraphs if line.strip())


def test_the_corrected_draft_gives_the_old_text_refused_and_the_new_one_accepted(regietafel, root):
    regietafel("--op", "2026-01-16", "verslag", "rt", EERSTE_DAG, werkmap=root)
    nothing = regietafel("--op", "2026-02-02", "reacties", "rt", EERSTE_DAG, "--concept", werkmap=root)
    assert "[geen-wijzigingen]" in nothing.fout
    for who, old, new in (("A", "200 plekken", "210 plekken"), ("B", "naar de planning", "naar het jaarplan")):
        regietafel(*CORRECTIE, "--oud", old, "--nieuw", new, "--door", who, werkmap=root)
    done = regietafel("--op", "2026-02-02", "reacties", "rt", EERSTE_DAG, "--concept", werkmap=root)
    assert done.code == 0, done.fout
    path = root / FOLDER / "2026-01-09 Conceptverslag met wijzigingen RT.docx"
    sent = next((root / FOLDER).glob("* Conceptverslag RT.docx"))
    assert read_tracked(path, "w:ins") == read_tracked(sent, "w:ins")
    accepted = read_tracked(path, "w:del")
    assert "210 plekken" in accepted
    assert "naar het jaarplan" in accepted
    assert "200 plekken" not in accepted
    authors = {e.get(qn("w:author")) for e in docx.Document(str(path)).element.body.iter(qn("w:ins"))}
    assert authors == {"A", "B"}
    assert "status" not in (root / FOLDER / "verslag.md").read_text()


def test_words_that_stand_in_an_open_item_too_do_not_bring_a_change_in_a_confidential_one_along(regietafel, tmp_path):
    eerste = EERSTE.replace("## 2. Opvang", "## 2. Opvang (vertrouwelijk)").replace(
        "200 plekken", "de planning 200 plekken"
    )
    root = write_reeks(tmp_path, "vaststelling: 9 januari 2026\n", eerste=eerste)
    words = ("--punt", "2", "--oud", "de planning", "--nieuw", "het geheime plan")
    assert regietafel(*CORRECTIE, *words, werkmap=root).code == 0
    make_agenda(regietafel, root, "  - Opening\n  - Verslag van de vorige vergadering\n")
    opdracht = Opdracht(root, date(2026, 2, 10))
    levering = Levering(opdracht, opdracht.reeks("rt"), date.fromisoformat(TWEEDE_DAG))
    assert "geheime plan" not in str(collect_agenda(levering, ANDEREN).vergadering)


def test_the_item_that_has_the_minutes_as_its_paper_is_the_one_that_tells(regietafel, root):
    tafel = root / "agenda/rt/tafel.yaml"
    tafel.write_text(tafel.read_text() + "vaste_punten:\n  - {titel: Terugblik, plaats: eind, soort: verslag}\n")
    regietafel(*CORRECTIE, "--oud", "200 plekken", "--nieuw", "210 plekken", werkmap=root)
    make_agenda(regietafel, root, "  - Hoe het verslag van 2025 is vastgesteld\n")
    opdracht = Opdracht(root, date(2026, 2, 10))
    levering = Levering(opdracht, opdracht.reeks("rt"), date.fromisoformat(TWEEDE_DAG))
    first, last = collect_agenda(levering, SECRETARIAAT).vergadering.agendapunten
    assert "210 plekken" not in first.toelichting
    assert "210 plekken" in last.toelichting
