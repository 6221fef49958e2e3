"""The public edition as the secretariat makes it: first to look at, then in files."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openen import Lezer
from vergaderreeks import AGENDA, EERSTE, EERSTE_DAG, write_reeks

SHARED = Path(__file__).parents[3] / "shared"
MET_GEHEIM = EERSTE.replace(
    "## Actielijst",
    "## 3. Personele zaak (vertrouwelijk)\n\nDit is strikt geheimgehouden [A2].\n\n## Actielijst",
).replace(
    "| A1 | Planning sturen | mw. De Proef | 1 februari 2026 | open |\n",
    "| A1 | Planning sturen | mw. Voorbeeldsma | 1 februari 2026 | open |\n"
    "| A2 | Geheimgehouden actie | COA | | open |\n",
)


def adopted(regietafel, root: Path, eerste: str = EERSTE) -> Path:
    write_reeks(root, "vaststelling: 09-01-2026\n", eerste=eerste)
    (root / "agenda/rt" / EERSTE_DAG / "bijlagen").mkdir(parents=True)
    (root / "agenda/rt" / EERSTE_DAG / "agenda.yaml").write_text(AGENDA)
    (root / "agenda/rt" / EERSTE_DAG / "bijlagen/cijfers-openbaar.txt").write_text("Er zijn 200 plekken.")
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    return root


def published(root: Path) -> dict[str, Path]:
    return {p.name: p for p in (root / "publicatie/rt" / EERSTE_DAG).glob("*")}


def words_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return re.sub(r"<[^>]+>", " ", " ".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist()))


def test_the_trial_lists_every_person_and_what_happens_to_each_mention(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    shown = regietafel("--op", "2026-02-21", "publiceer", "rt", EERSTE_DAG, "--proef", werkmap=root)
    assert shown.code == 0, shown.fout
    assert re.search(r"dhr\. Testman .*naam .*bestuurder", shown.uit)
    assert re.search(r"mw\. Anna Voorbeeldsma .*functie .*de regiomanager", shown.uit)
    assert "verslag.md, regel 16: De heer Testman -> blijft staan" in shown.uit
    assert "verslag.md, regel 22: Mevrouw Voorbeeldsma -> wordt de regiomanager (COA)" in shown.uit
    assert not (root / "publicatie").exists()


def test_the_files_for_the_public_hold_no_name_that_is_not_public(regietafel, tmp_path):
    from pypdf import PdfReader

    root = adopted(regietafel, tmp_path, MET_GEHEIM)
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 0, done.fout
    files = published(root)
    documents = {name for name in files if not name.endswith(".json")}
    assert documents == {
        "2026-01-09 Vastgesteld verslag RT.docx",
        "2026-01-09 Vastgesteld verslag RT.pdf",
        "cijfers-openbaar.txt",
    }
    word = words_of(files["2026-01-09 Vastgesteld verslag RT.docx"])
    pdf = " ".join(page.extract_text() for page in PdfReader(files["2026-01-09 Vastgesteld verslag RT.pdf"]).pages)
    for text in (word, pdf):
        assert "Testman" in text
        assert "e regiomanager" in text
        assert "Voorbeeldsma" not in text
        assert "geheimgehouden" not in text.casefold()
        assert "Personele zaak" not in text


@pytest.mark.parametrize("teken", ["vertrouwelijk: ja", "embargo: 2026-02-22 23.59"])
def test_what_only_the_agenda_calls_confidential_is_published_nowhere(regietafel, tmp_path, teken):
    root = adopted(regietafel, tmp_path, MET_GEHEIM.replace(" (vertrouwelijk)", ""))
    agenda = root / "agenda/rt" / EERSTE_DAG / "agenda.yaml"
    agenda.write_text(AGENDA.replace("vertrouwelijk: ja", teken))
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 0, done.fout
    pages = [p for top in ("site", "publicatie") for p in (root / top).rglob("*") if p.is_file()]
    texts = [words_of(p) if p.suffix == ".docx" else p.read_text("utf-8", "replace") for p in pages]
    assert any("Testman" in text for text in texts)
    assert not any("geheimgehouden" in text.casefold() or "Personele zaak" in text for text in texts)


def test_a_note_for_the_secretary_is_nowhere_in_what_is_published(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    register = root / "verslagen/rt" / EERSTE_DAG / "register.yaml"
    typed = register.read_text("utf-8") if register.exists() else ""
    note = "notities:\n  - {tekst: Bel Zilvermeeuw., bij: Zilvermeeuw zegt, vraag: ja, antwoord: Zilvermeeuw}\n"
    register.write_text(typed + note, "utf-8")
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 0, done.fout
    reader = Lezer()
    made = [p for top in ("site", "publicatie") for p in (root / top).rglob("*") if p.is_file()]
    said = {deel.plaats: deel.tekst for p in made for deel in reader.open(p.as_posix(), p.read_bytes())}
    assert any("testman" in text for text in said.values())
    assert [place for place, text in said.items() if "zilvermeeuw" in text] == []


def test_an_embargo_without_a_moment_stops_publishing(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    agenda = root / "agenda/rt" / EERSTE_DAG / "agenda.yaml"
    agenda.write_text(AGENDA.replace("vertrouwelijk: ja", "embargo: ja"))
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 1
    assert "embargo-zonder-eind" in done.fout
    assert not (root / "publicatie").exists()


def test_publishing_is_recorded_and_the_record_stays_as_adopted(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    before = (root / "verslagen/rt" / EERSTE_DAG / "verslag.md").read_bytes()
    regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert (root / "verslagen/rt" / EERSTE_DAG / "verslag.md").read_bytes() == before
    event = root / "verslagen/rt" / EERSTE_DAG / "logboek/2026-02-22-gepubliceerd.yaml"
    assert "soort: gepubliceerd" in event.read_text()


def test_without_a_yes_nothing_is_published(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 1
    assert "--akkoord" in done.fout
    assert not (root / "publicatie").exists()


def test_minutes_that_are_not_adopted_are_not_published(regietafel, tmp_path):
    root = write_reeks(tmp_path)
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 1
    assert "[niet-vastgesteld]" in done.fout
    assert not (root / "publicatie").exists()


def test_a_name_on_no_list_stops_everything_until_it_is_decided(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path, EERSTE.replace("[A1].", "[A1]. Mevrouw Krokant (AenM) geeft uitleg."))
    stopped = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert stopped.code == 1
    assert "Mag “Mevrouw Krokant” openbaar worden?" in stopped.fout
    assert "verslag.md, regel 21" in stopped.fout
    assert not (root / "publicatie").exists()
    namen = root / "agenda/rt/namen.yaml"
    namen.write_text("namen:\n  - {naam: Krokant, besluit: functie, functie: een medewerker}\n")
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 0, done.fout
    word = words_of(published(root)["2026-01-09 Vastgesteld verslag RT.docx"])
    assert "Krokant" not in word
    assert "Een medewerker (AenM) geeft uitleg" in word


@pytest.mark.parametrize("bijlage", ["Dit is van mevrouw Voorbeeldsma.", "Bel 06-12345678."])
def test_a_paper_with_a_name_in_it_stops_everything(regietafel, tmp_path, bijlage):
    root = adopted(regietafel, tmp_path)
    (root / "agenda/rt" / EERSTE_DAG / "bijlagen/cijfers-openbaar.txt").write_text(bijlage)
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 1
    assert "[naam-gelekt]" in done.fout
    assert "cijfers-openbaar.txt" in done.fout
    assert not (root / "publicatie").exists()


def test_a_name_in_a_template_stops_everything(regietafel, tmp_path):
    import docx

    from pipeline.documenten import packaged_sjabloon

    root = adopted(regietafel, tmp_path)
    path = root / "templates/verslag.docx"
    path.parent.mkdir()
    path.write_bytes(packaged_sjabloon("verslag.docx"))
    template = docx.Document(str(path))
    template.sections[0].footer.paragraphs[0].add_run(" Vragen? Bel Anna Voorbeeldsma.")
    template.save(str(path))
    done = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert done.code == 1
    assert "[naam-gelekt]" in done.fout
    assert "footer" in done.fout
    assert not (root / "publicatie").exists()


def test_a_paper_without_a_public_version_stays_home_and_is_said(regietafel, tmp_path):
    root = adopted(regietafel, tmp_path)
    shown = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--proef", werkmap=root)
    assert "De bijlage Notitie heeft geen openbare versie" in shown.fout


@pytest.mark.shared
def test_the_real_minutes_are_held_up_by_the_official_who_is_on_no_list(regietafel, tmp_path, voorbeeld):
    for old in (voorbeeld / "verslagen/prt").glob("*/*"):
        if old.is_file():
            old.unlink()
    source = SHARED / "bronnen/verslag-prt-2026-01-23.txt"
    taken = regietafel("--op", "2026-02-21", "lees", source, "--neem-over", "--tafel", "prt", werkmap=voorbeeld)
    assert "Geschreven: verslagen/prt/2026-01-23/verslag.md" in taken.uit
    shown = regietafel("--op", "2026-02-21", "publiceer", "prt", "2026-01-23", "--proef", werkmap=voorbeeld)
    assert shown.code == 1
    asked = set(re.findall(r"Mag “([^”]+)” openbaar", shown.fout))
    assert "Mevrouw Van der Zwalm" in asked
    assert len(asked) < 10
    kept = re.findall(r": (.*) -> blijft staan", shown.uit)
    assert not [name for name in kept if re.search("Bos|Vullings|Lange|Lint|Zwalm", name)]
    assert any("Groot Wassink" in name for name in kept)


def test_what_the_second_reader_calls_a_mistake_stops_publishing(regietafel, tmp_path):
    root = adopted(
        regietafel, tmp_path, EERSTE.replace("## Actielijst", "Nog invullen: {{ bedrag }}.\n\n## Actielijst")
    )
    stopped = regietafel("--op", "2026-02-22", "publiceer", "rt", EERSTE_DAG, "--akkoord", werkmap=root)
    assert stopped.code == 1
    assert "invulplek" in stopped.fout
    assert not (root / "publicatie").exists()
