"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from opdrachten import Afloop, run_opdracht

REPO = Path(__file__).parents[1]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """In CI a skipped test is a failure: what is not run is not known to work."""
    if os.environ.get("CI") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, which is a failure in CI: {report.longrepr}"


@pytest.fixture
def voorbeeld(tmp_path: Path) -> Path:
    """A copy of the worked example, to work in."""
    werkmap = tmp_path / "werkmap"
    werkmap.mkdir()
    shutil.copy2(REPO / "regietafel.yaml", werkmap)
    for name in ("agenda", "verslagen"):
        shutil.copytree(REPO / name, werkmap / name, ignore=shutil.ignore_patterns("*.docx", "*.pdf"))
    return werkmap


@pytest.fixture
def regietafel(capsys: pytest.CaptureFixture[str]) -> Callable[..., Afloop]:
    """Run a command, in a werkmap where one is given."""

    def run(*words: object, werkmap: Path | None = None) -> Afloop:
        return run_opdracht(capsys, *(("-C", werkmap) if werkmap else ()), *words)

    return run


@pytest.fixture(autouse=True)
def own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks of a test stay out of the home folder of whoever runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
