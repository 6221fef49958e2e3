"""Text without markup: where a paragraph ends, what is a heading, which columns belong together."""

from __future__ import annotations

import pytest

from pipeline.lezen.markdown import read_markdown
from pipeline.lezen.regels import Leesregel, join_regels
from pipeline.lezen.tekst import read_tekst
from pipeline.model.document import Tabelblok, Tekstblok


def blocks(text: str) -> list[tuple[str, str]]:
    document, _ = read_tekst(text.encode(), "proef.txt")
    return [(b.soort, b.tekst) for b in document.blokken if isinstance(b, Tekstblok)]


def md(text: str) -> list[tuple[str, str]]:
    document, _ = read_markdown(text.encode(), "proef.md")
    return [(b.soort, b.tekst) for b in document.blokken if isinstance(b, Tekstblok)]


def test_lines_of_one_paragraph_become_one():
    text = (
        "De voorzitter groet iedereen hartelijk en begint de bijeenkomst om negen uur. De\n"
        "agenda wordt vastgesteld. De secretaris geeft een terugkoppeling van de vorige\n"
        "vergadering.\n"
    )
    assert len(blocks(text)) == 1


def test_a_blank_line_in_the_middle_of_a_sentence_does_not_cut_it():
    text = "• De voorzitter opent de vergadering en stelt de \n\nagenda vast. \n\n• Mevrouw De Proef meldt zich af.\n"
    assert blocks(text) == [
        ("lijstitem", "De voorzitter opent de vergadering en stelt de agenda vast."),
        ("lijstitem", "Mevrouw De Proef meldt zich af."),
    ]


@pytest.mark.parametrize(
    ("eerste", "tweede", "samen"),
    [
        ("gemeenteraads-", "verkiezingen", "gemeenteraadsverkiezingen"),
        ("de RRT-", "voorzitter", "de RRT-voorzitter"),
        ("op-", "en afbouw", "op- en afbouw"),
        ("in-", "of uitstroom", "in- of uitstroom"),
        ("Noord-", "Holland", "Noord-Holland"),
        ("een oud-", "wethouder", "een oud-wethouder"),
        ("in Q1-", "2026", "in Q1-2026"),
        ("2.000–", "2.500 plekken", "2.000–2.500 plekken"),
        ("https://proef.nl/overleg-", "stukken/mei", "https://proef.nl/overleg-stukken/mei"),
        ("de zaal", "is vol", "de zaal is vol"),
    ],
)
def test_a_word_broken_over_two_lines_becomes_whole(eerste, tweede, samen):
    assert join_regels([Leesregel(eerste, 1), Leesregel(tweede, 2)], frozenset())[0] == samen


def test_the_rest_of_the_document_says_whether_a_hyphen_belongs_to_the_word():
    lines = [Leesregel("de asiel-", 1), Leesregel("keten", 2)]
    assert join_regels(lines, frozenset({"asiel-keten"}))[0] == "de asiel-keten"
    assert join_regels(lines, frozenset({"asielketen"}))[0] == "de asielketen"


def test_numbered_lines_with_text_under_them_are_headings():
    found = blocks("1. Opening\nDe voorzitter opent.\n\n2. Planning\nHet loopt uit.\n")
    assert [text for kind, text in found if kind == "kop"] == ["Opening", "Planning"]


def test_numbered_lines_under_each_other_are_a_list():
    assert [kind for kind, _ in blocks("Acties\n\n1. Jan belt\n2. Piet schrijft\n3. Koos wacht\n")] == [
        "kop",
        "lijstitem",
        "lijstitem",
        "lijstitem",
    ]


def test_page_numbers_and_what_comes_back_beside_them_are_dropped():
    page = "Stuurgroep Proef\n\nHier staat de tekst van bladzijde {n}.\n\nPagina {n} van 3\n\f"
    document, _ = read_tekst("".join(page.format(n=n) for n in (1, 2, 3)).encode(), "proef.txt")
    texts = [b.tekst for b in document.blokken]
    assert not any("Pagina" in t for t in texts)
    assert sum("Stuurgroep Proef" in t for t in texts) <= 1


def test_columns_lined_up_with_spaces_under_a_known_header_are_a_table():
    text = (
        "Actielijst\n\n"
        "Nr   Actie                          Wie         Gereed\n"
        "1    Offerte vragen voor het        bestuur     1 mei\n"
        "     dak en de goot\n"
        "2    Sleutels laten maken           J. Proef    z.s.m.\n"
    )
    document, _ = read_tekst(text.encode(), "proef.txt")
    (tabel,) = [b for b in document.blokken if isinstance(b, Tabelblok)]
    assert [[c.tekst for c in r] for r in tabel.rijen] == [
        ["Nr", "Actie", "Wie", "Gereed"],
        ["1", "Offerte vragen voor het dak en de goot", "bestuur", "1 mei"],
        ["2", "Sleutels laten maken", "J. Proef", "z.s.m."],
    ]


def test_two_columns_of_prose_are_no_table():
    document, _ = read_tekst(b"links een tekst     rechts een tekst\nnog een regel       en nog een\n", "proef.txt")
    assert not any(isinstance(b, Tabelblok) for b in document.blokken)


def test_a_place_is_the_line_it_stands_on():
    document, _ = read_tekst(
        b"Titel\n\nDe eerste regel van een alinea die nog doorloopt op de\nregel eronder.\n", "p.txt"
    )
    alinea = document.blokken[-1]
    begin = alinea.tekst.index("regel eronder")
    bron = document.bron(alinea, begin, begin + 13)
    assert (bron.nummer, bron.begin, bron.eind) == (4, 0, 13)


def test_markup_is_dropped_and_words_stay():
    assert md("## 2. Planning *(vervolg)*\n\nZie [het plan](https://proef.nl) van **Jan** &amp; `Piet`.\n") == [
        ("kop", "Planning (vervolg)"),
        ("alinea", "Zie het plan van Jan & Piet."),
    ]


def test_a_marker_in_angle_brackets_is_no_html():
    assert md("Dit wordt uitgezocht <actiepunt Jan>.\n") == [("alinea", "Dit wordt uitgezocht <actiepunt Jan>.")]


def test_comments_are_not_text():
    assert md("Aanwezig: Jan\n<!-- Actie: Piet doet iets -->\n") == [("alinea", "Aanwezig: Jan")]


def test_lines_of_a_file_that_is_not_wrapped_stay_lines():
    long = "Dit is een heel lange regel die laat zien dat dit bestand geen vaste breedte heeft " * 3
    assert md(f"{long}\n\nIssue 4 doet Jan.\nIssue 5 doet Piet.\n")[1:] == [
        ("alinea", "Issue 4 doet Jan."),
        ("alinea", "Issue 5 doet Piet."),
    ]


def test_nested_lists_keep_their_levels_and_numbers():
    document, _ = read_markdown(b"1. een\n   - onder\n2. twee\n", "p.md")
    assert [(b.tekst, b.niveau, b.nummer) for b in document.blokken] == [
        ("een", 0, "1."),
        ("onder", 1, ""),
        ("twee", 0, "2."),
    ]


def test_a_short_sentence_with_a_marker_behind_it_is_no_heading():
    from pipeline.lezen import lees

    text = "Verslag Proef 3 maart 2025\n\n1. Planning\n\nDe heer Proef wordt uitgenodigd. [A1]\n\nDan volgt koffie."
    found = lees(text.encode(), "v.txt").verslag
    assert found is not None
    assert [a.label for a in found.actiepunten] == ["A1"]
