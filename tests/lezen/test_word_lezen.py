"""A Word file is read as its reader sees it: every feature of Word that changes what that is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lezen_bouw import cell, cells, delete, ins, make_docx, p, read, row, run, shown, table, texts
from ziphulp import zipped

from pipeline.lezen import lees
from pipeline.model import Tabel
from pipeline.model.document import Tabelblok, Tekstblok
from pipeline.word.lezer import read_docx

NUMMERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
"""

KOP = '<w:outlineLvl w:val="0"/>'


def item(text: str, level: int = 0, num: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


# tracked changes


def test_inserted_text_is_there_and_deleted_text_is_not():
    assert texts(p("De vergadering ", delete("verwerpt"), ins("steunt"), " het voorstel.")) == [
        "De vergadering steunt het voorstel."
    ]


def test_moved_text_stands_once_where_it_went():
    here = '<w:moveFrom w:id="1" w:author="x"><w:r><w:t>De brief gaat uit.</w:t></w:r></w:moveFrom>'
    there = '<w:moveTo w:id="2" w:author="x"><w:r><w:t>De brief gaat uit.</w:t></w:r></w:moveTo>'
    assert texts(p("Eerst dit. ", here) + p("Dan: ", there)) == ["Eerst dit. ", "Dan: De brief gaat uit."]


def test_a_paragraph_whose_mark_is_deleted_runs_on_in_the_next():
    first = p("De heer Voorbeeld ", properties='<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')
    assert texts(first + p("belt de gemeente.")) == ["De heer Voorbeeld belt de gemeente."]


def test_a_deleted_table_row_is_gone():
    gone = row("oud", "rij", properties='<w:del w:id="1" w:author="x"/>')
    assert cells(table(row("Actie", "Wie"), gone, row("bellen", "Jan"))) == [["Actie", "Wie"], ["bellen", "Jan"]]


def test_changes_are_listed_with_author_day_and_item():
    heading = p("Planning", properties='<w:outlineLvl w:val="0"/>')
    body = heading + p("Klaar in ", delete("mei"), ins("juni"), ".", ins(" Nieuw.", author="dhr. Voorbeeld"))
    _, changes, _ = read_docx(make_docx(body), "proef.docx")
    assert [(w.auteur, w.soort, w.oud, w.nieuw, w.punt) for w in changes] == [
        ("mw. De Proef", "gewijzigd", "mei", "juni", "Planning"),
        ("dhr. Voorbeeld", "ingevoegd", "", " Nieuw.", "Planning"),
    ]
    assert changes[0].datum == date(2026, 2, 1)
    assert changes[0].bron.nummer == 2


def test_a_change_of_layout_is_no_change_of_text():
    bold = run("Belangrijk", '<w:b/><w:rPrChange w:id="1" w:author="mw. De Proef" w:date="2026-02-01T10:00:00Z"/>')
    _, changes, _ = read_docx(make_docx(p(bold)), "proef.docx")
    assert [(w.soort, w.oud, w.nieuw) for w in changes] == [("opmaak", "Belangrijk", "Belangrijk")]


# what is in the file but is no text


def test_comments_are_not_text():
    body = p(
        '<w:commentRangeStart w:id="0"/>',
        "Akkoord.",
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    assert texts(body) == ["Akkoord."]


def test_hidden_text_is_not_text_whether_by_itself_or_by_its_style_and_is_named():
    styles = '<w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p("Zichtbaar.", run(" Verborgen.", "<w:vanish/>"), run(" Ook.", '<w:rStyle w:val="Geheim"/>'))
    document, _, (told,) = read_docx(make_docx(body, styles=styles), "proef.docx")
    assert document is not None
    assert [b.tekst for b in document.blokken if isinstance(b, Tekstblok)] == ["Zichtbaar."]
    assert (told.code, "Verborgen. Ook." in told.tekst) == ("verborgen-niet-over", True)


def test_hidden_that_is_switched_off_is_text():
    assert texts(p("Dit ", run("wel.", '<w:vanish w:val="0"/>'))) == ["Dit wel."]


def test_of_a_field_the_result_is_text_and_the_code_is_not():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF bladwijzer \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>punt 3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr=" DATE "><w:r><w:t>1 mei</w:t></w:r></w:fldSimple>'
    assert texts(p("Zie ", field, " van ", simple)) == ["Zie punt 3 van 1 mei"]


def test_a_field_in_the_code_of_a_field_is_not_text():
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    nested = begin + code + begin + code + separate + run("binnen") + end + separate + run("buiten") + end
    assert texts(p("Tekst ", nested)) == ["Tekst buiten"]


def test_the_table_of_contents_does_not_repeat_the_headings():
    styles = '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
    assert texts(p("1. Opening 2", properties='<w:pStyle w:val="Inhopg1"/>') + p("Welkom."), styles=styles) == [
        "Welkom."
    ]


# numbers and lists


def test_numbers_that_only_word_shows_are_counted():
    body = item("Opening") + item("Planning") + item("nieuwbouw", 1) + item("onderhoud", 1) + item("Sluiting")
    assert shown(body, numbering=NUMMERING) == [
        "1. Opening",
        "2. Planning",
        "a. nieuwbouw",
        "b. onderhoud",
        "3. Sluiting",
    ]


def test_a_deeper_list_starts_again_under_the_next_number():
    body = item("A") + item("a1", 1) + item("a2", 1) + item("B") + item("b1", 1) + item("diep", 2)
    assert shown(body, numbering=NUMMERING) == ["1. A", "a. a1", "b. a2", "2. B", "a. b1", "2.I diep"]


def test_a_list_that_starts_anew_starts_at_one_and_goes_on_from_there():
    body = item("een") + item("twee") + item("opnieuw", num=2) + item("verder", num=2)
    assert shown(body, numbering=NUMMERING) == ["1. een", "2. twee", "1. opnieuw", "2. verder"]


def test_a_bullet_is_a_list_item_without_a_number():
    (blok,) = read(make_docx(item("punt", num=3), numbering=NUMMERING)).blokken
    assert (blok.soort, blok.nummer, blok.niveau) == ("lijstitem", "", 0)


def test_a_number_may_come_from_the_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Agendapunt"><w:name w:val="Agendapunt"/>'
        '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )
    agenda = '<w:pStyle w:val="Agendapunt"/>'
    body = p("Opening", properties=agenda) + p("Welkom.") + p("Rondvraag", properties=agenda)
    blocks = read(make_docx(body, numbering=NUMMERING, styles=styles)).blokken
    assert [(b.soort, b.nummer, b.tekst) for b in blocks] == [
        ("kop", "1.", "Opening"),
        ("alinea", "", "Welkom."),
        ("kop", "2.", "Rondvraag"),
    ]


def test_an_empty_numbered_cell_is_the_number_of_its_row():
    rows = [row(cell(item("")), text) for text in ("bellen", "schrijven")]
    assert cells(table(row("Nr", "Actie"), *rows), numbering=NUMMERING) == [
        ["Nr", "Actie"],
        ["1.", "bellen"],
        ["2.", "schrijven"],
    ]


# headings


def test_a_heading_is_known_by_its_style_by_its_outline_level_and_by_its_looks():
    styles = '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    body = (
        p("Met stijl", properties='<w:pStyle w:val="Kop2"/>')
        + p("Met niveau", properties='<w:outlineLvl w:val="2"/>')
        + p(run("Alleen vet", "<w:b/>"))
        + p("Gewone zin die lang genoeg is om te tonen hoe groot de letters meestal zijn.")
    )
    blocks = read(make_docx(body, styles=styles)).blokken
    assert [(b.soort, b.niveau) for b in blocks] == [("kop", 2), ("kop", 3), ("kop", 3), ("alinea", 0)]


def test_a_bold_sentence_is_no_heading():
    (blok,) = read(make_docx(p(run("Dit is heel belangrijk.", "<w:b/>")))).blokken
    assert blok.soort == "alinea"


# notes, boxes, controls


def test_a_footnote_stands_where_it_is_referred_to():
    notes = f'<w:footnote w:id="2">{p("Volgens het rapport van mei.")}</w:footnote>'
    body = p("Het plan is klaar.", '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("Verder niets.")
    blocks = read(make_docx(body, footnotes=notes)).blokken
    assert [(b.soort, b.tekst) for b in blocks] == [
        ("alinea", "Het plan is klaar."),
        ("voetnoot", "Volgens het rapport van mei."),
        ("alinea", "Verder niets."),
    ]


def test_a_text_box_is_read_once_though_word_writes_it_twice():
    content = f"<w:txbxContent>{p('Let op: andere zaal.')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(p("Opening", box)) == ["Opening", "Let op: andere zaal."]


def test_the_text_in_content_controls_is_read_and_their_prompts_are_not():
    filled = (
        f"<w:sdt><w:sdtPr><w:alias w:val='Datum'/></w:sdtPr><w:sdtContent>{run('23 januari')}</w:sdtContent></w:sdt>"
    )
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klik hier')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Een hele alinea.')}</w:sdtContent></w:sdt>"
    assert texts(p("Datum: ", filled, prompt) + block) == ["Datum: 23 januari", "Een hele alinea."]


