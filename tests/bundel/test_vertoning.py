"""A bundle shows each page as its own file shows it, and names what is no page."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from papieren import make_pdf, written
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Highlight
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel import Bundel, Bundelstuk, check_stuk, merge
from pipeline.bundel import samenvoegen as samenvoegen_module
from pipeline.model import Ernst

GEVALLEN = Path(__file__).parents[2].parent / "shared" / "gevallen"


def agenda() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "2 Locaties")
    canvas.drawString(72, 680, "Bijlage 2a: Stuk")
    canvas.save()
    return buffer.getvalue()


def merged(pdf: bytes) -> tuple[PdfReader, list[str]]:
    content, meldingen = merge(Bundel("Proef", agenda(), (("2", "Locaties"),), (Bundelstuk("2a", "Stuk", "2", pdf),)))
    return PdfReader(io.BytesIO(content)), [m.code for m in meldingen]


def page_text(reader: PdfReader, number: int = 1) -> str:
    return reader.pages[number].extract_text()


def name(*parts: object) -> DictionaryObject:
    return DictionaryObject({NameObject(k): v for k, v in zip(parts[::2], parts[1::2], strict=True)})


def with_layers(states: dict[str, bool], config: dict[str, object] | None = None) -> bytes:
    """A page with a word on each layer, some of which are off; the last layer holds a drawing of its own."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    page = writer.pages[0]
    groups = {n: writer._add_object(name("/Type", NameObject("/OCG"), "/Name", TextStringObject(n))) for n in states}
    lines = [f"/OC /{n} BDC BT /F1 14 Tf 72 {600 - 30 * i} Td ({n}) Tj ET EMC\n" for i, n in enumerate(states)]
    stream = DecodedStreamObject()
    stream.set_data("".join(lines).encode())
    resources = page["/Resources"]
    resources[NameObject("/Properties")] = DictionaryObject({NameObject(f"/{n}"): ref for n, ref in groups.items()})
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(stream)])
    off = ArrayObject([groups[n] for n, on in states.items() if not on])
    default = name("/OFF", off, "/Order", ArrayObject(groups.values()))
    default.update({NameObject(k): v for k, v in (config or {}).items()})
    writer.root_object[NameObject("/OCProperties")] = name("/OCGs", ArrayObject(groups.values()), "/D", default)
    return written(writer)


