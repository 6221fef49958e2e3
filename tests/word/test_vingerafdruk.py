"""Has anybody changed this file since we wrote it?"""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.shared import Inches
from PIL import Image
from ziphulp import parts, zipped

from pipeline.documenten import DOCUMENTSOORTEN, find_soort, packaged_sjabloon, render, voorbeeld_stukken
from pipeline.word.vingerafdruk import BRON, STUK, is_same, is_unchanged, read_stamp, stamp, stamp_extra


def made() -> bytes:
    soort = find_soort("verslag")
    data, _ = render(soort, voorbeeld_stukken(), packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is not None
    return data


@pytest.fixture(scope="module")
def stamped() -> bytes:
    return stamp(made(), {BRON: "abc"})


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    delen = parts(data)
    before = delen[part].decode()
    assert old in before
    delen[part] = before.replace(old, new, 1).encode()
    return zipped(delen)


def with_python_docx(data: bytes, edit) -> bytes:
    document = docx.Document(io.BytesIO(data))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def picture(color: str) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(out, "PNG")
    out.seek(0)
    return out


def test_what_we_wrote_is_unchanged_and_says_what_it_was_made_from(stamped):
    assert is_unchanged(stamped)
    assert read_stamp(stamped).get(BRON) == "abc"


def test_stamping_twice_gives_the_same_bytes_and_the_new_extras(stamped):
    assert stamp(stamped, {BRON: "abc"}) == stamped
    assert read_stamp(stamp(stamped, {BRON: "def"})).get(BRON) == "def"


def test_other_extras_leave_the_fingerprint_as_it_was_and_are_as_if_stamped_anew(stamped):
    extras = {BRON: "abc", STUK: "verslag prt/2026-01-23"}
    assert stamp_extra(stamped, extras) == stamp(stamped, extras)
    edited = changed(stamped, "word/document.xml", "De voorzitter opent.", "De voorzitter opende.")
    assert not is_unchanged(stamp_extra(edited, extras))


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda s: s.naam)
def test_rendering_the_same_input_twice_gives_identical_bytes(soort):
    def once() -> bytes:
        return render(soort, voorbeeld_stukken(), packaged_sjabloon(soort.sjabloon), "x.docx")[0]

    assert once() == once()


def test_a_rendered_document_is_stamped_with_a_hash_of_its_input():
    soort, stukken = find_soort("verslag"), voorbeeld_stukken()
    other = replace(stukken, volgende=date(2026, 6, 5))
    sjabloon = packaged_sjabloon(soort.sjabloon)
    first, second = (render(soort, s, sjabloon, soort.sjabloon)[0] for s in (stukken, other))
    assert is_unchanged(first)
    assert read_stamp(first).get(BRON) not in ("", read_stamp(second).get(BRON))


def test_a_file_that_a_cloud_drive_repacked_need_not_be_written_again():
    on_disk = zipped({**parts(made()), "customXml/item1.xml": b"<x/>"})
    assert on_disk != made()
    assert is_same(on_disk, made())
    assert not is_same(changed(made(), "word/document.xml", "opent.", "opende."), made())
    assert not is_same(b"broken", made())


def test_another_way_of_zipping_changes_nothing(stamped):
    delen = parts(stamped)
    assert is_unchanged(zipped(dict(reversed(delen.items())), zipfile.ZIP_STORED))


def test_what_a_cloud_drive_adds_changes_nothing(stamped):
    delen = parts(stamped)
    delen["customXml/item1.xml"] = b"<x/>"
    delen["docProps/custom.xml"] = delen["docProps/custom.xml"].replace(
        b"</Properties>",
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="ContentTypeId">'
        b"<vt:lpwstr>0x01</vt:lpwstr></property></Properties>",
    )
    assert b"ContentTypeId" in delen["docProps/custom.xml"]
    delen["docProps/app.xml"] = delen["docProps/app.xml"].replace(b"</Properties>", b"<Lines>9</Lines></Properties>")
    assert is_unchanged(zipped(delen))


