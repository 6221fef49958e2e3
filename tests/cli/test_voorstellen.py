"""Proposals: listed, accepted into the record, refused for good; shown in Word; and what members send back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from word_hulp import edit, lose_bladwijzers, save_as

from pipeline.werk import voorstellen
from pipeline.werkmap import load, on_disk
from pipeline.word.opmerkingen import read_opmerkingen

DATUM = date(2026, 5, 12)
FOLDER = "verslagen/werkgroep/2026-05-12"
TOEZEGGING = "Mw. De Proef zegt toe het overzicht voor 1 juni 2026 rond te sturen."
TWEEDE = "Dhr. Voorbeeld zoekt uit hoe het met de **cijfers** over april gaat."
RECORD = f"""---
tafel: werkgroep
datum: 12 mei 2026
deelnemers:
  - dhr. Voorbeeld (Voorbeeldstad)
  - mw. De Proef (Toetsdorp)
---

## 1. Opening

De voorzitter opent de vergadering.

## 2. Stand van zaken

De cijfers over maart zijn besproken. {TOEZEGGING}

- {TWEEDE}
"""


@pytest.fixture
def werkmap(voorbeeld: Path) -> Path:
    """The example with minutes in which two things were promised and nothing marked."""
    folder = voorbeeld / "agenda" / "werkgroep"
    folder.mkdir()
    (folder / "tafel.yaml").write_text("naam: Werkgroep Voorbeeld\nkorte_naam: WV\n", encoding="utf-8")
    (voorbeeld / FOLDER).mkdir(parents=True)
    (voorbeeld / FOLDER / "verslag.md").write_text(RECORD, encoding="utf-8")
    return voorbeeld


def listed(regietafel, werkmap: Path) -> list[dict]:
    done = regietafel("--op", "2026-05-20", "voorstellen", "werkgroep", "--json", werkmap=werkmap)
    assert done.code == 0, done.fout
    return done.json["voorstellen"]


def merk_of(regietafel, werkmap: Path, words: str) -> str:
    return next(v["kenmerk"] for v in listed(regietafel, werkmap) if words in v["tekst"])


def test_what_was_promised_is_listed_with_why_and_how_sure(regietafel, werkmap):
    done = regietafel("voorstellen", "werkgroep", "2026-05-12", werkmap=werkmap)
    assert "actie," in done.uit
    assert "overzicht" in done.uit
    assert "verslag.md, regel 15" in done.uit
    assert not load(werkmap).reeks("werkgroep").verslag(DATUM).actiepunten


def test_accepting_puts_a_marker_in_the_text_and_a_row_in_the_list(regietafel, werkmap):
    both = [merk_of(regietafel, werkmap, "overzicht"), merk_of(regietafel, werkmap, "cijfers")]
    done = regietafel("voorstellen", "werkgroep", "2026-05-12", "--neem-over", ",".join(both), werkmap=werkmap)
    assert done.code == 0, done.fout
    text = (werkmap / FOLDER / "verslag.md").read_text(encoding="utf-8")
    assert "voor 1 juni 2026 rond te sturen [A1]." in text
    assert "**cijfers** over april gaat [A2]." in text
    verslag = load(werkmap).reeks("werkgroep").verslag(DATUM)
    first, second = verslag.actiepunten
    assert (first.label, first.actiehouder, first.termijn.datum, first.agendapunt) == (
        "A1",
        "mw. De Proef",
        date(2026, 6, 1),
        "2",
    )
    assert (second.label, second.soort) == ("A2", "expliciet")
    assert [v for v in listed(regietafel, werkmap) if "overzicht" in v["tekst"] or "cijfers" in v["tekst"]] == []


def test_a_refusal_is_remembered_with_its_reason(regietafel, werkmap):
    number = merk_of(regietafel, werkmap, "overzicht")
    regietafel("voorstellen", "werkgroep", "--wijs-af", number, "--reden", "Dat is al gebeurd.", werkmap=werkmap)
    register = load(werkmap).reeks("werkgroep").registers[DATUM]
    assert [(a.zin, a.reden) for a in register.afwijzingen] == [(TOEZEGGING, "Dat is al gebeurd.")]
    assert [v for v in listed(regietafel, werkmap) if "overzicht" in v["tekst"]] == []


def test_after_circulation_it_goes_into_the_register_and_the_text_stays(regietafel, werkmap):
    (werkmap / FOLDER / "logboek").mkdir()
    event = "soort: rondgezonden\nop: 2026-05-14\n"
    (werkmap / FOLDER / "logboek" / "2026-05-14-rondgezonden.yaml").write_text(event, encoding="utf-8")
    number = merk_of(regietafel, werkmap, "overzicht")
    done = regietafel("voorstellen", "werkgroep", "--neem-over", number, werkmap=werkmap)
    assert done.code == 0, done.fout
    assert (werkmap / FOLDER / "verslag.md").read_text(encoding="utf-8") == RECORD
    (added,) = load(werkmap).reeks("werkgroep").registers[DATUM].actiepunten
    assert (added.label, added.actiehouder) == ("A1", "mw. De Proef")
    assert [v for v in listed(regietafel, werkmap) if "overzicht" in v["tekst"]] == []


def test_an_unconfirmed_link_is_confirmed_or_taken_out_here_too(regietafel, werkmap):
    later = werkmap / "verslagen/werkgroep/2026-06-09"
    later.mkdir()
    lijst = (
        "\n## Actielijst\n\n| Nr | Actie | Actiehouder | Termijn | Status | Toelichting |\n|---|---|---|---|---|---|\n"
    )
    rows = "| A1 | Cijfers opvragen | COA | | open | |\n| A2 | Zaal zoeken | COA | | open | |\n"
    (werkmap / FOLDER / "verslag.md").write_text(f"{RECORD}{lijst}{rows}", encoding="utf-8")
    (later / "verslag.md").write_text(
        f"---\ntafel: werkgroep\ndatum: 9 juni 2026\n---\n\n## 1. Opening\n\nNiets.\n{lijst}{rows}", encoding="utf-8"
    )
    links = "".join(
        f"  - actie: {label}\n    soort: zelfde_als\n    met: {label} (12-05-2026)\n    bevestigd: nee\n"
        for label in ("A1", "A2")
    )
    (later / "register.yaml").write_text(f"koppelingen:\n{links}", encoding="utf-8")
    done = regietafel("voorstellen", "werkgroep", "2026-06-09", "--json", werkmap=werkmap)
    first, second = (v["kenmerk"] for v in done.json["voorstellen"] if v["soort"] == "koppeling")
    shown = regietafel("voorstellen", "werkgroep", "2026-06-09", werkmap=werkmap)
    assert f"{first}  koppeling: A1 is dezelfde actie als A1 (12-05-2026)" in shown.uit
    done = regietafel(
        "voorstellen", "werkgroep", "2026-06-09", "--neem-over", first, "--wijs-af", second, werkmap=werkmap
    )
    assert done.code == 0, done.fout
    (left,) = load(werkmap).reeks("werkgroep").registers[date(2026, 6, 9)].koppelingen
    assert (left.van.label, left.bevestigd) == ("A1", True)
    assert (left.koppeling.tekst, left.koppeling.tekst_met) == ("Cijfers opvragen", "Cijfers opvragen")


def test_a_number_is_refused_since_it_may_mean_another_by_now(regietafel, werkmap):
    done = regietafel("voorstellen", "werkgroep", "--neem-over", "1", werkmap=werkmap)
    assert (done.code, "kies een voorstel met zijn kenmerk, niet met een nummer" in done.fout) == (2, True)
    assert (werkmap / FOLDER / "verslag.md").read_text(encoding="utf-8") == RECORD


def test_a_mark_stays_with_its_proposal_when_the_list_changes(regietafel, werkmap):
    both = {words: merk_of(regietafel, werkmap, words) for words in ("overzicht", "cijfers")}
    regietafel("voorstellen", "werkgroep", "--wijs-af", both["overzicht"], werkmap=werkmap)
    record = werkmap / FOLDER / "verslag.md"
    extra = "De heer Voorbeeld zegt toe de zaal voor 1 juni 2026 te bespreken.\n\n"
    record.write_text(RECORD.replace("De cijfers over maart", f"{extra}De cijfers over maart"), encoding="utf-8")
    assert merk_of(regietafel, werkmap, "cijfers") == both["cijfers"]


@pytest.mark.parametrize("rondgezonden", [False, True])
def test_accepting_twice_makes_one_action(regietafel, werkmap, rondgezonden):
    if rondgezonden:
        (werkmap / FOLDER / "logboek").mkdir()
        event = "soort: rondgezonden\nop: 2026-05-14\n"
        (werkmap / FOLDER / "logboek" / "2026-05-14-rondgezonden.yaml").write_text(event, encoding="utf-8")
    merk = merk_of(regietafel, werkmap, "overzicht")
    words = ("--op", "2026-05-20", "voorstellen", "werkgroep", "2026-05-12", "--neem-over", merk)
    assert regietafel(*words, werkmap=werkmap).code == 0
    again = regietafel(*words, werkmap=werkmap)
    assert (again.code, f"{merk} staat niet in de lijst" in again.fout) == (2, True)
    done = regietafel("--op", "2026-05-20", "acties", "werkgroep", "--json", werkmap=werkmap)
    assert ["overzicht" in a["actie"] for a in done.json["acties"]] == [True]


def test_a_proposal_taken_over_does_not_come_back_when_its_words_are_changed_by_hand(regietafel, werkmap):
    (werkmap / FOLDER / "logboek").mkdir()
    event = "soort: rondgezonden\nop: 2026-05-14\n"
    (werkmap / FOLDER / "logboek" / "2026-05-14-rondgezonden.yaml").write_text(event, encoding="utf-8")
    merk = merk_of(regietafel, werkmap, "overzicht")
    regietafel("voorstellen", "werkgroep", "--neem-over", merk, werkmap=werkmap)
    (actie,) = load(werkmap).reeks("werkgroep").registers[DATUM].actiepunten
    register = werkmap / FOLDER / "register.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(
        text.replace(f"actie: {actie.actie}", "actie: Tabel mailen aan alle gemeenten"), encoding="utf-8"
    )
    assert load(werkmap).reeks("werkgroep").registers[DATUM].actiepunten[0].actie == "Tabel mailen aan alle gemeenten"
    assert merk not in [v["kenmerk"] for v in listed(regietafel, werkmap)]


def test_two_calls_on_the_same_list_make_one_action(regietafel, werkmap, monkeypatch):
    """The second made its list before the first wrote: it sees that when it would write, and makes its list anew."""
    merk = merk_of(regietafel, werkmap, "overzicht")
    words = ("--op", "2026-05-20", "voorstellen", "werkgroep", "2026-05-12", "--neem-over", merk)
    read, calls = voorstellen._read_kenmerken, []

    def read_late(written, found):
        marks = read(written, found)
        if marks and not calls:
            calls.append(None)
            with on_disk():
                calls.append(regietafel(*words, werkmap=werkmap))
        return marks

    monkeypatch.setattr(voorstellen, "_read_kenmerken", read_late)
    late = regietafel(*words, werkmap=werkmap)
    assert (calls[1].code, late.code, "staat niet in de lijst" in late.fout) == (0, 2, True)
    assert len(load(werkmap).reeks("werkgroep").verslag(DATUM).actiepunten) == 1


# In Word


@pytest.fixture
def concept(regietafel, werkmap: Path) -> Path:
    """The same minutes in Word."""
    done = regietafel("verslag", "werkgroep", "2026-05-12", werkmap=werkmap)
    assert done.code == 0, done.fout
    return werkmap / FOLDER / "2026-05-12 Conceptverslag WV.docx"


def test_proposals_stand_in_a_copy_at_their_words_and_the_file_stays(regietafel, werkmap, concept):
    before = concept.read_bytes()
    done = regietafel("lees", concept, "--in-word", werkmap=werkmap)
    assert done.code == 0, done.fout
    assert concept.read_bytes() == before
    copy = concept.with_name("2026-05-12 Conceptverslag WV met voorstellen.docx")
    comments = read_opmerkingen(copy.read_bytes())
    found = next(o for o in comments if "overzicht" in o.fragment)
    assert found.fragment == TOEZEGGING
    assert "Typ [A] achter deze zin." in found.tekst
    assert "mw. De Proef" in found.tekst


def test_typing_the_marker_in_the_copy_accepts_it(regietafel, werkmap, concept):
    regietafel("lees", concept, "--in-word", werkmap=werkmap)
    copy = concept.with_name("2026-05-12 Conceptverslag WV met voorstellen.docx")
    edit(copy, (TOEZEGGING, TOEZEGGING.replace(".", " [A].") if TOEZEGGING.count(".") == 1 else f"{TOEZEGGING} [A]"))
    done = regietafel("lees", copy, "--neem-over", werkmap=werkmap)
    assert done.code == 0, done.fout
    (actie,) = load(werkmap).reeks("werkgroep").verslag(DATUM).actiepunten
    assert (actie.label, actie.agendapunt) == ("A1", "2")
    assert "overzicht" in actie.actie


def test_her_own_comments_stay_in_the_copy(regietafel, werkmap, concept):
    document = docx.Document(str(concept))
    document.add_comment(document.paragraphs[-1].runs, text="Nog navragen.", author="secretaris")
    document.save(str(concept))
    regietafel("lees", concept, "--in-word", werkmap=werkmap)
    copy = concept.with_name("2026-05-12 Conceptverslag WV met voorstellen.docx")
    assert ("secretaris", "Nog navragen.") in {(o.auteur, o.tekst) for o in read_opmerkingen(copy.read_bytes())}


def test_a_second_copy_does_not_replace_the_first(regietafel, werkmap, concept):
    regietafel("lees", concept, "--in-word", werkmap=werkmap)
    copy = concept.with_name("2026-05-12 Conceptverslag WV met voorstellen.docx")
    document = docx.Document(str(copy))
    document.paragraphs[-1].add_run(" Met de hand.")
    document.save(str(copy))
    before = copy.read_bytes()
    regietafel("lees", concept, "--in-word", werkmap=werkmap)
    assert copy.read_bytes() == before


def test_only_a_word_file_can_hold_comments(regietafel, tmp_path):
    (tmp_path / "verslag.txt").write_text("Verslag\n1. Opening\nDe voorzitter opent.\n", encoding="utf-8")
    done = regietafel("lees", tmp_path / "verslag.txt", "--in-word", werkmap=tmp_path)
    assert (done.code, "geen Word-bestand" in done.fout) == (2, True)


def test_what_controleer_finds_stands_in_word_as_well(regietafel, werkmap, concept):
    record = werkmap / FOLDER / "verslag.md"
    rows = (
        "| Nr | Actie | Actiehouder | Termijn | Status |\n|---|---|---|---|---|\n| A1 | Cijfers opvragen | | | open |\n"
    )
    record.write_text(f"{RECORD}\n## Actielijst\n\n{rows}", encoding="utf-8")
    regietafel("verslag", "werkgroep", "2026-05-12", werkmap=werkmap)
    regietafel("controleer", "werkgroep", "2026-05-12", "--in-word", werkmap=werkmap)
    copy = concept.with_name("2026-05-12 Conceptverslag WV met opmerkingen.docx")
    found = {(o.fragment, o.tekst.split(":")[0]) for o in read_opmerkingen(copy.read_bytes())}
    assert ("Cijfers opvragen", "Waarschuwing") in found


# Tracked changes, and copies that members send back


def track(path: Path, author: str, before: str, after: str) -> None:
    """Replace words with tracking on, as Word records it."""
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if before in p.text)
    run = next(r for r in paragraph.runs if before in r.text)
    head, tail = run.text.split(before)
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    who = f'w:id="90" w:author="{author}" w:date="2026-05-15T09:00:00Z"'
    pieces = [
        f'<w:r {ns}><w:t xml:space="preserve">{head}</w:t></w:r>',
        f'<w:del {ns} {who}><w:r><w:delText xml:space="preserve">{before}</w:delText></w:r></w:del>',
        f'<w:ins {ns} {who}><w:r><w:t xml:space="preserve">{after}</w:t></w:r></w:ins>',
        f'<w:r {ns}><w:t xml:space="preserve">{tail}</w:t></w:r>',
    ]
    for piece in pieces:
        run._r.addprevious(docx.oxml.parse_xml(piece))
    run._r.getparent().remove(run._r)
    document.save(str(path))


@pytest.fixture
def exemplaren(concept, tmp_path) -> Path:
    """Three copies that came back: one with tracking on, one without, one with a comment."""
    folder = tmp_path / "reacties"
    folder.mkdir()
    for name in ("een", "twee", "drie"):
        (folder / f"{name}.docx").write_bytes(concept.read_bytes())
    track(folder / "een.docx", "dhr. Voorbeeld", "over maart", "over april")
    edit(folder / "twee.docx", ("De voorzitter opent de vergadering.", "De voorzitter opent om 9 uur."))
    document = docx.Document(str(folder / "drie.docx"))
    target = next(p for p in document.paragraphs if "opent de vergadering" in p.text)
    document.add_comment(target.runs, text="Dat was de vicevoorzitter.", author="mw. De Proef")
    document.save(str(folder / "drie.docx"))
    return folder


def test_copies_that_came_back_become_one_list_by_item_and_author(regietafel, werkmap, concept, exemplaren):
    done = regietafel("lees", exemplaren, "--vergelijk", concept, "--json", werkmap=werkmap)
    assert done.code == 0, done.fout
    found = [(v["punt"], v["auteur"], v["soort"], v["oud"], v["nieuw"]) for v in done.json["voorstellen"]]
    assert found == [
        (
            "1. Opening",
            "mw. De Proef",
            "opmerking",
            "De voorzitter opent de vergadering.",
            "Dat was de vicevoorzitter.",
        ),
        ("1. Opening", "twee", "gewijzigd", "De voorzitter opent de vergadering.", "De voorzitter opent om 9 uur."),
        ("2. Stand van zaken", "dhr. Voorbeeld", "gewijzigd", "over maart", "over april"),
    ]


def test_the_list_reads_well_on_screen(regietafel, werkmap, concept, exemplaren):
    files = sorted(exemplaren.iterdir())
    done = regietafel("lees", *files, "--vergelijk", concept, werkmap=werkmap)
    assert 'dhr. Voorbeeld: "over maart" wordt "over april" (een.docx)' in done.uit
    assert "3 exemplaren, 3 voorstellen van 3 personen." in done.uit


def test_a_copy_without_our_bookmarks_shows_what_was_changed_and_no_more(regietafel, werkmap, concept, exemplaren):
    lose_bladwijzers(exemplaren / "twee.docx")
    done = regietafel("lees", exemplaren / "twee.docx", "--vergelijk", concept, "--json", werkmap=werkmap)
    assert [(v["punt"], v["oud"], v["nieuw"]) for v in done.json["voorstellen"]] == [
        ("1. Opening", "De voorzitter opent de vergadering.", "De voorzitter opent om 9 uur.")
    ]


def test_changes_and_comments_in_a_copy_of_another_program_are_listed_once(
    regietafel, werkmap, concept, exemplaren, tmp_path
):
    copies = [
        save_as(exemplaren / name, soort, tmp_path / "lo")
        for name, soort in (("een.docx", "doc"), ("drie.docx", "odt"))
    ]
    done = regietafel("lees", *copies, "--vergelijk", concept, "--json", werkmap=werkmap)
    assert [(v["auteur"], v["soort"], v["nieuw"]) for v in done.json["voorstellen"]] == [
        ("mw. De Proef", "opmerking", "Dat was de vicevoorzitter."),
        ("dhr. Voorbeeld", "gewijzigd", "over april"),
    ]


def test_a_copy_that_cannot_be_read_is_told_and_the_rest_counts(regietafel, werkmap, concept, exemplaren):
    (exemplaren / "kapot.docx").write_bytes(b"PK\x03\x04 niets")
    done = regietafel("lees", exemplaren, "--vergelijk", concept, werkmap=werkmap)
    assert (done.code, "kapot.docx kan niet worden gelezen" in done.fout) == (1, True)
    assert "3 exemplaren, 3 voorstellen" in done.uit


@pytest.mark.parametrize(("keuze", "tekst"), [("1", "over april"), ("0", "over maart")])
def test_a_tracked_change_is_taken_or_left_by_its_number(regietafel, werkmap, concept, keuze, tekst):
    track(concept, "dhr. Voorbeeld", "over maart", "over april")
    shown = regietafel("lees", concept, "--wijzigingen", werkmap=werkmap)
    assert '1. dhr. Voorbeeld, 2. Stand van zaken: gewijzigd "over maart" -> "over april"' in shown.uit
    done = regietafel("lees", concept, "--neem-over", "--wijzigingen", "--kies", keuze, werkmap=werkmap)
    assert done.code == 0, done.fout
    verslag = load(werkmap).reeks("werkgroep").verslag(DATUM)
    assert tekst in verslag.punten[1].blokken[0].tekst


@pytest.mark.parametrize(("kies", "code", "tekst"), [((), 2, "over maart"), (("--kies", "alle"), 0, "over april")])
def test_tracked_changes_are_never_taken_by_a_guess(regietafel, werkmap, concept, kies, code, tekst):
    track(concept, "dhr. Voorbeeld", "over maart", "over april")
    done = regietafel("lees", concept, "--neem-over", "--wijzigingen", *kies, werkmap=werkmap)
    assert done.code == code
    assert ("--kies alle" in done.fout) == (code == 2)
    assert tekst in load(werkmap).reeks("werkgroep").verslag(DATUM).punten[1].blokken[0].tekst


def test_a_number_that_no_tracked_change_has_is_told_and_nothing_is_taken(regietafel, werkmap, concept):
    track(concept, "dhr. Voorbeeld", "over maart", "over april")
    done = regietafel("lees", concept, "--neem-over", "--wijzigingen", "--kies", "1,9", werkmap=werkmap)
    assert done.code == 2
    assert "--kies 9: dat nummer is er niet. Het bestand heeft 1 wijziging." in done.fout
    assert "over maart" in load(werkmap).reeks("werkgroep").verslag(DATUM).punten[1].blokken[0].tekst
