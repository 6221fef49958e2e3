"""One message, and how it becomes a draft (RFC 5322) that Outlook opens as not yet sent."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP

from pipeline.markering.adressen import Adres, is_adres

# Outlook opens a message with this header for editing, with a button to send it.
_CONCEPT = "X-Unsent"
_KENMERK = "X-Regietafel-Kenmerk"


@dataclass(frozen=True, slots=True)
class Bijvoegsel:
    """A file that goes with a message."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message as it will be sent: plain text, with files.

    ``aan`` is everybody who gets it; those that are ``cc`` are named as such.
    ``afzender`` is on whose behalf it goes; ``verstuurder`` is who really sends it, where that is another.
    ``verborgen`` hides the receivers from each other. ``kenmerk`` is its Message-ID; a draft has none.
    """

    aan: tuple[Adres, ...]
    onderwerp: str
    tekst: str
    afzender: Adres | None = None
    antwoord_aan: Adres | None = None
    bijvoegsels: tuple[Bijvoegsel, ...] = ()
    verstuurder: Adres | None = None
    verborgen: bool = False
    kenmerk: str = ""


def make_message(bericht: Bericht) -> EmailMessage:
    """Make the message; an address that is none is a ValueError, and line ends in a header become spaces."""
    message = EmailMessage(policy=SMTP)
    if bericht.afzender:
        message["From"] = _header_adres(bericht.afzender)
    if bericht.verstuurder and bericht.verstuurder != bericht.afzender:
        message["Sender"] = _header_adres(bericht.verstuurder)
    _add_receivers(message, bericht)
    if bericht.antwoord_aan:
        message["Reply-To"] = _header_adres(bericht.antwoord_aan)
    message["Subject"] = one_line(bericht.onderwerp)
    if bericht.kenmerk:
        message["Message-ID"] = bericht.kenmerk
    message.set_content(bericht.tekst, cte="quoted-printable")
    for part in bericht.bijvoegsels:
        kind = mimetypes.guess_type(part.naam)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        message.add_attachment(part.inhoud, maintype=main, subtype=sub, filename=one_line(part.naam))
    return message


def _add_receivers(message: EmailMessage, bericht: Bericht) -> None:
    """Name the receivers; hidden ones stand behind the secretariat, which gets the message itself."""
    receivers = tuple(_header_adres(adres) for adres in bericht.aan)
    copies = tuple(_header_adres(adres) for adres in bericht.aan if adres.cc)
    visible = bericht.verstuurder or bericht.afzender
    if bericht.verborgen and visible:
        message["To"] = _header_adres(visible)
        message["Bcc"] = receivers
    elif copies and len(copies) < len(receivers):
        message["To"] = tuple(address for address in receivers if address not in copies)
        message["Cc"] = copies
    else:
        message["To"] = receivers


def write_concept(bericht: Bericht) -> bytes:
    """Write a message as a draft: the content of an .eml file."""
    message = make_message(bericht)
    message[_CONCEPT] = "1"
    message[_KENMERK] = _kenmerk(message)
    return message.as_bytes()


def is_concept_ongewijzigd(data: bytes) -> bool:
    """Tell whether a draft is as we wrote it; one a person changed is left alone."""
    try:
        message = BytesParser(policy=SMTP).parsebytes(data)
        return str(message.get(_KENMERK, "")) == _kenmerk(message)
    except (MessageError, LookupError, ValueError, AttributeError, IndexError, KeyError):
        return False


def read_bijvoegsels(data: bytes) -> tuple[Bijvoegsel, ...]:
    """Return the files a draft carries, as they were sent with it; empty where it cannot be read."""
    try:
        message = BytesParser(policy=SMTP).parsebytes(data)
        parts = [(part.get_filename() or "", part.get_payload(decode=True)) for part in message.iter_attachments()]
    except (MessageError, LookupError, ValueError, AttributeError, KeyError, TypeError):
        return ()
    return tuple(Bijvoegsel(one_line(name), content) for name, content in parts if isinstance(content, bytes))


def _kenmerk(message: EmailMessage) -> str:
    """Return a fingerprint of what a person would change: to whom, the subject, the text and the files."""
    digest = hashlib.sha256()
    for name in ("To", "Cc", "Bcc", "Subject"):
        digest.update(f"{message.get(name, '')}\0".encode())
    for part in message.walk():
        if not part.is_multipart():
            content = part.get_content()
            text = content.replace("\r\n", "\n").encode() if isinstance(content, str) else content
            digest.update(text if isinstance(text, bytes) else b"")
    return digest.hexdigest()[:32]


def _header_adres(adres: Adres) -> Address:
    """Make an address for a header; a domain with accents is written as mail servers want it."""
    if not is_adres(adres.email):
        raise ValueError(f"no address: {adres.email}")
    user, _, domain = adres.email.rpartition("@")
    return Address(one_line(adres.naam), user, domain.encode("idna").decode())


def one_line(tekst: str) -> str:
    """Fold white space and drop control characters: a header is one line, whatever a name or title holds."""
    return " ".join("".join(c if c.isprintable() else " " for c in tekst).split())
