"""Make the packaged Word templates: how the files in ``templates/`` came to be.

Run it once, from the repository: ``python scripts/maak_sjablonen.py``. Afterwards the templates are edited in
Word like any other; running this again replaces them. python-docx builds the text; the styles, the numbering
and the settings are written out here, because its own defaults are Word's blue ones and carry hundreds of
styles that nobody uses.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table

from pipeline.word.lijsten import make_abstract
from pipeline.word.ooxml import add, make, parse, serialize
from pipeline.word.pakket import CONTENT_TYPES, Pakket, open_pakket

TARGET = Path(__file__).parents[1] / "templates"
FONT = "Calibri"
INK, PETROL, GREY, RULE, TINT = "1E2A2F", "17495A", "5A686E", "B9C4C8", "E9EFF1"
_VERTROUWELIJK = (
    "{% if bijlage.vertrouwelijk %} (vertrouwelijk){% endif %}"
    "{% if bijlage.tafelstuk %} (wordt ter tafel uitgereikt){% endif %}"
)
WHOLE_WORDS = "<w:suppressAutoHyphens/>"  # for names and headings
W_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# --- styles -----------------------------------------------------------------------------------------------


def paragraph_style(naam: tuple[str, str], ppr: str = "", rpr: str = "", based: str = "Normal", after: str = "") -> str:
    """Write one paragraph style, named and with an id; ``ppr`` and ``rpr`` are in schema order."""
    name, style_id = naam
    base = f'<w:basedOn w:val="{based}"/>' if based and style_id != "Normal" else ""
    following = f'<w:next w:val="{after}"/>' if after else ""
    default = ' w:default="1"' if style_id == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def spacing(before: int, after: int, line: int = 276) -> str:
    """Spacing in twentieths of a point; ``line`` 240 is single."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def text(size: float, color: str = INK, bold: bool = False, italic: bool = False) -> str:
    """Run properties in schema order; ``size`` in points."""
    half = round(size * 2)
    return (
        ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + f'<w:color w:val="{color}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    )


def default_style(kind: str, style_id: str, name: str, priority: int) -> str:
    """One of the styles that Word takes for granted."""
    return (
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="{priority}"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def heading(level: int, size: float, before: int, after: int) -> str:
    """A heading that stays with what follows; its number hangs in the margin of the text."""
    shared = f"{WHOLE_WORDS}{spacing(before, after, 252)}"
    indent = (
        f'<w:tabs><w:tab w:val="left" w:pos="454"/></w:tabs>{shared}<w:ind w:left="454" w:hanging="454"/>'
        if level == 1
        else shared
    )
    return paragraph_style(
        (f"heading {level}", f"Heading{level}"),
        f'<w:keepNext/><w:keepLines/>{indent}<w:outlineLvl w:val="{level - 1}"/>',
        text(size, PETROL, bold=True),
        after="Normal",
    )


def list_style(name: str, style_id: str, num_id: int) -> str:
    """A list style that carries its numbering."""
    numbering = f'<w:numPr><w:numId w:val="{num_id}"/></w:numPr>'
    return paragraph_style((name, style_id), f"{numbering}{spacing(0, 80)}", "")


def rule(side: str, color: str, size: int = 4, space: int = 0) -> str:
    """A border on one side."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def table_styles() -> str:
    """The table of lists (rules between rows, a tinted header) and the one without any line."""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 45), ("left", 54), ("bottom", 45), ("right", 54))
    )
    borders = rule("top", PETROL, 8) + rule("bottom", PETROL, 4) + rule("insideH", RULE)
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    lined = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="RegietafelTabel">'
        '<w:name w:val="Regietafel tabel"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f"<w:tcBorders>{rule('bottom', PETROL)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
    open_margins = margins.replace('<w:left w:w="54"', '<w:left w:w="0"').replace('w:w="45"', 'w:w="30"')
    bare = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="RegietafelKop">'
        '<w:name w:val="Regietafel kop"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblCellMar>{open_margins}</w:tblCellMar></w:tblPr></w:style>"
    )
    return plain + lined + bare


def styles_xml() -> bytes:
    """The whole styles part: Dutch, one sans family, petrol and grey."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    language = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{text(10.5)}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    bar = f"<w:pBdr>{rule('left', PETROL, 18, 8)}</w:pBdr>"
    under = f"<w:pBdr>{rule('bottom', RULE, 4, 4)}</w:pBdr>"
    above = f"<w:pBdr>{rule('top', RULE, 4, 5)}</w:pBdr>"
    styles = [
        paragraph_style(("Normal", "Normal")),
        paragraph_style(
            ("Title", "Title"),
            f"<w:keepNext/>{WHOLE_WORDS}{spacing(0, 20, 240)}",
            text(26, PETROL, bold=True),
            after="Subtitle",
        ),
        paragraph_style(
            ("Subtitle", "Subtitle"),
            f"<w:keepNext/>{WHOLE_WORDS}{spacing(0, 240, 252)}",
            text(13, GREY),
            after="Normal",
        ),
        heading(1, 13, 360, 100),
        heading(2, 11, 220, 60),
        list_style("List Bullet", "ListBullet", 1),
        list_style("List Number", "ListNumber", 2),
        paragraph_style(("List Paragraph", "ListParagraph"), f'{spacing(0, 80)}<w:ind w:left="357"/>'),
        paragraph_style(
            ("header", "Header"),
            f'{under}<w:tabs><w:tab w:val="right" w:pos="9639"/></w:tabs>{spacing(0, 0, 240)}',
            text(8.5, GREY),
        ),
        paragraph_style(
            ("footer", "Footer"),
            f'{above}<w:tabs><w:tab w:val="right" w:pos="9639"/></w:tabs>{spacing(0, 0, 240)}',
            text(8.5, GREY),
        ),
        paragraph_style(("Afzender", "Afzender"), f"{WHOLE_WORDS}{spacing(0, 0, 240)}", text(10, PETROL, bold=True)),
        paragraph_style(("Koplabel", "Koplabel"), WHOLE_WORDS + spacing(0, 0, 252), text(10.5, GREY)),
        paragraph_style(("Kopwaarde", "Kopwaarde"), WHOLE_WORDS + spacing(0, 0, 252), text(10.5)),
        paragraph_style(
            ("Kanttekening", "Kanttekening"),
            f'<w:keepLines/>{bar}{spacing(240, 160)}<w:ind w:left="227"/>',
            text(10, GREY, italic=True),
        ),
        paragraph_style(("Inleiding", "Inleiding"), spacing(240, 120)),
        paragraph_style(("Besluit", "Besluit"), f"<w:keepLines/>{spacing(60, 120)}", text(10.5, INK, bold=True)),
        paragraph_style(("Toelichting", "Toelichting"), spacing(0, 20, 252), text(9, GREY)),
        paragraph_style(("Tabeltekst", "Tabeltekst"), spacing(0, 20, 252), text(9)),
        paragraph_style(
            ("Genodigdengroep", "Genodigdengroep"), f"<w:keepNext/>{WHOLE_WORDS}{spacing(0, 0, 240)}", text(8.5, GREY)
        ),
        paragraph_style(("Genodigden", "Genodigden"), f"<w:keepNext/>{WHOLE_WORDS}{spacing(0, 0, 240)}", text(8.5)),
        paragraph_style(
            ("Tabelkop", "Tabelkop"),
            f"<w:keepNext/>{WHOLE_WORDS}{spacing(0, 20, 240)}",
            text(8.5, PETROL, bold=True),
            based="Tabeltekst",
        ),
        paragraph_style(
            ("Onderwerp", "Onderwerp"),
            spacing(0, 20, 252),
            text(10.5, INK, bold=True),
            based="Tabeltekst",
        ),
        default_style("character", "DefaultParagraphFont", "Default Paragraph Font", 1),
        table_styles(),
        default_style("numbering", "NoList", "No List", 99),
    ]
    custom = (
        "Afzender Koplabel Kopwaarde Kanttekening Inleiding Besluit Toelichting Tabeltekst Tabelkop Onderwerp "
        "Genodigden Genodigdengroep"
    ).split()
    xml = f"<w:styles {W_NS}>{defaults}{''.join(styles)}</w:styles>"
    for name in custom:
        xml = xml.replace(
            f'w:type="paragraph" w:styleId="{name}"', f'w:type="paragraph" w:customStyle="1" w:styleId="{name}"'
        )
    return serialize(parse(xml.encode()))


def numbering_xml() -> bytes:
    """Two lists of nine levels: bullets and numbers, each tied to its style."""
    root = make("w:numbering")
    root.append(make_abstract("0", "bullet", "ListBullet"))
    root.append(make_abstract("1", "decimal", "ListNumber"))
    for number in (1, 2):
        add(make_child(root, "w:num", numId=str(number)), "w:abstractNumId", val=str(number - 1))
    return serialize(root)


def make_child(parent: Any, name: str, **attributes: str) -> Any:
    """Append an element and return it."""
    return add(parent, name, **attributes)


def settings_xml() -> bytes:
    """Settings: Dutch, words broken at the end of a line, Word 2013 and later (no compatibility mode)."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return serialize(
        parse(
            (
                f'<w:settings {W_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/>'
                '<w:characterSpacingControl w:val="doNotCompress"/>'
                f"<w:compat>{mode}</w:compat>"
                '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
            ).encode()
        )
    )


# --- the text ---------------------------------------------------------------------------------------------


class Vel:
    """A template under construction."""

    def __init__(self, liggend: bool = False) -> None:
        """Start with an empty A4 page."""
        self.doc = Document()
        self.body = self.doc
        for element in list(self.doc.element.body):
            if element.tag != qn("w:sectPr"):
                self.doc.element.body.remove(element)
        section = self.doc.sections[0]
        width, height = (Cm(29.7), Cm(21)) if liggend else (Cm(21), Cm(29.7))
        section.page_width, section.page_height = width, height
        section.orientation = WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
        section.header_distance = section.footer_distance = Cm(1.1)
        section.different_first_page_header_footer = True
        self.width = 25.7 if liggend else 17.0

    def p(self, tekst: str, stijl: str = "Normal") -> Any:
        """Add a paragraph to the body."""
        return fill(self.doc.add_paragraph(), tekst, stijl)

    def tags(self, *opdrachten: str) -> None:
        """Add one paragraph per statement."""
        for opdracht in opdrachten:
            self.p(opdracht)

    def tabel(self, stijl: str, breedtes: list[float], kop: list[str], rijen: list[Any]) -> Table:
        """Add a table; a row is a str (a statement in a row of its own) or a list of cells."""
        table = self.doc.add_table(0, len(breedtes))
        prepare(table, stijl, breedtes, bool(kop))
        if kop:
            row = table.add_row()
            flag(row, "w:cantSplit", "w:tblHeader")
            for cell, label in zip(row.cells, kop, strict=True):
                fill(cell.paragraphs[0], label, "Tabelkop")
        for rij in rijen:
            row = table.add_row()
            if isinstance(rij, str):
                fill(row.cells[0].paragraphs[0], rij, "Tabeltekst")
                continue
            flag(row, "w:cantSplit")
            for cell, inhoud in zip(row.cells, rij, strict=True):
                fill_cell(cell, inhoud)
        for row in table.rows:
            for cell, breedte in zip(row.cells, breedtes, strict=True):
                cell.width = Cm(breedte)
        return table


def fill(paragraph: Any, tekst: str, stijl: str) -> Any:
    """Give a paragraph its style and its text; ``*..*`` around a piece makes it bold."""
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(qn("w:pStyle")):
        properties.remove(old)
    if stijl != "Normal":
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), stijl)
        properties.insert(0, style)
    if len(properties) == 0:
        paragraph._p.remove(properties)
    for index, piece in enumerate(tekst.split("§")):
        if piece:
            run = paragraph.add_run(piece)
            if index % 2:
                run.bold = True
    return paragraph


def fill_cell(cell: Any, inhoud: Any) -> None:
    """Fill a cell with paragraphs: each a text, or a text with its style."""
    items = inhoud if isinstance(inhoud, list) else [inhoud]
    for index, item in enumerate(items):
        tekst, stijl = item if isinstance(item, tuple) else (item, "Tabeltekst")
        fill(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), tekst, stijl)


def prepare(table: Table, stijl: str, breedtes: list[float], kop: bool) -> None:
    """Set the style, the fixed widths and the look of a table, in the order of the schema."""
    total = round(sum(breedtes) * 567)
    look = 'w:val="0420" w:firstRow="1" w:noVBand="1"' if kop else 'w:val="0400" w:noVBand="1"'
    properties = parse(
        (
            f'<w:tblPr {W_NS}><w:tblStyle w:val="{stijl}"/><w:tblW w:w="{total}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook {look}/></w:tblPr>'
        ).encode()
    )
    table._tbl.replace(table._tbl.tblPr, properties)
    for column, breedte in zip(table._tbl.tblGrid, breedtes, strict=True):
        column.set(qn("w:w"), str(round(breedte * 567)))


def flag(row: Any, *names: str) -> None:
    """Set properties of a row, such as that it does not break over pages."""
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def add_field(paragraph: Any, code: str) -> None:
    """Add a field that Word counts itself, with a first value for who does not."""
    for kind, value in (("begin", ""), ("instr", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "instr":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {value} "
            run._r.append(element)
        elif kind == "text":
            run.text = value
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def add_frame(vel: Vel) -> None:
    """Header and footer: the sender on the first page, the meeting on the next, version and page on all."""
    section = vel.doc.sections[0]
    fill(section.first_page_header.paragraphs[0], "{{ organisatie.naam }}", "Afzender")
    fill(section.header.paragraphs[0], "{{ tafel.naam }}\t{{ soort }} {{ datum }}", "Header")
    for footer in (section.footer, section.first_page_footer):
        paragraph = fill(
            footer.paragraphs[0],
            "{{ versie }}{% if versie and contact %} | {% endif %}{% if contact %}Contact: {{ contact }}{% endif %}"
            "\tPagina ",
            "Footer",
        )
        add_field(paragraph, "PAGE")
        paragraph.add_run(" van ")
        add_field(paragraph, "NUMPAGES")
    if vel.width > 20:
        for part in (section.header, section.footer, section.first_page_footer):
            move_tab(part.paragraphs[0], round(vel.width * 567))


def move_tab(paragraph: Any, position: int) -> None:
    """Move the right tab of a header or footer to the edge of a wide page."""
    tabs = parse(
        (
            f'<w:tabs {W_NS}><w:tab w:val="clear" w:pos="9639"/><w:tab w:val="right" w:pos="{position}"/></w:tabs>'
        ).encode()
    )
    paragraph._p.get_or_add_pPr().append(tabs)


def add_heading_block(vel: Vel, *regels: tuple[str, str]) -> None:
    """Title, name of the table, and a block of labels with their words; a word that is empty has no line."""
    vel.p("{{ soort }}", "Title")
    vel.p("{{ tafel.naam }}", "Subtitle")
    rows: list[Any] = []
    for label, naam in regels:
        cells = [(label, "Koplabel"), (KOPWAARDEN.get(naam, "{{ " + naam + " }}"), "Kopwaarde")]
        rows += ["{%tr if " + naam + " %}", cells, "{%tr endif %}"]
    vel.tabel("RegietafelKop", [4.2, vel.width - 4.2], [], rows)


def add_note(vel: Vel) -> None:
    """The line under the heading of the documents of one meeting."""
    vel.tags("{%p if kanttekening %}")
    vel.p("{{ kanttekening }}", "Kanttekening")
    vel.tags("{%p endif %}")


STAND = ("Status", "stand")
MEETING = (("Datum", "datum"), ("Tijd", "tijd"), ("Locatie", "locatie"))
# What stands behind a label where that is more than the word itself.
KOPWAARDEN = {
    "datum": "{{ weekdag }} {{ datum }}",
    "stand": "§{{ stand }}§{% if reacties %}. Reacties graag uiterlijk {{ reacties }}"
    "{% if contact %} naar {{ contact }}{% endif %}.{% endif %}",
}
NEXT = ("Volgende vergadering", "volgende")


def add_participants(vel: Vel, kop: str, samen: bool = False) -> None:
    """The people, one row per group; ``samen`` in smaller print, all on one page."""
    vel.tags("{%p if groepen %}")
    vel.p(kop, "Heading1")
    line = "{% for d in groep.deelnemers %}{{ d.regel }}{% if not loop.last %}; {% endif %}{% endfor %}"
    label, value, width = ("Genodigdengroep", "Genodigden", 3.2) if samen else ("Koplabel", "Kopwaarde", 4.2)
    vel.tabel(
        "RegietafelKop",
        [width, vel.width - width],
        [],
        ["{%tr for groep in groepen %}", [("{{ groep.naam }}", label), (line, value)], "{%tr endfor %}"],
    )
    vel.tags("{%p endif %}")


def action_cell(gemeld: bool, bij: bool) -> list[Any]:
    """What stands in the cell of an action: the action, and under it what there is to say of it."""
    cell: list[Any] = ["{{ actie.actie }}{% if actie.vertrouwelijk %} (vertrouwelijk){% endif %}"]
    extra = [("verband", "{{ actie.verband }}"), ("toelichting", "{{ actie.toelichting }}")]
    if gemeld:
        extra.append(("gemeld", "§Gemeld:§ {{ actie.gemeld }}"))
    if bij:
        extra.append(("bij", "Agendapunt {{ actie.bij }}"))
    for naam, tekst in extra:
        cell += ["{%p if actie." + naam + " %}", (tekst, "Toelichting"), "{%p endif %}"]
    return cell


def add_actions(
    vel: Vel, lijst: str, breedtes: list[float], gemeld: bool = False, bij: bool = False, kolommen: str = "termijn"
) -> None:
    """The table of actions, with a header row that comes back on every page; ``kolommen`` are those behind who acts."""
    term = [
        "{%p if actie.termijn or not actie.termijnstand %}",
        "{{ actie.termijn }}",
        "{%p endif %}",
        "{%p if actie.termijnstand %}",
        "§{{ actie.termijnstand }}§",
        "{%p endif %}",
        "{%p if actie.verschoven %}",
        ("{{ actie.verschoven }}x verschoven", "Toelichting"),
        "{%p endif %}",
    ]
    cells = {"termijn": term, "status": ["{{ actie.status }}"]}
    last = kolommen.split()
    vel.tabel(
        "RegietafelTabel",
        breedtes,
        ["Nr", "Actie", "Actiehouder", *(naam.capitalize() for naam in last)],
        [
            "{%tr for actie in " + lijst + " %}",
            ["§{{ actie.nr }}§", action_cell(gemeld, bij), "{{ actie.actiehouder }}", *(cells[naam] for naam in last)],
            "{%tr endfor %}",
        ],
    )


# The columns of actions in cm: ``A12 (23-01-2026)`` just fits the first, ``30 september 2026`` the one of the terms.
PORTRAIT = [2.5, 8.7, 3.05, 2.75]
PORTRAIT_STATUS = [2.5, 8.0, 2.4, 2.7, 1.4]
LANDSCAPE = [2.5, 14.4, 4.8, 4.0]


def make_agenda() -> Vel:
    """The agenda: the items in a table, then the open actions."""
    vel = Vel()
    add_heading_block(vel, STAND, *MEETING)
    add_note(vel)
    vel.p("Onderwerpen", "Heading1")
    onderwerp = [
        ("{{ punt.titel }}{% if punt.vertrouwelijk %} (vertrouwelijk){% endif %}", "Onderwerp"),
        "{%p if punt.toelichting %}",
        "{{ punt.toelichting }}",
        "{%p endif %}",
        "{%p if punt.spreker %}",
        ("Inleiding: {{ punt.spreker }}", "Toelichting"),
        "{%p endif %}",
        "{%p for bijlage in punt.bijlagen %}",
        (f"Bijlage {{{{ bijlage.nummer }}}}: {{{{ bijlage.titel }}}}{_VERTROUWELIJK}", "Toelichting"),
        "{%p endfor %}",
    ]
    row = [
        ("{{ punt.nummer }}", "Onderwerp"),
        onderwerp,
        "{{ punt.doel }}",
        [
            "{%p if punt.begin %}",
            "{{ punt.begin }} uur",
            "{%p endif %}",
            "{% if punt.duur %}{{ punt.duur }} min.{% endif %}",
        ],
    ]
    vel.tabel(
        "RegietafelTabel",
        [1.0, 11.8, 2.6, 1.6],
        ["Nr", "Onderwerp", "Doel", "{% if kloktijden %}Tijd{% else %}Duur{% endif %}"],
        [
            *("{%tr for punt in agendapunten %}", "{%tr if not punt.hamerstuk %}", row),
            *("{%tr endif %}", "{%tr endfor %}", "{%tr if hamerstukken %}"),
            [
                "",
                [("Hamerstukken", "Onderwerp"), ("Hierover wordt zonder bespreking besloten.", "Toelichting")],
                "",
                "",
            ],
            *("{%tr for punt in hamerstukken %}", row, "{%tr endfor %}", "{%tr endif %}"),
        ],
    )
    vel.tags("{%p if acties %}")
    vel.p("Openstaande acties", "Heading1")
    add_actions(vel, "acties", PORTRAIT, gemeld=True)
    vel.tags("{%p endif %}")
    add_participants(vel, "Deelnemers", samen=True)
    return vel


def make_verslag() -> Vel:
    """The minutes: participants, items, decisions, actions."""
    vel = Vel()
    add_heading_block(vel, STAND, *MEETING, NEXT)
    add_note(vel)
    add_participants(vel, "Deelnemers")
    vel.p("{{ inleiding }}", "Inleiding")
    vel.tags("{%p for punt in punten %}")
    vel.p(
        "{% if punt.nummer %}{{ punt.nummer }}.\t{% endif %}{{ punt.titel }}"
        "{% if punt.vertrouwelijk %} (vertrouwelijk){% endif %}",
        "Heading1",
    )
    vel.p("{{ punt.blokken }}")
    vel.tags("{%p for besluit in punt.besluiten %}")
    vel.p(
        "Besluit {{ besluit.nr }}: {{ besluit.tekst }}{% if besluit.vertrouwelijk %} (vertrouwelijk){% endif %}",
        "Besluit",
    )
    vel.tags("{%p endfor %}", "{%p endfor %}", "{%p if besluiten_los %}")
    vel.p("Besluiten", "Heading1")
    vel.tabel(
        "RegietafelTabel",
        [2.5, 14.5],
        ["Nr", "Besluit"],
        [
            "{%tr for besluit in besluiten_los %}",
            [
                "§{{ besluit.nr }}§",
                [
                    "{{ besluit.tekst }}{% if besluit.vertrouwelijk %} (vertrouwelijk){% endif %}",
                    "{%p if besluit.bij %}",
                    ("Agendapunt {{ besluit.bij }}", "Toelichting"),
                    "{%p endif %}",
                ],
            ],
            "{%tr endfor %}",
        ],
    )
    vel.tags("{%p endif %}")
    vel.p("Actielijst", "Heading1")
    vel.tags("{%p if acties %}")
    add_actions(vel, "acties", PORTRAIT_STATUS, bij=True, kolommen="termijn status")
    vel.tags("{%p else %}")
    vel.p("Er zijn geen actiepunten.")
    vel.tags("{%p endif %}")
    return vel


def make_aantekenformulier() -> Vel:
    """The note-taking form: boxes to tick, room under every item, and tables to fill in."""
    vel = Vel()
    add_heading_block(vel, *MEETING)
    add_note(vel)
    vel.p(
        "Typ uw aantekeningen onder elk punt. Zet [A] achter een afspraak die een actie is, en [B] achter een besluit. "
        "Na de vergadering leest het programma dit formulier in.",
        "Kanttekening",
    )
    vel.tags("{%p if groepen %}")
    vel.p("Aanwezig", "Heading1")
    vel.p("Zet bij wie er is een x in plaats van ☐. Wie erbij komt, typt u op een nieuwe regel.", "Kanttekening")
    people = ["{%p for d in groep.deelnemers %}", ("☐ {{ d.regel }}", "Kopwaarde"), "{%p endfor %}"]
    vel.tabel(
        "RegietafelKop",
        [4.2, vel.width - 4.2],
        [],
        ["{%tr for groep in groepen %}", [("{{ groep.naam }}", "Koplabel"), people], "{%tr endfor %}"],
    )
    vel.tags("{%p endif %}", "{%p for punt in agendapunten %}")
    vel.p(
        "{% if punt.nummer %}{{ punt.nummer }}.\t{% endif %}{{ punt.titel }}"
        "{% if punt.vertrouwelijk %} (vertrouwelijk){% endif %}",
        "Heading1",
    )
    vel.tags("{%p if punt.notitie %}")
    vel.p("{{ punt.notitie }}", "Toelichting")
    vel.tags("{%p endif %}")
    vel.p("", "Inleiding")
    vel.tags("{%p endfor %}", "{%p if acties %}")
    vel.p("Voortgang van de acties", "Heading1")
    vel.tabel(
        "RegietafelTabel",
        [2.5, 6.0, 2.4, 2.7, 3.4],
        ["Nr", "Actie", "Actiehouder", "Termijn", "Voortgang"],
        [
            "{%tr for actie in acties %}",
            ["§{{ actie.nr }}§", "{{ actie.actie }}", "{{ actie.actiehouder }}", "{{ actie.termijn }}", ""],
            "{%tr endfor %}",
        ],
    )
    vel.tags("{%p endif %}")
    vel.p("Nieuwe acties", "Heading1")
    vel.tabel("RegietafelTabel", [1.5, 8.5, 4.0, 3.0], ["Nr", "Actie", "Actiehouder", "Termijn"], [[""] * 4] * 6)
    vel.p("Besluiten", "Heading1")
    vel.tabel("RegietafelTabel", [1.5, 15.5], ["Nr", "Besluit"], [[""] * 2] * 3)
    return vel


def add_item_heading(vel: Vel, nieuw_blad: bool = False) -> None:
    """The number and title of an item of the agenda, with its aim and who introduces it."""
    heading = vel.p(
        "{% if punt.nummer %}{{ punt.nummer }}.\t{% endif %}{{ punt.titel }}"
        "{% if punt.vertrouwelijk %} (vertrouwelijk){% endif %}",
        "Heading1",
    )
    heading.paragraph_format.page_break_before = True if nieuw_blad else None


def add_item_lines(vel: Vel, *regels: tuple[str, str]) -> None:
    """Labels with their words under an item; what is empty has no line."""
    rows: list[Any] = []
    for label, naam in regels:
        cells = [(label, "Koplabel"), ("{{ punt." + naam + " }}", "Kopwaarde")]
        rows += ["{%tr if punt." + naam + " %}", cells, "{%tr endif %}"]
    vel.tabel("RegietafelKop", [4.2, vel.width - 4.2], [], rows)


def make_annotatie() -> Vel:
    """The annotated agenda, for the chair."""
    vel = Vel()
    add_heading_block(vel, *MEETING)
    vel.p("Alleen voor de voorzitter. Stuur dit stuk niet door.", "Kanttekening")
    vel.tags("{%p for punt in agendapunten %}")
    add_item_heading(vel)
    add_item_lines(vel, ("Doel", "doel"), ("Inleiding", "spreker"), ("Voorstel voor conclusie", "conclusie"))
    for label, naam in (("Spreekpunten", "spreekpunten"), ("Vragen die kunnen komen", "vragen")):
        vel.tags("{%p if punt." + naam + " %}")
        vel.p(label, "Heading2")
        vel.p("{{ punt." + naam + " }}")
        vel.tags("{%p endif %}")
    vel.tags("{%p endfor %}", "{%p if acties %}")
    vel.p("Open acties van wie er zijn", "Heading1")
    add_actions(vel, "acties", PORTRAIT, gemeld=True)
    vel.tags("{%p endif %}")
    return vel


def make_oplegger() -> Vel:
    """A page for each item that has an oplegger."""
    vel = Vel()
    add_heading_block(vel, ("Vergadering", "datum"))
    vel.tags("{%p for punt in agendapunten %}", "{%p if loop.first %}")
    add_item_heading(vel)
    vel.tags("{%p else %}")
    add_item_heading(vel, nieuw_blad=True)
    vel.tags("{%p endif %}")
    add_item_lines(vel, ("Doel", "doel"), ("Inleiding", "spreker"))
    for label, naam in (("Aanleiding", "aanleiding"), ("Gevraagd van de tafel", "gevraagd"), ("Vervolg", "vervolg")):
        vel.tags("{%p if punt." + naam + " %}")
        vel.p(label, "Heading2")
        vel.p("{{ punt." + naam + " }}")
        vel.tags("{%p endif %}")
    vel.tags("{%p endfor %}", "{%p if not agendapunten %}")
    vel.p("Bij geen agendapunt staat een oplegger.")
    vel.tags("{%p endif %}")
    return vel


def make_termijnagenda() -> Vel:
    """What is to come, on one page."""
    vel = Vel()
    vel.p("{{ soort }}", "Title")
    vel.p("{{ tafel.naam }}, vanaf {{ datum }}", "Subtitle")
    tables: tuple[tuple[str, str, list[float], list[str], list[str]], ...] = (
        ("vergaderingen", "Vergaderingen", [4.6, 3.4, 5.2, 3.8], ["Datum", "Tijd", "Locatie", "Agenda uiterlijk"],
         ["{{ r.weekdag }} {{ r.datum }}", "{{ r.tijd }}", "{{ r.locatie }}", "{{ r.agenda_uiterlijk }}"]),
        ("mijlpalen", "Wetscyclus spreidingswet", [4.6, 12.4], ["Datum", "Mijlpaal"],
         ["{{ r.datum }}", "{{ r.naam }}"]),
        ("aanmeldingen", "Uitgesteld en aangemeld", [5.0, 3.6, 3.2, 5.2],
         ["Onderwerp", "Van", "Vergadering", "Toelichting"],
         ["{{ r.wat }}", "{{ r.wie }}", "{{ r.wanneer }}", "{{ r.toelichting }}"]),
    )  # fmt: skip
    for lijst, kop, breedtes, koppen, cellen in tables:
        vel.tags("{%p if " + lijst + " %}")
        vel.p(kop, "Heading1")
        vel.tabel("RegietafelTabel", breedtes, koppen, ["{%tr for r in " + lijst + " %}", cellen, "{%tr endfor %}"])
        vel.tags("{%p endif %}")
    vel.tags("{%p if acties %}")
    vel.p("Acties die aflopen", "Heading1")
    add_actions(vel, "acties", PORTRAIT)
    vel.tags("{%p endif %}")
    return vel


def make_actielijst() -> Vel:
    """The action list, on a wide page: what is open, and what the last meeting closed."""
    vel = Vel(liggend=True)
    add_heading_block(vel, ("Vergadering", "datum"), NEXT)
    vel.p("Openstaande acties", "Heading1")
    vel.tags("{%p if acties %}")
    add_actions(vel, "acties", LANDSCAPE, gemeld=True)
    vel.tags("{%p else %}")
    vel.p("Er zijn geen openstaande acties.")
    vel.tags("{%p endif %}", "{%p if afgehandeld %}")
    vel.p("Afgesloten in de laatste vergadering", "Heading1")
    add_actions(vel, "afgehandeld", LANDSCAPE, kolommen="status")
    vel.tags("{%p endif %}")
    return vel


def make_besluitenlijst() -> Vel:
    """The list of decisions."""
    vel = Vel()
    add_heading_block(vel, ("Stand", "datum"))
    vel.p("Besluiten", "Heading1")
    vel.tags("{%p if besluiten %}")
    vel.tabel(
        "RegietafelTabel",
        [2.5, 11.4, 3.1],
        ["Nr", "Besluit", "Vergadering"],
        [
            "{%tr for besluit in besluiten %}",
            [
                "§{{ besluit.nr }}§",
                "{{ besluit.tekst }}{% if besluit.vertrouwelijk %} (vertrouwelijk){% endif %}",
                "{{ besluit.datum }}",
            ],
            "{%tr endfor %}",
        ],
    )
    vel.tags("{%p else %}")
    vel.p("Er zijn geen besluiten vastgelegd.")
    vel.tags("{%p endif %}")
    return vel


def make_reactieoverzicht() -> Vel:
    """The reactions to circulated minutes, for the chair."""
    vel = Vel(liggend=True)
    add_heading_block(vel, ("Vergadering", "datum"))
    vel.p("Concept, intern: voor de voorzitter.", "Kanttekening")
    vel.tags("{%p if reactielijst %}")
    vel.tabel(
        "RegietafelTabel",
        [1.2, 3.6, 3.6, 6.4, 6.4, 4.1],
        ["Nr", "Agendapunt", "Wie", "Nu", "Voorstel", "Ons voorstel"],
        [
            "{%tr for r in reactielijst %}",
            [
                "{{ r.nr }}",
                "{{ r.punt }}",
                "{{ r.wie }}",
                "{{ r.nu }}",
                "{{ r.voorstel }}",
                "{{ r.antwoord }}{% if r.reden %}: {{ r.reden }}{% endif %}",
            ],
            "{%tr endfor %}",
        ],
    )
    vel.tags("{%p else %}")
    vel.p("Er zijn geen reacties.")
    vel.tags("{%p endif %}")
    return vel


def make_vergaderschema() -> Vel:
    """The meetings of a year, and the dates of the law cycle beside them."""
    vel = Vel(liggend=True)
    vel.p("{{ soort }} {{ jaar }}", "Title")
    vel.p("{{ tafel.naam }}", "Subtitle")
    vel.tags("{%p if vergaderingen %}")
    vel.tabel(
        "RegietafelTabel",
        [4.8, 3.4, 5.6, 3.3, 3.3, 4.8],
        ["Datum", "Tijd", "Locatie", "Agenda uiterlijk", "Verslag uiterlijk", "Opmerking"],
        [
            "{%tr for vergadering in vergaderingen %}",
            [
                "{{ vergadering.weekdag }} §{{ vergadering.datum }}§",
                "{{ vergadering.tijd }}",
                "{{ vergadering.locatie }}",
                "{{ vergadering.agenda_uiterlijk }}",
                "{{ vergadering.verslag_uiterlijk }}",
                "{{ vergadering.opmerking }}",
            ],
            "{%tr endfor %}",
        ],
    )
    vel.tags("{%p else %}")
    vel.p("Er zijn nog geen vergaderingen gepland.")
    vel.tags("{%p endif %}", "{%p if mijlpalen %}")
    vel.p("Wetscyclus spreidingswet", "Heading1")
    vel.tabel(
        "RegietafelTabel",
        [4.8, 20.4],
        ["Datum", "Mijlpaal"],
        ["{%tr for m in mijlpalen %}", ["{{ m.datum }}", "{{ m.naam }}"], "{%tr endfor %}"],
    )
    vel.tags("{%p endif %}")
    return vel


SJABLONEN: tuple[tuple[str, str, Callable[[], Vel]], ...] = (
    ("agenda.docx", "Agenda", make_agenda),
    ("verslag.docx", "Verslag", make_verslag),
    ("aantekenformulier.docx", "Aantekeningen", make_aantekenformulier),
    ("annotatie.docx", "Annotatie", make_annotatie),
    ("oplegger.docx", "Oplegger", make_oplegger),
    ("termijnagenda.docx", "Termijnagenda", make_termijnagenda),
    ("actielijst.docx", "Actielijst", make_actielijst),
    ("besluitenlijst.docx", "Besluitenlijst", make_besluitenlijst),
    ("reactieoverzicht.docx", "Overzicht van reacties", make_reactieoverzicht),
    ("vergaderschema.docx", "Vergaderschema", make_vergaderschema),
)


def make_agenda_rrt() -> Vel:
    """The agenda of an RRT: it says where the outcome goes."""
    vel = make_agenda()
    vel.p("De voorzitter neemt de uitkomst van deze vergadering mee naar de Provinciale Regietafel.", "Kanttekening")
    return vel


def make_agenda_ambtelijk() -> Vel:
    """The agenda of the ambtelijke PRT: it says whom it is for."""
    vel = make_agenda()
    vel.p("Ambtelijk overleg: deze agenda en de stukken zijn alleen voor de deelnemers.", "Kanttekening")
    return vel


# Templates of one table, in a folder with its name; what is not there comes from the folder above.
TAFEL_SJABLONEN: tuple[tuple[str, str, Callable[[], Vel]], ...] = (
    ("rrt-kennemerland/agenda.docx", "Agenda", make_agenda_rrt),
    ("ambtelijke-prt/agenda.docx", "Agenda", make_agenda_ambtelijk),
)

# --- the file ---------------------------------------------------------------------------------------------


def finish(vel: Vel) -> bytes:
    """Save, put our own styles in the place of the defaults, and drop the parts nobody needs."""
    add_frame(vel)
    properties = vel.doc.core_properties
    properties.title, properties.subject = "{{ titel }}", "{{ tafel.naam }}"
    properties.author, properties.language = "{{ organisatie.afzender }}", "nl-NL"
    properties.comments = properties.keywords = properties.last_modified_by = ""
    out = io.BytesIO()
    vel.doc.save(out)
    pakket = open_pakket(out.getvalue())
    pakket.delen["word/styles.xml"] = styles_xml()
    pakket.delen["word/numbering.xml"] = numbering_xml()
    pakket.delen["word/settings.xml"] = settings_xml()
    drop_dates(pakket)
    pakket.delen["docProps/app.xml"] = APP_XML
    for name in [n for n in pakket.delen if is_clutter(n)]:
        remove_part(pakket, name)
    return pakket.to_bytes()


APP_XML = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>regietafel</Application></Properties>"
)


def drop_dates(pakket: Pakket) -> None:
    """Drop who saved python-docx's default template and when: that says nothing of our documents."""
    root = parse(pakket.delen["docProps/core.xml"])
    for element in list(root):
        if element.tag.rsplit("}", 1)[-1] in (
            "created",
            "modified",
            "revision",
            "lastModifiedBy",
            "keywords",
            "description",
        ):
            root.remove(element)
    pakket.delen["docProps/core.xml"] = serialize(root)


def is_clutter(name: str) -> bool:
    """Tell whether a part of python-docx's default template has no use here."""
    return any(word in name for word in ("thumbnail", "customXml", "stylesWithEffects", "webSettings"))


def remove_part(pakket: Pakket, name: str) -> None:
    """Remove a part with every mention of it."""
    del pakket.delen[name]
    for rels in [n for n in pakket.delen if n.endswith(".rels")]:
        root = parse(pakket.delen[rels])
        for relation in list(root):
            if relation.get("Target", "").endswith(name.rsplit("/", 1)[-1]):
                root.remove(relation)
        pakket.delen[rels] = serialize(root)
    types = parse(pakket.delen[CONTENT_TYPES])
    for override in list(types):
        if override.get("PartName") == f"/{name}":
            types.remove(override)
    pakket.delen[CONTENT_TYPES] = serialize(types)


def main() -> None:
    """Write the templates."""
    for naam, _soort, maak in (*SJABLONEN, *TAFEL_SJABLONEN):
        (TARGET / naam).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / naam).write_bytes(finish(maak()))


if __name__ == "__main__":
    main()
