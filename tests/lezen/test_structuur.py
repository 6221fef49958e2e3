"""From text to minutes: head, participants, items, actions and decisions, in the styles of many bodies."""

from __future__ import annotations

from datetime import date

import pytest
from lezen_bouw import cell, make_docx, p, row, run, table

from pipeline.lezen import lees
from pipeline.model import Verslag

VVE = """\
Notulen Algemene Ledenvergadering VvE De Voorbeeldhof
Datum: 12 maart 2025
Tijd: 19.30 uur – 21.45 uur
Plaats: Buurthuis De Proef, Voorbeeldstad

Aanwezig: mevr. A. de Wit (voorzitter), dhr. B. Zwart (penningmeester), dhr. Groen
Afwezig m.k.: dhr. Paars
Afwezig z.k.: -
Notulist: mevr. C. Blauw

1. Opening
De voorzitter opent de vergadering om 19.35 uur.

2. Onderhoud
Het dak lekt. Er wordt een offerte aangevraagd bij twee aannemers. Actie: bestuur, vóór 1 mei.
De buitenverlichting is kapot. De heer Groen kijkt hiernaar (actie: Groen).
AP 1 Zwart: vraagt de verzekering of de schade gedekt is.
Besluit: de bijdrage blijft in 2026 gelijk.

Actielijst
Nr  Actie                Wie      Wanneer
1   Offertes aanvragen   bestuur  1 mei 2025
"""


def verslag(text: str, naam: str = "verslag.txt") -> Verslag:
    found = lees(text.encode(), naam).verslag
    assert found is not None
    return found


def acties(text: str, naam: str = "verslag.md") -> list[tuple[str, str]]:
    return [(a.actie, a.actiehouder) for a in verslag(text, naam).actiepunten]


def onder(text: str) -> str:
    """Return minutes with this text under one item."""
    head = "# Verslag werkgroep Proef 1 maart 2025\n\nAanwezig: Jan Proef, Piet de Voorbeeld, TK"
    return f"{head}\n\n## Planning\n\n{text}\n"


# the head


def test_the_head_gives_body_date_time_and_place():
    found = verslag(VVE)
    assert (found.tafel, found.datum) == ("Algemene Ledenvergadering VvE De Voorbeeldhof", date(2025, 3, 12))
    assert (str(found.tijd), found.locatie) == ("19:30 tot 21:45 uur", "Buurthuis De Proef, Voorbeeldstad")


@pytest.mark.parametrize(
    ("tekst", "naam", "status"),
    [
        ("Conceptverslag werkgroep Proef", "v.txt", "concept"),
        ("Verslag werkgroep Proef (nog in concept)", "v.txt", "concept"),
        ("Vastgestelde versie | Contact: proef@voorbeeld.nl", "v.txt", "vastgesteld"),
        ("Verslag werkgroep Proef\nStatus: definitief", "v.txt", "vastgesteld"),
        ("Verslag werkgroep Proef", "verslag-concept.txt", "concept"),
        ("Verslag werkgroep Proef", "verslag.txt", "onbekend"),
        ("Verslag werkgroep Proef\n\n1. Opening\nHet conceptverslag wordt vastgesteld.", "v.txt", "onbekend"),
    ],
)
def test_the_version_is_read_from_the_head_or_the_file_name(tekst, naam, status):
    assert verslag(tekst, naam).status == status


@pytest.mark.parametrize(
    ("tekst", "naam", "datum"),
    [
        ("Verslag werkgroep Proef", "20250828-verslag.txt", date(2025, 8, 28)),
        ("Verslag werkgroep Proef", "Verslag stuurgroep 6-9-2024.txt", date(2024, 9, 6)),
        ("Verslag werkgroep Proef 15 januari 2025", "20260115 verslag.txt", date(2026, 1, 15)),
        ("Verslag werkgroep Proef 3 maart 2025", "verslag 2025-03-13.txt", date(2025, 3, 3)),
        ("Brief\nDatum: 11-7-2024\nVergaderdatum: 9 juli 2024", "v.txt", date(2024, 7, 9)),
    ],
)
def test_the_date_is_weighed_between_heading_and_file_name(tekst, naam, datum):
    assert verslag(tekst, naam).datum == datum


