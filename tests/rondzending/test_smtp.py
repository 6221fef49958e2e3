"""Sending through a real server with TLS that breaks off halfway."""

from __future__ import annotations

import io

import pytest
from mailserver import WACHTWOORD, Postbus, make_certificate, make_controller
from pypdf import PdfReader
from zendhulp import use_server

STUUR = ("verzend", "agenda", "prt", "2026-06-05", "--smtp")
IEDEREEN = [
    "voorbeeld@stad.example",
    "voorzitter@provincie.example",
    "zus@dorp.example",
    "toets@provincie.example",
    "rijk@ministerie.example",
    "team@provincie.example",
]


def logged(werkmap, soort: str) -> list[str]:
    paths = werkmap.files(f"verslagen/prt/*/logboek/*{soort}*.yaml")
    return [path.read_text(encoding="utf-8") for path in paths]


def test_each_list_gets_a_message_and_everybody_gets_one(werkmap, postbus):
    assert werkmap.run(*STUUR).code == 0, werkmap.scherm
    assert postbus.aan == IEDEREEN
    assert len(postbus.ontvangen) == 5
    assert "Verstuurd op 20 mei 2026: leden, 2 adressen" in werkmap.scherm


def test_a_message_goes_on_behalf_of_the_chair_and_answers_go_to_the_secretariat(werkmap, postbus):
    werkmap.run(*STUUR)
    _, message = postbus.ontvangen[1]
    assert message["From"] == '"mw. De Proef, voorzitter PRT" <voorzitter@provincie.example>'
    assert message["Sender"] == "PRT-secretariaat <secretariaat@provincie.example>"
    assert message["Reply-To"] == "PRT-secretariaat <secretariaat@provincie.example>"
    assert '"mw. Zůs-Łęk" <zus@dorp.example>' in message["To"]
    assert set(postbus.afzenders) == {"secretariaat@provincie.example"}
    assert message["Message-ID"] and message["Date"]
    assert message["X-Unsent"] is None


def test_the_password_comes_from_the_environment_and_is_in_no_file(werkmap, postbus):
    werkmap.run(*STUUR)
    assert postbus.wachtwoorden == [WACHTWOORD]
    assert not [name for name, content in werkmap.snapshot().items() if WACHTWOORD.encode() in content]


def test_only_the_members_get_what_is_confidential(werkmap, postbus):
    werkmap.run(*STUUR)
    got = {addresses[0]: all_text(message) for addresses, message in postbus.ontvangen}
    assert [address for address, text in got.items() if "Kerkstraat" in text] == ["voorzitter@provincie.example"]
    assert all("Notitie, bladzijde 1" in text for text in got.values())


def all_text(message) -> str:
    """The text of a message and of every PDF it carries."""
    texts = [message.get_body().get_content()]
    for part in message.iter_attachments():
        if part.get_content_type() == "application/pdf":
            texts += [page.extract_text() for page in PdfReader(io.BytesIO(part.get_content())).pages]
    return "\n".join(texts)


def test_after_the_connection_broke_the_same_command_sends_exactly_the_rest(werkmap, postbus):
    postbus.breek_na = 2
    assert werkmap.run(*STUUR).code == 1
    assert "zending-afgebroken" in werkmap.scherm
    assert "Nog niet verstuurd: agendaleden, toehoorders, ambtelijke ondersteuning" in werkmap.scherm
    assert postbus.aan == IEDEREEN[:3]
    postbus.breek_na = None
    assert werkmap.run(*STUUR).code == 0, werkmap.scherm
    assert postbus.aan == IEDEREEN
    assert werkmap.run(*STUUR).code == 0
    assert postbus.aan == IEDEREEN
    assert "Iedereen op de lijsten heeft de zending al" in werkmap.scherm


def test_a_message_that_may_have_arrived_is_not_sent_again_before_somebody_says_so(werkmap, postbus):
    postbus.breek_na, postbus.moment = 2, "erna"
    assert werkmap.run(*STUUR).code == 1
    assert "zending-onzeker" in werkmap.scherm
    before = len(postbus.ontvangen)
    postbus.breek_na = None
    assert werkmap.run(*STUUR).code == 1
    assert "toets@provincie.example" in werkmap.scherm
    assert len(postbus.ontvangen) == before
    assert werkmap.run(*STUUR, "--aangekomen", "ja").code == 0, werkmap.scherm
    assert postbus.aan == IEDEREEN


def test_a_message_that_did_not_arrive_after_all_is_sent_again(werkmap, postbus):
    postbus.breek_na, postbus.moment = 2, "erna"
    werkmap.run(*STUUR)
    postbus.breek_na = None
    assert werkmap.run(*STUUR, "--aangekomen", "nee").code == 0, werkmap.scherm
    assert postbus.aan.count("toets@provincie.example") == 2
    assert postbus.aan[-2:] == IEDEREEN[-2:]


