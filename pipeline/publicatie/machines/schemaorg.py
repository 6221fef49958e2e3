"""A meeting in the words of schema.org, for search engines: an Event, and its open data as a Dataset."""

from __future__ import annotations

from typing import Any

from pipeline.publicatie.machines.adres import moment
from pipeline.publicatie.machines.ori import OriBron

_FORMATEN = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def make_jsonld(bron: OriBron) -> tuple[dict[str, Any], ...]:
    """Return the two objects that stand in the page of a meeting."""
    return _event(bron), _dataset(bron)


def _naam(bron: OriBron) -> str:
    return f"{bron.editie.tafel.naam or bron.editie.tafel.id}, {bron.editie.datum.isoformat()}"


def _organisatie(bron: OriBron) -> dict[str, Any]:
    found = {"@type": "GovernmentOrganization", "name": bron.organisatie.uitgever or bron.organisatie.naam}
    return found | ({"url": bron.organisatie.website} if bron.organisatie.website else {})


def _event(bron: OriBron) -> dict[str, Any]:
    editie = bron.editie
    tijd = editie.verslag.tijd or (editie.vergadering and editie.vergadering.tijd) or editie.tafel.tijd
    plaats = editie.verslag.locatie or editie.tafel.locatie
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": _naam(bron),
        "startDate": moment(editie.datum, tijd.begin) if tijd else editie.datum.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": _organisatie(bron),
        "url": bron.pagina,
        "inLanguage": "nl",
    }
    if tijd and tijd.eind:
        found["endDate"] = moment(editie.datum, tijd.eind)
    if plaats:
        found["location"] = {"@type": "Place", "name": plaats, "address": plaats}
    return found


def _dataset(bron: OriBron) -> dict[str, Any]:
    editie = bron.editie
    files = [(bron.json, "application/json")]
    files += [(url, _FORMATEN.get(url.rpartition(".")[2], "application/octet-stream")) for _, url in bron.stukken]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Verslag en stukken: {_naam(bron)}",
        "description": f"Agenda, vastgesteld verslag en stukken van de vergadering: {_naam(bron)}.",
        "url": bron.pagina,
        "identifier": bron.pagina,
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "datePublished": editie.gepubliceerd_op.isoformat(),
        "temporalCoverage": editie.datum.isoformat(),
        "creator": _organisatie(bron),
        "publisher": _organisatie(bron),
        "distribution": [{"@type": "DataDownload", "contentUrl": url, "encodingFormat": soort} for url, soort in files],
    }