def test_that_they_differ_is_said():
    lezing = lees(b"Verslag werkgroep Proef 3 maart 2025", "verslag 2025-03-13.txt")
    assert "datum-verschilt" in [m.code for m in lezing.meldingen]


def test_without_any_date_that_is_said_and_none_is_made_up():
    lezing = lees(b"Verslag werkgroep Proef\n\n1. Opening\nWelkom.", "verslag.txt")
    assert lezing.datum is None
    assert "datum-onbekend" in [m.code for m in lezing.meldingen]


# the participants


def test_the_participants_have_presence_and_role():
    found = verslag(VVE)
    assert [(d.naam, d.rol, d.aanwezig) for d in found.deelnemers][:4] == [
        ("mevr. A. de Wit", "voorzitter", True),
        ("dhr. B. Zwart", "penningmeester", True),
        ("dhr. Groen", "", True),
        ("dhr. Paars", "", False),
    ]


def test_a_person_of_one_role_has_a_line_of_his_own():
    found = {d.naam: d.rol for d in verslag(VVE).deelnemers}
    assert found["mevr. C. Blauw"] == "notulist"


def test_groups_stand_before_their_people_in_text_and_in_a_table():
    people = "dhr. Zee (Duin); mw. Zand (Strand) [afwezig]"
    text = f"Verslag Proef 1 mei 2025\n\nDeelnemers\n\nKust {people}\n\n1. Opening\nWelkom.\n"
    body = p("Verslag Proef 1 mei 2025") + p("Deelnemers")
    body += table(row("Kust", people), row("COA", "mw. Bos;  (regio)"))
    in_table = lees(make_docx(body), "v.docx").verslag.deelnemers
    in_text = verslag(text).deelnemers
    assert [(d.groep, d.naam, d.organisatie, d.aanwezig) for d in in_text] == [
        ("Kust", "dhr. Zee", "Duin", True),
        ("Kust", "mw. Zand", "Strand", False),
    ]
    assert in_table[:2] == in_text
    assert [d.naam for d in in_table[2:]] == ["mw. Bos", None]


def test_a_table_of_names_and_bodies_is_a_list_of_participants():
    body = p("Verslag Proef 1 mei 2025")
    body += table(
        row("Naam", "Organisatie", "Aanwezig"), row("Jan Proef", "COA", "ja"), row("Piet Proef", "GGD", "nee")
    )
    found = lees(make_docx(body), "v.docx").verslag.deelnemers
    assert [(d.naam, d.organisatie, d.aanwezig) for d in found] == [
        ("Jan Proef", "COA", True),
        ("Piet Proef", "GGD", False),
    ]


# the items


def test_the_items_are_numbered_and_the_list_of_actions_is_none():
    assert [(x.nummer, x.titel) for x in verslag(VVE).punten] == [("1", "Opening"), ("2", "Onderhoud")]


def test_headings_under_an_item_are_part_of_it():
    body = "".join(
        p(text, properties=f'<w:outlineLvl w:val="{level}"/>') + p(f"Tekst bij {text}.")
        for text, level in (("Opening", 1), ("Planning", 1), ("Fase een", 2), ("Sluiting", 1))
    )
    found = lees(make_docx(p("Verslag Proef 1 mei 2025") + body), "v.docx").verslag
    assert [x.titel for x in found.punten] == ["Opening", "Planning", "Sluiting"]
    assert "**Fase een**" in [b.tekst for b in found.punten[1].blokken]


# actions in the text


def test_an_action_that_only_points_back_takes_the_sentence_before():
    assert acties(onder("De opvang staat leeg. Dit wordt als actiepunt genoteerd [A1]. Verder niets.")) == [
        ("De opvang staat leeg.", "")
    ]


