"""Bytes of a text file <-> text, so that writing back changes nothing but what was edited.

``Brontekst`` keeps the line ends exactly as they are in the file; readers treat CRLF, CR and LF alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model import Bron, Melding, melding

MAX_BYTES = 2_000_000
_MAX_REGELS_GEMELD = 20
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_GEEN_TEKST = (
    (b"PK\x03\x04", "een Word-bestand of een zip-bestand"),
    (b"\xd0\xcf\x11\xe0", "een oud Word-bestand (.doc)"),
    (b"%PDF-", "een pdf-bestand"),
    (b"{\\rtf", "een rtf-bestand"),
)
_REGEL = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_REGELEINDE = re.compile(r"[\r\n]+")
# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and so Word cannot.
ONGELDIG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tekstregel:
    """One line of a file: its number from 1, its text without line end, its offset in the whole text."""

    nummer: int
    tekst: str
    begin: int


@dataclass(frozen=True, slots=True)
class Brontekst:
    """The text of a file as a user wrote it, with what is needed to write it back in the same form.

    ``bestand`` is the name as a user would write it; ``codering`` a Python codec; ``bom`` the bytes before
    the text; ``regeleinde`` the line end the file uses most, for lines that are added.
    """

    tekst: str
    bestand: str
    codering: str = "utf-8"
    bom: bytes = b""
    regeleinde: str = "\n"

    def to_bytes(self) -> bytes:
        """Encode as it was; text its old Windows encoding cannot hold makes the whole file UTF-8."""
        try:
            return self.bom + _encode(self.tekst, self.codering)
        except UnicodeEncodeError:
            return self.tekst.encode("utf-8", "replace")

    def with_tekst(self, tekst: str) -> Brontekst:
        """Return the same file with other text."""
        return replace(self, tekst=tekst)

    def bron(self, regel: int | None = None) -> Bron:
        """Return the place of a line in this file."""
        return Bron(self.bestand, "regel", regel)


def read_brontekst(inhoud: bytes, bestand: str) -> tuple[Brontekst, tuple[Melding, ...]]:
    """Decode a file: UTF-8 or UTF-16 by their marks, UTF-8 otherwise, and cp1252 where that fails."""
    place = Bron(bestand)
    if len(inhoud) > MAX_BYTES:
        too_big = f"Het bestand is te groot: {len(inhoud) / 1e6:.1f} MB. Er is niets van gelezen."
        return Brontekst("", bestand), (melding("bestand-onleesbaar", too_big, place, "Maak het kleiner."),)
    for start, kind in _GEEN_TEKST:
        if inhoud.startswith(start):
            return Brontekst("", bestand), (_not_text(kind, place),)
    brontekst, found = _decode(inhoud, bestand)
    return brontekst, (*found, *check_tekens(brontekst.tekst, bestand))


def make_brontekst(tekst: str, bestand: str) -> Brontekst:
    """Make a Brontekst of text that is not in a file yet."""
    return Brontekst(tekst, bestand, regeleinde=find_regeleinde(tekst))


def iter_regels(tekst: str) -> Iterator[Tekstregel]:
    """Yield the lines; only CRLF, CR and LF end a line, not the other breaks Unicode knows."""
    for number, match in enumerate(_REGEL.finditer(tekst), 1):
        if match.start() < len(tekst) or number == 1:
            yield Tekstregel(number, match.group(1), match.start())


def find_regeleinde(tekst: str) -> str:
    """Return the line end a text uses most; LF where it has none."""
    windows = tekst.count("\r\n")
    mac, unix = tekst.count("\r") - windows, tekst.count("\n") - windows
    if windows >= max(mac, unix) and windows:
        return "\r\n"
    return "\r" if mac > unix else "\n"


def check_tekens(tekst: str, bestand: str) -> tuple[Melding, ...]:
    """Report the characters that a Word file cannot hold, one Melding for each line that has them."""
    if not ONGELDIG.search(tekst):
        return ()
    lines = [(regel, match) for regel in iter_regels(tekst) if (match := ONGELDIG.search(regel.tekst))]
    shown = tuple(_invalid(regel, match, bestand) for regel, match in lines[:_MAX_REGELS_GEMELD])
    if len(lines) <= _MAX_REGELS_GEMELD:
        return shown
    rest = f"Nog {len(lines) - _MAX_REGELS_GEMELD} regels bevatten tekens die niet in Word kunnen bestaan."
    return (*shown, melding("teken-ongeldig", rest, Bron(bestand)))


def _invalid(regel: Tekstregel, match: re.Match[str], bestand: str) -> Melding:
    place = Bron(bestand, "regel", regel.nummer, match.start(), match.end(), fold(regel.tekst))
    text = f"Het onzichtbare teken U+{ord(match.group()):04X} kan niet in een Word-bestand bestaan."
    return melding("teken-ongeldig", text, place)


def fold(tekst: str) -> str:
    """Fold white space, as ``Bron.zin`` has it."""
    return " ".join(tekst.split())


def fold_regels(tekst: str) -> str:
    """Put a text on one line: line ends become a space, white space around them and at the ends goes."""
    lines = (line.strip(" \t") for line in _REGELEINDE.split(tekst))
    return " ".join(line for line in lines if line)


def shorten(tekst: str) -> str:
    """Fold a text and cut it to what fits in a Melding."""
    folded = fold(tekst[:400])
    return folded if len(folded) <= 80 else folded[:79] + "…"


def _not_text(kind: str, place: Bron) -> Melding:
    return melding(
        "bestand-onleesbaar",
        f"Dit is geen tekstbestand, maar {kind}.",
        place,
        "Zet hier het tekstbestand neer. Een Word- of pdf-bestand leest u met: regietafel lees BESTAND.",
    )


def _decode(inhoud: bytes, bestand: str) -> tuple[Brontekst, tuple[Melding, ...]]:
    bom, codec = next(((b, c) for b, c in _BOMS if inhoud.startswith(b)), (b"", "utf-8"))
    body = inhoud[len(bom) :]
    try:
        tekst = body.decode(codec, "surrogatepass" if codec != "utf-8" else "strict")
        return Brontekst(tekst, bestand, codec, bom, find_regeleinde(tekst)), ()
    except UnicodeDecodeError:
        if codec != "utf-8":
            tekst = body.decode(codec, "replace")
            broken = melding("bestand-onleesbaar", "Het bestand is beschadigd.", Bron(bestand))
            return Brontekst(tekst, bestand, codec, bom, find_regeleinde(tekst)), (broken,)
    tekst = _decode_cp1252(inhoud)
    line = inhoud[: _first_non_utf8(inhoud)].count(b"\n") + 1
    warning = melding("tekenset", bron=Bron(bestand, "regel", line))
    return Brontekst(tekst, bestand, "cp1252", b"", find_regeleinde(tekst)), (warning,)


def _first_non_utf8(inhoud: bytes) -> int:
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(inhoud)


def _decode_cp1252(inhoud: bytes) -> str:
    """Decode as browsers do: the five bytes cp1252 leaves open become the control of the same number."""
    try:
        return inhoud.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_CP1252[byte] for byte in inhoud)


_OPEN_BYTES = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_CP1252 = tuple(chr(b) if b in _OPEN_BYTES else bytes([b]).decode("cp1252") for b in range(256))
_CP1252_BYTES = {character: bytes([number]) for number, character in enumerate(_CP1252)}


def _encode(tekst: str, codec: str) -> bytes:
    if codec != "cp1252":
        return tekst.encode(codec, "surrogatepass" if codec != "utf-8" else "strict")
    try:
        return tekst.encode("cp1252")
    except UnicodeEncodeError as error:
        if all(character in _CP1252_BYTES for character in tekst):
            return b"".join(_CP1252_BYTES[character] for character in tekst)
        raise error
