"""A title that says that its item or paper is confidential, in records where the field beside it is silent."""

from __future__ import annotations

from datetime import date, datetime
from textwrap import dedent

import pytest

from pipeline.model import (
    ANDEREN,
    PUBLIEK,
    SECRETARIAAT,
    Embargo,
    Inzage,
    Inzageantwoord,
    Melding,
    Reeks,
    Register,
    Tafel,
    Vergadering,
    Verslag,
    reeks_voor,
)
from pipeline.notatie import (
    make_brontekst,
    parse_aangemeld,
    parse_agenda,
    parse_register,
    parse_tafel,
    parse_verslag,
    write_agenda,
    write_register,
    write_verslag,
)

DATUM = date(2026, 1, 23)
NU = datetime(2026, 1, 20, 12)
TAFEL = Tafel("prt", "Tafel van Voorbeeldstad")


def agenda(tekst: str, tafel: Tafel = TAFEL) -> tuple[Vergadering, tuple[Melding, ...]]:
    return parse_agenda(make_brontekst(dedent(tekst).lstrip(), "agenda.yaml"), tafel, DATUM)


def verslag(
    romp: str, vergadering: Vergadering | None = None, antwoorden: tuple[Inzageantwoord, ...] = ()
) -> tuple[Verslag, tuple[Melding, ...]]:
    text = f"---\ntafel: prt\ndatum: 23 januari 2026\n---\n{dedent(romp).lstrip()}"
    return parse_verslag(make_brontekst(text, "verslag.md"), TAFEL, DATUM, vergadering, antwoorden=antwoorden)


def shown(*, kring=ANDEREN, nu: datetime = NU, **records) -> str:
    """All that these readers may have, as text."""
    return repr(reeks_voor(Inzage(Reeks(TAFEL, **records), nu), kring))


@pytest.mark.parametrize(
    "titel", ["Gebouw (geheim)", "VERTROUWELIJK: Gebouw", "Gebouw - niet openbaar", "[besloten] Gebouw"]
)
def test_a_typed_title_of_the_agenda_says_it(titel):
    read, meldingen = agenda(f"agendapunten:\n  - Opening\n  - titel: '{titel}'\n    toelichting: De Kerkstraat.\n")
    assert meldingen == ()
    assert [p.titel for p in read.agendapunten] == ["Opening", "Gebouw"]
    assert "Gebouw" not in shown(vergaderingen=(read,))
    assert "Kerkstraat" not in shown(vergaderingen=(read,))
    assert "Kerkstraat" in shown(vergaderingen=(read,), kring=SECRETARIAAT)


def test_a_title_written_alone_says_it_too():
    read, _ = agenda("agendapunten:\n  - Gebouw (vertrouwelijk)\n")
    assert "Gebouw" not in shown(vergaderingen=(read,))


def test_the_minutes_under_such_a_title_are_confidential_as_well():
    read, _ = agenda("agendapunten:\n  - Opening\n  - Gebouw (geheim)\n")
    minutes, _ = verslag("## Gebouw\n\nDe Kerkstraat is gekozen.\n")
    assert "Kerkstraat" not in shown(vergaderingen=(read,), verslagen=(minutes,))


def test_a_doubt_is_asked_and_confidential_until_the_field_answers_it():
    read, meldingen = agenda("agendapunten:\n  - titel: Stand van de geheime locatie\n")
    assert [(m.code, m.bron.nummer) for m in meldingen if m.bron] == [("vertrouwelijk-vraag", 2)]
    assert "vertrouwelijk: nee" in meldingen[0].hulp
    assert "geheime locatie" not in shown(vergaderingen=(read,))
    answered, none = agenda("agendapunten:\n  - titel: Stand van de geheime locatie\n    vertrouwelijk: nee\n")
    assert none == ()
    assert "Stand van de geheime locatie" in shown(vergaderingen=(answered,))


def test_what_a_person_answered_is_written_so_that_it_is_read_back_the_same():
    read, _ = agenda(
        """
        agendapunten:
          - {titel: Gebouw (geheim), vertrouwelijk: nee}
          - Grond (geheim)
          - titel: Plan (onder embargo tot 1 maart 2026 9.00 uur)
            bijlagen:
              - {titel: Notitie (vertrouwelijk), bestand: a.pdf, vertrouwelijk: nee}
              - Kaart (geheim).pdf
        """
    )
    again, meldingen = agenda(write_agenda(read))
    assert (again, meldingen) == (read, ())
    assert [p.vertrouwelijk for p in read.agendapunten] == [False, True, False]


