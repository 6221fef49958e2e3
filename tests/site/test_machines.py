"""What machines read: JSON by the ORI model, schema.org, the Woo sitemap, the feed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree
from ruamel.yaml import YAML
from sitehulp import JANUARI, ORGANISATIE, build, make_editie

from pipeline.publicatie.editie import Intrekking, Publicatie

NORM = Path(__file__).parents[3] / "shared" / "normen" / "ori-vng-2.0.0-beta.4.openapi.yaml"
SCHEMAS = {
    "agendapunten": "Agendapunt",
    "informatieobjecten": "InformatieObject",
    "aanwezigeDeelnemers": "AanwezigeDeelnemer",
    "natuurlijkePersonen": "NatuurlijkPersoon",
    "besluiten": "Besluit",
}
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "d": "https://standaarden.overheid.nl/diwoo/metadata/",
    "a": "http://www.w3.org/2005/Atom",
}
ADRES = "https://verslagen.voorbeeld.nl/"
TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"


@pytest.fixture(scope="module")
def ori(site) -> dict[str, Any]:
    return json.loads(site.bestanden["vrt/2026-01-23/vergadering.json"])


@pytest.fixture(scope="module")
def woo(site) -> etree._Element:
    return etree.fromstring(site.bestanden["woo/sitemap-diwoo-infocat008-1.xml"])


def openapi() -> dict[str, Any]:
    return YAML(typ="safe").load(NORM.read_text(encoding="utf-8"))


def validator(spec: dict[str, Any], naam: str) -> Draft4Validator:
    """OpenAPI 3.0 is JSON Schema draft 4 save that null is allowed by ``nullable``, which our objects never use."""
    schema = {"$ref": f"#/components/schemas/{naam}", "components": spec["components"]}
    return Draft4Validator(schema, format_checker=FormatChecker())


@pytest.mark.shared
def test_every_object_is_valid_by_the_schema_of_the_standard(site):
    spec = openapi()
    checked = 0
    for pad, content in site.bestanden.items():
        if not pad.endswith("vergadering.json"):
            continue
        ori = json.loads(content)
        validator(spec, "Vergadering").validate(ori["vergadering"])
        for key, naam in SCHEMAS.items():
            for found in ori[key]:
                validator(spec, naam).validate(found)
                checked += 1
    assert checked > 15


@pytest.mark.shared
def test_every_field_is_one_the_standard_has(ori):
    spec = openapi()["components"]["schemas"]
    for key, naam in {"vergadering": "Vergadering", **SCHEMAS}.items():
        for found in ori[key] if isinstance(ori[key], list) else [ori[key]]:
            assert set(found) <= set(spec[naam]["properties"]), naam


@pytest.mark.shared
def test_long_texts_are_cut_to_what_the_standard_allows():
    long = replace(make_editie(), tafel=replace(make_editie().tafel, naam="Regietafel " * 30))
    besluit = replace(long.verslag.besluiten[0], tekst="Akkoord met alles. " * 60)
    site = build(Publicatie((replace(long, verslag=replace(long.verslag, besluiten=(besluit,))),)))
    ori = json.loads(site.bestanden["vrt/2026-01-23/vergadering.json"])
    spec = openapi()
    validator(spec, "Vergadering").validate(ori["vergadering"])
    validator(spec, "Besluit").validate(ori["besluiten"][0])


def test_every_reference_leads_to_an_object_in_the_file(ori):
    objects = {found["url"] for key in SCHEMAS for found in ori[key]} | {ori["vergadering"]["url"]}
    text = json.dumps(ori)
    assert set(re.findall(r'"(https://[^"]*#[^"]*)"', text)) <= objects


def test_the_times_are_those_of_amsterdam(ori):
    assert ori["vergadering"]["aanvangVergadering"] == "2026-01-23T09:30:00+01:00"
    assert ori["vergadering"]["eindeVergadering"] == "2026-01-23T11:00:00+01:00"


def test_only_who_is_named_is_a_person(ori):
    assert [p["naamNatuurlijkPersoon"]["achternaam"] for p in ori["natuurlijkePersonen"]] == ["Voorbeeld"]
    assert ori["aanwezigeDeelnemers"][0]["rolnaam"] == "voorzitter"


def test_identities_stay_when_the_site_is_made_again(site, ori):
    again = json.loads(build(Publicatie((make_editie(),))).bestanden["vrt/2026-01-23/vergadering.json"])
    assert again["vergadering"]["id"] == ori["vergadering"]["id"]


def test_a_page_says_in_schema_org_what_it_is(site):
    html = site.bestanden["vrt/2026-01-23/index.html"].decode()
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    assert [f["@type"] for f in found] == ["Event", "Dataset"]
    assert found[0]["startDate"] == "2026-01-23T09:30:00+01:00"
    files = {d["contentUrl"] for d in found[1]["distribution"]}
    assert f"{ADRES}vrt/2026-01-23/2026-01-23-verslag-vrt.pdf" in files
    assert all(url.removeprefix(ADRES) in site.bestanden for url in files)


def test_the_woo_sitemap_lists_every_document_with_what_the_standard_requires(site, woo):
    documents = woo.findall("s:url", NS)
    files = [p for p in site.bestanden if p.endswith(".pdf")]
    assert sorted(d.findtext("s:loc", None, NS).removeprefix(ADRES) for d in documents) == sorted(files)
    for document in documents:
        metadata = document.find("d:Document/d:DiWoo", NS)
        assert metadata.find("d:publisher", NS).get("resource") == ORGANISATIE.publicatie.uitgever
        assert metadata.findtext("d:titelcollectie/d:officieleTitel", None, NS)
        category = metadata.find("d:classificatiecollectie/d:informatiecategorieen/d:informatiecategorie", NS)
        assert category.get("resource") == f"{TOOI}c_db4862c3"
        handling = metadata.find("d:documenthandelingen/d:documenthandeling", NS)
        assert handling.find("d:soortHandeling", NS).get("resource") in (f"{TOOI}c_641ecd76", f"{TOOI}c_dfcee535")
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00", handling.findtext("d:atTime", None, NS))


def test_minutes_are_minutes_and_papers_are_papers_in_the_woo_sitemap(woo):
    kinds = {
        url.findtext("s:loc", None, NS).rpartition("/")[2]: url.find(".//d:documentsoort", NS).get("resource")
        for url in woo.findall("s:url", NS)
    }
    assert kinds["2026-01-23-verslag-vrt.pdf"] == f"{TOOI}c_42e406dd"
    assert kinds["notitie-plekken.pdf"] == f"{TOOI}c_7f9dffa7"


def test_the_lists_are_found_through_robots_and_the_index(site):
    robots = site.bestanden["robots.txt"].decode()
    assert f"Sitemap: {ADRES}woo/sitemapindex-diwoo-infocat008.xml" in robots
    index = etree.fromstring(site.bestanden["woo/sitemapindex-diwoo-infocat008.xml"])
    assert [e.text for e in index.findall("s:sitemap/s:loc", NS)] == [f"{ADRES}woo/sitemap-diwoo-infocat008-1.xml"]


def test_publisher_and_category_come_from_the_configuration(publicatie):
    plaats = replace(ORGANISATIE.publicatie, uitgever="https://identifier.overheid.nl/x", categorie="c_anders")
    site = build(publicatie, replace(ORGANISATIE, publicatie=plaats))
    text = site.bestanden["woo/sitemap-diwoo-categorie-1.xml"].decode()
    assert "https://identifier.overheid.nl/x" in text and f"{TOOI}c_anders" in text


def test_without_a_publisher_there_is_no_woo_sitemap(publicatie):
    site = build(publicatie, replace(ORGANISATIE, publicatie=replace(ORGANISATIE.publicatie, uitgever="")))
    assert not any(p.startswith("woo/") for p in site.bestanden)


def test_the_feed_gives_the_newest_first_and_says_what_was_taken_back(publicatie):
    taken = Intrekking("vrt", JANUARI, date(2026, 5, 9), "Fout.")
    feed = etree.fromstring(build(replace(publicatie, intrekkingen=(taken,))).bestanden["feed.xml"])
    first = feed.find("a:entry", NS)
    assert first.findtext("a:title", None, NS) == "Ingetrokken: Vergadering VRT van 23 januari 2026"
    assert feed.findtext("a:updated", None, NS) == "2026-05-09T00:00:00+02:00"
    assert {e.tag.rpartition("}")[2] for e in feed} == {"title", "id", "updated", "author", "link", "entry"}


def test_characters_with_a_meaning_in_xml_stay_characters():
    tafel = replace(make_editie().tafel, naam='A & B <"C">', korte_naam='A & B <"C">')
    site = build(Publicatie((make_editie(tafel=tafel),)))
    for pad in ("feed.xml", "woo/sitemap-diwoo-infocat008-1.xml"):
        assert 'A & B <"C">' in "".join(etree.fromstring(site.bestanden[pad]).itertext())
