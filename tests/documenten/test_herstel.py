"""What a loop in a template leaves behind is put right, and a lost text is noticed."""

import io
from dataclasses import replace

import docx
import pytest
from docx.shared import Inches
from docx_hulp import W, all_text, repair_reasons
from lxml import etree
from PIL import Image
from ziphulp import parts, zipped

from pipeline.documenten import find_soort, packaged_sjabloon, render, voorbeeld_stukken
from pipeline.documenten.teruglezen import find_kwijt
from pipeline.word.bladwijzers import read_bladwijzers
from pipeline.word.ooxml import parse

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made(sjabloon: bytes) -> bytes:
    data, meldingen = render(find_soort("verslag"), voorbeeld_stukken(), sjabloon, "eigen.docx")
    assert data is not None, meldingen
    return data


def looped(xml: str) -> bytes:
    """A document made from a template that repeats this XML for each of two groups."""
    delen = parts(saved(docx.Document()))
    loop = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"
    body = loop.format("for g in groepen") + xml + loop.format("endfor")
    delen["word/document.xml"] = delen["word/document.xml"].replace(b"<w:body>", f"<w:body>{body}".encode(), 1)
    return made(zipped(delen))


def test_a_cell_whose_only_paragraph_falls_away_keeps_one():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if false %}"
    cell.add_paragraph("weg")
    cell.add_paragraph("{%p endif %}")
    assert repair_reasons(made(saved(document))) == []


def test_a_table_whose_rows_fall_away_goes_too():
    document = docx.Document()
    table = document.add_table(3, 1)
    for row, text in zip(
        table.rows, ("{%tr for g in groepen if false %}", "{{ g.naam }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text
    data = made(saved(document))
    assert repair_reasons(data) == []
    assert not docx.Document(io.BytesIO(data)).tables


def test_blocks_with_a_table_in_a_cell_leave_a_paragraph_behind_it():
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{% for p in punten %}{{ p.blokken }}{% endfor %}"
    assert repair_reasons(made(saved(document))) == []


def test_a_picture_in_a_loop_gets_a_number_of_its_own_each_time():
    image = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(image, "PNG")
    document = docx.Document()
    document.add_paragraph("{%p for g in groepen %}")
    document.add_picture(image, Inches(1))
    document.add_paragraph("{%p endfor %}")
    data = made(saved(document))
    assert len(docx.Document(io.BytesIO(data)).inline_shapes) == 2
    assert repair_reasons(data) == []


def test_a_bookmark_of_the_template_in_a_loop_is_kept_once():
    mark = '<w:bookmarkStart w:id="3" w:name="Kop"/><w:r><w:t>tekst</w:t></w:r><w:bookmarkEnd w:id="3"/>'
    data = looped(f"<w:p>{mark}</w:p>")
    assert all_text(data) == ["tekst", "tekst"]
    assert repair_reasons(data) == []


def test_a_document_of_ours_made_into_a_template_gets_bookmarks_anew():
    soort = find_soort("besluitenlijst")
    once, _ = render(soort, voorbeeld_stukken(), packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    delen = parts(once)
    delen["word/document.xml"] = delen["word/document.xml"].replace(b">20 maart 2026<", b">{{ datum }}<")
    again, _ = render(soort, voorbeeld_stukken(), zipped(delen), "eigen.docx")
    names = [b.naam for b in read_bladwijzers(parse(parts(again)["word/document.xml"]))]
    assert names[0] == "_rt_datum"
    assert "_rt_besluit_B1" not in names


def test_ids_of_paragraphs_and_content_controls_in_a_loop_are_used_once():
    control = '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    paragraph = f'<w:p xmlns:w14="{W14}" w14:paraId="0A0B0C0D"><w:r><w:t>tekst</w:t></w:r></w:p>'
    root = etree.fromstring(parts(looped(control.format(paragraph)))["word/document.xml"])
    assert len([p for p in root.iter(f"{W}p") if p.get(f"{{{W14}}}paraId")]) == 1
    assert len(list(root.iter(f"{W}sdt"))) == 2
    assert len(root.findall(f".//{W}sdtPr/{W}id")) == 1


def test_a_line_end_is_a_break_and_a_tab_a_tab_in_word():
    stukken = voorbeeld_stukken()
    stukken = replace(stukken, tafel=replace(stukken.tafel, naam="een\ntwee\tdrie"))
    document = docx.Document()
    document.add_paragraph("{{ tafel.naam }}")
    data, _ = render(find_soort("verslag"), stukken, saved(document), "eigen.docx")
    (run,) = etree.fromstring(parts(data)["word/document.xml"]).iter(f"{W}r")
    assert [(child.tag.replace(W, ""), child.text) for child in run] == [
        ("t", "een"),
        ("br", None),
        ("t", "twee"),
        ("tab", None),
        ("t", "drie"),
    ]


@pytest.mark.parametrize(
    ("verwacht", "kwijt"),
    [
        (["De voorzitter opent."], []),
        (["De voorzitter opent"], ["De voorzitter opent"]),
        (["De voorzitter  opent."], ["De voorzitter  opent."]),
        (["De voorzitter opent.", "De voorzitter opent."], ["De voorzitter opent."]),
        (["", "Slot"], ["Slot"]),
    ],
)
def test_a_text_that_does_not_stand_in_the_file_to_the_character_is_noticed(verwacht, kwijt):
    document = docx.Document()
    document.add_paragraph("De voorzitter opent.")
    root = parse(parts(saved(document))["word/document.xml"])
    assert list(find_kwijt({"word/document.xml": root}, {"word/document.xml": verwacht})) == kwijt
