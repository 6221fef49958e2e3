"""Every document type, from the model to the page: made, looked at by LibreOffice, and read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx_hulp import all_text, convert, repair_reasons, to_pdf_pages
from lxml import etree
from ziphulp import parts

from pipeline.documenten import (
    DOCUMENTSOORTEN,
    Stukken,
    find_soort,
    packaged_sjabloon,
    render,
    voorbeeld_stukken,
)
from pipeline.model import (
    Actielijst,
    Alinea,
    Deelnemer,
    Kenmerk,
    Persoon,
    Tabel,
    VerslagPunt,
    has_fouten,
)
from pipeline.word.bladwijzers import read_bladwijzers
from pipeline.word.ooxml import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# One case per document type: what stands on its pages.
OP_DE_PAGINA = {
    "agenda": [
        "Agenda Provinciale Regietafel Voorbeeld",
        "Datum vrijdag 20 maart 2026 Tijd 9:30 tot 11:00 uur Locatie Provinciehuis, Voorbeeldstad",
        "1 Opening en mededelingen ter informatie 5 min.",
        "Inleiding: de voorzitter",
        "Bijlage 1a: Conceptverslag 6 februari 2026",
        "Openstaande acties",
        "A2 (06-02-2026)",
        "Gemeld: open",
        "verstreken",
        "mw. Toets (Toetsdorp) [afwezig]",
        "Contact: secretariaat@voorbeeld.example",
        "Pagina 1 van 1",
    ],
    "verslag": [
        "Verslag Provinciale Regietafel Voorbeeld",
        "Status Concept. Reacties graag uiterlijk vrijdag 24 april 2026 naar secretariaat@voorbeeld.example.",
        "Volgende vergadering vrijdag 1 mei 2026",
        "Deze vergadering is besloten.",
        "dhr. Voorbeeld (Voorbeeldstad, wethouder, agendalid, vervangt mw. Toets, vanaf punt 2, tot punt 4)",
        "1. Opening en mededelingen",
        "De voorzitter opent.",
        "Besluit B1: De tafel stelt het verslag van 6 februari 2026 vast.",
        "Actielijst",
        "gesplitst uit A1 (06-02-2026)",
        "Conceptversie | Contact: secretariaat@voorbeeld.example",
        "Pagina 1 van 1",
    ],
    "aantekenformulier": [
        "Aantekeningen Provinciale Regietafel Voorbeeld",
        "☐ mw. De Proef (Provincie Voorbeeld, voorzitter)",
        "1. Opening en mededelingen",
        "Vaststellen van de agenda.",
        "Inleiding: de voorzitter",
        "ter informatie; 5 minuten",
        "Voortgang van de acties",
        "A2 (06-02-2026)",
        "Nieuwe acties",
    ],
    "annotatie": [
        "Annotatie Provinciale Regietafel Voorbeeld",
        "Alleen voor de voorzitter.",
        "Voorstel voor conclusie De tafel stelt de agenda vast.",
        "Spreekpunten",
        "Heet de nieuwe leden welkom.",
        "Is er een rondvraag?",
    ],
    "oplegger": [
        "Oplegger Provinciale Regietafel Voorbeeld",
        "Aanleiding De tafel begint aan een nieuw jaar.",
        "Gevraagd van de tafel De agenda vaststellen.",
        "Vervolg De stukken gaan rond.",
    ],
    "termijnagenda": [
        "Termijnagenda Provinciale Regietafel Voorbeeld, vanaf 20 maart 2026",
        "vrijdag 20 maart 2026 9:30 tot 11:00 uur",
        "1 juli 2026 Taakstellingen van de gemeenten gerealiseerd",
        "Doorstroom mw. Toets 1 mei 2026 Het stuk is nog niet klaar.",
        "Pagina 1 van 1",
    ],
    "actielijst": [
        "Vergadering vrijdag 20 maart 2026",
        "Nr Actie Actiehouder Termijn",
        "A2 (06-02-2026) Het overzicht van locaties bijwerken secretariaat 1 mei 2026",
        "verstreken",
        "1x verschoven",
        "Afgesloten in de laatste vergadering",
        "afgerond",
    ],
    "besluitenlijst": [
        "Besluitenlijst Provinciale Regietafel Voorbeeld",
        "B1 De tafel stelt het verslag van 6 februari 2026 vast. 20 maart 2026",
    ],
    "reactieoverzicht": [
        "Overzicht van reacties Provinciale Regietafel Voorbeeld",
        "mw. Toets",
        "opent de vergadering",
        "(vervalt)",
        "niet overnemen: Zo is",
        "Concept, intern",
    ],
    "vergaderschema": [
        "Vergaderschema 2026",
        "vrijdag 20 maart 2026 9:30 tot 11:00 uur",
        "13 maart 2026 3 april 2026 verplaatst van",
        "1 juli 2026 Taakstellingen van de gemeenten gerealiseerd",
    ],
}
NAMEN = {
    "agenda": "2026-03-20 Agenda PRT.docx",
    "verslag": "2026-03-20 Conceptverslag PRT.docx",
    "aantekenformulier": "2026-03-20 Aantekeningen PRT.docx",
    "annotatie": "2026-03-20 Annotatie PRT.docx",
    "oplegger": "2026-03-20 Opleggers PRT.docx",
    "termijnagenda": "2026-03-20 Termijnagenda PRT.docx",
    "actielijst": "2026-03-20 Actielijst PRT.docx",
    "besluitenlijst": "2026-03-20 Besluitenlijst PRT.docx",
    "reactieoverzicht": "2026-03-20 Overzicht van reacties PRT.docx",
    "vergaderschema": "2026 Vergaderschema PRT.docx",
}


@pytest.fixture(scope="module")
def profiel(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def made(naam: str, stukken: Stukken | None = None) -> bytes:
    soort = find_soort(naam)
    data, meldingen = render(soort, stukken or voorbeeld_stukken(), packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is not None
    assert not has_fouten(meldingen)
    return data


def test_every_document_type_has_its_case():
    assert set(OP_DE_PAGINA) == set(NAMEN) == {soort.naam for soort in DOCUMENTSOORTEN}


@pytest.mark.parametrize("naam", OP_DE_PAGINA)
def test_the_document_shows_on_its_pages_what_it_should(naam, tmp_path, profiel):
    pages = " ".join(to_pdf_pages(made(naam), tmp_path, profiel))
    assert [text for text in OP_DE_PAGINA[naam] if text not in pages] == []


@pytest.mark.parametrize("naam", NAMEN)
def test_the_file_has_the_name_a_person_would_give_it(naam):
    assert find_soort(naam).noem_bestand(voorbeeld_stukken()) == NAMEN[naam]


def test_adopted_minutes_are_named_and_marked_so():
    stukken = voorbeeld_stukken()
    stukken = replace(stukken, verslag=replace(stukken.verslag, status="vastgesteld"))
    assert find_soort("verslag").noem_bestand(stukken) == "2026-03-20 Vastgesteld verslag PRT.docx"
    footer = b"".join(c for n, c in parts(made("verslag", stukken)).items() if "footer" in n).decode()
    assert "Vastgestelde versie" in footer
    assert "Conceptversie" not in footer


def test_a_name_of_a_table_cannot_lead_a_file_out_of_its_folder():
    stukken = voorbeeld_stukken()
    stukken = replace(stukken, tafel=replace(stukken.tafel, korte_naam="../../PRT: a/b"))
    assert find_soort("agenda").noem_bestand(stukken) == "2026-03-20 Agenda ..-..-PRT- a-b.docx"


def long_stukken() -> Stukken:
    """Minutes of many pages: lists in lists, tables, long names, forty actions, confidential and absent."""
    stukken = voorbeeld_stukken()
    zin = "De tafel spreekt uitvoerig over de verdeling van de opgave over de gemeenten [A1]. "
    blokken = (
        Alinea(zin * 4),
        *(Alinea(zin * 2, "opsomming", niveau) for niveau in (0, 1, 2, 0)),
        *(Alinea(zin, "nummering", 0) for _ in range(3)),
        Alinea(zin, "nummering", 1),
        Tabel((("Regio", "Opgave"), *((f"Regio {n}", str(n)) for n in range(12)))),
        Tabel((("Nog een", "tabel"), ("a", ""))),
        Alinea(zin),
    )
    punten = tuple(
        VerslagPunt(f"Onderwerp {n} " + "met een lange titel " * (n % 4), str(n), blokken, vertrouwelijk=n == 3)
        for n in range(1, 8)
    )
    regel = stukken.actielijst.regels[0]
    regels = tuple(
        replace(regel, kenmerk=Kenmerk("voorbeeld", date(2026, 2, 6), f"A{n}"), vertrouwelijk=n == 7)
        for n in range(1, 41)
    )
    lang = Deelnemer(Persoon("mw.", "", "van den", "Voorbeeldenburg-Toetsmans tot Proefveld"), "Regio Midden", "X" * 40)
    return replace(
        stukken,
        verslag=replace(stukken.verslag, punten=punten),
        actielijst=Actielijst("voorbeeld", date(2026, 3, 20), regels),
        deelnemers=(*stukken.deelnemers, lang, replace(lang, aanwezig=False)),
    )


def test_long_minutes_repeat_header_row_header_and_footer_on_every_page(tmp_path, profiel):
    pages = to_pdf_pages(made("verslag", long_stukken()), tmp_path, profiel)
    assert len(pages) >= 6
    for number, page in enumerate(pages, 1):
        assert f"Pagina {number} van {len(pages)}" in page
        assert "Conceptversie | Contact: secretariaat@voorbeeld.example" in page
        if number > 1:
            assert page.startswith("Provinciale Regietafel Voorbeeld Verslag 20 maart 2026")
    with_actions = [page for page in pages if "A20 (06-02-2026)" in page or "A39 (06-02-2026)" in page]
    assert with_actions
    assert all("Actiehouder Termijn Status" in page for page in with_actions)


def test_confidential_items_and_actions_say_so():
    text = all_text(made("verslag", long_stukken()))
    assert "3.\tOnderwerp 3 met een lange titel met een lange titel met een lange titel  (vertrouwelijk)" in text
    assert sum("(vertrouwelijk)" in line for line in text) == 2


VARIANTEN = {
    "example": voorbeeld_stukken,
    "long": long_stukken,
    "nothing at all": lambda: Stukken(voorbeeld_stukken().organisatie, voorbeeld_stukken().tafel),
    "no actions": lambda: replace(voorbeeld_stukken(), actielijst=Actielijst("voorbeeld", date(2026, 3, 20))),
    "actions from the minutes only": lambda: replace(voorbeeld_stukken(), actielijst=None),
}


@pytest.mark.parametrize("variant", VARIANTEN)
@pytest.mark.parametrize("naam", OP_DE_PAGINA)
def test_word_has_no_reason_to_repair_a_document(naam, variant):
    assert repair_reasons(made(naam, VARIANTEN[variant]())) == []


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda s: s.naam)
def test_word_has_no_reason_to_repair_a_template(soort):
    assert repair_reasons(packaged_sjabloon(soort.sjabloon)) == []


@pytest.mark.parametrize("naam", [naam for naam in OP_DE_PAGINA if naam != "aantekenformulier"])
def test_no_empty_paragraph_serves_as_white_space(naam):
    root = etree.fromstring(parts(made(naam, long_stukken()))["word/document.xml"])
    body = root.find(f"{W}body")
    empty = [p for p in body.findall(f"{W}p") if not "".join(p.itertext()).strip()]
    between_tables = [
        p for p in empty if p.getprevious().tag == p.getnext().tag == f"{W}tbl" or p.getnext().tag == f"{W}sectPr"
    ]
    assert empty == between_tables


@pytest.mark.parametrize("naam", OP_DE_PAGINA)
def test_tables_repeat_their_header_and_keep_their_rows_whole(naam):
    root = etree.fromstring(parts(made(naam, long_stukken()))["word/document.xml"])
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "RegietafelTabel":
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize("naam", OP_DE_PAGINA)
def test_the_language_is_dutch_and_title_and_subject_are_set(naam):
    delen = parts(made(naam))
    defaults = etree.fromstring(delen["word/styles.xml"]).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}val") == "nl-NL"
    assert b'themeFontLang w:val="nl-NL"' in delen["word/settings.xml"]
    core = delen["docProps/core.xml"].decode()
    when = "2026" if naam == "vergaderschema" else "20 maart 2026"
    assert f"Provinciale Regietafel Voorbeeld {when}</dc:title>" in core
    plain = "Provinciale Regietafel Voorbeeld"
    with_case = naam in ("agenda", "verslag")
    assert f"<dc:subject>{plain}{', zaaknummer Z-2026-0012' if with_case else ''}</dc:subject>" in core


def test_numbered_lists_begin_again_and_a_nested_list_does_not_break_the_count(tmp_path, profiel):
    stukken = voorbeeld_stukken()
    blokken = (
        Alinea("een", "nummering"),
        Alinea("onder", "opsomming", 1),
        Alinea("twee", "nummering"),
        Alinea("tussendoor"),
        Alinea("opnieuw", "nummering"),
        Alinea("tussendoor"),
        Alinea("vijfde", "nummering", 0, "5."),
    )
    verslag = replace(stukken.verslag, punten=(VerslagPunt("Punt", "1", blokken),))
    page = to_pdf_pages(made("verslag", replace(stukken, verslag=verslag)), tmp_path, profiel)[0]
    assert "1. een – onder 2. twee tussendoor 1. opnieuw tussendoor 5. vijfde" in page


def test_the_agenda_lists_open_actions_only_and_the_minutes_what_they_closed():
    closed = "A3 (06-02-2026)"
    assert closed not in all_text(made("agenda"))
    assert closed in all_text(made("actielijst"))


def bookmarks(data: bytes) -> dict[str, str]:
    return {b.naam: b.tekst for b in read_bladwijzers(parse(parts(data)["word/document.xml"]))}


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("agenda", {"_rt_punt_1": "Opening en mededelingen", "_rt_actie_A2_20260206": "A2 (06-02-2026)"}),
        (
            "verslag",
            {"_rt_punt_1": "1.\tOpening en mededelingen", 
             "_rt_besluit_B1": "Besluit B1: De tafel stelt het verslag van 6 februari 2026 vast.",
             "_rt_datum": "vrijdag 20 maart 2026",
             "_rt_groep_1": "Regio Midden", "_rt_locatie": "Provinciehuis, Voorbeeldstad",
             "_rt_kanttekening": "Deze vergadering is besloten.", "_rt_tijd": "9:30 tot 11:00 uur"},
        ),
        ("actielijst", {"_rt_actie_A2_20260206": "A2 (06-02-2026)", "_rt_actie_A3_20260206": "A3 (06-02-2026)"}),
        ("besluitenlijst", {"_rt_besluit_B1": "B1"}),
    ],
)  # fmt: skip
def test_items_and_rows_can_be_found_back_after_libreoffice_saved_the_file(naam, verwacht, tmp_path, profiel):
    before = bookmarks(made(naam))
    assert verwacht.items() <= before.items()
    source, target = tmp_path / "voor", tmp_path / "na"
    source.mkdir()
    target.mkdir()
    (source / "document.docx").write_bytes(made(naam))
    convert(source / "document.docx", "docx", target, profiel)
    assert bookmarks((target / "document.docx").read_bytes()) == before


def paragraph_properties(data: bytes, text: str) -> etree._Element:
    root = etree.fromstring(parts(data)["word/document.xml"])
    paragraph = next(p for p in root.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == text)
    return paragraph.find(f"{W}pPr")


def test_a_bold_line_and_a_line_that_announces_a_list_stay_with_what_follows():
    stukken = voorbeeld_stukken()
    blokken = (
        Alinea("Eerst."),
        Alinea("**Bespreking**"),
        Alinea("De punten:"),
        Alinea("een", "opsomming"),
        Alinea("Slot:"),
    )
    verslag = replace(stukken.verslag, punten=(VerslagPunt("Punt", "1", blokken),))
    data = made("verslag", replace(stukken, verslag=verslag))
    for text in ("Bespreking", "De punten:"):
        assert paragraph_properties(data, text).find(f"{W}keepNext") is not None
    for text in ("Eerst.", "Slot:"):
        assert paragraph_properties(data, text) is None


def test_a_link_that_the_note_tells_already_is_not_told_twice():
    stukken = voorbeeld_stukken()
    regel = replace(stukken.actielijst.regels[0], toelichting="Gesplitst uit A1 (06-02-2026).")
    data = made("actielijst", replace(stukken, actielijst=replace(stukken.actielijst, regels=(regel,))))
    assert [line for line in all_text(data) if "esplitst uit" in line] == ["Gesplitst uit A1 (06-02-2026)."]
