"""The pages as files: what is in them, where they lead, and what never gets in."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from sitehulp import DECEMBER, JANUARI, ORGANISATIE, TAFEL, build, make_editie

from pipeline.model import Alinea, VerslagPunt
from pipeline.publicatie.adressen import web_naam, web_namen
from pipeline.publicatie.editie import Intrekking, Publicatie, PubliekStuk
from pipeline.publicatie.site import build_site
from pipeline.publicatie.site.opmaak import Weblijst, nest_blokken


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src", "action") if found.get(name)]
        self.ids |= {found["id"]} if found.get("id") else set()


def links_of(html: bytes) -> _Links:
    parser = _Links()
    parser.feed(html.decode())
    return parser


def broken_links(bestanden: dict[str, bytes]) -> list[tuple[str, str]]:
    """Every link within the site that leads nowhere."""
    found = []
    for pad, content in bestanden.items():
        if not pad.endswith(".html"):
            continue
        for link in links_of(content).links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(pad), parts.path)) if parts.path else pad
            if target not in bestanden or (parts.fragment and parts.fragment not in links_of(bestanden[target]).ids):
                found.append((pad, link))
    return found


def page(site, pad: str) -> str:
    return site.bestanden[pad].decode()


def test_every_link_of_every_page_leads_somewhere(site):
    assert broken_links(site.bestanden) == []


def test_the_minutes_are_real_html_with_nested_lists_tables_and_headings(site):
    html = page(site, "vrt/2026-01-23/index.html")
    assert "<h4>Stand van zaken</h4>" in html
    assert re.search(r"<li>Er komt een <a class=\"markering\" href=\"#A1\">\[A1\]</a>.*?<ul>\s*<li>met een vervolg",
                     html, re.DOTALL)  # fmt: skip
    assert '<th scope="col">Gemeente</th>' in html


def test_a_download_shows_its_kind_and_size(site):
    assert "(PDF, 90 kB)" in page(site, "vrt/2026-01-23/index.html")


def test_a_paper_stands_with_its_own_agenda_item(site):
    agenda = page(site, "vrt/2026-01-23/index.html").partition('id="agenda"')[2].partition("</section>")[0]
    assert 'href="notitie-plekken.pdf"' in agenda


def test_text_that_looks_like_html_stays_text():
    site = build(Publicatie((make_editie(tekst="<script>alert(1)</script> & {{ 7*7 }} </title>"),)))
    html = page(site, "vrt/2026-01-23/index.html")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}" in html


def test_what_is_not_adopted_is_not_published():
    editie = make_editie()
    concept = replace(editie, verslag=replace(editie.verslag, status="concept"))
    site, meldingen = build_site(ORGANISATIE, Publicatie((concept,)))
    assert site is None
    assert [m.code for m in meldingen] == ["niet-vastgesteld"]


def test_the_action_list_is_absent_where_the_table_does_not_publish_it():
    site = build(Publicatie((replace(make_editie(), actielijst=None),)))
    assert "Plekken zoeken" not in page(site, "vrt/2026-01-23/index.html")
    assert broken_links(site.bestanden) == []


def test_withdrawn_minutes_leave_a_page_that_says_so_and_nothing_else(publicatie):
    reason = "Er stond een naam in die er niet hoort."
    withdrawn = replace(publicatie, intrekkingen=(Intrekking("vrt", JANUARI, date(2026, 5, 2), reason),))
    site = build(withdrawn)
    own = [pad for pad in site.bestanden if pad.startswith("vrt/2026-01-23/")]
    assert own == ["vrt/2026-01-23/index.html"]
    assert reason in page(site, own[0])
    assert "ingetrokken op 2 mei 2026" in page(site, own[0])
    assert broken_links(site.bestanden) == []


def test_a_withdrawn_paper_is_named_with_the_reason_and_is_not_there(publicatie):
    taken = Intrekking("vrt", JANUARI, date(2026, 5, 2), "Auteursrecht.", "Notitie plekken.pdf")
    site = build(replace(publicatie, intrekkingen=(taken,)))
    assert "vrt/2026-01-23/notitie-plekken.pdf" not in site.bestanden
    assert "Notitie plekken.pdf: ingetrokken op 2 mei 2026. Reden: Auteursrecht." in page(
        site, "vrt/2026-01-23/index.html"
    )


def test_a_paper_keeps_its_address_when_one_of_the_same_name_is_withdrawn():
    two = (PubliekStuk("Notitie.pdf", "Een", "bijlage", b"1"), PubliekStuk("notitie.PDF", "Twee", "bijlage", b"2"))
    taken = Intrekking("vrt", JANUARI, date(2026, 5, 2), "Fout.", "Notitie.pdf")
    site = build(Publicatie((replace(make_editie(), stukken=two),), (taken,)))
    assert site.bestanden["vrt/2026-01-23/notitie-2.pdf"] == b"2"


def test_the_archive_lists_years_and_keeps_a_withdrawn_meeting(site):
    assert "archief/2026.html" in site.bestanden
    assert f"vrt/{DECEMBER}/index.html" in page(site, "archief/2025.html")


def test_the_page_of_a_table_shows_the_meetings_to_come_and_its_calendar(site):
    html = page(site, "vrt/index.html")
    assert "vrijdag 12 juni 2026, 9:30 uur, Provinciehuis" in html
    assert 'href="vergaderingen.ics"' in html


def test_the_same_edition_gives_the_same_bytes(publicatie, site):
    assert build(publicatie).bestanden == site.bestanden


def test_the_files_of_the_program_are_the_same_whatever_is_published(site):
    other = build(Publicatie((make_editie(tekst="Heel andere woorden over iets anders."),)))
    assert site.programma == other.programma
    assert {p: site.bestanden[p] for p in site.programma} == {p: other.bestanden[p] for p in other.programma}
    assert {p.rpartition(".")[2] for p in site.programma} == {"css", "js", "pagefind"}
    assert not any(p.endswith((".html", "_fragment", "_index", "_meta", ".json")) for p in site.programma)


def test_making_a_site_writes_nothing(publicatie, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    build(publicatie)
    assert list(tmp_path.iterdir()) == []


def test_without_an_address_there_is_a_warning_and_nothing_with_full_addresses(publicatie):
    plain = replace(ORGANISATIE, publicatie=replace(ORGANISATIE.publicatie, adres=""))
    site, meldingen = build_site(plain, publicatie)
    assert [m.code for m in meldingen] == ["geen-siteadres"]
    assert not {"feed.xml", "sitemap.xml"} & set(site.bestanden)
    assert broken_links(site.bestanden) == []


@pytest.mark.parametrize("adres", ["javascript:alert(1)", "https://", "verslagen.voorbeeld.nl", "https://a.nl/?x"])
def test_an_address_that_is_none_is_not_used(publicatie, adres):
    bad = replace(ORGANISATIE, publicatie=replace(ORGANISATIE.publicatie, adres=adres))
    _, meldingen = build_site(bad, publicatie)
    assert [m.code for m in meldingen] == ["geen-siteadres"]


def test_a_site_without_any_minutes_is_still_a_site():
    site = build(Publicatie(tafels=(TAFEL,)))
    assert "nog geen verslag gepubliceerd" in page(site, "index.html")
    assert "zoeken.html" not in site.bestanden
    assert broken_links(site.bestanden) == []


def test_every_page_states_its_language_and_has_one_first_heading(site):
    for pad, content in site.bestanden.items():
        if pad.endswith(".html"):
            assert b'<html lang="nl">' in content
            assert len(re.findall(rb"<h1[ >]", content)) == 1, pad


@pytest.mark.parametrize(
    ("naam", "web"),
    [
        ("2026-01-23 Verslag PRT.pdf", "2026-01-23-verslag-prt.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("Reünie & één.docx", "reunie-een.docx"),
        ("日本", "document"),
    ],
)
def test_a_file_gets_a_name_that_needs_no_escaping(naam, web):
    assert web_naam(naam) == web


def test_no_two_files_get_the_same_address():
    assert web_namen(["a.pdf", "A.pdf", "index.html"]) == ("a.pdf", "a-2.pdf", "index-2.html")


def test_a_list_that_starts_deep_keeps_all_its_items():
    found = nest_blokken((Alinea("diep", "opsomming", 2), Alinea("hoog", "opsomming", 0), Alinea("1", "nummering")))
    assert all(isinstance(part, Weblijst) for part in found)
    assert [item.tekst for part in found for item in part.items] == ["diep", "hoog", "1"]


def test_numbered_items_keep_their_own_numbers():
    punt = VerslagPunt("X", "1", (Alinea("drie", "nummering", 0, "3."), Alinea("vier", "nummering", 0, "4.")))
    editie = make_editie()
    site = build(Publicatie((replace(editie, verslag=replace(editie.verslag, punten=(punt,))),)))
    assert '<li value="3">drie' in page(site, "vrt/2026-01-23/index.html")


def test_links_survive_under_any_address():
    assert (
        urljoin("https://x.nl/diep/vrt/index.html", "../archief/index.html") == "https://x.nl/diep/archief/index.html"
    )
