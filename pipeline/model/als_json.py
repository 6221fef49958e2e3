"""The model as machines read it: the objects of the command line's ``--json`` (design, section 6; contract)."""

from __future__ import annotations

from typing import Any

from pipeline.model.actie import Actiepunt, Besluit, Voortgang
from pipeline.model.bron import Bron
from pipeline.model.melding import Melding
from pipeline.model.tijd import Termijn
from pipeline.model.voorstel import Voorstel


def bron_json(bron: Bron | None) -> dict[str, Any] | None:
    """Return a Bron, or null."""
    if bron is None:
        return None
    return {
        "bestand": bron.bestand,
        "soort": bron.soort,
        "nummer": bron.nummer,
        "begin": bron.begin,
        "eind": bron.eind,
        "zin": bron.zin,
    }


def melding_json(m: Melding) -> dict[str, Any]:
    """Return a Melding; ``aanvaard`` is there only for a finding that was accepted."""
    found = {"code": m.code, "ernst": m.ernst.value, "tekst": m.tekst, "bron": bron_json(m.bron), "hulp": m.hulp}
    return found if m.aanvaard is None else found | {"aanvaard": m.aanvaard}


def actie_json(actie: Actiepunt) -> dict[str, Any]:
    """Return an Actiepunt as it was read; what is certain has ``zekerheid`` 1."""
    return {
        "label": actie.label or None,
        "actie": actie.actie,
        "actiehouder": actie.actiehouder or None,
        "actiehouders": list(actie.actiehouders),
        "termijn": iso_json(actie.termijn),
        "termijn_tekst": actie.termijn.tekst or None,
        "status": actie.status,
        "soort": actie.soort,
        "toelichting": actie.toelichting or None,
        "agendapunt": actie.agendapunt or None,
        "bron": bron_json(actie.bron),
        "zekerheid": _certain(actie.zekerheid),
    }


def voortgang_json(voortgang: Voortgang) -> dict[str, Any]:
    """Return what minutes say of an older action."""
    return {
        "verwijst_naar": voortgang.verwijst_naar.verwijzing,
        "status": voortgang.status,
        "termijn": iso_json(voortgang.termijn),
        "toelichting": voortgang.toelichting or None,
        "bron": bron_json(voortgang.bron),
        "zekerheid": _certain(voortgang.zekerheid),
    }


def besluit_json(besluit: Besluit) -> dict[str, Any]:
    """Return a decision."""
    return {
        "label": besluit.label or None,
        "tekst": besluit.tekst,
        "agendapunt": besluit.agendapunt or None,
        "bron": bron_json(besluit.bron),
        "zekerheid": 1.0,
    }


def voorstel_json(voorstel: Voorstel) -> dict[str, Any]:
    """Return what a Voorstel proposes, with how sure it is, why, and where."""
    said = {"zekerheid": voorstel.zekerheid, "reden": voorstel.reden, "bron": bron_json(voorstel.bron)}
    inhoud = voorstel.inhoud
    if isinstance(inhoud, Actiepunt):
        return actie_json(inhoud) | said
    return (voortgang_json(inhoud) if isinstance(inhoud, Voortgang) else besluit_json(inhoud)) | said


def iso_json(termijn: Termijn) -> str | None:
    """Return the day of a term as an ISO date, or null."""
    return termijn.datum.isoformat() if termijn.datum else None


def _certain(zekerheid: float | None) -> float:
    return 1.0 if zekerheid is None else zekerheid
