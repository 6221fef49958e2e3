"""The minutes of a meeting as text: typed here, saved with the mark of what was read, never over what another wrote."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.werk.verslag import BewaarVerslag, ToonVerslagtekst
from pipeline.werkbank.bladzij import dienst_of, do, list_meldingen, show_page
from pipeline.werkbank.vergadering import find_stand


async def show(request: Request) -> Response:
    """Show the text to type in; minutes that went round are only to read."""
    stand = await find_stand(request)
    found = await dienst_of(request).ask(ToonVerslagtekst(stand.tafel, stand.datum))
    return await show_page(request, "verslag.html", stand=stand, tekst=found.gegevens, getypt=None,
                           meldingen=() if found.gegevens is None else list_meldingen(found))  # fmt: skip


async def save(request: Request) -> Response:
    """Save what was typed; where somebody saved another text since, both are shown and nothing is written."""
    stand = await find_stand(request)
    form = await request.form(max_part_size=4 * 1024 * 1024)
    typed = str(form.get("tekst", "")).replace("\r\n", "\n")
    wanted = BewaarVerslag(stand.tafel, stand.datum, typed, str(form.get("merk", "")))
    outcome = await do(request, wanted)
    stale = any(m.code == "intussen-gewijzigd" for m in outcome.meldingen)
    if stale or outcome.gegevens is None:
        return await show_page(request, "verslag.html", 409, stand=stand, tekst=outcome.gegevens, getypt=typed,
                               meldingen=list_meldingen(outcome))  # fmt: skip
    return RedirectResponse(f"/vergadering/{stand.tafel}/{stand.datum}/verslag", 303)
