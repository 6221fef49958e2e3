"""Whatever somebody sends: a Melding that says what is wrong, in bounded time and memory, and never a traceback."""

from __future__ import annotations

import io
import json
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lezen_bouw import NS, draw, make_docx, make_pdf, p, row, run, table
from pypdf import PdfReader, PdfWriter
from ziphulp import parts, zipped

from pipeline.lezen import lees, to_json
from pipeline.lezen.formaten import MAX_BESTAND
from pipeline.lezen.pdf import MAX_PAGINAS

GOED = make_docx(p("Verslag stuurgroep Proef 23 januari 2026") + p("Aanwezig: Jan, Piet") + p("Jan belt (actie Jan)."))
PDF = make_pdf(draw((72, 700, "Verslag stuurgroep Proef 23 januari")))


def codes(data: bytes, naam: str) -> list[str]:
    return [m.code for m in lees(data, naam).meldingen]


def pdf_with(pages: int) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("naam", ["leeg.docx", "leeg.pdf", "leeg.txt", "leeg.md", "leeg"])
@pytest.mark.parametrize("data", [b"", b"  \n\t\n"])
def test_an_empty_file_is_called_empty(naam, data):
    assert codes(data, naam) == ["bestand-leeg"]


def test_the_content_wins_from_the_extension_and_that_is_said():
    lezing = lees(GOED, "verslag.pdf")
    assert lezing.verslag is not None
    assert lezing.meldingen[0].code == "extensie-klopt-niet"
    assert "Word" in lezing.meldingen[0].tekst


def test_a_pdf_called_docx_is_read_as_a_pdf():
    assert codes(PDF, "verslag.docx")[0] == "extensie-klopt-niet"


def test_a_zip_that_is_no_document_is_refused_by_name():
    archive = zipped({"foto.jpg": "x", "lijst.csv": "a;b"})
    assert codes(archive, "verslag.docx") == ["bestand-onbekend"]
    assert codes(archive, "verslag.zip") == ["bestand-onbekend"]


def test_a_picture_called_text_is_refused():
    assert codes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "scan.txt") == ["bestand-onbekend"]


def test_a_word_file_without_its_main_part_is_called_damaged():
    data = zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"})
    assert codes(data, "verslag.docx") == ["word-kapot"]


