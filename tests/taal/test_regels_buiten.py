"""Bodies that are not at the table: what they do is news, unless something says it was agreed or comes to the table."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.taal.context import Vergaderkring, set_vergadering
from pipeline.taal.kring import build_kring, join_namen
from pipeline.taal.pijplijn import build_nlp
from pipeline.taal.termijnen import find_termijn
from pipeline.taal.toezeggingen import Toezegging, get_toezeggingen
from pipeline.taal.voorstellen import ONDERGRENS
from pipeline.wie.personen import parse_deelnemer

CIRCLE = Vergaderkring(
    build_kring(
        d for line in ("mw. De Proef (Proefland)", "dhr. Schijn", "Jan Nepper") if (d := parse_deelnemer(line))
    ),
    date(2026, 2, 3),
)


def judge(tekst: str) -> list[Toezegging]:
    nlp = build_nlp()
    return list(get_toezeggingen(nlp(set_vergadering(nlp.make_doc(tekst), CIRCLE))))


def proposed(tekst: str) -> list[str]:
    return [join_namen(t.kandidaat.actiehouders) for t in judge(tekst) if t.zekerheid >= 0.5]


@pytest.mark.parametrize(
    "zin",
    [
        "De gemeente X zoekt een nieuwe locatie en het college spreekt daar volgende week over.",
        "De provincie vervangt dit jaar de brug bij de haven.",
        "Mw. De Proef vertelt dat de gemeente Nepstad in het najaar de school verbouwt.",
        "Jan Nepper laat weten dat de provincie voor de zomer het plan herziet.",
        "De netbeheerder zal naar verwachting pas over vier jaar klaar zijn met de bouw.",
        "Volgens dhr. Schijn zal de gemeente dat nooit betalen.",
    ],
)
def test_what_a_body_outside_does_as_a_fact_is_not_proposed(zin: str) -> None:
    assert proposed(zin) == []


@pytest.mark.parametrize(
    ("zin", "houder"),
    [
        ("De provincie stuurt de cijfers na.", "provincie"),
        ("De gemeente Nepstad levert de kaarten voor 1 mei aan.", "gemeente Nepstad"),
        ("De provincie zegt toe het plan in juni te bespreken.", "provincie"),
        ("De GGD zal het draaiboek aanpassen.", "GGD"),
        ("Afgesproken wordt dat de gemeente Nepstad een locatie zoekt.", "gemeente Nepstad"),
        ("Mw. De Proef meldt dat zij de stukken nastuurt.", "mw. De Proef"),
    ],
)
def test_what_a_body_brings_to_the_table_or_promised_is_proposed(zin: str, houder: str) -> None:
    assert proposed(zin) == [houder]


@pytest.mark.parametrize(
    "zin",
    [
        "De voorzitter heet mw. De Proef welkom, die vandaag dhr. Schijn vervangt.",
        "Dhr. Schijn sluit later aan.",
        "Mw. De Proef deelt mede dat de raad op 18 februari een besluit neemt.",
        "Het verslag wordt aldus gewijzigd vastgesteld.",
        "Besloten wordt de kaarten op wijkniveau te publiceren.",
        "Jan gaat de straat op, dat heeft de gemeenteraad zo besloten.",
        "Vanuit Proefland wordt gevraagd of een werkbezoek mogelijk is.",
        "Hierover wordt niets afgesproken.",
        "Dhr. Schijn heeft het gesprek gevoerd en bericht dat de buren geen bezwaar hebben.",
        "Mw. De Proef vult aan dat de collega's zich niet gehoord voelen.",
        "Jan vraagt zich af of dhr. Schijn ook moet meebetalen.",
    ],
)
def test_what_happens_at_the_table_itself_is_no_action(zin: str) -> None:
    assert proposed(zin) == []


@pytest.mark.parametrize(
    ("tekst", "houder"),
    [
        ("Mw. De Proef licht toe hoe het loopt. De zorg is bekend. Zij mailt een voorstel.", "mw. De Proef"),
        ("Mw. De Proef vindt dat niet goed. Dhr. Schijn steunt dat. Zij stuurt een voorstel rond.", "mw. De Proef"),
        ("Volgens mw. De Proef is dat gebeurd. Zij stuurt de uitkomst rond.", "mw. De Proef"),
        (
            "Dhr. Schijn en Jan Nepper hebben dit nog niet gedaan; zij leveren het vrijdag aan.",
            "dhr. Schijn en Jan Nepper",
        ),
        ("Afgesproken wordt dat Proefland en Nepstad een plan laten opstellen.", "Proefland en Nepstad"),
        ("Die aanvulling levert dhr. Schijn uiterlijk 18 april aan.", "dhr. Schijn"),
    ],
)
def test_a_pronoun_is_who_was_spoken_of_and_fits_it(tekst: str, houder: str) -> None:
    assert proposed(tekst) == [houder]


def test_who_opens_a_sentence_still_acts_behind_a_clause_in_between() -> None:
    zin = "Jan zoekt uit wat verhuur zou opleveren en komt hier volgende week op terug."
    assert proposed(zin) == ["Jan"]
    assert {find_termijn(t.kandidaat).tekst for t in judge(zin)} == {"volgende week"}


def test_a_term_in_another_clause_of_the_same_people_is_theirs() -> None:

    (found,) = judge("Dhr. Schijn stemt dit af met de provincie en doet in maart verslag.")
    assert find_termijn(found.kandidaat).tekst == "in maart"
    assert found.zekerheid > ONDERGRENS
