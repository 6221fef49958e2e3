"""A command that was cut off is put back: every file as it was, save what a person made of it since."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.werkmap import (
    IntussenVeranderdError,
    journaal,
    list_half_af,
    move,
    remove_file,
    rewrite,
    take_back_half_af,
    write_atomic,
)

# What a command does before the power goes: it changes a file, makes one in a new folder, moves one and removes one.
BREEKT_AF = """
import os, sys
from pathlib import Path
from pipeline.werkmap import journaal, move, remove_file, write_atomic
root = Path(sys.argv[1])
with journaal(root, "proef"):
    write_atomic(root / "verslag.md", b"nieuw")
    write_atomic(root / "verslag.md", b"nog nieuwer")
    write_atomic(root / "logboek" / "feit.yaml", b"soort: proef")
    move(root / "map", root / "elders")
    write_atomic(root / "elders" / "stuk.txt", b"veranderd")
    remove_file(root / "weg.txt")
    (root / ".~regietafel-half.tmp").write_bytes(b"half")
    os._exit(9)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"verslag.md": "oud", "map/stuk.txt": "stuk", "weg.txt": "weg"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def content(root: Path) -> dict[str, str]:
    return {p.relative_to(root).as_posix(): p.read_text() for p in sorted(root.rglob("*")) if p.is_file()}


def break_off(root: Path) -> None:
    assert subprocess.run([sys.executable, "-c", BREEKT_AF, str(root)], check=False).returncode == 9


def test_everything_is_put_back_and_nothing_is_left_lying(root):
    before = content(root)
    break_off(root)
    assert content(root) != before
    (done,) = take_back_half_af(root)
    assert (done.half_af.daad, done.gebleven) == ("proef", ())
    assert content(root) == before
    assert sorted(p.name for p in root.iterdir()) == ["map", "verslag.md", "weg.txt"]


def test_what_is_half_done_is_listed_until_it_is_put_back(root):
    break_off(root)
    (half,) = list_half_af(root)
    assert (half.daad, half.is_hier) == ("proef", True)
    take_back_half_af(root)
    assert list_half_af(root) == ()


def test_a_text_a_person_changed_since_stays_and_the_older_one_is_kept(root):
    break_off(root)
    (root / "verslag.md").write_text("met de hand")
    (done,) = take_back_half_af(root)
    assert [p.name for p in done.gebleven] == ["verslag.md"]
    assert (root / "verslag.md").read_text() == "met de hand"
    assert [p.read_text() for p in (root / "oud").iterdir()] == ["oud"]


def test_being_cut_off_while_putting_back_does_no_harm(root):
    before = content(root)
    break_off(root)
    (journal,) = (root / ".regietafel").iterdir()
    (journal / "2.oud").replace(root / "verslag.md")  # the last step but one is undone, and then it stopped
    take_back_half_af(root)
    assert content(root) == before


def test_a_command_that_fails_puts_back_what_it_wrote(root):
    before = content(root)
    with pytest.raises(OSError, match="vol"), journaal(root, "proef"):
        write_atomic(root / "verslag.md", b"nieuw")
        raise OSError("vol")
    assert content(root) == before


def test_a_command_that_ends_leaves_no_journal(root):
    with journaal(root, "proef"):
        write_atomic(root / "verslag.md", b"nieuw")
        move(root / "map", root / "elders")
        remove_file(root / "weg.txt")
    assert content(root) == {"verslag.md": "nieuw", "elders/stuk.txt": "stuk"}
    assert take_back_half_af(root) == ()


def test_a_command_that_is_busy_is_not_put_back(root):
    with journaal(root, "proef"):
        write_atomic(root / "verslag.md", b"nieuw")
        assert list_half_af(root) == ()
        assert take_back_half_af(root) == ()
        assert (root / "verslag.md").read_text() == "nieuw"


def test_what_another_computer_left_is_put_back_only_when_asked(root, monkeypatch):
    before = content(root)
    break_off(root)
    monkeypatch.setattr("platform.node", lambda: "een-andere-computer")
    assert [half.is_hier for half in list_half_af(root)] == [False]
    assert take_back_half_af(root) == ()
    assert content(root) != before
    assert len(take_back_half_af(root, ook_van_elders=True)) == 1
    assert content(root) == before


def test_what_was_kept_on_purpose_stays_also_when_the_command_fails_later(root):
    with pytest.raises(OSError, match="vol"), journaal(root, "proef") as kept:
        write_atomic(root / "verslag.md", b"verstuurd")
        kept.keep()
        write_atomic(root / "weg.txt", b"ook verstuurd")
        raise OSError("vol")
    assert (root / "verslag.md").read_text() == "verstuurd"
    assert (root / "weg.txt").read_text() == "ook verstuurd"


# somebody saves in between


def test_a_change_is_made_anew_from_what_somebody_saved_meanwhile(root):
    path, seen = root / "verslag.md", []

    def number(text: bytes) -> bytes:
        seen.append(text)
        if len(seen) == 1:
            path.write_bytes(b"oud, en een alinea erbij")
        return text + b" [A1]"

    assert rewrite(path, number)
    assert path.read_bytes() == b"oud, en een alinea erbij [A1]"
    assert seen == [b"oud", b"oud, en een alinea erbij"]


def test_a_file_that_is_not_what_it_was_is_not_written_over(root):
    path = root / "verslag.md"
    with pytest.raises(IntussenVeranderdError):
        write_atomic(path, b"nieuw", was=b"iets anders")
    assert path.read_text() == "oud"
    assert sorted(p.name for p in root.iterdir()) == ["map", "verslag.md", "weg.txt"]
