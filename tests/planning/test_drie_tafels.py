"""Every command works for each table of the worked example, in a copy of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from opdrachten import Werkmap

ROOT = Path(__file__).resolve().parents[2]
TAFELS = {"prt": "2026-04-24", "ambtelijke-prt": "2026-05-21", "rrt-kennemerland": "2026-05-19"}


@pytest.fixture
def voorbeeld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    copy = Werkmap(tmp_path / "voorbeeld", capsys, op="2026-11-20")
    copy.root.mkdir()
    shutil.copyfile(ROOT / "regietafel.yaml", copy.root / "regietafel.yaml")
    for top in ("agenda", "verslagen", "templates"):
        shutil.copytree(ROOT / top, copy.root / top, ignore=shutil.ignore_patterns("*.pdf", "*.ics", "oud"))
    return copy


@pytest.mark.parametrize("tafel", TAFELS)
@pytest.mark.parametrize(
    "woorden",
    [
        ("agenda", "{tafel}", "{datum}", "--ernaast"),
        ("verslag", "{tafel}", "{datum}", "--ernaast"),
        ("acties", "{tafel}"),
        ("controleer", "{tafel}"),
        ("status", "{tafel}"),
        ("planning", "{tafel}", "2026"),
        ("planning", "{tafel}", "2027", "--neem-over"),
        ("aangemeld", "{tafel}"),
        ("herinner", "{tafel}", "{datum}"),
        ("leden", "{tafel}"),
        ("sjablonen", "{tafel}"),
    ],
    ids=lambda words: " ".join(w for w in words if not w.startswith("{")),
)
def test_a_command_works_for_each_table(voorbeeld, tafel, woorden) -> None:
    words = (word.format(tafel=tafel, datum=TAFELS[tafel]) for word in woorden)
    done = voorbeeld.run(*words, op="2026-05-22")
    assert (done.code, "fout:" in done.fout) == (0, False), done


@pytest.mark.parametrize("tafel", ["ambtelijke-prt", "rrt-kennemerland"])
def test_no_person_is_invented_for_the_other_tables(voorbeeld, tafel) -> None:
    leden = voorbeeld.load().reeks(tafel).tafel.leden
    assert len(leden) >= 9
    assert not [lid for lid in leden if lid.persoon.achternaam or lid.persoon.aanhef]


def test_each_table_has_members_a_rhythm_and_a_template_of_its_own(voorbeeld) -> None:
    tafels = [reeks.tafel for reeks in voorbeeld.load().reeksen]
    assert len({(t.weekdag, t.tijd) for t in tafels}) == 3
    assert {t.id: t.voedt for t in tafels} == {"prt": "", "ambtelijke-prt": "prt", "rrt-kennemerland": "prt"}
    texts = set()
    for tafel, datum in TAFELS.items():
        voorbeeld.run("agenda", tafel, datum)
        texts.add(next((voorbeeld.root / "agenda" / tafel / datum).glob("*Agenda*.docx")).read_bytes())
    assert len(texts) == 3


def test_the_year_of_the_three_tables_fits_together(voorbeeld) -> None:
    series = {}
    for tafel in ("prt", "ambtelijke-prt", "rrt-kennemerland"):
        voorbeeld.run("planning", tafel, "2027", "--neem-over", op="2026-11-20")
        series[tafel] = [v.datum for v in voorbeeld.load().reeks(tafel).vergaderingen if v.datum.year >= 2027]
    for voor in series["prt"][1:]:
        for tafel in ("ambtelijke-prt", "rrt-kennemerland"):
            assert any(0 < (voor - datum).days < 42 for datum in series[tafel]), (tafel, voor)
    assert "geen-voorbereiding" not in voorbeeld.run("planning", "rrt-kennemerland", "2027", op="2026-11-20").fout


def test_a_new_table_is_a_folder(voorbeeld) -> None:
    voorbeeld.write("agenda/rrt-nieuw/tafel.yaml", "naam: Nieuwe tafel\nvoedt: prt\nritme: {weekdag: woensdag}\n")
    voorbeeld.run("planning", "prt", "2027", "--neem-over", op="2026-11-20")
    done = voorbeeld.run("planning", "rrt-nieuw", "2027", "--neem-over", op="2026-11-20")
    assert done.code == 0
    assert "Nieuwe tafel (rrt-nieuw)" in voorbeeld.run("status", op="2026-11-20").uit
    assert voorbeeld.load().meldingen == ()
