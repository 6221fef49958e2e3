"""The second reader as a whole: what it reports together, in what order, and what was accepted."""

from __future__ import annotations

import time
from datetime import date

import pytest
from dossiers import AGENDA, TAFEL, acties, codes, maak, punt

from pipeline.controle import build_dossier, controleer
from pipeline.model import Alinea, Bron, Ernst, Reeks, Tafel, Verslag, VerslagPunt, has_fouten

NEGEER = "negeer:\n  - {code: %s, zin: '%s', reden: zo afgesproken}\n"


def test_a_record_without_mistakes_gets_no_findings():
    text = punt("De voorzitter opent de vergadering. Mevrouw De Proef zoekt het uit [A1].")
    rows = acties("A1 | Het uitzoeken | mw. De Proef | 1 maart 2026 | open | ")
    items = "\n## 2. Stand van zaken\n\nNiets bijzonders.\n"
    assert controleer(maak(text + items + rows, agenda=AGENDA)) == ()


def test_findings_stand_in_the_order_of_the_file():
    text = punt("Het woord is aan [NAAM].\n\nDe heer Jansen vraagt iets.\n\nZie bijlage 9.")
    lines = [m.bron.nummer for m in controleer(maak(text))]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_a_finding_names_its_line_its_sentence_and_the_name_in_the_list():
    text = punt("Eerst iets anders.\n\nDan dit. Mevrouw De Proev vraagt iets. En dat.")
    dossier = maak(text)
    (found,) = controleer(dossier)
    assert (found.bron.bestand, found.bron.zin) == ("verslag.md", "Mevrouw De Proev vraagt iets.")
    assert found.bron.nummer == dossier.verslag.punten[0].blokken[1].bron.nummer
    assert "mw. De Proef" in found.tekst


def test_what_reading_reported_is_part_of_the_outcome_and_said_once():
    text = punt("Zonder nummer.") + acties("A1 | Iets doen | VT | 30 februari 2026 | open | ")
    found = codes(controleer(maak(text)))
    assert found.count("termijn-bestaat-niet") == 1
    assert "regel-zonder-markering" in found


def test_before_the_meeting_only_the_papers_are_looked_at():
    dossier = maak(
        punt("Het woord is aan mevrouw Vreemdeling (COA). Mevrouw Vreemdeling vraagt iets."),
        agenda="agendapunten:\n  - {titel: '[NAAM] licht toe'}\n",
    )
    assert set(codes(controleer(dossier, "agenda"))) <= {"invulplek", "punt-niet-op-agenda"}
    assert "invulplek" in codes(controleer(dossier, "agenda"))
    assert "spreker-onbekend" in codes(controleer(dossier))


@pytest.mark.parametrize("zin", ["Mevrouw De Proev vraagt iets", "mevrouw  de proev", "De Proev"])
def test_a_finding_is_accepted_by_its_words_whatever_the_capitals_and_spaces(zin):
    dossier = maak(punt("Mevrouw De Proev vraagt iets."), register=NEGEER % ("naam-afwijkend", zin))
    (found,) = controleer(dossier)
    assert found.aanvaard == "zo afgesproken"


@pytest.mark.parametrize(
    ("code", "zin"), [("spreker-onbekend", "De Proev"), ("naam-afwijkend", "De Pro"), ("naam-afwijkend", "…")]
)
def test_another_code_or_half_a_word_accepts_nothing(code, zin):
    dossier = maak(punt("Mevrouw De Proev vraagt iets."), register=NEGEER % (code, zin))
    assert codes(controleer(dossier)) == ["naam-afwijkend"]


def test_an_accepted_error_no_longer_stops_anything():
    text = punt("Het woord is aan [NAAM].")
    assert has_fouten(controleer(maak(text)))
    assert not has_fouten(controleer(maak(text, register=NEGEER % ("invulplek", "[NAAM]"))))


def test_a_silent_open_action_is_a_warning_once_its_term_has_come_and_a_tip_before():
    def severity(term: str) -> Ernst:
        earlier = punt("Wij doen het [A2].") + acties(f"A2 | Het doen | VT | {term} | open | ")
        (found,) = controleer(maak(punt("Niets."), eerder=earlier))
        return found.ernst

    assert severity("1 januari 2026") is Ernst.WAARSCHUWING
    assert severity("1 juni 2026") is Ernst.TIP


def test_a_table_may_set_its_own_days_for_sending():
    table = TAFEL + "termijnen: {agenda: 7, verslag: 30}\n"
    late = date(2026, 2, 7)
    assert "verslag-te-laat" in codes(controleer(maak(punt("Niets."), op=late)))
    assert "verslag-te-laat" not in codes(controleer(maak(punt("Niets."), op=late, tafel=table)))


def test_bold_text_is_read_like_any_other_text():
    text = punt("**De heer Jansen** vraagt iets. Mevrouw **De Proev** ook.")
    assert set(codes(controleer(maak(text)))) == {"spreker-afwezig", "naam-afwijkend"}


def test_a_cell_of_a_table_has_the_line_it_stands_on():
    text = punt("| Wat | Wie |\n|---|---|\n| Een | Ja |\n| Twee | [NAAM] |")
    dossier = maak(text)
    (table,) = (b for p in dossier.verslag.punten for b in p.blokken)
    (found,) = controleer(dossier)
    assert found.bron.nummer == table.bron.nummer + 3


def test_foreign_minutes_without_date_list_or_agenda_can_be_checked():
    text = Alinea("De heer Vreemdeling vraagt iets [A1]. Zie bijlage 2 (actiepunt).", bron=Bron("x.txt", "regel", 3))
    minutes = Verslag("", date.min, "onbekend", punten=(VerslagPunt("Opening", blokken=(text,)),))
    reeks = Reeks(Tafel("", ""), verslagen=(minutes,))
    found = codes(controleer(build_dossier(reeks, date.min, date(2026, 1, 23))))
    assert set(found) == {"bijlage-onbekend", "actie-zonder-nummer"}


@pytest.mark.parametrize(
    "stuk",
    ["Mevrouw De Proev vraagt ", "Voorbeeld ", "De Voorbeelt vraagt. ", "(actiepunt) [NAAM] PM xxx ", "A" * 50,
     "de heer Aa van Bb ", "bijlage 1, 2 en 3 ", "30 februari 2026 ", "{{ ", "**", "[[[(((", "QRX QRY ", "Aa Bb-Cc ",
     "De vergadering besluit dit. ", "de heren Een, Twee en "],
)  # fmt: skip
def test_a_hostile_text_takes_no_more_than_its_length(stuk):
    """A hundred thousand characters in one paragraph: what is not linear takes minutes here."""
    dossier = maak(punt(stuk * (100_000 // len(stuk))))
    begin = time.perf_counter()
    controleer(dossier)
    assert time.perf_counter() - begin < 60