def test_marks_of_an_editing_session_change_nothing(stamped):
    once = changed(stamped, "word/document.xml", "<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
    marks = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>'
    assert is_unchanged(changed(once, "word/document.xml", "</w:p>", marks + "</w:p>"))


def test_text_cut_into_other_runs_is_the_same_text(stamped):
    old = '<w:t xml:space="preserve">De voorzitter opent.</w:t>'
    new = (
        '<w:t xml:space="preserve">De voorzitter </w:t></w:r><w:r w:rsidR="00AA0000"><w:lastRenderedPageBreak/>'
        "<w:t>opent.</w:t>"
    )
    assert is_unchanged(changed(stamped, "word/document.xml", old, new))


def test_the_same_file_opened_and_saved_by_another_program_is_the_same(stamped):
    assert is_unchanged(with_python_docx(stamped, lambda document: None))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "De voorzitter opent.", "De voorzitter opende."),
        ("word/document.xml", "De voorzitter opent.", "De voorzitter  opent."),
        ("word/document.xml", "<w:b/>", '<w:b w:val="0"/>'),
        ("word/document.xml", 'w:val="ListBullet"', 'w:val="ListNumber"'),
        ("word/document.xml", 'w:w="11906"', 'w:w="16838"'),
        ("word/header1.xml", "Provincie Voorbeeld", "Provincie Anders"),
        ("word/footer1.xml", "Contact", "Adres"),
        ("word/styles.xml", 'w:color w:val="17495A"', 'w:color w:val="FF0000"'),
    ],
    ids=["a letter", "a space", "bold", "list style", "page", "header", "footer", "look of a style"],
)
def test_a_change_a_reader_can_see_is_a_change(stamped, part, old, new):
    delen = parts(stamped)
    holder = next(n for n in sorted(delen) if n.startswith(part[:-5].rstrip("1")) and old.encode() in delen[n])
    assert not is_unchanged(changed(stamped, holder, old, new))


def test_a_word_made_bold_is_a_change(stamped):
    def embolden(document):
        next(p for p in document.paragraphs if "De voorzitter opent" in p.text).runs[0].bold = True

    assert not is_unchanged(with_python_docx(stamped, embolden))


def test_a_comment_is_a_change(stamped):
    def remark(document):
        document.add_comment(document.paragraphs[0].runs, "Klopt dit?", author="mw. De Proef")

    assert not is_unchanged(with_python_docx(stamped, remark))


def test_another_text_in_a_comment_is_a_change():
    def remark(document):
        document.add_comment(document.paragraphs[0].runs, "Klopt dit?", author="mw. De Proef")

    own = stamp(with_python_docx(made(), remark))
    assert is_unchanged(own)
    assert not is_unchanged(changed(own, "word/comments.xml", "Klopt dit?", "Klopt dat?"))


REVISION = (
    '<w:ins w:id="77" w:author="mw. De Proef" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Ook dit.</w:t></w:r></w:ins>'
)


def test_a_tracked_change_is_a_change_and_so_is_accepting_it(stamped):
    tracked = changed(stamped, "word/document.xml", "</w:p>", REVISION + "</w:p>")
    assert not is_unchanged(tracked)
    own = stamp(tracked)
    assert is_unchanged(own)
    accepted = "<w:r><w:t>Ook dit.</w:t></w:r>"
    assert not is_unchanged(changed(own, "word/document.xml", REVISION, accepted))


def test_another_picture_under_the_same_name_is_a_change():
    with_picture = with_python_docx(made(), lambda d: d.add_picture(picture("red"), Inches(1)))
    own = stamp(with_picture)
    assert is_unchanged(own)
    delen = parts(own)
    image = next(name for name in delen if name.startswith("word/media/"))
    delen[image] = picture("blue").getvalue()
    assert not is_unchanged(zipped(delen))


def test_another_alternative_text_is_a_change():
    own = stamp(with_python_docx(made(), lambda d: d.add_picture(picture("red"), Inches(1))))
    assert not is_unchanged(changed(own, "word/document.xml", "<wp:docPr ", '<wp:docPr descr="Logo" '))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"no zip at all"])
def test_a_broken_file_is_no_file_of_ours_and_no_traceback(data):
    assert read_stamp(data) is None
    assert not is_unchanged(data)


def test_a_truncated_file_is_not_unchanged(stamped):
    assert not is_unchanged(stamped[: len(stamped) // 2])


def test_a_word_file_of_somebody_else_has_no_stamp():
    out = io.BytesIO()
    docx.Document().save(out)
    assert read_stamp(out.getvalue()) is None
    assert not is_unchanged(out.getvalue())


def test_a_header_that_refers_to_itself_ends(stamped):
    delen = parts(stamped)
    header = next(n for n in sorted(delen) if n.startswith("word/header"))
    rels = "word/_rels/" + header.rsplit("/", 1)[1] + ".rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    delen[rels] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{header.rsplit("/", 1)[1]}"/></Relationships>'
    ).encode()
    section = (
        b'<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1" xmlns:r="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr></w:pPr></w:p></w:hdr>'
    )
    delen[header] = delen[header].replace(b"</w:hdr>", section)
    assert not is_unchanged(zipped(delen))
