"""A mail with reactions: what it quotes is a change of the text, what it does not is a remark about a passage."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from msghulp import make_msg

from pipeline.inname import find_mailvragen
from pipeline.lezen.mail import read_mail
from pipeline.model import Tafel
from pipeline.notatie import make_brontekst, parse_verslag

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
VERSLAG = """---
tafel: rt
datum: 9 januari 2026
---

## 1. Opening

De voorzitter opent om 9.30 uur. Er zijn geen mededelingen.

## 2. Plekken

De gemeenten hebben samen 200 plekken. De planning komt in maart.
"""
MAIL = """Beste Janna,

Dank voor het verslag.

Bij punt 2 staat "200 plekken"; dat moet zijn "210 plekken".

Graag "om 9.45 uur" in plaats van "om 9.30 uur".

De planning die in maart komt is alleen een concept.

Met vriendelijke groet,
T. Testman

Van: Secretariaat <s@voorbeeld.example>
Bij punt 1 staat "alles"; dat moet zijn "niets".
"""


def vragen(alineas: tuple[str, ...]):
    verslag, _ = parse_verslag(make_brontekst(VERSLAG, "verslag.md"), Tafel("rt", "RT"), date(2026, 1, 9))
    return find_mailvragen(verslag, "T. Testman", date(2026, 1, 20), alineas, "mail.eml")


def eml(tekst: str, html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "T. Testman <testman@dorp.example>"
    message["Date"] = "Tue, 20 Jan 2026 10:00:00 +0100"
    message.set_content(tekst, subtype="html" if html else "plain")
    message.add_attachment(b"woorden", maintype="application", subtype="octet-stream", filename="verslag TT.docx")
    return message.as_bytes()


HTML = (
    "<html><head><style>p {}</style></head><body>"
    + "".join(f"<p>{p}</p>" for p in MAIL.split("\n\n"))
    + "</body></html>"
)


@pytest.mark.parametrize(
    ("data", "naam"),
    [
        (eml(MAIL), "mail.eml"),
        (eml(HTML, html=True), "mail.eml"),
        (make_msg("T. Testman", "testman@dorp.example", MAIL, {"verslag TT.docx": b"woorden" * 1000}), "mail.msg"),
    ],
    ids=["tekst", "opmaak", "outlook"],
)
def test_a_mail_is_read_without_its_greetings_and_what_it_answers(data, naam):
    mail = read_mail(data, naam)
    assert mail is not None
    assert mail.van == "T. Testman"
    assert [a.split()[0] for a in mail.alineas] == ["Bij", "Graag", "De"]
    assert [name for name, _ in mail.bijlagen] == ["verslag TT.docx"]


def test_quoted_words_are_changed_where_they_stand():
    first, second, _ = vragen(read_mail(eml(MAIL), "mail.eml").alineas)
    assert (first.wijziging.oud, first.wijziging.nieuw, first.wijziging.punt) == (
        "200 plekken",
        "210 plekken",
        "2. Plekken",
    )
    assert (second.wijziging.oud, second.wijziging.nieuw) == ("om 9.30 uur", "om 9.45 uur")
    assert first.is_zeker and second.is_zeker


def test_a_remark_names_the_passage_it_may_be_about_and_is_not_sure_of_it():
    *_, third = vragen(read_mail(eml(MAIL), "mail.eml").alineas)
    assert (third.wijziging.soort, third.wijziging.punt) == ("opmerking", "2. Plekken")
    assert third.wijziging.oud == "De planning komt in maart."
    assert not third.is_zeker


def test_words_that_stand_nowhere_are_a_remark():
    (one,) = vragen(('Bij punt 1 staat "morgen vroeg"; dat moet zijn "vandaag".',))
    assert (one.wijziging.soort, one.wijziging.punt) == ("opmerking", "1. Opening")


def test_words_to_leave_out_go():
    (one,) = vragen(('De woorden "Er zijn geen mededelingen" kunnen vervallen: schrappen graag.',))
    assert (one.wijziging.soort, one.wijziging.oud, one.wijziging.nieuw) == (
        "verwijderd",
        "Er zijn geen mededelingen",
        "",
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"From\n", bytes(600), OLE + bytes(600)])
@pytest.mark.parametrize("naam", ["mail.eml", "mail.msg"])
def test_what_is_no_mail_is_none(data, naam):
    mail = read_mail(data, naam)
    assert mail is None or mail.alineas == ()


def test_a_mail_in_the_folder_of_copies_becomes_reactions(regietafel, tmp_path: Path):
    from vergaderreeks import EERSTE_DAG, write_reeks

    (tmp_path / "werkmap").mkdir()
    root = write_reeks(tmp_path / "werkmap", "vaststelling: 9 januari 2026\n")
    regietafel("--op", "2026-01-16", "verslag", "rt", EERSTE_DAG, werkmap=root)
    sent = next((root / "verslagen/rt" / EERSTE_DAG).glob("*erslag RT.docx"))
    back = tmp_path / "terug"
    back.mkdir()
    (back / "reactie.eml").write_bytes(
        eml('Graag "210 plekken" in plaats van "200 plekken".').replace(b"verslag TT.docx", b"x.txt")
    )
    done = regietafel("--op", "2026-02-01", "lees", back, "--vergelijk", sent, werkmap=root)
    assert done.code == 0, done.fout
    (one,) = regietafel("reacties", "rt", EERSTE_DAG, "--json", werkmap=root).json["reacties"]
    assert (one["wie"], one["oud"], one["nieuw"]) == ("T. Testman", "200 plekken", "210 plekken")