@pytest.mark.parametrize(
    "bijlage",
    [
        "{titel: 'Notitie (vertrouwelijk)', bestand: notitie.pdf}",
        "'Notitie (vertrouwelijk).pdf'",
        "'VERTROUWELIJK - Notitie.docx'",
        "'Notitie_vertrouwelijk.pdf'",
        "{titel: 'Notitie (onder embargo tot 1 maart 2026)', bestand: notitie.pdf}",
    ],
)
def test_the_title_of_a_paper_or_the_name_of_its_file_says_it(bijlage):
    read, _ = agenda(f"agendapunten:\n  - titel: Gebouw\n    bijlagen:\n      - {bijlage}\n")
    assert "otitie" not in shown(vergaderingen=(read,))
    assert "otitie" in shown(vergaderingen=(read,), kring=SECRETARIAAT)


def test_an_embargo_that_was_filled_in_settles_what_the_title_says():
    read, _ = agenda("agendapunten:\n  - {titel: Besloten deel, embargo: 2026-03-01 09.00}\n")
    assert "Besloten deel" not in shown(vergaderingen=(read,))
    assert "Besloten deel" in shown(vergaderingen=(read,), nu=datetime(2026, 3, 1, 9))


def test_a_proposal_and_a_standing_item_say_it_too():
    proposals, _ = parse_aangemeld(make_brontekst("aangemeld:\n  - wat: Gebouw (geheim)\n", "aangemeld.yaml"))
    assert "Gebouw" not in shown(aanmeldingen=proposals)
    table, _ = parse_tafel(make_brontekst("naam: PRT\nvaste_punten:\n  - Gebouw (geheim)\n", "tafel.yaml"), "prt")
    read, _ = agenda("agendapunten:\n  - Opening\n", table)
    assert len(read.agendapunten) == 2
    assert "Gebouw" not in shown(vergaderingen=(read,))


def test_a_standing_item_that_the_agenda_has_itself_does_not_come_twice():
    table, _ = parse_tafel(make_brontekst("naam: PRT\nvaste_punten:\n  - Gebouw (geheim)\n", "tafel.yaml"), "prt")
    read, _ = agenda("agendapunten:\n  - {titel: Gebouw (geheim), vertrouwelijk: ja}\n", table)
    assert len(read.agendapunten) == 1


@pytest.mark.parametrize("merk", ["onder embargo tot 1 maart 2026 9.00 uur", "embargo tot 1 maart 2026, 9.00 uur"])
def test_an_embargo_in_a_title_or_heading_ends_when_it_says(merk):
    read, meldingen = agenda(f"agendapunten:\n  - titel: 'Gebouw ({merk})'\n")
    minutes, more = verslag(f"## 1. Gebouw ({merk})\n\nDe Kerkstraat is gekozen.\n")
    assert (meldingen, more) == ((), ())
    assert read.agendapunten[0].embargo == minutes.punten[0].embargo == Embargo(datetime(2026, 3, 1, 9))
    for records in ({"vergaderingen": (read,)}, {"verslagen": (minutes,)}):
        assert "Gebouw" not in shown(**records, kring=PUBLIEK, nu=datetime(2026, 3, 1, 8, 59))
        assert "Gebouw" in shown(**records, kring=PUBLIEK, nu=datetime(2026, 3, 1, 9))
    assert "Kerkstraat" not in shown(verslagen=(minutes,), nu=datetime(2026, 3, 1, 8, 59))
    assert verslag(write_verslag(minutes).partition("---\n")[2].partition("---\n")[2])[0] == minutes


def test_an_embargo_without_an_end_is_asked_until_the_agenda_says_it():
    heading = "## 1. Gebouw (onder embargo)\n\nDe Kerkstraat is gekozen.\n"
    minutes, meldingen = verslag(heading)
    assert [m.code for m in meldingen] == ["embargo-zonder-eind"]
    assert [m.code for m in agenda("agendapunten:\n  - Gebouw (onder embargo)\n")[1]] == ["embargo-zonder-eind"]
    assert "Kerkstraat" not in shown(verslagen=(minutes,), nu=datetime(2030, 1, 1))
    told, _ = agenda("agendapunten:\n  - {titel: Gebouw, embargo: 2026-03-01 09.00}\n")
    minutes, meldingen = verslag(heading, told)
    assert meldingen == ()
    assert "Kerkstraat" in shown(vergaderingen=(told,), verslagen=(minutes,), nu=datetime(2026, 3, 1, 9))
    assert "Kerkstraat" not in shown(vergaderingen=(told,), verslagen=(minutes,))


