"""Bringing the site elsewhere: to real servers, in an order that is right at every moment, and again after a break."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from servers import GEBRUIKER, WACHTWOORD, Storing, sftp_server, webdav_server
from sitehulp import JANUARI, MAART, build, make_editie, make_publicatie
from test_paginas import broken_links
from test_plaatsing import files_of

from pipeline.publicatie.brengen import Inloggegevens, bring_site, make_pakket, open_doel, parse_doel, plan_stappen
from pipeline.publicatie.brengen.doelen import Doel, DoelError
from pipeline.publicatie.editie import Intrekking, Publicatie
from pipeline.publicatie.inhoudslijst import INHOUDSLIJST, Inhoudslijst, list_inhoud
from pipeline.publicatie.plaatsing import place_site
from pipeline.publicatie.site import Site

ALLES = make_publicatie()
EERST = replace(ALLES, edities=ALLES.edities[:1], tafels=ALLES.tafels[:1])
GEHEIM = "Dhr. Geheim uit Voorbeeldstad was erbij."
GELEKT = replace(ALLES, edities=(make_editie(tekst=GEHEIM), *ALLES.edities[1:]))
TERUG = Intrekking("vrt", JANUARI, date(2026, 5, 2), "Er stond een naam in.")
STUK_TERUG = replace(TERUG, stuk="Notitie plekken.pdf")
OVERGANGEN = {
    "een eerste keer": (None, ALLES),
    "een vergadering en een tafel erbij": (EERST, ALLES),
    "een vergadering minder": (ALLES, EERST),
    "het verslag ingetrokken": (GELEKT, replace(GELEKT, intrekkingen=(*ALLES.intrekkingen, TERUG))),
    "een stuk ingetrokken": (ALLES, replace(ALLES, intrekkingen=(*ALLES.intrekkingen, STUK_TERUG))),
    "ingetrokken en iets nieuws": (
        replace(GELEKT, edities=GELEKT.edities[:1]),
        replace(GELEKT, intrekkingen=(*ALLES.intrekkingen, TERUG)),
    ),
}


def make_site(publicatie: Publicatie | None) -> Site:
    return build(publicatie) if publicatie else Site({})


@dataclass
class Plek:
    """A real server with an empty folder, and how to reach it."""

    map: Path
    storing: Storing
    verbind: Callable[[], Doel]


@pytest.fixture(params=["map", "sftp", "webdav"])
def plek(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Plek]:
    root, storing = tmp_path / "server", Storing()
    root.mkdir()
    hosts = tmp_path / "known_hosts"

    def verbind(adres: str) -> Doel:
        plaats, meldingen = parse_doel(adres)
        assert plaats and not meldingen
        return open_doel(plaats, Inloggegevens(WACHTWOORD, bekende_servers=str(hosts) if hosts.exists() else ""))

    if request.param == "map":
        yield Plek(root, storing, lambda: verbind(str(root)))
    elif request.param == "sftp":
        with sftp_server(root, hosts, storing) as port:
            yield Plek(root, storing, lambda: verbind(f"sftp://{GEBRUIKER}@127.0.0.1:{port}/"))
    else:
        with webdav_server(root, storing) as port:
            yield Plek(root, storing, lambda: verbind(f"http://{GEBRUIKER}@127.0.0.1:{port}/"))


def bring(site: Site, plek: Plek, tmp_path: Path):
    folder = tmp_path / "site"
    assert place_site(site, folder)[0]
    doel = plek.verbind()
    try:
        return bring_site(folder, doel)
    finally:
        doel.close()


def test_the_site_arrives_whole(plek, site, tmp_path):
    overbrenging, meldingen = bring(site, plek, tmp_path)
    assert meldingen == () and overbrenging.is_klaar
    found = files_of(plek.map)
    assert found.pop(INHOUDSLIJST)
    assert found == site.bestanden


def test_a_second_time_only_changes_go_and_what_is_gone_goes(plek, site, tmp_path):
    bring(site, plek, tmp_path)
    smaller = make_site(EERST)
    overbrenging, meldingen = bring(smaller, plek, tmp_path)
    assert meldingen == ()
    assert len(overbrenging.gedaan) < len(smaller.bestanden)
    found = files_of(plek.map)
    found.pop(INHOUDSLIJST)
    assert found == smaller.bestanden
    assert bring(smaller, plek, tmp_path)[0].gedaan == ()


def test_files_of_others_on_the_server_stay(plek, site, tmp_path):
    (plek.map / "van-een-ander.txt").write_bytes(b"blijft")
    bring(site, plek, tmp_path)
    bring(make_site(EERST), plek, tmp_path)
    assert (plek.map / "van-een-ander.txt").read_bytes() == b"blijft"


@pytest.mark.parametrize("plek", ["sftp", "webdav"], indirect=True)
def test_after_a_broken_connection_a_second_try_finishes(plek, site, tmp_path):
    plek.storing.na = 24
    overbrenging, meldingen = bring(site, plek, tmp_path)
    assert not overbrenging.is_klaar
    assert [m.code for m in meldingen] == ["plaatsen-mislukt"]
    assert not (plek.map / "index.html").exists()
    plek.storing.na = None
    plek.storing.geschreven.clear()
    overbrenging, meldingen = bring(site, plek, tmp_path)
    assert meldingen == () and overbrenging.is_klaar
    assert len(overbrenging.gedaan) < len(site.bestanden)
    found = files_of(plek.map)
    found.pop(INHOUDSLIJST)
    assert found == site.bestanden


@pytest.mark.parametrize("plek", ["sftp"], indirect=True)
def test_an_old_server_that_cannot_replace_in_one_moment_gets_the_site_too(plek, site, tmp_path):
    plek.storing.oud = True
    bring(make_site(EERST), plek, tmp_path)
    _, meldingen = bring(site, plek, tmp_path)
    found = files_of(plek.map)
    found.pop(INHOUDSLIJST)
    assert meldingen == () and found == site.bestanden


@pytest.mark.parametrize("overgang", OVERGANGEN)
def test_after_every_step_no_link_that_a_visitor_can_follow_is_broken(overgang):
    before, after = (make_site(p) for p in OVERGANGEN[overgang])
    there = dict(before.bestanden)
    for step in plan_stappen(_list(before), _list(after)):
        if step.soort == "schrijf":
            there[step.pad] = after.bestanden[step.pad]
        else:
            del there[step.pad]
        assert _visible_breaks(there) == [], step
    assert there == after.bestanden


def test_what_is_taken_back_is_gone_before_anything_new_appears():
    before, after = (make_site(p) for p in OVERGANGEN["ingetrokken en iets nieuws"])
    assert _holders(before.bestanden)
    there, new = dict(before.bestanden), f"vrt/{MAART}/"
    for step in plan_stappen(_list(before), _list(after)):
        if step.pad.startswith(new):
            assert not _holders(there)
            break
        if step.soort == "schrijf":
            there[step.pad] = after.bestanden[step.pad]
        else:
            del there[step.pad]
    else:
        pytest.fail("nothing new was brought")


def _holders(files: dict[str, bytes]) -> list[str]:
    """The files that hold the words, also in the packed search index."""
    import gzip

    plain = {p: gzip.decompress(c) if c[:2] == b"\x1f\x8b" else c for p, c in files.items()}
    return [p for p, c in plain.items() if GEHEIM.encode() in c or b"geheim" in c]


def _list(site: Site) -> Inhoudslijst:
    return list_inhoud(site.bestanden, site.ingetrokken)


def _visible_breaks(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Broken links on pages that can be reached from the front page."""
    import posixpath

    from test_paginas import links_of

    if "index.html" not in files:
        return []
    seen, waiting = set(), ["index.html"]
    while waiting:
        pad = waiting.pop()
        if pad in seen or pad not in files or not pad.endswith(".html"):
            continue
        seen.add(pad)
        for link in links_of(files[pad]).links:
            if ":" not in link and not link.startswith("#"):
                waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(pad), link.partition("#")[0])))
    return [found for found in broken_links(files) if found[0] in seen]


