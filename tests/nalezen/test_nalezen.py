"""Reading back what is about to leave: what a reader may read nowhere is found, and nothing else."""

from __future__ import annotations

import io
from datetime import date, datetime

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import (
    ANDEREN,
    PUBLIEK,
    SECRETARIAAT,
    Agendapunt,
    Alinea,
    Bijlage,
    Inzage,
    Reeks,
    Tafel,
    Vergadering,
    Verslag,
    VerslagPunt,
)
from pipeline.nalezen import Nalezer, find_geheimen

DAG = date(2026, 4, 24)
OPEN = "Het COA meldt dat er op de locatie Testdam plek is voor honderd mensen."
GEHEIM = "De gemeente koopt het pand aan de Verzonnenweg voor € 1.250.000 van de firma Proefbouw."


def table() -> Reeks:
    agenda = (
        Agendapunt("1", "Stand van zaken", toelichting=OPEN),
        Agendapunt("2", "Aankoop oude fabriek", vertrouwelijk=True, bijlagen=(Bijlage("Bod", "bod-verzonnenweg.pdf"),)),
    )
    minutes = (
        VerslagPunt("Stand van zaken", "1", (Alinea(OPEN),)),
        VerslagPunt("Aankoop oude fabriek", "2", (Alinea(GEHEIM),)),
    )
    tafel = Tafel("vt", "Voorbeeldtafel")
    return Reeks(tafel, (Vergadering("vt", DAG, agendapunten=agenda),), (Verslag("vt", DAG, punten=minutes),))


def reader(kring=ANDEREN, vrij=(), **texts) -> Nalezer:
    return Nalezer(find_geheimen([Inzage(table(), datetime(2026, 5, 1))], kring, **texts), vrij)


def word(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*pages: str, title: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setTitle(title)
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    "tekst",
    [
        "Er is besloten: de gemeente koopt het pand aan de overkant.",
        "Iets over de Verzonnenweg.",
        "Het kost 1.250.000 euro.",
        "PROEFBOUW doet mee.",
        "Zie bod-verzonnenweg.pdf voor meer.",
        "2. Aankoop oude fabriek",
        "de gemeente koopt het pand\naan de over-\nkant",
    ],
)
def test_a_sentence_a_name_a_sum_a_file_and_a_title_are_found(tekst):
    assert reader().find(tekst)


@pytest.mark.parametrize(
    "tekst", [OPEN, "Het COA en de locatie in Testdam.", "De gemeente koopt een fiets.", "24 april 2026", ""]
)
def test_what_these_readers_may_read_elsewhere_is_not_found(tekst):
    assert not reader().find(tekst)


def test_who_may_see_all_of_it_finds_nothing_secret():
    assert not reader(SECRETARIAAT).geheimen
    assert not reader(SECRETARIAAT).find(GEHEIM)


@pytest.mark.parametrize("kring", [ANDEREN, PUBLIEK])
def test_a_page_of_a_pdf_is_named(kring):
    (found,) = reader(kring).read({"Bundel.pdf": pdf(OPEN, "Iets over de Verzonnenweg.")})
    assert (found.bestand, found.plek, found.woorden) == ("Bundel.pdf", "Bundel.pdf, pagina 2", "verzonnenweg")


def test_a_title_in_the_properties_and_the_name_of_a_file_count():
    assert [f.woorden for f in reader().read({"x.pdf": pdf(OPEN, title="Aankoop oude fabriek")})] == [
        "aankoop oude fabriek"
    ]
    assert [f.woorden for f in reader().read({"Bod Proefbouw.docx": word(OPEN)})] == ["proefbouw"]


def test_a_word_file_is_read_to_its_properties():
    assert not list(reader().read({"Agenda.docx": word(OPEN)}))
    assert list(reader().read({"Agenda.docx": word(OPEN, GEHEIM)}))
    assert list(reader().read({"Agenda.docx": word(OPEN, title="Over Proefbouw")}))


