"""The search index: pagefind reads the pages of the meetings and nothing else."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from pipeline.model import Melding, melding
from pipeline.publicatie.adressen import ZOEKINDEX
from pipeline.publicatie.site.paginas import Pagina

# What the search page uses; pagefind also brings interfaces of its own.
_NODIG = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_SOORTEN = (".pf_meta", ".pf_fragment", ".pf_index", ".pf_filter", ".pagefind")


def make_zoekindex(paginas: Sequence[Pagina]) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Return the files of the index by path; without pagefind there are none, and a Melding says so."""
    wanted = [p for p in paginas if p.doorzoekbaar]
    if not wanted:
        return {}, ()
    try:
        found = _run_apart(wanted)
    except (ImportError, OSError, subprocess.SubprocessError, RuntimeError, AssertionError) as error:
        return {}, (melding("geen-zoekindex", f"De zoekfunctie kon niet worden gemaakt ({type(error).__name__})."),)
    return {f"{ZOEKINDEX}/{path}": data for path, data in sorted(found.items()) if _is_needed(path)}, ()


def is_zoekprogramma(pad: str) -> bool:
    """Tell whether a file is the program that searches, and not the index it searches in."""
    folder, _, naam = pad.rpartition("/")
    return folder == ZOEKINDEX and (naam.endswith(".js") or (naam.startswith("wasm.") and naam.endswith(".pagefind")))


def _run_apart(paginas: Sequence[Pagina]) -> dict[str, bytes]:
    """Run in a thread of its own: the caller may be in an event loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _index(paginas)).result()


def _is_needed(path: str) -> bool:
    return path in _NODIG or (path.endswith(_SOORTEN) and "unknown" not in path)


async def _index(paginas: Sequence[Pagina]) -> dict[str, bytes]:
    """Keep it all in memory: an index opened as a context would write itself into the current folder."""
    from pagefind.service import PagefindService

    async with PagefindService() as service:
        index = await service.create_index()
        for pagina in paginas:
            await index.add_html_file(content=pagina.html, url=f"/{pagina.pad}")
        return {file["path"]: file["content"] for file in await index.get_files()}