@pytest.mark.parametrize(
    "regel",
    [
        "VERTROUWELIJK",
        "Dit verslag is vertrouwelijk.",
        "Dit punt is geheim.",
        "| Status | a |\n|---|---|\n| Vertrouwelijk: ja | b |",
    ],
)
def test_what_stands_above_the_first_heading_is_asked_and_kept_back(regel):
    minutes, meldingen = verslag(f"{regel}\n\nDe Kerkstraat is gekozen.\n\n## 1. Opening\n\nDe voorzitter opent.\n")
    assert {m.code for m in meldingen} == {"vertrouwelijk-vraag"}
    assert "## Inleiding (openbaar)" in meldingen[0].hulp
    assert "Kerkstraat" not in shown(verslagen=(minutes,))
    assert "Kerkstraat" in shown(verslagen=(minutes,), kring=SECRETARIAAT)


def antwoord(tekst: str) -> Register:
    return parse_register(make_brontekst(tekst, "register.yaml"), TAFEL, DATUM)[0]


TWIJFEL = """
    ## 1. Opening

    De voorzitter opent.

    ## 3. Gebouw (vertrouwelijk?)

    De Kerkstraat is gekozen. [A1]

    ## 4. Grond (vertrouwelijk)

    De Dorpsweg is gekozen.

    ## Actielijst

    | Nr | Actie | Actiehouder | Termijn | Status |
    |---|---|---|---|---|
    | A1 | De notaris bellen | COA | 1 maart | open |
"""


@pytest.mark.parametrize("punt", ["3", "Gebouw", "3. Gebouw"])
def test_a_doubt_in_minutes_that_went_out_is_answered_in_the_register(punt):
    minutes, meldingen = verslag(TWIJFEL)
    assert "vertrouwelijk-vraag" in [m.code for m in meldingen]
    assert "register.yaml onder vertrouwelijkheid" in meldingen[0].hulp
    for said, seen in (("nee", True), ("ja", False)):
        register = antwoord(f"vertrouwelijkheid:\n  - {{punt: {punt}, vertrouwelijk: {said}, reden: De krant.}}\n")
        minutes, meldingen = verslag(TWIJFEL, antwoorden=register.vertrouwelijkheid)
        assert "vertrouwelijk-vraag" not in [m.code for m in meldingen]
        text = shown(verslagen=(minutes,), registers={DATUM: register})
        assert ("Kerkstraat" in text, "notaris" in text) == (seen, seen)
        assert "De krant" not in text
        assert "Kerkstraat" in shown(verslagen=(minutes,), registers={DATUM: register}, kring=SECRETARIAAT)
        assert parse_register(make_brontekst(write_register(register), "r"), TAFEL, DATUM)[0] == register


def test_without_an_answer_all_of_it_stays_confidential():
    minutes, _ = verslag(TWIJFEL)
    assert not any(word in shown(verslagen=(minutes,)) for word in ("Kerkstraat", "notaris", "Dorpsweg"))


def test_an_answer_takes_nothing_away_from_what_is_certain():
    register = antwoord("vertrouwelijkheid: {punt: 4, vertrouwelijk: nee, reden: De krant.}")
    assert "Dorpsweg" not in shown(verslagen=(verslag(TWIJFEL)[0],), registers={DATUM: register})
    also = antwoord("vertrouwelijkheid: {punt: 3, vertrouwelijk: nee, reden: De krant.}")
    said, _ = agenda("agendapunten:\n  - {titel: Gebouw, nummer: 3, vertrouwelijk: ja}\n")
    records = {"vergaderingen": (said,), "verslagen": (verslag(TWIJFEL)[0],)}
    assert "Kerkstraat" not in shown(**records, registers={DATUM: also})


def test_an_item_may_be_called_confidential_after_it_went_out():
    register = antwoord("vertrouwelijkheid: {punt: 1, vertrouwelijk: ja, reden: Bij nader inzien.}")
    assert "voorzitter opent" not in shown(verslagen=(verslag(TWIJFEL)[0],), registers={DATUM: register})


def test_the_text_above_the_first_heading_has_an_answer_too():
    romp = "Dit punt is geheim. De Kerkstraat.\n\n## 1. Opening\n"
    register = antwoord("vertrouwelijkheid: {punt: kop, vertrouwelijk: nee, reden: Het ging over iets anders.}")
    minutes, meldingen = verslag(romp, antwoorden=register.vertrouwelijkheid)
    assert meldingen == ()
    assert "Kerkstraat" in shown(verslagen=(minutes,), registers={DATUM: register})


def test_a_heading_above_it_answers_the_question():
    for mark, seen in (("openbaar", True), ("vertrouwelijk", False)):
        minutes, meldingen = verslag(f"## Inleiding ({mark})\n\nDit punt is geheim. De Kerkstraat.\n\n## 1. Opening\n")
        assert meldingen == ()
        assert ("Kerkstraat" in shown(verslagen=(minutes,))) is seen
