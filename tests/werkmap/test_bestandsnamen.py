"""A record under nearly its name: it is named, put right on request, and no empty one is laid beside it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opdrachten import Werkmap

from pipeline.documenten import packaged_sjabloon
from pipeline.werkmap import load

AGENDA, VERSLAG = "agenda/prt/2026-03-13/agenda.yaml", "verslagen/prt/2026-01-23/verslag.md"
VERKEERD = [
    (VERSLAG, "verslag.md.txt"),
    (VERSLAG, "verslag.txt"),
    (VERSLAG, "Verslag.MD"),
    (VERSLAG, "verslag.md "),
    (VERSLAG, "verslag.markdown"),
    (VERSLAG, "verslag"),
    (AGENDA, "agenda.yml"),
    (AGENDA, "agenda.yaml.txt"),
    ("agenda/prt/tafel.yaml", "tafel.yaml.txt"),
    ("agenda/prt/tafel.yaml", "TAFEL.YML"),
]


@pytest.fixture
def werkmap(voorbeeld, capsys) -> Werkmap:
    return Werkmap(voorbeeld, capsys, "2026-04-01")


@pytest.mark.parametrize(("record", "naam"), VERKEERD, ids=[n for _, n in VERKEERD])
def test_a_record_under_a_wrong_name_is_named_with_the_right_one(werkmap, record, naam):
    path = werkmap.root / record
    path.rename(path.with_name(naam))
    assert werkmap.run("controleer").code == 1
    assert "bestandsnaam" in werkmap.scherm
    assert naam.strip() in werkmap.scherm
    assert f"moet {path.name} heten" in " ".join(werkmap.scherm.split())


@pytest.mark.parametrize(("record", "naam"), VERKEERD, ids=[n for _, n in VERKEERD])
def test_herstel_gives_a_record_its_name_and_everything_counts_again(werkmap, record, naam):
    before = load(werkmap.root).reeks("prt")
    path = werkmap.root / record
    path.rename(path.with_name(naam))
    werkmap.run("controleer", "--herstel")
    assert path.is_file()
    assert load(werkmap.root).reeks("prt") == before


@pytest.mark.parametrize("naam", ["verslag.md.txt", "verslag.txt", "VERSLAG.md"])
def test_no_empty_minutes_are_laid_beside_minutes_under_a_wrong_name(werkmap, naam):
    path = werkmap.root / VERSLAG
    path.rename(path.with_name(naam))
    assert werkmap.run("verslag", "prt", "2026-01-23").code == 1
    assert not path.exists()
    assert naam in werkmap.scherm
    assert path.with_name(naam).is_file()


def test_a_meeting_whose_agenda_has_a_wrong_name_is_not_said_to_be_missing_without_the_reason(werkmap):
    path = werkmap.root / AGENDA
    shutil.rmtree(werkmap.root / "verslagen/prt/2026-03-13")
    path.rename(path.with_name("agenda.yaml.txt"))
    assert werkmap.run("agenda", "prt", "2026-03-13").code == 2
    assert "agenda.yaml.txt" in werkmap.scherm


def test_without_regietafel_yaml_the_file_that_is_meant_is_named(werkmap):
    (werkmap.root / "regietafel.yaml").rename(werkmap.root / "regietafel.yaml.txt")
    assert werkmap.run("status").code == 2
    assert "regietafel.yaml.txt" in werkmap.scherm


def test_beside_the_record_itself_a_second_one_is_a_copy(werkmap):
    path = werkmap.root / VERSLAG
    path.with_name("verslag.md.txt").write_bytes(path.read_bytes())
    assert [m.code for m in load(werkmap.root).meldingen] == ["conflictkopie"]
    werkmap.run("controleer", "--herstel")
    assert path.with_name("verslag.md.txt").is_file()


@pytest.mark.parametrize("naam", ["agenda.dotx", "agenda.docm", "Agenda.docx.docx"])
def test_a_template_of_another_kind_is_named_and_no_other_is_used_in_silence(werkmap, naam):
    werkmap.write(f"templates/{naam}", packaged_sjabloon("agenda.docx"))
    assert werkmap.run("agenda", "prt", "2026-03-13").code == 1
    assert "sjabloon-naam" in werkmap.scherm
    assert naam in werkmap.scherm


_STAM = st.sampled_from(["verslag", "register", "Verslag", "REGISTER"])
_EIND = st.lists(st.sampled_from([".txt", ".md", ".yaml", ".yml", ".TXT"]), max_size=3).map("".join)
_RAND = st.sampled_from(["", " "])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(_STAM, _EIND, _RAND)
def test_whatever_ending_is_drawn_the_file_is_read_or_named(tmp_path_factory, stam, eind, rand):
    root = tmp_path_factory.mktemp("namen")
    folder = root / "verslagen/prt/2026-01-23"
    folder.mkdir(parents=True)
    (root / "agenda/prt").mkdir(parents=True)
    (root / "regietafel.yaml").write_text("naam: Voorbeeld\n", encoding="utf-8")
    (root / "agenda/prt/tafel.yaml").write_text("naam: Voorbeeld\n", encoding="utf-8")
    naam = f"{stam}{eind}{rand}"
    (folder / naam).write_text("", encoding="utf-8")
    named = {Path(m.bron.bestand).name for m in load(root).meldingen if m.code == "bestandsnaam"}
    assert naam in {"verslag.md", "register.yaml"} or naam in named


def test_a_file_that_nothing_uses_is_named_and_a_document_is_not(werkmap):
    folder = "verslagen/prt/2026-01-23"
    for name in ("krabbels.txt", "foto.jpg", "2026-01-23 Conceptverslag PRT.docx", "~$verslag.docx"):
        werkmap.write(f"{folder}/{name}", b"x")
    werkmap.run("controleer", "prt", "2026-01-23")
    assert werkmap.scherm.count("[bestand-ongebruikt]") == 2
    assert f"{folder}/krabbels.txt" in werkmap.scherm
    assert f"{folder}/foto.jpg" in werkmap.scherm


@pytest.mark.parametrize(
    "naam",
    [
        "Kopie van verslag.md",
        "Copy of verslag.md",
        "kopie verslag.md",
        "verslag2.md",
        "verslag - kopie.md",
        "verslag (1).md",
        "VERSLAG.MD",
    ],
)
def test_a_copy_beside_a_record_is_named_and_never_read(voorbeeld, naam):
    folder = voorbeeld / "verslagen/prt/2026-01-23"
    (folder / naam).write_text("## 1. Iets anders\n", encoding="utf-8")
    inhoud = load(voorbeeld)
    told = [m for m in inhoud.meldingen if m.code == "conflictkopie"]
    assert [naam in m.tekst for m in told] == [True]
    assert len(inhoud.reeks("prt").verslag(date(2026, 1, 23)).punten) > 1
