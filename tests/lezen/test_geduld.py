"""A PDF that takes long says how far it is, and is given up at a bound."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.lezen import followed_by, geduld, lees


@pytest.fixture
def pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for word in ("appels", "peren", "kersen", "bramen", "pruimen"):
        for line in range(12):
            canvas.drawString(72, 700 - 20 * line, f"{line * 'zo '}wordt er over {word} gesproken in dit verslag.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_whoever_follows_hears_of_every_page(pdf):
    told: list[tuple[str, int, int]] = []
    with followed_by(lambda *step: told.append(step)):
        lees(pdf, "stuk.pdf")
    assert told == [("Bladzijden van stuk.pdf", number, 5) for number in range(6)]


def test_a_pdf_that_takes_too_long_is_read_as_far_as_it_came_and_that_is_said(pdf, monkeypatch):
    seconds = iter([0, 0, 60, 119, 121, 180, 240])
    monkeypatch.setattr(geduld, "monotonic", lambda: next(seconds))
    lezing = lees(pdf, "zwaar.pdf")
    (told,) = [m for m in lezing.meldingen if m.code == "pdf-ingekort"]
    assert told.tekst == "zwaar.pdf is zo zwaar dat het lezen is gestopt. Gelezen zijn de eerste 3 bladzijden."
    assert lezing.document is not None
    words = " ".join(blok.tekst for blok in lezing.document.blokken)
    assert "kersen" in words
    assert "bramen" not in words