def test_a_word_file_cut_off_half_way_is_called_damaged():
    assert codes(GOED[: len(GOED) // 2], "verslag.docx") in (["word-kapot"], ["bestand-onbekend"])


def test_of_broken_xml_what_can_be_read_is_read_and_that_is_said():
    broken = f"<w:document {NS}><w:body>{p('Dit staat er nog.')}<w:p><w:r><w:t>weg"
    lezing = lees(zipped({"word/document.xml": broken}), "verslag.docx")
    assert "word-deel-kapot" in [m.code for m in lezing.meldingen]
    assert lezing.document.blokken[0].tekst == "Dit staat er nog."


def test_a_missing_part_beside_the_text_is_said_and_does_not_stop_the_reading():
    data = make_docx(p("Tekst."), styles="", numbering="")
    without = zipped({n: d for n, d in parts(data).items() if n != "word/styles.xml"})
    lezing = lees(without, "verslag.docx")
    assert "word-deel-kapot" in [m.code for m in lezing.meldingen]
    assert lezing.document.blokken[0].tekst == "Tekst."


def test_an_external_entity_is_not_followed(tmp_path: Path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("HEEL GEHEIM")
    doctype = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    body = f"<w:document {NS}><w:body><w:p><w:r><w:t>Tekst &x;</w:t></w:r></w:p></w:body></w:document>"
    lezing = lees(zipped({"word/document.xml": doctype + body}), "verslag.docx")
    assert "verwijzing-naar-buiten" in [m.code for m in lezing.meldingen]
    assert "GEHEIM" not in json.dumps(to_json(lezing))


def test_entities_that_multiply_are_not_multiplied():
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha" * 10}">' for i in range(10))
    body = f"<w:document {NS}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    started = time.perf_counter()
    lees(zipped({"word/document.xml": f"<!DOCTYPE d [{laughs}]>{body}"}), "verslag.docx")
    assert time.perf_counter() - started < 60


def test_a_zip_bomb_is_not_inflated():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(200):
            part.write(b" " * 1024 * 1024)
    started = time.perf_counter()
    assert codes(stream.getvalue(), "verslag.docx") == ["zip-te-groot"]
    assert time.perf_counter() - started < 60


def test_a_zip_that_lies_about_its_sizes_is_still_bounded():
    data = bytearray(zipped({"word/document.xml": b" " * 60 * 1024 * 1024}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    assert codes(bytes(data), "verslag.docx")[0] in ("zip-te-groot", "word-kapot")


def test_tables_nested_a_hundred_deep_are_read_to_a_bound():
    inner = table(row("diep", "diep"))
    for _ in range(100):
        inner = table(row("laag", f"<w:tc>{inner}<w:p/></w:tc>"))
    assert lees(make_docx(inner), "verslag.docx").meldingen is not None


def test_runs_nested_too_deep_for_the_parser_are_a_melding():
    deep = "<w:ins>" * 3000 + run("x") + "</w:ins>" * 3000
    lezing = lees(make_docx(f"<w:p>{deep}</w:p>"), "verslag.docx")
    assert lezing.meldingen


def test_a_pdf_of_5000_pages_is_read_to_its_bound_and_that_is_said():
    writer = pdf_with(0)
    page = PdfReader(io.BytesIO(PDF)).pages[0]
    for _ in range(5000):
        writer.add_page(page)
    started = time.perf_counter()
    lezing = lees(written(writer), "verslag.pdf")
    assert lezing.meldingen[0].code == "pdf-ingekort"
    assert f"de eerste {MAX_PAGINAS}" in lezing.meldingen[0].tekst
    assert time.perf_counter() - started < 60


def test_a_pdf_without_text_is_said_to_be_a_scan():
    lezing = lees(written(pdf_with(2)), "scan.pdf")
    assert [m.code for m in lezing.meldingen] == ["pdf-zonder-tekst"]
    assert "OCR" in lezing.meldingen[0].hulp


def test_an_encrypted_pdf_asks_for_one_without_a_password():
    writer = pdf_with(1)
    writer.encrypt("geheim", algorithm="RC4-128")
    assert codes(written(writer), "verslag.pdf") == ["bestand-versleuteld"]


def test_a_password_on_a_word_file_is_seen():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert codes(ole, "verslag.docx") == ["bestand-versleuteld"]


@pytest.mark.parametrize("size", [9, 60, 200])
def test_a_damaged_pdf_is_called_damaged_or_empty(size):
    assert codes(PDF[:size], "verslag.pdf")[0] in ("pdf-kapot", "pdf-zonder-tekst", "bestand-onbekend")


def test_a_page_whose_drawing_inflates_past_the_bound_is_left_out():
    stream = zlib.compress(b"0 0 m 1 1 l S\n" * 1_000_000)
    object_with = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream)
    data = make_pdf(b"x").replace(b"<</Length 1>>stream\nx\nendstream", object_with)
    started = time.perf_counter()
    assert codes(data, "verslag.pdf") == ["pdf-kapot"]
    assert time.perf_counter() - started < 60


@pytest.mark.parametrize(
    "naam", ["🦊 verslag 23-01-2026.docx", "v" * 300 + ".docx", "a/b\\c:*?.docx", ".docx", "", "\x00.docx"]
)
def test_any_file_name_will_do(naam):
    lezing = lees(GOED, naam)
    assert lezing.verslag is not None
    json.dumps(to_json(lezing))


def test_a_person_with_a_name_of_300_letters_and_an_emoji_stays_whole():
    name = "Jansen🦊" + "x" * 300
    lezing = lees(f"Verslag Proef 1 mei 2025\n\nActies:\n- {name}: bellen\n".encode(), "v.md")
    assert name in json.dumps(to_json(lezing), ensure_ascii=False)


def test_a_file_over_the_bound_is_refused_before_it_is_read():
    assert codes(b"x" * (MAX_BESTAND + 1), "groot.txt") == ["bestand-te-groot"]


def test_a_line_of_five_million_characters_does_not_hang():
    started = time.perf_counter()
    lezing = lees(b"a" * 5_000_000, "een-regel.txt")
    assert "tekst-ingekort" in [m.code for m in lezing.meldingen]
    assert time.perf_counter() - started < 60


@pytest.mark.parametrize(
    "piece",
    [b"(actie ", b"<", b"[A", b"1.1.1.1.", b"dhr. ", b"Jan, ", b"- ", b"| a ", b"* ", b"Actie: ", b"a.b.", b"> "],
)
@pytest.mark.parametrize("naam", ["v.txt", "v.md"])
def test_a_text_that_repeats_a_pattern_takes_no_more_than_its_share(piece, naam):
    started = time.perf_counter()
    lees(b"# Verslag\n\n# Punt\n\n" + piece * (18_000 // len(piece)), naam)
    assert time.perf_counter() - started < 60


def test_windows_text_is_read_and_that_is_said():
    lezing = lees("Verslag cliëntenraad 1 mei 2025".encode("cp1252"), "oud.txt")
    assert "tekenset" in [m.code for m in lezing.meldingen]
    assert lezing.verslag.tafel == "cliëntenraad"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=3000), naam=st.sampled_from(["a.docx", "a.pdf", "a.txt", "a.md", "a"]))
def test_no_bytes_at_all_make_it_raise(data, naam):
    json.dumps(to_json(lees(data, naam)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    which=st.sampled_from([GOED, PDF, b"# Verslag\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n"]),
    place=st.floats(0, 1),
    noise=st.binary(min_size=1, max_size=40),
    cut=st.integers(0, 40),
)
def test_no_damage_to_a_good_file_makes_it_raise(which, place, noise, cut):
    at = int(place * len(which))
    json.dumps(to_json(lees(which[:at] + noise + which[at + cut :], "verslag.docx")))


WOORDEN = (
    "Actie|:| |Jan|(|)|<|>|[A1]|\n|\n\n|1. |- |actiepunt|.|Besluit:|Aanwezig:|\t|   |12-5-2025|vóór |COA|**|# |[|]|"
    "geen|dhr. |,|🦊|A.|–"
).split("|")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WOORDEN), max_size=60))
def test_no_mixture_of_its_own_words_makes_it_raise(pieces):
    text = "".join(pieces).encode()
    for naam in ("v.txt", "v.md"):
        json.dumps(to_json(lees(text, naam)))


def test_four_times_the_lines_of_a_text_take_about_four_times_as_long():
    def seconds(lines: int) -> float:
        text = b"Jan zoekt dit uit.\n" * lines
        started = time.process_time()
        lees(text, "v.txt")
        return time.process_time() - started

    assert seconds(80_000) < 9 * seconds(20_000)
