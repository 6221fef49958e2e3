"""YAML as a secretary types it: what stands there comes out, and what is wrong is said with its line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.notatie.yaml_lezen import Scalar, read_yaml
from pipeline.notatie.yaml_schrijven import write_yaml


def values(tekst):
    return {pair.sleutel: pair.waarde.tekst for pair in read_yaml(tekst, "x").wortel.paren}


@pytest.mark.parametrize(
    "getypt",
    [
        "9:30",
        "9:30 - 11:00",
        "2026-01-23",
        "Nee",
        "no",
        "on",
        "012",
        "1e3",
        "0x1F",
        "~",
        "null",
        "1_000",
        ".5",
        "20:30:40",
        "=",
        "a, b",
        "dhr. Voorbeeld (Voorbeeldstad) [afwezig]",
        "http://voorbeeld.nl/a#b",
        "x\u2028y",
        "a\x85b",
        "50% & meer",
        "e\u0301",
        "👩🏽‍💼",
    ],
)
def test_a_value_comes_out_as_it_was_typed(getypt):
    assert values(f"veld: {getypt}\n") == {"veld": getypt}


def test_quotes_and_blocks_are_yaml():
    tekst = "a: 'it''s'\nb: \"x: y\\n\"\nc: |\n  een\n  twee\nd: >\n  een\n  twee\n"
    assert values(tekst) == {"a": "it's", "b": "x: y\n", "c": "een\ntwee", "d": "een twee"}


def test_a_value_knows_its_line_and_columns():
    pair = read_yaml("titel: x\nlocatie: Voorbeeldstad\n", "x", eerste_regel=5).wortel.paren[1]
    assert (pair.regel, pair.waarde) == (6, Scalar("Voorbeeldstad", 6, 9, 22))


def test_an_empty_value_stands_on_the_line_of_its_name():
    tree = read_yaml("a: x\nb:\nc: y\n", "x").wortel
    assert [(p.sleutel, p.waarde.tekst, p.waarde.regel) for p in tree.paren] == [
        ("a", "x", 1),
        ("b", "", 2),
        ("c", "y", 3),
    ]


@pytest.mark.parametrize(
    ("tekst", "regel", "woorden"),
    [
        ("a: x\nb:\n\tc: y\n", 3, "tab"),
        ("a: x\ntitel:Opening\nb: y\n", 2, "spatie"),
        ("a: x\ntitel: Besluit: ja\n", 2, "dubbele punt in de tekst"),
        ("a:\n  b: x\n c: y\n", 3, "ingesprongen"),
        ("titel: x\n   locatie: y\n", 2, "ingesprongen"),
        ("a: x\nnaam: 't Voorbeeld\nb: y\n", 2, "aanhalingsteken"),
        ('a: x\nb: "Notitie" van de proef\n', 2, "achter het sluitende aanhalingsteken"),
        ("a: x\nb: [een\nc: y\n", 2, "haakje"),
        ("a: @proef\n", 1, "beginnen met @"),
        ("a: %\n", 1, "beginnen met %"),
        ("a: *proef\n", 1, "andere betekenis"),
        ("a: &proef tekst\n", 1, "andere betekenis"),
        ("a: !!python/object:os.system x\n", 1, "andere betekenis"),
        ("a: x\n---\nb: y\n", 2, "tweede ---"),
        ("a: 1\nb: 2\na: 3\n", 3, "twee keer"),
        ("zomaar tekst\n", 1, "dubbele punt"),
        ("- a\n- b\n", 1, "dubbele punt"),
        ('a: "\\UFFFFFFFF"\n', 1, "code"),
        ("? [a]\n: b\n", 1, "geen naam"),
    ],
)
def test_a_mistake_in_the_layout_is_told_with_its_line_in_plain_words(tekst, regel, woorden):
    (melding,) = read_yaml(tekst, "agenda.yaml").meldingen
    assert (melding.code, melding.bron.nummer) == ("yaml-opmaak", regel)
    assert woorden in f"{melding.tekst} {melding.hulp}"


def test_what_stands_before_a_mistake_is_still_read():
    tree = read_yaml("locatie: hier\na: [x\nb: y\n", "x")
    assert not tree.volledig
    assert tree.wortel.paren[0].sleutel == "locatie"


def test_a_code_for_a_character_word_cannot_hold_is_reported():
    (melding,) = read_yaml('a: x\nb: "nul \\0"\n', "x").meldingen
    assert (melding.code, melding.bron.nummer) == ("teken-ongeldig", 2)


def test_aliases_that_multiply_are_refused_at_once():
    bomb = "a0: &a0 [x,x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 40))
    start = time.perf_counter()
    assert {m.code for m in read_yaml(bomb, "x").meldingen} == {"yaml-opmaak"}
    assert time.perf_counter() - start < 60


@pytest.mark.parametrize(
    "tekst", ["[" * 50_000, "a: " + "{b: " * 50_000, "".join(" " * n + "- \n" for n in range(300))]
)
def test_depth_is_bounded(tekst):
    start = time.perf_counter()
    assert read_yaml(tekst, "x").meldingen
    assert time.perf_counter() - start < 60


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(tekst):
    read_yaml(tekst, "x")


@given(st.text(alphabet=list("ab:-#[]{}\"'|>&*!%@?, \n\t~\\0"), max_size=60))
def test_no_punctuation_makes_the_reader_fail(tekst):
    read_yaml(tekst, "x")


teksten = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    alphabet=list("ab:-#[]{}\"'|>&*!%@?, \n\t\r~\\\x00\x85\u2028\ufeff")
)


@given(st.dictionaries(teksten.filter(lambda t: len(t) < 100), teksten, min_size=1))
def test_any_text_written_as_a_field_is_read_back_the_same(velden):
    assert values(write_yaml(velden)) == velden


@given(st.lists(st.dictionaries(st.sampled_from(["titel", "naam"]), teksten, min_size=1)))
def test_any_text_in_a_list_of_records_is_read_back_the_same(records):
    tree = read_yaml(write_yaml({"lijst": records}), "x")
    assert tree.volledig
    if records:
        lijst = tree.wortel.paren[0].waarde
        assert [{p.sleutel: p.waarde.tekst for p in deel.paren} for deel in lijst.delen] == records


def test_mistakes_that_quotes_would_mend_are_all_told_in_one_run():
    text = 'een: x: y\ntwee: goed\ndrie: \'t Voorbeeld\nvier: @proef\nvijf:\n  - *ster\n  - "A" en B\nzes: laatste\n'
    tree = read_yaml(text, "x")
    assert [(m.code, m.bron.nummer) for m in tree.meldingen] == [("yaml-opmaak", n) for n in (1, 3, 4, 6, 7)]
    assert (tree.volledig, tree.hersteld) == (False, True)
    assert [pair.sleutel for pair in tree.wortel.paren] == ["een", "twee", "drie", "vier", "vijf", "zes"]


def test_text_behind_a_hash_that_yaml_drops_is_told():
    tree = read_yaml("titel: Notitie #3 bespreken\nlocatie: hier # een opmerking\nduur: 5 #kort\ntoel: 'a #b'\n", "x")
    assert [(m.code, m.ernst, m.bron.nummer) for m in tree.meldingen] == [
        ("yaml-opmaak", "waarschuwing", 1),
        ("yaml-opmaak", "waarschuwing", 3),
    ]
    assert (tree.volledig, tree.wortel.paren[0].waarde.tekst) == (True, "Notitie")
