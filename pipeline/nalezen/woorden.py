"""A text as it is compared: words without what type, hyphenation and line ends do to them."""

from __future__ import annotations

import re
import unicodedata

_AFBREKING = re.compile(r"(?<=[^\W\d_])(?:\u00ad|[-\u2010\u0002\ufffe]\s*\n\s*|\ufffe)(?=[^\W\d_])")
_WOORD = re.compile(r"[^\W_]+")
# Sums and counts: with a sign or unit, or with thousands; the digits are what is compared.
_BEDRAG = re.compile(
    r"(?:€|\bEUR|\beuro)\s*(?P<voor>\d[\d.,]*)|(?P<duizend>\b\d{1,3}(?:[.\u202f ]\d{3})+(?:,\d{1,2})?\b)"
    r"|(?P<na>\b\d[\d.,]*)\s*(?:euro|miljoen|mln|ton|m2|m²|procent|%)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
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
    sums = (re.sub(r"\D", "", next(filter(None, m.groups()))) for m in _BEDRAG.finditer(text))
    codes = ("".join(m.groups()) for m in _POSTCODE.finditer(text))
    mails = (m.group().casefold().rstrip(".") for m in _MAIL.finditer(text))
    return frozenset((*(s for s in sums if len(s) >= _MIN_CIJFERS), *codes, *mails))
