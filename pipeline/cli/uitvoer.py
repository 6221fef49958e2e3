"""Actions as JSON (design, section 6: contract) and as a table on screen."""

from __future__ import annotations

from typing import Any

from pipeline.cli.scherm import melding_json
from pipeline.cli.tabel import show_tabel
from pipeline.model import Actielijst, ActielijstRegel, Melding, Stap, Termijn
from pipeline.model.als_json import iso_json


def acties_json(lijst: Actielijst, meldingen: tuple[Melding, ...]) -> dict[str, Any]:
    """Return the object ``acties --json`` prints."""
    return {
        "acties": [_actie(regel) for regel in lijst.regels],
        "meldingen": [melding_json(m) for m in meldingen],
    }


def _actie(regel: ActielijstRegel) -> dict[str, Any]:
    return {
        "id": str(regel.kenmerk),
        "label": regel.kenmerk.label,
        "datum": regel.kenmerk.datum.isoformat(),
        "actie": regel.actie,
        "actiehouder": regel.actiehouder or None,
        "actiehouders": list(regel.actiehouders),
        "termijn": iso_json(regel.termijn),
        "termijn_tekst": regel.termijn.tekst or None,
        "status": regel.status,
        "toelichting": regel.toelichting or None,
        "verschoven": regel.verschoven,
        "te_laat": regel.te_laat,
        "vanaf": regel.vanaf.isoformat() if regel.vanaf else None,
        "herhaalt": regel.herhaalt,
        "rust": regel.rust,
        "gemeld": regel.gemeld.status if regel.gemeld else None,
        "telt_mee": regel.telt_mee and regel.vermoedelijk is None,
        "vermoedelijk": str(regel.vermoedelijk) if regel.vermoedelijk else None,
        "koppelingen": [{"soort": k.soort, "met": str(k.met)} for k in regel.koppelingen],
        "geschiedenis": [_stap(stap) for stap in regel.geschiedenis],
    }


def _stap(stap: Stap) -> dict[str, Any]:
    return {
        "datum": stap.datum.isoformat(),
        "status": stap.status,
        "termijn": iso_json(stap.termijn),
        "actiehouder": stap.actiehouder or None,
        "toelichting": stap.toelichting or None,
    }


def show_acties(lijst: Actielijst) -> None:
    """Print the list as a table that fits the window."""
    show_tabel(
        ("Nr", "Actie", "Actiehouder", "Termijn", "Status"),
        [
            (r.kenmerk.verwijzing, r.actie, r.actiehouder or "-", write_termijn(r.termijn), _status(r))
            for r in lijst.regels
        ],
        heel=("Nr",),
    )


def _status(regel: ActielijstRegel) -> str:
    """Say the state and all that goes with it: ``open, te laat, 2x verschoven``."""
    from pipeline.markering.termijnvorm import show_rust

    parts: list[str] = [regel.status]
    if regel.rust and regel.vanaf:
        parts.append(show_rust(regel.vanaf))
    if regel.herhaalt:
        parts.append(regel.herhaalt)
    if regel.te_laat:
        parts.append("te laat")
    if regel.loopt_af:
        parts.append("loopt af vóór de vergadering")
    if regel.verschoven:
        parts.append(f"{regel.verschoven}x verschoven")
    if regel.gemeld is not None:
        parts.append(f"gemeld: {regel.gemeld.status or regel.gemeld.toelichting}")
    if regel.vermoedelijk is not None:
        parts.append(f"waarschijnlijk {regel.vermoedelijk.verwijzing}")
    return ", ".join(parts)


def write_termijn(termijn: Termijn) -> str:
    """Write a term with its day where the words do not say it themselves."""
    from pipeline.markering import format_datum

    if termijn.datum is None:
        return termijn.tekst or "-"
    day = format_datum(termijn.datum)
    return day if not termijn.tekst or any(c.isdigit() for c in termijn.tekst) else f"{termijn.tekst} ({day})"
