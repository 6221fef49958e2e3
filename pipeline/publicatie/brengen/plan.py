"""In which order the files of a site go, so that after every single one a visitor finds a site that is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.publicatie.adressen import ARCHIEF, FEED, VOORPAGINA, ZOEKEN, ZOEKINDEX
from pipeline.publicatie.inhoudslijst import Inhoudslijst

_INGANG = f"{ZOEKINDEX}/pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Brengstap:
    """One thing to do on the other side: write a file, or delete one."""

    soort: Literal["schrijf", "verwijder"]
    pad: str


def plan_stappen(daar: Inhoudslijst, hier: Inhoudslijst) -> tuple[Brengstap, ...]:
    """Return what makes the site there (``daar``) the one here: withdrawals, files, pages, deletions.

    What was taken back goes first, together with the search index and the lists that repeat it. A file comes
    before the page that points to it, and a page before those that lead to it.
    """
    changed = {p for p, hash_ in hier.bestanden.items() if daar.bestanden.get(p) != hash_}
    gone = set(daar.bestanden) - set(hier.bestanden)
    first = tuple(_withdraw(hier, changed, gone))
    done = {stap.pad for stap in first}
    files = sorted(p for p in changed - done if not _is_page(p))
    pages = sorted((p for p in changed - done if _is_page(p)), key=_page_order)
    return (
        *first,
        *(Brengstap("schrijf", p) for p in (*files, *pages)),
        *(Brengstap("verwijder", p) for p in sorted(gone - done)),
    )


def _withdraw(hier: Inhoudslijst, changed: set[str], gone: set[str]) -> Iterator[Brengstap]:
    """Take back: the page that says so, then the files, then everywhere else the words were repeated."""
    folders = tuple(f"{folder}/" for folder in hier.ingetrokken)
    own = {p for p in changed | gone if p.startswith(folders)} if folders else set()
    if not own:
        return
    support = sorted(p for p in changed if "/" not in p and p.endswith((".css", ".js")))
    index = sorted(p for p in changed if p.startswith(f"{ZOEKINDEX}/") and p != _INGANG)
    lists = sorted(p for p in changed if _is_list(p))
    entry = [_INGANG] if _INGANG in changed else []
    yield from (Brengstap("schrijf", p) for p in (*support, *sorted(own & changed)))
    yield from (Brengstap("verwijder", p) for p in sorted(own & gone))
    yield from (Brengstap("schrijf", p) for p in (*index, *entry, *lists))
    yield from (Brengstap("verwijder", p) for p in sorted(gone) if p.startswith(f"{ZOEKINDEX}/"))


def _is_list(pad: str) -> bool:
    return pad in (FEED, "sitemap.xml") or pad.startswith("woo/")


def _is_page(pad: str) -> bool:
    """A page, or something else that points to pages and files."""
    return pad.endswith(".html") or pad == _INGANG or _is_list(pad) or pad == "robots.txt"


def _page_order(pad: str) -> tuple[int, str]:
    """Deepest first: a meeting, its table, the years, the archive, search, and the front page; lists after them."""
    if not pad.endswith(".html"):
        return (7 if pad == _INGANG else 8, pad)
    fixed = {ARCHIEF: 4, ZOEKEN: 5, VOORPAGINA: 6, "404.html": 6}
    if pad in fixed:
        return fixed[pad], pad
    depth = pad.count("/")
    return (3 if pad.startswith("archief/") else 1 if depth > 1 else 2), pad
