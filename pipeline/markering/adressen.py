"""E-mail addresses as people have them: one or several in a string, the way Outlook copies them.

The grammar is that of RFC 5322, section 3.4, as mail programs really write it: ``;`` between addresses as well as
``,``, a comma inside a name that is not quoted (``Jansen, Piet <p@x.nl>``), and ``mailto:`` before an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model import Bron, Lid, Melding, melding

# Narrower than RFC 5322: what every mail server takes, and nothing a header could be broken with.
ADRES = re.compile(r"[A-Za-z0-9_.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
# What looks like one in running text, wider: what is looked for to take out or to compare.
ADRES_IN_TEKST = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)*")
# A quoted name, an address in angle brackets, or one character: a separator inside the first two separates nothing.
_DEEL = re.compile(r'"(?:\\.|[^"\\])*"|<[^<>]*>|.', re.DOTALL)
_IN_HAKEN = re.compile(r"(?P<naam>.*?)<(?:mailto:)?(?P<email>[^<>]*)>", re.DOTALL | re.IGNORECASE)
_IN_RONDE_HAKEN = re.compile(r"(?P<naam>.*)\(\s*(?:mailto:)?(?P<email>[^()@\s]+@[^()@\s]+)\s*\)", re.DOTALL)
_LANGSTE = 10_000  # characters looked at: longer is no list of addresses


@dataclass(frozen=True, slots=True)
class Adres:
    """Somebody who gets or sends a message; ``cc`` where the message is also sent to this one, for information."""

    email: str
    naam: str = ""
    cc: bool = False


@dataclass(frozen=True, slots=True)
class Adreslezing:
    """What a string of addresses says: the addresses in order, and each piece of it that is none."""

    adressen: tuple[Adres, ...]
    onleesbaar: tuple[str, ...] = ()


def is_adres(email: str) -> bool:
    """Tell whether this is an e-mail address we send to; letters with accents are allowed behind the @."""
    return ADRES.fullmatch(email) is not None and ".." not in email


def read_adressen(tekst: str) -> Adreslezing:
    """Read every address in a string; whatever is no address is in ``onleesbaar``, so that nothing falls away."""
    found: list[Adres | str] = []
    for part in _split(tekst[:_LANGSTE], ";\n\t"):
        found += _read_part(part)
    found += [tekst[_LANGSTE:].strip()] if tekst[_LANGSTE:].strip() else []
    addresses: dict[str, Adres] = {}
    for item in found:
        if isinstance(item, Adres) and not (addresses.get(item.email.casefold()) or Adres("")).naam:
            addresses[item.email.casefold()] = item
    return Adreslezing(tuple(addresses.values()), tuple(item for item in found if isinstance(item, str)))


def find_lid_adressen(lid: Lid) -> Adreslezing:
    """Return where a member is reached, under what this one is called, and who gets a copy of that."""
    own, copies = read_adressen(lid.email), read_adressen(lid.cc)
    reached = (replace(adres, naam=lid.naam) for adres in own.adressen)
    informed = (replace(adres, cc=True) for adres in copies.adressen)
    return Adreslezing((*reached, *informed), (*own.onleesbaar, *copies.onleesbaar))


def meld_onleesbaar(stuk: str, plaats: Bron | None) -> Melding:
    """Say that a piece of a string of addresses is none: whom it means gets no mail."""
    return melding("adres-ongeldig", f"Dit is geen e-mailadres: {' '.join(stuk.split())[:80]}.", plaats)


def _split(tekst: str, tekens: str) -> Iterator[str]:
    """Cut at these characters, outside quotes and angle brackets; empty pieces are left out."""
    piece = ""
    for match in _DEEL.finditer(tekst):
        if match.group() in tekens:
            yield piece
            piece = ""
        else:
            piece += match.group()
    yield piece


def _read_part(part: str) -> Iterator[Adres | str]:
    """Read what stands between two ``;``: a name may have a comma in it, and so may lie between two addresses."""
    rest = part
    while match := _IN_HAKEN.match(rest):
        *before, name = _lone_addresses(match["naam"])
        yield from before
        yield _make(match["email"], str(name)) or match.group().strip(" ,")
        rest = rest[match.end() :]
    yield from _read_bare(rest)


def _lone_addresses(tekst: str) -> Iterator[Adres | str]:
    """Yield the addresses without a name that stand before a name, then that name (perhaps empty)."""
    pieces = list(_split(tekst, ","))
    while pieces and (not pieces[0].strip() or is_adres(_bare(pieces[0]))):
        first = _bare(pieces.pop(0))
        if first:
            yield Adres(first)
    yield ",".join(pieces)


def _read_bare(rest: str) -> Iterator[Adres | str]:
    """Read addresses without angle brackets: ``p@x.nl, q@x.nl``, ``Jansen, Piet (p@x.nl)``."""
    name: list[str] = []
    for piece in _split(rest, ","):
        words = piece.split()
        if words and all(is_adres(_bare(word)) for word in words):
            yield from filter(None, name)
            yield from (Adres(_bare(word)) for word in words)
            name = []
            continue
        named = _name_and_address(",".join([*name, piece]))
        if named:
            yield named
        name = [] if named else [*name, piece.strip()]
    yield from filter(None, name)


def _name_and_address(tekst: str) -> Adres | None:
    """Read ``Piet Jansen (p@x.nl)``; a name without brackets may as well be half an address (``jan s@x.nl``)."""
    match = _IN_RONDE_HAKEN.fullmatch(tekst.strip())
    return _make(match["email"], match["naam"]) if match else None


def _make(email: str, naam: str) -> Adres | None:
    address, name = _bare(email), _unquote(naam)
    if not is_adres(address) or name.endswith(":"):  # "Bcc: x@y.nl" is the line of a header, and no name
        return None
    return Adres(address, "" if _bare(name).casefold() == address.casefold() else name)


def _bare(tekst: str) -> str:
    """Return an address without what mail programs put around it."""
    inner = tekst.strip().strip("<>'\"‘’“”").strip()
    return re.sub(r"^mailto:", "", inner, flags=re.IGNORECASE).strip()


def _unquote(naam: str) -> str:
    """Return a name as a person reads it: without quotes around it, on one line."""
    name = " ".join(naam.strip(" ,\t\r\n").split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = re.sub(r"\\(.)", r"\1", name[1:-1]).strip()
    return name