def test_a_server_that_is_not_known_is_not_trusted(tmp_path):
    with sftp_server(tmp_path, tmp_path / "hosts", Storing()) as port:
        plaats, _ = parse_doel(f"sftp://{GEBRUIKER}@127.0.0.1:{port}/")
        assert plaats is not None
        with pytest.raises(DoelError, match="nog niet bekend"):
            open_doel(plaats, Inloggegevens(WACHTWOORD))


def test_a_wrong_password_is_said_in_dutch(tmp_path):
    with sftp_server(tmp_path, tmp_path / "hosts", Storing()) as port:
        plaats, _ = parse_doel(f"sftp://{GEBRUIKER}@127.0.0.1:{port}/")
        assert plaats is not None
        with pytest.raises(DoelError, match="weigert de aanmelding"):
            open_doel(plaats, Inloggegevens("fout", bekende_servers=str(tmp_path / "hosts")))


def test_a_wrong_password_for_webdav_is_said_in_dutch(tmp_path, sitemap_folder):
    with webdav_server(tmp_path, Storing()) as port:
        plaats, _ = parse_doel(f"http://{GEBRUIKER}@127.0.0.1:{port}/")
        assert plaats is not None
        _, meldingen = bring_site(sitemap_folder, open_doel(plaats, Inloggegevens("fout")))
    assert "weigert de aanmelding" in meldingen[0].tekst


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("http://server.nl/map", "niet beveiligd"),
        ("ftp://server.nl/map", "soort adres"),
        ("sftp://", "soort adres"),
        ("https://u:geheim@server.nl/", "geen wachtwoord in het adres"),
        ("https://server.nl:poort/", "geen geldig adres"),
    ],
)
def test_a_target_that_cannot_be_is_refused_with_the_reason(tekst, reden):
    plaats, meldingen = parse_doel(tekst)
    assert plaats is None
    assert [m.code for m in meldingen] == ["plaatsen-doel"] and reden in meldingen[0].tekst
    assert "geheim" not in meldingen[0].tekst


