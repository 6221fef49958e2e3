"""Starting costs next to nothing: the help page reads no command, and nothing is loaded that is not used."""

import subprocess
import sys

import click
import pytest

from pipeline.cli.groep import OPDRACHTEN, regietafel


@pytest.mark.parametrize("ingang", OPDRACHTEN, ids=lambda ingang: ingang.naam)
def test_the_line_on_the_help_page_is_that_of_the_command_itself(ingang):
    command = regietafel.get_command(click.Context(regietafel), ingang.naam)
    assert command is not None
    assert command.name == ingang.naam
    assert command.get_short_help_str(limit=90) == ingang.uitleg


def loaded_after(*words: str) -> set[str]:
    """The modules that are loaded once a command has run."""
    code = (
        "import sys\nfrom pipeline.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert run.stdout
    return set(run.stderr.split("\n"))


def test_the_help_page_loads_no_command_and_nothing_of_the_rooms():
    ours = {name for name in loaded_after("--help") if name.startswith("pipeline.")}
    assert ours == {"pipeline.cli", "pipeline.cli.groep", "pipeline.cli.nederlands", "pipeline.documentsoorten"}


def test_status_knows_the_holidays_of_the_netherlands_and_of_no_other_country(tmp_path):
    loaded_after("nieuw", str(tmp_path / "map"))
    names = loaded_after("-C", str(tmp_path / "map"), "status")
    assert "holidays" in names
    assert not [name for name in names if name.startswith("holidays.countries")]


def test_an_agenda_is_made_without_loading_what_reads_and_draws_pdf(tmp_path):
    loaded_after("nieuw", str(tmp_path / "map"))
    names = loaded_after("-C", str(tmp_path / "map"), "agenda")
    assert "docxtpl" in names
    assert not {"pypdf", "pdfplumber", "reportlab", "spacy", "paramiko"} & names
