"""Comments in a Word file: put at the words they are about, with everything else left as it was."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree

from pipeline.word.lezer import read_docx
from pipeline.word.opmerkingen import NieuweOpmerking, add_opmerkingen, read_opmerkingen
from pipeline.word.pakket import OnleesbaarPakket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ZIN = "De secretaris maakt een overzicht."


def minutes() -> bytes:
    """Minutes with a heading, a paragraph in pieces, and a table."""
    document = docx.Document()
    document.add_heading("1. Opening", 1)
    paragraph = document.add_paragraph("De voorzitter opent. ")
    paragraph.add_run("De secretaris ").bold = True
    paragraph.add_run("maakt een overzicht. Iedereen is akkoord.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "A1"
    table.rows[0].cells[1].text = "Overzicht maken"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return [p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells]


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def test_a_comment_stands_at_the_words_it_is_about():
    made = add_opmerkingen(minutes(), [NieuweOpmerking("Voorstel: actie.\nTyp [A].", 2, 21, 55, ZIN)])
    (found,) = read_opmerkingen(made)
    assert (found.auteur, found.tekst, found.fragment) == ("regietafel", "Voorstel: actie.\nTyp [A].", ZIN)
    assert found.alinea == 2


def test_words_that_stand_elsewhere_in_the_paragraph_are_found_there():
    made = add_opmerkingen(minutes(), [NieuweOpmerking("x", 2, 0, 10, "Iedereen is akkoord.")])
    assert read_opmerkingen(made)[0].fragment == "Iedereen is akkoord."


def test_words_without_a_place_are_looked_for_in_the_whole_document():
    made = add_opmerkingen(minutes(), [NieuweOpmerking("x", fragment="Overzicht maken")])
    assert read_opmerkingen(made)[0].fragment == "Overzicht maken"


def test_what_is_nowhere_gets_its_comment_at_the_first_text():
    made = add_opmerkingen(minutes(), [NieuweOpmerking("x", fragment="Dit staat er niet")])
    assert read_opmerkingen(made)[0].fragment == "1. Opening"


def test_the_text_and_the_look_stay_as_they_were():
    before = minutes()
    made = add_opmerkingen(before, [NieuweOpmerking("x", 2, 23, 40), NieuweOpmerking("y", 2, 30, 50)])
    assert text_of(made) == text_of(before)
    bold = "".join(r.text for r in docx.Document(io.BytesIO(made)).paragraphs[1].runs if r.bold)
    assert bold == "De secretaris "
    assert read_docx(made, "x")[0].blokken == read_docx(before, "x")[0].blokken


def test_comments_of_others_stay_and_ids_do_not_clash():
    document = docx.Document(io.BytesIO(minutes()))
    document.add_comment(document.paragraphs[1].runs, text="Klopt dit?", author="mw. De Proef")
    out = io.BytesIO()
    document.save(out)
    made = add_opmerkingen(out.getvalue(), [NieuweOpmerking("x", 2, 21, 55, ZIN), NieuweOpmerking("y", 1)])
    assert {(o.auteur, o.tekst) for o in read_opmerkingen(made)} == {
        ("regietafel", "y"),
        ("mw. De Proef", "Klopt dit?"),
        ("regietafel", "x"),
    }
    ids = [c.get(f"{W}id") for c in part(made, "word/comments.xml")]
    assert len(ids) == len(set(ids)) == 3


def test_every_mark_has_its_partner_and_its_comment():
    opmerkingen = [NieuweOpmerking(str(n), 2, n * 7, n * 7 + 12) for n in range(6)]
    made = add_opmerkingen(minutes(), opmerkingen)
    body, comments = part(made, "word/document.xml"), part(made, "word/comments.xml")
    by_kind = [
        sorted(e.get(f"{W}id") for e in body.iter(f"{W}{kind}"))
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference")
    ]
    assert by_kind == [sorted(c.get(f"{W}id") for c in comments)] * 3
    types = zipfile.ZipFile(io.BytesIO(made)).read("[Content_Types].xml").decode()
    assert types.count("wordprocessingml.comments+xml") == 1


def test_text_that_word_cannot_hold_is_left_out_of_a_comment():
    made = add_opmerkingen(minutes(), [NieuweOpmerking("voor\x00na", 1)])
    assert read_opmerkingen(made)[0].tekst == "voorna"


def test_no_comments_leave_the_parts_as_they_are():
    made = add_opmerkingen(minutes(), [])
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(made)).namelist()


def test_what_is_no_word_file_is_refused():
    with pytest.raises(OnleesbaarPakket):
        add_opmerkingen(b"geen Word", [NieuweOpmerking("x")])
