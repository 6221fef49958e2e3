"""A Lezing as the object that ``regietafel lees --json`` prints (design, section 6; contract)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.lezen.lezing import Lezing
from pipeline.model import Actiepunt, Bron, Deelnemer, Melding, Verslag, VerslagPunt
from pipeline.model.verslag import Tabel

SCHEMA = 1


def to_json(lezing: Lezing, extra_acties: Iterable[Actiepunt] = ()) -> dict[str, Any]:
    """Return the object; ``extra_acties`` are Voorstellen of the language pass, put behind what was marked."""
    verslag = lezing.verslag
    actions = (*(verslag.actiepunten if verslag else ()), *extra_acties)
    return {
        "schema": SCHEMA,
        "vergadering": _vergadering(lezing),
        "deelnemers": [_deelnemer(d) for d in (verslag.deelnemers if verslag else ())],
        "agendapunten": [_punt(p) for p in (verslag.punten if verslag else ())],
        "acties": [_actie(a) for a in actions],
        "voortgang": _voortgang(verslag),
        "besluiten": _besluiten(verslag),
        "meldingen": [melding_json(m) for m in lezing.meldingen],
    }


def _vergadering(lezing: Lezing) -> dict[str, Any]:
    verslag = lezing.verslag
    return {
        "tafel": (verslag.tafel or None) if verslag else None,
        "datum": lezing.datum.isoformat() if lezing.datum else None,
        "tijd": str(verslag.tijd) if verslag and verslag.tijd else None,
        "locatie": (verslag.locatie or None) if verslag else None,
        "status": verslag.status if verslag else "onbekend",
    }


def _deelnemer(deelnemer: Deelnemer) -> dict[str, Any]:
    return {
        "naam": deelnemer.naam,
        "groep": deelnemer.groep or None,
        "organisatie": deelnemer.organisatie or None,
        "rol": deelnemer.rol or None,
        "hoedanigheid": deelnemer.hoedanigheid,
        "aanwezig": deelnemer.aanwezig,
        "vervangt": deelnemer.vervangt or None,
    }


def _punt(punt: VerslagPunt) -> dict[str, Any]:
    return {"nummer": punt.nummer or None, "titel": punt.titel, "tekst": _text(punt)}


def _text(punt: VerslagPunt) -> str:
    """Return the text of an item: a line per paragraph, the cells of a row beside each other."""
    lines: list[str] = []
    for blok in punt.blokken:
        if isinstance(blok, Tabel):
            lines.extend(" | ".join(" ".join(cell.split()) for cell in row) for row in blok.rijen)
        else:
            lines.append(blok.tekst)
    return "\n".join(lines)


def _actie(actie: Actiepunt) -> dict[str, Any]:
    return {
        "label": actie.label or None,
        "actie": actie.actie,
        "actiehouder": actie.actiehouder or None,
        "actiehouders": list(actie.actiehouders),
        "termijn": actie.termijn.datum.isoformat() if actie.termijn.datum else None,
        "termijn_tekst": actie.termijn.tekst or None,
        "status": actie.status,
        "soort": actie.soort,
        "toelichting": actie.toelichting or None,
        "agendapunt": actie.agendapunt or None,
        "bron": bron_json(actie.bron),
        "zekerheid": 1.0 if actie.zekerheid is None else actie.zekerheid,
    }


def _voortgang(verslag: Verslag | None) -> list[dict[str, Any]]:
    return [
        {
            "verwijst_naar": v.verwijst_naar.verwijzing,
            "status": v.status,
            "termijn": v.termijn.datum.isoformat() if v.termijn.datum else None,
            "toelichting": v.toelichting or None,
            "bron": bron_json(v.bron),
            "zekerheid": 1.0 if v.zekerheid is None else v.zekerheid,
        }
        for v in (verslag.voortgang if verslag else ())
    ]


def _besluiten(verslag: Verslag | None) -> list[dict[str, Any]]:
    return [
        {"label": b.label or None, "tekst": b.tekst, "agendapunt": b.agendapunt or None, "bron": bron_json(b.bron)}
        for b in (verslag.besluiten if verslag else ())
    ]


def melding_json(bericht: Melding) -> dict[str, Any]:
    """Return one Melding as the contract has it."""
    return {
        "code": bericht.code,
        "ernst": str(bericht.ernst),
        "tekst": bericht.tekst,
        "bron": bron_json(bericht.bron),
        "hulp": bericht.hulp or None,
    }


def bron_json(bron: Bron | None) -> dict[str, Any] | None:
    """Return a place as the contract has it."""
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
