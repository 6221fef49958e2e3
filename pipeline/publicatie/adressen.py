"""Where everything stands in the site, and what it is called: paths have forward slashes and start at its root."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from pipeline.markering import format_datum
from pipeline.model import Tafel
from pipeline.publicatie.editie import Editie, PubliekStuk

VOORPAGINA = "index.html"
ARCHIEF = "archief/index.html"
ZOEKEN = "zoeken.html"
NIET_GEVONDEN = "404.html"
FEED = "feed.xml"
ZOEKINDEX = "zoekindex"
_NAAM_LENGTE = 80


def tafel_pad(tafel: str) -> str:
    """The page of a table."""
    return f"{web_naam(tafel)}/index.html"


def kalender_pad(tafel: str) -> str:
    """The calendar of a table."""
    return f"{web_naam(tafel)}/vergaderingen.ics"


def vergadering_map(tafel: str, datum: date) -> str:
    """The folder of a meeting: its page, its files and its JSON."""
    return f"{web_naam(tafel)}/{datum.isoformat()}"


def vergadering_pad(tafel: str, datum: date) -> str:
    """The page of a meeting."""
    return f"{vergadering_map(tafel, datum)}/index.html"


def jaar_pad(jaar: int) -> str:
    """The page of a year in the archive."""
    return f"archief/{jaar}.html"


def relatief(van: str, naar: str) -> str:
    """Return the link from one page to another file of the site: the site works wherever it is put."""
    return posixpath.relpath(naar, posixpath.dirname(van) or ".")


def web_naam(naam: str) -> str:
    """Return a name that needs no escaping in an address: ``2026-01-23-verslag-prt.pdf``."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    stem, dot, suffix = plain.rpartition(".")
    if not dot or not suffix.isalnum() or len(suffix) > 5:
        stem, suffix = plain, ""
    stem = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:_NAAM_LENGTE].strip("-") or "document"
    return f"{stem}.{suffix}" if suffix else stem


def web_namen(namen: Iterable[str]) -> tuple[str, ...]:
    """Return names for addresses, each different: a second ``notitie.pdf`` becomes ``notitie-2.pdf``."""
    given: set[str] = {"index.html", "vergadering.json"}
    found: list[str] = []
    for naam in namen:
        stem, dot, suffix = web_naam(naam).partition(".")
        candidate, count = f"{stem}{dot}{suffix}", 1
        while candidate in given:
            count += 1
            candidate = f"{stem}-{count}{dot}{suffix}"
        given.add(candidate)
        found.append(candidate)
    return tuple(found)


def stuk_paden(editie: Editie) -> tuple[tuple[PubliekStuk, str], ...]:
    """Return the files of an edition, each with its path in the site."""
    folder = vergadering_map(editie.tafel.id, editie.datum)
    names = web_namen(stuk.naam for stuk in editie.stukken)
    return tuple((stuk, f"{folder}/{naam}") for stuk, naam in zip(editie.stukken, names, strict=True))


def noem_vergadering(tafel: Tafel, datum: date) -> str:
    """Return what a meeting is called on the site: ``Vergadering PRT van 23 januari 2026``."""
    return f"Vergadering {tafel.kort} van {format_datum(datum)}"
