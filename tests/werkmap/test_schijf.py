"""What an act prepares is seen by the act and by nobody else, until it is written whole."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.werkmap import (
    FileBusyError,
    IntussenVeranderdError,
    commit,
    exists,
    is_dir,
    is_file,
    list_dir,
    make_dir,
    move,
    on_disk,
    read_bytes,
    remove_file,
    rewrite,
    size_of,
    voorbereiding,
    walk,
    write_atomic,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("verslag.md", "map/stuk.txt", "map/dieper/blad.txt", "weg.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"oud {name}")
    return tmp_path


def content(root: Path) -> dict[str, bytes | None]:
    """Every file with its content, and every folder with None."""
    return {p.relative_to(root).as_posix(): p.read_bytes() if p.is_file() else None for p in sorted(root.rglob("*"))}


def seen(root: Path) -> dict[str, bytes | None]:
    """The same as an act sees it."""
    return {p.relative_to(root).as_posix(): read_bytes(p) if is_file(p) else None for p in sorted(walk(root))}


def test_what_is_prepared_stands_nowhere_until_it_is_committed(root):
    before = content(root)
    with voorbereiding() as prepared:
        write_atomic(root / "verslag.md", b"nieuw")
        write_atomic(root / "logboek" / "feit.yaml", b"soort: proef")
        move(root / "map", root / "elders")
        remove_file(root / "weg.txt")
        make_dir(root / "leeg")
        inside = seen(root)
        assert content(root) == before
    assert content(root) == before
    commit(prepared, root, "proef")
    assert content(root) == inside
    assert inside["elders/dieper/blad.txt"] == b"oud map/dieper/blad.txt"
    assert not {"map", "weg.txt"} & set(inside)


def test_a_file_that_moves_can_be_changed_where_it_came_and_its_old_place_taken_again(root):
    with voorbereiding() as prepared:
        move(root / "map", root / "elders")
        write_atomic(root / "elders" / "stuk.txt", b"veranderd")
        write_atomic(root / "map" / "stuk.txt", b"nieuw in het oude")
        assert not exists(root / "map" / "dieper")
        assert [p.name for p in list_dir(root / "map")] == ["stuk.txt"]
        assert size_of(root / "elders" / "stuk.txt") == 9
    commit(prepared, root, "proef")
    assert (root / "elders" / "stuk.txt").read_bytes() == b"veranderd"
    assert (root / "map" / "stuk.txt").read_bytes() == b"nieuw in het oude"


@pytest.mark.parametrize("gebeurtenis", ["saved", "removed", "added beside", "made where none was"])
def test_nothing_is_written_where_what_was_read_has_changed(root, gebeurtenis):
    with voorbereiding() as prepared:
        assert read_bytes(root / "verslag.md")
        assert not exists(root / "register.yaml")
        list_dir(root / "map")
        write_atomic(root / "lijst.txt", b"gemaakt uit wat er stond")
    changes = {
        "saved": lambda: (root / "verslag.md").write_text("door een ander bewaard"),
        "removed": (root / "verslag.md").unlink,
        "added beside": lambda: (root / "map" / "nieuw.txt").write_text("x"),
        "made where none was": lambda: (root / "register.yaml").write_text("x"),
    }
    changes[gebeurtenis]()
    with pytest.raises(IntussenVeranderdError):
        commit(prepared, root, "proef")
    assert not (root / "lijst.txt").exists()


def test_what_was_not_read_may_change(root):
    with voorbereiding() as prepared:
        read_bytes(root / "verslag.md")
        write_atomic(root / "lijst.txt", b"x")
    (root / "weg.txt").write_text("door een ander bewaard")
    commit(prepared, root, "proef")
    assert (root / "lijst.txt").is_file()


def test_a_file_that_is_open_in_word_is_told_before_anything_is_written(root):
    (root / "~$rslag.md").write_bytes(b"")
    with voorbereiding(), pytest.raises(FileBusyError):
        write_atomic(root / "verslag.md", b"nieuw")


def test_a_change_is_made_of_what_was_prepared_before(root):
    with voorbereiding() as prepared:
        rewrite(root / "verslag.md", lambda text: text + b" en meer")
        rewrite(root / "verslag.md", lambda text: text + b" en nog meer")
        with on_disk():
            assert read_bytes(root / "verslag.md") == b"oud verslag.md"
    commit(prepared, root, "proef")
    assert (root / "verslag.md").read_bytes() == b"oud verslag.md en meer en nog meer"


def test_a_save_between_the_last_look_and_the_write_is_kept(root, monkeypatch):
    """The narrowest gap there is: the look is done, the file is saved, and then it would be replaced."""
    with voorbereiding() as prepared:
        rewrite(root / "verslag.md", lambda text: text + b" en meer")
    found = prepared.find_changed

    def look_then_save() -> Path | None:
        answer = found()
        (root / "verslag.md").write_bytes(b"net bewaard")
        return answer

    monkeypatch.setattr(prepared, "find_changed", look_then_save)
    with pytest.raises(IntussenVeranderdError):
        commit(prepared, root, "proef")
    assert (root / "verslag.md").read_bytes() == b"net bewaard"
    assert not (root / "oud").exists()


NAMEN = st.sampled_from(["a", "b", "m", "m/a", "m/b", "m/d", "m/d/a", "n", "n/a"])
STAPPEN = st.lists(
    st.tuples(st.sampled_from(["write", "remove", "move", "make", "look"]), NAMEN, NAMEN, st.binary(max_size=3)),
    max_size=9,
)


def do(stap: tuple[str, str, str, bytes], root: Path) -> None:
    """One step; what cannot be done on a disk is not done here either."""
    what, one, two, data = stap
    path, target = root / one, root / two
    if what == "write" and not is_dir(path) and not any(is_file(p) for p in path.parents if p.is_relative_to(root)):
        write_atomic(path, data)
    elif what == "remove" and is_file(path):
        remove_file(path)
    elif what == "make" and not is_file(path) and not any(is_file(p) for p in path.parents if p.is_relative_to(root)):
        make_dir(path)
    elif what == "move" and exists(path) and not exists(target) and not target.is_relative_to(path):
        if not any(is_file(p) for p in target.parents if p.is_relative_to(root)):
            make_dir(target.parent)
            move(path, target)
    elif what == "look":
        list_dir(path)


@settings(max_examples=200, deadline=None)
@given(STAPPEN, STAPPEN)
def test_any_series_of_steps_ends_prepared_as_it_ends_on_disk(tmp_path_factory, first, steps):
    plain, laid = tmp_path_factory.mktemp("plain"), tmp_path_factory.mktemp("laid")
    for stap in (*first,):
        do(stap, plain)
        do(stap, laid)
    for stap in steps:
        do(stap, plain)
    with voorbereiding() as prepared:
        for stap in steps:
            do(stap, laid)
        inside = seen(laid)
    commit(prepared, laid, "proef")
    with contextlib.suppress(OSError):
        (laid / ".regietafel").rmdir()
    assert inside == content(plain) == content(laid)
