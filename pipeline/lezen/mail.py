"""A mail as a file (.eml, or .msg of Outlook): who wrote it and when, what is new in its text, and what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

MAIL_SOORTEN = frozenset({".eml", ".msg"})
_MAX_BYTES = 50 * 1024 * 1024
_MAX_BIJLAGEN = 50
# Where the answer ends and what was answered begins: Outlook's heading, a dashed line, "Op … schreef …:", or quoting.
_OUDER = re.compile(
    r"\s*(?:-{3,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded)|(?:van|from):\s.*@|_{10,}|"
    r"(?:op|on)\s.{5,120}\b(?:schreef|wrote)\b.*:?\s*$|>)",
    re.IGNORECASE,
)
_GROET = re.compile(
    r"\s*(?:(?:met\s+)?(?:vriendelijke|hartelijke|beste)\s+groet|groet(?:en|jes)?\b|m\.?v\.?g\.?\b|hoogachtend)",
    re.IGNORECASE,
)
_AANHEF = re.compile(r"\s*(?:beste|geachte|hallo|hoi|dag|goede\w*|l\.?s\.?)\b[^.!?]{0,60}[,.!]?\s*$", re.IGNORECASE)
_NIETS = re.compile(
    r"(?:(?:(?:veel|hartelijk) )?(?:dank|bedankt)|(?:(?:ik heb|wij hebben|van mijn kant) )?geen (?:op- of aanmerkingen|"
    r"opmerkingen|aanvullingen|wijzigingen)|(?:helemaal )?akkoord|(?:ziet er )?(?:prima|goed) (?:zo|uit|verslag))"
    r"\b[^.]*[.!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says: ``alineas`` without salutation, greeting and what was answered; ``bijlagen`` by name."""

    van: str
    datum: date | None
    alineas: tuple[str, ...]
    bijlagen: tuple[tuple[str, bytes], ...] = ()


def read_mail(data: bytes, naam: str) -> Mail | None:
    """Read a mail; None for bytes that are none, or are too large to be one."""
    if len(data) > _MAX_BYTES:
        return None
    try:
        return _read_msg(data) if naam.lower().endswith(".msg") else _read_eml(data)
    except (ValueError, KeyError, LookupError, OSError, TypeError, AttributeError):
        return None


def _read_eml(data: bytes) -> Mail | None:
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.get("From"):
        return None
    name, address = parseaddr(str(message["From"]))
    body = message.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = _plain(text)
    files = []
    for part in list(message.iter_attachments())[:_MAX_BIJLAGEN]:
        content = part.get_payload(decode=True)
        if part.get_filename() and isinstance(content, bytes):
            files.append((str(part.get_filename()), content))
    return Mail(name or address, _day(message.get("Date")), split_alineas(text), tuple(files))


def _read_msg(data: bytes) -> Mail | None:
    from oxmsg import Message

    message: Any = Message.load(BytesIO(data))
    name, address = parseaddr(str(message.sender or ""))
    text = str(message.body or "") or _plain(str(message.html_body or ""))
    sent = message.sent_date
    files = tuple(
        (str(a.file_name), a.file_bytes)
        for a in list(message.attachments)[:_MAX_BIJLAGEN]
        if a.file_name and a.file_bytes is not None
    )
    day = sent.date() if isinstance(sent, datetime) else None
    return Mail(name or address, day, split_alineas(text), files) if name or address or text else None


def _day(written: object) -> date | None:
    try:
        return parsedate_to_datetime(str(written)).date() if written else None
    except ValueError:
        return None


def split_alineas(tekst: str) -> tuple[str, ...]:
    """Return the paragraphs that are new in the text of a mail, and say something."""
    lines = tekst.replace("\r\n", "\n").split("\n")
    end = next((n for n, line in enumerate(lines) if _OUDER.match(line)), len(lines))
    found, current = [], list[str]()
    for line in [*lines[:end], ""]:
        if line.strip() and not re.match(r"\s*(?:[-*•–]|\d+[.)])\s", line):
            current.append(line.strip())
            continue
        if current:
            found.append(" ".join(current))
        current = [re.sub(r"^\s*(?:[-*•–]|\d+[.)])\s+", "", line).strip()] if line.strip() else []
    stop = next((n for n, piece in enumerate(found) if _GROET.match(piece)), len(found))
    said = (piece for piece in found[:stop] if not _AANHEF.fullmatch(piece))
    return tuple(piece for piece in said if not _NIETS.fullmatch(piece))


class _Woorden(HTMLParser):
    """The words of a page, with a line for every block."""

    def __init__(self) -> None:
        super().__init__()
        self.stukken: list[str] = []
        self._over = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._over += tag in ("style", "script", "head")
        if tag in ("p", "div", "li", "tr", "blockquote", "h1", "h2", "h3"):
            self.stukken.append("\n\n")
        elif tag == "br":
            self.stukken.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._over -= tag in ("style", "script", "head")

    def handle_data(self, data: str) -> None:
        if self._over <= 0:
            self.stukken.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))


def _plain(html: str) -> str:
    words = _Woorden()
    words.feed(html)
    return "".join(words.stukken)