def test_a_marker_alone_in_its_paragraph_takes_the_paragraph_before():
    assert acties(onder("Jan belt de aannemer.\n\nActie: Jan")) == [("Jan belt de aannemer.", "Jan")]


def test_a_marker_below_a_paragraph_is_about_the_sentence_that_names_its_owner():
    text = onder("De beheerder vraagt offertes op. Als die meevallen, kan het werk door.\n\nACTIE: beheerder")
    assert acties(text) == [("De beheerder vraagt offertes op.", "beheerder")]


def test_a_mere_term_behind_a_marker_is_not_the_action():
    (actie,) = verslag(onder("<actiepunt Jan>: Komende weken. De planning aanpassen."), "v.md").actiepunten
    assert actie.actie.endswith("De planning aanpassen.")
    assert actie.termijn.tekst == "Komende weken"


def test_owners_may_stand_in_the_sentence_after_the_action():
    assert acties(onder("Actie: maken van een sjabloon. Jan, Piet kijken mee.")) == [
        ("maken van een sjabloon.", "Jan, Piet")
    ]


def test_the_term_is_a_date_with_its_words():
    (actie,) = verslag(onder("Jan stuurt het stuk uiterlijk 1 mei rond (actie Jan)."), "v.md").actiepunten
    assert (actie.termijn.tekst, actie.termijn.datum) == ("uiterlijk 1 mei", date(2025, 5, 1))


def test_an_action_names_its_item_and_its_place():
    (actie,) = verslag(onder("Jan belt (actie Jan)."), "v.md").actiepunten
    assert actie.agendapunt == "Planning"
    assert (actie.bron.nummer, actie.bron.zin) == (7, "Jan belt (actie Jan).")


def test_a_label_that_is_the_subject_is_a_reference():
    assert acties(onder("[A1] is afgerond. Actie 12 loopt nog.")) == []


def test_a_reference_with_a_date_is_progress():
    found = verslag(onder("[A2 (17-12-2024)] is afgerond."), "v.md")
    assert not found.actiepunten
    assert [(v.verwijst_naar.label, v.verwijst_naar.datum, v.status) for v in found.voortgang] == [
        ("A2", date(2024, 12, 17), "afgerond")
    ]


# lists


@pytest.mark.parametrize(
    "kop", ["Actiepunten", "Acties:", "Huiswerk volgende keer", "Nieuwe acties", "To do", "Actielijst"]
)
def test_items_under_a_heading_of_actions_are_actions(kop):
    assert acties(onder(f"Tekst.\n\n### {kop}\n\n- Jan belt de aannemer\n- stukken rondsturen (TK)")) == [
        ("Jan belt de aannemer", "Jan"),
        ("stukken rondsturen", "TK"),
    ]


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("- Jan: offerte vragen (1 mei)", ("offerte vragen", "Jan", date(2025, 5, 1), None)),
        ("- Offerte vragen – Jan – afgerond", ("Offerte vragen", "Jan", None, "afgerond")),
        ("- Offerte vragen - Jan - mei 2025", ("Offerte vragen", "Jan", date(2025, 5, 31), None)),
        ("- [x] Jan: offerte vragen", ("offerte vragen", "Jan", None, "afgerond")),
        ("- [ ] @Jan offerte vragen", ("offerte vragen", "Jan", None, "open")),
        ("- Jan belt de aannemer. Afgerond, er is gebeld.", ("Jan belt de aannemer.", "Jan", None, "afgerond")),
        ("- aan eenieder de vraag mee te lezen", ("aan eenieder de vraag mee te lezen", "eenieder", None, None)),
        ("- Contact opnemen met Jan", ("Contact opnemen met Jan", "", None, None)),
    ],
)
def test_a_line_of_a_list_says_what_who_when_and_how_far_in_any_order(regel, verwacht):
    (actie,) = verslag(onder(f"Tekst.\n\n### Acties\n\n{regel}"), "v.md").actiepunten
    assert (actie.actie, actie.actiehouder, actie.termijn.datum, actie.status) == verwacht


