"""Who does it in a sentence somebody marked as an action."""

import pytest

from pipeline.markering.onderwerpen import find_onderwerp
from pipeline.wie.namen import Deelnemerindex, index_deelnemers
from pipeline.wie.personen import parse_deelnemer


@pytest.fixture
def bekend() -> Deelnemerindex:
    return index_deelnemers([d for text in ("mw. Toets", "Xanthe Proef") if (d := parse_deelnemer(text))])


@pytest.mark.parametrize(
    ("zin", "houder"),
    [
        ("De heer Voorbeeld zoekt onderwerp 2 uit.", "De heer Voorbeeld"),
        ("Mw. De Proef stuurt de stukken na.", "Mw. De Proef"),
        ("Wethouder Van der Monster zal de provincie bellen.", "Wethouder Van der Monster"),
        ("Dhr. P.J. ten Voorbeeld (gemeente Proefstad) maakt een opzet.", "Dhr. P.J. ten Voorbeeld"),
        ("Prof. dr. Proef levert de cijfers.", "Prof. dr. Proef"),
        ("Mevrouw Schijn en de heer Voorbeeld maken een opzet.", "Mevrouw Schijn en de heer Voorbeeld"),
        ("Voor de volgende keer zoekt de heer Voorbeeld dit uit.", "de heer Voorbeeld"),
        ("Afgesproken wordt dat mevrouw Schijn een notitie maakt.", "mevrouw Schijn"),
        ("De heer Voorbeeld vraagt of dit klopt; mevrouw Schijn zoekt dat uit.", "mevrouw Schijn"),
        ("De heer Voorbeeld vraagt dit na bij de provincie.", "De heer Voorbeeld"),
    ],
)
def test_somebody_with_a_title_is_the_owner_though_on_no_list(zin: str, houder: str) -> None:
    assert find_onderwerp(zin) == houder


def test_a_first_name_before_the_verb_is_the_owner_without_a_list() -> None:
    assert find_onderwerp("Tineke en Omar nemen dit mee naar de werkgroep.") == "Tineke en Omar"


def test_a_listed_name_behind_the_verb_is_the_owner(bekend: Deelnemerindex) -> None:
    assert find_onderwerp("Hierover belt Xanthe met de aannemer.", bekend) == "Xanthe"


@pytest.mark.parametrize(
    "zin",
    [
        "Mevrouw Schijn bellen over de planning.",
        "De heer Voorbeeld wordt uitgenodigd voor de volgende keer.",
        "Gevraagd wordt de heer Voorbeeld uit te nodigen.",
        "De vraag van de heer Voorbeeld wordt uitgezocht.",
        "Met mevrouw Schijn een afspraak maken.",
        "De heer Voorbeeld vraagt of de planning klopt.",
        "Planning komt de volgende keer terug.",
        "Contact opnemen met dhr. Voorbeeld.",
    ],
)
def test_who_is_only_spoken_of_owns_nothing(zin: str) -> None:
    assert find_onderwerp(zin) == ""