def test_a_windows_path_is_a_folder():
    plaats, _ = parse_doel("C:\\site")
    assert plaats is not None and plaats.soort == "map"


def test_a_folder_without_a_site_is_refused(tmp_path):
    _, meldingen = bring_site(tmp_path, open_doel(parse_doel(str(tmp_path / "doel"))[0]))
    assert [m.code for m in meldingen] == ["plaatsen-doel"]


def test_a_site_that_was_changed_by_hand_is_not_brought(site, tmp_path):
    folder = tmp_path / "site"
    place_site(site, folder)
    (folder / "index.html").write_text("met de hand")
    _, meldingen = bring_site(folder, open_doel(parse_doel(str(tmp_path / "doel"))[0]))
    assert "index.html is na het publiceren veranderd" in meldingen[0].tekst


def test_the_package_holds_the_site_and_says_what_to_do(site):
    data = make_pakket(site.bestanden, ("vrt/2026-03-13/index.html",), ("oud/index.html",))
    archive = zipfile.ZipFile(BytesIO(data))
    assert {n.removeprefix("site/") for n in archive.namelist()} - {"LEES-MIJ.txt"} == set(site.bestanden)
    text = archive.read("LEES-MIJ.txt").decode("utf-8-sig")
    assert "vrt/2026-03-13/index.html" in text and "oud/index.html" in text
    assert make_pakket(site.bestanden, ("vrt/2026-03-13/index.html",), ("oud/index.html",)) == data


def test_a_place_that_holds_the_site_of_somebody_else_is_left_alone(plek, site, tmp_path):
    (plek.map / "index.html").write_bytes(b"een andere site")
    overbrenging, meldingen = bring(site, plek, tmp_path)
    assert ([m.code for m in meldingen], overbrenging.is_klaar) == (["site-vreemd"], False)
    assert files_of(plek.map) == {"index.html": b"een andere site"}
