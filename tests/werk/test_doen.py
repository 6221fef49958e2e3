"""An act is prepared, looked at, and then written whole: tried first, agreed to, asked, and done while others save."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from pipeline.model import melding
from pipeline.werk import Geschreven, Gesprek, Uitkomst, Vraag, daden, doe
from pipeline.werk.agenda import MaakAgenda
from pipeline.werk.akkoord import LegAkkoordVast
from pipeline.werk.daden import Aard, Daad
from pipeline.werk.nieuw import Nieuw
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.status import ToonStatus
from pipeline.werk.verslag import MaakVerslag
from pipeline.werk.verzoek import Verzoek
from pipeline.werkmap import exists, read_bytes, rewrite, write_atomic

OP = date(2026, 1, 12)
VERSLAG = """---
tafel: rt
datum: 9 januari 2026
---

## 1. Opening

De tafel stuurt een brief. [A]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "regietafel.yaml": "naam: Provincie Voorbeeld\n",
        "agenda/rt/tafel.yaml": "naam: Regietafel Voorbeeld\nkorte_naam: RT\n",
        "agenda/rt/2026-01-09/agenda.yaml": "agendapunten:\n  - Opening\n",
        "agenda/rt/2026-02-20/agenda.yaml": "agendapunten:\n  - Opening\n",
        "verslagen/rt/2026-01-09/verslag.md": VERSLAG,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def content(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def words(outcome: Uitkomst) -> Uitkomst:
    """An outcome but for the hash of its plan: what is there already is no longer in it."""
    return replace(outcome, plan="")


@pytest.mark.parametrize("verzoek", [MaakVerslag("rt"), MaakAgenda("rt"), LegAkkoordVast("rt", toelichting="per mail")])
def test_a_try_out_writes_nothing_and_says_what_doing_it_says(root, verzoek):
    before = content(root)
    tried = doe(root, OP, verzoek, proef=True)
    assert content(root) == before
    done = doe(root, OP, verzoek, plan=tried.plan)
    assert done == tried
    assert {file.pad for file in done.geschreven} <= set(content(root))
    assert content(root) != before


def test_another_plan_than_the_one_agreed_to_is_shown_and_not_done(root):
    tried = doe(root, OP, MaakVerslag("rt"), proef=True)
    path = root / "verslagen/rt/2026-01-09/verslag.md"
    path.write_text(VERSLAG.replace("een brief", "twee brieven"))
    before = content(root)
    outcome = doe(root, OP, MaakVerslag("rt"), plan=tried.plan)
    assert content(root) == before
    assert outcome.plan not in ("", tried.plan)
    assert doe(root, OP, MaakVerslag("rt"), plan=outcome.plan).plan == outcome.plan
    assert content(root) != before


def test_the_numbers_an_act_wrote_are_in_the_document_it_made_of_them(root):
    doe(root, OP, MaakVerslag("rt"))
    assert "[A1]" in (root / "verslagen/rt/2026-01-09/verslag.md").read_text()


def test_an_unknown_table_is_said_and_ends_as_unusable(root):
    outcome = doe(root, OP, MaakAgenda("onbekend"))
    assert (outcome.code, [m.code for m in outcome.meldingen]) == (2, ["tafel-onbekend"])


def test_a_folder_that_is_no_werkmap_is_said(tmp_path):
    assert [m.code for m in doe(tmp_path, OP, MaakAgenda()).meldingen] == ["geen-werkmap"]


@dataclass(frozen=True, slots=True)
class TelOp(Verzoek):
    """A made-up act: it reads a number, may ask how much more, and writes the sum."""

    daad: ClassVar[str] = "tel_op"
    vraagt: bool = False


class Telling:
    """The act; what happens between its reading and its end can be set."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.intussen = lambda: None
        self.erbij = "1"
        self.keren = 0

    def tel_op(self, opdracht: Opdracht, verzoek: TelOp) -> Uitkomst:
        self.keren += 1
        path = self.root / "getal.txt"
        old = int(read_bytes(path)) if exists(path) else 0
        answer = opdracht.ask(Vraag("meer", "getal.txt", f"Er staat {old}. Hoeveel erbij?")) if verzoek.vraagt else None
        answer = answer or ("" if verzoek.vraagt else self.erbij)
        self.intussen()
        if not answer:
            return Uitkomst(meldingen=(melding("zending-onzeker"),))
        write_atomic(path, str(old + int(answer)).encode())
        write_atomic(self.root / "gemaakt.txt", str(old + int(answer)).encode())
        return Uitkomst((Geschreven("getal.txt"),))


@pytest.fixture
def telling(root, monkeypatch) -> Telling:
    found = Telling(root)
    daad = Daad("tel_op", "tellen", Aard.VOORBEREID, "tel")
    monkeypatch.setitem(daden._PER_NAAM, "tel_op", daad)
    monkeypatch.setattr(Daad, "load", lambda self: found.tel_op)
    return found


def test_what_somebody_saved_while_an_act_was_prepared_counts(root, telling):
    (root / "getal.txt").write_text("5")

    def save() -> None:
        (root / "getal.txt").write_text("40")
        telling.intussen = lambda: None

    telling.intussen = save
    doe(root, OP, TelOp())
    assert telling.keren == 2
    assert (root / "getal.txt").read_text() == (root / "gemaakt.txt").read_text() == "41"


def test_what_somebody_saved_counts_also_where_there_seemed_to_be_nothing_to_do(root, telling):
    for name in ("getal.txt", "gemaakt.txt"):
        (root / name).write_text("1")

    def save() -> None:
        (root / "getal.txt").write_text("40")
        telling.intussen = lambda: None

    telling.intussen, telling.erbij = save, "0"
    doe(root, OP, TelOp())
    assert (root / "gemaakt.txt").read_text() == "40"


def test_an_act_that_is_disturbed_without_end_gives_up_and_writes_nothing(root, telling):
    count = iter(range(100))
    telling.intussen = lambda: (root / "getal.txt").write_text(str(next(count)))
    outcome = doe(root, OP, TelOp())
    assert [m.code for m in outcome.meldingen] == ["in-gebruik"]
    assert not (root / "gemaakt.txt").exists()


def test_what_happens_elsewhere_in_the_werkmap_does_not_matter(root, telling):
    telling.intussen = lambda: (root / "elders.txt").write_text("x")
    doe(root, OP, TelOp())
    assert telling.keren == 1


def test_a_question_is_put_before_anything_is_written_and_its_answer_is_used(root, telling):
    asked = doe(root, OP, TelOp(vraagt=True), gesprek=Gesprek(mag_vragen=True))
    assert not (root / "getal.txt").exists()
    (vraag,) = asked.vragen
    assert vraag.tekst == "Er staat 0. Hoeveel erbij?"
    done = doe(root, OP, TelOp(vraagt=True), gesprek=Gesprek({vraag.id: "7"}, mag_vragen=True))
    assert not done.vragen
    assert (root / "getal.txt").read_text() == "7"


def test_an_answer_to_another_state_is_refused(root, telling):
    (vraag,) = doe(root, OP, TelOp(vraagt=True), gesprek=Gesprek(mag_vragen=True)).vragen
    (root / "getal.txt").write_text("3")
    outcome = doe(root, OP, TelOp(vraagt=True), gesprek=Gesprek({vraag.id: "7"}))
    assert "antwoord-verlopen" in [m.code for m in outcome.meldingen]
    assert (root / "getal.txt").read_text() == "3"


def test_an_answer_that_is_none_of_those_to_choose_from_is_no_answer():
    vraag = Vraag("soort", "plaats", "Welke?", ("record", "word"))
    opdracht = Opdracht(Path(), OP, {vraag.id: "geen van beide"})
    assert opdracht.ask(vraag) is None
    assert opdracht.vragen == [vraag]


def test_what_is_settled_stays_whatever_comes_after(root, telling, monkeypatch):
    def act(opdracht: Opdracht, verzoek: TelOp) -> Uitkomst:
        rewrite(root / "eerst.txt", lambda old: old + b"x")
        opdracht.settle()
        rewrite(root / "dan.txt", lambda old: old + b"y")
        opdracht.stop(melding("zending-onzeker"))

    monkeypatch.setattr(Daad, "load", lambda self: act)
    doe(root, OP, TelOp())
    assert (root / "eerst.txt").read_text() == "x"


def test_two_processes_at_once_each_add_one(root):
    """Real ones: each records its own agreement of the chair, and neither is lost."""
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from pipeline.werk import doe; from pipeline.werk.akkoord import LegAkkoordVast\n"
        "for n in range(5):\n"
        "    doe(Path(sys.argv[1]), date(2026, 1, 12), LegAkkoordVast('rt', date(2026, 2, 20), f'{sys.argv[2]} {n}'))\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(root), name]) for name in ("een", "twee")]
    assert [run.wait(120) for run in runs] == [0, 0]
    assert len(list((root / "verslagen/rt/2026-02-20/logboek").glob("*.yaml"))) == 10


def test_what_is_done_along_the_way_is_not_begun_where_the_plan_is_another(root, telling, monkeypatch):
    """A mail cannot be held back at the end: an act like that is tried in full first."""
    sent: list[str] = []

    def act(opdracht: Opdracht, verzoek: TelOp) -> Uitkomst:
        rewrite(root / "bericht.txt", lambda old: read_bytes(root / "getal.txt"))
        opdracht.settle()
        if not opdracht.is_proef:
            sent.append((root / "bericht.txt").read_text())
        return Uitkomst((Geschreven("bericht.txt"),))

    (root / "getal.txt").write_text("1")
    monkeypatch.setattr(Daad, "load", lambda self: act)
    monkeypatch.setitem(daden._PER_NAAM, "tel_op", Daad("tel_op", "tellen", Aard.VOORBEREID, "tel", in_stappen=True))
    plan = doe(root, OP, TelOp(), proef=True).plan
    (root / "getal.txt").write_text("2")
    other = doe(root, OP, TelOp(), plan=plan)
    assert (sent, other.plan not in ("", plan)) == ([], True)
    doe(root, OP, TelOp(), plan=other.plan)
    assert sent == ["2"]


def test_a_new_werkmap_can_be_tried_too(tmp_path):
    tried = doe(tmp_path, OP, Nieuw(Path("map")), proef=True)
    assert not (tmp_path / "map").exists()
    done = doe(tmp_path, OP, Nieuw(Path("map")), plan=tried.plan)
    assert done == tried
    assert len(done.geschreven) == len([p for p in (tmp_path / "map").rglob("*") if p.is_file()])
    starter = tmp_path / "map" / "Start regietafel.command"
    assert os.name == "nt" or starter.stat().st_mode & 0o100
    assert (tmp_path / "map" / "verslagen" / "prt").is_dir()


def test_a_query_of_a_disk_that_refuses_is_said_in_words(root, monkeypatch):
    def act(opdracht: Opdracht, verzoek: ToonStatus) -> Uitkomst:
        raise OSError(5, "Input/output error", "tafel.yaml")

    monkeypatch.setattr(Daad, "load", lambda self: act)
    outcome = doe(root, OP, ToonStatus())
    assert (outcome.code, outcome.is_gestoord) == (2, True)
    assert "de schijf geeft een fout" in outcome.meldingen[0].tekst


def test_trying_puts_nothing_back_that_was_cut_off(root):
    code = (
        "import os, sys; from pathlib import Path; from pipeline.werkmap import journaal, write_atomic\n"
        "root = Path(sys.argv[1])\n"
        "with journaal(root, 'proef'):\n    write_atomic(root / 'half.txt', b'half')\n    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(root)], check=False).returncode == 9
    assert doe(root, OP, LegAkkoordVast("rt"), proef=True).hersteld == ()
    assert (root / "half.txt").is_file()
    (hersteld,) = doe(root, OP, LegAkkoordVast("rt")).hersteld
    assert hersteld.opdracht == "proef"
    assert not (root / "half.txt").exists()
