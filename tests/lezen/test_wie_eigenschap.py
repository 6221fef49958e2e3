"""Persons in are persons out: as many come out of a list of who was there as were written in it, in any usual way."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.inname import prepare
from pipeline.lezen import lees
from pipeline.model import Tafel

NAMEN = ("Proef", "Toets", "Staal", "Hout", "De Steen", "Van der Klei", "Zand-Water", "Verzonnen", "IJzer", "Élan")
PLAATSEN = ("Noordstad", "Zuidstad", "Oostdorp", "Westdorp", "gemeente Middelveen", "Provincie")
FUNCTIES = ("griffier", "gedeputeerde", "regiomanager COA", "de secretaris", "regiocoördinator")
AMBTEN = ("wethouder", "burgemeester", "gedeputeerde")
MEERVOUDEN = ("wethouders", "burgemeesters", "gedeputeerden")
LETTERS = ("A.", "B.C.", "J.", "Th.")

# One entry of a list: how it is written, and how many people it is.
Post = tuple[str, int]


@st.composite
def posten(draw: st.DrawFn) -> list[Post]:
    """Entries about people who all have a name of their own, save two of one surname who have a body each."""
    names = draw(st.lists(st.sampled_from(NAMEN), min_size=2, max_size=8, unique=True))
    found: list[Post] = []
    while names:
        kind = draw(st.sampled_from(["naam", "ambt", "haakjes", "rol", "meervoud", "twee", "vervangt"]))
        name, letters, place = names.pop(), draw(st.sampled_from(LETTERS)), draw(st.sampled_from(PLAATSEN))
        office = draw(st.sampled_from(AMBTEN))
        if kind == "naam":
            found.append((f"{draw(st.sampled_from(['dhr.', 'mw.', letters]))} {name}", 1))
        elif kind == "ambt":
            found.append((f"{office} {draw(st.sampled_from(['', letters + ' ']))}{name}", 1))
        elif kind == "haakjes":
            found.append((f"{letters} {name} ({place})", 1))
        elif kind == "rol":
            found.append((f"{office} {name} ({place}, voorzitter)", 1))
        elif kind == "twee":
            found += [(f"{office} {name} ({body})", 1) for body in ("Noordstad", "Zuidstad")]
        elif kind == "vervangt":
            found.append((f"{letters} {name} (vervangt dhr. Afwezen)", 1))
        elif names:
            others = [name, *(names.pop() for _ in range(draw(st.integers(1, len(names)))))]
            written = f"{draw(st.sampled_from(MEERVOUDEN))} {', '.join(others[:-1])} en {others[-1]}"
            found.append((written, len(others)))
        else:
            found.append((f"mw. {name}", 1))
    return draw(st.permutations(found))


@st.composite
def lijsten(draw: st.DrawFn) -> tuple[list[Post], list[Post]]:
    """Who was there, and who was not; a function without a name stands there once."""
    entries = draw(posten())
    functions = draw(st.lists(st.sampled_from(FUNCTIES), max_size=2, unique=True))
    entries = draw(st.permutations([*entries, *((function, 1) for function in functions)]))
    cut = draw(st.integers(1, len(entries)))
    return entries[:cut], entries[cut:]


def zin(entries: list[Post], en: bool) -> str:
    texts = [text for text, _ in entries]
    # a comma and "en" may belong to a plural, and a function behind a name is of who bears it: then semicolons
    mixed = any(count > 1 or text in FUNCTIES for text, count in entries)
    separator = "; " if mixed else ", "
    if en and separator == ", " and len(texts) > 1:
        return f"{', '.join(texts[:-1])} en {texts[-1]}"
    return separator.join(texts)


def regels(soort: str, er: list[Post], niet: list[Post], en: bool) -> list[str]:
    """The list as lines of text, in one way of writing it."""
    if soort == "zin":
        return [f"Aanwezig: {zin(er, en)}", *([f"Afwezig (m.k.): {zin(niet, en)}"] if niet else [])]
    if soort == "achter":
        lines = [text for text, _ in niet]
        rest = [f"Afgemeld: {lines[0]}", *lines[1:]] if lines else []
        return [f"Aanwezig: {er[0][0]}", *(text for text, _ in er[1:]), *rest]
    absent = ["Afgemeld:", *(text for text, _ in niet)] if niet else []
    return ["Aanwezig:", *(text for text, _ in er), *absent]


def tekstbestand(soort: str, er: list[Post], niet: list[Post], en: bool) -> bytes:
    head = ["Verslag Werkgroep Voorbeeld", "", "Datum: 3 maart 2026", ""]
    return "\n".join([*head, *regels(soort, er, niet, en), "", "1. Opening", "", "Er wordt geopend.", ""]).encode()


def wordbestand(soort: str, er: list[Post], niet: list[Post], en: bool) -> bytes:
    document = docx.Document()
    document.add_heading("Verslag Werkgroep Voorbeeld", 1)
    document.add_paragraph("Datum: 3 maart 2026")
    rows: list[tuple[str, ...]] = []
    if soort == "kruisjes":
        rows = [("Naam", "Aanwezig", "Afgemeld")]
        rows += [(text, "x", "") for text, _ in er] + [(text, "", "x") for text, _ in niet]
    elif soort == "cellen":
        rows = [("Aanwezig", zin(er, en)), ("Afwezig", zin(niet, en) or "geen")]
    for line in () if rows else regels(soort, er, niet, en):
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0])) if rows else None
    for row, texts in zip(table.rows if table else (), rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("1. Opening", 2)
    document.add_paragraph("Er wordt geopend.")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


WAAR = {
    "een zin in tekst": (tekstbestand, "zin", "verslag.txt"),
    "regels in tekst": (tekstbestand, "regels", "verslag.txt"),
    "achter het label in tekst": (tekstbestand, "achter", "verslag.txt"),
    "achter het label in Word": (wordbestand, "achter", "verslag.docx"),
    "een zin in Word": (wordbestand, "zin", "verslag.docx"),
    "regels in Word": (wordbestand, "regels", "verslag.docx"),
    "kruisjes in Word": (wordbestand, "kruisjes", "verslag.docx"),
    "cellen in Word": (wordbestand, "cellen", "verslag.docx"),
}


@pytest.mark.parametrize("waar", WAAR)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(lijst=lijsten(), en=st.booleans())
def test_as_many_people_come_out_as_went_in(waar: str, lijst: tuple[list[Post], list[Post]], en: bool):
    make, soort, naam = WAAR[waar]
    er, niet = lijst
    reading = lees(make(soort, er, niet, en), naam)
    assert reading.verslag is not None
    people = reading.verslag.deelnemers
    counted = tuple(sum(p.aanwezig is there for p in people) for there in (True, False))
    assert counted == tuple(sum(count for _, count in entries) for entries in lijst), [p.regel for p in people]
    ready = prepare(reading.verslag, Tafel("vb", "Werkgroep Voorbeeld"), date(2026, 3, 3))
    assert ready.meldingen == ()
    kept = ready.verslag.deelnemers
    assert tuple(sum(p.aanwezig is there for p in kept) for there in (True, False)) == counted
