"""The small inputs that failed, tried as their descriptions tell: with the files beside the repository."""

from __future__ import annotations

import json
import shutil
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest
from docx.shared import Inches
from PIL import Image

pytestmark = pytest.mark.shared
GEVALLEN = Path(__file__).parents[3] / "shared" / "gevallen"
TAFEL = "agenda/prt/tafel.yaml"
DAG = "2026-06-05"


@pytest.fixture
def werkmap(voorbeeld: Path) -> Path:
    """The worked example with one meeting more, on the agenda of which something is said."""
    assert GEVALLEN.is_dir()
    folder = voorbeeld / "agenda" / "prt" / DAG
    folder.mkdir()
    (folder / "agenda.yaml").write_text(
        "agendapunten:\n  - titel: Zwembad\n  - titel: Bibliotheek\n  - titel: Kermis\n", encoding="utf-8"
    )
    return voorbeeld


def minutes(werkmap: Path, text: str, name: str = "verslag.md") -> Path:
    path = werkmap / "verslagen" / "prt" / DAG / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntafel: prt\ndatum: {DAG}\n---\n\n{text}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("adressen", "namen"),
    [
        ('["p@x.example; q@x.example"]', ["p@x.example", "q@x.example"]),
        ('["p@x.example, q@x.example"]', ["p@x.example", "q@x.example"]),
        ('["Jansen, P. (Piet) <p@x.example>"]', ["p@x.example"]),
        ('["Jansen, Piet <p@x.example>; Staal, Mia <m@x.example>"]', ["p@x.example", "m@x.example"]),
    ],
)
def test_04_every_address_in_a_string_gets_the_mail(regietafel, werkmap, adressen, namen):
    path = werkmap / TAFEL
    text = path.read_text(encoding="utf-8")
    head = text.partition("verzendlijsten:")[0]
    path.write_text(f"{head}verzendlijsten:\n  - {{naam: x, adressen: {adressen}}}\n", encoding="utf-8")
    assert regietafel("verslag", "prt", "2026-04-24", werkmap=werkmap).code == 0
    assert regietafel("agenda", "prt", DAG, werkmap=werkmap).code == 0
    done = regietafel("--op", "2026-05-25", "verzend", "agenda", "prt", DAG, werkmap=werkmap)
    assert done.code == 0, done.scherm
    (mail,) = (werkmap / "agenda" / "prt" / DAG).rglob("*.eml")
    message = message_from_bytes(mail.read_bytes(), policy=policy.default)
    to = [a.addr_spec for field in ("To", "Cc", "Bcc") if message[field] for a in message[field].addresses]
    assert [address for address in to if address in namen] == namen


@pytest.mark.parametrize("verkeerd", ["verslag.md.txt", "verslag.txt"])
def test_05_minutes_under_another_name_are_named_and_not_passed_over(regietafel, werkmap, verkeerd):
    minutes(werkmap, "## 1. Zwembad\n\nHet blijft open.\n", verkeerd)
    assert verkeerd in regietafel("controleer", werkmap=werkmap).scherm
    regietafel("verslag", "prt", DAG, werkmap=werkmap)
    assert not (werkmap / "verslagen" / "prt" / DAG / "verslag.md").exists()
    regietafel("controleer", "--herstel", werkmap=werkmap)
    assert "Het blijft open." in (werkmap / "verslagen" / "prt" / DAG / "verslag.md").read_text(encoding="utf-8")


def test_05_an_agenda_and_a_table_under_another_name_are_named(regietafel, werkmap):
    agenda = werkmap / "agenda" / "prt" / DAG / "agenda.yaml"
    agenda.rename(agenda.with_name("agenda.yaml.txt"))
    for command in (("controleer",), ("status",), ("agenda", "prt", DAG)):
        assert "agenda.yaml.txt" in regietafel(*command, werkmap=werkmap).scherm
    (werkmap / TAFEL).rename(werkmap / f"{TAFEL}.txt")
    assert "tafel.yaml.txt" in regietafel("controleer", werkmap=werkmap).scherm


def test_06_owner_and_term_behind_the_task_are_read(regietafel):
    read = regietafel("lees", GEVALLEN / "06-actie-wie-achteraan" / "verslag.txt", "--json").json
    told = [(a["actie"], "Toets" in (a["actiehouder"] or "")) for a in read["acties"]]
    assert told[0] == ("notitie rondsturen", True)
    assert all(is_hers and "(" not in task for task, is_hers in told)
    assert {a["termijn"] for a in read["acties"]} <= {"2026-06-15", None}


