"""verslag.md: the text each test shows is the body of the file, under a front matter of four lines."""

from datetime import date

import pytest

from pipeline.model import Alinea, Kenmerk, Koppeling, Tabel, Tafel
from pipeline.notatie import make_brontekst, parse_verslag, write_verslag

DATUM = date(2026, 1, 23)
ACTIEKOP = "| Nr | Actie | Actiehouder | Termijn | Status | Toelichting |\n|---|---|---|---|---|---|\n"


def alineas(verslag):
    return [blok.tekst for blok in verslag.inleiding if isinstance(blok, Alinea)]


def teksten(punt):
    return [blok.tekst for blok in punt.blokken if isinstance(blok, Alinea)]


def test_sections_lists_and_tables_are_read(lees):
    verslag, meldingen = lees("""
        Vooraf.

        ## 1. Opening

        Een alinea
        op twee regels.
        - punt met **vet**
          - dieper
            vervolg
        - terug

        1. eerst
        2. dan

        | Naam | Aantal |
        |---|:-:|
        | een \\| twee | 3 |
        | kort |

        ## Geheim punt (vertrouwelijk)
        """)
    assert meldingen == ()
    assert verslag.inleiding == (Alinea("Vooraf."),)
    opening, geheim = verslag.punten
    assert (opening.nummer, opening.titel, opening.bron.nummer) == ("1", "Opening", 7)
    assert opening.blokken == (
        Alinea("Een alinea op twee regels."),
        Alinea("punt met **vet**", "opsomming"),
        Alinea("dieper vervolg", "opsomming", 1),
        Alinea("terug", "opsomming"),
        Alinea("eerst", "nummering", 0, "1"),
        Alinea("dan", "nummering", 0, "2"),
        Tabel((("Naam", "Aantal"), ("een | twee", "3"), ("kort", ""))),
    )
    assert (geheim.titel, geheim.nummer, geheim.vertrouwelijk) == ("Geheim punt", "", True)


@pytest.mark.parametrize(
    "tekst",
    [
        "*ster*",
        "_streep_",
        "<b>vet</b>",
        "&amp; &lt;",
        "een \\ twee",
        "\\*",
        "#hashtag",
        "# Kop",
        "##geen kop",
        "[link](http://voorbeeld.nl)",
        "![plaatje](x.png)",
        "a. een",
        "***",
        "---",
        "===",
        "> citaat",
        "`code` en ```blok```",
        "a | b",
        "~~weg~~",
        "<!-- opmerking -->",
        "{{ naam }}",
        "{_{",
        "2026. Dat jaar",
        "een  twee",
        "a\u00a0b\u2028c\x85d",
        "👩🏽‍💼",
        "-streep",
        "1.5 miljoen",
        ":--",
        "[^1]: noot",
    ],
)
def test_everything_that_is_not_markup_is_literal_text(lees, tekst):
    verslag, _ = lees(f"Begin.\n\nx {tekst}\n")
    assert alineas(verslag) == ["Begin.", f"x {tekst}"]
    if tekst != "2026. Dat jaar":
        verslag, _ = lees(f"Begin.\n\n{tekst}\n")
        assert alineas(verslag) == ["Begin.", tekst]


def test_text_that_is_indented_is_just_text(lees):
    verslag, _ = lees("Begin.\n\n    vier spaties\n")
    assert alineas(verslag) == ["Begin.", "vier spaties"]


@pytest.mark.parametrize(
    "tekst", ["- streepje", "1. punt", "## kop", "| pijp |", "-", "\\- al met backslash", "\\\\## twee"]
)
def test_a_backslash_makes_markup_at_the_beginning_of_a_line_literal(lees, tekst):
    verslag, _ = lees(f"Begin.\n\n\\{tekst}\n")
    assert alineas(verslag) == ["Begin.", tekst]


def test_a_number_other_than_one_does_not_begin_a_list_within_a_paragraph(lees):
    verslag, _ = lees("In het jaar\n2026. Dat was het.\n")
    assert alineas(verslag) == ["In het jaar 2026. Dat was het."]


def test_every_block_knows_its_line(lees):
    verslag, _ = lees("Een.\n\n- twee\n\n| a |\n|---|\n")
    assert [(blok.bron.nummer, blok.bron.begin, blok.bron.eind) for blok in verslag.inleiding] == [
        (5, 0, 4),
        (7, 2, 6),
        (9, 0, 5),
    ]


