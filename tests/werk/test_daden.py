"""Every act in the table can be done, and belongs to a command that is there."""

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
    requests = [kind for kind in _requests(Verzoek) if getattr(kind, "daad", "") == daad.naam]
    assert [kind.__module__ for kind in requests] == [function.__module__]


def _requests(kind: type[Verzoek]) -> list[type[Verzoek]]:
    return [found for sub in kind.__subclasses__() for found in (sub, *_requests(sub))]


@pytest.mark.parametrize("daad", [d for d in DADEN if not d.regel.startswith("{")], ids=lambda daad: daad.naam)
def test_the_command_of_an_act_is_there(daad: Daad):
    assert regietafel.get_command(click.Context(regietafel), daad.opdracht) is not None


def test_no_act_is_there_twice():
    assert len(set(IDS)) == len(IDS)
