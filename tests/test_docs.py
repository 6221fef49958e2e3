"""What the documentation says is so."""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli.groep import regietafel
from pipeline.model import SOORTEN

REPO = Path(__file__).parents[1]
COMMANDS = regietafel.list_commands(click.Context(regietafel))
SPEC = importlib.util.spec_from_file_location("maak_docs", REPO / "scripts" / "maak_docs.py")
maak_docs = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(maak_docs)


@pytest.mark.parametrize("naam", maak_docs.PAGINAS)
def test_a_generated_page_is_up_to_date(naam):
    assert (REPO / "docs" / naam).read_text(encoding="utf-8") == maak_docs.PAGINAS[naam](), "run: make docs"


@pytest.mark.parametrize("naam", COMMANDS)
def test_every_command_has_dutch_help_with_an_example(naam):
    output = CliRunner().invoke(regietafel, [naam, "--help"], prog_name="regietafel").output
    assert f"Gebruik: regietafel {naam}" in output
    assert "Voorbeeld:" in output
    assert f"regietafel {naam}" in output.split("Voorbeeld:")[1] or f" {naam}" in output.split("Voorbeeld:")[1]
    assert not re.search(r"\b(Usage|Options|Show this|Commands)\b", output)


@pytest.mark.parametrize("naam", COMMANDS)
def test_every_option_is_explained(naam):
    command = regietafel.get_command(click.Context(regietafel), naam)
    assert all(param.help for param in command.params if isinstance(param, click.Option))


def texts_in_source() -> set[str]:
    """The texts in the source, the catalogue itself apart: a code that is not among them is never used."""
    found = set()
    for path in (REPO / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name != "meldingen.py":
                found.add(node.value)
    return found


def test_every_kind_of_melding_is_used():
    assert not {soort.code for soort in SOORTEN} - texts_in_source()


def test_no_code_is_given_twice():
    assert len({soort.code for soort in SOORTEN}) == len(SOORTEN)


def test_every_dependency_earns_its_place_in_a_line():
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    page = (REPO / "docs" / "afhankelijkheden.md").read_text(encoding="utf-8")
    names = {re.match(r"[\w.-]+", dependency).group() for dependency in named}
    assert not [naam for naam in sorted(names) if not re.search(rf"^\| `{re.escape(naam)}` \|", page, re.MULTILINE)]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_everything_with_hashes_and_names_no_host(lock):
    text = (REPO / lock).read_text(encoding="utf-8")
    assert "//" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries if not entry.startswith("#"))


@pytest.mark.parametrize("page", [*sorted((REPO / "docs").rglob("*.md")), REPO / "README.md"], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
