"""A text as it is compared: words without what type, hyphenation and line ends do to them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from pipeline.markering.adressen import ADRES_IN_TEKST

_AFBREKING = re.compile(r"(?<=[^\W\d_])(?:[-\u00ad\u2010\u0002\ufffe]\s*\n\s*|[\u00ad\ufffe])(?=[^\W\d_])")
_WOORD = re.compile(r"[^\W_]+")
# Sums and counts: with a sign or unit, with thousands, or long; what is compared is how much it is.
_GETAL = r"(?:\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+)(?:,\d+|\.\d{1,2}(?!\d))?"
_MAAL = r"miljoen|mln|ton|duizend"
_BEDRAG = re.compile(
    rf"(?:€|\bEUR|\beuro)\s*(?P<voor>{_GETAL})(?:\s*(?P<maal>{_MAAL})\b)?"
    rf"|\b(?P<na>{_GETAL})\s*(?:(?P<maal_na>{_MAAL})\b|(?:euro|m2|m²|procent)\b|%)"
    r"|\b(?P<lang>\d{1,3}(?:[. ]\d{3})+(?:,\d{1,2})?|\d{5,})\b",
    re.IGNORECASE,
)
_KEER = {"miljoen": 1_000_000, "mln": 1_000_000, "ton": 100_000, "duizend": 1_000}
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})\b")
_MIN_CIJFERS = 3  # fewer digits stand everywhere


def plain(tekst: str) -> str:
    """Undo ligatures, soft hyphens and words cut at the end of a line."""
    return _AFBREKING.sub("", unicodedata.normalize("NFKC", tekst))


def split_woorden(tekst: str) -> list[str]:
    """Return the words of a text, without capitals."""
    return [word.casefold() for word in _WOORD.findall(plain(tekst))]


def find_getallen(tekst: str) -> frozenset[str]:
    """Return sums, postcodes and mail addresses as they are compared."""
    text = plain(tekst)
    sums = (_hoeveel(match) for match in _BEDRAG.finditer(text))
    codes = ("".join(m.groups()) for m in _POSTCODE.finditer(text))
    mails = (m.group().casefold().rstrip(".") for m in ADRES_IN_TEKST.finditer(text))
    return frozenset((*(s for s in sums if len(s.replace(".", "")) >= _MIN_CIJFERS), *codes, *mails))


def _hoeveel(match: re.Match[str]) -> str:
    """Return how much a sum is: ``2,35 miljoen``, ``2 350 000`` and ``2.350.000,00`` are as much."""
    written = match["voor"] or match["na"] or match["lang"]
    whole, _, cents = re.sub(r"\.(?=\d{1,2}$)", ",", written.replace(" ", "")).partition(",")
    unit = (match["maal"] or match["maal_na"] or "").casefold()
    value = Decimal(f"{whole.replace('.', '')}.{cents or 0}") * _KEER.get(unit, 1)
    return f"{value.normalize():f}"
