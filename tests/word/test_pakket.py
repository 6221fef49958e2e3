"""A Word file as a package: opened within bounds, written the same way every time."""

import io
import zipfile

import docx
import pytest

from pipeline.word import pakket as pakket_module
from pipeline.word.ooxml import OngeldigeXml, parse
from pipeline.word.pakket import OnleesbaarPakket, open_pakket


def word_file() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def test_the_main_document_and_what_it_relates_to_are_found():
    opened = open_pakket(word_file())
    assert opened.hoofddeel == "word/document.xml"
    assert opened.doel(opened.hoofddeel, "styles") == "word/styles.xml"
    assert opened.doel(opened.hoofddeel, "comments") is None
    assert opened.soort("word/styles.xml").endswith("styles+xml")


def test_a_part_that_is_added_is_found_again_with_its_type():
    opened = open_pakket(word_file())
    opened.add_deel("word/extra.xml", b"<x/>", "text/x-extra", "http://example.test/extra", opened.hoofddeel)
    again = open_pakket(opened.to_bytes())
    assert again.doel(again.hoofddeel, "extra") == "word/extra.xml"
    assert again.soort("word/extra.xml") == "text/x-extra"
    assert again.delen["word/extra.xml"] == b"<x/>"


def test_the_same_parts_give_the_same_bytes_in_whatever_order_they_came():
    opened = open_pakket(word_file())
    first = opened.to_bytes()
    opened.delen = dict(reversed(opened.delen.items()))
    assert opened.to_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_what_is_larger_than_any_document_is_refused(monkeypatch):
    data = word_file()
    monkeypatch.setattr(pakket_module, "MAX_TOTAL", 1000)
    with pytest.raises(OnleesbaarPakket, match="te groot"):
        open_pakket(data)


def test_a_directory_that_lies_about_sizes_does_not_get_more_read():
    data = bytearray(word_file())
    header = data.index(b"PK\x01\x02")
    data[header + 24 : header + 28] = (1).to_bytes(4, "little")
    with pytest.raises(OnleesbaarPakket, match="beschadigd"):
        open_pakket(bytes(data))


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(pakket_module, "MAX_PARTS", 3)
    with pytest.raises(OnleesbaarPakket, match="te groot"):
        open_pakket(word_file())


@pytest.mark.parametrize("xml", [b"<!DOCTYPE x><x/>", b'<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>', b"<x>", b""])
def test_a_document_type_or_broken_xml_is_no_part_of_a_word_file(xml):
    with pytest.raises(OngeldigeXml):
        parse(xml)


def test_a_part_that_inflates_beyond_belief_is_refused_where_it_is_changed_as_where_it_is_read():
    out = io.BytesIO(word_file())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footnotes.xml", b" " * 20 * 1024 * 1024)
    with pytest.raises(OnleesbaarPakket, match="te groot"):
        open_pakket(out.getvalue())