def test_prose_and_nothing_under_such_a_heading_are_no_actions():
    assert (
        acties(onder("### Actiepunten\n\nJan geeft een terugkoppeling. De eerste versie is besproken. Het loopt."))
        == []
    )
    assert acties(onder("### Actiepunten\n\nniets genoteerd.")) == []
    assert acties(onder("### Actiepunten\n\n- geen")) == []


def test_agreements_are_actions_only_where_they_name_somebody():
    assert acties(onder("### Afspraken\n\n- We vergaderen op dinsdag\n- Jan belt de leverancier")) == [
        ("Jan belt de leverancier", "Jan")
    ]


# tables


def tabel(*rows: tuple[str, ...], kop: str = "Actielijst") -> Verslag:
    body = p("Verslag Proef 10 oktober 2024") + p("Aanwezig: Jan Proef, Piet de Voorbeeld")
    body += p(run(kop, "<w:b/>")) + table(*(row(*cells) for cells in rows))
    return lees(make_docx(body), "v.docx").verslag


@pytest.mark.parametrize(
    "kolommen",
    [
        ("Nr.", "Actie", "Actiehouder", "Termijn", "Status"),
        ("Status", "Wanneer", "Wie", "Omschrijving", "Nummer"),
        ("#", "Actiepunt", "Verantwoordelijk", "Deadline", "Stand van zaken"),
        ("Actie", "Omschrijving", "Door", "Gereed", "Status"),
    ],
)
def test_columns_are_known_by_their_headers_in_any_order(kolommen):
    values = {"12": ("Nr.", "Nummer", "#", "Actie"), "Jan Proef": ("Actiehouder", "Wie", "Verantwoordelijk", "Door")}
    values |= {"1 mei 2025": ("Termijn", "Wanneer", "Deadline", "Gereed"), "loopt": ("Status", "Stand van zaken")}
    if "Omschrijving" not in kolommen:
        values["12"] = ("Nr.", "Nummer", "#")
    cells = tuple(
        next((v for v, heads in values.items() if k in heads), "Offerte vragen bij de aannemer") for k in kolommen
    )
    (actie,) = tabel(kolommen, cells).actiepunten
    assert (actie.label, actie.actie, actie.actiehouder) == ("12", "Offerte vragen bij de aannemer", "Jan Proef")
    assert (actie.termijn.datum, actie.status, actie.soort) == (date(2025, 5, 1), "open", "tabel")


def test_a_column_without_a_header_is_known_by_what_is_in_it():
    found = tabel(
        ("Datum/nr", "Omschrijving", "Verantwoordelijk", ""),
        ("0907/05", "Versie publiceren, uiterlijk 12 juli", "allen", "X"),
        ("1010/08", "Punten samenvoegen", "Jan", "O"),
    ).actiepunten
    assert [(a.label, a.status) for a in found] == [("0907/05", "afgerond"), ("1010/08", "open")]


def test_a_reprinted_row_is_read_as_of_the_day_its_number_gives():
    (actie,) = tabel(
        ("Datum/nr", "Actie", "Wie"), ("0907/05", "Versie publiceren, uiterlijk 12 juli", "allen")
    ).actiepunten
    assert actie.termijn.datum == date(2024, 7, 12)


def test_a_table_without_any_header_under_such_a_heading_is_read_by_its_content():
    found = tabel(
        ("1", "Offerte vragen bij de aannemer", "Jan Proef", "1 mei 2025"),
        ("2", "Brief schrijven aan de gemeente", "Piet de Voorbeeld", "z.s.m."),
    ).actiepunten
    assert [(a.label, a.actie, a.actiehouder) for a in found] == [
        ("1", "Offerte vragen bij de aannemer", "Jan Proef"),
        ("2", "Brief schrijven aan de gemeente", "Piet de Voorbeeld"),
    ]


def test_a_marker_and_the_row_with_its_number_are_one_action():
    body = p("Verslag Proef 10 oktober 2024") + p(run("Planning", "<w:b/>")) + p("De brief gaat uit [A1].")
    body += p(run("Actielijst", "<w:b/>")) + table(row("Nr", "Actie", "Wie"), row("A1", "Brief versturen", "Jan"))
    (actie,) = lees(make_docx(body), "v.docx").verslag.actiepunten
    assert (actie.label, actie.actie, actie.actiehouder) == ("A1", "Brief versturen", "Jan")


