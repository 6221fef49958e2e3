"""From minutes to proposals: what the secretary gets to see, with owner, term, place and reason."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.lezen import lees
from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    Alinea,
    Besluit,
    Bron,
    Kenmerk,
    Stap,
    Tabel,
    Termijn,
    Verslag,
    VerslagPunt,
    Voorstel,
    Voortgang,
)
from pipeline.model.als_json import voorstel_json
from pipeline.taal import build_nlp, check_model, zoek_voorstellen
from pipeline.wie.personen import parse_deelnemer

FOLDER = Path(__file__).parent / "verslagen"
DAG = date(2026, 1, 23)
DEELNEMERS = tuple(
    d
    for line in ("dhr. Voorbeeld (Nepstad)", "mw. De Proef (wethouder)", "Jan Nepper", "mw. Toets (secretaris)")
    if (d := parse_deelnemer(line))
)


def minutes(*paragraphs: str, titel: str = "Planning", actiepunten: tuple[Actiepunt, ...] = ()) -> Verslag:
    blocks = tuple(Alinea(p, bron=Bron("verslag.md", nummer=10 + i)) for i, p in enumerate(paragraphs))
    return Verslag(
        "prt", DAG, deelnemers=DEELNEMERS, punten=(VerslagPunt(titel, "2", blocks),), actiepunten=actiepunten
    )


def proposals(*paragraphs: str, **more: object) -> tuple[Voorstel, ...]:
    return zoek_voorstellen(minutes(*paragraphs, **more), build_nlp(), volgende=date(2026, 3, 6))  # type: ignore[arg-type]


def the_action(*paragraphs: str) -> Actiepunt:
    (found,) = [v for v in proposals(*paragraphs) if v.soort == "actie" and v.zekerheid >= 0.5]
    assert isinstance(found.inhoud, Actiepunt)
    return found.inhoud


def test_a_proposal_carries_its_words_its_place_and_a_reason_in_dutch() -> None:
    text = "De agenda is goed. Jan belt de drukker vóór 1 maart."
    (found,) = proposals(text)
    assert found.bron.bestand == "verslag.md" and found.bron.nummer == 10
    assert found.bron.zin == "Jan belt de drukker vóór 1 maart."
    assert text[found.bron.begin : found.bron.eind] == found.bron.zin
    assert "Jan" in found.reden
    assert 0.5 <= found.zekerheid <= 1


def test_the_owner_is_recognised_as_a_participant_also_when_misspelled() -> None:
    (found,) = proposals("De heer Voorbeelt zoekt dit uit voor de volgende vergadering.")
    assert [d.naam for d in found.deelnemers] == ["dhr. Voorbeeld"]
    assert isinstance(found.inhoud, Actiepunt) and found.inhoud.actiehouder == "dhr. Voorbeelt"


def test_a_role_is_recognised_as_who_holds_it() -> None:
    (found,) = proposals("De secretaris stuurt de stukken rond.")
    assert [d.naam for d in found.deelnemers] == ["mw. Toets"]


def test_the_one_asked_owns_the_action_and_not_the_one_who_asks() -> None:
    action = the_action("De heer Voorbeeld vraagt Jan om de cijfers na te sturen.")
    assert action.actiehouder == "Jan"


def test_several_owners_are_named_one_by_one() -> None:
    action = the_action("Jan en mevrouw De Proef bereiden de bijeenkomst voor.")
    assert action.actiehouder == "Jan en mw. De Proef"
    assert action.actiehouders == ("Jan", "mw. De Proef")


def test_a_passive_without_agent_has_no_owner_and_the_reason_says_so() -> None:
    (found,) = [v for v in proposals("Er wordt vóór de zomer een notitie opgesteld.") if v.soort == "actie"]
    assert isinstance(found.inhoud, Actiepunt) and found.inhoud.actiehouder == ""
    assert "niet bij door wie" in found.reden


def test_a_pronoun_stands_for_the_last_one_named() -> None:
    assert the_action("Mevrouw De Proef kent de cijfers niet. Zij zoekt dit uit.").actiehouder == "mw. De Proef"


def test_an_action_that_only_points_back_takes_the_sentence_before_along() -> None:
    action = the_action("De kaart van het gebied klopt niet meer. Jan pakt dit op.")
    assert action.actie == "De kaart van het gebied klopt niet meer. Jan pakt dit op."


@pytest.mark.parametrize(
    ("words", "tekst", "dag"),
    [
        ("vóór 1 maart", "vóór 1 maart", date(2026, 3, 1)),
        ("eind mei", "eind mei", date(2026, 5, 31)),
        ("voor de volgende vergadering", "voor de volgende vergadering", date(2026, 3, 6)),
        ("in het voorjaar", "in het voorjaar", date(2026, 5, 31)),
        ("in week 12", "in week 12", date(2026, 3, 20)),
        ("binnen twee weken", "binnen twee weken", date(2026, 2, 6)),
        ("uiterlijk medio april", "uiterlijk medio april", date(2026, 4, 15)),
    ],
)
def test_the_term_is_read_as_a_date_with_its_words(words: str, tekst: str, dag: date) -> None:
    assert the_action(f"Jan stuurt {words} een overzicht.").termijn == Termijn(tekst, dag)


def test_a_term_that_hangs_on_an_event_keeps_its_words() -> None:
    term = the_action("Na publicatie van de raming maakt Jan een overzicht.").termijn
    assert term == Termijn("Na publicatie van de raming", None)


def test_the_date_of_a_letter_is_no_term() -> None:
    assert not the_action("Jan beantwoordt de brief van 3 januari.").termijn


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan heeft de cijfers vorige week gestuurd.",
        "De minister stuurt in maart een brief.",
        "Als de raad instemt, zal de aannemer het werk uitvoeren.",
        "Of Jan dit gaat doen, moet nog blijken.",
        "In de vorige vergadering heeft Jan toegezegd de cijfers te sturen.",
        "Gemeenten leveren elk jaar hun cijfers aan.",
        "Wanneer stuurt Jan de cijfers?",
        "Mevrouw De Proef hoopt dat het kabinet de regeling aanpast.",
        "De heer Voorbeeld vraagt of de gemeente de cijfers kent.",
        "Mevrouw De Proef licht het voorstel toe.",
        "De heer Voorbeeld zal de cijfers niet sturen.",
    ],
)
def test_what_only_looks_like_an_action_is_not_shown_as_one(sentence: str) -> None:
    assert [v for v in proposals(sentence) if v.soort == "actie" and v.zekerheid >= 0.5] == []


def test_a_sentence_that_somebody_marked_is_not_proposed_again() -> None:
    sentence = "Jan belt de drukker over de planning [A1]."
    marked = Actiepunt("A1", "Jan belt de drukker over de planning", "Jan", bron=Bron("verslag.md", zin=sentence))
    assert proposals(sentence, actiepunten=(marked,)) == ()


def test_a_remark_in_a_list_of_actions_can_hold_a_new_one() -> None:
    row = Actiepunt(
        "", "Procedure beschrijven", "Jan", status="afgerond", toelichting="Gereed. Jan stuurt het resultaat rond.",
        bron=Bron("verslag.md", nummer=30, zin="Procedure beschrijven"),
    )  # fmt: skip
    (found,) = proposals(actiepunten=(row,))
    assert found.bron.zin == "Jan stuurt het resultaat rond." and found.bron.nummer == 30


def test_the_number_a_paragraph_opens_with_is_its_label() -> None:
    assert the_action("Isseu 31 Jan zal een opzet tekenen.").label == "Issue 31"


def test_a_confidential_item_gives_confidential_proposals() -> None:
    punt = VerslagPunt("Personeel", "3", (Alinea("Jan belt de drukker.", bron=Bron("verslag.md", nummer=1)),), True)
    (found,) = zoek_voorstellen(Verslag("prt", DAG, deelnemers=DEELNEMERS, punten=(punt,)), build_nlp())
    assert isinstance(found.inhoud, Actiepunt) and found.inhoud.vertrouwelijk


def test_tables_and_headings_in_the_text_are_passed_over() -> None:
    blocks = (Tabel((("Wie", "Wat"), ("Jan", "belt de drukker"))), Alinea("**Jan belt de drukker**"))
    assert zoek_voorstellen(Verslag("prt", DAG, punten=(VerslagPunt("Punt", "1", blocks),)), build_nlp()) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "De vergadering stelt het verslag vast.",
        "De notitie is ongewijzigd vastgesteld.",
        "De werkgroep gaat akkoord met de planning.",
        "Besloten wordt om de bijdrage te verhogen.",
        "Het bestuur besluit conform voorstel.",
    ],
)
def test_a_decision_is_proposed_as_one(sentence: str) -> None:
    found = [v for v in proposals(sentence) if v.soort == "besluit"]
    assert [v.inhoud.tekst for v in found if isinstance(v.inhoud, Besluit)] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het kabinet besluit in maart over de wet.",
        "De notitie moet nog worden vastgesteld.",
        "Jan vraagt of het verslag is vastgesteld.",
        "De heer Voorbeeld gaat akkoord met zijn taak.",
    ],
)
def test_a_decision_of_others_or_of_later_is_not(sentence: str) -> None:
    assert [v for v in proposals(sentence) if v.soort == "besluit"] == []


def open_list(*labels: str) -> Actielijst:
    step = Stap(date(2025, 12, 17), "open", Termijn(), "Jan")
    rows = tuple(
        ActielijstRegel(
            Kenmerk("prt", date(2025, 12, 17), label), "cijfers sturen", "Jan", ("Jan",), Termijn(), "open", "",
            "", False, 0, False, (step,),
        )
        for label in labels
    )  # fmt: skip
    return Actielijst("prt", DAG, rows)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A2 is afgerond.", "afgerond"),
        ("Actiepunt A2 kan van de lijst.", "afgerond"),
        ("A2 loopt nog.", "open"),
        ("A2 wordt doorgeschoven naar maart.", "open"),
        ("A2 komt te vervallen.", "vervallen"),
    ],
)
def test_what_is_said_of_an_action_of_the_list_is_progress(sentence: str, status: str) -> None:
    found = zoek_voorstellen(minutes(sentence), build_nlp(), actielijst=open_list("A1", "A2"))
    (progress,) = [v.inhoud for v in found if isinstance(v.inhoud, Voortgang)]
    assert progress.verwijst_naar.label == "A2" and progress.status == status


def test_a_label_that_is_on_no_list_says_nothing() -> None:
    found = zoek_voorstellen(minutes("A9 is afgerond."), build_nlp(), actielijst=open_list("A1"))
    assert [v for v in found if v.soort == "voortgang"] == []


def test_the_json_has_the_shape_of_the_contract() -> None:
    (found,) = map(voorstel_json, proposals("Jan belt de drukker vóór 1 maart."))
    assert found["soort"] == "impliciet" and found["actiehouder"] == "Jan" and found["termijn"] == "2026-03-01"
    assert set(found["bron"]) == {"bestand", "soort", "nummer", "begin", "eind", "zin"}
    json.dumps(found)


def test_a_model_that_is_not_there_is_a_message_and_no_crash() -> None:
    missing = check_model("nl_bestaat_niet_md")
    assert missing is not None and missing.code == "taalmodel-ontbreekt"
    assert check_model("") is None


def test_the_components_come_in_by_their_entry_points() -> None:
    names = build_nlp().pipe_names
    assert names[0] == "regietafel_zinnen"
    assert [n for n in names if n.startswith("regietafel_")][-3:] == [
        "regietafel_toezeggingen", "regietafel_besluiten", "regietafel_voortgang",
    ]  # fmt: skip


def test_a_doc_carries_what_was_found_as_spans() -> None:
    doc = build_nlp()("De secretaris stuurt vóór 1 maart de stukken rond.")
    assert [s.label_ for s in doc.spans["toezeggingen"]] == ["taak"]
    assert [s.text for s in doc.spans["termijnen"]] == ["vóór 1 maart"]
    assert [s.text for s in doc.spans["personen"]] == ["De secretaris"]


def read_marked(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """Return made-up minutes without their marks, and (sentence, owner) for each ``{owner}`` in them."""
    raw = path.read_text(encoding="utf-8")
    marked = re.findall(r"([^\n{}]+?)\s*\{([^}]*)\}", raw)
    last = [(re.split(r"(?<=[.?!])\s+(?=[A-Z])", text.strip())[-1].lstrip("- "), owner) for text, owner in marked]
    return re.sub(r"\s*\{[^}]*\}", "", raw), last


def test_most_actions_of_made_up_minutes_are_found_with_their_owner_and_few_others() -> None:
    wanted = found = wrong = 0
    for path in sorted(FOLDER.glob("*.md")):
        text, marked = read_marked(path)
        record = lees(text.encode(), path.name).verslag
        assert record is not None
        likely = [v for v in zoek_voorstellen(record, build_nlp()) if v.soort == "actie" and v.zekerheid >= 0.5]
        wanted += len(marked)
        sentences = [sentence for sentence, _ in marked]
        hits = [v for v in likely if any((v.bron.zin or "-") in s or s in (v.bron.zin or "") for s in sentences)]
        found += sum(
            any(
                (v.bron.zin or "-") in s and set(o.lower().split()) & set(v.inhoud.actiehouder.lower().split())
                for v in hits
                if isinstance(v.inhoud, Actiepunt)
            )
            for s, o in marked
        )
        wrong += sum(bool(v.inhoud.actiehouder) for v in likely if v not in hits and isinstance(v.inhoud, Actiepunt))
    assert wanted >= 25
    assert found / wanted >= 0.85
    assert wrong <= 3


def test_a_sentence_whose_marker_went_into_a_row_of_the_list_is_not_proposed_again():
    from pipeline.lezen import lees

    text = (
        "# Verslag Proef 3 maart 2025\n\nAanwezig: Jan Proef\n\n## Planning\n\n"
        "Jan stuurt de evaluatie rond. (Actie 24-21)\n\n"
        "## Actielijst\n\n| Nr | Actie | Wie |\n|---|---|---|\n| 24-21 | Evaluatie verspreiden | Jan |\n"
    )
    record = lees(text.encode(), "v.md").verslag
    assert record is not None
    assert [a.label for a in record.actiepunten] == ["24-21"]
    assert not [v for v in zoek_voorstellen(record, build_nlp()) if v.soort == "actie"]
