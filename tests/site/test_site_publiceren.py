"""From the records of the worked example to the public site, as the secretariat does it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from opdrachten import Werkmap
from test_paginas import broken_links

from pipeline.publicatie.plaatsing import read_site
from pipeline.publicatie.toegankelijk import check_pdf

NAMEN = ("Asieldashboard", "Berenschot", "Start", "RRT's", "Koning")


def publish(werkmap: Werkmap, datum: str, *words: str) -> dict[str, bytes]:
    done = werkmap.run("publiceer", "prt", datum, "--akkoord", *words)
    assert done.code == 0, done.fout
    return site_of(werkmap)


def site_of(werkmap: Werkmap) -> dict[str, bytes]:
    site = read_site(werkmap.root / "site")
    assert site is not None
    return site.bestanden


@pytest.fixture
def beslist(voorbeeld: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    """The example, with every doubt about a name decided."""
    lines = "".join(f'  - {{naam: "{naam}", besluit: geen_naam}}\n' for naam in NAMEN)
    (voorbeeld / "agenda" / "prt" / "namen.yaml").write_text(f"namen:\n{lines}", encoding="utf-8")
    return Werkmap(voorbeeld, capsys, op="2026-05-02")


def test_meeting_after_meeting_becomes_public_and_what_is_taken_back_stays_back(beslist, tmp_path):
    target = tmp_path / "server"
    first = publish(beslist, "2026-03-13", "--pakket", "site.zip")
    pdf = "prt/2026-03-13/2026-03-13-vastgesteld-verslag-prt.pdf"
    assert check_pdf(pdf, first[pdf]) == ()
    assert (beslist.root / "site.zip").stat().st_size > 100_000
    assert not any(p.startswith("prt/2026-01-23/") for p in first)

    second = publish(beslist, "2026-01-23", "--naar", str(target))
    assert second[pdf] == first[pdf]
    assert broken_links(second) == []
    assert (target / "prt/2026-01-23/index.html").read_bytes() == second["prt/2026-01-23/index.html"]

    assert beslist.run("intrekken", "prt", "2026-01-23", "--reden", "Fout.", "--naar", str(target)).code == 0
    third = publish(beslist, "2026-03-13", "--naar", str(target))
    plain = [gzip.decompress(c) if c[:2] == b"\x1f\x8b" else c for c in third.values()]
    assert [p for p in third if p.startswith("prt/2026-01-23/")] == ["prt/2026-01-23/index.html"]
    assert b"is ingetrokken op 2 mei 2026" in (target / "prt/2026-01-23/index.html").read_bytes()
    assert not any(b"nareizigers terechtkunnen" in c for c in plain)
    assert b">ingetrokken</span>" in third["prt/index.html"]


def test_a_doubt_about_a_name_keeps_everything_back(regietafel, voorbeeld):
    verslag = voorbeeld / "verslagen" / "prt" / "2026-03-13" / "verslag.md"
    text = verslag.read_text(encoding="utf-8")
    verslag.write_text(text.replace("De voorzitter opent", "Krokanter opende", 1), encoding="utf-8")
    done = regietafel("publiceer", "prt", "2026-03-13", "--akkoord", werkmap=voorbeeld)
    assert done.code == 1
    assert "naam-onbeslist" in done.fout
    assert not (voorbeeld / "site").exists() and not (voorbeeld / "publicatie").exists()


def test_a_folder_of_somebody_else_stays_and_nothing_counts_as_published(beslist):
    (beslist.root / "site").mkdir()
    (beslist.root / "site" / "brief.txt").write_text("van mij")
    done = beslist.run("publiceer", "prt", "2026-03-13", "--akkoord")
    assert done.code == 1 and "site-vreemd" in done.fout
    assert (beslist.root / "site" / "brief.txt").read_text() == "van mij"
    assert not list((beslist.root / "verslagen/prt/2026-03-13").glob("logboek/*gepubliceerd*"))