def test_a_row_in_a_content_control_is_a_row():
    repeated = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('bellen', 'Jan')}</w:sdtContent></w:sdt>"
    assert cells(table(row("Actie", "Wie"), repeated)) == [["Actie", "Wie"], ["bellen", "Jan"]]


def test_the_number_word_gives_a_heading_within_an_item_stays():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1.", "%1.%2"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'

    def kop(text: str, level: int) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level}"/>'
        return p(text, properties=place)

    body = kop("Opening", 0) + p("Welkom.") + kop("Cijfers", 0) + kop("Eerste deel", 1) + p("Tekst.")
    found = lees(make_docx(body + kop("Tweede deel", 1) + p("Meer."), numbering=numbering), "verslag.docx").verslag
    assert found is not None
    assert [(punt.nummer, punt.titel) for punt in found.punten] == [("1", "Opening"), ("2", "Cijfers")]
    assert [b.tekst for b in found.punten[1].blokken] == [
        "**2.1 Eerste deel**",
        "Tekst.",
        "**2.2 Tweede deel**",
        "Meer.",
    ]


# tables


def test_cells_merged_sideways_leave_the_columns_in_line():
    wide = cell("Actielijst", properties='<w:gridSpan w:val="2"/>')
    assert cells(table(row(wide, "Wie"), row("1", "bellen", "Jan"))) == [
        ["Actielijst", "", "Wie"],
        ["1", "bellen", "Jan"],
    ]


