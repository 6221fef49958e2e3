"""The way back: every act can be taken back, taken back or not nothing is lost, and what has left says so."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from vergaderreeks import EERSTE_DAG, TWEEDE_DAG, write_reeks

DERDE_DAG, VERPLAATST = "2026-04-03", "2026-04-10"
ACTS = (
    ("agenda", "rt", DERDE_DAG),
    ("akkoord", "rt", DERDE_DAG, "--toelichting", "per mail"),
    ("verplaats", "rt", DERDE_DAG, VERPLAATST),
    ("verplaats", "rt", VERPLAATST, DERDE_DAG),
    ("verslag", "rt", TWEEDE_DAG),
    ("actielijst", "rt", TWEEDE_DAG),
    ("correctie", "rt", EERSTE_DAG, "--oud", "200 plekken", "--nieuw", "210 plekken"),
    ("reacties", "rt", EERSTE_DAG, "--neem-over", "1"),
    ("vaststellen", "rt", EERSTE_DAG),
    ("planning", "rt", "2026", "--neem-over"),
    ("herinner", "rt", TWEEDE_DAG),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_reeks(tmp_path / "werkmap", "vaststelling: 9 januari 2026\n")
    agenda = root / f"agenda/rt/{DERDE_DAG}/agenda.yaml"
    agenda.parent.mkdir(parents=True)
    agenda.write_text("agendapunten:\n  - Opening\n  - Opvang\n")
    return root


def see(root: Path) -> dict[str, bytes]:
    """All files but the log of acts; a calendar without its numbers, which only rise."""
    paths = (p for p in root.rglob("*") if p.is_file() and "agenda/rt/logboek" not in p.as_posix())
    return {p.relative_to(root).as_posix(): _plain(p) for p in paths if p.parent.parent.name != "logboek"}


def _plain(path: Path) -> bytes:
    content = path.read_bytes()
    return re.sub(rb"SEQUENCE:\d+", b"", content) if path.suffix == ".ics" else content


def give(regietafel, root: Path, *words: str):
    return regietafel("--op", "2026-03-01", *words, werkmap=root)


def test_an_act_is_listed_in_words_and_taken_back_by_its_number(regietafel, root):
    before = see(root)
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    shown = give(regietafel, root, "ongedaan").uit
    assert re.search(rf"  1\. \d\d-\d\d-\d{{4}} \d\d\.\d\d  agenda gemaakt \(rt, {DERDE_DAG}\)", shown)
    done = give(regietafel, root, "ongedaan", "1")
    assert done.code == 0, done.fout
    assert f"Teruggenomen: agenda gemaakt (rt, {DERDE_DAG})." in done.uit
    assert see(root) == before


def test_a_move_is_taken_back_whole(regietafel, root):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    before = see(root)
    give(regietafel, root, "verplaats", "rt", DERDE_DAG, VERPLAATST)
    done = give(regietafel, root, "ongedaan", "1")
    assert done.code == 0, done.fout
    assert see(root) == before
    assert not (root / f"agenda/rt/{VERPLAATST}").exists()


def test_taking_back_can_be_taken_back(regietafel, root):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    made = see(root)
    give(regietafel, root, "ongedaan", "1")
    again = give(regietafel, root, "ongedaan", "1")
    assert again.code == 0, again.fout
    assert see(root) == made
    assert "(teruggenomen)" not in give(regietafel, root, "ongedaan").uit.splitlines()[2]


def test_what_somebody_changed_since_stays_and_is_named(regietafel, root):
    give(regietafel, root, "correctie", "rt", EERSTE_DAG, "--oud", "200 plekken", "--nieuw", "210 plekken")
    path = root / f"verslagen/rt/{EERSTE_DAG}/reacties.yaml"
    path.write_text(path.read_text() + "# van mij\n")
    done = give(regietafel, root, "ongedaan", "1")
    assert done.code == 1
    assert "reacties.yaml is daarna veranderd" in done.fout
    assert "  -# van mij" in done.fout
    assert "# van mij" in path.read_text()
    assert give(regietafel, root, "ongedaan", "1", "--toch").code == 0
    assert not path.exists()
    give(regietafel, root, "ongedaan", "1")
    assert "# van mij" in path.read_text()


def test_a_number_that_is_not_in_the_list_is_refused(regietafel, root):
    assert give(regietafel, root, "ongedaan").uit.strip() == "Er is nog niets gedaan."
    done = give(regietafel, root, "ongedaan", "3")
    assert (done.code, "er is geen nummer 3" in done.fout) == (2, True)


def test_a_publication_is_not_taken_back_and_the_right_act_is_offered(regietafel, root):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    (event,) = (root / "agenda/rt/logboek").glob("*.json")
    event.write_text(event.read_text().replace('"maak_agenda"', '"publiceer"'))
    before = see(root)
    done = give(regietafel, root, "ongedaan", "1")
    assert "[niet-terug-te-nemen]" in done.fout
    assert f"trek het in: regietafel intrekken rt {DERDE_DAG}" in done.uit
    assert see(root) == before


@pytest.mark.parametrize(
    ("bestand", "step"),
    [
        (f"agenda/rt/{DERDE_DAG}/verzonden/x.pdf", f"regietafel verzend agenda rt {DERDE_DAG} --nazending"),
        (f"verslagen/rt/{DERDE_DAG}/verzonden/x.pdf", f"regietafel correctie rt {DERDE_DAG}"),
    ],
)
def test_a_mail_that_has_left_is_not_taken_back_and_the_right_act_is_offered(regietafel, root, bestand, step):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    (event,) = (root / "agenda/rt/logboek").glob("*.json")
    told = json.loads(event.read_text()) | {"daad": "verstuur", "stappen": [{"pad": bestand, "na": "1"}]}
    event.write_text(json.dumps(told))
    done = give(regietafel, root, "ongedaan", "1")
    assert "Die mails zijn verstuurd. Dat is niet terug te nemen." in done.fout
    assert step in done.uit


def test_a_calendar_number_never_falls(regietafel, root):
    give(regietafel, root, "planning", "rt", "2026", "--neem-over")
    calendar = root / "agenda/rt/vergaderingen.ics"
    if not calendar.is_file():
        calendar = next((root / "agenda/rt").glob("*.ics"))
    first = [int(n) for n in re.findall(rb"SEQUENCE:(\d+)", calendar.read_bytes())]
    give(regietafel, root, "verplaats", "rt", DERDE_DAG, VERPLAATST)
    moved = [int(n) for n in re.findall(rb"SEQUENCE:(\d+)", calendar.read_bytes())]
    done = give(regietafel, root, "ongedaan", "1")
    assert done.code == 0, done.fout
    after = [int(n) for n in re.findall(rb"SEQUENCE:(\d+)", calendar.read_bytes())]
    assert max(after) > max(moved) > max(first)


def test_the_history_of_a_file_follows_it_to_another_date(regietafel, root):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    give(regietafel, root, "verplaats", "rt", DERDE_DAG, VERPLAATST)
    path = root / f"agenda/rt/{VERPLAATST}/agenda.yaml"
    path.write_text(path.read_text() + "# van mij\n")
    told = give(regietafel, root, "geschiedenis", str(path)).uit
    assert "vergadering verplaatst" in told
    assert "Daarna is het met de hand veranderd." in told
    assert "bestaat niet" in give(regietafel, root, "geschiedenis", "er-is-niets.md").fout


def test_the_log_cannot_reach_outside_the_werkmap(regietafel, root, tmp_path):
    give(regietafel, root, "agenda", "rt", DERDE_DAG)
    victim = tmp_path / "elders.txt"
    victim.write_text("blijft")
    (event,) = (root / "agenda/rt/logboek").glob("*.json")
    for bad in ("../elders.txt", str(victim), "agenda/../../elders.txt"):
        event.write_text(re.sub(r'"pad": "[^"]*"', f'"pad": "{bad}"', event.read_text()))
        assert give(regietafel, root, "ongedaan", "1").code == 2
    assert victim.read_text() == "blijft"


@pytest.mark.parametrize("seed", range(6))
def test_any_series_of_acts_and_ways_back_ends_in_the_bytes_it_should(regietafel, root, seed):
    draw = random.Random(seed)
    before: dict[str, dict[str, bytes]] = {}
    for _ in range(14):
        listed = give(regietafel, root, "ongedaan", "--alles", "--json").json["daden"]
        now = see(root)
        if listed and draw.random() < 0.45:
            number = 1 if draw.random() < 0.6 else draw.randint(1, len(listed))
            one = listed[number - 1]
            done = give(regietafel, root, "ongedaan", str(number))
            after = see(root)
            if done.code:
                assert after == now, "what is refused changes nothing"
            elif not any(d["nr"] < number and not d["teruggenomen"] for d in listed):
                assert all(after.get(p) == before[one["id"]].get(p) for p in after.keys() | before[one["id"]].keys())
            else:
                ours = [p for p in one["bestanden"] if not (root / p).is_dir()]
                assert all(after.get(p) == before[one["id"]].get(p) for p in ours if p in before[one["id"]])
        else:
            give(regietafel, root, *draw.choice(ACTS))
        new = give(regietafel, root, "ongedaan", "--alles", "--json").json["daden"]
        for daad in new[: len(new) - len(listed)]:
            before[daad["id"]] = now


def test_what_is_made_outside_the_werkmap_is_not_in_its_log(regietafel, root):
    give(regietafel, root, "nieuw", str(root / ".." / "tweede"))
    assert (root.parent / "tweede/regietafel.yaml").is_file()
    assert give(regietafel, root, "ongedaan").uit.strip() == "Er is nog niets gedaan."


def test_moving_a_meeting_goes_on_where_somebody_changed_the_schedule_of_the_year(regietafel, root):
    give(regietafel, root, "planning", "rt", "2026", "--neem-over")
    schedule = next((root / "agenda/rt").glob("2026 Vergaderschema*.docx"))
    schedule.write_bytes(b"met de hand")
    done = give(regietafel, root, "verplaats", "rt", DERDE_DAG, VERPLAATST)
    assert "[word-gewijzigd]" in done.fout
    assert (root / f"agenda/rt/{VERPLAATST}/agenda.yaml").is_file()
    assert schedule.read_bytes() == b"met de hand"
