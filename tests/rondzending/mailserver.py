"""A real mail server with TLS on this computer, that can break off at a given moment."""

from __future__ import annotations

import asyncio
import datetime as dt
import email
import email.policy
import ipaddress
import socket
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

GEBRUIKER, WACHTWOORD = "secretariaat", "zeer geheim ✓"


def make_certificate(folder: Path, name: str = "localhost") -> tuple[Path, Path]:
    """A certificate for this computer, signed by itself: whoever trusts the file trusts the server."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    names = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))] if name == "localhost" else [
        x509.DNSName(name)]  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    crt, pem = folder / f"{name}.crt", folder / f"{name}.key"
    crt.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return crt, pem


@dataclass
class Postbus:
    """What the server got, and how it behaves: ``breek_na`` messages the connection breaks, at ``moment``.

    ``voor`` is before the message was taken; ``erna`` is after that and before the sender hears of it.
    """

    ontvangen: list[tuple[tuple[str, ...], EmailMessage]] = field(default_factory=list)
    afzenders: list[str] = field(default_factory=list)
    breek_na: int | None = None
    moment: str = "voor"
    weigert: frozenset[str] = frozenset()
    wachtwoorden: list[str] = field(default_factory=list)

    @property
    def aan(self) -> list[str]:
        """Everybody who got a message, in order."""
        return [address for addresses, _ in self.ontvangen for address in addresses]

    def _must_break(self) -> bool:
        return self.breek_na is not None and len(self.ontvangen) >= self.breek_na

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.weigert:
            return "550 unknown here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self._must_break() and self.moment == "voor":
            server.transport.close()
            await asyncio.sleep(0)
        envelope.mail_from = address
        self.afzenders.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        breaks = self._must_break()
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.ontvangen.append((tuple(envelope.rcpt_tos), message))
        if breaks and self.moment == "erna":
            server.transport.close()
            await asyncio.sleep(0)
        return "250 OK"

    def authenticate(self, server, session, envelope, mechanism, data):
        assert isinstance(data, LoginPassword)
        self.wachtwoorden.append(data.password.decode())
        good = data.password.decode() == WACHTWOORD and data.login.decode() == GEBRUIKER
        return AuthResult(success=good, handled=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_controller(postbus: Postbus, crt: Path, key: Path, tls: bool = True) -> Controller:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(crt, key)
    secure = {"tls_context": context, "require_starttls": True, "auth_required": True,
              "authenticator": postbus.authenticate} if tls else {}  # fmt: skip
    return Controller(postbus, hostname="127.0.0.1", port=free_port(), **secure)
