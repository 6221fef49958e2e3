"""Proposed actions as ``lees --json`` prints them (design, section 6; contract)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pipeline.model import Actiepunt, Voorstel


def to_acties_json(voorstellen: Iterable[Voorstel]) -> list[dict[str, Any]]:
    """Return the proposed actions in the shape of the contract; other proposals are left out."""
    return [_actie(v, v.inhoud) for v in voorstellen if isinstance(v.inhoud, Actiepunt)]


def _actie(voorstel: Voorstel, actie: Actiepunt) -> dict[str, Any]:
    return {
        "label": actie.label or None,
        "actie": actie.actie,
        "actiehouder": actie.actiehouder or None,
        "actiehouders": list(actie.actiehouders),
        "termijn": actie.termijn.datum.isoformat() if actie.termijn.datum else None,
        "termijn_tekst": actie.termijn.tekst or None,
        "status": actie.status,
        "soort": actie.soort,
        "agendapunt": actie.agendapunt or None,
        "bron": asdict(voorstel.bron),
        "zekerheid": voorstel.zekerheid,
        "reden": voorstel.reden,
    }
