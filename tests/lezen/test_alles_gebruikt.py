"""Used or named: every word of a drawn Word file is in what was read of it, or in a Melding or list that names it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lezen_bouw import cell, delete, ins, make_docx, p, row, run, table

from pipeline.lezen import Lezing, lees
from pipeline.model import Tabel

KOP = p("Verslag werkgroep 3 juni 2026") + p("Aanwezig: mw. Toets, dhr. De Proef")
RUIM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What a run can be, with how it is written and whether a reader of the document sees it.
STUKKEN = {
    "gewoon": run,
    "vet": lambda w: run(w, "<w:b/>"),
    "cursief": lambda w: run(w, "<w:i/>"),
    "gemarkeerd": lambda w: run(w, '<w:highlight w:val="yellow"/>'),
    "doorgehaald": lambda w: run(w, "<w:strike/>"),
    "dubbel doorgehaald": lambda w: run(w, "<w:dstrike/>"),
    "verborgen": lambda w: run(w, "<w:vanish/>"),
    "ingevoegd": ins,
    "verwijderd": delete,
    "koppeling": lambda w: f"<w:hyperlink>{run(w)}</w:hyperlink>",
    "uitkomst van een veld": lambda w: f'<w:fldSimple w:instr=" REF x ">{run(w)}</w:fldSimple>',
    "invulvak": lambda w: f"<w:sdt><w:sdtContent>{run(w)}</w:sdtContent></w:sdt>",
    "tekstvak": lambda w: (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(w)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    ),
}  # fmt: skip
PLEKKEN = ("alinea", "opsomming", "kop", "cel", "voor het eerste punt")


def said(lezing: Lezing) -> str:
    """Everything a reading tells: the record, its lists, what was changed, the notes, and the Meldingen."""
    v = lezing.verslag
    assert v is not None
    blocks = [*v.inleiding, *(b for punt in v.punten for b in punt.blokken)]
    texts = [cel for b in blocks if isinstance(b, Tabel) for row in b.rijen for cel in row]
    texts += [b.tekst for b in blocks if not isinstance(b, Tabel)]
    texts += [punt.titel for punt in v.punten] + [d.regel for d in v.deelnemers]
    for rij in (*v.actiepunten, *v.voortgang):
        texts += [rij.actie, rij.actiehouder, rij.termijn.tekst, rij.status or "", rij.toelichting, rij.agendapunt]
    texts += [b.tekst for b in v.besluiten] + [m.tekst for m in lezing.meldingen] + [n.tekst for n in lezing.notities]
    texts += [f"{w.oud} {w.nieuw}" for w in lezing.wijzigingen]
    return " ".join(texts)


def place(where: str, runs: str) -> str:
    if where == "cel":
        return table(row(cell(p("Onderdeel")), cell(p("Stand"))), row(cell(f"<w:p>{runs}</w:p>"), cell(p("loopt"))))
    if where == "opsomming":
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{runs}</w:p>'
    return f"<w:p>{runs}</w:p>"


def words(count: int) -> list[str]:
    return [f"kwarts{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count)]


@RUIM
@given(st.lists(st.tuples(st.sampled_from(sorted(STUKKEN)), st.sampled_from(PLEKKEN)), min_size=1, max_size=8))
def test_every_run_of_a_word_file_is_read_or_named(gekozen: Sequence[tuple[str, str]]):
    atoms = words(len(gekozen))
    pieces = [
        (where, place(where, run("Het gaat om ") + STUKKEN[kind](word) + run(" en zo verder.")))
        for word, (kind, where) in zip(atoms, gekozen, strict=True)
        if where != "kop"
    ]
    heads = [
        p(properties='<w:outlineLvl w:val="0"/>') .replace("</w:p>", f"{run('Over ')}{STUKKEN[kind](word)}</w:p>")
        for word, (kind, where) in zip(atoms, gekozen, strict=True)
        if where == "kop"
    ]  # fmt: skip
    above = "".join(xml for where, xml in pieces if where == "voor het eerste punt")
    below = "".join(xml for where, xml in pieces if where != "voor het eerste punt")
    body = KOP + above + p("1. Opening") + p("Er is niets gezegd.") + p("2. Zwembad") + below
    body += "".join(head + p("Daar bleef het bij.") for head in heads)
    told = said(lees(make_docx(body), "verslag.docx"))
    assert [(word, how) for word, how in zip(atoms, gekozen, strict=True) if word not in told] == []


KOLOMMEN = {
    "nr": ("Nr", "Nummer", "Actienummer", "#"),
    "actie": ("Actie", "Taak", "Wat", "Omschrijving", "Te doen", "To do", "Wat?", "Opdracht", "Afspraak", "Actiepunt"),
    "wie": ("Wie", "Actiehouder", "Door", "Trekker", "Eigenaar", "Wie?", "Verantwoordelijke"),
    "termijn": ("Termijn", "Gereed", "Deadline", "Wanneer", "Klaar", "Uiterlijk", "Planning"),
    "status": ("Status", "Stand van zaken", "Voortgang"),
    "toelichting": ("Toelichting", "Opmerkingen", "Bijzonderheden"),
    "anders": ("Budget", "Prioriteit", "Bron", "Locatie", "Thema", ""),
}


@RUIM
@given(
    st.permutations(["actie", "wie", "termijn", "status", "toelichting", "anders"]),
    st.integers(2, 6),
    st.booleans(),
    st.data(),
)
def test_every_cell_of_a_list_of_actions_is_read_or_named(volgorde, breedte, met_nr, data):
    kinds = [*(["nr"] if met_nr else []), *(["actie", *[k for k in volgorde if k != "actie"]][:breedte])]
    kinds = data.draw(st.permutations(kinds)) if not met_nr else kinds
    heads = [data.draw(st.sampled_from(KOLOMMEN[kind])) for kind in kinds]
    atoms = words(3 * len(kinds))
    rows, wanted = [row(*(cell(p(head)) for head in heads))], []
    for number in range(3):
        cells = []
        for kind, word in zip(kinds, atoms[number * len(kinds) :], strict=False):
            text = {"nr": str(number + 1), "wie": "mw. Toets", "termijn": f"{number + 4} juli 2026"}.get(kind)
            cells.append(cell(p(text or f"het {word} regelen")))
            wanted += [] if text else [(word, kind)]
        rows.append(row(*cells))
    body = KOP + p("1. Opening") + p("Er is niets gezegd.") + p("Actielijst") + table(*rows)
    told = said(lees(make_docx(body), "verslag.docx"))
    assert [(word, kind, heads) for word, kind in wanted if word not in told] == []
    assert "mw. Toets" in told
    if "termijn" in kinds:
        assert all(f"{n} juli 2026" in told for n in (4, 5, 6))


@pytest.mark.parametrize("kind", sorted(STUKKEN))
def test_each_kind_of_run_alone_is_read_or_named(kind: str):
    body = KOP + p("1. Opening") + place("alinea", run("Het gaat om ") + STUKKEN[kind]("kwartsaa") + run("."))
    assert "kwartsaa" in said(lees(make_docx(body), "verslag.docx"))
