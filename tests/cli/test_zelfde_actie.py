"""The same action, over the command line: a link holds while its words do, and no action hides behind another."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from word_hulp import fill_row

ORGANISATIE = "naam: Provincie Voorbeeld\nafzender: RT-secretariaat\nemail: secretariaat@voorbeeld.example\n"
TAFEL = "naam: Regietafel Voorbeeld\nkorte_naam: RT\nactiehouders: [RT-secretariaat, COA]\n"
KOP = ("Nr", "Actie", "Actiehouder", "Termijn", "Status")
OUD = (
    ("A1", "Overzicht van de locaties maken", "COA", "1 maart 2026", "open"),
    ("A2", "Brief over de bekostiging versturen", "RT-secretariaat", "1 maart 2026", "open"),
    ("A3", "Een datum prikken voor het werkbezoek", "COA", "1 maart 2026", "open"),
    ("A4", "Planning van de kwartaalcijfers delen", "COA", "1 maart 2026", "open"),
)
NIEUW = (
    ("A1", "Nagaan of de school ruimte heeft", "COA", "1 april 2026", "open"),
    ("A2", "Bewonersavond in Proefdam voorbereiden", "RT-secretariaat", "1 april 2026", "open"),
    ("A3", "Vervoer naar het zwembad regelen", "COA", "1 april 2026", "open"),
    ("A4", "Contract met de beveiliging verlengen", "COA", "1 april 2026", "open"),
)
JANUARI, FEBRUARI = "2026-01-23", "2026-02-20"


def table(*rows: tuple[str, ...]) -> str:
    lines = [" | ".join(row) for row in (KOP, ("---",) * len(KOP), *rows)]
    return "\n## Actielijst\n\n" + "".join(f"| {line} |\n" for line in lines)


def record(datum: str, *rows: tuple[str, ...]) -> str:
    return f"---\ntafel: rt\ndatum: {datum}\n---\n\n## 1. Opening\n\nDe voorzitter opent.\n{table(*rows)}"


def write_markdown(path: Path) -> Path:
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (KOP, ("---",) * len(KOP), *OUD))
    head = "# Verslag Regietafel Voorbeeld\n\nDatum: 20 februari 2026\n\n## 1. Opening\n\nDe voorzitter opent.\n\n"
    path.write_text(f"{head}## Actielijst\n\n{rows}\n", encoding="utf-8")
    return path


def write_word(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Verslag Regietafel Voorbeeld", 0)
    document.add_paragraph("Datum: 20 februari 2026")
    document.add_heading("1. Opening", 1)
    document.add_paragraph("De voorzitter opent.")
    document.add_heading("Actielijst", 1)
    rows = document.add_table(0, len(KOP))
    for row in (KOP, *OUD):
        fill_row(rows.add_row(), *row)
    document.save(str(path))
    return path


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    root = tmp_path / "werkmap"
    for name, text in (
        ("regietafel.yaml", ORGANISATIE),
        ("agenda/rt/tafel.yaml", TAFEL),
        (f"verslagen/rt/{JANUARI}/verslag.md", record(JANUARI, *OUD)),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(params=[write_markdown, write_word])
def ingelezen(request, regietafel, werkmap: Path, tmp_path: Path) -> Path:
    """The minutes of February, read in: they print the four actions of January again, as A1 to A4."""
    suffix = ".docx" if request.param is write_word else ".md"
    done = regietafel("lees", request.param(tmp_path / f"februari{suffix}"), "--neem-over", werkmap=werkmap)
    assert done.code == 0, done.fout
    return werkmap


def path_of(werkmap: Path, name: str) -> Path:
    return werkmap / f"verslagen/rt/{FEBRUARI}/{name}"


def open_acties(regietafel, werkmap: Path, *words: str) -> list[str]:
    done = regietafel("--op", "2026-02-24", "acties", "rt", "--open", "--json", *words, werkmap=werkmap)
    return [a["actie"] for a in done.json["acties"]]


def test_links_are_proposed_with_the_words_they_were_made_from(ingelezen):
    register = path_of(ingelezen, "register.yaml").read_text(encoding="utf-8")
    assert register.count("bevestigd: nee") == 4
    assert register.count("tekst: Overzicht van de locaties maken") == 1
    assert register.count("tekst_met: Overzicht van de locaties maken") == 1


def test_a_record_put_right_by_hand_leaves_no_action_behind_a_stale_link(regietafel, ingelezen):
    rows = [(f"{nr} (23-01-2026)", *rest) for nr, *rest in OUD]
    path_of(ingelezen, "verslag.md").write_text(record(FEBRUARI, *rows, *NIEUW), encoding="utf-8")
    assert open_acties(regietafel, ingelezen) == [row[1] for row in (*OUD, *NIEUW)]
    done = regietafel("--op", "2026-02-24", "acties", "rt", werkmap=ingelezen)
    assert done.fout.count("[koppeling-vervallen]") == 4
    assert "toen A1 (20-02-2026) ‘Overzicht van de locaties maken’ was" in done.fout
    assert "nu is A1 (20-02-2026) ‘Nagaan of de school ruimte heeft’" in done.fout
    assert "waarschijnlijk" not in done.uit


def test_a_correction_of_spelling_or_spacing_keeps_a_link(regietafel, ingelezen):
    path = path_of(ingelezen, "verslag.md")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Overzicht van de locaties maken", "Overzicht  van de lokaties maken."), "utf-8")
    done = regietafel("--op", "2026-02-24", "acties", "rt", "--json", werkmap=ingelezen)
    assert "koppeling-vervallen" not in [m["code"] for m in done.json["meldingen"]]
    likely = [a["vermoedelijk"] for a in done.json["acties"] if a["datum"] == FEBRUARI]
    assert likely == [f"rt/{JANUARI}/A{n}" for n in range(1, 5)]


def test_an_unconfirmed_link_changes_nothing_in_what_leaves_and_is_not_printed(regietafel, ingelezen):
    def made() -> list[str]:
        regietafel("--op", "2026-02-24", "actielijst", "rt", FEBRUARI, "--overschrijf", werkmap=ingelezen)
        document = docx.Document(str(next(path_of(ingelezen, ".").glob("*Actielijst*.docx"))))
        return [cell.text for rows in document.tables for row in rows.rows for cell in row.cells]

    with_links = made()
    path_of(ingelezen, "register.yaml").unlink()
    assert with_links == made()
    assert not [text for text in with_links if "vermoedelijk" in text]
    assert len([text for text in with_links if text in {row[1] for row in OUD}]) == 8


def test_on_screen_it_stands_with_its_likely_action_and_is_counted_once(regietafel, ingelezen):
    shown = regietafel("--op", "2026-02-24", "acties", "rt", "--open", werkmap=ingelezen)
    assert shown.uit.replace("\n", " ").count("waarschijnlijk") == 4
    status = regietafel("--op", "2026-02-24", "status", "rt", "--json", werkmap=ingelezen)
    assert '"acties_open": 4' in json.dumps(status.json)


def test_a_list_that_leaves_warns_the_secretary_of_what_stands_there_twice(regietafel, ingelezen):
    done = regietafel("--op", "2026-02-24", "actielijst", "rt", FEBRUARI, werkmap=ingelezen)
    assert "[koppeling-onbevestigd]" in done.fout
    assert "A1 (20-02-2026) en A1 (23-01-2026)" in done.fout


def test_an_old_register_without_words_is_read_and_checked_by_likeness(regietafel, ingelezen):
    links = "".join(
        f"  - {{actie: {nr}, soort: zelfde_als, met: {nr} (23-01-2026), bevestigd: nee}}\n" for nr, *_ in OUD
    )
    path_of(ingelezen, "register.yaml").write_text(f"koppelingen:\n{links}", encoding="utf-8")
    assert "koppeling-vervallen" not in regietafel("acties", "rt", werkmap=ingelezen).fout
    path_of(ingelezen, "verslag.md").write_text(record(FEBRUARI, *NIEUW), encoding="utf-8")
    assert open_acties(regietafel, ingelezen) == [row[1] for row in (*OUD, *NIEUW)]
    assert regietafel("acties", "rt", werkmap=ingelezen).fout.count("[koppeling-vervallen]") == 4
