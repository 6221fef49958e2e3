"""Every act in the table can be done, and belongs to a command that is there."""

from importlib import import_module

import click
import pytest

from pipeline.cli.groep import regietafel
from pipeline.werk.daden import DADEN, Daad
from pipeline.werk.verzoek import Verzoek

IDS = [daad.naam for daad in DADEN]


@pytest.mark.parametrize("daad", DADEN, ids=IDS)
def test_an_act_is_a_function_in_its_module_with_a_request_of_its_own(daad: Daad):
    function = daad.load()
    assert function.__doc__
    names = vars(import_module(function.__module__)).values()
    requests = [kind for kind in names if isinstance(kind, type) and issubclass(kind, Verzoek)]
    assert [getattr(kind, "daad", "") for kind in requests].count(daad.naam) == 1


@pytest.mark.parametrize(
    "daad", [d for d in DADEN if d.regel and not d.regel.startswith("{")], ids=lambda daad: daad.naam
)
def test_the_command_of_an_act_is_there(daad: Daad):
    assert regietafel.get_command(click.Context(regietafel), daad.opdracht) is not None


def test_no_act_is_there_twice():
    assert len(set(IDS)) == len(IDS)
