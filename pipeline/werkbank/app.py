"""The pages and where they stand. A page names a table, a date and an item; never a path, a command or a template."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from pipeline.werkbank import agenda, vandaag, vergadering, verslag, verzenden
from pipeline.werkbank.bladzij import dienst_of, show_error, show_fault, undo
from pipeline.werkbank.dienst import Dienst

_HARTSLAG = 15  # seconds between signs of life on the stream

ROUTES = (
    Route("/", vandaag.home),
    Route("/tafel/{tafel}", vandaag.tafel),
    Route("/vergadering/{tafel}/{datum}", vergadering.show),
    Route("/vergadering/{tafel}/{datum}/agenda", agenda.show),
    Route("/vergadering/{tafel}/{datum}/agenda/punt", agenda.change, methods=["POST"]),
    Route("/vergadering/{tafel}/{datum}/agenda/stuk", agenda.add_stuk, methods=["POST"]),
    Route("/vergadering/{tafel}/{datum}/verslag", verslag.show),
    Route("/vergadering/{tafel}/{datum}/verslag", verslag.save, methods=["POST"]),
    Route("/vergadering/{tafel}/{datum}/verzenden", verzenden.show),
    Route("/vergadering/{tafel}/{datum}/doen/{wat}", vergadering.do, methods=["POST"]),
    Route("/ongedaan/{id}", undo, methods=["POST"]),
)


async def stroom(request: Request) -> Response:
    """Tell a browser that something was done, as long as it looks. One stream serves all its tabs."""
    dienst = dienst_of(request)

    async def tell() -> AsyncIterator[str]:
        dienst.open_pages += 1
        try:
            yield "retry: 2000\n\n"
            while True:
                try:
                    async with dienst.news:
                        await asyncio.wait_for(dienst.news.wait(), _HARTSLAG)
                    yield "event: gedaan\ndata: 1\n\n"
                except TimeoutError:
                    yield ": ik ben er nog\n\n"
        finally:
            dienst.open_pages -= 1

    return StreamingResponse(tell(), media_type="text/event-stream")


def make_app(dienst: Dienst) -> Starlette:
    """Return the app; it knows nothing of who may ask, which the guard before it decides."""
    fixed = Mount("/vast", StaticFiles(directory=Path(__file__).parent / "vast"))
    app = Starlette(
        routes=[*ROUTES, Route("/stroom", stroom), fixed],
        exception_handlers={HTTPException: show_error, Exception: show_fault},
    )
    app.state.dienst = dienst
    return app
