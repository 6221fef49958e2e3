"""Adding to register.yaml: one item more, and every other character as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Negering, Tafel
from pipeline.notatie import append_to_register, make_brontekst, parse_register

TAFEL, DATUM = Tafel("prt", "Proeftafel"), date(2026, 1, 23)
ITEM = {"code": "bijlage-ontbreekt", "zin": "zie bijlage 6", "reden": "die hoort bij het vorige verslag"}


def read(text):
    register, meldingen = parse_register(make_brontekst(text, "register.yaml"), TAFEL, DATUM)
    assert not meldingen
    return register


def lines_added(before, after):
    """The lines that are new; everything else must stand there as it did."""
    rest = iter(after.splitlines())
    added = []
    for line in before.splitlines():
        for found in rest:
            if found == line:
                break
            added.append(found)
        else:
            pytest.fail(f"gone: {line}")
    return added + list(rest)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# van de secretaris\n",
        "negeer:\n  - {code: a, zin: b, reden: c}  # blijft staan\n",
        "negeer:\n- code: a\n  zin: b\n  reden: c\n\n# einde\n",
        "negeer:\n    - code: a\n      zin: b\n      reden: c\nweigeringen:\n  - {zin: x, reden: y}\n",
        "weigeringen:\n  - {zin: x, reden: y}",
        "negeer:\nweigeringen:\n  - {zin: x, reden: y}\n",
    ],
)
def test_an_item_is_added_and_nothing_else_changes(before):
    after = append_to_register(before, "negeer", ITEM)
    assert read(after).negeringen[-1] == Negering(*ITEM.values())
    assert len(read(after).negeringen) == len(read(before).negeringen) + 1
    assert read(after).afwijzingen == read(before).afwijzingen
    assert len(lines_added(before, after)) in (3, 4)


def test_an_empty_list_between_brackets_is_opened():
    assert read(append_to_register("negeer: []\n", "negeer", ITEM)).negeringen


def test_a_list_on_one_line_is_left_for_a_person():
    with pytest.raises(ValueError, match="one line"):
        append_to_register("negeer: [{code: a, zin: b, reden: c}]\n", "negeer", ITEM)


def test_line_ends_stay_what_they_were():
    after = append_to_register("negeer:\r\n  - {code: a, zin: b, reden: c}\r\n", "negeer", ITEM)
    assert after.count("\n") == after.count("\r\n") == 5


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_the_reason_says_it_is_read_back(reasons):
    text = ""
    for reason in reasons:
        text = append_to_register(text, "negeer", {"code": "a", "zin": "b", "reden": reason})
    assert [n.reden for n in read(text).negeringen] == reasons
