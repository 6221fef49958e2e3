"""Nothing typed is lost: any text that XML can hold stands in the document, to the character."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx_hulp import all_text, repair_reasons
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, example, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from lxml import etree
from ziphulp import parts, zipped

from pipeline.documenten import Stukken, find_soort, packaged_sjabloon, render
from pipeline.markering.inline import loosen_markeringen, plain_text
from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Agendapunt,
    Alinea,
    Bron,
    Deelnemer,
    Kenmerk,
    Organisatie,
    Persoon,
    Stap,
    Tabel,
    Tafel,
    Termijn,
    Vergadering,
    Verslag,
    VerslagPunt,
)

DAG = date(2026, 3, 20)
# Everything XML 1.0 can hold; what docxtpl has lost in its history is tried more often than chance would.
ANY = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="￾￿") | st.sampled_from("\n\t")
NASTY = st.sampled_from(
    ["{{ x }}", "{_{", "}_}", "{%p if %}", "{% for %}", "{#", "#}", "{_%", "<w:p>", "</w:t>", "&amp;", "&lt;b&gt;",
     "\\n", "\n", "\t", "  ", "“krul”", "🙂", "[A1]", "[A2 (17-12-2025)]", "**", "**vet**", "]]>", "<!--", "%}", "}}",
     "RT0N0Z", "\u2028", "\u0085", "\u200b", "e\u0301", "\u202e", "'", '"', "§", "\\1", "\\g<0>", "$1"]
)  # fmt: skip
TEKST = st.lists(NASTY | st.text(ANY, max_size=8), min_size=1, max_size=6).map("".join).filter(bool)


def stukken_met(naam: str, titel: str, actie: str, kop: str) -> Stukken:
    """A meeting in which these four texts stand wherever a person could have typed them."""
    persoon = Deelnemer(Persoon(weergave=naam), groep=titel, organisatie=kop)
    regel = ActielijstRegel(
        Kenmerk("proef", DAG, "A1"), actie, naam, (naam,), Termijn(kop), "open", titel, "1", False, 0, False,
        (Stap(DAG, "open", Termijn(kop), naam),),
    )  # fmt: skip
    blokken = (
        Alinea(actie),
        Alinea(naam, "opsomming"),
        Alinea(kop, "nummering", 1),
        Tabel(((titel, actie), (naam, kop))),
    )
    return Stukken(
        Organisatie(kop, naam),
        Tafel("proef", titel, contact=naam),
        Vergadering(
            "proef", DAG, locatie=kop, kanttekening=actie, agendapunten=(Agendapunt("1", titel, spreker=naam),)
        ),
        Verslag("proef", DAG, punten=(VerslagPunt(titel, "1", blokken),)),
        (persoon,),
        Actielijst("proef", DAG, (regel,)),
    )


def make(stukken: Stukken) -> tuple[bytes, list[str]]:
    """The minutes, and the codes of the Meldingen."""
    soort = find_soort("verslag")
    data, meldingen = render(soort, stukken, packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is not None, meldingen
    return data, [m.code for m in meldingen]


def lost(data: bytes, naam: str, titel: str, actie: str, kop: str) -> list[str]:
    """Which of these texts do not stand where they should, read with python-docx.

    The space before a marker counts as the space it is, though no line ends at it.
    """
    document = docx.Document(io.BytesIO(data))
    body = [loosen_markeringen(line) for line in all_text(data)]
    section = document.sections[0]
    header = section.first_page_header.paragraphs[0].text
    footer = section.first_page_footer.paragraphs[0].text
    checks = [
        ("name of a person", any(loosen_markeringen(naam) in line for line in body)),
        (
            "title as a heading",
            any(p.style.name == "Heading 1" and p.text == f"1.\t{titel}" for p in document.paragraphs),
        ),
        ("name of the table", loosen_markeringen(titel) in body),
        ("paragraph", loosen_markeringen(plain_text(actie)) in body),
        ("list item", loosen_markeringen(plain_text(naam)) in body),
        ("cell of a table", all(loosen_markeringen(plain_text(text)) in body for text in (titel, kop))),
        ("owner", loosen_markeringen(naam) in body),
        ("term", loosen_markeringen(kop) in body),
        ("header", header == kop),
        ("footer", f"Contact: {naam}" in footer),
        ("author", document.core_properties.author == naam[:255]),
        ("subject", document.core_properties.subject == titel[:255]),
        ("title", document.core_properties.title == f"Verslag {titel} 20 maart 2026"[:255]),
    ]
    return [what for what, is_there in checks if not is_there]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(naam=TEKST, titel=TEKST, actie=TEKST, kop=TEKST)
@example(naam="{_{", titel="a & b < c", actie="{{ tafel }}", kop="\ta\n")
@example(naam="**", titel="**a**", actie="**b** [A1] {%p x %}", kop="0")
def test_any_text_in_any_field_stands_in_the_document(naam, titel, actie, kop):
    data, _codes = make(stukken_met(naam, titel, actie, kop))
    assert lost(data, naam, titel, actie, kop) == []


@settings(max_examples=15, deadline=None)
@given(tekst=TEKST)
def test_any_text_leaves_a_file_that_word_need_not_repair(tekst):
    data, _codes = make(stukken_met(tekst, tekst, tekst, tekst))
    assert repair_reasons(data) == []


def plain_docxtpl(tekst: str) -> list[str]:
    """The same text through docxtpl as it comes."""
    template = docx.Document()
    template.add_paragraph("{{ titel }}")
    source, out = io.BytesIO(), io.BytesIO()
    template.save(source)
    source.seek(0)
    document = DocxTemplate(source)
    document.render({"titel": tekst})
    document.save(out)
    return all_text(out.getvalue())


@pytest.mark.parametrize("tekst", ["a < b", "&amp;", "{_{", "a & b"])
def test_docxtpl_as_it_comes_loses_these(tekst):
    try:
        kept = tekst in plain_docxtpl(tekst)
    except Exception:
        kept = False
    assert not kept


def test_the_property_can_fail_docxtpl_as_it_comes_has_a_counterexample():
    def is_lost(tekst: str) -> bool:
        try:
            return tekst not in plain_docxtpl(tekst)
        except Exception:
            return True

    try:
        counterexample = find(TEKST, is_lost, settings=settings(max_examples=500, deadline=None, database=None))
    except NoSuchExample:
        pytest.fail("the property does not notice that docxtpl's defaults lose text")
    assert is_lost(counterexample)


@pytest.mark.parametrize("teken", ["\x00", "\x01", "\x0b", "\x1f", "\ud800", "￾"])
def test_a_character_that_xml_cannot_hold_is_a_melding_with_its_place(teken):
    stukken = stukken_met("dhr. Voorbeeld", "Opening", "doen", "Voorbeeldstad")
    punt = VerslagPunt(f"Ope{teken}ning", "1", bron=Bron("verslag.md", nummer=12))
    stukken = replace(stukken, verslag=Verslag("proef", DAG, punten=(punt,)))
    soort = find_soort("verslag")
    data, meldingen = render(soort, stukken, packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is None
    assert [(m.code, str(m.bron)) for m in meldingen] == [("teken-ongeldig", "verslag.md, regel 12")]
    assert f"U+{ord(teken):04X}" in meldingen[0].tekst
    meldingen[0].tekst.encode("utf-8")


def test_every_wrong_character_is_reported_in_one_run():
    stukken = stukken_met("a\x01", "b\x02", "c\x03", "d\x04")
    soort = find_soort("verslag")
    _data, meldingen = render(soort, stukken, packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    told = " ".join(m.tekst for m in meldingen)
    assert all(f"U+000{n}" in told for n in (1, 2, 3, 4))


def test_line_ends_of_windows_become_line_breaks():
    data, _codes = make(stukken_met("x", "een\r\ntwee\rdrie", "y", "z"))
    assert "1.\teen\ntwee\ndrie" in all_text(data)


def test_a_title_of_more_than_255_characters_is_cut_in_the_property_only():
    titel = "lang " * 80
    data, codes = make(stukken_met("x", titel, "y", "z"))
    assert set(codes) == {"titel-te-lang"}
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert len(properties.title) == len(properties.subject) == 255
    assert titel in all_text(data)


def test_markers_and_stars_become_bold_and_the_rest_does_not():
    data, _codes = make(stukken_met("x", "y", "Dit wordt **snel** gedaan [A1] door COA.", "z"))
    document = docx.Document(io.BytesIO(data))
    paragraph = next(p for p in document.paragraphs if "gedaan" in p.text and p.style.name == "Normal")
    assert paragraph.text == "Dit wordt snel gedaan\u00a0[A1] door COA."  # the marker stays with its word
    assert [run.text for run in paragraph.runs if run.bold] == ["snel", "[A1]"]


def own_template(*paragraphs: str) -> bytes:
    template = docx.Document()
    for text in paragraphs:
        template.add_paragraph(text)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@settings(max_examples=20, deadline=None)
@given(tekst=TEKST)
def test_filters_that_would_declare_text_to_be_xml_print_it_as_it_is(tekst):
    template = own_template("{{ titel|safe }}", "{{ tafel.naam|e }}", "{{ tafel.naam|forceescape }}")
    stukken = Stukken(Organisatie(), Tafel("t", tekst))
    data, meldingen = render(find_soort("agenda"), stukken, template, "eigen.docx")
    assert data is not None, meldingen
    assert all_text(data) == [f"Agenda {tekst}", tekst, tekst]


@settings(max_examples=20, deadline=None)
@given(tekst=TEKST)
def test_footnotes_hold_any_text_too(tekst):
    delen = parts(own_template("tekst"))
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    delen["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{w}"><w:footnote w:id="2"><w:p><w:r><w:t>{{{{ tafel.naam }}}}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    delen["word/_rels/document.xml.rels"] = delen["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    data, meldingen = render(find_soort("agenda"), Stukken(Organisatie(), Tafel("t", tekst)), zipped(delen), "x.docx")
    assert data is not None, meldingen
    note = etree.fromstring(parts(data)["word/footnotes.xml"])
    body = docx.text.paragraph.Paragraph(note.find(f".//{{{w}}}p"), None)
    assert "".join(r.text or "" for r in note.iter(f"{{{w}}}t")) == tekst.replace("\n", "").replace("\t", "")
    assert body is not None


def test_a_value_that_a_template_puts_where_nobody_can_see_it_stops_the_document():
    delen = parts(own_template("PLEK"))
    hidden = b"<w:p><w:pPr><w:jc w:val='left'>{{ titel }}</w:jc></w:pPr></w:p>"
    delen["word/document.xml"] = delen["word/document.xml"].replace(b"<w:p>", hidden + b"<w:p>", 1)
    data, meldingen = render(find_soort("agenda"), Stukken(Organisatie(), Tafel("t", "Tafel")), zipped(delen), "x.docx")
    assert data is None
    assert "tekst-kwijt" in [m.code for m in meldingen]
