"""What leaves is made for who gets it: looked for in the messages themselves, opened with other programs."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
from opdrachten import Werkmap
from pypdf import PdfReader
from zendhulp import AGENDA, TAFEL, VERSLAG

ZEND_AGENDA = ("verzend", "agenda", "prt", "2026-06-05")
DAG, VORIGE = "agenda/prt/2026-06-05", "verslagen/prt/2026-04-24"
VASTE_PUNTEN = "vaste_punten:\n  - {titel: Vorig verslag, soort: verslag}\n"
ZONDER = ("agendaleden", "toehoorders", "voorzitters RRT")


@pytest.fixture
def met_vorig_verslag(werkmap: Werkmap) -> Werkmap:
    """Earlier minutes with a confidential item are a paper of the agenda, and lie ready in Word."""
    werkmap.write("agenda/prt/tafel.yaml", TAFEL + VASTE_PUNTEN)
    werkmap.run("verslag", "prt", "2026-04-24")
    return werkmap


def draft(werkmap: Werkmap, naam: str, folder: str = DAG) -> EmailMessage:
    path = werkmap.root / folder / "concepten" / f"{naam}.eml"
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


def files(message: EmailMessage) -> dict[str, bytes]:
    return {str(p.get_filename()): p.get_payload(decode=True) for p in message.iter_attachments()}


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def read_all(message: EmailMessage) -> str:
    """Everything a message says: its text, and the names, the text and the bookmarks of its files."""
    said = [str(message["Subject"]), message.get_body(("plain",)).get_content()]
    for name, content in files(message).items():
        said.append(name)
        if name.endswith(".pdf"):
            said += pages(content) + [str(mark) for mark in PdfReader(io.BytesIO(content)).outline]
        elif name.endswith(".docx"):
            said += parts(content).values()
        else:
            said.append(content.decode())
    return "\n".join(said)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


# the minutes of last time


@pytest.mark.parametrize("stukken", ["bundel", "los", "beide"])
def test_the_previous_minutes_are_made_for_each_list(met_vorig_verslag, stukken):
    werkmap = met_vorig_verslag
    werkmap.change("agenda/prt/tafel.yaml", "vertrouwelijk: ja", f"vertrouwelijk: ja, stukken: {stukken}")
    werkmap.change("agenda/prt/tafel.yaml", "word: ja", f"word: ja, stukken: {stukken}")
    assert werkmap.run(*ZEND_AGENDA).code == 0, werkmap.scherm
    members, others = (read_all(draft(werkmap, f"Agenda aan {name}")) for name in ("leden", "agendaleden"))
    assert "De Kerkstraat is besproken." in members
    assert "De voorzitter opent de vergadering." in others
    assert "Kerkstraat" not in others


def test_minutes_changed_in_word_cannot_go_to_who_may_not_see_all_of_them(met_vorig_verslag):
    werkmap = met_vorig_verslag
    path = werkmap.root / VORIGE / "2026-04-24 Conceptverslag PRT.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Met de hand.")
    document.save(str(path))
    assert werkmap.run(*ZEND_AGENDA).code == 1
    assert "vertrouwelijk-in-word" in werkmap.scherm
    assert "2026-04-24 Conceptverslag PRT.docx" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def test_minutes_without_anything_confidential_go_as_they_were_changed_in_word(met_vorig_verslag):
    werkmap = met_vorig_verslag
    werkmap.change(f"{VORIGE}/verslag.md", "Besloten deel (vertrouwelijk)", "Gebouw")
    werkmap.run("verslag", "prt", "2026-04-24")
    path = werkmap.root / VORIGE / "2026-04-24 Conceptverslag PRT.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Met de hand.")
    document.save(str(path))
    assert werkmap.run(*ZEND_AGENDA).code == 0, werkmap.scherm
    assert "word-gewijzigd" in werkmap.scherm
    assert "Met de hand." in read_all(draft(werkmap, "Agenda aan agendaleden"))


@pytest.mark.parametrize("getypt", ["2. Gebouw (vertrouwelijk)", "Dit punt is vertrouwelijk."])
@pytest.mark.parametrize("stuk", ["verslag", "agenda"])
def test_what_only_word_calls_confidential_goes_to_nobody_who_may_not_see_it(met_vorig_verslag, getypt, stuk):
    werkmap = met_vorig_verslag
    werkmap.change(f"{VORIGE}/verslag.md", "Besloten deel (vertrouwelijk)", "Gebouw")
    plain = AGENDA.replace("Besloten deel", "Gebouw").replace("    vertrouwelijk: ja\n", "")
    werkmap.write(f"{DAG}/agenda.yaml", plain)
    werkmap.run("verslag", "prt", "2026-04-24")
    werkmap.run("agenda", "prt", "2026-06-05")
    (path,) = werkmap.files(f"{VORIGE}/*.docx" if stuk == "verslag" else f"{DAG}/*.docx")
    document = docx.Document(str(path))
    document.add_paragraph(getypt)
    document.save(str(path))
    assert werkmap.run(*ZEND_AGENDA).code == 1
    assert "vertrouwelijk-in-word" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


def test_a_confidential_agenda_changed_in_word_is_marked_when_it_leaves(werkmap):
    for name in ("agendaleden", "toehoorders", "ambtelijke ondersteuning", "voorzitters RRT"):
        text = werkmap.read("agenda/prt/tafel.yaml")
        werkmap.write("agenda/prt/tafel.yaml", "".join(
            line for line in text.splitlines(keepends=True) if f"naam: {name}," not in line))  # fmt: skip
    werkmap.change("agenda/prt/tafel.yaml", "vertrouwelijk: ja", "vertrouwelijk: ja, word: ja")
    werkmap.write(
        f"{DAG}/agenda.yaml", AGENDA.replace("Besloten deel", "Gebouw").replace("    vertrouwelijk: ja\n", "")
    )
    werkmap.run("agenda", "prt", "2026-06-05")
    path = werkmap.root / DAG / "2026-06-05 Agenda PRT.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Met de hand.")
    document.save(str(path))
    werkmap.write(f"{DAG}/agenda.yaml", AGENDA)
    assert werkmap.run(*ZEND_AGENDA).code == 0, werkmap.scherm
    sent = files(draft(werkmap, "Agenda aan leden"))
    page = pages(sent["2026-06-05 Agenda PRT (VERTROUWELIJK).pdf"])[0]
    assert "Met de hand." in page
    assert "VERTROUWELIJK" in page


# whatever says so


def test_minutes_are_confidential_where_only_the_agenda_says_so(werkmap):
    werkmap.write(
        "agenda/prt/2026-04-24/agenda.yaml",
        AGENDA.replace("Besloten deel", "Gebouw").replace("    bijlagen: [geheim.pdf]\n", ""),
    )
    werkmap.write(f"{VORIGE}/verslag.md", VERSLAG.replace("Besloten deel (vertrouwelijk)", "Gebouw"))
    assert werkmap.run("verzend", "verslag", "prt", "2026-04-24").code == 0, werkmap.scherm
    for name in ("agendaleden", "toehoorders"):
        assert "Kerkstraat" not in read_all(draft(werkmap, f"Verslag aan {name}", VORIGE))
    assert "De Kerkstraat is besproken." in read_all(draft(werkmap, "Verslag aan leden", VORIGE))


# titles and names


def test_who_may_not_see_it_reads_the_public_title_everywhere(werkmap):
    werkmap.write(
        f"{DAG}/agenda.yaml", AGENDA.replace("Besloten deel\n", "Aankoop Dorpsweg\n    openbare_titel: Grond\n")
    )
    werkmap.change(f"{DAG}/agenda.yaml", "[{titel: Notitie over locaties, bestand: notitie.pdf}]",
                   "[{titel: Taxatie Dorpsweg, bestand: notitie.pdf, vertrouwelijk: ja}]")  # fmt: skip
    assert werkmap.run(*ZEND_AGENDA).code == 0, werkmap.scherm
    for name in ZONDER:
        said = read_all(draft(werkmap, f"Agenda aan {name}"))
        assert "Dorpsweg" not in said
        assert "Grond" in said
        assert "Vertrouwelijk stuk" in said
    assert "Aankoop Dorpsweg" in read_all(draft(werkmap, "Agenda aan leden"))


def test_a_file_that_leaves_is_named_by_its_number_and_public_title(werkmap):
    werkmap.change("agenda/prt/tafel.yaml", "vertrouwelijk: ja", "vertrouwelijk: ja, stukken: los")
    werkmap.run(*ZEND_AGENDA)
    assert set(files(draft(werkmap, "Agenda aan leden"))) == {
        "2026-06-05 Agenda PRT (VERTROUWELIJK).pdf",
        "2a Notitie over locaties.pdf",
        "3a Vertrouwelijk stuk (VERTROUWELIJK).pdf",
        "Vergadering PRT 2026-06-05.ics",
    }


# the mark


def test_every_page_of_what_is_confidential_says_so_and_no_other(met_vorig_verslag):
    werkmap = met_vorig_verslag
    werkmap.change("agenda/prt/tafel.yaml", "vertrouwelijk: ja", "vertrouwelijk: ja, stukken: beide, word: ja")
    werkmap.run(*ZEND_AGENDA)
    marked = 0
    for path in werkmap.files(f"{DAG}/concepten/*.eml"):
        for name, content in files(draft(werkmap, path.stem)).items():
            if name.endswith(".pdf"):
                assert {"VERTROUWELIJK" in page for page in pages(content)} == {"VERTROUWELIJK" in name}, name
            elif name.endswith(".docx"):
                headers = [text for part, text in parts(content).items() if "hdr" in text[:400]]
                assert any("VERTROUWELIJK" in text for text in headers) == ("VERTROUWELIJK" in name)
            marked += "VERTROUWELIJK" in name
    # to the members: the agenda as PDF and as Word, the bundle, the minutes and the confidential paper
    assert marked == 5


def test_a_marked_document_that_nobody_touched_is_read_back_as_unchanged(met_vorig_verslag):
    werkmap = met_vorig_verslag
    before = werkmap.read(f"{VORIGE}/verslag.md")
    done = werkmap.run("lees", werkmap.root / VORIGE / "2026-04-24 Conceptverslag PRT.docx", "--neem-over")
    assert done.code == 0, done.scherm
    assert werkmap.read(f"{VORIGE}/verslag.md") == before
    assert werkmap.run("verslag", "prt", "2026-04-24").uit.startswith("Al bijgewerkt")


# embargo


def test_an_item_under_embargo_is_confidential_until_its_moment(werkmap):
    werkmap.change(f"{DAG}/agenda.yaml", "vertrouwelijk: ja", "embargo: 2026-05-25 09.00")
    assert werkmap.run(*ZEND_AGENDA, op="2026-05-24").code == 0, werkmap.scherm
    assert "Kerkstraat" not in read_all(draft(werkmap, "Agenda aan agendaleden"))
    assert "Kerkstraat" in read_all(draft(werkmap, "Agenda aan leden"))
    assert werkmap.run(*ZEND_AGENDA, op="2026-05-26").code == 0, werkmap.scherm
    free = draft(werkmap, "Agenda aan agendaleden")
    assert "Kerkstraat" in read_all(free)
    assert not any("VERTROUWELIJK" in name for name in files(free))


@pytest.mark.parametrize("geschreven", ["ja", "na de persconferentie", "2026-02-30 09.00"])
def test_an_embargo_without_a_moment_stops_the_mailing(werkmap, geschreven):
    werkmap.change(f"{DAG}/agenda.yaml", "vertrouwelijk: ja", f"embargo: {geschreven}")
    assert werkmap.run(*ZEND_AGENDA).code == 1
    assert "embargo-zonder-eind" in werkmap.scherm
    assert "regel 6" in werkmap.scherm
    assert not werkmap.files(f"{DAG}/concepten/*")


# reminders


def test_an_owner_on_no_list_that_may_see_it_hears_only_that_there_is_an_action(werkmap):
    row = "| A2 | De notaris bellen | dhr. Toets | 1 juni 2026 | open | 2 |\n| A3 | Tellen | dhr. Toets | | open | 1 |"
    table = VERSLAG.replace("Status |\n|---|---|---|---|---|", "Status | Agendapunt |\n|---|---|---|---|---|---|")
    werkmap.write(f"{VORIGE}/verslag.md", table.replace("| open |\n", f"| open | 1 |\n{row}\n"))
    werkmap.run("verslag", "prt", "2026-04-24")
    assert werkmap.run("herinner", "prt", "2026-06-05").code == 0, werkmap.scherm
    path = next(p for p in werkmap.files(f"{DAG}/herinneringen/*.eml") if "Toets" in p.name)
    said = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body().get_content()
    assert "notaris" not in said
    assert "A2 (24-04-2026): Vertrouwelijke actie" in said
    assert "Tellen" in said


# on screen and in Excel


@pytest.mark.parametrize(
    ("voor", "ziet"), [((), True), (("--voor", "leden"), True), (("--voor", "toehoorders"), False)]
)
def test_a_worksheet_for_a_list_has_the_actions_that_list_may_see(werkmap, tmp_path, voor, ziet):
    table = VERSLAG.replace("Status |\n|---|---|---|---|---|", "Status | Vertrouwelijk |\n|---|---|---|---|---|---|")
    werkmap.write(
        f"{VORIGE}/verslag.md", table.replace("| open |\n", "| open | ja |\n| | Tellen | Provincie | | open | |\n")
    )
    path = tmp_path / "acties.xlsx"
    assert werkmap.run("acties", "--xlsx", path, *voor).code == 0, werkmap.scherm
    text = "".join(parts(path.read_bytes()).values())
    assert "Tellen" in text
    assert ("overzicht" in text) == ziet
    assert ("VERTROUWELIJK" in text) == ziet
    assert ("overzicht" in werkmap.run("acties", *voor).uit) == ziet


def test_a_list_that_is_not_there_is_said(werkmap):
    assert werkmap.run("acties", "--voor", "iedereen").code == 2
    assert "Er is geen verzendlijst iedereen. Wel: voorzitters RRT, leden" in werkmap.scherm
