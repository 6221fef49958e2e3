"""Looking at the site and taking back from it, as a user does."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from opdrachten import Werkmap
from sitehulp import JANUARI, MAART, ORGANISATIE, TAFEL, build, make_editie
from test_paginas import broken_links

from pipeline.model import melding
from pipeline.publicatie.adressen import kalender_pad
from pipeline.publicatie.editie import Publicatie
from pipeline.publicatie.geschiedenis import find_intrekkingen
from pipeline.publicatie.plaatsing import place_site, read_site
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.site import make_kalenders, make_site

PRT = replace(TAFEL, id="prt")
WOORDEN = "Mevrouw Geheim was erbij."


@pytest.fixture
def werkmap(voorbeeld: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    """The worked example with a published site."""
    edities = (make_editie(tafel=PRT, tekst=WOORDEN), make_editie(MAART, PRT))
    place_site(build(Publicatie(edities, tafels=(PRT,))), voorbeeld / "site")
    return Werkmap(voorbeeld, capsys, op="2026-05-09")


def in_site(werkmap: Werkmap) -> dict[str, bytes]:
    found = read_site(werkmap.root / "site")
    assert found is not None
    return {p: gzip.decompress(c) if c[:2] == b"\x1f\x8b" else c for p, c in found.bestanden.items()}


def test_what_is_read_back_decides_whether_there_is_a_site(publicatie):
    seen: dict[str, bytes] = {}

    def find_geheim(bestanden):
        seen.update(bestanden)
        return tuple(melding("niet-vastgesteld", p) for p, c in bestanden.items() if b"Geheim" in c)

    site, meldingen = make_site(ORGANISATIE, publicatie, find_geheim)
    assert site is not None and meldingen == ()
    assert set(seen) == set(site.bestanden) - site.programma
    leak = Publicatie((make_editie(tafel=PRT, tekst=WOORDEN),))
    assert make_site(ORGANISATIE, leak, find_geheim)[0] is None


def test_the_calendar_goes_on_from_the_one_in_the_site(werkmap):
    opdracht = Opdracht(werkmap.root, date(2026, 5, 9))
    first = make_kalenders(opdracht, opdracht.inhoud.reeksen, werkmap.root / "site")["prt"]
    (werkmap.root / "site" / kalender_pad("prt")).write_bytes(first)
    assert first.count(b"BEGIN:VEVENT") == 3
    assert make_kalenders(opdracht, opdracht.inhoud.reeksen, werkmap.root / "site")["prt"] == first


def test_minutes_that_are_taken_back_are_nowhere_in_the_site(werkmap):
    assert any(b"Geheim" in content for content in in_site(werkmap).values())
    done = werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Er stond een naam in.")
    assert done.code == 0, done.fout
    files = in_site(werkmap)
    assert not [p for p, content in files.items() if b"eheim" in content]
    assert [p for p in files if p.startswith("prt/2026-01-23/")] == ["prt/2026-01-23/index.html"]
    assert b"ingetrokken op 9 mei 2026" in files["prt/2026-01-23/index.html"]
    assert b"Er stond een naam in." in files["prt/2026-01-23/index.html"]
    assert broken_links(files) == []


def test_the_rest_of_the_site_stays_as_it_was(werkmap):
    before = in_site(werkmap)
    werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Fout.")
    after = in_site(werkmap)
    own = [p for p in before if p.startswith("prt/2026-03-13/")]
    assert own and {p: after[p] for p in own} == {p: before[p] for p in own}


def test_the_logboek_knows_and_the_next_site_keeps_to_it(werkmap):
    werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Fout.")
    taken = find_intrekkingen(werkmap.load().reeksen)
    assert [(i.tafel, i.datum, i.reden, i.stuk) for i in taken] == [("prt", JANUARI, "Fout.", "")]


def test_one_paper_is_taken_back_and_its_name_stays_with_the_reason(werkmap):
    done = werkmap.run("intrekken", "prt", "2026-01-23", "--stuk", "Notitie plekken.pdf", "--reden", "Van <ander>.")
    assert done.code == 0, done.fout
    files = in_site(werkmap)
    assert "prt/2026-01-23/notitie-plekken.pdf" not in files
    assert b"ingetrokken op 9 mei 2026. Reden: Van &lt;ander&gt;." in files["prt/2026-01-23/index.html"]
    assert b"notitie-plekken.pdf" not in files["prt/2026-01-23/vergadering.json"]
    assert not any(b"2026-01-23/notitie-plekken.pdf</loc>" in c for p, c in files.items() if p.endswith(".xml"))
    assert broken_links(files) == []
    again = build(Publicatie((make_editie(tafel=PRT),), find_intrekkingen(werkmap.load().reeksen), (PRT,)))
    assert "prt/2026-01-23/notitie-plekken.pdf" not in again.bestanden


@pytest.mark.parametrize(
    ("woorden", "antwoord"),
    [
        (("prt", "2026-04-24"), "staat er niets in de site"),
        (("prt", "2026-01-23", "--stuk", "onbekend.pdf"), "Wel: 2026-01-23-verslag-vrt.pdf, notitie-plekken.pdf"),
    ],
)
@pytest.mark.parametrize("is_vastgelegd", [False, True])
def test_what_is_not_public_cannot_be_taken_back(werkmap, woorden, antwoord, is_vastgelegd):
    if is_vastgelegd:
        event = werkmap.root / "verslagen/prt/2026-01-23/logboek/2026-05-01-gepubliceerd.yaml"
        event.parent.mkdir(parents=True, exist_ok=True)
        event.write_text("soort: gepubliceerd\nop: 2026-05-01\nreden: openbare versie gemaakt\n")
    done = werkmap.run("intrekken", *woorden, "--reden", "Fout.", "--json")
    assert done.code == 1
    answer = done.json
    assert [m["code"] for m in answer["meldingen"]] == ["niet-gepubliceerd"]
    assert antwoord in answer["meldingen"][0]["tekst"]
    assert find_intrekkingen(werkmap.load().reeksen) == ()


def test_twice_is_once(werkmap):
    werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Fout.")
    done = werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Nog eens.")
    assert done.code == 1 and "al ingetrokken" in done.fout
    assert len(find_intrekkingen(werkmap.load().reeksen)) == 1


def test_a_withdrawal_goes_on_to_the_server_at_once(werkmap, tmp_path):
    target = tmp_path / "server"
    done = werkmap.run("intrekken", "prt", "2026-01-23", "--reden", "Fout.", "--naar", str(target))
    assert done.code == 0, done.fout
    assert b"ingetrokken" in (target / "prt/2026-01-23/index.html").read_bytes()


def test_the_example_is_served_to_this_computer_only_and_stops_when_told(werkmap):
    words = ["-C", str(werkmap.root), "voorbeeld", "--poort", "0", "--niet-open"]
    command = [sys.executable, "-u", "-m", "pipeline", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        try:
            assert process.stdout is not None
            adres = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert adres is not None
            with urllib.request.urlopen(f"{adres[0]}prt/2026-01-23/index.html") as answer:
                assert b"Mevrouw Geheim" in answer.read()
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{adres[0]}zoekindex/")
        finally:
            process.send_signal(signal.SIGINT)
            assert "Gestopt." in process.stdout.read()
    assert process.returncode == 0


def test_without_a_site_there_is_nothing_to_look_at(regietafel, voorbeeld):
    done = regietafel("voorbeeld", "--niet-open", werkmap=voorbeeld)
    assert done.code == 2
    assert "nog geen site" in done.fout and "regietafel publiceer" in done.fout
