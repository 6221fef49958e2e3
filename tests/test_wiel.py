"""The wheel carries what a user needs: it is built, installed in a clean environment, and used from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPO = Path(__file__).parents[1]


def run(*command, cwd=None):
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPO)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_the_templates_and_the_starter_and_nothing_of_the_tests(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("agenda", "verslag", "actielijst", "besluitenlijst"):
        assert f"pipeline/templates/{name}.docx" in names
    assert "pipeline/werkmap/starter/tafel.yaml" in names
    assert not [n for n in names if n.startswith(("tests/", "agenda/", "verslagen/", "docs/"))]


def test_an_installed_package_makes_a_werkmap_and_an_agenda_outside_the_repository(wheel, tmp_path):
    environment = tmp_path / "omgeving"
    run(sys.executable, "-m", "venv", environment)
    folder = environment / ("Scripts" if os.name == "nt" else "bin")
    run(folder / "python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", REPO / "requirements.lock")
    run(folder / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel)
    run(folder / "regietafel", "nieuw", "werkmap", cwd=tmp_path)
    out = run(folder / "regietafel", "-C", "werkmap", "agenda", cwd=tmp_path)
    assert "Geschreven: agenda/prt/" in out
    assert list((tmp_path / "werkmap").rglob("* Agenda PRT.docx"))
