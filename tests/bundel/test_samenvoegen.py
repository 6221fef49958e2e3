"""A bundle as its reader meets it: stamps, numbers, bookmarks, labels and links."""

from __future__ import annotations

import io
import subprocess
import tracemalloc
from pathlib import Path

import pytest
from papieren import LIGGEND, make_pdf, written
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight, Link
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, TextStringObject
from reportlab.lib.pagesizes import A3
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel import Bundel, Bundelstuk, is_ongewijzigd, merge, seal

LANGE_TITEL = "Notitie over locaties die in de komende twee jaar sluiten"


def agenda_pdf(*lines: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


AGENDA = agenda_pdf(
    "1 Opening", "2 Locaties", "De kaart en de notitie geven een overzicht.", "Bijlage 2a: Notitie over locaties die",
    "in de komende twee jaar sluiten", "Bijlage 2b: Kaart", "3 Rondvraag",
)  # fmt: skip
PUNTEN = (("1", "Opening"), ("2", "Locaties"), ("3", "Rondvraag"))


def bundel(*stukken: Bundelstuk, agenda: bytes = AGENDA) -> PdfReader:
    content, _ = merge(Bundel("Agenda en stukken Voorbeeldtafel", agenda, PUNTEN, stukken))
    return PdfReader(io.BytesIO(content))


NOTITIE = Bundelstuk("2a", LANGE_TITEL, "2", make_pdf(3))
KAART = Bundelstuk("2b", "Kaart", "2", make_pdf(2, "Kaart"))


@pytest.fixture(scope="module")
def gewoon() -> PdfReader:
    return bundel(NOTITIE, KAART)


def links_of(reader: PdfReader, number: int) -> list[tuple[int, str]]:
    """The links on a page: to which page they lead, or to which address."""
    found = []
    for entry in reader.pages[number].get("/Annots", ()):
        link = entry.get_object()
        if "/Dest" in link:
            found.append((reader.get_page_number(link["/Dest"][0].get_object()), ""))
        else:
            found.append((-1, str(link["/A"]["/URI"])))
    return found


def titles(outline, depth=0):
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry, depth + 1)
        else:
            yield depth, entry.title


def test_each_paper_starts_with_its_stamp_and_every_page_has_its_number(gewoon):
    texts = [page.extract_text() for page in gewoon.pages]
    assert [text.count("Bijlage 2a") for text in texts[1:4]] == [2, 1, 1]
    assert [text.count("Bijlage 2b") for text in texts[4:]] == [2, 1]
    assert [f"{n} van 6" in text for n, text in enumerate(texts, 1)] == [True] * 6


def test_a_line_of_the_agenda_leads_to_its_paper_also_where_it_runs_over_two_lines(gewoon):
    assert links_of(gewoon, 0) == [(1, ""), (1, ""), (4, "")]


def test_the_stamp_and_the_foot_of_a_paper_lead_back_to_the_agenda(gewoon):
    back = [target for target in links_of(gewoon, 4) if target == (0, "")]
    assert len(back) == 2


def test_a_title_that_also_stands_in_the_text_is_linked_where_it_is_a_paper(gewoon):
    rects = [entry.get_object()["/Rect"] for entry in gewoon.pages[0]["/Annots"]]
    assert [round(rect[1] / 20) for rect in rects] == [32, 31, 30]


def test_links_inside_papers_lead_to_their_own_pages_though_both_use_the_same_names(gewoon):
    assert (3, "") in links_of(gewoon, 1)
    assert (5, "") in links_of(gewoon, 4)
    assert (-1, "https://voorbeeld.example/") in links_of(gewoon, 1)


def test_bookmarks_follow_the_agenda_and_hold_those_of_the_papers(gewoon):
    assert list(titles(gewoon.outline)) == [
        (0, "Agenda"),
        (0, "1. Opening"),
        (0, "2. Locaties"),
        (1, f"Bijlage 2a: {LANGE_TITEL}"),
        *((2, f"Notitie deel {n}") for n in (1, 2, 3)),
        (1, "Bijlage 2b: Kaart"),
        *((2, f"Kaart deel {n}") for n in (1, 2)),
        (0, "3. Rondvraag"),
    ]


def test_page_labels_say_which_paper_a_page_is_of_and_count_on(gewoon):
    assert gewoon.page_labels == ["Agenda p. 1", "2a p. 2", "2a p. 3", "2a p. 4", "2b p. 5", "2b p. 6"]


