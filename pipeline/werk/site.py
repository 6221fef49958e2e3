"""The public site on its way: its calendars, its folder, the server it goes to, and the package."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.model import Melding, Organisatie, Reeks, Vergadering, has_fouten, melding
from pipeline.omzetter import PDF_ARCHIEF, convert
from pipeline.planning import kalender_domein, vergader_afspraken, write_kalender
from pipeline.publicatie.adressen import kalender_pad
from pipeline.publicatie.brengen import (
    Inloggegevens,
    Overbrenging,
    bring_site,
    find_wachtwoordnaam,
    make_pakket,
    open_doel,
    parse_doel,
)
from pipeline.publicatie.brengen.doelen import DoelError, Doelplaats
from pipeline.publicatie.editie import Publicatie
from pipeline.publicatie.plaatsing import Plaatsing, place_site, read_site
from pipeline.publicatie.site import Site, build_site
from pipeline.publicatie.toegankelijk import check_pdf, check_with_verapdf, repair_pdf
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import FileBusyError, hold, is_file, read_bytes, write_atomic

_WACHTWOORD = "REGIETAFEL_SITE_WACHTWOORD"


def make_kalenders(opdracht: Opdracht, reeksen: Iterable[Reeks], folder: Path) -> dict[str, bytes]:
    """Return the public calendars by table, going on from those that stand in the site."""
    domain = kalender_domein(opdracht.inhoud.organisatie.email)
    found = {}
    for reeks in reeksen:
        path = folder / kalender_pad(reeks.tafel.id)
        before = read_bytes(path) if is_file(path) else None
        naam = f"Vergaderingen {reeks.tafel.kort}"
        content, _ = write_kalender(naam, domain, vergader_afspraken(reeks), opdracht.op, before, path.name)
        if content is not None:
            found[reeks.tafel.id] = content
    return found


def list_gepland(opdracht: Opdracht, reeksen: Iterable[Reeks]) -> tuple[Vergadering, ...]:
    """Return the meetings to come, first one first."""
    found = [v for reeks in reeksen for v in reeks.vergaderingen if v.datum >= opdracht.op]
    return tuple(sorted(found, key=lambda v: v.datum))


def make_openbare_pdfs(
    omzetter: str, bestanden: Sequence[tuple[str, bytes]]
) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Make the PDFs the public gets, by the names of the Word files: PDF/A-2b and PDF/UA-1, repaired and checked."""
    results, found = convert(omzetter, bestanden, opties=PDF_ARCHIEF)
    made = {naam: repair_pdf(content) for naam, content in results.items()}
    told = [m for naam, pdf in made.items() for m in (*check_pdf(naam, pdf), *check_with_verapdf(naam, pdf))]
    return made, (*found, *told)


def make_site(
    organisatie: Organisatie,
    publicatie: Publicatie,
    nacontrole: Callable[[Mapping[str, bytes]], tuple[Melding, ...]],
) -> tuple[Site | None, tuple[Melding, ...]]:
    """Make the site and have every file read back that holds a word of ours; one fout, and there is no site."""
    site, found = build_site(organisatie, publicatie)
    if site is None:
        return None, found
    found += nacontrole({pad: c for pad, c in site.bestanden.items() if pad not in site.programma})
    return (None if has_fouten(found) else site), found


def put_site(opdracht: Opdracht, site: Site, folder: Path) -> tuple[Plaatsing | None, tuple[Melding, ...]]:
    """Put the site in its folder, while no other command works on this werkmap; its records are as they were read."""
    opdracht.settle()
    try:
        with hold(opdracht.inhoud.paden.map):
            return place_site(site, folder)
    except FileBusyError as busy:
        return None, (melding("in-gebruik", f"{busy.path.name} is in gebruik."),)


def send_site(folder: Path, naar: str) -> tuple[Overbrenging | None, tuple[Melding, ...]]:
    """Bring the site in a folder to where ``--naar`` says; the password comes from the keyring or the environment."""
    plaats, meldingen = parse_doel(naar)
    if plaats is None:
        return None, meldingen
    try:
        doel = open_doel(plaats, Inloggegevens(_find_wachtwoord(plaats)))
    except DoelError as error:
        return None, (melding("plaatsen-mislukt", f"Er is geen verbinding: {error}"),)
    try:
        return bring_site(folder, doel)
    finally:
        doel.close()


def _find_wachtwoord(plaats: Doelplaats) -> str:
    if plaats.soort == "map":
        return ""
    given = os.environ.get(_WACHTWOORD)
    if given:
        return given
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(*find_wachtwoordnaam(plaats)) or ""
    except KeyringError:
        return ""


def write_pakket(folder: Path, target: Path, plaatsing: Plaatsing) -> bool:
    """Write the package of the site in a folder; tell whether it changed. A folder without a site gives none."""
    site = read_site(folder)
    if site is None:
        return False
    return write_atomic(target, make_pakket(site.bestanden, plaatsing.geschreven, plaatsing.verwijderd))