def test_cells_merged_downwards_repeat_their_text_and_say_so():
    top, rest = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(row(cell("Jan", properties=top), "bellen"), row(cell("", properties=rest), "schrijven"))
    (tabel,) = read(make_docx(body)).blokken
    assert isinstance(tabel, Tabelblok)
    assert [[(c.tekst, c.vervolg) for c in r] for r in tabel.rijen] == [
        [("Jan", False), ("bellen", False)],
        [("Jan", True), ("schrijven", False)],
    ]


def test_a_table_of_one_cell_is_a_frame_round_its_content():
    assert texts(table(row(cell(p("In een kader."), p("Tweede regel."))))) == ["In een kader.", "Tweede regel."]


def test_a_table_in_a_table_follows_it():
    inner = table(row("Actie", "Wie"), row("bellen", "Jan"))
    blocks = read(make_docx(table(row("links", cell(p("rechts"), inner, p()))))).blokken
    assert [[[c.tekst for c in r] for r in b.rijen] for b in blocks] == [
        [["links", "rechts"]],
        [["Actie", "Wie"], ["bellen", "Jan"]],
    ]


def tables_of(body: str) -> list[list[list[str]]]:
    """The tables in the minutes that were read, rather than in the file."""
    verslag = lees(
        make_docx(p("1. Cijfers", properties=KOP) + body + p("2. Slot", properties=KOP)), "verslag.docx"
    ).verslag
    assert verslag is not None
    found = [b for punt in verslag.punten for b in punt.blokken if isinstance(b, Tabel)]
    return [[list(row) for row in tabel.rijen] for tabel in found]


