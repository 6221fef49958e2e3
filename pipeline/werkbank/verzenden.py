"""What goes to whom: every list with its message and its papers, before anything is written."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from pipeline.werk.verzenden import BereidVerzendingVoor
from pipeline.werkbank.bladzij import dienst_of, list_meldingen, show_page
from pipeline.werkbank.vergadering import ZENDINGEN, find_stand


async def show(request: Request) -> Response:
    """Show the messages of one mailing as they would be; without a choice, what there is to send."""
    stand = await find_stand(request)
    zending = next((z for z in ZENDINGEN if z == request.query_params.get("wat")), None)
    found = None
    if zending is not None:
        found = await dienst_of(request).ask(BereidVerzendingVoor(stand.tafel, stand.datum, zending))
    messages = found.gegevens.berichten if found is not None and found.gegevens is not None else ()
    return await show_page(request, "verzenden.html", stand=stand, zendingen=ZENDINGEN, zending=zending,
                           berichten=messages, meldingen=list_meldingen(found) if found else ())  # fmt: skip
