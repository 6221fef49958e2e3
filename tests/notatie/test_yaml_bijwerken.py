"""An edit in a YAML record changes what was asked for, and leaves every other line as it was typed."""

from __future__ import annotations

import pytest

from pipeline.notatie import append_item, set_field, set_item_fields

AGENDA = """\
# De agenda, met de hand getypt.
tijd: 9:30 - 11:00   # een half uur korter
agendapunten:
  # eerst het nieuws
  - titel: Stand van zaken
    duur: 15

  # en dan dit
  - {titel: Planning, duur: 20}   # kort
  - titel: "Slot: en verder"
    toelichting: |-
      Twee regels,
      zoals getypt.
# onderaan
afmeldingen: [wienen]
"""


def test_a_field_is_changed_on_its_own_line() -> None:
    new = set_field(AGENDA, "afmeldingen", ["wienen", "vz-ken"])
    assert new.startswith(AGENDA.removesuffix("afmeldingen: [wienen]\n"))
    assert new.endswith("afmeldingen:\n  - wienen\n  - vz-ken\n")


def test_a_field_that_is_not_there_comes_at_the_end() -> None:
    assert set_field(AGENDA, "afgelast", "Storm: geen treinen") == AGENDA + 'afgelast: "Storm: geen treinen"\n'


def test_an_item_is_added_at_the_end_of_its_list_and_not_of_the_file() -> None:
    new = append_item(AGENDA, "agendapunten", {"titel": "Nieuw", "duur": 5})
    assert new == AGENDA.replace("# onderaan", "  - titel: Nieuw\n    duur: 5\n# onderaan")


def test_an_item_is_put_between_two_others_above_the_comment_of_the_second() -> None:
    new = append_item(AGENDA, "agendapunten", {"titel": "Nieuw"}, positie=1)
    assert new == AGENDA.replace("    duur: 15\n", "    duur: 15\n  - titel: Nieuw\n")


@pytest.mark.parametrize("start", ["", "agendapunten:\n", "agendapunten: []\n", "# niets\n"])
def test_a_list_that_is_empty_or_missing_is_made(start: str) -> None:
    new = append_item(start, "agendapunten", {"titel": "Nieuw"})
    assert new.endswith("agendapunten:\n  - titel: Nieuw\n")
    assert new.startswith("# niets") == start.startswith("#")


def test_a_list_on_one_line_is_written_out() -> None:
    new = append_item("agendapunten: [Opening, {titel: Slot}]\n", "agendapunten", {"titel": "Nieuw"})
    assert new == "agendapunten:\n  - Opening\n  - titel: Slot\n  - titel: Nieuw\n"


def test_fields_of_an_item_are_changed_and_added_on_lines_of_their_own() -> None:
    new = set_item_fields(AGENDA, "agendapunten", 0, {"duur": 25, "spreker": "mw. De Proef"})
    assert new == AGENDA.replace("    duur: 15\n", "    duur: 25\n    spreker: mw. De Proef\n")


def test_an_item_in_braces_is_written_out() -> None:
    new = set_item_fields(AGENDA, "agendapunten", 1, {"duur": 30})
    assert "  - titel: Planning\n    duur: 30\n" in new
    assert new.count("\n") == AGENDA.count("\n") + 1


def test_an_empty_value_takes_a_field_away() -> None:
    new = set_item_fields(AGENDA, "agendapunten", 2, {"toelichting": ""})
    assert new == AGENDA.replace("    toelichting: |-\n      Twee regels,\n      zoals getypt.\n", "")


def test_a_file_from_windows_keeps_its_line_ends() -> None:
    typed = AGENDA.replace("\n", "\r\n")
    new = set_field(typed, "afgelast", "Storm")
    assert new == typed + "afgelast: Storm\r\n"


@pytest.mark.parametrize("kapot", ["agendapunten: [\n", "a: &x 1\nb: *x\n", "tijd: 1\ntijd: 2\n"])
def test_a_text_that_cannot_be_read_is_not_edited(kapot: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        set_field(kapot, "afgelast", "Storm")


def test_what_a_person_types_comes_back_to_the_character() -> None:
    title = 'Een "lastige" titel: {{ x }} # met <tekens> & emoji 🙂'
    new = append_item(AGENDA, "agendapunten", {"titel": title})
    assert set_item_fields(new, "agendapunten", 3, {"duur": 5}).count("emoji 🙂") == 1
