"""Every room knows the same prefixes and offices, and takes the same two names for one person."""

from __future__ import annotations

import pytest

from pipeline.lezen import lees
from pipeline.markering.houders import read_houders
from pipeline.model import Persoon
from pipeline.wie.namen import is_wellicht_dezelfde
from pipeline.wie.personen import parse_persoon

VOORVOEGSELS = ["'t", "in 't", "van 't", "op den", "uit den", "aan de", "bij de", "over de", "voor den", "van der",
                "von", "zu", "da", "dos", "ben", "el", "thoe", "de la", "du"]  # fmt: skip


@pytest.mark.parametrize("voorvoegsel", VOORVOEGSELS)
def test_the_owner_of_an_action_is_whole_with_every_prefix(voorvoegsel):
    found = read_houders(f"Mia {voorvoegsel} Proefstra: brief sturen")
    assert found is not None
    assert found.tekst == f"Mia {voorvoegsel} Proefstra"


@pytest.mark.parametrize("voorvoegsel", VOORVOEGSELS)
def test_two_people_under_one_office_are_whole_with_every_prefix(voorvoegsel):
    line = f"Aanwezig: wethouders {voorvoegsel} Proefstra en {voorvoegsel} Voorbeeld"
    found = lees(f"Verslag PRT 3 juni 2026\n\n{line}\n\n1. Opening\nWelkom.\n".encode(), "verslag.txt").verslag
    assert found is not None
    assert [d.regel for d in found.deelnemers] == [
        f"{voorvoegsel} Proefstra (wethouder)",
        f"{voorvoegsel} Voorbeeld (wethouder)",
    ]


def persoon(naam: str) -> Persoon:
    found = parse_persoon(naam)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("een", "ander", "kan"),
    [
        ("dr. Proefstra", "mw. Proefstra", True),
        ("drs. A. Proefstra", "mevrouw Proefstra", True),
        ("dhr. Proefstra", "mw. Proefstra", False),
        ("de heer A. Proefstra", "dhr. A.B. Proefstra", True),
        ("mw. A. Proefstra", "mw. B. Proefstra", False),
        ("mw. A. van Proefstra", "mw. A. Proefstra", False),
    ],
)
def test_two_names_are_one_person_unless_something_contradicts(een, ander, kan):
    assert is_wellicht_dezelfde(persoon(een), persoon(ander)) is kan
