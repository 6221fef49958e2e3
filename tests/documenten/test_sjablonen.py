"""Templates are the secretary's: what just works, and what is told when it does not."""

import io
import runpy
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx_hulp import all_text, repair_reasons
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError
from ziphulp import parts, zipped

from pipeline.documenten import (
    DOCUMENTSOORTEN,
    beschrijf_sjabloon,
    find_soort,
    packaged_sjabloon,
    render,
    voorbeeld_stukken,
)
from pipeline.documenten.zandbak import ZANDBAK, Drukwerk, print_sjabloon
from pipeline.model import Agendapunt, Lid, Persoon, Tafel, has_fouten


def template(*paragraphs: str, header: str = "", footer: str = "", title: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.core_properties.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def template_in_runs(*runs: str) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for index, text in enumerate(runs):
        paragraph.add_run(text).italic = bool(index % 2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made(sjabloon: bytes, soort: str = "verslag"):
    return render(find_soort(soort), voorbeeld_stukken(), sjabloon, "eigen.docx")


def lines(sjabloon: bytes, soort: str = "verslag") -> list[str]:
    data, meldingen = made(sjabloon, soort)
    assert data is not None, [m.tekst for m in meldingen]
    return all_text(data)


def problems(sjabloon: bytes, soort: str = "verslag"):
    data, meldingen = made(sjabloon, soort)
    assert data is None
    assert all("eigen.docx" in m.tekst and m.bron.bestand == "eigen.docx" for m in meldingen)
    return meldingen


# What just works


@pytest.mark.parametrize("wie", ["proef", "mw. De Proef"], ids=["id", "name"])
def test_chair_and_secretary_are_called_by_name_also_where_the_table_gives_the_id_of_a_member(wie):
    lid = Lid("proef", Persoon("mw.", "", "de", "Proef"), organisatie="Voorbeeldstad")
    stukken = replace(
        voorbeeld_stukken(), tafel=Tafel("prt", "Proeftafel", voorzitter=wie, secretaris=wie, leden=(lid,))
    )
    posts = template("{{ tafel.voorzitter }} en {{ tafel.secretaris }}")
    data, _ = render(find_soort("verslag"), stukken, posts, "eigen.docx")
    assert all_text(data) == ["mw. De Proef en mw. De Proef"]


def test_who_introduces_an_item_is_called_by_name_where_the_agenda_gives_the_id_of_a_member():
    lid = Lid("opvang", Persoon(), functie="wethouder", organisatie="Voorbeeldstad")
    stukken = voorbeeld_stukken()
    vergadering = replace(stukken.vergadering, agendapunten=(Agendapunt("1", "Opvang", spreker="opvang"),))
    stukken = replace(stukken, tafel=replace(stukken.tafel, leden=(lid,)), vergadering=vergadering)
    data, _ = render(find_soort("agenda"), stukken, template("{{ agendapunten[0].spreker }}"), "eigen.docx")
    assert all_text(data) == ["wethouder (Voorbeeldstad)"]


def test_a_tag_that_word_cut_into_runs_works():
    assert lines(template_in_runs("Datum: {", "{ da", "tum }", "} en verder")) == ["Datum: 20 maart 2026 en verder"]


def test_a_statement_that_word_cut_into_runs_works():
    assert lines(template_in_runs("{", "% if da", "tum %", "}ja{% en", "dif %}")) == ["ja"]


@pytest.mark.parametrize("quotes", ["“”", "„”", "‘’", "‚’"])
def test_curly_quotes_inside_a_tag_work(quotes):
    opening, closing = quotes
    assert lines(template(f"{{{{ [datum, tijd]|join({opening}, {closing}) }}}}")) == [
        "20 maart 2026, 9:30 tot 11:00 uur"
    ]


def test_curly_quotes_in_the_text_itself_stay_curly():
    assert lines(template("“{{ datum }}”")) == ["“20 maart 2026”"]


def test_a_space_that_word_made_hard_works_inside_a_tag():
    assert lines(template("{%\u00a0if\u00a0datum %}ja{% endif %}")) == ["ja"]


def test_a_hard_space_in_a_statement_that_takes_its_paragraph_along_works():
    assert lines(template("{%p\u00a0if datum\u00a0%}", "ja", "{%p endif %}")) == ["ja"]


def test_yes_and_no_are_printed_in_dutch():
    assert lines(template("{% for a in acties %}{{ a.te_laat }} {{ a.vertrouwelijk }}{% endfor %}")) == ["ja nee"]


def test_blocks_can_be_walked_through_one_by_one():
    tag = "{% for p in punten %}{% for blok in p.blokken %}{{ blok.soort }}: {{ blok.tekst }}{% endfor %}{% endfor %}"
    assert lines(template(tag)) == ["opsomming: De voorzitter opent."]


def test_loops_over_paragraphs_leave_no_empty_paragraph():
    sjabloon = template("{%p for g in groepen %}", "{{ loop.index }}. {{ g.naam }}", "{%p endfor %}")
    assert lines(sjabloon) == ["1. Regio Midden", "2. Provincie Voorbeeld"]


def test_a_choice_in_the_middle_of_a_line_works():
    assert lines(template("{% if versie == 'Conceptversie' %}concept{% else %}vast{% endif %}")) == ["concept"]


def test_a_value_can_be_kept_under_a_name():
    assert lines(template("{% set d = datum %}op {{ d }}")) == ["op 20 maart 2026"]


def test_header_footer_and_title_are_filled():
    data, _ = made(template("x", header="{{ tafel.korte_naam }}", footer="{{ versie }}", title="{{ titel }}"))
    document = docx.Document(io.BytesIO(data))
    assert document.sections[0].header.paragraphs[0].text == "PRT"
    assert document.sections[0].footer.paragraphs[0].text == "Conceptversie"
    assert document.core_properties.title == "Verslag Provinciale Regietafel Voorbeeld 20 maart 2026"


def test_blocks_can_stand_in_a_template_of_word_itself_without_our_styles():
    data, _ = made(template("{%p for punt in punten %}", "{{ punt.blokken }}", "{%p endfor %}"))
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert (paragraph.text, paragraph.style.name) == ("De voorzitter opent.", "List Bullet")


# What is told


def test_an_unknown_name_is_told_with_its_paragraph_and_the_nearest_name():
    (m,) = problems(template("Tekst", "Op {{ datun }} vergadert de tafel"))
    assert m.code == "sjabloon-variabele"
    assert (m.bron.soort, m.bron.nummer, m.bron.zin) == ("alinea", 2, "Op {{ datun }} vergadert de tafel")
    assert "datun" in m.tekst
    assert "Op {{ datun }} vergadert" in m.tekst
    assert m.hulp == "Bedoelt u datum?"


@pytest.mark.parametrize(
    ("tag", "hulp"),
    [
        ("{{ tafel.nam }}", "Bedoelt u tafel.naam?"),
        ("{{ organisatie.mail }}", "Bedoelt u organisatie.email?"),
        ("{% for p in punten %}{{ p.title }}{% endfor %}", "Bedoelt u p.titel?"),
        ("{% for p in punten %}{{ titels }}{% endfor %}", "Bedoelt u titel?"),
        ("{% for punt in punten %}{{ nummer }}{% endfor %}", "Bedoelt u punt.nummer?"),
        ("{% for a in actie %}{% endfor %}", "Bedoelt u acties?"),
        ("{% if kanttekning %}x{% endif %}", "Bedoelt u kanttekening?"),
        ("{{ datum|uper }}", "Bedoelt u |upper?"),
        ("{% fro a in acties %}", "Bedoelt u for?"),
    ],
)
def test_the_nearest_existing_name_is_given(tag, hulp):
    assert hulp in [m.hulp for m in problems(template(tag))]


def test_a_name_is_only_known_inside_its_own_loop():
    (m,) = problems(template("{%p for punt in punten %}", "{{ punt.titel }}", "{%p endfor %}", "{{ punt.titel }}"))
    assert (m.code, m.bron.nummer) == ("sjabloon-variabele", 4)


def test_names_are_checked_although_no_meeting_has_such_a_list():
    stukken = voorbeeld_stukken()
    sjabloon = template("{%p for b in besluiten %}", "{{ b.tekts }}", "{%p endfor %}")
    data, meldingen = render(find_soort("verslag"), replace(stukken, verslag=None), sjabloon, "eigen.docx")
    assert data is None
    assert [m.hulp for m in meldingen] == ["Bedoelt u b.tekst?"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{%p for p in punten %}", "{{ p.titel }}"],
        ["{% if datum %}ja"],
        ["nee{% endif %}"],
        ["{%p endfor %}"],
        ["{% else %}"],
        ["{{ datum "],
        ["{% if %}ja{% endif %}"],
        ["{{ datum + }}"],
        ["{% for p in punten %}{% endif %}"],
        ["{% macro x() %}{% endmacro %}"],
        ["{% include 'x' %}"],
        ["{% set x %}tekst{% endset %}"],
        ["{% autoescape false %}{% endautoescape %}"],
        ["{{ 1 / 0 }}"],
        ["{{r datum }}"],
        ["{%tr for p in punten %}", "{%tr endfor %}"],
        ["Hier staat nog tekst {%p if datum %}", "ja", "{%p endif %}"],
        ["{{ punten }}"],
        ["{{ tafel }}"],
        ["{% if datum is leeg %}x{% endif %}"],
    ],
)
def test_a_statement_that_is_wrong_is_told(paragraphs):
    assert "sjabloon-opdracht" in [m.code for m in problems(template(*paragraphs))]


def table_template(*rows: tuple[str, str]) -> bytes:
    document = docx.Document()
    table = document.add_table(0, 2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_rows_can_be_repeated():
    sjabloon = table_template(
        ("{%tr for g in groepen %}", ""), ("{{ g.naam }}", "{{ g.deelnemers|length }}"), ("{%tr endfor %}", "")
    )
    assert lines(sjabloon)[:4] == ["Regio Midden", "2", "Provincie Voorbeeld", "1"]


def test_text_that_would_disappear_with_a_statement_for_rows_is_told():
    sjabloon = table_template(("{%tr for g in groepen %}", "kwijt"), ("{{ g.naam }}", ""), ("{%tr endfor %}", ""))
    (m,) = problems(sjabloon)
    assert m.code == "sjabloon-opdracht"
    assert "rij" in m.hulp


@pytest.mark.parametrize(
    ("rows", "hulp"),
    [
        ([("{% for g in groepen %}{{ g.naam }}", "{% endfor %}")], "{%tr for g in groepen %}"),
        ([("{% for g in groepen %}", ""), ("{{ g.naam }}", ""), ("{% endfor %}", "")], "{%tr for g in groepen %}"),
        ([("{%p for g in groepen %}", "{{ g.naam }}"), ("", "{%p endfor %}")], "{%tr for g in groepen %}"),
        ([("{%tr for g in groepen %}", ""), ("{{ g.naam }}", ""), ("{% endfor %}", "")], "{%tr endfor %}"),
        ([("{% if groepen %}ja", "nee{% endif %}")], "{%tr if groepen %}"),
    ],
)
def test_a_loop_from_one_cell_to_another_is_told_with_how_it_should_be(rows, hulp):
    found = [m for m in problems(table_template(*rows)) if m.code == "sjabloon-opdracht"]
    assert found
    assert hulp in found[0].hulp


def test_a_loop_from_one_paragraph_to_another_is_told_with_how_it_should_be():
    (m,) = problems(template("{% for punt in punten %}", "{{ punt.titel }}", "{% endfor %}"))
    assert "{%p for punt in punten %}" in m.hulp
    assert "{%p endfor %}" in m.hulp
    (m,) = problems(template("{%p for punt in punten %}", "{{ punt.titel }} {% endfor %}"))
    assert "{%p endfor %}" in m.hulp


def test_a_loop_within_one_cell_and_a_condition_over_paragraphs_are_fine():
    table = table_template(("{% for g in groepen %}{{ g.naam }} {% endfor %}", "x"))
    assert lines(table)[0].split() == "Regio Midden Provincie Voorbeeld".split()
    assert lines(template("{% if datum %}Op", "{{ datum }}{% endif %}")) == ["Op", "20 maart 2026"]


def test_columns_can_be_repeated_within_a_row():
    table = wide_template("{%tc for g in groepen %}", "{{ g.naam }}", "{%tc endfor %}")
    assert lines(table)[:2] == ["Regio Midden", "Provincie Voorbeeld"]


def wide_template(*cells: str) -> bytes:
    document = docx.Document()
    table = document.add_table(1, len(cells))
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_unclosed_loop_is_told_at_the_paragraph_where_it_opens():
    (m,) = problems(template("een", "{%p for punt in punten %}", "{{ punt.titel }}"))
    assert (m.code, m.bron.nummer) == ("sjabloon-opdracht", 2)
    assert "wordt niet afgesloten" in m.tekst


@pytest.mark.parametrize("tag", [("{{ da", "tum }}"), ("{% if", "datum %}x{% endif %}"), ("{{", "datum", "}}")])
def test_a_tag_over_two_paragraphs_is_told(tag):
    codes = [m.code for m in problems(template("Voor", *tag, "Na"))]
    assert codes[0] == "sjabloon-alinea"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ datum.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ datum.upper() }}",
        "{{ '%s'.format(datum) }}",
        "{{ tafel.naam.bron.bestand.__init__ }}",
        "{% for i in range(10**9) %}x{% endfor %}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{{ 'a' * 1000000000 }}",
        "{{ 2 ** 10 ** 10 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ lipsum() }}",
    ],
)
def test_what_a_template_may_not_do_is_refused_and_soon(tag):
    start = time.monotonic()
    codes = {m.code for m in problems(template(tag))}
    assert "sjabloon-onveilig" in codes
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "code", ["{{ x.upper() }}", "{{ x.__class__ }}", "{{ 'a' * 99999999 }}", "{{ range(9999999) }}"]
)
def test_the_sandbox_refuses_on_its_own_what_the_checks_refuse_before_it(code):
    with pytest.raises(SecurityError):
        print_sjabloon(ZANDBAK.from_string(code), {"x": "a"}, Drukwerk("RT"))