def test_the_bundle_has_a_title_and_a_language_and_claims_no_tags(gewoon):
    assert gewoon.metadata.title == "Agenda en stukken Voorbeeldtafel"
    assert gewoon.root_object["/Lang"] == "nl-NL"
    assert gewoon.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "/MarkInfo" not in gewoon.root_object
    assert "/StructTreeRoot" not in gewoon.root_object


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_has_its_stamp_in_the_corner_where_it_is_seen(turn, tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(*LIGGEND).rotate(turn)
    content, _ = merge(Bundel("Proef", AGENDA, PUNTEN, (Bundelstuk("2b", "Kaart", "2", written(writer)),)))
    page = draw(content, 2, tmp_path)
    corners = {
        "linksboven": (0.0, 0.0),
        "rechtsboven": (0.75, 0.0),
        "linksonder": (0.0, 0.9),
        "rechtsonder": (0.75, 0.9),
    }
    inked = [name for name, (x, y) in corners.items() if has_ink(page, x, y)]
    assert inked == ["rechtsboven", "rechtsonder"]


def draw(content: bytes, page: int, folder: Path) -> Image.Image:
    """A page as it is seen."""
    (folder / "b.pdf").write_bytes(content)
    command = ["pdftoppm", "-r", "50", "-gray", "-f", str(page), "-singlefile", "-png", "b.pdf", "b"]
    subprocess.run(command, cwd=folder, check=True)
    return Image.open(folder / "b.png")


def has_ink(page: Image.Image, x: float, y: float) -> bool:
    part = page.crop(
        (int(page.width * x), int(page.height * y), int(page.width * (x + 0.25)), int(page.height * (y + 0.1)))
    )
    return part.convert("L").getextrema()[0] < 128


def test_a_page_that_is_cropped_has_its_stamp_in_the_part_that_is_seen():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1, "Kaart", size=A3))))
    writer.pages[0].cropbox.lower_left = (200, 300)
    writer.pages[0].cropbox.upper_right = (700, 900)
    reader = bundel(Bundelstuk("2b", "Kaart", "2", written(writer)))
    stamp = [a.get_object()["/Rect"] for a in reader.pages[1]["/Annots"] if "/Dest" in a.get_object()][-2]
    assert 200 < stamp[0] < stamp[2] <= 700
    assert 300 < stamp[1] < stamp[3] <= 900


def test_what_runs_a_program_or_a_script_is_left_out():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    for kind, extra in (("/Launch", {"/F": "rekenmachine"}), ("/JavaScript", {"/JS": "waarschuw"}),
                        ("/URI", {"/URI": "javascript:alarm"})):  # fmt: skip
        link = Link(rect=(10, 10, 60, 60), url="https://weg.example/")
        action = {NameObject("/S"): NameObject(kind)}
        action |= {NameObject(k): TextStringObject(v) for k, v in extra.items()}
        link[NameObject("/A")] = DictionaryObject(action)
        writer.add_annotation(0, link)
    content, _ = merge(Bundel("Proef", AGENDA, PUNTEN, (Bundelstuk("2b", "Kaart", "2", written(writer)),)))
    assert not [word for word in (b"rekenmachine", b"waarschuw", b"javascript") if word in content]


def test_a_remark_somebody_put_in_a_paper_is_still_seen():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    quad = ArrayObject([FloatObject(n) for n in (70, 515, 200, 515, 70, 495, 200, 495)])
    remark = Highlight(rect=(70, 495, 200, 515), quad_points=quad)
    form = writer._add_object(_square())
    remark[NameObject("/AP")] = DictionaryObject({NameObject("/N"): form})
    writer.add_annotation(0, remark)
    reader = bundel(Bundelstuk("2b", "Kaart", "2", written(writer)))
    assert "/Highlight" in [a.get_object()["/Subtype"] for a in reader.pages[1]["/Annots"]]


def _square():
    stream = DecodedStreamObject()
    stream.set_data(b"1 1 0 rg 0 0 130 20 re f")
    stream.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                   NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, 130, 20)])})  # fmt: skip
    return stream


def test_a_paper_the_agenda_does_not_name_is_reported_and_still_leads_back_to_its_item():
    content, meldingen = merge(Bundel("Proef", agenda_pdf("1 Opening", "2 Locaties"), PUNTEN, (KAART,)))
    assert [m.code for m in meldingen] == ["bundel-zonder-link"]
    assert (0, "") in links_of(PdfReader(io.BytesIO(content)), 1)


def test_the_same_papers_give_the_same_bundle_to_the_byte():
    assert merge(Bundel("Proef", AGENDA, PUNTEN, (NOTITIE,))) == merge(Bundel("Proef", AGENDA, PUNTEN, (NOTITIE,)))


def test_qpdf_finds_nothing_wrong_with_a_bundle(tmp_path):
    content, _ = merge(Bundel("Proef", AGENDA, PUNTEN, (NOTITIE, KAART)))
    (tmp_path / "bundel.pdf").write_bytes(seal(content))
    done = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "bundel.pdf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_sealed_bundle_knows_when_somebody_put_a_remark_in_it():
    content = seal(merge(Bundel("Proef", AGENDA, PUNTEN, (KAART,)))[0])
    assert is_ongewijzigd(content)
    writer = PdfWriter(io.BytesIO(content), incremental=True)
    writer.add_metadata({"/Subject": "met een opmerking"})
    assert not is_ongewijzigd(written(writer))
    assert not is_ongewijzigd(content + b" ")
    assert not is_ongewijzigd(b"")


def peak_of(pages: int) -> tuple[int, int]:
    """The most memory merging this many pages takes, and the size of the papers, in bytes."""
    papers = tuple(Bundelstuk(f"{n}a", f"Stuk {n}", "2", make_pdf(20)) for n in range(pages // 20))
    tracemalloc.start()
    merge(Bundel("Proef", AGENDA, PUNTEN, papers))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak, sum(len(paper.pdf) for paper in papers)


def test_memory_grows_with_the_pages_and_not_faster():
    peak_of(20)  # what is loaded once
    small, large = peak_of(100), peak_of(500)
    assert (large[0] - small[0]) / 400 < 128 * 1024
