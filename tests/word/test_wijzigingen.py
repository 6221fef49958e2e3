"""Undoing tracked changes, one by one or all."""

from __future__ import annotations

from lezen_bouw import delete, ins, make_docx, run
from ziphulp import parts

from pipeline.word.lezer import read_docx
from pipeline.word.wijzigingen import undo_all, undo_wijzigingen

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIE = 'w:author="mw. De Proef" w:date="2026-02-01T10:00:00Z"'


BODY = (
    f"<w:p>{run('De ')}{delete('oude')}{ins('nieuwe')}{run(' tekst.')}</w:p>"
    f"<w:p>{run('Erbij')}{ins(' komt dit')}{run('.')}</w:p>"
    f"<w:p><w:pPr><w:rPr><w:ins w:id='5' {WIE}/></w:rPr></w:pPr>{ins('Een hele alinea.')}</w:p>"
    f"<w:p>{run('Slot.')}</w:p>"
)


def texts(data: bytes) -> list[str]:
    document, _, _ = read_docx(data, "x")
    return [blok.tekst for blok in document.blokken]


def test_all_changes_kept_is_the_text_as_a_reader_sees_it():
    assert texts(undo_wijzigingen(make_docx(BODY), lambda number, change: True)) == [
        "De nieuwe tekst.",
        "Erbij komt dit.",
        "Een hele alinea.",
        "Slot.",
    ]


def test_a_change_that_is_not_kept_is_undone_and_the_others_stay():
    kept = undo_wijzigingen(make_docx(BODY), lambda number, change: number == 2)
    assert texts(kept) == ["De oude tekst.", "Erbij komt dit.", "Slot."]


def test_changes_can_be_told_by_their_author_and_words():
    kept = undo_wijzigingen(make_docx(BODY), lambda number, change: change.oud == "oude")
    assert texts(kept) == ["De nieuwe tekst.", "Erbij.", "Slot."]


def test_the_numbers_are_those_of_the_list():
    _, changes, _ = read_docx(make_docx(BODY), "x")
    assert [(w.oud, w.nieuw) for w in changes] == [
        ("oude", "nieuwe"),
        ("", " komt dit"),
        ("", "Een hele alinea."),
    ]


def test_everything_undone_is_the_text_before_anybody_changed_it():
    assert texts(undo_all(make_docx(BODY))) == ["De oude tekst.", "Erbij.", "Slot."]


def test_moved_text_goes_back_to_where_it_stood():
    move = (
        f"<w:p><w:moveFrom w:id='1' {WIE}>{run('Verplaatst. ')}</w:moveFrom>{run('Eerst.')}</w:p>"
        f"<w:p>{run('Dan. ')}<w:moveTo w:id='2' {WIE}>{run('Verplaatst. ')}</w:moveTo></w:p>"
    )
    assert texts(undo_wijzigingen(make_docx(move), lambda n, w: False)) == ["Verplaatst. Eerst.", "Dan. "]
    assert texts(undo_all(make_docx(move))) == ["Verplaatst. Eerst.", "Dan. "]


def test_a_paragraph_that_was_split_is_whole_again():
    split = f"<w:p><w:pPr><w:rPr><w:ins w:id='5' {WIE}/></w:rPr></w:pPr>{run('Een ')}</w:p><w:p>{run('zin.')}</w:p>"
    assert texts(undo_all(make_docx(split))) == ["Een zin."]


def test_a_deleted_paragraph_comes_back():
    deleted = (
        f"<w:p>{run('Een.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del w:id='5' {WIE}/></w:rPr></w:pPr>{delete('Twee.')}</w:p><w:p>{run('Drie.')}</w:p>"
    )
    assert texts(make_docx(deleted)) == ["Een.", "Drie."]
    assert texts(undo_all(make_docx(deleted))) == ["Een.", "Twee.", "Drie."]
    assert texts(undo_wijzigingen(make_docx(deleted), lambda n, w: False)) == ["Een.", "Twee.", "Drie."]


def test_a_change_of_look_is_undone_as_well():
    look = (
        f"<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='1' {WIE}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
        "<w:t>Dik</w:t></w:r></w:p>"
    )
    xml = parts(undo_all(make_docx(look)))["word/document.xml"].decode()
    assert "<w:b/>" not in xml
    assert "<w:i/>" in xml


def test_changes_with_text_between_them_are_taken_or_left_each_by_itself():
    body = (
        f"<w:p>{run('Hij zal ')}{ins('niet ')}{run('komen en brengt ')}{delete('geen')}{ins('wel')}{run(' stukken ')}"
    )
    data = make_docx(f"{body}{ins('morgen')}{run('.')}</w:p>")
    _, changes, _ = read_docx(data, "x")
    assert [(w.soort, w.oud, w.nieuw) for w in changes] == [
        ("ingevoegd", "", "niet "),
        ("gewijzigd", "geen", "wel"),
        ("ingevoegd", "", "morgen"),
    ]
    assert texts(undo_wijzigingen(data, lambda number, change: number == 2)) == [
        "Hij zal komen en brengt wel stukken ."
    ]


def test_a_row_whose_deletion_is_refused_is_there_again_and_one_whose_text_is_refused_is_not():
    def row(text: str, mark: str = "") -> str:
        properties = f"<w:trPr><w:{mark} w:id='7' {WIE}/></w:trPr>" if mark else ""
        return f"<w:tr>{properties}<w:tc><w:p>{text}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"

    rows = row(run("blijft")) + row(delete("weg"), "del") + row(ins("nieuw"), "ins")
    data = make_docx(f"<w:tbl>{rows}</w:tbl>")

    def shown(file: bytes) -> list[str]:
        (tabel,) = read_docx(file, "x")[0].blokken
        return [cells[0].tekst for cells in tabel.rijen]

    assert shown(data) == ["blijft", "nieuw"]
    assert shown(undo_wijzigingen(data, lambda number, change: False)) == ["blijft", "weg"]
    assert shown(undo_wijzigingen(data, lambda number, change: number == 1)) == ["blijft"]
    assert shown(undo_wijzigingen(data, lambda number, change: number == 2)) == ["blijft", "weg", "nieuw"]