def test_without_front_matter_the_rest_is_read_all_the_same(tafel, plekken):
    verslag, meldingen = parse_verslag(make_brontekst("## 1. Opening\n\nTekst.\n", "verslag.md"), tafel, DATUM)
    assert plekken(meldingen) == [("geen-voorblok", 1)]
    assert (verslag.tafel, verslag.datum, verslag.punten[0].titel) == ("prt", DATUM, "Opening")


def test_front_matter_without_an_end_stops_at_the_first_heading(tafel, plekken):
    text = "---\ntafel: prt\ndatum: 23 januari 2026\n\n## 1. Opening\n"
    verslag, meldingen = parse_verslag(make_brontekst(text, "verslag.md"), tafel, DATUM)
    assert plekken(meldingen) == [("geen-voorblok", 1)]
    assert verslag.punten[0].titel == "Opening"


def test_what_is_wrong_in_the_front_matter_has_its_line(lees, plekken):
    kop = "tafel: rrt\ndatum: 24 januari 2026\ntijd: 11:00 tot 9:00\nlocaite: x\nstatus: klaar\nafwezig: {a: b}"
    _, meldingen = lees("", kop=kop)
    assert plekken(meldingen) == [
        ("tafel-onbekend", 2),
        ("datum-map", 3),
        ("eind-voor-begin", 4),
        ("veld-onbekend", 5),
        ("veld-soort", 6),
        ("veld-soort", 7),
    ]


@pytest.mark.parametrize(
    ("datum", "code"),
    [("31 februari 2026", "datum-bestaat-niet"), ("ergens in januari", "datum-onleesbaar"), ("", "veld-ontbreekt")],
)
def test_a_date_that_is_none_is_told_apart_from_one_that_cannot_be_read(lees, plekken, datum, code):
    _, meldingen = lees("", kop=f"tafel: prt\ndatum: {datum}")
    assert [m.code for m in meldingen] == [code]


def test_absentees_are_marked_in_the_list_of_the_record_itself(lees):
    verslag, _ = lees(
        "", kop="tafel: prt\ndatum: 2026-01-23\ndeelnemers:\n  Noord: [mw. De Proef, dhr. Test]\nafwezig: [De Proef]"
    )
    assert [(d.naam, d.aanwezig) for d in verslag.deelnemers] == [("mw. De Proef", False), ("dhr. Test", True)]
    assert verslag.afwezig == ("De Proef",)


def test_an_action_is_its_row_with_the_item_of_its_marker(lees):
    verslag, meldingen = lees(f"""
        ## 2. Opvang

        Het COA zoekt dit uit [A1].

        ## Actielijst

        {ACTIEKOP.replace(chr(10), chr(10) + " " * 8).rstrip()}
        | **[A1]** | Uitzoeken \\| melden | COA en provincie | 17 maart 2026 | open | let op |
        """)
    assert meldingen == ()
    (actie,) = verslag.actiepunten
    assert (actie.label, actie.actie, actie.actiehouders) == ("A1", "Uitzoeken | melden", ("COA", "provincie"))
    assert (actie.termijn.datum, actie.status, actie.toelichting) == (date(2026, 3, 17), "open", "let op")
    assert (actie.agendapunt, actie.soort, actie.bron.nummer) == ("2", "expliciet", 13)


def test_columns_come_in_any_order_and_under_their_usual_names(lees):
    verslag, meldingen = lees("""
        Tekst [A1].

        ## Actielijst

        | Wanneer | Wie? | Nummer | Actiepunt | Sinds | Opmerking |
        |---|---|---|---|---|---|
        | eind maart | COA | A1 | doen | 2025 | n.v.t. |
        """)
    assert meldingen == ()
    (actie,) = verslag.actiepunten
    assert (actie.label, actie.actie, actie.actiehouder, actie.toelichting) == ("A1", "doen", "COA", "n.v.t.")
    assert (actie.termijn.tekst, actie.termijn.datum) == ("eind maart", date(2026, 3, 31))


def test_a_dated_label_is_progress_on_an_older_action(lees):
    verslag, meldingen = lees(f"""## Actielijst

{ACTIEKOP}| A2 (17-12-2025) | | | 1 mei 2026 | open | uitgesteld |
| A1 van 17 december jl. | | | | afgerond | |
| rrt/2025-11-20/A4 | | | | vervallen | |
""")
    assert meldingen == ()
    assert [v.verwijst_naar for v in verslag.voortgang] == [
        Kenmerk("prt", date(2025, 12, 17), "A2"),
        Kenmerk("prt", date(2025, 12, 17), "A1"),
        Kenmerk("rrt", date(2025, 11, 20), "A4"),
    ]
    assert [(v.actie, v.status) for v in verslag.voortgang] == [("", "open"), ("", "afgerond"), ("", "vervallen")]
    assert verslag.actiepunten == ()


