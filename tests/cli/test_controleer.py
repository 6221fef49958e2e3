"""The second reader at work: corrections, and findings that are accepted once and for all."""

from __future__ import annotations

import pytest

RECORD = "verslagen/prt/2026-04-24/verslag.md"


@pytest.fixture
def met_tikfout(voorbeeld):
    """The worked example with a name in the text that is one letter off."""
    record = voorbeeld / RECORD
    text = record.read_text(encoding="utf-8")
    head, _, body = text.partition("\n## 2.")
    kop = head.replace("deelnemers:\n", "deelnemers:\n  Proefregio:\n    - mw. Voorbeeldsma (Testdam)\n", 1)
    said = "\nMevrouw Voorbeeltsma licht dit toe (zie bijlage 7).\n"
    record.write_text(f"{kop}{said}\n## 2.{body}", encoding="utf-8")
    return voorbeeld


def test_a_name_that_is_one_letter_off_is_put_right_and_nothing_else(regietafel, met_tikfout):
    record = met_tikfout / RECORD
    before = record.read_bytes()
    found = regietafel("controleer", "prt", "2026-04-24", werkmap=met_tikfout)
    assert "Voorbeeltsma" in found.fout
    done = regietafel("controleer", "prt", "2026-04-24", "--herstel", werkmap=met_tikfout)
    assert "Voorbeeltsma -> Voorbeeldsma" in done.fout
    assert record.read_bytes() == before.replace(b"Voorbeeltsma", b"Voorbeeldsma")


def test_an_accepted_finding_is_shown_as_accepted_with_its_reason(regietafel, met_tikfout):
    listed = regietafel("controleer", "prt", "2026-04-24", "--json", werkmap=met_tikfout).json["meldingen"]
    number = next(n for n, m in enumerate(listed, 1) if "bijlage 7" in m["tekst"].lower() + (m["bron"]["zin"] or ""))
    register = met_tikfout / "verslagen/prt/2026-04-24/register.yaml"
    register.write_text("# van ons\n", encoding="utf-8")
    done = regietafel(
        "controleer", "prt", "2026-04-24", "--negeer", number, "--reden", "is mondeling uitgedeeld", werkmap=met_tikfout
    )
    assert "aanvaard: is mondeling uitgedeeld" in done.fout
    assert register.read_text(encoding="utf-8").startswith("# van ons\nnegeer:\n")
    after = regietafel("controleer", "prt", "2026-04-24", "--json", werkmap=met_tikfout).json["meldingen"]
    assert [m["aanvaard"] for m in after if m.get("aanvaard")] == ["is mondeling uitgedeeld"]


@pytest.mark.parametrize(
    ("woorden", "uitleg"),
    [
        (("prt", "--herstel"), "noem de vergadering"),
        (("prt", "2026-04-24", "--negeer", "99", "--reden", "x"), "er is geen punt 99"),
        (("prt", "2026-04-24", "--negeer", "1"), "geef de reden erbij"),
    ],
)
def test_a_change_needs_a_meeting_a_finding_and_a_reason(regietafel, met_tikfout, woorden, uitleg):
    wrong = regietafel("controleer", *woorden, werkmap=met_tikfout)
    assert wrong.code == 2
    assert uitleg in wrong.fout


def test_circulated_minutes_are_not_corrected(regietafel, voorbeeld):
    wrong = regietafel("controleer", "prt", "2026-01-23", "--herstel", werkmap=voorbeeld)
    assert wrong.code == 2
    assert "al rondgezonden" in wrong.fout
