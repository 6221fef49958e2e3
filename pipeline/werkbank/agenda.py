"""The agenda of a meeting as cards: items added, changed, moved and taken away, and papers put with them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.werk.agenda_wijzigen import Puntwijziging, VoegStukToe, WijzigAgenda
from pipeline.werk.verzoek import Verzoek
from pipeline.werkbank.bladzij import dienst_of, do, list_meldingen, show_page
from pipeline.werkbank.vergadering import find_stand

DOELEN = ("", "ter informatie", "bespreking", "besluitvorming", "vaststelling")
_VELDEN = ("titel", "doel", "duur", "spreker", "toelichting", "openbare_titel")
_GROOTSTE_STUK = 100 * 1024 * 1024


async def show(request: Request) -> Response:
    """Show the items, as they will be on paper."""
    return await _show(request, ())


async def _show(request: Request, meldingen: tuple[object, ...], code: int = 200) -> Response:
    stand = await find_stand(request)
    found = await dienst_of(request).ask(WijzigAgenda(stand.tafel, stand.datum))  # no change: just what is there
    return await show_page(request, "agenda.html", code, stand=stand, vergadering=found.gegevens, doelen=DOELEN,
                           eigen=list_meldingen(found), meldingen=meldingen)  # fmt: skip


async def change(request: Request) -> Response:
    """Change one item: its fields, its place, or whether it is there."""
    stand = await find_stand(request)
    form = await request.form()
    wat, punt = str(form.get("wat", "")), str(form.get("punt", ""))
    if wat not in ("nieuw", "anders", "weg", "naar"):
        raise HTTPException(404)
    after = str(form["na"]) if "na" in form else None
    wanted = Puntwijziging(wat, punt, _read_velden(form) if wat in ("nieuw", "anders") else {}, after)
    return await _do(request, WijzigAgenda(stand.tafel, stand.datum, (wanted,)))


def _read_velden(form: FormData) -> Mapping[str, str]:
    """Return what was typed; an empty field of an item that is changed is taken away."""
    typed = {name: str(form.get(name, "")).replace("\r\n", "\n").strip() for name in _VELDEN}
    return typed | {"vertrouwelijk": "ja" if form.get("vertrouwelijk") else ""}


async def add_stuk(request: Request) -> Response:
    """Put a paper with an item: it is copied to the folder of the papers."""
    stand = await find_stand(request)
    form = await request.form(max_files=1)
    bestand = form.get("bestand")
    if not isinstance(bestand, UploadFile) or not bestand.filename:
        return await _show(request, ())
    if (bestand.size or 0) > _GROOTSTE_STUK:
        raise HTTPException(413)
    with tempfile.TemporaryDirectory(prefix="regietafel-") as folder:
        path = Path(folder) / (Path(bestand.filename.replace("\\", "/")).name or "stuk")
        path.write_bytes(await bestand.read())
        secret = bool(form.get("vertrouwelijk"))
        asked = VoegStukToe(stand.tafel, stand.datum, str(form.get("punt", "")), path, is_vertrouwelijk=secret)
        return await _do(request, asked)


async def _do(request: Request, verzoek: Verzoek) -> Response:
    """Do a change and show the agenda again; what could not be done is said above it."""
    outcome = await do(request, verzoek)
    if outcome.code:
        return await _show(request, list_meldingen(outcome), 422)
    return RedirectResponse("/vergadering/{tafel}/{datum}/agenda".format(**request.path_params), 303)
