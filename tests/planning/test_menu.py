"""Started without a command in a window of its own, the program shows the status and offers the next steps."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest
from opdrachten import Werkmap


class Venster:
    """A terminal window with the program in it."""

    def __init__(self, werkmap: Path, op: str) -> None:
        self.hier, daar = pty.openpty()
        command = [sys.executable, "-m", "pipeline", "-C", str(werkmap), "--op", op]
        environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb"}
        self.process = subprocess.Popen(command, stdin=daar, stdout=daar, stderr=daar, env=environment)
        os.close(daar)
        self.scherm = ""

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + 30
        while text not in self.scherm:
            assert time.monotonic() < end, self.scherm
            try:
                self.scherm += os.read(self.hier, 4096).decode(errors="replace")
            except OSError:
                break
        assert text in self.scherm

    def type(self, text: str) -> None:
        self.scherm = ""
        os.write(self.hier, text.encode() + b"\n")

    def close(self) -> int:
        return self.process.wait(timeout=30)


@pytest.fixture
def gepland(werkmap: Werkmap) -> Werkmap:
    werkmap.write("agenda/prt/2027-01-08/agenda.yaml", "agendapunten: [Stand van zaken]\n")
    return werkmap


def test_a_step_is_chosen_by_its_number_and_carried_out(gepland) -> None:
    window = Venster(gepland.root, "2026-12-20")
    window.wait_for("Typ een nummer en druk op Enter")
    assert "8 januari 2027" in window.scherm
    assert "1. Conceptagenda maken: prt 2027-01-08" in window.scherm
    assert "0. Stoppen" in window.scherm
    window.type("1")
    window.wait_for("Enter voor het menu, 0 om te stoppen")
    assert (gepland.root / "agenda/prt/2027-01-08/2027-01-08 Agenda PRT.docx").is_file()
    window.type("")
    window.wait_for("1. Akkoord voorzitter vragen: prt 2027-01-08")
    window.wait_for("Typ een nummer en druk op Enter")
    window.type("1")
    window.wait_for("Enter voor het menu, 0 om te stoppen")
    window.type("")
    window.wait_for("Typ een nummer en druk op Enter")
    assert "Akkoord voorzitter vragen" not in window.scherm
    window.type("0")
    assert window.close() == 0


def test_a_number_that_is_not_there_is_asked_again(gepland) -> None:
    window = Venster(gepland.root, "2026-12-20")
    window.wait_for("Typ een nummer en druk op Enter")
    window.type("99")
    window.wait_for("99 staat niet in de lijst")
    window.type("")
    assert window.close() == 0


def test_without_a_window_there_is_no_menu(gepland) -> None:
    done = gepland.run(op="2026-12-20")
    assert done.code == 0
    assert "Wat wilt u doen?" not in done.uit
    assert "Volgende stap: regietafel agenda prt 2027-01-08" in done.uit
