"""The site as one zip, with a page of instructions for whoever fills the province's own website."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_LEESMIJ = """\
Verslagen voor de website
=========================

In de map "site" staat de hele openbare site: pagina's, stukken en open data.

Zet hem op de website:

1. Pak dit bestand uit.
2. Zet alles wat in de map "site" staat op de webserver, in de map van de verslagen.
   Vervang wat er al staat. Doe het in deze volgorde, dan klopt de site ook onderweg:
   eerst alle mappen en bestanden, het laatst index.html.
3. Haal weg wat hieronder bij "Weg" staat. Doe dat als eerste als het is ingetrokken.
4. Open index.html op de website en kijk of de vergaderingen er staan.

Verander niets in de bestanden: een wijziging hoort in het verslag zelf. Vraag het secretariaat om een nieuw pakket.

Staat de site niet aan de voet van het webadres, dan leest een zoekmachine robots.txt daar niet.
Neem in dat geval de regels met "Sitemap:" over in de robots.txt van de website zelf.

Nieuw of veranderd
------------------
{nieuw}

Weg
---
{weg}
"""
# A zip keeps the time of each file; with one fixed time the same site gives the same bytes.
_TIJD = (2000, 1, 1, 0, 0, 0)


def make_pakket(bestanden: Mapping[str, bytes], nieuw: tuple[str, ...], weg: tuple[str, ...]) -> bytes:
    """Return the zip: the files under ``site/``, and ``LEES-MIJ.txt`` with what is new and what must go."""
    text = _LEESMIJ.format(nieuw="\n".join(nieuw) or "(niets)", weg="\n".join(weg) or "(niets)")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "LEES-MIJ.txt", text.replace("\n", "\r\n").encode("utf-8-sig"))
        for pad, content in sorted(bestanden.items()):
            _add(archive, f"site/{pad}", content)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, naam: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(naam, _TIJD)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