def test_words_that_were_released_are_not_found_and_the_others_are():
    released = reader(vrij=["Verzonnenweg"])
    assert not released.find("Iets over de Verzonnenweg.")
    assert released.find("De firma Proefbouw.") == "proefbouw"


def test_a_paper_these_readers_get_says_nothing_secret_and_one_they_do_not_get_does():
    assert not reader(open_teksten=["Aan de Verzonnenweg staat een pand."]).find("Iets over de Verzonnenweg.")
    assert reader(geheime_teksten=["Het bod is van notaris Verzinsel."]).find("Vraag het notaris Verzinsel.")


@pytest.mark.parametrize(
    "tekst",
    ["A3 (23-01-2026)", "2026-01-20 Vastgesteld verslag Voorbeeldtafel", "Bijlage 2a, 24 april 2026", "Actie A1: open"],
)
def test_what_the_program_writes_by_itself_is_no_secret(tekst):
    secret = [
        "A3 (23-01-2026)",
        "2026-01-20 Vastgesteld verslag Voorbeeldtafel.pdf",
        "Zie Bijlage 2a van 24 april 2026",
        "De Actie A1 is open",
    ]
    assert not reader(geheime_teksten=secret).find(tekst)


def secret(*sentences: str, vrij=()) -> Nalezer:
    return reader(geheime_teksten=sentences, vrij=vrij)


@pytest.mark.parametrize(
    "geheim",
    [
        "De eigenaar is dhr. Verzonnink.",
        "Bel C.J.M. Verzonnink.",
        "Verzonnink vraagt meer.",
        "Verzonnink",
        "- Verzonnink",
    ],
)
def test_a_name_is_found_behind_a_title_and_initials_and_where_it_opens_a_sentence_or_a_cell(geheim):
    assert secret(geheim).find("Er kwam post van Verzonnink.") == "verzonnink"


def test_a_street_that_is_a_whole_title_is_found():
    assert secret("Proefdorpstraat 5").find("Iets over de Proefdorpstraat.") == "proefdorpstraat"


@pytest.mark.parametrize("geheim", ["Overzicht van plekken.", "Opdrachtgever: gemeente.", "Taxatierapport"])
def test_a_common_word_that_opens_a_sentence_is_no_name(geheim):
    assert not secret(geheim).find("Hierbij het overzicht en het taxatierapport van de opdrachtgever.")


@pytest.mark.parametrize("geheim", ["Het bod is € 2.350.000.", "2,35 miljoen euro", "2 350 000 euro", "€ 2.350.000,00"])
@pytest.mark.parametrize(
    "tekst", ["€ 2,35 mln", "€ 2.350.000,-", "EUR 2350000", "2.350.000,00 euro", "€ 2\u00a0350\u00a0000"]
)
def test_a_sum_is_known_in_every_way_of_writing(geheim, tekst):
    assert secret(geheim).find(f"Het kost {tekst}.") == "2350000"
    assert not secret(geheim).find("Het kost € 2.350.")


def test_a_long_number_without_a_sign_is_found():
    assert secret("Zaak 20391847 loopt nog.").find("Kenmerk: 20391847") == "20391847"


@pytest.mark.parametrize("woorden", ["v@zin.example", "1234 AB", "€ 250.000"])
def test_an_address_a_postcode_and_a_sum_can_be_released(woorden):
    assert secret(f"Vraag het {woorden} na.").find(f"Zie {woorden}.")
    assert not secret(f"Vraag het {woorden} na.", vrij=[woorden]).find(f"Zie {woorden}.")


def test_a_word_that_was_released_releases_no_longer_word_and_no_sentence():
    passage = "We spraken met Verzonnink over het bod."
    assert secret(passage, vrij=["Verzon"]).find("Verzonnink")
    assert secret(passage, vrij=["Verzonnink"]).find(passage)
    assert not secret(passage, vrij=[passage]).find(passage)


def test_a_word_cut_by_a_soft_hyphen_at_the_end_of_a_line_is_found():
    assert secret("Bel Verzonnink.").find("Er kwam post van Verzon\u00ad\nnink.") == "verzonnink"