def test_tables_that_stand_apart_in_word_stay_apart():
    second = table(row("a", "b", "c"), row("d", "e", "f"))
    inner = table(row("binnen", "in", "de"), row("cel", "g", "h"))
    body = table(row("Gemeente", "Plekken", "Soort"), row("Voorbeeldstad", "12", "noodopvang")) + p() + second + p()
    body += table(row("label", cell(p("voor"), inner, p("na")), "x"), row("i", "j", "k")) + second
    assert tables_of(body) == [
        [["Gemeente", "Plekken", "Soort"], ["Voorbeeldstad", "12", "noodopvang"]],
        [["a", "b", "c"], ["d", "e", "f"]],
        [["label", "voor\nna", "x"], ["i", "j", "k"]],
        [["binnen", "in", "de"], ["cel", "g", "h"]],
        [["a", "b", "c"], ["d", "e", "f"]],
    ]


def test_two_tables_with_nothing_between_are_one_as_in_word():
    assert tables_of(table(row("a", "b", "c")) + table(row("d", "e", "f"))) == [[["a", "b", "c"], ["d", "e", "f"]]]


def test_a_list_of_actions_that_was_split_in_two_is_read_as_one():
    body = (
        table(row("Nr", "Actie", "Wie"), row("1", "Brief sturen", "Jan")) + p() + table(row("2", "Zaal huren", "Piet"))
    )
    verslag = lees(make_docx(p("1. Cijfers", properties=KOP) + body), "verslag.docx").verslag
    assert verslag is not None
    assert [a.actie for a in verslag.actiepunten] == ["Brief sturen", "Zaal huren"]


def test_characters_of_symbol_fonts_are_the_characters_others_write():
    def sym(char: str, font: str = "Wingdings") -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    body = p(sym("F0FC"), " akkoord ", sym("F0E0"), " volgende ", sym("F0A8"), " keer", sym("0041"))
    assert texts(body + p(sym("F052", "Wingdings 2"), " a ", sym("F0B3", "Symbol"), " b")) == [
        "✓ akkoord → volgende ☐ keer",
        "☑ a ≥ b",
    ]


# the page


def test_page_headers_and_footers_are_known_as_such():
    body = p("Tekst.") + '<w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr>'
    document = read(make_docx(body, header=p("Stuurgroep Proef"), footer=p("Vastgestelde versie")))
    assert [b.tekst for b in document.blokken] == ["Tekst."]
    assert (document.kopteksten, document.voetteksten) == (("Stuurgroep Proef",), ("Vastgestelde versie",))


def test_a_style_separator_keeps_two_styles_on_one_line():
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(p("Planning. ", properties=mark) + p("De bouw begint in mei.")) == ["Planning. De bouw begint in mei."]


def test_places_count_the_paragraphs_of_the_file():
    body = p("Een.") + "<w:p/>" + table(row("cel", "cel")) + p("Vijf.")
    document = read(make_docx(body))
    last = document.blokken[-1]
    assert isinstance(last, Tekstblok)
    assert document.bron(last, 0, 5).nummer == 5


def test_a_strict_word_file_is_read_too():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:document xmlns:w='{strict}'><w:body>{p('Volgens de strenge norm.')}</w:body></w:document>"
    document, _, _ = read_docx(zipped({"word/document.xml": body}), "strikt.docx")
    assert [b.tekst for b in document.blokken] == ["Volgens de strenge norm."]


# struck through


def struck(text: str, properties: str = "<w:strike/>") -> str:
    return run(text, properties)


