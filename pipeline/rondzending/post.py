"""Sending by SMTP (RFC 5321): TLS always, the certificate checked, and an honest account of what became of it."""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from email.generator import BytesGenerator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from enum import StrEnum
from io import BytesIO

from pipeline.model import Mailserver, Melding, melding
from pipeline.rondzending.bericht import Bericht, make_message

_WACHTTIJD = 60  # seconds a server may think
_REGELEINDE, _PUNT = re.compile(rb"\r\n|\r|\n"), re.compile(rb"(?m)^\.")


class Afloop(StrEnum):
    """What became of a message."""

    VERZONDEN = "verzonden"
    GEWEIGERD = "geweigerd"  # the server won't have this message; the next one may still go
    AFGEBROKEN = "afgebroken"  # the connection is gone, and the message certainly was not delivered
    ONZEKER = "onzeker"  # the connection is gone after the last byte: it may have been delivered


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What became of a message, and which addresses the server would not take."""

    afloop: Afloop
    geweigerd: tuple[str, ...] = ()
    uitleg: str = ""


class GeenVerbinding(Exception):
    """The server could not be reached, or not safely; carries the Melding."""

    def __init__(self, bericht: Melding) -> None:
        """Carry the Melding out."""
        super().__init__(bericht.tekst)
        self.melding = bericht


@contextlib.contextmanager
def connect(server: Mailserver, wachtwoord: str | None) -> Iterator[smtplib.SMTP]:
    """Open a connection with TLS and log in; GeenVerbinding with the reason where that fails."""
    connection = _open(server, wachtwoord)
    try:
        yield connection
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            connection.quit()
        connection.close()


def _open(server: Mailserver, wachtwoord: str | None) -> smtplib.SMTP:
    name = f"{server.server}:{server.poort}"
    try:
        connection = smtplib.SMTP(server.server, server.poort, timeout=_WACHTTIJD)
        connection.ehlo()
        if not connection.has_extn("starttls"):
            connection.close()
            raise GeenVerbinding(melding("mailserver", f"De mailserver {name} biedt geen beveiligde verbinding aan."))
        connection.starttls(context=ssl.create_default_context())
        connection.ehlo()
        if server.gebruiker:
            _log_in(connection, server.gebruiker, wachtwoord or "")
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "TLS"
        text = f"De beveiligde verbinding met {name} is niet te vertrouwen ({reason})."
        raise GeenVerbinding(melding("mailserver", text)) from error
    except smtplib.SMTPAuthenticationError as error:
        hulp = "Kijk of gebruiker in regietafel.yaml klopt en of het wachtwoord nog geldt."
        text = f"De mailserver {name} weigert het wachtwoord van {server.gebruiker}."
        raise GeenVerbinding(melding("mailserver", text, hulp=hulp)) from error
    except smtplib.SMTPNotSupportedError as error:
        text = f"De mailserver {name} biedt geen manier van aanmelden aan die dit programma kent."
        raise GeenVerbinding(melding("mailserver", text)) from error
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise GeenVerbinding(melding("mailserver", f"De mailserver {name} is niet te bereiken.")) from error
    return connection


def _log_in(connection: smtplib.SMTP, gebruiker: str, wachtwoord: str) -> None:
    """Log in with PLAIN (RFC 4616) or else LOGIN, both in UTF-8: smtplib's own way takes only ASCII passwords."""
    offered = connection.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        code, answer = connection.docmd("AUTH", "PLAIN " + _base64("\0".join(("", gebruiker, wachtwoord))))
    elif "LOGIN" in offered:
        code, answer = connection.docmd("AUTH", f"LOGIN {_base64(gebruiker)}")
        if code == 334:
            code, answer = connection.docmd(_base64(wachtwoord))
    else:
        raise smtplib.SMTPNotSupportedError("no way to log in that we know")
    if code not in (235, 503):
        raise smtplib.SMTPAuthenticationError(code, answer)


def _base64(tekst: str) -> str:
    return base64.b64encode(tekst.encode()).decode()


def send(connection: smtplib.SMTP, bericht: Bericht) -> Uitslag:
    """Send one message to all its receivers, and say what became of it."""
    message = make_message(bericht)
    del message["Bcc"]
    message["Date"] = localtime()
    sender = bericht.verstuurder or bericht.afzender
    assert sender is not None
    try:
        code, answer = connection.mail(_to_ascii(sender.email))
        if code != 250:
            return _refused(connection, answer)
        refused = tuple(a.email for a in bericht.aan if connection.rcpt(_to_ascii(a.email))[0] not in (250, 251))
        if len(refused) == len(bericht.aan):
            connection.rset()
            return Uitslag(Afloop.GEWEIGERD, refused, "geen van de adressen werd aangenomen")
        connection.putcmd("data")
        code, answer = connection.getreply()
        if code != 354:
            return _refused(connection, answer)
        connection.send(_to_wire(message))
    except (smtplib.SMTPException, OSError) as error:
        return Uitslag(Afloop.AFGEBROKEN, (), type(error).__name__)
    return _read_answer(connection, refused)


def _read_answer(connection: smtplib.SMTP, refused: tuple[str, ...]) -> Uitslag:
    """Read the answer to the last byte. Before it comes, nobody knows whether the server has the message."""
    try:
        code, answer = connection.getreply()
    except (smtplib.SMTPException, OSError) as error:
        return Uitslag(Afloop.ONZEKER, refused, type(error).__name__)
    if code != 250:
        return _refused(connection, answer)
    return Uitslag(Afloop.VERZONDEN, refused)


def _refused(connection: smtplib.SMTP, answer: bytes) -> Uitslag:
    with contextlib.suppress(smtplib.SMTPException, OSError):
        connection.rset()
    return Uitslag(Afloop.GEWEIGERD, (), answer.decode("utf-8", "replace")[:200])


def _to_wire(message: EmailMessage) -> bytes:
    """Write a message as it goes over the line: CRLF, dots doubled, and the dot that ends it."""
    buffer = BytesIO()
    BytesGenerator(buffer, policy=SMTP).flatten(message)
    lines = _REGELEINDE.sub(b"\r\n", buffer.getvalue())
    body = _PUNT.sub(b"..", lines)
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _to_ascii(email: str) -> str:
    user, _, domain = email.rpartition("@")
    return f"{user}@{domain.encode('idna').decode()}"
