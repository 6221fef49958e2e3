"""What is guarded as names are: never in public, and until its end not for lists without rights."""

from __future__ import annotations

import io
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from docx import Document
from zendhulp import make_paper

from pipeline.model import ANDEREN, PUBLIEK, Inzage, reeks_voor
from pipeline.publicatie.nacontrole import check_bestanden
from pipeline.publicatie.openbaarmaking import make_kennis

DAG = "agenda/prt/2026-06-05"
WOORDEN = "Zwabber Bouw B.V."
BEDRAG = "€ 1.250.000"


@pytest.fixture
def met_gevoelig(werkmap):
    table = werkmap.read("agenda/prt/tafel.yaml")
    guarded = f"gevoelig:\n  - {{tekst: {WOORDEN}, reden: lopende onderhandeling, tot: 2026-06-30}}\n"
    werkmap.write("agenda/prt/tafel.yaml", table + guarded)
    werkmap.change(
        f"{DAG}/agenda.yaml",
        "  - titel: Stand van zaken\n",
        f"  - titel: Stand van zaken\n    toelichting: Er is gesproken met zwabber  bouw b.v. over {BEDRAG}.\n"
        f"    gevoelig: [{{tekst: {BEDRAG}, reden: nog geen besluit}}]\n",
    )
    return werkmap


def agenda_for(werkmap, lijst: str) -> str:
    """Read the Word file in the mail to a list, as who gets it reads it."""
    message = message_from_bytes((werkmap.root / DAG / "concepten" / f"Agenda aan {lijst}.eml").read_bytes(),
                                 policy=default)  # fmt: skip
    assert isinstance(message, EmailMessage)
    (word,) = [p for p in message.iter_attachments() if str(p.get_filename()).endswith(".docx")]
    document = Document(io.BytesIO(word.get_payload(decode=True)))
    return "\n".join([p.text for p in document.paragraphs] + [c.text for t in document.tables for c in t._cells])


def test_a_list_without_rights_reads_neither_and_a_list_with_rights_both(met_gevoelig):
    met_gevoelig.change(
        "agenda/prt/tafel.yaml", "wie: [leden], vertrouwelijk: ja", "wie: [leden], vertrouwelijk: ja, word: ja"
    )
    assert met_gevoelig.run("verzend", "agenda", "prt", "2026-06-05").code == 0, met_gevoelig.scherm
    open_text, whole = agenda_for(met_gevoelig, "agendaleden"), agenda_for(met_gevoelig, "leden")
    assert "[niet openbaar] over [niet openbaar]" in open_text
    assert "zwabber" not in open_text.lower()
    assert BEDRAG in whole
    assert "zwabber bouw b.v." in " ".join(whole.lower().split())


def test_after_its_end_a_list_reads_it_and_the_public_still_does_not(met_gevoelig):
    reeks = met_gevoelig.load().reeks("prt")
    inzage = Inzage(reeks, datetime(2026, 7, 1, 9))

    def told(kennis) -> str:
        made = reeks_voor(inzage, kennis)
        assert made.tafel.gevoelig == ()
        return made.vergaderingen[0].agendapunten[1].toelichting

    assert told(ANDEREN) == "Er is gesproken met zwabber  bouw b.v. over [niet openbaar]."
    assert told(PUBLIEK) == "Er is gesproken met [niet openbaar] over [niet openbaar]."


def test_a_public_paper_that_holds_it_is_stopped(met_gevoelig):
    inhoud = met_gevoelig.load()
    reeks = inhoud.reeks("prt")
    kennis = make_kennis(inhoud.organisatie, reeks, inhoud.reeksen, reeks.vergaderingen[0].datum)
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(f"De prijs is {BEDRAG}.")
    document.save(stream)
    (said,) = check_bestanden({"stuk.docx": stream.getvalue()}, kennis)
    assert said.code == "naam-gelekt"
    assert BEDRAG in said.tekst


def test_without_a_reason_it_is_asked(met_gevoelig):
    met_gevoelig.change("agenda/prt/tafel.yaml", "reden: lopende onderhandeling, ", "")
    assert "veld-ontbreekt" in [m.code for m in met_gevoelig.load().meldingen]


def test_a_mailed_paper_that_holds_it_is_stopped_for_a_list_without_rights_until_it_is_released(met_gevoelig):
    met_gevoelig.write(f"{DAG}/bijlagen/notitie.pdf", make_paper(f"Het bod van {WOORDEN} is besproken"))
    assert met_gevoelig.run("verzend", "agenda", "prt", "2026-06-05").code == 1
    said = [line for line in met_gevoelig.scherm.splitlines() if "vertrouwelijk-gelekt" in line]
    assert said
    assert all(WOORDEN in line and "pagina" in line and "voor leden" not in line for line in said)
    lijsten = {line.split(" staat voor ")[1].split(" iets ")[0] for line in said}
    for lijst in lijsten:
        release = ("--lijst", lijst, "--vrijgeven", WOORDEN, "--reden", "Zij onderhandelen mee.")
        assert met_gevoelig.run("verzend", "agenda", "prt", "2026-06-05", *release).code == 0
    assert met_gevoelig.run("verzend", "agenda", "prt", "2026-06-05").code == 0, met_gevoelig.scherm


def test_after_its_end_the_paper_goes_to_everybody(met_gevoelig):
    met_gevoelig.write(f"{DAG}/bijlagen/notitie.pdf", make_paper(f"Het bod van {WOORDEN} is besproken"))
    met_gevoelig.change("agenda/prt/tafel.yaml", "tot: 2026-06-30", "tot: 2026-05-01")
    assert met_gevoelig.run("verzend", "agenda", "prt", "2026-06-05").code == 0, met_gevoelig.scherm