def test_loops_inside_loops_end():
    nested = "{% for i in range(9999) %}" * 5 + "{% endfor %}" * 5
    start = time.monotonic()
    assert [m.code for m in problems(template(nested))] == ["sjabloon-onveilig"]
    assert time.monotonic() - start < 10


def test_names_that_double_each_other_end():
    doubling = "{% set x = datum %}" + "{% set x = x ~ x %}" * 64 + "{{ x }}"
    assert [m.code for m in problems(template(doubling))] == ["sjabloon-onveilig"]


def test_a_tag_in_a_field_of_word_is_refused():
    delen = parts(template("x"))
    field = b'<w:p><w:r><w:instrText> HYPERLINK "mailto:{{ contact }}" </w:instrText></w:r></w:p>'
    delen["word/document.xml"] = delen["word/document.xml"].replace(b"<w:p>", field + b"<w:p>", 1)
    assert [m.code for m in problems(zipped(delen))] == ["sjabloon-onveilig"]


def test_headers_footers_and_properties_are_checked_too():
    meldingen = problems(template("x", header="{{ koop }}", footer="{{ voed }}", title="{{ titl }}"))
    assert [m.code for m in meldingen] == ["sjabloon-variabele"] * 3
    told = " ".join(m.tekst for m in meldingen)
    assert all(word in told for word in ("koop", "voed", "titl"))


