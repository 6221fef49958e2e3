"""Notes for the secretary stay: they are in nothing that is made or sent, to whoever may see whatever.

And a question that minutes left open when they went out is answered beside them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from opdrachten import Werkmap
from openen import Lezer, vouw
from zendhulp import VERSLAG

GEHEIM = "Zilvermeeuw"
VORIGE, DAG = "verslagen/prt/2026-04-24", "agenda/prt/2026-06-05"
REGISTER = f"""notities:
  - tekst: Navragen bij {GEHEIM} of dit klopt.
    auteur: A. {GEHEIM}
    op: 2026-04-25
    plaats: 1. Opening {GEHEIM}
    bij: De voorzitter {GEHEIM} opent
  - tekst: Was {GEHEIM} er nu wel of niet?
    vraag: ja
    antwoord: Volgens {GEHEIM} wel.
negeer:
  - code: actiehouder-onbekend
    zin: een zin met {GEHEIM}
    reden: {GEHEIM} zegt dat het zo hoort.
weigeringen:
  - zin: {GEHEIM} stuurt een brief.
    reden: Dat was geen toezegging van {GEHEIM}.
vertrouwelijkheid:
  - punt: 1. Opening
    vertrouwelijk: nee
    reden: Zegt {GEHEIM}.
"""
# What somebody sends on, or that is made to be sent.
OPDRACHTEN = (
    ("agenda", "prt", "2026-06-05", "--pdf"),
    ("verslag", "prt", "2026-04-24", "--pdf"),
    ("actielijst", "prt", "2026-04-24"),
    ("besluitenlijst", "prt", "2026-04-24"),
    ("bundel", "prt", "2026-06-05"),
    ("bundel", "prt", "2026-06-05", "--vertrouwelijk"),
    ("verzend", "agenda", "prt", "2026-06-05"),
    ("verzend", "verslag", "prt", "2026-04-24"),
    ("verzend", "actielijst", "prt", "2026-04-24"),
)


def places(files: list[tuple[str, bytes]], words: str) -> list[str]:
    """Where the words stand in what was made, read as bytes and as the documents they are."""
    reader, sought = Lezer(), vouw(words)
    return [deel.plaats for name, content in files for deel in reader.open(name, content) if sought in deel.tekst]


def test_a_note_is_in_nothing_that_is_made_or_sent(werkmap: Werkmap, tmp_path: Path):
    werkmap.change(
        "agenda/prt/tafel.yaml",
        "verzendlijsten:",
        "vaste_punten:\n  - {titel: Vorig verslag, soort: verslag}\nverzendlijsten:",
    )
    werkmap.change("agenda/prt/tafel.yaml", "word: ja", "word: ja, stukken: beide")
    werkmap.write(f"{VORIGE}/register.yaml", REGISTER)
    typed = set(werkmap.snapshot())
    for words in OPDRACHTEN:
        assert werkmap.run(*words).code == 0, werkmap.scherm
    assert werkmap.run("acties", "prt", "--xlsx", tmp_path / "acties.xlsx").code == 0, werkmap.scherm
    assert werkmap.run("acties", "prt", "--json").code == 0
    assert GEHEIM not in werkmap.scherm
    made = [(name, content) for name, content in werkmap.snapshot().items() if name not in typed]
    made.append(("acties.xlsx", (tmp_path / "acties.xlsx").read_bytes()))
    kinds = {Path(name).suffix for name, _ in made}
    assert {".eml", ".pdf", ".docx", ".xlsx"} <= kinds
    assert places(made, "De voorzitter opent de vergadering.")  # the reader finds what is there
    assert places(made, GEHEIM) == []


TWIJFEL = VERSLAG.replace(
    "De voorzitter opent de vergadering.", "Dit punt is vertrouwelijk.\n\nDe voorzitter noemt de Dorpsweg."
)


@pytest.mark.parametrize(("antwoord", "gezien"), [("nee", True), ("ja", False)])
def test_a_doubt_in_minutes_that_went_out_holds_them_back_until_the_register_answers(
    werkmap: Werkmap, antwoord, gezien
):
    werkmap.write(f"{VORIGE}/verslag.md", TWIJFEL)
    werkmap.write(f"{VORIGE}/logboek/2026-05-01-rondgezonden.yaml", "soort: rondgezonden\nop: 2026-05-01\n")
    werkmap.change(
        "agenda/prt/tafel.yaml",
        "verzendlijsten:",
        "vaste_punten:\n  - {titel: Vorig verslag, soort: verslag}\nverzendlijsten:",
    )
    assert werkmap.run("verzend", "agenda", "prt", "2026-06-05").code == 1
    assert "vertrouwelijk-vraag" in werkmap.scherm
    assert "register.yaml onder vertrouwelijkheid" in " ".join(werkmap.scherm.split())
    werkmap.write(
        f"{VORIGE}/register.yaml",
        f"vertrouwelijkheid:\n  - punt: 1. Opening\n    vertrouwelijk: {antwoord}\n    reden: Het staat in de krant.\n",
    )
    assert werkmap.run("verslag", "prt", "2026-04-24").code == 0, werkmap.scherm
    assert werkmap.run("verzend", "agenda", "prt", "2026-06-05").code == 0, werkmap.scherm
    drafts = {p.stem: p.read_bytes() for p in werkmap.files(f"{DAG}/concepten/*.eml")}
    others = [(f"{name}.eml", content) for name, content in drafts.items() if name != "Agenda aan leden"]
    assert bool(places(others, "Dorpsweg")) is gezien
    assert places([("leden.eml", drafts["Agenda aan leden"])], "Dorpsweg")
    assert werkmap.read(f"{VORIGE}/verslag.md") == TWIJFEL
