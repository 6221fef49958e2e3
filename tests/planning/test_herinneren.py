"""Reminders: a draft per owner, late actions first, and who has no address is named."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from opdrachten import Werkmap

from pipeline.markering.adressen import Adres, is_adres
from pipeline.rondzending import Bericht, Bijvoegsel, is_concept_ongewijzigd, write_concept

VERSLAG = """\
---
tafel: prt
datum: 2026-12-11
status: concept
---
## 1. Opening

Drie acties [A1] [A2] [A3] [A4].

## Actielijst

| Nr | Actie | Actiehouder | Termijn | Status |
|---|---|---|---|---|
| A1 | Overzicht **bijwerken**. | mw. De Proef | 1 maart 2027 | open |
| A2 | Brief sturen | mw. De Proef en dhr. Voorbeeld | 15 december 2026 | open |
| A3 | Cijfers leveren | COA | | open |
| A4 | Al gedaan | mw. De Proef | | afgerond |
"""
MAP = "agenda/prt/2027-01-22/herinneringen"


@pytest.fixture
def met_acties(werkmap: Werkmap) -> Werkmap:
    werkmap.write("agenda/prt/2026-12-11/agenda.yaml", "agendapunten: []\n")
    werkmap.write("agenda/prt/2027-01-22/agenda.yaml", "agendapunten: []\n")
    werkmap.write("verslagen/prt/2026-12-11/verslag.md", VERSLAG)
    return werkmap


def drafts(werkmap: Werkmap) -> dict[str, EmailMessage]:
    found = {}
    for path in (werkmap.root / MAP).glob("*.eml"):
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found[path.stem] = message
    return found


def addressee(message: EmailMessage) -> tuple[str, str]:
    (address,) = message["To"].addresses
    return address.display_name, address.addr_spec


def test_every_owner_with_an_address_gets_one_message_as_a_draft(met_acties) -> None:
    done = met_acties.run("herinner", "prt", op="2027-01-08")
    assert done.code == 0
    made = drafts(met_acties)
    assert set(made) == {"Herinnering mw. De Proef", "Herinnering dhr. Voorbeeld"}
    message = made["Herinnering mw. De Proef"]
    assert message["X-Unsent"] == "1"
    assert addressee(message) == ("mw. De Proef", "proef@voorbeeld.nl")
    assert message["From"] == "Secretariaat Voorbeeld <secretariaat@voorbeeld.nl>"
    assert message["Subject"] == "Open acties voor de PRT van 22 januari 2027"


def test_late_actions_come_first_and_what_is_done_is_not_named(met_acties) -> None:
    met_acties.run("herinner", "prt", op="2027-01-08")
    text = drafts(met_acties)["Herinnering mw. De Proef"].get_content()
    assert text.index("A2 (11-12-2026): Brief sturen. Termijn: 15 december 2026.") < text.index("A1 (11-12-2026)")
    assert text.index("De termijn is verstreken:") < text.index("Nog open:")
    assert "Overzicht bijwerken. Termijn: 1 maart 2027." in text
    assert "staan nog 2 acties open" in text
    assert "voor 14 januari 2027" in text
    assert "Al gedaan" not in text


def test_an_owner_without_an_address_is_named_with_the_actions(met_acties) -> None:
    done = met_acties.run("herinner", "prt", op="2027-01-08")
    assert "Geen e-mailadres bekend van COA; open: A3 (11-12-2026). [actiehouder-zonder-adres]" in done.fout


def test_an_action_reported_done_is_not_asked_for_again(met_acties) -> None:
    reported = "terugkoppeling:\n  - {actie: A2 (11-12-2026), status: afgerond}\n"
    met_acties.write("agenda/prt/2027-01-22/agenda.yaml", reported)
    met_acties.run("herinner", "prt", op="2027-01-08")
    assert set(drafts(met_acties)) == {"Herinnering mw. De Proef"}
    assert "Brief sturen" not in drafts(met_acties)["Herinnering mw. De Proef"].get_content()


def test_an_organisation_is_reached_through_its_members(met_acties) -> None:
    record = VERSLAG.replace("| COA |", "| Toetsdorp |")
    met_acties.write("verslagen/prt/2026-12-11/verslag.md", record)
    met_acties.run("herinner", "prt", op="2027-01-08")
    assert addressee(drafts(met_acties)["Herinnering Toetsdorp"]) == ("dhr. Voorbeeld", "voorbeeld@voorbeeld.nl")


def test_someone_who_is_no_longer_a_member_gets_nothing(met_acties) -> None:
    tafel = met_acties.read("agenda/prt/tafel.yaml")
    met_acties.write(
        "agenda/prt/tafel.yaml", tafel.replace("achternaam: Voorbeeld,", "achternaam: Voorbeeld, tot: 2026-12-31,")
    )
    met_acties.run("herinner", "prt", op="2027-01-08")
    assert set(drafts(met_acties)) == {"Herinnering mw. De Proef"}


def test_before_the_fortnight_the_day_to_send_is_said(met_acties) -> None:
    assert "verstuur ze op vrijdag 8 januari 2027" in met_acties.run("herinner", op="2026-12-20").uit
    assert "verstuur ze nu" in met_acties.run("herinner", op="2027-01-11").uit


def test_status_says_when_it_is_time_and_stops_when_it_is_done(met_acties) -> None:
    asked = "Nog niet herinnerd aan de open acties: regietafel herinner prt 2027-01-22"
    assert asked not in met_acties.run("status", op="2027-01-07").uit
    assert asked in met_acties.run("status", op="2027-01-08").uit
    met_acties.run("herinner", op="2027-01-08")
    assert asked not in met_acties.run("status", op="2027-01-09").uit


def test_a_draft_changed_by_hand_is_not_written_over_and_another_is(met_acties) -> None:
    met_acties.run("herinner", op="2027-01-08")
    path = met_acties.root / MAP / "Herinnering mw. De Proef.eml"
    changed = path.read_bytes().replace(b"Met vriendelijke groet", b"Tot gauw")
    path.write_bytes(changed)
    met_acties.write("verslagen/prt/2026-12-11/verslag.md", VERSLAG.replace("Brief sturen", "Brief posten"))
    done = met_acties.run("herinner", op="2027-01-08")
    assert "[bericht-gewijzigd]" in done.fout
    assert path.read_bytes() == changed
    assert "Brief posten" in drafts(met_acties)["Herinnering dhr. Voorbeeld"].get_content()


# the message itself


def read(bericht: Bericht) -> EmailMessage:
    message = message_from_bytes(write_concept(bericht), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("lastig", ["x\r\nBcc: kwaad@voorbeeld.nl", "x\nBcc: kwaad@voorbeeld.nl", "x\u2028Bcc: a@b.nl"])
def test_a_line_end_in_a_name_or_title_adds_no_header(lastig) -> None:
    message = read(Bericht((Adres("a@voorbeeld.nl", lastig),), lastig, "tekst", Adres("b@voorbeeld.nl", lastig)))
    assert message["Bcc"] is None
    assert len(message["To"].addresses) == 1
    assert message["Subject"].startswith("x Bcc")


def test_names_texts_and_files_with_accents_come_across() -> None:
    bericht = Bericht(
        (Adres("zoe@voorbeeld.nl", "Zoë, de 'proef'"), Adres("info@café-voorbeeld.nl", "José")),
        "Überzicht: ½ klaar 🙂",
        "Regel één\nRegel twee " + "ë" * 2000 + "\n",
        bijvoegsels=(Bijvoegsel("notitie é.pdf", b"%PDF-1.7"),),
    )
    message = read(bericht)
    assert [a.display_name for a in message["To"].addresses] == ["Zoë, de 'proef'", "José"]
    assert message["To"].addresses[1].domain == "xn--caf-voorbeeld-dhb.nl"
    assert message["To"].addresses[0].addr_spec == "zoe@voorbeeld.nl"
    assert message["Subject"] == bericht.onderwerp
    body = message.get_body()
    assert body is not None
    assert body.get_content().splitlines() == bericht.tekst.splitlines()
    (attachment,) = message.iter_attachments()
    assert (attachment.get_filename(), attachment.get_content()) == ("notitie é.pdf", b"%PDF-1.7")
    assert is_concept_ongewijzigd(write_concept(bericht))


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "geen",
        "a@b",
        "a b@voorbeeld.nl",
        "a@voorbeeld.nl\n",
        "a@@voorbeeld.nl",
        "zoë@voorbeeld.nl",
        "<a@voorbeeld.nl>",
    ],
)
def test_what_is_no_address_is_not_written_to(tekst) -> None:
    assert not is_adres(tekst)
    with pytest.raises(ValueError, match="no address"):
        write_concept(Bericht((Adres(tekst),), "x", "x"))


@pytest.mark.parametrize(
    "kapot", [b"", b"\xff\xfe", b"X-Regietafel-Kenmerk: x\r\n\r\n", b"Content-Type: multipart/mixed\r\n\r\n"]
)
def test_what_we_did_not_write_is_not_ours_to_replace(kapot) -> None:
    assert not is_concept_ongewijzigd(kapot)


def test_what_is_due_first_comes_first(met_acties) -> None:
    late = "| A5 | Laat klaar | mw. De Proef | 1 juni 2027 | open |\n"
    rows = late + "| A6 | Vroeg klaar | mw. De Proef | 1 april 2027 | open |\n"
    met_acties.write("verslagen/prt/2026-12-11/verslag.md", VERSLAG.replace("[A4]", "[A4] [A5] [A6]") + rows)
    met_acties.run("herinner", "prt", op="2027-01-08")
    text = drafts(met_acties)["Herinnering mw. De Proef"].get_content()
    order = [text.index(action) for action in ("Brief sturen", "Overzicht", "Vroeg klaar", "Laat klaar")]
    assert order == sorted(order)