def test_all_problems_are_told_at_once():
    meldingen = problems(template("{{ datun }}", "{% if x %}", "{{ tafel.nam }}", "{{ a.__b__ }}", "{{ da", "tum }}"))
    assert {m.code for m in meldingen} == {
        "sjabloon-variabele",
        "sjabloon-opdracht",
        "sjabloon-onveilig",
        "sjabloon-alinea",
    }
    assert len(meldingen) >= 5


def bomb() -> bytes:
    delen = parts(template("x"))
    delen["word/media/groot.bin"] = b"\0" * (300 * 1024 * 1024)
    return zipped(delen)


def with_doctype() -> bytes:
    delen = parts(template("x"))
    body = delen["word/document.xml"].split(b"?>", 1)[1]
    delen["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + body
    return zipped(delen)


def test_loops_nested_deeper_than_python_can_go_are_told():
    deep = template("{% for g in groepen %}" * 200 + "x" + "{% endfor %}" * 200)
    assert [m.code for m in problems(deep)] == ["sjabloon-opdracht"]


def without_document() -> bytes:
    delen = parts(template("x"))
    del delen["word/document.xml"]
    return zipped(delen)


@pytest.mark.parametrize(
    "make",
    [lambda: b"", lambda: b"geen zip", lambda: template("x")[:800], lambda: zipped({"a.txt": b"x"}), bomb,
     with_doctype, without_document],
    ids=["empty", "text", "cut off", "another zip", "zip bomb", "doctype", "no document"],
)  # fmt: skip
def test_what_is_no_word_file_is_told(make):
    assert [m.code for m in problems(make())] == ["sjabloon-onleesbaar"]


VELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
VELD += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«x»</w:t></w:r>'
VELD += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
VAK = '<w:sdt><w:sdtPr><w:alias w:val="Onderwerp"/>{}</w:sdtPr>'
VAK += "<w:sdtContent><w:r><w:t>hier</w:t></w:r></w:sdtContent></w:sdt>"
GEBONDEN = '<w:dataBinding w:xpath="/root/onderwerp" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'


def with_word_xml(xml: str) -> bytes:
    """A template with a piece of XML as Word writes it, in a paragraph behind a code."""
    delen = parts(template("{{ titel }} HIER"))
    text = delen["word/document.xml"].decode()
    delen["word/document.xml"] = text.replace("HIER</w:t></w:r>", f"</w:t></w:r>{xml}", 1).encode()
    return zipped(delen)


@pytest.mark.parametrize(
    ("xml", "wat", "hulp"),
    [
        (VELD.format("MERGEFIELD Datum \\* MERGEFORMAT"), "het samenvoegveld Datum wordt niet ingevuld", "{{ datum }}"),
        (VELD.format('MERGEFIELD "Naam klant"'), "het samenvoegveld Naam klant wordt niet ingevuld", "typ een code"),
        ('<w:fldSimple w:instr=" MERGEFIELD Plaats "><w:r><w:t>x</w:t></w:r></w:fldSimple>',
         "het samenvoegveld Plaats wordt niet ingevuld", "typ een code"),
        (VAK.format(GEBONDEN), "het invulvak Onderwerp is gekoppeld aan gegevens", "typ een code"),
    ],
    ids=["merge field", "with a space", "simple field", "bound control"],
)  # fmt: skip
def test_what_word_fills_in_by_itself_is_named_and_the_document_is_made(xml, wat, hulp):
    data, meldingen = made(with_word_xml(xml))
    (told,) = meldingen
    assert (told.code, data is not None) == ("sjabloon-veld", True)
    assert wat in told.tekst
    assert hulp in told.hulp
    assert [m.code for m in beschrijf_sjabloon(with_word_xml(xml), "eigen.docx").meldingen] == ["sjabloon-veld"]


@pytest.mark.parametrize(
    "xml", [VELD.format("PAGE"), VELD.format("DATE"), VAK.format("")], ids=["page", "date", "control"]
)
def test_a_field_of_the_page_and_a_control_of_its_own_are_nothing_special(xml):
    assert made(with_word_xml(xml))[1] == ()


FRAGMENT = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "{%p ", "{%tr ", "{{ datum }}", "{% if datum %}", "{% endif %}", "{% else %}",
     "{%p for p in punten %}", "{%p endfor %}", "{{ p.titel }}", "{{ punten }}", "{{ p.blokken }}",
     "{% set x = datum %}",
     "{{ x }}", "|", "-%}", "{%- ", "{{ ", " }}", "datum", ".", "[0]", "(", ")", "“", "'", "\\", "tekst", " ", "&", "<",
     "{_{", "{%vm%}", "{%hm%}", "{%colspan 2 %}", "{{r datum }}", "{% raw %}", "{{ datum[::-1] }}", "{{ -datum }}"]
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(FRAGMENT, max_size=6).map("".join), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(paragraphs=PARAGRAPHS, is_table=st.booleans())
def test_no_template_whatsoever_ends_in_a_traceback(paragraphs, is_table):
    sjabloon = table_template(*((text, "x") for text in paragraphs)) if is_table else template(*paragraphs)
    data, meldingen = made(sjabloon)
    assert (data is None) == has_fouten(meldingen)
    if data is not None:
        assert repair_reasons(data) == []
    beschrijf_sjabloon(sjabloon, "eigen.docx")


