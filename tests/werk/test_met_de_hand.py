"""What a screen lets a secretary do in a record: an item, a paper, the text of the minutes, an action, a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.model import NaamBesluit
from pipeline.werk import doe
from pipeline.werk.acties import ToonActies, WijzigActie
from pipeline.werk.agenda_wijzigen import Puntwijziging, VoegStukToe, WijzigAgenda
from pipeline.werk.besluiten import ToonBesluiten
from pipeline.werk.publiceren import BeslisNaam
from pipeline.werk.verslag import BewaarVerslag, ToonVerslagtekst
from pipeline.werkmap import load

OP, DATUM = date(2026, 4, 1), date(2026, 4, 24)
AGENDA = """# eigen opmerking, blijft staan
agendapunten:
  - titel: Stand van zaken   # ook deze
    duur: 10
  - Opvang
  - {titel: Rondvraag, duur: 5}
"""


@pytest.fixture
def root(voorbeeld) -> Path:
    (voorbeeld / "agenda/prt/2026-04-24/agenda.yaml").write_text(AGENDA)
    for name in ("bijlagen",):
        (voorbeeld / "agenda/prt/2026-04-24" / name).mkdir(exist_ok=True)
    return voorbeeld


def punten(root: Path) -> list[str]:
    reeks = load(root).reeks("prt")
    return [punt.titel for punt in reeks.vergadering(DATUM).agendapunten if punt.bron]


def nummer(root: Path, titel: str) -> str:
    points = load(root).reeks("prt").vergadering(DATUM).agendapunten
    return next(punt.nummer for punt in points if punt.titel == titel)


def wijzig(root: Path, *wijzigingen: Puntwijziging):
    return doe(root, OP, WijzigAgenda("prt", DATUM, wijzigingen))


def test_an_item_is_added_changed_moved_and_taken_away_and_the_rest_stays_as_typed(root):
    opvang = nummer(root, "Opvang")
    assert not wijzig(root, Puntwijziging("nieuw", velden={"titel": "Huisvesting", "duur": "15"}, na=opvang)).code
    assert punten(root) == ["Stand van zaken", "Opvang", "Huisvesting", "Rondvraag"]
    assert not wijzig(root, Puntwijziging("anders", nummer(root, "Huisvesting"), {"titel": "Wonen", "duur": ""})).code
    assert not wijzig(root, Puntwijziging("anders", opvang, {"spreker": "de voorzitter"})).code
    assert not wijzig(root, Puntwijziging("naar", nummer(root, "Wonen"), na="")).code
    assert punten(root) == ["Wonen", "Stand van zaken", "Opvang", "Rondvraag"]
    assert not wijzig(root, Puntwijziging("weg", nummer(root, "Opvang"))).code
    assert punten(root) == ["Wonen", "Stand van zaken", "Rondvraag"]
    text = (root / "agenda/prt/2026-04-24/agenda.yaml").read_text()
    assert "# eigen opmerking, blijft staan" in text
    assert "# ook deze" in text


def test_changes_are_done_together_or_not_at_all(root):
    done = wijzig(root, Puntwijziging("nieuw", velden={"titel": "Een"}), Puntwijziging("weg", "99"))
    assert "er is geen agendapunt 99" in done.bezwaar
    assert punten(root) == ["Stand van zaken", "Opvang", "Rondvraag"]


@pytest.mark.parametrize("velden", [{"titel": "A", "bijlagen": "x"}, {}])
def test_what_is_no_field_or_has_no_title_is_refused(root, velden):
    assert wijzig(root, Puntwijziging("nieuw", velden=velden)).bezwaar


def test_a_paper_comes_with_its_item_and_twice_is_once(root, tmp_path):
    paper = tmp_path / "elders" / "Nota: wonen.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF-1.4 nota")
    verzoek = VoegStukToe("prt", DATUM, nummer(root, "Opvang"), paper, is_vertrouwelijk=True)
    assert not doe(root, OP, verzoek).code
    assert not doe(root, OP, verzoek).code
    folder = root / "agenda/prt/2026-04-24/bijlagen"
    assert [p.name for p in folder.iterdir()] == ["Nota- wonen.pdf"]
    opvang = next(p for p in load(root).reeks("prt").vergadering(DATUM).agendapunten if p.titel == "Opvang")
    assert [(b.titel, b.bestand, b.vertrouwelijk) for b in opvang.bijlagen] == [
        ("Nota- wonen", "Nota- wonen.pdf", True)
    ]


def test_another_paper_of_the_same_name_gets_a_number(root, tmp_path):
    paper = tmp_path / "nota.pdf"
    for content in (b"een", b"twee"):
        paper.write_bytes(content)
        assert not doe(root, OP, VoegStukToe("prt", DATUM, nummer(root, "Opvang"), paper)).code
    folder = root / "agenda/prt/2026-04-24/bijlagen"
    assert sorted(p.name for p in folder.iterdir()) == ["nota (2).pdf", "nota.pdf"]


@pytest.fixture
def concept(root) -> Path:
    """The minutes of March as a draft: nothing was sent."""
    folder = root / "verslagen/prt/2026-03-13"
    for path in (root / "verslagen/prt/2026-03-13/logboek").glob("*"):
        path.unlink()
    path = folder / "verslag.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: vastgesteld", "status: concept"), encoding="utf-8"
    )
    return root


MAART = date(2026, 3, 13)


def test_the_text_of_minutes_is_saved_as_it_was_typed(concept):
    now = doe(concept, OP, ToonVerslagtekst("prt", MAART)).gegevens
    typed = now.tekst + "\nEen regel met <, &, {{ en “aanhaling”.\n"
    done = doe(concept, OP, BewaarVerslag("prt", MAART, typed, now.merk))
    assert done.code == 0
    assert (concept / "verslagen/prt/2026-03-13/verslag.md").read_text(encoding="utf-8") == typed
    assert done.gegevens.merk != now.merk


def test_what_somebody_saved_in_word_meanwhile_is_not_written_over(concept):
    now = doe(concept, OP, ToonVerslagtekst("prt", MAART)).gegevens
    path = concept / "verslagen/prt/2026-03-13/verslag.md"
    path.write_text(now.tekst + "\nVan een ander.\n", encoding="utf-8")
    done = doe(concept, OP, BewaarVerslag("prt", MAART, now.tekst + "\nVan mij.\n", now.merk))
    assert [m.code for m in done.meldingen] == ["intussen-gewijzigd"]
    assert "Van een ander." in path.read_text(encoding="utf-8")
    assert "Van een ander." in done.gegevens.tekst


def test_minutes_that_went_round_lie_fast(root):
    now = doe(root, OP, ToonVerslagtekst("prt", date(2026, 1, 23))).gegevens
    assert now.ligt_vast
    done = doe(root, OP, BewaarVerslag("prt", date(2026, 1, 23), "iets anders", now.merk))
    assert [m.code for m in done.meldingen] == ["verslag-bevroren"]


def regel(root: Path, kenmerk: str):
    lijst = doe(root, OP, ToonActies("prt")).gegevens
    return next(regel for regel in lijst.regels if str(regel.kenmerk) == kenmerk)


@pytest.mark.parametrize("made", ["concept", "root"])
def test_news_of_an_action_is_told_with_the_last_minutes_and_its_history_stays(request, made):
    root = request.getfixturevalue(made)
    before = regel(root, "prt/2026-01-23/A1")
    verzoek = WijzigActie("prt/2026-01-23/A1", "afgerond", toelichting="Antwoord per brief.")
    assert not doe(root, OP, verzoek).code
    after = regel(root, "prt/2026-01-23/A1")
    assert (before.status, after.status, after.toelichting) == ("open", "afgerond", "Antwoord per brief.")
    assert after.geschiedenis[: len(before.geschiedenis)] == before.geschiedenis
    register = root / "verslagen/prt/2026-03-13/register.yaml"
    assert register.is_file() == (made == "root")


def test_news_of_an_action_that_is_not_there_or_says_nothing_is_refused(root):
    assert "er is geen actie" in doe(root, OP, WijzigActie("prt/2026-01-23/A99", "afgerond")).bezwaar
    assert "zeg wat er met de actie is" in doe(root, OP, WijzigActie("prt/2026-01-23/A1")).bezwaar


def test_a_name_is_decided_on_once_and_again(root):
    besluit = NaamBesluit("Testman", "functie", functie="burgemeester")
    assert not doe(root, OP, BeslisNaam("prt", besluit)).code
    assert load(root).reeks("prt").namen[-1] == besluit
    count = len(load(root).reeks("prt").namen)
    assert not doe(root, OP, BeslisNaam("prt", replace(besluit, besluit="anonimiseer", functie=""))).code
    namen = load(root).reeks("prt").namen
    assert (len(namen), namen[-1].besluit, namen[-1].functie) == (count, "anonimiseer", "")


def test_the_decisions_are_those_of_all_minutes_so_far(root):
    lijst = doe(root, OP, ToonBesluiten("prt")).gegevens
    assert [str(regel.kenmerk) for regel in lijst.regels] == [
        "prt/2026-01-23/B1", "prt/2026-03-13/B1", "prt/2026-03-13/B2",
    ]  # fmt: skip
