"""The dossier of a meeting, as a registry takes it in: what was sent, received and adopted, with a table of it all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from pipeline.model import ANDEREN, Reeks, melding
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering
from pipeline.werkmap import BRONMAP, exists, fingerprint, is_dir, is_file, list_dir, read_bytes, walk, write_atomic

_LIJST = "metagegevens.csv"
_KOLOMMEN = ("bestand", "soort", "tafel", "vergadering", "zaaknummer", "versie", "vertrouwelijk", "bytes", "sha256")
_VASTGESTELD = (" Vastgesteld verslag ", " Wijzigingen bij ")


@dataclass(frozen=True, slots=True)
class MaakDossier(OverVergadering):
    """The dossier of a meeting, in the folder ``naar``; without it in ``dossiers`` of the werkmap."""

    daad: ClassVar[str] = "maak_dossier"
    naar: Path | None = None


@dataclass(frozen=True, slots=True)
class Dossierstuk:
    """One file of the dossier: why it is in there, where it stands, and under which name it goes in."""

    soort: str
    pad: Path
    naam: str


def maak_dossier(opdracht: Opdracht, verzoek: MaakDossier) -> Uitkomst:
    """Copy the files of a meeting to a folder, with their hashes in a table; the werkmap stays as it is."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    paden = opdracht.inhoud.paden
    target = paden.map / "dossiers" / reeks.tafel.id / datum.isoformat()
    if verzoek.naar is not None:
        target = (Path.cwd() / verzoek.naar).resolve()
    if exists(target) and list_dir(target) and not is_file(target / _LIJST):
        opdracht.stop(
            melding("plaatsen-doel", f"In {target.name} staan al andere bestanden.", hulp="Kies een lege map.")
        )
    found = tuple(_collect(opdracht, reeks, datum))
    others = opdracht.reeks_voor(reeks, ANDEREN)
    is_secret = (others.vergadering(datum), others.verslag(datum)) != (reeks.vergadering(datum), reeks.verslag(datum))
    rows = []
    for stuk in found:
        content = read_bytes(stuk.pad)
        write_atomic(target / stuk.naam, content)
        rows.append(_describe(reeks, datum, stuk, content, is_secret))
    write_atomic(target / _LIJST, _write_table(rows))
    warned = () if reeks.is_vastgesteld(datum) else (melding("dossier-onvolledig"),)
    shown = opdracht.show(target) if target.is_relative_to(paden.map) else str(target)
    return Uitkomst(
        (Geschreven(shown),),
        warned,
        gedaan=(f"{len(found)} bestanden, met hun kenmerken in {_LIJST}.",),
        vervolg=(Vervolg("geef de map aan de afdeling die het archief beheert."),),
        gegevens=found,
    )


def _collect(opdracht: Opdracht, reeks: Reeks, datum: date) -> Iterator[Dossierstuk]:
    """Give the files of a meeting by what they are in its life."""
    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    agenda, minutes = paden.vergadering(tafel, datum), paden.verslagmap(tafel, datum)
    for folder in (agenda, minutes):
        yield from _all_of("verzonden", folder / "verzonden", "verzonden")
    yield from _all_of("stuk", paden.bijlagen(tafel, datum), "stukken")
    yield from _single("agenda", paden.agenda(tafel, datum), "agenda")
    yield from _all_of("ontvangen", minutes / BRONMAP, "ontvangen")
    yield from _single("reacties", paden.reacties(tafel, datum), "ontvangen")
    if reeks.is_vastgesteld(datum):
        for path in list_dir(minutes) if is_dir(minutes) else ():
            if any(part in path.name for part in _VASTGESTELD):
                yield Dossierstuk("vastgesteld", path, f"vastgesteld/{path.name}")
    yield from _single("verslag", paden.verslag(tafel, datum), "verslag")
    yield from _single("register", paden.register(tafel, datum), "verslag")
    yield from _all_of("logboek", paden.logboek(tafel, datum), "logboek")


def _all_of(soort: str, folder: Path, onder: str) -> Iterator[Dossierstuk]:
    for path in sorted(walk(folder)) if is_dir(folder) else ():
        if is_file(path) and not path.name.startswith((".", "~")):
            yield Dossierstuk(soort, path, f"{onder}/{path.relative_to(folder).as_posix()}")


def _single(soort: str, path: Path, onder: str) -> Iterator[Dossierstuk]:
    if is_file(path):
        yield Dossierstuk(soort, path, f"{onder}/{path.name}")


def _describe(reeks: Reeks, datum: date, stuk: Dossierstuk, content: bytes, is_geheim: bool) -> tuple[str, ...]:
    vergadering = reeks.vergadering(datum)
    version = "vastgesteld" if reeks.is_vastgesteld(datum) else "concept, intern"
    return (
        stuk.naam,
        stuk.soort,
        reeks.tafel.id,
        datum.isoformat(),
        vergadering.zaaknummer if vergadering else "",
        version if stuk.soort in ("verslag", "register", "reacties", "vastgesteld") else "",
        "mogelijk" if is_geheim else "nee",
        str(len(content)),
        fingerprint(content),
    )


def _write_table(rows: list[tuple[str, ...]]) -> bytes:
    """Write the table as Dutch Excel and a registry open it: semicolons, and UTF-8 that says so."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows((_KOLOMMEN, *([_no_formula(cell) for cell in row] for row in rows)))
    return text.getvalue().encode("utf-8-sig")


def _no_formula(cell: str) -> str:
    """Keep Excel from reading a name as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