def test_a_table_of_figures_is_no_list_of_actions():
    assert tabel(("Gemeente", "Opgave", "Status"), ("Voorbeeldstad", "120", "open"), kop="Cijfers").actiepunten == ()


def test_a_list_of_decisions_is_read_as_such():
    found = tabel(("Nr", "Besluit"), ("B1", "Het voorstel is aangenomen"), kop="Besluitenlijst")
    assert [(b.label, b.tekst) for b in found.besluiten] == [("B1", "Het voorstel is aangenomen")]
    assert found.actiepunten == ()


def test_decisions_are_found_in_the_text():
    assert [b.tekst for b in verslag(VVE).besluiten] == ["de bijdrage blijft in 2026 gelijk."]


# minutes laid out as a table


def test_who_acts_may_stand_in_the_margin():
    long = "De aanvraag is besproken en de leden vinden dat er nog veel onduidelijk is over de planning van de bouw."
    body = p("Verslag Proef 10 oktober 2024") + table(
        row("Onderwerp", "Actie"),
        row(cell(p("1. Opening"), p("De voorzitter opent de vergadering en heet iedereen van harte welkom.")), ""),
        row(cell(p("2. Planning"), p(long), p("De aannemer wordt gevraagd om een nieuwe planning.")), "Jan"),
    )
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Planning")]
    (actie,) = found.actiepunten
    assert (actie.actie, actie.actiehouder) == ("De aannemer wordt gevraagd om een nieuwe planning.", "Jan")


def test_numbers_may_stand_in_a_column_of_their_own():
    body = p("Verslag Proef 10 oktober 2024") + table(
        row("1.", cell(p("Opening"), p("De voorzitter opent de vergadering en heet iedereen van harte welkom hier."))),
        row("2.", cell(p("Rondvraag"), p("Mevrouw De Proef vraagt aandacht voor de veiligheid rond de school. " * 2))),
    )
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Rondvraag")]


# more ways to write a list


@pytest.mark.parametrize(
    "tekst",
    [
        "Acties: Jan belt de aannemer; stukken rondsturen (TK)",
        "Actiepunten: 1) Jan belt de aannemer 2) stukken rondsturen (TK)",
        "Tekst.\n\n**Acties:**\n\n- Jan belt de aannemer\n- stukken rondsturen (TK)\n\nGewone tekst.\n\n- geen actie",
        "### Bijlage 1: Actielijst\n\n- Jan belt de aannemer\n- stukken rondsturen (TK)",
    ],
)
def test_a_list_may_stand_in_a_line_or_be_announced_by_one(tekst):
    assert acties(onder(tekst)) == [("Jan belt de aannemer", "Jan"), ("stukken rondsturen", "TK")]


def test_actions_may_be_grouped_under_who_does_them():
    grouped = "### Acties\n\n#### Jan\n\n- aannemer bellen\n\n#### Piet\n\n- stukken rondsturen"
    nested = "### Acties\n\n- Jan:\n  - aannemer bellen\n- Piet:\n  - stukken rondsturen"
    expected = [("aannemer bellen", "Jan"), ("stukken rondsturen", "Piet")]
    assert acties(onder(grouped)) == expected
    assert acties(onder(nested)) == expected


def test_lines_under_an_action_say_who_and_when():
    text = "**Actie:** offerte vragen\n\n**Actiehouder:** Jan\n\n**Deadline:** 1 mei\n\n**Status:** loopt"
    (actie,) = verslag(onder(text), "v.md").actiepunten
    assert (actie.actie, actie.actiehouder, actie.termijn.datum, actie.status) == (
        "offerte vragen",
        "Jan",
        date(2025, 5, 1),
        "open",
    )


