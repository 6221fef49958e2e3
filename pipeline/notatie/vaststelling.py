"""Changes asked for in minutes, adoption and rectification <-> YAML, wherever they stand."""

from __future__ import annotations

from pipeline.model import Rectificatie, Tekstwijziging, Vaststelling
from pipeline.notatie.lezer import Waarden
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_dag


def read_wijzigingen(parts: tuple[Waarden, ...]) -> tuple[Tekstwijziging, ...]:
    """Read changes; one without a place or without old words was reported and is left out."""
    return tuple(
        Tekstwijziging(v["punt"], v["oud"], v["nieuw"], v["door"], v.bron_van("oud"))
        for v in parts
        if v["punt"] and v["oud"]
    )


def read_vaststellingen(parts: tuple[Waarden, ...]) -> tuple[Vaststelling, ...]:
    """Read which earlier minutes were adopted."""
    return tuple(
        Vaststelling(v["verslag"], read_wijzigingen(v["wijzigingen"]), v.bron_van("verslag"))
        for v in parts
        if v["verslag"]
    )


def read_rectificaties(parts: tuple[Waarden, ...]) -> tuple[Rectificatie, ...]:
    """Read corrections; one without a day or a reason was reported and is left out."""
    return tuple(
        Rectificatie(v["datum"], v["reden"], read_wijzigingen(v["wijzigingen"]), v.bron_van("reden"))
        for v in parts
        if v["datum"] and v["reden"]
    )


def format_wijzigingen(wijzigingen: tuple[Tekstwijziging, ...]) -> list[dict[str, Waarde]]:
    """Write changes."""
    return [compact(punt=w.punt, oud=w.oud, nieuw=w.nieuw, door=w.door) for w in wijzigingen]


def format_vaststellingen(vaststellingen: tuple[Vaststelling, ...]) -> list[dict[str, Waarde]]:
    """Write which earlier minutes were adopted."""
    return [
        compact(verslag=format_dag(v.verslag), wijzigingen=format_wijzigingen(v.wijzigingen)) for v in vaststellingen
    ]


def format_rectificaties(rectificaties: tuple[Rectificatie, ...]) -> list[dict[str, Waarde]]:
    """Write corrections."""
    return [format_rectificatie(r) for r in rectificaties]


def format_rectificatie(rectificatie: Rectificatie) -> dict[str, Waarde]:
    """Write one correction."""
    changes = format_wijzigingen(rectificatie.wijzigingen)
    return compact(datum=format_dag(rectificatie.op), reden=rectificatie.reden, wijzigingen=changes)
