"""A PDF leaves without what runs, fetches or sends, and with everything else."""

from __future__ import annotations

import io

import pytest
from papieren import make_pdf, written
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pipeline.onschadelijk import disarm

GEHEIM = "app.launchURL('http://eldersvoorbeeld/lek')"


def action(kind: str, **extra: str) -> DictionaryObject:
    found = DictionaryObject({NameObject("/S"): NameObject(kind)})
    found.update({NameObject(f"/{k}"): TextStringObject(v) for k, v in extra.items()})
    return found


def paper() -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(2))))


def at_opening(writer: PdfWriter, what: DictionaryObject) -> None:
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(what)


def at_a_trigger(writer: PdfWriter, what: DictionaryObject) -> None:
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): writer._add_object(what)})


def at_a_link(writer: PdfWriter, what: DictionaryObject) -> None:
    link = Link(rect=(10, 10, 60, 60), url="https://weg.example/")
    link[NameObject("/A")] = what
    writer.add_annotation(0, link)


def after_a_jump(writer: PdfWriter, what: DictionaryObject) -> None:
    jump = action("/Named", N="/NextPage")
    jump[NameObject("/Next")] = ArrayObject([writer._add_object(what)])
    at_a_link(writer, jump)


def at_a_field(writer: PdfWriter, what: DictionaryObject) -> None:
    field = DictionaryObject({NameObject("/T"): TextStringObject("knop"), NameObject("/AA"): DictionaryObject()})
    field["/AA"][NameObject("/K")] = what
    fields = ArrayObject([writer._add_object(field)])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


PLAATSEN = [at_opening, at_a_trigger, at_a_link, after_a_jump, at_a_field]
PLEK = {
    at_opening: "bij het openen",
    at_a_trigger: "bladzijde 1",
    at_a_link: "bladzijde 1",
    after_a_jump: "bladzijde 1",
    at_a_field: "een veld",
}
SOORTEN = {
    "/JavaScript": {"JS": GEHEIM},
    "/Launch": {"F": GEHEIM},
    "/SubmitForm": {"F": GEHEIM},
    "/ImportData": {"F": GEHEIM},
    "/GoToR": {"F": GEHEIM},
    "/URI": {"URI": f"javascript:{GEHEIM}"},
}


@pytest.mark.parametrize("plaats", PLAATSEN, ids=lambda p: p.__name__)
@pytest.mark.parametrize("soort", SOORTEN)
def test_what_runs_or_sends_is_taken_out_wherever_it_hangs_and_named(plaats, soort):
    writer = paper()
    plaats(writer, action(soort, **SOORTEN[soort]))
    before = written(writer)
    assert b"eldersvoorbeeld" in before
    made = disarm(before, "notitie.pdf")
    assert made.inhoud
    assert b"eldersvoorbeeld" not in made.inhoud
    assert [m.code for m in made.meldingen] == ["script-weggelaten"]
    assert "notitie.pdf" in made.meldingen[0].tekst
    assert PLEK[plaats] in made.meldingen[0].tekst
    assert "Notitie, bladzijde 2" in PdfReader(io.BytesIO(made.inhoud)).pages[1].extract_text()


def test_a_script_of_the_whole_file_is_taken_out():
    writer = paper()
    at_opening(writer, action("/JavaScript", JS=GEHEIM))
    made = disarm(written(writer), "notitie.pdf")
    assert made.inhoud
    assert b"eldersvoorbeeld" not in made.inhoud
    assert [m.code for m in made.meldingen] == ["script-weggelaten"]


def test_links_to_the_web_and_bookmarks_stay():
    writer = paper()
    at_opening(writer, action("/JavaScript", JS=GEHEIM))
    made = disarm(written(writer), "notitie.pdf")
    reader = PdfReader(io.BytesIO(made.inhoud or b""))
    assert "https://voorbeeld.example/" in [
        a.get_object()["/A"]["/URI"] for a in reader.pages[0]["/Annots"] if "/URI" in a.get_object().get("/A", {})
    ]
    assert [mark.title for mark in reader.outline] == ["Notitie deel 1", "Notitie deel 2"]


def test_a_paper_without_any_is_left_as_it_is_to_the_byte():
    data = make_pdf(3)
    assert disarm(data, "notitie.pdf").inhoud == data
