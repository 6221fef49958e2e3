"""A Lezing as the object that ``regietafel lees --json`` prints (design, section 6; contract)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.lezen.lezing import Lezing
from pipeline.markering.inline import plain_text
from pipeline.model import Actiepunt, Besluit, Deelnemer, Notitie, Verslag, VerslagPunt, Voorstel
from pipeline.model.als_json import actie_json, besluit_json, melding_json, voorstel_json, voortgang_json
from pipeline.model.verslag import Tabel

SCHEMA = 1


def to_json(lezing: Lezing, voorstellen: Iterable[Voorstel] = ()) -> dict[str, Any]:
    """Return the object; ``voorstellen`` are what the language pass proposes, put behind what stands there."""
    verslag = lezing.verslag
    proposed = tuple(voorstellen)

    def found(soort: str, read: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [*read, *(voorstel_json(v) for v in proposed if v.soort == soort)]

    return {
        "schema": SCHEMA,
        "vergadering": _vergadering(lezing),
        "deelnemers": [_deelnemer(d) for d in (verslag.deelnemers if verslag else ())],
        "agendapunten": [_punt(p) for p in (verslag.punten if verslag else ())],
        "acties": found("actie", (_met_geheim(actie_json(a), a) for a in (verslag.actiepunten if verslag else ()))),
        "voortgang": found("voortgang", map(voortgang_json, verslag.voortgang if verslag else ())),
        "besluiten": found(
            "besluit", (_met_geheim(besluit_json(b), b) for b in (verslag.besluiten if verslag else ()))
        ),
        "notities": [_notitie(n) for n in lezing.notities],
        "meldingen": [melding_json(m) for m in lezing.meldingen],
    }


def _met_geheim(found: dict[str, Any], ding: Actiepunt | Besluit) -> dict[str, Any]:
    return {**found, "vertrouwelijk": ding.vertrouwelijk}


def _vergadering(lezing: Lezing) -> dict[str, Any]:
    verslag = lezing.verslag
    return {
        "tafel": (verslag.tafel or None) if verslag else None,
        "datum": lezing.datum.isoformat() if lezing.datum else None,
        "tijd": str(verslag.tijd) if verslag and verslag.tijd else None,
        "locatie": (verslag.locatie or None) if verslag else None,
        "status": verslag.status if verslag else "onbekend",
        "notulist": _notulist(verslag),
    }


def _notulist(verslag: Verslag | None) -> str | None:
    """Return who wrote the minutes: the field of its own, or the participant in that role."""
    if verslag is None:
        return None
    return verslag.notulist or next((d.naam for d in verslag.deelnemers if d.rol == "notulist"), None)


def _notitie(notitie: Notitie) -> dict[str, Any]:
    return {
        "tekst": notitie.tekst,
        "auteur": notitie.auteur or None,
        "op": notitie.op.isoformat() if notitie.op else None,
        "plaats": notitie.plaats or None,
        "bij": notitie.bij or None,
        "vraag": notitie.vraag,
    }


def _deelnemer(deelnemer: Deelnemer) -> dict[str, Any]:
    return {
        "naam": deelnemer.naam,
        "groep": deelnemer.groep or None,
        "organisatie": deelnemer.organisatie or None,
        "rol": deelnemer.rol or None,
        "hoedanigheid": deelnemer.hoedanigheid,
        "aanwezig": deelnemer.aanwezig,
        "afgemeld": deelnemer.afgemeld,
        "vervangt": deelnemer.vervangt or None,
    }


def _punt(punt: VerslagPunt) -> dict[str, Any]:
    return {
        "nummer": punt.nummer or None,
        "titel": punt.titel,
        "tekst": _text(punt),
        "vertrouwelijk": punt.vertrouwelijk or punt.embargo is not None,
        "vertrouwelijk_vraag": punt.vertrouwelijk_vraag,
    }


def _text(punt: VerslagPunt) -> str:
    """Return the text of an item as a reader sees it: a line per paragraph, the cells of a row beside each other."""
    lines: list[str] = []
    for blok in punt.blokken:
        if isinstance(blok, Tabel):
            lines.extend(" | ".join(" ".join(cell.split()) for cell in row) for row in blok.rijen)
        else:
            lines.append(plain_text(blok.tekst))
    return "\n".join(lines)