def with_field(value: str, kind: str = "/Tx") -> bytes:
    """A page with a field that no program ever drew."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    font = writer._add_object(
        name("/Type", NameObject("/Font"), "/Subtype", NameObject("/Type1"), "/BaseFont", NameObject("/Helvetica"))
    )
    field = name(
        "/Type", NameObject("/Annot"), "/Subtype", NameObject("/Widget"), "/FT", NameObject(kind), "/T",
        TextStringObject("veld"), "/V", TextStringObject(value), "/F", NumberObject(4), "/DA",
        TextStringObject("/Helv 12 Tf 0 g"), "/Rect", ArrayObject([FloatObject(n) for n in (72, 600, 400, 624)]),
    )  # fmt: skip
    if kind == "/Ch":
        field[NameObject("/Opt")] = ArrayObject([TextStringObject("een"), TextStringObject(value)])
        field[NameObject("/Ff")] = NumberObject(1 << 17)
    reference = writer._add_object(field)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])
    fonts = name("/Font", name("/Helv", font))
    writer.root_object[NameObject("/AcroForm")] = name(
        "/Fields", ArrayObject([reference]), "/DR", fonts, "/DA", TextStringObject("/Helv 12 Tf 0 g")
    )
    return written(writer)


def test_a_layer_that_is_off_is_neither_seen_nor_in_the_bundle_and_one_that_is_on_stays():
    reader, codes = merged(with_layers({"GEHEIM": False, "ZICHTBAAR": True}))
    assert "ZICHTBAAR" in page_text(reader)
    assert "GEHEIM" not in page_text(reader)
    assert "Notitie, bladzijde 1" in page_text(reader)
    assert codes == []


def test_where_all_layers_are_off_but_some_only_those_are_shown():
    reader, codes = merged(with_layers({"EEN": False, "TWEE": True}, {"/BaseState": NameObject("/OFF")}))
    assert "EEN" not in page_text(reader)
    assert "TWEE" not in page_text(reader)
    assert codes == []


def with_drawing(kind: str, layer: DictionaryObject, writer: PdfWriter, group: object) -> None:
    """Put the word GEHEIM on the first page, on a layer, as a drawing, within a drawing, or as a remark."""
    page = writer.pages[0]
    if kind == "opmerking":
        writer.add_annotation(0, FreeText(text="GEHEIM", rect=(72, 600, 300, 620)))
        page["/Annots"][-1].get_object()[NameObject("/OC")] = layer
        return
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 14 Tf 72 600 Td (GEHEIM) Tj ET")
    box = ArrayObject([FloatObject(n) for n in (0, 0, 595, 842)])
    form = {"/Type": NameObject("/XObject"), "/Subtype": NameObject("/Form"), "/BBox": box}
    stream.update({NameObject(k): v for k, v in form.items()})
    stream[NameObject("/Resources")] = name("/Font", page["/Resources"]["/Font"])
    stream[NameObject("/OC")] = layer
    drawn = writer._add_object(stream)
    if kind == "in een tekening":
        outer = DecodedStreamObject()
        outer.set_data(b"/Fm0 Do")
        outer.update({NameObject(k): v for k, v in form.items()})
        outer[NameObject("/Resources")] = name("/XObject", name("/Fm0", drawn))
        drawn = writer._add_object(outer)
    page["/Resources"][NameObject("/XObject")] = name("/FmX", drawn)
    call = DecodedStreamObject()
    call.set_data(b"\n/FmX Do\n")
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(call)])


@pytest.mark.parametrize("kind", ["tekening", "in een tekening", "opmerking"])
@pytest.mark.parametrize("rule", ["uit", "geen van deze", "niet aan"])
def test_whatever_is_on_a_hidden_layer_in_whatever_way_is_not_in_the_bundle(kind, rule):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    group = writer._add_object(name("/Type", NameObject("/OCG"), "/Name", TextStringObject("laag")))
    layers = {
        "uit": group,
        "geen van deze": name("/Type", NameObject("/OCMD"), "/OCGs", ArrayObject([group]), "/P", NameObject("/AllOff")),
        "niet aan": name("/Type", NameObject("/OCMD"), "/VE", ArrayObject([NameObject("/Not"), group])),
    }
    off = ArrayObject([group] if rule == "uit" else [])
    writer.root_object[NameObject("/OCProperties")] = name("/OCGs", ArrayObject([group]), "/D", name("/OFF", off))
    with_drawing(kind, layers[rule], writer, group)
    reader, codes = merged(written(writer))
    assert "GEHEIM" not in page_text(reader)
    assert "GEHEIM" not in str([a.get_object().get("/Contents") for a in reader.pages[1].get("/Annots", ())])
    assert "Notitie, bladzijde 1" in page_text(reader)
    assert codes == []


def test_a_field_that_was_filled_in_after_it_was_drawn_shows_the_new_value():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(with_field("NIEUW"))))
    look = DecodedStreamObject()
    look.set_data(b"BT /Helv 12 Tf 2 6 Td (OUD) Tj ET")
    look.update({NameObject("/Subtype"): NameObject("/Form"),
                 NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, 328, 24)]),
                 NameObject("/Resources"): writer.root_object["/AcroForm"]["/DR"]})  # fmt: skip
    writer.pages[0]["/Annots"][0].get_object()[NameObject("/AP")] = name("/N", writer._add_object(look))
    writer.root_object["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(True)
    reader, codes = merged(written(writer))
    assert "NIEUW" in page_text(reader)
    assert "OUD" not in page_text(reader)
    assert codes == []


@pytest.mark.parametrize(("kind", "value"), [("/Tx", "INGEVULD"), ("/Ch", "gekozen")])
def test_a_field_that_no_program_drew_shows_what_it_holds(kind, value):
    reader, codes = merged(with_field(value, kind))
    assert value in page_text(reader)
    assert codes == []


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("value", ["“Één” – café € 100", "Łódź"])
def test_letters_that_not_every_viewer_has_come_with_their_font(value, turn, tmp_path):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(with_field(value))))
    writer.pages[0].rotate(turn)
    reader, codes = merged(written(writer))
    assert value in page_text(reader)
    assert codes == []
    (tmp_path / "b.pdf").write_bytes(written(PdfWriter(clone_from=reader)))
    fonts = subprocess.run(["pdffonts", "-f", "2", tmp_path / "b.pdf"], capture_output=True, text=True, check=True)
    assert " yes yes yes " in fonts.stdout


def test_a_field_that_has_its_font_from_the_form_keeps_it_in_the_bundle():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(with_field("INGEVULD"))))
    look = DecodedStreamObject()
    look.set_data(b"BT /Helv 12 Tf 2 6 Td (INGEVULD) Tj ET")
    look.update({NameObject("/Subtype"): NameObject("/Form"),
                 NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, 328, 24)])})  # fmt: skip
    writer.pages[0]["/Annots"][0].get_object()[NameObject("/AP")] = name("/N", writer._add_object(look))
    reader, codes = merged(written(writer))
    drawn = [d.get_object() for d in reader.pages[1]["/Resources"]["/XObject"].values()]
    assert [list(d["/Resources"]["/Font"]) for d in drawn if b"INGEVULD" in d.get_data()] == [["/Helv"]]
    assert codes == []


def test_letters_for_which_there_is_no_font_are_named():
    _, codes = merged(with_field("日本"))
    assert codes == ["veld-zonder-letters"]


def test_a_remark_without_a_look_of_its_own_is_seen_in_the_bundle():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    quad = ArrayObject([FloatObject(n) for n in (70, 515, 200, 515, 70, 495, 200, 495)])
    writer.add_annotation(0, Highlight(rect=(70, 495, 200, 515), quad_points=quad))
    writer.add_annotation(0, FreeText(text="Klopt dit?", rect=(300, 300, 500, 330)))
    reader, codes = merged(written(writer))
    kinds = [a.get_object()["/Subtype"] for a in reader.pages[1]["/Annots"]]
    assert {"/Highlight", "/FreeText"} <= set(kinds)
    assert codes == []


def test_a_page_that_came_out_different_stops_the_bundle_with_paper_and_page(monkeypatch):
    """The one fault we can make on purpose: a step that leaves the text of a page out."""

    def lose(pdf: bytes) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
        if len(writer.pages) == 3:
            writer.pages[1][NameObject("/Contents")] = DecodedStreamObject()
        return written(writer)

    monkeypatch.setattr(samenvoegen_module, "drop_verborgen_lagen", lose)
    papers = (Bundelstuk("2a", "Stuk", "2", make_pdf(3)),)
    _, meldingen = merge(Bundel("Proef", agenda(), (("2", "Locaties"),), papers))
    odd = [m for m in meldingen if m.code == "bundel-wijkt-af"]
    assert [m.ernst for m in odd] == [Ernst.FOUT]
    assert "bladzijde 2 van Bijlage 2a (Stuk)" in odd[0].tekst


def test_files_in_a_paper_are_named():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(1))))
    writer.add_attachment("begroting.xlsx", b"x")
    writer.add_attachment("plan.docx", b"x")
    found = check_stuk(written(writer), "notitie.pdf")
    assert [m.code for m in found] == ["bijlage-geen-bladzijde"] * 2
    assert all("notitie.pdf" in m.tekst for m in found)
    assert {"begroting.xlsx", "plan.docx"} <= {w.rstrip(".") for m in found for w in m.tekst.split()}


@pytest.mark.parametrize("kind", ["/Movie", "/Sound", "/RichMedia", "/3D", "/FileAttachment"])
def test_what_plays_or_hangs_on_a_page_is_named_with_its_page(kind):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(2))))
    rect = ArrayObject([FloatObject(n) for n in (72, 600, 100, 624)])
    film = name("/Type", NameObject("/Annot"), "/Subtype", NameObject(kind), "/Rect", rect)
    writer.pages[1][NameObject("/Annots")] = ArrayObject([writer._add_object(film)])
    found = check_stuk(written(writer), "film.pdf")
    assert [m.code for m in found] == ["bijlage-geen-bladzijde"]
    assert "bladzijde 2 van film.pdf" in found[0].tekst


@pytest.mark.shared
def test_case_01_a_filled_form_shows_its_value():
    reader, codes = merged((GEVALLEN / "01-bundel-formulierwaarde-weg" / "formulier.pdf").read_bytes())
    assert "INGEVULDZONDERAP" in page_text(reader)
    assert codes == []


@pytest.mark.shared
def test_case_02_a_hidden_layer_stays_hidden():
    reader, codes = merged((GEVALLEN / "02-bundel-verborgen-laag" / "laag.pdf").read_bytes())
    assert "GEHEIM" not in page_text(reader)
    assert "ZICHTBARELAAG" in page_text(reader)
    assert codes == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "word"), [("ingesloten", "bijlage.txt"), ("portfolio", "a.pdf"), ("xfa", "XFA-formulier")]
)
def test_case_03_what_is_no_page_is_named(file, word):
    found = check_stuk((GEVALLEN / "03-bundel-bijgevoegd-bestand" / f"{file}.pdf").read_bytes(), f"{file}.pdf")
    assert [m.code for m in found] == ["bijlage-geen-bladzijde"]
    assert word in found[0].tekst
    assert f"{file}.pdf" in found[0].tekst
