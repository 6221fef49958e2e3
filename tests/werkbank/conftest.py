"""A werkmap with the worked example, a real workbench that works in it, and a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bankhulp import Bank, copy_voorbeeld, start


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return copy_voorbeeld(tmp_path / "werkmap")


@pytest.fixture
def bank(werkmap: Path, tmp_path: Path) -> Iterator[Bank]:
    found = start(werkmap, tmp_path / "thuis")
    yield found
    found.proces.kill()
    found.proces.wait()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "Chromium is needed: python scripts/programmas.py"
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=flags)
        yield found
        found.close()
