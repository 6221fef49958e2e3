"""Working in Word as others do: typing minutes freely, with tracked changes and remarks, and typing on a form."""

from __future__ import annotations

from copy import deepcopy

from atomen import MENSEN
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from geval import Zitting
from planten import als_word, besluiten, rijen, secties, tabel
from word_hulp import fill_row, heading, table_with, tick, type_under


def vrij_verslag(zitting: Zitting) -> Document:
    """Minutes typed freely: an inserted and a struck sentence are tracked, and there is a remark."""
    document = als_word(zitting)
    secret = next(p for p in document.paragraphs if zitting.geheimen["zin"].tekst in p.text)
    _gewijzigd(secret, "w:ins")
    if zitting.alleen_hier:
        struck = secret.insert_paragraph_before(f"Geschrapt: {zitting.alleen_hier['weg'].tekst}.")
        _gewijzigd(struck, "w:del")
        remark = f"Klopt {zitting.alleen_hier['opmerking'].tekst} wel?"
        table_paragraph = document.paragraphs[heading(document, "Rondvraag") + 1]
        document.add_comment(table_paragraph.runs, remark, author="Een lid")
    return document


def _gewijzigd(paragraph: Paragraph, tag: str) -> None:
    """Turn what a paragraph says into a tracked change."""
    change = OxmlElement(tag)
    for name, value in (("w:id", "7"), ("w:author", "Een lid"), ("w:date", "2026-01-05T09:00:00Z")):
        change.set(qn(name), value)
    for run in list(paragraph._p.findall(qn("w:r"))):
        change.append(run)
        for text in run.findall(qn("w:t")) if tag == "w:del" else ():
            text.tag = qn("w:delText")
    paragraph._p.append(change)


def vul_formulier(document: Document, zitting: Zitting) -> None:
    """Type on the form what was said and agreed."""
    tick(document, *(m.naam for m in MENSEN))
    for title, paragraphs in secties(zitting):
        # The form may say behind the title of an item that it is confidential.
        printed = next(p.text.strip() for p in document.paragraphs if title in p.text)
        type_under(document, printed, *paragraphs)
    spoken = next(paragraphs for title, paragraphs in secties(zitting) if title.startswith(zitting.titel))
    last = next(p for p in document.paragraphs if p.text == spoken[-1])
    last._p.addnext(_tabel_in(document, tabel(zitting))._tbl)
    new = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn")
    for place, rij in enumerate((r for r in rijen(zitting) if "(" not in r.nr), 1):
        _vul(new, place, rij.nr, rij.actie, rij.wie, rij.termijn)
    for place, besluit in enumerate(besluiten(zitting), 1):
        _vul(table_with(document, "Nr", "Besluit"), place, *besluit)
    _vul_oude(document, zitting)


def _vul_oude(document: Document, zitting: Zitting) -> None:
    """Say of older actions how they are: in the column for it, or by a new owner or term over the old one."""
    oude = [r for r in zitting.rijen if "(" in r.nr]
    if not oude:
        return
    table = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn", "Voortgang")
    for rij in oude:
        row = next(r for r in table.rows if r.cells[0].text == rij.nr)
        for cell, text in ((2, rij.wie), (3, rij.termijn)):
            if text:
                row.cells[cell].paragraphs[0].text = text
        row.cells[4].paragraphs[0].text = rij.toelichting or (rij.status if rij.status != "open" else "")


def _vul(table: Table, place: int, *texts: str) -> None:
    while len(table.rows) <= place:
        row = deepcopy(table.rows[-1]._tr)
        table._tbl.append(row)
        for paragraph in (p for cell in table.rows[-1].cells for p in cell.paragraphs):
            paragraph.text = ""
    fill_row(table.rows[place], *texts)


def _tabel_in(document: Document, rows: list[tuple[str, ...]]) -> Table:
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        fill_row(table.add_row(), *row)
    return table


def typ_erbij(document: Document, zitting: Zitting) -> None:
    """Add to minutes we sent out what a member has to say about the confidential item."""
    secret = zitting.achteraf
    if zitting.opmerking_terug:
        remarked = document.paragraphs[heading(document, "Rondvraag") + 1]
        document.add_comment(remarked.runs, f"Klopt {zitting.opmerking_terug.tekst} wel?", author="Een lid")
    after = next(p for p in document.paragraphs if zitting.geheimen["zin"].tekst in p.text)
    new = deepcopy(after._p)
    after._p.addnext(new)
    numbers = [int(r.nr[1:]) for r in rijen(zitting) if "(" not in r.nr]
    nr = f"A{max(numbers) + 1}"
    Paragraph(new, after._parent).text = f"Daarbij hoort {secret['zin'].tekst}. Dat wordt nagegaan [{nr}] [B3]."
    _rij_erbij(_tabel_met(document, "Post"), "Erbij", secret["tabel"].tekst)
    _rij_erbij(_tabel_met(document, "Nr", "Actie"), nr, f"Nagaan van {secret['actie'].tekst}", "Secretariaat",
               "1 juni 2026", "open")  # fmt: skip
    _rij_erbij(_tabel_met(document, "Nr", "Besluit"), "B3", f"Akkoord met {secret['besluit'].tekst}.")


def _tabel_met(document: Document, *begin: str) -> Table:
    return next(t for t in document.tables if [c.text for c in t.rows[0].cells][: len(begin)] == list(begin))


def _rij_erbij(table: Table, *texts: str) -> None:
    """Add a row as Tab at the end of a table does, and type in it."""
    row = deepcopy(table.rows[-1]._tr)
    for mark in list(row.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    table._tbl.append(row)
    for cell in table.rows[-1].cells:
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        cell.paragraphs[0].text = ""
    for cell, text in zip(table.rows[-1].cells, texts, strict=False):
        cell.paragraphs[0].text = text
