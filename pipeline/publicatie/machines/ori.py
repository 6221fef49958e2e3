"""A meeting by the model of VNG's standard "Open Raads-, Staten- en Bestuursinformatie" (2.0.0-beta.4).

The standard describes an API; a static site has one file per meeting with the objects of that API, each with
its own address within the file. Objects it has no place for (actions) are left out. A regietafel is not in its
list of kinds of meetings: ``commissievergadering`` comes nearest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.markering.inline import plain_text
from pipeline.model import Agendapunt, Besluit, Deelnemer, Organisatie, Vergadering, VerslagPunt
from pipeline.publicatie.editie import Editie, PubliekStuk
from pipeline.publicatie.machines.adres import kenmerk, kort_in, moment

_ROLLEN = {
    "voorzitter": "voorzitter",
    "vicevoorzitter": "vice_voorzitter",
    "vice-voorzitter": "vice_voorzitter",
    "portefeuillehouder": "portefeuillehouder",
}
_GREMIUM, _TITEL, _BESLUIT, _NUMMER, _VOLGNUMMER = 10, 100, 200, 20, 3


@dataclass(frozen=True, slots=True)
class OriBron:
    """What the JSON of a meeting is made from: the edition, and where its page, JSON and files stand."""

    organisatie: Organisatie
    editie: Editie
    pagina: str
    json: str
    stukken: tuple[tuple[PubliekStuk, str], ...]

    def adres(self, naam: str) -> str:
        """The address of an object in the file."""
        return f"{self.json}#{naam}"

    def verwijzing(self, naam: str) -> dict[str, str]:
        """A reference to an object in the file."""
        return {"id": kenmerk(self.adres(naam)), "url": self.adres(naam)}


def make_ori(bron: OriBron) -> dict[str, Any]:
    """Return the meeting as one object: each list holds objects of one kind of the standard."""
    punten = list(_agendapunten(bron))
    return {
        "vergadering": _vergadering(bron, [p["url"] for p in punten]),
        "agendapunten": punten,
        "informatieobjecten": [_notulen(bron), *_bijlagen(bron)],
        "aanwezigeDeelnemers": [_aanwezige(bron, n, d) for n, d in _aanwezigen(bron)],
        "natuurlijkePersonen": [_persoon(bron, n, d) for n, d in _aanwezigen(bron)],
        "besluiten": [_besluit(bron, b) for b in bron.editie.verslag.besluiten],
    }


def _object(bron: OriBron, plek: str, /, **velden: Any) -> dict[str, Any]:
    filled = {key: value for key, value in velden.items() if value not in (None, "", [])}
    return {"url": bron.adres(plek), "id": kenmerk(bron.adres(plek))} | filled


def _vergadering(bron: OriBron, punten: list[str]) -> dict[str, Any]:
    editie, tafel = bron.editie, bron.editie.tafel
    verslag = editie.verslag
    tijd = verslag.tijd or (editie.vergadering and editie.vergadering.tijd) or tafel.tijd
    locatie = verslag.locatie or (editie.vergadering.locatie if editie.vergadering else "") or tafel.locatie
    return _object(
        bron,
        "vergadering",
        naam=kort_in(tafel.naam or tafel.id, _TITEL),
        vergaderingstype="commissievergadering",
        vergaderdatum=editie.datum.isoformat(),
        aanvangVergadering=moment(editie.datum, tijd.begin) if tijd else None,
        eindeVergadering=moment(editie.datum, tijd.eind) if tijd and tijd.eind else None,
        locatie=kort_in(locatie, _TITEL),
        status="gehouden",
        provincie=bron.organisatie.publicatie.provincie,
        georganiseerdDoorGremium={
            "gremiumidentificatie": tafel.id[:_GREMIUM],
            "gremiumnaam": kort_in(tafel.naam or tafel.id, _TITEL),
        },
        agendapunten=punten,
        bijlagen=[bron.adres(f"stuk-{n}") for n, (s, _) in enumerate(bron.stukken, 1) if s.soort != "verslag"],
        informatieobject=bron.verwijzing("notulen"),
        wijziging="Toevoeging",
        wijzigingsdatum=editie.gepubliceerd_op.isoformat(),
    )


def _agendapunten(bron: OriBron) -> Iterator[dict[str, Any]]:
    vergadering: Vergadering | None = bron.editie.vergadering
    items: tuple[Agendapunt | VerslagPunt, ...] = vergadering.agendapunten if vergadering else ()
    for position, punt in enumerate(items or bron.editie.verslag.punten, 1):
        papers = [
            bron.adres(f"stuk-{n}")
            for n, (stuk, _) in enumerate(bron.stukken, 1)
            if stuk.agendapunt and stuk.agendapunt == punt.nummer
        ]
        yield _object(
            bron,
            f"agendapunt-{position}",
            vergadering=bron.verwijzing("vergadering"),
            agendapuntTitel=kort_in(plain_text(punt.titel), _TITEL) or None,
            agendapuntOmschrijving=plain_text(getattr(punt, "toelichting", "")),
            agendapuntKenmerk=punt.nummer[:_NUMMER],
            agendapuntvolgnummer=str(position)[:_VOLGNUMMER],
            indicatorBehandeld=True,
            informatieobjecten=papers,
        )


def _notulen(bron: OriBron) -> dict[str, Any]:
    editie = bron.editie
    pdf = next((url for stuk, url in bron.stukken if stuk.soort == "verslag"), bron.pagina)
    return _object(
        bron,
        "notulen",
        titel=kort_in(f"Verslag {editie.tafel.naam or editie.tafel.id} {editie.datum.isoformat()}", 200),
        creatiedatum=(editie.vastgesteld_op or editie.datum).isoformat(),
        taal="nld",
        link=pdf,
        genotuleerdeVergadering=bron.adres("vergadering"),
        vergaderingen=[bron.verwijzing("vergadering")],
        auteur=kort_in(bron.organisatie.uitgever or bron.organisatie.naam, 200),
        vertrouwelijkheidsaanduiding="openbaar",
    )


def _bijlagen(bron: OriBron) -> Iterator[dict[str, Any]]:
    for n, (stuk, url) in enumerate(bron.stukken, 1):
        if stuk.soort != "verslag":
            yield _object(
                bron,
                f"stuk-{n}",
                titel=kort_in(stuk.titel, 200),
                taal="nld",
                link=url,
                vergaderingen=[bron.verwijzing("vergadering")],
                vertrouwelijkheidsaanduiding="openbaar",
            )


def _aanwezigen(bron: OriBron) -> tuple[tuple[int, Deelnemer], ...]:
    """Who was there under a name of their own: who is shown by function is no natural person to the standard."""
    shown = [d for d in bron.editie.deelnemers if d.aanwezig and d.persoon and d.persoon.achternaam]
    return tuple(enumerate((d for d in shown if d.persoon and (d.persoon.aanhef or d.openbaar == "naam")), 1))


def _aanwezige(bron: OriBron, position: int, deelnemer: Deelnemer) -> dict[str, Any]:
    roles = [_ROLLEN.get(word.strip()) for word in deelnemer.rol.casefold().split(",")]
    return _object(
        bron,
        f"deelnemer-{position}",
        natuurlijkPersoon=bron.verwijzing(f"persoon-{position}"),
        vergadering=bron.verwijzing("vergadering"),
        rolnaam=next((role for role in roles if role), "overig"),
        organisatie=kort_in(deelnemer.organisatie or deelnemer.groep, _TITEL),
    )


def _persoon(bron: OriBron, position: int, deelnemer: Deelnemer) -> dict[str, Any]:
    persoon = deelnemer.persoon
    assert persoon is not None
    name = {
        "achternaam": kort_in(persoon.achternaam, 200),
        "tussenvoegsel": persoon.tussenvoegsel[:20],
        "volledigeNaam": kort_in(persoon.naam, 300),
    }
    return _object(
        bron, f"persoon-{position}", naamNatuurlijkPersoon={key: value for key, value in name.items() if value}
    )


def _besluit(bron: OriBron, besluit: Besluit) -> dict[str, Any]:
    return _object(bron, besluit.label, besluitresultaat=kort_in(plain_text(besluit.tekst), _BESLUIT))