def test_a_row_dated_with_this_meeting_is_one_of_its_own(lees):
    verslag, _ = lees(f"Tekst [A1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 (23-01-2026) | doen | | | | |\n")
    assert ([a.label for a in verslag.actiepunten], verslag.voortgang) == (["A1"], ())


def test_a_marker_without_a_row_is_an_action_and_a_warning(lees, plekken):
    verslag, meldingen = lees("## 3. Punt\n\nEerst dit. De heer Voorbeeld zoekt dat uit [A3]. Dan dat.\n")
    (actie,) = verslag.actiepunten
    assert (actie.label, actie.actie, actie.soort) == ("A3", "De heer Voorbeeld zoekt dat uit.", "expliciet")
    assert (actie.agendapunt, actie.actiehouder, actie.status) == ("3", "", None)
    assert plekken(meldingen) == [("markering-zonder-regel", 7)]
    assert (meldingen[0].bron.begin, meldingen[0].bron.eind) == (43, 47)
    assert meldingen[0].bron.zin == "De heer Voorbeeld zoekt dat uit [A3]."


@pytest.mark.parametrize(
    "zinnen",
    [
        "Het COA zoekt dit uit. Dit wordt als actiepunt genoteerd [A1].",
        "Het COA zoekt dit uit. [A1] Daarna is er pauze.",
        "Het COA zoekt dit uit. Hiervan wordt een actie gemaakt [A1].",
        "Vooraf. Het COA zoekt dit uit.\nDit wordt als\nactiepunt genoteerd [A1].",
    ],
)
def test_a_sentence_that_only_points_back_leaves_the_action_to_the_one_before(lees, zinnen):
    verslag, _ = lees(zinnen)
    assert [a.actie for a in verslag.actiepunten] == ["Het COA zoekt dit uit."]


def test_a_reference_to_an_older_action_makes_none(lees):
    verslag, meldingen = lees("Over [A2 (17-12-2025)] is niets te melden.\n")
    assert (verslag.actiepunten, verslag.voortgang, meldingen) == ((), (), ())


def test_a_row_without_a_marker_is_an_action_and_a_warning(lees, plekken):
    verslag, meldingen = lees(f"## Actielijst\n\n{ACTIEKOP}| A1 | doen | | | | |\n")
    assert [(a.label, a.soort) for a in verslag.actiepunten] == [("A1", "tabel")]
    assert plekken(meldingen) == [("regel-zonder-markering", 9)]


def test_the_same_label_twice_is_an_error_at_the_second(lees, plekken):
    _, meldingen = lees(f"Een [A1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 | een | | | | |\n| A1 | twee | | | | |\n")
    assert plekken(meldingen) == [("label-dubbel", 12)]
    assert "regel 11" in meldingen[0].tekst


def test_the_same_marker_twice_in_the_text_is_a_warning(lees):
    _, meldingen = lees(f"Een [A1].\n\nTwee [A1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 | een | | | | |\n")
    assert [(m.code, m.ernst, m.bron.nummer) for m in meldingen] == [("label-dubbel", "waarschuwing", 7)]


def test_markers_and_rows_without_a_number_are_paired_in_order(lees):
    verslag, meldingen = lees(f"""## 1. Een

Eerste [A]. Oudste [A2].

## 2. Twee

Tweede [A]. Derde doet dit [A].

## Actielijst

{ACTIEKOP}| A | een | | | | |
| A2 | oud | | | | |
| [A] | twee | | | | |
""")
    assert [(a.label, a.actie, a.agendapunt) for a in verslag.actiepunten] == [
        ("A3", "een", "1"),
        ("A2", "oud", "1"),
        ("A4", "twee", "2"),
        ("A5", "Derde doet dit.", "2"),
    ]
    assert [m.code for m in meldingen].count("markering-zonder-nummer") == 3


