"""A site in a folder: the whole new one or the old one, and nobody else's files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sitehulp import build, make_publicatie

from pipeline.publicatie.editie import Publicatie
from pipeline.publicatie.inhoudslijst import INHOUDSLIJST, is_inside, read_inhoudslijst
from pipeline.publicatie.plaatsing import place_site
from pipeline.publicatie.site import Site


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def old(publicatie: Publicatie) -> Site:
    return build(replace(publicatie, edities=publicatie.edities[:1]))


def test_the_folder_holds_the_site_and_the_list_of_its_files(site, tmp_path):
    place_site(site, tmp_path / "site")
    found = files_of(tmp_path / "site")
    lijst = read_inhoudslijst(found.pop(INHOUDSLIJST))
    assert found == site.bestanden
    assert lijst is not None and set(lijst.bestanden) == set(found)
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]


def test_only_what_changed_is_written(old, site, tmp_path):
    folder = tmp_path / "site"
    place_site(old, folder)
    before = {p: (folder / p).stat().st_mtime_ns for p in old.bestanden}
    plaatsing, _ = place_site(site, folder)
    same = {p for p, content in old.bestanden.items() if site.bestanden.get(p) == content}
    assert len(same) > 5
    assert {p: (folder / p).stat().st_mtime_ns for p in same} == {p: before[p] for p in same}
    assert plaatsing is not None and plaatsing.gebleven == len(same)
    assert "vrt/2026-03-13/index.html" in plaatsing.geschreven


def test_nothing_is_touched_when_nothing_changed(site, tmp_path):
    folder = tmp_path / "site"
    place_site(site, folder)
    inode = folder.stat().st_ino
    plaatsing, _ = place_site(site, folder)
    assert folder.stat().st_ino == inode
    assert plaatsing is not None and (plaatsing.geschreven, plaatsing.verwijderd) == ((), ())


def test_what_is_no_longer_published_is_gone(old, site, tmp_path):
    folder = tmp_path / "site"
    place_site(site, folder)
    plaatsing, _ = place_site(old, folder)
    assert plaatsing is not None and "vrt/2026-03-13/index.html" in plaatsing.verwijderd
    assert not (folder / "vrt/2026-03-13").exists()


def test_a_folder_with_something_of_somebody_else_is_left_alone(site, tmp_path):
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "brief.docx").write_bytes(b"van mij")
    plaatsing, meldingen = place_site(site, folder)
    assert plaatsing is None
    assert [m.code for m in meldingen] == ["site-vreemd"] and "brief.docx" in meldingen[0].tekst
    assert files_of(folder) == {"brief.docx": b"van mij"}


def test_a_file_that_somebody_added_to_the_site_stops_the_next_one(site, old, tmp_path):
    folder = tmp_path / "site"
    place_site(old, folder)
    (folder / "extra.html").write_bytes(b"van mij")
    assert place_site(site, folder)[0] is None
    assert (folder / "extra.html").read_bytes() == b"van mij"


def test_a_disk_that_fails_half_way_leaves_the_old_site(site, old, tmp_path, monkeypatch):
    folder = tmp_path / "site"
    place_site(old, folder)
    before = files_of(folder)
    real, count = Path.open, iter(range(10**6))

    def open_(path, *args, **kwargs):
        if ".site.nieuw" in str(path) and next(count) == 5:
            raise OSError(28, "No space left on device")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_)
    plaatsing, meldingen = place_site(site, folder)
    assert plaatsing is None
    assert [m.code for m in meldingen] == ["site-verstoord"]
    assert files_of(folder) == before


def test_a_call_that_was_cut_off_between_the_two_names_is_put_right(site, old, tmp_path):
    folder = tmp_path / "site"
    place_site(old, folder)
    folder.rename(tmp_path / ".site.oud")
    (tmp_path / ".site.nieuw" / "half").mkdir(parents=True)
    plaatsing, _ = place_site(site, folder)
    assert plaatsing is not None and plaatsing.gebleven > 5
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


@pytest.mark.parametrize("pad", ["../buiten", "/etc/passwd", "a/../../b", "C:\\x", "", "a\0b"])
def test_a_list_that_points_outside_the_site_is_not_ours(pad):
    assert not is_inside(pad)
    assert read_inhoudslijst(b'{"bestanden": {"%s": "x"}}' % pad.encode("unicode_escape")) is None


@pytest.mark.parametrize("data", [None, b"", b"[]", b"{", b'{"bestanden": []}', b'{"bestanden": {"a": 1}}', b"\xff"])
def test_a_damaged_list_is_no_list(data):
    assert read_inhoudslijst(data) is None


def test_the_withdrawn_meetings_are_remembered(tmp_path):
    place_site(build(make_publicatie()), tmp_path / "site")
    lijst = read_inhoudslijst((tmp_path / "site" / INHOUDSLIJST).read_bytes())
    assert lijst is not None and lijst.ingetrokken == ("vrt/2025-12-12",)
