"""One meeting: how far it is, what is next, and the acts that are done from a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.werk.agenda import MaakAgenda
from pipeline.werk.akkoord import LegAkkoordVast
from pipeline.werk.bundel import MaakBundel
from pipeline.werk.status import next_step
from pipeline.werk.verslag import BeginVerslag, MaakFormulier, MaakVerslag
from pipeline.werk.verzenden import BereidVerzendingVoor, LegVerzendingVast
from pipeline.werk.verzoek import Verzoek
from pipeline.werkbank.bladzij import DAADNAAM, Voorgenomen, carry_out, dienst_of, read_datum, read_status, show_page

if TYPE_CHECKING:
    from pipeline.werk.status import Vergaderstand
    from pipeline.werk.verzenden import Zending

ZENDINGEN: tuple[Zending, ...] = ("agenda", "verslag", "actielijst")
# The acts a page may ask for by name, and the page to go back to.
_DOEN: dict[str, tuple[Callable[[str, date], Verzoek], str]] = {
    "maak_agenda": (MaakAgenda, "/agenda"),
    "leg_akkoord_vast": (LegAkkoordVast, ""),
    "maak_bundel": (MaakBundel, ""),
    "begin_verslag": (BeginVerslag, "/verslag"),
    "maak_verslag": (MaakVerslag, "/verslag"),
    "maak_formulier": (MaakFormulier, "/verslag"),
}


async def find_stand(request: Request) -> Vergaderstand:
    """Return where the meeting in the address stands."""
    tafel, datum = request.path_params["tafel"], read_datum(request)
    found = (await read_status(request)).gegevens
    standen = (s for t in found.tafels if t.tafel.id == tafel for s in t.standen) if found else ()
    stand: Vergaderstand | None = next((s for s in standen if s.datum == datum), None)
    if stand is None:
        raise HTTPException(404)
    return stand


async def show(request: Request) -> Response:
    """Show how far a meeting is, and what is next."""
    stand = await find_stand(request)
    return await show_page(request, "vergadering.html", stand=stand, deel="",
                           volgende=next_step(stand) if stand.stap else None)  # fmt: skip


async def do(request: Request) -> Response:
    """Show what an act would come to, or do it."""
    stand = await find_stand(request)
    form = await request.form()
    wat, base = request.path_params["wat"], f"/vergadering/{stand.tafel}/{stand.datum}"
    kept = {"zending": str(form["zending"])} if form.get("zending") in ZENDINGEN else {}
    if wat in _DOEN:
        make, back = _DOEN[wat]
        return await carry_out(request, Voorgenomen(make(stand.tafel, stand.datum), DAADNAAM[wat], base + back), form)
    if wat not in ("bereid_verzending_voor", "leg_verzending_vast") or not kept:
        raise HTTPException(404)
    zending: Zending = next(z for z in ZENDINGEN if z == kept["zending"])
    asked: Verzoek = BereidVerzendingVoor(stand.tafel, stand.datum, zending)
    if wat == "leg_verzending_vast":
        asked = LegVerzendingVast(stand.tafel, stand.datum, zending, dag=dienst_of(request).op)
    back = f"{base}/verzenden?wat={zending}"
    return await carry_out(request, Voorgenomen(asked, DAADNAAM[wat], back, kept), form)