def test_07_who_was_there_and_who_was_not_may_stand_on_one_line(regietafel):
    folder = GEVALLEN / "07-aanwezig-en-afwezig-op-een-regel"
    for path in sorted(folder.glob("*.txt")):
        people = regietafel("lees", path, "--json").json["deelnemers"]
        assert {(p["naam"], p["aanwezig"]) for p in people} == {
            ("mw. Toets", True), ("dhr. De Proef", True), ("dhr. Staal", False),
        }  # fmt: skip


def test_10_a_picture_in_the_draft_is_named_and_not_printed_over(regietafel, werkmap, tmp_path):
    minutes(werkmap, "## 1. Zwembad\n\nHet blijft open.\n")
    assert regietafel("verslag", "prt", DAG, werkmap=werkmap).code == 0
    (draft,) = (werkmap / "verslagen" / "prt" / DAG).glob("*.docx")
    Image.new("RGB", (60, 40), "red").save(tmp_path / "kaart.png")
    document = docx.Document(str(draft))
    under = next(p for p in document.paragraphs if "Het blijft open" in p.text)
    under.add_run().add_picture(str(tmp_path / "kaart.png"), width=Inches(1))
    document.save(str(draft))
    before = draft.read_bytes()
    taken = regietafel("lees", draft, "--neem-over", werkmap=werkmap)
    assert "afbeelding" in taken.scherm
    assert regietafel("verslag", "prt", DAG, werkmap=werkmap).code != 0
    assert draft.read_bytes() == before


def test_12_a_pasted_list_is_a_list_in_word(regietafel, werkmap):
    path = minutes(werkmap, "")
    text = (GEVALLEN / "12-geplakte-opsomming" / "verslag.md").read_text(encoding="utf-8")
    path.write_text(text.replace("18 december 2026", "5 juni 2026"), encoding="utf-8")
    assert regietafel("verslag", "prt", DAG, werkmap=werkmap).code == 0
    (draft,) = path.parent.glob("*.docx")
    document = docx.Document(str(draft))
    assert [p.text for p in document.paragraphs if "punt" in p.text][-2:] == ["eerste punt", "tweede punt"]
    assert [["Stap", "Wie"], ["een", "twee"]] in [[[c.text for c in r.cells] for r in t.rows] for t in document.tables]


def test_13_a_hidden_name_in_a_public_paper_stops_the_publication(regietafel, werkmap):
    folder = werkmap / "agenda" / "prt" / "2026-01-23"
    (folder / "bijlagen").mkdir(exist_ok=True)
    shutil.copyfile(GEVALLEN / "13-publiceer-bijlage-onbekende-naam" / "stuk.pdf", folder / "bijlagen" / "stuk.pdf")
    agenda = folder / "agenda.yaml"
    text = agenda.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("  - titel:"))
    agenda.write_text(
        text.replace(title, f"{title}\n    bijlagen:\n      - {{bestand: stuk.pdf, openbaar: stuk.pdf}}", 1),
        encoding="utf-8",
    )
    tried = regietafel("publiceer", "prt", "2026-01-23", "--proef", "--json", werkmap=werkmap)
    assert any("Verzonnenstra" in v["woord"] and "stuk.pdf" in json.dumps(v["bron"]) for v in tried.json["vragen"])
    assert regietafel("publiceer", "prt", "2026-01-23", "--akkoord", werkmap=werkmap).code != 0
    assert not list(werkmap.rglob("site/**/stuk.pdf"))


def test_14_a_loop_over_two_cells_of_a_row_is_told_how_to_write(regietafel, werkmap):
    path = werkmap / "templates" / "agenda.docx"
    path.parent.mkdir(exist_ok=True)
    document = docx.Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "{% for p in punten %}{{ p.titel }}"
    table.rows[0].cells[1].text = "{{ p.nummer }}{% endfor %}"
    document.save(str(path))
    told = regietafel("agenda", "prt", DAG, werkmap=werkmap).scherm
    assert "sjabloon-opdracht" in told
    assert "{%tr for" in told


@pytest.mark.parametrize(
    "tekst", ["Uitgesteld tot de volgende vergadering.", "Aangehouden.", "Dit punt gaat naar de volgende vergadering."]
)
def test_15_a_deferred_item_is_offered_for_the_next_agenda(regietafel, werkmap, tekst):
    minutes(werkmap, f"## 1. Zwembad\n\nHet blijft open.\n\n## 3. Kermis\n\n{tekst}\n")
    offered = regietafel("aangemeld", "prt", werkmap=werkmap)
    assert "Kermis" in offered.uit
    assert "Zwembad" not in offered.uit
