"""Minutes typed freely in Word, taken over into a fresh werkmap: nothing secret gets out, nothing is lost."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from ziphulp import parts, zipped

COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="A. Schrijver" w:initials="AS" w:date="2026-05-13T09:30:00Z"><w:p>'
    "<w:r><w:annotationRef/></w:r><w:r><w:t>Nog navragen: was dit maart of mei?</w:t></w:r></w:p></w:comment>"
    "</w:comments>"
)
TYPE = (
    '<Override PartName="/word/comments.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
)
REL = (
    '<Relationship Id="rIdOpm" Target="comments.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
)
RUN = "<w:r><w:t>De cijfers komen later.</w:t></w:r>"
BIJGEHOUDEN = (
    '<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">De cijfers komen </w:t></w:r>'
    '<w:del w:id="7" w:author="A. Schrijver" w:date="2026-05-13T09:00:00Z">'
    "<w:r><w:delText>nooit</w:delText></w:r></w:del>"
    '<w:ins w:id="8" w:author="A. Schrijver" w:date="2026-05-13T09:00:00Z"><w:r><w:t>later</w:t></w:r></w:ins>'
    '<w:r><w:t>.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)
FOLDER = "prt/2026-05-12"


def with_opmerking(path: Path) -> None:
    """Put in a comment and a tracked change, as Word writes them."""
    files = parts(path.read_bytes())
    files["word/comments.xml"] = COMMENTS.encode()
    for name, end, more in (
        ("[Content_Types].xml", "</Types>", TYPE),
        ("word/_rels/document.xml.rels", "</Relationships>", REL),
        ("word/document.xml", RUN, BIJGEHOUDEN),
    ):
        text = files[name].decode()
        assert end in text
        files[name] = text.replace(end, more).encode()
    path.write_bytes(zipped(files))


def write_vrij_verslag(path: Path, kop: str = "3. Gebouw (vertrouwelijk)") -> Path:
    document = docx.Document()
    document.add_heading("Verslag Provinciale Regietafel", 1)
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Datum", "12 mei 2026"), ("Notulist", "A. Schrijver")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Aanwezig: burgemeester Proef (voorzitter), wethouders Toets en Staal, griffier")
    document.add_paragraph("Afwezig (m.k.): wethouder Hout, gedeputeerde, regiomanager COA")
    for title, text in (
        ("1. Opening", "De voorzitter opent."),
        ("2. Cijfers", "De cijfers komen later."),
        (kop, "De eigenaar vraagt 2,6 miljoen."),
    ):
        document.add_heading(title, 2)
        document.add_paragraph(text)
    document.add_paragraph("Actie: wethouder Toets belt de eigenaar voor 1 juni.")
    document.add_heading("Actiepunten", 2)
    table = document.add_table(3, 3)
    rows = (("Wat", "Wie", "Wanneer"), ("Eigenaar bellen", "wethouder Toets", "1 juni"), ("Zaal huren", "griffier", ""))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    with_opmerking(path)
    return path


@pytest.fixture
def werkmap(regietafel, tmp_path) -> Path:
    """A fresh werkmap, as ``regietafel nieuw`` makes it."""
    folder = tmp_path / "nieuw"
    assert regietafel("nieuw", folder).code == 0
    return folder


def take(regietafel, werkmap: Path, path: Path) -> str:
    done = regietafel("lees", path, "--neem-over", "--tafel", "prt", werkmap=werkmap)
    assert done.code == 0, done.fout
    return done.uit


def record(werkmap: Path) -> Path:
    return werkmap / "verslagen" / FOLDER / "verslag.md"


def test_a_confidential_heading_is_confidential_in_minutes_and_agenda(regietafel, werkmap, tmp_path):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx"))
    assert "## 3. Gebouw (vertrouwelijk)\n" in record(werkmap).read_text(encoding="utf-8")
    agenda = (werkmap / "agenda" / FOLDER / "agenda.yaml").read_text(encoding="utf-8")
    assert re.findall(r"titel: (\w+)\n +vertrouwelijk: ja", agenda) == ["Gebouw"]


def test_everybody_and_every_action_is_there_once(regietafel, werkmap, tmp_path):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx"))
    text = record(werkmap).read_text(encoding="utf-8")
    people = re.findall(r"^  - (.*)$", text, re.MULTILINE)
    assert len([p for p in people if "[af" not in p]) == 4
    assert len([p for p in people if "[afgemeld]" in p]) == 3
    assert "notulist: A. Schrijver" in text
    rows = re.findall(r"^\| A\d+ \| ([^|]*) \|.*$", text, re.MULTILINE)
    assert rows == ["Eigenaar bellen", "Zaal huren"]
    secret = next(line for line in text.splitlines() if "Eigenaar bellen" in line)
    assert secret.split("|")[-2].strip() == "ja"


def test_a_comment_is_a_note_that_is_shown_and_comes_in_no_document(regietafel, werkmap, tmp_path):
    said = take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx"))
    assert "Nog navragen: was dit maart of mei?" in said
    register = (record(werkmap).parent / "register.yaml").read_text(encoding="utf-8")
    for words in ("Nog navragen: was dit maart of mei?", "A. Schrijver", "2026-05-13", "2. Cijfers"):
        assert words in register
    assert "Nog navragen" in regietafel("voorstellen", "prt", "2026-05-12", werkmap=werkmap).uit
    assert regietafel("verslag", "prt", "2026-05-12", werkmap=werkmap).code == 0
    made = next(record(werkmap).parent.glob("*.docx"))
    with zipfile.ZipFile(made) as archive:
        assert not any(b"Nog navragen" in archive.read(name) for name in archive.namelist())


def test_taking_the_same_file_over_again_adds_nothing(regietafel, werkmap, tmp_path):
    path = write_vrij_verslag(tmp_path / "stuk.docx")
    take(regietafel, werkmap, path)
    before = {p: p.read_bytes() for p in werkmap.rglob("*") if p.is_file()}
    take(regietafel, werkmap, path)
    assert before == {p: p.read_bytes() for p in werkmap.rglob("*") if p.is_file()}


def codes(regietafel, werkmap: Path) -> set[str]:
    checked = regietafel("controleer", "prt", "2026-05-12", "--json", werkmap=werkmap)
    return {m["code"] for m in checked.json["meldingen"] if m["ernst"] == "fout"}


@pytest.mark.parametrize(("antwoord", "geheim"), [("(vertrouwelijk)", True), ("(openbaar)", False)])
def test_a_doubt_stays_in_the_record_and_holds_back_until_it_is_answered(
    regietafel, werkmap, tmp_path, antwoord, geheim
):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx", "3. Vertrouwelijke mededelingen"))
    path = record(werkmap)
    text = path.read_text(encoding="utf-8")
    assert "## 3. Vertrouwelijke mededelingen (vertrouwelijk?)\n" in text
    assert "vertrouwelijk-vraag" in codes(regietafel, werkmap)
    sent = regietafel("verzend", "verslag", "prt", "2026-05-12", werkmap=werkmap)
    assert sent.code == 1
    assert "vertrouwelijk-vraag" in sent.fout
    assert not list(path.parent.glob("concepten/*"))
    path.write_text(text.replace("(vertrouwelijk?)", antwoord), encoding="utf-8")
    assert "vertrouwelijk-vraag" not in codes(regietafel, werkmap)
    from pipeline.werkmap import load

    punt = load(werkmap).reeks("prt").verslagen[-1].punten[-1]
    assert (punt.titel, punt.vertrouwelijk, punt.vertrouwelijk_vraag) == ("Vertrouwelijke mededelingen", geheim, False)


@pytest.mark.parametrize(
    "kop",
    ["3. Gebouw (Vertrouwelijk)", "3. Gebouw - vertrouwelijk", "3. Gebouw (geheim)", "VERTROUWELIJK: 3. Gebouw",
     "3. Gebouw (vertrouwelijk\\)", "3. Gebouw [besloten]", "3. Gebouw vertrouwelijk"],
)  # fmt: skip
def test_a_heading_that_a_person_types_is_never_silently_public(regietafel, werkmap, tmp_path, kop):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx", "3. Gebouw"))
    path = record(werkmap)
    path.write_text(path.read_text(encoding="utf-8").replace("## 3. Gebouw\n", f"## {kop}\n"), encoding="utf-8")
    from pipeline.werkmap import load

    assert load(werkmap).reeks("prt").verslagen[-1].punten[-1].vertrouwelijk


def test_a_label_that_a_person_types_under_a_heading_is_asked(regietafel, werkmap, tmp_path):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx", "3. Gebouw"))
    path = record(werkmap)
    text = path.read_text(encoding="utf-8").replace("## 3. Gebouw\n", "## 3. Gebouw\nStatus: vertrouwelijk\n")
    path.write_text(text, encoding="utf-8")
    assert "vertrouwelijk-vraag" in codes(regietafel, werkmap)


def test_minutes_that_are_one_table_keep_their_mark(regietafel, werkmap, tmp_path):
    document = docx.Document()
    document.add_heading("Verslag Provinciale Regietafel", 1)
    document.add_paragraph("Datum: 12 mei 2026")
    rows = (("Agendapunt", "Verslag"), ("1. Opening", "Open."), ("2. Gebouw (vertrouwelijk)", "De prijs is 2 miljoen."))
    table = document.add_table(3, 2)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "tabel.docx"))
    take(regietafel, werkmap, tmp_path / "tabel.docx")
    from pipeline.werkmap import load

    verslag = load(werkmap).reeks("prt").verslagen[-1]
    secret = [p for p in verslag.punten if p.vertrouwelijk]
    assert "2 miljoen" in str(secret)
    assert "2 miljoen" not in str(verslag.inleiding)


def test_a_comment_in_a_copy_of_our_own_document_becomes_a_note_too(regietafel, werkmap, tmp_path):
    take(regietafel, werkmap, write_vrij_verslag(tmp_path / "stuk.docx"))
    assert regietafel("verslag", "prt", "2026-05-12", werkmap=werkmap).code == 0
    made = next(record(werkmap).parent.glob("*.docx"))
    document = docx.Document(str(made))
    place = next(p for p in document.paragraphs if "De cijfers" in p.text)
    document.add_comment(place.runs, text="Klopt dit getal wel?", author="L. Lezer")
    document.save(str(made))
    assert regietafel("lees", made, "--neem-over", werkmap=werkmap).code == 0
    register = (record(werkmap).parent / "register.yaml").read_text(encoding="utf-8")
    assert "Klopt dit getal wel?" in register
    assert "Nog navragen: was dit maart of mei?" in register
