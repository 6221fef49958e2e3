"""Nothing that stands in minutes is left out of what was read, whichever part it stands in."""

from __future__ import annotations

from pipeline.lezen import lees
from pipeline.model import Alinea, Tabel, Verslag

KOP = "Verslag Werkgroep Proef\nDatum: 3 maart 2026\nAanwezig: mw. De Proef, dhr. Voorbeeld\n\n"


def read(tekst: str) -> Verslag:
    found = lees(tekst.encode(), "verslag.md").verslag
    assert found is not None
    return found


def above(verslag: Verslag) -> str:
    return "\n".join(b.tekst for b in verslag.inleiding if isinstance(b, Alinea))


def test_text_between_the_head_and_the_first_item_stands_above_the_items():
    found = read(f"{KOP}De vergadering was in twee delen.\n\n## 1. Opening\n\nWelkom.\n\n## 2. Slot\n\nTot ziens.\n")
    assert "De vergadering was in twee delen." in above(found)


def test_minutes_without_any_heading_are_kept_as_text():
    found = read(f"{KOP}We hebben over de opvang gesproken.\n\nDaarna over de planning van volgend jaar.\n")
    assert found.punten == ()
    assert "We hebben over de opvang gesproken." in above(found)
    assert "Daarna over de planning van volgend jaar." in above(found)


def test_a_remark_beside_the_list_of_actions_goes_with_the_item_before_it():
    text = f"{KOP}## 1. Opening\n\nWelkom.\n\n## 2. Slot\n\nTot ziens.\n\n## Actielijst\n\n"
    text += "De lijst van vorige keer is doorgenomen, twee leden willen eerder bericht.\n\n"
    text += "| Nr | Actie | Wie |\n|---|---|---|\n| 1 | Zaal huren | mw. De Proef |\n"
    found = read(text)
    last = [b.tekst for b in found.punten[-1].blokken if isinstance(b, Alinea)]
    assert last[-2:] == [
        "**Actielijst**",
        "De lijst van vorige keer is doorgenomen, twee leden willen eerder bericht.",
    ]
    assert [a.actie for a in found.actiepunten] == ["Zaal huren"]
    assert not any(isinstance(b, Tabel) for b in found.punten[-1].blokken)


def test_a_list_of_actions_that_was_read_as_such_is_not_text_as_well():
    text = f"{KOP}## 1. Opening\n\nWelkom.\n\n## 2. Slot\n\nTot ziens.\n\n## Actiepunten\n\n"
    found = read(f"{text}- mw. De Proef: cijfers rondsturen (1 april)\n- dhr. Voorbeeld belt de gemeente\n")
    assert len(found.actiepunten) == 2
    assert [b.tekst for b in found.punten[-1].blokken if isinstance(b, Alinea)] == ["Tot ziens."]


def test_a_summary_is_kept_and_a_list_of_the_items_is_not():
    text = (
        f"{KOP}## Agenda\n\n1. Opening\n2. Planning van het jaar\n\n## Samenvatting\n\nEr komt een nieuwe locatie.\n\n"
    )
    found = read(f"{text}## 1. Opening\n\nWelkom.\n\n## 2. Planning van het jaar\n\nAkkoord.\n")
    assert "**Samenvatting**\nEr komt een nieuwe locatie." in above(found)
    assert "Planning van het jaar" not in above(found)
