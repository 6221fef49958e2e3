"""The second reader on real minutes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.controle import build_dossier, controleer
from pipeline.lezen import lees
from pipeline.model import Melding, Reeks, Tafel

SHARED = Path(__file__).parents[3] / "shared"
VERSLAG = SHARED / "bronnen" / "verslag-prt-2026-01-23"
SOORTEN = (".md", ".pdf", ".docx")


def _check(path: Path) -> tuple[Melding, ...]:
    lezing = lees(path.read_bytes(), path.name)
    assert lezing.verslag is not None
    verslag = lezing.verslag
    reeks = Reeks(Tafel(verslag.tafel, verslag.tafel), verslagen=(verslag,))
    return controleer(build_dossier(reeks, verslag.datum, date(2026, 11, 1), gelezen=lezing.meldingen))


@pytest.fixture(scope="module", params=["txt", "docx", "pdf"])
def prt(request: pytest.FixtureRequest) -> tuple[Melding, ...]:
    return _check(VERSLAG.with_suffix(f".{request.param}"))


def _texts(meldingen: tuple[Melding, ...], code: str) -> list[str]:
    return [m.tekst for m in meldingen if m.code == code]


@pytest.mark.shared
def test_the_name_that_is_spelled_in_two_ways_is_seen_at_both_places(prt):
    found = [m for m in prt if m.code == "naam-afwijkend"]
    assert [m.tekst.split()[0] for m in found] == ["Lamphen", "Lamphen"]
    assert all("Lanphen" in m.tekst for m in found)
    assert len({m.bron for m in found}) == 2


@pytest.mark.shared
def test_the_action_without_a_number_is_seen(prt):
    assert len(_texts(prt, "actie-zonder-nummer")) == 1


@pytest.mark.shared
def test_actions_without_owner_or_term_are_seen(prt):
    owners, terms = _texts(prt, "actie-zonder-actiehouder"), _texts(prt, "actie-zonder-termijn")
    assert [text.split()[1] for text in owners][:2] == ["A1", "A2"]
    assert terms[0].split()[1] == "A1"


@pytest.mark.shared
def test_the_speaker_who_is_not_on_the_list_is_the_only_one(prt):
    (text,) = _texts(prt, "spreker-onbekend")
    assert "Van der Zwalm" in text


@pytest.mark.shared
def test_the_missing_paper_is_seen(prt):
    assert _texts(prt, "bijlage-onbekend") == ["Bijlage 6 is er niet."]


@pytest.mark.shared
def test_little_else_is_said(prt):
    """What may be called nonsense is in docs/controle.md: abbreviations a reader of these minutes knows."""
    counts = Counter(m.code for m in prt)
    assert counts["afkorting-onbekend"] <= 5
    expected = {"naam-afwijkend", "actie-zonder-nummer", "actie-zonder-actiehouder", "actie-zonder-termijn"}
    expected |= {"spreker-onbekend", "bijlage-onbekend", "afkorting-onbekend"}
    assert set(counts) <= expected


@pytest.mark.shared
def test_any_minutes_can_be_checked():
    paths = [p for p in (SHARED / "corpus").glob("*/*") if p.suffix in SOORTEN]
    assert len(paths) >= 16
    for path in sorted(paths):
        assert all(m.code and m.tekst for m in _check(path)), path.name
