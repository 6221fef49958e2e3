"""Addresses as people have them: whatever Outlook copies becomes addressees, and nothing falls away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.markering.adressen import Adres, read_adressen

GESCHREVEN = {
    "p@x.nl; q@x.nl": [("p@x.nl", ""), ("q@x.nl", "")],
    "p@x.nl, q@x.nl;": [("p@x.nl", ""), ("q@x.nl", "")],
    "p@x.nl\nq@x.nl": [("p@x.nl", ""), ("q@x.nl", "")],
    "p@x.nl q@x.nl": [("p@x.nl", ""), ("q@x.nl", "")],
    "Jansen, P. (Piet) <p@x.nl>": [("p@x.nl", "Jansen, P. (Piet)")],
    "Jansen, Piet <p@x.nl>; Staal, Mia <m@x.nl>": [("p@x.nl", "Jansen, Piet"), ("m@x.nl", "Staal, Mia")],
    "Jansen, Piet <p@x.nl>, Staal, Mia <m@x.nl>": [("p@x.nl", "Jansen, Piet"), ("m@x.nl", "Staal, Mia")],
    '"Jansen; Piet" <p@x.nl>, "Staal, Mia" <m@x.nl>;': [("p@x.nl", "Jansen; Piet"), ("m@x.nl", "Staal, Mia")],
    "a@x.nl, Jansen, Piet <p@x.nl>, b@x.nl": [("a@x.nl", ""), ("p@x.nl", "Jansen, Piet"), ("b@x.nl", "")],
    "p@x.nl <mailto:p@x.nl>": [("p@x.nl", "")],
    "'p@x.nl' <p@x.nl>": [("p@x.nl", "")],
    "Piet Jansen (p@x.nl)": [("p@x.nl", "Piet Jansen")],
    "Jansen, Piet (p@x.nl)": [("p@x.nl", "Jansen, Piet")],
}


@pytest.mark.parametrize("tekst", GESCHREVEN)
def test_every_address_in_a_string_is_an_addressee(tekst):
    assert [(a.email, a.naam) for a in read_adressen(tekst).adressen] == GESCHREVEN[tekst]
    assert not read_adressen(tekst).onleesbaar


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("bestuur; p@x.nl", ("bestuur",)),
        ("bestuur, p@x.nl", ("bestuur",)),
        ("p@x.nl; q@@x.nl", ("q@@x.nl",)),
        ("Jansen <p@x>; p@x.nl", ("Jansen <p@x>",)),
        ("p@x.nl; Bcc: q@x.nl", ("Bcc: q@x.nl",)),
        ("p@x.nl; jan s@x.nl", ("jan s@x.nl",)),
        ("Secretariaat <p@x.nl> (kopie)", ("(kopie)",)),
    ],
)
def test_what_is_no_address_is_named_and_the_others_stay(tekst, rest):
    assert read_adressen(tekst).onleesbaar == rest
    assert read_adressen(tekst).adressen[0].email == "p@x.nl"


_NAAM = st.sampled_from(["", "Piet Toets", "Toets, Piet", "Toets, P. (Piet)", '"Toets; Piet"', "Ürsula d'Or", "Mr. X"])
_EMAIL = st.from_regex(r"[a-z]{1,6}\.?[a-z0-9]{1,4}@[a-z]{2,6}\.(nl|example)", fullmatch=True)
_VREEMD = st.sampled_from(["bestuur", "x@", "@x.nl", "p@@x.nl", "geen adres"])


@given(st.lists(st.one_of(st.tuples(_NAAM, _EMAIL), _VREEMD), max_size=6), st.sampled_from(["; ", ";", "\n"]))
def test_whatever_is_drawn_is_addressed_or_named(stukken, scheiding):
    written = [s if isinstance(s, str) else f"{s[0]} <{s[1]}>" if s[0] else s[1] for s in stukken]
    reading = read_adressen(scheiding.join(written))
    assert {a.email for a in reading.adressen} == {s[1] for s in stukken if not isinstance(s, str)}
    assert list(reading.onleesbaar) == [s for s in stukken if isinstance(s, str)]


def test_a_name_is_kept_where_the_same_address_stands_there_twice():
    assert read_adressen("p@x.nl; Piet <P@x.nl>").adressen == (Adres("P@x.nl", "Piet"),)
