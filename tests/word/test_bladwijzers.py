"""Hidden bookmarks: named so that Word takes them, unique, and found back."""

from datetime import date

import pytest

from pipeline.word.bladwijzers import (
    Bladwijzers,
    actie_bladwijzer,
    besluit_bladwijzer,
    groep_bladwijzer,
    punt_bladwijzer,
    read_bladwijzers,
    renumber_bookmarks,
    veld_bladwijzer,
)
from pipeline.word.ooxml import Element, parse, qn

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(xml: str) -> Element:
    return parse(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode())


def paragraph(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def names(root: Element) -> list[str]:
    return [start.get(qn("w:name")) for start in root.iter(qn("w:bookmarkStart"))]


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        (punt_bladwijzer("3"), "_rt_punt_3"),
        (punt_bladwijzer("3a"), "_rt_punt_3a"),
        (punt_bladwijzer("3.1"), "_rt_punt_3_1"),
        (punt_bladwijzer("Opening & sluiting"), "_rt_punt_Opening_sluiting"),
        (punt_bladwijzer("é {{ x }}"), "_rt_punt_x"),
        (actie_bladwijzer("A1"), "_rt_actie_A1"),
        (actie_bladwijzer("A2", date(2025, 12, 17)), "_rt_actie_A2_20251217"),
        (besluit_bladwijzer("B1"), "_rt_besluit_B1"),
        (groep_bladwijzer(2), "_rt_groep_2"),
        (veld_bladwijzer("datum"), "_rt_datum"),
    ],
)
def test_names_say_what_is_there_in_letters_and_digits(naam, verwacht):
    assert naam == verwacht


def test_a_name_is_never_longer_than_word_takes():
    root = body(paragraph("a") + paragraph("b"))
    marks = Bladwijzers(root)
    for p in root:
        marks.wrap(p, punt_bladwijzer("een heel lange titel " * 5))
    first, second = names(root)
    assert first != second
    assert len(first) <= 40
    assert len(second) <= 40


def test_a_name_that_is_taken_gets_a_number_whatever_its_case():
    root = body(paragraph("a") + paragraph("b") + paragraph("c"))
    marks = Bladwijzers(root)
    for p, naam in zip(root, ("_rt_punt_A", "_rt_punt_a", "_rt_punt_A"), strict=True):
        marks.wrap(p, naam)
    assert names(root) == ["_rt_punt_A", "_rt_punt_a_2", "_rt_punt_A_3"]


def test_a_bookmark_stands_around_the_text_and_behind_the_properties():
    root = body(paragraph("Opening"))
    Bladwijzers(root).wrap(root[0], "_rt_punt_1")
    assert [child.tag for child in root[0]] == [qn(f"w:{n}") for n in ("pPr", "bookmarkStart", "r", "bookmarkEnd")]
    assert [(b.naam, b.tekst) for b in read_bladwijzers(root)] == [("_rt_punt_1", "Opening")]


def test_only_our_own_bookmarks_are_read_back():
    foreign = '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>'
    assert read_bladwijzers(body(f"<w:p>{foreign}</w:p>")) == ()


def test_a_bookmark_between_paragraphs_belongs_to_the_next():
    mark = '<w:bookmarkStart w:id="1" w:name="_rt_punt_1"/><w:bookmarkEnd w:id="1"/>'
    (found,) = read_bladwijzers(body(paragraph("voor") + mark + paragraph("na")))
    assert found.tekst == "na"


def test_a_bookmark_that_a_loop_copied_is_kept_once_and_ids_are_unique():
    mark = '<w:bookmarkStart w:id="5" w:name="Kop"/>{}<w:bookmarkEnd w:id="5"/>'
    other = '<w:bookmarkStart w:id="5" w:name="Anders"/><w:bookmarkEnd w:id="5"/>'
    root = body((f"<w:p>{mark}</w:p>" * 3).replace("{}", "") + f"<w:p>{other}</w:p>")
    renumber_bookmarks(root)
    assert names(root) == ["Kop", "Anders"]
    ids = [[e.get(qn("w:id")) for e in root.iter(qn(f"w:{n}"))] for n in ("bookmarkStart", "bookmarkEnd")]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_half_a_bookmark_is_dropped():
    root = body('<w:p><w:bookmarkStart w:id="1" w:name="Half"/></w:p><w:p><w:bookmarkEnd w:id="7"/></w:p>')
    renumber_bookmarks(root)
    assert [child.tag for p in root for child in p] == []