def test_a_cell_that_is_made_to_span_leaves_a_table_word_need_not_repair():
    data, meldingen = made(table_template(("{%colspan 2 %}", "x")))
    assert not has_fouten(meldingen)
    assert repair_reasons(data) == []


# What a template uses and could use


@pytest.mark.parametrize("soort", DOCUMENTSOORTEN, ids=lambda s: s.naam)
def test_packaged_templates_have_no_problems_and_say_what_they_use(soort):
    beschrijving = beschrijf_sjabloon(packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert beschrijving.meldingen == ()
    used = {word.pad: word.voorbeeld for word in beschrijving.gebruikt}
    assert used["datum"] == "20 maart 2026"
    assert used["tafel.naam"] == "Provinciale Regietafel Voorbeeld"


def test_words_in_loops_are_shown_with_the_list_they_come_from():
    beschrijving = beschrijf_sjabloon(packaged_sjabloon("verslag.docx"), "verslag.docx")
    used = {word.pad for word in beschrijving.gebruikt}
    assert {"punten", "punten.titel", "groepen.deelnemers.regel", "acties.termijn"} <= used
    free = {word.pad: word for word in beschrijving.beschikbaar}
    assert free["organisatie.website"].voorbeeld == "https://voorbeeld.example"
    assert free["agendapunten"].is_lijst
    assert not used & set(free)


def test_every_word_has_an_explanation_and_an_example():
    beschrijving = beschrijf_sjabloon(template("x"), "leeg.docx")
    assert beschrijving.gebruikt == ()
    for word in beschrijving.beschikbaar:
        assert word.uitleg
        if not word.is_lijst and word.pad not in ("organisatie", "tafel"):
            assert word.voorbeeld, word.pad


def test_a_broken_template_is_described_too():
    beschrijving = beschrijf_sjabloon(b"x", "stuk.docx")
    assert [m.code for m in beschrijving.meldingen] == ["sjabloon-onleesbaar"]


def test_the_script_that_made_the_packaged_templates_still_makes_good_ones():
    script = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "maak_sjablonen.py"))
    for naam, _titel, maak in script["SJABLONEN"]:
        assert beschrijf_sjabloon(script["finish"](maak()), naam).meldingen == ()
