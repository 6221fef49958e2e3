"""Papers drawn at random: of everything in one, it is on its page in the bundle, or a Melding names it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papieren import written
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, NumberObject
from pypdf.generic import TextStringObject as Tekst
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundel import Bundel, Bundelstuk, check_stuk, merge
from pipeline.onschadelijk import disarm

ATOMEN = st.sampled_from(
    ["tekst", "laag-aan", "laag-uit", "veld", "keuze", "vinkje-leeg", "opmerking", "bijgevoegd", "film", "aanhangsel",
     "script", "verzendknop", "gedraaid", "bijgesneden"]
)  # fmt: skip
VAK = (72, 600, 300, 620)


@dataclass
class Papier:
    """A paper on its way: where each word in it has to be seen, and which words must be named or be nowhere."""

    writer: PdfWriter
    op_bladzijde: list[str] = field(default_factory=list)
    in_opmerking: list[str] = field(default_factory=list)
    genoemd: list[str] = field(default_factory=list)
    nergens: list[str] = field(default_factory=list)
    lagen: dict[str, list[object]] = field(default_factory=lambda: {"aan": [], "uit": []})
    velden: list[object] = field(default_factory=list)

    def new(self, **entries: object) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{k}"): v for k, v in entries.items()})

    def rect(self, at: int) -> ArrayObject:
        return ArrayObject([FloatObject(n) for n in (72, 640 - 26 * at, 320, 660 - 26 * at)])

    def annotate(self, page: int, annotation: DictionaryObject) -> object:
        reference = self.writer._add_object(annotation)
        owner = self.writer.pages[page]
        owner[NameObject("/Annots")] = ArrayObject([*owner.get("/Annots", ArrayObject()), reference])
        return reference


def draw_pages(count: int) -> PdfWriter:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number in range(count):
        canvas.drawString(72, 780, f"GEWOON{number}")
        canvas.showPage()
    canvas.save()
    return PdfWriter(clone_from=PdfReader(buffer))


def add_atom(paper: Papier, kind: str, page: int, at: int) -> None:
    """Put something on a page; ``at`` says how far down, and makes its word its own."""
    word = f"{kind.upper().replace('-', '')}{at}X"
    target = paper.writer.pages[page]
    if kind == "gedraaid":
        target.rotate(90)
    elif kind == "bijgesneden":
        target.cropbox.upper_right = landscape(A4)[1] - 20, A4[1] - 10
    elif kind == "tekst":
        draw(paper, page, at, word)
        paper.op_bladzijde.append(word)
    elif kind.startswith("laag"):
        state = kind.removeprefix("laag-")
        draw(paper, page, at, word, layer=add_layer(paper, page, state, at))
        (paper.op_bladzijde if state == "aan" else paper.nergens).append(word)
    elif kind in ("veld", "keuze", "vinkje-leeg", "verzendknop"):
        add_field(paper, kind, page, at, word)
    elif kind == "opmerking":
        paper.writer.add_annotation(page, FreeText(text=word, rect=tuple(paper.rect(at))))
        paper.in_opmerking.append(word)
    elif kind == "bijgevoegd":
        paper.writer.add_attachment(f"{word}.txt", b"x")
        paper.genoemd.append(f"{word}.txt")
    elif kind in ("film", "aanhangsel"):
        subtype = "/RichMedia" if kind == "film" else "/FileAttachment"
        spec = paper.new(Type=NameObject("/Filespec"), F=Tekst(f"{word}.mp4"))
        paper.annotate(page, paper.new(Subtype=NameObject(subtype), Rect=paper.rect(at), FS=spec))
        paper.genoemd.append(f"bladzijde {page + 1} van")
    elif kind == "script":
        action = paper.new(S=NameObject("/JavaScript"), JS=Tekst(word))
        paper.writer.root_object[NameObject("/OpenAction")] = action
        paper.nergens.append(word)
        paper.genoemd.append("een script")


def draw(paper: Papier, page: int, at: int, word: str, layer: str = "") -> None:
    stream = DecodedStreamObject()
    text = f"BT /F1 12 Tf 72 {645 - 26 * at} Td ({word}) Tj ET"
    stream.set_data((f"\n/OC /{layer} BDC {text} EMC\n" if layer else f"\n{text}\n").encode())
    owner = paper.writer.pages[page]
    old = owner.raw_get("/Contents")
    kept = list.__iter__(old.get_object()) if isinstance(old.get_object(), ArrayObject) else [old]
    owner[NameObject("/Contents")] = ArrayObject([*kept, paper.writer._add_object(stream)])


def add_layer(paper: Papier, page: int, state: str, at: int) -> str:
    group = paper.writer._add_object(paper.new(Type=NameObject("/OCG"), Name=Tekst(f"{state}{at}")))
    paper.lagen[state].append(group)
    resources = paper.writer.pages[page]["/Resources"]
    known = resources.get("/Properties", DictionaryObject())
    known[NameObject(f"/L{at}")] = group
    resources[NameObject("/Properties")] = known
    return f"L{at}"


def add_field(paper: Papier, kind: str, page: int, at: int, word: str) -> None:
    entry = paper.new(
        Type=NameObject("/Annot"), Subtype=NameObject("/Widget"), T=Tekst(f"veld{at}"), F=NumberObject(4),
        Rect=paper.rect(at), DA=Tekst("/Helv 12 Tf 0 g"),
    )  # fmt: skip
    if kind == "veld":
        entry.update(paper.new(FT=NameObject("/Tx"), V=Tekst(word)))
        paper.op_bladzijde.append(word)
    elif kind == "keuze":
        options = ArrayObject([Tekst("anders"), Tekst(word)])
        entry.update(paper.new(FT=NameObject("/Ch"), V=Tekst(word), Opt=options, Ff=NumberObject(1 << 17)))
        paper.op_bladzijde.append(word)
    elif kind == "verzendknop":
        action = paper.new(S=NameObject("/SubmitForm"), F=Tekst(word))
        entry.update(paper.new(FT=NameObject("/Btn"), Ff=NumberObject(1 << 16), A=action))
        paper.nergens.append(word)
        paper.genoemd.append("een formulier dat gegevens verstuurt")
    else:
        entry.update(paper.new(FT=NameObject("/Btn"), V=NameObject("/Off"), AS=NameObject("/Off")))
    paper.velden.append(paper.annotate(page, entry))


def finish(paper: Papier) -> bytes:
    root = paper.writer.root_object
    if paper.velden:
        font = paper.new(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
        fonts = paper.new(Font=paper.new(Helv=paper.writer._add_object(font)))
        root[NameObject("/AcroForm")] = paper.new(Fields=ArrayObject(paper.velden), DR=fonts)
    groups = [*paper.lagen["aan"], *paper.lagen["uit"]]
    if groups:
        default = paper.new(ON=ArrayObject(paper.lagen["aan"]), OFF=ArrayObject(paper.lagen["uit"]))
        root[NameObject("/OCProperties")] = paper.new(OCGs=ArrayObject(groups), D=default)
    return written(paper.writer)


def words_of(reader: PdfReader) -> str:
    return " ".join(page.extract_text() for page in reader.pages)


def remarks_of(reader: PdfReader) -> str:
    entries = [entry.get_object() for page in reader.pages for entry in page.get("/Annots", ())]
    return " ".join(str(e.get("/Contents", "")) for e in entries)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 3), st.lists(st.tuples(ATOMEN, st.integers(0, 2)), max_size=9))
def test_everything_in_a_paper_is_on_its_page_or_is_named(count: int, atoms: list[tuple[str, int]]):
    paper = Papier(draw_pages(count))
    for at, (kind, page) in enumerate(atoms):
        add_atom(paper, kind, page % count, at)
    data = finish(paper)
    found = check_stuk(data, "stuk.pdf")
    made = disarm(data, "stuk.pdf")
    assert made.inhoud
    stuk = Bundelstuk("2a", "Stuk", "2", made.inhoud)
    content, odd = merge(Bundel("Proef", written(draw_pages(1)), (("2", "Locaties"),), (stuk,)))
    reader = PdfReader(io.BytesIO(content))
    said = " ".join(m.tekst for m in (*found, *made.meldingen))
    assert "bundel-wijkt-af" not in [m.code for m in odd]
    text = words_of(reader)
    assert [w for w in (*paper.op_bladzijde, *(f"GEWOON{n}" for n in range(count))) if w not in text] == []
    assert [w for w in paper.in_opmerking if w not in remarks_of(reader)] == []
    assert [w for w in paper.genoemd if w not in said] == []
    assert [w for w in paper.nergens if w in text or w.encode() in content] == []