def test_details_under_an_item_are_no_actions_of_their_own():
    assert acties(onder("### Acties\n\n- Jan vraagt offertes\n  - bij drie aannemers\n  - inclusief de goot")) == [
        ("Jan vraagt offertes", "Jan")
    ]


@pytest.mark.parametrize(
    "kolommen",
    [("Nr", "Onderwerp", "Wie", "Tijd"), ("Risico", "Maatregel", "Kans"), ("Reactie", "Naam"), ("Naam", "Organisatie")],
)
def test_an_agenda_or_a_list_of_risks_is_no_list_of_actions(kolommen):
    cells = ("1", "Opening en mededelingen", "Jan Proef", "10 min")[: len(kolommen)]
    assert tabel(kolommen, cells, kop="Planning").actiepunten == ()


@pytest.mark.parametrize(
    "kolommen",
    [
        ("Actienr.", "Omschrijving van de actie", "Verantwoordelijk persoon", "Uiterste datum gereed"),
        ("Volgnummer", "Actie/afspraak", "Actie door", "Datum gereed"),
    ],
)
def test_longer_headers_are_known_by_the_word_in_them(kolommen):
    (actie,) = tabel(
        kolommen, ("7", "Offerte vragen bij de aannemer", "Jan Proef", "1 mei 2025"), kop="Overig"
    ).actiepunten
    assert (actie.label, actie.actie, actie.actiehouder, actie.termijn.datum) == (
        "7",
        "Offerte vragen bij de aannemer",
        "Jan Proef",
        date(2025, 5, 1),
    )


def test_a_number_somebody_typed_is_the_number_of_the_item():
    heads = "".join(p(run(f"{n}. {t}", "<w:b/>")) + p("Tekst.") for n, t in ((1, "Opening"), (2, "Rondvraag")))
    found = lees(make_docx(p("Verslag Proef 1 mei 2025") + heads), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Rondvraag")]


def test_columns_of_those_present_and_absent_are_read_downwards():
    body = p("Verslag Proef 1 mei 2025")
    body += table(row("Aanwezig", "Afwezig"), row("Anna", "Bert"), row("Carla", ""), row("Eva", ""))
    found = lees(make_docx(body), "v.docx").verslag.deelnemers
    assert [(d.naam, d.aanwezig) for d in found] == [("Anna", True), ("Carla", True), ("Eva", True), ("Bert", False)]


def test_a_body_written_small_is_a_body_all_the_same():
    (deelnemer,) = verslag(
        "Verslag Proef 1 mei 2025\nAanwezig: J. Jansen (gemeente Voorbeeldstad, voorzitter)"
    ).deelnemers
    assert (deelnemer.organisatie, deelnemer.rol) == ("gemeente Voorbeeldstad", "voorzitter")


def test_who_and_when_may_stand_together_behind_an_item():
    (actie,) = verslag(onder("### Acties\n\n- Draaiboek maken (Jan, vóór 1 mei)"), "v.md").actiepunten
    assert (actie.actie, actie.actiehouder, actie.termijn.datum) == ("Draaiboek maken", "Jan", date(2025, 5, 1))


def test_an_item_may_be_called_point_so_and_so():
    body = p("Notulen commissie Proef 3 maart 2025")
    for number, title in ((1, "Opening"), (2, "Planning")):
        body += p(run(f"Punt {number}. {title}", "<w:b/>")) + p("Hierover is gesproken.")
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Planning")]


def test_the_margin_may_say_what_is_to_be_done_by_whom():
    long = "De aanvraag is besproken en de leden vinden dat er nog veel onduidelijk is over de planning van de bouw. "
    long += "Volgende keer komt dit onderwerp weer op de agenda."
    body = p("Verslag Proef 10 oktober 2024") + table(
        row("Bespreking", "Actie"),
        row(cell(p("1. Opening"), p(long)), ""),
        row(cell(p("2. Planning"), p(long)), cell(p("Jan: nieuwe planning vragen"), p("Eva: sheets meesturen"))),
    )
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Planning")]
    assert [(a.actie, a.actiehouder, a.agendapunt) for a in found.actiepunten] == [
        ("nieuwe planning vragen", "Jan", "2"),
        ("sheets meesturen", "Eva", "2"),
    ]


def test_an_action_of_somebody_called_by_initials_is_no_heading():
    assert acties(onder("ACTIE TK: draaiboek maken")) == [("draaiboek maken", "TK")]


def test_agreements_may_be_with_a_role_and_name_it_later():
    text = "### Afspraken\n\n- de directeur bezoekt de locatie\n- het plan krijgt data; Jan gaat hiervoor zitten"
    assert [houder for _, houder in acties(onder(text))] == ["de directeur", "Jan"]


def test_a_list_of_promises_is_a_list_of_actions():
    found = tabel(
        ("Toezegging", "Door", "Termijn"), ("Netbeheerder uitnodigen", "Jan", "11 april"), kop="Toezeggingenlijst"
    )
    assert [(a.actie, a.actiehouder) for a in found.actiepunten] == [("Netbeheerder uitnodigen", "Jan")]
    assert not found.punten


def test_a_list_in_an_item_ends_at_the_next_paragraph_and_belongs_to_that_item():
    text = onder("Acties:\n\n- Jan belt de aannemer\n\nDe voorzitter dankt Jan voor zijn werk.")
    found = verslag(text, "v.md").actiepunten
    assert [(a.actie, a.agendapunt) for a in found] == [("Jan belt de aannemer", "Planning")]


def test_minutes_may_be_one_table_from_beginning_to_end():
    long = "Er is gesproken over de planning van de bouw en de leden vinden dat er nog veel onduidelijk is. "
    body = p("Verslag Proef 10 oktober 2024") + table(
        row("nr", "onderwerp", "bespreking", "besluit / actie", "wie / wanneer"),
        row("1", "Opening", long, "", ""),
        row("2", "Planning", long * 2, "Nieuwe planning vragen.", "Jan, 6 februari"),
        row("3", "Nazorg", long, "Ter kennisneming.", ""),
    )
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("1", "Opening"), ("2", "Planning"), ("3", "Nazorg")]
    (actie,) = found.actiepunten
    assert (actie.actie, actie.actiehouder, actie.agendapunt) == ("Nieuwe planning vragen.", "Jan", "2")
    assert actie.termijn.datum == date(2025, 2, 6)
    assert "Ter kennisneming." in [blok.tekst for blok in found.punten[2].blokken]


