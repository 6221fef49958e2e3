"""Today: what is late, what is due this week, and what comes later; and the same of one table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.werk import Vervolg
from pipeline.werkbank.bladzij import dienst_of, read_status, show_page

if TYPE_CHECKING:
    from pipeline.werk.status import Werkstap

_KNOP = {
    "maak_agenda": "Agenda nakijken en maken",
    "leg_akkoord_vast": "Akkoord van de voorzitter",
    "bereid_verzending_voor": "Mails nakijken",
    "maak_verslag": "Verslag openen",
    "stel_vast": "Vergadering openen",
    "publiceer": "Vergadering openen",
}


@dataclass(frozen=True, slots=True)
class Dagregel:
    """One thing to do: of which table and meeting, by when, and the page where it is done."""

    tafel: str
    datum: date
    wat: str
    knop: str
    waar: str
    uiterlijk: date | None


def make_dagregel(naam: str, stap: Werkstap, vervolg: Vervolg) -> Dagregel:
    """Make a line of a step."""
    tafel, datum = vervolg.argumenten["tafel"], vervolg.argumenten["datum"]
    parts = {"maak_agenda": "/agenda", "maak_verslag": "/verslag", "bereid_verzending_voor": "/verzenden"}
    more = f"?wat={vervolg.argumenten['zending']}" if "zending" in vervolg.argumenten else ""
    waar = f"/vergadering/{tafel}/{datum}{parts.get(vervolg.daad, '')}{more}"
    return Dagregel(naam, datum, stap.wat[:1].upper() + stap.wat[1:], _KNOP.get(vervolg.daad, "Openen"), waar,
                 stap.uiterlijk)  # fmt: skip


def split_regels(regels: list[Dagregel], op: date) -> tuple[tuple[str, list[Dagregel]], ...]:
    """Part the lines: late, up to Sunday, and the rest."""
    sunday = op + timedelta(days=6 - op.weekday())
    late = [r for r in regels if r.uiterlijk and r.uiterlijk < op]
    week = [r for r in regels if r.uiterlijk and op <= r.uiterlijk <= sunday]
    return ("Te laat", late), ("Deze week", week), ("Straks", [r for r in regels if r not in late and r not in week])


async def home(request: Request) -> Response:
    """Show what is to be done over all tables."""
    found = (await read_status(request)).gegevens
    regels = []
    if found is not None:
        names = {stand.tafel.id: stand.tafel.naam for stand in found.tafels}
        regels = [make_dagregel(names[v.argumenten["tafel"]], stap, v) for stap, v in found.te_doen]
    return await show_page(request, "vandaag.html", groepen=split_regels(regels, dienst_of(request).op))


async def tafel(request: Request) -> Response:
    """Show the meetings of one table."""
    found = (await read_status(request)).gegevens
    stand = next((s for s in found.tafels if s.tafel.id == request.path_params["tafel"]), None) if found else None
    if stand is None:
        raise HTTPException(404)
    return await show_page(request, "tafel.html", stand=stand)