@pytest.mark.parametrize(
    ("status", "toelichting", "soort", "met", "note"),
    [
        ("gesplitst uit A2 (17-12-2025)", "", "gesplitst_uit", "A2 (17-12-2025)", "gesplitst uit A2 (17-12-2025)"),
        (
            "open",
            "gesplitst uit A2 (17-12-2025); let op",
            "gesplitst_uit",
            "A2 (17-12-2025)",
            "gesplitst uit A2 (17-12-2025); let op",
        ),
        ("vervallen", "samengevoegd met A3", "samengevoegd_met", "A3 (23-01-2026)", "samengevoegd met A3"),
        ("open; zelfde als A2 (17-12-2025)", "", "zelfde_als", "A2 (17-12-2025)", ""),
    ],
)
def test_links_are_read_from_the_state_and_the_note(lees, status, toelichting, soort, met, note):
    body = f"Tekst [A1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 | doen | | | {status} | {toelichting} |\n"
    verslag, meldingen = lees(body)
    assert meldingen == ()
    (actie,) = verslag.actiepunten
    label, day = met.split(" ")
    kenmerk = Kenmerk("prt", date(*reversed([int(part) for part in day.strip("()").split("-")])), label)
    assert (actie.koppelingen, actie.toelichting) == ((Koppeling(soort, kenmerk),), note)


@pytest.mark.parametrize("woorden", ["“Een brief sturen”", '"Een  brief sturen"'])
def test_a_link_can_say_the_words_of_the_other_action(lees, woorden):
    status = f"open; zelfde als A2 (17-12-2025) {woorden}"
    verslag, meldingen = lees(f"Tekst [A1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 | doen | | | {status} | |\n")
    (actie,) = verslag.actiepunten
    kenmerk = Kenmerk("prt", date(2025, 12, 17), "A2")
    assert (actie.koppelingen, actie.status, meldingen) == (
        (Koppeling("zelfde_als", kenmerk, tekst_met="Een brief sturen"),),
        "open",
        (),
    )


def test_what_is_wrong_in_the_action_list_has_its_line(lees, plekken):
    _, meldingen = lees(f"""Tekst [A1] [A2] [A3].

## Actielijst

Losse tekst.

{ACTIEKOP}| A1 | een | | 31 februari 2026 | open | |
| A2 | twee | | | wie weet | |
| A3 | drie | | | open | | te veel |
| A4 (31-02-2025) | | | | open | |
| vier vijf | x | | | | |
""")
    assert plekken(meldingen) == [
        ("tekst-buiten-tabel", 9),
        ("termijn-bestaat-niet", 13),
        ("status-onbekend", 14),
        ("tabel-onleesbaar", 15),
        ("datum-bestaat-niet", 16),
        ("tabel-onleesbaar", 17),
    ]


def test_an_unknown_column_is_reported_with_the_nearest(lees, plekken):
    _, meldingen = lees("## Actielijst\n\n| Nr | Actie | Actiehoudr |\n|---|---|---|\n")
    assert plekken(meldingen) == [("veld-onbekend", 7)]
    assert "Actiehouder" in meldingen[0].tekst


@pytest.mark.parametrize(
    "tabel",
    ["| Actie | Wie |\n|---|---|\n| x | y |", "| Nr | Wie |\n|---|---|\n| A1 | y |", "| Nr | Wie |\n| A1 | y |"],
)
def test_a_list_that_cannot_be_read_is_reported_at_its_header(lees, plekken, tabel):
    _, meldingen = lees(f"## Actielijst\n\n{tabel}\n")
    assert plekken(meldingen) == [("tabel-onleesbaar", 7)]


def test_decisions_are_read_the_same_way(lees, plekken):
    verslag, meldingen = lees("""
        ## 1. Opening

        De tafel stelt de agenda vast [B1]. Ook gaat zij akkoord met het voorstel [B2].

        ## Besluitenlijst

        | Nr | Besluit |
        |---|---|
        | B1 | De agenda is vastgesteld. |
        | B3 | Los besluit. |
        """)
    assert [(b.label, b.tekst, b.agendapunt) for b in verslag.besluiten] == [
        ("B1", "De agenda is vastgesteld.", "1"),
        ("B3", "Los besluit.", ""),
        ("B2", "Ook gaat zij akkoord met het voorstel.", "1"),
    ]
    assert plekken(meldingen) == [("markering-zonder-regel", 7), ("regel-zonder-markering", 14)]


def test_actions_of_a_confidential_section_are_confidential(lees):
    verslag, _ = lees(
        f"## 1. Geheim (vertrouwelijk)\n\nDoen [A1]. Besloten [B1].\n\n## Actielijst\n\n{ACTIEKOP}| A1 | x | | | | |\n"
    )
    assert [a.vertrouwelijk for a in verslag.actiepunten] == [True]
    assert [b.vertrouwelijk for b in verslag.besluiten] == [True]


def test_an_agenda_item_called_actielijst_is_an_item_when_it_has_a_number(lees):
    verslag, meldingen = lees("## 3. Actielijst\n\nDe lijst is besproken.\n")
    assert ([p.titel for p in verslag.punten], meldingen) == (["Actielijst"], ())