@pytest.mark.parametrize(
    "regel",
    [
        "→ Jan stelt een brief op.",
        "De leden zijn het eens. >> Jan stelt een brief op.",
        "ACTIE Jan stelt een brief op",
    ],
)
def test_a_sign_before_somebody_who_does_something_marks_an_action(regel):
    body = p("Verslag Proef 10 oktober 2024") + p("Aanwezig: Jan Proef") + p(run("1. Brief", "<w:b/>"))
    body += p("Er komt een brief.") + (p(run(regel, "<w:b/>")) if regel.isupper() or "ACTIE" in regel else p(regel))
    (actie,) = lees(make_docx(body), "v.docx").verslag.actiepunten
    assert actie.actiehouder == "Jan"
    assert "stelt een brief op" in actie.actie


def test_a_box_to_tick_marks_an_action_wherever_it_stands():
    found = verslag(onder("Besproken.\n\n- [ ] @Jan – draaiboek maken\n- [x] @Piet – brief sturen"), "v.md").actiepunten
    assert [(a.actie, a.actiehouder, a.status) for a in found] == [
        ("draaiboek maken", "Jan", "open"),
        ("brief sturen", "Piet", "afgerond"),
    ]


def test_items_may_have_roman_numbers():
    body = p("Verslag Proef 10 oktober 2024")
    for title in ("I. Opening", "II. Planning"):
        body += p(run(title, "<w:b/>")) + p("Hierover is gesproken.")
    found = lees(make_docx(body), "v.docx").verslag
    assert [(x.nummer, x.titel) for x in found.punten] == [("I", "Opening"), ("II", "Planning")]
