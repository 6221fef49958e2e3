"""The zip of a Word file: what zipfile would have written, without deflating twice what stays the same."""

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.word.inpakken import deflate, write_zip
from pipeline.word.pakket import open_pakket

NAMEN = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=20)


def by_zipfile(delen: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in delen.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 0
            archive.writestr(info, content, compresslevel=6)
    return out.getvalue()


def written(delen: dict[str, bytes]) -> bytes:
    return write_zip((name, deflate(content)) for name, content in delen.items())


@given(st.dictionaries(NAMEN.map(lambda name: name.replace("\\", "/")), st.binary(max_size=300), max_size=6))
def test_any_parts_are_written_as_zipfile_would(delen):
    assert written(delen) == by_zipfile(delen)


@pytest.mark.parametrize("content", [b"", b"a", bytes(range(256)) * 5000, b"\0" * 3_000_000])
def test_small_and_large_parts_come_out_again_whole(content):
    data = written({"word/document.xml": content, "word/média.xml": b"<x/>"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == content
    assert data == by_zipfile({"word/document.xml": content, "word/média.xml": b"<x/>"})


def word_file() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def test_a_part_that_changed_is_never_written_as_it_was_before():
    opened = open_pakket(word_file())
    opened.pack()
    copy = opened.copy()
    copy.delen["word/styles.xml"] = b"<anders/>"
    copy.add_deel("word/extra.xml", b"<x/>", "text/x-extra", "http://example.test/extra", copy.hoofddeel)
    again = open_pakket(copy.to_bytes())
    assert again.delen["word/styles.xml"] == b"<anders/>"
    assert again.doel(again.hoofddeel, "extra") == "word/extra.xml"
    assert copy.doel(copy.hoofddeel, "extra") == "word/extra.xml"


def test_a_copy_leaves_what_it_was_made_from_alone():
    opened = open_pakket(word_file())
    before = opened.to_bytes()
    copy = opened.copy()
    copy.delen["word/styles.xml"] = b"<anders/>"
    copy.add_deel("word/extra.xml", b"<x/>", "text/x-extra", "http://example.test/extra", copy.hoofddeel)
    copy.to_bytes()
    assert opened.to_bytes() == before
    assert opened.doel(opened.hoofddeel, "extra") is None