def test_crlf_reads_the_same_as_lf(tafel):
    head = "---\ntafel: prt\ndatum: 2026-01-23\n---\n\n## 1. Een\n\nTekst\nvervolg [A1].\n"
    text = f"{head}\n## Actielijst\n\n{ACTIEKOP}| A1 | x | | | | |\n"
    unix = parse_verslag(make_brontekst(text, "v"), tafel, DATUM)
    assert parse_verslag(make_brontekst(text.replace("\n", "\r\n"), "v"), tafel, DATUM) == unix


def test_ten_pages_are_read_whole():
    tafel = Tafel("prt", "Tafel")
    section = (
        "## {n}. Voorbeeldpunt\n\n"
        + "De heer Voorbeeld zegt iets over de zaak. " * 24
        + "Hij zoekt het uit [A{n}].\n"
        + "\n- punt\n" * 8
    )
    body = "".join(section.replace("{n}", str(n)) for n in range(1, 31))
    rows = "".join(f"| A{n} | doen | COA | 17 maart 2026 | open | |\n" for n in range(1, 31))
    bron = make_brontekst(f"---\ntafel: prt\ndatum: 2026-01-23\n---\n{body}\n## Actielijst\n\n{ACTIEKOP}{rows}", "v")
    verslag, _ = parse_verslag(bron, tafel, DATUM)
    assert [p.titel for p in verslag.punten] == ["Voorbeeldpunt"] * 30
    assert [a.label for a in verslag.actiepunten] == [f"A{n}" for n in range(1, 31)]


# what people paste


def test_a_list_pasted_from_word_is_a_list(lees):
    verslag, _ = lees("## 1. Punt\n\n• eerste\n•\ttweede\no\tdieper\n• derde\n\n* ster\n+ plus\n– streep\n")
    blocks = verslag.punten[0].blokken
    assert [(b.tekst, b.soort, b.niveau) for b in blocks] == [
        ("eerste", "opsomming", 0),
        ("tweede", "opsomming", 0),
        ("dieper", "opsomming", 1),
        ("derde", "opsomming", 0),
        ("ster", "opsomming", 0),
        ("plus", "opsomming", 0),
        ("streep", "opsomming", 0),
    ]


def test_letters_and_numbers_with_a_bracket_begin_items(lees):
    verslag, _ = lees("## 1. Punt\n\nWij kiezen:\na. een\nb) twee\n\n1) drie\n2) vier\n")
    assert teksten(verslag.punten[0]) == ["Wij kiezen:", "a. een", "b) twee", "drie", "vier"]
    assert [b.soort for b in verslag.punten[0].blokken[1:]] == ["opsomming"] * 2 + ["nummering"] * 2


@pytest.mark.parametrize("regel", ["– met een streep", "+ nog iets", "2) en verder", "b. Dat is zo", "* zie onder"])
def test_a_sentence_that_runs_on_is_no_list(lees, regel):
    verslag, _ = lees(f"## 1. Punt\n\nEen zin die doorloopt\n{regel}\n")
    assert teksten(verslag.punten[0]) == [f"Een zin die doorloopt {regel}"]


def test_a_table_without_its_second_line_is_a_table(lees):
    verslag, _ = lees("## 1. Punt\n\n|Stap|Wie|\n|een|twee|\n|drie|vier|\n")
    assert verslag.punten[0].blokken[0].rijen == (("Stap", "Wie"), ("een", "twee"), ("drie", "vier"))


def test_one_line_between_pipes_is_text(lees):
    verslag, _ = lees("## 1. Punt\n\n|x| is de absolute waarde|\n")
    assert teksten(verslag.punten[0]) == ["|x| is de absolute waarde|"]


def test_a_heading_within_an_item_is_shown_bold_and_stands_where_it_was_typed(lees):
    verslag, _ = lees("## 1. Punt\n\n### Kop\nTekst.\n")
    heading, text = verslag.punten[0].blokken
    assert (heading.tekst, heading.nummer, text.tekst) == ("**Kop**", "###", "Tekst.")


@pytest.mark.parametrize(
    "tekst",
    ["• een\n• twee", "1) een\n2) twee", "a. een\nb. twee", "– een", "* een", "### Kop", "| a | b |\n| c | d |"],
)
def test_what_was_pasted_is_the_same_record_when_it_is_written(lees, tekst):
    verslag, _ = lees(f"## 1. Punt\n\n{tekst}\n")
    written = write_verslag(verslag)
    again, _ = lees(written.split("---\n", 2)[2])
    assert again.punten == verslag.punten
    if "|" not in tekst and "a." not in tekst:
        assert tekst in written
