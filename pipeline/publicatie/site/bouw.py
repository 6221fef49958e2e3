"""From the public edition to the files of a site: nothing is read or written here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pipeline.model import Melding, Organisatie, melding
from pipeline.publicatie.adressen import stuk_paden, vergadering_map
from pipeline.publicatie.editie import Editie, Publicatie
from pipeline.publicatie.machines.bouw import make_machinebestanden
from pipeline.publicatie.site.paginas import Kader, make_paginas
from pipeline.publicatie.site.sjabloon import read_bijlage
from pipeline.publicatie.site.zoekindex import is_zoekprogramma, make_zoekindex


@dataclass(frozen=True, slots=True)
class Site:
    """A site in memory: the content of every file by its path, and the folders of what was taken back.

    ``programma`` are the files that are the same in every site, whatever is published: style, scripts, and the
    search program. No text of a record is in them.
    """

    bestanden: dict[str, bytes]
    ingetrokken: tuple[str, ...] = ()

    @property
    def programma(self) -> frozenset[str]:
        """The paths of the files without a word of what is published."""
        own = {naam for naam, content in _assets()[0].items() if self.bestanden.get(naam) == content}
        return frozenset(own | {p for p in self.bestanden if is_zoekprogramma(p)})


def build_site(organisatie: Organisatie, publicatie: Publicatie) -> tuple[Site | None, tuple[Melding, ...]]:
    """Make all files of the site. What is not adopted is not published: then there is no site.

    The same edition gives the same bytes.
    """
    refused = tuple(_refuse(e) for e in publicatie.edities if e.verslag.status != "vastgesteld")
    if refused:
        return None, refused
    adres = site_adres(organisatie)
    meldingen = () if adres else (melding("geen-siteadres", bron=organisatie.bron),)
    shown = _without_withdrawn(publicatie)
    machines = make_machinebestanden(organisatie, shown, adres)
    assets, stijl, script = _assets()
    files = assets | _stukken(shown) | machines.bestanden
    kader = Kader(
        organisatie, shown, adres, stijl, script, zoekbaar=bool(shown.edities), machine=machines.van_pagina,
        jsonld=machines.jsonld, bestanden=frozenset(files),
    )  # fmt: skip
    paginas = make_paginas(kader)
    index, found = make_zoekindex(paginas)
    if found:  # without an index there is no search page, and no link to one
        paginas = make_paginas(_without_search(kader))
        files.pop(script, None)
    files |= index | {p.pad: p.html.encode("utf-8") for p in paginas}
    withdrawn = {vergadering_map(i.tafel, i.datum) for i in publicatie.intrekkingen}
    return Site(dict(sorted(files.items())), tuple(sorted(withdrawn))), (*meldingen, *found)


def _refuse(editie: Editie) -> Melding:
    tekst = f"Het verslag van {editie.tafel.kort} van {editie.datum.isoformat()} is niet vastgesteld."
    return melding("niet-vastgesteld", tekst, editie.verslag.bron)


def site_adres(organisatie: Organisatie) -> str:
    """Return the address of the site with a slash at its end; empty where there is no good one."""
    adres = organisatie.publicatie.adres.strip()
    parts = urlsplit(adres)
    if parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment):
        return adres.rstrip("/") + "/"
    return ""


def _without_withdrawn(publicatie: Publicatie) -> Publicatie:
    """Leave out the editions and files that were taken back; what stays keeps the address it had beside them."""
    whole = {(i.tafel, i.datum) for i in publicatie.intrekkingen if not i.stuk}
    single = {(i.tafel, i.datum, i.stuk) for i in publicatie.intrekkingen if i.stuk}
    kept = tuple(
        replace(
            e,
            stukken=tuple(
                replace(stuk, naam=pad.rpartition("/")[2])
                for stuk, pad in stuk_paden(e)
                if not {(e.tafel.id, e.datum, n) for n in (stuk.naam, pad.rpartition("/")[2])} & single
            ),
        )
        for e in publicatie.edities
        if (e.tafel.id, e.datum) not in whole
    )
    tables = (*publicatie.tafels, *(e.tafel for e in publicatie.edities))
    return replace(publicatie, edities=kept, tafels=tuple({t.id: t for t in tables}.values()))


def _without_search(kader: Kader) -> Kader:
    return replace(kader, zoekbaar=False)


def _assets() -> tuple[dict[str, bytes], str, str]:
    """Name the style and the script after their content: an old page keeps its old style while a site is replaced."""
    found = {}
    names = []
    for naam in ("stijl.css", "zoek.js"):
        content = read_bijlage(naam)
        stem, _, suffix = naam.partition(".")
        names.append(f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}")
        found[names[-1]] = content
    return found, names[0], names[1]


def _stukken(publicatie: Publicatie) -> dict[str, bytes]:
    return {pad: stuk.inhoud for editie in publicatie.edities for stuk, pad in stuk_paden(editie)}
