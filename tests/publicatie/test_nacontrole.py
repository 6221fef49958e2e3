"""The last look finds a name wherever in a file it stands, and lets through what has none."""

from __future__ import annotations

import gzip
import json

import pytest
from bestandenhulp import IN_PDF, IN_WORD, pdf_with, word_with
from kennishulp import kennis
from ziphulp import zipped

from pipeline.publicatie.nacontrole import check_bestanden, find_resten

NAAM = "Voorbeeldsma"


def codes(naam: str, inhoud: bytes) -> set[str]:
    return {m.code for m in check_bestanden({naam: inhoud}, kennis())}


@pytest.mark.parametrize("plek", IN_WORD)
def test_a_name_in_a_word_file_is_found(plek):
    assert codes("verslag.docx", word_with(NAAM, plek)) == {"naam-gelekt"}


@pytest.mark.parametrize("plek", IN_WORD)
def test_a_word_file_without_a_name_passes(plek):
    assert codes("verslag.docx", word_with("Stukken", plek)) == set()


@pytest.mark.parametrize("plek", IN_PDF)
def test_a_name_in_a_pdf_is_found(plek):
    assert codes("verslag.pdf", pdf_with(NAAM, plek)) == {"naam-gelekt"}


@pytest.mark.parametrize("plek", IN_PDF)
def test_a_pdf_without_a_name_passes(plek):
    assert codes("verslag.pdf", pdf_with("Stukken", plek)) == set()


FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Verslag</title><summary>{}</summary></entry></feed>'
IN_SITE = {
    "a page": ("index.html", "<!doctype html><html><body><p>{}</p></body></html>"),
    "a page, cut by markup": ("index.html", "<!doctype html><html><body><p>Voor<b>beeldsma</b>{}</p></body></html>"),
    "a page, as entities": ("index.html", "<!doctype html><html><body><p>&#86;oorbeeldsma{}</p></body></html>"),
    "the title of a page": ("index.html", "<!doctype html><html><head><title>{}</title></head><body></body></html>"),
    "a link": ("index.html", '<!doctype html><html><body><a href="/{}.pdf">stuk</a></body></html>'),
    "alt text": ("index.html", '<!doctype html><html><body><img src="a.png" alt="{}"></body></html>'),
    "a comment": ("index.html", "<!doctype html><html><body><!-- {} --></body></html>"),
    "data in a page": (
        "index.html",
        '<!doctype html><html><body><script type="application/ld+json">{{"name": "{}"}}</script></body></html>',
    ),
    "json": ("data.json", '{{"a": [{{"b": "{}"}}]}}'),
    "a key of json": ("data.json", '{{"{}": 1}}'),
    "escaped json": ("data.json", '{{"a": "\\u0056oorbeeldsma{}"}}'),
    "a feed": ("feed.xml", FEED),
    "a sitemap": ("sitemap.xml", "<urlset><url><loc>https://x.example/{}/</loc></url></urlset>"),
    "a calendar": ("agenda.ics", "BEGIN:VCALENDAR\nSUMMARY:{}\nEND:VCALENDAR"),
    "plain text": ("leesmij.txt", "Zie {}."),
    "a script": ("zoek.js", "const x = '{}';"),
}


@pytest.mark.parametrize("plek", IN_SITE)
def test_a_name_in_a_site_is_found(plek):
    naam, inhoud = IN_SITE[plek]
    planted = "" if "oorbeeldsma" in inhoud or "beeldsma" in inhoud else NAAM
    assert codes(naam, inhoud.format(planted).encode()) == {"naam-gelekt"}


def test_a_name_in_the_search_index_is_found():
    fragment = gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"Mevrouw {NAAM} vraagt iets."}).encode())
    assert codes("pagefind/fragment/nl_1.pf_fragment", fragment) == {"naam-gelekt"}


def test_a_name_in_the_name_of_a_file_is_found():
    assert codes("stukken/notitie-voorbeeldsma.pdf", pdf_with("Stukken", "metadata")) == {"naam-gelekt"}
    assert codes("stukken/notitie%20Voorbeeldsma.txt", b"x") == {"naam-gelekt"}


def test_a_name_in_a_zip_in_a_zip_is_found():
    inner = zipped({"a.txt": f"mevrouw {NAAM}"})
    assert codes("pakket.zip", zipped({"b.zip": inner})) == {"naam-gelekt"}


@pytest.mark.parametrize("naam", ["k.quast@coa.example", "06-12345678", "VOORBEELDSMA", "Voorbeelsma", "Kim Proefveld"])
def test_addresses_numbers_and_other_forms_are_found(naam):
    assert codes("verslag.docx", word_with(f"Mail {naam} vandaag", "text")) == {"naam-gelekt"}


def test_who_may_be_named_is_no_leak():
    assert codes("verslag.docx", word_with("De heer Testman vraagt iets.", "text")) == set()


@pytest.mark.parametrize("inhoud", [b"PK\x03\x04 kapot", b"%PDF-1.7 kapot"])
def test_a_file_that_cannot_be_read_is_not_published(inhoud):
    assert codes("stuk.docx", inhoud) == {"publicatie-onleesbaar"}


def test_a_pdf_with_a_password_is_not_published():
    import io

    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert codes("stuk.pdf", out.getvalue()) == {"publicatie-onleesbaar"}


def test_a_maker_who_is_no_organisation_is_found_though_on_no_list():
    word = word_with("Piet Krokant", "creator")
    found = check_bestanden({"verslag.docx": word}, kennis(), frozenset({"Provincie Voorbeeld"}))
    assert [m.code for m in found] == ["naam-gelekt"]
    ours = word_with("Provincie Voorbeeld", "creator")
    assert check_bestanden({"verslag.docx": ours}, kennis(), frozenset({"Provincie Voorbeeld"})) == ()


def test_a_leak_says_in_which_part_of_which_file_it_stands():
    (rest,) = set(find_resten("verslag.docx", word_with(NAAM, "footnote"), kennis()))
    assert rest.bestand == "verslag.docx"
    assert "footnotes.xml" in rest.plek
    assert rest.tekst == NAAM


def test_letters_that_stand_together_by_chance_in_the_identity_of_a_pdf_are_no_address():
    import io

    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, ByteStringObject

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    identity = ByteStringObject(b"12fu@w\xf3\xcc56789a")
    writer._ID = ArrayObject([identity, identity])
    out = io.BytesIO()
    writer.write(out)
    assert "fu@w" in str(PdfReader(out).trailer["/ID"][0])
    assert codes("stuk.pdf", out.getvalue()) == set()