def test_an_address_the_server_refuses_is_named_and_the_others_get_the_message(werkmap, postbus):
    postbus.weigert = frozenset(["zus@dorp.example"])
    assert werkmap.run(*STUUR).code == 1
    assert "zus@dorp.example" in werkmap.scherm
    assert "bericht-geweigerd" in werkmap.scherm
    assert postbus.aan == [a for a in IEDEREEN if a != "zus@dorp.example"]
    postbus.weigert = frozenset()
    assert werkmap.run(*STUUR).code == 0
    assert postbus.aan[-1] == "zus@dorp.example"
    assert len(postbus.ontvangen) == 6


def test_every_message_is_written_down_when_it_goes_and_the_first_marks_the_agenda_as_sent(werkmap, postbus):
    postbus.breek_na = 1
    werkmap.run(*STUUR)
    assert len(logged(werkmap, "-verzonden")) == 1
    assert "voorbeeld@stad.example" in logged(werkmap, "-verzonden")[0]
    assert len(logged(werkmap, "verzending_begonnen")) == 2
    assert len(logged(werkmap, "niet_verzonden")) == 1
    assert "2 Stand van zaken" in logged(werkmap, "agenda_rondgezonden")[0]


def test_the_files_that_went_out_are_kept_as_they_went(werkmap, postbus):
    werkmap.run(*STUUR)
    kept = {path.read_bytes() for path in werkmap.files("agenda/prt/2026-06-05/verzonden/*/*")}
    sent = [part.get_content() for _, message in postbus.ontvangen for part in message.iter_attachments()
            if part.get_content_type() == "application/pdf"]  # fmt: skip
    assert len(sent) > 5
    assert all(content in kept for content in sent)


def test_a_server_without_tls_is_not_used(werkmap, certificaat, monkeypatch):
    monkeypatch.setenv("REGIETAFEL_SMTP_WACHTWOORD", WACHTWOORD)
    postbus = Postbus()
    controller = make_controller(postbus, *certificaat, tls=False)
    controller.start()
    use_server(werkmap, controller.port)
    try:
        assert werkmap.run(*STUUR).code == 1
    finally:
        controller.stop()
    assert "biedt geen beveiligde verbinding" in werkmap.scherm
    assert postbus.aan == []


@pytest.mark.parametrize("name", ["onbekende ondertekenaar", "andere naam"])
def test_a_certificate_that_is_not_trusted_or_of_another_name_stops_everything(
    name, werkmap, postbus, monkeypatch, tmp_path
):
    other = make_certificate(tmp_path, "elders.example")
    if name == "onbekende ondertekenaar":
        monkeypatch.setenv("SSL_CERT_FILE", str(other[0]))
    else:
        monkeypatch.setenv("SSL_CERT_FILE", str(other[0]))
        stranger = Postbus()
        controller = make_controller(stranger, *other)
        controller.start()
        use_server(werkmap, controller.port)
    try:
        assert werkmap.run(*STUUR).code == 1
    finally:
        if name == "andere naam":
            controller.stop()
    assert "niet te vertrouwen" in werkmap.scherm
    assert postbus.wachtwoorden == []
    assert not werkmap.files("verslagen/prt/2026-06-05/logboek/*")


def test_a_wrong_password_is_said_without_a_traceback(werkmap, postbus, monkeypatch):
    monkeypatch.setenv("REGIETAFEL_SMTP_WACHTWOORD", "fout")
    assert werkmap.run(*STUUR).code == 1
    assert "weigert het wachtwoord van secretariaat" in werkmap.scherm
    assert "fout" not in werkmap.scherm.replace("fout:", "")


def test_without_a_password_or_a_server_nothing_is_sent(werkmap, postbus, monkeypatch):
    monkeypatch.delenv("REGIETAFEL_SMTP_WACHTWOORD")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert werkmap.run(*STUUR).code == 1
    assert "wachtwoord-ontbreekt" in werkmap.scherm
    werkmap.change("regietafel.yaml", "smtp:", "# smtp:")
    assert werkmap.run(*STUUR).code == 1
    assert "geen mailserver" in werkmap.scherm
    assert postbus.aan == []


def test_the_password_in_the_keyring_is_used(werkmap, postbus, monkeypatch, tmp_path):
    monkeypatch.delenv("REGIETAFEL_SMTP_WACHTWOORD")
    backend = tmp_path / "sleutelhanger_proef.py"
    backend.write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Proef(KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, service, username):\n"
        f"        return {WACHTWOORD!r} if (service, username) == ('regietafel localhost', 'secretariaat') else None\n"
        "    def set_password(self, service, username, password): pass\n"
        "    def delete_password(self, service, username): pass\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    import keyring
    from sleutelhanger_proef import Proef

    before = keyring.get_keyring()
    keyring.set_keyring(Proef())
    try:
        assert werkmap.run(*STUUR).code == 0, werkmap.scherm
    finally:
        keyring.set_keyring(before)
    assert postbus.wachtwoorden == [WACHTWOORD]
