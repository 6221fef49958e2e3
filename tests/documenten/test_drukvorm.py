"""A template is made ready once; the documents made with it have nothing in common but their template."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import docx
import pytest
from docx_hulp import all_text

from pipeline.documenten import DOCUMENTSOORTEN, Stukken, find_soort, packaged_sjabloon, render, voorbeeld_stukken
from pipeline.documenten.drukvorm import DRUKVORMEN, Drukvormen
from pipeline.documenten.zandbak import MAX_RONDES
from pipeline.model import Organisatie, Tafel


def template(*paragraphs: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def make(soort: str, stukken: Stukken, sjabloon: bytes = b"") -> bytes:
    data, meldingen = render(find_soort(soort), stukken, sjabloon or packaged_sjabloon(f"{soort}.docx"), "proef.docx")
    assert data is not None, meldingen
    return data


def of_table(naam: str) -> Stukken:
    stukken = voorbeeld_stukken()
    return replace(stukken, tafel=replace(stukken.tafel, naam=naam), actielijst=None)


def test_what_was_printed_in_one_document_is_in_no_other():
    first, second = voorbeeld_stukken(), of_table("Een heel andere tafel")
    alone = make("verslag", first)
    other = " ".join(all_text(make("verslag", second)))
    assert "Een heel andere tafel" in other
    assert "Provinciale Regietafel Voorbeeld" not in other
    assert make("verslag", first) == alone


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda s: s.naam)
def test_documents_made_at_the_same_moment_are_what_they_are_alone(soort):
    stukken = [replace(of_table(f"Tafel {n} {{{{ titel }}}}"), jaar=2026) for n in range(6)]
    alone = [make(soort.naam, s) for s in stukken]
    assert len(set(alone)) == len(stukken)
    ready = Barrier(len(stukken))

    def at_once(mine: Stukken) -> list[bytes]:
        ready.wait(timeout=60)
        return [make(soort.naam, mine) for _ in range(3)]

    with ThreadPoolExecutor(len(stukken)) as pool:
        together = list(pool.map(at_once, stukken))
    assert together == [[one] * 3 for one in alone]


def test_every_document_has_a_budget_of_its_own():
    rounds = MAX_RONDES * 2 // 3
    sjabloon = template(f"{{% for i in range({rounds}) %}}{{% endfor %}}{{{{ tafel.naam }}}}")
    for naam in ("een", "twee", "drie"):
        assert all_text(make("agenda", Stukken(Organisatie(), Tafel("t", naam)), sjabloon)) == [naam]


def test_a_name_that_one_document_sets_is_not_known_in_the_next():
    sjabloon = template("{% if acties %}{% set x = titel %}{% endif %}{{ x is defined }}")
    stukken = voorbeeld_stukken()
    without = replace(stukken, actielijst=None)
    assert [all_text(make("agenda", s, sjabloon)) for s in (stukken, without)] == [["ja"], ["nee"]]


def test_a_template_is_made_ready_once_and_again_when_its_content_changes():
    drukvormen = Drukvormen()
    first, second = template("een"), template("twee")
    vorm = drukvormen.get(first, "x.docx")
    assert drukvormen.get(bytes(bytearray(first)), "x.docx") is vorm
    assert drukvormen.get(second, "x.docx") is not vorm
    assert drukvormen.get(first, "ander.docx").naam == "ander.docx"


def test_a_template_that_cannot_be_used_says_so_each_time_and_its_mended_copy_is_used_at_once():
    broken, mended = template("{{ titl }}"), template("{{ titel }}")
    tellings = [render(find_soort("agenda"), voorbeeld_stukken(), broken, "eigen.docx") for _ in range(2)]
    assert [(data, [m.code for m in meldingen]) for data, meldingen in tellings] == [(None, ["sjabloon-variabele"])] * 2
    assert all_text(make("agenda", voorbeeld_stukken(), mended)) == [
        "Agenda Provinciale Regietafel Voorbeeld 20 maart 2026"
    ]


def test_no_more_templates_are_kept_than_the_bound_and_the_one_used_last_stays():
    drukvormen = Drukvormen(max_aantal=2)
    one, two, three = (template(text) for text in ("een", "twee", "drie"))
    kept = drukvormen.get(one, "1"), drukvormen.get(two, "2")
    assert drukvormen.get(one, "1") is kept[0]
    drukvormen.get(three, "3")
    assert [vorm.naam for vorm in drukvormen.bewaard] == ["1", "3"]


def test_no_more_bytes_are_kept_than_the_bound():
    size = Drukvormen().get(template("een"), "1").omvang
    drukvormen = Drukvormen(max_bytes=size * 5 // 2)
    for naam in "12345":
        drukvormen.get(template("een"), naam)
    assert [vorm.naam for vorm in drukvormen.bewaard] == ["4", "5"]
    assert Drukvormen(max_bytes=size // 2).get(template("een"), "1").delen
    small = Drukvormen(max_bytes=size // 2)
    small.get(template("een"), "1")
    assert small.bewaard == ()


def test_making_a_document_leaves_the_template_that_is_kept_as_it_was():
    sjabloon = packaged_sjabloon("verslag.docx")
    vorm = DRUKVORMEN.get(sjabloon, "verslag.docx")
    assert vorm.pakket is not None
    before = dict(vorm.pakket.delen)
    make("verslag", voorbeeld_stukken(), sjabloon)
    assert vorm.pakket.delen == before
