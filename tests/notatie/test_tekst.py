import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.notatie import make_brontekst, read_brontekst
from pipeline.notatie.tekst import iter_regels


def test_utf8_is_read_without_a_word():
    bron, meldingen = read_brontekst("één → twee\n".encode(), "verslag.md")
    assert (bron.tekst, meldingen) == ("één → twee\n", ())


def test_the_old_windows_encoding_is_read_with_a_warning_at_its_first_line():
    bron, meldingen = read_brontekst("eerst\nGeïnteresseerden – ‘ja’ €\n".encode("cp1252"), "verslag.md")
    assert bron.tekst == "eerst\nGeïnteresseerden – ‘ja’ €\n"
    assert [(m.code, m.ernst, m.bron.nummer) for m in meldingen] == [("tekenset", "waarschuwing", 2)]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\xef\xbb\xbftitel: x\r\n",
        b"titel: x\r\nlocatie: y\r\n",
        b"een\ntwee\r\ndrie\rvier",
        "utf-16 met een ë\r\n".encode("utf-16"),
        b"\xfe\xff" + "andersom\n".encode("utf-16-be"),
        "Geïnd".encode("cp1252"),
        b"\x81\x8d\x8f\x90\x9d \xff",
        b"",
    ],
)
def test_what_is_written_back_unchanged_is_the_same_bytes(inhoud):
    bron, _ = read_brontekst(inhoud, "x")
    assert bron.to_bytes() == inhoud


def test_an_edit_keeps_bom_and_line_ends():
    bron, _ = read_brontekst(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "x")
    changed = bron.with_tekst(bron.tekst.replace("1", "é"))
    assert changed.to_bytes() == b"\xef\xbb\xbfa: \xc3\xa9\r\nb: 2\r\n"


def test_what_the_old_encoding_cannot_hold_makes_the_file_utf8():
    bron, _ = read_brontekst("Geïnd".encode("cp1252"), "x")
    assert bron.with_tekst("Geïnd → klaar").to_bytes().decode() == "Geïnd → klaar"


@pytest.mark.parametrize(("tekst", "einde"), [("a\r\nb\r\nc\n", "\r\n"), ("a\nb", "\n"), ("a\rb\r", "\r"), ("", "\n")])
def test_new_lines_get_the_line_end_the_file_uses_most(tekst, einde):
    assert make_brontekst(tekst, "x").regeleinde == einde


def test_characters_word_cannot_hold_are_reported_with_their_line():
    _, meldingen = read_brontekst(b"goed\nfout \x0b hier\n\nen \x00 hier\n", "verslag.md")
    assert [(m.code, m.bron.nummer) for m in meldingen] == [("teken-ongeldig", 2), ("teken-ongeldig", 4)]
    assert "U+000B" in meldingen[0].tekst


def test_a_file_full_of_such_characters_is_not_reported_line_by_line():
    _, meldingen = read_brontekst(b"\x00\n" * 5000, "verslag.md")
    assert len(meldingen) == 21
    assert "4980" in meldingen[-1].tekst


@pytest.mark.parametrize("begin", [b"PK\x03\x04rest", b"%PDF-1.7 rest", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_word_or_pdf_file_under_the_wrong_name_is_called_by_its_kind(begin):
    bron, meldingen = read_brontekst(begin, "verslag.md")
    assert (bron.tekst, [m.code for m in meldingen]) == ("", ["bestand-onleesbaar"])


def test_a_file_that_is_far_too_big_is_not_read():
    bron, meldingen = read_brontekst(b"a" * 3_000_000, "verslag.md")
    assert (bron.tekst, [m.code for m in meldingen]) == ("", ["bestand-onleesbaar"])


@given(st.binary())
def test_any_bytes_are_read_and_written_back_the_same(inhoud):
    bron, meldingen = read_brontekst(inhoud, "x")
    if not any(m.code == "bestand-onleesbaar" for m in meldingen):
        assert bron.to_bytes() == inhoud


@given(st.text(alphabet="ab\r\n\x0b\x85\u2028"))
def test_lines_are_those_an_editor_shows_and_lie_where_they_say(tekst):
    for regel in iter_regels(tekst):
        assert tekst[regel.begin :].startswith(regel.tekst)
    expected = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = [regel.tekst for regel in iter_regels(tekst)]
    assert found == (expected if expected == [""] or expected[-1] else expected[:-1])
