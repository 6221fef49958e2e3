"""Single files are written whole or not at all, and nobody's work is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.werkmap import FileBusyError, Voorkeur, list_files, lock, place_document, read_bytes, write_atomic
from pipeline.werkmap.paden import safe_name


def unchanged(_: bytes) -> bool:
    return True


def changed(_: bytes) -> bool:
    return False


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path):
    assert write_atomic(tmp_path / "map" / "verslag.docx", b"inhoud")
    assert (tmp_path / "map" / "verslag.docx").read_bytes() == b"inhoud"
    assert os.listdir(tmp_path / "map") == ["verslag.docx"]


def test_unchanged_output_is_not_rewritten(tmp_path):
    path = tmp_path / "a.docx"
    write_atomic(path, b"inhoud")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert not write_atomic(path, b"inhoud")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"oud")
    code = (
        "import os, sys; from pathlib import Path; from pipeline.werkmap import write_atomic\n"
        "os.fsync = lambda _: os._exit(9)  # the power fails while the bytes go out\n"
        "write_atomic(Path(sys.argv[1]), b'nieuw')"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert path.read_bytes() == b"oud"


@pytest.mark.parametrize("owner", ["~$rslag.docx", "~$verslag.docx", ".~lock.verslag.docx#"])
def test_a_file_open_in_word_or_libreoffice_is_left_alone(tmp_path, owner):
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"oud")
    (tmp_path / owner).write_bytes(b"")
    with pytest.raises(FileBusyError):
        place_document(path, b"nieuw", unchanged)
    assert path.read_bytes() == b"oud"


def test_a_document_as_we_wrote_it_is_renewed(tmp_path):
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"oud")
    assert place_document(path, b"nieuw", unchanged).geschreven
    assert path.read_bytes() == b"nieuw"


def test_a_document_changed_by_hand_stays_as_it_is(tmp_path):
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"met de hand")
    assert place_document(path, b"nieuw", changed).geweigerd
    assert path.read_bytes() == b"met de hand"


def test_the_new_document_can_stand_beside_it(tmp_path):
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"met de hand")
    first = place_document(path, b"nieuw", changed, Voorkeur.ERNAAST)
    second = place_document(path, b"nog nieuwer", changed, Voorkeur.ERNAAST)
    assert [first.pad.name, second.pad.name] == ["verslag (nieuw).docx", "verslag (nieuw 2).docx"]
    assert path.read_bytes() == b"met de hand"
    assert first.pad.read_bytes() == b"nieuw"


def test_what_is_replaced_on_request_is_kept_first(tmp_path):
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"met de hand")
    uitkomst = place_document(path, b"nieuw", changed, Voorkeur.OVERSCHRIJF)
    assert path.read_bytes() == b"nieuw"
    assert uitkomst.bewaard.parent == tmp_path / "oud"
    assert uitkomst.bewaard.read_bytes() == b"met de hand"


def test_only_one_command_works_on_a_werkmap_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.werkmap.opslag._WACHTTIJD", 0.2)
    code = (
        "import sys; from pathlib import Path; from pipeline.werkmap import lock\n"
        "with lock(Path(sys.argv[1])): print('vast', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"vast\n"
        with pytest.raises(FileBusyError), lock(tmp_path):
            pass
        other.stdin.close()
        other.wait(10)
    with lock(tmp_path):
        assert os.listdir(tmp_path) == []  # nothing of it lies in the synced folder


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(OSError, match="larger"):
        read_bytes(tmp_path / "a", limit=4)


def test_hidden_and_owner_files_are_no_papers(tmp_path):
    for name in ("notitie.pdf", ".DS_Store", "~$notitie.docx"):
        (tmp_path / name).write_bytes(b"")
    assert list_files(tmp_path) == {"notitie.pdf"}
    assert list_files(Path(tmp_path / "weg")) == frozenset()


@pytest.mark.parametrize(
    ("gevraagd", "naam"),
    [
        ("Verslag: a/b?", "Verslag- a-b-"),
        ("CON.docx", "_CON.docx"),
        ("punt.", "punt"),
        ("x" * 300, "x" * 120),
        ("...", "document"),
    ],
)
def test_a_file_name_is_one_a_windows_share_accepts(gevraagd, naam):
    assert safe_name(gevraagd) == naam
