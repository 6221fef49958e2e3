"""What every page shares: its frame, the words for dates and acts, and how an Uitkomst is shown and done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pipeline.markering.datums import format_datum, format_weekdag
from pipeline.model import Ernst, Melding, melding
from pipeline.werk import Uitkomst, Vervolg
from pipeline.werk.status import ToonStatus
from pipeline.werk.terugweg import Gedaan, NeemTerug, ToonDaden
from pipeline.werk.verzoek import Verzoek
from pipeline.werkbank.dienst import Dienst

# What stands on the button of an act, and in a sentence that names it.
DAADNAAM = {
    "maak_agenda": "Agenda maken",
    "leg_akkoord_vast": "Akkoord vastleggen",
    "bereid_verzending_voor": "Mails klaarzetten",
    "leg_verzending_vast": "Als verzonden vastleggen",
    "begin_verslag": "Verslag beginnen",
    "maak_verslag": "Verslag maken",
    "maak_formulier": "Aantekenformulier maken",
    "maak_bundel": "Bundel maken",
}
_DAGEN = 10  # so far off a day is told in days


def tell_dag(dag: date, op: date) -> str:
    """Say when a day is, as people do: ``over 3 dagen, vrijdag 24 april 2026``."""
    off = (dag - op).days
    near = {-1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}
    if off in near:
        return f"{near[off]}, {format_weekdag(dag)}"
    if abs(off) <= _DAGEN:
        return f"over {off} dagen, {format_weekdag(dag)}" if off > 0 else f"{-off} dagen geleden, {format_weekdag(dag)}"
    return str(format_weekdag(dag))


def write_vervolg(vervolg: Vervolg) -> str:
    """Write a next step; an act is named as on its button, or as its command where it has none here yet."""
    from pipeline.werk.daden import find_daad

    if not vervolg.daad:
        return vervolg.tekst
    name = DAADNAAM.get(vervolg.daad) or f"de opdracht regietafel {find_daad(vervolg.daad).opdracht}"
    text = vervolg.tekst.replace("{daad}", name)
    return text[:1].upper() + text[1:]


_PAGINAS = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "sjablonen"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_PAGINAS.globals.update(
    tell_dag=tell_dag, weekdag=format_weekdag, datum=format_datum, vervolg=write_vervolg, Ernst=Ernst
)


def dienst_of(request: Request) -> Dienst:
    """Return who does the work."""
    return cast(Dienst, request.app.state.dienst)


async def read_status(request: Request) -> Uitkomst:
    """Return where every meeting stands, read once for a page; what was done since makes it be read again."""
    if not hasattr(request.state, "status"):
        request.state.status = await dienst_of(request).ask(ToonStatus())
    found: Uitkomst = request.state.status
    return found


async def do(
    request: Request, verzoek: Verzoek, plan: str = "", antwoorden: Mapping[str, str] | None = None
) -> Uitkomst:
    """Have an act done for a page; the page is made from what there is afterwards."""
    outcome = await dienst_of(request).do(verzoek, plan, antwoorden)
    if hasattr(request.state, "status"):
        del request.state.status
    return outcome


async def show_page(request: Request, name: str, code: int = 200, **words: Any) -> Response:
    """Show a page in the frame: the tables at the side, what was done last below."""
    dienst = dienst_of(request)
    dienst.touch()
    status = await read_status(request)
    done: tuple[Gedaan, ...] = (await dienst.ask(ToonDaden(hoogstens=1))).gegevens or ()
    frame = {"status": status, "overzicht": status.gegevens, "laatste": next(iter(done), None), "op": dienst.op,
             "tafel_id": request.path_params.get("tafel", ""), "datum_id": request.path_params.get("datum", ""),
             "pad": request.url.path}  # fmt: skip
    return HTMLResponse(_PAGINAS.get_template(name).render(frame | words), code)


async def show_error(request: Request, error: Exception) -> Response:
    """Say that there is no such page, and the way back."""
    assert isinstance(error, HTTPException)
    text = "Deze pagina is er niet." if error.status_code == 404 else "Dat kan hier niet."
    found = melding("vergadering-onbekend", error.detail if error.status_code == 422 else text,
                    hulp="Ga terug naar Vandaag, of kies links een vergadering.")  # fmt: skip
    return await show_page(request, "storing.html", 404 if error.status_code == 422 else error.status_code,
                           titel="Niet gevonden", meldingen=(found,))  # fmt: skip


async def show_fault(request: Request, error: Exception) -> Response:
    """Say that the program failed: a Melding and the way back, and nothing of what went on inside."""
    kind = type(error).__name__
    found = melding("programmafout", f"Het programma kon deze pagina niet maken ({kind}). Er is niets verloren gegaan.")
    return HTMLResponse(_PAGINAS.get_template("vastgelopen.html").render(meldingen=(found,), titel="Vastgelopen"), 500)


def read_datum(request: Request) -> date:
    """Return the meeting in the address."""
    try:
        return date.fromisoformat(request.path_params["datum"])
    except ValueError as error:
        raise HTTPException(404) from error


@dataclass(frozen=True)
class Voorgenomen:
    """An act somebody wants done: the request, the button, what is typed along, and where to go from it."""

    verzoek: Verzoek
    knop: str
    terug: str
    velden: Mapping[str, str] = field(default_factory=dict)


def is_gedaan(uitkomst: Uitkomst, plan: str) -> bool:
    """Tell whether an act that was to come to ``plan`` was done."""
    is_refused = bool(uitkomst.bezwaar or uitkomst.is_onbruikbaar or uitkomst.is_gestoord or uitkomst.vragen)
    is_stale = any(m.code == "antwoord-verlopen" for m in uitkomst.meldingen)
    return not is_refused and not is_stale and (not plan or uitkomst.plan == plan)


async def carry_out(request: Request, wens: Voorgenomen, form: FormData) -> Response:
    """Show what an act would come to; and where somebody saw that and agreed, do it."""
    dienst, plan = dienst_of(request), str(form.get("plan", ""))
    answers = {k.removeprefix("antwoord-"): str(v) for k, v in form.items() if k.startswith("antwoord-") and v}
    if plan or answers:
        outcome = await do(request, wens.verzoek, plan if not answers else "", answers)
        done = is_gedaan(outcome, plan if not answers else "")
    else:
        outcome, done = await dienst.ask(wens.verzoek), False
    return await show_page(request, "uitkomst.html", wens=wens, uitkomst=outcome, gedaan=done, antwoorden=answers,
                           anders=bool(plan) and not done, meldingen=list_meldingen(outcome))  # fmt: skip


def list_meldingen(uitkomst: Uitkomst) -> tuple[Melding, ...]:
    """Return what there is to say of an outcome; a request that was wrong is said as a Melding too."""
    wrong = (melding("vergadering-onbekend", uitkomst.bezwaar[:1].upper() + uitkomst.bezwaar[1:], hulp=""),)
    return (*(wrong if uitkomst.bezwaar else ()), *uitkomst.meldingen)


async def undo(request: Request) -> Response:
    """Take one act back; where somebody changed something since, ask first."""
    form = await request.form()
    wens = Voorgenomen(NeemTerug(request.path_params["id"]), "Ongedaan maken", "/", {})
    answers = {k.removeprefix("antwoord-"): str(v) for k, v in form.items() if k.startswith("antwoord-") and v}
    outcome = await do(request, wens.verzoek, "", answers)
    return await show_page(request, "uitkomst.html", wens=wens, uitkomst=outcome, gedaan=is_gedaan(outcome, ""),
                           antwoorden=answers, anders=False, meldingen=list_meldingen(outcome))  # fmt: skip