def test_words_that_are_struck_through_are_taken_out_and_named():
    data = make_docx(p("De wethouder ", struck("stelt uit en"), " belt de gemeente.") + p("Verder niets."))
    lezing = lees(data, "verslag.docx")
    assert lezing.document is not None
    assert [blok.tekst for blok in lezing.document.blokken] == ["De wethouder belt de gemeente.", "Verder niets."]
    (said,) = [m for m in lezing.meldingen if m.code == "doorgehaald"]
    assert "“stelt uit en”" in said.tekst
    assert said.bron
    assert (said.bron.bestand, said.bron.nummer) == ("verslag.docx", 1)


def test_two_lines_strike_as_well_and_a_strike_that_is_switched_off_does_not():
    twice = lees(make_docx(p("Dit ", struck("niet", "<w:dstrike/>"), " wel.")), "verslag.docx").document
    assert twice is not None
    assert [blok.tekst for blok in twice.blokken] == ["Dit wel."]
    assert texts(p("Dit ", struck("ook", '<w:strike w:val="0"/>'), " wel.")) == ["Dit ook wel."]


def test_an_action_whose_row_is_struck_through_is_finished():
    gone = row(*(cell(p(struck(text))) for text in ("A1", "Brief sturen", "mw. Voorbeeld")))
    body = p("Actielijst", properties=KOP)
    body += table(row("Nr", "Actie", "Wie"), gone, row("A2", "Bellen", "dhr. Proef"))
    verslag = lees(make_docx(body), "verslag.docx").verslag
    assert verslag is not None
    assert [(a.label, a.actie, a.actiehouder, a.status) for a in verslag.actiepunten] == [
        ("A1", "Brief sturen", "mw. Voorbeeld", "afgerond"),
        ("A2", "Bellen", "dhr. Proef", None),
    ]


def test_an_owner_that_was_struck_and_replaced_is_the_new_one():
    changed = row("A1", "Brief sturen", cell(p(struck("mw. Voorbeeld"), " dhr. Proef")))
    body = p("Actielijst", properties=KOP) + table(row("Nr", "Actie", "Wie"), changed)
    verslag = lees(make_docx(body), "verslag.docx").verslag
    assert verslag is not None
    assert [(a.actiehouder, a.status) for a in verslag.actiepunten] == [("dhr. Proef", None)]


def test_a_row_that_is_struck_through_in_another_table_is_gone():
    gone = row(*(cell(p(struck(text))) for text in ("Locatie Noord", "200 plekken")))
    assert _rows(p("1. Stand", properties=KOP) + table(row("Locatie", "Aantal"), gone)) == [("Locatie", "Aantal")]


def _rows(body: str) -> list[tuple[str, ...]]:
    verslag = lees(make_docx(body), "verslag.docx").verslag
    assert verslag is not None
    return [r for punt in verslag.punten for blok in punt.blokken if isinstance(blok, Tabel) for r in blok.rijen]


def test_italics_and_markings_are_named_and_their_words_stay():
    body = p("Dit is ", run("echt", "<w:i/>"), " belangrijk.") + p(run("Nog nagaan", '<w:highlight w:val="yellow"/>'))
    lezing = lees(make_docx(body), "verslag.docx")
    assert lezing.document is not None
    assert [blok.tekst for blok in lezing.document.blokken] == ["Dit is echt belangrijk.", "Nog nagaan"]
    said = [m.tekst for m in lezing.meldingen if m.code == "opmaak-niet-over"]
    assert said == [
        "In verslag.docx is tekst gemarkeerd: “Nog nagaan”. De woorden komen over, die opmaak niet.",
        "In verslag.docx is tekst cursief: “echt”. De woorden komen over, die opmaak niet.",
    ]


@pytest.mark.shared
def test_the_row_that_somebody_struck_through_is_finished():
    path = Path(__file__).parents[3] / "shared" / "gevallen" / "09-doorgehaald" / "doorgehaald.docx"
    lezing = lees(path.read_bytes(), path.name)
    assert lezing.verslag is not None
    assert [a.status for a in lezing.verslag.actiepunten] == ["afgerond", None]
    assert [m.code for m in lezing.meldingen if m.code == "doorgehaald"] == ["doorgehaald"]
