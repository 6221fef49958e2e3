"""From public editions to the public site: all that is published, made anew around the one that is new."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipeline.model import PUBLIEK, Melding, Reeks, Tafel, has_fouten, melding
from pipeline.nalezen import Nalezer
from pipeline.publicatie.adressen import ZOEKINDEX, vergadering_map
from pipeline.publicatie.editie import Editie, Publicatie, PubliekStuk
from pipeline.publicatie.geschiedenis import find_intrekkingen, gepubliceerd_op
from pipeline.publicatie.nacontrole import check_bestanden
from pipeline.publicatie.namenkennis import Namenkennis
from pipeline.publicatie.plaatsing import Plaatsing
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.nalezing import Nalezing
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.openbaar import Uitgave, read_openbaar
from pipeline.werk.site import list_gepland, make_kalenders, make_site, put_site, send_site, write_pakket
from pipeline.werkmap import is_file, read_bytes, write_atomic

_LIJST = "stukken.json"


@dataclass
class Uitgeving:
    """One call of ``publiceer`` on its way to the site: where to, and what there is to say."""

    opdracht: Opdracht
    folder: Path
    naar: str = ""
    pakket: Path | None = None
    meldingen: list[Melding] = field(default_factory=list)
    plaatsing: Plaatsing | None = None

    def publish(self, reeks: Reeks, datum: date, uitgave: Uitgave) -> bool:
        """Make the site with this edition in it, place it and bring it on; False where nothing was placed."""
        assert uitgave.editie is not None
        edities, per_map = self._others(reeks.tafel.id, datum)
        if has_fouten(self.meldingen):
            return False
        edities.append(uitgave.editie)
        per_map[vergadering_map(reeks.tafel.id, datum)] = uitgave.openbaar.kennis
        publicatie = self._publicatie(edities, reeks.tafel.id, datum)
        current = uitgave.openbaar.kennis
        nalezer = Nalezing(Levering(self.opdracht, reeks, datum, Keuze())).nalezer(PUBLIEK, PUBLIEK.naam)

        def read_back(bestanden: Mapping[str, bytes]) -> tuple[Melding, ...]:
            return _read_back(bestanden, per_map, current, nalezer)

        site, found = make_site(uitgave.openbaar.organisatie, publicatie, read_back)
        self.meldingen += found
        if site is None:
            return False
        if self.opdracht.is_proef:
            return True
        self.plaatsing, found = put_site(self.opdracht, site, self.folder)
        self.meldingen += found
        if self.plaatsing is None:
            return False
        self._pass_on(self.plaatsing)
        return True

    def _others(self, tafel: str, datum: date) -> tuple[list[Editie], dict[str, Namenkennis]]:
        """Redact every other meeting anew that is public; its files stay as they were made."""
        edities, per_map = [], {}
        for reeks in self.opdracht.inhoud.reeksen:
            for day in reeks.data:
                since = gepubliceerd_op(reeks, day)
                if since is None or (reeks.tafel.id, day) == (tafel, datum):
                    continue
                openbaar, found = read_openbaar(self.opdracht, reeks, day)
                self.meldingen += found
                regels = openbaar.kennis.regels
                edities.append(
                    replace(
                        openbaar.editie,
                        gepubliceerd_op=since,
                        stukken=read_stukken(stukkenmap(self.opdracht, reeks, day)),
                        actielijst=openbaar.editie.actielijst if regels.actielijst else None,
                        besluitenlijst=openbaar.editie.besluitenlijst if regels.besluitenlijst else None,
                    )
                )
                per_map[vergadering_map(reeks.tafel.id, day)] = openbaar.kennis
        return edities, per_map

    def _publicatie(self, edities: list[Editie], tafel: str, datum: date) -> Publicatie:
        tafels: dict[str, Tafel] = {e.tafel.id: e.tafel for e in edities}
        reeksen = [r for r in self.opdracht.inhoud.reeksen if r.tafel.id in tafels]
        taken = find_intrekkingen(self.opdracht.inhoud.reeksen)
        again = tuple(i for i in taken if (i.tafel, i.datum, i.stuk) != (tafel, datum, ""))
        order = tuple(sorted(edities, key=lambda e: (e.tafel.id, e.datum)))
        gepland = list_gepland(self.opdracht, [self.opdracht.reeks_voor(r, PUBLIEK) for r in reeksen])
        return Publicatie(order, again, tuple(tafels.values()), gepland,
                          make_kalenders(self.opdracht, reeksen, self.folder))  # fmt: skip

    def _pass_on(self, plaatsing: Plaatsing) -> None:
        if self.pakket is not None and not write_pakket(self.folder, self.pakket, plaatsing):
            self.meldingen.append(melding("plaatsen-doel", f"Het pakket {self.pakket.name} kon niet worden gemaakt."))
        if self.naar:
            self.meldingen += send_site(self.folder, self.naar)[1]


def _read_back(
    bestanden: Mapping[str, bytes], per_map: Mapping[str, Namenkennis], current: Namenkennis, nalezer: Nalezer
) -> tuple[Melding, ...]:
    """Read every file back with what is known of the people of its own meeting; what is shared with the newest."""
    groups: dict[str, dict[str, bytes]] = {}
    for pad, content in bestanden.items():
        groups.setdefault(_meeting_of(pad, content), {})[pad] = _as_read(pad, content)
    found = [
        m
        for folder, files in groups.items()
        for m in check_bestanden(files, per_map.get(folder, current), nalezer=nalezer)
    ]
    return tuple(dict.fromkeys(found))


def _as_read(pad: str, content: bytes) -> bytes:
    """Return a calendar as its reader puts it together: folded lines joined, without the identities we gave it."""
    if not pad.endswith(".ics"):
        return content
    joined = re.sub(rb"\r?\n[ \t]", b"", content)
    return b"\n".join(line for line in joined.splitlines() if not line.startswith(b"UID:"))


def _meeting_of(pad: str, content: bytes) -> str:
    """Return the folder of the meeting a file is about; the search index has a file for each page."""
    if pad.startswith(f"{ZOEKINDEX}/") and pad.endswith(".pf_fragment"):
        text = gzip.decompress(content)
        pad = str(json.loads(text[text.index(b"{") :])["url"]).lstrip("/")
    return pad.rpartition("/")[0]


def stukkenmap(opdracht: Opdracht, reeks: Reeks, datum: date) -> Path:
    """The folder in which the public files of a meeting are kept."""
    return opdracht.inhoud.paden.map / "publicatie" / reeks.tafel.id / datum.isoformat()


def write_stukken(folder: Path, stukken: tuple[PubliekStuk, ...]) -> None:
    """Keep the public files of a meeting, and beside them what each of them is."""
    for stuk in stukken:
        write_atomic(folder / stuk.naam, stuk.inhoud)
    told = [{"naam": s.naam, "titel": s.titel, "soort": s.soort, "agendapunt": s.agendapunt} for s in stukken]
    write_atomic(folder / _LIJST, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def read_stukken(folder: Path) -> tuple[PubliekStuk, ...]:
    """Return the public files of a meeting as they were made; a file that is gone is no longer public."""
    try:
        told = json.loads(read_bytes(folder / _LIJST))
        return tuple(_stukken(folder, told))
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _stukken(folder: Path, told: list[dict[str, str]]) -> Iterator[PubliekStuk]:
    for entry in told:
        path = folder / Path(entry["naam"]).name
        if is_file(path):
            yield PubliekStuk(path.name, entry["titel"], entry["soort"], read_bytes(path), entry["agendapunt"])  # type: ignore[arg-type]
